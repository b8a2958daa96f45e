"""Retrieval on text that nobody here wrote: a reading-comprehension set in SQuAD format.

Its paragraphs are indexed as passages are, its questions asked; right is the paragraph that a question was written for.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import PnmeError
from corpus.lexical import Entry
from corpus.records import Pasaje, Texto, Value
from corpus.store import FORMAT, IndexManifest, Store
from evals.baselines import PlainBm25

DOCUMENT = "squad"
CUTS = (1, 5, 10)
Search = Callable[[str], Sequence[str]]


class _Lenient(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class SquadQuestion(_Lenient):
    """A question about a paragraph; ``is_impossible`` where the paragraph does not answer it (SQuAD 2)."""

    id: str
    question: str
    is_impossible: bool = False


class SquadParagraph(_Lenient):
    """A paragraph with its questions."""

    context: str
    qas: tuple[SquadQuestion, ...]


class SquadArticle(_Lenient):
    """An article's paragraphs."""

    title: str = ""
    paragraphs: tuple[SquadParagraph, ...]


class SquadSet(_Lenient):
    """A file in SQuAD format, of version 1.1 or 2.0."""

    data: tuple[SquadArticle, ...]


class Asked(Value):
    """A question and the id of the paragraph that answers it."""

    id: str
    question: str
    paragraph: str


class SquadScores(Value):
    """How one search did: the share of questions whose paragraph is among the first k, and the mean reciprocal rank."""

    name: str
    recall: dict[int, float]
    mrr: float


class SquadResult(Value):
    """All searches on one file."""

    file: str
    paragraphs: int
    questions: int
    scores: tuple[SquadScores, ...]


def read_squad(path: Path) -> tuple[dict[str, str], list[Asked]]:
    """The distinct paragraphs by id, and the questions that they answer. Raises PnmeError for another format."""
    try:
        squad = SquadSet.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise PnmeError(f"{path} no está en formato SQuAD: {error}") from error
    ids: dict[str, str] = {}
    asked = []
    for paragraph in (paragraph for article in squad.data for paragraph in article.paragraphs):
        name = ids.setdefault(paragraph.context, f"parrafo:{len(ids):05}")
        asked += [
            Asked(id=question.id, question=question.question, paragraph=name)
            for question in paragraph.qas
            if not question.is_impossible
        ]
    if not asked:
        raise PnmeError(f"{path} no tiene preguntas con respuesta")
    return {name: context for context, name in ids.items()}, asked


def score(name: str, asked: Sequence[Asked], search: Search) -> SquadScores:
    """Ask every question of one search, which gives ids of paragraphs, best first."""
    import ir_measures
    from ir_measures import RR, Success

    qrels = {str(at): {item.paragraph: 1} for at, item in enumerate(asked)}
    run = {
        str(at): {paragraph: -float(rank) for rank, paragraph in enumerate(search(item.question))}
        for at, item in enumerate(asked)
    }
    scores = ir_measures.calc_aggregate([*(Success @ k for k in CUTS), RR @ CUTS[-1]], qrels, run)
    return SquadScores(name=name, recall={k: scores[Success @ k] for k in CUTS}, mrr=scores[RR @ CUTS[-1]])


def _store(folder: Path, paragraphs: dict[str, str], model: str | None) -> Store:
    """An index of the paragraphs as passages, written into an empty folder; dense too where a model is named."""
    from corpus import dense, lexical
    from corpus.vocabulary import Vocabulary

    entries = [Entry(name, DOCUMENT, "pasaje", 0, context) for name, context in paragraphs.items()]
    lexical.build(folder / "lexical", entries)
    (folder / "vocabulary.json").write_text(Vocabulary.of(entries).model_dump_json(), encoding="utf-8")
    if model is not None:
        from corpus.embedding import load_embeddings

        dense.build(folder / "chroma", entries, load_embeddings(model))
    manifest = IndexManifest(
        format=FORMAT,
        fingerprint=DOCUMENT,
        created="",
        counts={"pasaje": len(entries)},
        lexical_entries=len(entries),
        dense_entries=0 if model is None else len(entries),
        embedding=model or "",
        canary="",
        checksums={},
    )
    records = tuple(
        Pasaje(id=name, document=DOCUMENT, ruta=(), texto=Texto(texto=context, spans=()))
        for name, context in paragraphs.items()
    )
    return Store(folder, manifest, {}, records)


def measure_squad(
    path: Path, *, model: str | None = None, progress: Callable[[str], None] = lambda _: None
) -> SquadResult:
    """Measure the assistant's retriever on a file, beside its parts and plain BM25; ``model`` adds the dense search.

    ``progress`` is told the name of each search before it starts. Raises PnmeError.
    """
    from assistant.retrieve import Retriever
    from corpus.cues import Cues
    from corpus.settings import Settings
    from corpus.synonyms import Synonyms

    paragraphs, asked = read_squad(path)
    names, limit = list(paragraphs), CUTS[-1]
    plain = PlainBm25(list(paragraphs.values()))
    with tempfile.TemporaryDirectory(prefix="pnme-squad-") as folder:
        store = _store(Path(folder), paragraphs, model)
        folder_of_words = Settings().lexicon_dir
        retriever = Retriever(
            store, Synonyms.load(folder_of_words), Cues.load(folder_of_words), dense=model is not None
        )
        searches: dict[str, Search] = {
            "BM25": lambda question: [names[at] for at in plain.search(question, limit)],
            "léxica": lambda question: [hit.record_id for hit in store.lexical.search(question, limit=limit)],
        }
        if (near := store.dense) is not None:
            searches["densa"] = lambda question: [hit.record_id for hit in near.search(question, limit)]
        searches["asistente"] = lambda question: [hit.record_id for hit in retriever.search(question)[:limit]]
        scores = []
        for name, search in searches.items():
            progress(name)
            scores.append(score(name, asked, search))
    return SquadResult(file=path.name, paragraphs=len(paragraphs), questions=len(asked), scores=tuple(scores))
