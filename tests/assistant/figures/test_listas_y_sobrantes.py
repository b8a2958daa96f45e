"""What is listed with signs is told apart, a cell of another sort takes no other with it, and spans may stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.figures.lexicon import numbers_written_out
from assistant.figures.parts_asked import asks
from assistant.figures.periods import asked

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

ANSWERS = {
    "operativos en terreno Coquimbo 2024 + personas atendidas": ("Operativos", "Personas atendidas"),
    "¿Cuántos registros de atención y procedimientos migratorios hubo en regiones en 2024?": ("215.454",),
    "¿cuántos operativos de Migraciones en tu Barrio tenían previstos en 2024 y cuántos llevaron a cabo?": ("26", "31"),
    "Sírvase informar cuántas reconducciones se efectuaron en 2023.": ("6.543",),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_each_thing_asked_for_is_told(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert all(text in answer.text[:400] for text in ANSWERS[question])


@pytest.mark.parametrize(
    ("line", "year"),
    [("visas dadas del 2022 pa adelante", 2022), ("otorgamientos 2023 en adelante", 2023)],
)
def test_a_span_may_be_open_to_the_end(line: str, year: int) -> None:
    (span,) = asked(line)
    assert span.open_end
    assert span.years[0] == year


def test_a_plus_after_a_year_lists_and_does_not_add() -> None:
    assert len(asks("charlas 2024 + asistentes")) == 2
    assert len(asks("proteccion+amparo 2024")) == 1


def test_n_before_a_noun_counts_and_before_a_number_names() -> None:
    assert numbers_written_out("n talleres 2024") == "numero de talleres 2024"
    assert numbers_written_out("resolucion n 6009") == "resolucion n 6009"


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántos extranjeros vivían en Chile al 31 de diciembre de 2023?",
        "¿cuántos extranjeros residen en Chile según la estimación hecha con el INE?",
    ],
)
def test_the_day_of_a_date_or_the_number_of_a_report_is_no_count(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained
