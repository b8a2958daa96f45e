"""What is worked out row by row of a table: ratios put in order or over time, and when one column was more than another."""

import pytest
from figure_questions import LEAD, ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # who has most of all has not most for each
        ("¿en qué región rindieron más los operativos el 2024, o sea más personas por operativo?", ("Antofagasta", "**64**", "1.792", "28")),
        ("qué región tuvo menos gente por operativo el 2024", ("Aysén", "**2,9**")),
        ("ranking de regiones por personas atendidas por operativo 2024", ("Antofagasta", "40,5: 973 ÷ 24")),
        ("¿cuál fue la dirección regional con mejor promedio de atendidos por operativo?", ("Antofagasta", "**64**")),
        # over time, though not as many months went by
        ("apoya mujer migrante cuantas mujeres por jornada 2024 y cuantas 2025, sube o baja", ("Bajó", "33,4", "29,3")),
        ("mujeres por jornada apoya mujer migrante 2024 y 2025", ("**33,4**", "**29,3**")),
        # when one was more than another
        ("hubo algún año en que resolvieran más temporales de las que les pidieron? por cuánto?", ("**2022**", "**102.954**")),
        ("¿hubo algún año en que resolvieran menos definitivas de las que pidieron? ¿por cuánto?", ("**2021**", "**105.808**", "**2022**", "**9.797**", "**2023**")),
        ("en qué años las temporales resueltas superaron a las solicitadas", ("**2022**", "**102.954**")),
        ("¿algún año rechazaron más refugios que los que reconocieron?", ("**2018**", "**91**")),
        # abbreviated
        ("dif. RD resueltas 2024 vs 2023", ("**63.703**",)),
        ("dif. entre expulsiones 2023 y 2024", ("**351**",)),
    ],
)  # fmt: skip
def test_rows_are_worked_out_one_by_one(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert all(one in answer.text[: 2 * LEAD] for one in told)


def test_the_years_in_which_one_was_more_are_all_told_and_no_other(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "¿hubo algún año en que resolvieran más temporales de las que les pidieron?").text
    assert "En **2023**" not in text
    assert "En **2024**" not in text
