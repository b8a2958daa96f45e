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
from corpus.numbers import number_from_words

ENDS = (Operacion.MAXIMO, Operacion.MINIMO)
_OF_ALL = re.compile(r"\b(?:total|totales|todo|todas|todos|pais|nacional|overall|whole|all)\b")
# "Entre las tres", "las dos juntas", "¿qué porcentaje suman?"
_ALL_OF_THEM = re.compile(
    r"\b(?:entre|sum\w+|reun\w+|concentr\w+|represent\w+)? ?(?:es[oa]s|est[oa]s|l[oa]s) (?P<many>dos|tres|cuatro|cinco|seis|[2-6])\b"
    r"|\b(?:suman|sumad[oa]s|junt[oa]s|en conjunto|entre (?:tod[oa]s|amb[oa]s)|together|combined)\b"
)


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
        many = _together(own, len(told))
        if many is None:
            return None
        alone = Fit(first.grid, Named((first.cell.parts,), True), 1.0, 1.0, 1.0, beside=True)
        cells = [one.cell for one in told[:many] if one.cell is not None and one.grid is first.grid]
        shares = Shares(self.texts, self.cells)
        if many > 1:
            return shares.share_together(first.grid, cells) if len(cells) == many else None
        return shares.share(asked, Selection(alone, (first.cell,)))


def _together(own: str, told: int) -> int | None:
    """How many of the figures told a message takes together: "¿qué porcentaje suman las tres?"; one where it takes the first
    alone, None where it takes more than were told."""
    match = _ALL_OF_THEM.search(own)
    if match is None:
        return 1
    read = number_from_words([match["many"]]) if match["many"] else None
    many = int(read[0]) if read else told
    return many if many <= told else None
