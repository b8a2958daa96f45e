"""The líneas of the Sello that a question names, or how many of them a practice is to have."""

from __future__ import annotations

import re

from corpus.analysis import terms
from corpus.numbers import number_from_words

_LINEAS = re.compile(r"\b(?:las |los )?(\w+) lineas?\b|\blineas?\b")
ONE_LINEA = re.compile(
    r"\b(?:una sola|solo una|una unica|solamente una|nada mas que una|unica) "
    r"(?:(?:de|entre) (?:(?:las|esas|estas|sus|tod[oa]s|\w+) ){1,3})?lineas?\b"
)
# "La que marca únicamente la línea de…": that one and no other.
_ONLY = re.compile(
    r"\b(?:unicamente|solo|solamente|exclusivamente|nada mas que|only) (?:\w+ )?(?:(?:la|las|en|el|esa|una) )*lineas?\b"
    r"|\blineas?\b[^?]*\by (?:ninguna otra|nada mas)\b"
)
_ALL_LINEAS = re.compile(r"\btodas las (?:\w+ )?lineas\b|\btodos los sellos\b|\ball (?:the )?\w* ?lines\b")
_NOT_TICKED = re.compile(
    r"\b(?:que|cual(?:es)?) (?:de (?:las|sus) )?(?:\w+ )?(?:lineas? )?(?:(?:del )?sello )?no (?:se )?(?:marc|ticke?)\w+"
    r"|\blineas? (?:(?:del )?sello )?(?:que )?(?:no (?:se )?(?:marc|tien|cumpl|abord|inclu|toc)|(?:le |les )?falt|sin marc)\w*"
)


def unticked(line: str) -> bool:
    """Whether a folded question asks which líneas a practice leaves without its mark."""
    return _NOT_TICKED.search(line) is not None


def lineas_in(line: str, lineas: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """The líneas that a line names, by most of the words of their names; or how many are asked for."""
    given = set(terms(line))
    cue = _LINEAS.search(line)
    found: list[str] = []
    for linea in lineas:
        own = [stem for stem in dict.fromkeys(terms(linea)) if stem not in _shared(lineas)]
        held = [stem for stem in own if stem in given]
        if (len(held) >= 2 and len(held) * 2 >= len(own) and (cue or len(held) == len(own))) or (
            (cue or found or _named_whole(given, lineas)) and own[:1] == held[:1] and set(terms(linea)[:2]) <= given
        ):
            found.append(linea)
    if found or cue is None:
        return tuple(found), len(found) if found and _ONLY.search(line) else None
    total = len(lineas)
    if _ALL_LINEAS.search(line):
        return (), total
    for match in _LINEAS.finditer(line):
        number = number_from_words([match[1]]) if match[1] else None
        if number and match[1] not in ("un", "una", "uno") and number[0] <= total:
            return (), int(number[0])
    if ONE_LINEA.search(line):
        return (), 1
    return (), None


def lineas_denied(line: str, lineas: tuple[str, ...], negation: re.Pattern[str]) -> tuple[str, ...]:
    """Those of the líneas of a line that it says are not marked: what stands after "no" or "sin"; all, where none does."""
    after = set(terms(negation.split(line, maxsplit=1)[-1]))
    return tuple(linea for linea in lineas if terms(linea)[0] in after) or lineas


def _named_whole(given: set[str], lineas: tuple[str, ...]) -> bool:
    """Whether all the words of a línea are given."""
    return any(set(terms(linea)) <= given for linea in lineas)


def _shared(lineas: tuple[str, ...]) -> set[str]:
    """The stems that several líneas have."""
    every = [stem for linea in lineas for stem in set(terms(linea))]
    return {stem for stem in every if every.count(stem) > 1}
