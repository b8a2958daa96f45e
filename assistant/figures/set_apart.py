"""Two figures of sentences that a question sets apart where their labels do not pair them: the parts of one whole, each named
by its place; an average told of one time and of another; two things together and a third.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.fit import of_one_root
from assistant.figures.near import ENOUGH, NearOperations, next_to, of_one_time
from assistant.figures.pairs import POINTS
from assistant.figures.question import Asked
from assistant.figures.values import SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import terms

PAIR = 2
AVERAGE = frozenset(terms("promedio media"))
# "Las de A y B juntas, ¿superan a las de C?", "A y B sumadas, ¿cuántas más son que C?"
_TOGETHER = re.compile(
    r"(?P<a>\b[a-z]\w+(?: [a-z]\w+)?) (?:y|e|mas) (?:(?:de|desde|en|las?|los|el|del) )*(?P<b>[a-z]\w+(?: [a-z]\w+)?)"
    r" (?:junt[oa]s|sumad[oa]s|combinad[oa]s|en conjunto|entre (?:l[oa]s|amb[oa]s)(?: dos)?)\b(?P<rest>.*)"
)
_EXCEEDS = re.compile(r"\b(?:super|gan|pas|sobrepas|exced)\w*\b")
_NEXT = re.compile(r"^ a (?:(?:las?|los|el|en|del?) )*(?P<c>[a-z]\w+(?: [a-z]\w+)?)")
_THIRD = re.compile(
    r"\b(?:super\w*|gan\w*|pas\w*|sobrepas\w*|exced\w*|mas|menos)\b[^,;:?]*?\b(?:al?|que|del?) (?:(?:las?|los|el|en|del?) )*(?P<c>[a-z]\w+(?: [a-z]\w+)?)"
)


@dataclass(frozen=True)
class SetApart(NearOperations):
    """Sets figures of one passage against each other; None where one of them is not plain."""

    def work(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How far they are apart."""
        told = [one for one in there if one.at is not None]
        return self._of_averages(asked, told) or self._of_one_whole(asked, told)

    def of_three(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How far two things together are from a third: each the only count of its passage and time that says its name."""
        two = _TOGETHER.search(asked.line)
        third = _third(two) if two is not None else None
        if two is None or third is None:
            return None
        names = [frozenset(terms(name)) for name in (two["a"], two["b"], third["c"])]
        names = [name & {*asked.topics, *asked.placed} for name in names]
        told = [one for one in there if one.at and one.unit not in SIGNS and not one.bound]
        for group in dict.fromkeys((one.group, one.unit, one.actual) for one in told):
            alike = [one for one in told if (one.group, one.unit, one.actual) == group]
            found = [_only([one for one in alike if name and self._all_said(asked, name, one.stems)]) for name in names]
            one, other, last = found
            if one is None or other is None or last is None or len({o.at for o in (one, other, last)}) != len(names):
                continue
            if self.covered(asked, one, other, last) >= ENOUGH:
                return self._three(*named((one, other, last)))
        return None

    def _three(self, one: Operand, other: Operand, third: Operand) -> Worked:
        sum_ = compute.total([one, other])
        outcome = compute.beyond([one, other], third)
        text = self.say("juntas_y_otra", resultado=outcome, suma=sum_, a=one, b=other, c=third)
        return Worked((computed(text, (outcome, sum_)),), (outcome, sum_), (one, other, third))

    def _of_averages(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """An average of one time against that of another, however long each of the two is: the only ones of their unit that a
        section tells of each."""
        if len(asked.periods) != PAIR:
            return None
        told = [one for one in there if AVERAGE & (one.stems | frozenset(terms(one.bound or "")))]
        for kind in dict.fromkeys((one.group, one.unit) for one in told):
            alike = [one for one in told if (one.group, one.unit) == kind]
            found = [
                _only([one for one in alike if one.actual and (one.actual.same(p) or one.actual.within(p))])
                for p in asked.periods
            ]
            one, other = found
            if one is None or other is None or one.at == other.at or self.covered(asked, one, other) < ENOUGH:
                continue
            if not self.words(asked, one.near) & self.words(asked, other.near) - frozenset(terms(one.unit)):
                continue  # what is asked of must be said of both
            pair = sorted((one, other), key=lambda figure: figure.actual.first if figure.actual else 0)
            before, after = (replace(figure, nombre=figure.period or "") for figure in pair)
            gap, change = compute.difference(after, before), compute.change(before, after)
            text = self.say("diferencia", a=after, b=before, resultado=gap, cambio=change, mas=gap.value > 0)
            outcomes = (gap, change) if change is not None else (gap,)
            return Worked((computed(text, outcomes),), outcomes, (before, after))
        return None

    def _of_one_whole(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """Two counts of one passage, each the only one beside which one of two places is named and each told with its share of
        one whole: "205 casos, un 52,6% del total… personas venezolanas con 80 reconocimientos (20,5%)"."""
        places = [place for place in asked.wanted if place.clase == "pais"]
        if len(places) != PAIR or len(asked.places) != PAIR:
            return None
        parts = [one for one in there if one.unit not in SIGNS and not one.bound and _its_share(one, there)]
        for group in dict.fromkeys(one.group for one in parts):
            alike = [one for one in parts if one.group == group]
            found = [_only([one for one in alike if _placed(one, place.nombre)]) for place in places]
            if found[0] is None or found[1] is None or found[0].at == found[1].at:
                continue
            if not of_one_time(found[0], found[1]) or found[0].value == found[1].value:
                continue
            # The place of a part is said beside it, where its sentence may call it by its people.
            said = frozenset(stem for place in places for stem in terms(place.nombre))
            if self.covered(asked, replace(found[0], near=found[0].near | said), found[1]) < ENOUGH:
                continue
            if POINTS & set(asked.heads):  # "¿cuántos puntos más…?": their shares
                found = [_its_share(one, there) or one for one in (found[0], found[1])]
            more, less = sorted((one for one in found if one is not None), key=lambda one: -one.value)
            gap = compute.difference(more, less)
            if more.unit != less.unit:
                gap = replace(gap, unit="")  # "casos" of the one, "reconocimientos" of the other
            names = {
                one.at: f"{one.unit}, {place.nombre}" if one.unit != "%" else place.nombre
                for one, place in zip(found, places, strict=True)
                if one
            }
            more, less = replace(more, nombre=names[more.at]), replace(less, nombre=names[less.at])
            text = self.say("distancia", a=more, b=less, resultado=gap)
            return Worked((computed(text, (gap,)),), (gap,), (more, less))
        return None

    @staticmethod
    def _all_said(asked: Asked, name: frozenset[str], known: frozenset[str]) -> bool:
        return all(meet(asked.meanings.get(stem, frozenset({stem})), known) for stem in name)


def together(line: str) -> bool:
    """Whether a folded line sets two things together against a third."""
    two = _TOGETHER.search(line)
    return two is not None and _third(two) is not None


def _third(two: re.Match[str]) -> re.Match[str] | None:
    """What two things together are set against: "juntas, ¿superan a C?", "¿superan A y B juntas a C?"."""
    before = _EXCEEDS.search(two.string[: two.start("rest")])
    return _THIRD.search(two["rest"]) or (_NEXT.search(two["rest"]) if before is not None else None)


def _only(found: Sequence[Operand]) -> Operand | None:
    """The one of some figures; None of several."""
    return found[0] if len({one.at for one in found}) == 1 else None


def _placed(one: Operand, place: str) -> bool:
    """Whether a place or its people are named beside a figure."""
    return any(of_one_root(stem, name) for stem in one.stems | one.clause for name in terms(place))


def _its_share(one: Operand, there: Sequence[Operand]) -> Operand | None:
    """The percentage that is the next number of the sentence of a figure."""
    return next((other for other in there if other.unit == "%" and next_to(one, other, there)), None)
