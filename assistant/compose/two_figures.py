"""Two figures that no one place sets together: each is asked for by itself, and then they are added up or divided.

"¿Cuántas veces cubre la recaudación por multas el gasto en expulsiones?", "¿cuántos amparos por cada 100 solicitudes?",
"suma las reconducciones y las expulsiones": the answerer of figures works with the cells of one table or the numbers of
one passage; what stands in two documents, tables or chapters is found by asking for the one and for the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from assistant.figures import compute, periods
from assistant.figures.compute import Outcome
from assistant.figures.values import SIGNS, Operand, named, written
from assistant.texts import Texts
from assistant.values import Claim, Draft, Figure, Kind, Query, Status, Turn
from corpus.analysis import fold, terms

Ask = Callable[[str, tuple[Turn, ...]], tuple[Query, Draft]]
_ARTICLE = r"(?:el|la|los|las|lo|tod[oa]s? l[oa]s?)"
# A second thing begins with an article that no preposition leads.
_NEXT = r"(?<!\bde)(?<!\ben)(?<!\bpor)(?<!\ba)(?<!\bcon)(?<!\bpara)(?<!\bsobre) "
_END = r"(?:,|\?|$)"
# "Cuántas se otorgaron" says of no thing of its own how many there were.
_NOUN = r"(?!fueron|eran|veces)[a-z]{4,}s\b"
_HOLDS = r"(?:cubr\w+|super\w+|pag\w+|contien\w+|alcanz\w+ para)"


class Operation(Enum):
    """What is to be done with two figures."""

    TIMES = auto()
    FOR_A_HUNDRED = auto()
    SUM = auto()
    NONE = auto()


_FORMS: tuple[tuple[Operation, re.Pattern[str]], ...] = (
    # "¿Cuántas veces cubre A B?", "¿cuántas veces supera A a B?"
    (
        Operation.TIMES,
        re.compile(
            rf"\bcuantas veces {_HOLDS} (?:a )?(?P<one>{_ARTICLE} [^,;?]+?){_NEXT}(?:a )?(?P<other>{_ARTICLE} [^,;?]+){_END}"
        ),
    ),
    (
        Operation.TIMES,
        re.compile(
            rf"\bcuantas veces (?P<one>{_ARTICLE} [^,;?]+?) {_HOLDS} (?:a )?(?P<other>{_ARTICLE} [^,;?]+){_END}"
        ),
    ),
    (
        Operation.TIMES,
        re.compile(
            rf"\bcuantas veces (?:(?:es|son|fue|fueron) )?(?:mayor(?:es)?|mas (?:grandes?|altas?|altos?)) "
            rf"(?:(?:es|son|fue|fueron) )?(?P<one>{_ARTICLE} [^,;?]+?) que (?P<other>{_ARTICLE} [^,;?]+){_END}"
        ),
    ),
    # "¿Cuántas veces cabe B en A?"
    (
        Operation.TIMES,
        re.compile(
            rf"\bcuantas veces (?:cabe\w* )?(?P<other>{_ARTICLE} [^,;?]+?) (?:cabe\w* )?en (?P<one>{_ARTICLE} [^,;?]+){_END}"
        ),
    ),
    # "Por cada 100 A, ¿cuántos B?", "¿cuántos B por cada 100 A?"
    (
        Operation.FOR_A_HUNDRED,
        re.compile(rf"\b(?:por|de) cada (?:100|cien) (?P<other>[^,;?¿]+?),? ¿?(?P<one>cuant[oa]s [^,;?]+){_END}"),
    ),
    (
        Operation.FOR_A_HUNDRED,
        re.compile(rf"(?P<one>\bcuant[oa]s {_NOUN}[^,;?¿]*?),? por cada (?:100|cien) (?P<other>[^,;?]+){_END}"),
    ),
    # "Suma A y B", "¿cuántas A y B hubo en total?", "¿cuánto suman A y B?"
    (
        Operation.SUM,
        re.compile(
            rf"(?:^\W*sum(?:a(?:me|r)?|e|en)|\bsi (?:juntamos|sumamos)|\bcuant[oa]s? (?:suman|son|dan)(?: en total)?) "
            rf"(?P<one>{_ARTICLE} [^,;?¿]+?) (?:y|con|mas) (?P<other>{_ARTICLE} [^,;?¿]+){_END}"
        ),
    ),
    (
        Operation.SUM,
        re.compile(
            r"\bcuant[oa]s (?P<one>[a-z]{4,}s(?: [^,;?¿]+?)?) (?:y|mas) (?P<other>[a-z]{4,}s(?: [^,;?¿]+?)?) "
            r"(?:hubo|se \w+|hicieron|fueron|suman|son)\b(?=.*\b(?:en total|total|junt[oa]s|sumad[oa]s)\b)"
        ),
    ),
    # "Expulsiones totales y reconducciones, año 2024": both are told.
    (
        Operation.NONE,
        re.compile(
            r"^\W*(?P<one>[a-z]{4,}s(?: [^,;:?¿\d]+?)?) y (?P<other>[a-z]{4,}s(?: [^,;:?¿\d]+?)?),? (?:en |del? |el |ano )*20\d\d\W*$"
        ),
    ),
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Del mismo año", "ese año": the one that is named.
_SAME_TIME = re.compile(
    r",? (?:(?:en|de|del|durante) )?(?:(?:el|ese|dicho) )?(?:mismo (?:ano|periodo)|ese (?:mismo )?ano|(?:en )?total)\b"
)
_LOOSE = re.compile(r"(?:,? (?:en|de|del|durante|el|ano|para|hubo|hay|y))+\W*$")
_COUNTED = re.compile(r"^(?:(?:los|las|tod[oa]s? l[oa]s?) )?(?P<noun>[a-z]{3,}s\b.*)")
# "Las órdenes judiciales y las administrativas": an adjective alone, of the noun before it.
_BARE = re.compile(r"(?:las|los) \w+(?:iv|al|ari|ad|id)(?:[oa]s|es)")
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class TwoFigures:
    """Answers what is to be worked out of two figures. ``ask`` answers one question."""

    texts: Texts
    ask: Ask

    def answer(self, message: str, first: Draft) -> tuple[Query, Draft] | None:
        """What two things that a message names come to; None where it names no two, one of them is not found, or the
        answer at hand is worked out already."""
        worked = any(figure.computed for figure in first.figures)
        line = fold(message)
        when = periods.asked(line)
        if len(when) > 1:
            return None
        time = when[0].label if when else ""
        for operation, one, other in _asked(line):
            if worked and operation is not Operation.FOR_A_HUNDRED:
                continue  # a share is often found where so many for each hundred are asked for
            drafts = [self.ask(_question(thing, time), ())[1] for thing in (one, other)]
            found = [self._figure(draft, time) for draft in drafts]
            if found[0] is None or found[1] is None or found[0].spans == found[1].spans:
                continue
            told = tuple(claim.model_copy(update={"block": "item"}) for draft in drafts for claim in draft.claims[:1])
            figures: tuple[Figure, ...] = (found[0].figure(), found[1].figure())
            lead = self._lead(operation, found[0], found[1])
            if operation is Operation.NONE and len(first.figures) < len(figures):
                claims = told
            elif lead is not None:
                claims, figures = (lead[0], *told), (lead[1].figure(), *figures)
            else:
                continue
            query = Query(pregunta=message, texto=line, kind=Kind.PASAJE)
            return query, Draft(
                status=Status.ANSWERED,
                claims=claims,
                figures=figures,
                record_ids=tuple(dict.fromkeys(id for draft in drafts for id in draft.record_ids)),
                entire=True,
            )
        return None

    @staticmethod
    def _figure(draft: Draft, time: str) -> Operand | None:
        """The one figure that a draft tells, of the time asked for; None where it tells several, or of another."""
        told = draft.figures
        if draft.abstained or len(told) != 1 or told[0].computed or told[0].unit == "%":
            return None
        years = set(_YEAR.findall(time))
        return _operand(told[0]) if years <= set(_YEAR.findall(told[0].period or "")) else None

    def _lead(self, operation: Operation, first: Operand, second: Operand) -> tuple[Claim, Outcome] | None:
        """What two figures come to, in words; None where nothing is to be worked out, or they are of units that cannot be set
        together."""
        if operation is Operation.NONE:
            return None
        if (first.unit in SIGNS or second.unit in SIGNS) and first.unit != second.unit:
            return None
        one, other = named([first, second])
        outcome: Outcome | None
        text: str | Outcome | None
        if operation is Operation.SUM:
            outcome = compute.total([one, other])
            alike = set(terms(one.unit)) == set(terms(other.unit))
            text = self._say("suma", resultado=outcome if alike else _bare(outcome), partes=[one, other], de=None)
        elif operation is Operation.TIMES:
            outcome = compute.times(one, other)
            text = outcome and self._say("veces", a=one, b=other, resultado=outcome)
        else:
            found = compute.proportion(one, other)
            outcome = found and replace(found, bound=HUNDRED)
            text = outcome and self._say("por_cien", a=one, b=other, resultado=outcome)
        if outcome is None or not isinstance(text, str):
            return None
        spans = tuple(dict.fromkeys((*one.spans, *other.spans)))
        return Claim(text=text, spans=spans, computed=(outcome.computation(),)), outcome

    def _say(self, macro: str, **values: object) -> str:
        return self.texts("cifras", macro, **values)


def _asked(line: str) -> Iterator[tuple[Operation, str, str]]:
    """The readings of a folded line: what is to be done, and the two things without their time."""
    for operation, form in _FORMS:
        match = form.search(line)
        if match is not None:
            one, other = (_without_time(match[name]) for name in ("one", "other"))
            if one and other and not _BARE.fullmatch(other) and set(terms(one)) != set(terms(other)):
                yield operation, one, other


def _without_time(thing: str) -> str:
    return _LOOSE.sub("", _SAME_TIME.sub("", re.sub(r"\s+", " ", periods.without(thing)))).strip()


def _question(thing: str, time: str) -> str:
    """The question that asks how much of a thing there was."""
    when = f" en {time}" if time else ""
    if thing.startswith("cuant"):
        return f"¿{thing}{when}?"
    counted = _COUNTED.match(thing)
    return f"¿cuántas {counted['noun']} hubo{when}?" if counted else f"¿cuánto fue {thing}{when}?"


def _operand(figure: Figure) -> Operand:
    return Operand(
        value=figure.value,
        written=written(figure.value, figure.unit),
        unit=figure.unit,
        concept=figure.concept,
        period=figure.period,
        actual=None,
        place=None,
        spans=figure.spans,
    )


def _bare(outcome: Outcome) -> Outcome:
    """A sum of things that go by two nouns, without either."""
    return replace(outcome, unit="")
