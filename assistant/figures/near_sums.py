"""Figures of sentences added up, and what is left of a whole when a part is taken from it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.figures import both, compute, phrases
from assistant.figures.claims import computed
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.near import ENOUGH, NearOperations, of_one_time
from assistant.figures.question import Asked
from assistant.figures.told_in_prose import CAME, counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, named
from assistant.figures.worked import Worked, together
from assistant.values import Claim
from corpus.analysis import terms
from corpus.records import Span

TOTAL = frozenset(terms("total"))
SO_FAR = frozenset(terms("acumulado acumuladas"))
"""Said of what holds the years before too."""
MONTHS = 12
PAIR = 2
_SUM = re.compile(r"\bsum(?:a|ar|amos|an|ados|adas|ando)\b")


@dataclass(frozen=True)
class SumOperations(NearOperations):
    """Adds figures up that a question names one by one, or over the years that it names. ``quote`` reads a span."""

    quote: Callable[[Span], str]

    def total(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """The sum over the years named, else of the figures of one sentence that count one thing, which are not of but one
        of several years."""
        over_years = self._over_years(asked, there)
        if over_years is not None:
            return over_years
        if len(asked.periods) > 1:
            return None  # what stands in one sentence is of one of them
        if any(len(period.years) > 1 for period in asked.periods):
            there = [one for one in there if one.actual is not None and any(map(one.actual.same, asked.periods))]
        worked = self._of_both(asked, there) or self._of_a_sentence(asked, there) or self._of_two_sorts(asked, there)
        return worked or self._of_people(asked, there)

    def _of_people(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Those who came to several things of one sentence, each of which a question names: "70 jornadas con 2.806 asistentes y
        171 charlas con 5.205 participantes"; None where it counts others besides, or only one is named."""
        if not (PEOPLE | CAME) & set(asked.heads):
            return None
        for sentence in dict.fromkeys(one.spans[0] for one in there if one.at):
            people = sorted(
                (one for one in there if one.spans[0] == sentence and counts_people(one.unit) and one.at),
                key=lambda one: one.at.start if one.at else 0,
            )
            whose = self._whose(asked, people)
            named_ones = [one for one, own in zip(people, whose, strict=True) if own]
            apart = all(one - other for one in whose for other in whose if one and other and one is not other)
            if len(named_ones) < PAIR or not apart or any(one.bound for one in named_ones):
                continue
            if not all(of_one_time(one, named_ones[0]) for one in named_ones):
                continue
            unsaid = set(asked.content) - frozenset[str]().union(*whose) - {*asked.heads} - PEOPLE - CAME
            if self.weight(unsaid) <= (1 - ENOUGH) * self.size(asked):
                added = self._added([replace(one, nombre=one.concept) for one in named_ones])
                text = self.say("oracion", texto=" ".join(self.quote(sentence).split()))
                return replace(added, claims=(*added.claims, Claim(text=text, spans=(sentence,), block="note")))
        return None

    def _whose(self, asked: Asked, people: Sequence[Operand]) -> list[frozenset[str]]:
        """What a question names of the things that each of some figures of a sentence tells the people of: what stands
        between the one before and it."""
        found: list[frozenset[str]] = []
        for before, one in zip((None, *people), people, strict=False):
            assert one.at is not None
            start = before.at.end if before is not None and before.at else one.spans[0].start
            between = self.quote(one.at.model_copy(update={"start": start, "end": one.at.start}))
            found.append(self.words(asked, frozenset(terms(between))))
        return found

    def _of_both(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Figures of two sentences that count one thing, each of one of the two places that a question names."""
        two = both.of_both(asked.line)
        if two is None or not asked.content:
            return None
        first = asked.heads[0] if asked.heads and both.jointly(asked.line) else asked.content[0]
        head = asked.meanings.get(first, frozenset({first}))
        counting = [one for one in there if head & one.stems and ", " not in one.concept and not one.bound]
        sides = [
            [one for one in counting if (own - other) & (one.near | one.stems) and not (other - own) & one.near]
            for own, other in (two, two[::-1])
        ]
        pairs = [
            (one, other)
            for one in sides[0]
            for other in sides[1]
            if one.unit == other.unit != "%" and of_one_time(one, other) and one.spans[0] != other.spans[0]
        ]
        whole = [pair for pair in pairs if pair[0].actual is not None and pair[0].actual.months == MONTHS]
        chosen = (whole if whole and not asked.periods else pairs)[:1]
        return self._added(named(list(chosen[0]))) if chosen else None

    def _of_two_sorts(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Figures of one sentence that count different things, each named by a word that no other has: "A + B"."""
        if not (phrases.adds(asked.line) or _SUM.search(asked.line)):
            return None  # "en total" adds up things of one sort
        for first in there:
            beside = [one for one in there if one.spans[0] == first.spans[0] and of_one_time(one, first)]
            counts = [one for one in beside if one.unit not in SIGNS and not one.bound and not TOTAL & one.stems]
            named_ones = [
                one
                for one in counts
                if self.words(asked, one.stems)
                - frozenset(stem for other in counts if other is not one for stem in self.words(asked, other.stems))
            ]
            said = frozenset(stem for one in named_ones for stem in one.stems)
            if len(named_ones) < 2 or self._of_others(asked, named_ones):
                continue
            told = self.covered(asked, *named_ones) >= ENOUGH
            if told and self.words(asked, said) - self.words(asked, named_ones[0].stems):
                return self._added(named(named_ones))
        return None

    def _over_years(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Each thing that a question counts, added up over the years that it names; None where one is missing."""
        years = [year for period in asked.periods for year in period.years]
        heads = [head for head in asked.heads if any(self._is(asked, head, one) for one in there)]
        if len(years) < 2 or not heads:
            return None
        work: list[Worked] = []
        chosen: list[Operand] = []
        for head in heads:
            each = [one for one in there if self._is(asked, head, one) and not SO_FAR & one.stems]
            counted = self._of_one_sort(asked, each, years)
            parts: list[Operand] = []
            for year in years:
                of_year = [one for one in counted if one.actual and one.actual.year == year]
                if not of_year:
                    return None
                beside = [there.index(other) for other in chosen if other.actual and other.actual.year == year]
                after = [one for one in of_year if beside and there.index(one) > beside[-1]]
                whole = self._whole_of_named(asked, of_year)
                if not after and whole is None and self._names_several(asked, of_year):
                    return None
                parts.append(after[0] if after else whole or max(of_year, key=lambda one: self._said(asked, one)))
            chosen += parts
            work.append(self._added([replace(one, nombre=one.period or one.concept) for one in parts]))
        return together(work)

    def _of_one_sort(self, asked: Asked, there: Sequence[Operand], years: Sequence[int]) -> list[Operand]:
        """Those of some figures whose labels begin with the same noun and that there are of each year, of several sorts the
        one of which the question says most; none where that leaves two: "solicitudes" are not added to "personas"."""
        sorts: dict[tuple[str, str], list[Operand]] = {}
        for one in there:
            first = next((stem for stem in terms(one.concept) if stem not in QUANTIFIERS), "")
            sorts.setdefault((one.unit, first), []).append(one)
        found = [
            (min(max(self._said(asked, o) for o in ones if o.actual and o.actual.year == year) for year in years), ones)
            for ones in sorts.values()
            if set(years) <= {one.actual.year for one in ones if one.actual}
        ]
        best = max((said for said, _ in found), default=None)
        first_ones = [ones for said, ones in found if said == best]
        return first_ones[0] if len(first_ones) == 1 else []

    def _whole_of_named(self, asked: Asked, of_year: Sequence[Operand]) -> Operand | None:
        """The figure that two others of its year make up, each named by a word that the other lacks: "39 casos: 36 de trata y 3
        de tráfico", of "casos de trata y tráfico"."""
        for whole in of_year:
            for one, other in itertools.combinations([o for o in of_year if o is not whole], 2):
                own, its = (self.words(asked, o.stems) for o in (one, other))
                if one.value + other.value == whole.value and own - its and its - own:
                    return whole
        return None

    def _names_several(self, asked: Asked, of_year: Sequence[Operand]) -> bool:
        """Whether a question names two of some figures, each by a word that the other's own label lacks."""
        own = [self.words(asked, one.stems) for one in of_year]
        return any(one - other and other - one for one in own for other in own)

    def _said(self, asked: Asked, one: Operand) -> tuple[float, float]:
        """How much of a question but for its verbs a figure and all the text around it say, and then its own words."""
        near, own = (self.words(asked, known) - asked.verbs for known in (one.near | one.stems, one.stems | one.clause))
        return self.weight(near), self.weight(own)

    def _is(self, asked: Asked, head: str, one: Operand) -> bool:
        return one.unit != "%" and bool(asked.meanings.get(head, frozenset({head})) & one.stems)

    def _added(self, parts: Sequence[Operand]) -> Worked:
        whole = sum(one.value for one in parts)
        if len(parts) > PAIR:  # "1.100 expulsiones: 690 administrativas y 410 judiciales" holds them once
            parts = [one for one in parts if 2 * one.value != whole]
        outcome = compute.total(parts)
        if len({one.unit for one in parts}) > 1:
            outcome = replace(outcome, unit="personas" if all(counts_people(one.unit) for one in parts) else "")
        text = self.say("suma", resultado=outcome, partes=parts, de=None)
        return Worked((computed(text, (outcome,)),), (outcome,), tuple(parts))

    def _of_others(self, asked: Asked, parts: Sequence[Operand]) -> bool:
        """Whether people are counted, and none of some figures counts any."""
        return bool(PEOPLE & set(asked.heads)) and not any(self.counts(asked, one) for one in parts)

    @staticmethod
    def _counts_apart(asked: Asked, one: Operand, shared: frozenset[str]) -> bool:
        """Whether what a question counts is said of one figure alone, and not of those that it stands among."""
        meant = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
        return bool(meant & one.stems) and not meant & shared

    def _of_a_sentence(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """The figures of one sentence and unit: those that the question names, or all where it names none apart."""
        best: tuple[float, list[Operand]] | None = None
        for first in there:
            alike = [
                one
                for one in there
                if one.spans[0] == first.spans[0]
                and one.unit == first.unit
                and of_one_time(one, first)
                and not TOTAL & one.stems
            ]
            most = max((one.value for one in alike), default=None)  # "7.742 solicitudes, sobre un total de 24.143"
            alike = [one for one in alike if len(alike) < PAIR or one.value != most or not TOTAL & one.clause]
            if (
                not alike
                or first is not alike[0]
                or first.unit == "%"
                or len(alike) < 2
                or any(one.bound for one in alike)
                or self._of_others(asked, alike)
                or not any(self.words(asked, one.stems | one.clause) for one in alike)
            ):
                continue
            shared = frozenset.intersection(*(one.stems for one in alike))
            told = [one for one in alike if self.words(asked, one.stems - shared)]
            if len(told) == 1 and phrases.and_the_rest(asked.line):
                continue  # one of them is asked for here and elsewhere
            if len(told) == 1 and self._counts_apart(asked, told[0], shared):
                continue  # "¿cuántas expulsiones en total?" is not of "recursos de reclamación de expulsiones" and the like
            if len(told) < PAIR and both.of_both(asked.line) is not None:
                continue  # two others are named
            plain = not told and set(asked.content) <= set(asked.heads)
            if plain and any(one.stems < other.stems for one in alike for other in alike):
                continue  # "se planificaron 26 operativos territoriales y se ejecutaron 31 operativos": no parts
            parts = told if len(told) > 1 else alike
            score = self.covered(asked, *parts) + 0.1 * len(told)
            if best is None or score > best[0]:
                best = score, parts
        if best is None or self.covered(asked, *best[1]) < ENOUGH:
            return None
        added = self._added(named(best[1]))
        declared = [
            o for o in there if o.spans[0] == best[1][0].spans[0] and o.unit == best[1][0].unit and TOTAL & o.stems
        ]
        if len(declared) != 1 or not asked.total or not of_one_time(declared[0], best[1][0]):
            return added
        note = Claim(text=self.say("declarado", o=declared[0], de=None), spans=declared[0].spans, block="note")
        return Worked((*added.claims, note), added.outcomes, (*added.operands, declared[0]))
