"""The composer: which claims make up the answer to a query, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.compose.acts import NumberedActs
from assistant.compose.described import DescribedEjes
from assistant.compose.held import WHICH_MEDIDA
from assistant.compose.meaning import MeaningDrafts
from assistant.compose.nearest import NearestMedidas
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
from assistant.practices import PracticeAnswerer
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.understand.temas import Temas
from assistant.values import Claim, Draft, Evidence, Filtros, Hit, Kind, Query, Status
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Avance, Discrepancia, Fragmento, Medida, Pasaje, Practica, Record, Span, Tabla
from corpus.store import Store

# The words of the lexicon by which messages are taken apart and read here.
MESSAGES = "mensajes.toml"
# How near to the best hit another must come, as a share of its score; found on the dev questions.
NEAR = 0.86
BESIDE = 0.55
# How much of what is asked a medida must hold itself, weighed by rarity, before other documents are left out.
COVERED = 0.55
# What part of the matter of a contradiction a question must name.
ABOUT = 0.6
# Stems that begin alike are of one word: "taller" and "talleres".
ROOT = 4
CERTAIN = 0.8
WHOLLY = 0.95
SAME_SECTION = 0.8
MAX_EXTRA = 2
REFUSED = ("tramite", "contacto", "instruccion", "ajeno", "opinion", "futuro", "pais", "ley")
MAX_NOTES = 2
MAX_NEAREST = 4
LONG_PIECE = 600
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
        self.known = known
        self.retriever = retriever
        self.describe = describe
        self.today = today
        self.plan = PlanDrafts(store, texts, known, retriever, messages, today, self._beyond_plan)
        self.sets = SetDrafts(self.plan, describe)
        self.medidas = self.plan.claims
        self.reported = ReportedSets(self.medidas, known, messages, describe)
        self.nearest = NearestMedidas(retriever, temas or Temas(), known, self.medidas, messages, lugares)
        self.passages = PassageClaims(store, texts)
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
        draft = self._with_contradictions(query, composed)
        if query.ingles and not draft.abstained:
            spanish = Claim(text=self.texts("estados", "ingles"), block="canned")
            draft = draft.model_copy(update={"claims": (*draft.claims, spanish)})
        return draft.model_copy(update={"follow_ups": self.suggester.suggest(query, draft, evidence)})

    def _asked_about(self, query: Query, draft: Draft, told: Sequence[Discrepancia]) -> list[Discrepancia]:
        """The contradictions that touch what is said after the first claim, where the question is about their matter."""
        asked = terms(query.texto)
        near = [found for claim in draft.claims[1:] for found in self.store.contradictions(claim.spans)]
        near = [found for found in dict.fromkeys(near) if found not in told]
        return [found for found in near if _names(asked, terms(found.asunto))]

    def _with_contradictions(self, query: Query, draft: Draft) -> Draft:
        """A draft with the contradictions that touch what it says, where they are not told yet; figures tell their own."""
        if draft.abstained or draft.medidas or draft.figures or not draft.claims:
            return draft
        told = {claim.text for claim in draft.claims}
        touching = self.store.contradictions(draft.claims[0].spans)
        touching = (*touching, *self._asked_about(query, draft, touching))
        notes = [self.medidas.discrepancy(found) for found in touching]
        new = tuple(note for note in notes if note.text not in told)[:MAX_NOTES]
        return draft.model_copy(update={"claims": (*draft.claims, *new)})

    # Statuses with canned texts.

    def _greeting(self, query: Query, _: Evidence) -> Draft:
        return Draft(
            status=Status.GREETING,
            claims=(Claim(text=self.texts("estados", query.motivo or "hola"), block="canned"),),
        )

    def _unclear(self, query: Query, _: Evidence) -> Draft:
        return Draft(
            status=Status.UNCLEAR,
            claims=(Claim(text=self.texts("estados", "poco_claro"), block="canned"),),
            abstained=True,
        )

    def _refusal(self, query: Query, evidence: Evidence) -> Draft:
        claim = Claim(text=self.texts("estados", query.motivo or "ajeno"), block="canned")
        return Draft(status=Status.OUT_OF_SCOPE, claims=(claim,), abstained=True)

    def _outside(self, query: Query, evidence: Evidence) -> Draft:
        """The abstention that fits the reason why the documents do not answer."""
        if evidence.motivo in REFUSED:
            return self._refusal(query.model_copy(update={"motivo": evidence.motivo}), evidence)
        return self.not_found(query)

    def not_found(self, query: Query) -> Draft:
        """That the documents do not hold the answer: what was sought, and the nearest that is there."""
        sought = f"«{query.pregunta.strip()}»" if len(query.pregunta) <= 120 else "lo que preguntas"
        claims = [Claim(text=self.texts("estados", "no_encontrado", buscado=sought), block="canned")]
        return Draft(status=Status.NOT_FOUND, claims=tuple(claims), abstained=True)

    # Medidas.

    def _numbered(self, query: Query, evidence: Evidence) -> Draft:
        # Whom to write to, and what happens where a medida is not met, is in no document.
        beyond = any(self.retriever.cues.has("dato.contacto", part) for part in _OF_MEDIDA.findall(query.texto))
        absent = evidence.motivo and not self.plan.says_it(query)  # "¿con cargo a qué fondo?", of one that names it
        return self._outside(query, evidence) if absent or beyond else self.plan.numbered(query)

    def _listed(self, query: Query, _: Evidence) -> Draft:
        return self.not_found(query) if self.sets.asks_money(query) else self.sets.listed(query)

    def _eje(self, query: Query, evidence: Evidence) -> Draft:
        if evidence.motivo:
            return self._outside(query, evidence)
        return self.sets.ejes(query) or self._open(query, evidence)

    def _beyond_plan(self, query: Query, medidas: Sequence[Medida], said: Sequence[Claim]) -> list[Claim]:
        """What the other documents hold nearest to a question about medidas, beside what was said of them."""
        others = tuple(id for id in self.store.documents if id not in {medida.document for medida in medidas})
        told = {span for claim in said for span in claim.spans}
        near = self._near(self.retriever.search(query.texto, documents=others)[:4])[:2]
        return self._pieces([r for r in near if not told & set(_spans(r))], query, lead=False)

    # Everything else: what retrieval found.

    def _open(self, query: Query, evidence: Evidence) -> Draft:
        if query.filtros.entre and (told := self.plan.one_of(query)) is not None:
            return self.plan.about([told], query)
        reading = self.described.reading(query)
        if reading is not None:
            draft = self.sets.ejes(reading) if reading.kind is Kind.EJE else self.sets.listed(reading)
            return (draft or self.not_found(query)).model_copy(update={"lectura": reading})
        whole = self.whole.answer(query, lambda record: self.passages.claims(record, query, lead=False))
        if whole is not None:
            return whole
        if (act := self.acts.answer(query)) is not None:
            return act
        return self.meaning.answer(query, lambda: self._found(query, evidence)) or self._found(query, evidence)

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
        evidence = evidence.model_copy(update={"kept": self.passages.readable(evidence.kept, query)})
        top = evidence.kept[0]
        medidas = self.plan.meant(query, top)
        if medidas and not (self.plan.names(query, medidas) or topics.holds(query, medidas)):
            if top.coverage < WHOLLY or isinstance(self.store.records[top.record_id], Medida):
                return self.nearest.of_topic(query) or self.not_found(query)
            medidas = []  # "las medidas que contemplaba la Política…": of another document, that says all of it
        if medidas:
            unpriced = self.sets.unpriced(query, medidas)
            return self.not_found(query) if unpriced else self.nearest.told(query, medidas, self.plan.about)
        first, *near = self._near(evidence.kept) or [self.store.records[top.record_id]]
        leads = [first]
        for part in question_parts(query.texto):
            leads += self._for_part(part, (), leads)
        for document in query.documentos if len(query.documentos) > 1 else ():
            if document not in {_document(record) for record in leads}:
                leads += self._for_part(query.texto, (document,), leads)
        beside = [record for record in near if not any(record is lead or _overlap(record, lead) for lead in leads)]
        claims = self._pieces([first], query)
        claims += self.medidas.planned(_spans(first)) if query.avance else []
        claims += self._pieces(leads[1:], query)
        claims += self._pieces(beside, query, lead=False)
        claims = self.guide.led(query, claims) if self.guide else claims
        claims += self._context(leads, claims)
        ids = [record.id for record in (*leads, *beside)]
        medida = self._behind_report(leads, query, top) if query.medidas else None
        if medida is not None:
            claims += self.medidas.rows([medida]) + self.medidas.notes(medida)
            if query.avance or query.documentos:
                claims += self.plan.also_reported(medida, query, claims)
        planned = [medida] if medida is not None else self.plan.beside(query, top)
        claims += self.medidas.rows(planned) if medida is None else []
        ids += [medida.id for medida in planned]
        numbers = tuple(medida.numero for medida in planned)
        return Draft(status=Status.ANSWERED, claims=tuple(claims), medidas=numbers, record_ids=tuple(ids))

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
        near = self.medidas.rows([best]) if isinstance(best, Medida) else self._pieces([best], query, lead=False)
        claims = (Claim(text=text, block="canned"), *near)
        return Draft(status=Status.NOT_FOUND, claims=claims, abstained=True)

    def _with_definitions(self, query: Query, draft: Draft) -> Draft:
        """An answer with figures and the definition that the same message asks for: "¿qué es X y cuántos hay?"."""
        defined = self.guide.definitions.beside_others(query) if self.guide and not draft.abstained else []
        return draft.model_copy(update={"claims": (*defined, *draft.claims)}) if defined else draft

    def _behind_report(self, leads: Sequence[Record], query: Query, top: Hit) -> Medida | None:
        """The medida that what was found reports on, where the question speaks of the plan too.

        A link read by hand is sure; else the medida nearest to the question, where progress is asked for.
        """
        spans = [span for record in leads for span in _spans(record)]
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

    def _near(self, hits: Sequence[Hit]) -> list[Record]:
        """The best record and the few that come close to it and share no text with it."""
        chosen: list[Record] = []
        for hit in hits:
            record = self.store.records[hit.record_id]
            if len(chosen) > MAX_EXTRA or hit.score < NEAR * hits[0].score:
                break
            if not isinstance(record, Medida) and not any(_overlap(record, other) for other in chosen):
                chosen.append(record)
        return chosen

    def _for_part(self, part: str, documents: tuple[str, ...], chosen: Sequence[Record]) -> list[Record]:
        """The record that answers one part of a question with several, where none of those chosen does.

        What stands in the section of the first part comes before what is only a little nearer elsewhere.
        """
        hits = self.retriever.search(part, documents=documents)[:8]
        section = self._section(chosen[0])
        close = [hit for hit in hits if hit.score >= SAME_SECTION * hits[0].score]
        close.sort(key=lambda hit: self._section(self.store.records[hit.record_id]) != section)
        found = [self.store.records[hit.record_id] for hit in close[:1]]
        return [r for r in found if not isinstance(r, Medida) and not any(_overlap(r, other) for other in chosen)]

    def _section(self, record: Record) -> tuple[str, ...]:
        return record.ruta[:2] if isinstance(record, Fragmento | Pasaje | Tabla) else ()

    def _pieces(self, records: Sequence[Record], query: Query, *, lead: bool = True) -> list[Claim]:
        """The claims that give records, as leads or as items."""
        claims: list[Claim] = []
        for record in records:
            if isinstance(record, Fragmento | Pasaje | Practica | Tabla):
                claims += self.passages.claims(record, query, lead=lead)
            elif isinstance(record, Discrepancia):
                claims.append(self.medidas.discrepancy(record))
        return claims

    def _context(self, records: Sequence[Record], said: Sequence[Claim]) -> list[Claim]:
        """What stands behind the leads: the context of the first."""
        first = records[0]
        behind = self.guide.behind(first, said) if self.guide else []
        if behind:
            return behind
        if isinstance(first, Fragmento) and first.tabla is None:
            return self.passages.context(first, first.texto.texto)
        return []


def _overlap(one: Record, other: Record) -> bool:
    """Whether two records share source text."""
    if not (isinstance(one, Fragmento | Pasaje) and isinstance(other, Fragmento | Pasaje)):
        return False
    a, b = one.texto.spans[0], other.texto.spans[0]
    return a.document == b.document and a.start < b.end and b.start < a.end


def _names(asked: Sequence[str], matter: Sequence[str]) -> bool:
    """Whether the stems of a question hold most of those of a matter of several words, in whatever number."""
    held = [stem for stem in matter if any(one[:ROOT] == stem[:ROOT] for one in asked)]
    return len(matter) > 1 and len(held) >= ABOUT * len(matter)


def _shared(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    if one.document != other.document:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)


def _document(record: Record) -> str | None:
    return None if isinstance(record, Discrepancia) else record.document


def _spans(record: Record) -> tuple[Span, ...]:
    return record.texto.spans if isinstance(record, Fragmento | Pasaje) else ()


def _text(record: Record) -> str:
    return record.texto.texto if isinstance(record, Fragmento | Pasaje) else ""


def title_of(record: Fragmento | Pasaje) -> str:
    """The title of a piece of text, or the heading that it stands under."""
    return record.titulo if isinstance(record, Fragmento) else " ".join(record.ruta[-1:])
