"""Whose a document is, of what year and where to read it; when a thing came to be, where a document says so."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿de qué año es la guía?", ("Guía Práctica", "2024")),
        ("¿de cuándo es la cuenta pública?", ("Cuenta Pública Participativa 2024", "2025")),
        ("fecha de publicación del plan nacional", ("Plan Nacional de Migración", "2024")),
        ("me puedes mandar el pdf de la guia", ("Centro de Políticas Migratorias", "«Documentos»")),
        ("¿quién publica el plan nacional?", ("Servicio Nacional de Migraciones", "86 medidas")),
    ],
)
def test_a_document_is_told_by_its_card(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    reply = answer(real_assistant, question)
    assert not reply.abstained
    assert all(part in reply.text for part in told)


@pytest.mark.parametrize(
    "question",
    [
        "¿cuándo se publicó la resolución que creó el comité asesor del plan?",
        "¿de qué año son las cifras de expulsiones de la cuenta?",
    ],
)
def test_what_is_asked_of_something_in_it_is_not(real_assistant: Assistant, question: str) -> None:
    assert "«Documentos»" not in answer(real_assistant, question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuándo se creó el comité asesor interministerial?", "mayo de 2024"),
        ("cuando se creo la unidad de cobranza judicial", "septiembre de 2024"),
    ],
)
def test_when_a_thing_came_to_be(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "¿en qué año se creó el SERMIG?",
        "¿cuándo se fundó la OIM?",
        "¿desde cuándo funciona Compromiso Migrante?",
        "cuando partio compromiso migrante",
    ],
)
def test_what_came_to_be_at_no_known_time(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    "question", ["¿en qué documentos te basas?", "cuales son tus fuentes", "cuantos documentos tienes"]
)
def test_the_documents_are_told_with_publisher_and_year(real_assistant: Assistant, question: str) -> None:
    text = answer(real_assistant, question).text
    assert "5 documentos" in text
    assert all(document.title in text for document in real_assistant.store.documents.values())
    assert "Cuenta Pública Participativa 2024** (Servicio Nacional de Migraciones (SERMIG), 2025)" in text


@pytest.mark.parametrize(
    "question", ["qué contiene el documento de gobernanza", "de que trata el documento de quilicura"]
)
def test_a_document_of_practices_is_told_by_them(real_assistant: Assistant, question: str) -> None:
    text = answer(real_assistant, question).text
    assert "**3 prácticas**" in text
    assert "mediadores sociales interculturales" in text
    assert "Eje 1" not in text
