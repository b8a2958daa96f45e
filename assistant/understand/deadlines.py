"""When a question says when: deadlines as ranges of dates, read from a folded line.

The dates that the line names (:mod:`assistant.understand.dates`) become ranges: two that bound a stretch are joined
("entre enero y junio de 2024"), and the words around a date open one of its ends ("antes de", "2025 en adelante").
"""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.understand.dates import Bounds, Named, named_dates
from assistant.values import Fechas
from corpus.dates import MONTHS, write_date

_ARTICLES = r"(?: (?:el|la|los|las|dia|mes|ano|fecha|fines|finales|fin|cierre|plazo|del?|al?|en|the))*"
_PAST = r"vencid[ao]s?|vencieron|vencio|expirad[ao]s?|caducad[ao]s?|fuera de plazo|plazo cumplido|atrasad[ao]s?|overdue"
_NOT_YET = (
    r"(?:no|sin|aun no|todavia no) (?:(?:est[ae]n?|estaban?|sean?|ha[n]?|habian?|hayan?) )?(?:vencer|vencid[ao]s?|vencian?|vencen?)"
    r"|por vencer|vigentes?|dentro del? plazo|en plazo"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<not_yet>(?:{_NOT_YET})(?= al?\b))|(?P<past>(?:{_PAST})(?: ya)?(?= al?\b))"
    r"|(?P<up_to>antes (?:de )?que (?:se )?(?:termin|acab|finali|cierr|cerr|concluy|pas)\w+|hasta|a mas tardar|como maximo|no mas alla|until|by|no later than|up to)"
    r"|(?P<strict>antes (?:de )?que (?:se )?(?:part|empez|empiec|comenz|comienc|inici|lleg|entr)\w+|antes|previ[ao]s?|con anterioridad|anterior(?:es)?|before|prior to|earlier than)"
    r"|(?P<after>despues (?:de )?que (?:se )?(?:termin|acab|finali|cierr|cerr|concluy|pas|venz)\w+|despues|con posterioridad|posterior(?:es)?|mas alla|luego|pasad[oa]|after|later than|beyond)"
    rf"|(?P<since>desde|a partir|a contar|from|since|starting)){_ARTICLES}$"
)
_ONWARD = re.compile(
    r",? (?:(?:en|para|hacia) adelante|o (?:despues|posterior\w*|mas(?: adelante)?)(?! del?\b| al?\b)|or later|onwards?)(?!\w)"
)
_BACKWARD = re.compile(
    r",? (?:(?:hacia|para) atras|o (?:antes|anterior\w*|menos)(?! del?\b| al?\b)|or (?:earlier|before))(?!\w)"
)
_FROM_NOW = ("hoy", "de aqui", "de aca", "ahora", "today", "now")
_AS_OF = re.compile(r"(?<!\w)(?:al?|fecha(?: del?)?|as of|al dia(?: del?)?|considerando|tomando)(?: el)?$")
# "Ya deberían estar listas", "tendrían que haberse cumplido": what by now is to be done, and not what is.
OWED = re.compile(
    r"(?<!no )(?<!\w)(?:ya )?(?:(?:deb(?:er|ier)?ian?|debieran?)(?: de)?|(?:tendr|ten)ian? que|habria que)(?: ya)? (?:estar|haber(?:se)?)(?: (?:ya|sido|estado))?"
    r" (?:list|cumplid|terminad|hech|finalizad|implementad|concluid|ejecutad|acabad|completad)[ao]s?(?: a estas alturas| a la fecha| ya)?(?!\w)"
)
_IS_PAST = re.compile(
    r"(?<!no )(?<!sin )(?<!\w)(?:vencid[ao]s?|(?:ya )?vencieron|ya vencio|expirad[ao]s|caducad[ao]s|fuera del? plazo"
    r"|atrasadas (?:las|en el) medidas|medidas (?:\w+ )?atrasadas|(?:se )?les? paso (?:el|su) plazo|plazo (?:ya )?(?:paso|pasado|vencio|expiro)"
    r"|(?:el|su) plazo ya|paso (?:el|su) plazo|overdue|expired|past due)(?!\w)"
)
_IS_OPEN = re.compile(
    r"(?<!\w)(?:por vencer|(?:aun|todavia) no (?:se )?(?:vencen?|cumplen?|han? vencido|estan? vencid[ao]s?)|no (?:han?|hayan?) vencido"
    r"|no (?:est[ae]n? |sean? )?vencid[ao]s?|sin vencer|medidas vigentes|(?:plazos?|siguen?|estan?|esten|aun|todavia)(?: \w+)? vigentes?"
    r"|(?:aun|todavia) (?:estan? )?(?:dentro del?|en) plazo|(?:dentro del?|en) plazo todavia|pendientes? de vencer|(?:falta|queda)n? por vencer"
    r"|not (?:yet )?(?:expired|due|overdue)|still (?:open|running))(?!\w)"
)
# "a más tardar el 30 de junio, justo esa fecha": the day itself, whatever leads up to it.
_EXACTLY = re.compile(
    r"(?<!\w)(?:(?:justo|justamente|exactamente|precisamente|solo|solamente|unicamente|nada mas que)(?: (?:en|para|con|a))? (?:es[ae]|est[ae]|aquell?a?)(?: mism[oa])? (?:fecha|dia|plazo|mes|ano)"
    r"|(?:es[ae]|est[ae])(?: mism[oa])? (?:fecha|dia|plazo|mes|ano) (?:justo|exact[oa]|exactamente|precis[oa]|y (?:no|ningun[oa]) (?:antes|otr[oa]))"
    r"|ni (?:un dia )?antes,? ni (?:un(?:o| dia) )?despues)(?!\w)"
)


@dataclass(frozen=True)
class Found:
    """Ranges read from one place of the line; several where a month or a day of any year is meant."""

    fechas: tuple[Fechas, ...]
    start: int
    end: int

    @property
    def half_open(self) -> bool:
        """Whether the range has one end only."""
        return any(fechas.desde is None or fechas.hasta is None for fechas in self.fechas)


@dataclass(frozen=True)
class _Stretch:
    """One date of the line, or two that bound a stretch; ``unreal`` is a day that is in no calendar, as written."""

    start: int
    end: int
    bounds: tuple[Bounds, ...]
    sort: str
    unreal: str = ""
    any_year: str = ""
    vague: bool = False


def find_deadlines(line: str, today: date, years: Sequence[int] = ()) -> list[Found]:
    """The ranges of dates that a folded line speaks of, in order. ``years`` are those that the plan has deadlines in.

    A single day, month or year is a range of its own; "antes de", "hasta", "después de" open one end. "Vencidas" and
    "por vencer" alone count from today, beside a date ("vencidas al …") from that date. A day or month without a year
    means that of any year of the plan, but the current one's where it bounds ("antes de julio").
    """
    dates = named_dates(line, today)
    base = next((named for named in dates if named.sort == "dia" and named.year and _as_of(line, named)), None)
    if any(named.year and not named.vague for named in dates):
        # Beside a date that says its year, a part of no year in particular only leads up to it.
        dates = [
            named
            for named in dates
            if not named.vague or _listed_year(line, dates[dates.index(named) :]) or _joins(line, dates, named)
        ]
    found: list[Found] = []
    past, still = _IS_PAST.search(line), _IS_OPEN.search(line)
    if base is not None and base.year is not None and any(named.sort == "ventana" for named in dates):
        # "al 1 de octubre, las que vencen en los próximos 30 días": the window counts from that day.
        from_day = base.within(base.year)[0]
        dates = [named for named in named_dates(line, from_day) if named.start != base.start]
        found.append(Found((), base.start, base.end))  # it bounds nothing itself
    for stretch in _stretches(line, dates, today, years):
        directed = _BEFORE.search(line[: stretch.start].rstrip())
        if (
            stretch.sort == "dia"
            and not directed
            and (past or still)
            and base is not None
            and base.start == stretch.start
        ):
            found.append(_state(stretch, still is None, today))
        else:
            found.append(_directed(line, stretch, directed, today))
    match = still or past or OWED.search(line)
    if not found and match is not None:
        found.append(_state(_Stretch(match.start(), match.end(), ((today, today),), "dia"), still is None, today))
    return found


def _as_of(line: str, named: Named) -> bool:
    return _AS_OF.search(line[: named.start].rstrip()) is not None


def _stretches(line: str, dates: Sequence[Named], today: date, years: Sequence[int]) -> Iterator[_Stretch]:
    """The dates of a line with those joined that bound a stretch, each in the year that is meant."""
    stated = {
        named.year
        for named in dates
        if named.year
        and not named.vague
        and named.sort in ("ano", "parte", "mes")
        and not _BEFORE.search(line[: named.start].rstrip())
    }
    # "de las de 2024, las que vencen antes de julio", "a mitad de 2025, el 30 de junio"
    current = next(iter(stated)) if len(stated) == 1 else None
    # "el 30 de junio, sea de 2023 o de 2024": the years only say which days.
    alone = [named for named in dates if named.sort == "ano" and named.year in stated]
    listed = sorted({named.year for named in alone if named.year})
    if len(listed) > 1 and len(dates) - len(alone) == 1 and dates[0].sort in ("dia", "mes") and dates[0].year is None:
        dates, years, current = dates[:1], listed, None
    at = 0
    while at < len(dates):
        one, other = dates[at], dates[at + 1] if at + 1 < len(dates) else None
        at += 1
        if other is not None and _joined(line, one, other):
            year = other.year or today.year
            first, last = one.within(one.year or year), other.within(year)
            yield _Stretch(one.start, other.end, ((min(first[0], last[0]), max(first[1], last[1])),), "tramo")
            at += 1
            continue
        year_of = one.year or (_listed_year(line, dates[at - 1 :]))
        bounding = _BEFORE.search(line[: one.start].rstrip()) or _ONWARD.match(line[one.end :])
        meant = [year_of or current or today.year] if year_of or current or bounding or not years else list(years)
        words = line[one.start : one.end]
        yield _Stretch(
            one.start,
            one.end,
            tuple(one.within(year) for year in meant),
            one.sort,
            unreal="" if any(one.exists(year) for year in meant) else words,
            any_year=words if len(meant) > 1 else "",
            vague=one.vague,
        )


def _joins(line: str, dates: Sequence[Named], named: Named) -> bool:
    """Whether a date and its neighbour are the ends of one stretch, or one of them bounds."""
    pairs = itertools.pairwise(dates)
    bounds = _BEFORE.search(line[: named.start].rstrip()) is not None
    return bounds or any(named in (one, other) and _joined(line, one, other) for one, other in pairs)


def _listed_year(line: str, dates: Sequence[Named]) -> int | None:
    """The year of the date that a date without year is listed with: "junio o septiembre de 2024"."""
    for one, other in itertools.pairwise(dates):
        if not re.fullmatch(
            r"\s*(?:,|y|e|o|u|ni|and|or)(?: (?:y|o|el|en|de|a|al|la|los|del))*\s*", line[one.end : other.start]
        ):
            return None
        if other.sort not in ("dia", "mes", "parte"):
            return None
        if other.year:
            return other.year
    return None


def _joined(line: str, one: Named, other: Named) -> bool:
    """Whether two neighbouring dates are the two ends of one stretch."""
    before, gap = line[: one.start].rstrip(), line[one.end : other.start].strip()
    if line[one.start : one.end] in _FROM_NOW:
        return re.fullmatch(rf"(?:y|al?|hasta){_ARTICLES}", gap) is not None
    if re.search(rf"(?<!\w)(?:entre|between){_ARTICLES}$", before):
        return re.fullmatch(rf"(?:y|e|and){_ARTICLES}", gap) is not None
    if re.search(r"(?<!\w)(?:desde|del?|from|a partir del?)(?: (?:el|la|mes de|ano|dia|fines de|the))*$", before):
        return re.fullmatch(rf"(?:y )?(?:al?|hasta|to|until){_ARTICLES}", gap) is not None
    return one.sort == other.sort and re.fullmatch(rf"-|–|/|a|al|hasta{_ARTICLES}", gap) is not None


def _state(stretch: _Stretch, past: bool, today: date) -> Found:
    """What has expired, or has not, as of a day: today's own deadlines have not."""
    at = stretch.bounds[-1][1]
    if past:
        limit = at - timedelta(days=1) if at == today else at
        fechas = Fechas(hasta=limit, texto=f"vencidas al {write_date(at)}")
    else:
        limit = at if at == today else at + timedelta(days=1)
        fechas = Fechas(desde=limit, texto=f"no vencidas al {write_date(at)}")
    return Found((fechas,), stretch.start, stretch.end)


def _directed(line: str, stretch: _Stretch, words: re.Match[str] | None, today: date) -> Found:
    """A range with its ends opened by the words around it."""
    first, last = stretch.bounds[0][0], stretch.bounds[-1][1]
    start, end, after = stretch.start, stretch.end, line[stretch.end :]
    if (onward := _ONWARD.match(after)) is not None:
        return Found((_since(first),), start, end + onward.end())
    if (backward := _BACKWARD.match(after)) is not None:
        return Found((_until(last),), start, end + backward.end())
    if words is None or stretch.sort in ("ventana", "tramo") or len(stretch.bounds) > 1 or _EXACTLY.search(line):
        return Found(_plain(stretch), start, end)
    if words["past"] or words["not_yet"]:
        return replace(_state(stretch, words["past"] is not None, today), start=words.start())
    if words["strict"] and not line[stretch.start :].startswith(
        ("fin de", "fin del", "fines")
    ):  # "antes de fin de año" is by its end
        return Found((_until(first - timedelta(days=1)),), words.start(), end)
    if words["up_to"] or words["strict"]:
        return Found((_until(last),), words.start(), end)
    return Found((_since(first if words["since"] else last + timedelta(days=1)),), words.start(), end)


def _since(day: date) -> Fechas:
    return Fechas(desde=day, texto=f"desde el {write_date(day)}")


def _until(day: date) -> Fechas:
    return Fechas(hasta=day, texto=f"hasta el {write_date(day)}")


def _plain(stretch: _Stretch) -> tuple[Fechas, ...]:
    """A range as it stands. A day that its month does not have means the deadlines that are written so."""
    if stretch.unreal:
        texto = f"«{stretch.unreal.strip()}», como está escrito"
        return tuple(Fechas(desde=a, hasta=b, texto=texto, inexistente=True) for a, b in stretch.bounds)
    if stretch.any_year:
        texto = f"{stretch.any_year.strip()} (de cualquier año)"
        return tuple(Fechas(desde=a, hasta=b, texto=texto) for a, b in stretch.bounds)
    return tuple(Fechas(desde=a, hasta=b, texto=in_words(a, b), sin_ano=stretch.vague) for a, b in stretch.bounds)


def combined(found: Sequence[Found], line: str) -> tuple[Fechas, ...]:
    """The ranges that together say when: half-open ones narrow the others, closed ones are alternatives.

    "Después de junio de 2024 y antes de 2026" is one stretch; "2023 o 2025" are two; "antes de 2024 o después de
    2025" are two as well, for nothing lies in both.
    """
    closed = [fechas for one in found if not one.half_open and not _narrower(one, found, line) for fechas in one.fechas]
    opened = [fechas for one in found if one.half_open for fechas in one.fechas]
    if not opened:
        return tuple(closed)
    lower = max((fechas.desde for fechas in opened if fechas.desde), default=None)
    upper = min((fechas.hasta for fechas in opened if fechas.hasta), default=None)
    gaps = [line[one.end : other.start] for one, other in itertools.pairwise(found)]
    if any(re.search(r"(?<!\w)(?:o|u|or)(?! sea)(?!\w)", gap) for gap in gaps) or (lower and upper and lower > upper):
        return (*closed, *opened)
    if not closed:
        return (opened[0] if len(opened) == 1 else _range(lower, upper),)
    narrowed = [_narrowed(fechas, lower, upper) for fechas in closed]
    return tuple(fechas for fechas in narrowed if fechas is not None) or (*closed, *opened)


def _narrower(one: Found, found: Sequence[Found], line: str) -> bool:
    """Whether a later date only says more exactly when: "a mitad de 2025, el 30 de junio"; a list names two."""
    if len(one.fechas) != 1:
        return False
    whole = one.fechas[0]
    return any(
        other.start > one.end
        and not other.half_open
        and not re.search(r"(?<!\w)(?:y|e|o(?! sea)|u|ni|mas|and|or|versus|vs)(?!\w)", line[one.end : other.start])
        and all(_inside(fechas, whole) for fechas in other.fechas)
        for other in found
    )


def _inside(fechas: Fechas, whole: Fechas) -> bool:
    """Whether a closed range lies within another, and is not the same."""
    ends = (fechas.desde, fechas.hasta, whole.desde, whole.hasta)
    if None in ends or ends[:2] == ends[2:]:
        return False
    first, last, start, end = (day or date.min for day in ends)
    return start <= first and last <= end


def _range(lower: date | None, upper: date | None) -> Fechas:
    if lower and upper:
        return Fechas(desde=lower, hasta=upper, texto=in_words(lower, upper))
    return _since(lower) if lower else _until(upper or date.max)


def _narrowed(fechas: Fechas, lower: date | None, upper: date | None) -> Fechas | None:
    first = max((day for day in (fechas.desde, lower) if day), default=None)
    last = min((day for day in (fechas.hasta, upper) if day), default=None)
    if first and last and first > last:
        return None
    return fechas if (first, last) == (fechas.desde, fechas.hasta) else _range(first, last)


def in_words(first: date, last: date) -> str:
    """A closed range in words: a day, a month, a year, some years, or from one day to another."""
    if first == last:
        return write_date(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole_month = (first.year, first.month, first.day) == (last.year, last.month, 1)
    if whole_month and last.day == monthrange(last.year, last.month)[1]:
        return f"{MONTHS[first.month - 1]} de {first.year}"
    return f"entre el {write_date(first)} y el {write_date(last)}"
