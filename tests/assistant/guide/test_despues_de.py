"""What comes after a step that is named or before it, how many stages there are, how often things are looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("que hago despues de aprobar la politica", "4.4 Difusión de la Política"),
        ("¿qué hago cuando esté aprobada la política?", "4.4 Difusión de la Política"),
        ("que hago despues de firmar la carta", "1.2 Conformación de equipos"),
        ("¿Qué sigue después del taller de planificación?", "3.2 Revisión de iniciativas"),
        ("que hago despues de conformar los equipos", "Etapa 2: Diagnóstico"),
        ("que se hace despues de validar la politica", "4.4 Difusión de la Política"),
        ("qué hacemos luego de planificar", "Etapa 4: Validación y difusión"),
        ("qué tengo que hacer antes de hacer el diagnóstico", "Etapa 1: Preparación"),
        ("¿Cuál es la fase anterior a la implementación?", "Etapa 4: Validación y difusión"),
        ("antes de partir con la planificación, ¿qué hago?", "Etapa 2: Diagnóstico"),
        ("¿qué viene antes del taller de planificación?", "2.4 Sistematización de la información"),
        ("cuantas etapas son", "**5 etapas**"),
        ("me acaban de nombrar, ¿cómo se hace una política migratoria comunal de principio a fin?", "**5 etapas**"),
        ("cómo hago la política paso a paso", "**5 etapas**"),
        ("¿cuántos pasos hay?", "**5 etapas**"),
        ("cada cuanto se evalua la politica", "una vez al año"),
    ],
)
def test_the_first_line_tells_it(real_assistant: Assistant, question: str, lead: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert lead in answer.text.split("\n")[0], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "que hago despues de que me aprueben la residencia",
        "como se postula al sello migrante",
        "¿Qué necesita un municipio para tener el Sello Migrante?",
        "¿cómo se postula al reconocimiento Compromiso Migrante?",
    ],
)
def test_what_no_document_says_is_not_told_by_its_neighbours(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert answer.abstained, answer.text
