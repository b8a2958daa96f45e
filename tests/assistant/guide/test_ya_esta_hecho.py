"""How far a municipality has come with the guide, what hinders it, and the rest of a set of which one was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

NEXT = {
    "ya tenemos la carta de compromiso firmada, ¿qué viene ahora?": "**1.2 Conformación de equipos**",
    "listo, quedaron armados el equipo ejecutivo y el ampliado. dame el siguiente paso": "**Etapa 2: Diagnóstico.**",
    "ya hicimos el taller de diagnóstico, ¿qué sigue?": "**2.4 Sistematización",
    "terminamos el diagnóstico, ¿cuál es el siguiente paso?": "**Etapa 3: Planificación",
    "la mesa comunal ya está creada, ¿qué viene después?": "**4.3 Validación ante el Concejo",
}


@pytest.mark.parametrize("question", NEXT)
def test_what_is_done_is_followed_by_the_next_section_or_stage(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert NEXT[question] in answer.text[:120], answer.text
    assert not answer.withheld


@pytest.mark.parametrize("question", ["ya venció mi visa, ¿qué viene ahora?", "ya tengo mi residencia, ¿qué sigue?"])
def test_what_one_has_done_outside_the_guide_is_followed_by_no_stage(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not any(id.startswith("etapa:") for id in answer.record_ids)


HINDERED = {
    ("¿cómo difundimos la política?", "el problema es que los vecinos andan en contra de los migrantes"): "magnitud",
    ("quiero armar el equipo municipal ampliado", "pero es imposible juntar a los directores en otra reunión"): (
        "instancias existentes"
    ),
    ("¿cómo se crea la mesa comunal de migración?", "el problema es que nadie quiere otra mesa más"): (
        "instancias ya existentes"
    ),
}


@pytest.mark.parametrize("turns", HINDERED)
def test_what_hinders_is_met_by_the_advice_of_the_section_told(
    real_assistant: Assistant, turns: tuple[str, str]
) -> None:
    conversation = real_assistant.ask(turns[0], None).conversation_id
    answer = real_assistant.ask(turns[1], conversation).answer
    assert not answer.abstained
    assert HINDERED[turns] in answer.text[:700], answer.text


THE_OTHERS = {
    ("¿Qué son las políticas municipales explícitas?", "¿Y las otras, en qué se diferencian?"): [
        "| Políticas explícitas | Políticas implícitas |"
    ],
    ("¿qué es un migrante en situación regular?", "¿y el otro?"): ["**Migrante en situación irregular**"],
    ("¿Qué son las fortalezas en el FODA?", "¿y las otras?"): ["**Debilidades", "**Oportunidades", "**Amenazas"],
    ("¿Qué es la eficacia?", "¿y los otros criterios?"): ["**Pertinencia", "**Eficiencia", "**Sostenibilidad"],
}


@pytest.mark.parametrize("turns", THE_OTHERS)
def test_the_others_are_the_rest_of_the_set_that_was_told_of(real_assistant: Assistant, turns: tuple[str, str]) -> None:
    conversation = real_assistant.ask(turns[0], None).conversation_id
    answer = real_assistant.ask(turns[1], conversation).answer
    for text in THE_OTHERS[turns]:
        assert text in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "example"),
    [
        ("para llenar las amenazas del FODA, ¿qué ejemplo da la guía?", "discursos xenófobos"),
        ("FODA, debilidades: ejemplo", "Falta de personal capacitado"),
    ],
)
def test_the_example_of_what_is_named_before_leads(real_assistant: Assistant, question: str, example: str) -> None:
    assert example in real_assistant.ask(question, None).answer.text[:250]


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué distingue a las políticas municipales asimilacionistas de las multiculturales, según la guía?",
        "¿Qué diferencia hay entre políticas universales y políticas focalizadas según la guía?",
    ],
)
def test_two_things_of_which_nothing_told_speaks_are_not_set_apart(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained
