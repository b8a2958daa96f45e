"""Two figures that a question names one after the other: "entre A y B", "A respecto de B", "qué parte es A de B".

Each side is sought by its own words, with its own period where it has one; what the question says outside of both holds
for both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute, periods
from assistant.figures.claims import computed
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.near import NearOperations, of_one_time
from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import terms

TOLD = 0.6
SHARED = 0.4
NEAR = 0.4
LABEL = 0.15
HEAD = 0.5
WHOLE = 0.95
GROUPS = frozenset(terms("hombre hombres mujer mujeres niño niña"))
_TO = r"(?:respecto (?:de|a)l?|frente a|(?:en )?compara\w+ con|en relacion (?:con|a)l?|sobre(?: el total de)?|versus|vs\.?|contra)"
_STOP = r"(?=[,;:?.!)]\s|[,;:?.!)]*$|$)"
_BETWEEN = re.compile(rf"\bentre (?P<a>[^,;:?]+?) (?:y|e|and) (?P<b>[^,;:?]+?){_STOP}")
_OVER = re.compile(
    rf"(?:porcentaje|%|por ciento|proporcion|parte|cuota|tasa) (?:(?:es|son|fue|fueron|representan?|representaron|representa|significan?|equivalen?|suponen?) )?"
    rf"(?:de |del )?(?P<a>[^,;:?]+?) {_TO} (?P<b>[^,;:?]+?){_STOP}"
)
# "De las A, ¿a qué porcentaje equivalen las B?"
_OF_WHICH = re.compile(
    rf"\b(?:del?|entre) (?P<b>[^,;:?]+?),? ¿?(?:a )?(?:que|cual es el) (?:porcentaje|%|proporcion|parte) "
    rf"(?:equival(?:en?|ian?|io|ieron)|representan?|representaron|corresponden?(?: a)?|son|es|eran?|fueron|fue|suponen?|constituyen?) "
    rf"(?P<a>[^,;:?]+?){_STOP}"
)
# "Las A, ¿qué porcentaje son de las B?"
_WHICH_OF = re.compile(
    rf"^\W*(?P<a>(?:las?|los|el) [^,;:?]+?),? ¿?(?:que|cual) (?:porcentaje|%|proporcion|parte) "
    rf"(?:son|es|eran?|fueron|fue|representan?|representaron|serian?) (?:del? )(?P<b>(?!total\b)[^,;:?]+?){_STOP}"
)
_GAP = re.compile(rf"\b(?:diferencia|brecha|distancia) (?:de|del) (?P<a>[^,;:?]+?) {_TO} (?P<b>[^,;:?]+?){_STOP}")
_MORE = re.compile(
    rf"\b(?:mas|menos) (?:\w+[ao]s? )?(?:fue |fueron |es |son |eran? )(?P<a>[^,;:?]+?) que (?P<b>[^,;:?]+?){_STOP}"
)
# "¿Cuántos puntos más de mujeres que de hombres tiene…?"
_POINTS_MORE = re.compile(
    rf"\bpuntos(?: porcentuales)? (?:mas|menos) (?:de |en |las? |los? )*(?P<a>[^,;:?]+?) que (?:de |en |las? |los? )*"
    rf"(?P<b>[^,;:?]+?)(?: (?=(?:tiene|tuvo|hay|hubo|habia|se|son|fueron)\b)|{_STOP})"
)
_EXCEEDS = re.compile(
    rf"\b(?:supera\w*|superi?o|exced\w+|aventaj\w+|(?:les? )?gana(?:n|ron|ban?)?) (?:a )?(?P<a>[^,;:?]+?) a (?P<b>[^,;:?]+?){_STOP}"
)
_OF = re.compile(r"(?<=\w)\s(?:de|del|of) .+$")
# "Lo evaluado", "las que se evaluaron": a side that says no more than what was done.
_DONE = re.compile(r"(?:(?:el total de )?l[oa]s? )?(?:\w+[ai]d[oa]s?|que (?:se )?\w+(?:aron|ieron|o))")
_BARE = re.compile(r"(?:(?:el|la|los|las|the) )?\w+")
_WHERE = re.compile(r"\s(?:en|in|on) .+$")


@dataclass(frozen=True)
class Side:
    """One of the two: the stems that name it, the periods that it says, and whether it says but what was done."""

    stems: tuple[str, ...]
    periods: tuple[Rango, ...]
    done: bool = False


@dataclass(frozen=True)
class SideOperations(NearOperations):
    """Sets two figures against each other that a question names side by side; None where one is not plain."""

    def work(self, asked: Asked, there: Sequence[Operand], *, strict: bool = False) -> Worked | None:
        """How far they are apart, or what part one is of the other; ``strict`` where each must be named in full."""
        found = self._figures(asked, there, WHOLE if strict else TOLD)
        if found is None:
            return None
        if asked.operation is Operacion.PARTE:
            part, whole = named(found)
            outcome = compute.share(part, whole) if part.value < whole.value else None
            if outcome is None:
                return None
            text = self.say("parte", parte=part, todo=whole, resultado=outcome)
            return Worked((computed(text, (outcome,)),), (outcome,), (part, whole))
        more, less = named(sorted(found, key=lambda figure: -figure.value))
        gap = compute.difference(more, less)
        if more.period != less.period:
            more = replace(more, period=None)  # each name tells its own
        text = self.say("distancia", a=more, b=less, resultado=gap)
        return Worked((computed(text, (gap,)),), (gap,), (more, less))

    def _figures(self, asked: Asked, there: Sequence[Operand], told: float) -> list[Operand] | None:
        """The figure of each side; None where a side has none, or either could be the other's."""
        two = sides(asked)
        if two is None:
            return None
        own = {stem for side in two for stem in side.stems}
        groups = [stem for stem in asked.meanings if stem in GROUPS]
        common = [stem for stem in dict.fromkeys((*asked.topics, *groups)) if stem not in own]
        best: tuple[float, Operand, Operand] | None = None
        for one in there:
            first = self._fit(asked, one, *two, common, there, told)
            if first is None:
                continue
            for other in there:
                second = self._fit(asked, other, two[1], two[0], common, there, told)
                if two[1].done and asked.operation is Operacion.PARTE and one.value >= other.value:
                    continue  # "evaluaron" stands by the commissions that did too
                if second is None or not (_comparable(asked, one, other) or self._in_full(asked, one, other, common)):
                    continue
                score = first + second + NEAR * (one.group == other.group)
                if best is None or score > best[0]:
                    best = score, one, other
        return [best[1], best[2]] if best else None

    def _of_another_part(self, asked: Asked, one: Operand, named: Sequence[str], there: Sequence[Operand]) -> bool:
        """Whether what a question names is said in another part of the sentence of a figure: "…; en Facebook, …"."""
        if not one.segment:
            return False
        others = frozenset[str]().union(*(o.segment for o in there if o.spans[0] == one.spans[0]))
        return bool(self._said(asked, named, others - one.segment))

    def _fit(
        self,
        asked: Asked,
        one: Operand,
        side: Side,
        other: Side,
        common: Sequence[str],
        there: Sequence[Operand],
        told: float,
    ) -> float | None:
        """How well a figure is what a side names; None where it is not."""
        if one.bound or self._of_another_part(asked, one, (*side.stems, *common), there):
            return None
        when = side.periods or other.periods or asked.periods
        if when and (one.actual is None or not any(one.actual.same(p) or one.actual.within(p) for p in when)):
            return None
        own = one.stems | one.clause if one.segment or side.done else one.stems
        label = self._said(asked, side.stems, own)
        around = self._said(asked, side.stems, one.stems | one.clause | one.near)
        size = self.weight(side.stems)
        alone = [stem for stem in side.stems if stem not in other.stems]
        if not self._said(asked, alone, own) or self.weight(label) < LABEL * size or self.weight(around) < told * size:
            return None
        shared = self._said(asked, common, one.stems | one.near)
        if common and self.weight(shared) < SHARED * self.weight(common):
            return None
        head = HEAD if self._said(asked, side.stems[:1], one.stems) else 0.0  # a noun comes before what narrows it
        return (self.weight(label) + NEAR * self.weight(around)) / size + head - self.extra(asked, one)

    def _in_full(self, asked: Asked, one: Operand, other: Operand, common: Sequence[str]) -> bool:
        """Whether two counts of different places, of one time, are each named by all the words of their side: a share of
        one thing in another that the documents count apart."""
        two = sides(asked)
        counts = not {one.unit, other.unit} & {"%", *SIGNS}
        if two is None or asked.operation is not Operacion.PARTE or not counts or not of_one_time(one, other):
            return False
        told = ((one, two[0]), (other, two[1]))
        return all(len(self._said(asked, side.stems, figure.stems)) == len(side.stems) > 1 for figure, side in told)

    @staticmethod
    def _said(asked: Asked, stems: Sequence[str], known: frozenset[str]) -> list[str]:
        return [stem for stem in stems if meet(asked.meanings.get(stem, frozenset({stem})), known)]


def _comparable(asked: Asked, one: Operand, other: Operand) -> bool:
    """Whether two figures may be set together: two of them, of one unit, or for a share counts of one place."""
    if one.at == other.at or one.value == other.value:
        return False
    if one.unit == other.unit:
        return asked.operation is not Operacion.PARTE or one.unit != "%"
    near = one.group == other.group and not no_people(one, other)
    return asked.operation is Operacion.PARTE and near and not {one.unit, other.unit} & set(SIGNS)


def no_people(part: Operand, whole: Operand) -> bool:
    """Whether a whole counts people and what would be its part does not: of all those attended, "567 operativos" are none."""
    return counts_people(whole.unit) and not counts_people(part.unit) and not PEOPLE & part.stems


def sides(asked: Asked) -> tuple[Side, Side] | None:
    """The two things that a question names side by side; None where it names no two, or only periods or places."""
    patterns = (
        (_OVER, _OF_WHICH, _WHICH_OF)
        if asked.operation is Operacion.PARTE
        else (_BETWEEN, _GAP, _MORE, _POINTS_MORE, _EXCEEDS)
    )
    for pattern in patterns:
        match = pattern.search(asked.line)
        if match is None:
            continue
        one, other = (_side(asked, text) for text in _apart(match["a"], match["b"]))
        if set(one.stems) - set(other.stems) and set(other.stems) - set(one.stems):
            return one, other
    return None


def says_part(asked: Asked, said: Collection[str]) -> bool:
    """Whether some stems say what a question names as the part beside its whole: "de las A, ¿qué porcentaje son las B?". True
    where it names no two side by side.
    """
    two = sides(asked) if asked.operation is Operacion.PARTE else None
    return two is None or _headed(asked, two[0], two[1], said)


def part_and_whole(asked: Asked, part: Operand, whole: Operand) -> bool:
    """Whether two figures are what a question names as the part and as the whole: the label of the whole begins with what
    that is called by. True where it names no two side by side."""
    two = sides(asked) if asked.operation is Operacion.PARTE else None
    if two is None:
        return True
    named = frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in two[1].stems))
    first = [stem for stem in terms(whole.concept) if stem not in QUANTIFIERS][:1]
    return says_part(asked, part.stems | part.clause) and meet(named, first) and _headed(asked, *two[::-1], whole.stems)


def _headed(asked: Asked, side: Side, other: Side, said: Collection[str]) -> bool:
    """Whether some stems say the first word of a side that the other neither has nor stands for: a noun comes before what
    narrows it, and "respuestas" are no part of what was "contestado"."""
    both = frozenset(other.stems).union(*(asked.meanings.get(stem, frozenset()) for stem in other.stems))
    own = [stem for stem in side.stems if stem not in both][:1]
    return all(meet(asked.meanings.get(stem, frozenset({stem})), said) for stem in own)


def _apart(one: str, other: str) -> tuple[str, str]:
    """The texts of two sides; where the second says of what or where ("hombres en Facebook") and the first says no such
    thing, that holds for both.
    """
    tail = _WHERE.search(other) or (_OF.search(other) if _BARE.fullmatch(one) else None)
    return (
        (one, other[: tail.start()])
        if tail and not _WHERE.search(one) and other[: tail.start()].strip()
        else (one, other)
    )


def _side(asked: Asked, text: str) -> Side:
    kept = frozenset(asked.content) | GROUPS
    stems = tuple(stem for stem in dict.fromkeys(terms(periods.without(text))) if stem in kept)
    return Side(stems, periods.asked(text), _DONE.fullmatch(periods.without(text).strip()) is not None)
