"""Figures told in earlier turns that a message points at as several, and what is worked out of those and of no others.

"Las dos primeras", "ambas juntas", "los dos presupuestos de ley", "cada una": which are meant is read off the message, over
all turns; where they cannot be told, nothing is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.figures import by_unit, compute
from assistant.figures.claims import CellClaims, computed
from assistant.figures.lexicon import FigureWords
from assistant.figures.moved import was_computed
from assistant.figures.over_told import PAIR, OverTold, ToldOperand, is_whole_of
from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.figures.shares import OF_ALL_PLACES, Shares
from assistant.figures.told_operands import ToldOperands, stated_in
from assistant.figures.values import Operand, meet, of_cell
from assistant.figures.worked import Worked, together
from assistant.texts import Texts
from assistant.values import Figure, Turn
from corpus.analysis import terms
from corpus.numbers import number_from_words, ordinal

_MANY = r"(?P<{}>dos|tres|cuatro|cinco|[2-5])"
_TIME = r"(?! (?:\w+ )?(?:mes\w*|trimestres?|semestres?|dias?|semanas?)\b)"
# "Las dos primeras", "los primeros 3"
_FIRST = re.compile(
    rf"\b(?:{_MANY.format('a')} primer[oa]s|primer[oa]s {_MANY.format('b')})\b{_TIME}|\bl[oa]s primer[oa]s\b{_TIME}"
)
_LAST = re.compile(rf"\b(?:{_MANY.format('a')} ultim[oa]s|ultim[oa]s {_MANY.format('b')})\b{_TIME}(?! anos\b)")
# "Los dos", "esas tres", "ambas", "juntos"
_THOSE = re.compile(
    rf"\b(?:l[oa]s|es[oa]s|est[oa]s) {_MANY.format('a')}\b{_TIME}(?! (?:anteriores|siguientes|previos|posteriores|que sig\w+)\b)"
    rf"|\b(?:amb[oa]s|junt[oa]s|sumad[oa]s|de la suma|en conjunto)\b"
)
# "De las dos juntas", "del total de ambos", "de la suma": all of them are the whole that one is a part of.
_OF_ALL_OF_THEM = re.compile(
    rf"\bde(?: (?:lo que suman|la suma de|el total de|todo lo de))? (?:(?:l[oa]s|es[oa]s|est[oa]s) {_MANY.format('a')}|amb[oa]s)\b"
    r"|\bdel total (?:de|entre) (?:l[oa]s|es[oa]s|amb[oa]s)\b|\bde la suma\b"
)
# "¿Cuál fue el mayor y por cuánto le gana al siguiente?"
_LEAST = re.compile(r"\b(?:menor|minimo|menos|mas (?:baj|chic|pequen)[oa])\b")
_ENDS = re.compile(
    rf"\b(?:cual|quien|que (?:ano|region))(?: \w+){{0,4}}? (?:mayor|maximo|mas(?: alt[oa]| grande)?|{_LEAST.pattern})(?!\w)"
)
_MOST = re.compile(r"\b(?:mayor|maximo|(?:el|la) que mas|mas (?:alt|grand)[oae])\b")
# "¿Cuántas visitas más tuvo el segundo que el primero?", "¿cuántas hicieron de más?": how far apart what was told is.
_MORE_THAN_TOLD = re.compile(
    r"\bcuant[oa]s? (?:\w+ ){0,6}?(?:mas|menos) (?:\w+ ){0,5}?que (?:el|la|los|las) (?:primer|segund|tercer|ultim|otr|anterior)\w*\W*$"
    r"|\bcuant[oa]s? (?:\w+ ){0,4}?de (?:mas|menos)\W*$"
)
_BY_HOW_MUCH = re.compile(r"\b(?:por|con) cuant[oa]s?\b|\bcuant[oa]s? (?:mas|menos)\b|\bque diferencia\b")
_EACH = re.compile(r"\b(?:cada (?:un[oa]|cual)|cual de (?:l[oa]s|es[oa]s|est[oa]s) \w+)\b")
_PAIRED = re.compile(r"\bamb[oa]s\b")
_PLACED = re.compile(
    r"\b(?:el|la|lo) (?P<at>primer|segund|tercer|cuart|ultim)[oa]?\b(?! (?:trimestre|semestre|mes|ano)\b)"
)
_SAYS_ALL = frozenset(
    terms(
        "total suma suman sumados juntas conjunto pais nacional nivel chile porcentaje primera primeras segunda ultima ultimas volviendo vuelvo volvamos regresando retomando"
    )
)
_OF_TIME = frozenset(terms("año años mes meses período períodos fechas"))

NOTHING = Worked(())
"""What is worked out where a message points at figures that cannot be told."""
ADDS = (Operacion.SUMA, Operacion.PROMEDIO)
ABOVE = (Operacion.SUMA, Operacion.PROMEDIO, Operacion.DIFERENCIA, Operacion.CAMBIO, Operacion.VECES)


@dataclass(frozen=True)
class Told:
    """A figure that was told, with the question that it answered."""

    one: ToldOperand
    question: str


@dataclass(frozen=True)
class PointedTold:
    """Finds the figures that a message points at as several, and works it out of them."""

    texts: Texts
    cells: CellClaims
    words: FigureWords
    operands: ToldOperands
    holds: Callable[[Figure], str | None]

    def find(self, asked: Asked, operation: Operacion | None, own: str, turns: Sequence[Turn]) -> Worked | None:
        """What is worked out of the figures pointed at; None where a message points at none as several, ``NOTHING`` where
        those cannot be told."""
        if operation is None:
            return None
        if operation is Operacion.RAZON and not self.words.has("operacion.porcentaje", own):
            return self._each_ratio(own, turns)
        if operation in (Operacion.PARTE, Operacion.RAZON):
            return self._share(asked, own, turns)
        if operation not in ABOVE:
            return None
        if _FIRST.search(own) or _LAST.search(own) or len(_PLACED.findall(own)) > 1:
            return self._over(operation, [told.one for told in self._placed(own, self._run(turns))])
        if _ENDS.search(own) and _BY_HOW_MUCH.search(own):
            return self._ends(own, self._run(turns))
        named = self._named(asked, own, turns)
        if not named and operation in ADDS and self._too_few(operation, own, turns):
            return NOTHING
        return self._over(operation, named) if named else None

    def _too_few(self, operation: Operacion, own: str, turns: Sequence[Turn]) -> bool:
        """Whether a message adds up more figures than were told of one thing: "súmalas las tres", of two places."""
        match = _THOSE.search(own)
        many = (_said(match) or 0) if match is not None else 0
        return PAIR <= len(self.operands.meant(turns, operation, own)) < many

    def _over(self, operation: Operacion, told: Sequence[ToldOperand]) -> Worked:
        """What is worked out of the figures pointed at, and of no others."""
        return (self._over_told.work(operation, told) if told else None) or NOTHING

    def _ends(self, own: str, run: Sequence[Told]) -> Worked | None:
        """How far the greatest of a run, or the least, is from the next, or from the other end where that is said; None of
        two or fewer, which are told as two."""
        asked = _ENDS.search(own)
        if asked is None or len(run) <= PAIR:
            return None
        least = _LEAST.search(asked.group()) is not None
        ordered = sorted((told.one for told in run), key=lambda one: one.operand.value, reverse=not least)
        rest = own[asked.end() :]
        from_other_end = _LEAST.search(rest) if not least else _MOST.search(rest)
        return self._over(Operacion.DIFERENCIA, [ordered[0], ordered[-1 if from_other_end else 1]])

    def _run(self, turns: Sequence[Turn]) -> list[Told]:
        """The figures of one unit that the last turns told one by one, of one table or passage or of one thing, in the
        order told; those that the last turn told together, where it told several."""
        if len(stated_in(turns[-1])) > 1:
            together_ = [self._told(figure, turns[-1]) for figure in stated_in(turns[-1])]
            return together_ if len({told.one.operand.unit for told in together_}) == 1 else []
        found: list[Told] = []
        last: Figure | None = None
        for turn in reversed(turns):
            stated = stated_in(turn)
            if len(stated) != 1 or (last is not None and not self._alike(stated[0], last)):
                break
            last, told = stated[0], self._told(stated[0], turn)
            if not any(_same(told.one, other.one) for other in found):
                found.insert(0, told)
        return found

    def _told(self, figure: Figure, turn: Turn) -> Told:
        return Told(self.operands.as_operand(figure), turn.question)

    def _alike(self, one: Figure, other: Figure) -> bool:
        """Whether two figures count in one unit, and stand in one table or passage or are of one thing and time."""
        of_one_thing = (one.concept, one.period) == (other.concept, other.period)
        return one.unit == other.unit and (of_one_thing or self.holds(one) == self.holds(other))

    @staticmethod
    def _placed(own: str, run: Sequence[Told]) -> list[Told]:
        """Those of a run that a message means by their place: "las dos primeras", "la primera y la tercera"; none where it
        is too short."""
        places = [_at(match, len(run)) for match in _PLACED.finditer(own)]
        if len(places) > 1:
            return [run[at] for at in places] if all(0 <= at < len(run) for at in places) else []
        first, last = _FIRST.search(own), _LAST.search(own)
        match = first or last
        many = _said(match) if match is not None else None
        count = PAIR if many is None else many
        if match is None or len(run) < count:
            return []
        return list(run[:count]) if first is not None else list(run[-count:])

    def _named(self, asked: Asked, own: str, turns: Sequence[Turn]) -> list[ToldOperand]:
        """Those of all figures told that a message names by what they count, as many as it says: "los dos presupuestos de
        ley"; none where it names nothing, or other than so many were told."""
        match = _THOSE.search(own)
        many = _said(match) if match is not None else None
        content = set(asked.content or asked.heads) - asked.paid - _OF_TIME - _SAYS_ALL
        if match is None or not content or asked.places or asked.periods:
            return []
        told = dict.fromkeys(figure for turn in turns for figure in stated_in(turn))
        found = [figure for figure in told if self._says(asked, content, f"{figure.concept} {figure.unit}")]
        return [self.operands.as_operand(figure) for figure in found] if len(found) == (many or PAIR) else []

    def _share(self, asked: Asked, own: str, turns: Sequence[Turn]) -> Worked | None:
        """What part of their whole, or of what they come to together, the figures are that a message points at."""
        summed = any(figure.concept.startswith("suma:") for figure in turns[-1].figures)
        if was_computed(turns[-1]) and not summed:
            return None
        run = self._run(turns)
        parts = [told for told in run if not any(_is_whole(told.one, other.one) for other in run)]
        pointed, of_all = _THOSE.search(own), _OF_ALL_OF_THEM.search(own)
        placed = _FIRST.search(own) or _LAST.search(own)
        names = {place.region or place.nombre for place in asked.places}
        if not (pointed or of_all or placed or summed or _EACH.search(own) or len(names) > 1):
            return None
        if len(run) < PAIR:
            bare = not (set(asked.content) - asked.paid - _OF_TIME - _SAYS_ALL or turns[-1].medidas)
            return NOTHING if of_all is not None and bare else None
        if placed is not None:
            chosen = self._placed(own, parts)
        elif len(names) > 1:
            chosen = [told for told in parts if told.one.operand.place in names]
            chosen = chosen if len(chosen) == len(names) else []
        else:
            many = next((said for match in (of_all, pointed) if match and (said := _said(match))), None)
            many = PAIR if many is None and _PAIRED.search(own) else many
            if many is not None and len(parts) < many:
                together_ = self.operands.with_those_before([told.one for told in parts], turns[:-1])
                parts = run = [Told(one, "") for one in together_]
            chosen = parts[-(many or len(parts)) :] if len(parts) >= (many or PAIR) else []
        if of_all is None and not summed and (OF_ALL_PLACES.search(own) or len(parts) < len(run)):
            return self._of_whole(own, [told.one for told in chosen]) or NOTHING
        at = self._meant(asked, own, chosen)
        if at is None:
            return NOTHING if of_all is not None else None
        return self._over_told.share_of_sum([told.one.operand for told in chosen], at) or NOTHING

    def _of_whole(self, own: str, parts: Sequence[ToldOperand]) -> Worked | None:
        """What part of the total of their table some figures are, together or each of them."""
        cells = [one.cell for one in parts if one.cell is not None]
        grid = parts[0].grid if parts else None
        if grid is None or len(cells) != len(parts):
            return None
        if not _EACH.search(own):
            return Shares(self.texts, self.cells).share_together(grid, cells)
        totals = [c for c in grid.cells if c.total and (c.parts, c.column) == (cells[0].parts, cells[0].column)]
        if len(totals) != 1 or any((c.parts, c.column) != (cells[0].parts, cells[0].column) for c in cells):
            return None
        whole = ToldOperand(of_cell(totals[0], grid), totals[0], grid)
        found = [self._over_told.work(Operacion.PARTE, (one, whole)) for one in parts]
        return together([one for one in found if one is not None]) if all(found) else None

    def _meant(self, asked: Asked, own: str, parts: Sequence[Told]) -> int | None:
        """Which one of some figures a message names, by its place among them, its period, its place or what it counts, else
        by what was asked where it was told."""
        placed = _PLACED.search(own)
        if placed is not None:
            at = _at(placed, len(parts))
            return at if 0 <= at < len(parts) else None
        content = set(asked.content) - asked.paid - _OF_TIME - _SAYS_ALL
        places = {place.region or place.nombre for place in asked.places}
        if not (content or places or asked.periods):
            return None
        there = [
            at
            for at, told in enumerate(parts)
            if (not places or told.one.operand.place in places)
            and all(_of_time(told.one, one) for one in asked.periods)
        ]
        labels = [f"{told.one.operand.concept} {told.one.operand.unit}" for told in parts]
        found = [at for at in there if self._says(asked, content, labels[at])]
        if not found:
            found = [at for at in there if self._says(asked, content, parts[at].question)]
        return found[0] if len(found) == 1 else None

    def _each_ratio(self, own: str, turns: Sequence[Turn]) -> Worked | None:
        """So much of one for each of the other, of each of the places or times that the last turns told both of: "¿cuántas
        personas por operativo en cada una?"; None where one turn alone told both."""
        per = by_unit.per(own)
        if per is None or not (_EACH.search(own) or _THOSE.search(own)):
            return None
        pairs: list[list[ToldOperand]] = []
        for turn in reversed(turns):
            pair = [self.operands.as_operand(figure) for figure in stated_in(turn)]
            if len(pair) != PAIR or (pairs and _things(pair) != _things(pairs[0])):
                break
            pairs.insert(0, pair)
        found = [ratio for pair in pairs if (ratio := self._ratio(per, pair)) is not None]
        if len(pairs) < PAIR:
            return None
        return together(found) if len(found) == len(pairs) else NOTHING

    def _ratio(self, per: str, pair: Sequence[ToldOperand]) -> Worked | None:
        """How many of one there are for each of the other of a pair, which the message names."""
        under = [one for one in pair if per in terms(f"{one.operand.concept} {one.operand.unit}")]
        over = [one for one in pair if one not in under]
        if len(under) != 1 or len(over) != 1 or over[0].operand.unit == "%":
            return None
        above, below = (_told_apart(one.operand) for one in (over[0], under[0]))
        outcome = compute.ratio(above, below)
        if outcome is None:
            return None
        text = self._over_told.say("razon", sobre=above, bajo=below, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (above, below))

    @property
    def _over_told(self) -> OverTold:
        return OverTold(self.texts, self.cells)

    @staticmethod
    def _says(asked: Asked, content: set[str], label: str) -> bool:
        """Whether a label says all that is named."""
        own = frozenset(terms(label))
        return all(meet(asked.meanings.get(stem, frozenset({stem})), own) for stem in content)


def points(own: str) -> bool:
    """Whether a message points at several figures told."""
    return any(cue.search(own) for cue in (_FIRST, _LAST, _THOSE, _EACH))


def more_than_told(own: str) -> bool:
    """Whether a message asks how much more or less one of the figures told is than another of them."""
    return _MORE_THAN_TOLD.search(own) is not None


def _at(match: re.Match[str], many: int) -> int:
    """Which one of so many a place means, from 0."""
    return many - 1 if match["at"].startswith("ultim") else ordinal(match["at"] + "o") - 1


def _of_time(one: ToldOperand, period: Rango) -> bool:
    return one.operand.actual is not None and period.same(one.operand.actual)


def _said(match: re.Match[str]) -> int | None:
    """How many figures are pointed at, where it is said."""
    word = next((word for word in match.groups() if word), None)
    read = number_from_words([word]) if word else None
    return int(read[0]) if read else None


def _told_apart(one: Operand) -> Operand:
    """A figure named by what it counts and where."""
    return replace(one, nombre=", ".join(filter(None, (one.concept, one.place))))


def _things(pair: Sequence[ToldOperand]) -> set[str]:
    return {one.operand.concept for one in pair}


def _is_whole(one: ToldOperand, other: ToldOperand) -> bool:
    """Whether a figure is the whole of which another is said to be a part."""
    stated = one.operand.at is not None and other.operand.whole == one.operand.at
    return is_whole_of(one, other) or (stated and one is not other)


def _same(one: ToldOperand, other: ToldOperand) -> bool:
    return (one.operand.value, one.operand.spans, one.operand.concept) == (
        other.operand.value,
        other.operand.spans,
        other.operand.concept,
    )
