"""Conversations outlive the server, and are forgotten in time."""

from __future__ import annotations

from pathlib import Path

from assistant.conversation import Conversations
from assistant.pipeline import Assistant
from assistant.values import Kind, Query, Turn

TURN = Turn(question="¿y?", query=Query(pregunta="¿y?", texto="y", kind=Kind.PASAJE), medidas=(3,))


def test_turns_are_kept_across_restarts_in_order(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    first = Conversations(url)
    conversation, _ = first.add(None, TURN)
    first.add(conversation, TURN.model_copy(update={"question": "¿y después?"}))
    first.close()
    second = Conversations(url)
    assert [turn.question for turn in second.turns(conversation)] == ["¿y?", "¿y después?"]
    second.close()


def test_an_unknown_conversation_begins_a_new_one() -> None:
    conversations = Conversations()
    conversation, _ = conversations.add("no-existe", TURN)
    assert conversation != "no-existe"
    assert conversations.turns("no-existe") == ()
    conversations.close()


def test_old_conversations_are_forgotten_and_new_ones_kept() -> None:
    conversations = Conversations(keep_days=1)
    conversation, message = conversations.add(None, TURN)
    assert conversations.forget_old() == 0
    assert conversations.rate(message, "up", None)
    conversations._keep = -conversations._keep
    assert conversations.forget_old() == 1
    assert conversations.turns(conversation) == ()
    conversations.close()


def test_a_follow_up_keeps_the_medidas_of_the_last_answer(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿Qué medidas tiene el Ministerio de Educación?")
    then = real_assistant.ask("¿Cuáles de esas son de 2025?", first.conversation_id)
    assert first.answer.medidas == (61, 62, 63, 64)
    assert then.answer.medidas == (61, 64)
    assert "sigue a" in then.answer.understood


def test_a_change_of_subject_drops_what_came_before(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿Qué medidas tiene el Ministerio de Educación?")
    then = real_assistant.ask("¿Qué medidas están a cargo del Ministerio del Deporte?", first.conversation_id)
    assert then.answer.medidas == (2,)
