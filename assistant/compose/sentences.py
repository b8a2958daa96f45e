"""The sentences of the documents one by one, with the heading that each stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.focus import sentences
from corpus.analysis import fold
from corpus.records import Fragmento, Pasaje, Span
from corpus.store import Store

MARK = re.compile(r"^\W*(?:(?:\d{1,2}|[a-z]|[ivx]+)[.)])+\s+")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: as it is written and folded (of one length), and the heading over it.

    It is the ``first`` under that heading; it ``begins`` a section: what stands before it is of something else.
    """

    text: str
    folded: str
    heading: str
    first: bool
    begins: bool
    passage: Pasaje


class Sentences:
    """The sentences of the passages of one index, in the order of the documents."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """Where a sentence stands: the smallest piece of its passage that holds it, else the passage."""
        spans = sentence.passage.texto.spans
        own = " ".join(sentence.text.split())
        found = [
            piece
            for piece in self._pieces.get(sentence.passage.document, ())
            if any(one.start < span.end and span.start < one.end for one in piece.texto.spans for span in spans)
            and own in " ".join(piece.texto.texto.split())
        ]
        best = min(found, key=lambda piece: len(piece.texto.texto), default=None)
        return best.texto.spans if best is not None else spans

    @cached_property
    def _pieces(self) -> dict[str, list[Fragmento]]:
        pieces: dict[str, list[Fragmento]] = {}
        for record in self.store.of(Fragmento):
            pieces.setdefault(record.document, []).append(record)
        return pieces

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """All of them."""
        found: list[Sentence] = []
        section: tuple[str, ...] = ()
        for passage in self.store.of(Pasaje):
            title = passage.ruta[-1] if passage.ruta else ""
            heading = MARK.sub("", fold(title))
            own = passage.texto.texto.removeprefix(title)
            first = True
            for text in sentences(own):
                plain = MARK.sub("", re.sub(r"^[-•] +", "", text))
                if fold(plain) != heading and len(plain) > 2:
                    begins = (passage.document, *passage.ruta) != section
                    section = (passage.document, *passage.ruta)
                    found.append(Sentence(plain, fold(plain), heading, first, begins, passage))
                    first = False
        return tuple(found)
