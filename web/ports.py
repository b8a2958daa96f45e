"""What the web needs of the assistant and of its index, as protocols: the boundary at which tests put a fake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Protocol, TypeVar

from assistant.values import Reply
from corpus.records import Documento, Medida, Record, Span

Rating = Literal["up", "down"]
R = TypeVar("R")


class Records(Protocol):
    """A loaded index, as :class:`corpus.store.Store` is."""

    @property
    def fingerprint(self) -> str:
        """Names all that went into this index."""

    @property
    def documents(self) -> Mapping[str, Documento]:
        """The documents by id."""

    @property
    def medidas(self) -> Mapping[int, Medida]:
        """The medidas by number."""

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""

    def quote(self, span: Span) -> str:
        """The verbatim text of a span."""


class Answering(Protocol):
    """The assistant, as :class:`assistant.pipeline.Assistant` is. Its methods may block and are called in threads."""

    @property
    def store(self) -> Records:
        """The index that serves now; another object after a reload."""

    def ask(self, question: str, conversation_id: str | None) -> Reply:
        """The reply to one question, as the next turn of its conversation."""

    def medidas_matching(
        self,
        institucion: str | None,
        eje: int | None,
        plazo_desde: date | None,
        plazo_hasta: date | None,
        q: str | None,
    ) -> tuple[Medida, ...]:
        """The medidas under all of the given filters, by number."""

    def feedback(self, message_id: str, rating: Rating, comment: str | None) -> bool:
        """Keep what a user thinks of a reply; False where there is no such reply."""

    def reload_if_changed(self) -> object:
        """Serve a newly published index, if there is one. Raises IndexError_ and keeps the old one if it is damaged."""


def records_of(store: Records, kind: type[R]) -> tuple[R, ...]:
    """All records of one type, in the order of the index."""
    found: Iterable[Record] = store.records.values()
    return tuple(record for record in found if isinstance(record, kind))
