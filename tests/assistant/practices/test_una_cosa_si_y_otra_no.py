"""Of two things asked of a practice of which it tells one; who lives in a place; the practice that is named of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.values import Status

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

ONE_OF_TWO = {
    "¿cuándo empezó y cuánta plata costó la Escuela de Educación Intercultural de Viña del Mar?": "2022 – 2023 – 2024",
    "¿cuánto costó y quiénes participaron en la Red Solidaria de Macul?": "Oficina de Migrantes",
    "Macul: fecha de inicio y correo del encargado": "2018",
    "¿qué líneas Sello tiene Lo Espejo y cómo se llama el alcalde?": "Vinculación comunitaria",
    "¿cuántos talleres hizo Maipú el 2024 y cuánto costaron?": "11 talleres",
}
NOBODY_COUNTED = [
    "¿Cuántas personas extranjeras residen actualmente en la comuna de Maipú?",
    "¿cuántos niños migrantes hay en los colegios de Maipú?",
    "¿cuántos migrantes hay en la comuna de Lo Espejo?",
    "¿cuántas familias haitianas viven en Macul?",
]


@pytest.mark.parametrize(("question", "told"), ONE_OF_TWO.items())
def test_what_is_there_is_told_and_what_is_not_is_said(real_assistant: Assistant, question: str, told: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.status is Status.PARTIAL
    assert told in answer.text
    assert "los documentos no dicen nada" in answer.text


@pytest.mark.parametrize("question", NOBODY_COUNTED)
def test_who_lives_in_a_place_is_not_whom_a_practice_reached(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("¿En qué año partió la consulta a migrantes de Quilicura?", "Primera consulta"),
        ("¿cuándo empezó el programa de mediadores de Quilicura?", "mediadores sociales"),
        ("¿Quién trabaja con la Universidad de Chile?", "Revalidación y Reconocimiento de Títulos"),
        ("¿quiénes trabajan con la Cruz Roja?", "Mesas Migrantes"),
    ],
)
def test_the_practice_that_is_meant_is_told(real_assistant: Assistant, question: str, title: str) -> None:
    assert title in real_assistant.ask(question).answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Lo Espejo: cada cuánto se reúne la mesa de organizaciones, y la institucional?",
        "la mesa institucional de Lo Espejo cada cuánto se junta? y la de las organizaciones?",
        "¿cada cuánto se junta la mesa institucional de Lo Espejo y la de organizaciones?",
    ],
)
def test_another_of_the_sort_by_its_article_alone(real_assistant: Assistant, question: str) -> None:
    first = real_assistant.ask(question).answer.text[:400]
    assert "mensuales" in first
    assert "trimestralmente" in first


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "¿En qué categoría de integración ubica la guía el programa de líderes de Concepción, y cuántos módulos "
            "contempla según la ficha?",
            ("Integración sociocultural", "cuatro módulos"),
        ),
        (
            "¿en qué ámbito pone la guía el protocolo de Coquimbo y quién lo financia?",
            ("Gobernanza para la integración", "Presupuesto municipal"),
        ),
    ],
)
def test_the_category_of_the_guide_beside_the_sheet(
    real_assistant: Assistant, question: str, wanted: tuple[str, ...]
) -> None:
    first = real_assistant.ask(question).answer.text[:400]
    assert all(one in first for one in wanted)


@pytest.mark.parametrize(
    "question",
    [
        "¿qué premio ganó Maipú?",
        "¿qué comuna tiene más migrantes según la guía?",
        "¿qué opinó la comunidad en la consulta de Quilicura?",
    ],
)
def test_what_no_practice_tells_is_not_told_by_what_stands_near(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


def test_the_languages_of_a_practice_are_not_those_of_the_assistant(real_assistant: Assistant) -> None:
    assert real_assistant.ask("¿en qué idiomas está el protocolo de Coquimbo?").answer.status is not Status.GREETING
    assert real_assistant.ask("¿en qué idiomas hablas?").answer.status is Status.GREETING
