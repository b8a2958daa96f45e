"""What of the guide is to stand first: of a section the sentence that answers each question, of a list its announcement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.focus import expected, focused, sentences, weigher, weights_of
from assistant.guide.outline import Block, Outline, Unit
from assistant.parts import parts
from assistant.values import Claim
from corpus.analysis import fold
from corpus.records import Span
from corpus.store import Store
from corpus.synonyms import Synonyms

# What is read first, in characters, and how much of what a part asks the sentence for it must hold.
FIRST = 380
HOLDS = 0.35
# An announcement longer than this keeps its list from being read.
LONG_INTRO = 200
_MARK = re.compile(r"^\s*(?:- |\d+\. )")


class Leader:
    """Picks the sentences of one guide that answer what is asked."""

    def __init__(self, store: Store, outline: Outline, synonyms: Synonyms) -> None:
        self.store = store
        self.outline = outline
        self.synonyms = synonyms

    def lead(self, fresh: str, claims: Sequence[Claim]) -> list[Claim]:
        """The sentences that answer the questions of a message, of the section that its answer was found in.

        None where one thing is asked and its answer has no look of its own (a number, a date, a frequency), nor where
        what was said begins with them.
        """
        unit = self.outline.unit_at(claims[0].spans) if claims else None
        if unit is None:
            return []
        asked = parts(fresh, lambda piece: looks.pattern if (looks := expected(piece)) is not None else "")
        if len(asked) == 1 and expected(asked[0]) is None:
            return []
        found: dict[str, Block] = {}
        for part in asked:
            best = self.best(part, unit, claims)
            if best is not None:
                found.setdefault(*best)
        first = fold("\n\n".join(claim.text for claim in claims))[:FIRST]
        if not found or all(fold(text) in first for text in found):
            return []
        room = FIRST // len(found)
        weigh = weigher(weights_of(fresh, self.synonyms, self.store.vocabulary), expected(fresh))
        return [Claim(text=focused(text, weigh, room), spans=block.spans) for text, block in found.items()]

    def best(self, part: str, unit: Unit, claims: Sequence[Claim]) -> tuple[str, Block] | None:
        """The sentence of a section that best answers a question, with its block; None where none says enough of it."""
        looks = expected(part)
        weights = weights_of(part, self.synonyms, self.store.vocabulary)
        weigh = weigher(weights, None)
        pool = [
            (_MARK.sub("", line), block)
            for block in unit.blocks
            for line in sentences(block.text)
            if len(line) > len(block.label)
        ]
        typed = [one for one in pool if looks is not None and looks.search(fold(one[0]))]
        if looks is not None and not typed:
            return None
        told = [span for claim in claims[:1] for span in claim.spans]

        def worth(one: tuple[str, Block]) -> float:
            text, block = one
            return weigh(text) + 0.3 * weigh(block.text) + (0.15 if block.shares(told) else 0.0)

        best = max(typed or pool, key=worth, default=None)
        if best is None or (looks is None and weigh(best[0]) < HOLDS):
            return None
        return best


def announced(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of which the first, a list after a long introduction, is led by the sentence that announces the list."""
    if not claims:
        return []
    intro, mark, items = claims[0].text.partition("\n- ")
    before = sentences(intro)
    if not mark or len(intro) <= LONG_INTRO or len(before) < 2:
        return list(claims)
    short = claims[0].model_copy(update={"text": f"{before[-1]}{mark}{items}"})
    return [short, claims[0].model_copy(update={"text": " ".join(before[:-1])}), *claims[1:]]


def within(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether spans lie, but for a heading's length, within others."""
    shared = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in spans
        for other in others
        if one.document == other.document
    )
    return bool(spans) and shared >= 0.6 * sum(span.end - span.start for span in spans)
