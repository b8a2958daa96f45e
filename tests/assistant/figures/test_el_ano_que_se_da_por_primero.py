"""A year that a question takes for the first of its order, the years that come after one told, and the part of a whole told."""

from __future__ import annotations

import pytest
from figure_questions import ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024 fue el año con mas refugiados reconocidos no? cuantos fueron", ("No fue", "2023", "201", "105")),
        ("¿fue 2021 el año con más expulsiones administrativas?", ("No fue", "2024", "690", "246")),
        ("¿2023 fue el año con más cartas de nacionalización?", ("Sí, fue", "3.075")),
    ],
)
def test_it_is_said_whether_that_was_the_year(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = ask(real_assistant, question).text
    assert all(one in text[:400] for one in told)


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (
            (
                "cuantas residencias definitivas se pidieron en 2021",
                "y los años que siguen hasta el 2024?",
            ),
            ("106.624", "139.701", "58.848"),
            "134.069",
        ),
        (
            ("¿cuántas cartas de nacionalización se otorgaron en 2021?", "y en los años siguientes hasta 2023"),
            ("2.051", "3.075"),
            "2.207",
        ),
        (
            (
                "¿cuántas cartas de nacionalización se otorgaron en 2022?",
                "dame todos los años que haya, de 2021 a 2024",
            ),
            ("2.984", "2.051", "3.075", "2.207"),
            "134.069",
        ),
    ],
)
def test_the_years_after_the_one_told(
    real_assistant: Assistant, turns: tuple[str, ...], told: tuple[str, ...], untold: str
) -> None:
    text = ask(real_assistant, *turns).text
    assert all(one in text for one in told)
    assert untold not in text


@pytest.mark.parametrize(
    ("second", "told"), [("y q porcentaje fue trata", "92,3%"), ("¿qué porcentaje fue de tráfico?", "7,7%")]
)
def test_a_part_told_is_set_against_the_whole_of_its_sentence(
    real_assistant: Assistant, second: str, told: str
) -> None:
    answer = ask(real_assistant, "cuantos casos de trata y de tráfico detectaron el 2024", second)
    assert told in answer.text[:60]
    assert "de 39" in answer.text
