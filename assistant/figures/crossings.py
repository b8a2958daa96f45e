"""The years in which one measure of a table was more than another: "¿hubo algún año en que resolvieran más de las que pidieron?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import compute, passing
from assistant.figures.cells import Selection
from assistant.figures.claims import computed
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell
from assistant.figures.measures import Measure, own_stems
from assistant.figures.question import Asked
from assistant.figures.values import Operand, meet, named, of_cell
from assistant.figures.worked import Operations, Worked, in_time
from corpus.analysis import terms, words

PAIR = 2


@dataclass(frozen=True)
class Crossing:
    """How far one figure is from another of its time."""

    over: Operand
    under: Operand
    outcome: Outcome
    period: str


class Crossings(Operations):
    """Sets two measures of one table against each other, period by period."""

    @staticmethod
    def asked(asked: Asked) -> bool:
        """Whether a question asks when one thing was more than another, or less."""
        return "ano" in asked.breakdowns and passing.passes(asked.line)

    def work(self, asked: Asked, selection: Selection) -> Worked | None:
        """The periods in which the measure named first was more than the other, each with how much; that there is none
        among those of the table. None where the question does not name two, or tell which of them comes first."""
        measures = self._named(asked, selection)
        first = self._first(asked, selection, measures) if len(measures) == PAIR else None
        if first is None:
            return None
        other = next(measure for measure in measures if measure != first)
        less = passing.below(asked.line)
        there = [cell for cell in selection.grid.cells if cell.column in selection.periods and cell.column is not None]
        pairs = [
            (one, two)
            for one in in_time([cell for cell in there if cell.parts == first and not cell.place])
            if (two := self._beside(one, other, there)) is not None and one.unit != "%" != two.unit
        ]
        if len(pairs) < PAIR:
            return None
        more = [(one, two) for one, two in pairs if (one.value < two.value if less else one.value > two.value)]
        found = [self._crossing(one, two, selection) for one, two in more]
        n = compute.size([of_cell(one, selection.grid) for one, _ in pairs])
        text = self.say(
            "cruces", filas=found, n=n.dicho, mas=not less, una=pairs[0][0].concept, otra=pairs[0][1].concept
        )
        every = [of_cell(cell, selection.grid) for pair in pairs for cell in pair]
        outcomes = tuple(one.outcome for one in found)
        claim = computed(text, outcomes or (n,), () if found else every)
        told = tuple(operand for one in found for operand in (one.over, one.under)) or tuple(every)
        notes = self.cells.qualified([cell for pair in more for cell in pair], selection.grid)
        return Worked((claim, self.what(selection), *notes), outcomes, told)

    @staticmethod
    def _named(asked: Asked, selection: Selection) -> tuple[Measure, ...]:
        """The measures that are set against each other: those chosen, or those whose first word the question says."""
        if len(selection.measures) == PAIR and selection.named.by_words:
            return selection.measures
        said = frozenset().union(*asked.meanings.values())
        return tuple(measure for measure, own in own_stems(selection.grid).items() if said & set(own[:1]))

    @staticmethod
    def _beside(cell: Cell, other: Measure, there: Sequence[Cell]) -> Cell | None:
        same = [one for one in there if (one.column, one.place, one.parts) == (cell.column, cell.place, other)]
        return same[0] if len(same) == 1 else None

    @staticmethod
    def _crossing(one: Cell, other: Cell, selection: Selection) -> Crossing:
        over, under = named([of_cell(cell, selection.grid) for cell in (one, other)])
        return Crossing(over, under, compute.difference(over, under), one.period or "")

    @staticmethod
    def _first(asked: Asked, selection: Selection, measures: Sequence[Measure]) -> Measure | None:
        """The measure that the first word names which only one of the two can mean."""
        stems = own_stems(selection.grid)
        one, other = measures
        mine, its = frozenset(stems[one]) - frozenset(stems[other]), frozenset(stems[other]) - frozenset(stems[one])
        for word in words(asked.line):
            meant = frozenset().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in terms(word)))
            if meet(meant, mine) != meet(meant, its):
                return one if meet(meant, mine) else other
        return None
