"""An index on disk as the assistant reads it: documents, records, and the lexical and dense searches over them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import BaseModel, ConfigDict, TypeAdapter

from corpus.analysis import fold
from corpus.errors import IndexError_
from corpus.lexical import LexicalIndex
from corpus.records import (
    RECORDS,
    Cifra,
    Definicion,
    Discrepancia,
    Documento,
    Eje,
    Etapa,
    Fragmento,
    Hallazgo,
    Herramienta,
    Medida,
    Pasaje,
    Practica,
    Record,
    Span,
    Tabla,
)
from corpus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from corpus.dense import DenseIndex

FORMAT = 2
_LETTERS = re.compile(r"[^\W\d_]{3,}")
POINTER = "CURRENT"
DOCUMENTS: TypeAdapter[dict[str, Documento]] = TypeAdapter(dict[str, Documento])
R = TypeVar("R")


class IndexManifest(BaseModel):
    """``manifest.json`` of an index: what it holds and how to tell that it is whole.

    ``embedding`` is the name or folder of the model, ``model`` what identifies its weights.
    """

    model_config = ConfigDict(frozen=True)

    format: int
    fingerprint: str
    created: str
    counts: dict[str, int]
    lexical_entries: int
    dense_entries: int
    embedding: str
    model: str = ""
    canary: str
    checksums: dict[str, str]


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def current_fingerprint(index_dir: Path) -> str:
    """The fingerprint that the pointer names. Raises IndexError_ where nothing was published."""
    try:
        return (index_dir / POINTER).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise IndexError_("no hay ningún índice publicado; ejecute «pnme ingest»") from error


class Store:
    """One index, loaded. ``records`` are by id; look-ups by number or type are exact."""

    def __init__(
        self, folder: Path, manifest: IndexManifest, documents: dict[str, Documento], records: tuple[Record, ...]
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self.documents = documents
        self.records: dict[str, Record] = {record.id: record for record in records}
        self._of: dict[type, tuple[Record, ...]] = {}

    @classmethod
    def load(cls, index_dir: Path) -> Store:
        """The index that serves. Raises IndexError_ where there is none, or where it is damaged or of another format."""
        return cls.open(index_dir / current_fingerprint(index_dir))

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The index in a folder, checked against its manifest. Raises IndexError_."""
        try:
            manifest = IndexManifest.model_validate_json((folder / "manifest.json").read_bytes())
            if manifest.format != FORMAT:
                raise IndexError_(f"el índice es de otra versión ({manifest.format}); ejecute «pnme ingest»")
            for name, digest in manifest.checksums.items():
                if checksum(folder / name) != digest:
                    raise IndexError_(f"el índice está dañado: {name} no es el que se publicó; ejecute «pnme ingest»")
            documents = DOCUMENTS.validate_json((folder / "documents.json").read_bytes())
            records = RECORDS.validate_json((folder / "records.json").read_bytes())
        except (OSError, ValueError) as error:
            raise IndexError_(f"el índice no se puede leer ({error}); ejecute «pnme ingest»") from error
        return cls(folder, manifest, documents, records)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of all that went into this index."""
        return self.manifest.fingerprint

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one type, in the order of their documents."""
        if kind not in self._of:
            self._of[kind] = tuple(record for record in self.records.values() if isinstance(record, kind))
        return cast("tuple[R, ...]", self._of[kind])

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The folded words, of three letters or more, that the documents write in capitals only."""
        upper: set[str] = set()
        other: set[str] = set()
        for word in (word for document in self.documents.values() for word in _LETTERS.findall(document.text)):
            (upper if word.isupper() else other).add(word)
        return frozenset(map(fold, upper)) - frozenset(map(fold, other))

    @cached_property
    def medidas(self) -> dict[int, Medida]:
        """The medidas by number."""
        return {medida.numero: medida for medida in self.of(Medida)}

    @cached_property
    def ejes(self) -> dict[int, Eje]:
        """The ejes by number."""
        return {eje.numero: eje for eje in self.of(Eje)}

    @cached_property
    def fragmentos(self) -> tuple[Fragmento, ...]:
        """The fragments, in the order of their documents."""
        return self.of(Fragmento)

    @cached_property
    def lexical(self) -> LexicalIndex:
        """The lexical index."""
        return LexicalIndex(self.folder / "lexical")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of this index."""
        return Vocabulary.model_validate_json((self.folder / "vocabulary.json").read_bytes())

    @cached_property
    def dense(self) -> DenseIndex | None:
        """The dense index, or None where this index was built without one. Loads heavy libraries when first used."""
        if not self.manifest.dense_entries:
            return None
        from corpus.dense import DenseIndex

        return DenseIndex.open(self.folder / "chroma", self.manifest.embedding, self.manifest.dense_entries)

    def quote(self, span: Span) -> str:
        """The verbatim text of a span."""
        return self.documents[span.document].quote(span)

    @cached_property
    def _places(self) -> dict[str, tuple[tuple[int, int, Record], ...]]:
        """For each document, where its records stand: narrow ones first."""
        places: dict[str, list[tuple[int, int, Record]]] = {}
        for record in self.records.values():
            spans: tuple[Span, ...] = (record.span,) if isinstance(record, Medida | Tabla) else ()
            if isinstance(record, Fragmento | Pasaje):
                spans = record.texto.spans
            for span in spans:
                places.setdefault(span.document, []).append((span.start, span.end, record))
        return {id: tuple(sorted(found, key=lambda place: place[1] - place[0])) for id, found in places.items()}

    def record_at(self, span: Span) -> Record | None:
        """The narrowest record that holds a span, or None."""
        for start, end, record in self._places.get(span.document, ()):
            if start <= span.start and span.end <= end:
                return record
        return None

    def contradictions(self, spans: Iterable[Span]) -> tuple[Discrepancia, ...]:
        """The contradictions of the sources that touch any of these spans."""
        asked = tuple(spans)
        return tuple(
            found
            for found in self.of(Discrepancia)
            if any(
                mine.document == other.document and mine.start < other.end and other.start < mine.end
                for mine in asked
                for other in found.spans
            )
        )

    def tabla_at(self, span: Span) -> Tabla | None:
        """The table that holds a span, or None."""
        for tabla in self.of(Tabla):
            if tabla.document == span.document and tabla.span.start <= span.start and span.end <= tabla.span.end:
                return tabla
        return None

    def passage_around(self, span: Span) -> Pasaje | None:
        """The passage that holds a span, or None."""
        for start, end, passage in self._passages.get(span.document, ()):
            if start <= span.start and span.end <= end:
                return passage
        return None

    @cached_property
    def _passages(self) -> dict[str, tuple[tuple[int, int, Pasaje], ...]]:
        """For each document, where its passages stand: narrow ones first."""
        return {
            id: tuple((start, end, record) for start, end, record in places if isinstance(record, Pasaje))
            for id, places in self._places.items()
        }

    def section(self, span: Span) -> tuple[str, ...]:
        """The heading path over a span."""
        record = self.record_at(span)
        if isinstance(record, Medida):
            eje = self.ejes[record.eje]
            return (f"Eje {eje.numero}: {eje.nombre.texto}",)
        return record.ruta if isinstance(record, Fragmento | Pasaje | Tabla) else ()

    def place(self, record_id: str) -> tuple[str, ...]:
        """Where a record stands: its document and the headings over it; empty for what stands in none."""
        match self.records[record_id]:
            case Medida(span=span) | Tabla(span=span) | Practica(span=span) | Cifra(span=span):
                pass
            case Fragmento(texto=text) | Pasaje(texto=text) | Hallazgo(texto=text) | Definicion(definicion=text):
                span = text.spans[0]
            case Etapa(nombre=name) | Herramienta(nombre=name) | Eje(nombre=name):
                span = name.spans[0]
            case _:
                return ()
        return (span.document, *self.section(span))

    def label(self, span: Span) -> str:
        """A short name of the place of a span, for a list of sources."""
        record = self.record_at(span)
        title = self.documents[span.document].title
        if isinstance(record, Medida):
            return f"{title}, medida {record.numero}"
        if isinstance(record, Tabla):
            return f"{title}, {record.titulo.texto}"
        path = self.section(span)
        return f"{title}, {path[-1]}" if path else title


def write_json(path: Path, data: bytes) -> None:
    """Write bytes and flush them to disk, so that a manifest never outlives the files it vouches for."""
    import os

    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def dump_manifest(manifest: IndexManifest) -> bytes:
    """A manifest as readable JSON."""
    return json.dumps(manifest.model_dump(), ensure_ascii=False, indent=1).encode()
