"""A field of several medidas: a table for three or more, and what the eje of one is by any order of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.asking import answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("plazos de las medidas 48, 49 y 50",), ("| 49 | **31 de diciembre 2025** |", "| 50 | **30 de junio 2025** |")),
        (("medidas de vivienda", "sus plazos"), ("| 51 | **30 de septiembre 2024** |",)),
        (("eje de las medidas 14, 20 y 35",), ("| 14 | 3, Reunificación familiar |",)),
        (("¿quién responde por las medidas 54, 55 y 56?",), ("| 55 | Ministerio de Salud |",)),
    ],
)  # fmt: skip
def test_a_field_of_three_or_more_is_a_table_that_comes_first(
    real_assistant: Assistant, turns: tuple[str, ...], rows: tuple[str, ...]
) -> None:
    told = answer(real_assistant, *turns).text
    assert told.startswith("| Medida |")
    assert all(row in told for row in rows)
    assert "**Medida" in told


def test_of_two_each_is_told_in_a_sentence_and_an_impossible_day_is_said(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "plazo de las medidas 3 y 4").text.startswith("La medida 3 tiene como plazo")
    assert "no existe" in answer(real_assistant, "plazos de las medidas 12, 5 y 3").text


@pytest.mark.parametrize(
    "question", ["eje medida 14", "¿cuál es el eje de la medida 14?", "la medida 14 de qué eje es"]
)
def test_the_eje_of_a_medida_is_its_field(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).text.startswith("La medida 14 pertenece al **Eje 3")
