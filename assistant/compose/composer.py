"""The composer: which claims make up the answer to a query, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.compose.acts import NumberedActs
from assistant.compose.contradictions import Contradictions
from assistant.compose.described import DescribedEjes
from assistant.compose.held import WHICH_MEDIDA
from assistant.compose.leads import Leads, overlap
from assistant.compose.meaning import MeaningDrafts
from assistant.compose.nearest import NearestMedidas
from assistant.compose.of_document import OfDocument
from assistant.compose.passages import PassageClaims
from assistant.compose.plan import PlanDrafts
from assistant.compose.question_parts import question_parts
from assistant.compose.reported import ReportedSets
from assistant.compose.sets import SetDrafts
from assistant.compose.suggest import Suggester
from assistant.compose.undefined import Meanings, is_title
from assistant.compose.unsaid import Unsaid
from assistant.compose.whole import WholeDocuments
from assistant.figures import FigureAnswerer
from assistant.guide import GuideAnswerer
from assistant.not_found import not_found
from assistant.practices import PracticeAnswerer
from assistant.retrieve import Retriever
from assistant.spans import spans_of
from assistant.texts import Texts
from assistant.understand.temas import Temas
from assistant.values import Claim, Draft, Evidence, Filtros, Kind, Query, Status
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Discrepancia, Fragmento, Medida, Pasaje, Practica, Record
from corpus.store import Store

# The words of the lexicon by which messages are taken apart and read here.
MESSAGES = "mensajes.toml"
CERTAIN = 0.8
WHOLLY = 0.95
REFUSED = ("tramite", "contacto", "instruccion", "ajeno", "opinion", "futuro", "pais", "ley")
_COUNTS_MEDIDAS = re.compile(r"\b(?:cuantas|numero de|cantidad de) medidas\b")
# What is said right before a medida: "el correo del responsable de la medida 40".
_OF_MEDIDA = re.compile(r"[^.?!:;«»\"]{0,45}\bmedida\b")


class Composer:
    """Composes drafts from one index; deterministic.

    ``messages`` are the words by which messages are read here, ``asking`` those of questions about medidas.
    """

    def __init__(
        self,
        store: Store,
        texts: Texts,
        known: Instituciones,
        retriever: Retriever,
        messages: Cues,
        asking: Cues,
        describe: Callable[[Filtros], str],
        today: Callable[[], date],
        figures: FigureAnswerer | None = None,
        practices: PracticeAnswerer | None = None,
        guide: GuideAnswerer | None = None,
        temas: Temas | None = None,
        lugares: Lugares | None = None,
    ) -> None:
        self.figures = figures
        self.practices = practices
        self.guide = guide
        self.store = store
        self.texts = texts
        self.retriever = retriever
        self.plan = PlanDrafts(store, texts, known, retriever, messages, today, self._beyond_plan, lugares)
        self.sets = SetDrafts(self.plan, describe)
        self.medidas = self.plan.claims
        self.reported = ReportedSets(self.medidas, known, messages, describe)
        self.nearest = NearestMedidas(retriever, temas or Temas(), known, self.medidas, messages, lugares)
        self.passages = PassageClaims(store, texts)
        self.leads = Leads(store, retriever, self.passages, self.medidas)
        self.of_document = OfDocument(retriever, texts, self.leads, asking)
        self.contradictions = Contradictions(store, self.medidas)
        self.unsaid = Unsaid(store, texts, self.passages)
        self.suggester = Suggester(store, texts)
        self.described = DescribedEjes(store, retriever, asking)
        self.whole = WholeDocuments(store, texts, retriever, self.medidas, messages, asking)
        self.acts = NumberedActs(store, texts, messages)
        self.meanings = Meanings(messages)
        self.meaning = MeaningDrafts(store, texts, messages, self.meanings, guide)

    def compose(self, query: Query, evidence: Evidence) -> Draft:
        """The draft for a query. What the documents do not hold becomes an abstention."""
        by_kind: dict[Kind, Callable[[Query, Evidence], Draft]] = {
            Kind.SALUDO: self._greeting,
            Kind.POCO_CLARO: self._unclear,
            Kind.FUERA_DE_ALCANCE: self._refusal,
            Kind.MEDIDA_LISTA: self._listed,
            Kind.MEDIDA_CONTEO: self._listed,
            Kind.MEDIDA_AGRUPADA: lambda query, _: self.sets.grouped(query),
            Kind.MEDIDA_CAMPO: self._numbered,
            Kind.EJE: self._eje,
        }
        composed = self.reported.draft(query) or by_kind.get(query.kind, self._open)(query, evidence)
        draft = self.contradictions.noted(query, self.of_document.held(query, composed))
        if query.ingles and not draft.abstained:
            spanish = Claim(text=self.texts("estados", "ingles"), block="canned")
            draft = draft.model_copy(update={"claims": (*draft.claims, spanish)})
        return draft.model_copy(update={"follow_ups": self.suggester.suggest(query, draft, evidence)})

    # Statuses with canned texts.

    def _greeting(self, query: Query, _: Evidence) -> Draft:
        known = {"documentos": tuple(self.store.documents.values())} if query.motivo == "fuentes" else {}
        text = self.texts("estados", query.motivo or "hola", **known)
        return Draft(status=Status.GREETING, claims=(Claim(text=text, block="canned"),))

    def _unclear(self, query: Query, _: Evidence) -> Draft:
        return Draft(
            status=Status.UNCLEAR,
            claims=(Claim(text=self.texts("estados", query.motivo or "poco_claro"), block="canned"),),
            abstained=True,
        )

    def _refusal(self, query: Query, evidence: Evidence) -> Draft:
        claim = Claim(text=self.texts("estados", query.motivo or "ajeno"), block="canned")
        return Draft(status=Status.OUT_OF_SCOPE, claims=(claim,), abstained=True)

    def _outside(self, query: Query, evidence: Evidence) -> Draft:
        """The abstention that fits the reason why the documents do not answer."""
        if evidence.motivo in REFUSED:
            return self._refusal(query.model_copy(update={"motivo": evidence.motivo}), evidence)
        return not_found(query, self.texts)

    # Medidas.

    def _numbered(self, query: Query, evidence: Evidence) -> Draft:
        # Whom to write to, and what happens where a medida is not met, is in no document.
        beyond = any(self.retriever.cues.has("dato.contacto", part) for part in _OF_MEDIDA.findall(query.texto))
        absent = evidence.motivo and not self.plan.says_it(query)  # "¿con cargo a qué fondo?", of one that names it
        if absent or beyond:
            return self._outside(query, evidence)
        draft = self.plan.numbered(query)
        return draft.model_copy(update={"claims": (*self.meaning.letters(query.texto), *draft.claims)})

    def _listed(self, query: Query, _: Evidence) -> Draft:
        return not_found(query, self.texts) if self.sets.asks_money(query) else self.sets.listed(query)

    def _eje(self, query: Query, evidence: Evidence) -> Draft:
        if evidence.motivo:
            return self._outside(query, evidence)
        return self.sets.ejes(query) or self._open(query, evidence)

    def _beyond_plan(self, query: Query, medidas: Sequence[Medida], said: Sequence[Claim]) -> list[Claim]:
        """What the other documents hold nearest to a question about medidas, beside what was said of them."""
        others = tuple(id for id in self.store.documents if id not in {medida.document for medida in medidas})
        told = {span for claim in said for span in claim.spans}
        near = self.leads.near(self.retriever.search(query.texto, documents=others)[:4], fold(query.texto))[:2]
        return self.leads.pieces([r for r in near if not told & set(spans_of(r))], query, lead=False)

    # Everything else: what retrieval found.

    def _open(self, query: Query, evidence: Evidence) -> Draft:
        if query.filtros.entre and (told := self.plan.meant.one_of(query)) is not None:
            return self.plan.about([told], query)
        if (titled := self.plan.meant.titled(query)) is not None:
            return self.plan.about([titled], query)
        reading = self.described.reading(query)
        if reading is not None:
            draft = self.sets.ejes(reading) if reading.kind is Kind.EJE else self.sets.listed(reading)
            return (draft or not_found(query, self.texts)).model_copy(update={"lectura": reading})
        whole = self.whole.answer(query, lambda record: self.passages.claims(record, query, lead=False))
        if whole is not None:
            return whole
        if (act := self.acts.answer(query)) is not None:
            return act
        draft = self.meaning.answer(query, lambda: self._found(query, evidence)) or self._found(query, evidence)
        return not_found(query, self.texts) if self._unbegun(query, draft) else draft

    def _unbegun(self, query: Query, draft: Draft) -> bool:
        """Whether it is asked when a thing began, and what is told of it dates no beginning."""
        plain = not (query.medidas or draft.medidas or draft.figures)
        if not plain or draft.status is not Status.ANSWERED:
            return False
        first = next((one for one in draft.claims if one.spans), None)
        if query.seguimiento:
            return first is not None and self.meaning.beginnings.silent_on_it(query.propias, first.text)
        titles = (part for span in first.spans for part in self.store.section(span)) if first is not None else ()
        told, beginnings = " ".join((first.text if first else "", *titles)), self.meaning.beginnings
        return beginnings.silent(query.texto, told) or beginnings.of_another(query.texto, told)

    def _found(self, query: Query, evidence: Evidence) -> Draft:
        """What guide, practices, figures, medidas or, last, free pieces hold of a question; or that none does."""
        guide = self.guide.answer(query, evidence) if self.guide else None
        if guide is not None:
            return guide
        practices = self.practices.first(query, evidence) if self.practices else None
        if practices is not None:
            return practices
        figures = self.figures.answer(query, evidence) if self.figures else None
        if figures is not None:
            figures = self.practices.instead(query, evidence, figures) if self.practices else figures
            return self._with_definitions(query, figures)
        topics = self.plan.topics
        of_the_plan = bool(evidence.kept) and topics.surely(query, evidence)
        if evidence.fuera >= CERTAIN and not (of_the_plan and topics.told_shortly(query)):
            return self.nearest.of_topic(query) or self._outside(query, evidence)
        undefined = self._undefined(query, evidence) if not evidence.motivo else None
        if undefined is not None:
            return undefined
        # Which medida it is, is asked of the plan, though a practice be nearer.
        of_plan = not query.documentos and WHICH_MEDIDA.search(query.texto) and topics.nearest_holds(query)
        practices = self.practices.answer(query, evidence) if self.practices and not of_plan else None
        if practices is not None:
            return practices
        if evidence.motivo and not of_the_plan:
            return self.nearest.of_topic(query) or self._outside(query, evidence)
        kept, itself = self.passages.readable(evidence.kept, query), self.whole.asks_of_plan(query)
        if itself:
            kept = tuple(hit for hit in kept if not isinstance(self.store.records[hit.record_id], Medida))
        if not kept:
            return not_found(query, self.texts)
        evidence, top = evidence.model_copy(update={"kept": kept}), kept[0]
        medidas = self.plan.meant.by_topic(query, top) if not itself else []
        if medidas and self.practices is not None and self.practices.alone(query):
            return not_found(query, self.texts)
        if (
            medidas
            and _COUNTS_MEDIDAS.search(fold(query.texto))
            and top.coverage >= WHOLLY
            and not isinstance(self.store.records[top.record_id], Medida)
        ):
            medidas = []  # how many there were is said of all of them, where each is a row of its own
        if medidas and not (self.plan.meant.names(query, medidas) or topics.holds(query, medidas)):
            if top.coverage < WHOLLY or isinstance(self.store.records[top.record_id], Medida):
                return self.nearest.of_topic(query) or not_found(query, self.texts)
            medidas = []  # "las medidas que contemplaba la Política…": of another document, that says all of it
        if medidas:
            unpriced = self.sets.unpriced(query, medidas)
            return not_found(query, self.texts) if unpriced else self.nearest.told(query, medidas, self.plan.about)
        first, *near = self.leads.near(evidence.kept, fold(query.propias or query.texto)) or [
            self.store.records[top.record_id]
        ]
        leads = [first]
        for part in question_parts(query.texto):
            leads += self.leads.for_part(part, (), leads)
        for document in query.documentos if len(query.documentos) > 1 else ():
            if document not in {_document(record) for record in leads}:
                leads += self.leads.for_part(query.texto, (document,), leads)
        beside = [record for record in near if not any(record is lead or overlap(record, lead) for lead in leads)]
        claims = self.leads.pieces([first], query)
        claims += self.practices.whose(first, claims) if self.practices else []
        claims += self.medidas.planned(spans_of(first)) if query.avance else []
        claims += self.leads.pieces(leads[1:], query)
        claims += self.leads.pieces(beside, query, lead=False)
        claims = self.guide.led(query, claims) if self.guide else claims
        claims += self._context(leads, claims)
        ids = [record.id for record in (*leads, *beside)]
        medida = self.leads.behind_report(leads, query, top) if query.medidas else None
        if medida is not None:
            claims += self.medidas.rows([medida]) + self.medidas.notes(medida)
            if query.avance or query.documentos:
                claims += self.plan.also_reported(medida, query, claims)
        planned = [medida] if medida is not None else self.plan.meant.beside(query, top)
        if not planned and isinstance(first, Discrepancia):  # what is contradictory of one medida is of that
            of_one = [one for one in (*leads, *beside) if isinstance(one, Discrepancia) and len(one.medidas) == 1]
            planned = [self.store.medidas[one.medidas[0]] for one in of_one[:1]]
        claims += self.medidas.rows(planned) if medida is None else []
        ids += [medida.id for medida in planned]
        numbers = tuple(medida.numero for medida in planned)
        draft = Draft(status=Status.ANSWERED, claims=tuple(claims), medidas=numbers, record_ids=tuple(ids))
        return (self.figures.passages_of_another(query, draft) if self.figures and not planned else None) or draft

    def _undefined(self, query: Query, evidence: Evidence) -> Draft | None:
        """That no document says what a word means, where just that is asked, and the nearest that they say."""
        name = self.meanings.subject(query.texto)
        defined = self.guide.led(query, ()) if self.guide and name else ()
        if name is None or defined:
            return None
        found = [self.store.records[hit.record_id] for hit in evidence.kept]
        texts = [(title_of(record), record.texto.texto) for record in found if isinstance(record, Fragmento | Pasaje)]
        titles = " ".join(practice.titulo.texto for practice in self.store.of(Practica))
        if self.meanings.explained(name, texts) or is_title(name, titles, (text for _, text in texts)):
            return None
        typed = next((word for word in re.findall(r"\w+", query.pregunta) if fold(word) == name), name)
        text = self.texts("estados", "sin_definicion", nombre=typed)
        best = found[0]
        near = self.medidas.rows([best]) if isinstance(best, Medida) else self.leads.pieces([best], query, lead=False)
        claims = (Claim(text=text, block="canned"), *near)
        return Draft(status=Status.NOT_FOUND, claims=claims, abstained=True)

    def _with_definitions(self, query: Query, draft: Draft) -> Draft:
        """An answer with figures and the definition that the same message asks for: "¿qué es X y cuántos hay?"."""
        defined = self.guide.definitions.beside_others(query) if self.guide and not draft.abstained else []
        return draft.model_copy(update={"claims": (*defined, *draft.claims)}) if defined else draft

    def _context(self, records: Sequence[Record], said: Sequence[Claim]) -> list[Claim]:
        """What stands behind the leads: the context of the first."""
        first = records[0]
        behind = self.guide.behind(first, said) if self.guide else []
        if behind:
            return behind
        if isinstance(first, Fragmento) and first.tabla is None:
            return self.passages.context(first, first.texto.texto)
        return []


def _document(record: Record) -> str | None:
    return None if isinstance(record, Discrepancia) else record.document


def title_of(record: Fragmento | Pasaje) -> str:
    """The title of a piece of text, or the heading that it stands under."""
    return record.titulo if isinstance(record, Fragmento) else " ".join(record.ruta[-1:])
