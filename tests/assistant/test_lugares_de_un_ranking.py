"""After a ranking its other places are asked for; after two medidas, how they differ; after one, another by its number."""

from __future__ import annotations

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "named", "other"),
    [
        (("¿qué institución tiene más medidas?", "¿y la que le sigue?"), "Trabajo", "Servicio Nacional"),
        (("ordéname los ministerios por cantidad de medidas", "¿quién es el cuarto?"), "Educación", "Trabajo"),
        (("¿qué eje tiene más medidas?", "¿y el segundo?"), "Eje 4", "Eje 7"),
        (("¿qué eje tiene más medidas?", "¿y el segundo?", "¿y el que tiene menos?"), "Eje 6", "Eje 4"),
    ],
)
def test_the_next_place_of_a_ranking(real_assistant: Assistant, turns: tuple[str, ...], named: str, other: str) -> None:
    lead = answer(real_assistant, *turns).text.split("\n")[0]
    assert named in lead
    assert other not in lead


def test_the_medidas_of_a_place_are_listed(real_assistant: Assistant) -> None:
    ranking = ("¿qué institución tiene más medidas?", "y la que le sigue")
    assert medidas(real_assistant, *ranking, "¿cuáles tiene?") == (6, 7, 8, 9, 11, 45, 46, 47)
    least = ("¿qué ministerio tiene menos medidas?", "¿y cuál es esa medida?")
    assert medidas(real_assistant, *least) == (2, 36, 69)


def test_how_two_medidas_differ_is_asked_of_both(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "háblame de la medida 51", "y la 52", "¿en qué se diferencian?") == (51, 52)
    assert medidas(real_assistant, "diferencias entre la medida 74 y la 78") == (74, 78)
    assert medidas(real_assistant, "medidas entre la 20 y la 22") == (20, 21, 22)


def test_another_number_is_asked_for_the_same_field(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "¿cuál es el plazo de la medida 5?", "¿y el de la 12?")
    assert told.medidas == (12,)
    assert "31 de noviembre 2024" in told.text.split("\n")[0]
    assert "31 de diciembre 2025" in answer(real_assistant, "plazo de la medida 5", "y la 61").text.split("\n")[0]


def test_whom_the_first_shared_with_goes_on(real_assistant: Assistant) -> None:
    first = "¿qué medidas comparte con SERMIG el Ministerio de Desarrollo Social?"
    assert medidas(real_assistant, first, "¿y Justicia?") == (14,)
    assert medidas(real_assistant, "medidas de Mujer", "¿cuáles comparte con SERMIG?", "¿y las que no?") == (
        22,
        24,
        29,
        30,
        31,
    )


def test_a_set_is_narrowed_turn_by_turn(real_assistant: Assistant) -> None:
    turns = ("medidas del eje 4", "sólo las de Mujer", "que venzan en 2024")
    assert medidas(real_assistant, *turns) == (23, 24, 28, 29, 30, 31)


def test_the_deadline_after_the_one_just_told(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿qué medidas vencen primero?", "¿y después?") == (22, 26, 41, 62, 71, 74)
    as_of = "¿cuál es la próxima que vence al 1 de septiembre de 2024?"
    assert medidas(real_assistant, as_of) == (48, 51)
    assert medidas(real_assistant, as_of, "¿y la siguiente?") == (12,)


def test_a_place_of_the_set_told_before_one_of_it(real_assistant: Assistant) -> None:
    turns = ("lista las medidas del Minvu", "la segunda", "¿en qué fecha vence?")
    assert medidas(real_assistant, *turns, "¿y la última?") == (53,)
    assert medidas(real_assistant, "medidas de Justicia", "la penúltima") == (67,)


def test_so_many_of_the_first_or_the_last(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "las 3 últimas del plan") == (84, 85, 86)
    assert len(medidas(real_assistant, "las 5 primeras que vencen")) >= 5
