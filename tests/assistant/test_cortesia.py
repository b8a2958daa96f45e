"""What a message says only to be polite is taken off its ends, and nothing else."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.courtesy import Courtesy
from corpus.cues import Cues
from corpus.settings import Settings


@pytest.fixture(scope="module")
def courtesy() -> Courtesy:
    return Courtesy(Cues.load(Settings().lexicon_dir, "mensajes.toml"))


@pytest.mark.parametrize(
    ("message", "left"),
    [
        (
            "¡Hola! Buenas tardes, espero que se encuentren muy bien. Quería consultar cuántas reconducciones hubo en 2024."
            " Muchísimas gracias de antemano y que tengan linda semana.",
            "cuántas reconducciones hubo en 2024.",
        ),
        (
            "Estimados: agradezco desde ya su disposición. ¿Qué plazo tiene la medida 12? Atte., Luis F.",
            "¿Qué plazo tiene la medida 12?",
        ),
        ("Buenas noches, disculpen la hora y la molestia. ¿Quién la financió? Un abrazo", "¿Quién la financió?"),
        ("¿cachai qué muni hizo un mural? te pasaste", "qué muni hizo un mural?"),
        ("oye una duda, plazo del convenio con ANID", "plazo del convenio con ANID"),
        ("¿Cómo se forma el equipo? Quedo atenta, Marcela", "¿Cómo se forma el equipo?"),
        (
            "cuantos operativos hubo en maule muchas gracias que tenga buena tarde",
            "cuantos operativos hubo en maule",
        ),
        ("algo de inclusión digital para mujeres, creo", "algo de inclusión digital para mujeres"),
        ("¿hay medidas sobre trata de personas, me parece?", "¿hay medidas sobre trata de personas?"),
    ],
)
def test_courtesy_at_the_ends_is_taken_off(courtesy: Courtesy, message: str, left: str) -> None:
    assert courtesy.without(message) == left


@pytest.mark.parametrize(
    "message",
    [
        "muchas gracias, que tenga linda tarde",
        "buenas prácticas de salud",
        "¿gracias a qué medida se creó la mesa?",
        "¿Qué dice la guía del saludo del alcalde?",
        "saber cuántas reconducciones hubo",
    ],
)
def test_what_is_asked_about_stays_and_so_does_small_talk(courtesy: Courtesy, message: str) -> None:
    assert courtesy.without(message) == message


def test_a_polite_letter_is_answered_as_its_question_is(real_assistant: Assistant) -> None:
    plain = answer(real_assistant, "¿Cuántos casos de trata de personas se identificaron en 2024?")
    polite = answer(
        real_assistant,
        "Buenas tardes, junto con saludar, quisiera saber cuántos casos de trata de personas se identificaron en 2024."
        " Quedo atento a su respuesta, saludos cordiales, Pedro Soto",
    )
    assert polite.text == plain.text


@pytest.mark.parametrize("message", ["¿qué ley lo creo?", "el comité asesor, cuando se creo"])
def test_a_verb_without_its_accent_is_no_doubt(courtesy: Courtesy, message: str) -> None:
    assert courtesy.without(message) == message
