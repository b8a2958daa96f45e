"""One medida as of a day that is named; a field of a number alone; sets of things that fall due, and of what is reported."""

from __future__ import annotations

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("¿está vencida la medida 61 al 1 de enero de 2025?", "Al 1 de enero de 2025 el plazo del 31 de diciembre 2025 está vigente"),
        ("al 15 de julio de 2024, ¿la medida 11 estaba vencida?", "Al 15 de julio de 2024 el plazo del 30 de junio 2024 está vencido"),
        ("¿cuántos días le quedaban a la medida 50 el 1 de junio de 2025?", "faltan 29 días"),
        ("¿estaba vigente la 47 en marzo de 2025?", "Al 31 de marzo de 2025"),
    ],
)  # fmt: skip
def test_the_state_is_that_of_the_day_that_is_named(real_assistant: Assistant, question: str, lead: str) -> None:
    assert lead in answer(real_assistant, question).text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "number"),
    [("fecha tope de la 48", 48), ("¿cómo se mide la 85?", 85), ("¿en qué eje cae la 36?", 36), ("la nº 22", 22), ("¿de qué trata la sesenta y uno?", 61)],
)  # fmt: skip
def test_a_field_of_a_number_alone_is_of_that_medida(real_assistant: Assistant, question: str, number: int) -> None:
    assert medidas(real_assistant, question) == (number,)


def test_things_that_fall_due_are_those_medidas_alone(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "convenios que vencen en 2023") == (41,)
    assert medidas(real_assistant, "los protocolos del eje 4") == (16, 25, 32)
    assert medidas(real_assistant, "medidas cuyo indicador pide publicar en el Diario Oficial") == (24, 64)


def test_an_institution_by_itself(real_assistant: Assistant) -> None:
    assert len(medidas(real_assistant, "¿cuántas medidas son de SERMIG solo?")) == 24
    assert medidas(real_assistant, "las de Justicia solo") == (65,)


def test_of_which_medidas_something_is_reported(real_assistant: Assistant) -> None:
    told = set(medidas(real_assistant, "¿qué medidas tienen avances reportados?"))
    nothing = set(medidas(real_assistant, "¿qué medidas no tienen nada reportado?"))
    assert {73, 76, 84} <= told
    assert {36, 70} <= nothing
    assert not told & nothing
    assert len(told | nothing) == 86


@pytest.mark.parametrize("question", ["¿qué medidas ya están listas?", "¿cuántas medidas faltan?"])
def test_which_are_done_is_told_of_the_plan_as_a_whole(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question)
    assert "62 medidas" in told.text
    assert not told.medidas


def test_the_state_of_a_medida_is_that_of_its_deadlines_and_no_completion(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "estado de la medida 48 al 15 de octubre de 2024")
    assert told.text.startswith("Al 15 de octubre de 2024 el plazo del 30 de septiembre 2024 está vencido")
    assert "Ningún documento dice si la medida 48 está cumplida" in told.text
