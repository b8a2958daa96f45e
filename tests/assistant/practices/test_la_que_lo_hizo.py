"""One practice picked by what it did, among those told or not, where its name is not said; a text of a practice says whose it is."""

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.practices.picked import picked
from assistant.values import Status

SCHOOLS = "hola, busco ejemplos de comunas que trabajen con colegios"
FIRST = 200


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("ya, pero quiero la que armo un plan para recibir niños", "¿que municipio armo un plan para recibir niños?"),
        ("el municipio ese que puso un totem", "¿que municipio puso un totem?"),
        ("¿cual es la que tiene mesa con colegios?", "¿que municipio tiene mesa con colegios?"),
        ("y de esas la que hizo un huerto escolar", "¿que municipio hizo un huerto escolar?"),
        ("prefiero una de mujeres", "¿alguna practica de mujeres?"),
        ("¿y alguna que sea del norte?", "¿alguna practica del norte?"),
    ],
)
def test_what_it_did_is_asked_by_itself(message: str, question: str) -> None:
    assert picked(message)[0].question == question


@pytest.mark.parametrize(
    "message",
    ["la que es del norte", "¿y la de Temuco?", "quiero la de esas", "la que me dijiste antes", "la que sigue despues"],
)
def test_what_is_picked_in_other_ways(message: str) -> None:
    assert not picked(message)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "place"),
    [
        ((SCHOOLS, "quiero la que armó un plan para recibir a los niños en las escuelas"), "Temuco"),
        ((SCHOOLS, "la que armó un plan de acogida"), "Temuco"),  # of those told, though another plan is called so
        ((SCHOOLS, "la que hizo un diagnóstico"), "Los Andes"),
        (("busco ejemplos de comunas con mesas", "quiero la que tiene mesa con colegios"), "Temuco"),
        (("ejemplos de comunas que trabajan con niños", "la que hizo una escuela de educación intercultural"), "Viña del Mar"),
        (("ejemplos de protocolos municipales", "me quedo con la que puso un tótem"), "Coquimbo"),
        (("ejemplos de comunas que trabajan con universidades", "la que trabaja con la Universidad de Concepción"), "Hualqui"),
        (("¿qué municipios tienen experiencias con salud?", "la que atiende la salud mental", "¿en qué país queda?"), "Ecuador"),
    ],
)  # fmt: skip
def test_the_one_that_did_it(real_assistant: Assistant, turns: tuple[str, ...], place: str) -> None:
    told = answer(real_assistant, *turns)
    assert told.status is Status.ANSWERED
    assert place in told.text[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    "turns",
    [
        (SCHOOLS, "la que hizo títeres"),
        (SCHOOLS, "¿y alguna que sea rural?"),
        ("ejemplos de comunas que trabajan con mujeres", "la que tiene un taller de costura"),
        ("dame ejemplos de capacitación a funcionarios", "la que capacitó a los funcionarios de salud"),
    ],
)
def test_none_did_it(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert answer(real_assistant, *turns).abstained
