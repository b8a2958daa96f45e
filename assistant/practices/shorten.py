"""A piece of a practice cut to the room that it has: the sentence that says most, of a long one no mere scrap."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.focus import sentences
from corpus.analysis import terms

_CLAUSE = re.compile(r"(?<=[,;:])\s+")
# The thing whose sort is asked: "¿con qué consejo…?"; the answer names it.
_SORT_OF = re.compile(r"\b(?:que|cual|cuales|which|what) (\w{4,})\b")
SORT_COUNTS = 3.0
# A sentence that goes over its room by no more than this is given whole: its end may be what is asked.
GIVEN_WHOLE = 1.15
# "Soy apoderado, ¿cuál es la comuna que…?": who asks is no part of the need.
_ASKER = re.compile(
    r"^\W*(?:hola\W+)?(?:soy|somos|trabajo|trabajamos|vivo|vivimos|estoy|estamos) [^,.¿?]{2,60}[,.] ?(?=\w|¿)"
)
# What each of several texts gets at least, in characters.
LEAST_CHARS = 60


def asking_weights(line: str, weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of a question's stems, more for the sort of thing that it asks for."""
    asked = {stem for noun in _SORT_OF.findall(line) for stem in terms(noun)}
    return {stem: weight * (SORT_COUNTS if stem in asked else 1) for stem, weight in weights.items()}


def without_asker(line: str) -> str:
    """A folded question without what the asker says of himself before it."""
    return _ASKER.sub("", line)


def fitted(text: str, weigh: Callable[[str], float], room: int) -> str:
    """The sentence of a text that says most of what is asked; of one beyond the room the clauses around what does.

    Clauses are added to the best one, those behind it first, as long as they fit. What is cut off is marked by "…".
    """
    best = max(sentences(text), key=weigh, default=text)
    if len(best) <= room * GIVEN_WHOLE:
        return best
    clauses = _CLAUSE.split(best)
    at = max(range(len(clauses)), key=lambda position: weigh(clauses[position]))
    first, last = at, at + 1
    grown = True
    while grown:
        grown = False
        for one, other in ((first, last + 1), (first - 1, last)):
            if one >= 0 and other <= len(clauses) and len(" ".join(clauses[one:other])) <= room:
                first, last, grown = one, other, True
                break
    part = " ".join(clauses[first:last])
    if len(part) > room:
        part = part[:room].rsplit(" ", 1)[0]
    opened = "… " if first > 0 else ""
    closed = "" if last == len(clauses) and best.endswith(part) else " …"
    return f"{opened}{part.rstrip(',;:')}{closed}"


def opening(text: str, weigh: Callable[[str], float], room: int) -> str:
    """A sentence cut behind its opening clauses, where those say as much of what is asked as the whole; else fitted."""
    clauses = _CLAUSE.split(text)
    for last in range(len(clauses), 0, -1):
        part = " ".join(clauses[:last])
        if len(part) <= room:
            return part if part == text else f"{part.rstrip(',;:')} …"
    short = text[:room].rsplit(" ", 1)[0]
    return f"{short} …" if weigh(short) >= 0.9 * weigh(text) else fitted(text, weigh, room)


def shared(sizes: Sequence[int], room: int) -> list[int]:
    """How many characters each of several texts may take of a room: what short ones leave goes to the longer ones."""
    limits = [0] * len(sizes)
    left, open_ones = room, sorted(range(len(sizes)), key=lambda at: sizes[at])
    for position, at in enumerate(open_ones):
        limits[at] = max(LEAST_CHARS, min(sizes[at], left // (len(open_ones) - position)))
        left -= limits[at]
    return limits
