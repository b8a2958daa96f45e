"""Two things asked of one, told by one sentence or by the next: that leads, so that both stand at the beginning.

"¿Cuántos talleres hubo y cuántas personas se capacitaron?" is led by the sentence that gives both numbers, "¿cuántas
contrataron y por cuánto tiempo?" by the one that gives the first and the one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.compose.parts import Part, PartReader
from assistant.compose.passages import as_markdown, inline
from assistant.counts import counted, counts
from assistant.figures.sorts import PEOPLE
from assistant.focus import asks_time, expected
from assistant.values import Claim, Draft, Status
from assistant.years_asked import years_of
from corpus.analysis import fold, terms
from corpus.records import Fragmento, Span
from corpus.store import Store
from corpus.synonyms import Synonyms

Tells = Callable[[str], bool]
PAIR = 2
FIRST_CHARS = 400
"""So much of an answer is read first."""
MOSTLY = 0.5
"""How much of what a part speaks of a sentence must speak of too, where the part says itself of what it asks."""
_COUNTS = re.compile(r"\b(?:cuant[oa]s|how many)\b")
# Those who come are people, by whatever word they are asked for.
_WHO_CAME = re.compile(r"\b(?:asistentes|participantes|beneficiari[oa]s|capacitad[oa]s|alumn[oa]s|inscrit[oa]s)\b")


@dataclass(frozen=True)
class BothTold:
    """Leads an answer with what tells both of two things that a message asks. ``named`` gives what tells a thing of the sort
    that a question asks for by name or by place; None where it asks for none."""

    reader: PartReader
    store: Store
    synonyms: Synonyms
    named: Callable[[str], Tells | None]

    def first(self, message: str, draft: Draft) -> Draft:
        """A draft, led by the piece of its own passage that tells both things, or with the piece that tells the second right
        behind its lead; as it is where its beginning tells both, or nothing near does."""
        parts = [part for part in self.reader.parts(message) if part.asks]
        lead = draft.claims[0] if draft.claims else None
        if len(parts) != PAIR or lead is None or not lead.spans or not _plain(draft):
            return draft
        sought = [self._sought(part) for part in parts]
        tests = [one for one in sought if one is not None]
        beginning = [claim.text for claim in _beginning(draft.claims)]
        if not tests or (all(any(map(test, beginning)) for test in tests) and self._of_one_place(draft)):
            return draft
        years = years_of(fold(message))
        near = [_claim(one) for one in self._near(lead.spans[0]) if _of_the_years(years, one.texto.texto)]
        both = next((one for one in near if len(tests) == PAIR and all(test(one.text) for test in tests)), None)
        if both is not None:
            return _put(draft, both, at=0)
        second = draft.claims[1] if len(draft.claims) > 1 and draft.claims[1].block == "lead" else None
        loosely = [self._sought(part, loosely=True) for part in parts]
        if second is not None and all(test is not None and test(second.text) for test in loosely):
            return _put(
                draft, second, at=0
            )  # "¿dónde fue y con qué universidad?": what tells the second tells where, too
        further = sought[-1]
        if further is not None and not any(map(further, beginning)):
            more = next((one for one in near if further(one.text)), None)
            # "¿Por qué localidad se hicieron y qué porcentaje era…?": both of one passage, and not in its lead.
            first = loosely[0]
            led = more is not None and first is not None and first(more.text) and not any(map(first, beginning))
            return _put(draft, more, at=0 if led else 1) if more is not None else draft
        return draft

    def _sought(self, part: Part, *, loosely: bool = False) -> Tells | None:
        """What tells that a text gives what a part asks: a thing of its sort, a time, a number of what it counts; ``loosely``
        where the text need not speak of what the part says of its own."""
        line = fold(part.text)
        looks = expected(line)
        things = {one for thing in counted(line) for one in (thing, *self.synonyms.expansion(thing))}
        things |= PEOPLE if _WHO_CAME.search(line) or things & PEOPLE else frozenset()
        named = self.named(part.text)
        own = self.reader.own(part.text) if part.alone and not loosely else frozenset()
        if named is None and looks is None:
            return None

        def tells(text: str) -> bool:
            folded = fold(text)
            if named is not None and not named(text):
                return False
            if _COUNTS.search(line) and not asks_time(line):
                found = counts(folded, things) if things else looks is not None and looks.search(folded) is not None
            else:
                found = looks is None or looks.search(folded) is not None
            return found and self._speaks_of(own, text, things)

        return tells

    def _speaks_of(self, own: frozenset[str], text: str, counted_: set[str]) -> bool:
        """Whether a text speaks of most of what a part says of its own; what it counts by another name counts."""
        if not own:
            return True
        held = set(terms(text))
        meant = {one for word in own for one in (word, *self.synonyms.expansion(word)) if one in held}
        said = {word for word in own if word in held or meant & set(self.synonyms.expansion(word))}
        said |= own & counted_ if counted_ & held else set()
        return len(said) >= MOSTLY * len(own)

    def _near(self, span: Span) -> Iterator[Fragmento]:
        """The short pieces of the passage that a span stands in, in their order."""
        passage = self.store.passage_around(span)
        around = passage.texto.spans[0] if passage is not None else None
        for piece in self.store.of(Fragmento) if around is not None else ():
            its = piece.texto.spans[0]
            inside = its.document == span.document and around is not None and around.start <= its.start
            if inside and around is not None and its.end <= around.end and len(piece.texto.texto) <= FIRST_CHARS:
                yield piece

    def _of_one_place(self, draft: Draft) -> bool:
        """Whether what an answer begins with stands in one passage."""
        spans = [claim.spans[0] for claim in _beginning(draft.claims) if claim.spans and claim.block == "lead"]
        places = {found.id for span in spans if (found := self.store.passage_around(span)) is not None}
        return len(places) < PAIR


def _plain(draft: Draft) -> bool:
    """Whether a draft tells what free pieces say, and nothing is worked out in it."""
    worked = any(figure.computed for figure in draft.figures)
    return draft.status in (Status.ANSWERED, Status.PARTIAL) and not (draft.medidas or draft.entire or worked)


def _beginning(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that stand within the first characters of an answer."""
    length = 0
    for claim in claims:
        length += len(claim.text)
        if length > FIRST_CHARS and length > len(claim.text):
            return
        yield claim


def _of_the_years(asked: Collection[str], text: str) -> bool:
    """Whether a text names none of the years but those asked of, or none."""
    told = years_of(fold(text))
    return not asked or not told or not told.isdisjoint(asked)


def _claim(piece: Fragmento) -> Claim:
    return Claim(text=inline(as_markdown(piece.texto.texto)), spans=piece.texto.spans)


def _put(draft: Draft, claim: Claim, *, at: int) -> Draft:
    """A draft with a claim among its first, and no more where it told it before."""
    kept = [one for one in draft.claims if one.spans != claim.spans or one.computed]
    return draft.model_copy(update={"claims": (*kept[:at], claim, *kept[at:])})
