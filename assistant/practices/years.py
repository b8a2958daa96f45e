"""The years that a question names: in which practices were carried out, between which they began, of which edition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.practices.entries import Entries
from corpus.cues import Cues
from corpus.numbers import number_from_words

YEAR = re.compile(r"\b(20[0-3]\d|19\d\d)\b")
OF_EDITION = re.compile(
    r"\b(?:practicas|fichas)(?: municipales)?(?: \w+[ai]d[oa]s)?(?: del?| en| en el| del ano| en el ano)? (20\d\d)\b"
)
_EDITION = re.compile(rf"{OF_EDITION.pattern}|\b(20\d\d)(?=\W*$)")
_NUMBER_OF = re.compile(
    r"\b(?:las|los|the) (\w+) (?:mejores |primeras )?(?:buenas |best |good )?"
    r"(?:practicas|fichas|experiencias|iniciativas|practices)\b"
)
# "¿Con qué iniciativa aparece…?": a thing done, and no beginning.
_INITIATIVE = re.compile(r"\biniciativas?\b")
# Before and after every year that a document may name.
EVER = (0, 9999)


@dataclass(frozen=True)
class Years:
    """What the years of a question narrow.

    ``within`` are years in which a practice was carried out; ``began`` the first and the last year in which it may have
    begun, or None; ``edition`` the documents that a year after "prácticas" names.
    """

    within: tuple[int, ...]
    began: tuple[int, int] | None
    edition: tuple[str, ...]


def years_in(line: str, documents: tuple[str, ...], entries: Entries, cues: Cues) -> Years:
    """What the years of a folded line narrow, where it is asked of some documents."""
    years = [int(year) for year in YEAR.findall(line)]
    edition: tuple[str, ...] = ()
    began = _began(line, cues)
    for match in _EDITION.finditer(line if began is None else ""):
        year = int(match[1] or match[2])
        named = tuple(
            id for id in entries.editions if entries.editions[id] == year and (not documents or id in documents)
        )
        # "Fichas 2024": of documents of one year that which bears it in its name.
        named = tuple(id for id in named if entries.titled_by(id, year)) or named
        if named and year in years and (match[1] or documents):
            years.remove(year)
            edition = edition or named
    return Years(() if began is not None else tuple(dict.fromkeys(years)), began, edition)


def _began(line: str, cues: Cues) -> tuple[int, int] | None:
    """Between which years a folded line says that a practice began: "que partieron antes de 2022", "desde 2023"; or None."""
    low, high = EVER
    found = False
    for match in YEAR.finditer(line):
        year, before = int(match[1]), _INITIATIVE.sub(" ", re.split(r"[,.;:¿?]", line[: match.start()])[-1])
        side = max(
            (name for name in ("antes", "despues", "desde", "hasta", "en")),
            key=lambda name: _at_end(before, f"tiempo.{name}", cues),
        )
        if not _at_end(before, f"tiempo.{side}", cues) or not (found or cues.has("tiempo.empezar", before)):
            return None
        if side == "desde" and cues.has("tiempo.lleva_una", before):
            side = "en"  # the one that "lleva funcionando desde 2018" began then
        found = True
        low = max(low, {"despues": year + 1, "desde": year, "en": year}.get(side, low))
        high = min(high, {"antes": year - 1, "hasta": year, "en": year}.get(side, high))
    return (low, high) if found and low <= high else None


def _at_end(before: str, group: str, cues: Cues) -> int:
    """How long the cue of a group is that ends some folded text; 0 where none does."""
    found = re.search(rf"\b{cues.any_of(group)} (?:el |del |ano |el ano )*$", before)
    return len(found.group()) if found is not None else 0


def whole_document(line: str, entries: Entries) -> tuple[str, ...]:
    """The document that holds as many practices as a folded line says there are: "las diez buenas prácticas"."""
    match = _NUMBER_OF.search(line)
    number = number_from_words([match[1]]) if match else None
    if number is None:
        return ()
    sizes = {record.document for entry in entries.all for record in entry.records}
    return tuple(id for id in sorted(sizes) if len(entries.of_document(id)) == number[0])
