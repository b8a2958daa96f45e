"""What tests of figures share: a conversation's last answer, and how much of an answer is read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.values import Answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

LEAD = 400


def ask(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last turn of a conversation; nothing of it may have been withheld."""
    conversation = None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert not reply.answer.withheld
    return reply.answer
