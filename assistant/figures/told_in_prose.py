"""The figure beside one that was told of a sentence: the same of another thing ("¿y en Instagram?") or of another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import ProseFigures, of_periods
from assistant.figures.question import Asked
from assistant.figures.sorts import MONEY, PEOPLE
from assistant.figures.values import SIGNS, Operand, meet
from assistant.figures.worked import Worked
from corpus.analysis import fold, terms
from corpus.records import Span

# Who came to something, whatever they came as.
CAME = frozenset(
    terms("asistentes asistieron asistencia participantes participaron participacion fueron llegaron acudieron")
)
# "Jornadas" are no people; nor are "horas" and "mejoras", for all their ending.
_DOERS = re.compile(r"(?!(?:h|mej|dem)oras$)\w+(?:[aei]ntes|[aei]dos|ari[oa]s|ores|oras)")


@dataclass(frozen=True)
class ToldInProse:
    """Finds figures by one that was told, in its passage and those beside it; none where several may be meant."""

    prose: ProseFigures
    lookup: ProseLookup

    def another(self, asked: Asked, one: Operand) -> Worked | None:
        """The figure that a message means which names only what differs from one just told."""
        if asked.places or not (asked.content or asked.periods) or one.at is None:
            return None
        if PEOPLE & set(asked.heads) and not counts_people(one.unit):
            return None  # "¿y cuánta gente fue a las de 2025?", after what was counted by another noun
        there = self._alike(asked, one, self.prose.around_one(one))
        if not asked.content:
            return self._only(asked, [o for o in there if _kind(o) == _kind(one)])
        meant = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.content]
        if all(meet(stems, one.stems | one.clause) for stems in meant):
            return None  # that is of the one that was told
        labelled = [o for o in there if all(meet(stems, o.stems) for stems in meant)]
        said = [o for o in there if all(meet(stems, o.stems | o.clause) for stems in meant)]

        def elsewhere(among: Sequence[Operand]) -> list[Operand]:
            """Those of the same thing whose sentences name all that is meant, which that of the one told does not."""
            same = [o for o in among if o.stems <= one.stems or one.stems <= o.stems]
            named = [o for o in same if all(meet(stems, o.near) for stems in meant)]
            return [] if all(meet(stems, one.near) for stems in meant) else named

        around = elsewhere(there)
        farther = elsewhere(self._alike(asked, one, self.prose.in_section(one)))
        alike = [o for o in said if 2 * len(o.stems & one.stems) >= len(one.stems)]
        beside = self._counted_beside(asked, one, meant)
        ways = (alike, labelled, said, around, farther, beside)
        return next((worked for found in ways if (worked := self._only(asked, found))), None)

    def _counted_beside(self, asked: Asked, one: Operand, meant: Sequence[frozenset[str]]) -> list[Operand]:
        """What the sentence of a figure told counts by another noun, which a message names: "24.214 partes y 20.009
        informes", "¿e informes?"."""
        there = [o for o in self.prose.around_one(one) if o.spans[:1] == one.spans[:1] and o.unit != one.unit]
        there = [o for o in there if not ({o.unit, one.unit} & {"%", *SIGNS}) and self._of_that_time(asked, one, o)]
        counted = [o for o in there if any(meet(stems, frozenset(terms(o.unit))) for stems in meant)]
        return [o for o in counted if all(meet(stems, o.stems) for stems in meant)]

    def _alike(self, asked: Asked, one: Operand, found: Sequence[Operand]) -> list[Operand]:
        """Those of some figures that are of the unit and the time of one told, and as sure."""
        like = [o for o in found if o.unit == one.unit and o.at != one.at and o.bound == one.bound]
        return [o for o in like if self._of_that_time(asked, one, o)]

    def of_another_time(self, asked: Asked, told: Sequence[Operand]) -> Worked | None:
        """What the sentence beside tells of another time that counts the same as figures just told: each of them, or what
        the message counts ("¿y cuánta gente fue a las de 2025?").

        A sentence counts the same where it has a figure of each unit told. None where several do.
        """
        if len(asked.periods) != 1 or asked.places or not told or any(one.at is None for one in told):
            return None
        there = self.prose.around_one(told[0])
        units = [one.unit for one in told]
        beside: dict[Span, dict[Span | str, Operand]] = {}
        for one in there:
            if self._of_that_time(asked, told[0], one) and one.spans[0] not in {other.spans[0] for other in told}:
                beside.setdefault(one.spans[0], {})[one.at or one.written] = one
        alike = [list(ones.values()) for ones in beside.values() if set(units) <= {one.unit for one in ones.values()}]
        if len(alike) != 1:
            return None
        counted = _of_people if PEOPLE & set(asked.heads) else partial(_counts, asked)
        found = [one for one in alike[0] if counted(one)] if asked.heads else []
        if not asked.heads:
            found = [one for one in alike[0] if one.unit in units]
        elif len(found) > 1:  # "¿y cuánta gente?", after what was counted by another noun
            found = [one for one in found if one.unit not in units]
        if PEOPLE & set(asked.heads):  # "15 charlas con 343 personas": those that come right after what they went to
            same = next((one for one in alike[0] if one.unit == units[0]), None)
            after = [one for one in found if same and same.at and one.at and one.at.start > same.at.start]
            found = sorted(after, key=lambda one: one.at.start if one.at else 0)[:1] or found
        kinds = [one.unit for one in found]
        if not found or len(kinds) != len(set(kinds)) or any(one.bound or one.unit == "%" for one in found):
            return None
        return Worked(self.lookup.told(asked, found), (), tuple(found))

    def counted_with(self, asked: Asked, one: Operand) -> Operand | None:
        """What a message counts that comes right after a figure told, in its sentence and before another of its kind."""
        if one.at is None:
            return None
        start = one.at.start
        after = [o for o in self.prose.around_one(one) if o.spans[:1] == one.spans[:1] and o.at and o.at.start > start]
        first = min(after, key=lambda o: o.at.start if o.at else 0, default=None)
        counted = first is not None and (counts_people(first.unit) or _counts(asked, first))
        meant = (
            counted
            and first is not None
            and (_counts(asked, first) or bool(PEOPLE & set(asked.heads)) or _doers(asked))
        )
        return first if meant and first is not None and first.unit != one.unit else None

    @staticmethod
    def counts_only_people(asked: Asked) -> bool:
        """Whether a message counts people and says no more of them than that they came: "¿y cuántos participantes?"."""
        plain = PEOPLE | CAME
        return bool(plain & set(asked.heads)) and not (
            set(asked.content) - plain or asked.places or asked.periods or asked.breakdowns
        )

    def _only(self, asked: Asked, found: Sequence[Operand]) -> Worked | None:
        one_each = {one.at: one for one in found}
        if len(one_each) != 1:
            return None
        (one,) = one_each.values()
        return Worked(self.lookup.told(asked, [one]), (), (one,))

    @staticmethod
    def _of_that_time(asked: Asked, told: Operand, one: Operand) -> bool:
        """Whether a figure is of the time asked for; where none is, of that of the figure told. What there is up to a day is
        of no quarter that ends with it."""
        if asked.periods:
            up_to = one.actual is not None and one.actual.label.startswith(("a ", "al "))
            periods = [p for p in asked.periods if p.whole_years() or not up_to]
            return one.actual is not None and any(one.actual.same(p) or one.actual.within(p) for p in periods)
        return one.actual is None or told.actual is None or one.actual.same(told.actual)

    def leading(self, span: Span, asked: Asked) -> Operand | None:
        """The one figure of a sentence or line; of several the first of what a message counts by its own noun, or the one
        whose label says most of it; None where it has none, or those are not of one unit."""
        found = list({one.at: one for one in self.prose.within(span)}.values())
        heads = set(asked.heads) - asked.paid  # "¿cuánta plata…?" counts no thing
        if len(found) > 1 and not heads:
            found = _nearest(asked, found)
        if len(found) > 1 and asked.counts and heads and not PEOPLE & heads:
            found = [one for one in found if set(terms(one.unit)) & heads]
            found = found[:1] if len({one.unit for one in found}) == 1 else []
        return found[0] if len(found) == 1 else None


def counts_people(unit: str) -> bool:
    """Whether a unit is people, by a noun of those who do or are something too: "asistentes", "participantes"."""
    nouns = re.findall(r"\w+", fold(unit))
    return bool(nouns) and (bool(PEOPLE & set(terms(nouns[0]))) or _DOERS.fullmatch(nouns[0]) is not None)


def _nearest(asked: Asked, found: Sequence[Operand]) -> list[Operand]:
    """Of figures that stand together those of the period asked for, in money where that is asked, whose labels say most
    of a message."""
    there = [one for one in of_periods(found, asked.periods) if one.unit in MONEY or not asked.money]

    def said(one: Operand) -> int:
        return sum(meet(asked.meanings.get(stem, frozenset({stem})), one.stems) for stem in asked.content)

    most = max(map(said, there), default=0)
    return [one for one in there if said(one) == most]


def _of_people(one: Operand) -> bool:
    return counts_people(one.unit)


def _doers(asked: Asked) -> bool:
    """Whether a message counts people by what they do: "asistentes"."""
    return any(_DOERS.fullmatch(word) for word in re.findall(r"\w+", asked.line))


def _counts(asked: Asked, one: Operand) -> bool:
    meant = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
    return one.unit not in SIGNS and meet(meant, one.stems)


def _kind(one: Operand) -> frozenset[str]:
    """What a figure counts, without its period."""
    return frozenset(stem for stem in one.stems if not stem[0].isdigit())
