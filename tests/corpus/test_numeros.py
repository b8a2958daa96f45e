"""Numbers and dates as Chilean documents and users write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.dates import month_number, parse_written_date, write_date
from corpus.numbers import folded_words, format_number, number_from_words, numbers_in, parse_number, rounded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13.164", "13164"),
        ("1.234.567,89", "1234567.89"),
        ("99,96", "99.96"),
        ("2.4", "2.4"),
        ("5113", "5113"),
        ("13164,5", "13164.5"),
        ("-3,5", "-3.5"),
        ("+40", "40"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
    ],
)
def test_a_point_parts_thousands_and_a_comma_decimals(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "doce", "1.2.3", "12%", "1,2,3", "--5", "1 000"])
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no es un número"):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Subió de 1.200 a 1.350,5 casos (12,5%).", ["1200", "1350.5", "12.5"]),
        ("entre 2019-2021", ["2019", "2021"]),
        ("$45.000, y luego 7.", ["45000", "7"]),
        ("el formulario B12 y la versión 1.2.3", []),
        ("COVID19 o H1N1", []),
    ],
)
def test_numbers_are_found_in_text_but_not_inside_words_or_codes(text: str, found: list[str]) -> None:
    assert numbers_in(text) == [Decimal(value) for value in found]


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("mil cien personas", "1100", 2),
        ("treinta y uno", "31", 3),
        ("noventa y dos mil setecientas cinco", "92705", 6),
        ("dos mil veinticuatro", "2024", 3),
        ("14 mil millones", "14000000000", 3),
        ("14 mil doscientos", "14200", 3),
        ("2,4 millones de pesos", "2400000", 2),
        ("dos millones trescientos mil cuarenta y dos", "2300042", 7),
        ("cien", "100", 1),
        ("cero", "0", 1),
    ],
)
def test_numbers_in_words_are_read_to_their_end(text: str, value: str, used: int) -> None:
    assert number_from_words(folded_words(text)) == (Decimal(value), used)


@pytest.mark.parametrize(
    ("text", "value"),
    [("dos tres", "2"), ("quince veinte", "15"), ("2024 dos", "2024"), ("veinte y pico", "20"), ("mil mil", "1000")],
)
def test_words_that_make_no_number_together_are_not_added_up(text: str, value: str) -> None:
    found = number_from_words(folded_words(text))
    assert found is not None
    assert found == (Decimal(value), 1)


@pytest.mark.parametrize("text", ["millones de personas", "y dos", "gatos", ""])
def test_what_does_not_begin_with_a_number_gives_none(text: str) -> None:
    assert number_from_words(folded_words(text)) is None


@pytest.mark.parametrize("text", ["13.164", "99,96", "-1.234,5", "0", "1.000.000", "-0,5"])
def test_a_number_is_written_as_it_is_read(text: str) -> None:
    assert format_number(parse_number(text)) == text


def test_a_value_in_powers_of_ten_is_written_out() -> None:
    assert format_number(Decimal("1E+3")) == "1.000"


@pytest.mark.parametrize(
    ("value", "places", "wanted"), [("0.5", 0, "1"), ("2.345", 2, "2.35"), ("-1.25", 1, "-1.3"), ("7", 1, "7.0")]
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, wanted: str) -> None:
    assert str(rounded(Decimal(value), places)) == wanted


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 de diciembre 2024", date(2024, 12, 31)),
        ("31 de diciembre de 2023", date(2023, 12, 31)),
        ("30 de Junio del\n  2026", date(2026, 6, 30)),
        ("1° de marzo de 2027", date(2027, 3, 1)),
        ("1º de setiembre de 2028", date(2028, 9, 1)),
        ("29 de febrero 2024", date(2024, 2, 29)),
    ],
)
def test_a_written_date_is_read(text: str, day: date) -> None:
    assert parse_written_date(text) == day


@pytest.mark.parametrize("text", ["31 de junio 2024", "29 de febrero de 2025", "0 de mayo de 2024"])
def test_a_date_that_does_not_exist_is_none(text: str) -> None:
    assert parse_written_date(text) is None


@pytest.mark.parametrize("text", ["Segundo semestre de 2025", "diciembre 2024", "31/12/2024"])
def test_what_is_not_written_as_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no es una fecha"):
        parse_written_date(text)


@pytest.mark.parametrize(
    ("name", "number"), [("Enero", 1), ("SEPTIEMBRE", 9), ("setiembre", 9), ("sept", 9), ("diciembre", 12)]
)
def test_months_are_known_by_any_spelling(name: str, number: int) -> None:
    assert month_number(name) == number


def test_what_is_no_month_has_no_number() -> None:
    assert month_number("brumario") is None


def test_a_date_is_written_as_it_is_read() -> None:
    day = date(2026, 9, 5)
    assert write_date(day) == "5 de septiembre de 2026"
    assert parse_written_date(write_date(day)) == day
