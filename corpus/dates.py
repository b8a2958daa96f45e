"""Dates as the documents write them: "31 de diciembre 2024", "31 de diciembre de 2023", "1° de julio del 2026"."""

from __future__ import annotations

import re
from datetime import date

from corpus.analysis import fold

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

WRITTEN_DATE = re.compile(
    r"(?P<day>\d{1,2})[º°]?\s+de\s+(?P<month>" + "|".join(MONTHS) + r"|setiembre)(?:\s+del?)?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    """1–12 for a month's name in any case and accent ("setiembre" too), else None."""
    plain = fold(name)
    plain = "septiembre" if plain in ("setiembre", "sept", "sep") else plain
    return MONTHS.index(plain) + 1 if plain in MONTHS else None


def parse_written_date(text: str) -> date | None:
    """The date that a text states, or None where that day does not exist ("31 de junio 2024").

    Raises ValueError where the text is not written as a date at all.
    """
    match = WRITTEN_DATE.search(re.sub(r"\s+", " ", text))
    if match is None:
        raise ValueError(f"no es una fecha: {text!r}")
    month = month_number(match["month"])
    assert month is not None
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def write_date(day: date) -> str:
    """A date in words: "31 de diciembre de 2024"."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"
