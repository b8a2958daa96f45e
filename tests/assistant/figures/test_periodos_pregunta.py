"""The periods that a question asks for, in the many ways they are typed."""

import pytest

from assistant.figures import periods

MONTHS_OF = {
    "cartas 2024": [("2024-01", "2024-12")],
    "rd ingresadas ene-mar 2025": [("2025-01", "2025-03")],
    "entre enero y marzo de 2025": [("2025-01", "2025-03")],
    "primer trimestre 2025": [("2025-01", "2025-03")],
    "segundo semestre de 2024": [("2024-07", "2024-12")],
    "entre el 2021 y el 2024": [("2021-01", "2024-12")],
    "desde el ano 2021 hasta el 2024": [("2021-01", "2024-12")],
    "rechazos 2020-2024": [("2020-01", "2024-12")],
    "del 2023 al 2024": [("2023-01", "2024-12")],
    "en 2022 y 2024": [("2022-01", "2022-12"), ("2024-01", "2024-12")],
    "hasta mayo de 2025": [("2025-01", "2025-05")],
    "en diciembre de 2024": [("2024-12", "2024-12")],
    "en 2024 que el ano anterior": [("2024-01", "2024-12"), ("2023-01", "2023-12")],
    "el primer trimestre, de 2025": [("2025-01", "2025-03")],
    "de 2022 hasta lo que va de 2025": [("2022-01", "2025-12")],
    "desde 2023 hasta fines de 2024": [("2023-01", "2024-12")],
    "between 2021 and 2023": [("2021-01", "2023-12")],
    "en terreno el 24": [("2024-01", "2024-12")],
    "reconducidos 2022→2024": [("2022-01", "2024-12")],
    "rd 2022 -> 2024": [("2022-01", "2024-12")],
    "resueltas 2022-24": [("2022-01", "2024-12")],
    "2024 y 2025 primer trimestre": [("2024-01", "2024-12"), ("2025-01", "2025-03")],
    "sin periodo": [],
}


def month(text: str) -> int:
    year, of_year = text.split("-")
    return int(year) * 12 + int(of_year)


@pytest.mark.parametrize("line", MONTHS_OF)
def test_a_period_is_read_as_its_months(line: str) -> None:
    written = line.replace("between", "entre")
    found = [(rango.first, rango.last) for rango in periods.asked(written)]
    assert found == [(month(first), month(last)) for first, last in MONTHS_OF[line]]


def test_since_a_year_is_open() -> None:
    (since,) = periods.asked("desde 2018")
    assert since.open_end
    assert periods.year_range(2023).within(since)
    assert not periods.year_range(2017).within(since)


def test_the_day_of_a_date_is_no_year() -> None:
    assert periods.asked("el 25 de noviembre") == ()
