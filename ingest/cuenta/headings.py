"""The heading tree of the account.

Levels, outermost first: eje, numbered section ("4.1"), part of a section (Logros, Desafíos, a Roman numeral, "8.3.1"),
heading without a label, letter, number, bullet. A numbered or bulleted line is a heading where a paragraph or a list
of another kind follows it; else it is an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis import fold
from corpus.records import Documento
from ingest.cuenta.blocks import Unit

_PART = re.compile(r"(?:logros?|desafios?)(?: \d{4})?\.?$")
_RANK = {
    "eje": 1,
    "segundo": 2,
    "tercero": 3,
    "romano": 3,
    "parte": 3,
    "libre": 4,
    "letra": 5,
    "sublibre": 6,
    "numero": 7,
    "vineta": 8,
}
HEADING_WIDTH = 85


@dataclass(frozen=True)
class Heading:
    """A heading: its offsets, its level (1 is outermost) and its words."""

    start: int
    end: int
    level: int
    kind: str
    title: str


def find_headings(document: Documento, found: list[Unit], tables: list[int]) -> list[Heading]:
    """The headings among the units of a document, in order. ``tables`` are the offsets of the tables' lines."""
    headings: list[Heading] = []
    at = 0
    while at < len(found):
        unit = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        kind = _kind(document, unit, following, at == 0, tables, headings)
        if kind == "vineta" and not _bullet_heads(found, at, headings):
            kind = None
        if kind is None:
            at += 1
            continue
        end, title = unit.end, unit.text(document)
        if unit.kind == "eje" and following is not None and following.kind == "texto":
            end, title = following.end, f"{title.rstrip('.')}. {following.text(document)}"
            at += 1
        headings.append(Heading(unit.start, end, _RANK[kind], kind, title.removeprefix("- ").rstrip(".:").strip()))
        at += 1
    return headings


def path_at(headings: Sequence[Heading], offset: int) -> tuple[str, ...]:
    """The titles of the headings over an offset, outermost first; a heading is under itself."""
    path: list[Heading] = []
    for heading in headings:
        if heading.start > offset:
            break
        while path and path[-1].level >= heading.level:
            path.pop()
        path.append(heading)
    return tuple(heading.title for heading in path)


def _kind(
    document: Documento,
    unit: Unit,
    following: Unit | None,
    first: bool,
    tables: list[int],
    headings: list[Heading],
) -> str | None:
    """The kind of heading that a unit is, or None for text and list items."""
    if unit.kind in ("eje", "segundo", "tercero", "romano", "letra"):
        return unit.kind
    if unit.kind in ("numero", "vineta"):
        return unit.kind if following is not None and _heads(unit, following, tables) else None
    text = unit.text(document)
    if _PART.match(fold(text)):
        return "parte"
    alone = len(unit.lines) == 1 and len(text) <= HEADING_WIDTH and (text[0].isupper() or text[0].isdigit())
    if first:
        return "eje" if alone else None
    if not alone or following is None or text[-1] in ':;,/”"':
        return None
    if unit.lines[0].opens_page and len(text.split()) <= 12 and not re.search(r"\d$", text.rstrip(".")):
        return "parte"
    if text.endswith("."):
        return None
    return "sublibre" if _open(headings, "letra") else "libre"


def _open(headings: list[Heading], kind: str) -> bool:
    """Whether a heading of a kind is open, that is, nothing outer came after it."""
    for heading in reversed(headings):
        if heading.kind == kind:
            return True
        if heading.level < _RANK[kind]:
            return False
    return False


def _heads(unit: Unit, following: Unit, tables: list[int]) -> bool:
    """Whether what follows a numbered or bulleted unit is its text: a paragraph, or bullets under a number."""
    if any(unit.end <= offset < following.start for offset in tables):
        return False
    if following.kind == "texto":
        return not (len(following.lines) == 1 and _PART.match(fold(following.lines[0].text)))
    return unit.kind == "numero" and following.kind == "vineta"


def _bullet_heads(found: list[Unit], at: int, headings: list[Heading]) -> bool:
    """Whether a bullet with a paragraph after it is one of several such, not the last item of a list."""
    if at and found[at - 1].kind == "vineta":
        return False
    another = at + 2 < len(found) and found[at + 2].kind == "vineta"
    return another or (bool(headings) and headings[-1].kind == "vineta")
