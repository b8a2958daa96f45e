"""What has to be at hand for a tool of the guide, where it is named or was just told; that the guide names nothing else."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("¿cómo se hace el taller de planificación?", "qué materiales necesito"), "Plumones"),
        (("¿qué materiales se necesitan para el taller de planificación?",), "papelógrafo/cartulina"),
        (("¿cómo se hace un taller de diagnóstico?", "¿qué hay que llevar?"), "post it"),
    ],
)
def test_the_supplies_of_a_workshop(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert not reply.answer.abstained
    assert says in reply.answer.text[:400]


def test_a_tool_of_which_no_supplies_are_told(real_assistant: Assistant) -> None:
    told = real_assistant.ask("¿cómo se hace la encuesta?")
    answer = real_assistant.ask("qué materiales necesito", told.conversation_id).answer
    assert answer.abstained


def test_materials_of_another_sort_are_no_supplies_of_a_tool(real_assistant: Assistant) -> None:
    text = real_assistant.ask("¿qué materiales educativos se desarrollaron en São Paulo?").answer.text
    assert "papelógrafo" not in text
