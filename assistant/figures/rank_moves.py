"""From which place to which something went in an order: "¿desde qué puesto y hasta cuál avanzó?", "ascendiendo del lugar 160
al 85".

Who asks so seldom uses the words of the sentence that says it; it stands in the section of what he speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.figures.claims import spans_of
from assistant.figures.prose import Nearby, as_read
from assistant.figures.question import Asked
from assistant.figures.values import RANKS, Operand
from assistant.figures.worked import Worked
from assistant.values import Claim
from corpus.store import Store

PAIR = 2
_MOVE = re.compile(
    r"\b(?:de|desde) (?:que|cual) (?:lugar|puesto|posicion)\b[^.;?]*\b(?:a|al|hasta) (?:que|cual)\b"
    r"|\bdel (?:lugar|puesto) cuanto\b[^.;?]*\b(?:al|hasta) cuanto\b|\bfrom (?:which|what) (?:place|position|rank)\b"
)


def of_a_move(asked: Asked, nearby: Sequence[Nearby], store: Store) -> Worked | None:
    """The one sentence of the passages near, and of those beside them, that tells two places of one order; None where a
    question asks for no such move, or there are several."""
    if _MOVE.search(asked.line) is None:
        return None
    told: dict[object, list[Operand]] = {}
    for _, one in nearby:
        if RANKS & one.stems:
            told.setdefault(one.spans[0], []).append(one)
    moves = [ones for ones in told.values() if len({one.value for one in ones}) == PAIR]
    if len(moves) != 1:
        return None
    text = as_read(store, moves[0][0].spans[0])
    return Worked((Claim(text=text, spans=spans_of(moves[0])),), (), tuple(moves[0]))
