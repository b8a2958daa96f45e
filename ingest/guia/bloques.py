"""A section's text as blocks: headings, numbered items, bullets, dashes, leads of lists, and prose.

Page breaks, footnotes and blank lines inside a sentence part what belongs together; a block goes on where the next line
begins in small letters or after a word that cannot end a sentence. What a block is, is told by its shape alone:

- a heading is in capitals, or set in, or alone between blank lines without a point;
- a lead is a short line right above a list, or one that ends in a colon;
- "1." begins an item, "•" and "—" a bullet, "-" a dash below a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from corpus.analysis import words
from corpus.records import Documento, Span, Texto
from ingest.guia.mapa import Seccion
from ingest.lines import Line, lines
from ingest.reading import Reading

_NUMBERED = re.compile(r"(?P<mark>(?P<number>\d{1,2})\.)\s*(?=[A-ZÁÉÍÓÚÑ¿“])")
_BULLET = re.compile(r"(?P<mark>[•●▪—])\s*(?=\S)")
_DASH = re.compile(r"(?P<mark>-)\s+(?=\S)")
_LETTERED = re.compile(r"(?P<mark>[A-Z])\s+(?=\([A-Z])")
_NOTHING = re.compile(r"[•●▪—\-.\s]*")
_EXAMPLE = re.compile(r"Ejemplo\b[^:]{0,20}:\s*\S")
_REFERS = re.compile(r"\b(?:tabla|diagrama|esquema|apartado|capítulo|sección|ley|n[°º])$", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:(?<![\w/])(?:a|al|con|de|del|e|el|en|la|las|los|o|para|por|que|se|su|sus|un|una|u|y)|[,(]|[^\W\d]/)$",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"(?<=[^\W\d]|[?”)])\d{1,2}$")
_JOINS = re.compile(r"(?:de|del|y|e|o|para|en|al?)\b", re.IGNORECASE)
Box = Literal["necesita", "recomendaciones", "consejo", "resumen", "minimo", "ideal"]
SHORT = 70
"""A heading or a lead is no longer than this."""
FEW_WORDS = 8
ACRONYM = 5
"""A single word in capitals with no more letters may be an acronym."""


class Rank(IntEnum):
    """What may stand under what: a block closes all open ones of its rank or a lower one (a greater number)."""

    SECTION = 0
    CAPITALS = 1
    HEADING = 2
    PROSE = 3
    NUMBER = 4
    LEAD = 5
    BULLET = 6
    NESTED = 7
    DASH = 8


@dataclass
class Block:
    """Lines that read as one. ``goes_on``: it stands in the same paragraph as the block before it."""

    rank: Rank
    lines: list[Line]
    mark: str = ""
    attached: bool = False
    starts_trozo: bool = False

    def text(self, reading: Reading) -> str:
        """Its words, on one line, without its mark."""
        read = " ".join(" ".join(reading.clean(line.start, line.end) for line in self.lines).split())
        return _unmarked(_NOTE_MARK.sub("", read) if self.rank <= Rank.HEADING else read)

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.lines[-1].end

    def spans(self, document: Documento) -> tuple[Span, ...]:
        """Where it stands: one span, or several where something else stands between its lines."""
        runs: list[tuple[int, int]] = []
        for line in self.lines:
            if runs and not document.text[runs[-1][1] : line.start].strip():
                runs[-1] = (runs[-1][0], line.end)
            else:
                runs.append((line.start, line.end))
        return tuple(document.span(start, end) for start, end in runs)

    def texto(self, document: Documento) -> Texto:
        """Its text and where it stands."""
        return Texto(texto=self.text(Reading.of(document.text)), spans=self.spans(document))


BOXES: dict[str, Box] = {
    "que necesito para avanzar": "necesita",
    "recomendaciones": "recomendaciones",
    "cable a tierra": "consejo",
    "cable a tierra consejos practicos": "consejo",
    "resumen": "resumen",
    "minimo": "minimo",
    "ideal": "ideal",
}


def box_of(text: str) -> Box | None:
    """Which box or part of one a line heads, or None: "¿Qué necesito para avanzar?", "Mínimo: …"."""
    head = text.split(":")[0] if text.startswith(("Mínimo", "Ideal")) else _NOTE_MARK.sub("", text)
    return BOXES.get(" ".join(words(head)))


def _unmarked(read: str) -> str:
    return re.sub(r"^(?:[•●▪—]\s*|-\s+|\d{1,2}\.\s*(?=[A-ZÁÉÍÓÚÑ¿“]))", "", read)


def capitals(text: str) -> bool:
    """Whether a text is written in capitals: four letters or more, none small."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)


def sentence_case(text: str) -> str:
    """A name in capitals as it is written in a sentence; any other, and an acronym, as it is."""
    return text.capitalize() if capitals(text) and len(text) > ACRONYM else text


def readable_lines(document: Documento, seccion: Seccion) -> Iterator[tuple[Line, bool]]:
    """The lines of a section that are read, in reading order, and whether each begins a stretch of its own."""
    reading = Reading.of(document.text)
    every = list(lines(document.text))
    for trozo in seccion.trozos:
        first = not trozo.goes_on
        for line in every:
            if not trozo.start <= line.start < trozo.end:
                continue
            if any(start <= line.start < end for start, end in seccion.omite):
                continue
            if not reading.clean(line.start, line.end) or _NOTHING.fullmatch(line.text):
                continue
            yield line, first
            first = False


def blocks(document: Documento, seccion: Seccion) -> list[Block]:
    """The blocks of a section in reading order."""
    found: list[Block] = []
    previous: Line | None = None
    for line, fresh in readable_lines(document, seccion):
        adjacent = previous is not None and previous.number == line.number - 1 and not fresh
        rank, mark = _mark(line, found[-1] if adjacent and found else None)
        if found and not fresh and mark is None and _goes_on(found[-1], line, adjacent):
            found[-1].lines.append(line)
        else:
            found.append(Block(rank, [line], mark or "", attached=adjacent, starts_trozo=fresh))
        previous = line
    _name_leads(document, found)
    return found


def _mark(line: Line, before: Block | None) -> tuple[Rank, str | None]:
    """The rank that a line's mark gives it, and the mark; prose where it has none."""
    text = line.text
    if (match := _NUMBERED.match(text)) is not None and not (before and _REFERS.search(before.lines[-1].text)):
        return (Rank.CAPITALS if capitals(text) else Rank.NUMBER), match["mark"]
    if (match := _BULLET.match(text)) is not None:
        return Rank.BULLET, match["mark"]
    if (match := _DASH.match(text)) is not None:
        return Rank.DASH, match["mark"]
    if (match := _LETTERED.match(text)) is not None:
        return Rank.BULLET, ""
    if before is not None and before.rank is Rank.BULLET and _lost_bullet(before, line):
        return Rank.BULLET, ""
    if _EXAMPLE.match(text):
        return Rank.DASH, ""
    if box_of(text) is not None:
        return (Rank.LEAD if box_of(text) in ("minimo", "ideal") else Rank.CAPITALS), ""
    if capitals(text):
        return Rank.CAPITALS, None
    if line.raw.startswith("   "):
        return Rank.HEADING, ""
    return Rank.PROSE, None


def _lost_bullet(before: Block, line: Line) -> bool:
    """Whether a line is set in like the bullets right above it, and labelled like them, but lost its sign."""
    set_in = before.lines[0].raw.startswith(" ") and line.raw.startswith(" ")
    return set_in and re.match(r"[A-ZÁÉÍÓÚÑ][^:.]{2,40}: ", line.text) is not None


def _goes_on(block: Block, line: Line, adjacent: bool) -> bool:
    """Whether a line without a mark continues a block."""
    before, text = block.lines[-1].text, line.text
    small = text[0].islower() or text[0] in "(;,%"
    if capitals(text) != (block.rank is Rank.CAPITALS):
        return False
    if block.rank is Rank.CAPITALS:
        page = line.raw.startswith(" ") and not block.lines[-1].raw.startswith(" ")
        return (adjacent and not page) or _UNFINISHED.search(before) is not None or _JOINS.match(text) is not None
    if before.count("(") > before.count(")") or _UNFINISHED.search(before):
        return True
    if adjacent:
        own = block.lines[0].text
        few = len(" ".join(row.text for row in block.lines).split()) <= FEW_WORDS
        ended = before.endswith(":") and not small and few and block.rank < Rank.BULLET
        bare = block.rank is Rank.NUMBER and len(block.lines) == 1 and len(own.split()) <= FEW_WORDS and not small
        return not ended and not (bare and not re.search(r"[.:,)]", _unmarked(own)))
    quoted = block.rank is Rank.PROSE and before.endswith(":") and text.startswith("“")
    return quoted or (small and not before.endswith((".", ":", "?")))


def _name_leads(document: Documento, found: list[Block]) -> None:
    """Tell leads and lone headings from prose by what follows them."""
    for at, block in enumerate(found):
        if block.rank is not Rank.PROSE:
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        last, read = block.lines[-1].text, " ".join(line.text for line in block.lines)
        heads_list = following is not None and following.rank > Rank.PROSE
        short = len(read) <= SHORT and len(block.lines) <= 2
        alone = following is not None and not following.attached
        if short and heads_list and (last.endswith(":") or not (alone or last.endswith("."))):
            block.rank = Rank.LEAD
        elif short and alone and not block.attached:
            if not re.search(r"[.,;:”)]$", last) and (read[0].isupper() or read[0] == "¿"):
                block.rank = Rank.HEADING
        elif block.attached and at and found[at - 1].rank >= Rank.NUMBER:
            block.rank = Rank.LEAD
