"""A question with its reply as the page shows it, and the turns of the conversations that are on screen."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from web.charts import Chart, chart_of
from web.markup import answer_html, citation_anchor
from web.schemas import ChatReply, CitationOut

SHOWN_SOURCES = 4


@dataclass(frozen=True)
class Turn:
    """One exchange. ``anchor`` is the message's id, safe in HTML; ``answer_html`` is sanitised. ``chart`` draws the series of its table."""

    question: str
    reply: ChatReply
    anchor: str
    answer_html: str
    chart: Chart | None = None

    @classmethod
    def of(cls, question: str, reply: ChatReply) -> Turn:
        """The turn of a reply."""
        anchor = re.sub(r"[^A-Za-z0-9_-]", "-", reply.message_id)
        html = answer_html(reply.answer, reply.citations, anchor)
        return cls(question, reply, anchor, html, chart_of(reply))

    @property
    def first_sources(self) -> list[CitationOut]:
        """The sources that are shown at once."""
        return self.reply.citations[:SHOWN_SOURCES]

    @property
    def more_sources(self) -> list[CitationOut]:
        """The sources that are shown on demand."""
        return self.reply.citations[SHOWN_SOURCES:]

    def source_anchor(self, citation: CitationOut) -> str:
        """The id of a source's card."""
        return citation_anchor(self.anchor, citation.marker)


class Transcripts:
    """The latest turns of the latest conversations, in memory, for pages without JavaScript.

    They only repeat what the page showed a while ago; what a follow-up needs is kept by the assistant. A conversation
    that is not here (after a restart, in another process, or too old) goes on without its earlier turns on screen.
    """

    def __init__(
        self,
        conversations: int = 500,
        turns: int = 20,
        seconds: float = 2 * 3600,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kept: OrderedDict[str, tuple[float, tuple[Turn, ...]]] = OrderedDict()
        self._conversations = conversations
        self._turns = turns
        self._seconds = seconds
        self._clock = clock
        self._lock = Lock()

    def of(self, conversation_id: str | None) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first; none where it is not known any more."""
        with self._lock:
            self._forget_old()
            return self._kept[conversation_id][1] if conversation_id and conversation_id in self._kept else ()

    def add(self, turn: Turn) -> tuple[Turn, ...]:
        """Keep a turn; gives all turns of its conversation."""
        key = turn.reply.conversation_id
        with self._lock:
            self._forget_old()
            turns = (*(self._kept.pop(key)[1] if key in self._kept else ()), turn)[-self._turns :]
            self._kept[key] = (self._clock(), turns)
            while len(self._kept) > self._conversations:
                self._kept.popitem(last=False)
            return turns

    def _forget_old(self) -> None:
        oldest = self._clock() - self._seconds
        while self._kept and next(iter(self._kept.values()))[0] < oldest:
            self._kept.popitem(last=False)
