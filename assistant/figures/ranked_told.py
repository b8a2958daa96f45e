"""The greatest and the least of a series just told: "¿cuál fue el año más alto?", "¿y el peor año?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.cells import Selection
from assistant.figures.choose import Fit
from assistant.figures.drafts import Drafts
from assistant.figures.measures import Named
from assistant.figures.over_told import ToldOperand
from assistant.figures.question import Asked, Operacion
from assistant.figures.ranks import Ranks
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Draft

LEAST = 3
_YEAR = re.compile(r"\b(?:anos?|years?)\b|\bcuando\b|\bwhen\b")
# No document says which year was good or bad.
_JUDGED = re.compile(r"\b(?P<how>peor|mejor|worst|best)\b")


@dataclass(frozen=True)
class RankedTold:
    """Puts the years of a series just told in order; None where no one series was told."""

    texts: Texts
    drafts: Drafts

    def find(self, asked: Asked, own: str, told: Sequence[ToldOperand]) -> Draft | None:
        """The year with the most or the least; both ends where a message asks which was good or bad."""
        judged = _JUDGED.search(own)
        ranks = judged is not None or asked.operation in (Operacion.MAXIMO, Operacion.MINIMO)
        if not ranks or not _YEAR.search(own) or asked.content or asked.places or asked.periods:
            return None
        selection = _series(told)
        if selection is None:
            return None
        ends = [Operacion.MAXIMO, Operacion.MINIMO] if judged else [asked.operation]
        work = Ranks(self.texts, self.drafts.cells)
        worked = [work.extreme(replace(asked, breakdowns=("ano",), operation=end), selection) for end in ends]
        found = [one for one in worked if one is not None]
        if len(found) < len(ends):
            return None
        if judged is None:
            return self.drafts.of_cells(selection, found[0])
        most, least = (one.operands[0] for one in found)
        text = self.texts("cifras", "extremos", mayor=most, menor=least, palabra=judged["how"])
        claim = found[0].claims[0].model_copy(update={"text": text, "spans": (*most.spans, *least.spans)})
        return self.drafts.of_cells(selection, Worked((claim, work.what(selection)), (), (most, least)))


def _series(told: Sequence[ToldOperand]) -> Selection | None:
    """The cells told, where they are of one measure and place of one table, each of another period."""
    cells = [one.cell for one in told if one.cell is not None]
    grid = told[0].grid if told else None
    if grid is None or len(cells) < max(LEAST, len(told)) or any(one.grid is not grid for one in told):
        return None
    kinds = {(cell.parts, cell.place) for cell in cells}
    if len(kinds) > 1 or len({cell.column for cell in cells}) < len(cells):
        return None
    named = Named((cells[0].parts,), True)
    return Selection(Fit(grid, named, 1.0, 1.0, 1.0, beside=True), tuple(cells))
