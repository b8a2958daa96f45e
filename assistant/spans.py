"""Where records stand in the documents, and whether they share text."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Fragmento, Pasaje, Record, Span


def spans_of(record: Record) -> tuple[Span, ...]:
    """Where a piece of text stands; nowhere for any other record."""
    return record.texto.spans if isinstance(record, Fragmento | Pasaje) else ()


def overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether two sets of spans share text."""
    return any(a.document == b.document and a.start < b.end and b.start < a.end for a in some for b in others)
