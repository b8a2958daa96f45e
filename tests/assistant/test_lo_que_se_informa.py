"""What a report says of the one medida just told, where it is asked for by no more than its results."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿Qué contempla el plan sobre el aplicativo móvil de control?",
                "¿Qué resultados reporta de él la cuenta pública?",
            ),
            "10.860",
        ),
        (("¿De qué trata la medida 84?", "¿qué avances reporta la cuenta?"), "10.860"),
        (("¿De qué trata la medida 5?", "¿qué logros informa la cuenta al respecto?"), "Empadronamiento"),
        (("¿De qué trata la medida 84?", "¿cuántas cartas de nacionalización informa la cuenta en 2024?"), "2.207"),
    ],
)
def test_its_results_are_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert told in reply.answer.text
    assert "Niñez Migrante" not in reply.answer.text
