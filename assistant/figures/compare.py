"""Two figures of one table set against each other: difference, percent change, proportion, how many times."""

from __future__ import annotations

from dataclasses import replace

from assistant.figures import compute, movements, phrases
from assistant.figures.cells import Selection, like, of_one_kind
from assistant.figures.claims import computed, spans_of
from assistant.figures.grid import Cell
from assistant.figures.question import Asked
from assistant.figures.values import named, of_cell
from assistant.figures.worked import Operations, Worked, in_time, together
from assistant.values import Claim
from corpus.analysis import terms

MOST = 4
"""Of so many measures it is told how each moved."""


class Comparisons(Operations):
    """Sets two cells against each other."""

    def _pair(self, selection: Selection) -> list[Cell] | None:
        """The two cells that are set against each other: the ends of a series, or the two measures or places named."""
        cells = [cell for cell in selection.cells if cell.column is not None or len(selection.cells) == 2]
        if len(selection.measures) > 1 and len(selection.periods) > 1:
            return None
        if len(cells) > 2 and len(selection.measures) == 1 and len({cell.place for cell in cells}) == 1:
            dated = sorted((c for c in cells if c.column), key=lambda c: c.column.first if c.column else 0)
            cells = [dated[0], dated[-1]]
        return cells if len(cells) == 2 else None

    def difference(self, asked: Asked, selection: Selection) -> Worked | None:
        """How much more one is than the other, in figures and in percent; of several measures that moved, each."""
        if len(selection.measures) > 1 and movements.asks_of_each(asked):
            return self._each(asked, selection)
        pair = self._pair(selection) or (_planned_and_done(selection) if phrases.falls_short(asked.line) else None)
        if pair is None or not of_one_kind(*pair):
            return None
        first, second = named([of_cell(cell, selection.grid) for cell in in_time(pair)])
        if not like(*pair):
            return self.not_alike(first, second, pair, selection)
        later, earlier = second, first
        if phrases.falls_short(asked.line) and pair[0].column == pair[1].column:
            more, less = sorted((first, second), key=lambda one: -one.value)
            gap = compute.difference(more, less)
            return Worked(
                (computed(self.say("distancia", a=more, b=less, resultado=gap), (gap,)), self.what(selection)),
                (gap,),
                (more, less),
            )
        if pair[0].column == pair[1].column:  # of one time: how much the greater is over the lesser
            earlier, later = sorted((first, second), key=lambda one: one.value)
        outcome = compute.difference(later, earlier)
        if not outcome.value:
            text = self.say("sin_diferencia", a=later, b=earlier)
            return Worked((Claim(text=text, spans=spans_of((later, earlier))),), (), (later, earlier))
        percent = compute.change(earlier, later) if outcome.unit != "puntos porcentuales" else None
        text = self.say("diferencia", a=later, b=earlier, resultado=outcome, cambio=percent, mas=outcome.value > 0)
        outcomes = (outcome, percent) if percent else (outcome,)
        return Worked((computed(text, outcomes), self.what(selection)), outcomes, (earlier, later))

    def _each(self, asked: Asked, selection: Selection) -> Worked | None:
        """How far each of the measures moved that a question names alike, or that it cannot be told; None where that is so of
        one of them only."""
        found: list[Worked] = []
        notes: dict[Claim, None] = {}
        for measure in selection.measures:
            cells = tuple(cell for cell in selection.cells if cell.parts == measure)
            one = self.difference(asked, replace(selection, cells=cells))
            if one is not None:
                text = self.say("de_cada", concepto=cells[0].concept, texto=one.claims[0].text)
                found.append(replace(one, claims=(one.claims[0].model_copy(update={"text": text}),)))
                notes |= dict.fromkeys(one.claims[1:] if not one.outcomes else ())  # how far a year counts
        return together(found, *notes, self.what(selection)) if 1 < len(found) <= MOST else None

    def change(self, asked: Asked, selection: Selection) -> Worked | None:
        """By how many percent a figure rose or fell between two periods."""
        pair = self._pair(selection)
        if pair is None or not of_one_kind(*pair) or len(selection.periods) != len(set(selection.periods)):
            return None
        before, after = named([of_cell(cell, selection.grid) for cell in in_time(pair)])
        if not like(*pair):
            return self.not_alike(before, after, pair, selection)
        outcome = compute.change(before, after)
        if outcome is None:
            return None
        gap = compute.difference(after, before)
        text = self.say("cambio", antes=before, despues=after, resultado=outcome, resta=gap, mas=outcome.value > 0)
        return Worked((computed(text, (outcome, gap)), self.what(selection)), (outcome, gap), (before, after))

    def proportion(self, asked: Asked, selection: Selection) -> Worked | None:
        """What percentage of the figure of one year that of another comes to: "las de 2024, en % de las de 2023"."""
        year = phrases.year_of_whole(asked.line)
        pair = self._pair(selection) if year is not None and len(selection.measures) == 1 else None
        if pair is None or not like(*pair):
            return None
        wholes = [cell for cell in pair if cell.column is not None and [*cell.column.years] == [year]]
        if len(wholes) != 1:
            return None
        part = next(cell for cell in pair if cell is not wholes[0])
        one, other = named([of_cell(cell, selection.grid) for cell in (part, wholes[0])])
        outcome = compute.proportion(one, other)
        if outcome is None:
            return None
        text = self.say("en_por_ciento", a=one, b=other, resultado=outcome)
        return Worked((computed(text, (outcome,)), self.what(selection)), (outcome,), (one, other))

    def times(self, asked: Asked, selection: Selection) -> Worked | None:
        """How many times the smaller the greater of two figures is."""
        pair = self._pair(selection)
        if pair is None or not like(*pair):
            return None
        less, more = named(sorted((of_cell(cell, selection.grid) for cell in pair), key=lambda one: one.value))
        outcome = compute.times(more, less)
        if outcome is None:
            return None
        text = self.say("veces", a=more, b=less, resultado=outcome)
        return Worked((computed(text, (outcome,)), self.what(selection)), (outcome,), (more, less))


def _planned_and_done(selection: Selection) -> list[Cell] | None:
    """What a table counts as planned and as done of one thing, where a question names the plan: the two cells of a time whose
    labels differ by one word; None where there are not two."""
    if len(selection.cells) != 1:
        return None
    cell = selection.cells[0]
    mine = frozenset(terms(cell.concept))
    beside = [
        other
        for other in selection.grid.cells
        if (other.column, other.place, other.unit) == (cell.column, cell.place, cell.unit)
        and len(mine - frozenset(terms(other.concept))) == 1 == len(frozenset(terms(other.concept)) - mine)
    ]
    return [cell, beside[0]] if len(beside) == 1 and cell.unit != "%" else None
