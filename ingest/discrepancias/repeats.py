"""The same amount stated for different periods: in a table and in the sentence that reports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.analysis import terms
from corpus.numbers import format_number
from corpus.periods import Period, parse_period
from corpus.records import Cifra, Discrepancia

SMALLEST = 1000
"""Below this, equal values are often different things."""
CERTAIN = 100_000
"""From here on they are the same thing wherever they stand."""


def repeated_for_other_periods(figures: Sequence[Cifra]) -> Iterator[Discrepancia]:
    """Equal values of one subject whose periods end in different months, one of them in a table.

    They must share a content word of their concepts or be money, and an eje unless so large that chance is out.
    A plain year says nothing of months, so it contradicts nothing. One finding for each table and month.
    """
    cells: dict[tuple[str, Decimal], list[Cifra]] = defaultdict(list)
    for cifra in figures:
        if cifra.tabla and cifra.valor >= SMALLEST:
            cells[cifra.document, cifra.valor].append(cifra)
    pairs: dict[tuple[str | None, int | None, str], list[tuple[Cifra, Cifra]]] = defaultdict(list)
    for prose in figures:
        if prose.tabla is not None or prose.valor < SMALLEST:
            continue
        for cell in cells.get((prose.document, prose.valor), []):
            near = prose.valor >= CERTAIN or prose.ruta[:1] == cell.ruta[:1]
            if near and _differ(prose.periodo, cell.periodo) and _same_subject(prose, cell):
                period = parse_period(prose.periodo or "")
                pairs[cell.tabla, period.last if period else None, _kind(prose)].append((prose, cell))
    for (tabla, _, _), found in pairs.items():
        first, cell = found[0]
        values = ", ".join(dict.fromkeys(_written(prose) for prose, _ in found))
        number = (tabla or "").removeprefix("tabla:")
        one = len({prose.valor for prose, _ in found}) == 1
        yield Discrepancia(
            id=f"discrepancia:{first.document}:periodo-{number}-{first.span.start}",
            asunto=f"Período de {'la cifra' if one else 'las cifras'} {values}",
            explicacion=(
                f"El texto da {values} para «{first.periodo}» y la Tabla {number} da "
                f"{'el mismo valor' if one else 'los mismos valores'} para «{cell.periodo}»."
            ),
            spans=tuple(dict.fromkeys(span for prose, cell in found for span in (prose.evidencia, cell.evidencia))),
            origen="calculada",
        )


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two periods cannot be the same: both end in a month that is known, and not the same."""
    a, b = (parse_period(label) if label else None for label in (one, other))
    return a is not None and b is not None and _in_months(a) and _in_months(b) and a.last != b.last


def _in_months(period: Period) -> bool:
    return period.first is not None and period.last is not None and period.last - period.first < 11


def _same_subject(prose: Cifra, cell: Cifra) -> bool:
    """Whether the concepts share a content word, or both are money and the headings do."""
    words = set(terms(prose.concepto)) & set(terms(cell.concepto))
    money = prose.unidad == cell.unidad and prose.unidad in ("$", "M$")
    return bool(words) or money


def _kind(cifra: Cifra) -> str:
    return "$" if cifra.unidad in ("$", "M$") else "cuenta"


def _written(cifra: Cifra) -> str:
    return cifra.texto if cifra.unidad in ("$", "M$", "%") else f"{format_number(cifra.valor)} {cifra.unidad}"
