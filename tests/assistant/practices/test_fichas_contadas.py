"""Practices counted by another of their names, and by a línea of the Sello, that is no "en línea"."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas fichas tienen la línea estrategias formativas?", "**4 prácticas**"),
        ("nº de fichas de buenas prácticas marcadas en línea estrategias formativas", "**4 prácticas**"),
        ("n° de iniciativas en la línea vinculación comunitaria", "**6 prácticas**"),
    ],
)
def test_they_are_counted(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text[:60]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ministerio sectorial con más medidas en el plan, y cuántas", "**Ministerio del Trabajo y Previsión Social**"),
        ("subsecretaría con más medidas en el plan", "**Subsecretaría de Derechos Humanos"),
    ],
)
def test_only_those_of_the_sort_named_are_ranked(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)


def test_ejes_go_by_their_articles_alone(real_assistant: Assistant) -> None:
    question = "según el cuadro de ejes, ¿cuántas medidas juntan el de protección internacional y el de integración e inclusión?"
    assert "**50 medidas**" in answer(real_assistant, question).text[:60]
