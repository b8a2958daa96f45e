"""How figures near a question stand to each other: parts of one whole, of one sex, alone or beside others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.figures import phrases
from assistant.figures.fit import of_one_root
from assistant.figures.prose import Nearby
from assistant.figures.question import Asked
from assistant.figures.values import PEOPLE, Operand, meet
from corpus.analysis import terms
from corpus.records import Span

SEXES = frozenset(terms("hombres mujeres"))
_OUT_OF = re.compile(r"\d de (?:las|los) $")
CHILEANS = frozenset(terms("chilenos chilenas"))


def without_wholes(there: Sequence[Nearby], words: Callable[[frozenset[str]], frozenset[str]]) -> list[Nearby]:
    """Some figures without those of a whole where what a question says is said of its part alone.

    ``words`` gives the words of the question that some stems explain.
    """
    found = {one.at: one for _, one in there if one.at is not None}
    left = set()
    for _, part in there:
        whole = found.get(part.whole) if part.whole is not None else None
        if whole is None or whole.unit != part.unit or part.bound:
            continue
        if words(part.stems | part.clause) - words(whole.stems | whole.clause):
            left.add(whole.at)
    return [(near, one) for near, one in there if one.at not in left or one.at is None]


def without_unnamed_parts(asked: Asked, there: Sequence[Nearby]) -> list[Nearby]:
    """Some figures without those of a part of which a question says no more than of its whole: "recursos administrativos",
    of "1.337 recursos administrativos, de los cuales 1.301 fueron resueltos"."""
    found = {one.at: one for _, one in there if one.at is not None}

    def said(one: Operand) -> frozenset[str]:
        known = one.stems | one.clause
        return frozenset(stem for stem, meant in asked.meanings.items() if meet(meant, known))

    def unnamed(part: Operand) -> bool:
        whole = found.get(part.whole) if part.whole is not None else None
        return whole is not None and whole.unit == part.unit and said(part) < said(whole)

    return [(near, one) for near, one in there if not unnamed(one)]


def out_of(there: Sequence[Nearby], quote: Callable[[Span], str]) -> list[Nearby]:
    """Some figures without those that only say out of how many others are: "en 12 de las **16** Direcciones Regionales"."""
    return [
        (near, one)
        for near, one in there
        if one.at is None or not _OUT_OF.search(quote(one.spans[0])[: one.at.start - one.spans[0].start])
    ]


def of_the_sex(asked: Asked, there: list[Nearby]) -> list[Nearby]:
    """Without the figures of the other sex, where a question names one."""
    wanted = SEXES & asked.fresh.keys()
    if len(wanted) != 1:
        return there
    named = [(pair, next((stem for stem in terms(pair[1].concept) if stem in SEXES), None)) for pair in there]
    own = [pair for pair, sex in named if sex in wanted]
    return own or [pair for pair, sex in named if sex is None]


def of_its_people(asked: Asked, there: list[Nearby]) -> list[Nearby]:
    """Without the figures of the people of the country, which are set beside those of all others, where a question names none
    of them."""
    if CHILEANS & asked.meanings.keys():
        return there
    return [pair for pair in there if not CHILEANS & set(terms(pair[1].concept))]


def of_the_country(asked: Asked, there: list[Nearby]) -> list[Nearby]:
    """Without the figures that stand beside those of a country, or of its people, that a question names, or of a part of
    them: "80 venezolanos y 66 ucranianos"."""
    roots = {stem for place in asked.places if place.clase == "pais" for stem in terms(place.nombre)}
    named = [
        one for _, one in there if any(of_one_root(stem, root) for stem in one.stems | one.clause for root in roots)
    ]
    groups, wholes = {one.group for one in named}, {one.at for one in named if one.at is not None}
    return [(near, one) for near, one in there if one in named or one.whole in wholes or one.group not in groups]


def of_the_part(there: list[Nearby], words: Callable[[frozenset[str]], frozenset[str]]) -> list[Nearby]:
    """Without the figures of a part of a sentence that does not say what another of its parts does: "…; en X, …"."""
    parts: dict[Span, frozenset[str]] = {}
    for _, one in there:
        parts[one.spans[0]] = parts.get(one.spans[0], frozenset()) | one.segment
    kept = [pair for pair in there if not pair[1].segment or not words(parts[pair[1].spans[0]] - pair[1].segment)]
    return kept or there


def still_left(nearby: Sequence[Nearby], there: list[Nearby]) -> list[Nearby]:
    """The latest figures of each unit, for a question of what still is left, though a time before was named."""
    found = [(near, one) for near, one in nearby if one.unit != "%" and one.actual is not None]
    latest: dict[str, int] = {}
    for _, one in found:
        latest[one.unit] = max(latest.get(one.unit, 0), one.actual.last if one.actual else 0)
    return [(near, one) for near, one in found if one.actual and one.actual.last == latest[one.unit]] or there


def one_of_parts(one: Operand, there: Sequence[Nearby]) -> bool:
    """Whether a sentence tells a figure beside others of the very same thing, each of a part of its own."""
    label = one.concept.split(", ")[0]
    return any(
        o.spans[0] == one.spans[0] and o.value != one.value and o.concept.startswith(f"{label}, ") for _, o in there
    )


def named_beside(
    one: Operand, nearby: Sequence[Nearby], words: Callable[[frozenset[str]], frozenset[str]]
) -> list[Operand]:
    """The figures of the sentence of a figure that count the same and that a question names by a word of their own, where
    it names that one by its own too: "expulsiones, administrativas y judiciales" are both.
    """
    own = words(one.stems)
    found: dict[object, Operand] = {}
    for _, o in nearby:
        same = o.spans[0] == one.spans[0] and (o.unit, o.actual, o.bound) == (one.unit, one.actual, one.bound)
        if same and o.value != one.value and words(o.stems) - own and own - words(o.stems):
            found[o.at or o.value] = o
    return list(found.values()) if one.unit != "%" else []


def stands_beside(one: Operand, nearby: Sequence[Nearby]) -> bool:
    """Whether the sentence of a figure has others, or the passage that comes nearest."""
    return any((other.spans[0] == one.spans[0] or near == 1) and other.value != one.value for near, other in nearby)


def listed_among(one: Operand, nearby: Sequence[Nearby]) -> bool:
    """Whether a figure is a line of a list whose other lines, told as what stands around it, give others of its unit."""
    return bool(one.group) and any(
        o.group == one.group and o.unit == one.unit and o.value != one.value and o.spans[0] != one.spans[0]
        for _, o in nearby
    )


def leads(one: Operand, nearby: Sequence[Nearby]) -> bool:
    """Whether a figure stands in the passage that came nearest of all."""
    return any(near == 1 and other.spans[0] == one.spans[0] for near, other in nearby)


def alone(one: Operand, nearby: Sequence[Nearby]) -> bool:
    """Whether a figure is the only one of its sentence, but for what it is a part of."""
    return all(other.spans[0] != one.spans[0] or other == one or other.at == one.whole for _, other in nearby)


def bound(one: Operand) -> frozenset[str]:
    """The stems of what bounds a figure: "un promedio de"."""
    return frozenset(terms(one.bound or ""))


def done_to(asked: Asked, one: Operand) -> bool:
    """Whether a figure is of people, and what a question says was done to those it counts is said beside it: "¿cuántos
    capacitados?".
    """
    if not asked.heads or not phrases.counts_done_to(asked.line) or not PEOPLE & set(terms(one.concept)[:1]):
        return False
    return meet(asked.meanings.get(asked.heads[0], frozenset(asked.heads[:1])), one.stems | one.clause)
