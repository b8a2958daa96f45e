"""Passages of any document: complete paragraphs and lists under the headings that its parser names.

A passage is a unit that can be read alone: a paragraph, or a lead-in with its whole list; never a window of characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.records import Documento, Pasaje, Texto
from ingest.reading import Reading

Heading = tuple[int, int, str]
"""Where a heading stands (offset), its level (1 is the highest), and its clean title."""

_LIST_ITEM = re.compile(r"\s*(?:[●•▪◦–—-]\s|[●•]|\d{1,2}[.)]\s)")
MIN_CHARS = 40
MAX_CHARS = 2500


def path_at(headings: Sequence[Heading], offset: int) -> tuple[str, ...]:
    """The titles of the headings over an offset, highest level first."""
    path: dict[int, str] = {}
    for _, level, title in headings[: bisect_right([heading[0] for heading in headings], offset)]:
        path = {other: name for other, name in path.items() if other < level}
        path[level] = title
    return tuple(path.values())


def blocks(text: str) -> list[tuple[int, int]]:
    """The stretches of a text between blank lines, trimmed."""
    found = []
    for match in re.finditer(r"[^\n]+(?:\n(?![ \t\f\xa0]*\n)[^\n]+)*", text):
        raw = match.group()
        inner = raw.strip()
        if inner:
            start = match.start() + raw.index(inner[0])
            found.append((start, start + len(raw[raw.index(inner[0]) :].rstrip())))
    return found


def passages(document: Documento, headings: Sequence[Heading]) -> list[Pasaje]:
    """The passages of a document. A list stays with its lead-in; a heading alone is no passage."""
    reading = Reading.of(document.text)
    starts = [heading[0] for heading in headings]
    groups: list[list[tuple[int, int]]] = []
    for start, end in blocks(document.text):
        clean = reading.clean(start, end)
        if not clean:
            continue
        section = bisect_right(starts, start)
        if groups:
            first = groups[-1][0][0]
            same_section = bisect_right(starts, first) == section
            before = reading.clean(groups[-1][0][0], groups[-1][-1][1])
            goes_on = (
                _LIST_ITEM.match(document.text[start:end]) is not None
                or clean[0].islower()
                or before.endswith((",", ";", ":"))
                or not before.endswith((".", "!", "?", "”", '"', ")"))
            )
            if same_section and goes_on and end - first < MAX_CHARS:
                groups[-1].append((start, end))
                continue
        groups.append([(start, end)])
    found = []
    for group in groups:
        start, end = group[0][0], group[-1][1]
        clean = reading.clean(start, end)
        if len(clean) >= MIN_CHARS:
            found.append(
                Pasaje(
                    id=f"pasaje:{document.id}:{start}-{end}",
                    document=document.id,
                    ruta=path_at(headings, start),
                    texto=Texto(texto=clean, spans=(document.span(start, end),)),
                )
            )
    return found
