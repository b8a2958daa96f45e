"""Which of the pieces that were found lead an answer, what comes with them, and the medida that they report on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer_type.told_of_it import reason_asked
from assistant.compose.medidas import MedidaClaims
from assistant.compose.passages import PassageClaims
from assistant.counts import counted, counts
from assistant.focus import lasting, lasts, sentences
from assistant.retrieve import Retriever
from assistant.spans import spans_of
from assistant.values import Claim, Hit, Query
from corpus.analysis import fold, stem, terms
from corpus.dates import MONTHS
from corpus.records import Avance, Discrepancia, Fragmento, Medida, Pasaje, Practica, Record, Span, Tabla
from corpus.store import Store

# How near to the best hit another must come, as a share of its score; found on the dev questions.
NEAR = 0.86
# How near, where it stands in the passage of the best and alone gives the number that is asked for.
NEAR_IN_PASSAGE = 0.7
# How near, where it alone tells how long that takes which is asked for.
ABOUT_AS_NEAR = 0.9
BESIDE = 0.55
SAME_SECTION = 0.8
MAX_EXTRA = 2
MAX_NEAREST = 4
LONG_PIECE = 600
# A cause that a sentence gives by its word: "por restricciones presupuestarias", "debido a…".
_CAUSE = re.compile(
    r"\b(?:porque|debid[oa]s? a|ya que|dado que|puesto que|producto de|a raiz de|a causa de|se deben? a|se explica\w* por|obedece\w* a|gracias a"
    r"|por (?:la |las |los |su )?(?:falta|restriccion\w*|limitacion\w*|problemas?|dificultad\w*|razones|motivos))\b"
)
# "¿Qué herramienta recomiendan?": what one does it with is told by that word, "una herramienta útil es…".
_MEANS = re.compile(
    r"\b(?:que|cual(?: es)?(?: la| el)?|alguna?) (?:tipo de )?(?P<noun>herramienta|instrumento|tecnica|metodo|plataforma|formato|programa|software|aplicacion)s?\b"
)
_ASKS_DAY = re.compile(r"\b(?:que|cual(?:es)? (?:es|fue|son|fueron)(?: el| la| los| las)?) (?:dias?|fechas?)\b")
# "¿Cuándo fue el encuentro?": told by a day or a month, where one stands in the same section.
_ASKS_WHEN = re.compile(
    r"\bcuando (?:fue|fueron|ocurrio|(?:se )?(?:hizo|realizo|celebro|efectuo|llevo a cabo|firmo|publico|aprobo|creo|lanzo|constituyo|inicio))\b"
)
_TIMED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_DAY = re.compile(rf"\b\d{{1,2}} (?:de |del )(?:{'|'.join(MONTHS)})\b")


class Leads:
    """Chooses among the records that were found in one index."""

    def __init__(self, store: Store, retriever: Retriever, passages: PassageClaims, medidas: MedidaClaims) -> None:
        self.store = store
        self.retriever = retriever
        self.passages = passages
        self.medidas = medidas

    def near(self, hits: Sequence[Hit], line: str) -> list[Record]:
        """The best record and the few that come close to it and share no text with it.

        Where a folded line asks the number of a thing, or on what day it was, what gives one comes before what only speaks
        of the thing.
        """
        chosen: list[Record] = []
        for hit in hits:
            record = self.store.records[hit.record_id]
            if len(chosen) > MAX_EXTRA or hit.score < NEAR * hits[0].score:
                break
            if not isinstance(record, Medida) and not any(overlap(record, other) for other in chosen):
                chosen.append(record)
        things = counted(line)
        giving: list[Record] = [record for record in chosen if things and counts(fold(_text(record)), things)]
        if things and not giving and chosen:
            giving = self._counting_beside(chosen[0], hits, things)
        if lasts(line):
            giving = [one for one in self._about_as_near(hits) if lasting(fold(_text(one)))][:1]
        if _ASKS_DAY.search(line):
            giving = [record for record in chosen if _DAY.search(fold(_text(record)))]
        if _ASKS_WHEN.search(line) and chosen and not _TIMED.search(fold(_text(chosen[0]))):
            section = self._section(chosen[0])
            giving = [
                one for one in chosen if _DAY.search(fold(_text(one))) and section and self._section(one) == section
            ][:1]
        if reason_asked(line) is not None:
            giving = self._giving_cause(hits, line)
        giving = giving or self._item(hits)
        means = _MEANS.search(line)
        if means is not None:
            named = [one for one in chosen if stem(means["noun"]) in terms(_text(one))]
            giving = named if not set(chosen[:1]) & set(named) else giving
        return [*giving, *(record for record in chosen if record not in giving)]

    def _item(self, hits: Sequence[Hit]) -> list[Record]:
        """The short piece of the best one that is about as near and says more of what is asked: of a list the one item."""
        best = self.store.records[hits[0].record_id] if hits else None
        for hit in hits[1:3]:
            one = self.store.records[hit.record_id]
            if not (isinstance(best, Fragmento) and isinstance(one, Fragmento)) or hit.coverage <= hits[0].coverage:
                continue
            if hit.score >= ABOUT_AS_NEAR * hits[0].score and overlap(one, best) and "\n" in _text(best):
                return [one] if len(_text(one)) < len(_text(best)) else []
        return []

    def _giving_cause(self, hits: Sequence[Hit], line: str) -> list[Record]:
        """The shortest piece among the nearest that gives a cause in a sentence with a word of what a folded line asks the
        reason of."""
        asked = set(terms(line))
        found = [self.store.records[hit.record_id] for hit in hits]
        near = [one for one, hit in zip(found, hits, strict=True) if hit.score >= NEAR * hits[0].score]

        def gives(record: Record) -> bool:
            told = (one for one in sentences(_text(record)) if _CAUSE.search(fold(one)))
            return any(asked & set(terms(one)) for one in told)

        giving = [one for one in near if gives(one)]
        within: list[Record] = [
            one
            for one in found
            if isinstance(one, Fragmento) and gives(one) and any(overlap(one, other) for other in giving)
        ]
        return sorted(within, key=lambda one: len(_text(one)))[:1] or giving[:1]

    def _about_as_near(self, hits: Sequence[Hit]) -> list[Record]:
        """The records of the document of the best one that are about as near as it."""
        near = [self.store.records[hit.record_id] for hit in hits if hit.score >= ABOUT_AS_NEAR * hits[0].score]
        return [one for one in near if isinstance(one, Fragmento | Pasaje) and one.document == _document(near[0])]

    def _counting_beside(self, best: Record, hits: Sequence[Hit], things: Sequence[str]) -> list[Record]:
        """The piece of the best one's passage, not much farther, that gives the number of some things: "30 mujeres…" and then
        "… 186.245 solicitudes"."""
        passage = self.store.passage_around(best.texto.spans[0]) if isinstance(best, Fragmento) else None
        near = (self.store.records[hit.record_id] for hit in hits if hit.score >= NEAR_IN_PASSAGE * hits[0].score)
        found: list[Record] = []
        for one in near:
            behind = isinstance(one, Fragmento) and self.store.passage_around(one.texto.spans[0]) == passage
            if passage is not None and behind and not overlap(one, best) and counts(fold(_text(one)), things):
                found.append(one)
        return found[:1]

    def for_part(self, part: str, documents: tuple[str, ...], chosen: Sequence[Record]) -> list[Record]:
        """The record that answers one part of a question with several, where none of those chosen does.

        What stands in the section of the first part comes before what is only a little nearer elsewhere.
        """
        hits = self.retriever.search(part, documents=documents)[:8]
        section = self._section(chosen[0])
        close = [hit for hit in hits if hit.score >= SAME_SECTION * hits[0].score]
        close.sort(key=lambda hit: self._section(self.store.records[hit.record_id]) != section)
        found = [self.store.records[hit.record_id] for hit in close[:1]]
        return [r for r in found if not isinstance(r, Medida) and not any(overlap(r, other) for other in chosen)]

    def _section(self, record: Record) -> tuple[str, ...]:
        return record.ruta[:2] if isinstance(record, Fragmento | Pasaje | Tabla) else ()

    def pieces(self, records: Sequence[Record], query: Query, *, lead: bool = True) -> list[Claim]:
        """The claims that give records, as leads or as items."""
        claims: list[Claim] = []
        for record in records:
            if isinstance(record, Fragmento | Pasaje | Practica | Tabla):
                claims += self.passages.claims(record, query, lead=lead)
            elif isinstance(record, Discrepancia):
                claims.append(self.medidas.discrepancy(record))
        return claims

    def behind_report(self, leads: Sequence[Record], query: Query, top: Hit) -> Medida | None:
        """The medida that what was found reports on, where the question speaks of the plan too.

        A link read by hand is sure; else the medida nearest to the question, where progress is asked for.
        """
        spans = [span for record in leads for span in spans_of(record)]
        linked = [
            link.medida
            for link in self.store.of(Avance)
            if link.fuerza != "relacionada"
            and any(_shared(span, other) for span in link.texto.spans for other in spans)
        ]
        if len(set(linked)) == 1 and not any(len(_text(record)) > LONG_PIECE for record in leads):
            return self.store.medidas.get(linked[0])
        # A long passage reports on several things, and only one of them is asked about.
        for medida, _ in self.retriever.medidas(query.texto)[:MAX_NEAREST] if linked else ():
            if medida.numero in linked:
                return medida
        best = self.retriever.medidas(query.texto)[:1] if query.avance else []
        return best[0][0] if best and best[0][1].score >= BESIDE * top.score else None


def overlap(one: Record, other: Record) -> bool:
    """Whether two records share source text."""
    if not (isinstance(one, Fragmento | Pasaje) and isinstance(other, Fragmento | Pasaje)):
        return False
    a, b = one.texto.spans[0], other.texto.spans[0]
    return a.document == b.document and a.start < b.end and b.start < a.end


def _shared(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    if one.document != other.document:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)


def _document(record: Record) -> str | None:
    return None if isinstance(record, Discrepancia) else record.document


def _text(record: Record) -> str:
    return record.texto.texto if isinstance(record, Fragmento | Pasaje) else ""
