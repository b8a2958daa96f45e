"""Totals that a table declares against the rows or columns that they add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.analysis import fold
from corpus.numbers import format_number
from corpus.records import Celda, Discrepancia, Tabla
from ingest.cuenta.table_header import is_period


def total_rows(table: Tabla) -> Iterator[Discrepancia]:
    """A row "Total" against the sum of the rows above it, column by column. Percentages are no sums."""
    for at, fila in enumerate(table.filas):
        if not fila.total:
            continue
        for column, celda in enumerate(fila.celdas):
            parts = [row.celdas[column] for row in table.filas[:at] if not row.total]
            found = _sum(parts)
            if celda.valor is None or celda.unidad == "%" or found is None or found == celda.valor:
                continue
            where = _column(table.columnas[column])
            yield _discrepancy(table, f"filas-{column + 1}", where, celda, found, parts, "las filas suman")


def total_columns(table: Tabla) -> Iterator[Discrepancia]:
    """A column "Total" against the sum of the columns before it, row by row."""
    for column, label in enumerate(table.columnas):
        if fold(label) not in ("total", "totales"):
            continue
        for row, fila in enumerate(table.filas):
            celda, parts = fila.celdas[column], fila.celdas[:column]
            found = _sum(parts)
            if celda.valor is None or celda.unidad == "%" or found is None or found == celda.valor:
                continue
            yield _discrepancy(table, f"columnas-{row + 1}", fila.etiqueta, celda, found, parts, "los años suman")


def named_totals(table: Tabla) -> Iterator[Discrepancia]:
    """ "Total de recursos judiciales" against the columns that count recursos, or the rows where those are labels."""
    for column, parts in _named(table.columnas):
        for row, fila in enumerate(table.filas):
            cells = [fila.celdas[part] for part in parts]
            celda, found = fila.celdas[column], _sum(cells)
            if celda.valor is not None and found is not None and found != celda.valor:
                where = f"{table.columnas[column]}, {fila.etiqueta}"
                yield _discrepancy(table, f"partes-{row + 1}", where, celda, found, cells, "sus partes suman")
    for row, parts in _named([fila.etiqueta for fila in table.filas]):
        for column, label in enumerate(table.columnas):
            cells = [table.filas[part].celdas[column] for part in parts]
            celda, found = table.filas[row].celdas[column], _sum(cells)
            if celda.valor is not None and found is not None and found != celda.valor:
                where = f"{table.filas[row].etiqueta}, {label}"
                yield _discrepancy(
                    table, f"partes-{row + 1}-{column + 1}", where, celda, found, cells, "sus partes suman"
                )


def _named(labels: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """The labels "Total (de) X …" and those of two or more parts: labels that begin with X or "Otros X"."""
    for at, label in enumerate(labels):
        words = fold(label).split()
        if len(words) < 2 or words[0] != "total":
            continue
        noun = words[2] if words[1] in ("de", "del") and len(words) > 2 else words[1]
        parts = [i for i, other in enumerate(labels) if i != at and _counts(fold(other).split(), noun)]
        if len(parts) > 1:
            yield at, parts


def _counts(words: list[str], noun: str) -> bool:
    return bool(words) and (words[0] == noun or (words[0] in ("otros", "otras") and noun in words[1:]))


def _sum(cells: Sequence[Celda]) -> Decimal | None:
    """The sum of cells, or None where one holds no number or there are fewer than two."""
    values = [cell.valor for cell in cells if cell.valor is not None]
    return sum(values, Decimal(0)) if len(values) == len(cells) > 1 else None


def _column(label: str) -> str:
    parts = label.split(", ")
    named = [part for part in parts if not is_period(part)]
    periods = [part for part in parts if is_period(part)]
    return ", ".join([*named, *periods])


def _discrepancy(
    table: Tabla, key: str, where: str, celda: Celda, found: Decimal, parts: Sequence[Celda], says: str
) -> Discrepancia:
    declared = celda.texto if celda.valor is None else format_number(celda.valor)
    number = f"Tabla {table.numero}" if table.numero else "tabla"
    return Discrepancia(
        id=f"discrepancia:{table.document}:{table.id.removeprefix('tabla:')}-{key}",
        asunto=f"{number}: {where}",
        explicacion=(
            f"La {number} ({table.titulo.texto}) declara {declared} en «{where}», pero {says} {format_number(found)}."
        ),
        spans=(celda.span, *(part.span for part in parts)),
        origen="calculada",
    )
