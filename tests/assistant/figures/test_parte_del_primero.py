"""What comes first in a table and what part of the whole it is, in one message or in two."""

from __future__ import annotations

import pytest
from figure_questions import ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "first", "share"),
    [
        (("¿En qué año hubo más reconducciones y qué porcentaje del total representa?",), "2023", "42,5%"),
        (
            (
                "¿Qué región hizo menos operativos en terreno en el primer trimestre de 2025 y qué parte del total nacional es?",
            ),
            "1",
            "de 61",
        ),
        (
            (
                "¿Qué dirección regional atendió presencialmente a más personas en el primer trimestre de 2025 y cuánto pesa en el total?",
            ),
            "Valparaíso",
            "21,4%",
        ),
    ],
)
def test_what_comes_first_and_its_share_are_told_together(
    real_assistant: Assistant, turns: tuple[str, ...], first: str, share: str
) -> None:
    lead, worked, *_ = ask(real_assistant, *turns).text.split("\n\n")
    assert first in lead
    assert share in worked


def test_the_share_of_the_first_may_be_asked_afterwards(real_assistant: Assistant) -> None:
    answer = ask(
        real_assistant,
        "¿Qué región atendió presencialmente a menos personas en 2024?",
        "¿y qué porcentaje del total del país es?",
    )
    assert "1,1%" in answer.text.split("\n\n")[0]


def test_the_share_of_what_leads_the_plan_is_no_share_of_other_medidas(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿qué eje tiene más medidas y qué porcentaje del total representa?").answer
    assert "72%" not in answer.text
