"""Claims about cells of tables: one sentence for few of them, a table for many, and what qualifies them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.figures.cells import Selection, complete
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell, Grid
from assistant.figures.values import Operand, of_cell
from assistant.texts import Texts
from assistant.values import Claim
from corpus.records import Span

SENTENCE = 3
NAMED_APART = 4
MANY = 6


@dataclass(frozen=True)
class CellClaims:
    """Makes the claims about the cells of tables."""

    texts: Texts

    def stated(self, selection: Selection) -> list[Claim]:
        """The cells of a selection and what qualifies them."""
        cells = selection.cells
        grid = selection.grid
        one_measure = len(selection.measures) == 1
        of_one_row = len(selection.periods) == 1 and len({cell.place for cell in cells}) == 1
        if one_measure and len(cells) <= SENTENCE:
            claims = [self.sentence(cells, grid)]
        elif not one_measure and len(cells) <= NAMED_APART and of_one_row:
            operands = [of_cell(cell, grid) for cell in cells]
            text = self.texts("cifras", "medidas", cifras=operands, cuadro=grid.name)
            claims = [Claim(text=text, spans=spans_of(operands))]
        else:
            claims = self.table(selection)
        return claims + self.loosely(selection) + self.qualified(cells, grid)

    def loosely(self, selection: Selection) -> list[Claim]:
        """That the figure only comes near to what was asked: "resueltas" where "otorgadas" was asked for."""
        word = selection.named.loosely
        if word is None:
            return []
        text = self.texts("cifras", "cercano", palabra=word, concepto=selection.cells[0].concept)
        return [Claim(text=text, spans=selection.grid.heading[:1], block="note")]

    def sentence(self, cells: Sequence[Cell], grid: Grid) -> Claim:
        """A few cells of one measure in one sentence."""
        operands = [of_cell(cell, grid) for cell in cells]
        text = self.texts(
            "cifras", "valores", cifras=operands, concepto=cells[0].concept, cuadro=grid.reference(cells[0].concept)
        )
        return Claim(text=text, spans=spans_of(operands))

    def table(self, selection: Selection) -> list[Claim]:
        """Many cells: a line that says what they are, and a table of them."""
        grid, cells = selection.grid, selection.cells
        one = len(selection.measures) == 1
        title = cells[0].concept if one else grid.tabla.titulo.texto
        places = dict.fromkeys(cell.place for cell in cells)
        lead = self.texts(
            "cifras",
            "serie",
            concepto=title,
            periodos=None,
            lugar=next(iter(places)) if len(places) == 1 else None,
            cuadro=grid.reference(title),
        )
        claims = [Claim(text=lead, spans=grid.heading)]
        if len(places) > 1 or selection.rows:
            return claims + self._by_place(selection)
        columns = selection.measures
        if len(columns) > NAMED_APART and len(columns) > len(selection.periods):
            return claims + self._by_measure(selection)
        claims.append(Claim(text=" | ".join(("Período", *(_title(cells, m) for m in columns))), block="header"))
        for period in dict.fromkeys(cell.column for cell in cells):
            row = [cell for cell in cells if cell.column is period or cell.column == period]
            by_measure = {cell.parts: cell for cell in row}
            operands = [of_cell(cell, grid) for cell in row]
            label = row[0].period if row[0].column is not None else "Total"
            values = [of_cell(by_measure[m], grid).written if m in by_measure else "–" for m in columns]
            claims.append(Claim(text=" | ".join((label or "Total", *values)), spans=spans_of(operands), block="row"))
        return claims

    def _by_measure(self, selection: Selection) -> list[Claim]:
        """A row for each measure, a column for each period."""
        grid, cells = selection.grid, selection.cells
        periods = list(dict.fromkeys(cell.column for cell in cells))
        names = [next(c.period or "Total" for c in cells if c.column == period) for period in periods]
        claims = [Claim(text=" | ".join((grid.tabla.eje_filas.capitalize(), *names)), block="header")]
        for measure in selection.measures:
            at = {cell.column: cell for cell in cells if cell.parts == measure}
            operands = [of_cell(cell, grid) for cell in at.values()]
            values = [of_cell(at[period], grid).written if period in at else "–" for period in periods]
            claims.append(
                Claim(text=" | ".join((_title(cells, measure), *values)), spans=spans_of(operands), block="row")
            )
        return claims

    def _by_place(self, selection: Selection) -> list[Claim]:
        """Rows of places, the greatest of the first column first, totals last, each with its place in that order."""
        grid, cells = selection.grid, selection.cells
        columns = list(dict.fromkeys((cell.parts, cell.column) for cell in cells))
        header = [self._column(selection, parts, cells) for parts in columns]
        first = {cell.row: cell for cell in reversed(cells) if (cell.parts, cell.column) == columns[0]}
        rows = sorted(first, key=lambda row: (first[row].total, -first[row].value))
        claims = [Claim(text=" | ".join((_rows_name(grid), *header)), block="header")]
        position = 0
        for row in rows:
            at = {(cell.parts, cell.column): cell for cell in cells if cell.row == row}
            operands = [of_cell(cell, grid) for cell in at.values()]
            position += not first[row].total
            name = "Total" if first[row].total else f"{position}. {first[row].place}"
            values = [of_cell(at[column], grid).written if column in at else "–" for column in columns]
            claims.append(Claim(text=" | ".join((name, *values)), spans=spans_of(operands), block="row"))
        return claims

    @staticmethod
    def _column(selection: Selection, column: tuple[tuple[str, ...], object], cells: Sequence[Cell]) -> str:
        cell = next(cell for cell in cells if (cell.parts, cell.column) == column)
        names = [cell.concept] if len(selection.measures) > 1 or not cell.period else []
        return ", ".join([*names, *([cell.period] if cell.period else [])])

    def qualified(self, cells: Sequence[Cell], grid: Grid) -> list[Claim]:
        """What the footnotes say of some cells, and where a year is told without its end."""
        claims: list[Claim] = []
        seen: set[str] = set()
        summed = {(cell.parts, cell.place) for cell in cells if cell.column is None}
        within = [c for c in grid.cells if (c.parts, c.place) in summed and c.celda.nota and c not in cells]
        for cell in (*cells, *within):
            column = cell.column.label if cell.column else None
            note = cell.celda.nota
            if note and note not in seen:
                seen.add(note)
                macro = "nota" if column and not complete(cell) else "anota"
                text = self.texts("cifras", macro, columna=column or "el total", nota=note, parcial=True)
                claims.append(Claim(text=text, spans=(*grid.note_span(note), *grid.heading[:1]), block="note"))
            elif cell.vague and column and f"vague {column}" not in seen:
                seen.add(f"vague {column}")
                row = grid.tabla.filas[cell.row].span
                text = self.texts("cifras", "sin_corte", columna=column)
                claims.append(Claim(text=text, spans=(row, *grid.heading[:1]), block="note"))
        return claims


def _rows_name(grid: Grid) -> str:
    """What a table calls its rows: "Indicador", "DR"."""
    name = grid.tabla.eje_filas
    return name.upper() if len(name) < 4 else name.capitalize()


def _title(cells: Sequence[Cell], measure: tuple[str, ...]) -> str:
    return next(cell.concept for cell in cells if cell.parts == measure)


def spans_of(operands: Sequence[Operand]) -> tuple[Span, ...]:
    """The spans that prove some figures, rows before headings and footnotes; many rows of one table as one span."""
    firsts = list(dict.fromkeys(one.spans[0] for one in operands if one.spans))
    if len(firsts) > MANY and len({one.group for one in operands}) == 1:
        start, end = min(firsts, key=lambda span: span.start), max(firsts, key=lambda span: span.end)
        firsts = [start.model_copy(update={"end": end.end})]
    return tuple(dict.fromkeys((*firsts, *(span for one in operands for span in one.spans[1:]))))


def notes_last(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims with the notes among them after all others."""
    return tuple(sorted(claims, key=lambda claim: claim.block == "note"))


def computed(text: str, outcomes: Sequence[Outcome], more: Sequence[Operand] = ()) -> Claim:
    """A claim that states computed values, with their operands."""
    operands = [one for outcome in outcomes for one in outcome.operands]
    computations = tuple(outcome.computation() for outcome in outcomes)
    spans = tuple(dict.fromkeys((*spans_of(operands), *spans_of(more))))
    return Claim(text=text, spans=spans, computed=computations)
