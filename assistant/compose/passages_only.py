"""What is left of the assistant without its records: the best passages, as plain retrieval gives them.

Only for measuring what the records earn (``pnme eval --baselines``).
"""

from __future__ import annotations

from assistant.compose.composer import Composer
from assistant.compose.passages import PassageClaims
from assistant.not_found import not_found
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.values import Draft, Evidence, Kind, Query, Status
from corpus.records import Pasaje
from corpus.store import Store

TOP = 4
_CANNED = (Kind.SALUDO, Kind.POCO_CLARO, Kind.FUERA_DE_ALCANCE)


class PassagesOnly:
    """Composes an answer to any question from the passages nearest to it."""

    def __init__(self, store: Store, texts: Texts, retriever: Retriever, composer: Composer) -> None:
        self.store = store
        self.texts = texts
        self.retriever = retriever
        self.passages = PassageClaims(store, texts)
        self.composer = composer

    def compose(self, query: Query, evidence: Evidence) -> Draft:
        """The best passages, or what is said where the documents do not hold the answer."""
        if query.kind in _CANNED:
            return self.composer.compose(query, evidence)
        hits = self.retriever.search(query.texto, tipos=("pasaje",))[:TOP]
        found = [record for hit in hits if isinstance(record := self.store.records[hit.record_id], Pasaje)]
        if evidence.motivo or not found:
            return not_found(query, self.texts)
        claims = [claim for record in found for claim in self.passages.text(record, query, lead=record is found[0])]
        return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(record.id for record in found))
