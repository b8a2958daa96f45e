"""What a goal of a year lacks after what was done in a part of that year, where the two are told apart from each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute
from assistant.figures.claims import computed
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.near import ENOUGH, NearOperations, meant
from assistant.figures.question import Asked
from assistant.figures.values import SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import fold, terms

_GOAL = r"(?:metas?|desafios?|compromisos?)"
_LACKS = re.compile(rf"(?=.*\b{_GOAL}\b).*\b(?:falt(?:an?|aba|aban|aria|arian)|quedan?|quedaban?|restan?)\b")
_UNDER_GOALS = re.compile(rf"\b{_GOAL}\b")
_WORDS = frozenset(
    terms("meta metas desafío desafíos compromiso falta faltan queda quedan resta restan cumplir llegar tras")
)


@dataclass(frozen=True)
class GoalOperations(NearOperations):
    """Takes what was done from what was set as a goal; None where either is not plain."""

    def left(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How many are left of the one goal that a question names, told under a heading of goals for a year."""
        if not asks_what_is_left(asked.line):
            return None
        about = replace(asked, topics=tuple(stem for stem in asked.topics if stem not in _WORDS))
        told = [one for one in there if one.at and one.unit not in SIGNS and not one.bound and one.actual]
        goals = [one for one in told if _is_goal(one) and self._counted(asked, one)]
        for goal in goals if len({one.value for one in goals}) == 1 else ():
            done = self._nearest(about, [one for one in told if self._done_of(asked, one, goal)])
            if len({one.value for one in done}) != 1 or self.covered(about, goal, done[0]) < ENOUGH:
                continue
            whole, part = named([goal, done[0]])
            outcome = compute.rest(whole, [part])
            text = self.say("resto", todo=replace(whole, period=None), partes=[part], resultado=outcome)
            return Worked((computed(text, (outcome,)),), (outcome,), (whole, part))
        return None

    def _nearest(self, asked: Asked, found: Sequence[Operand]) -> list[Operand]:
        """Of some figures those around which most of a question is said: a goal is of one chapter, and so is what was done."""
        most = max((self.covered(asked, one) for one in found), default=0.0)
        return [one for one in found if self.covered(asked, one) == most]

    def _counted(self, asked: Asked, one: Operand) -> bool:
        """Whether a figure counts the noun that a question counts, or, in a telegram, one that it names."""
        return meet(asked.heads or asked.topics, terms(one.unit))

    @staticmethod
    def _done_of(asked: Asked, one: Operand, goal: Operand) -> bool:
        """Whether a figure counts, in a part of the year of a goal, the same thing and no sort of it."""
        if one.actual is None or goal.actual is None or one.actual.same(goal.actual) or _is_goal(one):
            return False
        if not one.actual.within(goal.actual) or one.value > goal.value:
            return False
        if asked.periods and not any(one.actual.within(p) or goal.actual.same(p) for p in asked.periods):
            return False
        own = frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in terms(goal.unit)))
        return meet(own, terms(one.unit)) and not one.stems - own - meant(asked) - QUANTIFIERS


def asks_what_is_left(line: str) -> bool:
    """Whether a folded line asks what is left to a goal: what was done, or the goal, tells not that."""
    return _LACKS.search(line) is not None


def _is_goal(one: Operand) -> bool:
    return _UNDER_GOALS.search(fold(one.group)) is not None
