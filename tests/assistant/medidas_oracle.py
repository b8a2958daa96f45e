"""A second way to find medidas: brute force over the table that a second reader typed, knowing nothing of the parser.

A condition is a phrase as users say it and what it demands of one row of ``tests/fixtures/medidas.jsonl``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FIXTURE = Path(__file__).parent.parent / "fixtures" / "medidas.jsonl"
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
# Who is part of whom: whoever asks for the whole gets the part too.
PARTS = {
    "Ministerio de Desarrollo Social y Familia": ["Subsecretaría de la Niñez"],
    "Ministerio de Justicia y Derechos Humanos": ["Subsecretaría de Derechos Humanos"],
    "Ministerio del Interior y Seguridad Pública": ["Subsecretaría del Interior"],
}
# "Ministerio de Desarrollo Social y Familia (Subsecretaría de la Niñez) / …": the plan writes the part in brackets.
BRACKETED = {16: 1}


@dataclass(frozen=True)
class Plazo:
    """A deadline as typed: day, month and year need not be a date."""

    day: int
    month: int
    year: int
    exists: bool

    @property
    def last(self) -> date:
        """Where it lies in time; a day that is in no calendar counts as the last of its month."""
        if self.exists:
            return date(self.year, self.month, self.day)
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)


@dataclass(frozen=True)
class Row:
    """One medida of the typed table."""

    numero: int
    eje: int
    instituciones: tuple[str, ...]
    texts: tuple[str, ...]
    plazos: tuple[Plazo, ...]

    @property
    def sharing(self) -> int:
        """How many institutions share it."""
        return len(self.instituciones) - BRACKETED.get(self.numero, 0)


Test = Callable[[Row], bool]


@dataclass(frozen=True)
class Condition:
    """A phrase and what it demands. ``words`` says what it is about, so that two of the same are not combined."""

    phrase: str
    test: Test
    about: str


def table() -> list[Row]:
    """The rows of the typed table."""
    rows = []
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        plazos = []
        for hito in entry["hitos"]:
            day, month, year = re.fullmatch(r"(\d+) de (\w+)(?: del?)? (\d{4})", hito["plazo"]).groups()
            plazos.append(Plazo(int(day), MONTHS.index(month) + 1, int(year), hito["fecha"] is not None))
        texts = (entry["texto"], *(hito["indicador"] for hito in entry["hitos"]))
        rows.append(Row(entry["numero"], entry["eje"], tuple(entry["instituciones"]), texts, tuple(plazos)))
    return rows


def of(name: str) -> Test:
    """Responsible is an institution, or what is part of it."""
    names = {name, *PARTS.get(name, [])}
    return lambda row: bool(names & set(row.instituciones))


def both(one: Test, other: Test) -> Test:
    """Both conditions."""
    return lambda row: one(row) and other(row)


def either(one: Test, other: Test) -> Test:
    """Either condition."""
    return lambda row: one(row) or other(row)


def negated(test: Test) -> Test:
    """The condition does not hold."""
    return lambda row: not test(row)


def due(first: date | None, last: date | None) -> Test:
    """Some deadline lies between two days, both included."""
    return lambda row: any((first is None or p.last >= first) and (last is None or p.last <= last) for p in row.plazos)


def due_on(day: int, month: int, year: int) -> Test:
    """Some deadline is just this day, as it is written."""
    return lambda row: any((p.day, p.month, p.year) == (day, month, year) for p in row.plazos)


def says(pattern: str) -> Test:
    """The text or an indicator holds a pattern."""
    return lambda row: any(re.search(pattern, text, re.IGNORECASE) for text in row.texts)


def numbered(*numbers: int) -> Test:
    """The number is one of these."""
    return lambda row: row.numero in numbers


def matching(rows: list[Row], test: Test) -> tuple[int, ...]:
    """The numbers of the rows that pass."""
    return tuple(row.numero for row in rows if test(row))
