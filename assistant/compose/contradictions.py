"""The contradictions between the documents that touch what an answer says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.compose.medidas import MedidaClaims
from assistant.values import Draft, Query
from corpus.analysis import fold, terms
from corpus.numbers import numbers_in
from corpus.records import Discrepancia
from corpus.store import Store

# What part of the matter of a contradiction a question must name.
ABOUT = 0.6
# Stems that begin alike are of one word: "taller" and "talleres".
ROOT = 4
MAX_NOTES = 2
TWO = 2
_COUNT = re.compile(r"(?<![\d.,])(\d[\d.]*) ([a-z]{4,}s)\b")


class Contradictions:
    """Tells the contradictions of one index beside answers."""

    def __init__(self, store: Store, medidas: MedidaClaims) -> None:
        self.store = store
        self.medidas = medidas

    def _asked_about(self, query: Query, draft: Draft, told: Sequence[Discrepancia]) -> list[Discrepancia]:
        """The contradictions that touch what is said after the first claim, where the question is about their matter."""
        asked = terms(query.texto)
        near = [found for claim in draft.claims[1:] for found in self.store.contradictions(claim.spans)]
        near = [found for found in dict.fromkeys(near) if found not in told]
        return [found for found in near if _names(asked, terms(found.asunto))]

    def noted(self, query: Query, draft: Draft) -> Draft:
        """A draft with the contradictions that touch what it says, where they are not told yet; figures tell their own."""
        if draft.abstained or not draft.claims:
            return draft
        draft = self._chosen_from(query, draft)
        if draft.medidas or draft.figures:
            return draft
        told = {claim.text for claim in draft.claims}
        touching = self.store.contradictions(draft.claims[0].spans)
        touching = (*touching, *self._asked_about(query, draft, touching))
        notes = [self.medidas.discrepancy(found) for found in touching]
        new = tuple(note for note in notes if note.text not in told)[:MAX_NOTES]
        return draft.model_copy(update={"claims": (*draft.claims, *new)})

    def _chosen_from(self, query: Query, draft: Draft) -> Draft:
        """A draft with the contradiction between the two numbers that a question gives to choose from: "¿son 28 u 86?"; or
        between the one that it states and the other that is told of the very thing."""
        line = fold(query.texto)
        given = set(numbers_in(line))
        if len(given) < TWO:
            given = _both_counted(line, fold(draft.claims[0].text))
        if len(given) < TWO:
            return draft
        near = dict.fromkeys(found for claim in draft.claims for found in self.store.contradictions(claim.spans))
        told = {claim.text for claim in draft.claims}
        between = (found for found in near if given <= set(numbers_in(found.explicacion)))
        notes = [note for note in map(self.medidas.discrepancy, between) if note.text not in told]
        lead, *rest = draft.claims
        return draft.model_copy(update={"claims": (lead, *notes[:1], *rest)})


def _both_counted(line: str, told: str) -> set[Decimal]:
    """The number that a folded question states of some things and the other that is told of them: "leí que trae 28 medidas",
    and there are 86; none where it states none, or that one."""
    stated = {noun: number for number, noun in _COUNT.findall(line)}
    own = {noun: number for number, noun in reversed(_COUNT.findall(told))}
    differ = [(stated[noun], own[noun]) for noun in stated if noun in own and stated[noun] != own[noun]]
    return set(numbers_in(" ".join(differ[0]))) if len(differ) == 1 else set()


def _names(asked: Sequence[str], matter: Sequence[str]) -> bool:
    """Whether the stems of a question hold most of those of a matter of several words, in whatever number."""
    held = [stem for stem in matter if any(one[:ROOT] == stem[:ROOT] for one in asked)]
    return len(matter) > 1 and len(held) >= ABOUT * len(matter)
