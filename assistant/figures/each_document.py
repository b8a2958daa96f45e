"""One count that two documents give, asked of each: "¿cuántos municipios según la guía y cuántos según la cuenta?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.figures.claims import notes_last
from assistant.values import Draft, Evidence, Hit, Query, Status
from corpus.records import Discrepancia
from corpus.store import Store

Answering = Callable[[Query, Evidence], Draft | None]


def within(store: Store, evidence: Evidence, document: str) -> Evidence:
    """What of an evidence stands in one document, the best of it first."""

    def inside(hits: Sequence[Hit]) -> tuple[Hit, ...]:
        records = ((hit, store.records[hit.record_id]) for hit in hits)
        return tuple(h for h, r in records if not isinstance(r, Discrepancia) and r.document == document)

    kept, rejected = inside(evidence.kept), inside(evidence.rejected)
    return evidence.model_copy(update={"kept": kept or rejected, "rejected": rejected if kept else ()})


def of_each(store: Store, query: Query, evidence: Evidence, answering: Answering) -> Draft | None:
    """The answers that each of the documents named gives by itself; None where one of them has none."""
    found = []
    for document in query.documentos:
        draft = answering(query.model_copy(update={"documentos": (document,)}), within(store, evidence, document))
        if draft is None or draft.abstained:
            return None
        found.append(draft)
    claims = dict.fromkeys(claim for draft in found for claim in draft.claims)
    return Draft(
        status=Status.ANSWERED,
        claims=notes_last(claims),
        figures=tuple(dict.fromkeys(figure for draft in found for figure in draft.figures)),
        record_ids=tuple(dict.fromkeys(id for draft in found for id in draft.record_ids)),
        entire=True,
    )
