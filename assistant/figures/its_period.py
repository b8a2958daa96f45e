"""The one sentence of a passage that is of the period a question names, where the others are of other periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import sure
from assistant.figures.claims import notes_last
from assistant.figures.lexicon import FigureWords
from assistant.figures.lookup import ProseLookup
from assistant.figures.periods import Rango
from assistant.figures.prose import Nearby, ProseFigures, as_read
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import Operand, meet
from assistant.figures.worked import Worked
from assistant.values import Claim, Draft, Evidence, Status
from corpus.analysis import terms
from corpus.records import Span

OF_A_SPAN = (Operacion.SERIE, Operacion.SUMA)
SEVERAL = 2
LONGEST = 420
CERTAIN = 0.8
RIVAL = 0.85
"""How near to the best a passage comes whose figure may be meant as well."""


def of_its_period(asked: Asked, evidence: Evidence, prose: ProseFigures, lookup: ProseLookup) -> Draft | None:
    """The sentence of the nearest passage whose figures are all of the period asked for, where it says of the question all
    that the passage says; None where several are, or none of the others is of another period.
    """
    if asked.operation is not Operacion.VALOR or len(asked.periods) != 1 or not asked.counts or asked.asks_else:
        return None
    (wanted,) = asked.periods
    by_sentence: dict[Span, list[Operand]] = {}
    for near, one in prose.nearest(evidence):
        if near == 1:
            by_sentence.setdefault(one.spans[0], []).append(one)
    own = [span for span, ones in by_sentence.items() if all(o.actual and o.actual.within(wanted) for o in ones)]
    others = [one for span, ones in by_sentence.items() if span not in own for one in ones]
    if len(own) != 1 or not any(one.actual and not one.actual.within(wanted) for one in others):
        return None
    figures = by_sentence[own[0]]
    head = asked.meanings.get(asked.heads[0], frozenset(asked.heads[:1])) if asked.heads else frozenset[str]()
    elsewhere = (one for near, one in prose.nearest(evidence) if RIVAL <= near < 1 and one.spans[0] not in by_sentence)
    if any(one.actual and one.actual.within(wanted) and meet(head, one.stems) for one in elsewhere):
        return None  # "¿cuántas visitas?": of the portal or of the site
    if not any(meet(head, one.stems) for one in figures) or lookup.covered(asked, figures) < lookup.covered(
        asked, (*figures, *others)
    ):
        return None
    text = as_read(lookup.store, own[0])
    if len(text) > LONGEST:
        return None
    record = evidence.kept[0].record_id
    return Draft(status=Status.ANSWERED, claims=(Claim(text=text, spans=(own[0],)),), record_ids=(record,))


def of_all_that_time(
    asked: Asked, evidence: Evidence, prose: ProseFigures, lookup: ProseLookup, words: FigureWords
) -> Worked | None:
    """The figure that a sentence gives for several years together, where they are not asked for one by one."""
    if asked.operation not in OF_A_SPAN or len(asked.periods) != 1:
        return None
    if (evidence.fuera >= CERTAIN and not asked.places) or asked.breakdowns or words.has("operacion.serie", asked.line):
        return None
    if asked.operation is Operacion.SUMA and len(asked.periods[0].years) < SEVERAL and not asked.periods[0].open_end:
        return None
    nearby = [(n, one) for n, one in prose.nearest(evidence) if one.actual and _is(one.actual, asked.periods[0])]
    periods = tuple(dict.fromkeys(one.actual for _, one in nearby if one.actual))[:1]
    found = lookup.find(replace(asked, operation=Operacion.VALOR, periods=periods), nearby) if periods else None
    surely = evidence.fuera < CERTAIN or (found is not None and sure.of_its_places(asked, found.operands))
    return found if surely else None


def of_each_period(asked: Asked, evidence: Evidence, prose: ProseFigures, lookup: ProseLookup) -> Worked | None:
    """Figures of sentences for each of several periods that a question names; None where one is missing."""
    if asked.operation is not Operacion.SERIE or len(asked.periods) < SEVERAL or asked.breakdowns:
        return None
    nearby = prose.nearest(evidence) if evidence.fuera < CERTAIN else []
    ones = (
        replace(asked, operation=Operacion.VALOR, periods=(period,), counts=True, part=True) for period in asked.periods
    )
    found = [lookup.find(one, nearby) for one in ones]
    if not all(found):
        return None
    of_one = _of_one_thing(asked, [one for worked in found if worked for one in worked.operands], nearby)
    if of_one:
        return Worked(lookup.told(asked, of_one), (), tuple(of_one))
    claims = dict.fromkeys(claim for worked in found if worked for claim in worked.claims)
    operands = tuple(one for worked in found if worked for one in worked.operands)
    return Worked(notes_last(claims), (), operands)


def _of_one_thing(asked: Asked, found: Sequence[Operand], nearby: Sequence[Nearby]) -> list[Operand]:
    """Figures of one label for each of several periods, where those found for them bear several labels: the fines of all in one
    year are not set beside those of airlines in another. That which says least beside the question comes first; none where no label is told for all periods."""
    labels = dict.fromkeys(one.concept for one in found)
    if len(labels) < SEVERAL:
        return []
    known = frozenset[str]().union(*asked.meanings.values())
    for label in sorted(labels, key=lambda label: len(set(terms(label)) - known)):
        alike = [one for _, one in nearby if one.concept == label and one.actual]
        each = [[one for one in alike if one.actual and one.actual.same(period)][:1] for period in asked.periods]
        if all(each):
            return [one for ones in each for one in ones]
    return []


def _is(period: Rango, wanted: Rango) -> bool:
    """Whether a period of several years is the one asked for, or begins with one that is open to its end."""
    return period.same(wanted) or (wanted.open_end and period.first == wanted.first and len(period.years) > 1)
