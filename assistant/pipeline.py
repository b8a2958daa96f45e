"""The pipeline: understand → retrieve → compose → verify, over one index that can be swapped while it serves."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from assistant.act_names import act_namer
from assistant.answer_type import ANSWER_TYPES, AnswerTypes
from assistant.answering import answered
from assistant.asked_for import AskedFor
from assistant.aspects import ASPECTS
from assistant.compose import MESSAGES, Composer, PartReader, PassagesOnly
from assistant.context import Context
from assistant.conversation import Conversations
from assistant.drafting import Parts
from assistant.figures import FigureAnswerer
from assistant.figures.asides import wanted
from assistant.figures.lexicon import FigureWords
from assistant.figures.told import TellsOn
from assistant.figures.told_in_prose import ToldInProse
from assistant.guide import GuideAnswerer
from assistant.particulars import Particulars
from assistant.parties import Parties
from assistant.practices import PracticeAnswerer
from assistant.retrieve import Retriever
from assistant.scope import Scope
from assistant.select import holds_words, in_range, select
from assistant.source_told import cited
from assistant.texts import Texts
from assistant.told_first import ToldFirst
from assistant.understand import ASKING, Reader
from assistant.understand.affiliation import Affiliations
from assistant.understand.courtesy import Courtesy
from assistant.understand.describe import filters_in_words, in_words
from assistant.understand.forms import Forms
from assistant.understand.introduced import Introductions
from assistant.understand.orders import OrderReader
from assistant.understand.organisations import institutions_named
from assistant.understand.purpose import Purposes
from assistant.understand.reasons import Reasons
from assistant.understand.temas import Temas
from assistant.understand.text import SHORT_FORMS, folded_line, short_forms, spanish_words
from assistant.values import Answer, Fechas, Filtros, Query, Reply, Status, Turn
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

WARM_UP = "calentamiento"
log = logging.getLogger(__name__)


class Assistant:
    """Answers questions. Thread-safe: an answer uses the index that served when it began."""

    def __init__(
        self, settings: Settings, conversations: Conversations | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self.settings = settings
        self.today = today
        self.conversations = conversations or Conversations()
        self._lock = threading.Lock()
        self._usual: tuple[str, ...] = ()
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
        retriever = Retriever(
            store,
            synonyms,
            cues,
            dense=settings.dense,
            wanted=partial(wanted, words=words),
            without_source=words.without_source,
        )
        lugares = Lugares.load(settings.lexicon_dir)
        figures = FigureAnswerer(store, texts, lugares, words, known)
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
            lambda query, told: practices.leans(query, told) or guide.leans(query, told), temas, short, lugares, spanish_words(settings.lexicon_dir),
        )  # fmt: skip
        aspects = Cues.load(settings.lexicon_dir, ASPECTS)
        scope = Scope(store, lugares, cues, aspects, synonyms, dense=retriever.dense)
        answering = composer if settings.records else PassagesOnly(store, texts, retriever, composer)
        part_reader = PartReader(cues, messages, lugares)
        names_act = act_namer(messages)
        courtesy, forms, orders, purposes, reasons, introductions, types = (
            Courtesy(messages),
            Forms(messages),
            OrderReader(messages),
            Purposes(messages),
            Reasons(messages),
            Introductions(messages, lugares, (document.text for document in store.documents.values())),
            AnswerTypes(Cues.load(settings.lexicon_dir, ANSWER_TYPES), lugares, names_act, store.vocabulary.counts),
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

        def institutions(text: str) -> set[str]:
            named = institutions_named(fold(text), text, known, ())
            return {str(value) for mention in named for value in mention.values}

        parties = Parties(known, synonyms, store.vocabulary, partial(folded_line, speller=reader.speller))
        asked_for = AskedFor(store, types, scope, parties, Particulars(known, lugares, synonyms, names_act))
        told_first = ToldFirst(
            store,
            messages,
            part_reader,
            synonyms,
            temas,
            reader.wishes.verb,
            lambda text: bool(institutions(text)),
            introductions.there,
        )
        return Parts(
            store,
            known,
            reader,
            retriever,
            scope,
            answering,
            texts,
            part_reader,
            courtesy,
            forms,
            orders,
            purposes,
            reasons,
            introductions,
            Affiliations(messages, institutions),
            tells_on,
            context,
            asked_for,
            told_first,
            guide.turns.same_of_another,
        )

    def reload_if_changed(self) -> bool:
        """Take up a newly published index; the old one serves on where the new one is not sound."""
        if current_fingerprint(self.settings.index_dir) == self.store.fingerprint:
            return False
        with self._lock:
            parts = self._load()
            _warm_up(parts, self._usual)
            self._parts = parts
        return True

    def warm_up(self, questions: Sequence[str] = ()) -> None:
        """Load what is loaded when first used, so that the first question is as fast as the next.

        ``questions`` are answered to nobody, now and whenever another index is taken up: what they pass through is ready then.
        """
        self._usual = tuple(questions)
        _warm_up(self._parts, self._usual)

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
            cited=cited(answer),
        )
        conversation, message = self.conversations.add(conversation_id, turn)
        elapsed = (time.perf_counter() - start) * 1000
        return Reply(conversation_id=conversation, message_id=message, answer=answer, elapsed_ms=elapsed)

    def answer(self, question: str, turns: tuple[Turn, ...] = ()) -> tuple[Query, Answer]:
        """What was understood of a question, and its checked answer."""
        parts = self._parts
        query, draft = answered(parts, question, turns)
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


def _warm_up(parts: Parts, questions: Sequence[str]) -> None:
    parts.texts.load()
    parts.retriever.medidas(WARM_UP)
    parts.retriever.search(WARM_UP)
    for question in questions:
        answered(parts, question, ())


__all__ = ["Assistant", "Status"]
