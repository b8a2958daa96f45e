"""Figures in prose as ``Cifra`` records: every number that counts or measures, with what, when and of whom.

A figure's period is one written after it in its clause, else the last one before it in the sentence, else the only
one of the sentence, else what the sentence before or the heading says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.analysis import fold
from corpus.periods import Period, find_periods
from corpus.records import Cifra, Documento
from ingest.figures.concepts import breakdown, concept
from ingest.figures.numbers import Number, find_numbers
from ingest.figures.units import counted
from ingest.figures.words import FigureWords
from ingest.passages import Heading, blocks, path_at
from ingest.prose import Prose
from ingest.reading import Reading

_PART = re.compile(r"(?:logros?|desafios?)(?: \d{4})?\.?$")
OPENS = 15
"""A period within so many characters opens its sentence: "Durante el año 2024, …"."""
_ITEM = re.compile(r"^\s*(?:[●•▪–-]|\d{1,2}[.)]|[a-z][.)])\s*\S?")
_BACK_YEAR = re.compile(
    r"\b(dicho|ese|este|mismo|durante el|en el) (?:año|periodo|período)\b(?!\s+(?:19|20)\d\d)", re.IGNORECASE
)


@dataclass
class Context:
    """What a paragraph has said so far, and the section around it.

    ``noun`` and ``concept`` are of its last figure; ``period`` is the one its sentences share; ``year`` the last one
    that the section named, for "en dicho año"; ``opening`` the first that opened a sentence, for "este año" and
    for paragraphs that name none; ``since`` the last "desde …"; ``quarter`` the last with a year.
    """

    noun: str = ""
    concept: str = ""
    period: str | None = None
    year: int | None = None
    opening: Period | None = None
    since: str | None = None
    quarter: Period | None = None


def prose_figures(
    document: Documento,
    headings: Sequence[Heading],
    words: FigureWords,
    stretches: Sequence[tuple[int, int]] | None = None,
) -> list[Cifra]:
    """The figures of a document's prose, in order.

    ``stretches`` are its headings, paragraphs and list items without their labels, as offsets; by default the blocks
    between its blank lines. Ids count from 1 within the document.
    """
    found: list[Cifra] = []
    path: tuple[str, ...] = ()
    context, lead = Context(), Context()
    body = stretches if stretches is not None else blocks(document.text)
    notes = _footnotes(document)
    for start, end in [*body, *notes]:
        before, path = path, path_at(headings, start)
        if path != before or not path:
            lead = Context()
        # An item starts from what its lead-in said, any other paragraph afresh.
        item = _ITEM.search(document.text[document.text.rfind("\n", 0, start) + 1 : start + 2]) is not None
        kept = context if path == before else Context()
        context = replace(
            lead if item else Context(),
            year=kept.year,
            opening=kept.opening,
            since=kept.since,
            quarter=context.quarter,
        )
        prose = Prose.of(document.text, start, end, footnote=(start, end) in notes)
        for left, right in prose.sentences():
            for cifra in _sentence(document, prose, left, right, path, words, context):
                found.append(cifra.model_copy(update={"id": f"cifra:{document.id}:{len(found) + 1:04d}"}))
        if not item:
            lead = replace(context) if prose.text.endswith(":") else Context()
    return found


def _footnotes(document: Documento) -> list[tuple[int, int]]:
    """The footnotes that say something, without their numbers; one with a year in parentheses cites a publication."""
    found = []
    for note in Reading.of(document.text).notes:
        label = re.match(r"\s*\d{1,2}\s+", document.text[note.start : note.end])
        start = note.start + (label.end() if label else 0)
        if start < note.end and not re.search(r"\((?:19|20)\d\d\)|https?:", document.text[start : note.end]):
            found.append((start, note.end))
    return found


def _sentence(
    document: Documento,
    prose: Prose,
    left: int,
    right: int,
    path: tuple[str, ...],
    words: FigureWords,
    context: Context,
) -> list[Cifra]:
    text = prose.text[left:right]
    periods = [_dated(period, context) for period in find_periods(text)]
    compared = [p for p in periods if words.comparison.search(fold(text[: p.start]))]
    own = [p for p in periods if p not in compared]
    numbers = find_numbers(text, periods, words)
    things = counted(text, numbers, words, context.noun)
    when = _periods(text, numbers, own, bool(compared), words, context, path)
    found: list[Cifra] = []
    for at, (number, thing) in enumerate(zip(numbers, things, strict=True)):
        name = concept(text, numbers, at, thing, words, context.concept, path)
        found.append(
            Cifra(
                id="cifra",
                document=document.id,
                concepto=name,
                valor=number.value,
                unidad=thing.unit,
                periodo=when[at],
                desglose=breakdown(text, numbers, at, thing, words),
                calificador=_qualifier(text, number, words),
                texto=prose.text[left + number.start : left + number.end],
                span=document.span(*prose.place(left + number.start, left + number.end)),
                evidencia=document.span(*prose.place(left, right)),
                ruta=path,
            )
        )
        context.noun, context.concept = thing.noun or context.noun, name
    _remember(text, own, when, context)
    return found


def _remember(text: str, periods: Sequence[Period], when: Sequence[str | None], context: Context) -> None:
    """Keep what the next sentence may inherit: the one period of this one's figures, or the one it opens with."""
    if not periods:
        return
    context.year = periods[-1].year or context.year
    first = periods[0]
    if context.opening is None and first.start <= OPENS and first.first != first.last:
        context.opening = first
    context.since = next((p.label for p in periods if p.label.startswith("desde ")), context.since)
    used = {label for label in when if label}
    opening = [period for period in periods if period.start <= OPENS or (text.endswith(":") and len(periods) == 1)]
    if len(used) == 1:
        label = next(iter(used))
    elif not used and opening:
        label = opening[0].label
    else:
        context.period = None
        return
    same = next((period for period in periods if period.label == label), None)
    # A day or a month is when this happened; what goes on in the next sentence is of its year.
    event = same and same.first == same.last and not label.startswith(("hasta", "a ", "al ", "desde"))
    context.period = str(same.year) if same and event and not text.endswith(":") else label


def _dated(period: Period, context: Context) -> Period:
    """A quarter without a year ("en el primer trimestre") is that of the last quarter that had one."""
    if period.year is not None:
        if "trimestre" in period.label:
            context.quarter = period
        return period
    if context.quarter is None or not context.quarter.label.startswith(period.label):
        return period
    return replace(context.quarter, start=period.start, end=period.end)


def _periods(
    text: str,
    numbers: Sequence[Number],
    periods: Sequence[Period],
    compared: bool,
    words: FigureWords,
    context: Context,
    path: tuple[str, ...],
) -> list[str | None]:
    """The period of each number of a sentence."""
    if not numbers:
        return []
    ends = [*(number.start for number in numbers[1:]), len(text)]
    after: list[Period | None] = [
        next((p for p in periods if number.end <= p.start < end and _same_clause(text[number.end : p.start])), None)
        for number, end in zip(numbers, ends, strict=True)
    ]
    taken: set[int] = set()
    found: list[str | None] = []
    for at, number in enumerate(numbers):
        own = after[at]
        before = [period for period in periods if period.end <= number.start]
        series = next((i for i in range(at + 1, len(numbers)) if after[i] is not None), None)
        shared = after[series] if series is not None and _series(text, numbers[at : series + 1]) else None
        if own is None and shared is not None and (not before or before[-1].start in taken):
            own = shared
        if own is not None:
            taken.add(own.start)
            found.append(own.label)
        elif before:
            found.append(_since(text, before[-1]))
        else:
            found.append(_inherited(text, periods, compared, words, context, path))
    return found


def _same_clause(between: str) -> bool:
    """Whether a period after a number belongs to it: no stop or turn between them."""
    between = between.replace("lo que va de", "")
    return re.search(r"[,;:.—(]\s|[,;:—(]|\b(?:mientras|y en|y durante|que|con fecha)\b", between) is None


def _series(text: str, numbers: Sequence[Number]) -> bool:
    """Whether numbers stand in one series: "2.514 visitas, 2.686 clics y 300 envíos en 2024"."""
    pairs = pairwise(numbers)
    return all(re.search(r"[;:.—]|,\s*\D|\bmientras\b|\bque\b", text[a.end : b.start]) is None for a, b in pairs)


def _since(text: str, period: Period) -> str:
    """ "Desde la entrada en vigencia …, el 28 de marzo de 2024": what is counted since that day."""
    plain = period.first == period.last and not re.match(r"(?:hasta|desde|al?) ", period.label)
    if plain and fold(text).startswith("desde ") and period.start < 90:
        return f"desde {'el ' if period.label[0].isdigit() else ''}{period.label}"
    return period.label


def _inherited(
    text: str, periods: Sequence[Period], compared: bool, words: FigureWords, context: Context, path: tuple[str, ...]
) -> str | None:
    """The period of a number whose sentence gives it none: of the paragraph, of "dicho año", of the heading."""
    if compared:
        return None
    if words.no_period.search(fold(text)):
        return context.since if fold(text).startswith("desde") else None
    back = _BACK_YEAR.search(text)
    opening = context.opening
    year = opening.year if back and opening and fold(back[1]) in ("este", "durante el", "en el") else context.year
    if back and year:
        return str(year)
    return context.period or _heading_period(path) or (opening.label if opening and path else None)


def _heading_period(path: tuple[str, ...]) -> str | None:
    """The period that the nearest heading names; that of "Logros 2024" and "Desafíos 2025" is the account's own."""
    for title in reversed(path):
        if _PART.match(fold(title)):
            return None
        periods = find_periods(title)
        if len(periods) == 1:
            return periods[0].label
    return None


def _qualifier(text: str, number: Number, words: FigureWords) -> str | None:
    before = words.qualifier.search(fold(text[: number.start]))
    after = words.qualifier_after.match(fold(text[number.end :]))
    found = before[1] if before else after[1] if after else None
    if found is None:
        return None
    # Written as in the text: the folded match is as long as the source where folding keeps lengths.
    source = text[: number.start] if before else text[number.end :]
    place = fold(source).rfind(found) if before else fold(source).find(found)
    same = len(fold(source)) == len(source)
    return source[place : place + len(found)].lower() if same else found
