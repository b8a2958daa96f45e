"""What is counted of two sorts together, said after the noun: "¿cuántas sesiones, entre ordinarias y extraordinarias?"."""

from __future__ import annotations

import pytest

from assistant.figures import both
from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    "line",
    [
        "¿en cuantas sesiones, entre ordinarias y extraordinarias, participo?",
        "¿cuantas expulsiones hubo en 2024 entre administrativas y judiciales?",
        "¿cuantas residencias se solicitaron, contando temporales y definitivas?",
    ],
)
def test_both_are_counted_together(line: str) -> None:
    assert both.among(line)


@pytest.mark.parametrize(
    "line",
    [
        "¿cuantas expulsiones de diferencia hubo entre administrativas y judiciales?",
        "¿cuantos operativos hubo entre enero y marzo?",
        "¿cuantas personas mas hubo entre hombres y mujeres mas jovenes?",
    ],
)
def test_what_sets_apart_adds_nothing_up(line: str) -> None:
    assert not both.among(line)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "¿En cuántas sesiones de COSOC, entre ordinarias y extraordinarias, y en cuántas reuniones de mesas de gestión "
            "migratoria participó SERMIG durante 2024?",
            ("**10** sesiones en total", "**51**"),
        ),
    ],
)
def test_a_sum_and_a_figure_beside_it_are_both_told(
    real_assistant: Assistant, question: str, told: tuple[str, str]
) -> None:
    text = answer(real_assistant, question).text[:400]
    assert all(one in text for one in told)
