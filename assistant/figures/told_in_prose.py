"""The figure beside one that was told of a sentence: the same of another thing ("¿y en Instagram?") or of another time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked
from assistant.figures.values import Operand, meet
from assistant.figures.worked import Worked
from corpus.records import Span


@dataclass(frozen=True)
class ToldInProse:
    """Finds figures by one that was told, in its passage and those beside it; none where several may be meant."""

    prose: ProseFigures
    lookup: ProseLookup

    def another(self, asked: Asked, one: Operand) -> Worked | None:
        """The figure that a message means which names only what differs from one just told."""
        if asked.places or not (asked.content or asked.periods) or one.at is None:
            return None
        there = [
            o for o in self.prose.around_one(one) if o.unit == one.unit and o.at != one.at and o.bound == one.bound
        ]
        there = [o for o in there if self._of_that_time(asked, one, o)]
        if not asked.content:
            return self._only(asked, [o for o in there if _kind(o) == _kind(one)])
        meant = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.content]
        if all(meet(stems, one.stems | one.clause) for stems in meant):
            return None  # that is of the one that was told
        labelled = [o for o in there if all(meet(stems, o.stems) for stems in meant)]
        said = [o for o in there if all(meet(stems, o.stems | o.clause) for stems in meant)]
        around = [
            o
            for o in there
            if (o.stems <= one.stems or one.stems <= o.stems)
            and all(meet(stems, o.near) for stems in meant)
            and not all(meet(stems, one.near) for stems in meant)
        ]
        alike = [o for o in said if 2 * len(o.stems & one.stems) >= len(one.stems)]
        ways = (alike, labelled, said, around)
        return next((worked for found in ways if (worked := self._only(asked, found))), None)

    def _only(self, asked: Asked, found: Sequence[Operand]) -> Worked | None:
        one_each = {one.at: one for one in found}
        if len(one_each) != 1:
            return None
        (one,) = one_each.values()
        return Worked(self.lookup.told(asked, [one]), (), (one,))

    @staticmethod
    def _of_that_time(asked: Asked, told: Operand, one: Operand) -> bool:
        """Whether a figure is of the time asked for; where none is, of that of the figure told."""
        if asked.periods:
            return one.actual is not None and any(one.actual.same(p) or one.actual.within(p) for p in asked.periods)
        return one.actual is None or told.actual is None or one.actual.same(told.actual)

    def leading(self, span: Span) -> Operand | None:
        """The one figure of a sentence or line; None where it has none, or several."""
        found = {one.at: one for one in self.prose.within(span)}
        return next(iter(found.values())) if len(found) == 1 else None


def _kind(one: Operand) -> frozenset[str]:
    """What a figure counts, without its period."""
    return frozenset(stem for stem in one.stems if not stem[0].isdigit())
