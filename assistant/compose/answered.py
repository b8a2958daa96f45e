"""A part of a message with its answer, and what can be told of answers by themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose.parts import Part
from assistant.values import ECHO, Claim, Draft, Kind, Orden, Query, Status, Turn
from corpus.records import Span

TABULAR = ("header", "row")
TALK = (Status.GREETING, Status.UNCLEAR)


@dataclass(frozen=True)
class Answered:
    """A part with what was understood of it and its draft."""

    part: Part
    query: Query
    draft: Draft

    @property
    def found(self) -> bool:
        """Whether the documents answer it."""
        return not self.draft.abstained and self.draft.status not in TALK

    @property
    def lead(self) -> tuple[Claim, ...]:
        """The first statement: one claim, or a table with its header."""
        claims = self.draft.claims
        end = 1
        if claims and claims[0].block == "header":
            while end < len(claims) and claims[end].block == "row":
                end += 1
        return claims[:end]


def out_of(draft: Draft, told: Collection[Decimal]) -> bool:
    """Whether figures are worked out of some that were told."""
    return any(figure.computed and set(figure.operands) & set(told) for figure in draft.figures)


def out_of_these(draft: Draft) -> set[tuple[Decimal, ...]]:
    """What the figures that an answer worked out were worked out of."""
    return {figure.operands for figure in draft.figures if figure.computed}


def turn_of(last: Answered) -> Turn:
    """A part and its answer as a turn, for the part after it to go on with."""
    draft = last.draft
    return Turn(
        question=last.part.text,
        query=last.query,
        medidas=draft.medidas,
        record_ids=draft.record_ids,
        figures=draft.figures,
    )


def of_one_told(query: Query, draft: Draft, parts: Sequence[Part]) -> bool:
    """Whether a message goes on about the one medida just told, all of which is told again; or asks how the one went on
    that it first names by its number."""
    if query.kind is not Kind.MEDIDA_CAMPO or len(draft.medidas) != 1:
        return False
    return not parts[0].asks if query.avance else bool(query.arrastre)


def first_of_those_told(query: Query) -> bool:
    """Whether it is asked which of the medidas just told falls due first or last, which is told with its day:
    "¿cuál de las dos vence primero y en qué fecha?"."""
    dated = query.orden in (Orden.PRIMERO, Orden.ULTIMO, Orden.PROXIMO)
    return dated and query.kind is Kind.MEDIDA_LISTA and bool(query.filtros.entre)


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims without those that only say again what one before them says; the rows of a table stay."""
    first: dict[object, Claim] = {}
    for claim in claims:
        first.setdefault(claim if claim.block in TABULAR else (claim.text, claim.spans), claim)
    return tuple(first.values())


def worked(draft: Draft) -> bool:
    """Whether an answer was worked out from several values."""
    return any(len(done.operands) > 1 and done.operation != ECHO for claim in draft.claims for done in claim.computed)


def begins_with(draft: Draft, claim: Claim) -> bool:
    """Whether a draft begins with what a claim says."""
    first = next((one for one in draft.claims if one.spans), None)
    return first is not None and any(same_place(a, b) for a in first.spans for b in claim.spans)


def same_place(one: Span, other: Span) -> bool:
    """Whether a span lies at least half within another."""
    if one.document != other.document:
        return False
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= one.end - one.start
