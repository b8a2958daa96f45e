"""Two figures asked in one question that one sentence, or two that follow each other, state together.

"Este convenio permitió contratar a 30 mujeres… Se analizó un total de 186.245 solicitudes": where the words of a question
lead to a sentence or two of one passage, and these hold a figure of the sort that each of its parts asks for, they answer
better than the parts sought one by one, of which the second seldom says what it is about.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.claims import spans_of
from assistant.figures.lookup import ProseLookup
from assistant.figures.parts_asked import Sort
from assistant.figures.periods import Rango
from assistant.figures.prose import Nearby, as_read, of_periods
from assistant.figures.question import Asked
from assistant.figures.reading import unnamed
from assistant.figures.sorts import counts
from assistant.figures.values import PEOPLE, RANKS, Operand, meet
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.analysis import terms
from corpus.lugares import CHILE, Lugares
from corpus.records import Span
from corpus.store import Store

APART = 700
"""How far one sentence may end before the other that goes with it begins, and what each character between costs."""
BETWEEN = 0.003
NEXT = 2
COVERED = 0.4
NEAREST = 0.3
LABELS = 0.5
OWN = 0.3
TIMED = 1.5
YEARLY = 0.5
"""What a whole year counts for over a part of one, where no period is asked for."""
UNCOUNTED = 6.0
LONG = 2.0
UNSAID = 3.0
"""What a second sentence must add, so that one alone comes first where it says as much."""
LEAD = 385
MONEY = ("$", "M$")
MEASURES = frozenset("minutos horas dias días semanas meses años anos km metros puntos veces".split())
Choice = tuple[float, tuple[Operand | None, ...]]


@dataclass(frozen=True)
class Part:
    """One of the things that a question asks for: its sort, what it asks of figures, and the periods that it names.

    ``predicate`` are the stems of what it says of the part, where it asks for a share.
    """

    sort: Sort
    asked: Asked
    periods: tuple[Rango, ...] = ()
    predicate: frozenset[str] = frozenset()

    @property
    def money(self) -> bool:
        """Whether it asks for an amount of money."""
        named = self.asked.heads if self.sort is Sort.COUNT else self.asked.fresh
        return bool(self.asked.paid & set(named))

    @property
    def only_dated(self) -> bool:
        """Whether it says nothing but a period: "y cuántas en 2025"."""
        return bool(self.periods) and not any(stem in self.asked.fresh for stem in self.asked.content)

    @property
    def same(self) -> bool:
        """Whether it names nothing of its own: "y cuántas quedan", of the thing that was counted before."""
        counted = self.sort is Sort.COUNT and not self.asked.heads
        return counted and not any(stem in self.asked.fresh for stem in (*self.asked.content, *self.asked.placed))


@dataclass(frozen=True)
class JointFigures:
    """Finds the sentences of a passage that state all the figures a question asks for."""

    texts: Texts
    store: Store
    lookup: ProseLookup
    lugares: Lugares

    def find(self, asked: Asked, parts: Sequence[Part], nearby: Sequence[Nearby]) -> Worked | None:
        """The sentences with the figures of all parts; None where no passage near plainly has them."""
        sorts = [part.sort for part in parts]
        if len(parts) < 2 or Sort.OTHER in sorts or set(sorts) <= {Sort.PLACE}:
            return None
        if any(part.only_dated for part in parts):  # one thing, of two periods
            return None
        best: tuple[float, tuple[Span, ...], tuple[Operand | None, ...]] | None = None
        for window in self._windows(nearby):
            chosen = self._chosen(asked, parts, window)
            if chosen is not None and (best is None or chosen[0] > best[0]):
                best = chosen[0], tuple(dict.fromkeys(one.spans[0] for _, one in window)), chosen[1]
        if best is None:
            return None
        _, spans, figures = best
        return self._told(asked, spans, [one for one in figures if one is not None])

    @staticmethod
    def _windows(nearby: Sequence[Nearby]) -> list[list[Nearby]]:
        """The figures of each sentence, and of each two that follow each other in one section."""
        by_sentence: dict[Span, list[Nearby]] = {}
        for pair in nearby:
            by_sentence.setdefault(pair[1].spans[0], []).append(pair)
        spans = sorted(by_sentence, key=lambda span: (span.document, span.start))
        windows = [by_sentence[span] for span in spans]
        for at, one in enumerate(spans):
            for other in spans[at + 1 : at + 1 + NEXT]:
                close = one.document == other.document and 0 <= other.start - one.end < APART
                if close and by_sentence[one][0][1].group == by_sentence[other][0][1].group:
                    windows.append([*by_sentence[one], *by_sentence[other]])
        return windows

    def _section(self, figures: Sequence[Operand]) -> frozenset[str]:
        """The stems of the passage that figures stand in."""
        found = self.store.passage_around(figures[0].spans[0])
        return frozenset(terms(found.texto.texto)) if found is not None else frozenset()

    def _chosen(self, asked: Asked, parts: Sequence[Part], window: Sequence[Nearby]) -> Choice | None:
        """How well a window answers, with the figure of each part (none for a place); None where it lacks one."""
        near = sum(max(n for n, o in window if o.spans[0] == span) for span in {o.spans[0] for _, o in window})
        near /= len({one.spans[0] for _, one in window})
        figures = [one for _, one in window]
        covered = (
            self.lookup.covered(asked, figures) + self.lookup.covered(asked, figures, self._section(figures))
        ) / 2
        if not self.lookup.placed(asked, figures):
            return None
        timed = of_periods(figures, asked.periods)
        if covered < (COVERED if near < 1 else NEAREST) or (asked.periods and not timed):
            return None
        same = [part is not parts[0] and part.same for part in parts]
        naming = [part for part, is_same in zip(parts, same, strict=True) if not is_same]
        if any(part.sort is not Sort.PLACE and self.lookup.said_of(part.asked, figures) < OWN for part in naming):
            return None
        if not self._own_said(parts, figures):
            return None
        given = self.lookup.given(asked)
        free = [
            one for one in figures if one.value not in given and not (asked.first and self.lookup.next_in_line(one))
        ]
        options: list[list[tuple[float, Operand | None]]] = []
        share = False
        for part in parts:
            if part.sort is Sort.PLACE:
                found: list[tuple[float, Operand | None]] = [(0.0, None)] if self._places(figures) else []
            else:
                found = [
                    (
                        self.lookup.beside(part.asked, one)
                        + (TIMED if one in timed else 0.0)
                        + (YEARLY if not asked.periods and one.actual and one.actual.whole_years() else 0.0)
                        - _strange(part, one, share),
                        one,
                    )
                    for one in free
                    if _of_sort(part, one) and (one.actual is None or of_periods([one], part.periods))
                ]
            if not found:
                return None
            share = share or part.sort is Sort.SHARE
            options.append(sorted(found, key=lambda pair: -pair[0])[:4])
        sentences = len({one.spans[0] for one in figures})
        best: Choice | None = None
        for choice in itertools.product(*options):
            told = [one for _, one in choice if one is not None]
            values = {one.at or (one.value, one.spans[0]) for one in told}
            if len(values) < len(told) or len({one.spans[0] for one in told}) < sentences - (len(told) < len(parts)):
                continue
            units = [one.unit if one is not None else None for _, one in choice]
            if any(is_same and units[at] != units[at - 1] for at, is_same in enumerate(same)):
                continue
            if any(_unnamed(parts[at], choice[at][1]) for at in range(1, len(parts)) if units[at] != units[at - 1]):
                continue
            if len(asked.periods) == 1 and len({(one.concept, one.unit) for one in told}) < len(told):
                continue  # the same thing twice, of one period only
            score = sum(weight for weight, _ in choice)
            if best is None or score > best[0]:
                best = score, tuple(one for _, one in choice)
        if best is None:
            return None
        size = self.lookup.size(asked)
        starts = [one.spans[0] for one in figures]
        length = sum(span.end - span.start for span in set(starts))
        between = max(span.start for span in starts) - min(span.end for span in starts) if sentences > 1 else 0
        cost = BETWEEN * between + (LONG if length > LEAD else 0.0)
        said = sum(self.lookup.said_of(part.asked, figures) for part in naming) / len(naming)
        return LABELS * best[0] + (covered + near + said) * size - (cost if sentences > 1 else 0.0), best[1]

    @staticmethod
    def _own_said(parts: Sequence[Part], figures: Sequence[Operand]) -> bool:
        """Whether sentences say what the first part names beside the thing that it counts, where another counts the same
        of something else: "cuántas visitas tuvo el sitio y cuántas el portal".
        """
        first, *others = [part for part in parts if part.sort is Sort.COUNT] or [parts[0]]
        if not first.asked.heads or all(part.asked.heads or part.same for part in others):
            return True
        counted = frozenset[str]().union(
            *(first.asked.meanings.get(head, frozenset({head})) for head in first.asked.heads)
        )
        own = [stem for stem in first.asked.content if stem in first.asked.fresh and stem not in counted]
        known = frozenset[str]().union(*(one.stems | one.clause | one.near for one in figures))
        return not own or any(meet(first.asked.meanings.get(stem, frozenset({stem})), known) for stem in own)

    def _places(self, figures: Sequence[Operand]) -> bool:
        """Whether the sentences name a place other than the whole country."""
        said = " ".join(self.store.quote(span) for span in dict.fromkeys(one.spans[0] for one in figures))
        return any(mention.lugar.nombre != CHILE for mention in self.lugares.find(said))

    def _told(self, asked: Asked, spans: Sequence[Span], figures: Sequence[Operand]) -> Worked:
        """The sentences; where they are long, each figure first and the sentences after."""
        texts = [as_read(self.store, span) for span in spans]
        if sum(map(len, texts)) <= LEAD:
            claims = [
                Claim(text=text, spans=spans_of([one for one in figures if one.spans[0] == span]) or (span,))
                for text, span in zip(texts, spans, strict=True)
            ]
            return Worked(tuple(claims), (), tuple(figures))
        return Worked(self.lookup.told(asked, figures), (), tuple(figures))


def _of_sort(part: Part, one: Operand) -> bool:
    """Whether a figure is of the sort that a part asks for, and counts what it counts, where that is said."""
    ranked = bool(RANKS & one.stems)
    if part.sort is Sort.RANK:
        return ranked
    if part.sort is Sort.SHARE:
        return one.unit == "%"
    if part.money:
        return one.unit in MONEY
    if part.sort is Sort.MUCH:
        return not ranked
    measure = one.unit in MEASURES and not set(terms(one.unit)) & part.asked.fresh.keys()
    other = _no_people(part, one) or _of_another(part, one)
    return one.unit not in MONEY and not ranked and not measure and not other


def _of_another(part: Part, one: Operand) -> bool:
    """Whether a figure counts another thing than its part: "recursos **por rechazo de residencias**" are no residencias."""
    return not counts(part.asked, terms(one.concept.partition(" por ")[0]))


def _no_people(part: Part, one: Operand) -> bool:
    """Whether a part counts people, and a figure another thing that the question names: "a los **municipios**… y cuánta gente"."""
    asked = part.asked
    if not PEOPLE & set(asked.heads[:1]) or PEOPLE & one.stems:
        return False
    things = (asked.meanings.get(stem, frozenset({stem})) for stem in asked.content if stem not in asked.heads)
    return meet(frozenset[str]().union(*things) - PEOPLE, terms(one.concept)[:1])


def _unnamed(part: Part, one: Operand | None) -> bool:
    """Whether a part counts no noun, "y cuántos se hicieron", and nothing that it says names a figure."""
    return part.sort is Sort.COUNT and one is not None and unnamed(part.asked, one.stems)


def _strange(part: Part, one: Operand, share: bool) -> float:
    """What speaks against a figure: that "cuántas eran de…" is told as a percentage, though a count comes first, or
    that a share is not of what is said of the part.
    """
    counted = part.sort is Sort.COUNT or (part.sort is Sort.MUCH and not share)
    against = UNCOUNTED if (one.unit == "%") == counted else 0.0
    meant = frozenset[str]().union(*(part.asked.meanings.get(stem, frozenset({stem})) for stem in part.predicate))
    unsaid = bool(part.predicate) and not meet(meant, one.stems | one.clause)
    return against + (UNSAID if unsaid else 0.0)
