"""How texts are compared when a reply is judged: without case, accents, Markdown marks or thousands points.

Offsets count code points of the document's own text, whatever is left out of the comparison.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

Place = tuple[int, int]

_MARKS = "*_`|#>"
_CITATION = re.compile(r"\[\d+\]")
_MARK = re.compile(rf"[{re.escape(_MARKS)}\t]")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")


def _bare(text: str) -> str:
    """Lower case, decomposed, without combining marks: "Ñuñoa" → "nunoa"."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def comparable(text: str) -> str:
    """A text as it is compared: bare, without citation markers, marks and thousands points, single spaces."""
    plain = _THOUSANDS.sub("", _MARK.sub(" ", _CITATION.sub(" ", _bare(text))))
    return " ".join(plain.split())


class Skeleton:
    """A document without case, accents, white space and marks, in which snippets are found wherever lines break."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self._offsets: list[int] = []
        for offset, char in enumerate(text):
            for plain in _bare(char):
                if not plain.isspace() and plain not in _MARKS:
                    kept.append(plain)
                    self._offsets.append(offset)
        self._text = "".join(kept)

    @staticmethod
    def needle(snippet: str) -> str:
        """A snippet as it is searched for."""
        return "".join(char for char in _bare(snippet) if not char.isspace() and char not in _MARKS)

    def places(self, snippet: str) -> tuple[Place, ...]:
        """Every [start, end) of a snippet in the document's text; empty where it is not in it, or is empty."""
        needle = self.needle(snippet)
        found = []
        at = self._text.find(needle) if needle else -1
        while at >= 0:
            found.append((self._offsets[at], self._offsets[at + len(needle) - 1] + 1))
            at = self._text.find(needle, at + 1)
        return tuple(found)


class Sources:
    """The documents' texts, with what is needed to find snippets in them, made when first used."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self._places: dict[tuple[str, str], tuple[Place, ...]] = {}

    @cached_property
    def _skeletons(self) -> dict[str, Skeleton]:
        return {document: Skeleton(text) for document, text in self.texts.items()}

    def places(self, document: str | None, snippet: str) -> tuple[Place, ...]:
        """Where a snippet stands in a document; empty for a document that there is not."""
        if document is None or document not in self.texts:
            return ()
        key = (document, snippet)
        if key not in self._places:
            self._places[key] = self._skeletons[document].places(snippet)
        return self._places[key]

    def anywhere(self, snippet: str) -> dict[str, tuple[Place, ...]]:
        """The documents that hold a snippet, with its places."""
        found = {document: self.places(document, snippet) for document in self.texts}
        return {document: places for document, places in found.items() if places}

    def is_verbatim(self, document: str | None, start: int, end: int, quote: str | None) -> bool:
        """Whether a quote is exactly the document's text at its offsets."""
        return document is not None and document in self.texts and self.texts[document][start:end] == quote


def half_shared(one: Place, other: Place) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    return shorter > 0 and 2 * shared >= shorter
