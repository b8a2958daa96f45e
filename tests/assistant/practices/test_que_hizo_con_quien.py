"""What a municipality did with somebody, with whom it worked, of how many parts its programme is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("que hizo maipu con los colegios", "Breve descripción"),
        ("¿qué hizo Los Andes con los colegios?", "Breve descripción"),
        ("que hizo lo espejo con los jovenes", "Breve descripción"),
        ("con quien trabajo la reina", "Universidad de Chile"),
        ("¿con quiénes trabajó Macul?", "Organizaciones de la sociedad civil"),
        ("cuantos modulos son en concepcion", "cuatro módulos"),
    ],
)
def test_what_was_done_comes_before_who_paid_for_it(real_assistant: Assistant, question: str, lead: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert lead in answer.text.split("\n")[0], answer.text


@pytest.mark.parametrize("question", ["que hizo quilicura con los niños", "¿qué hizo Quilicura con las mujeres?"])
def test_with_whom_nothing_is_told_to_be_done_is_said(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained
