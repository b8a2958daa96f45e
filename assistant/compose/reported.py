"""Of which medidas something is reported, and of which nothing: the set that links to another document part."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.compose.medidas import MedidaClaims, count, stated
from assistant.select import select
from assistant.values import Claim, Draft, Filtros, Query, Status
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.records import Avance


class ReportedSets:
    """Drafts about these sets; ``describe`` says filters in words."""

    def __init__(
        self, claims: MedidaClaims, known: Instituciones, messages: Cues, describe: Callable[[Filtros], str]
    ) -> None:
        self.claims = claims
        self.store = claims.store
        self.known = known
        self.describe = describe
        told, nothing = messages.any_of("medida.reportado"), messages.any_of("medida.nada")
        self._asks = re.compile(
            rf"\b(?:medidas|cuales)\b(?: (?!y\b|segun\b)\w+){{0,8}}? {told}(?!\w)|(?<!\w){told} (?:de )?(?:que|cuales|cuantas) medidas\b"
            rf"|^\W*de (?:que|cuales|cuantas) medidas\b.*{told}(?!\w)"
        )
        self._nothing = re.compile(rf"(?<!\w){nothing}(?!\w)")

    def draft(self, query: Query) -> Draft | None:
        """The medidas of a set of which something is reported, or nothing; None where that is not asked.

        What only bears on the same matter is no report of a medida.
        """
        line = fold(query.pregunta)
        asked = self._asks.search(line) if query.medidas and not query.filtros.numeros else None
        if asked is None:
            return None
        reported = {link.medida for link in self.store.of(Avance) if link.fuerza != "relacionada"}
        filtros = query.filtros.model_copy(update={"palabras": (), "sin_palabras": (), "min_instituciones": 1})
        found = select(self.store.medidas, filtros, self.known)
        nothing = self._nothing.search(line) is not None
        chosen = [medida for medida in found if (medida.numero in reported) != nothing]
        titles = sorted({self.store.documents[link.document].title for link in self.store.of(Avance)})
        in_words = self.describe(filtros)
        text = self.claims.texts(
            "medidas",
            "con_reporte",
            total=len(found),
            con=len(found) - len(chosen) if nothing else len(chosen),
            sin=len(chosen) if nothing else len(found) - len(chosen),
            nada=nothing,
            documentos=titles,
            filtros=in_words,
        )
        computed = (*count(len(found)), *count(len(chosen)), *count(len(found) - len(chosen)), *stated(in_words))
        spans = tuple(medida.span for medida in chosen[:3])
        lead = Claim(text=text, spans=spans, computed=(*computed, *stated(" ".join(titles))))
        return Draft(
            status=Status.ANSWERED,
            claims=(lead, *self.claims.rows(chosen)),
            medidas=tuple(medida.numero for medida in chosen),
            record_ids=tuple(medida.id for medida in chosen),
        )
