"""Figures of sentences: several asked in one, parts of a whole, stated before computed, and what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

SEVERAL = {
    "¿cuántos de los casos de 2024 eran de trata y cuántos de tráfico?": ["**36**", "**3**"],
    "partes policiales e informes policiales recibidos en 2024": ["24.214", "20.009"],
    "operativos en terreno Magallanes 2024: nº y atendidos": ["**34**", "**412**"],
    "organizaciones adheridas y rubros de Compromiso Migrante en 2024": ["**14**", "**20**"],
    "¿cuántas sesiones ordinarias y cuántas extraordinarias tuvo el COSOC en 2024?": ["**6**", "**4**"],
}


@pytest.mark.parametrize("question", SEVERAL)
def test_each_of_several_figures_asked_in_one_question_is_told(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.text[:LEAD] for text in SEVERAL[question])


SHARES = {
    "¿cuántas de las solicitudes rezagadas en 2022 eran temporales, en número?": ["**80.679**", "20,9%", "386.024"],
    "¿cuántos asistentes a las jornadas de niñez de 2024 eran funcionarios de establecimientos educacionales?": [
        "**3.060**",
        "59,9%",
        "5.108",
    ],
    "¿qué porcentaje de las solicitudes de bolivianos tramitadas terminó otorgada?": ["**66,0%**", "64.711", "98.002"],
    "¿qué porcentaje de las recomendaciones de refugio de 2024 fueron rechazos?": ["**94,7%**", "920", "972"],
    "¿qué porcentaje de los requerimientos de Ayuda Migraciones de 2024 fue automático?": ["**25,4%**", "15.933"],
}


@pytest.mark.parametrize("question", SHARES)
def test_a_part_is_worked_out_with_the_whole_that_its_sentence_gives(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.text[:LEAD] for text in SHARES[question])
    assert any(figure.computed for figure in answer.figures)


def test_a_stated_percentage_comes_before_a_table(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿qué porcentaje de las residencias humanitarias se otorgó entre 2022 y 2025?")
    assert answer.text.startswith("**90%**")


def test_a_follow_up_compares_with_the_period_asked_before(real_assistant: Assistant) -> None:
    answer = ask(
        real_assistant,
        "¿cuántas solicitudes de definitiva entraron en 2023?",
        "¿y en 2024? ¿cuánto bajaron en porcentaje?",
    )
    assert "57,9%" in answer.text
    answer = ask(real_assistant, "¿cuántas reconducciones hubo en 2022?", "¿y en 2023? ¿cuánto subieron?")
    assert "3.393" in answer.text


def test_a_series_up_to_a_year_begins_with_the_first(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "evolución de las reconducciones hasta 2024")
    assert all(text in answer.text for text in ("3.150", "6.543", "4.235"))
    assert "1.478" not in answer.text


def test_both_halves_of_the_country_are_added_without_totals_of_other_things(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "sume los recursos de amparo de 2024 en la RM y en el resto del país")
    assert "**3.504**" in answer.text


def test_an_average_divides_the_figures_that_stand_together(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "en promedio, ¿cuánta gente iba a cada charla de formación integral en 2024?")
    assert "**30,4**" in answer.text


def test_the_average_of_the_country_is_the_one_stated(real_assistant: Assistant) -> None:
    answer = ask(
        real_assistant, "¿qué nivel de cumplimiento tuvo en transparencia activa en 2024?", "¿y el promedio del país?"
    )
    assert "78,1%" in answer.text[:LEAD]


READ = {
    "operativos en terreno en Aysén en 2024": ("Una cifra", "período: 2024", "lugar: Aysén"),
    "evolución de las cartas de nacionalización": ("Una serie de cifras", "concepto: Cartas otorgadas"),
    "diferencia entre residencias temporales solicitadas y resueltas en 2024": ("Un cálculo sobre cifras", "2024"),
}


@pytest.mark.parametrize("question", READ)
def test_what_was_understood_of_a_question_for_figures_is_told(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.understood for text in READ[question])
