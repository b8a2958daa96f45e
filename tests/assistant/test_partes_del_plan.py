"""Parts of the plan by what they are about, and what stands in a medida and only apart in the name of an eje."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas medidas tiene la parte de integración e inclusión?", "**31** medidas"),
        ("¿cuántas medidas hay en lo de gobernanza?", "**13** medidas"),
    ],
)
def test_the_part_of_a_matter_is_its_eje(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in real_assistant.ask(question).answer.text


def test_words_that_stand_together_in_a_medida_and_apart_in_a_name_are_of_the_medida(
    real_assistant: Assistant,
) -> None:
    apart = real_assistant.ask("¿Qué comprometía el Plan en materia de protección complementaria?").answer.text
    together = real_assistant.ask("¿Qué comprometía el Plan en materia de protección internacional?").answer.text
    assert "Medida 34" in apart
    assert "Eje 4" not in apart
    assert "Eje 4" in together


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿qué días fue la votación para elegir al COSOC que está ahora?", "4 y 6 de marzo"),
        ("¿en qué fecha fue la primera sesión ordinaria del COSOC?", "31 de marzo de 2025"),
    ],
)
def test_what_tells_the_day_comes_first_where_that_is_asked(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in real_assistant.ask(question).answer.text[:400]
