"""What a message asks of the figures just told: something worked out of them, or the same of another time, place or row.

Such a message names nothing of its own ("¿cuánto suman?", "Maule"), so that it is read off what was told, not searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.figures import by_unit
from assistant.figures.drafts import Drafts
from assistant.figures.first_told import FirstTold
from assistant.figures.grid import Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.moved import MovedFigures, was_computed
from assistant.figures.outcome_told import OutcomeTold, came_of_it
from assistant.figures.over_told import PAIR, OverTold, ToldOperand
from assistant.figures.part_told import PartOfTold
from assistant.figures.pointed_told import NOTHING, PointedTold, more_than_told, points
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.ranked_told import RankedTold
from assistant.figures.ratio_moved import RatioMoved
from assistant.figures.reading import as_read
from assistant.figures.rests import affirms, share_left
from assistant.figures.sentences_beside import with_sentences
from assistant.figures.share_told import ENDS, ShareTold
from assistant.figures.told_in_prose import ToldInProse, counts_people
from assistant.figures.told_operands import ALL_AFTER, MANY, TWO, ToldOperands, stated_in
from assistant.figures.values import PEOPLE, SIGNS, meet
from assistant.figures.worked import Worked
from assistant.not_found import not_found
from assistant.texts import Texts
from assistant.values import AT_INGESTION, Answer, Draft, Figure, Kind, Query, Turn
from corpus.analysis import fold, terms, words
from corpus.lugares import Lugares
from corpus.numbers import parse_number

NOT_STATED = (Operacion.SUMA, Operacion.PARTE, Operacion.RAZON)
"""What is worked out of what was told, and not found in a text as "el promedio del país" may be."""
_HOW_MUCH = re.compile(r"\bcuant[oa]s?\b")
GAP = frozenset(terms("diferencia brecha distancia suma suman"))
APART = (Operacion.DIFERENCIA, Operacion.CAMBIO)
MAX_WORDS = 12
MAX_POINTING = 18
# "Año a año, entre 2022 y 2024": all the years between, though "y" ties on as well.
_BETWEEN_YEARS = re.compile(r"\b(?:entre|de|desde) (?:el )?(20\d\d) [ye] (?:el )?(20\d\d)\b")
# "Dámelas por año, mejor": said of how it is wanted.
_RATHER = re.compile(r",? mejor\W*$|^\W*(?:da|muestra|di|pon)(?:me|nos)l[aoe]s?\b")
# "En cada uno de los años" is over time, and nothing is parted.
_EACH = re.compile(
    r"\b(?:(?:por|para|a) )?cada (?:un[oa]|cual)\b(?! de (?:l|es|est)[oa]s (?:\w+ )?(?:anos|meses|periodos|trimestres|semestres)\b)"
    r"|\bper capita\b|\bpor (?:cabeza|persona)\b|\beach\b"
)
_PERCENT = re.compile(r"\b(?:porcentaje|por ciento|proporcion)\b|%")
_OF_THOSE = re.compile(r"\b(?:de|entre) (?:ell|es|est|aquell)[oa]s\b")
_TOTAL = re.compile(r"\btotal\b")
# "En esos 31", "de esas 62": as many as were told.
_THOSE_MANY = re.compile(r"\b(?:es[oa]s|est[oa]s|dich[oa]s|aquell[oa]s) (?P<many>\d[\d.]*\d|\d)(?![\d%])")
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
        if last is None or query.documentos or query.medidas:
            return None
        several = points(own)
        if not (several and not last.medidas) and (query.kind is not Kind.PASAJE or query.filtros.numeros):
            return None  # "la primera" of two figures is no medida
        if len(words(own)) > (MAX_POINTING if several else MAX_WORDS) or self.words.has("operacion.tabla", own):
            return None
        spanned = _BETWEEN_YEARS.sub(r"\1-\2", own) if self._over_time(own) else own
        line = self.words.cues.strip("contado.remite", ALL_AFTER.sub(" ", MANY.sub(" ", _RATHER.sub("", spanned))))
        alone = query.model_copy(update={"pregunta": line, "texto": line, "resto": line, "seguimiento": False})
        asked = read(alone, self.words, self.lugares)
        beside = self.operands.years_beside(own, last)
        if beside and beside[0].cell is not None and beside[0].cell.column is not None and not asked.periods:
            year = replace(asked, periods=(beside[0].cell.column,))
        else:
            year = asked
        pointed = self.pointed.find(asked, self._operation(own, last), own, turns)
        if pointed is NOTHING:
            return not_found(going_on, self.texts).model_copy(update={"lectura": going_on})
        if pointed is not None:
            return self._going_on(self.drafts.worked(pointed), asked, going_on, last)
        if not last.figures:
            return None
        ratio = RatioMoved(self.texts, self.drafts.cells, self.prose).find(asked, last)
        if ratio is not None and not ratio.claims:
            return not_found(going_on, self.texts).model_copy(update={"lectura": going_on})
        if ratio is not None:
            return self._going_on(self.drafts.worked(ratio), asked, going_on, last)
        many = self.operands.many_beside(own, last)
        year = replace(asked, periods=many) if many else year
        draft = self._worked(asked, own, turns) if not many else None
        draft = draft or self._who_came(asked, last)
        if draft is None and (many or self._operation(own, last) is None):
            draft = self.moved.find(year, last, over_time=self._over_time(year.line))
        if draft is None and not many and not was_computed(last):
            told = [self.operands.as_operand(one) for one in stated_in(last)]
            ranked, before = RankedTold(self.texts, self.drafts), read(last.query, self.words, self.lugares).operation
            draft = ranked.find(asked, own, told) or ranked.place(before, own, told)
        return self._going_on(draft, asked, going_on, last)

    def _going_on(self, draft: Draft | None, asked: Asked, going_on: Query, last: Turn) -> Draft | None:
        """A draft with how the message was read that it answers."""
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
    def operands(self) -> ToldOperands:
        """Finds the figures that were told."""
        return ToldOperands(self.grids, self.prose, self.elsewhere)

    @cached_property
    def pointed(self) -> PointedTold:
        """Finds the figures that a message points at as several."""
        return PointedTold(self.texts, self.drafts.cells, self.words, self.operands, self._holds)

    @cached_property
    def moved(self) -> MovedFigures:
        """Finds the same figures of another time, place or row."""
        return MovedFigures(self.words, self.lugares, self.drafts, self.operands, self.elsewhere)

    @cached_property
    def part(self) -> PartOfTold:
        """Finds answers that only tell again what was told."""
        return PartOfTold(self.texts, self.words, self.lugares, self.drafts.store.quote)

    def only_works(self, alone: Query, last: Turn) -> bool:
        """Whether a message says no more than how what was told is to be set together: "¿qué porcentaje es del total?"."""
        asked = read(alone, self.words, self.lugares)
        if self.words.has("no_cifra.frecuencia", alone.propias):
            return False  # "¿y cada cuánto se juntan?" adds nothing up
        named = (
            {*asked.content, *asked.heads} - asked.paid - PEOPLE - GAP
            or asked.places
            or asked.periods
            or asked.breakdowns
        )
        brief = len(words(alone.propias)) <= MAX_WORDS
        told = [figure for figure in last.figures if figure.concept != "conteo"]  # how many practices were told
        how = self._operation(alone.propias, last)
        apart = how in APART and (bool(told) or _HOW_MUCH.search(fold(alone.pregunta)) is not None)
        counted = len(told) < len(last.figures)  # "¿cuántas son en total?", after a set, asks for their number
        works = (how is Operacion.SUMA and not counted) or (bool(told) and how in NOT_STATED)  # of nothing told, no sum
        return brief and not named and (apart or works)

    def of_another_set(self, alone: Query, draft: Draft, turns: Sequence[Turn]) -> bool:
        """Whether a draft counts, for the ones that a message points at by how many they are ("¿a cuántas personas se
        atendió en esos 31?"), those of another table or passage than the one that told so many, or no people where it
        asks for them."""
        pointed = _THOSE_MANY.search(fold(alone.pregunta))
        if pointed is None or draft.abstained or not draft.figures:
            return False
        many = parse_number(pointed["many"])
        told = [figure for turn in turns for figure in stated_in(turn) if figure.value == many]
        meant = told or [f for turn in turns for f in self._told_beside(turn) if f.value == many]
        if not meant:
            return False
        own = {self._holds(figure) for figure in meant}
        of_people = PEOPLE & set(read(alone, self.words, self.lugares).heads)
        if of_people and not any(counts_people(figure.unit) for figure in draft.figures):
            return True
        return not any(self._holds(figure) in own for figure in draft.figures)

    def shares_another(self, alone: Query, draft: Draft, turns: Sequence[Turn]) -> bool:
        """Whether a draft works out what part of its whole another figure is than the one told, where a message asks that
        of nothing that it names: "¿qué porcentaje son?"."""
        last = turns[-1] if turns else None
        if last is not None and last.figures and self._lists_for_share(alone, draft):
            return True
        worked = [figure for figure in draft.figures if figure.computed]
        if last is None or not stated_in(last) or not worked:
            return False
        came = came_of_it(alone.propias)
        if not (came or self.asks_share(alone)):
            return False
        told = {value for turn in turns for figure in turn.figures for value in (figure.value, *figure.operands)}
        if len(stated_in(last)) > 1:  # the whole of which those told are parts stands beside them
            told |= {figure.value for figure in self._told_beside(last)}
        if came:  # what was done with those that were told
            return not any(set(figure.operands) <= told for figure in worked)
        return not any(told & set(figure.operands) for figure in worked)

    def _lists_for_share(self, alone: Query, draft: Draft) -> bool:
        """Whether a draft lists medidas where a message asks what percentage of those that were told are such."""
        of_those = _OF_THOSE.search(fold(alone.propias)) is not None and _PERCENT.search(fold(alone.propias))
        return bool(of_those and draft.medidas) and all(figure.unit != "%" for figure in draft.figures)

    def in_vain(self, alone: Query, draft: Draft, turns: Sequence[Turn]) -> bool:
        """Whether a message points at several figures that were told, and which ones cannot be told, or a draft works
        nothing out for one that names nothing else: "¿cuánto suman los tres?", of two."""
        own = alone.propias
        if not turns or draft.abstained:
            return False
        told = self.answer(alone, alone, turns)
        if told is not None or not points(own):
            return told is not None and told.abstained
        worked = draft.medidas or any(figure.computed for figure in draft.figures)
        asked = read(alone, self.words, self.lugares)
        figures = any(figure.concept != "conteo" for figure in turns[-1].figures) and not draft.figures
        bare = (figures and not (asked.periods or asked.places)) or self.names_nothing(alone)
        return not worked and self._operation(own, turns[-1]) in NOT_STATED and bare

    def _told_beside(self, turn: Turn) -> list[Figure]:
        """The figures of the sentences that a turn told figures of."""
        spans = dict.fromkeys(figure.spans[0] for figure in stated_in(turn) if figure.spans)
        return [one.figure() for span in spans for one in self.prose.within(span)]

    def _holds(self, figure: Figure) -> str | None:
        """The table or the passage that a figure stands in."""
        span = figure.spans[0] if figure.spans else None
        if span is None:
            return None
        record = self.drafts.store.tabla_at(span) or self.drafts.store.passage_around(span)
        return record.id if record is not None else None

    def asks_share(self, alone: Query) -> bool:
        """Whether a message asks what part of its whole something is that it does not name: "¿qué porcentaje del total es?"."""
        asked = read(alone, self.words, self.lugares)
        return asked.operation is Operacion.PARTE and not (
            asked.content or asked.places or asked.periods or asked.breakdowns
        )

    def only_works_out(self, alone: Query, first: Query) -> bool:
        """Whether a message asks no more than what the figures that another asks for make together, or what part of their
        whole they are: "y cuánto suman", "¿y qué porcentaje es del total de capacitados?"."""
        asked, of = (read(query, self.words, self.lugares) for query in (alone, first))
        named = set(asked.content) - asked.paid - set(of.content)
        if named or asked.places or asked.periods or asked.breakdowns:
            return False
        return asked.operation in (Operacion.SUMA, Operacion.PARTE)

    def names_nothing(self, alone: Query) -> bool:
        """Whether a message names neither a thing nor a place of its own: "dame el dato año por año desde 2019"."""
        asked = read(alone, self.words, self.lugares)
        return not asked.content and not asked.places

    def names_only_a_place(self, alone: Query) -> bool:
        """Whether a message names a place and nothing that could be counted: "¿y en Macul?"."""
        asked = read(alone, self.words, self.lugares)
        return not asked.content and bool(asked.places)

    def leading(self, query: Query, answer: Answer) -> tuple[Figure, ...]:
        """The figures that an answer tells; where it tells a sentence or a line, the one that stands in that, or the first
        there of what the message counts."""
        told = tuple(figure for figure in answer.figures if figure.concept != AT_INGESTION)
        if told or answer.abstained or not answer.citations or query.kind is not Kind.PASAJE:
            return told
        asked = read(query, self.words, self.lugares)
        one = self.elsewhere.leading(answer.citations[0].span, asked)
        return () if one is None else (one.figure(),)

    def _worked(self, asked: Asked, own: str, turns: Sequence[Turn]) -> Draft | None:
        """What is worked out of the figures of the last turns, where a message names nothing but how."""
        operation = self._operation(own, turns[-1])
        if len(asked.places) == PAIR and asked.operation in (Operacion.DIFERENCIA, Operacion.VECES):
            told = self._of_places(asked, turns)
            return self.drafts.worked(OverTold(self.texts, self.drafts.cells).work(asked.operation, told))
        if operation is None or asked.places or asked.periods or asked.breakdowns:
            return None
        turns = self._of_ends(turns) if operation in (Operacion.DIFERENCIA, Operacion.VECES, Operacion.SUMA) else turns
        if operation is Operacion.PARTE and len(stated_in(turns[-1])) > 1 and was_computed(turns[-1]):
            return self.drafts.worked(self._share_left(own, turns[-1]))
        if operation is Operacion.SUMA and asked.heads:
            counted = self.operands.counted_of(asked, turns, own)
            if counted:
                return self.drafts.worked(OverTold(self.texts, self.drafts.cells).work(operation, counted))
        if operation is Operacion.PARTE:
            pair = self.operands.meant(turns, operation, own, unlike=True)
            outcomes = OutcomeTold(self.texts, self.drafts.cells)
            came = outcomes.find(asked, own, turns[-1].question, pair)
            if came is None and len(stated_in(turns[-1])) == 1:
                told_one = self.operands.as_operand(stated_in(turns[-1])[0]).operand
                came = outcomes.beside(asked, own, told_one, self.prose.around_one(told_one))
            if (
                came is None
                and len(told_ones := [self.operands.as_operand(f).operand for f in stated_in(turns[-1])]) > 1
            ):
                came = outcomes.of_whole(asked, own, told_ones, self.prose.around_one(told_ones[0]))
            if came is not None:
                return self.drafts.worked(came)
        if operation is Operacion.RAZON and asked.heads and len(stated_in(turns[-1])) == 1:
            first = self.operands.as_operand(stated_in(turns[-1])[0])
            its = self.elsewhere.counted_with(asked, first.operand)  # "¿cuántas personas fueron a cada una?"
            pair = [first, ToldOperand(its)] if its is not None else self.operands.counted_in_row(asked, first)
            if pair:
                return self.drafts.worked(OverTold(self.texts, self.drafts.cells).work(operation, pair))
        called = self._called(own) if operation is Operacion.SUMA else frozenset[str]()
        said = {by_unit.per(own)} | self._said_of_first(asked, operation, turns[-1]) | called
        if set(asked.content) - asked.paid - said:
            return None
        if operation is Operacion.PARTE:
            before = read(turns[-1].query, self.words, self.lugares).operation
            share = self._share_of_whole(asked, own, before, turns[-1])
            if share is not None or before in ENDS:
                return self.drafts.worked(share)
        beside = self.operands.years_beside(own, turns[-1])
        if beside is not None:
            if operation not in (Operacion.DIFERENCIA, Operacion.CAMBIO):
                return None
            told = [self.operands.as_operand(stated_in(turns[-1])[0]), *beside]
        else:
            told = self.operands.meant(turns, operation, own) or []
            told = self.operands.of_one_sentence(turns, own) if operation is Operacion.SUMA and len(told) == 1 else told
            told = self.operands.with_its_own(told, by_unit.per(own)) if operation is Operacion.RAZON else told
            if len(stated_in(turns[-1])) == 1 and self._over_time(own):
                told = self.operands.of_all_years(told[-1])
        worked = OverTold(self.texts, self.drafts.cells).work(operation, told)
        return self.drafts.worked(with_sentences(worked, self.drafts.store, self.texts))

    def _of_ends(self, turns: Sequence[Turn]) -> Sequence[Turn]:
        """The turns, the last two with nothing but the first of each order where both asked which had most, or least: the
        region with most and then the one with least are two, whatever came next to them."""
        last = turns[-PAIR:]
        ends = [read(turn.query, self.words, self.lugares).operation in ENDS for turn in last]
        if len(last) < PAIR or not all(ends):
            return turns
        return [*turns[:-PAIR], *(turn.model_copy(update={"figures": tuple(stated_in(turn)[:1])}) for turn in last)]

    def _called(self, own: str) -> frozenset[str]:
        """What a message calls all that was told by a noun of any sort of thing: "¿cuántos documentos son en total?"."""
        return frozenset(stem for cue in self.words.every("contado.generico", own) for stem in terms(cue.group()))

    def _who_came(self, asked: Asked, last: Turn) -> Draft | None:
        """The people that came to what was told, where a message counts people and names nothing else: "¿con cuánta gente?"."""
        told = stated_in(last)
        if len(told) != 1 or not _HOW_MUCH.search(asked.line) or not self.elsewhere.counts_only_people(asked):
            return None
        one = self.operands.as_operand(told[0])
        came = self.elsewhere.counted_with(asked, one.operand) if one.cell is None else None
        if came is None or not counts_people(came.unit) or counts_people(one.operand.unit):
            return None
        return self.drafts.worked(Worked(self.elsewhere.lookup.told(asked, [came]), (), (came,)))

    def _of_places(self, asked: Asked, turns: Sequence[Turn]) -> list[ToldOperand]:
        """The figures of two places told one by one, of one thing and time, that a message names by those places alone:
        "¿cuántos más son los afganos que los venezolanos?"; none where one was not told, or of another thing."""
        if asked.periods or asked.breakdowns or set(asked.content) - asked.paid:
            return []
        found: dict[str, Figure] = {}
        for turn in reversed(turns):
            own = read(Query(pregunta=turn.question, texto=turn.question, kind=Kind.PASAJE), self.words, self.lugares)
            stated, names = stated_in(turn), [place.nombre for place in own.places]
            if len(stated) != 1 or len(names) != 1:
                break
            found.setdefault(names[0], stated[0])
            if own.content or own.heads or own.periods:  # what was asked before that is of another thing
                break
        told = [found[place.nombre] for place in asked.places if place.nombre in found]
        alike = len(told) == PAIR and len({(self._holds(one), one.period) for one in told}) == 1
        if not alike or len({one.concept for one in told if one.breakdown}) > 1:
            return []
        operands = [self.operands.as_operand(one) for one in told]
        units = {one.operand.unit for one in operands}
        if any(one.cell is not None for one in operands) or (len(units) > 1 and units & {"%", *SIGNS}):
            return operands
        unit = units.pop() if len(units) == 1 else ""  # "205 casos", "80 reconocimientos", in one passage
        return [
            ToldOperand(replace(one.operand, unit=unit, concept=_of(one.operand.concept, place.nombre)))
            for one, place in zip(operands, asked.places, strict=True)
        ]

    @staticmethod
    def _said_of_first(asked: Asked, operation: Operacion, last: Turn) -> set[str]:
        """What a message that asks for a share names its whole by, where the label of the figure told first says it too: "del
        total de capacitados", after those that were trained in something."""
        stated = stated_in(last)
        if operation is not Operacion.PARTE or not stated or not _TOTAL.search(asked.line):
            return set()
        label = frozenset(terms(f"{stated[0].concept} {stated[0].unit}"))
        return {stem for stem in asked.content if meet(asked.meanings.get(stem, frozenset({stem})), label)}

    def _share_of_whole(self, asked: Asked, own: str, before: Operacion, last: Turn) -> Worked | None:
        """What part of its whole the figure is that the last turn told, or the first of those that it put in order."""
        told = [self.operands.as_operand(figure) for figure in stated_in(last)]
        return ShareTold(self.texts, self.drafts.cells).find(asked, own, before, told)

    def _share_left(self, own: str, last: Turn) -> Worked | None:
        """What part of its whole what is left of it is, where the last turn told that alone; of the part that was taken from
        it where a message asks who did: "¿y qué porcentaje sí lo tuvo?"."""
        outcomes = [figure for figure in last.figures if figure.computed]
        if len(outcomes) != 1 or not outcomes[0].concept.startswith("resto:"):
            return None
        told = {figure.value: self.operands.as_operand(figure).operand for figure in stated_in(last)}
        whole, *parts = (told.get(value) for value in outcomes[0].operands)
        found = [part for part in parts if part is not None and part.unit != "%"]
        if whole is None or not parts or len(found) < len(parts):
            return None
        if affirms(own):
            pair = [ToldOperand(found[0]), ToldOperand(whole)] if len(found) == 1 else []
            return OverTold(self.texts, self.drafts.cells).work(Operacion.PARTE, pair)
        return share_left(self.texts, whole, found)

    def _over_time(self, line: str) -> bool:
        """Whether a message wants all years: "¿y los demás años?", "año por año"."""
        return self.words.has("operacion.serie", line)

    def _operation(self, line: str, last: Turn) -> Operacion | None:
        """How figures just told are to be set together."""

        def has(name: str) -> bool:
            return self.words.has(f"operacion.{name}", line)

        if _TIMES.search(line):
            return Operacion.VECES
        if _EACH.search(line) or by_unit.per(line):
            return Operacion.RAZON
        if has("diferencia") or has("cambio") or more_than_told(line):
            return Operacion.CAMBIO if has("porcentaje") else Operacion.DIFERENCIA
        if has("promedio"):
            return Operacion.PROMEDIO
        if (has("suma") or (TWO.search(line) and _TOTAL.search(line))) and not has("porcentaje"):
            return Operacion.SUMA
        if has("porcentaje"):
            apart = any(figure.concept.startswith(("diferencia:", "variación")) for figure in last.figures)
            return Operacion.CAMBIO if apart else Operacion.PARTE
        return None


def _of(concept: str, place: str) -> str:
    """What is counted, with the place that it is of."""
    return concept if place in concept else f"{concept}, {place}"
