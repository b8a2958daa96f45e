"""Practices of places that a question says are not the ones sought, however many it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

SOUGHT = {
    "alguna práctica de las fichas donde participen estudiantes de una carrera universitaria, que no sea la de La Reina ni la de Temuco": (
        "Hualqui",
        "Municipalidad de La Reina",
    ),
    "prácticas de salud que no sean de Quilicura ni de Santiago": ("fuera de Quilicura y Santiago", "Plan de Acogida"),
}


@pytest.mark.parametrize("question", SOUGHT)
def test_every_place_that_is_left_out_is(real_assistant: Assistant, question: str) -> None:
    wanted, unwanted = SOUGHT[question]
    lead = real_assistant.answer(question)[1].text.split("\n")[0]
    assert wanted in lead
    assert unwanted not in lead
