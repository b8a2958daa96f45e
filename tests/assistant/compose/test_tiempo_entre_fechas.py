"""How long it is from one thing that the documents date to another."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "¿cuántos dias pasaron entre el inicio de Ayuda Migraciones y el último requerimiento respondido por el SIAC "
            "del Ministerio del Interior?",
            "**73 días** (2 meses y 12 días)",
        ),
        (
            "cuantos meses pasaron dsde q se promulgo la politica nacional hasta q se creo el comite asesor",
            "**5 meses**",
        ),
        (
            "¿Cuánto tiempo pasó desde la entrada en vigencia de la Ley 21.325 hasta la promulgación de la Política?",
            "**22",
        ),
        ("cuantos años pasaron entre la ley de refugiados y la ley de migracion que menciona la guia", "**11 años**"),
        ("¿cuántos años hay entre la Ley 20.430 y la Ley 21.325?", "**11 años**"),
        ("¿Cuántos meses median entre el plazo más temprano y el más tardío del Plan?", "**42 meses**"),
        ("¿Cuántos meses hay entre el primer y el último plazo del plan?", "**42 meses**"),
        ("¿cuánto tiempo hay entre el plazo de la medida 82 y el de la medida 73?", "**12 meses** (1 año)"),
    ],
)
def test_time_between_two_dated_things(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto tiempo pasó entre la promulgación de la Política y la creación del Plan?",
        "cuanto tiempo pasa entre que pido la visa y me la dan",
        "cuanto tiempo hay entre la primera y la ultima etapa de la guia",
        "¿Cuántos meses corrieron entre la elección del COSOC y la promulgación de la Política?",
    ],
)
def test_none_where_one_of_them_is_not_dated(real_assistant: Assistant, question: str) -> None:
    assert "tiempo entre fechas" not in {figure.concept for figure in answer(real_assistant, question).figures}
