"""Where the asker says that he writes from: no part of what he asks, unless he asks of that place."""

from __future__ import annotations

import pytest
from asking import answer, medidas

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


@pytest.mark.parametrize(
    ("message", "before", "read"),
    [
        ("cuántos operativos hubo acá en 2024", ["hola, soy de Aysén"], "cuántos operativos hubo en Aysén en 2024"),
        ("¿qué prácticas hay de acá?", ["vivo en Quilicura", "¿qué es un eje?"], "¿qué prácticas hay de Quilicura?"),
        (
            "¿cuántas charlas dieron en mi región?",
            ["trabajo en la muni de Temuco"],
            "¿cuántas charlas dieron en La Araucanía?",
        ),
        # Another place was spoken of since, or is named; a region is no comuna; "acá" is of time.
        ("¿y cuánto duró acá?", ["soy de Ñuñoa", "¿qué hizo Quilicura?"], "¿y cuánto duró acá?"),
        ("¿cuántos hubo acá en Chile?", ["soy de Aysén"], "¿cuántos hubo acá en Chile?"),
        ("¿qué hace mi comuna?", ["soy de la región de Tarapacá"], "¿qué hace mi comuna?"),
        ("¿cuántas se dieron de 2022 para acá?", ["soy de Aysén"], "¿cuántas se dieron de 2022 para acá?"),
        ("¿cuántos haitianos hay acá?", ["soy de Haití"], "¿cuántos haitianos hay acá?"),
        ("¿cuántos operativos hubo acá?", ["¿qué hizo Quilicura?"], "¿cuántos operativos hubo acá?"),
    ],
)
def test_here_is_where_the_asker_said_to_be(
    real_assistant: Assistant, message: str, before: list[str], read: str
) -> None:
    assert real_assistant.parts.introductions.there(message, before) == read


def test_what_is_asked_of_here_is_told_of_that_place(real_assistant: Assistant) -> None:
    assert (
        "46"
        in answer(real_assistant, "hola, soy de una muni de Aysén", "¿cuántos operativos hubo por acá en 2024?").text
    )
    told = answer(real_assistant, "buenas, trabajo en la muni de Temuco", "¿qué buena práctica tenemos en mi comuna?")
    assert "Mesa de Convivencia" in told.text


@pytest.mark.parametrize(
    ("message", "before", "read"),
    [
        (
            "¿cuántas medidas nos tocan?",
            ["hola, soy del Mineduc", "gracias"],
            "Soy de Ministerio de Educación, ¿cuántas medidas nos tocan?",
        ),
        ("¿y las nuestras?", ["trabajo en la PDI"], "Soy de Policía de Investigaciones, ¿y las nuestras?"),
        # It names one itself, asks for nothing of its own, or nobody said where he works.
        ("¿qué medidas nos tocan con Salud?", ["soy del Mineduc"], "¿qué medidas nos tocan con Salud?"),
        ("¿cuántas medidas hay?", ["soy del Mineduc"], "¿cuántas medidas hay?"),
        ("¿qué medidas nos tocan?", ["¿qué hace la PDI?"], "¿qué medidas nos tocan?"),
    ],
)
def test_ours_is_of_the_institution_that_the_asker_said_to_be_of(
    real_assistant: Assistant, message: str, before: list[str], read: str
) -> None:
    assert real_assistant.parts.affiliations.written_in(message, before) == read
    assert medidas(real_assistant, "buenas, soy de Mineduc", "¿cuáles medidas son nuestras?") == (61, 62, 63, 64)
