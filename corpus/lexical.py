"""The lexical index: BM25 over stems, character 4-grams and heading paths, in a persistent tantivy index.

One entry is one way to reach a record: its own text (``texto``), or one of the questions written for it
(``clave``). Text is split by :mod:`corpus.analysis` alone, before it reaches tantivy, whose tokenizer then only
parts it at white space: what is indexed and what is asked can never be split differently.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.analysis import grams, terms

Via = Literal["texto", "clave"]


@dataclass(frozen=True)
class Entry:
    """One way to reach a record. ``ruta`` is its heading path or title, as searchable text."""

    record_id: str
    document: str
    tipo: str
    via: Via
    position: int
    texto: str
    ruta: str = ""


@dataclass(frozen=True)
class LexicalHit:
    """An entry that matched, with its BM25 score (not normalised)."""

    record_id: str
    via: Via
    position: int
    score: float


@dataclass(frozen=True)
class Weights:
    """What each field counts for: stems of the text, of the heading path, and 4-grams."""

    texto: float = 1.0
    ruta: float = 0.5
    grams: float = 0.4


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("record_id", "document", "tipo", "via"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("position", stored=True)
    for name in ("texto", "ruta", "grams"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def build(folder: Path, entries: Iterable[Entry]) -> int:
    """Write an index of the entries into an empty folder; returns how many there are."""
    import tantivy

    folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    count = 0
    for entry in entries:
        writer.add_document(
            tantivy.Document(
                record_id=entry.record_id,
                document=entry.document,
                tipo=entry.tipo,
                via=entry.via,
                position=entry.position,
                texto=" ".join(terms(entry.texto)),
                ruta=" ".join(terms(entry.ruta)),
                grams=" ".join(grams(f"{entry.ruta} {entry.texto}" if entry.via == "texto" else entry.texto)),
            )
        )
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


class LexicalIndex:
    """An index on disk, opened for reading."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    @property
    def count(self) -> int:
        """How many entries the index holds."""
        return int(self._searcher.num_docs)

    def search(
        self, question: str, *, limit: int = 100, weights: Weights | None = None, tipos: tuple[str, ...] = ()
    ) -> list[LexicalHit]:
        """The entries that best match a question, best first; ``tipos`` keeps only records of those types."""
        t = self._tantivy
        weights = weights or Weights()
        clauses = []
        for field, tokens, weight in (
            ("texto", terms(question), weights.texto),
            ("ruta", terms(question), weights.ruta),
            ("grams", grams(question), weights.grams),
        ):
            if weight <= 0:
                continue
            for token in dict.fromkeys(tokens):
                query = t.Query.term_query(self._schema, field, token, index_option="freq")
                clauses.append((t.Occur.Should, t.Query.boost_query(query, weight)))
        if not clauses:
            return []
        query = t.Query.boolean_query(clauses)
        if tipos:
            wanted = t.Query.term_set_query(self._schema, "tipo", list(tipos))
            query = t.Query.boolean_query([(t.Occur.Must, query), (t.Occur.Must, t.Query.const_score_query(wanted, 0.0))])
        hits = []
        for score, address in self._searcher.search(query, limit=limit).hits:
            found = self._searcher.doc(address)
            hits.append(
                LexicalHit(found["record_id"][0], found["via"][0], int(found["position"][0]), float(score))
            )
        return hits
