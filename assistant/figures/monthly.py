"""What a count of a sentence comes to for one month: "cuántas solicitudes les llegaban al mes el 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import by_unit, compute
from assistant.figures.claims import computed
from assistant.figures.lexicon import FigureWords
from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import Nearby
from assistant.figures.question import Asked, Operacion
from assistant.figures.sorts import MONEY
from assistant.figures.values import Operand, meet
from assistant.figures.worked import Worked
from assistant.texts import Texts
from corpus.analysis import fold, terms
from corpus.store import Store

LEAST = 2
"""Over so many months something is averaged."""
YEAR = 12
_OFTEN = re.compile(r"\bveces\b")
_ROUGHLY = re.compile(
    r"\b(?:mas o menos|como|aprox\w*|alrededor de|a grandes rasgos|roughly|about) (?:a )?(?:cuant[oa]s?|how many)\b|\bcuant\w+ .*\b(?:mas o menos|aprox\w*)\b"
)
_UP_TO = re.compile(r"(?:hasta|al?|desde)\b")


def _of_the_sort(asked: Asked, one: Operand) -> bool:
    """Whether a figure is of money only where a question averages that: what was spent on a thing is none of it."""
    if one.unit not in MONEY or asked.money:
        return True
    heads = (asked.meanings.get(head, frozenset({head})) for head in asked.heads)
    return any(meet(meant, terms(one.concept)[:1]) for meant in heads)


def asks_of_a_month(asked: Asked) -> bool:
    """Whether a question asks for the average of a month: "al mes", or "mensual" and the like where it says that it is an
    average; without that a count month by month may be meant. "Cuántas veces al mes" asks how often something is done."""
    if not by_unit.by_month(asked.line) or _OFTEN.search(asked.line):
        return False
    by_month = "mes" in asked.breakdowns and not _ROUGHLY.search(asked.line)  # what is so roughly is no count of each
    plain = asked.operation is Operacion.VALOR and asked.counts and not by_month
    return plain or asked.operation is Operacion.PROMEDIO


@dataclass(frozen=True)
class MonthlyAverages:
    """Divides the count of a whole period by its months; None where no sentence plainly states one."""

    store: Store
    texts: Texts
    words: FigureWords
    lookup: ProseLookup

    def find(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """The count that a question means, with what it comes to for a month."""
        counts = [pair for pair in nearby if self._counts_a_period(pair[1]) and _of_the_sort(asked, pair[1])]
        whole = [pair for pair in counts if pair[1].actual and pair[1].actual.months == YEAR]
        heads = asked.heads or asked.content[:1]  # "solicitudes de información: promedio mensual"
        plain = replace(asked, operation=Operacion.VALOR, counts=True, breakdowns=(), heads=heads)
        one = (None if asked.periods else self.lookup.one(plain, whole)) or self.lookup.one(plain, counts)
        if one is None or one.actual is None or not self._counted(asked, one):
            return None
        outcome = compute.by_month(one, one.actual.months)
        named = replace(one, nombre=f"{one.concept}, {one.period}" if one.period else one.concept)
        text = self.texts("cifras", "al_mes", o=named, resultado=outcome, meses=one.actual.months)
        return Worked((computed(text, (outcome,)), *self.lookup.sentences(asked, [one])), (outcome,), (one,))

    @staticmethod
    def _counted(asked: Asked, one: Operand) -> bool:
        """Whether a figure counts what a question names, where its label only speaks of that: "resoluciones de expulsión" are
        no expulsions."""
        heads = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
        first, _, about = one.concept.partition(" de ")
        return not about or not meet(heads, terms(about)) or meet(heads, (*terms(first), *terms(one.unit)))

    def _counts_a_period(self, one: Operand) -> bool:
        """Whether a figure counts what happened over some months that are over."""
        if one.actual is None or one.actual.months < LEAST or one.bound or one.unit == "%" or not one.at:
            return False
        if _UP_TO.match(one.actual.label):
            return False  # "al 30 de abril": since whenever it began
        # Twelve months told by their ends were told whole.
        to_come = one.actual.whole_years() or one.actual.months > YEAR
        if to_come and one.actual.year >= self.store.documents[one.at.document].year:
            return False  # of the year in which it was written, as far as it went
        return self.happens(one.unit, one.concept)

    def happens(self, unit: str, concept: str) -> bool:
        """Whether a label is of what happens over time: neither of how long something takes, nor of how many there are."""
        if unit in MONEY:
            return True  # "pago de remuneraciones a la dotación": what is paid is so month by month
        label = fold(f"{unit} {concept}")
        return not (self.words.has("no_por_mes.duraciones", label) or self.words.has("no_por_mes.existencias", label))
