"""Sums and averages of the cells of one table, beside the totals that it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import by_unit, compute
from assistant.figures.cells import Selection, complete, of_places
from assistant.figures.claims import computed
from assistant.figures.grid import Cell
from assistant.figures.measures import is_total
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import Operand, named, of_cell
from assistant.figures.worked import Operations, Worked, in_time, together
from assistant.values import Claim
from corpus.analysis import fold

# "Protección + amparo + otros": with what is left, all parts are named.
_OTHERS = re.compile(r"\b(?:y|e|mas|\+) ?(?:l[oa]s )?(?:otr[oa]s|demas|resto)\b|\+ ?(?:otr[oa]s|demas|resto)\b")
# "Por año y en total", "2021-2024 y su total": the figures first, and then their sum.
_AND_TOTAL = re.compile(r"\b(?:y|mas) (?:el |su |en |la |su )*(?:total|suma|sumatoria)\b")


class Sums(Operations):
    """Adds cells up."""

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
                parts = named([of_cell(cell, grid) for cell in in_time(cells)])
                outcome = compute.total(parts)
                text = self.say("suma", resultado=outcome, partes=parts, de=parts[0].concept)
                claims = [computed(text, (outcome,))]
                declared, wider = self._declared(selection, cells)
                if declared:
                    text = self.say("declarado", o=declared, de=wider)
                    claims.append(Claim(text=text, spans=declared.spans, block="note"))
                claims += [*self._years_not_there(asked, selection, cells), *self.cells.qualified(cells, grid)]
                work.append(Worked(tuple(claims), (outcome,), tuple(parts)))
        one_each = 1 < len(selection.cells) == len(selection.measures)
        if not work and one_each and len({cell.unit for cell in selection.cells}) == 1:
            # "El total de protección y amparo" is of those two; of what no word names, of all parts.
            every = (asked.total and not selection.named.by_words) or _OTHERS.search(asked.line) is not None
            cells = self._all_parts(selection) if every else _without_wholes(selection.cells)
            if not selection.named.by_words and not partition(cells):
                return None
            parts = named([of_cell(cell, grid) for cell in cells])
            outcome = compute.total(parts)
            text = self.say("suma", resultado=outcome, partes=parts, de=None)
            claims = [computed(text, (outcome,))]
            whole = self._declared_measure(selection, {cell.parts for cell in cells})
            if whole:
                claims.append(Claim(text=self.say("declarado", o=whole, de=None), spans=whole.spans, block="note"))
            work.append(Worked(tuple(claims), (outcome,), tuple(parts)))
        return together(work, self.what(selection))

    def under_series(self, asked: Asked, selection: Selection) -> Worked | None:
        """The figures of each period, and below them what they make together where that is asked for too: "por año 2021-2024 y
        total"; None where the table has that total among them."""
        one_by_one = len(selection.measures) == 1 and all(cell.column for cell in selection.cells)
        if _AND_TOTAL.search(asked.line) is None or not one_by_one or selection.rows:
            return None
        added = self.total(asked, selection)
        return added and replace(added, claims=tuple(dict.fromkeys((*self.cells.stated(selection), *added.claims))))

    def _years_not_there(self, asked: Asked, selection: Selection, cells: Sequence[Cell]) -> list[Claim]:
        """That a table lacks years of the span asked for, from one year to another."""
        spans = [period for period in asked.periods if period.label[:1].isdigit()]
        there = {year for cell in cells if cell.column for year in cell.column.years}
        missing = [str(year) for period in spans for year in period.years if year not in there]
        if not missing:
            return []
        text = self.say("sin_esos_anos", anos=missing)
        return [Claim(text=text, spans=selection.grid.heading[:1], block="canned")]

    @staticmethod
    def _declared(selection: Selection, cells: Sequence[Cell]) -> tuple[Operand | None, tuple[str, str] | None]:
        """The total that a table declares over all its periods, with the first and the last of them where not all of them
        are meant.
        """
        like_it = [c for c in selection.grid.cells if c.parts == cells[0].parts and c.place == cells[0].place]
        overall = [c for c in like_it if c.column is None]
        every = sorted({c.column for c in like_it if c.column}, key=lambda column: column.first)
        if not overall or not every:
            return None, None
        wider = (every[0].label, every[-1].label) if set(every) != {c.column for c in cells} else None
        return of_cell(overall[0], selection.grid), wider

    def _all_parts(self, selection: Selection) -> list[Cell]:
        """All measures of a row where the table gives one of them as their total, else those that are named."""
        cells = selection.cells
        row = [c for c in selection.grid.cells if c.column == cells[0].column and c.place == cells[0].place]
        if sum(is_total(c.parts) for c in row) != 1 and not partition(row):
            return list(cells)
        return [c for c in row if not is_total(c.parts) and c.unit == cells[0].unit]

    def _declared_measure(self, selection: Selection, summed: set[tuple[str, ...]]) -> Operand | None:
        """The measure that a table gives as the total of all others, where all of them are meant."""
        grid, cells = selection.grid, selection.cells
        row = [c for c in grid.cells if c.column == cells[0].column and c.place == cells[0].place]
        totals = [c for c in row if is_total(c.parts)]
        rest = {c.parts for c in row if not is_total(c.parts) and c.unit == cells[0].unit}
        return of_cell(totals[0], grid) if len(totals) == 1 and rest <= summed else None

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
            text = self.say(
                "suma_de_filas", resultado=outcome, declarado=total, iguales=agree, concepto=parts[0].concept,
                periodo=parts[0].period, n=len(rows),
            )  # fmt: skip
            found.append(Worked((computed(text, (outcome,), [total] if total else []),), (outcome,), tuple(parts)))
        return found

    def without(self, asked: Asked, selection: Selection) -> Worked | None:
        """The total that a table declares less the rows that a question leaves out: "¿cuántas fuera de Valparaíso?"."""
        grid, work = selection.grid, []
        for total in selection.cells:
            like_it = [c for c in grid.cells if c.parts == total.parts and c.column == total.column]
            rows = [c for name in selection.without for c in like_it if c.place == name]
            if not total.total or total.unit == "%" or len(rows) < len(selection.without):
                return None
            whole, *parts = named([of_cell(cell, grid) for cell in (total, *rows)])
            outcome = compute.rest(whole, parts)
            text = self.say("resto", todo=whole, partes=parts, resultado=outcome)
            work.append(Worked((computed(text, (outcome,)),), (outcome,), (whole, *parts)))
        return together(work, self.what(selection))

    def apart(self, asked: Asked, selection: Selection) -> Worked | None:
        """How far what a place counts is from all the others of its table together: "¿cuántas personas más se atendieron en
        las demás regiones que en la RM?"; None where the table declares no total."""
        grid, work = selection.grid, []
        for cell in selection.cells:
            like_it = [c for c in grid.cells if c.parts == cell.parts and c.column == cell.column]
            total = next((c for c in like_it if c.total), None)
            if total is None or cell.place not in asked.opposed or cell.unit == "%" or len(asked.opposed) > 1:
                return None
            whole, part = named([of_cell(total, grid), of_cell(cell, grid)])
            left = compute.rest(whole, [part])
            rest = replace(whole, value=left.value, written=left.dicho)
            more, less = sorted((rest, part), key=lambda one: -one.value)
            gap = compute.difference(more, less)
            text = self.say("lejos_del_resto", todo=whole, parte=part, queda=left, a=more, b=less, resultado=gap)
            work.append(Worked((computed(text, (gap, left)),), (gap,), (whole, part)))
        return together(work, self.what(selection)) if work else None

    def average(self, asked: Asked, selection: Selection) -> Worked | None:
        """The mean over whole periods, or over the rows of places."""
        grid = selection.grid
        if len(selection.measures) != 1:
            return None
        if by_unit.by_month(asked.line):
            return self._of_a_month(asked, selection)
        if grid.places and not asked.places and len(selection.periods) == 1:
            rows = of_places(grid, selection.measures[0], selection.periods[0])
            parts = [of_cell(cell, grid) for cell in rows]
            outcome = compute.average(parts)
            text = self.say("promedio_de_filas", resultado=outcome, n=len(parts))
            return Worked(
                (computed(text, (outcome, compute.size(parts))), self.what(selection)), (outcome,), tuple(parts)
            )
        cells = [cell for cell in selection.cells if complete(cell)]
        if len(cells) < 2:
            return None
        parts = named([of_cell(cell, grid) for cell in in_time(cells)])
        outcome = compute.average(parts)
        text = self.say("promedio", resultado=outcome, partes=parts, n=len(parts))
        claims = [computed(text, (outcome, compute.size(parts))), self.what(selection)]
        left = [cell for cell in selection.cells if not complete(cell)]
        return Worked((*claims, *self.cells.qualified(left, grid)), (outcome,), tuple(parts))

    def _of_a_month(self, asked: Asked, selection: Selection) -> Worked | None:
        """What the count of several months, of one place or of all, comes to for one of them."""
        grid = selection.grid
        of_all = grid.places and not asked.wanted
        cells = [c for c in grid.cells if c.total and c.parts in selection.measures] if of_all else selection.cells
        cells = [c for c in cells if complete(c) and c.column in selection.periods and c.unit != "%"]
        if len(cells) != 1 or cells[0].column is None or cells[0].column.months < 2:
            return None
        one = named([of_cell(cells[0], grid)])[0]
        outcome = compute.by_month(one, cells[0].column.months)
        text = self.say("al_mes", o=one, resultado=outcome, meses=cells[0].column.months)
        return Worked((computed(text, (outcome,)), self.what(selection)), (outcome,), (one,))


def adds_parts(asked: Asked, selection: Selection) -> bool:
    """Whether a question for a total of one time means all measures that share it out, where no measure is that total."""
    total = asked.operation is Operacion.VALOR and asked.total and not asked.breakdowns
    whole = any(is_total(measure) for measure in selection.measures)
    one_each = 1 < len(selection.cells) == len(selection.measures)
    return total and not whole and one_each and (partition(selection.cells) or _of_one_label(selection))


def _of_one_label(selection: Selection) -> bool:
    """Whether the table declares no total, and the measures that a question names are one label under several headings:
    "Solicitadas", of temporary and of permanent residence."""
    if any(map(is_total, selection.grid.measures)) or not selection.named.by_words:
        return False
    return len({m[-1] for m in selection.measures}) == 1 and all(len(m) > 1 for m in selection.measures)


def _without_wholes(cells: Sequence[Cell]) -> list[Cell]:
    """Cells without the totals that stand among several of their parts: added up, they would count twice."""
    parts = [cell for cell in cells if not is_total(cell.parts)]
    return parts if len(parts) > 1 else list(cells)


def partition(cells: Sequence[Cell]) -> bool:
    """Whether measures share out a whole among them: one of them is what is left, "Otros recursos"."""
    rest = any(fold(cell.parts[-1]).split()[0] in ("otros", "otras") for cell in cells if cell.parts)
    return rest and len({cell.unit for cell in cells}) == 1
