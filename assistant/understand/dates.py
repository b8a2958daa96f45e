"""The dates that a folded line names: days, months, parts of a year, years, and those reckoned from today.

Each is a :class:`Named`: where it stands, the year that it gives or none, and its bounds in a year. Whoever reads it
decides which year is meant where none is given, and what the words around it do with its ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from corpus.dates import MONTHS
from corpus.numbers import number_from_words

Bounds = tuple[date, date]
Sort = Literal["dia", "mes", "parte", "ano", "ventana"]
Reading = Callable[[re.Match[str], date], "Named | None"]

_SHORT = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
_MONTHS = {name: at for names in (MONTHS, _SHORT) for at, name in enumerate(names, 1)} | {
    "setiembre": 9,
    "sept": 9,
    "set": 9,
}
_ORDINALS = {
    "primer": 1, "primero": 1, "primera": 1, "1er": 1, "1ero": 1, "1ra": 1, "1": 1, "i": 1,
    "segundo": 2, "segunda": 2, "2do": 2, "2da": 2, "2": 2, "ii": 2, "tercer": 3, "tercero": 3, "3er": 3, "3": 3,
    "iii": 3, "cuarto": 4, "4to": 4, "4": 4, "iv": 4, "quinto": 5, "5": 5, "sexto": 6, "6": 6,
}  # fmt: skip
_PARTS = {"semestre": 6, "mitad": 6, "cuatrimestre": 4, "trimestre": 3, "bimestre": 2}

MONTH = "(?:" + "|".join((*MONTHS, "setiembre")) + ")"
_ANY_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_OF = r"(?:,? (?:pero )?(?:del? )?(?:(?:el |este )?ano )?|[-/.])"  # what stands between a day or a month and its year
_YEAR = r"(20\d\d)(?!\.?\d)"
_ITS_YEAR = rf"(?:{_OF}{_YEAR}|(?: del |'|[-/])(2\d)(?!\.?\d))?"
_ORDINAL = "(" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + "|ultim[oa])"
_PART = "(" + "|".join(_PARTS) + ")"
_AMOUNT = r"(\d{1,3}|[a-z]+(?: y [a-z]+)?)"
_UNIT = r"(dias?(?: corridos| habiles)?|semanas?|mes(?:es)?|anos?|days?|weeks?|months?|years?)"
_EDGE = (
    r"(fin(?:es|al(?:es)?)?|cierre|termino|ultimo dia|ultimos dias|end|mediados|mitad|inicios?|principios?|comienzos?)"
)
_WHEN = "(semana|week|mes|month|ano|year|quarter|" + "|".join(_PARTS) + ")"


@dataclass(frozen=True)
class Named:
    """A date of a line. ``year`` is None where none is named; ``day`` is day and month of a single day as written.

    A ``vague`` one is a part of a year that is not said ("fin de año", "la primera mitad").
    """

    start: int
    end: int
    sort: Sort
    year: int | None
    within: Callable[[int], Bounds]
    day: tuple[int, int] | None = None
    vague: bool = False

    def exists(self, year: int) -> bool:
        """Whether a day is in the calendar of a year; true of all that is no single day."""
        return self.day is None or self.day[0] <= monthrange(year, self.day[1])[1]


def named_dates(line: str, today: date) -> list[Named]:
    """Every date of a folded line, in order; where two readings overlap, the longer form counts."""
    taken = [False] * len(line)
    found: list[Named] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(line):
            named = None if any(taken[match.start() : match.end()]) else read(match, today)
            if named is not None:
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                found.append(named)
    return sorted(found, key=lambda named: named.start)


def month_days(year: int, first: int, last: int) -> Bounds:
    """From the first day of one month to the last day of another of the same year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _full(*digits: str | None) -> int | None:
    """The year that is written with four digits or two."""
    written = next((some for some in digits if some), None)
    return None if written is None else int(written) % 2000 + 2000


def _months(match: re.Match[str], year: int | None, first: int, last: int) -> Named:
    return Named(match.start(), match.end(), "parte", year, lambda of: month_days(of, first, last))


def _constant(match: re.Match[str], sort: Sort, bounds: Bounds) -> Named:
    return Named(match.start(), match.end(), sort, bounds[0].year, lambda _: bounds)


def _single(match: re.Match[str], day: int, month: int, year: int | None) -> Named | None:
    """A single day; one that its month does not have counts as the month's last."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None

    def within(of: int) -> Bounds:
        at = date(of, month, min(day, monthrange(of, month)[1]))
        return at, at

    return Named(match.start(), match.end(), "dia", year, within, day=(day, month))


def _written_day(match: re.Match[str], today: date) -> Named | None:
    day = int(match[1]) if match[1].isdigit() else 1
    return _single(match, day, _month(match[2]), _full(match[3], match[4]))


def _english_day(match: re.Match[str], today: date) -> Named | None:
    return _single(match, int(match[2]), _month(match[1]), int(match[3]))


def _numeric_day(match: re.Match[str], today: date) -> Named | None:
    return _single(match, int(match[1]), int(match[3]), _full(match[4]))


def _iso_day(match: re.Match[str], today: date) -> Named | None:
    return _single(match, int(match[4]), int(match[3]), int(match[1]))


def _days_of_month(match: re.Match[str], today: date) -> Named | None:
    """«del 1 al 15 de marzo de 2025»."""
    first, last, month = int(match[1]), int(match[2]), _month(match[3])
    if not 1 <= first <= last <= 31:
        return None

    def within(year: int) -> Bounds:
        days = monthrange(year, month)[1]
        return date(year, month, min(first, days)), date(year, month, min(last, days))

    return Named(match.start(), match.end(), "parte", _full(match[4], match[5]), within)


def _whole_month(match: re.Match[str], today: date) -> Named | None:
    """A month, or the half of it that "fines de" or "principios de" means."""
    part, month = match[1] or "", _month(match[2])

    def within(year: int) -> Bounds:
        days = monthrange(year, month)[1]
        if part.startswith("med"):
            return date(year, month, 10), date(year, month, 20)
        if re.match(r"inicio|principio|comienzo|primera", part):
            return date(year, month, 1), date(year, month, 15)
        return date(year, month, 16 if part else 1), date(year, month, days)

    return Named(match.start(), match.end(), "mes", _full(match[3], match[4]), within)


def _short_month(match: re.Match[str], today: date) -> Named | None:
    month = _month(match[1])
    return Named(match.start(), match.end(), "mes", int(match[2]), lambda year: month_days(year, month, month))


def _numeric_month(match: re.Match[str], today: date) -> Named | None:
    month = int(match[1])
    if not 1 <= month <= 12:
        return None
    return Named(match.start(), match.end(), "mes", int(match[2]), lambda year: month_days(year, month, month))


def _nth_part(match: re.Match[str], ordinal: str, part: str, year: str | None) -> Named | None:
    size = _PARTS[part]
    at = 12 // size if ordinal.startswith("ultim") else _ORDINALS[ordinal]
    if at * size > 12:
        return None
    named = _months(match, _full(year), at * size - size + 1, at * size)
    return named if year else replace(named, vague=True)


def _lettered_part(match: re.Match[str], today: date) -> Named | None:
    """«Q2 2024», «S1 2025»."""
    size, at = (3 if match[1] in "qt" else 6), int(match[2])
    return _months(match, int(match[3]), at * size - size + 1, at * size) if at * size <= 12 else None


def _edge(match: re.Match[str], year: int) -> Named:
    """The end of a year is its December, its beginning the first quarter, its middle June and July."""
    if match[1].startswith(("med", "mit")):
        return _months(match, year, 6, 7)
    return _months(match, year, 1, 3) if match[1].startswith(("ini", "pri", "com")) else _months(match, year, 12, 12)


def _shift(words: str) -> int:
    """How many units from now: "próximo" 1, "pasado" -1, "este" 0."""
    if re.search(r"proxim|siguiente|viene|entrante|otr|next", words):
        return 1
    return -1 if re.search(r"pasad|anterior|last", words) else 0


def _relative(match: re.Match[str], today: date) -> Named | None:
    """«este año», «el próximo semestre», «el mes pasado», «esta semana»."""
    unit, shift = match["unit"], _shift(match.group())
    if unit in ("semana", "week"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return _constant(match, "parte", (monday, monday + timedelta(days=6)))
    size = {"ano": 12, "year": 12, "mes": 1, "month": 1, "quarter": 3}.get(unit) or _PARTS[unit]
    year, month = divmod(((today.year * 12 + today.month - 1) // size + shift) * size, 12)
    return _constant(match, "parte", month_days(year, month + 1, month + size))


def _now(match: re.Match[str], today: date) -> Named | None:
    shift = 1 if match.group() in ("manana", "tomorrow") else -1 if match.group() == "ayer" else 0
    at = today + timedelta(days=shift)
    return _constant(match, "dia", (at, at))


def _later(day: date, amount: int, unit: str) -> date:
    """The day so many days, weeks, months or years from another."""
    if unit.startswith(("dia", "day")):
        return day + timedelta(days=amount)
    if unit.startswith(("semana", "week")):
        return day + timedelta(weeks=amount)
    months = amount * (12 if unit.startswith(("ano", "year")) else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _window(match: re.Match[str], today: date, amount: str, unit: str, *, back: bool = False) -> Named | None:
    """«en los próximos 30 días», «dentro de tres meses», «los últimos 90 días»."""
    read = number_from_words(amount.split())
    if read is None or read[1] != len(amount.split()) or (read[0] == 1 and match.group().startswith("en ")):
        return None  # "en un día que no existe" is no stretch of time
    limit = _later(today, int(-read[0] if back else read[0]), unit)
    return _constant(match, "ventana", (limit, today) if back else (today, limit))


def _beside_day(match: re.Match[str], today: date) -> Named | None:
    """«en los 100 días siguientes al 31 de marzo de 2025», «los 30 días antes del 30 de junio de 2024»."""
    year, month = int(match["year"]), _month(match["month"])
    day = min(int(match["day"]), monthrange(year, month)[1])
    back = match["way"].startswith(("ant", "prev"))
    return _window(match, date(year, month, day), match[1], match[2], back=back)


def _rest_of_year(match: re.Match[str], today: date) -> Named | None:
    past = re.search(r"\bva d", match.group()) is not None
    return _constant(match, "ventana", (date(today.year, 1, 1), today) if past else (today, date(today.year, 12, 31)))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){text}(?!\w)")


_READERS: list[tuple[re.Pattern[str], Reading]] = [
    (
        _pattern(
            rf"(?:(?:en|dentro de|durante) )?(?:l[oa]s )?{_AMOUNT} {_UNIT} (?P<way>siguientes|posteriores|despues|antes|anteriores|previ[oa]s) (?:al?|del?) (?:el )?"
            rf"(?P<day>\d{{1,2}}) de (?P<month>{_ANY_MONTH}) (?:del? )?(?P<year>20\d\d)"
        ),
        _beside_day,
    ),
    (_pattern(rf"(?:entre el |del |desde el |de )?(\d{{1,2}}) (?:al?|y(?: el)?|hasta el) (\d{{1,2}}) de ({_ANY_MONTH}){_ITS_YEAR}"), _days_of_month),
    (_pattern(rf"(\d{{1,2}}|primero|1ro|1ero)(?: de |[- /.])({_ANY_MONTH}){_ITS_YEAR}"), _written_day),
    (_pattern(rf"({_ANY_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}"), _english_day),
    (re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|2\d)(?![\d/-])"), _numeric_day),
    (re.compile(r"(?<![\d/.-])(20\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?![\d/-])"), _iso_day),
    (re.compile(r"(?<=al )(\d{1,2})(/)(\d{1,2})()(?![\d/])"), _numeric_day),
    (
        _pattern(rf"(?:(?:el |los |las |la )?(?:proxim[oa]s?|siguientes?)|(?:the )?next|dentro de|en(?: menos de| un plazo de)?|de aqui a|de aca a|within|in) {_AMOUNT} {_UNIT}(?: mas)?"),
        lambda match, today: _window(match, today, match[1], match[2]),
    ),
    (
        _pattern(rf"(?:los |las )?{_AMOUNT} (?:proxim[oa]s|siguientes) {_UNIT}"),
        lambda match, today: _window(match, today, match[1], match[2]),
    ),
    (
        _pattern(rf"(?:(?:los |las )?ultim[oa]s|(?:the )?(?:last|past)) {_AMOUNT} {_UNIT}"),
        lambda match, today: _window(match, today, match[1], match[2], back=True),
    ),
    (_pattern(r"(?:lo que (?:queda|resta|falta|va) del?(?: presente| este)? ano|el resto del ano|de aqui a fin(?:es)? de ano|(?:the )?rest of (?:the|this) year)"), _rest_of_year),
    (_pattern(rf"{_ORDINAL} {_PART}(?:{_OF}{_YEAR})?"), lambda match, _: _nth_part(match, match[1], match[2], match[3])),
    (_pattern(rf"{_PART} ([1-6]|i{{1,3}}|iv)(?:{_OF}{_YEAR})?"), lambda match, _: _nth_part(match, match[2], match[1], match[3])),
    (_pattern(rf"([qtsh])([1-4])(?: del? | |-)?{_YEAR}"), _lettered_part),
    (_pattern(rf"{_EDGE} (?:del?|of) (?:(?:el |the )?(?:ano|year)(?:,? (?:pero )?del?)? )?{_YEAR}"), lambda match, _: _edge(match, int(match[2]))),
    (
        _pattern(rf"{_EDGE} (?:del?|of) ((?:(?:este|proximo|presente|the|this|next) )?(?:ano|year)(?: pasado| que viene| siguiente| proximo| en curso| actual)?)"),
        lambda match, today: replace(_edge(match, today.year + _shift(match[2])), vague=match[2] in ("ano", "year")),
    ),
    (_pattern(rf"(?:{_EDGE[:-1]}|(?:primera|segunda) quincena) (?:del?|of) )?(?:mes de )?({MONTH}){_ITS_YEAR}"), _whole_month),
    (_pattern(rf"({_ANY_MONTH}){_OF}{_YEAR}"), _short_month),
    (re.compile(rf"(?<![\d/.-])(\d{{1,2}})[/-]{_YEAR}"), _numeric_month),
    (_pattern(rf"(?:est[ea]|presente|actual|proxim[oa]|siguiente|otr[oa]|pasad[oa]|this|next|last|current) {_WHEN.replace('(', '(?P<unit>', 1)}"), _relative),
    (_pattern(rf"{_WHEN.replace('(', '(?P<unit>', 1)} (?:pasad[oa]|anterior|actual|en curso|que viene|proxim[oa]|siguiente|entrante)"), _relative),
    (_pattern(r"(?:hoy(?: dia)?|ayer|(?<=para )manana|today|tomorrow|now|(?<=hasta )ahora|(?<=a )la fecha(?: actual| de hoy)?(?! del? \d)|(?<=este )momento|(?<=la )actualidad|de a(?:qui|ca)(?= al?\b))"), _now),
    (re.compile(rf"(?<![\d.,/$])(?<!\w)(?:ano )?{_YEAR}(?!\w)"), lambda match, _: Named(match.start(), match.end(), "ano", int(match[1]), lambda of: month_days(of, 1, 12))),
]  # fmt: skip
