"""Figures set in proportion: one for each of another, of both halves of a table, of another year, a month, by their place."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas veces más recursos de protección que de amparo hubo en 2024?", "**4,7 veces**"),
        ("¿cuántos recursos de protección hubo por cada recurso de amparo en 2024?", "**4,7** recursos"),
        ("diferencia entre recursos de protección y de amparo 2024", "**13.034** recursos"),
        ("diferencia entre recursos de protección y de amparo 2024 en la RM", "**4.380** recursos"),
    ],
)
def test_two_measures_are_set_together_of_both_halves_of_a_table(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas expulsiones administrativas por cada judicial en 2024?", "**1,7** expulsiones"),
        ("¿cuántas judiciales hubo por cada expulsión administrativa en 2024?", "**0,6** expulsiones"),
        ("¿cuántas residencias temporales solicitadas por cada residencia definitiva solicitada en 2024?", "**3,6**"),
    ],
)
def test_one_measure_for_each_of_the_other_is_over_the_one_named_last(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿las reconducciones de 2024 cuánto son en % de las de 2023?", "**64,7%**"),
        ("las cartas de 2024 qué % representan de las de 2023", "**71,8%**"),
        ("¿qué porcentaje de las cartas de 2022 son las de 2023?", "**149,9%**"),
    ],
)
def test_the_figure_of_one_year_in_per_cent_of_another(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas cartas de nacionalización al mes se dieron en promedio en 2024?", "**183,9** cartas"),
        ("promedio mensual de reconducciones 2023", "**545,3** reconducciones"),
        ("promedio mensual de atenciones en Arica 2024", "**205,6** personas"),
    ],
)
def test_the_count_of_a_year_by_the_month(real_assistant: Assistant, question: str, told: str) -> None:
    text = real_assistant.ask(question).answer.text
    assert text.startswith(told)
    assert "÷ 12 meses" in text


def test_month_by_month_is_no_average(real_assistant: Assistant) -> None:
    assert real_assistant.ask("reconducciones de 2023 mes a mes").answer.abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuál es la segunda región con más atenciones en 2024?", "**Valparaíso**, con **11.800**"),
        ("¿cuál es la segunda región que menos atendió en 2024?", "**Los Ríos**, con **1.633**"),
        ("¿cuál fue el segundo año con más reconocimientos de refugio?", "**2018**, con **166**"),
        ("operativos en terreno 2024 en la segunda región", "**28** operativos en 2024, Antofagasta"),
    ],
)
def test_a_place_of_an_order_is_no_name_of_a_region(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "¿qué tres regiones atendieron menos personas en 2024?",
            "**Aysén**, con **1.114** personas en 2024; le siguen Los Ríos (1.633) y Arica",
        ),
        ("¿qué dos regiones hicieron más operativos en 2024?", "**Valparaíso**, con **76** operativos"),
        ("¿qué dos años tuvieron más reconocimientos de refugio?", "**2023**, con **201** reconocimientos"),
    ],
)
def test_so_many_as_are_asked_for(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)
