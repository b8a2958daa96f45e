"""What a message counts of the ones just told ("¿cuántas de ellas eran mujeres?"): never the very figure told, anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Asked, Operacion, read
from assistant.figures.values import PEOPLE, meet
from assistant.spans import overlap
from assistant.texts import Texts
from assistant.values import Claim, Draft, Query, Status, Turn
from corpus.analysis import fold, terms, words
from corpus.lugares import Lugares
from corpus.records import Span

# "¿Cuántos eran niños?", "¿y cuántas de ellas correspondían a mujeres?", "de esas, ¿cuántas…?"
_OF_THEM = re.compile(
    r"\bde (?:ell|es|est)[oa]s\b|\bof (?:them|those|these)\b"
    r"|\bcuant[oa]s (?:eran?|son|es|fueron|fue|corresponden|correspondian|correspondieron|were|are)\b"
)
# "¿Cuál fue la aerolínea que más pagó?", "¿cuántas quedaron sin resolver?": no figure that was told says it.
_OTHER = re.compile(
    r"\b(?:cual(?:es)?|quien(?:es)?|que \w+|which|who)\b.{0,40}\b(?:mas|menos|mayor|menor|most|least)\b"
    r"|\bcuant[oa]s\b.{0,30}\b(?:no|sin|falt\w+)\b"
)
# "¿Y cuál de los tres terminó primero?": the sentence that names them does not say it.
_WHICH_OF_THEM = re.compile(
    r"\b(?:cual|quien) de (?:(?:l[oa]s|es[oa]s|est[oa]s) (?:dos|tres|cuatro|cinco|\d)|ell[oa]s|es[oa]s|est[oa]s)\b.*\b(?:primer[oa]?|antes|ultim[oa]|despues|mas|menos|mejor|peor|mayor|menor)\b"
)
# "¿Y reconducciones?", "y las cartas de nacionalización": a thing, and no more.
_NAMES_ONLY = re.compile(
    r"^\W*(?:y|e) (?:(?:en|de|con|a) )?(?:(?:el|la|los|las) )?(?=\w{4,}(?: (?:del? )?(?:la |los |las )?\w{4,}){0,2}\W*$)"
)
# "¿Y expulsiones concretadas ese año?": of the time that was told.
_THAT_TIME = re.compile(
    r",? (?:(?:en|de|durante|para) )?(?:(?:es[ae]|est[ae]|dich[oa]) (?:mism[oa] )?|(?:el|la) mism[oa] )(?:ano|periodo|fecha)\b"
)


@dataclass(frozen=True)
class PartOfTold:
    """Finds answers that give the whole just told for a part of it."""

    texts: Texts
    words: FigureWords
    lugares: Lugares
    quote: Callable[[Span], str]

    def only_again(self, alone: Query, draft: Draft, last: Turn) -> bool:
        """Whether a draft only tells again what the last turn told, of which a message asks which one had the most, or for
        the rest."""
        if _WHICH_OF_THEM.search(fold(alone.pregunta)) and not (draft.figures or draft.medidas or draft.abstained):
            return draft.record_ids[:1] == last.record_ids[:1] != ()
        again = bool(draft.figures) and self.told_again(draft, last)
        if again and len(draft.figures) > 1 and draft.figures[0].value != last.figures[0].value:
            return False  # the years with least, after those with most: the same ones, the other way round
        return again and _OTHER.search(fold(alone.pregunta)) is not None

    @staticmethod
    def told_again(draft: Draft, last: Turn) -> bool:
        """Whether a draft tells no figure that the last turn did not tell; of one that tells none, whether it begins with the
        sentence that the last turn told a figure of."""
        if draft.abstained or not draft.figures:
            told = [span for figure in last.figures for span in figure.spans]
            return not draft.abstained and not draft.medidas and overlap(_spans(draft), told)
        return _values(draft) <= _values(last)

    def names_it(self, alone: Query, draft: Draft) -> bool:
        """Whether the labels of the figures of a draft say what a message names."""
        asked = read(alone, self.words, self.lugares)
        return bool(draft.figures) and not draft.abstained and self.says(asked, draft, label=True)

    def of_other(self, alone: Query, draft: Draft, last: Turn) -> str | None:
        """A message that only names another thing, with the time of the last figure written in, where a draft tells of it
        nothing, or what was told anew: "¿cuántas cartas hubo en 2023?", "¿y reconducciones?"; None where it says more, or
        the draft tells of that."""
        asked = read(alone, self.words, self.lugares)
        times = {figure.period for figure in last.figures if not figure.computed}
        line = _THAT_TIME.sub("", asked.line)
        if _NAMES_ONLY.match(line) is None or asked.operation is not Operacion.VALOR or len(times) != 1:
            return None
        if not asked.content or asked.periods or asked.places or asked.traits or None in times:
            return None
        of_that_time = line != asked.line
        if not draft.abstained and not (of_that_time or self.told_again(draft, last)):
            return None
        if not draft.abstained and self.says(asked, draft):
            return None
        return f"{_NAMES_ONLY.sub('', line, count=1).strip(' ?')} {times.pop()}"

    def says(self, asked: Asked, draft: Draft, *, label: bool = False) -> bool:
        """Whether the labels of the figures of a draft, and unless ``label`` alone is meant their sentences, say all that a
        message names."""
        spans = [] if label else _spans(draft)
        labels = [f"{figure.concept} {figure.unit}" for figure in draft.figures]
        said = frozenset(terms(" ".join((*labels, *map(self.quote, spans)))))
        return all(meet(asked.meanings.get(stem, frozenset({stem})), said) for stem in asked.content)

    def instead(self, alone: Query, draft: Draft, last: Turn) -> Draft | None:
        """What to say instead of a draft that only tells again what the last turn told, of whom a message asks how many
        were something that neither the label nor the sentence of the figure says, or how many there are of another thing;
        None where the draft is no such.
        """
        asked = read(alone, self.words, self.lugares)
        if not self.told_again(draft, last):
            return None
        names_only = bool(asked.traits) and _NAMES_ONLY.match(asked.line) is not None  # "¿y en LinkedIn?"
        if asked.operation is not Operacion.VALOR or not (asked.counts or names_only) or asked.periods:
            return None
        part = _OF_THEM.search(asked.line) is not None or bool(asked.traits)
        counted = set(asked.heads) - asked.paid - PEOPLE  # "¿y cuántas solicitudes ingresaron?", after letters granted
        if not (part or counted) or (asked.places and draft.figures):
            return None
        spans = _spans(draft)
        said = frozenset(terms(" ".join((*(figure.concept for figure in draft.figures), *map(self.quote, spans)))))
        named = (*asked.content, *asked.traits, *(stem for one in asked.places for stem in terms(one.nombre)))
        own = frozenset(named if part else counted)
        naming = [word for word in dict.fromkeys(words(asked.line)) if own & set(terms(word))]
        unsaid = [word for word in naming if not meet(_meant(asked, word), said)]
        if not unsaid or (len(unsaid) < len(naming) and not draft.figures):
            return None  # a sentence that says some of it may tell that by other words
        first = draft.claims[0]
        claims = (
            Claim(text=self.texts("cifras", "falta_rasgo", palabras=unsaid), spans=first.spans),
            Claim(text=self.texts("cifras", "mas_cercano"), block="canned"),
            first,
        )
        return draft.model_copy(
            update={"claims": claims, "status": Status.NOT_FOUND, "abstained": True, "figures": (), "entire": False}
        )


def _spans(draft: Draft) -> list[Span]:
    """Where the figures of a draft stand, or what it tells first where it tells none."""
    if draft.figures:
        return list(dict.fromkeys(span for figure in draft.figures for span in figure.spans))
    return [span for claim in draft.claims[:1] for span in claim.spans]


def _values(told: Draft | Turn) -> set[tuple[Decimal, str | None]]:
    return {(figure.value, figure.period) for figure in told.figures}


def _meant(asked: Asked, word: str) -> frozenset[str]:
    stems = terms(word)
    return frozenset(stems).union(*(asked.meanings.get(stem, frozenset()) for stem in stems))
