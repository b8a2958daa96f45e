"""Percentages that a document states against the figures that they come from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from corpus.analysis import fold, terms
from corpus.numbers import format_number, rounded
from corpus.records import Cifra, Discrepancia, Tabla

_CHANGE = re.compile(r"^(?:aumento|alza|incremento|disminucion|baja|reduccion|variacion)\b")
_RATE = re.compile(r"^(?:tasa|porcentaje|indice) de\b")
LARGEST_WHOLE = 400
"""Shares of wholes up to this size can be told from their rounding; beyond it any percentage fits."""


def percentage_rows(table: Tabla) -> Iterator[Discrepancia]:
    """A row "Porcentaje de …" against the two other rows about the same thing, as one over the other."""
    for row in table.filas:
        if not fold(row.etiqueta).startswith("porcentaje") or not all(c.unidad == "%" for c in row.celdas):
            continue
        about = set(terms(row.etiqueta)) - set(terms("porcentaje cumplimiento"))
        others = [r for r in table.filas if r is not row and about <= set(terms(r.etiqueta))]
        if len(others) != 2:
            continue
        whole, part = others
        fits = [
            [_fits(cell.valor, top.celdas[i].valor, base.celdas[i].valor) for i, cell in enumerate(row.celdas)]
            for top, base in ((part, whole), (whole, part))
        ]
        # Which row is over which is told by the columns that fit.
        best = max(fits, key=sum)
        top, base = (part, whole) if best is fits[0] else (whole, part)
        for column, fit in enumerate(best):
            if fit or not any(best):
                continue
            cell, a, b = row.celdas[column], top.celdas[column], base.celdas[column]
            assert a.valor is not None
            assert b.valor is not None
            ratio = rounded(100 * a.valor / b.valor, max(2, _places(cell.valor)))
            yield Discrepancia(
                id=f"discrepancia:{table.document}:{table.id.removeprefix('tabla:')}-porcentaje-{column + 1}",
                asunto=f"Tabla {table.numero}: {row.etiqueta}, {table.columnas[column]}",
                explicacion=(
                    f"La Tabla {table.numero} da {cell.texto} en «{row.etiqueta}» "
                    f"({cell.nota or table.columnas[column]}), "
                    f"pero {a.texto} ({top.etiqueta.lower()}) sobre {b.texto} ({base.etiqueta.lower()}) "
                    f"es {format_number(ratio)} %."
                ),
                spans=(cell.span, a.span, b.span),
                origen="calculada",
            )


def percentage_columns(table: Tabla) -> Iterator[Discrepancia]:
    """A column "% de …" against the two columns before it."""
    for column, label in enumerate(table.columnas):
        if not label.startswith("%") or column < 2:
            continue
        for at, row in enumerate(table.filas):
            base, top, cell = row.celdas[column - 2], row.celdas[column - 1], row.celdas[column]
            if _fits(cell.valor, top.valor, base.valor) or not (cell.valor and top.valor and base.valor):
                continue
            ratio = rounded(100 * top.valor / base.valor, max(2, _places(cell.valor)))
            yield Discrepancia(
                id=f"discrepancia:{table.document}:{table.id.removeprefix('tabla:')}-columna-{at + 1}",
                asunto=f"Tabla {table.numero}: {label}, {row.etiqueta}",
                explicacion=(
                    f"La Tabla {table.numero} da {cell.texto} en «{label}» de {row.etiqueta}, "
                    f"pero {top.texto} sobre {base.texto} es {format_number(ratio)} %."
                ),
                spans=(cell.span, top.span, base.span),
                origen="calculada",
            )


def listed_changes(figures: Sequence[Cifra]) -> Iterator[Discrepancia]:
    """An item "Aumento respecto …: p %" against the amounts of its list: every pair of another year is tried."""
    for items in _lists(figures):
        for item in items:
            if item.unidad != "%" or not _CHANGE.match(fold(item.concepto)):
                continue
            amounts = [c for c in items if c.unidad != "%" and c.periodo]
            pairs = [
                (a, b) for a, b in product(amounts, amounts) if a.unidad == b.unidad and str(a.periodo) < str(b.periodo)
            ]
            sign = -1 if re.match(r"(?:disminucion|baja|reduccion)", fold(item.concepto)) else 1
            if not pairs or any(_fits(sign * item.valor, b.valor - a.valor, a.valor) for a, b in pairs):
                continue
            found = " y ".join(
                f"{format_number(rounded(100 * (b.valor - a.valor) / a.valor, 2))} % "
                f"de «{a.concepto}» ({a.texto}) a «{b.concepto}» ({b.texto})"
                for a, b in pairs
            )
            yield Discrepancia(
                id=f"discrepancia:{item.document}:cambio-{item.span.start}",
                asunto=item.concepto,
                explicacion=(
                    f"El documento da «{item.concepto}: {item.texto}», pero según sus propias cifras es {found}."
                ),
                spans=(item.evidencia, *(c.evidencia for c in amounts)),
                origen="calculada",
            )


def listed_rates(figures: Sequence[Cifra]) -> Iterator[Discrepancia]:
    """An item "Tasa de respuesta: p %" against the two counts of its list, as one over the other."""
    for items in _lists(figures):
        counts = [c for c in items if c.unidad not in ("%", "$", "M$")]
        for item in items:
            if item.unidad != "%" or not _RATE.match(fold(item.concepto)) or len(counts) != 2:
                continue
            base, top = counts
            if base.unidad != top.unidad or _fits(item.valor, top.valor, base.valor):
                continue
            ratio = rounded(100 * top.valor / base.valor, 2)
            yield Discrepancia(
                id=f"discrepancia:{item.document}:tasa-{item.span.start}",
                asunto=item.concepto,
                explicacion=(
                    f"El documento da «{item.concepto}: {item.texto}», pero junto a ella dice "
                    f"«{top.concepto}: {top.texto}» y «{base.concepto}: {base.texto}», que es {format_number(ratio)} %."
                ),
                spans=(item.evidencia, top.evidencia, base.evidencia),
                origen="calculada",
            )


def shares_of_a_whole(figures: Sequence[Cifra]) -> Iterator[Discrepancia]:
    """Sibling headings "Name: p %" that make up 100 %, against the count that their section says they share."""
    groups: dict[tuple[str, tuple[str, ...]], list[Cifra]] = defaultdict(list)
    for cifra in figures:
        if cifra.unidad == "%" and cifra.ruta and cifra.concepto in cifra.ruta[-1]:
            groups[cifra.document, cifra.ruta[:-1]].append(cifra)
    for (document, path), shares in groups.items():
        if len(shares) < 3 or abs(sum((share.valor for share in shares), Decimal(-100))) > Decimal(len(shares)) / 10:
            continue
        stated = [c for c in figures if c.document == document and c.ruta == path and c.unidad != "%"]
        before = [c for c in stated if c.span.end < shares[0].span.start]
        if not before or _parts(shares, whole := int(before[-1].valor)) is not None:
            continue
        fitting = next((n for n in range(len(shares), LARGEST_WHOLE) if _parts(shares, n) is not None), None)
        if fitting is None:
            continue
        source = before[-1]
        yield Discrepancia(
            id=f"discrepancia:{document}:reparto-{shares[0].span.start}",
            asunto=f"Reparto de {source.texto} {source.unidad}",
            explicacion=(
                f"Los {len(shares)} porcentajes en que el documento reparte sus {whole} {source.unidad} "
                f"(de {shares[0].texto} en «{shares[0].concepto}» a {shares[-1].texto} en «{shares[-1].concepto}») "
                f"corresponden a un total de {fitting} {source.unidad}, no de {whole}."
            ),
            spans=(source.span, *(share.evidencia for share in shares)),
            origen="calculada",
        )


def _parts(shares: Sequence[Cifra], whole: int) -> list[int] | None:
    """The counts that sum to a whole and round to the shares, or None."""
    parts = []
    for share in shares:
        part = int(rounded(share.valor * whole / 100, 0))
        if not _fits(share.valor, Decimal(part), Decimal(whole)):
            return None
        parts.append(part)
    return parts if sum(parts) == whole else None


def _lists(figures: Sequence[Cifra]) -> Iterator[list[Cifra]]:
    """Figures of "label: value" items that stand under one heading."""
    groups: dict[tuple[str, tuple[str, ...]], list[Cifra]] = defaultdict(list)
    for cifra in figures:
        if cifra.tabla is None and cifra.span.end - cifra.evidencia.start >= len(cifra.concepto) and _labelled(cifra):
            groups[cifra.document, cifra.ruta].append(cifra)
    yield from (group for group in groups.values() if len(group) > 1)


def _labelled(cifra: Cifra) -> bool:
    return cifra.concepto[:1].isupper() or cifra.concepto[:1].isdigit()


def _fits(stated: Decimal | None, top: Decimal | None, base: Decimal | None) -> bool:
    """Whether a percentage is top over base, rounded or cut at the decimals it is stated with; no figure, no misfit."""
    if stated is None or top is None or base is None or base == 0:
        return True
    exact = 100 * top / base
    step = Decimal(1).scaleb(-_places(stated))
    return abs(exact - stated) < step


def _places(value: Decimal | None) -> int:
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0
