"""The same figure as one just told, of another time, place or row of its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import phrases
from assistant.figures.cells import Selection, of_periods, row_names
from assistant.figures.choose import Fit
from assistant.figures.drafts import Drafts
from assistant.figures.grid import Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.measures import Measure, Named, is_total
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.told_in_prose import ToldInProse, counts_people
from assistant.figures.told_operands import ToldOperands, stated_in
from assistant.figures.values import PEOPLE, SIGNS, meet
from assistant.values import Draft, Turn
from corpus.analysis import terms
from corpus.lugares import Lugar, Lugares

PLAIN = (Operacion.VALOR, Operacion.SERIE)
RANKING = (Operacion.MAXIMO, Operacion.MINIMO, Operacion.ORDEN, Operacion.CONTEO, Operacion.TABLA)


@dataclass(frozen=True)
class MovedFigures:
    """Finds the figures that a message means which names only what differs from those just told."""

    words: FigureWords
    lugares: Lugares
    drafts: Drafts
    operands: ToldOperands
    elsewhere: ToldInProse

    def find(self, asked: Asked, last: Turn, *, over_time: bool) -> Draft | None:
        """The same figure of another period, place or row of its table."""
        before = read(last.query, self.words, self.lugares).operation
        figures = stated_in(last)
        if asked.operation not in PLAIN or not figures or was_computed(last) or asked.breakdowns:
            return None
        if before in RANKING or (phrases.counts_unnamed(asked.line) and {one.unit for one in figures} & set(SIGNS)):
            return None  # "¿y cuántas se hicieron en 2025?", after what they cost
        told = [self.operands.as_operand(figure) for figure in figures]
        if over_time and told[0].cell is None:
            return None  # a table has them, if anything
        all_years = over_time and not asked.periods
        if all(one.cell is None for one in told):
            operands = [one.operand for one in told]
            moved = self.elsewhere.another(asked, operands[0]) if len(told) == 1 else None
            return self.drafts.worked(moved or self.elsewhere.of_another_time(asked, operands))
        grid, cells = told[0].grid, [one.cell for one in told if one.cell is not None]
        if grid is None or len(cells) < len(told) or any(one.grid is not grid for one in told):
            return None
        places = {cell.place for cell in cells}
        elsewhere: list[Lugar] = []
        names = set(row_names(replace(asked, fresh={}), grid, self.lugares, elsewhere))
        measures = tuple(dict.fromkeys(cell.parts for cell in cells))
        people = self._people(grid) if PEOPLE & set(asked.heads) else []
        told_beside = bool(people) and len(measures) > 1  # "¿a cuánta gente llegaron ahí?", after that and the sessions
        if elsewhere or len(places) > 1 or not (names or asked.periods or asked.content or all_years or told_beside):
            return None
        if people and set(people) != set(measures):
            if len(people) > 1:
                return None
            measures = tuple(people)  # "¿y a las charlas cuánta gente fue?": who went, and not the talks again
        elif asked.content:
            renamed = self._renamed(asked, grid, measures)
            if renamed is None:
                return None
            measures = (renamed,)
        there = [
            cell
            for cell in grid.cells
            if cell.parts in measures and (cell.place in names if names else cell.place in places)
        ]
        if asked.periods:
            chosen, lacking, unlike = of_periods(asked, there)
        elif all_years:
            chosen, lacking, unlike = there, [], []
        else:
            columns = {cell.column for cell in cells}
            chosen, lacking, unlike = [cell for cell in there if cell.column in columns], [], []
        if not chosen or lacking or {cell.span for cell in chosen} == {cell.span for cell in cells}:
            return None
        fit = Fit(grid, Named(measures, True), 1.0, 1.0, 1.0, beside=True)
        return self.drafts.of_cells(Selection(fit, tuple(chosen), (), tuple(unlike)), None)

    def _renamed(self, asked: Asked, grid: Grid, told: Sequence[Measure]) -> Measure | None:
        """The one measure of a table whose own labels hold all that a message names; None where none or several do."""
        fitting = self._labelled(asked, grid, exact=True) or self._labelled(asked, grid, exact=False)
        kept = frozenset(terms(" ".join(label for measure in told for label in measure)))
        for liking in (lambda m: len(set(m) & set(told[0])), lambda m: len(kept & set(terms(" ".join(m)))), _is_part):
            if len(fitting) > 1:  # "solicitadas", of the same permit: what else is as it was
                best = max(map(liking, fitting))
                fitting = [measure for measure in fitting if liking(measure) == best]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def _people(grid: Grid) -> list[Measure]:
        """The measures of a table that count people."""
        return list(dict.fromkeys(cell.parts for cell in grid.cells if counts_people(cell.unit)))

    @staticmethod
    def _labelled(asked: Asked, grid: Grid, *, exact: bool) -> list[Measure]:
        """The measures whose labels hold all that a message names; those that count it, where some do."""
        labels: dict[Measure, set[str]] = {}
        units: dict[Measure, set[str]] = {}
        for cell in grid.cells:
            labels.setdefault(cell.parts, set()).update(terms(" ".join((cell.concept, *cell.parts))))
            units.setdefault(cell.parts, set()).update(terms(cell.unit))
        meant = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.content]
        holds = (lambda one, stems: bool(one & stems)) if exact else meet
        counting = [m for m, stems in units.items() if all(holds(one, stems) for one in meant)]
        return counting or [m for m, stems in labels.items() if all(holds(one, stems) for one in meant)]


def _is_part(measure: Measure) -> int:
    return not is_total(measure)


def was_computed(turn: Turn) -> bool:
    """Whether a turn told something worked out of several figures; a check of one figure is not."""
    return any(figure.computed and len(figure.operands) > 1 for figure in turn.figures)
