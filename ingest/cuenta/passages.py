"""The account's free text as passages: complete units that can be shown and cited by themselves.

A numbered or lettered heading goes with all that stands under it; elsewhere a paragraph is a passage, and so is a
list with the paragraph that leads into it. A footnote is a passage of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.records import Pasaje, Span, Texto
from ingest.cuenta.account import Account
from ingest.cuenta.blocks import Unit
from ingest.cuenta.headings import Heading
from ingest.reading import Reading

LONGEST = 1800
"""A heading with more text than this, in characters, is parted into its paragraphs."""
_WHOLE = ("numero", "letra", "vineta", "libre", "sublibre")


@dataclass
class Section:
    """A heading (None before the first one) and the units of text right under it."""

    heading: Heading | None
    units: list[Unit] = field(default_factory=list)


def sections(account: Account) -> list[Section]:
    """The account as a run of headings with the text right under each, in order."""
    found = [Section(None)]
    starts = {heading.start: heading for heading in account.headings}
    within = 0
    for unit in account.units:
        if unit.start in starts:
            found.append(Section(starts[unit.start]))
            within = starts[unit.start].end
        elif unit.start >= within:
            found[-1].units.append(unit)
    return found


def read_passages(account: Account) -> list[Pasaje]:
    """The passages of an account, in order, footnotes last."""
    document = account.document
    found: list[Pasaje] = []

    def add(units: list[Unit], heading: Heading | None, start: int) -> None:
        lines = [heading.title] if heading else []
        lines += [unit.text(document) for unit in units]
        spans = spans_of(account, units, heading)
        found.append(
            Pasaje(
                id=f"pasaje:{document.id}:{len(found) + 1:04d}",
                document=document.id,
                ruta=account.path(start),
                texto=Texto(texto="\n".join(lines), spans=spans),
            )
        )

    for section in sections(account):
        if not section.units:
            continue
        length = sum(unit.end - unit.start for unit in section.units)
        whole = section.heading is not None and section.heading.kind in _WHOLE and length <= LONGEST
        if whole:
            add(section.units, section.heading, section.units[0].start)
        else:
            for group in _groups(section.units):
                add(group, None, group[0].start)
    for note in Reading.of(document.text).notes:
        text = " ".join(document.text[note.start : note.end].split())
        found.append(
            Pasaje(
                id=f"pasaje:{document.id}:{len(found) + 1:04d}",
                document=document.id,
                ruta=account.path(note.mark[0] if note.mark else note.start),
                texto=Texto(texto=text, spans=(document.span(note.start, note.end),)),
            )
        )
    return found


def spans_of(account: Account, units: list[Unit], heading: Heading | None = None) -> tuple[Span, ...]:
    """Where units (and their heading) stand: one span, or several where a table stands between them."""
    stretches = [(heading.start, heading.end)] if heading else []
    stretches += [(unit.start, unit.end) for unit in units]
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        parted = joined and any(joined[-1][1] <= table < start for table in account.table_starts)
        if joined and not parted:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(account.document.span(start, end) for start, end in joined)


def _groups(units: list[Unit]) -> Iterator[list[Unit]]:
    """Paragraphs, and runs of list items with the paragraph before them where it leads into the list."""
    group: list[Unit] = []
    for unit in units:
        item = unit.kind in ("numero", "vineta")
        if item and (not group or group[-1].kind != "texto" or group[-1].lines[-1].text.endswith(":")):
            group.append(unit)
            continue
        if group:
            yield group
        group = [unit]
    if group:
        yield group
