"""A stretch of ages picks the figure that is labelled with it, and a province is a place that no table has."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿cuántas personas visitantes de 35 a 44 años hubo en 2024?", "219.588"),
        ("¿cuántas personas visitantes de 25 a 34 años hubo en 2024?", "342.993"),
    ],
)
def test_the_figure_of_a_stretch_of_ages_leads(real_assistant: Assistant, question: str, figure: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(f"**{figure}**")


def test_a_stretch_that_is_not_told_has_no_figure(real_assistant: Assistant) -> None:
    assert real_assistant.ask("visitantes de 18 a 24 años del sitio web en 2024").answer.abstained


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("¿cuántas personas atendió SERMIG en Chiloé en 2024?", "Chiloé"),
        ("operativos en Tamarugal 2024", "Tamarugal"),
    ],
)
def test_a_province_has_no_row(real_assistant: Assistant, question: str, place: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.abstained
    assert f"la cifra de {place}" in answer.text[:200]


def test_where_the_asker_works_is_not_what_is_asked_of(real_assistant: Assistant) -> None:
    question = "soy concejal en Chiloé y quiero saber cuántas salidas a terreno hizo Migraciones en Los Lagos el 2024"
    assert real_assistant.ask(question).answer.text.startswith("**27**")
