"""Figures that the last turns told, set together: their sum, how far apart they are, what part one is of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute
from assistant.figures.cells import complete, like
from assistant.figures.claims import computed, spans_of
from assistant.figures.compute import Outcome
from assistant.figures.grid import Cell, Grid
from assistant.figures.measures import is_total
from assistant.figures.question import Operacion
from assistant.figures.values import SIGNS, Operand, named
from assistant.figures.worked import Operations, Worked
from assistant.values import Claim

PAIR = 2
_YEAR = re.compile(r"\b20\d\d\b")
BETWEEN_UNITS = (Operacion.PARTE, Operacion.RAZON)


@dataclass(frozen=True)
class ToldOperand:
    """A figure that was told, with its cell where it stands in a table."""

    operand: Operand
    cell: Cell | None = None
    grid: Grid | None = None


@dataclass(frozen=True)
class OverTold(Operations):
    """Works something out of figures that were told; None where they do not allow it."""

    def work(self, operation: Operacion, told: Sequence[ToldOperand]) -> Worked | None:
        """The outcome over figures in the order in which they were told; None where one is but a bound ("más de 10.000")."""
        if any(one.operand.bound for one in told):
            return None
        if len({one.operand.unit for one in told}) != 1 and operation not in BETWEEN_UNITS:
            return None
        if operation in (Operacion.SUMA, Operacion.PROMEDIO):
            return self._together(operation, told)
        pair = self._pair(told)
        if pair is None:
            return None
        one, other = (told.operand for told in pair)
        if operation is Operacion.PARTE and _but_year(one) == _but_year(other) and one.period != other.period:
            operation = Operacion.CAMBIO  # "¿y en porcentaje?", of one thing over time
        if operation is Operacion.PARTE:
            return self._share(pair)
        if operation is Operacion.RAZON:
            return self._ratio(pair)
        if operation is Operacion.VECES:
            return self._times(pair)
        return self._apart(operation, pair)

    def _together(self, operation: Operacion, told: Sequence[ToldOperand]) -> Worked | None:
        parts = [one for one in told if not any(is_whole_of(one, other) for other in told)]
        if operation is Operacion.PROMEDIO:
            parts = [one for one in parts if one.cell is None or complete(one.cell)]
        if len(parts) < PAIR or parts[0].operand.unit == "%":
            return None
        operands = _named(parts)
        if operation is Operacion.SUMA:
            outcome = compute.total(operands)
            when = {one.period for one in operands}
            text = self.say("suma", resultado=outcome, partes=operands, de=when.pop() if len(when) == 1 else None)
            return Worked((computed(text, (outcome,)), *self._notes(parts)), (outcome,), tuple(operands))
        outcome = compute.average(operands)
        text = self.say("promedio", resultado=outcome, partes=operands, n=len(operands))
        return Worked((computed(text, (outcome, compute.size(operands))),), (outcome,), tuple(operands))

    @staticmethod
    def _pair(told: Sequence[ToldOperand]) -> list[ToldOperand] | None:
        """The two that are set against each other: both that were told, or the ends of a series."""
        if len(told) > PAIR and len({one.operand.concept for one in told}) == 1:
            whole = [one for one in told if one.cell is not None and complete(one.cell)]
            ends = sorted(whole, key=_begins)
            told = [ends[0], ends[-1]] if len({_begins(one) for one in whole}) == len(whole) > 1 else told
        return sorted(told, key=_begins) if len(told) == PAIR else None

    def _share(self, pair: Sequence[ToldOperand]) -> Worked | None:
        part, whole = sorted(_named(pair), key=lambda one: one.value)
        if "%" in (part.unit, whole.unit) or (part.unit != whole.unit and {part.unit, whole.unit} & set(SIGNS)):
            return None
        outcome = compute.share(part, whole)
        if outcome is None:
            return None
        text = self.say("parte", parte=part, todo=whole, resultado=outcome)
        return Worked((computed(text, (outcome,)), *self._notes(pair)), (outcome,), (part, whole))

    def share_of_sum(self, parts: Sequence[Operand], at: int) -> Worked | None:
        """What part of the sum of some figures one of them is."""
        named_ = named(parts)
        outcome = compute.share_of_sum(named_[at], named_) if len(named_) > 1 else None
        if outcome is None:
            return None
        whole = compute.total(named_)
        all_ = replace(named_[at], value=whole.value, written=whole.dicho, nombre="la suma")
        part = named_[at] if len({one.period for one in named_}) == 1 else replace(named_[at], period=None)
        text = self.say("parte", parte=part, todo=all_, resultado=outcome)
        return Worked((computed(text, (outcome, whole)),), (outcome,), tuple(named_))

    def _ratio(self, pair: Sequence[ToldOperand]) -> Worked | None:
        """So much of one for each of the other: money over what it paid, else the more over the fewer."""
        under, over = sorted(_named(pair), key=lambda one: (one.unit in SIGNS, one.value))
        outcome = compute.ratio(over, under) if under.unit not in SIGNS and over.unit not in (under.unit, "%") else None
        if outcome is None:
            return None
        text = self.say("razon", sobre=over, bajo=under, resultado=outcome)
        return Worked((computed(text, (outcome,)), *self._notes(pair)), (outcome,), (over, under))

    def _times(self, pair: Sequence[ToldOperand]) -> Worked | None:
        less, more = sorted(_named(pair), key=lambda one: one.value)
        outcome = compute.times(more, less)
        if outcome is None or not _alike(*pair):
            return None
        text = self.say("veces", a=more, b=less, resultado=outcome)
        return Worked((computed(text, (outcome,)), *self._notes(pair)), (outcome,), (more, less))

    def _apart(self, operation: Operacion, pair: Sequence[ToldOperand]) -> Worked | None:
        before, after = _named(pair)
        if not _alike(*pair):
            text = self.say("no_comparables", a=before, b=after)
            claim = Claim(text=text, spans=spans_of((before, after)))
            return Worked((claim, *self._notes(pair)), (), (before, after))
        over_time = before.period != after.period
        if not over_time:
            before, after = sorted((before, after), key=lambda one: one.value)
        gap = compute.difference(after, before)
        if not gap.value:
            text = self.say("sin_diferencia", a=after, b=before)
            return Worked((Claim(text=text, spans=spans_of((before, after))),), (), (before, after))
        change = compute.change(before, after) if gap.unit != "puntos porcentuales" else None
        text, outcomes = self._said(operation, before, after, gap, change, over_time=over_time)
        return Worked((computed(text, outcomes), *self._notes(pair)), outcomes, (before, after))

    def _said(
        self, operation: Operacion, before: Operand, after: Operand, gap: Outcome, change: Outcome | None, *,
        over_time: bool,
    ) -> tuple[str, tuple[Outcome, ...]]:  # fmt: skip
        rises = gap.value > 0
        if operation is Operacion.CAMBIO and change is not None:
            text = self.say("cambio", antes=before, despues=after, resultado=change, resta=gap, mas=rises)
            return text, (change, gap)
        if over_time:
            text = self.say("diferencia", a=after, b=before, resultado=gap, cambio=change, mas=rises)
            return text, (gap, change) if change is not None else (gap,)
        return self.say("distancia", a=after, b=before, resultado=gap), (gap,)

    def _notes(self, told: Sequence[ToldOperand]) -> list[Claim]:
        """What the footnotes say of the cells."""
        found: list[Claim] = []
        for one in told:
            if one.cell is not None and one.grid is not None:
                found += [claim for claim in self.cells.qualified([one.cell], one.grid) if claim not in found]
        return found


def _but_year(one: Operand) -> str:
    """What a figure counts, without the year that its label may say: "Presupuesto Ley 2024"."""
    return _YEAR.sub("", one.concept)


def _begins(one: ToldOperand) -> int:
    return one.operand.actual.first if one.operand.actual else 0


def is_whole_of(one: ToldOperand, other: ToldOperand) -> bool:
    """Whether a figure is the total of a table of which another is a part."""
    if one.cell is None or other.cell is None or one.grid is not other.grid or one.cell is other.cell:
        return False
    if one.cell.parts == other.cell.parts:  # of all years, of all places
        return (one.cell.column is None and other.cell.column is not None) or (one.cell.total and not other.cell.total)
    return is_total(one.cell.parts) and not is_total(other.cell.parts) and one.cell.column == other.cell.column


def _alike(one: ToldOperand, other: ToldOperand) -> bool:
    """Whether two figures count as many months."""
    if one.cell is not None and other.cell is not None:
        return like(one.cell, other.cell)
    first, second = one.operand.actual, other.operand.actual
    return first is None or second is None or first.months == second.months


def _named(told: Sequence[ToldOperand]) -> list[Operand]:
    """The operands, each with a name; those of tables of one concept and period by the titles of their tables too."""
    found = named([one.operand for one in told])
    if len({one.nombre for one in found}) == len(found):
        return found
    titles = [one.grid.tabla.titulo.texto if one.grid is not None else "" for one in told]
    return [
        replace(one, nombre=f"{one.nombre}, {title}" if title else one.nombre)
        for one, title in zip(found, titles, strict=True)
    ]
