"""Questions about a sheet of a practice: it is told as such and not figure by figure, but for so much of one thing for each
of another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.lexicon import FigureWords
from assistant.figures.near import next_to
from assistant.figures.periods import Rango, year_range
from assistant.figures.prose import ProseFigures, of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import CAME, counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, named
from assistant.figures.worked import Worked, together
from assistant.texts import Texts
from assistant.values import Evidence
from corpus.analysis import fold
from corpus.numbers import numbers_in
from corpus.records import Fragmento, Pasaje, Practica, Span
from corpus.store import Store

PAIR = 2
# "¿Cuántos suman los dos años?"
TWO_YEARS = re.compile(r"\b(?:l[oa]s dos|ambos|both|entre los dos) (?:anos|years)\b")


def of_a_practice(store: Store, asked: Asked, evidence: Evidence) -> bool:
    """Whether a municipality is named and what comes nearest stands in the sheet of a practice of it."""
    return _sheet(store, asked, evidence) is not None


def for_each(
    store: Store, texts: Texts, prose: ProseFigures, words: FigureWords, asked: Asked, evidence: Evidence
) -> Worked | None:
    """So many people for each session of the practice of the municipality named, in each period that is; None where its sheet
    counts either more than once, or not at all."""
    sheet = _sheet(store, asked, evidence) if asked.per is not None else None
    if sheet is None:
        return None
    near = [one for _, one in prose.nearest(evidence)]
    whole = [one for passage in store.of(Pasaje) if _within(sheet, passage.texto.spans[0]) for one in prose.of(passage)]
    for found in (near, whole):  # what comes nearest may leave out either of them
        there = [one for one in found if _within(sheet, one.spans[0]) and one.unit not in SIGNS and not one.bound]
        each = [_for_each(texts, words, asked, of_periods(there, when)) for when in _whens(asked, there)]
        told = [one for one in each if one is not None]
        if len(told) == len(each):
            return together(told)
    return None


def over_years(
    store: Store, texts: Texts, prose: ProseFigures, words: FigureWords, asked: Asked, evidence: Evidence
) -> Worked | None:
    """What a practice of the municipality named did over the years that a question names, or over the two that there are, and how
    many people that reached; None where its sheet lacks a year of it, or has it more than once."""
    sheet = _sheet(store, asked, evidence) if asked.operation is Operacion.SUMA else None
    if sheet is None:
        return None
    passages = [passage for passage in store.of(Pasaje) if _within(sheet, passage.texto.spans[0])]
    there = [one for passage in passages for one in prose.of(passage) if one.unit not in SIGNS and not one.bound]
    years = sorted({year for period in asked.periods for year in period.years})
    if len(years) < PAIR and TWO_YEARS.search(asked.line):
        years = sorted({one.actual.year for one in there if one.actual})
        years = years if len(years) == PAIR else []
    done = _each_year(there, years, lambda one: meet(compute.unit_stems(one.unit), _things(asked)))
    if len(years) < PAIR or not done:
        return None
    told = [done] if set(asked.heads) - PEOPLE - CAME or not asked.heads else []
    if (PEOPLE | CAME) & {*asked.heads, *asked.content}:
        told.append(
            _each_year(there, years, lambda one: counts_people(one.unit) and any(next_to(d, one, there) for d in done))
        )
    return together([_added(texts, parts) for parts in told]) if all(told) else None


def _things(asked: Asked) -> frozenset[str]:
    """What a question may count but for people: its nouns."""
    nouns = (set(asked.heads) or set(asked.content)) - PEOPLE - CAME or set(asked.content) - PEOPLE - CAME
    return frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in nouns))


def _each_year(there: Sequence[Operand], years: Sequence[int], fits: Callable[[Operand], bool]) -> list[Operand]:
    """The one figure of each year that is such; none where a year has none or several."""
    found = [_only(one for one in of_periods(there, (year_range(year),)) if fits(one)) for year in years]
    told = [one for one in found if one is not None]
    return told if len(told) == len(years) else []


def _added(texts: Texts, parts: Sequence[Operand]) -> Worked:
    outcome = compute.total(parts)
    if len({one.unit for one in parts}) > 1:
        outcome = replace(outcome, unit="personas")  # "estudiantes" one year, "asistentes" the next
    named_ones = [replace(one, nombre=f"{one.unit}, {one.period}") for one in parts]
    text = texts("cifras", "suma", resultado=outcome, partes=named_ones, de=None)
    return Worked((computed(text, (outcome,)),), (outcome,), tuple(named_ones))


def _whens(asked: Asked, there: Sequence[Operand]) -> list[tuple[Rango, ...]]:
    """The years named, each by itself, or all that there are where it is asked for each; no period where none is."""
    years = [year for period in asked.periods for year in period.years]
    if asked.operation is Operacion.SERIE and not years:
        years = sorted({one.actual.year for one in there if one.actual})
    return [(year_range(year),) for year in years] or [()]


def _for_each(texts: Texts, words: FigureWords, asked: Asked, there: Sequence[Operand]) -> Worked | None:
    """The one figure of a time that a question counts, divided by the one figure of its unit."""
    unit = asked.meanings.get(asked.per or "", frozenset({asked.per or ""}))
    under = _only(one for one in there if meet(compute.unit_stems(one.unit), unit))
    counted = [one for one in there if _counted(asked, words, one) and one is not under]
    if under is not None:  # "11 talleres con 302 asistentes, dos seminarios con 279"
        counted = [one for one in counted if next_to(under, one, there)] or counted
    over = _only(counted)
    if under is None or over is None:
        return None
    over, under = named([over, under])
    outcome = compute.ratio(over, under)
    if outcome is None:
        return None
    text = texts("cifras", "razon", sobre=over, bajo=under, resultado=outcome)
    return Worked((computed(text, (outcome,)),), (outcome,), (over, under))


def _counted(asked: Asked, words: FigureWords, one: Operand) -> bool:
    """Whether a figure is what a question counts: by its noun, as people, as children where it counts those by another noun
    ("cabros", of "estudiantes"), or by the very number that it tells."""
    if not asked.heads:
        return one.value in numbers_in(asked.line) and fold(one.unit) in asked.line
    of_people = bool((PEOPLE | CAME) & set(asked.heads)) and counts_people(one.unit)
    counted = re.search(r"\bcuant[oa]s (\w+)", asked.line)
    alike = counted is not None and words.trait_names(counted[1]) & words.trait_names(fold(one.unit))
    return (
        of_people
        or bool(alike)
        or any(meet(asked.meanings.get(head, frozenset({head})), one.stems) for head in asked.heads)
    )


def _only(found: Iterable[Operand]) -> Operand | None:
    """The one of some figures; None where they are of several values."""
    several: Sequence[Operand] = list(found)
    return several[0] if len({one.value for one in several}) == 1 else None


def _sheet(store: Store, asked: Asked, evidence: Evidence) -> Practica | None:
    """The practice of a municipality that a question names, in whose sheet stands what comes nearest."""
    record = store.records[evidence.kept[0].record_id] if evidence.kept else None
    if not isinstance(record, Fragmento | Pasaje):
        return None
    here = record.texto.spans[0]
    names = {fold(place.nombre) for place in asked.places if place.clase != "region"}
    sheets = (sheet for sheet in store.of(Practica) if names & {fold(comuna) for comuna in sheet.comunas})
    return next((sheet for sheet in sheets if _within(sheet, here)), None)


def _within(sheet: Practica, span: Span) -> bool:
    return sheet.span.document == span.document and sheet.span.start <= span.start < sheet.span.end
