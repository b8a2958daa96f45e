"""Where the asker says that he writes from: no part of what he asks, unless he asks of that place."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.values import Status


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("soy de la municipalidad de Pichilemu, ¿cuál es el primer paso?", "¿cuál es el primer paso?"),
        ("hola! vivo en Panguipulli y quiero saber cuántas medidas son", "hola! quiero saber cuántas medidas son"),
        ("en Tirúa queremos partir con algo, qué hago primero", "queremos partir con algo, qué hago primero"),
        ("¿cuántas medidas tiene el plan? soy de Pirque", "¿cuántas medidas tiene el plan?"),
        # He asks of that place, or the documents speak of it.
        ("vivo en Pichilemu, ¿qué hace mi municipio?", "vivo en Pichilemu, ¿qué hace mi municipio?"),
        ("soy de Quilicura, ¿qué prácticas resultaron?", "soy de Quilicura, ¿qué prácticas resultaron?"),
        ("¿qué hicieron en Pichilemu?", "¿qué hicieron en Pichilemu?"),
        ("soy haitiana, ¿cuántas visas dieron?", "soy haitiana, ¿cuántas visas dieron?"),
    ],
)
def test_a_place_that_only_the_asker_names_is_left_out(real_assistant: Assistant, message: str, asked: str) -> None:
    assert real_assistant.parts.introductions.without_unknown(message) == asked


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("soy de la municipalidad de Pichilemu, ¿cuál es el primer paso?", "5 etapas"),
        # The documents speak of La Serena, but nothing of what is asked.
        ("somos de la municipalidad de La Serena, ¿cuál es el primer paso?", "5 etapas"),
        ("te escribo desde Cunco, a quién convoco a la mesa comunal?", "Concejales/as"),
    ],
)
def test_who_says_where_he_is_from_is_answered(real_assistant: Assistant, message: str, says: str) -> None:
    assert says in answer(real_assistant, message).text


def test_what_the_asker_s_own_town_does_is_not_in_the_documents(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "vivo en Pichilemu, ¿qué hace mi municipio por los migrantes?")
    assert told.status is Status.NOT_FOUND


def test_a_place_that_is_spoken_of_on_is_not_left_out(real_assistant: Assistant) -> None:
    asked = "vivo en Recoleta y dicen que el municipio es bueno, ¿qué práctica le reconocieron?"
    assert real_assistant.parts.introductions.without(asked) == asked
    assert real_assistant.ask("Buenos días. Soy nueva en la oficina de mi comuna.").answer.status is Status.GREETING
