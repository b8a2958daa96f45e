"""Which cells of a table answer a question: by measure, place and period, and what of it the table lacks."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.figures.choose import Fit, of_measures
from assistant.figures.grid import Cell, Grid
from assistant.figures.measures import Named
from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import SIGNS
from corpus.analysis import terms
from corpus.lugares import Lugar, Lugares

WHOLE = frozenset(terms("país Chile nacional total regiones resto"))


@dataclass(frozen=True)
class Selection:
    """The cells that a question asks for, in its order.

    ``lacking`` are periods asked for that the table has not, ``unlike`` those for which it has another span of the same
    year, ``elsewhere`` places that are no row of it, ``without`` rows that are left out. ``rows`` says that rows of places
    are asked for one by one.
    """

    fit: Fit
    cells: tuple[Cell, ...]
    lacking: tuple[Rango, ...] = ()
    unlike: tuple[Rango, ...] = ()
    elsewhere: tuple[Lugar, ...] = ()
    rows: bool = False
    without: tuple[str, ...] = ()

    @property
    def named(self) -> Named:
        """The measures meant."""
        return self.fit.named

    @property
    def grid(self) -> Grid:
        """The table."""
        return self.fit.grid

    @property
    def periods(self) -> tuple[Rango | None, ...]:
        """The periods of its cells, each once."""
        return tuple(dict.fromkeys(cell.column for cell in self.cells))

    @property
    def measures(self) -> tuple[tuple[str, ...], ...]:
        """The measures of its cells, each once."""
        return tuple(dict.fromkeys(cell.parts for cell in self.cells))


def select(asked: Asked, fit: Fit, lugares: Lugares) -> Selection:
    """The cells of the measures named, at the places and of the periods asked for."""
    grid = fit.grid
    cells = of_measures(grid, fit.named.measures)
    elsewhere: list[Lugar] = []
    rows = False
    if grid.places:
        chosen: list[Cell] = []
        for name in row_names(asked, grid, lugares, elsewhere):
            chosen += [cell for cell in cells if cell.place == name]
        rows = not chosen and not elsewhere and "region" in asked.breakdowns
        if rows:
            chosen = list(cells)
        cells = chosen or [cell for cell in cells if cell.total] or cells
    else:
        title = grid.title_stems
        elsewhere = [place for place in asked.places if not _in_title(asked, place, title, grid)]
    picked, lacking, unlike = of_periods(asked, cells)
    return Selection(
        fit=fit,
        cells=tuple(picked),
        lacking=tuple(lacking),
        unlike=tuple(unlike),
        elsewhere=tuple(elsewhere),
        rows=rows,
        without=tuple(name for name in grid.places if name in asked.without),
    )


def row_names(asked: Asked, grid: Grid, lugares: Lugares, elsewhere: list[Lugar]) -> list[str]:
    """The rows of places that a question names: by the gazetteer, or by all the words of a label ("Nivel Central")."""
    names: list[str] = []
    for place in asked.places:
        if place.nombre in asked.without and place.nombre in grid.places:
            continue
        row = place.nombre if place.nombre in grid.places else _region_of_that_name(place, grid)
        if row:
            names.append(row)
        else:
            elsewhere.append(place)
    labels = {name: set(terms(name)) for name in grid.places if name not in asked.without}
    names += [name for name, label in labels.items() if name not in names and label and label <= asked.fresh.keys()]
    if asked.part and not names and not elsewhere and not WHOLE & asked.fresh.keys():
        # "¿Los Ríos cuántos operativos hizo y a cuántas personas atendió?": of the row that another part names
        names += [name for name, label in labels.items() if label and label <= asked.meanings.keys()]
    return names


def _region_of_that_name(place: Lugar, grid: Grid) -> str | None:
    """The row of the region whose name begins with that of its comuna: "Arica" for "Arica y Parinacota"."""
    named = place.region is not None and set(terms(place.nombre)) < set(terms(place.region))
    return place.region if named and place.region in grid.places else None


def _in_title(asked: Asked, place: Lugar, title: frozenset[str], grid: Grid) -> bool:
    """Whether a table is about a place as a whole: its title or a measure names it, in any of its ways."""
    known = title | grid.label_stems
    stems = frozenset(terms(place.nombre))
    return bool(stems & known) or any(meant & stems and meant & known for meant in asked.meanings.values())


def of_periods(asked: Asked, cells: list[Cell]) -> tuple[list[Cell], list[Rango], list[Rango]]:
    """The cells of the periods asked for, the periods that there are not, and those of which another part is there."""
    dated = [c for c in cells if c.column is not None and not asked.left_years.issuperset(c.column.years)]
    whole = [cell for cell in cells if cell.column is None and not asked.left_years]
    if not asked.periods:
        if whole and (asked.operation is Operacion.SUMA or (asked.total and asked.operation is Operacion.VALOR)):
            return whole, [], []
        return dated + whole, [], []
    picked: list[Cell] = []
    lacking: list[Rango] = []
    unlike: list[Rango] = []
    for wanted in asked.periods:
        found = [c for c in dated if c.column and c.actual and (c.column.same(wanted) or c.actual.same(wanted))]
        found = [] if wanted.open_end else found
        found = found or [c for c in dated if c.column and c.column.within(wanted)]
        if not found:
            found = [c for c in dated if c.column and _other_part(wanted, c)]
            if found:
                unlike.append(wanted)
        if not found:
            lacking.append(wanted)
        picked += [cell for cell in found if cell not in picked]
    if not dated and whole:
        return whole, [], []
    if asked.total and asked.operation is Operacion.SERIE and len(picked) == len(dated):
        picked += whole  # "cada año desde 2022 y el total": that of all the periods there are
    return picked, lacking, unlike


def _other_part(wanted: Rango, cell: Cell) -> bool:
    """Whether a cell counts another part of the very year of which a part is asked for."""
    assert cell.column is not None
    assert cell.actual is not None
    if not wanted.within(cell.column) or wanted.same(cell.column):
        return False
    return cell.vague or not cell.actual.same(cell.column)


def complete(cell: Cell) -> bool:
    """Whether a cell counts the whole of the period over it."""
    return cell.column is not None and cell.actual is not None and cell.column.same(cell.actual) and not cell.vague


def like(one: Cell, other: Cell) -> bool:
    """Whether two cells may be set against each other: of one kind, and as many months."""
    if not of_one_kind(one, other) or one.vague or other.vague:
        return False
    if one.actual is None or other.actual is None:
        return one.actual is other.actual
    return one.actual.months == other.actual.months


def of_one_kind(one: Cell, other: Cell) -> bool:
    """Whether two cells have one unit; so have counts of one table that a question sets side by side."""
    return one.unit == other.unit or not {one.unit, other.unit} & set(SIGNS)


def of_places(grid: Grid, measure: tuple[str, ...], period: Rango | None) -> list[Cell]:
    """The cells of one measure and period for every place, without offices and totals."""
    return [c for c in grid.cells if c.parts == measure and c.column == period and c.known_place and not c.total]
