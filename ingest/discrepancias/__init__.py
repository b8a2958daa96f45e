"""Where the documents disagree: with their own arithmetic (computed) or with each other (curated by reading)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.records import Cifra, Discrepancia, Documento, Record, Tabla
from ingest.discrepancias.curated import curated
from ingest.discrepancias.repeats import repeated_for_other_periods
from ingest.discrepancias.shares import (
    listed_changes,
    listed_rates,
    percentage_columns,
    percentage_rows,
    shares_of_a_whole,
)
from ingest.discrepancias.sums import enumerated_parts, listed_totals
from ingest.discrepancias.totals import named_totals, total_columns, total_rows

__all__ = ["computed", "curated", "discrepancias"]

OF_TABLES = (total_rows, total_columns, named_totals, percentage_rows, percentage_columns)
OF_FIGURES = (listed_changes, listed_rates, listed_totals, shares_of_a_whole, repeated_for_other_periods)


def computed(records: Sequence[Record], documents: dict[str, Documento]) -> list[Discrepancia]:
    """The discrepancies that arithmetic finds in the tables and figures of an index."""
    figures = [record for record in records if isinstance(record, Cifra)]
    tables = [record for record in records if isinstance(record, Tabla)]
    return [
        *(found for check in OF_TABLES for table in tables for found in check(table)),
        *(found for check in OF_FIGURES for found in check(figures)),
        *enumerated_parts(figures, documents),
    ]


def discrepancias(records: Sequence[Record], documents: dict[str, Documento], folder: Path) -> list[Discrepancia]:
    """All discrepancies: computed ones, then those of ``discrepancias.toml`` in the documents' folder.

    Raises LexiconError or ParseError with the line of the file that is bad.
    """
    return [*computed(records, documents), *curated(folder / "discrepancias.toml", documents)]
