"""Medidas that are near to one another: those that say nearly the same, and which of them a message means by its own words."""

from __future__ import annotations

from collections.abc import Callable

from assistant.values import Hit
from corpus.analysis import terms
from corpus.records import Medida

# How much of the smaller one's words two medidas share that are told together: "… como población objetivo", "… beneficiaria".
ALIKE = 0.6


def alike(one: Medida, other: Medida) -> bool:
    """Whether two medidas say nearly the same."""
    first, second = set(terms(one.texto.texto)), set(terms(other.texto.texto))
    return len(first & second) >= ALIKE * min(len(first), len(second))


def holding_first(
    found: list[tuple[Medida, Hit]], holds: Callable[[Medida], bool], reach: float
) -> list[tuple[Medida, Hit]]:
    """Medidas found for a message and the one before it, best first, with those put first that hold all of the message
    itself: of one policy, its presentation and not its pilot. ``reach`` is the share of the best score that they must have."""
    whole = [one for one in found if one[1].score >= reach * found[0][1].score and holds(one[0])]
    return [*whole, *(one for one in found if one not in whole)]
