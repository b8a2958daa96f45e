"""How well a figure of a sentence fits a question: how much of it the label, the clause and the sentence say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum

from assistant.figures import phrases
from assistant.figures.measures import QUANTIFIERS, weigh, weight
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet
from corpus.analysis import fold, terms
from corpus.numbers import numbers_in
from corpus.store import Store

ROOT = 5
SHORTEST = 4
"""Letters of the shortest names of countries: "Perú", "Cuba"."""
ENDING = 4
"""How much longer the name of a people may be than that of its place: "Haití", "haitiana"."""
STRANGE = 3.0
TOLD = 0.4
HALF = 0.5
THIRD = 0.3
MOST = 0.6
WHOLE = 0.85
CLAUSE = 0.6
AROUND = 0.2
EXTRA = 0.1
PLACE = 4.0
# "Boletines de ciberseguridad" are bulletins.
_ABOUT = re.compile(r"(?<!total)(?<!número)(?<!cantidad) (?:del?|sobre|en) ")
_AMOUNT = re.compile(r"(?:[Cc]antidad|[Nn]úmero) de (\w+)")
MOVES = frozenset(terms("aumento incremento disminución reducción alza baja variación"))
SAYS = {
    Operacion.PROMEDIO: frozenset(terms("promedio media")),
    Operacion.RAZON: frozenset(terms("promedio media")),
    Operacion.CAMBIO: MOVES,
    Operacion.DIFERENCIA: MOVES,
}
"""What a figure's own label says where it is the very outcome asked for, as the document states it."""


def of_one_root(stem: str, other: str) -> bool:
    """Whether two stems are of a place and its people; "Caracas" begins "caracterización" too, and is none of it."""
    root = max(SHORTEST, min(ROOT, len(stem), len(other)))
    return stem[:root] == other[:root] and abs(len(stem) - len(other)) <= ENDING


@dataclass(frozen=True)
class FigureFit:
    """Weighs the words of a question that a figure of a sentence says, by their rarity in one index."""

    store: Store

    def beside(self, asked: Asked, one: Operand) -> float:
        """What of a question a figure's label, its clause and its sentence say, less what its label says beyond."""
        label = self._words(asked, one.stems)
        clause = self._words(asked, one.clause) - label
        around = self._words(asked, one.near) - label - clause
        meant = frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()
        extra = weigh(one.stems - meant - QUANTIFIERS, self.store.vocabulary)
        own = self._weigh(asked, label) + CLAUSE * self._weigh(asked, clause) + AROUND * self._weigh(asked, around)
        return own + float(self._heads(asked, one)) - EXTRA * extra

    def covered(self, asked: Asked, figures: Sequence[Operand], known: frozenset[str] = frozenset()) -> float:
        """The share of all that a question is about which some figures, the text around them or other stems say."""
        known = known.union(*(one.stems | one.clause | one.near for one in figures))
        said = [s for s in asked.topics if meet(asked.meanings.get(s, frozenset({s})), known)]
        return self._weigh(asked, said) / self.size(asked)

    def said_of(self, asked: Asked, figures: Sequence[Operand]) -> float:
        """The share of the last message that some figures and the text around them say; 1 where it says nothing."""
        known = frozenset[str]().union(*(one.stems | one.clause | one.near for one in figures))
        size = self._weigh(asked, self._said(asked))
        return self._weigh(asked, self._words(asked, known)) / size if size else 1.0

    def size(self, asked: Asked) -> float:
        """What all that a question is about counts for; never zero."""
        return self._weigh(asked, asked.topics) or 1.0

    @staticmethod
    def given(asked: Asked) -> frozenset[Decimal]:
        """The numbers that a question tells itself."""
        return frozenset(numbers_in(asked.line))

    def _said(self, asked: Asked) -> list[str]:
        """The words by which a question names its figure: of its last message, all of them where none has content."""
        own = [stem for stem in asked.content if stem in asked.fresh]
        asks = SAYS.get(asked.operation, frozenset()) | asked.placed | frozenset(asked.heads) - PEOPLE
        said = [*own, *(s for s in asked.fresh if s in asks and s not in own)] if own else list(asked.fresh)
        return [stem for stem in said if stem not in asked.paid] or said

    def _words(self, asked: Asked, known: frozenset[str]) -> frozenset[str]:
        """The words of the last message that some stems explain; a place by its people too ("Venezuela", "venezolanas")."""
        found = {s for s in self._said(asked) if meet(asked.fresh.get(s, frozenset({s})), known)}
        placed = {s for s in asked.placed & asked.fresh.keys() if any(of_one_root(stem, s) for stem in known)}
        return frozenset(found | placed)

    def _score(self, asked: Asked, near: float, one: Operand) -> float:
        """What of a question a figure's label explains, then its clause and its sentence, less what it says beyond."""
        vocabulary = self.store.vocabulary
        meant = frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()
        label = self._words(asked, one.stems)
        clause = self._words(asked, one.clause) - label
        old = [s for s in asked.content if asked.meanings.get(s, frozenset({s})) & (one.stems | one.near)]
        extra = weigh(one.stems - meant - QUANTIFIERS, vocabulary)
        score = weigh(label, vocabulary) + CLAUSE * weigh(clause, vocabulary) + 0.5 * weigh(old, vocabulary)
        return score - 0.3 * extra + PLACE * near + float(self._heads(asked, one))

    def _own(self, asked: Asked, one: Operand) -> float:
        """How much of the last message stands beside a figure."""
        return self._weigh(asked, self._words(asked, one.stems | one.clause))

    def _weigh(self, asked: Asked, stems: Iterable[str]) -> float:
        """What some words count for together: by what they may stand for; a word that no document has is not trifling."""
        vocabulary = self.store.vocabulary
        known = ([s for s in asked.meanings.get(stem, frozenset({stem})) if vocabulary.knows(s)] for stem in stems)
        return fsum(max((weight(s, vocabulary) for s in meant), default=STRANGE) for meant in known)

    def _heads(self, asked: Asked, one: Operand) -> bool:
        """Whether a figure counts what the question counts first."""
        head = next(iter(asked.heads), None)
        if head is None:
            return False
        meant = asked.meanings.get(head, frozenset({head}))
        if head in PEOPLE and one.unit not in ("", *SIGNS) and one.concept.startswith(one.unit):
            return meet(meant, frozenset(terms(one.unit)))  # "talleres sobre trata de personas" counts none of them
        of_a_part = one.whole is not None and meant & one.clause  # "de las cuales N resultaron en permisos"
        first, *about = [frozenset(terms(part)) - QUANTIFIERS for part in _ABOUT.split(one.concept)]
        own = frozenset[str]().union(first, *about[:1])
        # The word itself, however it is spelt; the "atenciones del Departamento de Refugio" are not of refugees.
        named = frozenset(s for s in meant & one.stems if s[:ROOT] == head[:ROOT])
        if not named & own and not meet(frozenset[str]().union(*asked.meanings.values()), own):
            named = frozenset()
        if not named:  # what is called by another word is counted, and not what it is about
            named = meant & one.stems if meet(meant, first) else frozenset()
        return bool(named or of_a_part) or bool(one.unit not in SIGNS and meant & self.announced(one))

    def _of_its_rows(self, asked: Asked, one: Operand) -> bool:
        """Whether a figure counts the regions, offices or years that a question counts: "Direcciones Regionales" too."""
        counted = terms(f"{one.unit} {_ABOUT.split(one.concept)[0]}")
        return any(stem[:ROOT] == asked.heads[0][:ROOT] for stem in counted)

    @staticmethod
    def _trait(asked: Asked, one: Operand) -> bool:
        """Whether a figure's label says a trait that a question parts by: "rechazos"."""
        meant = frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in asked.traits))
        return meet(meant, one.stems)

    def next_in_line(self, one: Operand) -> bool:
        """Whether its sentence says of a figure that another comes first: "le siguen…", "seguido de…"."""
        if one.at is None or not one.spans:
            return False
        said = self.store.quote(one.spans[0])[: one.at.start - one.spans[0].start]
        return phrases.comes_next(fold(said))

    @staticmethod
    def placed(asked: Asked, figures: Sequence[Operand]) -> bool:
        """Whether some figures or the text around them name a place that a question names, or its people."""
        named = {stem for place in asked.places for stem in terms(place.nombre)}
        known = frozenset[str]().union(*(one.stems | one.near for one in figures))
        return not named or any(of_one_root(stem, other) for stem in known for other in named)

    def announced(self, one: Operand) -> frozenset[str]:
        """What a sentence says beforehand that its figures count: "En cuanto a la cantidad de seguidores, X tiene…"."""
        return frozenset(terms(" ".join(_AMOUNT.findall(self.store.quote(one.spans[0])))))

    def _meant(self, asked: Asked, one: Operand, *, headed: bool, alone: bool, labelled: bool) -> bool:
        """Whether a figure is plainly named: half of what is said stands beside it, or a third and most in its sentence.

        The one percentage of a sentence (``alone``) is of all that the sentence speaks of; of one that is ``labelled`` with
        the very numbers that a question tells ("35 a 44 años") what surrounds it is enough.
        """
        said = self._said(asked)
        told = self._words(asked, one.stems | one.clause | one.near)
        around = self._weigh(asked, told)
        # A verb that only tells how it came to be ("desde que pusieron…") says little of what is counted.
        size = self._weigh(asked, said) - (1 - TOLD) * self._weigh(asked, (asked.verbs & set(said)) - told)
        if labelled and around >= MOST * size:
            return self.placed(asked, [one])
        beside = self._own(asked, one)
        own = around if alone else beside
        whole = self._heads(asked, one) and around >= WHOLE * size  # "5.108 asistentes": of all that its sentence says
        if not beside or (own < HALF * size and (own < THIRD * size or around < MOST * size) and not whole):
            return False
        if not self.placed(asked, [one]):
            return False
        if not headed or not asked.heads or one.unit in SIGNS:
            return True
        if asked.rows:  # "¿en cuántas regiones se hicieron reuniones?": not how many meetings there were
            return self._of_its_rows(asked, one)
        of_whom = self._words(asked, one.stems) & asked.placed and self._words(asked, one.near) >= {asked.heads[0]}
        known = self._heads(asked, one) or asked.heads[0] not in asked.content or self._trait(asked, one)
        return known or bool(
            of_whom
        )  # "¿cuántos refugiados son ucranianos?": "…como refugiadas: ucraniana con 66 casos"
