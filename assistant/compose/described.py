"""Ejes that a question describes in its own words ("el eje ese de juntar a las familias"), found by what they are about."""

from __future__ import annotations

import re

from assistant.retrieve import Retriever
from assistant.understand.asks import AskReader
from assistant.values import Campo, Filtros, Kind, Query
from corpus.cues import Cues
from corpus.records import Fragmento
from corpus.store import Store

_EJE = re.compile(r"\b(?:el|del|al|ese|este|the) (?:eje|axis)\b(?: (?:ese|este|que|de|del|donde|sobre|about|of|on))*")
# The least score of an eje, where medidas are spoken of and where they are not, and how far the next must be; found on
# descriptions of each eje in everyday words.
LIKELY, SURE, APART = 1.6, 2.1, 0.3
# What meaning adds to the score of what is meant; nothing where words alone are searched.
OF_MEANING = 0.9


class DescribedEjes:
    """Finds ejes of one index."""

    def __init__(self, store: Store, retriever: Retriever, asking: Cues) -> None:
        self.retriever = retriever
        self.asks = AskReader(asking)
        rows = {(eje.declaradas_span.start, eje.declaradas_span.end): eje for eje in store.ejes.values()}
        self._by_record = {
            record.id: eje
            for record in store.of(Fragmento)
            if (eje := rows.get((record.texto.spans[0].start, record.texto.spans[0].end))) is not None
            and record.document == eje.document
        }

    def reading(self, query: Query) -> Query | None:
        """A query as one of the eje that it describes; None where it describes none, or none clearly."""
        match = _EJE.search(query.texto)
        filtros = query.filtros
        others = set(query.documentos) - {eje.document for eje in self._by_record.values()}
        if match is None or others or query.avance or filtros.ejes or filtros.numeros or Campo.EJE in query.campos:
            return None
        hits = self.retriever.search(f"eje {query.texto[match.end() :]}")
        near = [hit for hit in hits if hit.record_id in self._by_record]
        least = (LIKELY if query.medidas else SURE) - (0.0 if self.retriever.dense else OF_MEANING)
        if not near or near[0].score < least or (len(near) > 1 and near[0].score - near[1].score < APART):
            return None
        wanted = filtros.model_copy(update={"ejes": (self._by_record[near[0].record_id].numero,), "palabras": ()})
        if self.asks.asked(query.texto).counts:
            kind = Kind.MEDIDA_CONTEO
        else:
            several = query.plural or wanted != Filtros(ejes=wanted.ejes)
            kind = Kind.MEDIDA_LISTA if several else Kind.EJE
        return query.model_copy(update={"kind": kind, "filtros": wanted})
