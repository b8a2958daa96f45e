"""Periods: those that a question asks for, and those of a table's cells, as spans of months that can be compared."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from corpus.analysis import fold
from corpus.dates import MONTHS
from corpus.periods import Period, find_periods

_SHORT = {name[:3]: name for name in MONTHS} | {"sept": "septiembre", "set": "septiembre"}
_SHORT_MONTH = re.compile(
    r"\b(" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b\.?"
    r"(?=\s*(?:-|–|/|a|al|y)\s*(?:" + "|".join([*_SHORT, *MONTHS]) + r")\b|\s*(?:de |del )?20\d\d\b)"
)
_LAST_SHORT = re.compile(
    r"(?<=[-–/ ])(" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b(?=\s*(?:de |del )?(?:20\d\d|$))"
)
_TWO_DIGITS = re.compile(
    r"\b(ano|en el|del|desde el|hasta el|al|el) '?((?:1[5-9]|2\d))\b"
    r"(?![.,]?\d|\s*(?:%|de\b|mil|por|anos|dias|horas|casos))"
)
_YEAR = r"((?:19|20)\d\d)"
# "Del 2022 pa adelante", "2022 en adelante": open to the end.
_ONWARDS = re.compile(
    rf"\b(?:(?:desde|del?|a partir del?)(?: ano)? )?{_YEAR},? (?:(?:en|p[' ]?a?|para|hacia) ?(?:adelante|delante|aca)|onwards?|and later)\b"
)
# "Hasta lo que va de 2025": the year as far as it goes.
_SO_FAR = r"(?:lo que (?:va|llevamos|llevan|lleva|hay)(?: corrido)? del?|(?:fines|finales|mediados) del?)(?: ano)?"
_PART = rf"(?:{'|'.join(MONTHS)}|(?:el )?(?:primer|segundo|tercer|cuarto) (?:trimestre|semestre))"
_TO_A_PART = re.compile(
    rf"(?:\b(?:desde|entre|del?) (?:el )?)?\b{_YEAR},?\s*(?:hasta|to|al?|until|→|⟶|➔|[-=]+>|-)\s*(?:el )?{_PART},? (?:del? )?{_YEAR}\b"
)
# "Cada año entre 2022 y el primer trimestre de 2025": as between two years, all that lies between them.
_BETWEEN_A_PART = re.compile(
    rf"\b(?:entre|desde) (?:el )?(?:ano )?{_YEAR},? (?:y|e|and) (?:el )?(?:{_SO_FAR} |(?:\d{{1,2}} de )?{_PART},? (?:del? )?){_YEAR}\b"
)
# "2022-2023-2024", "(2022/23/24)", "22-23-24": years in a row, one by one; two of them are the ends of a span.
_IN_A_ROW = re.compile(
    r"(?<![\d.,/-])((?:20)?(?:1[5-9]|2\d))((?:\s?[-/+]\s?(?:20)?(?:1[5-9]|2\d)){2,})(?![\d/-]|[.,]\d|\s*%)"
)
# "A fines de 2022": of the year, and no thing.
_WHEN_OF_IT = re.compile(
    r"\b(?:a|al|hacia|desde|por|para) (?:fin(?:es)?|finales|comienzos?|principios?|inicios?|mediados|cierre|termino)(?: del?(?: ano)?)? *$"
)
_PART_BEFORE = rf"(?:{_PART}|\d) (?:del? )?$"


@dataclass(frozen=True)
class Rango:
    """A closed span of months, counted as year · 12 + month. ``open_end`` for "desde 2018"; ``label`` as it is told."""

    first: int
    last: int
    label: str
    open_end: bool = False

    @property
    def year(self) -> int:
        """The year it ends in."""
        return (self.last - 1) // 12

    @property
    def years(self) -> range:
        """The years it touches."""
        return range((self.first - 1) // 12, self.year + 1)

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    def whole_years(self) -> bool:
        """Whether it begins in a January and ends in a December."""
        return self.first % 12 == 1 and self.last % 12 == 0

    def within(self, other: Rango) -> bool:
        """Whether it lies in another one (or after its start, where that is open)."""
        return other.first <= self.first and (other.open_end or self.last <= other.last)

    def same(self, other: Rango) -> bool:
        """Whether it has the same months."""
        return (self.first, self.last) == (other.first, other.last)


def year_range(year: int) -> Rango:
    """The whole of a year."""
    return Rango(year * 12 + 1, year * 12 + 12, str(year))


def of_period(period: Period) -> Rango | None:
    """The months of a period found in a text; a bound ("hasta mayo de 2025") counts from January on."""
    if period.first is None or period.last is None:
        return None
    bound = re.match(r"(hasta|al?|desde)\b", period.label)
    if bound and bound.group(1) != "desde" and period.first == period.last:
        return Rango(((period.last - 1) // 12) * 12 + 1, period.last, period.label)
    return Rango(period.first, period.last, period.label, open_end=bound is not None and bound.group(1) == "desde")


def normalised(line: str) -> str:
    """A folded line with its periods written as :mod:`corpus.periods` reads them."""
    line = re.sub(r"\s*(?:→|⟶|➔|[-=]+>|\.{2,}|…)\s*(?=(?:19|20)\d\d\b)", "-", re.sub(r"[–—]", "-", line))
    line = _IN_A_ROW.sub(_one_by_one, line)
    line = _TO_A_PART.sub(_whole_span, line)
    line = _BETWEEN_A_PART.sub(_whole_span, line)
    line = re.sub(r"\b(20)(\d\d)\s*[-/]\s*(\d\d)\b(?![-/.,]?\d)", _short_end, line)
    line = re.sub(
        r"\b(20\d\d),? \(?(primer|segundo|tercer|cuarto) (trimestre|semestre)\b\)?(?! del? )", r"\2 \3 de \1", line
    )
    line = _SHORT_MONTH.sub(lambda m: _SHORT[m[1]], line)
    line = _LAST_SHORT.sub(lambda m: _SHORT[m[1]], line)
    line = _TWO_DIGITS.sub(lambda m: f"{m[1]} 20{m[2]}", line)
    line = re.sub(rf"\b(?:el|la|los|del|de los?)\s+(?:ano |anos |periodo )?(?={_YEAR}\b)", "", line)
    line = re.sub(rf"\b(?:ano|anos)\s+(?={_YEAR}\b)", "", line)
    line = _ONWARDS.sub(r"desde \1", line)
    line = re.sub(r"\bfrom (?=20\d\d)", "desde ", line)
    line = re.sub(rf"\b{_YEAR}\s*/\s*{_YEAR}\b", r"\1-\2", line)
    line = re.sub(
        rf"\b(?:desde|del?|entre)?\s*\b{_YEAR},?\s*(?:hasta|to|al?|until|through)\s+(?:{_SO_FAR}\s+)?{_YEAR}\b",
        r" \1-\2",
        line,
    )
    line = re.sub(rf"\bentre {_YEAR}\s*(?:y|and|e)\s*{_YEAR}\b", r"\1-\2", line)
    line = re.sub(rf"\b{_YEAR}\s*(?:y|and|,|e)\s*(?={_YEAR}\b)", r"\1 , ", line)
    return re.sub(r"\bano\b", "año", line)


def _whole_span(match: re.Match[str]) -> str:
    """ "2022 hasta mayo de 2025": from the first year to what there is of the last."""
    if match[1] >= match[2] or re.search(_PART_BEFORE, match.string[: match.start()]):
        return match.group()
    return f" {match[1]}-{match[2]}"


def _one_by_one(match: re.Match[str]) -> str:
    """ "2022/23/24": each of the years; numbers that do not follow each other as years do stay as they are."""
    years = [int(year[-2:]) for year in re.findall(r"\d+", match.group())]
    if any(after - before != 1 for before, after in itertools.pairwise(years)):
        return match.group()
    return " , ".join(f"20{year}" for year in years)


def _short_end(match: re.Match[str]) -> str:
    """ "2022-24": the end of a span of years without its century."""
    start, end = match[1] + match[2], match[1] + match[3]
    return f"{start}-{end}" if start < end else match.group()


def without(line: str) -> str:
    """A folded line, normalised, without its periods."""
    text = normalised(line)
    for period in reversed(find_periods(text)):
        text = f"{_WHEN_OF_IT.sub('', text[: period.start])} {text[period.end :]}"
    return fold(text)


def asked(line: str) -> tuple[Rango, ...]:
    """The periods that a folded line asks for, in order. "El año anterior" is the year before the one named."""
    text = normalised(line)
    found: list[Rango] = []
    loose: list[Period] = []
    for period in find_periods(text):
        rango = of_period(period)
        if rango is None:
            loose.append(period)
        elif not any(rango.same(other) for other in found):
            found.append(rango)
    for period in loose:  # "¿y el primer trimestre?": of the year that is named, if one is
        label = re.match(r"(\w+) (\w+)", period.label)
        if found and label:
            quarter = next(iter(find_periods(f"{period.label} de {found[0].year}")), None)
            if quarter and (rango := of_period(quarter)):
                found = [rango, *(other for other in found if not other.same(year_range(rango.year)))]
    if re.search(r"\b(?:año|year)s? anterior|\banterior\b", text) and len(found) == 1 and found[0].whole_years():
        found.append(year_range(found[0].year - 1))
    return tuple(found)
