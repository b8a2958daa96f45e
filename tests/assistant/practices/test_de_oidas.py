"""A practice heard of by somebody who tells of himself first; its university by the name that people give it."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.understand.premises import asked_instead


@pytest.mark.parametrize(
    ("question", "place"),
    [
        (
            "soy ingeniera venezolana, supe que una muni hacía charlas con la Chile pa revalidar el título, ¿cuál era?",
            "La Reina",
        ),
        ("soy estudiante haitiano y escuché que una comuna trabajó con la UdeC, ¿cuál fue?", "Hualqui"),
        ("¿qué municipio trabajó con la UdeC?", "Hualqui"),
        ("¿qué muni trabajó con la Chile en títulos extranjeros?", "La Reina"),
        ("¿Qué municipio de las fichas formalizó la política de atención por decreto alcaldicio?", "Coquimbo"),
    ],
)
def test_what_was_heard_of_is_found(real_assistant: Assistant, question: str, place: str) -> None:
    assert place in real_assistant.ask(question).answer.text.split("\n\n")[0]


def test_who_speaks_of_his_own_case_asks_for_no_place() -> None:
    assert asked_instead("soy ingeniera venezolana, supe que puedo revalidar mi título, ¿cuál es el trámite?") is None


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "cuéntame del programa de asistencia a inmigrantes vulnerables de Quilicura",
                "¿de qué año es y quién ponía la plata?",
            ),
            ("2014", "ministerio del interior"),
        ),
        (
            ("háblame de la práctica de Hualqui", "¿a quién va dirigida y quiénes ponían los recursos?"),
            ("movilidad humana", "Vicerrectoría"),
        ),
        (
            (
                "cuéntame del programa de mediadores interculturales de Quilicura",
                "¿desde qué año está y quién lo evaluaba?",
            ),
            ("2015",),
        ),
    ],
)
def test_two_things_are_told_of_the_practice_before(
    real_assistant: Assistant, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    reply = None
    for turn in turns:
        reply = real_assistant.ask(turn, reply.conversation_id if reply else None)
    assert reply is not None
    assert not reply.answer.abstained
    assert all(one in reply.answer.text for one in told)
