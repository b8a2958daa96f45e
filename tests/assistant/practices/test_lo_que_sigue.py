"""Follow-ups of a practice or a theme that was just told: what went badly, who helped, which practices are its examples."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.values import Answer


def _last(assistant: Assistant, *turns: str) -> Answer:
    conversation = None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    return reply.answer


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("¿De qué trata la práctica de Temuco?", "qué dificultades tuvieron"), "Aprendizajes"),
        (("¿De qué trata la práctica de Hualqui?", "¿qué obstáculos enfrentaron?"), "Aprendizajes"),
        (("¿De qué trata la práctica de Temuco?", "quiénes los ayudaron"), "Trama Tejido Migrante"),
    ],
)
def test_a_field_by_other_words(real_assistant: Assistant, turns: tuple[str, str], says: str) -> None:
    answer = _last(real_assistant, *turns)
    assert not answer.abstained
    assert says in answer.text[:400]


def test_a_field_that_a_practice_lacks_is_not_told_by_another(real_assistant: Assistant) -> None:
    answer = _last(real_assistant, "¿Cómo funciona el Plan de Acogida de Quilicura?", "qué dificultades tuvieron")
    assert answer.abstained
    assert "no trae ese dato" in answer.text


def test_what_the_story_tells_of_a_field_that_is_lacking(real_assistant: Assistant) -> None:
    turns = (
        "¿alguna comuna formó a vecinos como mediadores sociales interculturales?",
        "¿y con qué fundación lo hicieron?",
    )
    assert not _last(real_assistant, *turns).abstained


@pytest.mark.parametrize(
    ("turns", "says", "not_said"),
    [
        (
            ("¿Qué recomienda la guía a los municipios en materia de salud y bienestar?", "¿Y qué comunas chilenas presenta como ejemplo de ello?"),
            "Santiago y La Granja", "Pichincha",
        ),
        (("¿Qué dice la guía de la vivienda y la planificación urbana?", "¿y qué ciudades ya lo hacen?"), "Bergen", "Quilicura"),
        (("¿Qué recomienda la guía en educación?", "¿algún ejemplo en Chile?"), "Temuco", "Toronto"),
        (("¿Qué recomienda la guía en educación?", "¿hay ejemplos de otros países?"), "Toronto", "Temuco"),
    ],
)  # fmt: skip
def test_the_examples_of_the_theme_just_told(
    real_assistant: Assistant, turns: tuple[str, str], says: str, not_said: str
) -> None:
    text = _last(real_assistant, *turns).text
    assert says in text
    assert not_said not in text
