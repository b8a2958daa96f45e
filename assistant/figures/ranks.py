"""The greatest and the least cells of a table, their order, and how many pass a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import compute, phrases
from assistant.figures.cells import Selection, complete, like, of_places
from assistant.figures.claims import computed, spans_of
from assistant.figures.ends import asks_each, ends
from assistant.figures.grid import Cell
from assistant.figures.measures import Measure, is_total, own_stems
from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import Operand, named, of_cell, written
from assistant.figures.worked import Operations, Worked, latest_whole, parts_since, together
from assistant.values import Claim

LEADERS = 3
PAIR = 2
MOST = 4
"""Of so many measures each is told."""


class Ranks(Operations):
    """Puts cells in order."""

    def _compared(self, asked: Asked, selection: Selection) -> list[Cell]:
        """The cells among which the greatest is sought: the places of one period, or the whole periods of a series."""
        grid = selection.grid
        measure = self._measure(asked, selection)
        if "rubro" in asked.breakdowns and len(grid.measures) > 1 and not grid.places:
            return _rivals(selection, latest_whole(selection))
        if grid.places and "ano" not in asked.breakdowns:
            period = latest_whole(selection)
            return [c for c in of_places(grid, measure, period) if c.place not in selection.without]
        dated = [c for c in selection.cells if c.parts == measure and c.column is not None and complete(c)]
        longest = max((c.column.months for c in dated if c.column), default=0)
        return [c for c in dated if c.column and c.column.months == longest]  # a quarter has not less than a year

    @staticmethod
    def _measure(asked: Asked, selection: Selection) -> Measure:
        """The measure by which rows are put in order: the one named after "más" or "menos", else the first."""
        stems = own_stems(selection.grid)
        ranked = phrases.ranked(asked.line)
        meant = frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in ranked))
        named = [m for m in selection.grid.measures if meant & set(stems.get(m, ())[:1])]
        return named[0] if len(named) == 1 and selection.grid.places else selection.measures[0]

    def _beside(self, asked: Asked, selection: Selection, first: Cell) -> Worked:
        """The other measures that a question names, of the row that comes first."""
        grid = selection.grid
        cells = [
            cell
            for cell in grid.cells
            if cell.row == first.row and cell.column == first.column and cell.parts != first.parts
            and cell.parts in selection.measures
        ]  # fmt: skip
        if not grid.places or not cells or not selection.named.by_words:
            return Worked(())
        operands = [of_cell(cell, grid) for cell in cells]
        text = self.say("de_la_primera", nombre=first.place, cifras=operands)
        return Worked((Claim(text=text, spans=spans_of(operands)),), (), tuple(operands))

    def extreme(self, asked: Asked, selection: Selection) -> Worked | None:
        """The greatest or the least, and those next to it."""
        grid = selection.grid
        if "ano" in asked.breakdowns and not grid.places and len(selection.measures) > 1:
            return self._of_each(asked, selection)
        cells = self._compared(asked, selection)
        if len(cells) < 2:
            return None
        greatest = asked.operation is Operacion.MAXIMO
        ranked = named([of_cell(c, grid) for c in sorted(cells, key=lambda c: -c.value if greatest else c.value)])
        best = [one for one in ranked if one.value == ranked[0].value]
        shown = max(asked.top or LEADERS, len(best))
        if asks_each(asked.line) and ranked[0].value != ranked[-1].value:
            most = max(cells, key=lambda cell: cell.value)
            return self._both_ends(
                ranked, selection, self._beside(asked, selection, most), whole="rubro" in asked.breakdowns
            )
        if asked.nth is not None and (place := self._nth(ranked, asked.nth, selection, greatest=greatest)):
            return place
        if len(best) > 1:
            text = self.say("empate", otros=[one.nombre for one in best], valor=best[0].written, sin=selection.without)
        else:
            text = self.say("extremo", o=ranked[0], otros=ranked[1:shown], mayor=greatest, sin=selection.without)
        since = self._since(asked, selection)
        winner = max(cells, key=lambda c: c.value if greatest else -c.value)
        beside = self._beside(asked, selection, winner) if len(best) == 1 else Worked(())
        claims = [
            Claim(text=text, spans=spans_of(ranked[:shown])),
            *beside.claims,
            *since.claims,
            self.what(selection, whole="rubro" in asked.breakdowns or cells[0].parts not in selection.measures),
        ]
        return Worked(tuple(claims), (), (*ranked[:shown], *beside.operands, *since.operands))

    def _both_ends(self, ranked: Sequence[Operand], selection: Selection, beside: Worked, *, whole: bool) -> Worked:
        """The greatest and the least, each with those that share its value, and what is told beside the greatest."""
        told: list[Operand] = []
        claims: list[Claim] = []
        for value in sorted({ranked[0].value, ranked[-1].value}, reverse=True):
            best = [one for one in ranked if one.value == value]
            end = "El más alto" if not claims else "El más bajo"
            text = self.say("punta", cual=end, nombres=[one.nombre for one in best], o=best[0], sin=selection.without)
            claims.append(Claim(text=text, spans=spans_of(best)))
            told += best
        what = self.what(selection, whole=whole or len(selection.measures) > 1)
        return Worked((*claims, *beside.claims, what), (), (*told, *beside.operands))

    def _of_each(self, asked: Asked, selection: Selection) -> Worked | None:
        """The year of most or least of each of several measures that a question names alike; None of too many."""
        found: list[Worked] = []
        for measure in selection.measures if len(selection.measures) <= MOST else ():
            cells = tuple(cell for cell in selection.cells if cell.parts == measure)
            one = self.extreme(asked, replace(selection, cells=cells))
            if one is not None:
                text = self.say("de_cada", concepto=cells[0].concept, texto=one.claims[0].text)
                found.append(Worked((one.claims[0].model_copy(update={"text": text}),), (), one.operands))
        return together(found, self.what(selection, whole=True))

    def apart(self, asked: Asked, selection: Selection) -> Worked | None:
        """How far the ends of an order are apart, or one of them from a row that a question names; how many times one is the
        other, where that is asked. None where it names no two."""
        found = ends(asked.line)
        if found is None:
            return None
        if found.of_years and "ano" not in asked.breakdowns:
            asked = replace(asked, breakdowns=(*asked.breakdowns, "ano"))
        if "ano" in asked.breakdowns and len({cell.place for cell in selection.cells}) > 1:
            return None
        ranked = sorted(self._compared(asked, selection), key=lambda cell: -cell.value)
        named_rows = [cell for cell in ranked if cell.place in {place.nombre for place in asked.wanted}]
        ends_told = [ranked[0]] * found.most + [ranked[-1]] * found.least if len(ranked) > 1 else []
        pair = ends_told if len(ends_told) > 1 else [*named_rows[:1], *ends_told] if len(named_rows) == 1 else []
        if len(pair) != PAIR or pair[0].value == pair[1].value or not like(*pair):
            return None
        if any([cell.value for cell in ranked].count(end.value) > 1 for end in ends_told):
            return None  # several share it: none is the one
        less, more = named(sorted((of_cell(cell, selection.grid) for cell in pair), key=lambda one: one.value))
        if asked.operation is Operacion.VECES:
            outcome = compute.times(more, less)
            text = outcome and self.say("veces", a=more, b=less, resultado=outcome)
        else:
            outcome = compute.difference(more, less)
            same = more.period == less.period  # else each name tells its own
            text = self.say("distancia", a=more if same else replace(more, period=None), b=less, resultado=outcome)
        if outcome is None or not text:
            return None
        return Worked((computed(text, (outcome,)), self.what(selection)), (outcome,), (more, less))

    def _nth(self, ranked: Sequence[Operand], at: int, selection: Selection, *, greatest: bool) -> Worked | None:
        """The one at a place of an order and those before it; None where several share its value, or a place before it."""
        *before, mine = ranked[:at]
        values = [one.value for one in ranked]
        if len(before) + 1 < at or any(values.count(one.value) > 1 for one in (*before, mine)):
            return None
        text = self.say("enesimo", o=mine, puesto=at, antes=before, mayor=greatest)
        told = (mine, *before)
        return Worked((Claim(text=text, spans=spans_of(told)), self.what(selection)), (), told)

    def _since(self, asked: Asked, selection: Selection) -> Worked:
        """The first of each part of the year that follows, where places are compared and no period was asked for."""
        grid = selection.grid
        by_place = grid.places and not {"ano", "rubro"} & set(asked.breakdowns)
        claims: list[Claim] = []
        told: list[Operand] = []
        for period in parts_since(selection) if by_place and not asked.periods else ():
            cells = of_places(grid, self._measure(asked, selection), period)
            cells = [cell for cell in cells if cell.place not in selection.without]
            best = max(c.value for c in cells) if asked.operation is Operacion.MAXIMO else min(c.value for c in cells)
            first = named([of_cell(c, grid) for c in cells if c.value == best])
            if len(first) > 1 or period is None:
                continue
            one = replace(first[0], nombre=first[0].place or first[0].nombre)
            text = self.say("despues", o=one)
            claims.append(Claim(text=text, spans=spans_of([one])))
            told.append(one)
        return Worked(tuple(claims), (), tuple(told))

    def order(self, asked: Asked, selection: Selection) -> Worked | None:
        """Places from the greatest to the least; or which place one of them takes."""
        grid = selection.grid
        if not grid.places:
            return None
        cells = self._compared(asked, selection)
        if len(cells) < 2:
            return None
        ranked = named([of_cell(c, grid) for c in sorted(cells, key=lambda c: -c.value)])
        if asked.wanted:
            outcomes, claims = [], []
            for place in asked.wanted:
                mine = next((one for one in ranked if one.place == place.nombre), None)
                if mine:
                    outcome = compute.place_in_order(mine, ranked)
                    size = compute.size(ranked)
                    text = self.say("lugar", o=mine, resultado=outcome, n=size.dicho)
                    claims.append(computed(text, (outcome, size)))
                    outcomes.append(outcome)
            return Worked((*claims, self.what(selection)), tuple(outcomes), tuple(ranked)) if claims else None
        shown = asked.top or LEADERS
        lead = self.say("extremo", o=ranked[0], otros=ranked[1:shown], mayor=True, sin=selection.without)
        claims = [Claim(text=lead, spans=spans_of(ranked[:shown]))]
        claims += [self.what(selection)] if asked.top else self.cells.table(selection)
        return Worked((*claims, *self.cells.qualified(selection.cells, grid)), (), tuple(ranked))

    def count(self, asked: Asked, selection: Selection) -> Worked | None:
        """How many rows or periods pass a bound."""
        if asked.threshold is None:
            return None
        cells = self._compared(asked, selection)
        sign, bound = asked.threshold
        tests = {
            ">": lambda v: v > bound,
            "<": lambda v: v < bound,
            ">=": lambda v: v >= bound,
            "=": lambda v: v == bound,
        }
        among = named([of_cell(cell, selection.grid) for cell in cells])
        passing = [one for one in among if tests[sign](one.value)]
        outcome, size = compute.count(passing, among, bound), compute.size(among)
        words = {">": "más de", "<": "menos de", ">=": "al menos", "=": "exactamente"}
        text = self.say(
            "conteo", resultado=outcome, n=size.dicho, signo=words[sign], cota=written(bound, ""),
            nombres=[f"{one.nombre} ({one.written})" for one in passing],
        )  # fmt: skip
        return Worked((computed(text, (outcome, size)), self.what(selection)), (outcome,), tuple(passing))


def _rivals(selection: Selection, period: Rango | None) -> list[Cell]:
    """The measures of one period that may be set side by side: the parts of the one named, or all of its unit."""
    grid = selection.grid
    cells = [cell for cell in grid.cells if cell.column == period]
    wholes = {cell.concept for cell in cells if any(other.concept.startswith(f"{cell.concept},") for other in cells)}
    named = {cell.concept for cell in cells if cell.parts in selection.named.measures}
    above = [whole for whole in wholes if any(name == whole or name.startswith(f"{whole},") for name in named)]
    if above:
        return [cell for cell in cells if cell.concept.startswith(f"{above[0]},")]
    units = {cell.unit for cell in cells if cell.parts in selection.named.measures}
    return [c for c in cells if c.unit in units and not is_total(c.parts) and c.concept not in wholes]
