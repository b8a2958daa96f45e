"""Whether a message goes on with what was told last, by where in the documents what it asks for stands.

The words of a message mostly say whether it points back (:mod:`assistant.understand.openings`); this weighs what they
leave open. A brief question whose answer stands beside what was told goes on with it, though nothing in it says so; one
that names a matter of its own, told well elsewhere, does not, though it holds an "eso" or a "la".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Prefix

from assistant.retrieve import Retriever
from assistant.understand.subject import proper_names
from assistant.values import Kind, Query, Turn
from corpus.analysis import fold, terms
from corpus.store import Store

# "¿Y en 2023?", "ya, ¿qué parte de ellas?", "pero en el mismo documento…", "ese convenio", "en otra parte": said to go on.
_GOES_ON = re.compile(
    r"(?:^|[¿?.,;:]\s*)¿?(?:y|ya|pero)\b|\b(?:mism[oa]|otr[oa]|dich[oa])s?\b|\b(?:es[ae]|es[oa]s|est[ae]|est[oa]s) (?!que\b)[a-z]"
)
_YEAR = re.compile(r"\b20\d\d\b")
# "¿Cuántas sesiones hicieron en 2024?": who did it was said before.
_DID = re.compile(
    r"^\W*(?:y |e |pero )?(?:cuant[oa]s?|que) \w+ (?:hicieron|hizo|tuvieron|tuvo|realizaron|realizo|llevan|celebraron|organizaron|firmaron|dictaron|sacaron)\b(?: (?:en|durante|ese|el ano|al) [\w ]*)?\W*$"
)
BESIDE = {5: 0.7, 7: 0.9}
"""By how many words a message has at most: the share of the best score from which on what stands beside the last answer
is as likely meant."""
APART = 0.5
"""The share of the best score up to which what stands beside the last answer is not meant."""
OF_ITS_OWN = 4
"""So many words name a matter of their own."""


def near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two places, a document with headings each, are the same or stand side by side under one heading."""
    shared = Prefix.similarity(one, other)
    return shared > 1 and shared >= min(len(one), len(other)) - 1


class Context:
    """Weighs where what a message asks for stands against what was told last."""

    def __init__(self, store: Store, retriever: Retriever) -> None:
        self.store = store
        self.retriever = retriever
        self.names = proper_names(document.text for document in store.documents.values())

    def goes_on(self, alone: Query, last: Turn) -> bool:
        """Whether a question that points to nothing asks for what stands beside the last answer."""
        said = len(terms(alone.texto))
        least = next((share for most, share in BESIDE.items() if said <= most), None)
        if least is None or alone.kind is not Kind.PASAJE or alone.documentos:
            return False
        if _YEAR.search(alone.texto) and not _DID.match(fold(alone.pregunta)):
            return False  # "expulsiones 2024": a thing and its year stand alone
        return self._beside(alone, last) >= least

    def changes(self, alone: Query, last: Turn) -> bool:
        """Whether a question that seems to point back names a matter of its own."""
        few = len(terms(alone.texto)) < OF_ITS_OWN
        if few or alone.kind is not Kind.PASAJE or _GOES_ON.search(fold(alone.pregunta)):
            return False
        return self._beside(alone, last) <= APART

    def _beside(self, alone: Query, last: Turn) -> float:
        """The best score beside the last answer, as a share of the best of all."""
        ids = last.record_ids or last.query.records
        told = [self.store.place(id) for id in ids if id in self.store.records]
        hits = self.retriever.search(alone.texto)
        if not hits or not told:
            return 0.0
        found = (
            hit.score
            for hit in hits
            if hit.record_id in ids or any(near(self.store.place(hit.record_id), place) for place in told)
        )
        return next(found, 0.0) / hits[0].score
