"""Which comes first or last of figures that a text tells side by side: in one sentence, or as the lines of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.claims import spans_of
from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import Nearby, ProseFigures, of_periods
from assistant.figures.question import Asked
from assistant.figures.values import Operand, meet
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.analysis import terms

LINES = 4
BESIDE = 2
LEADERS = 3
COVERED = 0.6
# "¿Qué eje tiene más peso…?": which of several; "más de 100" and "más que" set a bound or compare two.
_WHICH = re.compile(
    r"\b(?:que|cual(?:es)?(?: (?:es|fue|era))?|which|what) (?:el |la |the )?(?P<of>\w{3,}(?: (?:de )?\w{4,})?)\b[^?.;]*?"
    r"\b(?:(?P<most>mas|mayor(?:es)?|most|highest|largest)|(?P<least>menos|menor(?:es)?|least|lowest|smallest|fewest))\b(?! (?:de|que)\b)"
)
# "¿Qué porcentaje del plan se lleva cada eje?": all of them.
_EACH = re.compile(r"\bcada (?:un[oa] de l[oa]s )?(?P<of>[a-z]{3,})")
_WEIGHT = re.compile(r"\b(?:peso|pesan?|weigh\w*)\b")


@dataclass(frozen=True)
class RankedInProse:
    """Puts figures of sentences and lists in order; None where they are not plainly those that a question means."""

    texts: Texts
    prose: ProseFigures
    lookup: ProseLookup

    def find(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """The first, or the last, of the figures of a list or a sentence near, with those next to it."""
        each = _EACH.search(asked.line) if asked.percent else None
        if each is not None:
            return self._of_each(asked, frozenset(terms(each["of"])), nearby)
        which = _WHICH.search(asked.line)
        if which is None or "medida" in asked.line:
            return None
        of = frozenset(terms(which["of"])).union(*(terms(name) for name in asked.breakdowns))
        least = which["least"] is not None
        away = asked.denied | {stem for place in asked.without for stem in terms(place)}
        seen: set[object] = set()
        for _, one in nearby:
            for ones in (self._lines(one), [] if least else self._beside(asked, one, nearby)):
                key = tuple(sorted(str(other.at) for other in ones))
                if not ones or key in seen:
                    continue
                seen.add(key)
                if self._meant(asked, of, ones):
                    left = [other for other in ones if not away & set(terms(other.nombre))]
                    return self._told(asked, left, least=least) if left else None  # "sacando Bolivia, ¿de qué país…?"
        return None

    def _of_each(self, asked: Asked, of: frozenset[str], nearby: Sequence[Nearby]) -> Worked | None:
        """What each line of a list near says, the greatest first, so many of them as are asked for."""
        for _, one in nearby:
            ones = self._lines(one)
            if ones and self._meant(asked, of, ones):
                ranked = sorted(ones, key=lambda one: -one.value)[: asked.top]
                text = self.texts("cifras", "cada_linea", cifras=ranked)
                return Worked((Claim(text=text, spans=spans_of(ranked)),), (), tuple(ranked))
        return None

    def _lines(self, one: Operand) -> list[Operand]:
        """The lines of a list that each begin with a name and its figure: "7. Reunificación Familiar: 2,4%"."""
        name = one.concept.split(", ")[0]
        above, _, own = one.group.rpartition("/")
        if not above or name not in own or one.at is None:
            return []
        alike = [
            other
            for other in self.prose.below(one.at.document, above)
            if other.unit == one.unit and other.concept in other.group.rpartition("/")[2]
        ]
        found = [replace(other, nombre=other.concept) for other in alike]
        return found if len({other.concept for other in found}) == len(found) >= LINES else []

    @staticmethod
    def _beside(asked: Asked, one: Operand, nearby: Sequence[Nearby]) -> list[Operand]:
        """The figures of one sentence and time that count one thing, each of a part of its own: "visitas, Bolivia"."""
        there = of_periods([other for _, other in nearby if other.spans[:1] == one.spans[:1]], asked.periods)
        label = one.concept.split(", ")[0]
        parts = [other for other in there if other.concept.startswith(f"{label}, ") and other.unit == one.unit]
        if len(parts) < BESIDE or len({other.period for other in parts}) > 1:
            return []
        return [replace(other, nombre=other.concept.removeprefix(f"{label}, ")) for other in parts]

    def _meant(self, asked: Asked, of: frozenset[str], ones: Sequence[Operand]) -> bool:
        """Whether figures are of what a question puts in order, and it says little else."""
        unit = ones[0].unit
        if unit == "%" and not (asked.percent or _WEIGHT.search(asked.line)):
            return False
        if unit != "%" and (asked.percent or asked.money):
            return False
        heads = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
        if heads and unit != "%" and not meet(heads, ones[0].stems):
            return False
        headings = frozenset(terms(ones[0].group))
        if not meet(of, ones[0].near | headings):
            return False
        known = headings | self.prose.section(ones[0].spans[0])
        return self.lookup.covered(asked, ones, known) >= COVERED

    def _told(self, asked: Asked, ones: Sequence[Operand], *, least: bool) -> Worked:
        """The first of some figures and those next to it; all that share its value where several do."""
        ranked = sorted(ones, key=lambda one: one.value if least else -one.value)
        best = [one for one in ranked if one.value == ranked[0].value]
        shown = ranked[: max(LEADERS, len(best))]
        if len(best) > 1:
            text = self.texts("cifras", "empate", otros=[one.nombre for one in best], valor=best[0].written)
        else:
            text = self.texts("cifras", "extremo", o=ranked[0], otros=shown[1:], mayor=not least)
        said = self.lookup.told(asked, ranked[:1])[1:] if ranked[0].spans[0] == ranked[-1].spans[0] else ()
        return Worked((Claim(text=text, spans=spans_of(shown)), *said), (), tuple(shown))
