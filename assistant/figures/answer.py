"""Answers to questions about figures: from tables, else None so that the caller goes on with text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import cells as choice
from assistant.figures import periods, phrases, sure
from assistant.figures.apart import Apart
from assistant.figures.cells import Selection
from assistant.figures.choose import SURE, Fit, TableChooser, explained, rivals, rows_counted
from assistant.figures.claims import CellClaims
from assistant.figures.complements import Complements
from assistant.figures.disputed import Disputed
from assistant.figures.drafts import Drafts
from assistant.figures.durations import Durations
from assistant.figures.each_document import of_each
from assistant.figures.grid import grids_of
from assistant.figures.its_period import of_all_that_time, of_each_period, of_its_period
from assistant.figures.joint import JointFigures, Part
from assistant.figures.lacking import Lacking
from assistant.figures.lexicon import FigureWords
from assistant.figures.longer import Longer
from assistant.figures.lookup import ProseLookup
from assistant.figures.measures import declares_total
from assistant.figures.near import stands_for_itself
from assistant.figures.near_sums import RestOperations, SumOperations
from assistant.figures.operate import TableOperations
from assistant.figures.pairs import PairOperations
from assistant.figures.prose import Nearby, ProseFigures, of_periods
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.ranked_in_prose import RankedInProse
from assistant.figures.reading import as_read, counted, names_a_thing, names_one, whole
from assistant.figures.several_there import SeveralThere
from assistant.figures.sheets import of_a_practice
from assistant.figures.sides import SideOperations, sides
from assistant.figures.sorts import counts, told_by
from assistant.figures.unsaid import Unsaid
from assistant.figures.values import Operand
from assistant.figures.worked import Worked
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.values import Draft, Evidence, Kind, Query, Status
from corpus.analysis import fold, terms
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Fragmento, Pasaje
from corpus.store import Store

WORDS = 0.6
NEAR = 0.8
FIRST_WORDS = 0.75
SURE_NEAR = 0.65
NEARBY = 0.6
CERTAIN = 0.8
PRECISE = 0.38
MAX_TABLES = 3
SINGLE = (Operacion.VALOR, Operacion.PARTE, Operacion.SERIE)
STATED = (Operacion.PROMEDIO, Operacion.PARTE)
APART = (Operacion.CAMBIO, Operacion.DIFERENCIA)
SPREAD = 2
OVERALL = frozenset(terms("total acumulado"))  # said in the label of what is all of its thing already
TOGETHER = (Operacion.DIFERENCIA, Operacion.CAMBIO, Operacion.PARTE, Operacion.RAZON, Operacion.SUMA)


class FigureAnswerer:
    """Answers questions about figures of one index."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        retriever: Retriever,
        lugares: Lugares,
        words: FigureWords,
        known: Instituciones,
    ) -> None:
        self.store = store
        self.texts = texts
        self.retriever = retriever
        self.lugares = lugares
        self.words = words
        self.grids = grids_of(store, lugares)
        self.chooser = TableChooser(store, self.grids, self.words, lugares)
        self.cells = CellClaims(texts)
        self.drafts = Drafts(store, texts, self.cells)
        self.operations = TableOperations(texts, self.cells)
        self.prose = ProseFigures(store)
        self.pairs = PairOperations(texts, store.vocabulary, store.quote, self.prose.section)
        self.sides = SideOperations(texts, store.vocabulary)
        self.sums = SumOperations(texts, store.vocabulary)
        self.rests = RestOperations(texts, store.vocabulary)
        self.longer = Longer(self.grids, lugares)
        self.complements = Complements(texts, self.words, self.chooser.left_out)
        self.lookup = ProseLookup(texts, store)
        self.ranked = RankedInProse(texts, self.prose, self.lookup)
        self.alike = SeveralThere(texts, self.lookup)
        self.joint = JointFigures(texts, store, self.lookup, lugares)
        self.durations = Durations(store, texts, self.words)
        self.apart = Apart(store, texts, lugares, self.lookup, Unsaid(store, self.words, known))
        self.disputed = Disputed(store, texts, self.words)
        self.lacking = Lacking(store, texts, self.words, lugares, self.cells, self.prose)

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
        nearby = self.prose.nearest(evidence) if draft is None else []
        if nearby and query.kind is Kind.PASAJE and evidence.fuera < CERTAIN and not evidence.motivo:
            draft = self.drafts.worked(self.ranked.find(asked, nearby))
        if draft is None and plain and nearby and evidence.fuera < CERTAIN and len(query.documentos) < SPREAD:
            draft = self._alike(asked, evidence, nearby)
            if draft is None and not (evidence.motivo or asked.several or query.seguimiento):
                draft = of_its_period(asked, evidence, self.prose, self.lookup)
        told, draft = draft, self.apart.checked(query, asked, evidence, draft, nearby, asks=self.asks(asked))
        if plain and told and draft and draft.abstained and not told.abstained:
            share = asked.operation is Operacion.PARTE  # what was stated is of another part
            next_best = (self._together if share else self._said_of_it)(asked, evidence)
            draft = (next_best and self.apart.checked(query, asked, evidence, next_best, [], asks=True)) or draft
        return draft and draft.model_copy(update={"lectura": as_read(query, asked, draft)})

    def _alike(self, asked: Asked, evidence: Evidence, nearby: Sequence[Nearby]) -> Draft | None:
        """What is told of a thing that the passage which comes nearest does not count."""
        if self.words.has("no_cifra.palabras", asked.line) and not (asked.counts or asked.percent):
            return None  # "¿quién quedó presidiendo?"
        if (
            evidence.motivo and not asked.counts and not phrases.inquires(asked.line)
        ):  # "empresas con compromiso migrante"
            named = replace(asked, counts=True, heads=asked.content[:1])
            found = self._one(named, evidence)
            if found is not None and not found.abstained and counted(named, found):
                return found
        leading = [one for near, one in nearby if near == 1]
        elsewhere = asked.counts and bool(asked.heads) and not any(counts(asked, one.stems) for one in leading)
        return self.drafts.worked(self.alike.find(asked, nearby)) if evidence.motivo or elsewhere else None

    def _answer(self, query: Query, evidence: Evidence) -> Draft | None:
        if query.kind is not Kind.PASAJE:
            return None
        asked = read(query, self.words, self.lugares)
        if len(query.documentos) > 1:
            counts = asked.counts and bool(asked.heads) and asked.operation is Operacion.VALOR
            return of_each(self.store, query, evidence, self._plainly) if counts else None
        if not query.seguimiento and phrases.contrasts(asked.line) and not (asked.periods or asked.places):
            return None
        if query.medidas:  # of the plan, unless it is a share, or of another plan, that a sentence plainly states
            reported = asked.operation is Operacion.PARTE or phrases.another_plan(asked.line)
            plain = reported and self.asks(asked) and self._of_a_report(evidence)
            return self._from_prose(asked, evidence) if plain else None
        if asked.operation is Operacion.VALOR and of_a_practice(self.store, asked, evidence):
            return None
        if query.seguimiento and asked.counts and asked.operation is Operacion.VALOR and not asked.periods:
            continued = self.drafts.worked(self.lookup.continued(asked, self.prose.told(query.records)))
            if continued is not None:
                return continued
        lasting = self.durations.answer(asked, evidence)
        if lasting is not None:
            return lasting
        if not self.asks(asked) or not names_a_thing(asked):
            return None  # "¿y el primer trimestre?" alone names nothing
        apart = self._worked_apart(query, evidence)
        if apart is not None:
            return apart
        parts = self._parts(query, asked)
        several = self._several(parts, evidence) if parts else None
        joint = self._jointly(query, asked, evidence)
        if several and joint and self.apart.of_another(query, asked, several):
            several = None  # a sentence that leaves unsaid what parts the figures is of others
        if several is not None and self.drafts.of_one_place(several) and all(counted(part, several) for part in parts):
            return several.model_copy(update={"entire": True})
        draft = joint or several or self._one(asked, evidence)
        return draft.model_copy(update={"entire": True}) if draft is not None and whole(asked, draft) else draft

    def _plainly(self, query: Query, evidence: Evidence) -> Draft | None:
        """The one figure that a question asks for."""
        return self._one(replace(read(query, self.words, self.lugares), part=True), evidence)

    def _jointly(self, query: Query, asked: Asked, evidence: Evidence) -> Draft | None:
        """The figures of several questions in one, where one sentence or two beside each other state them all."""
        pieces = phrases.pieces(query.texto)
        if len(pieces) < 2 or evidence.fuera >= CERTAIN or query.seguimiento:
            return None
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
        asks = phrases.asks(last)
        if len(asks) < 2 or asked.operation not in SINGLE:
            return []
        if not all(names_one(self.words, text) for text in asks):
            return []  # "…, ¿y cuántas son en total?" asks for all of them together
        return [self._part(query, text) for text in asks]

    def _worked_apart(self, query: Query, evidence: Evidence) -> Draft | None:
        """What each of several questions asks to be worked out: "¿por cuántos puntos superó… y cuántos puestos subió?"."""
        asks = phrases.asks(fold(query.pregunta) if query.seguimiento else query.texto)
        own = [{"texto": asks[0]}, *({"texto": f"{text}? {asks[0]}"} for text in asks[1:])]
        parts = [self._part(query.model_copy(update=texto), text) for texto, text in zip(own, asks, strict=True)]
        parts = parts if len(parts) > 1 else []
        if not parts or any(part.operation not in (Operacion.DIFERENCIA, Operacion.CAMBIO) for part in parts):
            return None
        draft = self._several(parts, evidence)
        return draft and draft.model_copy(update={"entire": True})

    def _part(self, query: Query, text: str) -> Asked:
        """One of the questions of a message, read as following on the one before."""
        last = fold(query.pregunta) if query.seguimiento else query.texto
        update = {"pregunta": text, "texto": query.texto, "seguimiento": True, "anterior": last}
        return replace(read(query.model_copy(update=update), self.words, self.lugares), part=True)

    def _several(self, parts: Sequence[Asked], evidence: Evidence) -> Draft | None:
        """The answers to several questions in one, those of one table together; None where one has none."""
        drafts = [self._one(part, evidence) for part in parts]
        found = [draft for draft in drafts if draft is not None and not draft.abstained]
        return self.drafts.together(found) if len(found) == len(parts) else None

    def _one(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The answer to one question about figures."""
        left = self._rest(asked, evidence) if asked.operation is Operacion.VALOR else None
        if left:
            return left
        if asked.operation in STATED and evidence.fuera < CERTAIN:
            stated = self.drafts.worked(self.lookup.find(asked, self.prose.nearest(evidence)))
            if stated:
                return stated
        if asked.operation is Operacion.SUMA and asked.total and (declared := self._declared(asked, evidence)):
            return declared
        if asked.operation in (Operacion.DIFERENCIA, Operacion.PARTE):
            beside = self._side_by_side(asked, evidence)
            if beside is not None:
                return beside
        over_years = self.drafts.worked(of_all_that_time(asked, evidence, self.prose, self.lookup, self.words))
        if asked.operation in TOGETHER:
            return over_years or self._from_tables(asked, evidence, only_worked=True) or self._together(asked, evidence)
        if asked.per is not None and asked.operation is Operacion.VALOR and (asked.counts or asked.money or asked.bare):
            apart = replace(asked, operation=Operacion.RAZON)
            found = self._from_tables(apart, evidence, only_worked=True) or self._computed(apart, evidence)
            if found:
                return found
        tables = self.chooser.fits(asked, evidence)
        narrow = bool(tables) and self.chooser.narrower(asked, tables[0])
        nearby = self.prose.nearest(evidence) if narrow and evidence.fuera < CERTAIN else []
        if nearby and (wider := self.alike.of_the_wider(asked, nearby, tables[0])):
            return self.drafts.worked(wider)
        if tables and (narrow or self.chooser.may_be_said(asked, tables[0])):  # a sentence comes nearer
            said = self._from_prose(asked, evidence)
            if said is not None and not self._explains_more(asked, tables[0], said, narrow=narrow):
                return said
        of_table = self._from_tables(asked, evidence)
        if of_table is not None and of_table.abstained:  # a sentence may say what the table does not part
            return (self._from_prose(asked, evidence) if asked.places else None) or of_table
        return (
            of_table
            or self._from_prose(asked, evidence)
            or self.drafts.worked(of_each_period(asked, evidence, self.prose, self.lookup))
            or over_years
        )

    def _explains_more(self, asked: Asked, fit: Fit, said: Draft, *, narrow: bool) -> bool:
        """Whether a table that explains all of a question by its labels leaves less of it unsaid than a sentence does, or
        than the labels of its figures where the table is of a part.
        """
        if fit.words < SURE or not fit.named.by_words or self._selected(asked, fit) is None:
            return False
        told = [one.concept if narrow else self.store.quote(span) for one in said.figures for span in one.spans]
        return explained(asked, frozenset(terms(" ".join(told))), self.store.vocabulary) < SURE

    def _declared(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The total that a table gives of what is counted: "¿cuántas personas en total participaron en…?"."""
        plain = replace(asked, operation=Operacion.VALOR)
        best = self.chooser.fits(plain, evidence)[:1]
        of_table = any(declares_total(asked, fit.grid, fit.named) for fit in best)
        if declared := self._from_tables(plain, evidence) if of_table else None:
            return declared
        said = self._from_prose(plain, evidence) if len(asked.periods) < SPREAD else None
        whole = said and said.figures and all(OVERALL & set(terms(one.concept)) for one in said.figures)
        return said if whole else None

    def asks(self, asked: Asked) -> bool:
        """Whether a question is one about figures: it counts, computes, or names nothing but a thing and its period."""
        if self.words.has("no_cifra.frecuencia", asked.line):
            return False
        if self.words.has("no_cifra.palabras", asked.line) and not (asked.counts or asked.percent):
            return False
        return asked.counts or asked.percent or asked.operation is not Operacion.VALOR or bool(asked.periods)

    def _from_prose(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """One figure of the nearest passage, where that states several."""
        nearby = self.prose.nearest(evidence) if evidence.fuera < CERTAIN else []
        nearby = [(near, one) for near, one in nearby if stands_for_itself(asked, one, self.store.quote)]
        part = self.lookup.part_of_percent(asked, nearby)
        return self.drafts.worked(part or self.lookup.find(asked, nearby, strict=bool(evidence.motivo)))

    def _said_of_it(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The figure of a sentence, where what was told is of something else: "visas pedidas para niños"."""
        single = asked.operation is Operacion.VALOR and not (asked.several or asked.asks_else)
        return self._from_prose(asked, evidence) if single else None

    def _rest(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is left of a whole where a question denies its part; a table would tell the part itself."""
        nearby = [one for _, one in self.prose.nearest(evidence)] if evidence.fuera < CERTAIN else []
        return self.drafts.worked(self.rests.rest(asked, nearby, self.store))

    def _together(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is computed from figures of several places: sentences, lists and the nearest tables."""
        worked = self._computed(asked, evidence)
        return worked or (None if asked.part else self._from_tables(asked, evidence))

    def _side_by_side(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is worked out of two figures that a question names one after the other."""
        relative = asked.percent and asked.operation is not Operacion.PARTE  # "en qué porcentaje superó": a change
        if sides(asked) is None or relative or not evidence.kept:
            return None
        grids = [f.grid for f in self.chooser.fits(asked, evidence) if f.near >= NEARBY][:MAX_TABLES]
        there = [one for one in self.prose.near(evidence, grids) if stands_for_itself(asked, one, self.store.quote)]
        return self.drafts.worked(self.sides.work(asked, there, strict=evidence.fuera >= CERTAIN))

    def _computed(self, asked: Asked, evidence: Evidence) -> Draft | None:
        if not evidence.kept:
            return None
        grids = [f.grid for f in self.chooser.fits(asked, evidence) if f.near >= NEARBY][:MAX_TABLES]
        worked = self._near(asked, self.prose.near(evidence, grids))
        draft = self.drafts.worked(worked)
        if worked is None or draft is None or evidence.fuera < CERTAIN:
            return draft
        return draft if sure.all_said(asked, worked.operands, of_one_place=self.drafts.of_one_place(draft)) else None

    def _near(self, asked: Asked, operands: Sequence[Operand]) -> Worked | None:
        """The outcome of an operation over figures near a question."""
        there = [one for one in of_periods(operands, asked.periods) if stands_for_itself(asked, one, self.store.quote)]
        if asked.operation is Operacion.RAZON:
            return self.pairs.ratio(asked, there)
        if asked.operation is Operacion.PARTE:
            return self.pairs.share(asked, there)
        if asked.operation in (Operacion.DIFERENCIA, Operacion.CAMBIO):
            return self.pairs.difference(asked, there)
        return self.sums.total(asked, there) if asked.operation is Operacion.SUMA else None

    def _from_tables(self, asked: Asked, evidence: Evidence, *, only_worked: bool = False) -> Draft | None:
        fits = self.chooser.fits(asked, evidence)
        if asked.rows and asked.operation is Operacion.VALOR:
            asked, fits = rows_counted(asked, fits)
        for fit in rivals(fits, only_worked=only_worked):
            selection = self._selected(asked, fit)
            if selection is None:
                continue
            if asked.operation in APART and len({p.years for p in selection.periods if p}) < SPREAD:
                selection = self.longer(asked, selection) or selection
            absent = self.lacking.claims(asked, selection, evidence)
            if absent:
                return Draft(status=Status.NOT_FOUND, claims=tuple(absent), abstained=True)
            if evidence.fuera >= CERTAIN and not sure.certain(selection):
                continue
            if not fit.beside and fit.near < SURE and fit.precision < PRECISE:
                continue  # a sentence comes nearer, and the labels speak of other things too
            selection = replace(selection, cells=told_by(asked, selection.grid, selection.cells))
            if sure.answers(asked, selection) and (evidence.kept or sure.sure(asked, selection)):
                worked = self.complements.whole(asked, selection, fits) or self.operations.work(asked, selection)
                bare = asked.operation is Operacion.PARTE and all(cell.unit != "%" for cell in selection.cells)
                declared = asked.operation is Operacion.SUMA and all(c.column is None for c in selection.cells)
                if declared and worked is None and len(selection.cells) == 1:
                    return self.drafts.of_cells(selection, None)
                averaged = asked.operation in (Operacion.PROMEDIO, Operacion.RAZON)
                if worked is None and (only_worked or bare or averaged):  # the whole is no average
                    continue
                return self.drafts.of_cells(selection, worked)
        return None

    def _selected(self, asked: Asked, fit: Fit) -> Selection | None:
        """The cells that a question means of a table, or None where the table does not fit it well."""
        if fit.words < WORDS or fit.near < (NEAR if fit.words < SURE else SURE_NEAR):
            return None
        named = fit.named.by_words or declares_total(asked, fit.grid, fit.named)
        if not (fit.beside or fit.near >= SURE) and not (named and fit.words >= FIRST_WORDS):
            return None
        return choice.select(asked, fit, self.lugares)
