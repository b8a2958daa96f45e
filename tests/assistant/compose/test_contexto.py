"""The passage around a short piece is only given where it says more than the piece and its heading."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "once"),
    [
        ("¿Quién financió el empadronamiento biométrico?", "financiado por la Subsecretaría del Interior"),
        (
            "¿qué se gestionó con el Gobierno Regional Metropolitano?",
            "financiamiento del Gobierno Regional Metropolitano",
        ),
    ],
)
def test_what_was_told_is_not_told_again_as_its_context(real_assistant: Assistant, question: str, once: str) -> None:
    assert answer(real_assistant, question).text.count(once) == 1
