"""A reply as the evaluation sees it: the fields of the HTTP contract that are judged or reported."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, field_validator


class Seen(BaseModel):
    """Base of what is read from a reply: frozen; fields that are not judged are dropped."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class SeenCitation(Seen):
    """A citation: ``quote`` should be the text [start, end) of the document."""

    document_id: str | None = None
    start: int = 0
    end: int = 0
    quote: str | None = None
    label: str = ""
    section: tuple[str, ...] = ()
    document_title: str = ""


class SeenFigure(Seen):
    """A figure that a reply states; ``computed`` where it is worked out from ``operands``."""

    value: Decimal
    unit: str = ""
    concept: str = ""
    computed: bool = False
    operands: tuple[Decimal, ...] = ()


class SeenReply(Seen):
    """A reply. ``error`` says why there is none; every other field then has its default."""

    conversation_id: str | None = None
    status: str = ""
    abstained: bool = False
    answer: str = ""
    citations: tuple[SeenCitation, ...] = ()
    medidas: tuple[int, ...] = ()
    figures: tuple[SeenFigure, ...] = ()
    understood: str = ""
    mode: str = ""
    error: str | None = None

    @field_validator("medidas", "citations", "figures", mode="before")
    @classmethod
    def _absent_is_empty(cls, value: object) -> object:
        return () if value is None else value

    @field_validator("understood", mode="before")
    @classmethod
    def _in_words(cls, value: object) -> str:
        return value if isinstance(value, str) else "" if value is None else str(value)
