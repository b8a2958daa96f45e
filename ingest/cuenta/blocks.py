"""The account's text as units of reading: headings, paragraphs and list items, in order.

A unit is a run of lines without a blank line; page numbers and addresses between its lines are not read. A run that
goes on in lower case, or after a word that cannot end a sentence, is the same unit torn by the layout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import Documento
from ingest.cuenta.lines import Line, lines_of
from ingest.reading import Reading

_LABEL = re.compile(
    r"(?P<eje>Eje\s+\d+\s*\.)|(?P<tercero>\d{1,2}\.\d{1,2}\.\d{1,2}\.?)\s|(?P<segundo>\d{1,2}\.\d{1,2}\.?)\s(?=[A-ZÁÉÍÓÚÑ])"
    r"|(?P<numero>\d{1,2}\.)\s"
    r"|(?P<romano>[IVX]+\.)\s|(?P<letra>[a-z]\.)\s|(?P<vineta>[●•▪])\s*"
)
_UNFINISHED = re.compile(
    r"(?:\b(?:a|al|con|de|del|e|el|en|la|las|los|o|para|por|que|se|su|sus|un|una|y)|[,(])$", re.IGNORECASE
)


@dataclass
class Unit:
    """A stretch of text that reads as one: ``kind`` is the kind of label it begins with, or "texto"."""

    kind: str
    label: str
    lines: list[Line]

    @property
    def start(self) -> int:
        """The offset of its first character, label included."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.lines[-1].end

    @property
    def body(self) -> int:
        """The offset after its label."""
        match = _LABEL.match(self.lines[0].text) if self.label else None
        return self.start + (match.end() if match else 0)

    def text(self, document: Documento) -> str:
        """The unit as it is read, on one line, label included."""
        return " ".join(Reading.of(document.text).clean(self.start, self.end).split())


def units(document: Documento, skip: list[tuple[int, int]]) -> list[Unit]:
    """The units of a document outside the stretches to skip (its tables), in order."""
    notes = [(note.start, note.end) for note in Reading.of(document.text).notes]
    found: list[Unit] = []
    previous: Line | None = None
    for line in lines_of(document):
        if line.noise or any(start <= line.start < end for start, end in [*skip, *notes]):
            continue
        match = _LABEL.match(line.text)
        adjacent = previous is not None and previous.number == line.number - 1
        if found and match is None and _goes_on(found[-1], line, adjacent):
            found[-1].lines.append(line)
        else:
            kind = match.lastgroup if match else None
            found.append(Unit(kind or "texto", match.group().strip() if match else "", [line]))
        previous = line
    return found


def _goes_on(unit: Unit, line: Line, adjacent: bool) -> bool:
    """Whether a line without a label continues a unit."""
    before = unit.lines[-1].text
    lowered = line.text[0].islower() or line.text[0] in "($%);,"
    if unit.kind == "eje" or (before.endswith((".", ":")) and not adjacent and not line.text.startswith("$")):
        return False
    if adjacent and not line.opens_page:
        return True
    return lowered or _UNFINISHED.search(before) is not None
