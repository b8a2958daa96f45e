"""Which of the figures that the last turns told a message means, and those that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.grid import Cell, Grid
from assistant.figures.over_told import PAIR, ToldOperand
from assistant.figures.periods import Rango, year_range
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import ToldInProse, counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, of_cell, proof, written
from assistant.values import Figure, Turn
from corpus.analysis import terms
from corpus.numbers import number_from_words

TWO = re.compile(r"\b(?:dos|ambos|ambas|both|two)\b")
_THREE = re.compile(r"\b(?:tres|three)\b")
_NEXT = re.compile(r"\b(?:siguiente|posterior|que (?:le )?sig\w+|next|following)\b|\bano despues\b|\byear after\b")
_BEFORE = re.compile(r"\b(?:anterior|previo|previous)\b|\bano (?:pasado|antes)\b|\byear before\b")
# "¿Y en cada uno de los tres años anteriores?"
MANY = re.compile(
    r"\b(?P<many>dos|tres|cuatro|cinco|seis|[2-6]) (?:anos? )?(?P<way>anteriores|previos|siguientes|posteriores|que (?:le )?sig\w+)\b"
)
# "¿Y los años que siguen, hasta 2024?": all that come after the one told, or up to one.
ALL_AFTER = re.compile(
    r"\banos (?:siguientes|posteriores|que (?:le |les )?(?:siguen|siguieron|vienen despues|vinieron(?: despues)?)|de despues)\b"
    r"(?:[^?]*?\b(?:hasta|al) (?:el )?(?:ano )?(?P<end>20\d\d)\b)?"
)


@dataclass(frozen=True)
class ToldOperands:
    """Finds the figures that were told, over the tables and passages of one index."""

    grids: tuple[Grid, ...]
    prose: ProseFigures
    elsewhere: ToldInProse

    def meant(
        self, turns: Sequence[Turn], operation: Operacion, line: str, *, unlike: bool = False
    ) -> list[ToldOperand]:
        """The figures that are meant: all that the last turn told, or the one of each turn back to one that told another
        thing (``unlike`` takes those too), as many as the message says or the operation takes."""
        stated = stated_in(turns[-1])
        if not stated:
            return []
        adds = operation in (Operacion.SUMA, Operacion.PROMEDIO) and not TWO.search(line)
        if len(stated) > 1:
            together = [self.as_operand(figure) for figure in stated]
            return self.with_those_before(together, turns[:-1]) if adds else together
        most = 3 if _THREE.search(line) else len(turns) if adds else PAIR
        found = [self.as_operand(stated[0])]
        for turn in reversed(turns[:-1]):
            before = stated_in(turn)
            one = self._like(before, found[0].operand, unlike=unlike or operation is Operacion.RAZON)
            one = one or self._beside(turn, found[0].operand)
            if one is not None and operation is not Operacion.RAZON:
                one, found[0] = _of_one_table(one, found[0])
            alike = one is not None and (one.operand.unit == stated[0].unit or operation is Operacion.RAZON or unlike)
            if len(found) >= most or one is None or not alike:
                break
            if not any(_same(one.operand, other.operand) for other in found):
                found.insert(0, one)
        return found

    def with_those_before(self, told: Sequence[ToldOperand], turns: Sequence[Turn]) -> list[ToldOperand]:
        """Figures of one row or column of a table that the last turn told together, after those of it that the turns
        before told: "¿cuántos en Arica?", "¿y en Tarapacá y Antofagasta?"; alone where they are of no one row or column."""
        found = list(told)
        for turn in reversed(turns):
            there = [self.as_operand(figure) for figure in stated_in(turn)]
            more = [one for one in there if all(one.cell is not other.cell for other in found)]
            if not there or any(figure.computed for figure in turn.figures) or not _in_line([*more, *found]):
                break
            found = [*more, *found]
        return found

    def _like(self, told: Sequence[Figure], one: Operand, *, unlike: bool) -> ToldOperand | None:
        """The only figure that a turn told; of several, the one of the very period (and unit) of another, or of its
        sentence; where any unit is meant, the one told beside that other. None where several are."""
        told = [figure for figure in told if not (unlike and _told_as(figure, one))] or told
        if len(told) < PAIR:
            return self.as_operand(told[0]) if told else None
        alike = [figure for figure in told if figure.period == one.period and (unlike or figure.unit == one.unit)]
        beside = [figure for figure in alike if figure.spans[:1] == one.spans[:1]]
        chosen = beside if len(alike) > 1 else alike
        return self.as_operand(chosen[0]) if len(chosen) == 1 else None

    def as_operand(self, figure: Figure) -> ToldOperand:
        """A figure told as an operand, with its cell where it stands in a table."""
        for grid in self.grids:
            for cell in grid.cells:
                if _is(cell, grid, figure):
                    return ToldOperand(of_cell(cell, grid), cell, grid)
        stated = self.prose.stated(figure)
        if stated is not None:
            return ToldOperand(stated)
        value = written(figure.value, figure.unit if figure.unit in ("%", "$", "M$") else "")
        return ToldOperand(
            Operand(figure.value, value, figure.unit, figure.concept, figure.period, None, None, figure.spans)
        )

    def _beside(self, turn: Turn, one: Operand) -> ToldOperand | None:
        """The one other figure of its unit in the sentence of a figure, where a turn before told that sentence."""
        there = [other for _, other in self.prose.told(turn.record_ids)]
        same = [o for o in there if o.spans[:1] == one.spans[:1] and o.unit == one.unit and o.value != one.value]
        return ToldOperand(same[0]) if len(same) == 1 else None

    def counted_of(self, asked: Asked, turns: Sequence[Turn], own: str) -> list[ToldOperand]:
        """What a message counts of each of the figures told, beside it in its sentence: the people who went to N talks and
        M courses ("¿cuántos asistentes suman las dos cosas?"); none where one of them has none."""
        told = [one.operand for one in self.meant(turns, Operacion.SUMA, own, unlike=True)]
        found = [one for one in (self.elsewhere.counted_with(asked, one) for one in told) if one is not None]
        if len(found) < len(told) or len(found) < PAIR:
            return []
        return [ToldOperand(replace(one, unit=found[0].unit)) for one in found]

    def of_one_sentence(self, turns: Sequence[Turn], own: str) -> list[ToldOperand]:
        """The figures told one by one that one sentence counts side by side, though of other things: "24.214 partes y 20.009
        informes"; the last one alone where they stand apart."""
        told = self.meant(turns, Operacion.SUMA, own, unlike=True)
        beside = [one for one in told if one.cell is None and one.operand.spans[:1] == told[-1].operand.spans[:1]]
        money = any(one.operand.unit in ("%", *SIGNS) for one in beside)
        if len(beside) < PAIR or len(beside) < len(told) or money:
            return told[-1:]
        return [ToldOperand(replace(one.operand, unit="")) for one in beside]

    def with_its_own(self, told: Sequence[ToldOperand], per: str | None) -> list[ToldOperand]:
        """A thing and the people of it, where a sentence counts both of several ("70 jornadas con 2.806 personas, y 171 charlas
        que convocaron a 5.205") and those told are of two of them; as they were told elsewhere."""
        under = [one for one in told if per and per in terms(f"{one.operand.concept} {one.operand.unit}")]
        over = [one for one in told if one not in under]
        if len(under) != 1 or len(over) != 1 or under[0].operand.spans[:1] != over[0].operand.spans[:1]:
            return list(told)
        found = self.prose.within(under[0].operand.spans[0])
        there = sorted((one for one in found if one.at is not None), key=lambda one: one.at.start if one.at else 0)
        at = next((at for at, one in enumerate(there) if one.at == under[0].operand.at), None)
        if at is None or not counts_people(over[0].operand.unit or over[0].operand.concept):
            return list(told)
        at += -1 if counts_people(there[0].unit or there[0].concept) else 1
        own = there[at] if 0 <= at < len(there) else None
        fits = own is not None and own.unit != "%" and counts_people(own.unit or own.concept)
        return [ToldOperand(own), under[0]] if own is not None and fits else list(told)

    @staticmethod
    def counted_in_row(asked: Asked, told: ToldOperand) -> list[ToldOperand]:
        """A figure of a table after what a message counts of its row: "8 charlas", "¿cuántos asistentes por cada una?"; none
        where the row counts no such thing, or several."""
        grid, one = told.grid, told.cell
        if grid is None or one is None:
            return []
        row = [cell for cell in grid.cells if (cell.place, cell.column) == (one.place, one.column) and cell is not one]
        meant = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads))
        of_people = bool(PEOPLE & set(asked.heads))
        found = [c for c in row if meet(meant, frozenset(terms(c.unit))) or (of_people and counts_people(c.unit))]
        return [ToldOperand(of_cell(found[0], grid), found[0], grid), told] if len(found) == 1 else []

    @staticmethod
    def of_all_years(told: ToldOperand) -> list[ToldOperand]:
        """A figure of a table and the same of each other time there; alone where it stands in a sentence."""
        grid, one = told.grid, told.cell
        if grid is None or one is None:
            return [told]
        same = [cell for cell in grid.cells if (cell.parts, cell.place) == (one.parts, one.place)]
        return [ToldOperand(of_cell(cell, grid), cell, grid) for cell in same]

    def years_beside(self, line: str, last: Turn) -> list[ToldOperand] | None:
        """The figure of the year before or after the one told, where a message says so; None where it says no such thing."""
        step = 1 if _NEXT.search(line) else -1 if _BEFORE.search(line) else 0
        if not step:
            return None
        stated = stated_in(last)
        told = self.as_operand(stated[0]) if len(stated) == 1 else None
        if told is None or told.cell is None or told.grid is None or not _whole_year(told.cell):
            return []
        year = year_range(told.cell.column.year + step) if told.cell.column else None
        there = [
            cell
            for cell in told.grid.cells
            if (cell.parts, cell.place) == (told.cell.parts, told.cell.place) and cell.column == year
        ]
        return [ToldOperand(of_cell(cell, told.grid), cell, told.grid) for cell in there[:1]]

    def _all_after(self, last: Turn, end: int | None) -> tuple[Rango, ...]:
        """The times after the one told that its table counts, up to the end of a year."""
        stated = stated_in(last)
        told = self.as_operand(stated[0]) if len(stated) == 1 else None
        if told is None or told.grid is None or told.cell is None or told.cell.column is None:
            return ()
        row = [one.cell.column for one in self.of_all_years(told) if one.cell is not None]
        after = [one for one in row if one is not None and one.first > told.cell.column.last]
        return tuple(sorted((one for one in after if end is None or one.year <= end), key=lambda one: one.first))

    def many_beside(self, line: str, last: Turn) -> tuple[Rango, ...]:
        """The years before or after the one told, as many as a message says: "¿y en los tres años anteriores?"; all that a
        table has after it, where it says so: "¿y los años siguientes?"."""
        asked = MANY.search(line)
        if asked is None and (after := ALL_AFTER.search(line)) is not None:
            return self._all_after(last, int(after["end"]) if after["end"] else None)
        stated = stated_in(last)
        told = self.as_operand(stated[0]) if len(stated) == 1 and asked is not None else None
        read = number_from_words([asked["many"]]) if asked is not None else None
        if asked is None or told is None or read is None or told.cell is None or not _whole_year(told.cell):
            return ()
        year = told.cell.column.year if told.cell.column is not None else 0
        many = range(1, int(read[0]) + 1)
        later = asked["way"].startswith(("sig", "post", "que"))
        return tuple(year_range(year + (one if later else -one)) for one in (many if later else reversed(many)))


def stated_in(turn: Turn) -> list[Figure]:
    """The figures that a turn told as its documents state them, each once."""
    return list(dict.fromkeys(figure for figure in turn.figures if not figure.computed))


def _whole_year(cell: Cell) -> bool:
    """Whether a cell is of one year."""
    return cell.column is not None and cell.column.whole_years() and len(cell.column.years) == 1


def _is(cell: Cell, grid: Grid, figure: Figure) -> bool:
    """Whether a figure is that of a cell."""
    return (
        cell.value == figure.value
        and cell.concept == figure.concept
        and cell.period == figure.period
        and ((cell.place,) if cell.place else ()) == figure.breakdown
        and figure.spans[:1] == proof(cell, grid)[:1]
    )


def _in_line(told: Sequence[ToldOperand]) -> bool:
    """Whether figures are of one measure of one table, at several places of one time or at several times of one place."""
    cells = [one.cell for one in told if one.cell is not None and one.grid is told[0].grid]
    if len(cells) < len(told) or len({cell.parts for cell in cells}) > 1:
        return False
    places, times = {cell.place for cell in cells}, {cell.column for cell in cells}
    return (len(times) == 1 and len(places) == len(cells)) or (len(places) == 1 and len(times) == len(cells))


def _of_one_table(one: ToldOperand, other: ToldOperand) -> tuple[ToldOperand, ToldOperand]:
    """Two figures told, each as the cell that says the very same of its time in the table of the other, where a sentence
    told it: "105 personas reconocidas", beside the 201 of the row of 2023."""
    return _in_table(one, other) or one, _in_table(other, one) or other


def _in_table(said: ToldOperand, told: ToldOperand) -> ToldOperand | None:
    """The cell of the table of a figure that says of its time what a sentence said; None where that stands in a table, or
    no cell says the same."""
    grid, cell, own = told.grid, told.cell, said.operand
    if said.cell is not None or cell is None or grid is None or own.bound or cell.unit == "%":
        return None
    row = (one for one in grid.cells if (one.parts, one.place) == (cell.parts, cell.place) and one is not cell)
    same = [one for one in row if one.value == own.value and one.actual is not None and one.period == own.period]
    return ToldOperand(of_cell(same[0], grid), same[0], grid) if len(same) == 1 else None


def _told_as(figure: Figure, one: Operand) -> bool:
    """Whether a figure told is a certain one."""
    return (figure.value, figure.concept, figure.period) == (one.value, one.concept, one.period)


def _same(one: Operand, other: Operand) -> bool:
    return one.value == other.value and one.spans == other.spans and one.concept == other.concept
