"""The deadlines of a few medidas are told with the medidas; «distintos» leaves nobody out."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer, medidas


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("¿Qué plazos tienen las tres medidas de la Subsecretaría de Derechos Humanos?", {66, 67, 68}),
        ("¿qué fechas tienen las medidas de Salud?", set(range(54, 61))),
    ],
)
def test_medidas_with_their_deadlines(real_assistant: Assistant, question: str, numbers: set[int]) -> None:
    assert set(medidas(real_assistant, question)) == numbers


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántos plazos distintos tienen las medidas del MINVU?",
        "¿cuántas fechas diferentes tienen las medidas de Salud?",
    ],
)
def test_different_among_themselves(real_assistant: Assistant, question: str) -> None:
    assert "sin: " not in answer(real_assistant, question).text


def test_different_from_one(real_assistant: Assistant) -> None:
    assert (
        "sin: Ministerio de Salud"
        in answer(real_assistant, "¿qué medidas son de una institución distinta de Salud?").text
    )
