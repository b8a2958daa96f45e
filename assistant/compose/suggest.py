"""Suggestions: up to three questions that the documents answer, from the records around an answer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.texts import Texts
from assistant.values import Draft, Evidence, Query, Status
from corpus.analysis import terms
from corpus.records import Fragmento, Medida
from corpus.store import Store

LIMIT = 3


class Suggester:
    """Suggests follow-ups over one index. A fragment's first key is written to be shown."""

    def __init__(self, store: Store, texts: Texts) -> None:
        self.store = store
        self.texts = texts
        self._order = sorted(store.fragmentos, key=lambda f: (f.document, f.texto.spans[0].start))
        self._position = {fragment.id: at for at, fragment in enumerate(self._order)}

    def suggest(self, query: Query, draft: Draft, evidence: Evidence) -> tuple[str, ...]:
        """Questions about what is near the answer; after an abstention, about what is nearest to the question."""
        if draft.status is Status.OUT_OF_SCOPE:
            return ()
        found: list[str | None]
        if draft.abstained:
            hits = (*evidence.kept, *evidence.rejected)[:12]
            found = [self._first_key(hit.record_id) for hit in hits if hit.coverage > 0]
        elif draft.medidas:
            found = [*self._of_medidas(query, [self.store.medidas[number] for number in draft.medidas])]
        else:
            found = [key for id in draft.record_ids[:1] for key in self._around(id)]
        asked = set(terms(query.pregunta))
        new = [key for key in found if key and set(terms(key)) != asked]
        return tuple(dict.fromkeys(new))[:LIMIT]

    def _first_key(self, record_id: str) -> str | None:
        record = self.store.records.get(record_id)
        return record.claves[0] if isinstance(record, Fragmento) else None

    def _around(self, record_id: str) -> list[str]:
        """The first keys of the pieces that stand next to one, nearest first, those inside it left out."""
        at = self._position.get(record_id)
        if at is None:
            return []
        here = self._order[at]
        own = here.texto.spans[0]
        found: list[str] = []
        for step in (1, -1, 2, -2, 3, -3, 4, 5, 6):
            if not 0 <= at + step < len(self._order):
                continue
            other = self._order[at + step]
            span = other.texto.spans[0]
            apart = span.end <= own.start or span.start >= own.end
            if other.document == here.document and apart and other.clase != "medida":
                found.append(other.claves[0])
        return found

    def _of_medidas(self, query: Query, medidas: Sequence[Medida]) -> list[str]:
        """What else is asked of medidas: progress, the same institution, the same eje."""
        first = medidas[0]
        if len(medidas) == 1:
            found = [self.texts("sugerencias", "avance", m=first)] if not query.avance else []
            name = first.instituciones[0]
            found.append(self.texts("sugerencias", "institucion", nombre=name))
            return [*found, self.texts("sugerencias", "eje", numero=first.eje)]
        found = [] if query.filtros.plazos else [self.texts("sugerencias", "plazo", anio=self._last_year(medidas))]
        return [*found, self.texts("sugerencias", "medida", m=first), self.texts("sugerencias", "agrupar")]

    @staticmethod
    def _last_year(medidas: Sequence[Medida]) -> int:
        years = [hito.fecha.year for medida in medidas for hito in medida.hitos if hito.fecha]
        return max(years) if years else 0
