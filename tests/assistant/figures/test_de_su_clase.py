"""What a question counts decides: the outcome and not what was asked for, a time, an amount, the whole and not a part."""

from __future__ import annotations

import pytest
from figure_questions import ask

from assistant.pipeline import Assistant


def first(assistant: Assistant, *turns: str) -> str:
    """The first block of the answer to the last turn."""
    return ask(assistant, *turns).text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("cuántas solicitudes de residencia temporal se aprobaron en 2024", "168.952", "208.952"),
        ("cuántas solicitudes de residencia definitiva se resolvieron en 2023", "133.426", "139.701"),
        ("cuántas postulaciones a la definitiva despacharon el 2022", "96.827", "106.624"),
        ("solicitudes de nacionalidad otorgadas 2023", "3.075", "29.820"),
        ("cuántas solicitudes de residencia definitiva llegaron en 2022", "106.624", "96.827"),
    ],
)
def test_what_came_of_a_request_is_counted_and_not_the_requests(
    real_assistant: Assistant, question: str, told: str, not_told: str
) -> None:
    text = first(real_assistant, question)
    assert told in text
    assert not_told not in text


def test_requests_and_what_came_of_them_are_told_where_both_are_asked_for(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "cuántas solicitudes de temporal entraron y cuántas se resolvieron en 2024").text
    assert "208.952" in text
    assert "168.952" in text


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("cuánta plata gastó el SERMIG en 2024", "**$3.692.523.523**"),
        ("cuánto gastó el servicio", "**$3.692.523.523**"),
        ("lo que entró menos lo que se gastó en 2024", "32.075.888.517"),
    ],
)
def test_what_was_spent_on_one_thing_is_not_all_that_was_spent(
    real_assistant: Assistant, question: str, part: str
) -> None:
    assert part not in first(real_assistant, question)


def test_what_was_spent_on_a_thing_is_told_where_it_is_named(real_assistant: Assistant) -> None:
    assert "$3.692.523.523" in first(real_assistant, "cuánto se gastó en expulsiones en 2024")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cuántos operativos hay", "567"),
        ("cuánta gente expulsaron", "1.100"),
        ("cuántos recursos judiciales hubo fuera de la RM en 2024", "12.481"),
        ("cuántas expulsiones hubo en 2019", "577"),
    ],
)
def test_a_table_of_all_comes_before_one_of_some(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in first(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "not_told"),
    [
        ("cuanto bajó el rezago de solicitudes", "148.767"),
        ("how many backlog applications are left?", "148.767"),
        ("cuánto se gastó en computadores", "cuatro"),
        ("cuánto tiempo duró el programa del GORE con las jefas de hogar", "**30**"),
        ("cuántas denuncias hay por día", "20.009"),
        ("cuántas oficinas hay", "215.454"),
        ("cuántas visas se rechazaron", "1.337"),
        ("cuántos niños extranjeros hay en los colegios", "1.977"),
        ("cuántos recursos judiciales hubo en la RM", "12.481"),
        ("Migraciones en tu Barrio 2024: operativos hechos", "567"),
    ],
)
def test_a_figure_of_another_sort_is_not_told(real_assistant: Assistant, question: str, not_told: str) -> None:
    assert not_told not in first(real_assistant, question)


def test_an_attempt_that_failed_is_no_expulsion(real_assistant: Assistant) -> None:
    assert ask(real_assistant, "cuántas expulsiones fallaron").abstained


@pytest.mark.parametrize(
    "question",
    [
        "cuántos recursos administrativos de 2024 quedaron fuera de los 90 días hábiles",
        "de los recursos administrativos de 2024, ¿cuántos no se resolvieron dentro del plazo?",
    ],
)
def test_what_was_not_done_in_time_is_what_is_left(real_assistant: Assistant, question: str) -> None:
    assert "**36**" in first(real_assistant, question)


def test_a_year_after_is_compared_where_a_change_is_asked_for(real_assistant: Assistant) -> None:
    text = first(
        real_assistant, "¿Cuántas reconducciones se registraron en 2023?", "¿Y en cuánto disminuyeron al año siguiente?"
    )
    assert "2.308" in text
