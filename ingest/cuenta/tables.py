"""The tables of the account as ``Tabla`` records: cells fitted to their header, footnotes to the cells they qualify."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.analysis import fold
from corpus.errors import ParseError
from corpus.numbers import parse_number
from corpus.records import Celda, Documento, Fila, Span, Tabla, Texto
from ingest.cuenta.headings import Heading, path_at
from ingest.cuenta.lines import Line
from ingest.cuenta.table_blocks import Block, Row
from ingest.cuenta.table_header import Header, is_period, read_header
from ingest.cuenta.units import unit_of

_MARK = re.compile(r"\*+")


def read_tables(document: Documento, blocks: list[Block], headings: list[Heading]) -> list[Tabla]:
    """One record for each block. Raises ParseError with the line of a row that does not fit its header."""
    return [_table(document, block, headings) for block in blocks]


def _table(document: Documento, block: Block, headings: list[Heading]) -> Tabla:
    assert block.title is not None
    match = block.title.title
    assert match is not None
    header = read_header(block.header, block.rows[0].line)
    notes = _notes(document, block)
    title = _texto(document, block.title, match[2])
    by_period = all(is_period(column) or _is_total(column) for column in header.columns)
    axis = "indicador" if by_period and fold(header.rows) in ("", "ano", "anos") else header.rows.lower()
    context = re.sub(r"\s*\*+", "", match[2])
    filas: list[Fila] = []
    qualified = ""
    for row in block.rows:
        fila = _row(document, row, header, notes, axis, context, qualified)
        qualified = qualified if fold(fila.etiqueta).startswith("en ") else fila.etiqueta
        filas.append(fila)
    return Tabla(
        id=f"tabla:{int(match[1])}",
        document=document.id,
        numero=int(match[1]),
        titulo=title,
        ruta=path_at(headings, block.title.start),
        eje_filas=axis,
        columnas=tuple(_MARK.sub("", column) for column in header.columns),
        filas=tuple(filas),
        notas=tuple(Texto(texto=text, spans=(span,)) for _, text, span in notes),
        span=_span(document, block),
    )


def _span(document: Documento, block: Block) -> Span:
    """From the title to the last row or footnote; from the header where the title stands apart."""
    assert block.title is not None
    start, end = block.body
    between = sorted(block.stretches)
    first = block.title.start
    apart = document.text[block.title.end : start]
    own = [note for note in block.notes if block.title.end <= note.start < start]
    for note in own:
        apart = apart.replace(note.text, "")
    return document.span(first if not apart.strip() else start, max(end, between[-1][1] if first == start else end))


def _texto(document: Documento, line: Line, words: str) -> Texto:
    at = line.start + line.text.index(words)
    text = re.sub(r"\s+", " ", _MARK.sub("", words)).strip().rstrip(".").strip()
    return Texto(texto=text, spans=(document.span(at, at + len(words)),))


def _notes(document: Documento, block: Block) -> list[tuple[str, str, Span]]:
    """The footnotes of a table: mark, text without the mark, place."""
    notes = []
    for line in block.notes:
        match = _MARK.match(line.text)
        assert match is not None
        text = line.text[match.end() :].strip().rstrip(".")
        notes.append((match.group(), text, document.span(line.start, line.end)))
    return notes


def _row(
    document: Documento,
    row: Row,
    header: Header,
    notes: list[tuple[str, str, Span]],
    axis: str,
    context: str,
    qualified: str,
) -> Fila:
    size = len(header.columns) // header.side_by_side
    found = row.line.cells()
    label, cells = _split(document, row, found, size, header)
    marked = [_MARK.findall(text)[-1] if _MARK.search(text) else "" for text in (label, *header.columns)]
    label = re.sub(r"\s+", " ", _MARK.sub("", label)).strip()
    celdas = []
    for column, (start, end), column_mark in zip(header.columns, cells, marked[1:], strict=True):
        written = document.text[start:end]
        own = _MARK.search(written)
        mark = own.group() if own else column_mark or marked[0]
        text = written[: own.start()].strip() if own else written
        stop = start + len(text)
        labels = _unit_labels(column, label, axis, qualified)
        celdas.append(
            Celda(
                texto=text,
                valor=_value(text),
                unidad=unit_of(text, labels, context),
                nota=next((note for known, note, _ in notes if known == mark), None),
                span=document.span(start, stop),
            )
        )
    first = row.label_lines[0].start if row.label_lines else row.line.start
    return Fila(
        etiqueta=label,
        celdas=tuple(celdas),
        total=_is_total(label),
        span=document.span(first, row.line.end),
    )


def _split(
    document: Documento, row: Row, found: list[tuple[int, int]], size: int, header: Header
) -> tuple[str, list[tuple[int, int]]]:
    """The label of a row and its cells. Raises ParseError where there are too few or too many numbers."""
    line = row.line
    if header.side_by_side > 1:
        if len(found) != header.side_by_side * (size + 1) or found[0][0] != line.start:
            raise ParseError(
                f"{document.id}, línea {line.number}: la fila no cabe en {header.side_by_side} tablas lado a lado"
            )
        labels = [document.text[start:end] for start, end in found[:: size + 1]]
        if len({_MARK.sub("", label) for label in labels}) > 1:
            raise ParseError(
                f"{document.id}, línea {line.number}: las tablas lado a lado no comparten la fila: {labels}"
            )
        # A mark on one of the equal labels qualifies the whole row.
        return max(labels, key=len), [cell for at, cell in enumerate(found) if at % (size + 1)]
    if len(found) < size:
        raise ParseError(
            f"{document.id}, línea {line.number}: la fila tiene {len(found)} celdas y el encabezado {size}"
        )
    cells = found[len(found) - size :]
    label = document.text[line.start : cells[0][0]].strip()
    over = len(found) - size
    if over > 1 or (over == 1 and not is_period(label)):
        raise ParseError(
            f"{document.id}, línea {line.number}: la fila tiene {len(found)} celdas y el encabezado {size}"
        )
    return " ".join([*(before.text for before in row.label_lines), label]).strip(), cells


def _value(text: str) -> Decimal | None:
    digits = re.sub(r"[^\d.,+-]", "", text)
    return parse_number(digits) if any(char.isdigit() for char in digits) else None


def _is_total(label: str) -> bool:
    return re.match(r"total(es)?\b", fold(label)) is not None and len(label.split()) == 1


def _unit_labels(column: str, label: str, axis: str, qualified: str) -> list[str]:
    """The labels that may name what a cell counts, nearest first: its column, its row, the group of its column."""
    *groups, measure = [part for part in column.split(", ") if not is_period(part)] or [""]
    row = qualified if fold(label).startswith("en ") else label
    rows = [row] if axis == "indicador" else []
    return [text for text in (measure, *rows, *groups) if text and not _is_total(text)]
