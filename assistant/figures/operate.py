"""Operations over the cells of one table, by what a question asks."""

from __future__ import annotations

from collections.abc import Callable

from assistant.figures.cells import Selection
from assistant.figures.claims import CellClaims
from assistant.figures.compare import Comparisons
from assistant.figures.crossings import Crossings
from assistant.figures.question import Asked, Operacion
from assistant.figures.ranks import Ranks
from assistant.figures.row_ratios import RANKED, RowRatios
from assistant.figures.shares import Shares
from assistant.figures.sums import Sums
from assistant.figures.worked import Worked
from assistant.texts import Texts

Work = Callable[[Asked, Selection], Worked | None]
# Of these, the rows that are left out are no part; of the others only a total is told without them.
AMONG_ROWS = (Operacion.MAXIMO, Operacion.MINIMO, Operacion.ORDEN, Operacion.CONTEO)
BY_ROW = (*RANKED, Operacion.SERIE, Operacion.DIFERENCIA, Operacion.CAMBIO)
SET_APART = (Operacion.DIFERENCIA, Operacion.VECES)
OF_THE_REST = (Operacion.VALOR, Operacion.SUMA)


class TableOperations:
    """Does what a question asks with the cells of a table; None where the cells do not allow it."""

    def __init__(self, texts: Texts, cells: CellClaims) -> None:
        comparisons, shares = Comparisons(texts, cells), Shares(texts, cells)
        sums, ranks = Sums(texts, cells), Ranks(texts, cells)
        self._crossings = Crossings(texts, cells)
        self._by_row = RowRatios(texts, cells)
        self._without: Work = sums.without
        self._apart: Work = sums.apart
        self._ends: Work = ranks.apart
        self._by_operation: dict[Operacion, Work] = {
            Operacion.DIFERENCIA: comparisons.difference,
            Operacion.CAMBIO: comparisons.change,
            Operacion.VECES: comparisons.times,
            Operacion.PARTE: lambda asked, selection: (
                comparisons.proportion(asked, selection) or shares.share(asked, selection)
            ),
            Operacion.RAZON: shares.ratio,
            Operacion.SUMA: sums.total,
            Operacion.SERIE: sums.under_series,
            Operacion.PROMEDIO: sums.average,
            Operacion.MAXIMO: ranks.extreme,
            Operacion.MINIMO: ranks.extreme,
            Operacion.ORDEN: ranks.order,
            Operacion.CONTEO: ranks.count,
        }

    def work(self, asked: Asked, selection: Selection) -> Worked | None:
        """The outcome of the operation asked for, or None."""
        if selection.without and not asked.wanted and asked.operation not in AMONG_ROWS:
            return self._without(asked, selection) if asked.operation in OF_THE_REST else None
        if asked.operation in SET_APART and (between := self._ends(asked, selection)) is not None:
            return between
        if asked.opposed and asked.operation is Operacion.DIFERENCIA:
            return self._apart(asked, selection)
        if asked.operation is Operacion.MAXIMO and self._crossings.asked(asked):
            return self._crossings.work(asked, selection)  # the most of all is not more than another
        if asked.operation in BY_ROW and self._by_row.divides(asked, selection):
            return self._by_row.work(asked, selection)  # who has most of all has not most for each
        work = self._by_operation.get(asked.operation)
        return work(asked, selection) if work else None
