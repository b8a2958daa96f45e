"""An article without its noun, and what it is of: the same is asked of another thing, which leads."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("before", "message", "first"),
    [
        (
            "¿Bajo qué resolución exenta se ejecuta el convenio con la Subsecretaría del Trabajo por la Bolsa Nacional de Empleo?",
            "¿Y la del convenio académico con la PDI?",
            "31.329",
        ),
        (
            "¿Qué resolución aprueba el procedimiento de protección complementaria?",
            "¿y la del convenio con la PDI?",
            "31.329",
        ),
        (
            "¿Con qué resolución se aprobó el convenio académico con la PDI?",
            "¿Y la del procedimiento de Protección Complementaria?",
            "6009",
        ),
    ],
)
def test_the_thing_now_named_leads(real_assistant: Assistant, before: str, message: str, first: str) -> None:
    told = real_assistant.ask(before)
    answer = real_assistant.ask(message, told.conversation_id).answer
    assert first in answer.text.split("\n\n")[0]
