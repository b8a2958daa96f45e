"""What one document tells, asked on in another: the places that it lists, what a part points to, practices in two documents."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.compose.split import split
from assistant.pipeline import Assistant

LISTED = [
    # in one message: by what is said of them, or as those of the part before
    ("En las regiones donde se va a implementar el flujo digital de expulsiones, ¿cuántas personas atendió SERMIG en 2024?", {"2.467", "9.345", "8.595", "2.870"}),
    ("en las tres regiones donde va el piloto de defensa penal, cuantos operativos en terreno hubo en 2024", {"35", "63", "28"}),
    ("¿En qué regiones es el piloto de defensa penal y cuánta gente atendió SERMIG en cada una de esas regiones en 2024?", {"2.467", "9.345", "8.595"}),
    ("Las municipalidades que hicieron el piloto de la guía, ¿alguna tiene una buena práctica?", {"Temuco", "La Serena"}),
    ("¿qué municipio del piloto de la guía tiene también una ficha?", {"Temuco", "Plan de Acogida"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "told"), LISTED)
def test_places_that_one_document_lists_are_asked_of_in_another(
    real_assistant: Assistant, message: str, told: set[str]
) -> None:
    said = answer(real_assistant, message).text
    assert all(one in said for one in told)


def test_places_just_told_are_meant_by_the_next_message(real_assistant: Assistant) -> None:
    told = answer(
        real_assistant,
        "¿en qué regiones está el piloto de defensa penal?",
        "¿y cuántos operativos en terreno hubo en cada una de esas regiones en 2024?",
    )
    assert {"35", "63", "28"} <= {str(figure.value) for figure in told.figures}
    of_pilot = answer(
        real_assistant,
        "¿en qué comunas fue el piloto de la guía?",
        "¿y cuál de esas tiene una ficha?",
    )
    assert "Temuco" in of_pilot.text.split("\n")[0]


def test_medidas_just_told_are_no_places(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "¿qué medidas tiene Justicia en el plan?", "¿y cuántas de esas vencían en 2024?")
    assert set(told.medidas) == {4, 14, 65, 68}


POINTED = [
    ("¿Qué medida trata de los trabajadores bolivianos y cuántos permisos se han dado a gente de ese país desde que rige el acuerdo?", "64.711"),
    ("¿Qué plan de Quilicura destaca la guía y qué programas de esa comuna salen en las buenas prácticas antiguas?", "**3 prácticas** de Quilicura"),
    ("La guía dice responder al objetivo 4 de un eje de la Política. ¿Qué eje es y cuántas medidas tiene?", "**13** medidas"),
    ("¿Qué comuna formó mediadores interculturales y qué curso sobre ese tema hizo SERMIG según la Cuenta Pública?", "Curso en Mediación Intercultural"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "told"), POINTED)
def test_what_a_part_points_to_is_what_the_one_before_names(real_assistant: Assistant, message: str, told: str) -> None:
    assert told in answer(real_assistant, message).text


IN_EACH = [
    "¿Qué prácticas de las fichas recoge también la guía?",
    "¿hay comunas que se repitan en la guía y en las fichas?",
    "¿Cuántas prácticas están a la vez en las fichas y en la guía?",
]


@pytest.mark.parametrize("message", IN_EACH)
def test_practices_of_both_documents_are_those_that_each_tells(real_assistant: Assistant, message: str) -> None:
    told = answer(real_assistant, message)
    assert all(place in told.text.split("\n")[0] for place in ("Temuco", "Concepción", "Coquimbo"))
    documents = {citation.span.document for citation in told.citations}
    assert documents == {"guia", "fichas"}


def test_programmes_of_a_catalogue_are_counted(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "cuantos programas de quilicura hay en el documento de gobernanza")
    assert "**3 programas**" in told.text.split("\n")[0]


def test_of_a_practice_in_two_documents_it_is_told_what_each_says(real_assistant: Assistant) -> None:
    told = answer(
        real_assistant, "El protocolo de Coquimbo está en la guía y en las fichas: ¿en qué grupo lo pone la guía y qué año partió?"
    )  # fmt: skip
    said = told.text
    assert "Categoría" in said
    assert "2022" in said


PARTED = [
    ("mediación: n° de medida en el plan y comuna que formó mediadores", 2),
    ("eje género, cuantas medidas en plan y % en cuenta", 3),
    ("la medida que crea la mesa de vivienda cual es, y cuantas sesiones hizo en 2024", 2),
    ("el modulo 3 del curso trata sobre que norma y desde cuando rige esa norma", 2),
    ("¿qué medida es la de los títulos y la guía dice algo de eso?", 2),
    ("Quisiera saber qué dice el plan de los títulos, y si alguna municipalidad ayuda", 2),
    ("Arica: nº de operativos y personas atendidas", 1),
]


@pytest.mark.parametrize(("message", "pieces"), PARTED)
def test_questions_that_end_with_what_they_ask_or_open_with_a_document_are_parted(message: str, pieces: int) -> None:
    assert len(split(message)) == pieces


WHICH_MEDIDA = [
    ("¿qué número de medida es la de mediación intercultural?", (42,)),
    ("¿en qué medida del plan consta la modificación del Decreto N°177?", (24,)),
]


@pytest.mark.parametrize(("message", "medidas"), WHICH_MEDIDA)
def test_the_number_of_a_medida_and_an_act_by_its_sign_are_read(
    real_assistant: Assistant, message: str, medidas: tuple[int, ...]
) -> None:
    assert answer(real_assistant, message).medidas == medidas
