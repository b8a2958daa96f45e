"""Who paid for a medida is told where it is reported; the plan says who answers for it, and that is another thing."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿quién financió la medida 5?",
        "¿con qué plata se hizo el empadronamiento de la medida 5?",
        "lo de la medida 5, ¿de quién era la plata?",
    ],
)
def test_who_paid_for_a_medida_is_what_is_reported_of_it(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert "financiado por la Subsecretaría del Interior" in answer.text.split("\n\n")[0]
    assert not answer.text.startswith("Las instituciones responsables")


@pytest.mark.parametrize("question", ["¿Quién paga la medida 55?", "lo de salud (medida 55), ¿de qué fondo sale?"])
def test_the_fund_that_the_row_of_a_medida_names_is_told(real_assistant: Assistant, question: str) -> None:
    assert "Fondo Chile-México" in real_assistant.ask(question).answer.text


def test_its_other_fields_come_first_where_they_are_asked_too(real_assistant: Assistant) -> None:
    text = real_assistant.ask("¿Cuál es el plazo de la medida 5 y quién la financió?").answer.text
    assert "31 de junio 2024" in text.split("\n\n")[0]
    assert "Subsecretaría del Interior" in text


@pytest.mark.parametrize(
    "question",
    ["¿Quién financió la medida 40?", "¿con qué fondo se financia la medida 12?", "¿cuánto costó la medida 5?"],
)
def test_who_answers_for_a_medida_is_not_told_as_who_paid_for_it(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained
