"""Shares and ratios of the cells of one table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import by_unit, compute, phrases
from assistant.figures.cells import Selection, of_one_kind
from assistant.figures.claims import computed
from assistant.figures.grid import Cell, Grid
from assistant.figures.measures import QUANTIFIERS, own_stems
from assistant.figures.question import Asked
from assistant.figures.rests import denied_words, denies, share_left
from assistant.figures.sides import no_people, part_and_whole
from assistant.figures.sums import partition
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import PEOPLE, Operand, meet, named, of_cell
from assistant.figures.worked import Operations, Worked, together
from corpus.analysis import terms
from corpus.numbers import format_number

# "Del país", "del total": of all places, not of one of those that are named.
OF_ALL_PLACES = re.compile(
    r"\b(?:del pais|en el pais|de todo el pais|del total(?! (?:de|entre) (?:l[oa]s|es[oa]s|amb[oa]s)\b)|nacional|de chile|a nivel pais|el pais)\b"
)
_FOR_EACH = re.compile(r"\b(?:por cada|for each|for every)\b")
_ASKED = re.compile(r"\b(?:cuant[oa]s?|how many)\b")
PAIR = 2
_PEOPLE = re.compile(r"\b(?:gente|personas?|people)\b")
_TOLD = re.compile(r"\b(\d[\d.]*) (\w{4,})")


class Shares(Operations):
    """Works out what part one cell is of another, and how much there is of one for each of the other."""

    def share(self, asked: Asked, selection: Selection) -> Worked | None:
        """What part one figure is of another: of the measure it is set against, of its total, or of all its like."""
        grid = selection.grid
        if any(cell.unit == "%" for cell in selection.cells):
            return None
        of_a_span = self._of_a_span(asked, selection)
        if of_a_span is not None:
            return together([of_a_span], self.what(selection))
        places = {cell.place for cell in selection.cells}
        if len(places) > 1 and None not in places and OF_ALL_PLACES.search(asked.line):
            return self.share_together(grid, selection.cells)
        work: list[Worked] = []
        overall = [c for c in grid.cells if c.column is None and c.parts in selection.measures and not c.place]
        all_periods = {c.column for c in grid.cells if c.column} <= set(selection.periods)
        together_only = overall and all_periods and len(selection.periods) > 1
        columns = (None,) if together_only else selection.periods
        by_period = [
            overall if period is None and overall else [c for c in selection.cells if c.column == period]
            for period in columns
        ]
        by_period = [_of_one_sort(asked, grid, cells) for cells in by_period]
        for cells in (one for these in by_period for one in alike_named(asked, these)):
            pair = self._part_and_whole(asked, selection, cells)
            if pair is None:
                continue
            part, whole = pair
            if isinstance(whole, Cell):
                if part.parts != whole.parts and _named_in_passing(asked, (part, whole)):
                    continue
                one, other = named([of_cell(part, grid), of_cell(whole, grid)])
                if one.value > other.value and "%" not in (one.unit, other.unit):
                    one, other = other, one  # what the question puts first need not be the whole
                if no_people(_stems(one), other):
                    continue
                if not cells[0].place and not part_and_whole(asked, _stems(one), _stems(other)):
                    continue
                if denies(asked.line) and meet(denied_words(asked), terms(one.concept)):
                    left = share_left(self.texts, other, [one])
                    work += [left] if left is not None else []
                    continue  # "¿qué porcentaje no fueron administrativas?"
                outcome = compute.share(one, other)
                text = outcome and self.say("parte", parte=one, todo=other, resultado=outcome)
            else:
                all_of_them = named([of_cell(cell, grid) for cell in whole])
                one = all_of_them[whole.index(part)]
                outcome = compute.share_of_sum(one, all_of_them)
                total = compute.total(all_of_them)
                names = [other.nombre for other in all_of_them]
                text = outcome and self.say(
                    "parte_de_suma", parte=one, resultado=outcome, suma=total.dicho, nombres=names
                )
                if outcome and text:
                    claim = computed(text, (outcome, total))
                    work.append(Worked((claim,), (outcome,), tuple(all_of_them)))
                    continue
            if outcome and text:
                work.append(Worked((computed(text, (outcome,)),), (outcome,), outcome.operands))
        return together(work, self.what(selection))

    def _of_a_span(self, asked: Asked, selection: Selection) -> Worked | None:
        """What part a year is of the years in which it lies: "¿qué porcentaje de las que hubo desde 2022 fue en 2023?"; None
        where a question names no year within others, or the cells are not of one measure."""
        spans = [one for one in asked.periods if one.open_end or len(one.years) > 1]
        years = [one for one in asked.periods if one not in spans]
        if len(spans) != 1 or len(years) != 1 or len(selection.measures) != 1:
            return None
        whole = [cell for cell in selection.cells if cell.column is not None and cell.column.within(spans[0])]
        part = [cell for cell in whole if cell.column is not None and cell.column.same(years[0])]
        if len(part) != 1 or len(whole) < PAIR or len({cell.column for cell in whole}) < len(whole):
            return None
        operands = named([of_cell(cell, selection.grid) for cell in whole])
        one = operands[whole.index(part[0])]
        outcome, total = compute.share_of_sum(one, operands), compute.total(operands)
        names = [other.nombre for other in operands]
        text = outcome and self.say("parte_de_suma", parte=one, resultado=outcome, suma=total.dicho, nombres=names)
        return Worked((computed(text, (outcome, total)),), (outcome,), tuple(operands)) if outcome and text else None

    def _part_and_whole(
        self, asked: Asked, selection: Selection, cells: list[Cell]
    ) -> tuple[Cell, Cell | list[Cell]] | None:
        grid = selection.grid
        if not cells:
            return None
        column = cells[0].column
        if grid.places and len(cells) == 1 and cells[0].place:
            whole = next((c for c in grid.cells if c.total and c.column == column and c.parts == cells[0].parts), None)
            return (cells[0], whole) if whole else None
        if len(cells) == 2 and of_one_kind(*cells) and (part := said_of_both(asked, cells)) is not None:
            return part, cells
        if len(cells) == 2 and of_one_kind(*cells) and told_apart(asked, cells):
            return whole_last(asked, cells)
        if len(cells) == 1 and selection.named.by_words:
            like_it = [
                c for c in grid.cells if c.column == column and c.unit == cells[0].unit and c.place == cells[0].place
            ]
            totals = [c for c in like_it if any(part.lower().startswith("total") for part in c.parts)]
            under = (c for c in like_it if cells[0].concept.startswith(f"{c.concept},"))
            totals = totals or list(under)  # the row that it is under
            if len(totals) == 1 and totals[0] is not cells[0]:
                return cells[0], totals[0]
            if not totals and partition(like_it) and not grid.places:
                return None if _named_in_passing(asked, like_it) else (cells[0], like_it)
            sorts = self._sorts(asked, cells[0], like_it)
            if not totals and sorts:
                return cells[0], sorts
            overall = [
                c for c in grid.cells if c.column is None and c.parts == cells[0].parts and c.place == cells[0].place
            ]
            if len(like_it) == 1 and len(overall) == 1 and column is not None:
                return cells[0], overall[0]
        return None

    @staticmethod
    def _sorts(asked: Asked, part: Cell, like_it: Sequence[Cell]) -> list[Cell]:
        """The sorts of one thing that a table counts apart and a question takes together: its temporary and permanent
        permits of those requested, where it calls the whole by what their labels share; none where that is not so."""
        for at in range(len(part.parts)):
            rest = part.parts[:at] + part.parts[at + 1 :]
            sorts = [c for c in like_it if len(c.parts) == len(part.parts) and c.parts[:at] + c.parts[at + 1 :] == rest]
            labels = [frozenset(terms(cell.parts[at])) for cell in sorts]
            shared = frozenset.intersection(*labels)
            whole = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
            own = frozenset(terms(part.parts[at])) - shared
            said = (asked.meanings.get(stem, frozenset({stem})) for stem in phrases.predicate(asked.line))
            if len(sorts) > 1 and shared & whole and any(meant & own for meant in said):
                return sorts
        return []

    def share_together(self, grid: Grid, cells: Sequence[Cell]) -> Worked | None:
        """What part some cells of one measure and period are together of the total that their table declares."""
        alike = {(cell.parts, cell.column) for cell in cells}
        whole = [c for c in grid.cells if c.total and (c.parts, c.column) in alike]
        if len(alike) != 1 or len(whole) != 1:
            return None
        *parts, total = named([of_cell(cell, grid) for cell in (*cells, whole[0])])
        added = compute.total(parts)
        both = replace(parts[0], value=added.value, written=added.dicho, nombre=" + ".join(one.nombre for one in parts))
        outcome = compute.share(both, total)
        text = outcome and self.say("parte", parte=both, todo=total, resultado=outcome)
        if outcome is None or not text:
            return None
        text_of_sum = self.say("suma", resultado=added, partes=parts, de=parts[0].period)
        claims = (computed(text, (outcome, added)), computed(text_of_sum, (added,)))
        return Worked(claims, (outcome, added), (*parts, total))

    def ratio(self, asked: Asked, selection: Selection) -> Worked | None:
        """One measure over another of the same row and period: what there is for each of the unit asked by."""
        grid = selection.grid
        if asked.per is None:
            return None
        pair = one_for_other(asked, selection)
        if pair is not None:
            one, other = named([of_cell(cell, grid) for cell in pair])
            outcome = compute.ratio(one, other)
            text = outcome and self.say("razon", sobre=one, bajo=other, resultado=outcome)
            if outcome is None or not text:
                return None
            return Worked((computed(text, (outcome,)), self.what(selection)), (outcome,), (one, other))
        meant = asked.meanings.get(asked.per, frozenset({asked.per}))
        found: list[Worked] = []
        overs = [c for c in selection.cells if not compute.unit_stems(c.unit) & meant]
        if not overs:
            rows = {(cell.row, cell.column) for cell in selection.cells}
            words = frozenset().union(*(m for stem, m in asked.meanings.items() if stem != asked.per))
            overs = [c for c in grid.cells if (c.row, c.column) in rows and words & set(terms(f"{c.concept} {c.unit}"))]
        for over in self._of_what_is_counted(asked, overs, grid):
            if compute.unit_stems(over.unit) & meant:
                continue
            beside = [c for c in selection.cells if c.column == over.column and c.place == over.place]
            beside += [c for c in grid.cells if c.row == over.row and c.column == over.column]
            under = next((c for c in beside if compute.unit_stems(c.unit) & meant), None)
            if under is None or over.unit == "%":
                continue
            those = phrases.those_told(asked.line)
            if those and not those & {over.value, under.value}:
                continue  # of others than "las 171"
            told = {n for n, noun in _TOLD.findall(asked.line) if asked.per in terms(noun)}
            if told and format_number(under.value) not in told | {n.replace(".", "") for n in told}:
                continue  # "se hicieron 70 jornadas": not of another table's 40
            one, other = named([of_cell(over, grid), of_cell(under, grid)])
            outcome = compute.ratio(one, other)
            if outcome:
                text = self.say("razon", sobre=one, bajo=other, resultado=outcome)
                found.append(Worked((computed(text, (outcome,)),), (outcome,), (one, other)))
        return together(found, self.what(selection))

    @staticmethod
    def _of_what_is_counted(asked: Asked, overs: Sequence[Cell], grid: Grid) -> list[Cell]:
        """Of the measures of a row those that a question counts: by the noun before "por", or people where it asks who came,
        be they another measure of that row. All of them where it says no such thing."""
        rows = {(cell.row, cell.column) for cell in overs}
        people = [cell for cell in grid.cells if (cell.row, cell.column) in rows and counts_people(cell.unit)]
        if by_unit.counts_comers(asked.line):
            return people
        noun = by_unit.counted_by(asked.line)
        named_so = [cell for cell in overs if noun & frozenset(terms(f"{cell.concept} {cell.unit}"))]
        return named_so or (people if PEOPLE & set(asked.heads) else []) or list(overs)


def _named_in_passing(asked: Asked, pair: Sequence[Cell]) -> bool:
    """Whether what a question makes the whole only narrows the labels of two measures, and neither counts it: of the
    expulsions, beside "recursos de reclamación de expulsiones"."""
    whole = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
    labels = [[stem for stem in terms(cell.concept) if stem not in QUANTIFIERS] for cell in pair]
    return any(meet(whole, label[1:]) for label in labels) and not any(meet(whole, label[:1]) for label in labels)


def _of_one_sort(asked: Asked, grid: Grid, cells: list[Cell]) -> list[Cell]:
    """Of the measures of one row of places those that a question makes the whole, where they count different things: of all
    the people attended, "18 operativos" are no part; each is a part of the total of its own column."""
    if len({cell.unit for cell in cells}) < PAIR or len({cell.row for cell in cells}) > 1 or not cells[0].place:
        return cells
    if not any(c.total and c.column == cells[0].column for c in grid.cells):
        return cells
    people = [cell for cell in cells if counts_people(cell.unit)] if _PEOPLE.search(asked.line) else []
    meant = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
    named_so = [cell for cell in cells if meet(meant, terms(f"{cell.concept} {cell.unit}"))]
    return (people or named_so or cells)[:1]


def alike_named(asked: Asked, cells: list[Cell]) -> list[list[Cell]]:
    """Two cells that a question does not tell apart, each alone; else all of them."""
    return [[cell] for cell in cells] if len(cells) == PAIR and not told_apart(asked, cells) else [cells]


def told_apart(asked: Asked, cells: Sequence[Cell]) -> bool:
    """Whether a question says of one of two cells what the label of the other has not; else it sets them not against each
    other."""
    one, other = (frozenset(terms(" ".join((*cell.parts, cell.concept)))) for cell in cells)
    return any(meant & (one ^ other) for meant in asked.meanings.values()) or cells[0].column != cells[1].column


def _stems(one: Operand) -> Operand:
    """A figure of a table with the stems of what it counts."""
    return replace(one, stems=frozenset(terms(f"{one.concept} {one.unit}")))


def said_of_both(asked: Asked, cells: Sequence[Cell]) -> Cell | None:
    """Which of two cells is asked of, where the whole is both: "de las administrativas y judiciales, ¿qué porcentaje fueron
    judiciales?"; None where the whole is one of them, or called otherwise."""
    own = [frozenset(terms(" ".join(cell.parts))) for cell in cells]
    apart = [own[0] - own[1], own[1] - own[0]]
    whole, said = phrases.before_predicate(asked.line), phrases.predicate(asked.line)
    asked_of = [cell for cell, stems in zip(cells, apart, strict=True) if stems & said]
    return asked_of[0] if len(asked_of) == 1 and all(stems & whole for stems in apart) else None


def one_for_other(asked: Asked, selection: Selection) -> tuple[Cell, Cell] | None:
    """Two measures of which one is asked for each of the other, which is named last: "protección por cada amparo"."""
    each = _FOR_EACH.search(asked.line)
    cells = selection.cells
    if each is None or len(cells) != len(selection.measures) or len(cells) != PAIR or not of_one_kind(*cells):
        return None
    own = own_stems(selection.grid)
    # "Por cada una que se pidió, ¿cuántas se resolvieron?": what is asked may come after the unit.
    unit = _ASKED.split(asked.line[each.end() :])[0]
    behind = {m for s in terms(unit) for m in asked.meanings.get(s, frozenset({s}))}
    one, other = cells
    one_own, other_own = set(own[one.parts]), set(own[other.parts])
    last = [bool(behind & mine) for mine in (one_own - other_own, other_own - one_own)]
    if last[0] == last[1]:
        return None
    return (other, one) if last[0] else (one, other)


def whole_last(asked: Asked, cells: Sequence[Cell]) -> tuple[Cell, Cell]:
    """Two cells as part and whole: "qué porcentaje de las A se B" makes A the whole, "A sobre B" makes it B."""

    def mentioned(cell: Cell) -> int:
        own = set(terms(" ".join(cell.parts)))
        return min((at for at, meant in enumerate(asked.meanings.values()) if meant & own), default=0)

    first, second = sorted(cells, key=mentioned)
    over = re.search(r"\b(?:sobre|respecto|of the total|over)\b|\w / \w", asked.line) is not None
    return (first, second) if over else (second, first)
