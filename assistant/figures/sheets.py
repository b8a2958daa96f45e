"""Whether a question is about a sheet of a practice, which is told as such and not figure by figure."""

from __future__ import annotations

from assistant.figures.question import Asked
from assistant.values import Evidence
from corpus.analysis import fold
from corpus.records import Fragmento, Pasaje, Practica
from corpus.store import Store


def of_a_practice(store: Store, asked: Asked, evidence: Evidence) -> bool:
    """Whether a municipality is named and what comes nearest stands in the sheet of a practice of it."""
    record = store.records[evidence.kept[0].record_id] if evidence.kept else None
    if not isinstance(record, Fragmento | Pasaje):
        return False
    here = record.texto.spans[0]
    names = {fold(place.nombre) for place in asked.places if place.clase != "region"}
    return any(
        sheet.span.document == here.document
        and sheet.span.start <= here.start < sheet.span.end
        and names & {fold(comuna) for comuna in sheet.comunas}
        for sheet in store.of(Practica)
    )
