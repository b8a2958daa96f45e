"""Scope: whether the documents hold what is asked. One calibrated decision from what retrieval found.

It weighs how well the best records cover the question (its meaning, its words, its rarest words), what the question
asks that they lack (a place, a country, a year, a number, a count of what it counts, a detail), how much more it is like
the sorts of question that no document answers, and what sort of question it is (see :mod:`assistant.calibration`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.aspects import Aspects
from assistant.calibration import THRESHOLD, Calibration, Calibrations, Signals, probability
from assistant.counts import counted, counts, counts_in_words, nouns
from assistant.figures.sorts import PEOPLE
from assistant.focus import lasting, lasts, sentences
from assistant.of_a_country import countries_asked, rules_asked
from assistant.unheard import Unheard, asks_number
from assistant.values import Evidence, Hit, Kind, Query
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import Lugares
from corpus.numbers import NUMBER
from corpus.records import Avance, Discrepancia, Fragmento, Fuera, Medida, Pasaje, Practica, Tabla
from corpus.store import Store
from corpus.synonyms import Synonyms

NO_EVIDENCE = (
    Kind.SALUDO,
    Kind.POCO_CLARO,
    Kind.FUERA_DE_ALCANCE,
    Kind.MEDIDA_LISTA,
    Kind.MEDIDA_CONTEO,
    Kind.MEDIDA_AGRUPADA,
    Kind.MEDIDA_CAMPO,
    Kind.EJE,
)
_YEAR = re.compile(r"\b(20[0-3]\d|19\d\d)\b")
_BEFORE_YEAR = re.compile(r"\b(?:antes|anterior(?:es)?|previ[oa]s?) (?:al?|del?) (?:ano )?(20[0-3]\d)\b")
_MARK = re.compile(r"(?<!\S)(?:\d{1,2}[.)]|\d{1,2}\.\d{1,2}\.?)\s+(?=[A-ZÁÉÍÓÚÑ])")
"""The number of an item of a list or of a heading: none that is told."""

_DAY = re.compile(rf"\b\d{{1,2}} de (?=(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
_NAME = re.compile(r"\bN[°º.] ?\d+")
"""The number that a report or a law goes by: told only where a number is asked for, and not how many."""
_HOW_MANY = re.compile(r"\bcuant[oa]s\b|\bhow many\b")
# "El paso altiplánico de Tarapacá": a place within a region.
_WITHIN = re.compile(
    r"\b(?:un|el|la|ese|esa|algun) (?:paso|pueblo|localidad|puerto|caleta)(?: \w+){0,2} (?:de|en)(?: la region de)? $"
)
MEANT = 0.6
"""From which nearness in meaning on the sort of an unanswerable question is that of another."""
NEAR_OUTSIDE = 0.6
RAREST = 8.0
"""About the rarity of a word that one record in three thousand holds."""
LONG = 11
NEARLY = 0.9
"""The share of the best score from which on a third record is about as near as the first."""
SHARPNESS = 3.0
"""How much more the near ones weigh than the far ones where records and outside questions are weighed as crowds."""


class Scope:
    """Decides what is answered."""

    def __init__(
        self, store: Store, lugares: Lugares, cues: Cues, aspects: Cues, synonyms: Synonyms, *, dense: bool
    ) -> None:
        self.store = store
        self.cues = cues
        self.aspects = Aspects(aspects)
        self.synonyms = synonyms
        self.lugares = lugares
        self.dense = dense
        self.unheard = Unheard(store, lugares, cues, synonyms)
        self.calibrations = Calibrations.load()
        self._asked = {record.document for record in store.of(Fragmento)}

    def needs_evidence(self, query: Query) -> bool:
        """Whether a query is answered from what retrieval finds, and not by an exact look-up."""
        if query.kind is Kind.EJE and not set(query.filtros.ejes) & set(self.store.ejes):
            return True
        return query.kind not in NO_EVIDENCE

    def judge(self, query: Query, evidence: Evidence) -> Evidence:
        """The evidence, marked with a reason where it does not hold what was asked."""
        if not self.needs_evidence(query):
            about = query.kind in (Kind.MEDIDA_CAMPO, Kind.EJE)
            return _absent(evidence) if about and self._asks_cost(query) else evidence
        if not evidence.kept:
            return _absent(evidence)
        signals = self.signals(query, evidence)
        told = isinstance(self.store.records[evidence.kept[0].record_id], Discrepancia)
        absent = (
            self._names_what_is_absent(signals)
            or self._told_of_others(query.pregunta, evidence.kept[:2])
            or self.unheard.of_the_unknown(query.texto)
            or self.unheard.of_unknown_name(query)
            or (bool(signals.country_missing) and rules_asked(query.pregunta, self.lugares))
        ) and not told
        likely = 1.0 if absent else probability(self.calibration(evidence), signals)
        if likely < THRESHOLD or self._of_place_told(query, evidence.kept[0]):
            return evidence.model_copy(update={"fuera": likely})
        motivo = "ausente"
        meant = not self.dense or (evidence.outside and evidence.outside[0].dense >= MEANT)
        if evidence.outside and signals.outside > -NEAR_OUTSIDE and meant:
            record = self.store.records[evidence.outside[0].record_id]
            motivo = record.motivo if isinstance(record, Fuera) else motivo
        return evidence.model_copy(update={"motivo": motivo, "fuera": likely})

    def _of_place_told(self, query: Query, best: Hit) -> bool:
        """Whether a message names nothing but a place, and the record just told gives a number of that: "¿y los de Venezuela?"."""
        if not query.seguimiento or best.record_id not in query.records:
            return False
        found = self.lugares.find(query.propias)
        named = {mention.lugar for mention in found}
        own = set(terms(query.propias)) - {stem for one in found for stem in terms(query.propias[one.start : one.end])}
        text = self.text(best.record_id)
        told = ({m.lugar for m in self.lugares.find(one)} for one in sentences(text) if NUMBER.search(one))
        return bool(named) and own <= set(terms(text)) and any(named <= one for one in told)

    @staticmethod
    def _names_what_is_absent(signals: Signals) -> bool:
        """Whether a figure is asked of a place or a year that the best records do not name."""
        return bool(signals.asks_number and (signals.place_missing or signals.year_missing))

    def _asks_cost(self, query: Query) -> bool:
        """Whether the money of a medida or an eje is asked for: the plan gives none; what is reported of them may."""
        pays = self.cues.has("dato.quien_paga", query.texto)
        if not pays and not self.cues.has("dato.dinero", query.texto):
            return False
        numbers = query.filtros.numeros or tuple(
            number for eje in query.filtros.ejes if eje in self.store.ejes for number in self.store.ejes[eje].medidas
        )
        reported = [link.texto.texto for link in self.store.of(Avance) if link.medida in numbers]
        own = [self.store.medidas[n].texto.texto for n in numbers if n in self.store.medidas]  # "(Proyecto del Fondo…)"
        if pays and any(self.cues.has("dato.financiado", fold(text)) for text in (*reported, *own)):
            return False
        return not any("$" in text for text in reported)

    def calibration(self, evidence: Evidence) -> Calibration:
        """How signals weigh for some evidence: questions may be written for the document of the best record, or not."""
        best = self.store.records[evidence.kept[0].record_id]
        asked = best.document in self._asked if not isinstance(best, Discrepancia | Fuera) else bool(self._asked)
        return self.calibrations.of(meaning=self.dense, questions=asked)

    def signals(self, query: Query, evidence: Evidence) -> Signals:
        """The signals of a query and what was found for it."""
        best, near = evidence.kept[0], evidence.kept[:5]
        outside = evidence.outside[0] if evidence.outside else None
        # A long question asks several things, and its best record need not hold them all.
        held = near[:3] if len(set(terms(query.texto))) > LONG else near[:1]
        uncovered, rarest = self._unsaid(query.texto, near[:3] if len(held) > 1 else near[:2])
        return Signals(
            dense=best.dense,
            coverage=max(best.coverage, self._covered(query.texto, best.record_id)),
            gap=min(1.0, best.score - evidence.kept[min(4, len(evidence.kept) - 1)].score),
            outside=(outside.score - best.score) if outside else -1.0,
            place_missing=float(self._lacks_place(query.pregunta, near[:2])),
            year_missing=float(self._lacks_year(query.texto, near[:2] if len(held) == 1 else near)),
            number_missing=float(
                self._lacks_number(
                    query.texto,
                    (*near[:2], *(hit for hit in near[2:3] if hit in held or hit.score >= NEARLY * best.score)),
                    tuple(hit for hit in near if hit.score >= NEARLY * best.score),
                )
            ),
            of_plan=float(query.medidas),
            english=float(query.ingles),
            asks_number=float(asks_number(query.texto, self.cues)),
            country_missing=float(self._lacks_country(query.pregunta, near[:2])),
            aspects_missing=float(
                self.aspects.missing(fold(query.pregunta), [fold(self.text(hit.record_id)) for hit in near[:2]])
            ),
            uncovered=uncovered,
            rarest=rarest,
            outside_alone=self._alone(query.texto, outside, near) if outside else 0.0,
            outside_mass=mass(evidence.outside) - mass((*evidence.kept, *evidence.rejected)),
            names_document=float(bool(query.documentos)),
            count_missing=float(self._lacks_count(query.texto, near[:3])),
            own_case=float(self.cues.has("dato.propio", query.texto)),
        )

    def _lacks_place(self, line: str, near: tuple[Hit, ...]) -> bool:
        """Whether a question names a comuna, a province or a region that none of the best records names."""
        found = (mention.lugar for mention in self.lugares.find(line) if not mention.gentilicio)
        # No document names a province: it matters where a figure is asked of it, and not where the asker lives in one.
        sorts = ("comuna", "region", *(("provincia",) if asks_number(line, self.cues) else ()))
        named = [place for place in found if place.clase in sorts]
        inner = {m.lugar.nombre for m in self.lugares.find(line) if _WITHIN.search(fold(line[: m.start]))}
        if not named:
            return False
        texts = [self.text(hit.record_id) for hit in near]
        told = {mention.lugar for text in texts for mention in self.lugares.find(text)}
        held = {
            place.region for place in told if place.clase == "comuna"
        } & inner  # "el paso de Tarapacá" is in Colchane
        return not held and not any(
            place in told or any(fold(place.nombre) in fold(text) for text in texts) for place in named
        )

    def _told_of_others(self, line: str, near: tuple[Hit, ...]) -> bool:
        """Whether a question of one sentence asks of a comuna where its best record names others, and not that one: "¿en qué
        consistió el piloto en X?", which was done in three that it names."""
        asked = {m.lugar for m in self.lugares.find(line) if m.lugar.clase == "comuna" and not m.gentilicio}
        record = self.store.records[near[0].record_id]
        if len(asked) != 1 or len(sentences(line)) > 1 or not isinstance(record, Fragmento | Pasaje):
            return False
        told = {m.lugar for m in self.lugares.find(record.texto.texto) if m.lugar.clase == "comuna"}
        return len(told) > 1 and not asked & told and self._lacks_place(line, near)

    def _lacks_country(self, line: str, near: tuple[Hit, ...]) -> bool:
        """Whether a question names countries or their people, and none of the best records names any of those."""
        named = countries_asked(line, self.lugares)
        if not named:
            return False
        told = {m.lugar.nombre for hit in near for m in self.lugares.find(self.text(hit.record_id))}
        return not named & told

    def _unsaid(self, line: str, near: tuple[Hit, ...]) -> tuple[float, float]:
        """How much of a question's words, weighed by rarity, the texts of records do not say, and its rarest such word."""
        said = frozenset[str]().union(*(self._stems(hit.record_id) for hit in near))
        rarity = self.store.vocabulary.rarity
        meant = self.synonyms.meant(line)
        asked = {stem: rarity(stem) for stem in set(terms(line)) if not stem.isdigit()}
        missing = {
            stem: weight for stem, weight in asked.items() if stem not in said and not meant.get(stem, set()) & said
        }
        total = math.fsum(asked.values())
        return (math.fsum(missing.values()) / total if total else 0.0), max(missing.values(), default=0.0) / RAREST

    def _covered(self, line: str, record_id: str) -> float:
        """How much of a question's words, weighed by rarity, a record or the questions written for it hold, or what they
        mean ("carpetas" are "solicitudes")."""
        held, meant = self.store.vocabulary.held(record_id), self.synonyms.meant(line)
        asked = {stem: self.store.vocabulary.rarity(stem) for stem in terms(line)}
        total = math.fsum(asked.values()) or 1.0
        return math.fsum(one for stem, one in asked.items() if stem in held or meant.get(stem, set()) & held) / total

    def meant_by(self, word: str) -> frozenset[str]:
        """The stems by which the lexicon has the documents say a word."""
        return frozenset[str]().union(*self.synonyms.meant(word).values())

    def _lacks_count(self, line: str, near: tuple[Hit, ...]) -> bool:
        """Whether the number of something is asked that none of the best records gives a number of; people are counted by what
        was done with them: "¿a cuántos extranjeros expulsaron?" asks for the expulsions."""
        meant = self.synonyms.meant(line)
        texts = [fold(self.text(hit.record_id)) for hit in near]
        rows = [title for hit in near if (title := self._row_title(hit.record_id))]
        return any(
            not any(counts(text, nouns) for text in texts) and not any(nouns & title for title in rows)
            # People are counted by what was done with them: "¿a cuántos extranjeros expulsaron?" asks for the expulsions.
            for nouns in (
                {noun, *meant.get(noun, ()), *(terms(line) if noun in PEOPLE else ())} for noun in counted(line)
            )
        )

    def uncounted(self, line: str, texts: Sequence[str]) -> bool:
        """Whether a line asks for the number of things by their noun, and no text gives a number near one of them."""
        meant = self.synonyms.meant(line)
        asked = {stem for noun in nouns(fold(line)) for stem in terms(noun)}
        meanings = {stem for one in asked for stem in (one, *meant.get(one, ()), *(PEOPLE if one in PEOPLE else ()))}
        return bool(asked) and not any(counts(fold(text), meanings, loosely=True) for text in texts)

    def says_more(self, line: str, one: str, other: str) -> float:
        """How rare, taken together, the words of a line are that another text says and one text does not."""
        meant = self.synonyms.meant(line)
        said, more = set(terms(one)), set(terms(other))
        asked = {stem: {stem, *meant.get(stem, ())} for stem in set(terms(line)) if not stem.isdigit()}
        return math.fsum(
            self.store.vocabulary.rarity(stem) for stem, own in asked.items() if own & more and not own & said
        )

    def _row_title(self, record_id: str) -> frozenset[str]:
        """What the row of a table counts: its title says it, and its cells are numbers."""
        record = self.store.records[record_id]
        is_row = isinstance(record, Fragmento) and record.tabla is not None and NUMBER.search(record.texto.texto)
        return frozenset(terms(record.titulo)) if is_row and isinstance(record, Fragmento) else frozenset()

    def _alone(self, line: str, one: Hit, others: tuple[Hit, ...]) -> float:
        """How much of a question, weighed by rarity, one record holds (its keys included) and no other one does."""
        asked = set(terms(line))
        vocabulary = self.store.vocabulary
        held = vocabulary.held(one.record_id) - frozenset[str]().union(*(vocabulary.held(o.record_id) for o in others))
        total = math.fsum(map(vocabulary.rarity, asked))
        return math.fsum(map(vocabulary.rarity, asked & held)) / total if total else 0.0

    @lru_cache(maxsize=4096)  # noqa: B019 - a scope lives as long as its index
    def _stems(self, record_id: str) -> frozenset[str]:
        return frozenset(terms(self.text(record_id)))

    def _lacks_year(self, line: str, near: tuple[Hit, ...]) -> bool:
        """Whether a question names years and none of the best records names any of them."""
        # What was before 2023 was at the end of 2022.
        years = set(_YEAR.findall(line)) | {str(int(year) - 1) for year in _BEFORE_YEAR.findall(fold(line))}
        return bool(years) and not any(years & set(_YEAR.findall(self.text(hit.record_id))) for hit in near)

    def _lacks_number(self, line: str, near: tuple[Hit, ...], nearly: tuple[Hit, ...]) -> bool:
        """Whether a question asks how many and the best records state no number but those of dates; nor how long, where that is
        asked, those ``nearly`` as good."""
        if not asks_number(line, self.cues) or "frecuencia" in self.aspects.asked(fold(line)):
            return False  # "cada cuánto tiempo": "trimestralmente" tells it
        things = set(counted(fold(line)))
        if things and any(counts_in_words(fold(self.text(hit.record_id)), things) for hit in near):
            return False  # "se sumaron dos abogados/as"
        if lasts(fold(line)) and any(lasting(fold(self.text(hit.record_id))) for hit in (*near, *nearly)):
            return False  # "Duración: dos días" gives it in letters
        texts = [_DAY.sub(" ", _YEAR.sub(" ", _MARK.sub("", self.text(hit.record_id)))) for hit in near]
        if _HOW_MANY.search(fold(line)):
            texts = [_NAME.sub(" ", text) for text in texts]
        return not any(NUMBER.search(text) for text in texts)

    def text(self, record_id: str) -> str:
        """What a record says, with its title and the headings over it."""
        record = self.store.records[record_id]
        if isinstance(record, Fragmento):
            tabla = self.store.records.get(record.tabla) if record.tabla is not None else None
            heads = tabla.columnas if isinstance(tabla, Tabla) else ()  # of which years a row is, they say
            return " ".join((record.titulo, *record.ruta, record.texto.texto, *heads))
        if isinstance(record, Pasaje):
            return " ".join((*record.ruta, record.texto.texto))
        if isinstance(record, Medida):
            return self.store.quote(record.span)
        if isinstance(record, Tabla):
            return f"{record.titulo.texto} {self.store.quote(record.span)}"
        if isinstance(record, Discrepancia):
            return " ".join((record.explicacion, *(self.store.quote(span) for span in record.spans)))
        if isinstance(record, Practica):
            return f"{record.titulo.texto} {record.lugar.texto} {self.store.quote(record.span)}"
        return ""


def _absent(evidence: Evidence) -> Evidence:
    return evidence.model_copy(update={"motivo": "ausente", "fuera": 1.0})


def mass(hits: Sequence[Hit]) -> float:
    """How good hits are as a crowd: about the best score, and more where others come near to it."""
    return math.log(1 + sum(math.exp(SHARPNESS * hit.score) for hit in hits)) / SHARPNESS
