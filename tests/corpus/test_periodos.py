"""Periods in running text, each with one spelling and the months that it spans."""

import pytest

from corpus.periods import find_periods, parse_period


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("en 2024 y hasta marzo de 2025", ["2024", "hasta marzo de 2025"]),
        ("Entre 2022 y 2025, o 2017–2025", ["2022–2025", "2017–2025"]),
        ("Al primer trimestre de 2025", ["primer trimestre de 2025"]),
        ("el segundo semestre del año 2031", ["segundo semestre de 2031"]),
        ("entre enero y marzo de 2025", ["enero–marzo de 2025"]),
        ("desde julio de 2024 hasta junio de 2025", ["julio de 2024–junio de 2025"]),
        ("entre los días 4 y 6 de marzo de 2025", ["marzo de 2025"]),
        ("el 28 de marzo de 2024 y al 30 de abril del 2025", ["28 de marzo de 2024", "al 30 de abril de 2025"]),
        ("A diciembre de 2022", ["a diciembre de 2022"]),
        ("en el primer trimestre 326 solicitudes", ["primer trimestre"]),
        ("hubo 2.024 casos, $2024 y 1.995", []),
    ],
)
def test_periods_have_one_spelling(text: str, labels: list[str]) -> None:
    assert [period.label for period in find_periods(text)] == labels


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2024", (2024, 1), (2024, 12)),
        ("Primer trimestre 2025", (2025, 1), (2025, 3)),
        ("segundo semestre de 2024", (2024, 7), (2024, 12)),
        ("hasta mayo de 2025", (2025, 5), (2025, 5)),
        ("julio de 2024–junio de 2025", (2024, 7), (2025, 6)),
        ("2022–2025", (2022, 1), (2025, 12)),
    ],
)
def test_the_months_of_a_period(label: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    period = parse_period(label)
    assert period is not None
    assert (period.first, period.last) == (first[0] * 12 + first[1], last[0] * 12 + last[1])


def test_a_label_without_a_period_gives_none() -> None:
    assert parse_period("Arica y Parinacota") is None
