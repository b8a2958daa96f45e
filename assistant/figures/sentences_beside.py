"""Two figures of one label set against each other: the sentences that they stand in say which one is which."""

from __future__ import annotations

from dataclasses import replace

from assistant.figures.prose import as_read
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.store import Store

PAIR = 2
LONGEST = 420


def with_sentences(worked: Worked | None, store: Store, texts: Texts) -> Worked | None:
    """An outcome over two figures that its text tells apart by no name, with the sentences of both, the greater first."""
    if worked is None or len(worked.operands) != PAIR or not worked.outcomes:
        return worked
    one, other = sorted(worked.operands, key=lambda operand: -operand.value)
    if one.nombre != other.nombre or one.spans[0] == other.spans[0]:
        return worked
    told = [(as_read(store, operand.spans[0]), operand.spans[0]) for operand in (one, other)]
    notes = [
        Claim(text=texts("cifras", "oracion", texto=text), spans=(span,), block="note")
        for text, span in told
        if len(text) <= LONGEST
    ]
    return replace(worked, claims=(*worked.claims, *notes))
