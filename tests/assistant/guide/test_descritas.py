"""Tools and written things of the guide that a message describes instead of naming them, and the list that is wanted of them."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿qué materiales hay que llevar al taller donde se diseñan las iniciativas?", ("papelógrafo", "Post its")),
        ("¿qué útiles pongo en las mesas el día del taller en que armamos los ejes?", ("papelógrafo", "Plumones")),
        ("estoy armando la planilla con las agrupaciones y fundaciones de la comuna, ¿qué columnas le pongo?", ("Nombre de la institución", "Dirección")),
        ("estoy haciendo un excel con los departamentos que atienden migrantes, ¿qué datos le pongo?", ("Nombre del departamento", "protocolo")),
        ("¿qué apartados debe tener el informe final de la fase de diagnóstico?", ("Principales cifras", "desafíos")),
        ("ya hay que escribir el informe del diagnóstico... ¿qué le ponemos adentro?", ("Principales cifras", "desafíos")),
        ("¿qué debe llevar el reporte de fin de año de la política?", ("Principales logros", "Avances")),
        ("¿qué tareas hace el grupo que lidera la política?", ("Coordinar la recolección",)),
    ],
)  # fmt: skip
def test_what_is_described_is_told_as_if_it_were_named(
    real_assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    first = real_assistant.ask(question).answer.text[:450]
    assert all(text in first for text in said), first


def test_what_another_document_holds_is_not_told_from_the_lists_of_the_guide(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿qué datos trae la cuenta pública sobre el registro de refugiados?").answer
    assert "Nombre del departamento" not in answer.text[:400]
