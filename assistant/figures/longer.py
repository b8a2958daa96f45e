"""A table that has the years which another lacks of the very same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import cells as choice
from assistant.figures.cells import Selection
from assistant.figures.grid import Cell, Grid
from assistant.figures.measures import Measure, Named
from assistant.figures.question import Asked
from corpus.analysis import terms
from corpus.lugares import Lugares


@dataclass(frozen=True, eq=False)
class Longer:
    """Finds the table that tells over more years what another tells of one: the same value in the year of both, and
    labels that share all but what one of them adds.
    """

    grids: Sequence[Grid]
    lugares: Lugares

    def __call__(self, asked: Asked, selection: Selection) -> Selection | None:
        """The cells of the other table for the periods asked for; None where none has more of them."""
        cells = selection.cells or self._all_cells(selection)
        if len({cell.parts for cell in cells}) != 1:
            return None
        for grid in self.grids:
            measure = self._twin(cells, grid) if grid is not selection.grid else None
            if measure is None:
                continue
            fit = replace(selection.fit, grid=grid, named=Named((measure,), by_words=True))
            found = choice.select(asked, fit, self.lugares)
            if len(found.cells) > len(selection.cells) and not found.lacking:
                return found
        return None

    @staticmethod
    def _all_cells(selection: Selection) -> tuple[Cell, ...]:
        """What a table tells of the measure meant in the periods that it has, where it has none of those asked for."""
        if not selection.lacking or selection.elsewhere:
            return ()
        return tuple(cell for cell in selection.grid.cells if cell.parts in selection.named.measures and not cell.place)

    @staticmethod
    def _twin(cells: Sequence[Cell], grid: Grid) -> Measure | None:
        """The measure of a table with the values of some cells in their periods, and a label of the same nouns."""
        for measure in grid.measures:
            own = {cell.column: cell for cell in grid.cells if cell.parts == measure and cell.place == cells[0].place}
            beside = [(cell, own[cell.column]) for cell in cells if cell.column in own]
            if len(beside) == len(cells) and all(_same(one, other) for one, other in beside):
                return measure
        return None


def _same(one: Cell, other: Cell) -> bool:
    mine, theirs = set(terms(one.concept)), set(terms(other.concept))
    return one.value == other.value and len(mine & theirs) * 2 >= min(len(mine), len(theirs))
