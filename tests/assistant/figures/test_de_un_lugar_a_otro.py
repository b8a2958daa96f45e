"""From which place to which: one stretch with two ends, told by the sentence of the section that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.compose.split import split

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿desde qué lugar hasta qué lugar subió el Servicio en el ranking de transparencia activa?",
        "En el índice que mide si los organismos públicos dan cuenta en sus sitios web de la información exigida por ley, "
        "¿desde qué puesto y hasta cuál avanzó el Servicio?",
    ],
)
def test_both_places_are_told(real_assistant: Assistant, question: str) -> None:
    assert "del lugar 160 al 85" in ask(real_assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    ("message", "pieces"),
    [
        ("¿desde qué puesto y hasta cuál avanzó?", 1),
        ("¿desde cuándo y hasta cuándo rige el plan?", 1),
        ("¿desde cuándo rige el plan y cuántas medidas tiene?", 2),
    ],
)
def test_the_two_ends_of_a_stretch_are_one_question(message: str, pieces: int) -> None:
    assert len(split(message)) == pieces
