"""The lines of a document with their numbers and offsets, and what can be told of a line by its shape alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import Documento

_NOISE = re.compile(r"(?:\d{1,3}|https?://\S+)$")
_TITLE = re.compile(r"Tabla\s+(\d+)\s*\.\s*(\S.*)$")
_ITEM = re.compile(r"(?:[●•▪]|[0-9]{1,2}\.|[a-z]\.|[IVX]+\.|\d+\.\d+\.?)\s+\S")
_CELL = re.compile(
    r"(?<!\S)(?:(?:M?\$\s?)?[+-]?\d[\d.,]*(?<=\d)(?:\s?%)?|[-–—]|[sn]/[ida])\*{0,3}(?!\S)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True)
class Line:
    """One line: its 1-based number, the offset of its first character, and its text without the line break."""

    number: int
    offset: int
    raw: str

    @property
    def text(self) -> str:
        """The line without white space at its ends."""
        return self.raw.strip()

    @property
    def start(self) -> int:
        """The offset of the first character that is not white space."""
        return self.offset + len(self.raw) - len(self.raw.lstrip())

    @property
    def end(self) -> int:
        """The offset after the last character that is not white space."""
        return self.offset + len(self.raw.rstrip())

    @property
    def opens_page(self) -> bool:
        """Whether the line is set off by a leading space, as the extraction leaves at the top of a page."""
        return self.raw.startswith((" ", "\f")) and bool(self.text)

    @property
    def noise(self) -> bool:
        """Whether the line is a page number or an address alone."""
        return _NOISE.match(self.text) is not None

    @property
    def title(self) -> re.Match[str] | None:
        """The match of a table's title: its number and its words."""
        return _TITLE.match(self.text)

    @property
    def note(self) -> bool:
        """Whether the line is a footnote of a table."""
        return re.match(r"\*+\s*\S", self.text) is not None

    @property
    def item(self) -> bool:
        """Whether the line begins with a bullet, a number or a letter of a list or heading."""
        return _ITEM.match(self.text) is not None

    def cells(self) -> list[tuple[int, int]]:
        """The offsets of the numbers (or dashes) that end the line, one for each cell, left to right."""
        found = list(_CELL.finditer(self.raw))
        ends: list[tuple[int, int]] = []
        right = len(self.raw.rstrip())
        for match in reversed(found):
            if self.raw[match.end() : right].strip():
                break
            ends.append((self.offset + match.start(), self.offset + match.end()))
            right = match.start()
        return ends[::-1]

    @property
    def years(self) -> bool:
        """Whether the line heads columns by year: two or more rising years end it, "Total" perhaps after them."""
        words = self.text.split()
        while words and words[-1].casefold().strip("*.") in ("total", "totales"):
            words.pop()
        years = [word.rstrip("*") for word in words if _YEAR.fullmatch(word.rstrip("*"))]
        trailing = [word.rstrip("*") for word in words[len(words) - len(years) :]]
        return len(years) >= 2 and years == trailing and years == sorted(set(years))

    @property
    def row(self) -> bool:
        """Whether the line ends in two or more numbers and is no header by years."""
        return len(self.cells()) >= 2 and not self.years


def lines_of(document: Documento) -> list[Line]:
    """The lines of a document that are not blank."""
    lines: list[Line] = []
    offset = 0
    for number, raw in enumerate(document.text.split("\n"), 1):
        if raw.strip():
            lines.append(Line(number, offset, raw))
        offset += len(raw) + 1
    return lines
