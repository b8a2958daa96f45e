"""Chains of questions about sets of medidas, what an acronym or two fields side by side tell, and what proves a medida."""

from types import SimpleNamespace

import pytest

from assistant.compose.composer import Composer
from assistant.pipeline import Assistant
from assistant.values import Hit


def told(assistant: Assistant, *turns: str) -> list[tuple[int, ...]]:
    conversation, found = None, []
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
        found.append(tuple(sorted(reply.answer.medidas)))
    return found


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (("medidas del eje 9", "¿en cuáles está SERMIG?"), (71, 73)),
        (("medidas del eje 3", "¿en cuál participa Justicia?"), (14,)),
        (("medidas del eje 1", "¿con la PDI hay alguna compartida?"), (5,)),
        (("¿Cuáles son las medidas del Ministerio del Trabajo?", "¿con SERMIG hay alguna compartida?"), (6,)),
    ],
)
def test_where_an_institution_has_a_part_is_asked_within_the_set(
    real_assistant: Assistant, turns: tuple[str, ...], last: tuple[int, ...]
) -> None:
    assert told(real_assistant, *turns)[-1] == last


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (("medidas de Ciencia", "¿y sus plazos?", "¿y la Cancillería?"), (3, 70)),
        (("¿Qué medidas tiene Economía?", "¿qué indicadores tienen?", "¿y el Ministerio de Transporte?"), (39, 40)),
    ],
)
def test_another_institution_after_a_field_of_the_set_is_another_set(
    real_assistant: Assistant, turns: tuple[str, ...], last: tuple[int, ...]
) -> None:
    assert told(real_assistant, *turns)[-1] == last


def test_a_field_after_an_empty_set_is_of_the_set_before_it(real_assistant: Assistant) -> None:
    turns = ("medidas de Transporte", "¿con el SERMIG hay alguna compartida?", "¿cuál es el plazo de esas?")
    assert told(real_assistant, *turns) == [(39, 40), (), (39, 40)]


def test_a_field_of_one_of_the_set_by_its_place(real_assistant: Assistant) -> None:
    assert told(real_assistant, "medidas con plazo 2026", "¿y el indicador de la segunda?")[-1] == (67,)
    assert told(real_assistant, "medidas del Minvu", "¿cuál es el plazo de la última?")[-1] == (53,)


def test_which_deadlines_a_few_have_tells_each(real_assistant: Assistant) -> None:
    turns = ("¿Cuáles son las medidas de Desarrollo Social?", "¿cuáles hace con SERMIG?", "¿qué plazos tienen?")
    assert told(real_assistant, *turns)[-1] == (16, 33)


@pytest.mark.parametrize(
    ("question", "number"),
    [("¿Qué plazo tiene la medida de la CASEN 2022?", 85), ("¿Qué mide el indicador de los IPE?", 62)],
)
def test_an_acronym_of_few_rows_names_the_medida(real_assistant: Assistant, question: str, number: int) -> None:
    assert told(real_assistant, question) == [(number,)]


def test_whom_a_thing_is_for_does_not_hold_it(real_assistant: Assistant) -> None:
    question = "¿Qué medida da a los policías una app para chequear los papeles en la calle?"
    assert told(real_assistant, question) == [(84,)]


def test_fields_without_and_between_them_are_one_within_the_other(real_assistant: Assistant) -> None:
    assert told(real_assistant, "¿Qué medidas hay de inclusión digital para mujeres?") == [(39, 40)]
    both = told(real_assistant, "medidas sobre niñez, vivienda y salud")[0]
    assert {16, 48, 54} <= set(both)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("¿Cuáles se dan por cumplidas cuando algo sale en el Diario Oficial?", (24, 64)),
        ("¿Qué medidas se dan por cumplidas con el ingreso de un proyecto al Congreso?", (11, 75)),
    ],
)
def test_what_proves_them_tells_medidas(real_assistant: Assistant, question: str, numbers: tuple[int, ...]) -> None:
    assert told(real_assistant, question) == [numbers]


@pytest.mark.parametrize(
    ("nearness", "next_best", "held"),
    [
        (0.60, 1.7, False),  # of what no medida is about many are as near as the nearest
        (0.60, 1.0, True),  # far before all others
        (0.85, 1.7, True),  # near enough by itself
        (0.40, 1.0, False),
    ],
)
def test_a_topic_is_held_by_what_is_near_or_far_before_the_others(
    real_assistant: Assistant, monkeypatch: pytest.MonkeyPatch, nearness: float, next_best: float, held: bool
) -> None:
    parts = real_assistant._parts
    assert isinstance(parts.composer, Composer)
    topics, medidas = parts.composer.plan.topics, parts.store.medidas
    query = parts.reader.read("¿qué medida del plan regula las iglesias?")
    hits = [(medidas[1], 1.8, nearness), (medidas[2], next_best, 0.3)]
    near = [(medida, Hit(record_id=medida.id, score=score, dense=dense)) for medida, score, dense in hits]
    monkeypatch.setattr(
        topics,
        "retriever",
        SimpleNamespace(
            cues=topics.retriever.cues, synonyms=topics.retriever.synonyms, dense=True, medidas=lambda text: near
        ),
    )
    monkeypatch.setattr(topics, "_covered", lambda topic, medida, text: 0.2)
    assert topics.holds(query, [medidas[1]]) is held


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("¿Qué medida mejora los baños y dormitorios de quienes trabajan en los pasos limítrofes?", (35,)),
        ("¿Qué medida anima a votar a los compatriotas que viven afuera?", (70,)),
        ("¿Qué hay en el plan sobre la Ruta de la Empleabilidad?", (7, 8, 9)),
        ("¿Qué medida del plan es el piloto de la Ruta de la Empleabilidad?", (9,)),
    ],
)
def test_what_a_medida_is_about_in_other_words(
    real_assistant: Assistant, question: str, numbers: tuple[int, ...]
) -> None:
    assert told(real_assistant, question) == [numbers]


def test_who_paid_is_told_by_the_account(real_assistant: Assistant) -> None:
    question = "El empadronamiento biométrico, ¿qué medida es en el plan y quién puso la plata?"
    answer = real_assistant.ask(question).answer
    assert answer.medidas == (5,)
    assert "Subsecretaría del Interior" in answer.text


def test_a_year_in_words_is_a_year(real_assistant: Assistant) -> None:
    assert told(real_assistant, "medidas con plazo en dos mil veintiséis") == [(66, 67)]
    assert told(real_assistant, "¿Qué medidas de Salud vencen en dos mil veinticinco?") == [(57,)]


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (("¿Qué medidas tienen plazo en 2025?", "¿y de esas cuáles son a mitad de año?"), (47, 50, 64)),
        (("¿cuántas medidas vencen en 2023?", "¿y a fin de año?"), (22, 26, 41, 62, 71, 74)),
        (("medidas con plazo en 2024 del eje 8", "¿cuáles de ellas vencen a fin de año?"), (70,)),
    ],
)
def test_a_part_of_a_year_is_of_the_year_spoken_of(
    real_assistant: Assistant, turns: tuple[str, ...], last: tuple[int, ...]
) -> None:
    assert told(real_assistant, *turns)[-1] == last
