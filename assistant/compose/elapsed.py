"""How long it is from one thing that the documents date to another: each is asked when it was, and the days are counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.compose.elapsed_asked import DEADLINE, Between, asked, first_to_last, may_ask
from assistant.figures.values import meet
from assistant.focus import sentences
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Kind, Query, Status, Turn
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.dates import parse_written_date
from corpus.numbers import numbers_in
from corpus.periods import find_periods

Ask = Callable[[str, tuple[Turn, ...]], tuple[Query, Draft]]
_ENDS = re.compile(r"[\s¿?¡!.]+$")
_VERB = re.compile(r"(?:se |fue |fueron |was )|(?!el|la|los|las)\w+(?:o|aron|ieron) (?:el|la|los|las|a)\b")
_LAST_PAUSE = re.compile(r"[,;:]|\by (?:la|el|los|las)\b")
# "La ley de migración nueva": that it is new tells none from another.
_NEW = re.compile(r"\b(?:nuev[oa]s?|actual(?:es)?|vigentes?|antigu[oa]s?)\b")
_STARTED = re.compile(r"A[ñn]o de inicio: ?(?P<year>(?:19|20)\d\d)")
_PRACTICE = re.compile(r"^Práctica: (?P<name>.+?\))")
MONTHS = 12
SHORT = 4
TOLD = 4


@dataclass(frozen=True)
class Moment:
    """A time that a claim dates: by its day, else by its month, else by its year. ``written`` as the claim has it."""

    claim: Claim
    written: str
    year: int
    month: int | None
    day: date | None


class Elapsed:
    """Answers how much time there is between two things. ``read`` spells a message out, ``ask`` answers one question."""

    def __init__(self, texts: Texts, cues: Cues, read: Callable[[str], Query], ask: Ask) -> None:
        self.read = read
        self.texts = texts
        self.cues = cues
        self.ask = ask

    def answer(self, message: str) -> tuple[Query, Draft] | None:
        """The time between the two things that a message names; None where it names no two, or one of them is not dated."""
        if not may_ask(fold(message)):
            return None
        line = _ENDS.sub("", self.read(message).texto)
        for unit, pair in self._pairs(line):
            if not pair:
                continue
            claims = tuple(dict.fromkeys(moment.claim for moment in pair))
            spans = tuple(dict.fromkeys(span for claim in claims for span in claim.spans))
            lead = Claim(text=self._text(unit, *pair), spans=spans, computed=_done(*pair))
            query = Query(pregunta=message, texto=line, kind=Kind.CALCULO)
            items = tuple(claim.model_copy(update={"block": "item"}) for claim in claims)
            return query, Draft(status=Status.ANSWERED, claims=(lead, *items), entire=True)
        return None

    def _pairs(self, line: str) -> Iterator[tuple[str | None, list[Moment]]]:
        """The moments that each reading of a folded line has for its two things, with the unit that it asks for."""
        ends = first_to_last(line)
        if ends is not None:
            yield ends[0], self._ends(ends[1])
        for between in asked(line):
            yield between.unit, self._pair(between)

    def _pair(self, between: Between) -> list[Moment]:
        """The moments of two things; none where one of them is not dated."""
        told = [self._told_of(thing) for thing in (between.one, between.other)]
        if not all(told):
            return []
        first, second = self._dated(between.one, *told), self._dated(between.other, *told[::-1])
        if between.its and not DEADLINE.search(between.other):
            second += self._of_it(between, told[0] + told[1])
        return _of_one_claim(first, second) or _of_two(first, second)

    def _of_it(self, between: Between, told: list[Claim]) -> Iterator[Moment]:
        """The moments at which a claim that names what both things are of tells of the second by its noun alone."""
        noun = between.other.removeprefix("la ").split(" de ")[0].split()[0]
        for claim in told:
            if set(terms(between.its)) <= set(terms(claim.text)):
                yield from self._moments(noun, claim, of_plan=False, alone=True)

    def _ends(self, what: str) -> list[Moment]:
        """The first and the last of the deadlines of the one medida that is told of a thing."""
        _, draft = self.ask(f"¿cuáles son los plazos de {what}?", ())
        if draft.abstained or len(draft.medidas) != 1:
            return []
        dated = [moment for claim in draft.claims[:1] for moment in self._moments("", claim, of_plan=True)]
        pair = sorted({moment.written: moment for moment in dated}.values(), key=_order)
        return [pair[0], pair[-1]] if len(pair) > 1 else []

    def _told_of(self, thing: str) -> list[Claim]:
        """What is told first of when a thing was."""
        asking = f"¿cuándo {thing}?" if _VERB.match(thing) else f"¿cuándo fue {thing}?"
        ways = (asking,) if _VERB.match(thing) or not terms(thing) else (asking, f"¿de qué año es {thing}?")
        if DEADLINE.search(thing):
            ways = (f"¿cuál es {thing if thing.startswith(('el ', 'la ', 'su ')) else f'el {thing}'}?",)
        found: list[Claim] = []
        for question in ways:
            query, draft = self.ask(question, ())
            falls_due = DEADLINE.search(thing) is not None
            of_plan = query.kind is not Kind.PASAJE or (falls_due and len(draft.medidas) == 1)
            if not draft.abstained and of_plan == falls_due:
                found += [*_begun(draft), *draft.claims[: 1 if of_plan else TOLD]]
        return found

    def _dated(self, thing: str, own: list[Claim], beside: list[Claim]) -> list[Moment]:
        """The moments by which claims date that very thing, its own before those told of the other thing."""
        of_plan = bool(DEADLINE.search(thing))
        told = own if of_plan else own + beside
        return [moment for claim in told for moment in self._moments(thing, claim, of_plan=of_plan)]

    def _moments(self, thing: str, claim: Claim, *, of_plan: bool, alone: bool = False) -> Iterator[Moment]:
        """The moments of a claim that are of a thing: the one of a sentence that names it, or of the words right before."""
        if not claim.spans:
            return
        for sentence in sentences(claim.text.replace("*", "")):
            periods = find_periods(sentence)
            starts = [0, *(period.end for period in periods)]
            for start, period in zip(starts, periods, strict=False):
                before = sentence[start : period.start]
                near = sentence if len(periods) == 1 else before[_pause(fold(before)) :]
                if period.first is None or not (of_plan or self._names(thing, near, alone=alone)):
                    continue
                told = claim if of_plan else Claim(text=sentence, spans=claim.spans)
                moment = _moment(told, sentence[period.start : period.end])
                if moment is not None:
                    yield moment

    def _names(self, thing: str, text: str, *, alone: bool = False) -> bool:
        """Whether a text speaks of a thing by all its words; what was done to it may be told by a word of its own. One word is
        too little but where what it is of was said (``alone``)."""
        stems, said = [one for one in terms(_NEW.sub(" ", thing)) if not one.isdigit()], set(terms(text))
        head, *rest = stems or [""]
        numbers = set(numbers_in(thing))
        begins = self.cues.any_of("tiempo.comienza")
        begun = all(re.search(rf"\b{begins}\b", fold(one)) for one in (thing, text))
        known = meet((head,), said) or begun or any(one.startswith(head[:SHORT]) for one in said)
        known = known and (alone or len(stems) + len(numbers) > 1)
        return known and all(meet((one,), said) for one in rest) and numbers <= set(numbers_in(text))

    def _text(self, unit: str | None, one: Moment, other: Moment) -> str:
        """The time between two moments in words: in the unit asked for, or in the finest that the dates allow."""
        one, other = _in_order(one, other)
        days, months, more, years = _spans(one, other)
        return self.texts(
            "cifras", "entre_fechas", unidad=unit, dias=days, meses=months, y_dias=more, anos=years, desde=one.written,
            hasta=other.written,
        )  # fmt: skip


def _begun(draft: Draft) -> list[Claim]:
    """The year in which a practice began, said of its name, where a draft tells the two one after the other."""
    if len(draft.claims) < 2:
        return []
    first, second = draft.claims[:2]
    year, name = _STARTED.search(first.text), _PRACTICE.search(second.text.replace("*", ""))
    if year is None or name is None:
        return []
    return [Claim(text=f"{name['name']}, año de inicio: {year['year']}", spans=(*first.spans, *second.spans))]


def _pause(before: str) -> int:
    """Where the words right before a date begin, after the last pause of what stands before it."""
    return max((match.start() for match in _LAST_PAUSE.finditer(before)), default=0)


def _moment(claim: Claim, written: str) -> Moment | None:
    """The moment that a date is; None where it is a bound or a span of time."""
    found = find_periods(written)[0]
    if found.label.startswith(("hasta", "a ", "al ")) or found.first is None or found.last is None:
        return None
    whole_year = re.fullmatch(r"\d{4}", found.label) is not None
    if found.first != found.last and not whole_year:
        return None
    try:
        day = parse_written_date(written)
    except ValueError:
        day = None
    year, month = divmod(found.first - 1, MONTHS)
    return Moment(claim, " ".join(written.split()), year, None if whole_year else month + 1, day)


def _of_one_claim(first: list[Moment], second: list[Moment]) -> list[Moment]:
    """The first two moments that one claim tells of both things."""
    pairs = ([a, b] for a in first for b in second if a.claim.spans == b.claim.spans and a.written != b.written)
    return next(pairs, [])


def _of_two(first: list[Moment], second: list[Moment]) -> list[Moment]:
    """What comes first for each of two things, where both are dated alike: the year that a law bears and the month in which
    another came into force are not counted from one to the other."""
    pair = [*first[:1], *second[:1]]
    alike = len(pair) == 2 and (pair[0].month is None) == (pair[1].month is None)
    return pair if alike and pair[0].written != pair[1].written else []


def _months(one: Moment, other: Moment) -> tuple[int, int] | None:
    """The whole months between two moments, and the days that are left; None where one gives but its year."""
    if one.month is None or other.month is None:
        return None
    months = (other.year - one.year) * MONTHS + other.month - one.month
    if one.day is None or other.day is None or other.day.day == one.day.day:
        return months, 0
    if _last_of_month(one.day) and _last_of_month(other.day):
        return months, 0
    if other.day.day < one.day.day:
        months -= 1
    year, month = divmod(one.day.year * MONTHS + one.day.month - 1 + months, MONTHS)
    start = _clamped(year, month + 1, one.day.day)
    return months, (other.day - start).days


def _last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def _clamped(year: int, month: int, day: int) -> date:
    """A day of a month, its last where it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return _clamped(year, month, day - 1)


def _spans(one: Moment, other: Moment) -> tuple[int | None, int | None, int, int]:
    """From a moment to a later one: the days, the whole months with the days that are left, and the whole years."""
    days = (other.day - one.day).days if one.day and other.day else None
    months, more = _months(one, other) or (None, 0)
    return days, months, more, other.year - one.year if months is None else months // MONTHS


def _done(one: Moment, other: Moment) -> tuple[Computation, ...]:
    """What is worked out of two moments, for the check of the numbers of a claim."""
    days, months, more, years = _spans(*_in_order(one, other))
    found = (days, months, more, years, months and months % MONTHS)
    return tuple(
        Computation(
            operation="tiempo entre fechas", operands=(Decimal(one.year), Decimal(other.year)), value=Decimal(n)
        )
        for n in found
        if n is not None
    )


def _in_order(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    first, last = sorted((one, other), key=_order)
    return first, last


def _order(at: Moment) -> tuple[int, int, date]:
    return at.year, at.month or 0, at.day or date.min
