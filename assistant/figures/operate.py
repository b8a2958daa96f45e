"""Operations over the cells of one table: which operands a question means, and the claims that show the outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import compute
from assistant.figures.cells import Selection, complete, like, of_one_kind, of_places
from assistant.figures.claims import CellClaims, computed, spans_of
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell
from assistant.figures.measures import is_total
from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import Operand, named, of_cell
from assistant.texts import Texts
from assistant.values import Claim
from corpus.analysis import terms

LEADERS = 3


@dataclass(frozen=True)
class Worked:
    """Claims with what was computed for them, and the figures that they state."""

    claims: tuple[Claim, ...]
    outcomes: tuple[Outcome, ...] = ()
    operands: tuple[Operand, ...] = ()


@dataclass(frozen=True)
class TableOperations:
    """Does what a question asks with the cells of a table; None where the cells do not allow it."""

    texts: Texts
    cells: CellClaims

    def work(self, asked: Asked, selection: Selection) -> Worked | None:
        """The outcome of the operation asked for, or None."""
        operations = {
            Operacion.DIFERENCIA: self.difference,
            Operacion.CAMBIO: self.change,
            Operacion.PARTE: self.share,
            Operacion.SUMA: self.total,
            Operacion.PROMEDIO: self.average,
            Operacion.RAZON: self.ratio,
            Operacion.MAXIMO: self.extreme,
            Operacion.MINIMO: self.extreme,
            Operacion.ORDEN: self.order,
            Operacion.CONTEO: self.count,
            Operacion.VECES: self.times,
        }
        work = operations.get(asked.operation)
        if work is None and asked.per is not None and asked.operation is Operacion.VALOR:
            work = self.ratio
        return work(asked, selection) if work else None

    def _say(self, macro: str, **values: object) -> str:
        return self.texts("cifras", macro, **values)

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
        """How much more one is than the other, in figures and in percent."""
        pair = self._pair(selection)
        if pair is None or not of_one_kind(*pair):
            return None
        first, second = named([of_cell(cell, selection.grid) for cell in _in_time(pair)])
        if not like(*pair):
            return self._not_alike(first, second, pair, selection)
        later, earlier = (second, first) if pair[0].column != pair[1].column else (first, second)
        outcome = compute.difference(later, earlier)
        if not outcome.value:
            text = self._say("sin_diferencia", a=later, b=earlier)
            return Worked((Claim(text=text, spans=spans_of((later, earlier))),), (), (later, earlier))
        percent = compute.change(earlier, later) if outcome.unit != "puntos porcentuales" else None
        text = self._say("diferencia", a=later, b=earlier, resultado=outcome, cambio=percent, mas=outcome.value > 0)
        outcomes = (outcome, percent) if percent else (outcome,)
        return Worked((computed(text, outcomes), self._what(selection)), outcomes, (earlier, later))

    def change(self, asked: Asked, selection: Selection) -> Worked | None:
        """By how many percent a figure rose or fell between two periods."""
        pair = self._pair(selection)
        if pair is None or not of_one_kind(*pair) or len(selection.periods) != len(set(selection.periods)):
            return None
        before, after = named([of_cell(cell, selection.grid) for cell in _in_time(pair)])
        if not like(*pair):
            return self._not_alike(before, after, pair, selection)
        outcome = compute.change(before, after)
        if outcome is None:
            return None
        text = self._say("cambio", antes=before, despues=after, resultado=outcome, mas=outcome.value > 0)
        return Worked((computed(text, (outcome,)), self._what(selection)), (outcome,), (before, after))

    def times(self, asked: Asked, selection: Selection) -> Worked | None:
        """How many times the smaller the greater of two figures is."""
        pair = self._pair(selection)
        if pair is None or not like(*pair):
            return None
        less, more = named(sorted((of_cell(cell, selection.grid) for cell in pair), key=lambda one: one.value))
        outcome = compute.times(more, less)
        if outcome is None:
            return None
        text = self._say("veces", a=more, b=less, resultado=outcome)
        return Worked((computed(text, (outcome,)), self._what(selection)), (outcome,), (more, less))

    def _not_alike(self, one: Operand, other: Operand, pair: Sequence[Cell], selection: Selection) -> Worked:
        text = self._say("no_comparables", a=one, b=other)
        claims = [Claim(text=text, spans=spans_of((one, other))), *self.cells.qualified(pair, selection.grid)]
        return Worked(tuple(claims), (), (one, other))

    def _what(self, selection: Selection, *, whole: bool = False) -> Claim:
        """What was computed with: the measure and the table."""
        cells = selection.cells
        concept = cells[0].concept if len(selection.measures) == 1 and not whole else selection.grid.tabla.titulo.texto
        text = self._say("de_que", concepto=concept, cuadro=selection.grid.name)
        return Claim(text=text, spans=selection.grid.heading, block="note")

    def share(self, asked: Asked, selection: Selection) -> Worked | None:
        """What part one figure is of another: of the measure it is set against, of its total, or of all its like."""
        grid = selection.grid
        if any(cell.unit == "%" for cell in selection.cells):
            return None
        work: list[Worked] = []
        overall = [c for c in grid.cells if c.column is None and c.parts in selection.measures and not c.place]
        all_periods = {c.column for c in grid.cells if c.column} <= set(selection.periods)
        for period in (None,) if overall and all_periods and len(selection.periods) > 1 else selection.periods:
            cells = overall if period is None and overall else [c for c in selection.cells if c.column == period]
            pair = self._part_and_whole(asked, selection, cells)
            if pair is None:
                continue
            part, whole = pair
            if isinstance(whole, Cell):
                one, other = named([of_cell(part, grid), of_cell(whole, grid)])
                outcome = compute.share(one, other)
                text = outcome and self._say("parte", parte=one, todo=other, resultado=outcome)
            else:
                all_of_them = named([of_cell(cell, grid) for cell in whole])
                one = all_of_them[whole.index(part)]
                outcome = compute.share_of_sum(one, all_of_them)
                total = compute.total(all_of_them)
                names = [other.nombre for other in all_of_them]
                text = outcome and self._say(
                    "parte_de_suma", parte=one, resultado=outcome, suma=total.dicho, nombres=names
                )
                if outcome and text:
                    claim = computed(text, (outcome, total))
                    work.append(Worked((claim,), (outcome,), tuple(all_of_them)))
                    continue
            if outcome and text:
                work.append(Worked((computed(text, (outcome,)),), (outcome,), outcome.operands))
        if not work:
            return None
        return Worked(
            (*(claim for one in work for claim in one.claims), self._what(selection)),
            tuple(outcome for one in work for outcome in one.outcomes),
            tuple(operand for one in work for operand in one.operands),
        )

    def _part_and_whole(
        self, asked: Asked, selection: Selection, cells: list[Cell]
    ) -> tuple[Cell, Cell | list[Cell]] | None:
        grid = selection.grid
        if not cells:
            return None
        column = cells[0].column
        if grid.places and len(cells) == 1 and cells[0].place:
            whole = next((c for c in grid.cells if c.total and c.column == column and c.parts == cells[0].parts), None)
            return (cells[0], whole) if whole else None
        if len(cells) == 2 and of_one_kind(*cells):
            return _whole_last(asked, cells)
        if len(cells) == 1 and selection.named.by_words:
            like_it = [
                c for c in grid.cells if c.column == column and c.unit == cells[0].unit and c.place == cells[0].place
            ]
            totals = [c for c in like_it if any(part.lower().startswith("total") for part in c.parts)]
            if len(totals) == 1 and totals[0] is not cells[0]:
                return cells[0], totals[0]
            if not totals and len(like_it) > 1 and not grid.places:
                return cells[0], like_it
            overall = [
                c for c in grid.cells if c.column is None and c.parts == cells[0].parts and c.place == cells[0].place
            ]
            if len(like_it) == 1 and len(overall) == 1 and column is not None:
                return cells[0], overall[0]
        return None

    def total(self, asked: Asked, selection: Selection) -> Worked | None:
        """The sum over rows, periods or measures, beside the total that the table declares, where it does."""
        grid = selection.grid
        work: list[Worked] = []
        for measure in selection.measures:
            cells = [cell for cell in selection.cells if cell.parts == measure]
            if any(cell.unit == "%" for cell in cells):
                return None
            if grid.places and (selection.rows or all(cell.total for cell in cells)):
                work += self._sum_of_rows(selection, cells)
            elif len(cells) > 1 and all(cell.column for cell in cells):
                parts = named([of_cell(cell, grid) for cell in _in_time(cells)])
                outcome = compute.total(parts)
                text = self._say("suma", resultado=outcome, partes=parts, de=parts[0].concept)
                claims = [computed(text, (outcome,))]
                declared = self._declared(selection, cells)
                if declared:
                    claims.append(Claim(text=self._say("declarado", o=declared), spans=declared.spans, block="note"))
                work.append(Worked((*claims, *self.cells.qualified(cells, grid)), (outcome,), tuple(parts)))
        if not work and len(selection.cells) > 1 and len(selection.measures) == len(selection.cells):
            if len({cell.unit for cell in selection.cells}) == 1 and selection.named.by_words:
                parts = named([of_cell(cell, grid) for cell in selection.cells])
                outcome = compute.total(parts)
                text = self._say("suma", resultado=outcome, partes=parts, de=None)
                work.append(Worked((computed(text, (outcome,)),), (outcome,), tuple(parts)))
        if not work:
            return None
        return Worked(
            (*(claim for one in work for claim in one.claims), self._what(selection)),
            tuple(outcome for one in work for outcome in one.outcomes),
            tuple(operand for one in work for operand in one.operands),
        )

    def _declared(self, selection: Selection, cells: Sequence[Cell]) -> Operand | None:
        """The total that a table declares over all its periods, where all of them are meant."""
        like_it = [c for c in selection.grid.cells if c.parts == cells[0].parts and c.place == cells[0].place]
        overall = [c for c in like_it if c.column is None]
        meant = {c.column for c in like_it if c.column} == {c.column for c in cells}
        return of_cell(overall[0], selection.grid) if overall and meant else None

    def _sum_of_rows(self, selection: Selection, cells: Sequence[Cell]) -> list[Worked]:
        grid = selection.grid
        found = []
        for period in dict.fromkeys(cell.column for cell in cells):
            rows = [c for c in grid.cells if c.parts == cells[0].parts and c.column == period and not c.total]
            declared = next(
                (c for c in grid.cells if c.parts == cells[0].parts and c.column == period and c.total), None
            )
            if len(rows) < 2:
                continue
            parts = [of_cell(cell, grid) for cell in rows]
            outcome = compute.total(parts)
            total = of_cell(declared, grid) if declared else None
            agree = total is not None and total.value == outcome.value
            text = self._say(
                "suma_de_filas", resultado=outcome, declarado=total, iguales=agree, concepto=parts[0].concept,
                periodo=parts[0].period, n=len(rows),
            )  # fmt: skip
            found.append(Worked((computed(text, (outcome,), [total] if total else []),), (outcome,), tuple(parts)))
        return found

    def average(self, asked: Asked, selection: Selection) -> Worked | None:
        """The mean over whole periods, or over the rows of places."""
        grid = selection.grid
        if len(selection.measures) != 1:
            return None
        if grid.places and not asked.places and len(selection.periods) == 1:
            rows = of_places(grid, selection.measures[0], selection.periods[0])
            parts = [of_cell(cell, grid) for cell in rows]
            outcome = compute.average(parts)
            text = self._say("promedio_de_filas", resultado=outcome, n=len(parts))
            return Worked(
                (computed(text, (outcome, compute.size(parts))), self._what(selection)), (outcome,), tuple(parts)
            )
        cells = [cell for cell in selection.cells if complete(cell)]
        if len(cells) < 2:
            return None
        parts = named([of_cell(cell, grid) for cell in _in_time(cells)])
        outcome = compute.average(parts)
        text = self._say("promedio", resultado=outcome, partes=parts, n=len(parts))
        claims = [computed(text, (outcome, compute.size(parts))), self._what(selection)]
        left = [cell for cell in selection.cells if not complete(cell)]
        return Worked((*claims, *self.cells.qualified(left, grid)), (outcome,), tuple(parts))

    def ratio(self, asked: Asked, selection: Selection) -> Worked | None:
        """One measure over another of the same row and period: what there is for each of the unit asked by."""
        grid = selection.grid
        if asked.per is None:
            return None
        meant = asked.meanings.get(asked.per, frozenset({asked.per}))
        found: list[Worked] = []
        overs = [c for c in selection.cells if not compute.unit_stems(c.unit) & meant]
        if not overs:
            beside = {(cell.row, cell.column) for cell in selection.cells}
            words = frozenset().union(*(m for stem, m in asked.meanings.items() if stem != asked.per))
            overs = [
                c for c in grid.cells if (c.row, c.column) in beside and words & set(terms(f"{c.concept} {c.unit}"))
            ]
        for over in overs:
            if compute.unit_stems(over.unit) & meant:
                continue
            named_too = [c for c in selection.cells if c.column == over.column and c.place == over.place]
            under = next((c for c in named_too if compute.unit_stems(c.unit) & meant), None) or next(
                (c for c in grid.cells if c.row == over.row and c.column == over.column and compute.unit_stems(c.unit) & meant),
                None,
            )  # fmt: skip
            if under is None or over.unit == "%":
                continue
            one, other = named([of_cell(over, grid), of_cell(under, grid)])
            outcome = compute.ratio(one, other)
            if outcome:
                text = self._say("razon", sobre=one, bajo=other, resultado=outcome)
                found.append(Worked((computed(text, (outcome,)),), (outcome,), (one, other)))
        if not found:
            return None
        return Worked(
            (*(claim for one in found for claim in one.claims), self._what(selection)),
            tuple(outcome for one in found for outcome in one.outcomes),
            tuple(operand for one in found for operand in one.operands),
        )

    def _compared(self, asked: Asked, selection: Selection) -> list[Cell]:
        """The cells among which the greatest is sought: the places of one period, or the whole periods of one series."""
        grid = selection.grid
        measure = selection.measures[0]
        if "rubro" in asked.breakdowns and len(grid.measures) > 1 and not grid.places:
            return _rivals(selection, _latest_whole(selection))
        if grid.places and "ano" not in asked.breakdowns:
            period = _latest_whole(selection)
            return of_places(grid, measure, period)
        return [c for c in selection.cells if c.parts == measure and c.column is not None and complete(c)]

    def extreme(self, asked: Asked, selection: Selection) -> Worked | None:
        """The greatest or the least, and those next to it."""
        grid = selection.grid
        cells = self._compared(asked, selection)
        if len(cells) < 2:
            return None
        greatest = asked.operation is Operacion.MAXIMO
        ranked = named([of_cell(c, grid) for c in sorted(cells, key=lambda c: -c.value if greatest else c.value)])
        best = [one for one in ranked if one.value == ranked[0].value]
        shown = max(asked.top or LEADERS, len(best))
        if len(best) > 1:
            text = self._say("empate", otros=[one.nombre for one in best], valor=best[0].written)
        else:
            text = self._say("extremo", o=ranked[0], otros=ranked[1:shown], mayor=greatest)
        claims = [
            Claim(text=text, spans=spans_of(ranked[:shown])),
            self._what(selection, whole="rubro" in asked.breakdowns),
        ]
        return Worked(tuple(claims), (), tuple(ranked[:shown]))

    def order(self, asked: Asked, selection: Selection) -> Worked | None:
        """Places from the greatest to the least; or which place one of them takes."""
        grid = selection.grid
        if not grid.places:
            return None
        cells = self._compared(asked, selection)
        if len(cells) < 2:
            return None
        ranked = named([of_cell(c, grid) for c in sorted(cells, key=lambda c: -c.value)])
        if asked.places:
            outcomes, claims = [], []
            for place in asked.places:
                mine = next((one for one in ranked if one.place == place.nombre), None)
                if mine:
                    outcome = compute.place_in_order(mine, ranked)
                    size = compute.size(ranked)
                    text = self._say("lugar", o=mine, resultado=outcome, n=size.dicho)
                    claims.append(computed(text, (outcome, size)))
                    outcomes.append(outcome)
            return Worked((*claims, self._what(selection)), tuple(outcomes), tuple(ranked)) if claims else None
        shown = asked.top or LEADERS
        lead = self._say("extremo", o=ranked[0], otros=ranked[1:shown], mayor=True)
        claims = [Claim(text=lead, spans=spans_of(ranked[:shown]))]
        claims += [self._what(selection)] if asked.top else self.cells.table(selection)
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
        text = self._say(
            "conteo", resultado=outcome, n=size.dicho, signo=words[sign], cota=compute.written(bound, ""),
            nombres=[f"{one.nombre} ({one.written})" for one in passing],
        )  # fmt: skip
        return Worked((computed(text, (outcome, size)), self._what(selection)), (outcome,), tuple(passing))


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


def _whole_last(asked: Asked, cells: Sequence[Cell]) -> tuple[Cell, Cell]:
    """Two cells as part and whole: "qué porcentaje de las A se B" makes A the whole, "A sobre B" makes it B."""

    def mentioned(cell: Cell) -> int:
        own = set(terms(" ".join(cell.parts)))
        return min((at for at, meant in enumerate(asked.meanings.values()) if meant & own), default=0)

    first, second = sorted(cells, key=mentioned)
    over = re.search(r"\b(?:sobre|respecto|of the total|over)\b", asked.line) is not None
    return (first, second) if over else (second, first)


def _in_time(cells: Sequence[Cell]) -> list[Cell]:
    """Cells in the order of their periods; as they were asked for where they share one."""
    return sorted(cells, key=lambda cell: cell.column.first if cell.column else 0)


def _latest_whole(selection: Selection) -> Rango | None:
    """The one period asked for, else the last that is over."""
    periods = [period for period in selection.periods if period is not None]
    whole = [cell.column for cell in selection.cells if cell.column is not None and complete(cell)]
    if len(periods) == 1:
        return periods[0]
    return max(whole, key=lambda period: period.last) if whole else None
