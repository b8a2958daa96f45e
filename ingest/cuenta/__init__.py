"""The public account: its tables, figures, findings and passages, each with its place in the text."""

from __future__ import annotations

from corpus.records import Documento, Record
from ingest.cuenta.account import Account
from ingest.cuenta.passages import read_passages

__all__ = ["Account", "headings", "parse"]


def parse(documento: Documento) -> list[Record]:
    """All records of an account. Raises ParseError with the line that breaks what the parser was promised."""
    account = Account.read(documento)
    return [*account.tables, *read_passages(account)]


def headings(documento: Documento) -> list[tuple[int, int, str]]:
    """The heading tree of an account: offset, level (1 is outermost) and title of each heading, in order."""
    return [(heading.start, heading.level, heading.title) for heading in Account.read(documento).headings]
