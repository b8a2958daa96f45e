"""The same ratio of another thing than the one just told: "¿cuánta gente por jornada?", "¿y por charla?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import by_unit, compute
from assistant.figures.claims import CellClaims, computed
from assistant.figures.over_told import OverTold
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Figure, Turn
from corpus.analysis import terms

RATIO = "razón:"
OF_ANOTHER = (Operacion.VALOR, Operacion.RAZON, Operacion.PROMEDIO)


@dataclass(frozen=True)
class RatioMoved:
    """Finds the other pair of the sentence that a ratio was worked out of."""

    texts: Texts
    cells: CellClaims
    prose: ProseFigures

    def find(self, asked: Asked, last: Turn) -> Worked | None:
        """The ratio of the thing that a message only names; nothing worked out where its sentence counts that and not what
        goes with it. None where no ratio was told, or it names something that its sentence does not count."""
        told = [figure for figure in last.figures if figure.computed and figure.concept.startswith(RATIO)]
        per = by_unit.per(asked.line)
        content = {*asked.content, *((per,) if per else ())} - asked.paid - PEOPLE
        plain = len(told) == 1 and asked.operation in OF_ANOTHER and not (asked.places or asked.periods)
        if not plain or not content or asked.breakdowns:
            return None
        there = self._sentence(told[0])
        pair = [[one for one in there if one.value == value] for value in told[0].operands]
        if [len(found) for found in pair] != [1, 1]:
            return None
        (over,), (under,) = pair
        meant = [asked.meanings.get(stem, frozenset({stem})) for stem in content]
        others = [one for one in there if one not in (over, under) and one.unit not in ("%", *SIGNS)]
        units = [one for one in others if all(meet(stems, terms(f"{one.concept} {one.unit}")) for stems in meant)]
        units = [one for one in units if not _people(one) and one.period == under.period]
        if len(units) != 1:
            return None
        counted = self._beside(units[0], there, after=_place(over) > _place(under))
        if counted is None or counted in (over, under) or _people(counted) != _people(over):
            return Worked(())
        above, below = named([counted, units[0]])
        outcome = compute.ratio(above, below)
        if outcome is None:
            return Worked(())
        text = OverTold(self.texts, self.cells).say("razon", sobre=above, bajo=below, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (above, below))

    def _sentence(self, told: Figure) -> list[Operand]:
        """The figures of the sentence that a ratio was worked out of, in the order in which they stand."""
        found = self.prose.within(told.spans[0]) if told.spans else []
        return sorted((one for one in found if one.at is not None and not one.bound), key=_place)

    @staticmethod
    def _beside(one: Operand, there: Sequence[Operand], *, after: bool) -> Operand | None:
        """The figure right after another in its sentence, or right before it."""
        at = there.index(one) + (1 if after else -1)
        return there[at] if 0 <= at < len(there) else None


def _place(one: Operand) -> int:
    return one.at.start if one.at is not None else 0


def _people(one: Operand) -> bool:
    return counts_people(one.unit or one.concept)
