"""Answers to questions about figures: from tables, else None so that the caller goes on with text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import both, by_unit, movements, parts_asked, periods, phrases
from assistant.figures.apart import Apart
from assistant.figures.choose import TableChooser
from assistant.figures.claims import CellClaims
from assistant.figures.disputed import Disputed
from assistant.figures.drafts import Drafts
from assistant.figures.durations import Durations
from assistant.figures.each_document import of_each
from assistant.figures.ends import ends
from assistant.figures.grid import grids_of
from assistant.figures.its_period import of_its_period
from assistant.figures.joint import JointFigures, Part
from assistant.figures.lexicon import FigureWords
from assistant.figures.lookup import ProseLookup
from assistant.figures.missing_end import missing_end
from assistant.figures.prose import Nearby, ProseFigures
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.rank_moves import of_a_move
from assistant.figures.ranked_in_prose import RankedInProse
from assistant.figures.reading import as_read, counted, names_a_thing, names_one, of_another_thing, whole
from assistant.figures.rests import denies_what_they_are
from assistant.figures.several_there import SeveralThere
from assistant.figures.sheets import for_each, of_a_practice, over_years
from assistant.figures.single import CERTAIN, SPREAD, SingleFigures
from assistant.figures.sorts import asks_who_there_are, counts, of_residents
from assistant.figures.unsaid import Unsaid
from assistant.not_found import not_found
from assistant.texts import Texts
from assistant.values import Draft, Evidence, Kind, Query
from corpus.analysis import fold
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Fragmento, Pasaje
from corpus.store import Store

_REQUESTED = re.compile(r"\b(?:solicit|pedid|pidi|ingres|present|recib|postul|peticion)\w*")
_AVERAGE = re.compile(r"\b(?:promedio|medi[oa] por|en media|average|on average)\b")
# "¿Entre qué meses lo hicieron?", after how many they were: no number is asked for.
_NO_NUMBER = re.compile(
    r"^\W*(?:(?:y|e|pero|ya|ok|oye)\b\W*)*(?:(?:a|con|de|desde|en|entre|hasta|para|por) )?"
    r"(?:cuando|donde|quien(?:es)?|como|que (?:mes(?:es)?|dias?|fechas?|lugar(?:es)?|sitios?))\b(?!.*(?:\bcuant|%|\bporcentaje|\bmas\b|\bmenos\b))"
)
SINGLE = (Operacion.VALOR, Operacion.PARTE, Operacion.SERIE)


class FigureAnswerer:
    """Answers questions about figures of one index."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        lugares: Lugares,
        words: FigureWords,
        known: Instituciones,
    ) -> None:
        self.store = store
        self.texts = texts
        self.lugares = lugares
        self.words = words
        self.grids = grids_of(store, lugares)
        cells = CellClaims(texts)
        self.drafts = Drafts(store, texts, cells)
        self.prose = ProseFigures(store)
        self.lookup = ProseLookup(store, texts)
        self.ranked = RankedInProse(texts, self.prose, self.lookup)
        self.alike = SeveralThere(texts, self.lookup)
        chooser = TableChooser(store, self.grids, words, lugares)
        self.single = SingleFigures(
            store, texts, self.grids, chooser, cells, self.drafts, self.prose, self.lookup, self.alike, words, lugares
        )
        self.joint = JointFigures(texts, store, self.lookup, lugares)
        self.durations = Durations(store, texts, self.words)
        self.apart = Apart(store, texts, lugares, self.lookup, Unsaid(store, self.words, known))
        self.disputed = Disputed(store, texts, self.words)

    def answer(self, query: Query, evidence: Evidence) -> Draft | None:
        """The draft of a question about figures, with the query as it was read for it; None where it asks for none, or
        no figures fit it well. What the scope surely takes for unanswerable is answered by a table alone that has all.
        """
        asked = read(query, self.words, self.lugares)
        plain = query.kind is Kind.PASAJE and not query.medidas
        disputed = (self.disputed.sum(asked) or self.disputed.either(query, asked)) if plain else None
        if evidence.motivo and query.kind is Kind.PASAJE:  # else the passages near are told with what disagrees
            disputed = disputed or self.disputed.find(query, asked)
        if disputed is not None:
            return disputed.model_copy(update={"lectura": as_read(query, asked, disputed)})
        draft = self._answer(query, evidence) or (self.disputed.both(asked) if plain else None)
        if draft is not None and not query.seguimiento and self._of_others(asked, draft):
            return not_found(query, self.texts)
        if draft is None and plain and evidence.fuera < CERTAIN:
            moved = self.drafts.worked(of_a_move(asked, self.prose.around(evidence), self.store))
            if moved is not None:
                return moved.model_copy(update={"lectura": as_read(query, asked, moved)})
        nearby = self.prose.nearest(evidence) if draft is None else []
        if nearby and query.kind is Kind.PASAJE and evidence.fuera < CERTAIN and not evidence.motivo:
            draft = self.drafts.worked(self.ranked.find(asked, nearby))
        if draft is None and plain and nearby and evidence.fuera < CERTAIN and len(query.documentos) < SPREAD:
            draft = self._alike(asked, evidence, nearby)
            draft = draft or missing_end(self.texts, self.prose, asked, nearby)
            if draft is None and not (evidence.motivo or asked.several or query.seguimiento):
                draft = of_its_period(asked, evidence, self.prose, self.lookup)
        told, draft = draft, self.apart.checked(query, asked, evidence, draft, nearby, asks=self.asks(asked))
        if plain and told and draft and draft.abstained and not told.abstained:
            share = asked.operation is Operacion.PARTE  # what was stated is of another part
            next_best = (self.single.together if share else self.single.said_of_it)(asked, evidence)
            draft = (next_best and self.apart.checked(query, asked, evidence, next_best, [], asks=True)) or draft
        return draft and draft.model_copy(update={"lectura": as_read(query, asked, draft)})

    def _of_others(self, asked: Asked, draft: Draft) -> bool:
        """Whether the figures of a draft are of those who did or got something, where a question is for all that there are, or
        of all where it is for those who are not something, or for what there is for each."""
        if draft.abstained or any(claim.computed for claim in draft.claims[:1]):
            return False
        said = fold(" ".join(self.store.quote(span) for figure in draft.figures for span in figure.spans[:1]))
        labels = fold(" ".join(figure.concept for figure in draft.figures))
        if by_unit.for_each_person(asked.line):
            return not by_unit.for_each_person(f"{said} {labels}")
        if asked.requests and not _REQUESTED.search(f"{said} {labels}"):
            return self.words.has("desenlace.palabras", said)  # "¿cuántos la pidieron?": not how many got it
        if asks_who_there_are(asked):
            return not of_residents(f"{said} {labels}")
        return denies_what_they_are(asked.line) and not asked.without and re.search(r"\bno\b", labels) is None

    def passages_of_another(self, query: Query, draft: Draft) -> Draft | None:
        """What to say instead of passages that are told for want of a figure, where they count something else; None where
        they do not, or no number is asked for."""
        asked = read(query, self.words, self.lugares)
        if self._not_worked_out(asked, draft):
            return not_found(query, self.texts)
        numbers = self.asks(asked) and not (asked.asks_else or asked.several)
        if not numbers or query.medidas or len(query.documentos) > 1 or query.seguimiento:
            return None
        return self.apart.of_another_text(query, asked, draft)

    def _not_worked_out(self, asked: Asked, draft: Draft) -> bool:
        """Whether so much of a thing for each of another was asked for, and passages say nothing of what each had: "¿cuánto pagó
        en promedio cada aerolínea?", of all that they paid."""
        if asked.operation is not Operacion.RAZON or asked.per is None or not _AVERAGE.search(asked.line):
            return False
        if draft.abstained or draft.medidas or any(claim.computed for claim in draft.claims[:1]):
            return False
        said = fold(" ".join(claim.text for claim in draft.claims[:1]))
        return _AVERAGE.search(said) is None and re.search(rf"\b(?:por|cada) {re.escape(asked.per)}", said) is None

    def _alike(self, asked: Asked, evidence: Evidence, nearby: Sequence[Nearby]) -> Draft | None:
        """What is told of a thing that the passage which comes nearest does not count."""
        if self.words.has("no_cifra.palabras", asked.line) and not (asked.counts or asked.percent):
            return None  # "¿quién quedó presidiendo?"
        if (
            evidence.motivo and not asked.counts and not parts_asked.inquires(asked.line)
        ):  # "empresas con compromiso migrante"
            named = replace(asked, counts=True, heads=asked.content[:1])
            found = self.single.answer(named, evidence)
            if found is not None and not found.abstained and counted(named, found):
                return found
        leading = [one for near, one in nearby if near == 1]
        elsewhere = asked.counts and bool(asked.heads) and not any(counts(asked, one.stems) for one in leading)
        return self.drafts.worked(self.alike.find(asked, nearby)) if evidence.motivo or elsewhere else None

    def _answer(self, query: Query, evidence: Evidence) -> Draft | None:
        if query.kind is not Kind.PASAJE or (query.seguimiento and _NO_NUMBER.search(fold(query.pregunta))):
            return None
        asked = read(query, self.words, self.lugares)
        if len(query.documentos) > 1:
            counts = asked.counts and bool(asked.heads) and asked.operation is Operacion.VALOR
            return of_each(self.store, query, evidence, self._plainly) if counts else None
        concepts = phrases.contrasts(asked.line) and not ((told := ends(asked.line)) and told.most and told.least)
        if not query.seguimiento and concepts and not (asked.periods or asked.places):
            return None
        if query.medidas:  # of the plan, unless it is a share, or of another plan, that a sentence plainly states
            reported = asked.operation is Operacion.PARTE or phrases.another_plan(asked.line)
            plain = reported and self.asks(asked) and self._of_a_report(evidence)
            return self.single.from_prose(asked, evidence) if plain else None
        each = asked.operation in (Operacion.VALOR, Operacion.RAZON, Operacion.SERIE) and evidence.fuera < CERTAIN
        shared = for_each(self.store, self.texts, self.prose, self.words, asked, evidence) if each else None
        shared = shared or over_years(self.store, self.texts, self.prose, self.words, asked, evidence)
        if shared is not None:
            return self.drafts.worked(shared)
        if asked.operation is Operacion.VALOR and of_a_practice(self.store, asked, evidence):
            return None
        if query.seguimiento and asked.counts and asked.operation is Operacion.VALOR and not asked.periods:
            continued = self.drafts.worked(self.lookup.continued(asked, self.prose.told(query.records)))
            if continued is not None:
                return continued
        lasting = self.durations.answer(asked, evidence) or self.durations.answer(self._of_all(query, asked), evidence)
        if lasting is not None:
            return lasting
        if not self.asks(asked) or not names_a_thing(asked):
            return None  # "¿y el primer trimestre?" alone names nothing
        apart = self._worked_apart(query, evidence) or self._side_by_side(query, asked, evidence)
        if apart is not None:
            return apart
        parts = self._parts(query, asked)
        several = self._several(parts, evidence) if parts else None
        joint = self._jointly(query, asked, evidence)
        if several and joint and self.apart.of_another(query, asked, several):
            several = None  # a sentence that leaves unsaid what parts the figures is of others
        if several is not None and self.drafts.of_one_place(several) and all(counted(part, several) for part in parts):
            return several.model_copy(update={"entire": True})
        draft = joint or several or self._of_complements(query, asked, evidence) or self.single.answer(asked, evidence)
        return draft.model_copy(update={"entire": True}) if draft is not None and whole(asked, draft) else draft

    def _of_all(self, query: Query, asked: Asked) -> Asked:
        """A question with what it tells of the asker, who may be at the very thing: "estoy armando el taller de…, ¿cuánto dura?"."""
        line = self.words.written_out(query.texto)
        meanings = self.words.meanings(line)
        return asked if query.seguimiento else replace(asked, line=line, meanings=meanings, fresh=meanings)

    def _plainly(self, query: Query, evidence: Evidence) -> Draft | None:
        """The one figure that a question asks for."""
        return self.single.answer(replace(read(query, self.words, self.lugares), part=True), evidence)

    def _jointly(self, query: Query, asked: Asked, evidence: Evidence) -> Draft | None:
        """The figures of several questions in one, where one sentence or two beside each other state them all."""
        pieces = parts_asked.pieces(query.texto)
        spread = len(asked.periods) >= SPREAD or any(one.open_end or len(one.years) > 1 for one in asked.periods)
        if len(pieces) < 2 and asked.operation in SINGLE and not spread:
            pieces = parts_asked.both_counted(query.texto)
        if len(pieces) < 2 or evidence.fuera >= CERTAIN or query.seguimiento:
            return None
        if any(both.among(piece.text) for piece in pieces):
            return None  # two that are to be added up are no answer to two questions
        heads = {phrases.heads(piece.text)[:1] for piece in pieces}
        apart = asked.operation is Operacion.SUMA and len(heads) > 1  # "… y cuántas solicitudes revisaron entre todas"
        if asked.operation not in (*SINGLE, Operacion.MAXIMO) and not apart:
            return None
        parts = [
            Part(one.sort, self._part(query, one.text), periods.asked(one.text), phrases.predicate(one.text))
            for one in pieces
        ]
        draft = self.drafts.worked(self.joint.find(asked, parts, self.prose.around(evidence)))
        return draft and draft.model_copy(update={"entire": True})

    def _of_a_report(self, evidence: Evidence) -> bool:
        """Whether what comes nearest is a passage, and of no document that medidas are of."""
        record = self.store.records[evidence.kept[0].record_id] if evidence.kept else None
        plans = {medida.document for medida in self.store.medidas.values()}
        return isinstance(record, Fragmento | Pasaje) and record.document not in plans

    def _parts(self, query: Query, asked: Asked) -> list[Asked]:
        """The single questions of one that asks for several figures, each read as following on the one before."""
        last = fold(query.pregunta) if query.seguimiento else query.texto
        asks = parts_asked.asks(last)
        if len(asks) < 2 or asked.operation not in SINGLE:
            return []
        if not all(names_one(self.words, text) for text in asks):
            return []  # "…, ¿y cuántas son en total?" asks for all of them together
        return [self._part(query, text) for text in asks]

    def _worked_apart(self, query: Query, evidence: Evidence) -> Draft | None:
        """What each of several questions asks to be worked out: "¿por cuántos puntos superó… y cuántos puestos subió?"."""
        asks = parts_asked.asks(fold(query.pregunta) if query.seguimiento else query.texto)
        own = [{"texto": asks[0]}, *({"texto": f"{text}? {asks[0]}"} for text in asks[1:])]
        parts = [self._part(query.model_copy(update=texto), text) for texto, text in zip(own, asks, strict=True)]
        parts = parts if len(parts) > 1 else []
        if not parts or any(part.operation not in (Operacion.DIFERENCIA, Operacion.CAMBIO) for part in parts):
            return None
        draft = self._several(parts, evidence)
        return draft and draft.model_copy(update={"entire": True})

    def _side_by_side(self, query: Query, asked: Asked, evidence: Evidence) -> Draft | None:
        """Two series of two tables over the same years; None where one table has both, or one is not found."""
        named = parts_asked.series(query.texto) if asked.operation is Operacion.SERIE and not query.seguimiento else []
        drafts = []
        for text in named:
            alone = query.model_copy(update={"texto": text, "pregunta": text})
            drafts.append(self.single.answer(read(alone, self.words, self.lugares), evidence))
        found = [draft for draft in drafts if draft is not None and not draft.abstained and len(draft.figures) > 1]
        if len(found) < 2 or found[0].record_ids == found[1].record_ids:
            return None
        return self.drafts.together(found).model_copy(update={"entire": True})

    def _of_complements(self, query: Query, asked: Asked, evidence: Evidence) -> Draft | None:
        """The figures of two things of one sort: "los ingresos por derechos y por multas"; None where one is not found."""
        if asked.operation not in (Operacion.VALOR, Operacion.SERIE) or query.seguimiento or evidence.fuera >= CERTAIN:
            return None
        drafts = []
        for text in parts_asked.of_complements(query.texto):
            part = read(query.model_copy(update={"texto": text, "pregunta": text}), self.words, self.lugares)
            drafts.append(self.single.answer(part, evidence))
        found = [draft for draft in drafts if draft is not None and not draft.abstained and draft.figures]
        if len(found) < 2 or set(found[0].figures) & set(found[1].figures):
            return None
        return self.drafts.together(found).model_copy(update={"entire": True})

    def _part(self, query: Query, text: str) -> Asked:
        """One of the questions of a message, read as following on the one before."""
        last = fold(query.pregunta) if query.seguimiento else query.texto
        update = {"pregunta": text, "texto": query.texto, "seguimiento": True, "anterior": last}
        return replace(read(query.model_copy(update=update), self.words, self.lugares), part=True)

    def _several(self, parts: Sequence[Asked], evidence: Evidence) -> Draft | None:
        """The answers to several questions in one, those of one table together; None where one has none."""
        drafts = [self.single.answer(part, evidence) for part in parts]
        found = [draft for draft in drafts if draft is not None and not draft.abstained]
        told = {draft.figures for draft in found}  # one figure, told twice, answers but one of them
        if any(of_another_thing(part, draft, found[0]) for part, draft in zip(parts[1:], found[1:], strict=False)):
            return None
        return self.drafts.together(found) if len(told) == len(parts) else None

    def asks(self, asked: Asked) -> bool:
        """Whether a question is one about figures: it counts, computes, or names nothing but a thing and its period."""
        if self.words.has("no_cifra.frecuencia", asked.line):
            return False
        ranked = asked.by_row and asked.operation in (Operacion.MAXIMO, Operacion.MINIMO)  # "¿quién va con menos?"
        if self.words.has("no_cifra.palabras", asked.line) and not (asked.counts or asked.percent or ranked):
            return False
        plain = asked.operation is not Operacion.VALOR or bool(asked.periods) or movements.asks(asked)
        return asked.counts or asked.percent or plain
