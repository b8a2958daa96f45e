"""What operations over figures of different places share: how well a question names a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.figures.measures import QUANTIFIERS, weigh
from assistant.figures.question import Asked, Operacion
from assistant.figures.sorts import of_the_change, of_the_sort, since_then
from assistant.figures.values import SIGNS, Operand, meet
from assistant.texts import Texts
from corpus.analysis import fold
from corpus.records import Span
from corpus.vocabulary import Vocabulary

ENOUGH = 0.55
MONEY = ("$", "M$")
_WITH_THAT = re.compile(r"\b(?:asociad|respectiv|correspondient)\w+$")
EXTRA = 0.03


@dataclass(frozen=True)
class NearOperations:
    """Base of the operations over the figures of sentences, lists and tables near a question."""

    texts: Texts
    vocabulary: Vocabulary

    def say(self, macro: str, **values: object) -> str:
        """A text about figures."""
        return self.texts("cifras", macro, **values)

    def words(self, asked: Asked, known: frozenset[str]) -> frozenset[str]:
        """The words of a question's topic that some stems explain."""
        return frozenset(stem for stem in asked.topics if asked.meanings.get(stem, frozenset({stem})) & known)

    def weight(self, words: Iterable[str]) -> float:
        """What some words count for together."""
        return weigh(words, self.vocabulary)

    def size(self, asked: Asked) -> float:
        """What all the words of a question's topic count for; never zero."""
        return self.weight(asked.topics) or 1.0

    def extra(self, asked: Asked, one: Operand) -> float:
        """What of a figure's label the question does not name, so weighed that it decides only between equals."""
        return EXTRA * self.weight(one.stems - meant(asked) - QUANTIFIERS)

    def covered(self, asked: Asked, *operands: Operand) -> float:
        """The share of a question's topic that some figures and the text around them explain."""
        known = frozenset(stem for one in operands for stem in one.near | one.stems)
        return self.weight(self.words(asked, known)) / self.size(asked)

    def counts(self, asked: Asked, one: Operand) -> bool:
        """Whether a figure counts what the question counts: "cuántas personas", "cuántos asistieron"."""
        return any(asked.meanings.get(head, frozenset({head})) & one.stems for head in asked.heads)


def stands_for_itself(asked: Asked, one: Operand, quote: Callable[[Span], str]) -> bool:
    """Whether a figure may be meant by its label alone: neither one of a place that a question does not name, nor what is
    left of other things ("otros gastos"), nor what goes with a thing that it does not name ("los gastos asociados").
    """
    if one.place and one.place not in {place.nombre for place in asked.wanted}:
        return False
    if asked.money and not asked.heads and asked.operation is Operacion.DIFERENCIA and one.unit not in MONEY:
        return False  # "lo que entró y lo que se gastó": amounts
    if not of_the_sort(asked, one.unit, one.concept) or not of_the_change(asked, one.concept):
        return False
    concept = fold(one.concept)
    said = fold(quote(one.spans[0])) if one.at else ""
    if since_then(asked, said):
        return False
    rest = re.match(r"otr[oa]s\b", concept) or re.search(rf"\botr[oa]s {re.escape(concept)}\b", said)
    if rest is not None and "otr" not in asked.line:
        return False
    if _WITH_THAT.search(concept) is None:
        return True
    own = frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in asked.content))
    return meet(own - one.stems, one.near - one.stems)


def meant(asked: Asked) -> frozenset[str]:
    """All that the words of a question may stand for."""
    return frozenset(asked.topics).union(*asked.meanings.values())


def of_one_kind(one: Operand, other: Operand) -> bool:
    """Whether two figures have one unit (or count things of one sentence) and one period, and neither is a bound."""
    if one.bound or other.bound:
        return False
    if one.unit != other.unit and (one.spans[0] != other.spans[0] or {one.unit, other.unit} & set(SIGNS)):
        return False
    return of_one_time(one, other)


def of_one_time(one: Operand, other: Operand) -> bool:
    """Whether two figures count the same months; without a period, those of one sentence or list do."""
    if one.actual is None or other.actual is None:
        return one.actual is other.actual and (one.spans[0] == other.spans[0] or one.group == other.group)
    return one.actual.same(other.actual)


def next_to(one: Operand, other: Operand, there: Sequence[Operand]) -> bool:
    """Whether a figure is the one right after another in its sentence: "70 jornadas con 2.806 asistentes"."""
    if one.at is None or other.at is None or one.spans[0] != other.spans[0] or other.at.start < one.at.end:
        return False
    return not any(o.at and one.at.end <= o.at.start < other.at.start and o.spans[0] == one.spans[0] for o in there)
