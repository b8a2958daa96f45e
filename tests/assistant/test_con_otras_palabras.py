"""Questions about the plan in everyday words: what an institution does, which people, what is not meant, whether there is any."""

from __future__ import annotations

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.wording import meant_only
from assistant.values import Status


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuáles lleva Desarrollo Social?", (13, 16, 19, 20, 33, 85)),
        ("el registro civil está metido en algo?", (4, 14)),
        ("en qué anda el Ministerio de Economía", (10, 12)),
        ("¿Educación tiene algo?", (61, 62, 63, 64)),
        ("qué comparte el SERMIG con Justicia", (14,)),
        ("medidas del Ministerio de la Mujer? las que comparte también", (22, 23, 24, 28, 29, 30, 31)),
        ("medidas del Ministerio de Justicia, también las que comparte", (4, 14, 65, 66, 67, 68)),
        ("cuáles comparte Salud con alguien", ()),
    ],
)
def test_what_an_institution_does_or_has_is_its_medidas(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


def test_what_does_far_more_than_its_medidas_is_not_told_by_them(assistant: Assistant) -> None:
    assert len(medidas(assistant, "¿qué hace el SERMIG?")) <= 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("qué dice el plan sobre mujeres migrantes e inclusión digital", (39, 40)),
        ("medidas sobre trata de personas", (32,)),
        ("¿qué se va a hacer con las fronteras?", (35, 36, 71, 73, 75)),
        ("¿cuántas medidas mencionan a un país extranjero?", (55, 71, 73)),
        ("las medidas que nombran otros países", (55, 71, 73)),
        ("ruta de la empleabilidad", (7, 8, 9)),
    ],
)
def test_a_set_in_other_words(assistant: Assistant, question: str, expected: tuple[int, ...]) -> None:
    assert medidas(assistant, question) == expected


def test_several_sorts_of_people_are_either_and_no_medida_of_both_is_asked_for(assistant: Assistant) -> None:
    either = set(medidas(assistant, "qué medidas hay para niños y mujeres"))
    assert {14, 15, 16} <= either
    assert {22, 23, 24} <= either


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("la de interoperabilidad, no la del minvu ni la de la bolsa de empleo", "la de interoperabilidad"),
        ("el plazo del convenio con anid, no el de investchile?", "el plazo del convenio con anid?"),
        ("¿por que no la de salud?", "¿por que no la de salud?"),
        ("no la de salud", "no la de salud"),
    ],
)
def test_what_is_said_not_to_be_meant_is_not_sought(line: str, left: str) -> None:
    assert meant_only(line) == left


@pytest.mark.parametrize(
    ("question", "most"),
    [("qué ministerio tiene más pega", "**8** medidas"), ("¿quién tiene más tareas?", "**37** medidas")],
)
def test_who_has_most_to_do_is_ranked_by_medidas(assistant: Assistant, question: str, most: str) -> None:
    assert most in answer(assistant, question).text


def test_the_next_number_after_one_that_was_told(assistant: Assistant) -> None:
    assert medidas(assistant, "la medida 12", "¿y la que sigue?") == (13,)


def test_a_wrong_holder_in_what_leads_up_to_a_question_brings_in_no_other_medida(assistant: Assistant) -> None:
    told = "Tengo anotado que la medida 11 es de Cancillería. ¿Puede confirmar el plazo y la institución?"
    assert medidas(assistant, told) == (11,)


def test_what_is_late_is_told_as_the_documents_tell_it(assistant: Assistant) -> None:
    told = answer(assistant, "¿cuál es la medida más retrasada del plan?")
    assert told.status is not Status.OUT_OF_SCOPE
    assert not told.medidas


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("quiero saber de la medida de SERCOTEC", (12,)),
        ("¿qué medida del plan hay de Fonasa?", (59,)),
        # Who is responsible is another thing than who is named.
        ("¿qué medida está a cargo de Fonasa?", ()),
    ],
)
def test_the_medida_of_one_that_is_responsible_for_none_is_the_one_that_names_it(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Más allá de lo mínimo exigible, ¿qué tres cosas harían óptima la aprobación del documento?",
        "¿qué gestos mínimos hacen falta para que el documento quede bien aprobado?",
    ],
)
def test_a_question_is_taken_for_no_order_by_its_words_alone(real_assistant: Assistant, question: str) -> None:
    _, told = real_assistant.answer(question)
    assert told.status is not Status.OUT_OF_SCOPE
