"""What the plan fixes set against what the account reports: in one message, and one after the other."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.compose.split import split
from assistant.pipeline import Assistant


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué porcentaje de avance lleva la medida 82?",
        "¿Cuál es el grado de avance de la medida 20 a la fecha?",
        "¿qué % de cumplimiento tiene la medida 47 del plan?",
    ],
)
def test_how_far_a_medida_is_no_document_says(assistant: Assistant, question: str) -> None:
    assert answer(assistant, question).abstained


@pytest.mark.parametrize("number", [52, 70])
def test_of_which_medida_nothing_is_reported_is_said(assistant: Assistant, number: int) -> None:
    said = answer(assistant, f"¿Qué se sabe del avance de la medida {number}?")
    assert said.abstained
    assert f"no reportan nada que se pueda vincular con la medida {number}" in said.text


def test_the_share_of_another_thing_is_no_degree_of_progress(assistant: Assistant) -> None:
    question = "¿En qué proporción de regiones quedó implementado el modelo de atención de la medida 81?"
    assert not answer(assistant, question).abstained


@pytest.mark.parametrize(
    ("turns", "medida", "told"),
    [
        (("plazo de la medida 34", "¿y alcanzaron a sacarlo?"), 34, "6009"),
        (("plazo de la medida 34", "¿y alcanzaron a sacarlo?", "¿en qué mes?"), 34, "noviembre de 2024"),
        (("plazo de la medida 76", "¿se creó?"), 76, "Resolución N°78"),
        (("¿Quién está a cargo de la medida 53?", "¿se firmó?"), 53, "intercambio de información"),
    ],
)
def test_how_the_medida_just_told_went_on_is_what_is_reported_of_it(
    assistant: Assistant, turns: tuple[str, ...], medida: int, told: str
) -> None:
    found = answer(assistant, *turns)
    assert found.medidas == (medida,)
    assert told in found.text


def test_how_it_is_known_that_a_medida_is_met_is_its_indicator(assistant: Assistant) -> None:
    found = answer(assistant, "plazo de la medida 10", "¿y cómo se sabe si se cumplió?")
    assert found.medidas == (10,)
    assert "indicador" in found.text[:60]


def test_when_something_came_about_is_told_by_reports_with_a_date(assistant: Assistant) -> None:
    text = answer(assistant, "la medida 73 tenía plazo a mediados de 2023, ¿cuándo se firmaron los acuerdos?").text
    assert "septiembre de 2023" in text
    assert "20 de diciembre de 2024" in text


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "app móvil control migratorio: plazo en plan vs mes en que partió",
            ["plazo en plan de app móvil control migratorio", "app móvil control migratorio, mes en que partió"],
        ),
        (
            "convenio con el MINVU, plazo del plan y qué dice la cuenta",
            ["plazo del plan de convenio con el MINVU", "convenio con el MINVU, qué dice la cuenta"],
        ),
    ],
)
def test_a_field_of_the_plan_and_something_else_of_one_thing_are_two_questions(message: str, parts: list[str]) -> None:
    assert [piece.text for piece in split(message)] == parts


@pytest.mark.parametrize(("first", "expected"), [("¿qué vence en 2024?", 12), ("¿qué vence en 2025?", 2)])
def test_the_year_after_is_that_after_the_last_sets_own(assistant: Assistant, first: str, expected: int) -> None:
    assert len(answer(assistant, first, "¿y el año siguiente?").medidas) == expected


@pytest.mark.parametrize(
    ("question", "told", "counted"),
    [
        ("según la cuenta, ¿qué tajada de las medidas del plan se lleva el eje de gobernanza?", "15,5%", "15,1 %"),
        ("en la Cuenta Pública, ¿qué % de las medidas es de regularidad migratoria?", "6%", "5,8 %"),
    ],
)
def test_the_share_that_a_document_gives_leads_where_it_is_named(
    assistant: Assistant, question: str, told: str, counted: str
) -> None:
    text = answer(assistant, question).text
    assert text.index(told) < text.index(counted)


def test_the_share_of_an_eje_may_be_asked_with_a_sign(assistant: Assistant) -> None:
    assert answer(assistant, "¿qué % de las medidas es del eje 10?").text.startswith("El **15,1 %**")


@pytest.mark.parametrize(
    "question",
    [
        "¿cuáles medidas están en desarrollo?",
        "nómbrame las 62 medidas implementadas",
        "¿qué medidas faltan por implementar?",
    ],
)
def test_which_medidas_are_done_no_document_says(assistant: Assistant, question: str) -> None:
    said = answer(assistant, question)
    assert said.abstained
    assert "62 medidas" in said.text


@pytest.mark.parametrize(
    "question", ["¿cuántas medidas estaban implementadas en agosto de 2024?", "¿cuántas y cuáles están implementadas?"]
)
def test_how_many_are_is_told(assistant: Assistant, question: str) -> None:
    assert not answer(assistant, question).abstained


def test_how_things_stood_at_a_time_is_no_deadline(assistant: Assistant) -> None:
    assert "plazo" not in answer(assistant, "¿qué medidas seguían en desarrollo en agosto de 2024?").understood
    assert "plazo" in answer(assistant, "¿qué medidas vencen en agosto de 2024?").understood


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿qué porcentaje mide el indicador de la medida 57?", "entidades fiscalizadas"),
        ("¿qué número usa el indicador de la medida 3?", "Cantidad de consulados"),
    ],
)
def test_what_an_indicator_measures_is_told_by_its_words(assistant: Assistant, question: str, told: str) -> None:
    assert told.casefold() in answer(assistant, question).text.casefold()
