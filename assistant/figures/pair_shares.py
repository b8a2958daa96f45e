"""What part one figure is of another of a different place, or of the two that a sentence counts together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.figures import compute, phrases
from assistant.figures.claims import computed
from assistant.figures.near import ENOUGH, NearOperations, next_to, of_one_kind, of_one_time
from assistant.figures.question import Asked
from assistant.figures.sides import no_people, part_and_whole, says_part
from assistant.figures.values import SIGNS, Operand, in_pesos, meet, named
from assistant.figures.worked import Worked
from corpus.analysis import fold, terms
from corpus.numbers import numbers_in
from corpus.records import Span

TOTAL = frozenset(terms("total"))
SEXES = frozenset(terms("mujeres hombres"))
STATED = 0.7
ALL = 0.95
LITTLE = 0.2
YEAR = 0.01  # of a whole year, all else equal
PAIR = 2
MONTHS = 12
_WITH = re.compile(r" (?:por|contra|sobre) ")
Pair = tuple[float, Operand, Operand]


@dataclass(frozen=True)
class PairShares(NearOperations):
    """Computes shares of figures that a question names; None where they are not plain. ``section`` gives the stems of the
    passage that a span stands in.
    """

    section: Callable[[Span], frozenset[str]]

    def share(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """What part one figure is of another; None where a text states a percentage for it."""
        of_a_sex = self._share_of_a_sex(asked, there)
        if of_a_sex is not None:
            return of_a_sex
        stated = (one for one in there if one.unit == "%")
        if any(self.weight(self.words(asked, one.near)) >= STATED * self.size(asked) for one in stated):
            return None
        best: Pair | None = None
        there = [in_pesos(one) for one in there]
        for whole in there:
            for part in there:
                score = self._part_of(asked, part, whole)
                if score is None or not _named_last(asked, part, whole) or self._of_its_neighbour(asked, part, there):
                    continue
                score += YEAR * (part.actual is not None and part.actual.months == MONTHS)
                if best is None or score > best[0]:
                    best = score, part, whole
        if best is None:
            return self._share_of_two(asked, there)
        said = best[1].stems | best[2].stems
        if best[1].whole is not None and best[1].whole == best[2].at:
            said |= best[1].clause | best[2].clause
        elif best[1].unit == best[2].unit and asked.of and meet(asked.meanings.get(asked.of, ()), best[2].stems):
            said |= best[1].clause  # "250 operativos… de NNA", of the "567 operativos" that are called the whole
        labels = self.weight(self.words(asked, said)) / self.size(asked)
        one_sentence = best[1].spans[0] == best[2].spans[0]
        one_section = bool(best[1].group) and best[1].group == best[2].group
        covered = self.covered(asked, best[1], best[2])
        if best[1].whole is not None and best[1].whole == best[2].at:  # its whole is of what was said before
            around = replace(best[1], near=best[1].near | self.section(best[1].spans[0]))
            covered = max(covered, self.covered(asked, around, best[2]))
        beside = covered >= ENOUGH if one_sentence else one_section and covered >= ALL
        if labels < (LITTLE if beside else STATED):
            return self._share_of_two(asked, there)
        part, whole = named([best[1], best[2]])
        outcome = compute.share(part, whole)
        if outcome is None:
            return None
        text = self.say("parte", parte=part, todo=whole, resultado=outcome)
        return Worked((computed(text, (outcome,)),), (outcome,), (part, whole))

    def _share_of_a_sex(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """What part the women or the men are where a sentence counts both: "29 corresponden a mujeres y 33 a hombres"."""
        wanted = SEXES & asked.traits
        for one in there if len(wanted) == 1 else ():
            beside = [o for o in there if o.spans[0] == one.spans[0] and o.unit == one.unit != "%" and o.stems & SEXES]
            own = one.stems & SEXES == wanted
            if len(beside) != PAIR or not own or beside[0].stems & SEXES == beside[1].stems & SEXES:
                continue
            if self.covered(asked, one) < ENOUGH:
                continue
            parts = named(beside)
            outcome = compute.share_of_sum(parts[beside.index(one)], parts)
            total = compute.total(parts)
            text = outcome and self.say(
                "parte_de_suma", parte=parts[beside.index(one)], resultado=outcome, suma=total.dicho,
                nombres=[other.nombre for other in parts],
            )  # fmt: skip
            if outcome and text:
                return Worked((computed(text, (outcome, total)),), (outcome,), tuple(parts))
        return None

    def _share_of_two(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """What part one is of the two things that a sentence counts, "74.528 respuestas y 22.913 derivaciones": it alone
        is named, and the whole is called by another word.
        """
        both_named = bool(phrases.two_wholes(asked.line))
        if asked.of is None and not both_named and not phrases.share_of_what_was_done(asked.line):
            return None
        for one in there:
            beside = [o for o in there if o.spans[0] == one.spans[0] and o.unit not in SIGNS and of_one_time(o, one)]
            twins = [o for o in beside if o.unit == one.unit]
            beside = twins if len(twins) > 1 else beside
            if len(beside) != 2 or one not in beside or any(o.bound for o in beside):
                continue
            other = next(o for o in beside if o is not one)
            if other.stems <= one.stems:
                continue  # "se acogieron 10 solicitudes de visa y se otorgaron 9": the same things, and no second sort
            if not says_part(asked, one.stems | one.clause):
                continue
            mine, its = self.words(asked, one.stems), self.words(asked, other.stems)
            whole = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
            called = whole & one.stems  # the whole is not either of them
            # "De las respuestas y derivaciones": the one that is asked of is said again.
            both = _added_up(asked, one, other)
            again = both and phrases.predicate(asked.line) & mine - its
            if not again and (its - mine or not mine - its or (called and one.unit != other.unit)):
                continue
            parted = replace(  # whatever the whole is called
                asked, topics=tuple(s for s in asked.topics if not whole & asked.meanings.get(s, frozenset({s})))
            )
            around = replace(one, near=one.near | self.section(one.spans[0]))
            enough = ENOUGH if asked.of or both_named else ALL
            if max(self.covered(asked, around), self.covered(parted, around)) < enough:
                continue  # where it names no whole, all that it says must be of these two
            if not (next_to(one, other, there) or next_to(other, one, there)):
                continue
            parts = named([one, other])
            outcome = compute.share_of_sum(parts[0], parts)
            if outcome:
                total = compute.total(parts)
                text = self.say(
                    "parte_de_suma", parte=parts[0], resultado=outcome, suma=total.dicho,
                    nombres=[p.nombre for p in parts],
                )  # fmt: skip
                return Worked((computed(text, (outcome, total)),), (outcome,), tuple(parts))
        return None

    def _of_its_neighbour(self, asked: Asked, part: Operand, there: Sequence[Operand]) -> bool:
        """Whether what a question says of the part is what another figure of its sentence is labelled with, and it is not:
        "36 de trata y 3 de tráfico: ¿qué porcentaje fue de trata?"."""
        beside = [o for o in there if o.spans[0] == part.spans[0] and o.at != part.at and o.unit == part.unit]
        return any(
            meet({stem}, o.stems) and not meet({stem}, part.stems)
            for stem in phrases.predicate(asked.line) & set(asked.content)
            for o in beside
        )

    def _part_of(self, asked: Asked, part: Operand, whole: Operand) -> float | None:
        """How likely one figure is the part and another the whole that a question names; None where they are not."""
        if not of_one_kind(part, whole) or part.value >= whole.value or whole.unit == "%":
            return None
        mine, its = self.words(asked, part.stems), self.words(asked, whole.stems)
        of_which = part.whole is not None and part.whole == whole.at
        is_total = bool(TOTAL & whole.stems)
        is_named = asked.of is not None and bool(asked.meanings.get(asked.of, frozenset({asked.of})) & whole.stems)
        is_named = is_named or whole.value in numbers_in(asked.line)
        if part.unit != whole.unit and not is_named:
            return None
        if no_people(part, whole):
            return None
        if not of_which and not is_total and _twins_of_a_sentence(part, whole) and self.extra(asked, whole):
            return None  # "46.836 personalizados y 15.933 automáticos": neither is the whole
        # A part is told by a word that its whole lacks: another thing, or the same thing narrowed.
        if phrases.predicate(asked.line) & (its - mine):
            return None  # what is said of the part is said of this whole
        if of_which:  # "se han tramitado 98.002, de las cuales 64.711…": each is called by what was done with it too
            mine, its = mine | self.words(asked, part.clause), its | self.words(asked, whole.clause)
        if not mine - its or not (its or is_total):
            return None
        if not part_and_whole(asked, part, whole) or _added_up(asked, part, whole):
            return None
        if _whole_goes_with(asked, whole):
            return None
        if whole.unit in SIGNS and _of_its_part_only(asked, part, whole):
            return None
        score = (self.weight(mine | its) + 0.5 * self.weight(its)) / self.size(asked) + 0.3 * of_which
        score += 0.3 * (part.group == whole.group) + 0.1 * is_total + 0.3 * is_named
        whole_of_it = 3 if asked.whole else 1  # "toda la recaudación": the wider label
        return score - self.extra(asked, part) - whole_of_it * self.extra(asked, whole)


def _named_last(asked: Asked, part: Operand, whole: Operand) -> bool:
    """Whether a part is what the last message of a follow-up names ("¿qué porcentaje de esos era de trata?"), where it
    names more than the whole."""
    if asked.fresh is asked.meanings:
        return True
    own = [
        asked.fresh[stem] for stem in asked.content if stem in asked.fresh and not meet(asked.fresh[stem], whole.stems)
    ]
    return not own or any(meet(stems, part.stems | part.clause) for stems in own)


def _whole_goes_with(asked: Asked, whole: Operand) -> bool:
    """Whether a label names what a question calls the whole only as what another thing is for: of the residencias, beside
    "recursos por rechazo de residencias"."""
    named = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
    label = fold(whole.concept).replace(" por concepto de ", " de ")  # what an amount is of, and not what it is for
    first, *others = _WITH.split(label, maxsplit=1)
    return bool(others) and meet(named, terms(others[0])) and not meet(named, terms(first))


def _of_its_part_only(asked: Asked, part: Operand, whole: Operand) -> bool:
    """Whether what a question calls the whole is said of the part and not of another figure: "de las multas" is not of all the
    income."""
    called = asked.meanings.get(asked.of, frozenset({asked.of})) if asked.of else frozenset[str]()
    return meet(called, part.stems) and not meet(called, whole.stems)


def _added_up(asked: Asked, one: Operand, other: Operand) -> bool:
    """Whether a question makes two things together the whole, and two figures are those."""
    two = [asked.meanings.get(stem, frozenset({stem})) for stem in phrases.two_wholes(asked.line)]
    return bool(two) and (
        (meet(two[0], one.stems) and meet(two[1], other.stems))
        or (meet(two[1], one.stems) and meet(two[0], other.stems))
    )


def _twins_of_a_sentence(one: Operand, other: Operand) -> bool:
    """Whether two figures of one sentence count the same sort of thing."""
    return one.at is not None and one.spans[0] == other.spans[0] and one.unit == other.unit
