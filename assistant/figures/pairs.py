"""Two figures of different places set together: a ratio, a share, a difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.figures import by_unit, compute, phrases
from assistant.figures.claims import computed
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.near import ENOUGH, meant, next_to, of_one_time
from assistant.figures.pair_shares import MONTHS, STATED, TOTAL, YEAR, Pair, PairShares
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import CAME, counts_people
from assistant.figures.values import PEOPLE, RANKS, SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import fold, terms
from corpus.numbers import numbers_in
from corpus.records import Span

MONEY = frozenset(terms("gasto costo plata monto presupuesto recaudación ingresos cost spending"))
POINTS = frozenset(terms("puntos"))
RARE = 2.0
# What stands between two figures that a sentence compares.
_SETS = re.compile(
    r"\bsuper(?:a|o|ando|ior)\w*\b|\bpor (?:sobre|encima|debajo)\b|\b(?:frente|respecto|comparad\w+) |\binferior\b|^\W*(?:al?|hasta|hacia)(?: el| la)?\W*$"
)
_NARROWED = re.compile(r" (?:del?|a|para|sobre|con) ")
_BY = re.compile(r"\b(\w{4,})(?: \w+)? por (?:el |la |los |las )?(\w{4,})")


@dataclass(frozen=True)
class PairOperations(PairShares):
    """Computes with two figures that a question names; None where they are not plain. ``quote`` reads a span."""

    quote: Callable[[Span], str]

    def ratio(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """So much of one for each of the other: "costo por expulsión", "casos por comisión"."""
        stated = (one for one in there if one.bound and "promedio" in one.bound)
        if asked.per is None or any(self.covered(asked, one) >= ENOUGH for one in stated):
            return None
        own = [head for head in asked.heads if head != asked.per]
        counted = frozenset[str]().union(*(asked.meanings.get(head, frozenset()) for head in own))
        unit = asked.meanings.get(asked.per, frozenset({asked.per})) - counted | {
            asked.per
        }  # not what is counted itself
        every = there
        there = [one for one in there if not self._unnamed_part(asked, one, there)]
        reasons = (_reasons(self.quote(one.spans[0])) for one in there if one.at)
        if "cada" not in asked.line and any((head, asked.per) in found for found in reasons for head in asked.heads):
            return None  # "recursos por rechazo": the text says it of what it counts
        given = set(numbers_in(asked.line))  # "los 30 contratos": a figure may be named by its number
        unders = [one for one in there if one.unit not in SIGNS and not one.bound]
        unders = [one for one in unders if meet(compute.unit_stems(one.unit), unit) or one.value in given]
        those = phrases.those_told(asked.line)
        unders = [one for one in unders if one.value in those] or unders
        money = bool(MONEY & asked.meanings.keys())
        labelled = MONEY.union(*(one.stems for one in unders))
        labelled |= {stem for stem in asked.topics if self.vocabulary.rarity(stem) < RARE}
        heads = frozenset(asked.heads) - {asked.per} - PEOPLE  # who are counted by other nouns: "asistentes"
        counted_ones = [one for one in there if heads & one.stems and one.unit not in SIGNS and one not in unders]
        came = bool(CAME & set(asked.heads))  # "asistentes", told as "participantes"
        beside = {  # "N solicitudes" in the very sentence of "11 comisiones": of those
            under: [one for one in counted_ones if of_one_time(one, under) and one.spans[0] == under.spans[0]]
            + [one for one in every if came and counts_people(one.unit) and next_to(under, one, every)]
            for under in unders
        }
        unders = [under for under in unders if beside[under]] or unders
        people = by_unit.counts_comers(asked.line) or came or bool(by_unit.counted_by(asked.line) & PEOPLE)
        best: Pair | None = None
        for under in unders:
            for over in beside[under] or there:
                by_number = under.value in given and not meet(compute.unit_stems(under.unit), unit)
                if not of_one_time(over, under) and not by_number:
                    continue
                if over.unit == "%" or over.bound or meet(compute.unit_stems(over.unit), unit) or over.value in given:
                    continue
                words = self.words(asked, over.stems) - {asked.per}
                if self._of_some_others(asked, over, under) or _has_its_own(over, under, every):
                    continue
                if people and not counts_people(over.unit):
                    continue  # "cuántos iban", "personas por taller": people, and not what they asked for
                if money and not _spent_on(over, under, every):
                    continue
                if asked.heads and not money and self._goes_with(asked, over):
                    continue
                if (over.unit in SIGNS) != money or not (words or money or people or self.counts(asked, over)):
                    continue
                both = self.weight(words | self.words(asked, under.stems)) / self.size(asked)
                score = both - self.extra(asked, over) - self.extra(asked, under)
                score += 0.3 * (over.spans[0] == under.spans[0]) + 0.3 * self.counts(asked, over)
                score += YEAR * (over.actual is not None and over.actual.months == MONTHS)
                score += 0.5 * next_to(under, over, there) + 0.5 * self.covered(asked, over, under)
                headed = self.words(asked, frozenset(terms(f"{over.group} {under.group}"))) - labelled
                score += 0.5 * self.weight(headed) / self.size(asked)  # "Niñez Migrante/Capacitaciones"
                best = max(best or (score, over, under), (score, over, under), key=lambda found: found[0])
        if best is None:
            return None
        rest = replace(asked, topics=tuple(stem for stem in asked.topics if stem != asked.per))  # the unit is found
        if max(self.covered(asked, *best[1:]), self.covered(rest, *best[1:])) < ENOUGH:
            return None
        over, under = named([best[1], best[2]])
        outcome = compute.ratio(over, under)
        if outcome is None:
            return None
        text = self.say("razon", sobre=over, bajo=under, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (over, under))

    @staticmethod
    def _of_some_others(asked: Asked, over: Operand, under: Operand) -> bool:
        """Whether what would be divided by are people of whom another place tells something that a question does not say:
        "548 funcionarios capacitados" are no funcionarios who attended anybody."""
        if over.group == under.group or not counts_people(under.unit):
            return False
        narrowed = under.stems - meant(asked) - QUANTIFIERS - PEOPLE - compute.unit_stems(under.unit) - over.stems
        return bool(narrowed)

    @staticmethod
    def _goes_with(asked: Asked, one: Operand) -> bool:
        """Whether what a question counts only narrows what a figure counts, or names a group of people, and that counts
        another thing: children, of "solicitudes de residencia de NNA"."""
        heads = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
        counted = frozenset(terms(f"{_NARROWED.split(fold(one.concept))[0]} {one.unit}"))
        narrows = meet(heads, one.stems) or bool(asked.traits & set(asked.heads))
        return narrows and not meet(heads, counted)

    def _unnamed_part(self, asked: Asked, one: Operand, there: Sequence[Operand]) -> bool:
        """Whether a figure and another make up a third of the same kind, and the question does not name that part."""
        for whole in there:
            rest = whole.value - one.value
            if rest <= 0 or whole.unit != one.unit or not of_one_time(one, whole) or one.unit in SIGNS:
                continue
            if any(o.value == rest and o.unit == one.unit and of_one_time(o, one) for o in there):
                return not self.words(asked, one.stems) - self.words(asked, whole.stems)
        return False

    def difference(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How far two figures of one unit are apart: two things of one period, or one thing of two periods."""
        best: Pair | None = None
        if POINTS & set(asked.heads):
            there = [one for one in there if one.unit == "%"]
        elif RANKS & set(asked.heads):
            there = [one for one in there if RANKS & one.stems]
        for at, one in enumerate(there):
            for other in there[at + 1 :]:
                if not self._set_apart(asked, one, other, there):
                    continue
                own = self.words(asked, one.stems | other.stems)
                words = own | self.words(asked, one.near | other.near)
                score = (self.weight(words) + self.weight(own)) / self.size(asked)
                score -= self.extra(asked, one) + self.extra(asked, other)
                if best is None or score > best[0]:
                    best = score, one, other
        if best is None:
            return None
        _, one, other = best
        plain = ENOUGH if one.group == other.group else STATED
        if self.covered(asked, one, other) < plain:
            return None
        if one.actual != other.actual:
            return self._over_time(asked, one, other)
        more, less = named(sorted((one, other), key=lambda figure: -figure.value))
        gap = compute.difference(more, less)
        if gap.unit.endswith("lugar") and gap.value != 1:
            gap = replace(gap, unit="lugares")  # a rank is told in the singular: "del lugar 160 al 85"
        text = self.say("distancia", a=more, b=less, resultado=gap)
        return Worked((computed(text, (gap,)),), (gap,), (more, less))

    def _over_time(self, asked: Asked, one: Operand, other: Operand) -> Worked | None:
        before, after = named(sorted((one, other), key=lambda figure: figure.actual.first if figure.actual else 0))
        change, gap = compute.change(before, after), compute.difference(after, before)
        if change is None:
            return None
        macro = "cambio" if asked.operation is Operacion.CAMBIO else "diferencia"
        values = {"antes": before, "despues": after, "resultado": change, "resta": gap}
        if macro == "diferencia":
            values = {"a": after, "b": before, "resultado": gap, "cambio": change}
        text = self.say(macro, **values, mas=gap.value > 0)
        outcomes = (change, gap) if macro == "cambio" else (gap, change)
        return Worked((computed(text, outcomes),), outcomes, (before, after))

    def _set_apart(self, asked: Asked, one: Operand, other: Operand, there: Sequence[Operand]) -> bool:
        """Whether a question means both: each has words of it that the other lacks, or they are twins of one list."""
        if one.unit != other.unit or one.bound or other.bound or one.value == other.value:
            return False
        if _over_years(asked) and one.actual is not None and other.actual is not None and one.actual.same(other.actual):
            return False  # two periods are set against each other, not two things of one
        if self._compared(asked, one, other, there):
            return True
        if not self.words(asked, one.stems) or not self.words(asked, other.stems):
            return False
        if one.actual is None or other.actual is None or one.actual.same(other.actual):
            if not of_one_time(one, other):
                return False
            for texts in ((one.stems, other.stems), (one.near | one.stems, other.near | other.stems)):
                mine, theirs = (self.words(asked, text) for text in texts)
                if mine - theirs and theirs - mine:
                    return True
            return self._twins(asked, one, other, there)
        if one.actual.months != other.actual.months or not asked.periods:
            return False
        ends = {period.first for period in asked.periods} | {period.last for period in asked.periods}
        spread = len(asked.periods) > 1 or len(asked.periods[0].years) > 1
        apart = {one.actual.first, other.actual.first} <= ends or bool({one.actual.last, other.actual.last} & ends)
        return spread and apart and one.stems == other.stems

    def _compared(self, asked: Asked, one: Operand, other: Operand, there: Sequence[Operand]) -> bool:
        """Whether a sentence itself sets two figures against each other, the only ones of their unit in it, and says most
        of what is asked: "alcanzó un 87,72%, superando el promedio nacional, que se situó en 78,1%", "del lugar 160 al 85".
        """
        if one.spans[0] != other.spans[0] or not of_one_time(one, other) or one.at is None or other.at is None:
            return False
        alike = [figure for figure in there if figure.spans[0] == one.spans[0] and figure.unit == one.unit]
        if len(alike) != 2:
            return False
        start, (first, second) = one.spans[0].start, sorted((one.at, other.at), key=lambda span: span.start)
        between = fold(self.quote(one.spans[0])[first.end - start : second.start - start])
        return _SETS.search(between) is not None and self.covered(asked, one, other) >= STATED

    def _twins(self, asked: Asked, one: Operand, other: Operand, there: Sequence[Operand]) -> bool:
        """Whether two figures are the only ones of a list that count what the question names in that period."""
        in_sentence = [figure for figure in there if figure.spans[0] == one.spans[0] and figure.unit == one.unit]
        if one.spans[0] == other.spans[0] and len(in_sentence) == 2:
            return True
        if one.group != other.group or not one.group:
            return False
        shared = self.words(asked, one.stems & other.stems)
        alike = [
            figure
            for figure in there
            if figure.group == one.group and figure.unit == one.unit and of_one_time(figure, one)
            and shared and shared <= self.words(asked, figure.stems)
        ]  # fmt: skip
        return len(alike) == 2


def _over_years(asked: Asked) -> bool:
    """Whether a question sets periods against each other: two, or the ends of one of several years."""
    return len(asked.periods) > 1 or any(len(period.years) > 1 for period in asked.periods[:1])


def _spent_on(over: Operand, under: Operand, there: Sequence[Operand]) -> bool:
    """Whether the text of an amount speaks of what it is divided by, and that is all of it: what all the expulsions cost
    tells not what the judicial ones did, where those and others make up all."""
    if not meet(compute.unit_stems(under.unit), over.stems | over.near):
        return False
    alike = [one for one in there if one.unit == under.unit and of_one_time(one, under)]
    values = {one.value for one in alike}
    parts = [
        whole for whole in alike if whole.value > under.value and whole.value - under.value in values - {under.value}
    ]
    return not any(under.stems - whole.stems - over.stems - TOTAL for whole in parts)


def _reasons(sentence: str) -> frozenset[tuple[str, str]]:
    """What a sentence counts by reason, as stems: "recursos administrativos por rechazo"."""
    pairs = (terms(noun)[:1] + terms(reason)[:1] for noun, reason in _BY.findall(fold(sentence)))
    return frozenset((pair[0], pair[1]) for pair in pairs if len(pair) > 1)


def _has_its_own(over: Operand, under: Operand, there: Sequence[Operand]) -> bool:
    """Whether what stands right after a figure says whom that reached, and another one is of others: "70 jornadas con 2.806
    asistentes y 171 charlas con 5.205 participantes"."""
    own = [one for one in there if counts_people(one.unit) and next_to(under, one, there)]
    return bool(own) and counts_people(over.unit) and over.spans[0] == under.spans[0] and over not in own
