"""Ask several turns of one conversation, for tests that look at the last answer."""

from __future__ import annotations

from assistant.pipeline import Assistant
from assistant.values import Answer


def answer(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last turn. Raises ValueError where there is none."""
    conversation, last = None, None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation, last = reply.conversation_id, reply.answer
    if last is None:
        raise ValueError("no turn to answer")
    return last


def medidas(assistant: Assistant, *turns: str) -> tuple[int, ...]:
    """The medidas that the last answer reports."""
    return answer(assistant, *turns).medidas
