"""Which of the practices of two places began first, by what they are called; when the other did; where the guide puts one."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "first", "other"),
    [
        ("¿qué partió antes, la red solidaria de Macul o el protocolo de Coquimbo? dime los años", "2018", "2022"),
        ("¿qué práctica es más nueva, la de Temuco o la de Macul?", "2023", "2018"),
    ],
)
def test_both_dates_are_told(real_assistant: Assistant, question: str, first: str, other: str) -> None:
    text = answer(real_assistant, question).text
    assert 0 < text.find(first) < text.find(other) < 500


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "en que parte de las buenas practicas de la guia sale formar lideres para el cambio de concepcion y cuantos "
            "modulos tiene el curso?",
            ("Integración sociocultural", "cuatro módulos"),
        ),
        (
            "El protocolo de atención de Coquimbo que cita la guía, ¿en qué categoría de buenas prácticas aparece y con qué "
            "decreto alcaldicio se aprobó?",
            ("Gobernanza para la integración", "3.737"),
        ),
    ],
)
def test_its_category_goes_with_its_sheet(real_assistant: Assistant, question: str, told: tuple[str, str]) -> None:
    text = answer(real_assistant, question).text[:500]
    assert all(one in text for one in told)
