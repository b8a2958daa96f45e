"""After a set: what part of which it is; another holder by its noun left out; and of near medidas, the one of the last words."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "asked", ["¿qué porcentaje del plan es eso?", "¿y en porcentaje?", "¿qué parte del total son?"]
)
def test_a_set_told_as_a_part_of_the_plan(real_assistant: Assistant, asked: str) -> None:
    text = answer(real_assistant, "¿cuántas medidas tiene el SERMIG?", asked).text
    assert text.startswith("El **43,0 %**: 37 de las 86")


def test_a_part_of_the_set_that_it_was_chosen_from(real_assistant: Assistant) -> None:
    turns = ("¿qué medidas vencen en 2023?", "¿cuáles de esas son del SERMIG?", "¿qué porcentaje son?")
    text = answer(real_assistant, *turns).text
    assert text.startswith("El **57,1 %**: 4 de las 7")
    assert "4,7 %" in text


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("¿qué porcentaje de las medidas del SERMIG vence en 2023?", "**10,8 %**: 4 de las 37"),
        ("¿qué porcentaje de las medidas que vencen en 2023 son del SERMIG?", "**57,1 %**: 4 de las 7"),
        ("¿qué porcentaje del plan vence en 2023?", "**8,1 %**: 7 de las 86"),
    ],
)
def test_a_percentage_is_of_what_the_question_names(real_assistant: Assistant, asked: str, share: str) -> None:
    assert share in answer(real_assistant, asked).text


def test_another_ministry_by_its_noun_left_out(real_assistant: Assistant) -> None:
    turns = ("¿cuántas medidas tiene el ministerio de vivienda?", "y cuáles son", "y el de educación, cuántas?")
    assert medidas(real_assistant, *turns) == (61, 62, 63, 64)
    assert len(medidas(real_assistant, *turns, "¿y el de la mujer?")) == 7


def test_what_a_set_was_narrowed_by_is_turned_round(real_assistant: Assistant) -> None:
    turns = ("¿qué medidas vencen en 2023?", "¿cuáles de esas son del SERMIG?", "¿y cuántas no?")
    assert medidas(real_assistant, *turns) == (22, 41, 62)
    assert medidas(real_assistant, *turns, "¿qué indicador tiene la segunda?") == (41,)


def test_a_set_is_narrowed_by_a_bidding(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿qué medidas tiene Relaciones Exteriores?", "dame solo las de 2025") == (3,)


def test_another_set_where_none_of_those_told_can_be_meant(real_assistant: Assistant) -> None:
    turns = (
        "¿cuál es el plazo de la medida 54?",
        "¿y por la 60?",
        "¿cuál vence antes?",
        "¿y Educación, cuántas tiene?",
    )
    assert medidas(real_assistant, *turns) == (61, 62, 63, 64)


def test_which_of_two_told_falls_due_first_and_when(real_assistant: Assistant) -> None:
    turns = (
        "¿cuál es el plazo de la medida 51?",
        "¿y el de la 52?",
        "Entonces, ¿cuál de las dos vence primero y en qué fecha?",
    )
    text = answer(real_assistant, *turns).text
    assert text.startswith("El primer plazo es el **30 de septiembre 2024**")
    assert set(medidas(real_assistant, *turns, "¿son del mismo ministerio?")) == {51, 52}


def test_of_near_medidas_the_one_of_the_last_words(real_assistant: Assistant) -> None:
    first = "¿cómo viene en el plan el piloto de la Ruta de la Empleabilidad?"
    for asked in ("¿y el hito de presentarla, para cuándo era?", "¿para cuándo era el hito de presentación?"):
        assert medidas(real_assistant, first, asked) == (8,)
    assert medidas(real_assistant, first, "¿y la política, para cuándo?") == (7,)
    strategy = "¿qué medida incluye a las mujeres migrantes en la Estrategia Nacional de Inclusión Digital?"
    assert 40 in medidas(real_assistant, strategy, "¿y en los proyectos?")


def test_what_is_said_aside_leaves_the_subject(real_assistant: Assistant) -> None:
    first = "Necesito armar una encuesta para los migrantes, ¿cómo parto?"
    assert "10-15" in answer(real_assistant, first, "uf, qué calor hace hoy", "ya, ¿y qué tan larga debería ser?").text
    turns = (
        "¿en qué consiste la buena práctica de Coquimbo?",
        "Un paréntesis: ¿la guía municipal también la menciona?",
        "Bien. ¿Y mediante qué decreto se formalizó?",
    )
    assert "3.737" in answer(real_assistant, *turns).text


def test_more_of_the_figures_told_is_no_count_of_medidas(real_assistant: Assistant) -> None:
    first = "¿cuántas mujeres participaron en Apoya Mujer Migrante en 2024?"
    text = answer(real_assistant, first, "Perfecto. ¿Y en 2025, cuántas llevan?").text
    assert "117" in text
    assert "medidas" not in text
