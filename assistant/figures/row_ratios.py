"""How much of one measure there is for each of another, row by row of a table: which region has most people for each operativo,
how many women there were for each jornada in one year and in the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import compute
from assistant.figures.cells import Selection, complete, of_places
from assistant.figures.claims import computed
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell
from assistant.figures.measures import Measure, own_stems
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import SIGNS, Operand, of_cell
from assistant.figures.worked import Operations, Worked, in_time, latest_whole
from assistant.values import Claim

RANKED = (Operacion.MAXIMO, Operacion.MINIMO, Operacion.ORDEN)
OVER_TIME = (Operacion.SERIE, Operacion.RAZON, Operacion.DIFERENCIA, Operacion.CAMBIO)
LEADERS = 3
PAIR = 2


@dataclass(frozen=True)
class RowRatio:
    """So much of one cell for each of another of its row."""

    over: Operand
    under: Operand
    outcome: Outcome
    nombre: str

    @property
    def exact(self) -> float:
        """The ratio as it is, for an order."""
        return float(self.over.value / self.under.value)


class RowRatios(Operations):
    """Sets two measures of the rows of one table against each other, row by row."""

    def divides(self, asked: Asked, selection: Selection) -> bool:
        """Whether the unit that a question asks by is a measure of the table: "personas por operativo"."""
        return bool(self._unders(asked, selection))

    def work(self, asked: Asked, selection: Selection) -> Worked | None:
        """The rows in the order of their ratios, or the ratio of each period; None where the measures are not plain."""
        under = self._unders(asked, selection)
        over = self._over(asked, selection, under)
        if len(under) != 1 or over is None:
            return None
        if asked.operation in RANKED:
            return self._ranked(asked, selection, over, under[0])
        return self._over_time(asked, selection, over, under[0]) if asked.operation in OVER_TIME else None

    @staticmethod
    def _unders(asked: Asked, selection: Selection) -> list[Measure]:
        meant = asked.meanings.get(asked.per, frozenset({asked.per})) if asked.per else frozenset()
        return [measure for measure, own in own_stems(selection.grid).items() if meant & set(own[:1])]

    @staticmethod
    def _over(asked: Asked, selection: Selection, under: Sequence[Measure]) -> Measure | None:
        """The one other measure that is counted: of those the question names, or the only one there is."""
        others = [measure for measure in selection.grid.measures if measure not in under]
        named = [measure for measure in others if measure in selection.named.measures]
        found = named if selection.named.by_words and named else others
        return found[0] if len(found) == 1 else None

    def _ratio(self, over: Cell, selection: Selection, under: Measure) -> RowRatio | None:
        cells = [
            cell
            for cell in selection.grid.cells
            if (cell.row, cell.column, cell.parts) == (over.row, over.column, under) and cell.value
        ]
        if len(cells) != 1 or over.unit in ("%", *SIGNS) or cells[0].unit in ("%", *SIGNS):
            return None
        one, other = of_cell(over, selection.grid), of_cell(cells[0], selection.grid)
        outcome = compute.ratio(one, other)
        name = over.place or over.period or over.concept
        return None if outcome is None else RowRatio(one, other, outcome, name)

    def _ranked(self, asked: Asked, selection: Selection, over: Measure, under: Measure) -> Worked | None:
        """The place, or the year, with the most or the least of one for each of the other, and those next to it."""
        grid, by_place = selection.grid, bool(selection.grid.places) and "ano" not in asked.breakdowns
        if by_place:
            cells = [c for c in of_places(grid, over, latest_whole(selection)) if c.place not in selection.without]
        else:
            cells = [c for c in grid.cells if c.parts == over and c.column is not None and complete(c)]
        found = [ratio for cell in cells if (ratio := self._ratio(cell, selection, under)) is not None]
        if len(found) < PAIR:
            return None
        least = asked.operation is Operacion.MINIMO
        found.sort(key=lambda one: one.exact if least else -one.exact)
        shown = found[: max(asked.top or LEADERS, sum(one.exact == found[0].exact for one in found))]
        text = self.say(
            "razones_en_orden", filas=shown, menor=least, periodo=shown[0].over.period if by_place else None
        )
        return self._told(text, shown, selection)

    def _over_time(self, asked: Asked, selection: Selection, over: Measure, under: Measure) -> Worked | None:
        """The ratio of each of the periods asked for, and whether it rose, where that is asked: as much time need not have
        gone by, for each is of what was done in it."""
        there = [cell for cell in selection.grid.cells if cell.column in selection.periods and cell.parts == over]
        places = {cell.place for cell in selection.cells}
        cells = in_time([cell for cell in there if cell.column is not None and cell.place in places])
        found = [ratio for cell in cells if (ratio := self._ratio(cell, selection, under)) is not None]
        if len(found) < PAIR or len(found) < len(cells) or len(places) > 1:
            return None
        changes = asked.operation in (Operacion.DIFERENCIA, Operacion.CAMBIO)
        text = self.say(
            "razones_en_el_tiempo", filas=found, cambia=changes, antes=found[0].exact, despues=found[-1].exact
        )
        worked = self._told(text, found, selection)
        return Worked((*worked.claims, *self.cells.qualified(cells, selection.grid)), worked.outcomes, worked.operands)

    def _told(self, text: str, found: Sequence[RowRatio], selection: Selection) -> Worked:
        outcomes = tuple(one.outcome for one in found)
        operands = tuple(operand for one in found for operand in (one.over, one.under))
        title = selection.grid.tabla.titulo.texto
        what = self.say("de_que", concepto=title, cuadro=selection.grid.reference(title))
        note = Claim(text=what, spans=selection.grid.heading, block="note")
        return Worked((computed(text, outcomes), note), outcomes, operands)
