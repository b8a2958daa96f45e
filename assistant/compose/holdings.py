"""What the documents hold of a name at all: a section of its own, a practice of that name, its words anywhere."""

from __future__ import annotations

import re
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from assistant.compose.names import name_pattern
from assistant.compose.sentences import MARK
from corpus.analysis import fold, terms, words
from corpus.records import Fragmento, Pasaje, Practica
from corpus.store import Store

# How long the text under a heading is that tells what the heading names.
SAYS, SECTION = 60, 1200
# From which length on a word that differs by one letter is taken for a slip.
LONG_WORD = 6


class Holdings:
    """Looks names up in the documents of one index. ``sorts`` are the stems of words for sorts of things."""

    def __init__(self, store: Store, sorts: frozenset[str]) -> None:
        self.store = store
        self._sorts = sorts

    def section(self, name: str) -> Pasaje | None:
        """The piece under the heading that is a name, or a name after the sort of thing it is; short enough to be read."""
        named = re.compile(
            rf"(?:(?:\w+ ){{1,2}}del? (?:la |los |las )?)?{name_pattern(name).pattern}\W*(?:\([^)]*\))?\W*"
        )
        for passage in self.store.of(Pasaje):
            title = MARK.sub("", fold(passage.ruta[-1])) if passage.ruta else ""
            body = passage.texto.texto.removeprefix(passage.ruta[-1] if passage.ruta else "").strip()
            of_sort = set(terms(title)) - set(terms(name)) <= self._sorts
            if named.fullmatch(title) and of_sort and SAYS <= len(body) <= SECTION:
                return passage
        return None

    def heard(self, word: str) -> bool:
        """Whether any document holds a folded word, in the singular or the plural, or one that differs by a slip."""
        if word in self._words or any(form in self._words for form in (word.removesuffix("s"), f"{word}s")):
            return True
        return len(word) >= LONG_WORD and any(
            abs(len(other) - len(word)) <= 1 and Levenshtein.distance(word, other, score_cutoff=1) <= 1
            for other in self._words
        )

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for document in self.store.documents.values() for word in words(document.text))

    def knows(self, name: str) -> bool:
        """Whether any sentence holds all that a name says, in whatever order."""
        stems = set(terms(name)) - self._sorts
        return not stems or any(stems <= held for held in self._held)

    def is_practice(self, name: str) -> bool:
        """Whether a practice bears a name in its title: what was done there says what it is."""
        return bool(self.practices(name))

    def practices(self, name: str) -> list[Practica]:
        """The practices that bear a name in their titles.

        One word that is not only a name must stand there with the sort: "enfoque **intercultural**" is no "escuela
        intercultural".
        """
        whole = set(terms(name))
        own = whole - self._sorts
        common = len(own) == 1 and any(own <= set(terms(word)) for word in self._ordinary)
        sought = whole if common else own
        return [one for one in self.store.of(Practica) if own and sought <= set(terms(one.titulo.texto))]

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """The words of the titles of practices that passages write in lower case too."""
        titled = {word for one in self.store.of(Practica) for word in words(one.titulo.texto)}
        texts = (record.texto.texto for record in self.store.of(Pasaje))
        return frozenset(fold(word) for text in texts for word in re.findall(r"\w+", text) if word.islower()) & titled

    @cached_property
    def _held(self) -> tuple[frozenset[str], ...]:
        """The stems of each piece of the documents."""
        texts = [" ".join((*record.ruta, record.texto.texto)) for record in self.store.of(Pasaje)]
        texts += [record.texto.texto for record in self.store.of(Fragmento)]
        texts += [record.titulo.texto for record in self.store.of(Practica)]
        for medida in self.store.medidas.values():
            texts.append(" ".join((medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos))))
        return tuple(frozenset(terms(text)) for text in texts)
