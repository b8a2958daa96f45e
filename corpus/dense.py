"""The dense index: one vector for each text and each key of each record, in an embedded, persistent Chroma.

Written once, by one process, into a new folder; afterwards only read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexError_
from corpus.lexical import Entry

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

COLLECTION = "entradas"
BATCH = 512


def _chroma(folder: Path, embeddings: Embeddings) -> Chroma:
    from chromadb.config import Settings as ChromaSettings
    from langchain_chroma import Chroma

    return Chroma(
        collection_name=COLLECTION,
        embedding_function=embeddings,
        persist_directory=str(folder),
        client_settings=ChromaSettings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder)),
        collection_configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
    )


def build(
    folder: Path, entries: Sequence[Entry], embeddings: Embeddings, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Write the vectors of all entries into an empty folder; returns how many there are."""
    store = _chroma(folder, embeddings)
    for at in range(0, len(entries), BATCH):
        part = entries[at : at + BATCH]
        store.add_texts(
            [searchable(entry) for entry in part],
            metadatas=[{"record_id": entry.record_id, "via": entry.via, "tipo": entry.tipo} for entry in part],
            ids=[f"{entry.record_id}#{entry.via}{entry.position}" for entry in part],
        )
        progress(len(part))
    return len(entries)


def searchable(entry: Entry) -> str:
    """What of an entry is embedded: a key as it is, a text with its heading or title before it."""
    return f"{entry.ruta}. {entry.texto[:400]}" if entry.via == "texto" and entry.ruta else entry.texto[:400]


@dataclass(frozen=True)
class DenseHit:
    """The best entry of a record for a question, with its cosine similarity."""

    record_id: str
    similarity: float
    text: str


class DenseIndex:
    """A Chroma folder opened for reading."""

    def __init__(self, store: Chroma, embeddings: Embeddings) -> None:
        self._store = store
        self.embeddings = embeddings

    @classmethod
    def open(cls, folder: Path, model: str, entries: int) -> DenseIndex:
        """Open a folder built with that model. Raises IndexError_ where it does not hold that many entries."""
        from corpus.embedding import load_embeddings

        embeddings = load_embeddings(model)
        try:
            store = _chroma(folder, embeddings)
            count = store._collection.count()
        except Exception as error:  # Chroma raises errors of many kinds on a damaged folder
            raise IndexError_(f"el índice denso no se puede abrir: {error}") from error
        if count != entries:
            raise IndexError_(f"el índice denso tiene {count} entradas y se publicaron {entries}")
        return cls(store, embeddings)

    def search(self, question: str, limit: int = 100) -> list[DenseHit]:
        """The records nearest in meaning, best first, each by its best entry among the ``limit`` nearest entries."""
        vector = self.embeddings.embed_query(question)
        best: dict[str, DenseHit] = {}
        for document, distance in self._store.similarity_search_by_vector_with_relevance_scores(vector, k=limit):
            record_id = str(document.metadata["record_id"])
            if record_id not in best:
                best[record_id] = DenseHit(record_id, 1.0 - float(distance), document.page_content)
        return sorted(best.values(), key=lambda hit: -hit.similarity)
