"""Contradictions that only reading finds: ``documents/discrepancias.toml``, each with the quotes that disagree.

A quote is found loosely as to white space, case and accents; its middle may be elided by "[…]". One that is not found
stops the build with its line, so that a new edition of a document is read again.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import LexiconError, ParseError
from corpus.lexicon import Entry, load_entries
from corpus.records import Discrepancia, Documento
from ingest.keys import Squashed


class Cita(Entry):
    """A verbatim quote of a document."""

    documento: str
    texto: str


class Curada(Entry):
    """An entry of the file."""

    asunto: str
    explicacion: str
    citas: tuple[Cita, ...]
    medidas: tuple[int, ...] = ()


def curated(path: Path, documents: dict[str, Documento]) -> list[Discrepancia]:
    """The curated discrepancies whose documents are all there. Raises LexiconError or ParseError with the line."""
    if not path.exists():
        return []
    source = path.read_text(encoding="utf-8").splitlines()
    squashed = {id: Squashed.of(document.text) for id, document in documents.items()}
    found: list[Discrepancia] = []
    for number, entry in enumerate(load_entries(path, "discrepancia", Curada), 1):
        if len(entry.citas) < 1:
            raise LexiconError(f"{path.name}, línea {_line(source, entry.asunto)}: «{entry.asunto}» no tiene citas")
        if any(cita.documento not in documents for cita in entry.citas):
            continue
        spans = []
        for cita in entry.citas:
            place = squashed[cita.documento].find(cita.texto)
            if place is None:
                line = _line(source, cita.texto)
                raise ParseError(f"{path.name}, línea {line}: «{cita.texto}» no está en {cita.documento}")
            spans.append(documents[cita.documento].span(*place))
        found.append(
            Discrepancia(
                id=f"discrepancia:{number:03d}",
                asunto=entry.asunto,
                explicacion=entry.explicacion,
                spans=tuple(spans),
                medidas=entry.medidas,
                origen="curada",
            )
        )
    return found


def _line(source: list[str], words: str) -> int:
    """The 1-based line of the file on which some words stand."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return next((number for number, line in enumerate(source, 1) if words in line or escaped in line), 0)
