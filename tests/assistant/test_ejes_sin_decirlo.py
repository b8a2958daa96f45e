"""Ejes that a question names by a matter of their names, without the word: "¿cuántas medidas son de gobernanza?"."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.ejes import is_named, telling
from corpus.records import Eje


def _of_eje(assistant: Assistant, number: int) -> set[int]:
    return {medida.numero for medida in assistant.store.medidas.values() if medida.eje == number}


@pytest.mark.parametrize(
    ("question", "eje"),
    [
        ("¿cuántas medidas son de gobernanza?", 10),
        ("¿qué medidas hay de protección internacional?", 4),
        ("cuantas medidas de integracion tiene el plan", 7),
        ("¿cuántas medidas del plan corresponden a la cooperación internacional?", 9),
        ("medidas de regularidad", 1),
        ("qué medidas hay en la parte de economía del plan", 2),
        ("en el capítulo de familias del plan, ¿qué medidas hay?", 3),
        ("¿cuántas medidas tiene el eje del plan que habla del crimen organizado?", 5),
        ("cuántas medidas trae el eje que se refiere a la gobernanza", 10),
    ],
)
def test_what_medidas_are_said_to_be_of_names_their_eje(real_assistant: Assistant, question: str, eje: int) -> None:
    assert set(answer(real_assistant, question).medidas) == _of_eje(real_assistant, eje)


@pytest.mark.parametrize(
    ("question", "eje"),
    [
        ("¿qué medidas son de seguridad?", 5),
        ("¿cuántas medidas son de inclusión digital?", 7),
        ("cuántas medidas hay en la parte de educación del plan", 7),
    ],
)
def test_a_field_of_its_own_is_told_before_the_eje(real_assistant: Assistant, question: str, eje: int) -> None:
    assert set(answer(real_assistant, question).medidas) != _of_eje(real_assistant, eje)


@pytest.mark.parametrize(
    ("said", "number"),
    [("gobernanza", 10), ("el control de fronteras", 5), ("protección internacional", 4), ("las catástrofes", 6)],
)
def test_a_matter_of_its_name_names_an_eje(real_assistant: Assistant, said: str, number: int) -> None:
    assert [eje.numero for eje in real_assistant.store.ejes.values() if is_named(telling(said), eje)] == [number]


@pytest.mark.parametrize("said", ["control", "fomento", "respuesta", "las personas migrantes", "gobernanza digital"])
def test_what_is_done_to_a_matter_names_none(real_assistant: Assistant, said: str) -> None:
    assert not any(is_named(telling(said), eje) for eje in real_assistant.store.of(Eje))


@pytest.mark.parametrize(
    ("question", "counted", "told"),
    [
        ("¿Qué porcentaje de las medidas es de gobernanza?", "15,1 %", "15,5%"),
        ("¿qué porcentaje del plan es del eje 7?", "36,0 %", "34,5%"),
    ],
)
def test_the_share_of_an_eje_is_told_as_counted_and_as_stated(
    real_assistant: Assistant, question: str, counted: str, told: str
) -> None:
    text = answer(real_assistant, question).text
    assert counted in text
    assert told in text
    assert "84 medidas, no de 86" in text


@pytest.mark.parametrize(
    ("question", "institution", "inside"),
    [
        ("¿cuáles de las medidas de gobernanza son del SERMIG?", "Servicio Nacional de Migraciones", True),
        ("medidas de gobernanza que no son del SERMIG", "Servicio Nacional de Migraciones", False),
        ("medidas de integración que no son de Educación", "Ministerio de Educación", False),
    ],
)
def test_the_name_ends_where_no_name_goes_on(
    real_assistant: Assistant, question: str, institution: str, inside: bool
) -> None:
    eje = 10 if "gobernanza" in question else 7
    wanted = {
        number
        for number in _of_eje(real_assistant, eje)
        if (institution in real_assistant.store.medidas[number].instituciones) is inside
    }
    assert set(answer(real_assistant, question).medidas) == wanted


def test_the_number_of_an_eje_opens_no_span_of_days(real_assistant: Assistant) -> None:
    due = set(answer(real_assistant, "¿qué medidas del eje 10 al 30 de junio de 2024?").medidas)
    assert due == set(answer(real_assistant, "¿qué medidas del eje 10 tienen plazo el 30 de junio de 2024?").medidas)
    assert due < _of_eje(real_assistant, 10)


@pytest.mark.parametrize(
    ("turns", "eje"),
    [
        (("¿cuántas medidas trae el eje de seguridad?", "ah ya. ¿y el de integración e inclusión cuántas tiene?"), 7),
        (("¿cuántas medidas tiene el eje 3?", "¿y el de seguridad cuántas tiene?"), 5),
        (("¿cuántas medidas tiene el eje 3?", "¿y el de gobernanza?"), 10),
        (("¿cuántas medidas trae el eje de regularidad?", "¿y cuántas el de sujetos de protección internacional?"), 4),
        (("¿cuántas medidas tiene el eje 3?", "¿y cuántas el 6?"), 6),
    ],
)
def test_another_eje_by_its_name_alone(real_assistant: Assistant, turns: tuple[str, ...], eje: int) -> None:
    assert set(answer(real_assistant, *turns).medidas) == _of_eje(real_assistant, eje)


@pytest.mark.parametrize(
    ("question", "institution", "eje"),
    [
        ("medidas del ministerio del trabajo en integracion", "Ministerio del Trabajo y Previsión Social", 7),
        ("¿cuántas medidas de la mujer hay en integración?", "Ministerio de la Mujer y la Equidad de Género", 7),
        ("medidas de SERMIG en gobernanza", "Servicio Nacional de Migraciones", 10),
        ("ministerio de desarrollo social en proteccion internacional cuantas medidas", "Ministerio de Desarrollo Social y Familia", 4),
    ],
)  # fmt: skip
def test_what_an_institution_has_in_an_eje_is_none_of_all_that_it_has(
    real_assistant: Assistant, question: str, institution: str, eje: int
) -> None:
    own = {
        number
        for number in _of_eje(real_assistant, eje)
        if institution in real_assistant.store.medidas[number].instituciones
    }
    assert set(answer(real_assistant, question).medidas) == own


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("qué porcentaje de las medidas es de integracion según la cuenta", "34,5%"),
        ("porcentaje de las medidas de gobernanza según la cuenta pública", "15,5%"),
    ],
)
def test_the_name_of_an_eje_ends_before_who_says_it(real_assistant: Assistant, question: str, share: str) -> None:
    text = answer(real_assistant, question).text
    assert share in text[:200]


def test_an_eje_called_development_is_none_under_way(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "medidas en desarrollo economico").text
    assert text.startswith("El **Eje 2")


@pytest.mark.parametrize(
    ("question", "ejes"),
    [
        ("¿Cuántas medidas tiene el eje de seguridad y cuántas el de integración?", ("Eje 5", "Eje 7")),
        ("¿cuántas medidas trae el eje 2 y cuántas el 6?", ("Eje 2", "Eje 6")),
    ],
)
def test_two_ejes_are_counted_one_by_one(real_assistant: Assistant, question: str, ejes: tuple[str, str]) -> None:
    first, second = answer(real_assistant, question).text.split("\n\n")[:2]
    assert ejes[0] in first
    assert ejes[1] in second


@pytest.mark.parametrize(
    "question", ["cuántos ejes hay y cuáles son", "¿qué ejes hay?", "¿cuáles son los ejes de la política nacional?"]
)
def test_the_ejes_by_themselves_are_the_plans(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).text.startswith("Son **10 ejes**")


def test_those_of_the_guide_are_its_own(real_assistant: Assistant) -> None:
    assert "10 ejes" not in answer(real_assistant, "¿qué ejes puedo poner en mi política municipal?").text
    assert (
        "10 ejes"
        not in answer(real_assistant, "¿Qué se hace en el taller de planificación?", "¿cuáles son los ejes?").text
    )


@pytest.mark.parametrize(
    ("question", "count"), [("medidas que se cumplen en 2025", 12), ("¿qué medidas se implementan en 2023?", 7)]
)
def test_what_is_to_be_done_in_a_year_is_due_then(real_assistant: Assistant, question: str, count: int) -> None:
    assert len(answer(real_assistant, question).medidas) == count
