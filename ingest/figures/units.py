"""What a number counts: its sign, the noun after it, or the noun that the sentence counted before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.analysis import fold
from ingest.figures.numbers import Number
from ingest.figures.words import FigureWords

_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
_BETWEEN = re.compile(r"(?:\s*,\s*|\s*,?\s+(?:y|e|o|a|al)\s+|\s*[-–]\s*|\s+de\s+(?:las|los)\s+)$")
_MEASURED = re.compile(
    r"\b(?:número|cantidad|total|totalidad|promedio|mayoría)\s+de\s+(?:las?\s+|los?\s+)?([^\W\d_]+)", re.IGNORECASE
)


@dataclass(frozen=True)
class Counted:
    """What a number counts. ``noun`` is the thing ("solicitudes"), also where the unit is "%" of it.

    ``phrase`` is where the words that name it begin in the sentence (None where they were left out), ``elliptic``
    what follows the number instead ("administrativas", "de rechazos").
    """

    unit: str
    noun: str
    phrase: int | None
    elliptic: str = ""
    measured: bool = False
    """Whether the unit is one of measure ("días hábiles", "UTM"), which does not say what was measured."""


def counted(text: str, numbers: Sequence[Number], words: FigureWords, inherited: str) -> list[Counted]:
    """What each number of a sentence counts; ``inherited`` is what the sentence before counted last."""
    direct = [_direct(text, number, words) for number in numbers]
    found: list[Counted] = []
    last = inherited
    for at, number in enumerate(numbers):
        own = direct[at]
        if own is None:
            own = _shared(text, numbers, direct, at)
        if own is None:
            rank = words.rank.search(fold(text[: number.start])) if not number.sign else None
            if rank or (found and found[-1].unit in words.ranks and not number.sign):
                found.append(Counted(rank[1] if rank else found[-1].unit, "", None, measured=True))
                continue
            measured = [m for m in _MEASURED.finditer(text[: number.start]) if words.counts(m[1])]
            last = measured[-1][1].lower() if measured and not found else last
            elliptic = _elliptic(text, number)
            own = Counted(number.sign or last, last, None, elliptic)
        if own.noun:
            last = own.noun
        found.append(own)
    return found


def joined(between: str) -> bool:
    """Whether the words between two numbers make them a series or a range: "20-40", "58.842 y 56.062"."""
    return _BETWEEN.fullmatch(between) is not None


def _direct(text: str, number: Number, words: FigureWords) -> Counted | None:
    """The noun that follows a number, adjectives before it skipped; None where none does."""
    if number.sign in ("$", "M$"):
        return Counted(number.sign, "", None)
    at = number.end
    link = re.match(r"\s+de\s+(?:las?\s+y\s+los\s+|las?\s+|los?\s+)?|\s+", text[at:])
    if link is None:
        return None
    of = "de" in link.group().split()
    at += link.end()
    for measure in words.measures:
        if not of and re.match(rf"{re.escape(fold(measure))}\b", fold(text[at:])):
            return Counted(measure, "", at, measured=True)
    match = _WORD.match(text, at)
    first = at
    while match and fold(match.group()) in words.before_noun:
        following = _WORD.match(text, match.end() + 1)
        first, match = match.end() + 1, following
    if match is None:
        return None
    word = match.group()
    if number.sign == "%":
        return Counted("%", word.lower() if words.counts(word) else "", at) if of else None
    scaled = number.value >= 10**6 and text[number.start : number.end].rstrip().endswith(("millones", "millón"))
    if of and not scaled:
        return None
    if words.counts(word) or (number.value == 1 and word.islower()):
        return Counted(word if word.isupper() else word.lower(), word.lower(), at if first == at else first)
    return None


def _shared(text: str, numbers: Sequence[Number], direct: Sequence[Counted | None], at: int) -> Counted | None:
    """The noun that ends a series of numbers: "85.915, 58.842 y 56.062 usuarios", "20-40 minutos"."""
    following = at
    while following + 1 < len(numbers) and joined(text[numbers[following].end : numbers[following + 1].start]):
        following += 1
        own = direct[following]
        if own is not None and numbers[following].sign == numbers[at].sign:
            return replace(own)
    return None


def _elliptic(text: str, number: Number) -> str:
    """The words after a number whose noun was left out, up to the end of its clause."""
    match = re.match(r"\s+(?:de\s+)?[^\W\d_]+(?:\s+(?!y\b|e\b|o\b|en\b)[^\W\d_]+){0,5}", text[number.end :])
    words = match.group().split() if match else []
    return (
        " ".join(words) if words and fold(words[0]) not in ("a", "al", "e", "en", "frente", "hasta", "o", "y") else ""
    )
