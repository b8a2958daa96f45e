"""Build an index aside, check it, publish it by an atomic switch.

An index is a folder named by the fingerprint of all that goes into it: documents, lexicon, keys, parsers, model. It is
written under another name, checked against its own manifest, renamed into place, and only then does the pointer
``CURRENT`` name it. A build that dies leaves the old one serving; its leavings are cleared by the next build.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from corpus import lexical
from corpus.embedding import load_embeddings, model_identity, portable
from corpus.errors import BusyError, IndexError_
from corpus.records import RECORDS, Documento, Record
from corpus.settings import Settings
from corpus.store import (
    DOCUMENTS,
    FORMAT,
    POINTER,
    IndexManifest,
    Store,
    checksum,
    current_fingerprint,
    dump_manifest,
    write_json,
)
from corpus.vocabulary import Vocabulary
from ingest import parsers
from ingest.documents import read_documents
from ingest.entries import entries
from ingest.keys import fragments, read_keys
from ingest.passages import path_at
from ingest.practicas import link_same
from ingest.questions import write_missing
from ingest.readings import read_avances, read_fuera

BUILDING = ".en-obra-"
CODE = (Path(__file__).resolve().parent, Path(lexical.__file__).resolve().parent)
log = logging.getLogger(__name__)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What an ingestion did: the fingerprint that serves now, its counts, and whether anything was built."""

    fingerprint: str
    counts: dict[str, int]
    built: bool


def fingerprint(settings: Settings) -> str:
    """The digest of all that an index is made from. Reads files only; nothing heavy is imported."""
    digest = hashlib.sha256(f"formato {FORMAT}".encode())
    sources = [
        *sorted(settings.documents_dir.glob("*")),
        *sorted(settings.lexicon_dir.glob("*.toml")),
        *sorted(settings.keys_dir.glob("*.jsonl")),
        *sorted(settings.written_keys_dir.glob("*.jsonl")),
        *(path for folder in CODE for path in sorted(folder.rglob("*.py"))),
    ]
    for path in sources:
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    digest.update(f"con preguntas {settings.chat_model}".encode() if settings.keys else b"sin preguntas")
    digest.update(model_identity(settings.embedding_model).encode() if settings.dense else b"sin modelo")
    return digest.hexdigest()[:16]


def ingest(settings: Settings, say: Say = log.info) -> Outcome:
    """Bring the index up to date. Raises BusyError where another process is at it, and PnmeError for bad sources."""
    settings.index_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.index_dir / ".lock", timeout=0)
    try:
        with lock:
            return _ingest(settings, say, write=bool(settings.chat_model and settings.keys))
    except Timeout as error:
        raise BusyError("otro proceso está construyendo el índice; inténtelo cuando termine") from error


def _ingest(settings: Settings, say: Say, *, write: bool) -> Outcome:
    wanted = fingerprint(settings)
    target = settings.index_dir / wanted
    for leaving in settings.index_dir.glob(f"{BUILDING}*"):
        shutil.rmtree(leaving)
    if target.exists():
        try:
            store = Store.open(target)
        except IndexError_ as error:
            say(f"El índice {wanted} está dañado y se construye de nuevo: {error}")
            shutil.rmtree(target)
        else:
            if _published(settings) != wanted:
                _publish(settings, wanted)
            return Outcome(wanted, store.manifest.counts, built=False)
    if write and write_missing(settings, *collect(settings, say=log.debug), say):
        return _ingest(settings, say, write=False)  # what was written is part of what an index is named by
    building = settings.index_dir / f"{BUILDING}{wanted}"
    manifest = build(building, wanted, settings, say)
    check(building)
    os.replace(building, target)
    previous = _published(settings)
    _publish(settings, wanted)
    _prune(settings, keep={wanted, previous})
    return Outcome(wanted, manifest.counts, built=True)


def _published(settings: Settings) -> str | None:
    try:
        return current_fingerprint(settings.index_dir)
    except IndexError_:
        return None


def _publish(settings: Settings, name: str) -> None:
    pointer = settings.index_dir / POINTER
    write_json(pointer.with_suffix(".nuevo"), name.encode())
    os.replace(pointer.with_suffix(".nuevo"), pointer)


def _prune(settings: Settings, keep: set[str | None]) -> None:
    """Delete old indexes but the one before this: a running server may still be reading it."""
    for folder in settings.index_dir.iterdir():
        if folder.is_dir() and folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


def collect(settings: Settings, say: Say = log.info) -> tuple[dict[str, Documento], list[Record]]:
    """All documents and all their records, the fragments of the keys included. Raises PnmeError."""
    documents = read_documents(settings.documents_dir)
    records: list[Record] = []
    for document in documents.values():
        found = parsers.parse(document, settings)
        say(f"{document.id}: {_counts_in_words(found)}")
        records += found
    records = link_same(records)
    records += parsers.across(documents, records, settings)
    avances, lost_avances = read_avances(documents, settings)
    records += avances + read_fuera(settings)
    if lost_avances:
        say(f"avances sin su texto en los documentos (se omiten): {lost_avances}")
    if settings.keys:
        keys = (key for folder in (settings.keys_dir, settings.written_keys_dir) for key in read_keys(folder))
        found_fragments, lost = fragments(keys, documents, records)
        if lost:
            say(f"claves sin su texto en los documentos (se omiten): {len(lost)}")
        outlines = {document.id: parsers.headings(document) for document in documents.values()}
        records += [
            fragment.model_copy(update={"ruta": path_at(outlines[fragment.document], fragment.texto.spans[0].start)})
            for fragment in found_fragments
        ]
    duplicates = [id for id, count in Counter(record.id for record in records).items() if count > 1]
    if duplicates:
        raise IndexError_(f"ids repetidos: {', '.join(duplicates[:5])}")
    return documents, records


def build(folder: Path, name: str, settings: Settings, say: Say) -> IndexManifest:
    """Write a whole index into a new folder; its manifest goes last."""
    from tqdm import tqdm

    folder.mkdir(parents=True)
    documents, records = collect(settings, say)
    searchable = entries(records)
    count = lexical.build(folder / "lexical", searchable)
    dense_count = 0
    if settings.dense:
        from corpus import dense

        embeddings = dense.KnownEmbeddings(load_embeddings(settings.embedding_model), _vectors_before(settings))
        with tqdm(total=len(searchable), desc="vectores", unit="texto") as bar:
            dense_count = dense.build(folder / "chroma", searchable, embeddings, _advance(bar))
    write_json(folder / "documents.json", DOCUMENTS.dump_json(documents))
    write_json(folder / "records.json", RECORDS.dump_json(tuple(records)))
    write_json(folder / "vocabulary.json", Vocabulary.of(searchable).model_dump_json().encode())
    files = [
        "documents.json",
        "records.json",
        "vocabulary.json",
        *(f"lexical/{path.name}" for path in (folder / "lexical").iterdir()),
    ]
    canary = next(entry for entry in searchable if len(entry.texto) > 60)
    manifest = IndexManifest(
        format=FORMAT,
        fingerprint=name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        counts=dict(sorted(Counter(record.tipo for record in records).items())),
        lexical_entries=count,
        dense_entries=dense_count,
        embedding=portable(settings.embedding_model) if settings.dense else "",
        model=model_identity(settings.embedding_model) if settings.dense else "",
        canary=f"{canary.record_id}\n{canary.texto}",
        checksums={name: checksum(folder / name) for name in files if not name.endswith(".lock")},
    )
    write_json(folder / "manifest.json", dump_manifest(manifest))
    return manifest


def _vectors_before(settings: Settings) -> dict[str, list[float]]:
    """The vectors of the published index by their texts, where the same model made them."""
    from corpus import dense

    try:
        store = Store.load(settings.index_dir)
    except IndexError_:
        return {}
    same = store.manifest.dense_entries and store.manifest.model == model_identity(settings.embedding_model)
    return dense.vectors(store.folder / "chroma") if same else {}


def _advance(bar: Any) -> Callable[[int], None]:
    def advance(done: int) -> None:
        bar.update(done)

    return advance


def check(folder: Path) -> None:
    """Open a finished build as a server would, and ask it the canary question. Raises IndexError_ where it fails."""
    store = Store.open(folder)
    record_id, text = store.manifest.canary.split("\n", 1)
    if store.lexical.count != store.manifest.lexical_entries:
        raise IndexError_("el índice léxico no tiene las entradas que se escribieron")
    if record_id not in {hit.record_id for hit in store.lexical.search(text, limit=5)}:
        raise IndexError_("el índice léxico no encuentra su propio texto de prueba")
    if store.dense is not None and record_id not in {hit.record_id for hit in store.dense.search(text, limit=20)}:
        raise IndexError_("el índice denso no encuentra su propio texto de prueba")
    spans = sum(len(document.text) for document in store.documents.values())
    if not spans or len(store.records) != sum(store.manifest.counts.values()):
        raise IndexError_("faltan registros en el índice")


def _counts_in_words(records: list[Record]) -> str:
    counts = Counter(record.tipo for record in records)
    return ", ".join(f"{count} {tipo}" for tipo, count in sorted(counts.items()))
