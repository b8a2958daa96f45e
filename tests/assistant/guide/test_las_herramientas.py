"""Which tools the guide holds, all or of a part of the work; what it says of a concept that alone is named."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "number", "named", "other"),
    [
        ("qué herramientas trae la guía", 12, "FODA", "Toronto"),
        ("¿qué herramientas sirven para el diagnóstico?", 5, "Árbol de problemas", "Matriz"),
        ("que instrumentos hay para el seguimiento", 2, "Planilla de seguimiento", "FODA"),
    ],
)
def test_tools_are_listed(real_assistant: Assistant, question: str, number: int, named: str, other: str) -> None:
    text = answer(real_assistant, question).text
    assert text.startswith(f"Son **{number}** (herramientas)"), text
    assert named in text.split("\n")[0]
    assert other not in text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("que dice la guia de refugiado", "Refugiado/a**: Persona que"),
        ("que dice la guia de integracion", "Integración**: Proceso bidireccional"),
    ],
)
def test_what_it_says_of_a_concept_is_its_definition(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text.split("\n")[0]


def test_of_more_than_a_concept_it_is_not(real_assistant: Assistant) -> None:
    assert "bidireccional" not in answer(real_assistant, "que dice la guia de la integracion de los niños").text[:200]
