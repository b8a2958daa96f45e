"""One figure of a sentence that states several: the one that a question asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.claims import spans_of
from assistant.figures.measures import QUANTIFIERS, weigh
from assistant.figures.prose import of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import Operand
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.numbers import numbers_in
from corpus.vocabulary import Vocabulary

MARGIN = 0.5
HALF = 0.5


@dataclass(frozen=True)
class ProseLookup:
    """Finds the figure of a passage that a question asks for; None where the passage as a whole answers better."""

    texts: Texts
    vocabulary: Vocabulary

    def find(self, asked: Asked, operands: Sequence[Operand]) -> Worked | None:
        """The figure asked for among those of the nearest passage, as one claim; None where none is plainly it."""
        if asked.operation not in (Operacion.VALOR, Operacion.PARTE) or asked.breakdowns:
            return None
        if asked.places or len(asked.heads) > 1 or len(asked.periods) > 1 or not (asked.counts or asked.percent):
            return None
        percent = asked.percent and not asked.heads
        given = set(numbers_in(asked.line))  # a figure that the question itself tells is not the one asked for
        there = [one for one in of_periods(operands, asked.periods) if (one.unit == "%") == percent]
        there = [one for one in there if one.value not in given]
        ranked = sorted(there, key=lambda one: -self._score(asked, one))
        if not ranked or not self._counted(asked, ranked[0], percent=percent):
            return None
        best = ranked[0]
        beside = [one for one in operands if one.spans[0] == best.spans[0] and one.value != best.value]
        rivals = [one for one in ranked[1:] if one.value != best.value]
        if not beside or (rivals and self._score(asked, best) - self._score(asked, rivals[0]) < MARGIN):
            return None
        text = self.texts("cifras", "dicha", o=best)
        return Worked((Claim(text=text, spans=spans_of([best])),), (), (best,))

    def _words(self, asked: Asked, one: Operand) -> frozenset[str]:
        fresh = [stem for stem in asked.content if stem in asked.fresh]
        return frozenset(s for s in fresh if asked.meanings.get(s, frozenset({s})) & one.stems)

    def _score(self, asked: Asked, one: Operand) -> float:
        """What of the last message a figure's label explains, less what it says beyond the whole question."""
        meant = frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()
        extra = weigh(one.stems - meant - QUANTIFIERS, self.vocabulary)
        old = [s for s in asked.content if asked.meanings.get(s, frozenset({s})) & one.stems]
        return weigh(self._words(asked, one), self.vocabulary) + 0.5 * weigh(old, self.vocabulary) - 0.3 * extra

    def _counted(self, asked: Asked, one: Operand, *, percent: bool) -> bool:
        """Whether a figure's label holds what the question counts, or any word of it for a percentage."""
        words = self._words(asked, one)
        fresh = [stem for stem in asked.content if stem in asked.fresh]
        if not words or weigh(words, self.vocabulary) < HALF * weigh(fresh, self.vocabulary):
            return False
        if percent or not asked.heads:
            return True
        head = asked.heads[0]
        return bool(asked.meanings.get(head, frozenset({head})) & one.stems) or head not in asked.content
