"""Messages that go on with the figures just told: something worked out of them, or the same of another time or row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

WORKED = {
    ("expulsiones administrativas 2022", "y 2023", "¿en cuánto subieron entonces?"): ["**308**", "339 − 31"],
    ("cartas de nacionalización 2022", "2023", "y en porcentaje cuánto cambió"): ["49,9%"],
    ("recursos de protección RM 2024", "¿y en el resto?", "¿cuánto suman?"): ["en total", "5.674"],
    ("personas atendidas Antofagasta 2024", "Tarapacá", "Arica", "suma las tres"): ["**20.407**"],
    ("residencias temporales solicitadas 2024", "y resueltas?", "qué porcentaje es?"): ["**80,9%**"],
    ("presupuesto ley 2024", "y final?", "diferencia?"): ["M$2.320.009"],
    ("rechazos de refugio 2024", "reconocimientos", "cuántas veces más"): ["10,7 veces"],
    ("cuántas visitas tuvo el sitio web en 2024", "y el portal de trámites?", "juntas?"): ["5.918.304"],
    ("expulsiones administrativas 2023", "¿en cuánto subieron al año siguiente?"): ["690 − 339"],
    ("reconducciones 2022", "2024", "cuánto menos que el año anterior"): ["4.235 − 6.543"],
    ("residencias humanitarias otorgadas 2023", "y en 2024", "en cuánto aumentó", "y en porcentaje"): ["**76,6%**"],
    ("gasto en expulsiones 2024", "expulsiones 2024", "¿cuánto por cada una?"): ["$3.356.839,6"],
    ("amparos presentados 2022", "y en 2023", "¿y sumando todos los años?"): ["**2.593**"],
    ("reconducciones 2023", "¿y el promedio de todos los años?"): ["**4.642,7**"],
    ("reconducciones 2022", "¿y cuánto subieron el año siguiente?"): ["6.543 − 3.150"],
}
MOVED = {
    ("reconducciones 2023", "¿los demás años?"): ["3.150", "4.235"],
    ("personas reconocidas como refugiadas en 2024", "dame el dato año por año desde 2022"): ["59", "201", "105"],
    ("cartas de nacionalización 2023", "¿y el año anterior?"): ["**2.051**", "2022"],
    ("¿Cuántas expulsiones hubo en total en 2024?", "¿Cuántas de ellas fueron judiciales?"): ["**410**"],
    ("expulsiones en total 2024", "¿cuántas fueron judiciales?", "¿y hasta mayo de 2025?"): ["**117**"],
    ("personas atendidas Biobío 2024", "Maule", "ese mismo, 1er trim. 2025"): ["**951**", "Maule"],
    ("expulsiones administrativas 2021", "y el año siguiente?", "y el siguiente?"): ["**339**", "2023"],
    ("recursos de amparo RM 2024", "protección?"): ["**5.674**"],
    ("charlas a funcionarios 2024", "y participantes", "y en 2025?"): ["**343**"],
    ("¿cuántas cuentas alcanzó SERMIG en Facebook el 2024?", "¿y en Instagram?"): ["**767 mil**"],
    ("qué porcentaje de mujeres hay en instagram", "y en facebook"): ["**57,4%**"],
    ("qué región atendió más personas en 2024", "¿y la que menos?"): ["**Aysén**"],
}


@pytest.mark.parametrize("turns", WORKED)
def test_what_names_nothing_is_worked_out_of_what_was_told(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    text = ask(real_assistant, *turns).text[:LEAD]
    assert all(part in text for part in WORKED[turns])


@pytest.mark.parametrize("turns", MOVED)
def test_what_names_only_a_time_a_place_or_a_row_is_of_what_was_told(
    real_assistant: Assistant, turns: tuple[str, ...]
) -> None:
    text = ask(real_assistant, *turns).text[:LEAD]
    assert all(part in text for part in MOVED[turns])


def test_parts_of_different_length_are_not_compared(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "reconducciones 2024", "y en 2025", "¿cuánto bajaron?")
    assert "No se pueden comparar" in answer.text


def test_what_names_another_subject_leaves_the_figures_told(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "reconducciones 2023", "¿qué es el Sello Migrante?")
    assert not answer.figures
    assert "reconducciones" not in answer.text


NAMED_BY_NUMBER = {
    "¿cuántas personas fueron en promedio a cada charla de las 171 de 2024?": ["30,4", "5.205"],
    "cuántos asistentes por jornada en las 139 jornadas de 2024": ["36,7", "5.108"],
    "costo de cada una de las 1.100 expulsiones de 2024": ["$3.356.839,6"],
}


@pytest.mark.parametrize("question", NAMED_BY_NUMBER)
def test_what_is_named_by_its_number_is_what_is_divided_by(real_assistant: Assistant, question: str) -> None:
    text = ask(real_assistant, question).text[:LEAD]
    assert all(part in text for part in NAMED_BY_NUMBER[question])


def test_a_declared_total_is_told_where_a_total_is_asked(real_assistant: Assistant) -> None:
    assert "**1.100** expulsiones" in ask(real_assistant, "¿Cuántas expulsiones hubo en total en 2024?").text[:LEAD]
