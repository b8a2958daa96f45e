"""Ejes that a question counts together or against each other by the matters of their names alone: "¿cuántas medidas más tiene
inclusión que protección internacional?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.understand.ejes import is_named, telling
from corpus.analysis import fold
from corpus.records import Eje

_COUNTED = re.compile(
    r"\bmedidas\b(?=.*\b(?:cuant[oa]s?|sum\w+|total|diferencia|mas|menos|porcentaje)\b)"
    r"|\b(?:cuant[oa]s?|sum\w+|total|diferencia|mas|menos|porcentaje)\b(?=.*\bmedidas\b)"
)
# What stands between the names that are set together, and before the first of them.
_BETWEEN = re.compile(
    r"[,;:+¿?.!()]|\b(?:y|o|u|que|vs|versus|contra|entre|sum\w+|junt\w+|mas|menos|tienen?|traen?|hay|llevan?|reunen?|contemplan?|concentran?|medidas|son|cuant\w+)\b"
)
_LEAD = re.compile(
    r"\s*(?P<tie>(?:en|de|del) )?(?:(?:el|la|los|las) )?(?:ejes? )?(?:(?:de|del|sobre) )?(?:(?:el|la|los|las) )?"
)


@dataclass(frozen=True)
class _Piece:
    """What stands between two signs, with the number of the eje that it names, if it names one."""

    start: int
    end: int
    eje: int | None


def called_ejes(message: str, ejes: Mapping[int, Eje]) -> str:
    """A message that counts the medidas of several ejes, named one beside another by their matters, with each by its number."""
    line = fold(message)
    if len(line) != len(message) or _COUNTED.search(line) is None:
        return message
    pieces = list(_pieces(line, ejes))
    named = [at for at, piece in enumerate(pieces) if piece.eje is not None]
    together = pieces[named[0] : named[-1] + 1] if named else []
    numbers = [piece.eje for piece in together]
    if len(numbers) < 2 or None in numbers or len(set(numbers)) < len(numbers):
        return message
    for piece in reversed(together):
        message = f"{message[: piece.start]}el eje {piece.eje}{message[piece.end :]}"
    return message


def _pieces(line: str, ejes: Mapping[int, Eje]) -> Iterator[_Piece]:
    start = 0
    for end, after in [*((cut.start(), cut.end()) for cut in _BETWEEN.finditer(line)), (len(line), len(line))]:
        lead = _LEAD.match(line, start, end)
        begin = lead.end() if lead else start
        said = line[begin:end].rstrip()
        if said:
            stems = telling(said)
            found = [number for number, eje in ejes.items() if is_named(stems, eje)]
            name_at = (
                lead.end("tie")
                if lead and lead["tie"]
                else start + len(line[start:end]) - len(line[start:end].lstrip())
            )
            yield _Piece(name_at, begin + len(said), found[0] if len(found) == 1 else None)
        start = after
