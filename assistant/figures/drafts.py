"""Drafts of what was found or worked out with figures, with what disagrees with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures.cells import Selection
from assistant.figures.claims import CellClaims, notes_last
from assistant.figures.values import Operand, of_cell
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Status
from corpus.numbers import numbers_in
from corpus.store import Store

MAX_NOTES = 2
MAX_SPANS = 8
NAMES = frozenset(map(Decimal, (*range(100), *range(1990, 2100))))  # of tables and years


@dataclass(frozen=True)
class Drafts:
    """Makes the drafts of answers about figures."""

    store: Store
    texts: Texts
    cells: CellClaims

    def worked(self, worked: Worked | None) -> Draft | None:
        """What was found or worked out with figures of sentences, with what disagrees with them."""
        if worked is None:
            return None
        claims = [*worked.claims, *self._discrepancies(worked.operands, worked.claims)]
        figures = [*(outcome.figure() for outcome in worked.outcomes), *(one.figure() for one in worked.operands)]
        places = (self.store.passage_around(span) for one in worked.operands for span in one.spans[:1])
        ids = tuple(dict.fromkeys(place.id for place in places if place is not None))
        return Draft(status=Status.ANSWERED, claims=tuple(claims), figures=tuple(figures), record_ids=ids)

    def of_cells(self, selection: Selection, worked: Worked | None) -> Draft:
        """The cells of a selection, or what was worked out with them."""
        claims: list[Claim]
        if worked is None:
            worked = Worked(tuple(self.cells.stated(selection)))
        claims = list(worked.claims)
        grid = selection.grid
        operands = worked.operands or tuple(of_cell(cell, grid) for cell in selection.cells)
        claims += self._discrepancies(operands, claims)
        figures = [outcome.figure() for outcome in worked.outcomes]
        figures += [one.figure() for one in operands]
        return Draft(
            status=Status.PARTIAL if selection.lacking or selection.unlike else Status.ANSWERED,
            claims=tuple(claims),
            figures=tuple(figures),
            record_ids=(grid.tabla.id,),
        )

    @staticmethod
    def together(drafts: Sequence[Draft]) -> Draft:
        """The answers to several questions as one, what one told with its own told once."""
        told: set[tuple[Decimal, str]] = set()
        fresh: list[Draft] = []
        for draft in drafts:
            figures = {(figure.value, figure.concept) for figure in draft.figures}
            fresh += [draft] if not figures or not figures <= told else []
            told |= figures
        claims = dict.fromkeys(claim for draft in fresh for claim in draft.claims)
        return Draft(
            status=Status.PARTIAL if any(draft.status is Status.PARTIAL for draft in drafts) else Status.ANSWERED,
            claims=notes_last(claims),
            figures=tuple(dict.fromkeys(figure for draft in drafts for figure in draft.figures)),
            record_ids=tuple(dict.fromkeys(id for draft in drafts for id in draft.record_ids)),
        )

    def of_one_place(self, draft: Draft) -> bool:
        """Whether all figures of a draft stand in one table or one passage."""
        spans = [figure.spans[0] for figure in draft.figures if figure.spans]
        return len({self.store.tabla_at(span) or self.store.passage_around(span) for span in spans}) == 1

    def _discrepancies(self, used: Sequence[Operand], told: Sequence[Claim]) -> list[Claim]:
        """What is told of figures that disagree, where an answer uses one of them and has not said so itself."""
        said = {number for claim in told for number in numbers_in(claim.text)}
        values = {one.value for one in used}
        claims: list[Claim] = []
        for found in self.store.contradictions(one.at or one.spans[0] for one in used if one.at or one.spans):
            numbers = numbers_in(found.explicacion)
            own = {number for number in numbers if number not in NAMES}
            if (len(own) > 1 and own <= said) or (numbers and not values & set(numbers)):
                continue
            text = self.texts("medidas", "discrepancia", d=found)
            done = tuple(Computation(operation="comprobación", operands=(n,), value=n) for n in numbers)
            claims.append(Claim(text=text, spans=found.spans[:MAX_SPANS], computed=done, block="note"))
        return claims[:MAX_NOTES]
