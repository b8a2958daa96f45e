"""So many of one thing for each of another where a passage tells of both once: "se contrató a 30 mujeres… Durante ese período
se analizaron 186.245 solicitudes".

The one who did something is told without a time, and what was done with one: neither stands by itself, as the figures of a
table do, so that they belong together only where the passage has no second figure of either sort.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.near import ENOUGH, NearOperations
from assistant.figures.pair_shares import SEXES
from assistant.figures.question import Asked
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import fold, terms
from corpus.records import Pasaje
from corpus.store import Store

_WHO_WERE = re.compile(r"\bcada (?:(?:un[oa]|cual) de )?(?:l[oa]s )?(?P<who>\w{4,}) (?P<done>\w{2,}[ai]d[oa]s?)\b")


@dataclass(frozen=True)
class OneTelling(NearOperations):
    """Divides what a passage counts by those who did it, or among whom it was shared."""

    store: Store

    def ratio(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """So much for each; None where a passage counts either more than once, or both are of one time or of two."""
        if asked.per is None or not asked.heads:
            return None
        unit = asked.meanings.get(asked.per, frozenset({asked.per}))
        told: dict[Pasaje, list[Operand]] = {}
        for one in there:
            passage = self.store.passage_around(one.spans[0]) if one.at and one.unit not in SIGNS else None
            if passage is not None:
                told.setdefault(passage, []).append(one)
        for beside in told.values():
            under = _only([one for one in beside if meet(_called(one), unit)]) or _done_to(asked, beside)
            over = _only([one for one in beside if self.counts(asked, one) and one is not under])
            if under is None or over is None or under.bound or over.bound:
                continue
            if under.actual is not None or over.actual is None or self.covered(asked, over, under) < ENOUGH:
                continue
            over, under = named([over, replace(under, period=over.period)])
            outcome = compute.ratio(over, under)
            if outcome is None:
                continue
            text = self.say("razon", sobre=over, bajo=under, resultado=outcome)
            return Worked((computed(text, (outcome,)),), (outcome,), (over, under))
        return None


def _done_to(asked: Asked, there: Sequence[Operand]) -> Operand | None:
    """The only people of a passage to whom was done what a question says of those by whom it divides: "cada una de las
    profesionales contratadas", of "la contratación de 30 mujeres"."""
    done = _WHO_WERE.search(asked.line)
    if done is None or not asked.per or asked.per not in terms(done["who"]):
        return None
    people = [one for one in there if counts_people(one.unit) or SEXES & set(terms(one.unit))]
    return _only([one for one in people if meet(terms(done["done"]), one.clause)])


def _called(one: Operand) -> list[str]:
    """The stems of what is counted, by its noun and the next one: "mujeres jefas de hogar"."""
    return terms(f"{one.unit} {' '.join(fold(one.concept).split(' de ')[0].split()[:2])}")


def _only(found: Sequence[Operand]) -> Operand | None:
    return found[0] if len({one.at for one in found}) == 1 else None
