"""The public account: its tables, figures, findings and passages, each with its place in the text."""

from __future__ import annotations

from pathlib import Path

from corpus.records import Cifra, Documento, Record
from corpus.settings import ROOT
from ingest.cuenta.account import Account
from ingest.cuenta.cells import cell_figures
from ingest.cuenta.findings import read_findings
from ingest.cuenta.passages import read_passages
from ingest.figures import FigureWords, prose_figures

__all__ = ["Account", "headings", "parse"]


def parse(documento: Documento, lexicon: Path = ROOT / "corpus" / "lexicon") -> list[Record]:
    """All records of an account: tables, the figures of cells and prose, findings, passages.

    Raises ParseError with the line that breaks what the parser was promised, LexiconError for a bad lexicon.
    """
    account = Account.read(documento)
    return [
        *account.tables,
        *figures(account, FigureWords.load(lexicon)),
        *read_findings(account),
        *read_passages(account),
    ]


def figures(account: Account, words: FigureWords) -> list[Cifra]:
    """The figures of an account: those of its tables' cells, then those of its prose."""
    found = [cifra for table in account.tables for cifra in cell_figures(account.document, table)]
    stretches = [(unit.body, unit.end) for unit in account.units]
    return [*found, *prose_figures(account.document, account.outline, words, stretches)]


def headings(documento: Documento) -> list[tuple[int, int, str]]:
    """The heading tree of an account: offset, level (1 is outermost) and title of each heading, in order."""
    return Account.read(documento).outline
