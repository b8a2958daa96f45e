"""The lines and paragraphs of a text with their offsets, for parsers that read a document by its shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line: its 1-based number, its text, and the offsets of its first and after its last visible character."""

    number: int
    raw: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The line without white space at its ends."""
        return self.raw.strip()


@dataclass(frozen=True)
class Paragraph:
    """Lines that no blank line parts."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Offset of the first visible character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after the last visible character."""
        return self.lines[-1].end

    @property
    def number(self) -> int:
        """The 1-based number of the first line."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """The words of all its lines, on one."""
        return " ".join(" ".join(line.text.split()) for line in self.lines)


def lines(text: str) -> Iterator[Line]:
    """Every line that is not blank."""
    at = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            yield Line(number, raw, start, start + len(stripped))
        at += len(raw) + 1


def paragraphs(text: str) -> list[Paragraph]:
    """Every run of lines that are not blank."""
    found: list[list[Line]] = []
    for line in lines(text):
        if found and found[-1][-1].number == line.number - 1:
            found[-1].append(line)
        else:
            found.append([line])
    return [Paragraph(tuple(group)) for group in found]


def line_number(text: str, offset: int) -> int:
    """The 1-based number of the line on which an offset lies."""
    return text.count("\n", 0, offset) + 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its ends; empty where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
