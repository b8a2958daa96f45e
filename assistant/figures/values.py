"""Figures as operands: a number with what it counts, of when and where, and the text that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.figures.grid import Cell, Grid
from assistant.figures.periods import Rango
from assistant.values import Figure
from corpus.analysis import terms
from corpus.numbers import format_number
from corpus.records import Span

SHORTEST = 4
ENDING = 2
SIGNS = ("%", "$", "M$")
THOUSAND = Decimal(1000)
YEARS = frozenset(map(Decimal, range(1990, 2100)))
"""The numbers that may be years."""
RANKS = frozenset(terms("lugar lugares puesto puestos posición posiciones"))
"""The stems of the nouns for a place in an order."""
PEOPLE = frozenset(terms("gente personas people"))
"""The stems by which people are counted and nothing is said of who they are."""


@dataclass(frozen=True)
class Operand:
    """A figure of a table or of a sentence. ``written`` is how it is told, ``actual`` the months that it counts.

    ``stems`` are those of what it counts, ``clause`` those of the words between the numbers before and after it, ``segment`` those of the part of its sentence between two
    semicolons, where there are several, ``near`` those of the text around it; ``group`` is the table or the list that
    it stands in; ``nombre`` tells it from the other operands of an answer; ``at`` is where the number itself stands, ``whole`` where that
    stands of which its sentence makes it a part: "N solicitudes, de las cuales M…", "N casos: M de trata".
    """

    value: Decimal
    written: str
    unit: str
    concept: str
    period: str | None
    actual: Rango | None
    place: str | None
    spans: tuple[Span, ...]
    stems: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    segment: frozenset[str] = frozenset()
    whole: Span | None = None
    group: str = ""
    bound: str | None = None
    nombre: str = ""
    at: Span | None = None

    def figure(self) -> Figure:
        """It as a figure for the caller."""
        return Figure(
            value=self.value,
            unit=self.unit,
            concept=self.concept,
            period=self.period,
            breakdown=(self.place,) if self.place else (),
            spans=self.spans,
        )


def written(value: Decimal, unit: str) -> str:
    """A value with its sign, the Chilean way: "1.100", "64,25%", "$3.692.523.523"."""
    number = format_number(value)
    if unit == "%":
        return f"{number}%"
    return f"${number}" if unit == "$" else f"M${number}" if unit == "M$" else number


def in_pesos(one: Operand) -> Operand:
    """A figure of thousands of pesos ("M$") in pesos, to set against one of these; it is told as it is written."""
    return replace(one, value=THOUSAND * one.value, unit="$") if one.unit == "M$" else one


def of_cell(cell: Cell, grid: Grid) -> Operand:
    """A cell as an operand, proved by its row and by the table's title and header."""
    return Operand(
        value=cell.value,
        written=written(cell.value, cell.unit),
        unit=cell.unit,
        concept=cell.concept,
        period=cell.period,
        actual=cell.actual,
        place=cell.place,
        spans=proof(cell, grid),
        group=grid.tabla.id,
        at=cell.span,
    )


def proof(cell: Cell, grid: Grid) -> tuple[Span, ...]:
    """The row of a cell, the table's header and title (as one where they stand together), and the cell's footnote.

    A total over periods is proved by the rows of the first and the last of them too.
    """
    row = grid.tabla.filas[cell.row].span
    if cell.column is None:
        parts = [c for c in grid.cells if c.column and c.parts == cell.parts and c.place == cell.place]
        rows = [grid.tabla.filas[c.row].span for c in sorted(parts, key=lambda c: c.column.first if c.column else 0)]
        return tuple(dict.fromkeys((row, *grid.heading, *rows[:1], *rows[-1:])))
    note = grid.note_span(cell.celda.nota) if cell.celda.nota and str(cell.period or "") else ()
    return tuple(dict.fromkeys((row, *grid.heading, *note)))


def named(operands: Sequence[Operand]) -> list[Operand]:
    """Operands, each with a name for what tells it from the others: its period, its place, or what it counts."""
    several = len({one.period for one in operands}) > 1, len({one.place for one in operands}) > 1
    things = len({one.concept for one in operands}) > 1
    found = []
    for one in operands:
        names = [one.concept] if things else []
        names += [one.place or "total"] if several[1] else []
        names += [one.period or "total"] if several[0] and (one.period or "total") not in one.concept else []
        found.append(replace(one, nombre=", ".join(names) or one.place or one.concept))
    return found


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one word but for an ending that the stemmer left: "acog" and "acogi", "tall" and "taller"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and len(long) - len(short) <= ENDING


def meet(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some stems and others have one in common, or two that are akin."""
    others = tuple(others)
    return any(one == other or akin(one, other) for one in some for other in others)
