"""What all operations over the cells of one table share: how their outcome is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.cells import Selection, complete
from assistant.figures.claims import CellClaims, spans_of
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell
from assistant.figures.periods import Rango
from assistant.figures.values import Operand
from assistant.texts import Texts
from assistant.values import Claim


@dataclass(frozen=True)
class Worked:
    """Claims with what was computed for them, and the figures that they state."""

    claims: tuple[Claim, ...]
    outcomes: tuple[Outcome, ...] = ()
    operands: tuple[Operand, ...] = ()


def together(parts: Sequence[Worked], *more: Claim) -> Worked | None:
    """Several outcomes as one, with further claims after theirs; None where there are none."""
    if not parts:
        return None
    return Worked(
        (*(claim for one in parts for claim in one.claims), *more),
        tuple(outcome for one in parts for outcome in one.outcomes),
        tuple(operand for one in parts for operand in one.operands),
    )


@dataclass(frozen=True)
class Operations:
    """Base of the operations over the cells of one table."""

    texts: Texts
    cells: CellClaims

    def say(self, macro: str, **values: object) -> str:
        """A text about figures."""
        return self.texts("cifras", macro, **values)

    def what(self, selection: Selection, *, whole: bool = False) -> Claim:
        """What was computed with: the measure and the table."""
        cells = selection.cells
        concept = cells[0].concept if len(selection.measures) == 1 and not whole else selection.grid.tabla.titulo.texto
        text = self.say("de_que", concepto=concept, cuadro=selection.grid.reference(concept))
        return Claim(text=text, spans=selection.grid.heading, block="note")

    def not_alike(self, one: Operand, other: Operand, pair: Sequence[Cell], selection: Selection) -> Worked:
        """That two figures do not count the same time, with both of them."""
        text = self.say("no_comparables", a=one, b=other)
        claims = [Claim(text=text, spans=spans_of((one, other))), *self.cells.qualified(pair, selection.grid)]
        return Worked(tuple(claims), (), (one, other))


def in_time(cells: Sequence[Cell]) -> list[Cell]:
    """Cells in the order of their periods; as they were asked for where they share one."""
    return sorted(cells, key=lambda cell: cell.column.first if cell.column else 0)


def latest_whole(selection: Selection) -> Rango | None:
    """The one period asked for, else the last that is over; a year comes before a part of the next."""
    periods = [period for period in selection.periods if period is not None]
    whole = [cell.column for cell in selection.cells if cell.column is not None and complete(cell)]
    if len(periods) == 1:
        return periods[0]
    return max(whole, key=lambda period: (period.months, period.last)) if whole else None


def parts_since(selection: Selection) -> list[Rango]:
    """The periods after the last that is over, in order: what there is of the year that follows."""
    whole = latest_whole(selection)
    later = {period for period in selection.periods if whole is not None and period and period.last > whole.last}
    return sorted(later, key=lambda period: period.last)
