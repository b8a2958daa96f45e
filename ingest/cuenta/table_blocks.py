"""Where the tables of the account stand: titles, headers, rows and footnotes, put together where they were parted.

A title is followed by its header and rows, or by something else: then its rows come later, at the top of a page,
without a title. Such titles and such rows are matched in order; one left over stops the build.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.errors import ParseError
from corpus.lexicon import plain
from corpus.records import Documento
from ingest.cuenta.lines import Line, lines_of

HEADER_WIDTH = 80
"""A header line is shorter than this; a line of prose of these documents is longer or ends a sentence."""


@dataclass
class Row:
    """The line of a row that holds its numbers, and the lines before it that hold the rest of its label."""

    line: Line
    label_lines: list[Line] = field(default_factory=list)


@dataclass
class Block:
    """The lines of one table."""

    title: Line | None
    header: list[Line]
    rows: list[Row]
    notes: list[Line] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)

    @property
    def body(self) -> tuple[int, int]:
        """The offsets of header and rows (and of the footnotes after them)."""
        last = max([self.rows[-1].line, *self.notes], key=lambda line: line.offset)
        return self.header[0].start, last.end

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """The offsets of all that belongs to the table: one stretch, or two where its title stands apart."""
        lines = [
            *([self.title] if self.title else []),
            *self.captions,
            *self.header,
            *(row.line for row in self.rows),
            *self.notes,
        ]
        lines += [line for row in self.rows for line in row.label_lines]
        return [(line.start, line.end) for line in sorted(lines, key=lambda line: line.offset)]


def find_blocks(document: Documento) -> list[Block]:
    """The tables of a document in the order of their titles. Raises ParseError where title and rows don't meet."""
    lines = [line for line in lines_of(document) if not line.noise]
    blocks: list[Block] = []
    orphans: list[Block] = []
    at = 0
    while at < len(lines):
        if lines[at].title:
            block, at = _titled(lines, at)
            blocks.append(block)
        elif _starts_untitled(lines, at):
            block, at = _untitled(lines, at)
            orphans.append(block)
        else:
            at += 1
    _match(document, blocks, orphans)
    for block in blocks:
        _drop_caption(block)
    return blocks


def _titled(lines: list[Line], at: int) -> tuple[Block, int]:
    """The table whose title is at ``at`` (without rows where they stand elsewhere), and where reading goes on."""
    block = Block(lines[at], [], [])
    at += 1
    while at < len(lines) and lines[at].note:
        block.notes.append(lines[at])
        at += 1
    header: list[Line] = []
    ahead = at
    while ahead < len(lines) and _may_head(lines[ahead]) and not _first_row(lines, ahead, header):
        header.append(lines[ahead])
        ahead += 1
    if not header or ahead >= len(lines) or not _first_row(lines, ahead, header):
        return block, at
    block.header = header
    return block, _read_rows(lines, ahead, block)


def _drop_caption(block: Block) -> None:
    """A first header line that only repeats the title is a caption, not a label."""
    assert block.title is not None
    if len(block.header) > 1 and plain(block.header[0].text) in plain(block.title.text):
        block.captions.append(block.header.pop(0))


def _first_row(lines: list[Line], at: int, header: list[Line]) -> bool:
    """Whether the rows begin at ``at``: with numbers, or with a label that is wrapped before them."""
    if lines[at].row:
        return True
    headed = any(line.years for line in header)
    return headed and at + 1 < len(lines) and _wrapped_label(lines[at], lines[at + 1])


def _wrapped_label(line: Line, following: Line) -> bool:
    return not line.row and following.row and following.number == line.number + 1 and following.text[0].islower()


def _may_head(line: Line) -> bool:
    text = line.text
    return len(text) <= HEADER_WIDTH and not line.note and not line.title and not line.item and text[-1] not in ".:;,"


def _read_rows(lines: list[Line], at: int, block: Block) -> int:
    """Read rows from ``at`` into a block, and the footnotes after them; says where reading goes on."""
    while at < len(lines):
        if lines[at].row:
            block.rows.append(Row(lines[at]))
            at += 1
        elif at + 1 < len(lines) and _wrapped_label(lines[at], lines[at + 1]):
            block.rows.append(Row(lines[at + 1], [lines[at]]))
            at += 2
        else:
            break
    while at < len(lines) and lines[at].note:
        block.notes.append(lines[at])
        at += 1
    return at


def _starts_untitled(lines: list[Line], at: int) -> bool:
    """Whether header lines at the top of a page lead to two or more rows of equally many numbers."""
    if not lines[at].opens_page or not _may_head(lines[at]) or lines[at].row:
        return False
    header: list[Line] = []
    ahead = at
    while ahead < len(lines) and _may_head(lines[ahead]) and not _first_row(lines, ahead, header):
        header.append(lines[ahead])
        ahead += 1
    rows = Block(None, header, [])
    if not header or ahead >= len(lines) or not _first_row(lines, ahead, header):
        return False
    _read_rows(lines, ahead, rows)
    return len(rows.rows) > 1 and len(rows.rows[0].line.cells()) == len(rows.rows[1].line.cells())


def _untitled(lines: list[Line], at: int) -> tuple[Block, int]:
    block = Block(None, [], [])
    while not _first_row(lines, at, block.header):
        block.header.append(lines[at])
        at += 1
    return block, _read_rows(lines, at, block)


def _match(document: Documento, blocks: list[Block], orphans: list[Block]) -> None:
    """Give each untitled block to the titles without rows, in order."""
    for orphan in orphans:
        open_titles = [b for b in blocks if not b.rows and b.title and b.title.offset < orphan.header[0].offset]
        if not open_titles:
            raise ParseError(f"{document.id}, línea {orphan.header[0].number}: filas de una tabla sin título")
        block = open_titles[0]
        block.header, block.rows = orphan.header, orphan.rows
        block.notes += orphan.notes
    for block in blocks:
        if not block.rows:
            assert block.title is not None
            raise ParseError(
                f"{document.id}, línea {block.title.number}: no se hallan las filas de «{block.title.text}»"
            )
