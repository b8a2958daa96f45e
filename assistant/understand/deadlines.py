"""When a question says when: deadlines as ranges of dates, read from a folded line."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from assistant.values import Fechas
from corpus.dates import MONTHS, write_date

_MONTH = "(?:" + "|".join((*MONTHS, "setiembre")) + ")"
_BEFORE = r"antes del?|previ[ao]s? al?|hasta(?: el| fines de)?|a mas tardar(?: el| en)?|como maximo(?: el| en)?|vencid[ao]s? al?(?: mes de)?|que ya vencieron al?|vencieron al?|anterior(?:es)? al?|before|no mas alla del?"
_AFTER = r"despues del?|desde(?: el)?|a partir del?|posteriores al?|con posterioridad al?|mas alla del?|luego del?|after|pasad[oa]"
_DAY = re.compile(rf"(\d{{1,2}}|primero|1ro) de ({_MONTH})(?: del?)?(?: ano)?,? ?(\d{{4}})?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTH_YEAR = re.compile(rf"({_MONTH})(?: del?)?(?: ano)? (\d{{4}})")
_END = re.compile(r"(?:fin(?:es|al(?:es)?)?|cierre|termino|final|ultimo dia|end) (?:del?|of) (?:ano )?(\d{4})")
_START = re.compile(r"(?:inicios?|comienzos?|principios?) de(?:l ano)? (\d{4})")
_HALF = re.compile(r"(primer|segundo|1er|2do|1|2) semestre(?: del?)?(?: ano)? ?(\d{4})?")
_QUARTER = re.compile(r"(primer|segundo|tercer|cuarto|ultimo) trimestre(?: del?)?(?: ano)? ?(\d{4})?")
_MONTHS_APART = re.compile(rf"(?:entre|desde|de) ({_MONTH}) (?:y|a|hasta) ({_MONTH})(?: del?)?(?: ano)? (\d{{4}})")
_BETWEEN_YEARS = re.compile(r"(?:entre|desde|de) (?:el )?(20\d\d) (?:y|hasta|a|al) (?:el )?(20\d\d)|(20\d\d) ?[-–] ?(20\d\d)")
_YEAR = re.compile(r"(?<![\d.])(20[12]\d)(?![\d.])")
_BARE_MONTH = re.compile(rf"(?:antes de|hasta|a|en|para|de|desde|despues de) (?:fines de )?({_MONTH})(?! (?:del? )?(?:ano )?\d)")
_ORDINALS = {"primer": 1, "1er": 1, "1": 1, "segundo": 2, "2do": 2, "2": 2, "tercer": 3, "cuarto": 4, "ultimo": 4}
Bounds = tuple[date, date]


def find_deadlines(line: str, today: date) -> tuple[tuple[Fechas, ...], list[tuple[int, int]]]:
    """The ranges of dates that a folded line speaks of, and where in the line they stand.

    A single day, month or year is a range of its own; "antes de", "hasta", "después de" open one end.
    """
    found: list[Fechas] = []
    places: list[tuple[int, int]] = []
    taken = [False] * len(line)

    def take(match: re.Match[str], bounds: Bounds | None) -> None:
        if bounds is None or any(taken[match.start() : match.end()]):
            return
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
        places.append(match.span())
        found.append(_directed(line[: match.start()], bounds))

    for pattern, read in _readers(today):
        for match in pattern.finditer(line):
            take(match, read(match))
    if not found:
        for pattern, bounds in _STATES:
            for match in pattern.finditer(line):
                take(match, bounds(today))
    return tuple(found), places


def _readers(today: date) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Bounds | None]]]:
    def day(m: re.Match[str]) -> Bounds | None:
        number = 1 if not m[1].isdigit() else int(m[1])
        return _clamped(int(m[3] or today.year), _month(m[2]), number)

    def numeric(m: re.Match[str]) -> Bounds | None:
        if m[1]:
            return _clamped(int(m[3]), int(m[2]), int(m[1]))
        return _clamped(int(m[4]), int(m[5]), int(m[6]))

    def between(m: re.Match[str]) -> Bounds:
        first, last = sorted((int(m[1] or m[3]), int(m[2] or m[4])))
        return date(first, 1, 1), date(last, 12, 31)

    return [
        (_DAY, day),
        (_NUMERIC, numeric),
        (_END, lambda m: _months(int(m[1]), 12, 12)),
        (_START, lambda m: _months(int(m[1]), 1, 3)),
        (_HALF, lambda m: _months(int(m[2] or today.year), 6 * _ORDINALS[m[1]] - 5, 6 * _ORDINALS[m[1]])),
        (_QUARTER, lambda m: _months(int(m[2] or today.year), 3 * _ORDINALS[m[1]] - 2, 3 * _ORDINALS[m[1]])),
        (_MONTHS_APART, lambda m: _months(int(m[3]), *sorted((_month(m[1]), _month(m[2]))))),
        (_MONTH_YEAR, lambda m: _months(int(m[2]), _month(m[1]), _month(m[1]))),
        (_BETWEEN_YEARS, between),
        (_YEAR, lambda m: (date(int(m[1]), 1, 1), date(int(m[1]), 12, 31))),
        (re.compile(r"este ano|ano en curso|presente ano"), lambda _: _year(today.year)),
        (re.compile(r"(?:el )?(?:proximo ano|ano que viene|otro ano)"), lambda _: _year(today.year + 1)),
        (re.compile(r"(?:el )?ano pasado"), lambda _: _year(today.year - 1)),
        (re.compile(r"este mes"), lambda _: _months(today.year, today.month, today.month)),
        (re.compile(r"(?<=\ba )(?:hoy|la fecha)\b|(?<=\bal dia de )hoy\b|(?<=\bhasta )(?:hoy|ahora|la fecha)\b|\bas of today\b"), lambda _: (today, today)),
    ]


# "vencidas" and "por vencer" alone count from today; beside a date they only say in which direction.
_STATES: list[tuple[re.Pattern[str], Callable[[date], Bounds]]] = [
    (re.compile(r"vencid[ao]s?|ya vencieron|ya vencio"), lambda today: (date.min, today - timedelta(days=1))),
    (re.compile(r"por vencer|(?:aun|todavia) no vencen?|no han? vencido"), lambda today: (today, date.max)),
]


def _month(name: str) -> int:
    return MONTHS.index("septiembre" if name == "setiembre" else name) + 1


def _clamped(year: int, month: int, day: int) -> Bounds | None:
    """A single day; one that its month does not have counts as the month's last."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 < year < 2200):
        return None
    at = date(year, month, min(day, monthrange(year, month)[1]))
    return at, at


def _months(year: int, first: int, last: int) -> Bounds:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _year(year: int) -> Bounds:
    return date(year, 1, 1), date(year, 12, 31)


def _directed(before: str, bounds: Bounds) -> Fechas:
    """A range with its ends opened by the words right before it."""
    first, last = bounds
    if first == date.min:
        return Fechas(hasta=last, texto=f"vencidas antes del {write_date(last + timedelta(days=1))}")
    if last == date.max:
        return Fechas(desde=first, texto=f"que vencen desde el {write_date(first)}")
    tail = before.rstrip()
    earlier = re.search(rf"(?:{_BEFORE})(?: (?:el|la|fin|fines|mes de))?$", tail)
    if earlier:
        strict = re.match(r"antes|previ|anterior|before", earlier.group())
        limit = first - timedelta(days=1) if strict else last
        return Fechas(hasta=limit, texto=f"hasta el {write_date(limit)}")
    later = re.search(rf"(?:{_AFTER})(?: (?:el|la))?$", tail)
    if later:
        inclusive = re.match(r"desde|a partir", later.group())
        limit = first if inclusive else last + timedelta(days=1)
        return Fechas(desde=limit, texto=f"desde el {write_date(limit)}")
    return Fechas(desde=first, hasta=last, texto=_in_words(first, last))


def _in_words(first: date, last: date) -> str:
    if first == last:
        return write_date(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year and first.month == last.month:
        return f"{MONTHS[first.month - 1]} de {first.year}"
    return f"entre el {write_date(first)} y el {write_date(last)}"
