"""How far the plan as a whole has come is answered by what is reported of it, in whatever words it is asked."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant

REPORTED = "62 medidas"


@pytest.mark.parametrize(
    "question",
    [
        "como va el plan, cuanto llevan cumplido",
        "¿se está cumpliendo el plan?",
        "estado de avance de la PNME",
        "¿cuántas medidas faltan por ejecutar?",
    ],
)
def test_how_the_plan_goes_is_told_by_the_report_on_it(real_assistant: Assistant, question: str) -> None:
    assert REPORTED in real_assistant.ask(question).answer.text[:400]


@pytest.mark.parametrize(
    "question",
    ["como va el plan de acogida de quilicura", "como va el plan anual de auditoría"],
)
def test_another_plan_is_not_the_whole(real_assistant: Assistant, question: str) -> None:
    assert REPORTED not in real_assistant.ask(question).answer.text[:400]


def test_a_part_of_the_plan_is_listed(real_assistant: Assistant) -> None:
    assert len(real_assistant.ask("cómo van las medidas de salud").answer.medidas) == 7


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("¿cuántas medidas del eje 5 ya están implementadas?", 3),
        ("¿cuáles medidas de educación están cumplidas?", 4),
        ("¿cuántas medidas de niñez están implementadas?", 10),
        ("¿qué porcentaje del eje 3 está implementado?", 2),
    ],
)
def test_how_much_of_a_part_is_done_is_in_no_document(real_assistant: Assistant, question: str, count: int) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.abstained
    assert answer.text.startswith("Ningún documento dice")
    assert len(answer.medidas) == count


def test_what_had_to_be_done_by_a_date_is_a_matter_of_deadlines(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿Qué medidas debían estar terminadas en 2023?").answer
    assert not answer.abstained
    assert len(answer.medidas) == 7


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿qué grado de cumplimiento tiene la medida 1?", "99,4%"),
        (
            "¿qué grado de implementación se informa del modelo de atención directa al público?",
            "100% de las 16 regiones",
        ),
    ],
)
def test_a_percentage_that_is_reported_is_the_degree(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text.split("\n\n")[0]


def test_a_degree_that_nothing_reports_is_in_no_document(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "¿qué grado de cumplimiento tiene la medida 50?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "¿son 28 o 86 las medidas?",
        "la política de migración trae 28 medidas o 86? he visto los dos números",
        "en la guía leí que la política nacional trae 28 medidas, pero en otro lado dicen muchas más, ¿cuántas son?",
        "supe que el plan tiene 28 medidas, ¿cuántas tiene?",
    ],
)
def test_of_two_numbers_of_medidas_both_are_told(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question).text
    assert "**86 medidas**" in told
    assert "28 medidas de acción" in told


def test_what_comes_in_is_no_medida(real_assistant: Assistant) -> None:
    story = (
        "mandamos hartas preguntas por ley de transparencia y ni contestan. ¿cuántas les llegaron a migraciones en 2024"
    )
    assert "25.009" in answer(real_assistant, f"{story} y qué porcentaje respondieron?").text.split("\n\n")[0]
    assert not answer(real_assistant, "pedimos visas. ¿cuántas le ingresaron a migraciones en 2024?").medidas


@pytest.mark.parametrize(
    "question",
    [
        "qué medida sigue pendiente del eje de seguridad",
        "qué medidas del eje 5 faltan por cumplir",
        "cuál medida del eje 3 sigue sin hacerse",
    ],
)
def test_which_of_an_eje_are_left_to_do_is_in_no_document(real_assistant: Assistant, question: str) -> None:
    assert "Ningún documento dice cuántas de estas medidas están cumplidas" in answer(real_assistant, question).text
