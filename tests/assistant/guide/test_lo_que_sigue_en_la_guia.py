"""Follow-ups of what the guide told: a step or a stage by its place, the ideal, how often, how long."""

from __future__ import annotations

import pytest

from assistant.guide.turns import asked_place
from assistant.pipeline import Assistant
from assistant.values import Answer


def _last(assistant: Assistant, *turns: str) -> Answer:
    conversation = None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    return reply.answer


STEPS = "¿cuáles son los pasos para hacer una encuesta?"
MINIMUM = "¿Qué es lo mínimo para dar por validada la política municipal?"
WHO = "¿Quiénes pueden integrar la mesa comunal de migración?"


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        ((STEPS, "y el terser paso como es"), "Aplicación de la Encuesta"),
        ((STEPS, "¿y el paso 3?", "¿y el siguiente?"), "Análisis de datos"),
        (("¿cuáles son los pasos para armar un árbol de problemas?", "¿y el último?"), "Analizar y Priorizar"),
        (("¿cuáles son las etapas para hacer una política municipal?", "¿qué se hace en la tercera?"), "**Etapa 3"),
        ((MINIMUM, "¿Y en el escenario ideal?"), "**Ideal**: Reunión de validación"),
        ((MINIMUM, "¿y lo ideal?"), "**Ideal**: Reunión de validación"),
        ((WHO, "¿y cada cuánto tiempo conviene que se junte?"), "Una sugerencia es que, a partir de esta primera sesión"),
        ((WHO, "¿cada cuánto se reúne?"), "Una sugerencia es que, a partir de esta primera sesión"),
    ],
)  # fmt: skip
def test_what_is_asked_goes_on_with_the_guide(real_assistant: Assistant, turns: tuple[str, ...], begins: str) -> None:
    assert _last(real_assistant, *turns).text.startswith(begins)


def test_how_long_the_tool_of_a_concept_takes(real_assistant: Assistant) -> None:
    answer = _last(real_assistant, "¿qué es una entrevista semiestructurada?", "¿y cuánto dura?")
    assert "20-40 minutos" in answer.text[:400]


@pytest.mark.parametrize(
    ("fresh", "before", "place"),
    [
        ("¿y el segundo?", "", 1),
        ("el paso numero 4", "", 3),
        ("¿y el ultimo?", "", 4),
        ("¿y el que sigue?", "el segundo paso como es", 2),
        ("¿y despues?", "la encuesta", None),
        ("¿y el septimo?", "", None),
    ],
)
def test_a_place_among_five(fresh: str, before: str, place: int | None) -> None:
    assert asked_place(fresh, before, 5) == place


@pytest.mark.parametrize("more", ["¿y Compromiso Migrante, que suena parecido?", "¿y el Compromiso Migrante?"])
def test_another_name_is_defined_too(real_assistant: Assistant, more: str) -> None:
    assert "adhesión voluntaria de empresas" in _last(real_assistant, "¿qué es el Sello Migrante?", more).text


def test_a_definition_and_more_of_a_name(real_assistant: Assistant) -> None:
    answer = _last(real_assistant, "PLADECO: definición y duración mínima")
    assert not answer.abstained
    assert "al menos cuatro años" in answer.text


def test_who_is_invited_to_the_tool_told(real_assistant: Assistant) -> None:
    workshop = "¿cómo hago el taller de diagnóstico?"
    assert _last(real_assistant, workshop, "¿cuánto dura en total?").text.startswith("**90 minutos**")
    answer = _last(real_assistant, workshop, "¿cuánto dura en total?", "¿a quién invito?")
    assert answer.text.startswith("Selección de Participantes")


def test_a_list_of_addresses_leads_no_answer(real_assistant: Assistant) -> None:
    assert "http" not in _last(real_assistant, "¿dónde publico la política?").text[:200]


def test_the_minutes_of_a_tool_that_was_told_are_added_up(real_assistant: Assistant) -> None:
    told = _last(real_assistant, "¿cómo hago el taller de diagnóstico?", "suma los minutos")
    assert not told.abstained
    assert "minutos" in told.text[:40]
