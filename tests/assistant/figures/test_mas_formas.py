"""More turns of phrase: spans to a part of a year, the rest of the country, rows counted, what a label alone does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.figures import periods, phrases

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "line",
    ["2022 → mayo 2025", "desde 2022 hasta mayo de 2025", "de 2022 al primer trimestre de 2025", "2022-mayo 2025"],
)
def test_a_span_to_a_part_of_a_year_has_all_the_years(line: str) -> None:
    assert [p.label for p in periods.asked(f"reconducciones {line}")] == ["2022–2025"]


@pytest.mark.parametrize(
    "line", ["desde julio de 2024 hasta junio de 2025", "2024 y mayo de 2025", "2024 y primer trimestre de 2025"]
)
def test_a_part_of_a_year_before_or_beside_makes_no_span_of_years(line: str) -> None:
    assert "2024–2025" not in [p.label for p in periods.asked(line)]


def test_a_plus_adds_things_and_not_a_number_to_what_it_counts() -> None:
    assert phrases.adds("proteccion + amparo")
    assert not phrases.adds("jornadas: numero + asistentes")


def test_a_table_may_be_named_by_its_letter() -> None:
    assert phrases.table_number("t17 2024") == 17
    assert phrases.table_number("tabla 5") == 5


ANSWERS = {
    # the years that one table lacks stand in another, of the same value
    ("¿En qué porcentaje aumentaron las expulsiones administrativas materializadas de 2023 a 2024?",): ["103,5%"],
    ("¿cuánto subieron las expulsiones administrativas materializadas entre 2022 y 2024?",): ["659"],
    # the other half of the country
    ("recursos de protección en la RM y fuera de la RM en 2024, suma",): ["16.538", "10.864", "5.674"],
    ("¿Cuántos recursos de amparo hubo en la Región Metropolitana en 2024?", "¿Y en el resto de las regiones?"): [
        "2.210"
    ],
    ("¿Cuántos recursos de protección hubo en Santiago en 2024?", "¿y en las demás regiones?"): ["10.864"],
    # a comparison after the two things
    ("en 2024 entraron más temporarias de las que se resolvieron, ¿cuántas más?",): ["40.000"],
    ("en 2024 pidieron menos definitivas de las que despacharon, ¿cuántas menos?",): ["**"],
    # rows in order
    ("top 3 direcciones regionales por personas atendidas en operativos en terreno 2024",): [
        "Valparaíso",
        "Antofagasta",
    ],
    # number words that only go back to what was listed
    ("Entre Arica y Parinacota, Tarapacá y Antofagasta, sumadas las tres, ¿cuántas personas se atendieron en 2024?",): [
        "20.407"
    ],
    # no row of places where the country is meant
    ("sacando la cuenta, ¿cuántas personas se atendieron en promedio por operativo en terreno el 2024?",): ["23,2"],
    # what is stated as a total is no sum
    ("¿cuántas solicitudes de transparencia van acumuladas?",): ["104.183"],
    # the reason in a label is no unit to divide by
    ("¿cuántos recursos administrativos por rechazo se resolvieron en menos de 90 días?",): ["1.301"],
    # a table that says all comes before a sentence that does not
    ("operativos de niñez 2024 y cuántos cabros chicos se vieron",): ["4.917"],
    ("de todas las expulsiones del 2024, ¿qué porcentaje fueron administrativas?",): ["62,7%"],
    ("¿cuántas respuestas inmediatas hubo en el registro de atenciones y cuántas se derivaron?",): ["74.528", "22.913"],
    ("T17 2024: total recursos judiciales fuera RM vs suma de sus columnas",): ["12.481", "13.662"],
}


@pytest.mark.parametrize("turns", ANSWERS)
def test_the_figure_comes_first(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    answer = ask(real_assistant, *turns)
    assert not answer.abstained
    for text in ANSWERS[turns]:
        assert text in answer.text[:LEAD]


ABSENT = {
    "resoluciones de multa dictadas en 2024": "multa",
    "¿cuántos funcionarios tiene SERMIG?": "funcionarios",
    "¿cuánta gente trabaja en migraciones?": "trabaja",
    "¿cuántos recursos de amparo ganó el servicio en 2024?": "gano",
}


@pytest.mark.parametrize("question", ABSENT)
def test_a_figure_of_the_same_noun_but_another_thing_is_not_told_as_the_answer(
    real_assistant: Assistant, question: str
) -> None:
    answer = ask(real_assistant, question)
    assert answer.abstained
    assert ABSENT[question] in answer.text[:LEAD]


def test_income_is_not_a_ban_on_entry(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "total de ingresos 2024 y de gastos")
    assert "35.768.412.040" in answer.text[:LEAD]
    assert "11.040**" not in answer.text[:LEAD]


def test_a_count_of_events_is_no_count_of_regions(real_assistant: Assistant) -> None:
    question = "¿en cuántas direcciones regionales se hicieron las mesas de gestión migratoria 2024?"
    assert "**51**" not in ask(real_assistant, question).text
