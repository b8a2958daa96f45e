"""What one document says, where just that one is asked: told from it, or that it does not speak of it."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("qué dice el plan sobre remesas", "Plan Nacional"),
        ("que dice el plan del sello migrante", "Plan Nacional"),
        ("que dice la guia sobre el COSOC", "Guía Práctica"),
        ("¿Qué dice la guía del retorno humanitario?", "Guía Práctica"),
        ("qué dicen las fichas sobre el fútbol", "Fichas"),
    ],
)
def test_a_document_that_does_not_speak_of_it_is_told_so(real_assistant: Assistant, question: str, title: str) -> None:
    told = answer(real_assistant, question)
    assert told.abstained
    assert told.text.startswith(f"**No está en {title}")
    assert "Lo más cercano que sí está" in told.text


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("qué dice la guía del presupuesto", "guia"),
        ("que dice la guia de las entrevistas", "guia"),
        ("qué dice la cuenta pública sobre el Sello Migrante", "cuenta"),
        ("qué dice el plan de los títulos extranjeros", "plan"),
    ],
)
def test_what_it_says_is_told_from_it(real_assistant: Assistant, question: str, document: str) -> None:
    told = answer(real_assistant, question)
    assert not told.abstained
    assert told.citations[0].span.document == document
