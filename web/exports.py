"""Downloads of medidas over HTTP: the formats of :mod:`assistant.exports`, with links to this server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant import exports
from assistant.exports import CSV_TYPE, ICS_TYPE, XLSX_TYPE, Row, as_csv, as_ics, as_xlsx
from corpus.records import Medida
from web.wire import Wire

__all__ = ["CSV_TYPE", "ICS_TYPE", "XLSX_TYPE", "Row", "as_csv", "as_ics", "as_xlsx", "rows"]


def rows(medidas: Sequence[Medida], wire: Wire) -> Iterator[Row]:
    """One row for each milestone of each medida, in their order."""
    return exports.rows(medidas, wire.store, wire.base_url)
