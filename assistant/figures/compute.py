"""Computation with figures, exact in ``Decimal``; what is shown of it is rounded, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from assistant.figures.values import Operand, written
from assistant.values import Computation, Figure
from corpus.analysis import terms
from corpus.numbers import rounded

PLACES = 1
HUNDRED = Decimal(100)
REST = "resto"
"""The name of the operation that takes parts from a whole."""
RATIO = "razón"
"""The name of the operation that divides one count by another."""


@dataclass(frozen=True)
class Outcome:
    """A computed value with its operands; ``value`` is rounded to one decimal where ``inexact``."""

    operation: str
    value: Decimal
    unit: str
    operands: tuple[Operand, ...]
    inexact: bool = False
    bound: Decimal | None = None

    @property
    def dicho(self) -> str:
        """Its size as it is told, without its direction."""
        return written(abs(self.value), self.unit)

    def computation(self) -> Computation:
        """For the check of the numbers of a claim."""
        return Computation(operation=self.operation, operands=self._values, value=abs(self.value))

    def figure(self) -> Figure:
        """For the caller."""
        first = self.operands[0]
        return Figure(
            value=self.value,
            unit=self.unit,
            concept=f"{self.operation}: {first.concept}",
            period=first.period if len({one.period for one in self.operands}) == 1 else None,
            spans=tuple(dict.fromkeys(span for one in self.operands for span in one.spans)),
            computed=True,
            operands=self._values,
        )

    @property
    def _values(self) -> tuple[Decimal, ...]:
        """What it was worked out of, the bound or the number of months too."""
        return (*(one.value for one in self.operands), *((self.bound,) if self.bound is not None else ()))


def difference(one: Operand, other: Operand) -> Outcome:
    """How much more the first is than the second; percentages differ by percentage points."""
    unit = "puntos porcentuales" if one.unit == "%" else one.unit
    return Outcome("diferencia", one.value - other.value, unit, (one, other))


def beyond(parts: Sequence[Operand], other: Operand) -> Outcome:
    """How much more some figures together are than another one."""
    value = sum((one.value for one in parts), Decimal(0)) - other.value
    return Outcome("diferencia", value, other.unit, (*parts, other))


def rest(whole: Operand, parts: Sequence[Operand]) -> Outcome:
    """What is left of a whole without some of its parts."""
    return Outcome(REST, whole.value - sum(one.value for one in parts), whole.unit, (whole, *parts))


def change(before: Operand, after: Operand) -> Outcome | None:
    """By how many percent the second is over the first; None where the first is zero."""
    if not before.value:
        return None
    value, inexact = _quotient((after.value - before.value) * 100, before.value)
    return Outcome("variación porcentual", value, "%", (before, after), inexact)


def share(part: Operand, whole: Operand) -> Outcome | None:
    """What percentage of the second the first is; None where the second is zero or the smaller."""
    return None if part.value > whole.value else proportion(part, whole)


def proportion(one: Operand, other: Operand) -> Outcome | None:
    """What percentage of the second the first comes to, be it more; None where the second is zero."""
    if not other.value:
        return None
    value, inexact = _quotient(one.value * 100, other.value)
    return Outcome("porcentaje", value, "%", (one, other), inexact)


def part(percent: Operand, whole: Operand) -> Outcome:
    """How many of a whole a percentage of it comes to, to the nearest unit."""
    value = rounded(whole.value * percent.value / 100, 0)
    inexact = value * 100 != whole.value * percent.value
    return Outcome("parte de un todo", value, whole.unit, (whole, percent), inexact)


def left_of_hundred(percent: Operand) -> Outcome:
    """What percentage is left of a whole without one of it."""
    return Outcome("resto porcentual", HUNDRED - percent.value, "%", (percent,), bound=HUNDRED)


def rest_of_percent(percent: Operand, whole: Operand) -> Outcome:
    """How many of a whole are left without a percentage of it, to the nearest unit."""
    exact = whole.value * (HUNDRED - percent.value) / HUNDRED
    value = rounded(exact, 0)
    return Outcome(REST, value, whole.unit, (whole, percent), value != exact)


def share_of_rest(whole: Operand, parts: Sequence[Operand]) -> Outcome | None:
    """What percentage of a whole is left without some of its parts; None where it is zero."""
    if not whole.value:
        return None
    value, inexact = _quotient(rest(whole, parts).value * HUNDRED, whole.value)
    return Outcome("porcentaje", value, "%", (whole, *parts), inexact)


def share_of_sum(part: Operand, parts: Sequence[Operand]) -> Outcome | None:
    """What percentage of the sum of some figures one of them is."""
    total = sum((one.value for one in parts), Decimal(0))
    if not total:
        return None
    value, inexact = _quotient(part.value * 100, total)
    return Outcome("porcentaje", value, "%", (part, *(one for one in parts if one is not part)), inexact)


def ratio(over: Operand, under: Operand) -> Outcome | None:
    """How many of the first there are for one of the second; None where the second is zero, or so great that none would be
    told of the first."""
    if not under.value:
        return None
    value, inexact = _quotient(over.value, under.value)
    if not value and over.value:
        return None
    return Outcome(RATIO, value, over.unit, (over, under), inexact)


def by_month(one: Operand, months: int) -> Outcome:
    """What a figure of so many months comes to for one of them."""
    value, inexact = _quotient(one.value, Decimal(months))
    return Outcome("promedio mensual", value, one.unit, (one,), inexact, Decimal(months))


def times(more: Operand, less: Operand) -> Outcome | None:
    """How many times the second the first is; None where the second is zero."""
    if not less.value:
        return None
    value, inexact = _quotient(more.value, less.value)
    return Outcome("veces", value, "", (more, less), inexact)


def total(parts: Sequence[Operand]) -> Outcome:
    """The sum of figures of one unit."""
    return Outcome("suma", sum((one.value for one in parts), Decimal(0)), parts[0].unit, tuple(parts))


def average(parts: Sequence[Operand]) -> Outcome:
    """The mean of figures of one unit."""
    value, inexact = _quotient(sum((one.value for one in parts), Decimal(0)), Decimal(len(parts)))
    return Outcome("promedio", value, parts[0].unit, tuple(parts), inexact)


def place_in_order(one: Operand, all_of_them: Sequence[Operand]) -> Outcome:
    """Which place a figure takes among others, the greatest first; equal figures share a place."""
    place = 1 + sum(1 for other in all_of_them if other.value > one.value)
    return Outcome("lugar", Decimal(place), "", (one, *(other for other in all_of_them if other is not one)))


def count(passing: Sequence[Operand], among: Sequence[Operand], bound: Decimal) -> Outcome:
    """How many of some figures pass a bound."""
    return Outcome("conteo", Decimal(len(passing)), "", tuple(among), bound=bound)


def size(among: Sequence[Operand]) -> Outcome:
    """How many figures there are."""
    return Outcome("cantidad de filas", Decimal(len(among)), "", tuple(among))


def unit_stems(unit: str) -> frozenset[str]:
    """The stems of a unit's noun."""
    return frozenset(terms(unit))


def _quotient(over: Decimal, under: Decimal) -> tuple[Decimal, bool]:
    """A quotient to one decimal, and whether that rounded it."""
    with localcontext() as context:
        context.prec = 50
        exact = over / under
        value = rounded(exact, PLACES)
        inexact = value * under != over
    whole = value.to_integral_value()
    return (whole, inexact) if whole == value and not inexact else (value, inexact)
