"""The pipeline: understand → retrieve → compose → verify, over one index that can be swapped while it serves."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from assistant.answer_type import ANSWER_TYPES, AnswerTypes
from assistant.aspects import ASPECTS
from assistant.compose import MESSAGES, Composer, PartReader, PassagesOnly, Several
from assistant.context import Context, near
from assistant.conversation import Conversations
from assistant.figures import FigureAnswerer
from assistant.figures.asides import wanted
from assistant.figures.lexicon import FigureWords
from assistant.figures.told import TellsOn
from assistant.figures.told_in_prose import ToldInProse
from assistant.guide import GuideAnswerer
from assistant.practices import PracticeAnswerer
from assistant.retrieve import Retriever
from assistant.scope import Scope
from assistant.select import holds_words, in_range, select
from assistant.texts import Texts
from assistant.understand import ASKING, Reader
from assistant.understand.describe import filters_in_words, in_words
from assistant.understand.heard import SETS, heard
from assistant.understand.orders import OrderReader
from assistant.understand.premises import asked_instead
from assistant.understand.retold import acknowledges, asked_at_last, doubted, remarked, with_noun
from assistant.understand.returning import back_to
from assistant.understand.temas import Temas
from assistant.understand.text import SHORT_FORMS, short_forms
from assistant.values import Answer, Draft, Evidence, Fechas, Filtros, Kind, Query, Reply, Status, Turn
from assistant.verify import verify
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.english import English
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Medida
from corpus.settings import Settings
from corpus.store import Store, current_fingerprint
from corpus.synonyms import Synonyms

BRIEF = 4
"""So few words may lean on the last turn without saying so."""
WARM_UP = "calentamiento"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """Everything that belongs to one index."""

    store: Store
    known: Instituciones
    reader: Reader
    retriever: Retriever
    scope: Scope
    composer: Composer | PassagesOnly
    texts: Texts
    part_reader: PartReader
    orders: OrderReader
    answer_types: AnswerTypes
    tells_on: TellsOn
    context: Context


class Assistant:
    """Answers questions. Thread-safe: an answer uses the index that served when it began."""

    def __init__(
        self, settings: Settings, conversations: Conversations | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self.settings = settings
        self.today = today
        self.conversations = conversations or Conversations()
        self._lock = threading.Lock()
        self._parts = self._load()

    @classmethod
    def open(cls, settings: Settings, today: Callable[[], date] = date.today) -> Assistant:
        """An assistant over the published index, with its conversations on disk. Raises IndexError_."""
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        conversations = Conversations(settings.database_url, settings.conversation_days)
        conversations.forget_old()
        return cls(settings, conversations, today)

    @property
    def parts(self) -> Parts:
        """Everything that belongs to the index that serves."""
        return self._parts

    @property
    def store(self) -> Store:
        """The index that serves."""
        return self._parts.store

    def _load(self) -> Parts:
        settings = self.settings
        store = Store.load(settings.index_dir)
        known = Instituciones.load(settings.lexicon_dir)
        cues = Cues.load(settings.lexicon_dir)
        messages = Cues.load(settings.lexicon_dir, MESSAGES)
        asking = Cues.load(settings.lexicon_dir, ASKING)
        texts = Texts(settings.prompts_dir)
        synonyms = Synonyms.load(settings.lexicon_dir) if settings.lexicon else Synonyms()
        words = FigureWords.load(settings.lexicon_dir, synonyms)
        retriever = Retriever(store, synonyms, cues, dense=settings.dense, wanted=partial(wanted, words=words))
        lugares = Lugares.load(settings.lexicon_dir)
        figures = FigureAnswerer(store, texts, retriever, lugares, words, known)
        practices = PracticeAnswerer(store, texts, retriever, lugares, settings.lexicon_dir)
        guide = GuideAnswerer(store, texts, retriever, settings.lexicon_dir)
        temas = Temas.load(settings.lexicon_dir, store.ejes) if settings.lexicon else Temas()
        composer = Composer(
            store, texts, known, retriever, messages, asking, lambda filtros: filters_in_words(filtros, store.ejes),
            self.today, figures, practices, guide, temas, lugares,
        )  # fmt: skip
        english = English.load(settings.lexicon_dir, store.vocabulary.knows)
        short = short_forms(Cues.load(settings.lexicon_dir, SHORT_FORMS))
        reader = Reader(
            store, known, cues, asking, synonyms, english, self.today,
            lambda query, told: practices.leans(query, told) or guide.leans(query, told), temas, short, lugares,
        )  # fmt: skip
        aspects = Cues.load(settings.lexicon_dir, ASPECTS)
        scope = Scope(store, lugares, cues, aspects, synonyms, dense=retriever.dense)
        answering = composer if settings.records else PassagesOnly(store, texts, retriever, composer)
        part_reader = PartReader(cues, messages, lugares)
        orders, types = (
            OrderReader(messages),
            AnswerTypes(Cues.load(settings.lexicon_dir, ANSWER_TYPES), lugares, store.vocabulary.counts),
        )
        tells_on = TellsOn(
            figures.grids,
            figures.prose,
            words,
            lugares,
            figures.drafts,
            texts,
            ToldInProse(figures.prose, figures.lookup),
        )
        context = Context(store, retriever)
        return Parts(
            store, known, reader, retriever, scope, answering, texts, part_reader, orders, types, tells_on, context
        )

    def reload_if_changed(self) -> bool:
        """Take up a newly published index; the old one serves on where the new one is not sound."""
        if current_fingerprint(self.settings.index_dir) == self.store.fingerprint:
            return False
        with self._lock:
            parts = self._load()
            _warm_up(parts)
            self._parts = parts
        return True

    def warm_up(self) -> None:
        """Load what is loaded when first used, so that the first question is as fast as the next."""
        _warm_up(self._parts)

    def ask(self, question: str, conversation_id: str | None = None) -> Reply:
        """The answer to a question, in a conversation; an unknown or absent id begins a new one."""
        start = time.perf_counter()
        turns = self.conversations.turns(conversation_id)
        query, answer = self.answer(question, turns)
        turn = Turn(
            question=question,
            query=query,
            medidas=answer.medidas,
            record_ids=answer.record_ids,
            figures=self._parts.tells_on.leading(query, answer),
        )
        conversation, message = self.conversations.add(conversation_id, turn)
        elapsed = (time.perf_counter() - start) * 1000
        return Reply(conversation_id=conversation, message_id=message, answer=answer, elapsed_ms=elapsed)

    def answer(self, question: str, turns: tuple[Turn, ...] = ()) -> tuple[Query, Answer]:
        """What was understood of a question, and its checked answer."""
        parts = self._parts
        if parts.orders.asks_its_inside(question):
            query = Query(pregunta=question, texto=question, kind=Kind.FUERA_DE_ALCANCE, motivo="instruccion")
            return query, verify(compose(parts, query, Evidence()), parts.store, in_words(query, parts.store.ejes))
        several = Several(parts.part_reader, parts.store, parts.texts, partial(draft_of, parts))
        question, turns = back_to(question, turns)
        again = doubted(question, turns)
        if again is not None:
            question, turns = again, turns[:-1]
        asked, stated = parts.orders.read(question)
        query, draft = several.answer(parts.part_reader.completed(asked, stated) if stated else asked, turns)
        instead = asked_instead(asked) if draft.abstained else None
        if instead is not None:
            query, draft = _better((query, draft), several.answer(instead, turns), question)
        query, draft = read_otherwise(parts, several, asked, turns, (query, draft))
        if isinstance(parts.composer, Composer) and not draft.abstained:
            draft = parts.composer.unsaid.beside(query, draft, parts.retriever.find(query).kept)
        return query, verify(draft, parts.store, in_words(query, parts.store.ejes))

    def feedback(self, message_id: str, rating: str, comment: str | None = None) -> bool:
        """Keep what a user said of an answer; False for a message that is not known."""
        return self.conversations.rate(message_id, rating, comment)

    def medidas_matching(
        self,
        institucion: str | None = None,
        eje: int | None = None,
        plazo_desde: date | None = None,
        plazo_hasta: date | None = None,
        q: str | None = None,
    ) -> tuple[Medida, ...]:
        """The medidas that pass all the filters given; ``institucion`` by any alias, ``q`` words of the text."""
        known = self._parts.known
        name = (known.canonical(institucion) or institucion) if institucion else None
        if institucion and known.key(institucion) in known.common_words:
            name = known.common_words[known.key(institucion)]
        filtros = Filtros(instituciones=(name,) if name else (), ejes=(eje,) if eje else ())
        found = select(self.store.medidas, filtros, known)
        if plazo_desde or plazo_hasta:
            fechas = Fechas(desde=plazo_desde, hasta=plazo_hasta, texto="")
            found = tuple(m for m in found if any(in_range(hito, fechas) for hito in m.hitos))
        return tuple(m for m in found if holds_words(m, terms(q))) if q else found


def _better(first: tuple[Query, Draft], second: tuple[Query, Draft], question: str) -> tuple[Query, Draft]:
    """The second reading of a message where it is answered, and the first is not."""
    query, draft = second
    return first if draft.abstained else (query.model_copy(update={"pregunta": question}), draft)


def read_otherwise(
    parts: Parts, several: Several, message: str, turns: tuple[Turn, ...], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to another reading of a message that goes on with a conversation, where that says more than the first:
    without the story around its question, with the noun of the message before, or as a remark on the last answer."""
    query, draft = first
    told = heard(turns)
    named = query.filtros.model_copy(update={"plazos": ()})  # a year alone says nothing of what
    alone = query.kind is Kind.PASAJE and not (query.arrastre or query.medidas or query.documentos or named)
    takes_up = acknowledges(message)
    if not told or not (draft.abstained or (alone and takes_up and not _beside(parts, draft, told[-1]))):
        return first
    core = asked_at_last(message)
    before = remarked(message, told) or (doubted(core, told) if core is not None else None)
    if before is not None and draft.abstained:
        return _better(first, several.answer(before, told[:-1]), message)
    if core is not None and (takes_up or parts.reader.followups.points_back(fold(core), told)):
        second = several.answer(core, turns)
        if second[0].arrastre and not second[1].abstained:
            return _better(first, second, message)
    full = with_noun(core or message, told[-1].question) if query.arrastre and draft.abstained else None
    return _better(first, several.answer(full, turns), message) if full is not None else first


def _beside(parts: Parts, draft: Draft, last: Turn) -> bool:
    """Whether a draft tells first of what stands beside the last answer."""
    told = [parts.store.place(id) for id in last.record_ids if id in parts.store.records]
    found = [parts.store.place(id) for id in draft.record_ids[:1] if id in parts.store.records]
    return any(near(one, other) for one in found for other in told)


def draft_of(parts: Parts, question: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft]:
    """What was understood of one question, and its draft."""
    told = heard(turns)
    if told and told[-1].figures:
        read = parts.reader.read
        going = parts.tells_on.answer(read(question), read(question, turns, leaning=True), told)
        if going is not None and going.lectura is not None:
            return going.lectura, going
    query = understand(parts, question, turns)
    draft = compose(parts, query, retrieve(parts, query))
    none = draft.status is Status.NOT_FOUND or (draft.status is Status.OUT_OF_SCOPE and _says_little(parts, question))
    if turns and none and not query.arrastre and len(terms(question)) <= BRIEF:
        query, draft = going_on(parts, question, turns, draft)
    elsewhere = query.seguimiento and _only_moves(parts, question, turns) and _off(parts, query, draft)
    if isinstance(parts.composer, Composer) and (elsewhere or _lacks_type(parts, query, question, draft)):
        draft = parts.composer.not_found(query)
    return draft.lectura or query, draft


def _lacks_type(parts: Parts, query: Query, question: str, draft: Draft) -> bool:
    """Whether what is asked for by name (a country, a region, a telephone…) is named nowhere in an answer.

    What goes on with the last answer is found near to it: there the first claim must name it.
    """
    if draft.abstained or draft.status is not Status.ANSWERED or (draft.lectura or query).kind in SETS:
        return False
    of_practice = any(id.startswith("practica:") for id in draft.record_ids[:1])
    claims = draft.claims[:1] if query.seguimiento and not of_practice else draft.claims
    asked = question if query.seguimiento else f"{question}\n{query.texto}"  # as typed, and with its typos mended
    return parts.answer_types.lacking(asked, [claim.text for claim in claims])


def _only_moves(parts: Parts, question: str, turns: tuple[Turn, ...]) -> bool:
    """Whether a message after a figure names no more than another place: "¿y cuántas de Colombia?"."""
    return bool(turns) and bool(turns[-1].figures) and parts.tells_on.names_only_a_place(parts.reader.read(question))


def _off(parts: Parts, query: Query, draft: Draft) -> bool:
    """Whether a draft tells no figure, and of nothing that stands beside what was told."""
    if draft.figures or draft.abstained:
        return False
    told = [parts.store.place(id) for id in query.records if id in parts.store.records]
    found = [parts.store.place(id) for id in draft.record_ids[:1] if id in parts.store.records]
    return bool(found and told) and not any(near(one, other) for one in found for other in told)


def _says_little(parts: Parts, question: str) -> bool:
    """Whether a question names at most one thing, and one that the documents speak of ("¿cuánto costaron?")."""
    said = set(terms(question))
    return len(said) <= 1 and all(parts.store.vocabulary.knows(stem) for stem in said)


def going_on(parts: Parts, question: str, turns: tuple[Turn, ...], none: Draft) -> tuple[Query, Draft]:
    """A brief question that finds nothing by itself, read as going on with the last turn ("¿cuánta plata usaron?").

    Its answer counts where it is of what was spoken of; else what was not found keeps the subject for the next turn.
    """
    query = parts.reader.read(question, turns, leaning=True)
    draft = compose(parts, query, retrieve(parts, query))
    spoken = [parts.store.place(id) for id in query.records]
    found = [parts.store.place(id) for id in draft.record_ids[:1]]
    if none.status is Status.OUT_OF_SCOPE and draft.lectura is not None and draft.lectura.kind is Kind.CALCULO:
        found = []  # what sounds like another matter is not worked out of what stands near
    return query, draft if any(near(one, other) for one in found for other in spoken) else none


def understand(parts: Parts, question: str, turns: tuple[Turn, ...]) -> Query:
    """From a question to a query; where its words leave open whether it goes on with the last turn, what is near says it."""
    query = parts.reader.read(question, turns)
    if not turns:
        return query
    if not query.arrastre:
        ordered = retrieve(parts, query).motivo == "instruccion"
        goes_on = not ordered and parts.context.goes_on(query, turns[-1])
        return parts.reader.read(question, turns, leaning=True) if goes_on else query
    if not query.seguimiento:  # what was read of a medida, a set or figures told is sure
        return query
    alone = parts.reader.read(question)
    of_figures = bool(turns[-1].figures) and parts.tells_on.names_nothing(alone)
    return alone if not of_figures and parts.context.changes(alone, turns[-1]) else query


def retrieve(parts: Parts, query: Query) -> Evidence:
    """From a query to its evidence; look-ups by number or filter need none."""
    evidence = parts.retriever.find(query) if parts.scope.needs_evidence(query) else Evidence()
    return parts.scope.judge(query, evidence)


def compose(parts: Parts, query: Query, evidence: Evidence) -> Draft:
    """From evidence to a draft."""
    return parts.composer.compose(query, evidence)


def _warm_up(parts: Parts) -> None:
    parts.texts.load()
    parts.retriever.medidas(WARM_UP)
    parts.retriever.search(WARM_UP)


__all__ = ["Assistant", "Status"]
