"""Messages that number or letter what they ask are answered item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.compose.enumerated import items

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("message", "led", "found"),
    [
        ("1) plazo medida 26 2) qué es «integración»", "", ["plazo medida 26", "qué es «integración»"]),
        ("Sobre la medida 5: a) plazo, b) indicador y c) quién responde", "Sobre la medida 5",
         ["plazo", "indicador", "quién responde"]),
        ("Dos datos:\n- visitas 2024\n- operativos 2024", "Dos datos", ["visitas 2024", "operativos 2024"]),
        ("Primero: ¿cuántas medidas hay? Segundo: ¿y ejes?", "", ["¿cuántas medidas hay?", "¿y ejes?"]),
    ],
)  # fmt: skip
def test_items_are_told_apart(message: str, led: str, found: list[str]) -> None:
    assert items(message) == (led, found)


@pytest.mark.parametrize(
    "message", ["¿qué plazo tiene la medida 2)?", "medidas 1 y 2", "el eje 2. ¿Cuántas son?", "expulsiones 2023-2024"]
)
def test_numbers_of_things_begin_no_list(message: str) -> None:
    assert items(message) is None


ANSWERED = {
    "1) plazo medida 26 2) qué es «integración» (glosario guía) 3) sesiones de mesas de gestión migratoria 2024": (
        "31 de diciembre 2023",
        "bidireccional",
        "**51** sesiones",
    ),
    "Necesito dos datos: a) cuántas expulsiones hubo en 2024 b) plazo de la medida 12": (
        "**1.100** expulsiones",
        "31 de noviembre 2024",
    ),
    "Sobre la medida 5: 1) plazo 2) indicador 3) quién responde": (
        "31 de junio 2024",
        "Porcentaje de personas empadronadas",
        "Policía de Investigaciones",
    ),
}


@pytest.mark.parametrize("question", ANSWERED)
def test_each_item_gets_its_answer(real_assistant: Assistant, question: str) -> None:
    text = real_assistant.answer(question)[1].text
    assert all(told in text[:900] for told in ANSWERED[question])


def test_what_is_not_there_is_said_of_its_item(real_assistant: Assistant) -> None:
    text = real_assistant.answer("1) plazo de la medida 12 2) precio del dólar")[1].text
    assert "31 de noviembre 2024" in text[:200]
    assert "precio del dólar" in text


REFUSED = [
    "¿Cuántas medidas tendrá el próximo Plan Nacional, el que viene después de 2026?",
    "¿qué ejes traía el plan anterior?",
    "solo la nota, del 1 al 7: ¿con cuánto evaluaron los usuarios la atención de Ayuda Migraciones en 2024?",
    "¿con qué nota calificaron los asistentes los talleres de Maipú?",
]


@pytest.mark.parametrize("question", REFUSED)
def test_neither_another_plan_nor_a_mark_that_nobody_gave_is_told(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.answer(question)[1].abstained


ANNOUNCED = {
    "Una de Maipú y una de la PDI: ¿cuántos talleres y asistentes llevan el 2024 allá? ¿y cuántos partes policiales le mandó "
    "la PDI al servicio ese mismo año?": ("11 talleres con 302 asistentes", "**24.214**"),
    "Dos preguntas, una de Lo Espejo y otra del plan: ¿cada cuánto se reúnen las mesas? ¿y qué plazo tiene la medida 5?": (
        "trimestralmente",
        "31 de junio 2024",
    ),
}


@pytest.mark.parametrize("question", ANNOUNCED)
def test_each_of_two_questions_is_of_what_was_announced(real_assistant: Assistant, question: str) -> None:
    text = real_assistant.answer(question)[1].text
    assert all(told in text for told in ANNOUNCED[question])
