"""Every cell of a table as a ``Cifra``: what it counts, of which period, with which breakdown."""

from __future__ import annotations

import re

from corpus.analysis import fold
from corpus.periods import find_periods, parse_period
from corpus.records import Celda, Cifra, Documento, Fila, Tabla
from ingest.cuenta.table_header import is_period
from ingest.cuenta.units import is_participle

_TRAILING_YEARS = re.compile(r"[\s(]*(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\)?\s*$")


def cell_figures(document: Documento, table: Tabla) -> list[Cifra]:
    """The figures of a table, row by row. Cells without a number ("-") give none."""
    years = [p for label in (*table.columnas, *(f.etiqueta for f in table.filas)) if (p := parse_period(label))]
    whole = f"{min(p.year or 0 for p in years)}–{max(p.year or 0 for p in years)}" if years else None
    found: list[Cifra] = []
    qualified = ""
    for row, fila in enumerate(table.filas):
        continues = fold(fila.etiqueta).startswith("en ")
        qualified = qualified if continues else fila.etiqueta
        label = f"{qualified}, {fila.etiqueta[0].lower()}{fila.etiqueta[1:]}" if continues else fila.etiqueta
        for column, celda in enumerate(fila.celdas):
            if celda.valor is not None:
                found.append(_figure(document, table, fila, label, row, column, celda, whole))
    return found


def _figure(
    document: Documento, table: Tabla, fila: Fila, label: str, row: int, column: int, celda: Celda, whole: str | None
) -> Cifra:
    assert celda.valor is not None
    parts = table.columnas[column].split(", ")
    measures = [part for part in parts if not is_period(part) and not _is_total(part)]
    desglose = ["Total"] if any(_is_total(part) for part in parts) else []
    period = next((part for part in parts if is_period(part)), None)
    if is_period(label):
        period = label
    elif _is_total(label) or table.eje_filas != "indicador":
        desglose.append(label)
    else:
        measures.append(label)
    title = _TRAILING_YEARS.sub("", table.titulo.texto).strip()
    # The measure closest to the number leads; group and title say of what.
    concept = (
        _noun_phrase(measures[-1], measures[-2] if len(measures) > 1 else celda.unidad or "") if measures else title
    )
    context = [
        *(part for part in measures[:-1] if part not in concept),
        *([title] if measures and fold(title) != fold(concept) else []),
    ]
    return Cifra(
        id=f"cifra:{document.id}:{table.id.removeprefix('tabla:')}-{row + 1}-{column + 1}",
        document=document.id,
        concepto=f"{concept} ({', '.join(context)})" if context else concept,
        valor=celda.valor,
        unidad=celda.unidad or "",
        periodo=cell_period(period, celda.nota) or whole,
        desglose=tuple(desglose),
        nota=celda.nota,
        tabla=table.id,
        texto=celda.texto,
        span=celda.span,
        evidencia=fila.span,
        ruta=table.ruta,
    )


def _noun_phrase(measure: str, noun: str) -> str:
    """A measure that is only a participle with the noun it agrees with: "Solicitadas" → "Residencias … solicitadas"."""
    if is_participle(measure.split()[0]) and fold(measure.split()[0])[-2:] == fold(noun or "-").split()[-1][-2:]:
        return f"{noun[0].upper()}{noun[1:]} {measure.lower()}"
    if noun and is_participle(measure.split()[0]) and noun[0].isupper():
        return f"{noun} {measure.lower()}"
    return measure


def cell_period(label: str | None, note: str | None) -> str | None:
    """The period of a cell: its label's, made narrower by the footnote of that year ("*a mayo de 2025")."""
    period = parse_period(label) if label else None
    narrower = [p for p in find_periods(note or "") if p.year is not None and (period is None or p.year == period.year)]
    if not narrower:
        return period.label if period else None
    label = narrower[0].label
    # A bare month or day under a year's column is how far its count goes.
    bare = not re.match(r"(?:hasta|al?|desde|primer|segundo|tercer|cuarto)\s", label) and "–" not in label
    return f"hasta {'el ' if label[0].isdigit() else ''}{label}" if bare and len(label) > 4 else _until(label)


def _until(label: str) -> str:
    return re.sub(r"^al ", "hasta el ", re.sub(r"^a ", "hasta ", label))


def _is_total(label: str) -> bool:
    return fold(label) in ("total", "totales")
