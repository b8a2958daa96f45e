"""Operations over figures of different places: which two (or more) figures near a question it sets together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.measures import QUANTIFIERS, weigh
from assistant.figures.prose import of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import SIGNS, Operand, named
from assistant.figures.worked import Worked, together
from assistant.texts import Texts
from corpus.analysis import terms
from corpus.vocabulary import Vocabulary

TOTAL = frozenset(terms("total"))
MONEY = frozenset(terms("gasto costo plata monto presupuesto recaudación ingresos cost spending"))
STATED = 0.7
ENOUGH = 0.55
Words = frozenset[str]


@dataclass(frozen=True)
class PairOperations:
    """Computes with figures of sentences, lists and tables that a question names; None where they are not plain."""

    texts: Texts
    vocabulary: Vocabulary

    def work(self, asked: Asked, operands: Sequence[Operand]) -> Worked | None:
        """The outcome of the operation asked for, or None."""
        there = of_periods(operands, asked.periods)
        if asked.operation is Operacion.RAZON:
            return self.ratio(asked, there)
        if asked.operation is Operacion.PARTE:
            return self.share(asked, there)
        if asked.operation in (Operacion.DIFERENCIA, Operacion.CAMBIO):
            return self.difference(asked, there)
        if asked.operation is Operacion.SUMA:
            return self.total(asked, there)
        return None

    def _say(self, macro: str, **values: object) -> str:
        return self.texts("cifras", macro, **values)

    def _words(self, asked: Asked, known: Words) -> Words:
        """The content words of a question that some stems explain."""
        return frozenset(stem for stem in asked.content if asked.meanings.get(stem, frozenset({stem})) & known)

    def _weight(self, words: Iterable[str]) -> float:
        return weigh(words, self.vocabulary)

    def _extra(self, asked: Asked, one: Operand) -> float:
        """What of a figure's label the question does not name."""
        meant = frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()
        return self._weight(one.stems - meant - QUANTIFIERS)

    def ratio(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """So much of one for each of the other: "costo por expulsión", "casos por comisión"."""
        if asked.per is None or any(one.bound and "promedio" in one.bound for one in there):
            return None
        unit = asked.meanings.get(asked.per, frozenset({asked.per}))
        unders = [
            one for one in there if one.unit not in SIGNS and compute.unit_stems(one.unit) & unit and not one.bound
        ]
        if not unders:
            return None
        money = bool(MONEY & asked.meanings.keys())
        total = self._weight(asked.content) or 1.0
        best: tuple[float, Operand, Operand] | None = None
        for under in unders:
            for over in there:
                alike = over.actual is not None and under.actual is not None and over.actual.same(under.actual)
                if not alike or over.unit == "%" or compute.unit_stems(over.unit) & unit:
                    continue
                words = self._words(asked, over.stems) - {asked.per}
                if (over.unit in SIGNS) != money or not (words or money):
                    continue
                both = self._weight(words | self._words(asked, under.stems)) / total
                extra = self._extra(asked, over) + self._extra(asked, under)
                score = both - 0.03 * extra + 0.3 * (over.spans[0] == under.spans[0])
                if best is None or score > best[0]:
                    best = score, over, under
        if best is None or self._weight(self._words(asked, best[1].near | best[2].near)) < ENOUGH * total:
            return None
        over, under = named([best[1], best[2]])
        outcome = compute.ratio(over, under)
        if outcome is None:
            return None
        text = self._say("razon", sobre=over, bajo=under, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (over, under))

    def share(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """What part of one figure another is, of one unit and period; None where a text states a percentage for it."""
        total = self._weight(asked.content) or 1.0
        if any(one.unit == "%" and self._weight(self._words(asked, one.near)) >= STATED * total for one in there):
            return None
        best: tuple[float, Operand, Operand] | None = None
        for whole in there:
            for part in there:
                if not _of_one_kind(part, whole) or part.value >= whole.value or whole.unit == "%":
                    continue
                one, other = self._words(asked, part.stems), self._words(asked, whole.stems)
                is_total = bool(TOTAL & whole.stems)
                named_whole = asked.of is not None and asked.meanings.get(asked.of, frozenset({asked.of})) & whole.stems
                if part.unit != whole.unit and not named_whole:
                    continue
                if not (one - other) or not (other - one or is_total):
                    continue
                score = (
                    self._weight(one | other) / total
                    + 0.3 * (part.group == whole.group)
                    + 0.1 * is_total
                    + 0.3 * bool(named_whole)
                )
                score -= 0.03 * (self._extra(asked, part) + self._extra(asked, whole))
                if best is None or score > best[0]:
                    best = score, part, whole
        if best is None or self._weight(self._words(asked, best[1].stems | best[2].stems)) < ENOUGH * total:
            return None
        part, whole = named([best[1], best[2]])
        outcome = compute.share(part, whole)
        if outcome is None:
            return None
        text = self._say("parte", parte=part, todo=whole, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (part, whole))

    def difference(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How far two figures of one unit are apart: two things of one period, or one thing of two periods."""
        total = self._weight(asked.content) or 1.0
        best: tuple[float, Operand, Operand] | None = None
        for at, one in enumerate(there):
            for other in there[at + 1 :]:
                if one.unit != other.unit or one.actual is None or other.actual is None or one.bound or other.bound:
                    continue
                if one.actual.months != other.actual.months or not self._set_apart(asked, one, other):
                    continue
                own = self._words(asked, one.stems | other.stems)
                if not self._words(asked, one.stems) or not self._words(asked, other.stems):
                    continue
                words = own | self._words(asked, one.near | other.near)
                score = (self._weight(words) + self._weight(own)) / total
                score -= 0.03 * (self._extra(asked, one) + self._extra(asked, other))
                if best is None or score > best[0]:
                    best = score, one, other
        if best is None or self._weight(self._words(asked, best[1].near | best[2].near)) < STATED * total:
            return None
        one, other = best[1], best[2]
        assert one.actual is not None
        assert other.actual is not None
        if asked.operation is Operacion.CAMBIO or one.actual != other.actual:
            before, after = named(sorted((one, other), key=lambda figure: figure.actual.first if figure.actual else 0))
            change = compute.change(before, after)
            if change is None:
                return None
            text = self._say("cambio", antes=before, despues=after, resultado=change, mas=change.value > 0)
            if asked.operation is Operacion.CAMBIO:
                return Worked((computed(text, (change,)),), (change,), (before, after))
            gap = compute.difference(after, before)
            text = self._say("diferencia", a=after, b=before, resultado=gap, cambio=change, mas=gap.value > 0)
            return Worked((computed(text, (gap, change)),), (gap, change), (before, after))
        more, less = named(sorted((one, other), key=lambda figure: -figure.value))
        gap = compute.difference(more, less)
        text = self._say("distancia", a=more, b=less, resultado=gap)
        return Worked((computed(text, (gap,)),), (gap,), (more, less))

    def _set_apart(self, asked: Asked, one: Operand, other: Operand) -> bool:
        """Whether a question means both: each has words of it that the other lacks, or one thing of two periods."""
        assert one.actual is not None
        assert other.actual is not None
        if not one.actual.same(other.actual):
            ends = {period.first for period in asked.periods} | {period.last for period in asked.periods}
            spread = len(asked.periods) > 1 or len(asked.periods[0].years) > 1 if asked.periods else False
            apart = {one.actual.first, other.actual.first} <= ends or {one.actual.last, other.actual.last} & ends
            return spread and bool(apart) and one.stems == other.stems
        mine, theirs = self._words(asked, one.near), self._words(asked, other.near)
        return bool(mine - theirs) and bool(theirs - mine)

    def total(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Each thing that a question counts, added up over the periods that it names; None where one is missing."""
        years = [year for period in asked.periods for year in period.years]
        heads = [head for head in asked.heads if any(self._is(asked, head, one) for one in there)]
        if len(years) < 2 or not heads:
            return None
        work: list[Worked] = []
        chosen: list[Operand] = []
        for head in heads:
            parts: list[Operand] = []
            for year in years:
                of_year = [
                    one
                    for one in there
                    if one.actual is not None and one.actual.year == year and self._is(asked, head, one)
                ]
                if not of_year:
                    return None
                beside = [there.index(other) for other in chosen if other.actual and other.actual.year == year]
                near = [one for one in of_year if beside and there.index(one) > beside[-1]]
                parts.append(
                    near[0] if near else max(of_year, key=lambda one: self._weight(self._words(asked, one.near)))
                )
            chosen += parts
            told = [replace(one, nombre=one.period or one.concept) for one in parts]
            outcome = compute.total(told)
            text = self._say("suma", resultado=outcome, partes=told, de=None)
            work.append(Worked((computed(text, (outcome,)),), (outcome,), tuple(told)))
        return together(work)

    def _is(self, asked: Asked, head: str, one: Operand) -> bool:
        return one.unit != "%" and bool(asked.meanings.get(head, frozenset({head})) & one.stems)


def _of_one_kind(one: Operand, other: Operand) -> bool:
    """Whether two figures have one unit (or count things of one sentence) and one period, and neither is a bound."""
    if one.bound or other.bound:
        return False
    if one.unit != other.unit and (one.spans[0] != other.spans[0] or {one.unit, other.unit} & set(SIGNS)):
        return False
    if one.actual is None or other.actual is None:
        return one.actual is other.actual and one.spans[0] == other.spans[0]
    return one.actual.same(other.actual)
