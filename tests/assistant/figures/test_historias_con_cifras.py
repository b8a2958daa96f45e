"""A story with years of its own before a question; two figures of one thing are no two sorts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "says", "says_not"),
    [
        ("Llegué en 2023 con mi mamá. ¿Cuántas expulsiones administrativas hubo en 2024?", "690", "339"),
        (
            "Entré el 2022 con mi hijo. De todas las solicitudes de residencia por razones humanitarias que se han "
            "acogido entre 2022 y 2025, ¿qué porcentaje se ha otorgado?",
            "90%",
            "52,6",
        ),
        ("Tengo la cifra de expulsiones de 2023. ¿Cuánto subieron en 2024?", "351", "2022"),
    ],
)
def test_the_years_of_a_story_are_not_asked_for(
    real_assistant: Assistant, question: str, says: str, says_not: str
) -> None:
    lead = ask(real_assistant, question).text[:LEAD]
    assert says in lead
    assert says_not not in lead
