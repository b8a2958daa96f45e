"""Shares of two parts that make up a whole of another name, totals of all and not of a part, all parts added up."""

from __future__ import annotations

import pytest
from figure_questions import ask

from assistant.pipeline import Assistant


def first(assistant: Assistant, *turns: str) -> str:
    """The first block of the answer to the last turn."""
    return ask(assistant, *turns).text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("de todas las respuestas que dio Ayuda Migraciones en 2024, ¿qué % correspondió a las automáticas?", "25,4%"),
        (
            "¿qué proporción de los requerimientos contestados por Ayuda Migraciones el primer trimestre de 2025 fue automática?",
            "25,8%",
        ),
        ("de las atenciones del RNA en el primer trimestre del 2025, ¿qué porcentaje fueron derivaciones?", "24,4%"),
        ("What share of the in-person cases in the RNA in 2024 were referrals?", "23,5%"),
    ],
)
def test_one_of_two_parts_is_set_against_both_whatever_the_whole_is_called(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas expulsiones administrativas más hubo el 2024 comparado con el 2023?", "**351**"),
        ("¿cuántas atenciones menos hubo en Tarapacá frente a Valparaíso en 2024?", "**2.455**"),
        ("¿cuántas residencias definitivas más se otorgaron en 2024 respecto de 2023?", "**63.703**"),
    ],
)
def test_how_many_more_one_has_than_another_is_worked_out(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("suma de los recursos judiciales de la RM en 2024 (protección+amparo+reclamación+otros)", "**7.080**"),
        ("recursos judiciales en regiones 2024, sumando amparo, protección, reclamación y los demás", "**13.662**"),
    ],
)
def test_with_what_is_left_all_parts_are_added_up_and_no_total_among_them(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas expulsiones en total hubo en 2024?", "**1.100**"),
        ("¿cuántas expulsiones administrativas en total hubo en 2024?", "**690**"),
        ("¿cuántos recursos judiciales en total se interpusieron en la RM en 2024?", "**7.080**"),
    ],
)
def test_the_total_is_of_what_is_counted_and_of_no_more(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("según la cuenta, ¿cuál es el eje del plan nacional que menos peso tiene en porcentaje?", "1,2%"),
        ("según la cuenta, ¿cuál es el eje que más peso tiene en porcentaje?", "34,5%"),
        ("¿qué grupo de edad visitó más la web en 2024?", "342.993"),
        ("¿qué red social tiene más seguidores?", "**Instagram**"),
    ],
)
def test_what_comes_first_of_a_list_or_a_sentence_is_named(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize("question", ["presupuesto ley 2025, monto", "presupuesto ley 2024"])
def test_a_line_of_a_list_is_told_without_its_neighbours(real_assistant: Assistant, question: str) -> None:
    text = ask(real_assistant, question).text.split("⚠")[0]
    assert "24.111.333" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("de las 11 comisiones de refugio de 2024, ¿cuántas solicitudes se vieron en cada una?", "**88,4**"),
        ("¿cuántas solicitudes por comisión de refugio en el primer trimestre de 2025?", "**92**"),
    ],
)
def test_each_one_is_of_what_the_sentence_counts(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in first(real_assistant, question)


def test_appeals_against_refusals_that_were_decided_are_the_resources_resolved(real_assistant: Assistant) -> None:
    question = (
        "De las apelaciones presentadas en 2024 contra negativas de residencia, ¿cuántas se fallaron antes de 90 días?"
    )
    assert "1.301" in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿qué porcentaje de los recursos de protección del país se presentó en la RM en 2024?", "34,3%"),
        ("¿qué % de los recursos de amparo a nivel nacional en 2024 fue en regiones fuera de la RM?", "63,1%"),
        ("¿qué porcentaje de los recursos interpuestos en la RM en 2024 fueron de protección?", "80,1%"),
    ],
)
def test_what_part_of_the_country_a_half_is_takes_both_halves(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Indique los amparos presentados ante el Consejo para la Transparencia cada año desde 2022 y el total.",
            "2.593",
        ),
        ("reconducciones por año desde 2022 hasta 2025 y el total", "15.406"),
    ],
)
def test_the_declared_total_stands_under_all_its_years(real_assistant: Assistant, question: str, told: str) -> None:
    assert f"| Total | {told} |" in ask(real_assistant, question).text


def test_the_declared_total_stands_under_no_part_of_its_years(real_assistant: Assistant) -> None:
    assert "| Total |" not in ask(real_assistant, "reconducciones por año desde 2023 y el total").text
