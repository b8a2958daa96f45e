"""What a message asks of the figures just told: something worked out of them, or the same of another time, place or row.

Such a message names nothing of its own ("¿cuánto suman?", "Maule"), so that it is read off what was told, not searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.figures import phrases
from assistant.figures.cells import Selection, of_periods, row_names
from assistant.figures.choose import Fit
from assistant.figures.drafts import Drafts
from assistant.figures.first_told import FirstTold
from assistant.figures.grid import Cell, Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.measures import Measure, Named, is_total
from assistant.figures.over_told import OverTold, ToldOperand
from assistant.figures.part_told import PartOfTold
from assistant.figures.periods import Rango, year_range
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.ranked_told import RankedTold
from assistant.figures.reading import as_read
from assistant.figures.told_in_prose import ToldInProse, counts_people
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet, of_cell, proof, written
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Answer, Draft, Figure, Kind, Query, Turn
from corpus.analysis import terms, words
from corpus.lugares import Lugar, Lugares
from corpus.numbers import ORDINALS, number_from_words, ordinal

PLAIN = (Operacion.VALOR, Operacion.SERIE)
RANKING = (Operacion.MAXIMO, Operacion.MINIMO, Operacion.ORDEN, Operacion.CONTEO, Operacion.TABLA)
NOT_STATED = (Operacion.SUMA, Operacion.PARTE, Operacion.RAZON)
"""What is worked out of what was told, and not found in a text as "el promedio del país" may be."""
MAX_WORDS = 12
PAIR = 2
_TWO = re.compile(r"\b(?:dos|ambos|ambas|both|two)\b")
_THREE = re.compile(r"\b(?:tres|three)\b")
_EACH = re.compile(r"\b(?:(?:por|para|a) )?cada (?:un[oa]|cual)\b|\bper capita\b|\bpor (?:cabeza|persona)\b|\beach\b")
_TOTAL = re.compile(r"\btotal\b")
_NEXT = re.compile(r"\b(?:siguiente|posterior|que (?:le )?sig\w+|next|following)\b|\bano despues\b|\byear after\b")
_BEFORE = re.compile(r"\b(?:anterior|previo|previous)\b|\bano (?:pasado|antes)\b|\byear before\b")
# "¿Y en cada uno de los tres años anteriores?"
_MANY = re.compile(
    r"\b(?P<many>dos|tres|cuatro|cinco|seis|[2-6]) (?:anos? )?(?P<way>anteriores|previos|siguientes|posteriores|que (?:le )?sig\w+)\b"
)
_PLACE = re.compile(rf"\b(?:el|la|del) (?P<at>(?:{'|'.join(ORDINALS)}|ultim)[oa]?)\b")
_TIMES = re.compile(r"\b(?:cuantas veces|que tantas veces|how many times)\b")


@dataclass(frozen=True)
class TellsOn:
    """Goes on with the figures that the last turns told, over the tables and passages of one index."""

    grids: tuple[Grid, ...]
    prose: ProseFigures
    words: FigureWords
    lugares: Lugares
    drafts: Drafts
    texts: Texts
    elsewhere: ToldInProse

    def answer(self, query: Query, going_on: Query, turns: Sequence[Turn]) -> Draft | None:
        """The draft of a message that goes on with figures just told; None where it names what it is of, or none was told.

        ``query`` is the message as it reads alone, ``going_on`` as it reads after the turns before.
        """
        last = turns[-1] if turns else None
        own = query.propias
        if last is None or query.kind is not Kind.PASAJE or query.documentos or query.medidas or query.filtros.numeros:
            return None
        if len(words(own)) > MAX_WORDS or self.words.has("operacion.tabla", own):
            return None
        line = self.words.cues.strip("contado.remite", _MANY.sub(" ", own))
        alone = query.model_copy(update={"pregunta": line, "texto": line, "resto": line, "seguimiento": False})
        asked = read(alone, self.words, self.lugares)
        beside = self._years_beside(own, last)
        if beside and beside[0].cell is not None and beside[0].cell.column is not None and not asked.periods:
            year = replace(asked, periods=(beside[0].cell.column,))
        else:
            year = asked
        many = self._many_beside(own, last)
        year = replace(asked, periods=many) if many else year
        draft = self._worked(asked, own, turns) if not many else None
        if draft is None and (many or self._operation(own, last) is None):
            draft = self._moved(year, last)
        if draft is None and not many and not _was_computed(last):
            draft = RankedTold(self.texts, self.drafts).find(asked, own, [self._operand(one) for one in _stated(last)])
        if draft is None:
            return None
        update = {"seguimiento": True, "arrastre": f"«{last.question}»"}
        lectura = as_read(going_on.model_copy(update=update), asked, draft)
        return draft.model_copy(update={"lectura": lectura, "record_ids": draft.record_ids or last.record_ids})

    def of_the_first(self, question: str, turns: tuple[Turn, ...]) -> tuple[str, tuple[Turn, ...]]:
        """A message and the turns before it, where it points at what came first in the last answer as if that had been told
        alone."""
        meant = FirstTold(self.words, self.lugares).meant(question, turns[-1]) if turns else None
        return (question, turns) if meant is None else (meant[0], (*turns[:-1], meant[1]))

    @cached_property
    def part(self) -> PartOfTold:
        """Finds answers that only tell again what was told."""
        return PartOfTold(self.texts, self.words, self.lugares, self.drafts.store.quote)

    def only_works(self, alone: Query, last: Turn) -> bool:
        """Whether a message says no more than how what was told is to be set together: "¿qué porcentaje es del total?"."""
        asked = read(alone, self.words, self.lugares)
        named = (
            {*asked.content, *asked.heads} - asked.paid - PEOPLE or asked.places or asked.periods or asked.breakdowns
        )
        brief = len(words(alone.propias)) <= MAX_WORDS
        return brief and not named and bool(last.figures) and self._operation(alone.propias, last) in NOT_STATED

    def names_nothing(self, alone: Query) -> bool:
        """Whether a message names neither a thing nor a place of its own: "dame el dato año por año desde 2019"."""
        asked = read(alone, self.words, self.lugares)
        return not asked.content and not asked.places

    def names_only_a_place(self, alone: Query) -> bool:
        """Whether a message names a place and nothing that could be counted: "¿y en Macul?"."""
        asked = read(alone, self.words, self.lugares)
        return not asked.content and bool(asked.places)

    def leading(self, query: Query, answer: Answer) -> tuple[Figure, ...]:
        """The figures that an answer tells; where it tells a sentence or a line, the one that stands in that."""
        if answer.figures or answer.abstained or not answer.citations or query.kind is not Kind.PASAJE:
            return answer.figures
        one = self.elsewhere.leading(answer.citations[0].span)
        return () if one is None else (one.figure(),)

    def _worked(self, asked: Asked, own: str, turns: Sequence[Turn]) -> Draft | None:
        """What is worked out of the figures of the last turns, where a message names nothing but how."""
        operation = self._operation(own, turns[-1])
        if operation is None or asked.places or asked.periods or asked.breakdowns:
            return None
        if operation is Operacion.PARTE and len(_stated(turns[-1])) > 1 and _was_computed(turns[-1]):
            return self.drafts.worked(self._part_of_sum(own, turns[-1]))
        if operation is Operacion.SUMA and asked.heads:
            counted = self._counted_of(asked, turns, own)
            if counted:
                return self.drafts.worked(OverTold(self.texts, self.drafts.cells).work(operation, counted))
        if set(asked.content) - asked.paid - {phrases.per(own)}:
            return None
        beside = self._years_beside(own, turns[-1])
        if beside is not None:
            if operation not in (Operacion.DIFERENCIA, Operacion.CAMBIO):
                return None
            told = [self._operand(_stated(turns[-1])[0]), *beside]
        else:
            told = self._operands(turns, operation, own) or []
            told = self._of_one_sentence(turns, own) if operation is Operacion.SUMA and len(told) == 1 else told
            if len(_stated(turns[-1])) == 1 and self._over_time(own):
                told = self._of_all_years(told[-1])
        return self.drafts.worked(OverTold(self.texts, self.drafts.cells).work(operation, told))

    def _part_of_sum(self, line: str, last: Turn) -> Worked | None:
        """What part of a sum just told the one is that a message means by its place: "¿qué porcentaje es la primera?"."""
        place = _PLACE.search(line)
        parts = [self._operand(figure).operand for figure in _stated(last)]
        at = -1 if place and place["at"].startswith("ultim") else ordinal(place["at"]) - 1 if place else len(parts)
        summed = any(figure.concept.startswith("suma:") for figure in last.figures)
        return OverTold(self.texts, self.drafts.cells).share_of_sum(parts, at) if summed and at < len(parts) else None

    def _counted_of(self, asked: Asked, turns: Sequence[Turn], own: str) -> list[ToldOperand]:
        """What a message counts of each of the figures told, beside it in its sentence: the people who went to N talks and
        M courses ("¿cuántos asistentes suman las dos cosas?"); none where one of them has none."""
        told = [one.operand for one in self._operands(turns, Operacion.SUMA, own, unlike=True)]
        found = [one for one in (self.elsewhere.counted_with(asked, one) for one in told) if one is not None]
        if len(found) < len(told) or len(found) < PAIR:
            return []
        return [ToldOperand(replace(one, unit=found[0].unit)) for one in found]

    def _of_one_sentence(self, turns: Sequence[Turn], own: str) -> list[ToldOperand]:
        """The figures told one by one that one sentence counts side by side, though of other things: "24.214 partes y 20.009
        informes"; the last one alone where they stand apart."""
        told = self._operands(turns, Operacion.SUMA, own, unlike=True)
        beside = [one for one in told if one.cell is None and one.operand.spans[:1] == told[-1].operand.spans[:1]]
        money = any(one.operand.unit in ("%", *SIGNS) for one in beside)
        if len(beside) < PAIR or len(beside) < len(told) or money:
            return told[-1:]
        return [ToldOperand(replace(one.operand, unit="")) for one in beside]

    def _over_time(self, line: str) -> bool:
        """Whether a message wants all years: "¿y los demás años?", "año por año"."""
        return self.words.has("operacion.serie", line)

    @staticmethod
    def _of_all_years(told: ToldOperand) -> list[ToldOperand]:
        """A figure of a table and the same of each other time there; alone where it stands in a sentence."""
        grid, one = told.grid, told.cell
        if grid is None or one is None:
            return [told]
        same = [cell for cell in grid.cells if (cell.parts, cell.place) == (one.parts, one.place)]
        return [ToldOperand(of_cell(cell, grid), cell, grid) for cell in same]

    def _operation(self, line: str, last: Turn) -> Operacion | None:
        """How figures just told are to be set together."""

        def has(name: str) -> bool:
            return self.words.has(f"operacion.{name}", line)

        if _TIMES.search(line):
            return Operacion.VECES
        if _EACH.search(line) or phrases.per(line):
            return Operacion.RAZON
        if has("diferencia") or has("cambio"):
            return Operacion.CAMBIO if has("porcentaje") else Operacion.DIFERENCIA
        if has("promedio"):
            return Operacion.PROMEDIO
        if (has("suma") and not has("porcentaje")) or (_TWO.search(line) and _TOTAL.search(line)):
            return Operacion.SUMA
        if has("porcentaje"):
            apart = any(figure.concept.startswith(("diferencia:", "variación")) for figure in last.figures)
            return Operacion.CAMBIO if apart else Operacion.PARTE
        return None

    def _years_beside(self, line: str, last: Turn) -> list[ToldOperand] | None:
        """The figure of the year before or after the one told, where a message says so; None where it says no such thing."""
        step = 1 if _NEXT.search(line) else -1 if _BEFORE.search(line) else 0
        if not step:
            return None
        stated = _stated(last)
        told = self._operand(stated[0]) if len(stated) == 1 else None
        if told is None or told.cell is None or told.grid is None or not _whole_year(told.cell):
            return []
        year = year_range(told.cell.column.year + step) if told.cell.column else None
        there = [
            cell
            for cell in told.grid.cells
            if (cell.parts, cell.place) == (told.cell.parts, told.cell.place) and cell.column == year
        ]
        return [ToldOperand(of_cell(cell, told.grid), cell, told.grid) for cell in there[:1]]

    def _many_beside(self, line: str, last: Turn) -> tuple[Rango, ...]:
        """The years before or after the one told, as many as a message says: "¿y en los tres años anteriores?"."""
        asked = _MANY.search(line)
        stated = _stated(last)
        told = self._operand(stated[0]) if len(stated) == 1 and asked is not None else None
        read = number_from_words([asked["many"]]) if asked is not None else None
        if asked is None or told is None or read is None or told.cell is None or not _whole_year(told.cell):
            return ()
        year = told.cell.column.year if told.cell.column is not None else 0
        many = range(1, int(read[0]) + 1)
        later = asked["way"].startswith(("sig", "post", "que"))
        return tuple(year_range(year + (one if later else -one)) for one in (many if later else reversed(many)))

    def _operands(
        self, turns: Sequence[Turn], operation: Operacion, line: str, *, unlike: bool = False
    ) -> list[ToldOperand]:
        """The figures that are meant: all that the last turn told, or the one of each turn back to one that told another
        thing (``unlike`` takes those too), as many as the message says or the operation takes."""
        stated = _stated(turns[-1])
        if not stated:
            return []
        if len(stated) > 1:
            return [self._operand(figure) for figure in stated]
        adds = operation in (Operacion.SUMA, Operacion.PROMEDIO) and not _TWO.search(line)
        most = 3 if _THREE.search(line) else len(turns) if adds else PAIR
        found = [self._operand(stated[0])]
        for turn in reversed(turns[:-1]):
            before = _stated(turn)
            one = self._like(before, found[0].operand, unlike=unlike or operation is Operacion.RAZON)
            one = one or self._beside(turn, found[0].operand)
            alike = one is not None and (one.operand.unit == stated[0].unit or operation is Operacion.RAZON or unlike)
            if len(found) >= most or one is None or not alike:
                break
            if not any(_same(one.operand, other.operand) for other in found):
                found.insert(0, one)
        return found

    def _like(self, told: Sequence[Figure], one: Operand, *, unlike: bool) -> ToldOperand | None:
        """The only figure that a turn told; of several, the one of the very period (and unit) of another, or of its
        sentence; None where several are."""
        if len(told) < PAIR:
            return self._operand(told[0]) if told else None
        alike = [figure for figure in told if figure.period == one.period and (unlike or figure.unit == one.unit)]
        beside = [figure for figure in alike if figure.spans[:1] == one.spans[:1]]
        chosen = beside if len(alike) > 1 else alike
        return self._operand(chosen[0]) if len(chosen) == 1 else None

    def _operand(self, figure: Figure) -> ToldOperand:
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

    def _moved(self, asked: Asked, last: Turn) -> Draft | None:
        """The same figure of another period, place or row of its table."""
        before = read(last.query, self.words, self.lugares).operation
        figures = _stated(last)
        if asked.operation not in PLAIN or not figures or _was_computed(last) or asked.breakdowns:
            return None
        if before in RANKING or (phrases.counts_unnamed(asked.line) and {one.unit for one in figures} & set(SIGNS)):
            return None  # "¿y cuántas se hicieron en 2025?", after what they cost
        told = [self._operand(figure) for figure in figures]
        over_time = self._over_time(asked.line)
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
        if elsewhere or len(places) > 1 or not (names or asked.periods or asked.content or all_years):
            return None
        people = self._people(grid) if PEOPLE & set(asked.heads) else []
        if people and not set(people) & set(measures):
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


def _stated(turn: Turn) -> list[Figure]:
    """The figures that a turn told as its documents state them, each once."""
    return list(dict.fromkeys(figure for figure in turn.figures if not figure.computed))


def _whole_year(cell: Cell) -> bool:
    """Whether a cell is of one year."""
    return cell.column is not None and cell.column.whole_years() and len(cell.column.years) == 1


def _was_computed(turn: Turn) -> bool:
    """Whether a turn told something worked out of several figures; a check of one figure is not."""
    return any(figure.computed and len(figure.operands) > 1 for figure in turn.figures)


def _is(cell: Cell, grid: Grid, figure: Figure) -> bool:
    """Whether a figure is that of a cell."""
    return (
        cell.value == figure.value
        and cell.concept == figure.concept
        and cell.period == figure.period
        and ((cell.place,) if cell.place else ()) == figure.breakdown
        and figure.spans[:1] == proof(cell, grid)[:1]
    )


def _same(one: Operand, other: Operand) -> bool:
    return one.value == other.value and one.spans == other.spans and one.concept == other.concept
