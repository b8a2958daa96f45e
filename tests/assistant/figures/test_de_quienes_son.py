"""Who is counted: all there are of a sort, those who are not something, those who asked and those who got it."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question", ["cuantas mujeres hay", "¿cuántas mujeres migrantes hay?", "cuántos hombres viven en Chile"]
)
def test_those_who_took_part_are_not_all_there_are(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas mujeres participaron en Apoya Mujer Migrante?", "**1.337** mujeres"),
        ("¿cuántas organizaciones hay en el COSOC?", "**43**"),
    ],
)
def test_who_did_something_is_told_of_those(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


def test_all_of_them_are_not_told_for_those_who_are_not_something(real_assistant: Assistant) -> None:
    assert real_assistant.ask("cuantos consejeros no son ONG").answer.abstained
    assert real_assistant.ask("cuántas organizaciones del cosoc no son ONG").answer.text.startswith("**30**")
    assert real_assistant.ask("cuántas atenciones no fueron en santiago").answer.text.startswith("**81.041**")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cuántos bolivianos pidieron visa", "**98.002**"),
        ("cuántas solicitudes de bolivianos se aprobaron", "**64.711**"),
    ],
)
def test_who_asked_and_who_got_it(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("cuántos ucranianos fueron reconocidos como refugiados en 2024", "**105**"),
        ("cuánto es la multa promedio", "**8,6**"),
    ],
)
def test_figures_of_others_are_not_told(real_assistant: Assistant, question: str, never: str) -> None:
    assert never not in real_assistant.ask(question).answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("qué porcentaje de los chilenos participa en el mercado laboral", "59,4%"),
        ("qué porcentaje de los migrantes participa en el mercado laboral", "80,8%"),
    ],
)
def test_the_people_of_the_country_are_not_told_for_all_others(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in real_assistant.ask(question).answer.text
    assert ("**59,4%**" in real_assistant.ask(question).answer.text) is (told == "59,4%")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cuántas solicitudes de transparencia hubo en 2024", "**25.009**"),
        ("tres regiones con más atenciones", "**Metropolitana**, con **16.400** personas"),
    ],
)
def test_each_word_is_said_by_itself(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


def test_the_requests_of_another_office_are_not_told(real_assistant: Assistant) -> None:
    text = real_assistant.ask("cuántas solicitudes de transparencia se respondieron en 2024").answer.text
    assert "96.629" not in text


def test_all_that_was_spent_is_not_what_was_spent_on_each(real_assistant: Assistant) -> None:
    assert real_assistant.ask("gasto en expulsiones por persona en 2024").answer.abstained
    assert real_assistant.ask("gasto por persona expulsada en 2024").answer.text.startswith("**$3.356.839,6**")
