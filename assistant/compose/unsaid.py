"""What stands nearest to a question and was not told: an answer built from one place says where else it may stand."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose.passages import PassageClaims
from assistant.spans import overlap
from assistant.texts import Texts
from assistant.values import Claim, Draft, Hit, Kind, Query
from corpus.records import Fragmento, Pasaje
from corpus.store import Store

# Found on the development questions: more than one of the two best hits says little more, and much longer.
MOST = 2
SHARE = 0.9
"""The share of the best score from which on a hit may hold the answer as well."""


class Unsaid:
    """Adds the passages found first to answers that cite none of them."""

    def __init__(self, store: Store, texts: Texts, passages: PassageClaims) -> None:
        self.store = store
        self.texts = texts
        self.passages = passages

    @staticmethod
    def may_add(query: Query, draft: Draft) -> bool:
        """Whether an answer is of what was found by search. A figure stands alone: another would be mistaken for it; what a
        whole document holds is all of it."""
        whole = draft.entire and not draft.record_ids
        return query.kind is Kind.PASAJE and not (draft.abstained or draft.figures or whole) and bool(draft.claims)

    def beside(self, query: Query, draft: Draft, hits: Sequence[Hit]) -> Draft:
        """A draft with the best of the first hits that shares no text with what it cites, as a further item at its end."""
        if not self.may_add(query, draft):
            return draft
        cited = [span for claim in draft.claims for span in claim.spans]
        near = (self.store.records[hit.record_id] for hit in hits[:MOST] if hit.score >= SHARE * hits[0].score)
        texts = (record for record in near if isinstance(record, Fragmento | Pasaje))
        found = next((record for record in texts if not overlap(record.texto.spans, cited)), None)
        if found is None:
            return draft
        heading = Claim(text=self.texts("estados", "tambien"), block="heading")
        end = len(draft.claims)
        while end > 1 and draft.claims[end - 1].block == "canned":
            end -= 1
        added = (heading, *self.passages.claims(found, query, lead=False))
        return draft.model_copy(update={"claims": (*draft.claims[:end], *added, *draft.claims[end:])})
