"""What is searched for a question on practices: by its own words, by those it carries over, and by its need alone."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.practices.find import Finder
from assistant.practices.question import Asked, PracticeReader
from assistant.practices.shorten import without_asker
from assistant.retrieve import Retriever
from assistant.values import Evidence, Hit, Query
from corpus.analysis import STOP_WORDS, words

# How much the own words of a follow-up count that has so many of them, beside what it carries over.
SAYS_MUCH = 6
OWN_WORDS = 0.75
# How much what the need alone finds counts beside what the whole message finds.
NEED = 0.5


class Search:
    """Finds what questions on the practices of one index mean."""

    def __init__(self, finder: Finder, reader: PracticeReader, retriever: Retriever) -> None:
        self.finder = finder
        self.reader = reader
        self.retriever = retriever

    def found(self, query: Query, evidence: Evidence) -> tuple[Hit, ...]:
        """What was found; for a follow-up its own words count as much as with those before them, and more if it says more."""
        found = tuple(hit for hit in (*evidence.kept, *evidence.rejected) if not self.finder.is_list_of_links(hit))
        if not query.seguimiento:
            return found
        content = [word for word in words(query.pregunta) if word not in STOP_WORDS]
        weight = OWN_WORDS if len(content) >= SAYS_MUCH else 0.5
        mended = not query.ingles and words(query.propias) != words(query.pregunta)
        return self._both(found, self.retriever.search(query.propias if mended else query.pregunta), weight)

    def _both(self, found: Sequence[Hit], others: Sequence[Hit], weight: float) -> tuple[Hit, ...]:
        """Two findings as one, where the second counts so much; coverage is the better one."""
        joined = {hit.record_id: hit for hit in found}
        own = {hit.record_id: hit for hit in others if not self.finder.is_list_of_links(hit)}
        both = []
        for id in joined.keys() | own.keys():
            one, other = joined.get(id), own.get(id)
            score = (1 - weight) * (one.score if one else 0.0) + weight * (other.score if other else 0.0)
            coverage = max(hit.coverage for hit in (one, other) if hit is not None)
            both.append(Hit(record_id=id, score=score, coverage=coverage))
        return tuple(sorted(both, key=lambda hit: (-hit.score, hit.record_id)))

    def of_need(self, asked: Asked, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """What was found, and as much what the need alone finds, without the words by which one seeks who met it."""
        need = without_asker(asked.fresh)
        for group in ("practica.quien", "practica.ejemplo"):
            need = self.reader.cues.strip(group, need)
        if not asked.seeks or need == asked.fresh or len(asked.topic) < 2:
            return tuple(hits)
        return self._both(hits, self.retriever.search(need), NEED)
