"""Prose as it is read, with the way back to the source: clean text whose every character knows its offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.reading import Reading

_END = re.compile(r"(?<=[.!?…])[\"”»)]?\s+(?=[\"“«¿¡(]*[A-ZÁÉÍÓÚÑ0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:N|Nº|art|Sr|Sra|Dr|Dra|p|pp|ed|ej|etc|Ud|D\.S|al)|\b[A-Z])\.$")


@dataclass(frozen=True)
class Prose:
    """A stretch of a document without cuts and line breaks; ``offsets`` holds the source offset of each character."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int, footnote: bool = False) -> Prose:
        """The stretch [start, end) of a text, white space made single, without what :class:`Reading` cuts out.

        ``footnote`` says that the stretch lies in a footnote, which is cut elsewhere and read here.
        """
        chars: list[str] = []
        offsets: list[int] = []
        cut = [(a, b) for a, b in Reading.of(text).cut if not (footnote and a <= start < b)]
        at = bisect_left(cut, (start, start)) - 1
        at = max(at, 0)
        offset = start
        while offset < end:
            while at < len(cut) and cut[at][1] <= offset:
                at += 1
            if at < len(cut) and cut[at][0] <= offset:
                offset = cut[at][1]
                continue
            char = text[offset]
            if char.isspace() or char == "\xa0":
                if chars and chars[-1] != " ":
                    chars.append(" ")
                    offsets.append(offset)
            else:
                chars.append(char)
                offsets.append(offset)
            offset += 1
        if chars and chars[-1] == " ":
            chars.pop()
            offsets.pop()
        return cls("".join(chars), tuple(offsets))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets [start, end) of a stretch of the clean text that is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences as stretches of the clean text. A point inside an abbreviation ends none."""
        start = 0
        for match in _END.finditer(self.text):
            if _ABBREVIATION.search(self.text[start : match.start()]):
                continue
            yield start, match.start() + len(match.group().rstrip())
            start = match.end()
        if start < len(self.text):
            yield start, len(self.text)
