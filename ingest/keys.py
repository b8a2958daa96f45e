"""``corpus/keys/*.jsonl``: for each piece of a document that answers a question, the questions that ask for it.

Each line names a document, a verbatim ``quote`` (its middle may be elided by "[…]"), a title, a kind and the keys.
A quote is found loosely as to white space, case and accents, so that a key survives a new text extraction; in a
new edition, keys whose quote is gone are dropped and counted, and the records stand on their own text.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import LexiconError
from corpus.records import Documento, Fragmento, Medida, Record, Span, Tabla, Texto
from ingest.reading import readable

ELISION = "[…]"


class Key(BaseModel):
    """One line of a keys file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    quote: str
    title: str
    kind: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Squashed:
    """A text without case, accents and white space, and the offset in the text of each character kept."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Squashed:
        """Squash a text."""
        kept: list[str] = []
        offsets: list[int] = []
        for offset, char in enumerate(text):
            for part in unicodedata.normalize("NFD", char.casefold()):
                if not part.isspace() and unicodedata.category(part) != "Mn":
                    kept.append(part)
                    offsets.append(offset)
        return cls("".join(kept), tuple(offsets))

    def find(self, quote: str) -> tuple[int, int] | None:
        """The offsets [start, end) of a quote whose middle may be elided, or None."""
        parts = [Squashed.of(part).text for part in quote.split(ELISION)]
        if not all(parts):
            return None
        start = self.text.find(parts[0])
        end = start + len(parts[0])
        for part in parts[1:]:
            at = self.text.find(part, end) if start >= 0 else -1
            if at < 0:
                return None
            end = at + len(part)
        return (self.offsets[start], self.offsets[end - 1] + 1) if start >= 0 else None


def read_keys(folder: Path) -> Iterator[Key]:
    """Every key line under a folder. Raises LexiconError with file and line of a bad one."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield Key.model_validate(json.loads(line))
                except (ValidationError, ValueError) as error:
                    raise LexiconError(f"{path.name}, línea {number}: {error}") from error


def fragments(
    keys: Iterable[Key], documents: dict[str, Documento], records: list[Record]
) -> tuple[list[Fragmento], list[Key]]:
    """The fragments that the keys anchor, and the keys whose quote is in no document."""
    squashed = {id: Squashed.of(document.text) for id, document in documents.items()}
    medidas = [record for record in records if isinstance(record, Medida)]
    tablas = [record for record in records if isinstance(record, Tabla)]
    found: dict[tuple[str, int, int], Fragmento] = {}
    lost: list[Key] = []
    for key in keys:
        place = squashed[key.document].find(key.quote) if key.document in squashed else None
        if place is None:
            lost.append(key)
            continue
        start, end = place
        earlier = found.get((key.document, start, end))
        if earlier is not None:
            claves = tuple(dict.fromkeys((*earlier.claves, *key.keys)))
            found[key.document, start, end] = earlier.model_copy(update={"claves": claves})
            continue
        document = documents[key.document]
        medida = next((m.numero for m in medidas if m.document == document.id and _inside(m.span, start, end)), None)
        tabla = next((t for t in tablas if t.document == document.id and _inside(t.span, start, end)), None)
        filas = tuple(
            row
            for row, fila in enumerate(tabla.filas if tabla else ())
            if fila.span.start < end and start < fila.span.end
        )
        found[document.id, start, end] = Fragmento(
            id=f"fragmento:{document.id}:{start}-{end}",
            document=document.id,
            titulo=key.title,
            clase=key.kind,
            ruta=(),
            texto=Texto(texto=readable(document.text, start, end), spans=(document.span(start, end),)),
            claves=key.keys,
            tabla=tabla.id if tabla and filas else None,
            filas=filas if tabla and filas else (),
            medida=medida,
        )
    return list(found.values()), lost


def _inside(span: Span, start: int, end: int) -> bool:
    """Whether at least half of [start, end) lies in a span."""
    return 2 * (min(span.end, end) - max(span.start, start)) >= end - start
