"""Concepts found by what is said of them, and parts of tools by when they come or how long they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

BEGINS = {
    "¿cómo le dicen al que arranca de la guerra?": "**Desplazados**",
    "¿cómo se llama el diagrama con raíces y ramas?": "**Árbol de problemas**",
    "¿cómo cerramos la entrevista?": "**Finalización**: Agradecer",
    "¿qué se hace al final del taller de diagnóstico?": "Cierre (10 minutos)",
    "¿qué hacemos con las respuestas de la encuesta?": "Análisis de datos",
    "¿cuánto rato como máximo debería tomar contestar una encuesta?": "**10-15 minutos**: **Extensión**",
    "¿cuánto debería durar una entrevista?": "**20-40 minutos**: Ejecución de la entrevista (estimar entre 20-40 minutos)",
    "entrevista semiestructurada: tiempo estimado": "**20-40 minutos**: Ejecución de la entrevista (estimar entre 20-40 minutos)",
    "Hago el catastro de lo que ofrece cada oficina del municipio. ¿Qué anoto de cada una?": "Una estructura sugerida",
    "etapas de la guía": "La guía propone",
}


@pytest.mark.parametrize(("question", "begins"), BEGINS.items())
def test_what_is_described_or_named_by_its_moment_leads(real_assistant: Assistant, question: str, begins: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(begins)


@pytest.mark.parametrize(
    "question", ["¿cómo se llama el director de migraciones?", "¿cómo se llama la estrategia con las empresas?"]
)
def test_other_things_than_concepts_have_names(real_assistant: Assistant, question: str) -> None:
    assert "definicion" not in str(real_assistant.answer(question)[1].record_ids)


@pytest.mark.parametrize(
    "question",
    ["si hago 6 entrevistas, ¿cuánto rato debería tomar en total?", "¿cuánto duró la encuesta de Quilicura?"],
)
def test_what_is_reckoned_or_of_a_practice_is_not_told_of_the_tool(real_assistant: Assistant, question: str) -> None:
    text = real_assistant.ask(question).answer.text
    assert not text.startswith(("**10-15 minutos**: **Extensión**", "**20-40 minutos**: Ejecución"))


@pytest.mark.parametrize(
    "question", ["¿cómo damos a conocer la política?", "cómo medimos los avances", "¿cómo corregimos la política?"]
)
def test_how_somebody_may_do_a_thing_is_told_by_the_guide(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.citations[0].span.document == "guia"


def test_how_far_a_thing_got_is_not_told_by_its_cost(real_assistant: Assistant) -> None:
    assert "99,4%" in real_assistant.ask("¿cómo vamos con el rezago?").answer.text[:120]
