"""What is best beyond the minimum, of the section whose minimum or ideal speaks of what is asked."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Más allá de lo mínimo exigible, ¿qué tres cosas harían óptima la aprobación del documento?", "Votación en concejo"),
        ("¿Qué sería lo óptimo en la aprobación del documento?", "decreto alcaldicio"),
        ("y lo ideal para el equipo ejecutivo?", "equipo municipal ampliado"),
    ],
)  # fmt: skip
def test_the_only_section_that_speaks_of_it_is_told(real_assistant: Assistant, question: str, said: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.text.startswith("**Ideal**")
    assert said in answer.text[:300]
