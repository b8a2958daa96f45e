"""Rows that a question leaves out of a ranking or of a total, and the most and the least in everyday words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

RANKED = {
    "Sin contar Santiago ni la Metropolitana entera: ¿qué dirección regional atendió a más personas el 2024?": (
        "**Valparaíso**, con **11.800**",
        "16.400",
    ),
    "¿Qué región que no sea Valparaíso hizo más operativos en terreno en 2024?": ("**Tarapacá**, con **63**", "76"),
    "excepto Tarapacá y Valparaíso, qué dirección regional hizo más operativos en 2024": (
        "**Atacama**, con **56**",
        "76",
    ),
    "Fuera de la Metropolitana, ¿qué región atendió a más gente en 2024?": ("**Valparaíso**, con **11.800**", "16.400"),
    "¿qué región tuvo menos operativos en 2024, aparte de Coquimbo?": ("**Ñuble y Los Ríos**, con **17**", "**14**"),
}


@pytest.mark.parametrize("question", RANKED)
def test_a_place_left_out_takes_no_part_in_a_ranking(real_assistant: Assistant, question: str) -> None:
    wanted, unwanted = RANKED[question]
    lead = ask(real_assistant, question).text[:LEAD]
    assert wanted in lead
    assert unwanted not in lead


LESS = {
    "¿cuántos operativos en terreno se hicieron en 2024 fuera de la Metropolitana?": "**543** operativos",
    "¿cuántas personas se atendieron en 2024 sin contar Valparaíso ni Tarapacá?": "**76.296** personas",
}


@pytest.mark.parametrize("question", LESS)
def test_a_total_without_places_is_worked_out(real_assistant: Assistant, question: str) -> None:
    assert LESS[question] in ask(real_assistant, question).text[:LEAD]


OTHERS = {
    "de los refugiados reconocidos entre 2022 y 2025, ¿cuántos no son ni afganos, ni venezolanos, ni ucranianos?": "**39**",
    "reconocidos como refugiados 2022-2025 que no sean de Afganistán, Venezuela ni Ucrania": "**39**",
}


@pytest.mark.parametrize("question", OTHERS)
def test_those_of_no_place_that_a_passage_names_are_the_others(real_assistant: Assistant, question: str) -> None:
    assert OTHERS[question] in ask(real_assistant, question).text[:LEAD]


def test_one_place_left_out_is_not_told_as_what_is_left(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "de los refugiados reconocidos entre 2022 y 2025, ¿cuántos no son afganos?").text
    assert not text.startswith(("**205**", "**80**", "**39**", "**390**"))


def test_the_halves_of_a_country_stay_what_they_are(real_assistant: Assistant) -> None:
    """Where a table is of all but the capital, nothing is taken from it."""
    answer = ask(real_assistant, "¿cuántos recursos de protección hubo en 2024 fuera de la RM?")
    assert "**10.864**" in answer.text[:LEAD]


IN_THE_STREET = {
    "quién va colista en operativos en terreno 2024? la región que hizo menos": "**Coquimbo**, con **14**",
    "¿qué región va puntera en personas atendidas en 2024?": "**Metropolitana**, con **16.400**",
    "¿qué región quedó al último en personas atendidas en 2024?": "**Aysén**, con **1.114**",
    "¿qué año fue el más flaco en expulsiones administrativas?": "**2022**, con **31**",
    "¿en qué tema se capacitó a menos funcionarios en 2024?": "Atención a Público con foco Inclusivo**, con **82**",
    "¿Qué tema arrasó en las capacitaciones a funcionarios del 2024?": "Ambientes Laborales Saludables**, con **313**",
    "qué eje del plan es el más gordo y con cuántas medidas se queda": "personas migrantes**, con **31**",
    "¿cuál es el eje más flaco del plan?": "Eje 8: Chilenos en el exterior**, con **1**",
    "¿qué ministerio se lleva la mayor tajada de las medidas?": "**Ministerio del Trabajo y Previsión Social**, con **8**",
}


@pytest.mark.parametrize("question", IN_THE_STREET)
def test_the_most_and_the_least_are_understood_in_everyday_words(real_assistant: Assistant, question: str) -> None:
    assert IN_THE_STREET[question] in ask(real_assistant, question).text[: LEAD * 2]


SIDE_BY_SIDE = {
    "hazme una tabla con las expulsiones administrativas y las reconducciones de 2022, 2023 y 2024, una columna cada cosa": (
        ("31", "339", "690", "3.150", "6.543", "4.235"),
        "577",
    ),
    "reconducciones y nacionalizaciones 2022, 2023 y 2024": (("3.150", "4.235", "2.051", "2.207"), "15.406"),
}


@pytest.mark.parametrize("question", SIDE_BY_SIDE)
def test_two_series_of_two_tables_are_both_told(real_assistant: Assistant, question: str) -> None:
    wanted, unwanted = SIDE_BY_SIDE[question]
    text = ask(real_assistant, question).text
    assert all(number in text for number in wanted)
    assert unwanted not in text
