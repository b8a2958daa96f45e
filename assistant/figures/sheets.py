"""Questions about a sheet of a practice: it is told as such and not figure by figure, but for so much of one thing for each
of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Evidence
from corpus.analysis import fold
from corpus.numbers import numbers_in
from corpus.records import Fragmento, Pasaje, Practica, Span
from corpus.store import Store


def of_a_practice(store: Store, asked: Asked, evidence: Evidence) -> bool:
    """Whether a municipality is named and what comes nearest stands in the sheet of a practice of it."""
    return _sheet(store, asked, evidence) is not None


def for_each(store: Store, texts: Texts, prose: ProseFigures, asked: Asked, evidence: Evidence) -> Worked | None:
    """So many people for each session of the practice of the municipality named; None where its sheet counts either more
    than once, or not at all."""
    sheet = _sheet(store, asked, evidence) if asked.per is not None else None
    if sheet is None or asked.per is None:
        return None
    there = [one for _, one in prose.nearest(evidence) if one.unit not in SIGNS and not one.bound]
    there = [one for one in there if _within(sheet, one.spans[0])]
    unit = asked.meanings.get(asked.per, frozenset({asked.per}))
    under = _only(one for one in there if meet(compute.unit_stems(one.unit), unit))
    over = _only(one for one in there if _counted(asked, one) and one is not under)
    if under is None or over is None:
        return None
    over, under = named([over, under])
    outcome = compute.ratio(over, under)
    if outcome is None:
        return None
    text = texts("cifras", "razon", sobre=over, bajo=under, resultado=outcome)
    return Worked((computed(text, (outcome,)),), (outcome,), (over, under))


def _counted(asked: Asked, one: Operand) -> bool:
    """Whether a figure is what a question counts: by its noun, as people, or by the very number that it tells."""
    if not asked.heads:
        return one.value in numbers_in(asked.line) and fold(one.unit) in asked.line
    of_people = bool(PEOPLE & set(asked.heads)) and counts_people(one.unit)
    return of_people or any(meet(asked.meanings.get(head, frozenset({head})), one.stems) for head in asked.heads)


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
