"""Which parser reads which kind of document: the manifest's ``parser`` names one of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.lexicon import Instituciones
from corpus.records import Documento, Record
from corpus.settings import Settings
from ingest import cuenta, discrepancias, fichas, gobernanza, guia, passages, plan
from ingest.passages import Heading


def _plan(document: Documento, settings: Settings) -> list[Record]:
    known = Instituciones.load(settings.lexicon_dir)
    return plan.parse(document, known, plan.load_repairs(settings.documents_dir, document.id))


def _free(document: Documento, settings: Settings) -> list[Record]:
    """Any other document: its passages, without headings."""
    return list(passages.passages(document, ()))


PARSERS: dict[str, Callable[[Documento, Settings], list[Record]]] = {
    "plan": _plan,
    "cuenta": lambda document, settings: cuenta.parse(document, settings.lexicon_dir),
    "guia": guia.parse,
    "fichas": fichas.parse,
    "gobernanza": gobernanza.parse,
    "libre": _free,
}

HEADINGS: dict[str, Callable[[Documento], Sequence[Heading]]] = {
    "cuenta": cuenta.headings,
    "guia": guia.headings,
    "fichas": fichas.headings,
    "gobernanza": gobernanza.headings,
}


def parse(document: Documento, settings: Settings) -> list[Record]:
    """The records of a document. Raises ParseError where it breaks what its parser was promised."""
    return PARSERS.get(document.parser, _free)(document, settings)


def headings(document: Documento) -> Sequence[Heading]:
    """The headings of a document, in order; none where its kind has no reader of headings."""
    return HEADINGS[document.parser](document) if document.parser in HEADINGS else ()


def across(documents: dict[str, Documento], records: list[Record], settings: Settings) -> list[Record]:
    """The records that rest on several documents, or on several records, at once: their contradictions."""
    return list(discrepancias.discrepancias(records, documents, settings.documents_dir))
