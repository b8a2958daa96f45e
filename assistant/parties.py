"""With whom: whether an answer on an agreement is on one with the body that a question names, and not with another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.lexicon import Instituciones
from corpus.lugares import CHILE
from corpus.synonyms import Synonyms
from corpus.vocabulary import Vocabulary

# Since when an agreement is in force says of when something else is told.
_SINCE = re.compile(r"\b(?:desde|tras|a partir|despues|luego|gracias|producto|since|after)\b[^,.;:¿?]{0,30}$")
# "El convenio de Migraciones con el Ejército para…": a name in capitals, or one word; "de acuerdo con" agrees on nothing.
_WITH = re.compile(
    r"\b(?:convenios?|(?<![dD]e )acuerdos?|alianzas?|memor[aá]ndum|agreements?)\b[^?.;,]{0,60}? (?:con|with) (?:(?:el|la|los|las|the) )?"
    r"(?P<party>[A-ZÁÉÍÓÚÑ][\w.]*(?: (?:(?:de|del|la|las|los|el|y|e) )*[A-ZÁÉÍÓÚÑ][\w.]*)*|(?!que\b|quien)[a-záéíóúñ]{4,}\b)"
)
_NAME = r"[A-ZÁÉÍÓÚÑ][\w.]*(?: (?:(?:de|del|la|las|los|el|y|e) )*[A-ZÁÉÍÓÚÑ][\w.]*)*"
# "Convenio SERMIG - Senadis", "acuerdo SERMIG/Biblioteca Nacional": both who agree, as in a telegram.
_OF_BOTH = re.compile(
    rf"\b(?:[Cc]onvenios?|[Aa]cuerdos?|[Aa]lianzas?|[Mm]emor[aá]ndum)\b[^?.;,]{{0,60}}?\b(?P<one>{_NAME}) ?[-–/] ?(?P<other>{_NAME})"
)
OF_THE_COUNTRY = 2
"""A name of more words is told without "de Chile": "el Banco Central"."""


class Parties:
    """Reads with whom an agreement is, by the names of institutions and the words of one index."""

    def __init__(
        self, known: Instituciones, synonyms: Synonyms, vocabulary: Vocabulary, mend: Callable[[str], str] = fold
    ) -> None:
        """``mend`` writes a text as a question's line is written: folded, without slips."""
        self.mend = mend
        self.known = known
        self.synonyms = synonyms
        self.vocabulary = vocabulary

    def other(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a question asks of an agreement with a body that none of the texts names.

        A body in small letters counts only where it is known or the documents have no such word: it may be described. Of two
        that are named together, one must be told where the other one is.
        """
        asked = _WITH.search(question)
        both = _OF_BOTH.search(question) if asked is None else None
        if both is not None:
            held = [set(terms(text)) for text in texts]
            told = [self._told(party, held) for party in both.groups()]
            return any(told) and not all(told)
        if asked is None or _SINCE.search(fold(question[: asked.start()])):
            return False
        party = asked["party"]
        telling = [word for word in words(self.mend(party)) if word not in STOP_WORDS]
        described = party[0].islower() and self.known.canonical(party) is None and any(map(self._means, telling))
        if not telling or described:
            return False
        return not self._told(party, [set(terms(text)) for text in texts])

    def _told(self, party: str, held: Sequence[set[str]]) -> bool:
        """Whether some stems name a party in one of the ways in which it is known."""
        name = self.known.canonical(party)
        forms = self.known.by_name[name].formas if name is not None else (party, self.mend(party))
        return any(self._names(form, told) for form in forms for told in held)

    def _names(self, name: str, told: set[str]) -> bool:
        """Whether some stems hold all words of a name, or what they stand for; "de Chile" is left out of a long one."""
        telling = [word for word in words(name) if word not in STOP_WORDS]
        if len(telling) > OF_THE_COUNTRY and telling[-1] == fold(CHILE):
            telling = telling[:-1]
        return all({*terms(word), *self.synonyms.expansion(word)} & told for word in telling)

    def _means(self, word: str) -> bool:
        """Whether a word says anything to the documents: they hold it, or the lexicon knows what it stands for."""
        return any(map(self.vocabulary.knows, terms(word))) or self.synonyms.meaning(word) is not None
