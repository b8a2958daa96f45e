"""Messages that mean one of the medidas told one by one before, the other of two, or what was named earlier."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.values import Status


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (
            (
                "¿qué plazo tiene la medida 42?",
                "¿y la 48?",
                "¿qué es el PLADECO?",
                "ok. ¿y la de mediación que te pregunté al principio, quién la hace?",
            ),
            42,
        ),
        (
            (
                "¿qué dice la medida 70?",
                "¿qué es el FODA?",
                "y la de los derechos políticos que vimos antes, ¿qué indicador tiene?",
            ),
            70,
        ),
        (("¿qué dice la medida 70?", "¿qué es el FODA?", "y la de los derechos políticos, ¿cuándo vence?"), 70),
        (("¿cuándo vence la medida 47?", "¿y la 64?", "la primera que te pregunté, ¿de qué ministerio es?"), 47),
        (("¿qué medida es la de Perú?", "¿y la de Bolivia?", "¿cuál era el plazo de la primera?"), 71),
        (("¿qué hace la PDI en el plan?", "¿y el Ministerio del Deporte?", "¿y cuál es el plazo de la primera?"), 5),
        (
            (
                "¿qué medida va sobre lenguaje inclusivo?",
                "¿y sobre la OGUC?",
                "la que dijiste antes, ¿cuándo vence?",
            ),
            49,
        ),
        (("¿cuál es la medida 12?", "¿y la 13?", "¿cuál de las dos vence antes?", "¿y quién hace la otra?"), 12),
        (("¿cuál es la medida 12?", "¿y la 13?", "¿y quién hace la otra?"), 12),
        (("¿qué medidas vencen en 2026?", "¿de quién es la segunda?"), 67),
        (("¿qué medidas tiene Educación?", "¿quién hace la primera?", "¿y la última cuándo vence?"), 64),
        # of a set that was told, its own first one
        (("¿qué medidas vencen en 2026?", "¿y la segunda?", "¿y la primera quién la hace?"), 66),
    ],
)
def test_one_of_those_told_one_by_one(real_assistant: Assistant, turns: tuple[str, ...], number: int) -> None:
    assert medidas(real_assistant, *turns) == (number,)


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (("¿qué medida es la del aula previsional?", "¿y la otra, la del trabajo decente?"), 45),
        (("¿qué medida ve los pasos fronterizos?", "¿y la otra, la de la frontera marítima?"), 36),
    ],
)
def test_the_other_that_is_named_right_behind(real_assistant: Assistant, turns: tuple[str, ...], number: int) -> None:
    assert medidas(real_assistant, *turns) == (number,)


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿qué medida es la del convenio con ANID?", "¿y qué número era?"), (41,)),
        (
            ("¿quién hace el modelo de atención directa al público?", "¿qué número de medida es y cuándo vence?"),
            (81,),
        ),
        (("hay alguna medida de deporte?", "y otra?"), (2,)),
        (("¿qué medida es la de inclusión digital?", "¿hay otra?"), (39, 40)),
        # another medida that is named is no comparison with the last
        (("¿cuál es la medida 2?", "¿y cuál es el plazo de la medida 5?"), (5,)),
    ],
)
def test_its_number_and_whether_there_are_more(
    real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == numbers


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿qué medidas tenían plazo en 2023?", "¿y en cuáles de esas no está metido el SERMIG?"), (22, 41, 62)),
        (("¿qué medidas tiene el eje 3?", "¿en cuáles no trabaja Registro Civil?"), (15,)),
        (("¿qué medidas hay del eje 9?", "¿y en cuántas no pinta nada el SERMIG?"), (72,)),
        (
            ("¿qué medidas hay sobre vivienda?", "¿quién hace la 48?", "¿y de esas cuáles vencen en 2025?"),
            (48, 49, 50, 52),
        ),
        (
            ("¿cuántas medidas tiene el eje 7?", "¿y el 4?", "¿cuál tiene más?", "¿y de ese cuáles vencen en 2023?"),
            (41, 62),
        ),
    ],
)
def test_those_of_a_set(real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]) -> None:
    assert medidas(real_assistant, *turns) == numbers


def test_what_became_of_that_act(real_assistant: Assistant) -> None:
    told = answer(
        real_assistant, "¿qué medida es la de protección complementaria?", "¿al final salió la resolución esa?"
    )
    assert "6009" in told.text
    turns = ("¿qué medida es la del plan nacional de complejos fronterizos?", "¿al final salió ese plan?")
    assert medidas(real_assistant, *turns) == (35,)


def test_back_to_what_was_named(real_assistant: Assistant) -> None:
    turns = ("¿qué hizo Macul?", "¿qué es el PLADECO?", "volviendo a Macul, ¿quiénes participan?")
    assert "sociedad civil" in answer(real_assistant, *turns).text
    turns = ("¿qué medida es la del subsidio de arriendo?", "¿qué es el FODA?", "volviendo al subsidio, ¿cuándo vence?")
    assert medidas(real_assistant, *turns) == (51,)


def test_that_one_of_a_practice(real_assistant: Assistant) -> None:
    turns = (
        "¿quiénes van a la mesa institucional de Lo Espejo?",
        "¿y la de organizaciones?",
        "¿cada cuánto se junta esa?",
    )
    assert "reuniones mensuales" in answer(real_assistant, *turns).text[:200]
    turns = ("¿quiénes van a la mesa institucional de Lo Espejo?", "¿y esa cada cuánto se junta?")
    assert "trimestral" in answer(real_assistant, *turns).text[:200]


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿cuál es la última medida que vence?", "¿y la primera?"), (73,)),
        (("¿qué medidas tiene Vivienda?", "¿cuál vence primero?", "¿y la última en vencer?"), (48, 49, 52)),
        (("¿qué medidas vencen en junio de 2025?", "¿cuál es de Educación?", "¿y las demás de quién son?"), (47, 50)),
        (("¿qué medida es la del padrón biométrico?", "no esa no, la del rol único nacional"), (4,)),
        (("¿quién hace la medida 24?", "me equivoqué, la 34"), (34,)),
        (("¿qué es la trata de personas?", "¿y el tráfico?", "¿hay medidas sobre lo primero?"), (32,)),
        (("¿qué medida es la de la trata?", "¿y la de la red consular?", "¿de quién son las dos?"), (3, 32)),
        (("¿de quién es la medida 3?", "¿y la 70?", "¿entonces las dos son del mismo ministerio?"), (3, 70)),
        (("¿de quién es la medida 43?", "¿y la 45?", "¿Tienen ambas el mismo plazo? ¿Cuál?"), (43, 45)),
        (("¿cuándo vence la medida 10?", "¿y la 12?", "¿quién está a cargo de las dos?"), (10, 12)),
        (("¿de quién es la medida 43?", "¿y la 45?", "¿cuál es el plazo de ambas?"), (43, 45)),
    ],
)
def test_the_other_end_and_the_rest(
    real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert set(medidas(real_assistant, *turns)) == set(numbers)


def test_those_of_a_list_of_practices_that_are_not_there(real_assistant: Assistant) -> None:
    told = "¿qué prácticas hay de educación en las fichas?"
    text = answer(real_assistant, told, "¿cuáles no son de la Región Metropolitana?").text
    assert "Los Andes" in text
    assert "Maipú" not in text
    assert "Maipú" in answer(real_assistant, told, "¿cuáles son de la Región Metropolitana?").text
    # what is left out by anything but a place is not told turned round
    assert answer(real_assistant, told, "¿cuál no es de 2023?").status is Status.NOT_FOUND


@pytest.mark.parametrize("asked", ["la de Iquique, ¿quién la financió?", "¿y lo de Calama, con qué plata se hizo?"])
def test_of_a_place_without_any_practice_nothing_of_the_last_one_is_told(real_assistant: Assistant, asked: str) -> None:
    told = answer(real_assistant, "¿qué hizo Macul?", asked)
    assert told.status is Status.NOT_FOUND
    assert "Donaciones" not in told.text


def test_what_the_stage_just_told_has(real_assistant: Assistant) -> None:
    turns = ("¿cuántas etapas tiene la guía?", "¿cómo se llama la cuarta?")
    assert "Validación y difusión" in answer(real_assistant, *turns).text
    assert medidas(real_assistant, *turns, "¿qué pasos tiene?") == ()


@pytest.mark.parametrize(
    ("turns", "funds"),
    [
        (("¿qué hizo Macul?", "¿y Temuco?", "¿y la otra con qué plata se hizo?"), "Donaciones"),
        (("¿qué hizo Macul?", "¿y Temuco?", "¿y Concepción?", "la primera, ¿quién la financia?"), "Donaciones"),
        (("¿qué hizo Macul?", "¿y Temuco?", "¿cuál partió antes?", "¿y quién financia la otra?"), "Recursos propios"),
    ],
)
def test_one_of_the_practices_told_one_by_one(real_assistant: Assistant, turns: tuple[str, ...], funds: str) -> None:
    assert funds in answer(real_assistant, *turns).text[:200]
