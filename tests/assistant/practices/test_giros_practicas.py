"""Turns of phrase of questions on practices, and how a piece of one is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.focus import weigher
from assistant.practices.pick import looks_of
from assistant.practices.shorten import asking_weights, fitted, without_asker
from assistant.practices.turns import OF_ALL, WHAT_WAS_DONE, seeks_other

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("lo que hizo lota con los huertos, ¿que dias fue?", "¿que dias fue?"),
        ("eso que organizaron en castro con la radio, ¿quien lo paga?", "¿quien lo paga?"),
        ("¿que hizo lota con los huertos?", "¿que hizo lota con los huertos?"),
    ],
)
def test_what_was_done_tells_which_practice_and_is_not_asked(line: str, asked: str) -> None:
    assert WHAT_WAS_DONE.sub("", line) == asked


def test_one_of_all_and_another_leave_what_was_told() -> None:
    assert OF_ALL.search("¿y cual de las diez practicas dura mas?")
    assert OF_ALL.search("entre todas las fichas, ¿cual es de enero?")
    assert not OF_ALL.search("¿y la practica cuanto dura?")
    assert seeks_other("¿y que otra municipalidad lo hizo?")
    assert seeks_other("aparte de esa, ¿quien mas?")
    assert not seeks_other("¿y con que otros recursos lo pagan?")


def test_a_day_is_told_by_its_number_and_its_month() -> None:
    looks = looks_of("¿que dias fue?")
    assert looks is not None
    assert looks.search("3 de agosto de 2023")
    assert not looks.search("agosto de 2023")


def test_the_clause_that_answers_brings_those_beside_it_as_far_as_they_fit() -> None:
    text = "El club busca crecer en el puerto, abrir sus talleres a todos y unirse a la Red de Clubes del Sur, en mayo."
    weights = {"club": 1.0, "puert": 1.0, "red": 1.0}
    assert fitted(text, weigher(weights, None), 200) == text
    assert fitted(text, weigher(weights, None), 45) == "El club busca crecer en el puerto …"
    asked = asking_weights("¿a que red se une el club del puerto?", weights)
    assert asked == weights  # three letters name no sort of thing
    assert asking_weights("¿a que grupo se une?", {"grup": 1.0})["grup"] > 1
    assert fitted("Nació sola, sin ayuda de nadie, con 30 socios.", weigher({"soci": 1.0}, None), 34) == (
        "… sin ayuda de nadie, con 30 socios."
    )


def test_who_asks_is_no_part_of_the_need() -> None:
    assert without_asker("soy apoderado, ¿que comuna ensena creole?") == "¿que comuna ensena creole?"
    assert without_asker("¿que comuna ensena creole?") == "¿que comuna ensena creole?"


@pytest.mark.parametrize(
    ("turns", "leads"),
    [
        (("¿en qué días fueron las jornadas de La Reina?",), ["3 de agosto", "24 de julio"]),
        (("Lo que organizaron en Lo Espejo con las mesas, ¿con qué plata se hizo?",), ["Inclusión Social"]),
        (("¿Qué hizo Lo Espejo?", "¿y cuál de las diez prácticas marcó nada más que una de las líneas?"), ["Macul"]),
        (("¿Qué hizo La Reina?", "¿y qué otra municipalidad trabaja con una universidad?"), ["Hualqui"]),
        (("¿A qué consejo se quiere vincular MigraUdeC?",), ["Consejo Consultivo"]),
    ],
)
def test_the_practice_meant_stands_first(real_assistant: Assistant, turns: tuple[str, ...], leads: list[str]) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    for lead in leads:
        assert lead in reply.answer.text[:400]
