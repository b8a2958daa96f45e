"""The minimum of a section that is named by what it is about, and what a document of the guide should hold."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Para dar por validada la política, ¿cuáles son los requisitos mínimos que señala la guía?",
            "equipo municipal ampliado",
        ),
        ("¿qué requisitos mínimos pide la guía para dar por aprobada la política?", "concejo municipal"),
        ("¿qué mínimos establece la guía para conformar los equipos?", "equipo ejecutivo"),
    ],
)
def test_the_minimum_is_that_of_the_section_that_speaks_of_it(
    real_assistant: Assistant, question: str, told: str
) -> None:
    first = real_assistant.ask(question).answer.text.split("\n\n")[0]
    assert first.startswith("**Mínimo**")
    assert told in first


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "terminamos de juntar los datos, ¿qué debiera llevar el informe de diagnóstico comunal?",
            "Principales cifras",
        ),
        ("ya hicimos los talleres, ¿qué tendría que incluir el informe de diagnóstico?", "Registro de iniciativas"),
        ("¿qué debiera incluir el registro de servicios municipales?", "Nombre del departamento"),
    ],
)
def test_what_a_document_should_hold_is_its_list(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in real_assistant.ask(question).answer.text.split("\n\n")[0]
