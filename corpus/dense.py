"""The dense index: one vector for each text and each question of a record, in an embedded, persistent Chroma.

A record is as near to a question as the nearest of its vectors. With some eighteen questions a record, that finds the
right one first for 78 % of questions that nobody here tuned on, together with words; the mean of a record's vectors 75 %.

Written once, by one process, into a new folder; afterwards only read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from corpus.errors import IndexError_
from corpus.lexical import Entry

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.config import Settings as ChromaSettings
    from langchain_chroma import Chroma
    from numpy import float32
    from numpy.typing import NDArray

log = logging.getLogger(__name__)
COLLECTION = "registros"
BATCH = 512
TEXT_CHARS = 400
PER_RECORD = 3
BEFORE_POSITION = "#"  # in the identifier of an entry, between its record and its position
# The graph differs from build to build, for it is made by several threads. So dense and so widely searched, it finds the
# twelve records that an exact search finds first for all of 258 questions, and all sixty for 257 (as many as with a
# search twice as wide, in three quarters of its time; with 16 and 100, Chroma's own, and 300: three in four).
HNSW: Any = {"space": "cosine", "max_neighbors": 32, "ef_construction": 400, "ef_search": 500}


class KnownEmbeddings(Embeddings):
    """Embeddings that look a text up among vectors made before, and embed only those that are new."""

    def __init__(self, embeddings: Embeddings, known: Mapping[str, list[float]]) -> None:
        self._embeddings = embeddings
        self._known = known

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        made = dict(zip(new, self._embeddings.embed_documents(new) if new else (), strict=True))
        return [self._known[text] if text in self._known else made[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self._embeddings.embed_query(text)


def vectors(folder: Path) -> dict[str, list[float]]:
    """The vectors in a folder, by their texts; none where it cannot be read."""
    from langchain_core.embeddings import FakeEmbeddings

    try:
        found = _chroma(folder, FakeEmbeddings(size=1)).get(include=["documents", "embeddings"])
    except Exception:  # whatever is wrong with an old index, a new one is built without it
        log.warning("no se aprovechan los vectores de %s", folder, exc_info=True)
        return {}
    return {
        text: list(map(float, vector)) for text, vector in zip(found["documents"], found["embeddings"], strict=True)
    }


def _chroma(folder: Path, embeddings: Embeddings) -> Chroma:
    from langchain_chroma import Chroma

    return Chroma(
        collection_name=COLLECTION,
        embedding_function=embeddings,
        persist_directory=str(folder),
        client_settings=_client_settings(folder),
        collection_configuration={"hnsw": HNSW},
    )


def _client_settings(folder: Path) -> ChromaSettings:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder))


def build(
    folder: Path, entries: Sequence[Entry], embeddings: Embeddings, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Write the vectors of all entries into an empty folder; returns how many there are."""
    store = _chroma(folder, embeddings)
    for at in range(0, len(entries), BATCH):
        chosen = entries[at : at + BATCH]
        store.add_texts(
            [searchable(entry) for entry in chosen],
            metadatas=[{"record_id": entry.record_id} for entry in chosen],
            ids=[f"{entry.record_id}{BEFORE_POSITION}{entry.position}" for entry in chosen],
        )
        progress(len(chosen))
    return len(entries)


def searchable(entry: Entry) -> str:
    """What of an entry is embedded: a key as it is, a text with its heading or title before it."""
    return f"{entry.ruta}. {entry.texto[:TEXT_CHARS]}" if entry.ruta else entry.texto[:TEXT_CHARS]


@dataclass(frozen=True)
class DenseHit:
    """A record near a question, with its cosine similarity."""

    record_id: str
    similarity: float


class DenseIndex:
    """A Chroma folder opened for reading.

    Chroma is asked for identifiers and distances alone: with the texts, which nobody needs here, a search takes twice as long.
    """

    def __init__(self, collection: Collection, embeddings: Embeddings) -> None:
        self._collection = collection
        self._asked = lru_cache(maxsize=256)(embeddings.embed_query)  # one question is asked of several searches
        self._vectors: dict[tuple[str, ...], tuple[list[str], NDArray[float32]]] = {}

    @classmethod
    def open(cls, folder: Path, model: str, entries: int) -> DenseIndex:
        """Open a folder built with that model. Raises IndexError_ where it does not hold that many vectors."""
        import chromadb

        from corpus.embedding import load_embeddings

        embeddings = load_embeddings(model)
        try:
            client = chromadb.PersistentClient(path=str(folder), settings=_client_settings(folder))
            collection = client.get_collection(COLLECTION, embedding_function=None)
            count = len(collection.get(include=[])["ids"])
        except Exception as error:  # Chroma raises errors of many kinds on a damaged folder
            raise IndexError_(f"el índice denso no se puede abrir: {error}") from error
        if count != entries:
            raise IndexError_(f"el índice denso tiene {count} vectores y se publicaron {entries}")
        return cls(collection, embeddings)

    def similarities(self, question: str, record_ids: Sequence[str]) -> dict[str, float]:
        """How near each of these records is in meaning, however far; without those that the index does not hold."""
        import numpy as np

        ids = tuple(record_ids)
        if ids not in self._vectors:
            wanted: Any = {"record_id": {"$in": [*ids]}}
            found = self._collection.get(where=wanted, include=["embeddings"])
            owners = [_owner(entry) for entry in found["ids"]]
            self._vectors[ids] = (owners, np.array(found["embeddings"], dtype=np.float32))
        owners, vectors = self._vectors[ids]
        if not owners:
            return {}
        return _nearest(
            zip(owners, map(float, vectors @ np.array(self._asked(question), dtype=np.float32)), strict=True)
        )

    def search(self, question: str, limit: int = 60) -> list[DenseHit]:
        """The records nearest in meaning, best first; fewer than ``limit`` where many vectors of a record are near."""
        asked: Any = [self._asked(question)]
        found = self._collection.query(query_embeddings=asked, n_results=PER_RECORD * limit, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        near = _nearest(
            (_owner(entry), 1.0 - distance) for entry, distance in zip(found["ids"][0], distances, strict=True)
        )
        return [DenseHit(record_id, similarity) for record_id, similarity in near.items()][:limit]


def _owner(entry: str) -> str:
    """The record that an entry of the collection is of."""
    return entry.rpartition(BEFORE_POSITION)[0]


def _nearest(similarities: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The best similarity of each record, best first where they come so."""
    best: dict[str, float] = {}
    for record_id, similarity in similarities:
        best[record_id] = max(similarity, best.get(record_id, -1.0))
    return best
