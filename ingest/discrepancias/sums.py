"""Wholes that prose states against the parts that it lists after them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.analysis import fold
from corpus.numbers import format_number
from corpus.records import Cifra, Discrepancia, Documento, Span

MONEY = ("$", "M$")


def enumerated_parts(figures: Sequence[Cifra], documents: dict[str, Documento]) -> Iterator[Discrepancia]:
    """ "39 casos: 36 de trata y 3 de tráfico": what comes after the colon against what comes before it."""
    sentences: dict[Span, list[Cifra]] = defaultdict(list)
    for cifra in figures:
        if cifra.tabla is None:
            sentences[cifra.evidencia].append(cifra)
    for evidence, found in sentences.items():
        text = documents[evidence.document].text
        for whole, *rest in (found[at:] for at in range(len(found) - 2)):
            parts = [c for c in rest if c.unidad == whole.unidad]
            if whole.unidad == "%" or len(parts) != len(rest) or ":" not in text[whole.span.end : rest[0].span.start]:
                continue
            total = sum((part.valor for part in parts), Decimal(0))
            if total != whole.valor:
                yield _discrepancy(whole, parts, total, "su detalle suma")
            break


def listed_totals(figures: Sequence[Cifra]) -> Iterator[Discrepancia]:
    """An item "Total de ingresos: $…" against the other amounts of its list."""
    lists: dict[tuple[str, tuple[str, ...]], list[Cifra]] = defaultdict(list)
    for cifra in figures:
        if cifra.tabla is None and cifra.unidad in MONEY:
            lists[cifra.document, cifra.ruta].append(cifra)
    for items in lists.values():
        totals = [item for item in items if fold(item.concepto).startswith("total")]
        parts = [item for item in items if item not in totals and totals and item.unidad == totals[0].unidad]
        total = sum((part.valor for part in parts), Decimal(0))
        if len(totals) == 1 and len(parts) > 1 and total != totals[0].valor:
            yield _discrepancy(totals[0], parts, total, "las partidas de su lista suman")


def _discrepancy(whole: Cifra, parts: Sequence[Cifra], total: Decimal, says: str) -> Discrepancia:
    return Discrepancia(
        id=f"discrepancia:{whole.document}:suma-{whole.span.start}",
        asunto=f"{whole.concepto}: {whole.texto}",
        explicacion=(
            f"El texto da {whole.texto} en «{whole.concepto}», pero {says} {format_number(total)} "
            f"({', '.join(part.texto for part in parts)})."
        ),
        spans=tuple(dict.fromkeys((whole.evidencia, *(part.evidencia for part in parts)))),
        origen="calculada",
    )
