"""Whole fields of the plan: all of the medidas of a field where it is asked for as a whole, and one where one is meant."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


def medidas(assistant: Assistant, *turns: str) -> set[int]:
    told = answer(assistant, *turns)
    assert not told.abstained
    return set(told.medidas)


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("¿Qué hace el plan por los niños?", {14, 15, 16, 17, 18, 19, 20, 21}),
        ("medidas dirigidas a niños, niñas y adolescentes", {14, 15, 16, 17, 18, 19, 20, 21}),
        ("what does the plan do for children?", {14, 15, 16, 17, 18, 19, 20, 21}),
        ("¿Qué contempla el plan contra la violencia de género?", {22, 24, 25, 30}),
        ("¿Qué dice el plan sobre el crimen organizado?", {35, 36, 37}),
    ],
)
def test_a_field_in_loose_words_gives_all_of_its_medidas(
    real_assistant: Assistant, question: str, least: set[int]
) -> None:
    assert least <= medidas(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "exactly"),
    [
        ("medidas sobre vivienda", set(range(48, 54))),
        ("¿qué hay en el plan sobre vivienda?", set(range(48, 54))),
        ("¿Qué hay en el plan sobre salud?", set(range(54, 61))),
        ("¿el plan tiene algo de educación?", set(range(61, 65))),
        ("¿qué dice el plan de los municipios?", {74, 79}),
    ],
)
def test_what_an_institution_does_is_of_its_field_though_no_word_says_so(
    real_assistant: Assistant, question: str, exactly: set[int]
) -> None:
    assert medidas(real_assistant, question) == exactly


def test_a_field_is_narrowed_and_followed_up(real_assistant: Assistant) -> None:
    whole = medidas(real_assistant, "¿qué hay en el plan sobre vivienda?")
    assert medidas(real_assistant, "¿qué hay en el plan sobre vivienda en 2025?") < whole
    assert medidas(real_assistant, "¿qué hace el plan por los niños?", "¿y por los municipios?") == {74, 79}


def test_words_are_sought_where_the_text_is_meant(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿qué medidas mencionan la vivienda?") < set(range(48, 54))


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("¿Qué medida es la de los niños y el Registro Civil?", 14),
        ("¿Qué dice el plan sobre las fronteras marítimas?", 36),
    ],
)
def test_one_medida_is_given_where_one_is_described(real_assistant: Assistant, question: str, one: int) -> None:
    assert medidas(real_assistant, question) == {one}


@pytest.mark.parametrize(
    "question",
    [
        "soy concejala de una comuna chica, ¿por dónde empiezo con el tema migrante?",
        "queremos empezar a trabajar migración en la muni, ¿qué hacemos primero?",
        "somos un municipio rural sin plata ni equipo, ¿por dónde se empieza?",
    ],
)
def test_a_municipality_that_begins_is_given_the_path(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert "Preparación" in answer.text
    assert "Diagnóstico" in answer.text


@pytest.mark.parametrize("question", ["soy migrante, ¿por dónde empiezo?", "¿por dónde empiezo para pedir la visa?"])
def test_an_own_case_is_not_the_path_of_a_municipality(real_assistant: Assistant, question: str) -> None:
    assert "en este orden" not in real_assistant.ask(question).answer.text


@pytest.mark.parametrize(
    "question",
    [
        "¿cuál es el primer paso para validar la política?",
        "según la guía, ¿llegamos al taller con algo avanzado o desde cero?",
    ],
)
def test_one_stage_is_not_the_whole_path(real_assistant: Assistant, question: str) -> None:
    assert "en este orden" not in real_assistant.ask(question).answer.text


def test_an_initial_table_asks_for_no_first_medidas(real_assistant: Assistant) -> None:
    text = real_assistant.ask("¿Cuántas medidas tiene el eje 8? En la tabla inicial veo otra cantidad.").answer.text
    assert "Eje 8" in text
