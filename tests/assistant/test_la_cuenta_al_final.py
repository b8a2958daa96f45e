"""A count asked for after what it counts is read as one asked before it."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.asked_last import asked_first


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("denuncias que recibio el servicio en 2024, cuantas", "cuantas denuncias que recibio el servicio en 2024"),
        ("las visas otorgadas en 2023 cuantas fueron?", "cuantas visas otorgadas en 2023"),
        ("medidas de salud, ¿cuantas son en total?", "cuantas medidas de salud"),
    ],
)
def test_it_is_put_first(line: str, first: str) -> None:
    assert asked_first(line) == first


@pytest.mark.parametrize(
    "line", ["cuantas medidas hay", "¿que medidas son de salud y cuantas?", "¿cuantas visas y cuantas expulsiones?"]
)
def test_what_asks_before_stays(line: str) -> None:
    assert asked_first(line) == line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("solicitudes de acceso a la informacion que recibio sermig el 2024, cuantas", "25.009"),
        ("expulsiones que hizo sermig el 2023, cuantas fueron", "339"),
    ],
)
def test_figures_of_an_institution_are_no_medidas(real_assistant: Assistant, question: str, told: str) -> None:
    found = answer(real_assistant, question)
    assert told in found.text[:200]
    assert not found.medidas
