"""What a thing of the guide is for: the sentence that says so stands first; an action has no meaning to define."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿qué hace el equipo ampliado?", "facilitar la toma de decisiones"),
        ("¿qué rol cumple el equipo municipal ampliado?", "facilitar la toma de decisiones"),
        ("cuál es el objetivo del taller de planificación", "Objetivo General: Desarrollar"),
    ],
)
def test_the_purpose_is_read_first(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in real_assistant.ask(question, None).answer.text[:400]


def test_what_an_action_is_good_for_is_no_definition(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿para qué sirve entrevistar a los directores?", None).answer
    assert not answer.abstained
    assert "Ningún documento define" not in answer.text
    assert "robustecer el diagnóstico" in answer.text


def test_who_to_speak_to_about_something_is_no_question_on_the_assistant(real_assistant: Assistant) -> None:
    question = "con quién hablo si la iniciativa es de trabajo"
    assert "asistente automático" not in real_assistant.ask(question, None).answer.text
    assert "asistente" in real_assistant.ask("¿con quién hablo?", None).answer.text[:60]
