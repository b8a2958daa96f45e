"""What part of the whole that is which was just told: "¿y qué porcentaje del total representa?", after the region with most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.cells import Selection
from assistant.figures.choose import Fit
from assistant.figures.claims import CellClaims
from assistant.figures.measures import Named
from assistant.figures.over_told import ToldOperand
from assistant.figures.question import Asked, Operacion
from assistant.figures.shares import Shares
from assistant.figures.worked import Worked
from assistant.texts import Texts

ENDS = (Operacion.MAXIMO, Operacion.MINIMO)
_OF_ALL = re.compile(r"\b(?:total|totales|todo|todas|todos|pais|nacional|overall|whole|all)\b")


@dataclass(frozen=True)
class ShareTold:
    """Sets the one figure that was told, or what came first where several were put in order, against its whole."""

    texts: Texts
    cells: CellClaims

    def find(self, asked: Asked, own: str, before: Operacion, told: Sequence[ToldOperand]) -> Worked | None:
        """What part the figure is of the total that its table declares, or of what its rows share out; None where a
        message asks no share of a whole, or the table has none."""
        if before not in ENDS and (len(told) != 1 or not _OF_ALL.search(own)):
            return None
        first = told[0] if told else None
        if first is None or first.cell is None or first.grid is None:
            return None
        alone = Fit(first.grid, Named((first.cell.parts,), True), 1.0, 1.0, 1.0, beside=True)
        return Shares(self.texts, self.cells).share(asked, Selection(alone, (first.cell,)))
