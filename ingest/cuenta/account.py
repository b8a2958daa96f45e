"""An account taken apart: its tables, its units of reading and its headings, which all its records build on."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Documento, Tabla
from ingest.cuenta.blocks import Unit, units
from ingest.cuenta.headings import Heading, find_headings, path_at
from ingest.cuenta.table_blocks import find_blocks
from ingest.cuenta.tables import read_tables


@dataclass(frozen=True)
class Account:
    """One account with its parts in the order of the text."""

    document: Documento
    tables: tuple[Tabla, ...]
    units: tuple[Unit, ...]
    headings: tuple[Heading, ...]
    table_starts: tuple[int, ...]

    @classmethod
    def read(cls, document: Documento) -> Account:
        """Take an account apart. Raises ParseError where a table does not hold together."""
        blocks = find_blocks(document)
        stretches = [stretch for block in blocks for stretch in block.stretches]
        starts = tuple(sorted(start for start, _ in stretches))
        found = units(document, stretches)
        headings = find_headings(document, found, list(starts))
        return cls(document, tuple(read_tables(document, blocks, headings)), tuple(found), tuple(headings), starts)

    def path(self, offset: int) -> tuple[str, ...]:
        """The titles of the headings over an offset, outermost first."""
        return path_at(self.headings, offset)

    @property
    def outline(self) -> list[tuple[int, int, str]]:
        """Offset, level and title of each heading, in order."""
        return [(heading.start, heading.level, heading.title) for heading in self.headings]
