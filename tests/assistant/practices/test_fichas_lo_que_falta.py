"""Practices: what is asked of each of two things, what one lacks, the oldest of an edition, a category and a date."""

from __future__ import annotations

import pytest

from assistant.focus import weigher
from assistant.pipeline import Assistant
from assistant.practices.pick import looks_of
from assistant.practices.shorten import fitted


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "las dos mesas de Lo Espejo, ¿cada cuánto se junta una y cada cuánto la otra?",
            ("trimestralmente", "mensual"),
        ),
        (
            "¿en qué categoría pone la guía lo de Coquimbo y desde cuándo se aplica según la ficha?",
            ("Gobernanza", "2022"),
        ),
        ("¿quién financió la Red Solidaria de Macul?", ("Donaciones",)),
        ("¿cuántas versiones lleva la escuela intercultural de Viña del Mar?", ("tercera versión",)),
        ("¿sigue vigente el programa de Concepción?", ("dos módulos",)),
        ("¿qué unidad lleva la práctica de Maipú?", ("Unidades municipales que participan",)),
    ],
)
def test_what_is_asked_of_a_practice_leads(real_assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert all(words in answer.text[:500] for words in said)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("De las prácticas reconocidas en 2024, ¿cuál lleva más tiempo en ejecución?", "Macul"),
        ("¿cuál de las fichas 2024 es la más antigua?", "Macul"),
    ],
)
def test_a_year_behind_the_practices_is_their_edition(real_assistant: Assistant, question: str, place: str) -> None:
    answer = real_assistant.ask(question).answer
    assert f": {place}." in answer.text[:200]


def test_a_field_that_a_practice_lacks_is_said_to_be_missing(real_assistant: Assistant) -> None:
    question = "¿Cuánto duró la primera consulta a migrantes de Quilicura y cómo se financió?"
    answer = real_assistant.ask(question).answer
    assert "Dos días" in answer.text
    assert "los documentos no dicen nada" in answer.text
    assert "ministerio del interior" not in answer.text  # of another practice of Quilicura


def test_an_administrative_act_is_told_by_its_number() -> None:
    looks = looks_of("que acto administrativo le dio caracter permanente")
    assert looks is not None
    assert looks.search("decreto alcaldicio n°3.737")
    assert not looks.search("protocolo permanente establecido por decreto alcaldicio.")
    other = looks_of("que resolucion creo la unidad")
    assert other is not None
    assert not other.search("decreto n°12")


def test_a_sentence_a_little_over_its_room_is_given_whole() -> None:
    text = "Las donaciones se reparten en un espacio físico, que funciona como una boutique."
    assert fitted(text, weigher({"don": 1.0}, None), 72) == text
    assert fitted(text, weigher({"don": 1.0}, None), 50).endswith("…")


def test_a_follow_up_asks_of_the_section_that_was_told(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿Quiénes integran la mesa comunal de migración?")
    answer = real_assistant.ask("¿y cada cuánto conviene que se junte?", first.conversation_id).answer
    assert "trimestralmente" in answer.text[:300]
