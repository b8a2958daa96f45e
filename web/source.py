"""A document's text as a readable page, with one span highlighted; every character keeps its place.

The text of a PDF comes as wrapped lines, of a spreadsheet as tabbed ones. Lines are grouped into blocks (headings,
paragraphs, list items, tables), each of which is a stretch of the text: nothing is reordered, added or left out, so
that the words of the highlight are the quote's. Only a form's box (``<input type="checkbox">``) is drawn, not written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from markupsafe import Markup, escape

from corpus.analysis import fold
from corpus.records import Documento

BULLET = re.compile(r"\s*(?:[●•▪◦✓–—-]\s*(?=\S)|\d{1,2}[.)]\s|[a-z][.)]\s)")
DRAWN = re.compile(r"<input [^>]*type=\"checkbox\"[^>]*>|\*\*")
FOLIO = re.compile(r"\d{1,3}")  # a page number on a line of its own
SHORT_LINE = 0.72  # a line shorter than this part of the usual width ends where its author ended it
WRAPPED_WIDTH = 140  # hardly any line of a wrapped text is longer
CHAPTER = 2  # the level of the uppermost headings of a text
HEADING_LINES = 4
LONGEST_HEADING = 200

Range = tuple[int, int]


@dataclass(frozen=True)
class Block:
    """A stretch of the text and its layout. ``rows`` are the cells of a table; ``level`` is a heading's (2–6)."""

    kind: Literal["heading", "paragraph", "line", "item", "table"]
    start: int
    end: int
    level: int = 0
    rows: tuple[tuple[Range, ...], ...] = field(default=())


@dataclass(frozen=True)
class Entry:
    """A heading in the table of contents; ``key`` is its anchor."""

    key: str
    text: str
    level: int


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def blocks(text: str, headings: frozenset[tuple[str, int]] = frozenset()) -> tuple[Block, ...]:
    """The blocks of a text, in order. ``headings`` are known ones, folded by :func:`heading_key`, with their depth."""
    return _blocks(text, headings)


def heading_key(text: str) -> str:
    """A heading without what may differ between a record's path and the text: case, accents, marks and white space."""
    return re.sub(r"[\W_]+", "", fold(text))


@lru_cache(maxsize=32)
def _blocks(text: str, headings: frozenset[tuple[str, int]]) -> tuple[Block, ...]:
    depth = dict(sorted(headings, key=lambda pair: -pair[1]))  # the least depth of a heading wins
    lines = list(_lines(text))
    width = _wrap_width(lines)
    found: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.text.strip():
            at += 1
            continue
        if (used := _heading_lines(lines, at, depth)) is not None:
            count, level = used
            found.append(_trimmed(text, Block("heading", line.start, lines[at + count - 1].end, level=level)))
            at += count
        elif "\t" in line.text.strip():
            count, table = _table(lines, at)
            found.append(table)
            at += count
        else:
            count = _unit_lines(lines, at, width, depth)
            fresh = at == 0 or not lines[at - 1].text.strip()
            kind: Literal["item", "paragraph", "line"] = (
                "item" if BULLET.match(line.text) else "paragraph" if fresh else "line"
            )
            found.append(_trimmed(text, Block(kind, line.start, lines[at + count - 1].end)))
            at += count
    return tuple(found)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        yield _Line(at, at + len(line), line)
        at += len(line) + 1


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The width at which a text is wrapped, or None for a text whose line ends are its author's."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    if not lengths or lengths[int(len(lengths) * 0.97)] > WRAPPED_WIDTH:
        return None
    return lengths[int(len(lengths) * 0.8)]


def _heading_lines(lines: Sequence[_Line], at: int, depth: dict[str, int]) -> tuple[int, int] | None:
    """How many lines from here are a known heading, and its level. A heading may be torn by blank lines."""
    joined, used = "", 0
    for count, line in enumerate(lines[at:], 1):
        if not line.text.strip():
            continue
        joined += heading_key(line.text)
        used += 1
        if joined in depth:
            return count, min(6, depth[joined] + CHAPTER)
        if used == HEADING_LINES or len(joined) > LONGEST_HEADING:
            break
    return None


def _table(lines: Sequence[_Line], at: int) -> tuple[int, Block]:
    """The tabbed lines from here with one number of cells, blank lines between them included."""
    width = lines[at].text.count("\t")
    rows: list[tuple[Range, ...]] = []
    last = used = 0
    for used, line in enumerate(lines[at:], 1):
        if not line.text.strip():
            continue
        if line.text.count("\t") != width:
            break
        rows.append(tuple(_cells(line)))
        last = used
    return last, Block("table", lines[at].start, lines[at + last - 1].end, rows=tuple(rows))


def _cells(line: _Line) -> Iterator[Range]:
    at = line.start
    for cell in line.text.split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _unit_lines(lines: Sequence[_Line], at: int, width: int | None, depth: dict[str, int]) -> int:
    """How many lines from here flow together."""
    if width is None:
        return 1
    count = 1
    while at + count < len(lines):
        before, line = lines[at + count - 1], lines[at + count]
        if not line.text.strip() or "\t" in line.text.strip() or BULLET.match(line.text):
            break
        if len(before.text.rstrip()) < SHORT_LINE * width or _heading_lines(lines, at + count, depth):
            break
        count += 1
    return count


def _trimmed(text: str, block: Block) -> Block:
    raw = text[block.start : block.end]
    left = len(raw) - len(raw.lstrip())
    return replace(block, start=block.start + left, end=block.start + len(raw.rstrip()))


def contents(text: str, found: Sequence[Block], deepest: int = 3) -> list[Entry]:
    """The table of contents: chapters, and below them the headings that stand only once in the document."""
    headings = [block for block in found if block.kind == "heading" and block.level <= deepest]
    words = {block.start: heading_words(text, block) for block in headings}
    often = Counter(heading_key(heading) for heading in words.values())
    seen: set[str] = set()
    entries: list[Entry] = []
    for block in headings:
        key = heading_key(words[block.start])
        if key not in seen and (block.level == CHAPTER or often[key] == 1):
            seen.add(key)
            entries.append(Entry(f"s-{block.start}", words[block.start], block.level))
    return entries


def heading_words(text: str, block: Block) -> str:
    """A heading on one line, without the stars of bold text."""
    return " ".join(text[block.start : block.end].replace("**", "").split())


def heading_before(text: str, found: Sequence[Block], offset: int) -> str | None:
    """The nearest heading above an offset."""
    above = [block for block in found if block.kind == "heading" and block.start <= offset]
    return heading_words(text, above[-1]) if above else None


class Page:
    """Renders the blocks of one document with one span in ``<mark>``; the first mark has the id "cita"."""

    def __init__(self, document: Documento, highlight: Range | None, headings: frozenset[tuple[str, int]]) -> None:
        self.document = document
        self.text = document.text
        self.blocks = blocks(document.text, headings)
        self._highlight = highlight
        self._marked = False

    def html(self) -> Markup:
        """The whole text."""
        parts: list[str] = []
        pages = list(enumerate(self.document.pages, 1))
        list_open = False
        for block in self.blocks:
            if list_open and block.kind != "item":
                parts.append("</ul>")
                list_open = False
            while pages and pages[0][1] <= block.start:
                parts.append(f'<p class="pagina" id="pagina-{pages[0][0]}">Página {pages[0][0]}</p>')
                pages.pop(0)
            if block.kind == "item" and not list_open:
                parts.append('<ul class="lista">')
                list_open = True
            parts.append(self._block(block))
        if list_open:
            parts.append("</ul>")
        return Markup("\n".join(parts))

    def _block(self, block: Block) -> str:
        if block.kind == "table":
            return self._table(block)
        inner = self._piece(block.start, block.end)
        if block.kind == "heading":
            return f'<h{block.level} id="s-{block.start}">{inner}</h{block.level}>'
        if block.kind == "item":
            return f"<li>{inner}</li>"
        if FOLIO.fullmatch(self.text, block.start, block.end):
            return f'<p class="folio">{inner}</p>'
        return f"<p>{inner}</p>" if block.kind == "paragraph" else f'<p class="linea">{inner}</p>'

    def _table(self, block: Block) -> str:
        header = self._is_header(block.rows[0]) and len(block.rows) > 1
        rows = []
        for at, cells in enumerate(block.rows):
            tag, scope = ("th", ' scope="col"') if header and at == 0 else ("td", "")
            inner = "".join(f"<{tag}{scope}>{self._piece(start, end)}</{tag}>" for start, end in cells)
            rows.append(f"<tr>{inner}</tr>")
        head = f"<thead>{rows.pop(0)}</thead>" if header else ""
        body = f"{head}<tbody>{''.join(rows)}</tbody>"
        if len(block.rows[0]) < 3:
            return f'<div class="tabla"><table>{body}</table></div>'
        return f'<div class="tabla ancha" role="group" tabindex="0" aria-label="Tabla"><table>{body}</table></div>'

    def _is_header(self, cells: Sequence[Range]) -> bool:
        texts = [self.text[start:end].strip() for start, end in cells]
        return len(texts) > 2 and all(texts) and not any(char.isdigit() for text in texts for char in text)

    def _piece(self, start: int, end: int) -> Markup:
        """A stretch of the text, escaped, with its part of the highlight marked."""
        if self._highlight is None:
            return self._plain(start, end)
        left, right = max(start, self._highlight[0]), min(end, self._highlight[1])
        if left >= right or not self.text[left:right].strip():
            return self._plain(start, end)
        first = Markup("") if self._marked else Markup(' id="cita" tabindex="-1" autofocus')
        self._marked = True
        marked = Markup("<mark{}>{}</mark>").format(first, self._plain(left, right))
        return self._plain(start, left) + marked + self._plain(right, end)

    def _plain(self, start: int, end: int) -> Markup:
        return drawn(self.text[start:end])


def drawn(text: str) -> Markup:
    """A text, escaped; a form's box is drawn ticked or not, and the stars of bold text are hidden."""
    out, at = Markup(""), 0
    for match in DRAWN.finditer(text):
        out += escape(text[at : match.start()])
        if match.group() == "**":
            out += Markup('<span class="oculto" aria-hidden="true">**</span>')
        else:
            kind, state = ("si", "marcada") if "checked" in match.group() else ("no", "sin marcar")
            out += Markup('<span class="casilla {}" role="img" aria-label="Casilla {}"></span>').format(kind, state)
        at = match.end()
    return out + escape(text[at:])


def readable(quote: str) -> Markup:
    """A quote as a card shows it: as :func:`drawn`, the cells of a row parted by dots."""
    return Markup(" · ").join(drawn(cell.strip()) for cell in quote.split("\t") if cell.strip())
