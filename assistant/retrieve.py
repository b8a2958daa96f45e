"""Retrieve: from a query to the records that answer it, kept and rejected, each with its score.

Records are found by words (BM25 over stems and 4-grams of text, title and keys) and by meaning (the nearest vectors).
The two are fused with measured weights, then adjusted by what a question says exactly: its years, its document, and
whether it counts things or money; a medida also by how much of the question its own row holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum

from assistant.understand.text import topic_stems
from assistant.values import Evidence, Hit, Query
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Discrepancia, Etapa, Fragmento, Medida, Pasaje
from corpus.store import Store
from corpus.synonyms import Synonyms

KEPT = 12
LEAST = 3
MEDIDAS = ("medida",)
OUTSIDE = "fuera:"
# "¿Cómo revisamos…?", but not "¿cómo vamos?".
_HOW = re.compile(
    r"\bcomo (?:(?:le|lo|la|los|las|nos|me|se) )*(?:(?:puedo|podemos|debo|debemos|deberiamos|podriamos|tengo que|tenemos que) )?"
    r"(?!(?:va|esta|anda|so|fui|queda)mos\b)(?P<verb>\w+)"
)
# "Y si no tenemos plata?": who lacks something to do it with asks the guide, and not what others spent.
_WE_LACK = re.compile(
    r"\b(?:no (?:tenemos|contamos con|nos alcanza)|nos faltan?|tenemos (?:muy )?(?:poc[oa]s?|cero)|nos queda poc[oa])"
    r"(?: (?:la|el|los|las|much[oa]s?|suficientes?|tant[oa]s?|ni|para la|para el|con))* "
    r"(?:platas?|lucas?|dinero|recursos?|presupuesto|fondos?|financiamiento|gente|personal|equipo|funcionari[oa]s|profesionales|manos|tiempo)\b"
)
_PROGRESS = re.compile(r"\b(?:como|en que) (?:va|van|vamos|anda|andan|andamos|sigue|esta|estan|estamos|quedo)\b")
_YEAR = re.compile(r"\b(20[0-3]\d)\b")


@dataclass(frozen=True)
class Fusion:
    """Weights of the parts of a score, found on held-out questions of the records (see ``evals``)."""

    lexical: float = 1.0
    dense: float = 1.3
    coverage: float = 0.4
    year: float = 0.2
    passage: float = -0.25
    other_document: float = 0.25
    money: float = 0.25
    row: float = 0.15
    own: float = 0.4


class Retriever:
    """Finds records of one index."""

    def __init__(
        self,
        store: Store,
        synonyms: Synonyms,
        cues: Cues,
        *,
        dense: bool = True,
        wanted: Callable[[str], str] = str,
        without_source: Callable[[str], str] = str,
    ) -> None:
        """``wanted`` gives a question without what it says it does not mean, which is not to be found; ``without_source``
        gives it without the document that it is to be told from, which is no word of what is sought."""
        self.store = store
        self.cues = cues
        self.synonyms = synonyms
        self.fusion = Fusion()
        self.wanted = wanted
        self.without_source = without_source
        self._use_dense = dense
        self._ranked = lru_cache(maxsize=256)(self._rank)  # one question is asked by several answerers
        self._rows: dict[str, frozenset[str]] = {}
        self._guides = tuple(sorted({stage.document for stage in store.of(Etapa)}))
        self._medida_ids = tuple(medida.id for medida in store.medidas.values())

    @property
    def dense(self) -> bool:
        """Whether meaning is searched too: asked for, and held by the index."""
        return self._use_dense and self.store.manifest.dense_entries > 0

    def find(self, query: Query) -> Evidence:
        """The evidence for a query: its best hits, those left out, and the sorts of unanswerable questions it is like."""
        sought = self.without_source(query.texto)
        wanted = self.wanted(sought)
        text = wanted if len(terms(wanted)) >= LEAST else sought
        hits = self._ranked(text, (), (), query.documentos or self._told_how(query))
        if query.seguimiento:
            hits = self._by_own_words(hits, query.propias)
        inside = [hit for hit in hits if not hit.record_id.startswith(OUTSIDE)]
        outside = [hit for hit in hits if hit.record_id.startswith(OUTSIDE)]
        if self._lacks_only(query):
            outside = []
        return Evidence(kept=tuple(inside[:KEPT]), rejected=tuple(inside[KEPT:]), outside=tuple(outside))

    def _by_own_words(self, hits: Sequence[Hit], own: str) -> tuple[Hit, ...]:
        """The hits of a question and the one before it, by how much of the question itself each holds."""
        asked = terms(self.cues.strip("dato.tiempo", fold(own)))
        held = self.store.vocabulary.coverages(asked, (hit.record_id for hit in hits))
        moved = (replace(hit, score=hit.score + self.fusion.own * held[hit.record_id]) for hit in hits)
        return tuple(sorted(moved, key=lambda hit: (-hit.score, hit.record_id)))

    @staticmethod
    def _lacks_only(query: Query) -> bool:
        """Whether a message says no more than that means are lacking: "¿y si no tenemos plata?"."""
        return _WE_LACK.search(query.texto) is not None and not terms(_WE_LACK.sub(" ", query.texto))

    def _told_how(self, query: Query) -> tuple[str, ...]:
        """The documents that tell how things are done, where somebody asks how to do one or lacks the means: "¿cómo elegimos al equipo?"."""
        if query.medidas or self.cues.has("dato.ajeno_al_municipio", query.texto):
            return ()
        match = _HOW.search(query.texto)
        asks = match is not None and (match["verb"].endswith("mos") or self.cues.has("dato.hago", match["verb"]))
        return self._guides if asks or _WE_LACK.search(query.texto) else ()

    def search(self, text: str, *, documents: tuple[str, ...] = (), tipos: tuple[str, ...] = ()) -> list[Hit]:
        """The records that best answer a text, best first, with scores that compare across questions."""
        return [hit for hit in self._ranked(text, documents, tipos, ()) if not hit.record_id.startswith(OUTSIDE)]

    def _rank(
        self, text: str, documents: tuple[str, ...], tipos: tuple[str, ...], named: tuple[str, ...]
    ) -> tuple[Hit, ...]:
        also = self.synonyms.expansion(text)
        lexical = {
            hit.record_id: hit.score for hit in self.store.lexical.search(text, limit=60, tipos=tipos, also=also)
        }
        top = max(lexical.values(), default=0.0)
        dense: dict[str, float] = {}
        if self.dense and self.store.dense is not None:
            if tipos == MEDIDAS:  # few enough to know how near each one is, though a thousand others come before it
                dense = self.store.dense.similarities(text, self._medida_ids)
            else:
                dense = {hit.record_id: hit.similarity for hit in self.store.dense.search(text, limit=60)}
        floor = min(dense.values(), default=0.0)
        asked = (topic_stems(self.cues, fold(text)) if tipos == MEDIDAS else ()) or terms(text)
        years = set(_YEAR.findall(text))
        # "Cuántas" asks for a count and "¿cómo va?" how far it got; money answers them only where it is spoken of.
        line = fold(text)
        counted = (
            (self.cues.has("dato.cuantos", line) or _PROGRESS.search(line) is not None)
            and not self.cues.has("dato.dinero", line)
            and "$" not in line
        )
        held = self.store.vocabulary.coverages(asked, lexical.keys() | dense.keys())
        hits = []
        for record_id, coverage in held.items():
            record = self.store.records[record_id]
            document = "" if isinstance(record, Discrepancia) else record.document
            if (documents and document not in (*documents, "")) or (tipos and record.tipo not in tipos):
                continue
            score = (
                self.fusion.lexical * (lexical.get(record_id, 0.0) / top if top else 0.0)
                + self.fusion.dense * dense.get(record_id, floor * 0.8)
                + self.fusion.coverage * coverage
            )
            if tipos == MEDIDAS and isinstance(record, Medida):
                score += self.fusion.row * self._row_coverage(asked, record)
            if years and isinstance(record, Fragmento | Pasaje):
                score += self.fusion.year * (
                    1 if years & _years(record.texto.texto, getattr(record, "titulo", "")) else -1
                )
            if counted and isinstance(record, Fragmento) and "$" in record.texto.texto:
                score -= self.fusion.money
            if isinstance(record, Pasaje):
                score += self.fusion.passage
            if named and document not in (*named, ""):
                score -= self.fusion.other_document
            hits.append(
                Hit(
                    record_id=record_id,
                    score=score,
                    lexical=lexical.get(record_id, 0.0),
                    dense=dense.get(record_id, 0.0),
                    coverage=coverage,
                )
            )
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.record_id)))

    def _row_coverage(self, asked: Sequence[str], medida: Medida) -> float:
        """How much of what is asked the row of a medida itself holds: the questions written for it hold much else."""
        rarity, own = self.store.vocabulary.rarity, self.row(medida)
        total = fsum(rarity(stem) for stem in set(asked))
        return fsum(rarity(stem) for stem in set(asked) if stem in own) / total if total else 0.0

    def row(self, medida: Medida) -> frozenset[str]:
        """The stems of the row of a medida."""
        if medida.id not in self._rows:
            self._rows[medida.id] = frozenset(terms(self.store.quote(medida.span)))
        return self._rows[medida.id]

    def medidas(self, text: str) -> list[tuple[Medida, Hit]]:
        """The medidas nearest to a text, best first."""
        found = self.search(text, tipos=MEDIDAS)
        return [(record, hit) for hit in found if isinstance(record := self.store.records[hit.record_id], Medida)]


@lru_cache(maxsize=4096)
def _years(text: str, title: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(fold(text))) | frozenset(_YEAR.findall(title))
