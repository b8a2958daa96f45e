"""What says nothing by itself, the heads of a table's rows or a note that points elsewhere, leads no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("que ley regula a las municipalidades", "18.695"),
        ("¿qué es la Agenda 2030?", "motor de desarrollo"),
    ],
)
def test_what_tells_something_leads(real_assistant: Assistant, question: str, said: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert said in answer.text.split("\n\n")[0], answer.text
