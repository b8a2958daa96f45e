"""Periods as the documents write them, found in running text and given one spelling each.

Spellings: "2024" · "2022–2025" · "primer trimestre de 2025" · "segundo semestre de 2024" · "mayo de 2024" ·
"enero–marzo de 2025" · "julio de 2024–junio de 2025" · "31 de mayo de 2025"; a bound keeps its word before them:
"hasta mayo de 2025", "a diciembre de 2022", "desde septiembre de 2024".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import MONTHS, month_number

_MONTH = r"(?:" + "|".join([*MONTHS, "setiembre"]) + r")"
_YEAR = r"(?:19|20)\d{2}"
_OF = r"\s+(?:del?\s+)?(?:año\s+)?"
_NTH = {"primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4}
_PARTS = r"(?P<nth>primer|segundo|tercer|cuarto)\s+(?P<part>trimestre|semestre|cuatrimestre)"
_LENGTH = {"trimestre": 3, "cuatrimestre": 4, "semestre": 6}
_BOUND = r"(?:\b(?P<bound>hasta|desde|a|al)\s+(?:fines\s+de\s+)?(?:el\s+)?)?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "desde julio de 2024 hasta junio de 2025"
        rf"(?:(?:desde|de|entre)\s+)?(?P<m1>{_MONTH}){_OF}(?P<y1>{_YEAR})(?:\s+(?:hasta|a|y)\s+|\s*[-–]\s*)"
        rf"(?P<m2>{_MONTH}){_OF}(?P<y2>{_YEAR})",
        # "entre enero y marzo de 2025", "enero-diciembre 2024", "abril y mayo de 2025"
        rf"(?P<m1>{_MONTH})\s*(?:-|–|y|a)\s*(?P<m2>{_MONTH}){_OF}(?P<y2>{_YEAR})",
        # "entre los días 4 y 6 de marzo de 2025": the month says enough
        rf"(?:los\s+)?(?:días\s+)?\d{{1,2}}\s+(?:y|al?)\s+\d{{1,2}}\s+de\s+(?P<m2>{_MONTH}){_OF}(?P<y2>{_YEAR})",
        rf"{_BOUND}(?<![\d.,])(?P<day>\d{{1,2}})\s+de\s+(?P<m2>{_MONTH}){_OF}(?P<y2>{_YEAR})",
        rf"{_PARTS}(?:{_OF}(?P<y2>{_YEAR}))?",
        rf"{_BOUND}(?P<m2>{_MONTH}){_OF}(?P<y2>{_YEAR})",
        # "entre 2022 y 2025", "2022 - 2025"
        rf"(?<![\d.,N°])(?P<y1>{_YEAR})\s*(?:-|–|y|a|al)\s*(?P<y2>{_YEAR})(?![\d.,]*\d)",
        rf"(?<![\d.,$°])(?:\b(?P<bound>hasta|desde)\s+(?:el\s+)?(?:año\s+)?)?(?<![\d.,$°])(?P<y2>{_YEAR})(?![.,]?\d|\s*%|-\d)",
    )
)
_ANY = re.compile(rf"{_YEAR}|{'|'.join(_LENGTH)}", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A period found in a text: its offsets, its spelling, and its first and last month counted as year · 12 + month.

    ``year`` is the one it ends in; None for a quarter whose year is not written.
    """

    start: int
    end: int
    label: str
    year: int | None
    first: int | None
    last: int | None


def find_periods(text: str) -> list[Period]:
    """The periods of a text in order, the longest reading of each place."""
    found: list[Period] = []
    if _ANY.search(text) is None:  # most sentences have none, and they are read at each question
        return found
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(_period(match))
    return sorted(found, key=lambda period: period.start)


def parse_period(label: str) -> Period | None:
    """The period that a label states ("2025", "Primer trimestre 2025"), or None."""
    return next(iter(find_periods(label)), None)


def period_in_words(label: str) -> str:
    """A period's label as it follows what it is of: "en 2024", "entre 2022 y 2025", "hasta mayo de 2025"."""
    if re.match(r"(?:hasta|desde|al?)\b", label):
        return label
    span = re.fullmatch(r"(\d{4})–(\d{4})", label)
    if span:
        return f"entre {span[1]} y {span[2]}"
    nth = re.match(r"(?:primer|segundo|tercer|cuarto)\b|\d{1,2} de", label)
    return f"en el {label}" if nth and not label[0].isdigit() else f"el {label}" if nth else f"en {label}"


def _period(match: re.Match[str]) -> Period:
    group = match.groupdict()
    year = int(group["y2"]) if group.get("y2") else None
    bound = (group.get("bound") or "").lower()
    bound = "a" if bound == "al" else bound
    if group.get("nth"):
        nth, part = group["nth"].lower(), group["part"].lower()
        label = f"{nth} {part}" + (f" de {year}" if year else "")
        first = year * 12 + (_NTH[nth] - 1) * _LENGTH[part] + 1 if year else None
        return Period(match.start(), match.end(), label, year, first, first + _LENGTH[part] - 1 if first else None)
    assert year is not None
    last_month = month_number(group["m2"]) if group.get("m2") else None
    if group.get("m1"):
        first_month = month_number(group["m1"])
        assert first_month is not None
        assert last_month is not None
        first_year = int(group["y1"]) if group.get("y1") else year
        opening = f"{MONTHS[first_month - 1]}" + (f" de {first_year}" if group.get("y1") else "")
        label = f"{opening}–{MONTHS[last_month - 1]} de {year}"
        return Period(match.start(), match.end(), label, year, first_year * 12 + first_month, year * 12 + last_month)
    if last_month is not None:
        day = f"{int(group['day'])} de " if group.get("day") else ""
        bound = "al" if day and bound == "a" else bound
        label = f"{bound} {day}{MONTHS[last_month - 1]} de {year}".strip()
        return Period(match.start(), match.end(), label, year, year * 12 + last_month, year * 12 + last_month)
    first_year = int(group["y1"]) if group.get("y1") else year
    label = f"{first_year}–{year}" if group.get("y1") else f"{bound} {year}".strip()
    return Period(match.start(), match.end(), label, year, first_year * 12 + 1, year * 12 + 12)
