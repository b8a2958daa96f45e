"""Ejes counted together or against each other, named by the matters of their names or as the first of a ranking."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.ejes_together import called_ejes
from corpus.records import Eje


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("cuántas medidas más tiene inclusión que protección internacional", "diferencia: 12"),
        ("¿Cuántas medidas más tiene gobernanza que desarrollo económico?", "diferencia: 5"),
        ("cuántas medidas menos tiene gobernanza que integración", "diferencia: 18"),
        ("¿cuántas medidas más hay en gobernanza que en regularidad?", "diferencia: 8"),
        ("¿Cuál es la diferencia de medidas entre el eje de gobernanza y desarrollo económico?", "diferencia: 5"),
        (
            "sumando reunificacion familiar, chilenos en el exterior y multilateralismo, cuantas medidas son?",
            "6 medidas",
        ),
        ("cuántas medidas suman los ejes de reunificación familiar y chilenos en el exterior", "3 medidas"),
        ("Entre gobernanza y multilateralismo, ¿cuántas medidas hay en total?", "16 medidas"),
    ],
)
def test_ejes_named_by_their_matters_are_counted_together(real_assistant: Assistant, question: str, said: str) -> None:
    assert said in answer(real_assistant, question).text[:300]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "De las 86 medidas, ¿qué porcentaje concentran juntos los dos ejes con más medidas?",
            "**58,1 %**: 50 de las 86",
        ),
        ("¿qué porcentaje de las medidas suman los tres ejes con más medidas?", "**73,3 %**: 63 de las 86"),
    ],
)
def test_the_first_ejes_of_a_ranking_make_up_a_share(real_assistant: Assistant, question: str, said: str) -> None:
    assert said in answer(real_assistant, question).text[:60]


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas medidas tienen Salud y gobernanza?",
        "¿cuántas medidas tiene gobernanza?",
        "¿qué dice de la integración y de la gobernanza?",
    ],
)
def test_one_alone_or_beside_another_thing_stays_as_it_is_said(real_assistant: Assistant, question: str) -> None:
    assert called_ejes(question, {eje.numero: eje for eje in real_assistant.store.of(Eje)}) == question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("taller de planificación: trabajo en grupos + plenario, cuántos minutos suman", "**70 minutos**"),
        ("taller de diagnóstico: presentación + cierre, cuántos minutos suman", "**20 minutos**"),
    ],
)
def test_moments_of_a_workshop_that_are_named_are_told_together(
    real_assistant: Assistant, question: str, said: str
) -> None:
    assert answer(real_assistant, question).text.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "¿Cuántos talleres escolares sobre movilidad humana lleva Maipú sumando 2023 y 2024?",
            "**21** talleres en total",
        ),
        ("¿Cuántos talleres sobre movilidad humana hizo Maipú en 2024?", "11 talleres"),
    ],
)
def test_what_all_documents_are_about_narrows_nothing(real_assistant: Assistant, question: str, said: str) -> None:
    assert said in answer(real_assistant, question).text[:200]
