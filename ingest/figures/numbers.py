"""The numbers of a sentence that count or measure, told from those that date, order or name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.analysis import fold
from corpus.numbers import NUMBER, parse_number
from corpus.periods import Period
from ingest.figures.words import FigureWords, written_value

_SCALE = re.compile(r"\s+(mil millones|millones|millón|mil)\b", re.IGNORECASE)
_SCALES = {"mil": 10**3, "millón": 10**6, "millones": 10**6, "mil millones": 10**9}
_AFTER = re.compile(r"(?P<percent>\s?%)|(?P<thousands>\s?M\$)")
_AGE_GROUP = re.compile(r"\b(?:grupo|tramo|rango|el|la|los)\s+de\s+\d{1,3}\s+a\s+\d{1,3}\s+años")
_ADDRESS = re.compile(r"https?:|www\.|\.(?:cl|com|org|net|pdf|html?)\b|[=_]")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_FOLLOWING = re.compile(r"\s+(?:de\s+)?([^\W\d_]+(?:/[^\W\d_]+)?)")
_OR = re.compile(r"\s+(?:o|a|y)\s+([^\W\d_]+)")
_AT_LEAST_ONE = re.compile(r"\b(?:al menos|mínimo|máximo) (un|una|uno)(?= [^\W\d_]{3})", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number that is a figure: its offsets in the sentence, sign included, its value, and "%", "$", "M$" or ""."""

    start: int
    end: int
    value: Decimal
    sign: str


def find_numbers(text: str, periods: Sequence[Period], words: FigureWords) -> list[Number]:
    """The figures of a sentence in order: numbers in digits, and in words before a noun ("dos sesiones")."""
    found = [number for match in NUMBER.finditer(text) if (number := _digits(text, match, periods, words))]
    for match in _WORD.finditer(text):
        value = written_value(match.group())
        either = _OR.match(text, match.end())
        ahead = either.end() if either and written_value(either[1]) else match.end()
        following = _FOLLOWING.match(text, ahead)
        if value is None or following is None or any(n.start <= match.start() < n.end for n in found):
            continue
        noun = following[1]
        demonstrative = fold(noun) in ("estos", "estas", "ellos", "ellas") and "de" in following.group().split()
        if demonstrative or ("de" not in following.group().split() and noun.islower() and words.counts(noun)):
            found.append(Number(match.start(), match.end(), Decimal(value), ""))
    found += [Number(*match.span(1), Decimal(1), "") for match in _AT_LEAST_ONE.finditer(text)]
    return sorted(found, key=lambda number: number.start)


def _digits(text: str, match: re.Match[str], periods: Sequence[Period], words: FigureWords) -> Number | None:
    start, end = match.span()
    money = re.search(r"(?<!M)\$\s?$", text[:start])
    start = money.start() if money else start
    value = parse_number(match.group())
    scale = _SCALE.match(text, end)
    if scale:
        value *= _SCALES[scale[1].lower()]
        end = scale.end()
    after = _AFTER.match(text, end)
    end = after.end() if after else end
    sign = "M$" if after and after["thousands"] else "%" if after else "$" if money else ""
    if not sign and not scale and _names(text, match, periods, words):
        return None
    return Number(start, end, Decimal(f"{value.normalize():f}") if scale else value, sign)


def _names(text: str, match: re.Match[str], periods: Sequence[Period], words: FigureWords) -> bool:
    """Whether a bare number dates, orders, labels or names something instead of counting it."""
    start, end = match.span()
    written, before, after = match.group(), text[:start], text[end:]
    if any(period.start <= start < period.end for period in periods) or re.fullmatch(r"(?:19|20)\d{2}", written):
        return True
    if re.fullmatch(r"(?:19|20)\d{3,4}", written) and re.search(r"\b(?:del?|en|año)\s$", before):
        return True  # a year with a footnote mark
    if re.match(r"[^\W\d_]|[°ºª]|\.[^\W\d_]", after) or re.match(r"/\d|\s*/\s*\d", after):
        return True  # an ordinal ("2do"), a code, a fraction of a date
    chained = re.search(r"(\d[\d.,]*)[-–]$", before)
    if words.reference.search(fold(before[: chained.start()] if chained else before)):
        return True
    if re.match(r"[-–]\d", after) and words.reference.search(fold(before)):
        return True
    token = re.search(r"\S*$", before)[0] + written + re.match(r"\S*", after)[0]  # type: ignore[index]
    if _ADDRESS.search(token) or any(m.start() <= start < m.end() for m in _AGE_GROUP.finditer(text)):
        return True
    if before.endswith(("?", "!", "”", "»")):
        return True  # a footnote mark
    if len(written) <= 3 and "." in written and re.match(r"\s+[A-ZÁÉÍÓÚÑ]{3}", after):
        return True  # the number of a heading in capitals
    label = len(written) <= 2 and re.search(r"(?:^|[:;.)•*]|^-|[-–]\s)\s*\(?$", before) is not None
    if label and re.match(r"\.?\)|\.\s*(?:$|[A-ZÁÉÍÓÚÑ])|\.\d", after):
        return True  # the label of a list item inside a sentence
    rated = re.search(r"\($", before) is not None and re.match(r"\)\s*[A-ZÁÉÍÓÚÑ]", after) is not None
    return len(written) == 1 and rated
