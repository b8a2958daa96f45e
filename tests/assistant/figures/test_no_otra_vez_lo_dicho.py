"""What was told is not told again for another network, sex, place or thing of which its sentence says nothing."""

import pytest
from figure_questions import ask

from assistant.pipeline import Assistant

FOLLOWERS = "¿cuántos seguidores tiene el Sermig en Facebook?"
GENDER = "¿Cuántos funcionarios fueron sensibilizados en enfoque de género durante 2024?"
TALKS = "¿cuántas charlas de formación integral se dictaron en 2024?"
LETTERS = "¿cuántas cartas de nacionalización se otorgaron en 2022?"


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        (FOLLOWERS, "¿y en LinkedIn?"),
        (FOLLOWERS, "¿y en Threads?"),
        (GENDER, "¿cuántos de ellos eran hombres?"),
        (GENDER, "¿cuántas mujeres?"),
        (TALKS, "¿cuántas fueron en Antofagasta?"),
        (LETTERS, "¿cuántas solicitudes ingresaron?"),
    ],
)
def test_what_its_sentence_does_not_say_is_refused(real_assistant: Assistant, before: str, asked: str) -> None:
    assert ask(real_assistant, before, asked).abstained


@pytest.mark.parametrize(
    ("before", "asked", "says"),
    [
        (FOLLOWERS, "¿y en TikTok?", "15,7 mil"),
        (FOLLOWERS, "¿y en X?", "202 mil"),
        (
            "¿cuántos recursos administrativos por residencias negadas vieron el 2024?",
            "¿y de esos cuántos salieron dentro de los 90 días?",
            "1.301",
        ),
    ],
)
def test_what_its_sentence_says_is_told(real_assistant: Assistant, before: str, asked: str, says: str) -> None:
    assert says in ask(real_assistant, before, asked).text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántos más recursos de protección hubo en las demás regiones que en la RM en 2024?",
        "¿Cuántos recursos de protección más se interpusieron en las otras regiones que en la Metropolitana el 2024?",
    ],
)
def test_the_other_regions_are_all_but_the_one_that_they_are_set_against(
    real_assistant: Assistant, question: str
) -> None:
    assert ask(real_assistant, question).text.startswith("**5.190**")


@pytest.mark.parametrize("before", ["¿qué es el pladeco?", "¿cuánto dura el taller de diagnóstico?"])
def test_what_was_not_told_is_not_added_up(real_assistant: Assistant, before: str) -> None:
    assert ask(real_assistant, before, "¿cuánto suman?").abstained


def test_a_total_told_is_told_again(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "¿cuánto dura el taller de diagnóstico?", "¿cuánto es en total?").text
    assert text.startswith("**90 minutos**")
