"""Two figures of different tables or chapters, each asked for by itself and then set together."""

from __future__ import annotations

import pytest

from assistant.compose.two_figures import _asked
from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas veces superan las visitas del sitio web a las reconducciones en 2024?", "**593,7 veces**"),
        ("¿cuántas veces caben las expulsiones en las reconducciones de 2024?", "**3,9 veces**"),
        (
            "por cada 100 solicitudes de transparencia en 2024, ¿cuántos amparos se presentaron?",
            "**3,2%**, o sea 3,2 por cada 100",
        ),
        ("¿cuántas reconducciones hubo por cada 100 expulsiones en 2024?", "**385** por cada 100"),
        ("suma las reconducciones y las expulsiones de 2024", "**5.335** en total"),
        ("¿cuántas expulsiones y reconducciones hubo en total en 2024?", "**5.335** en total"),
    ],
)
def test_what_no_one_place_sets_together_is_worked_out(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("expulsiones totales y reconducciones, año 2024", ("1.100", "4.235")),
        ("amparos presentados y solicitudes de transparencia 2024", ("791", "25.009")),
    ],
)
def test_two_things_of_a_telegram_are_both_told(
    real_assistant: Assistant, question: str, told: tuple[str, str]
) -> None:
    found = answer(real_assistant, question).text[:200]
    assert all(one in found for one in told)


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas veces cubre la recaudación por multas el presupuesto del ministerio de salud en 2024?",
        "por cada 100 solicitudes de transparencia en 2024, ¿cuántos médicos se contrataron?",
    ],
)
def test_nothing_is_worked_out_of_what_is_not_there(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    "line",
    [
        "¿cuantos fueron sacados del pais, sumando las ordenes judiciales y las administrativas?",
        "si sumamos las residencias temporales y las definitivas, ¿cuantas fueron?",
    ],
)
def test_an_adjective_alone_names_no_thing_of_its_own(line: str) -> None:
    assert not list(_asked(line))
