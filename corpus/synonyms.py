"""Synonyms: from the words that users type to the words that the documents use (``lexicon/sinonimos.toml``)."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from rapidfuzz.distance import Prefix

from corpus.analysis import STOP_WORDS, stem, terms, words
from corpus.errors import LexiconError
from corpus.lexicon import Entry, load_entries


class _Grupo(Entry):
    concepto: str
    formas: tuple[str, ...]


Key = tuple[str, ...]


class Synonyms:
    """Finds users' forms in a question, longest first, and gives the documents' words for them."""

    def __init__(self, groups: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> None:
        self.forms: tuple[str, ...] = tuple(form for concept, forms in groups for form in (concept, *forms))
        written: dict[str, str] = {}
        for concept, forms in groups:
            for form in forms:
                other = written.setdefault(" ".join(words(form)), concept)
                if other != concept:
                    raise LexiconError(f"sinonimos.toml: «{form}» está en «{other}» y en «{concept}»")
        for concept, _ in groups:
            written.setdefault(" ".join(words(concept)), concept)
        self._letters = frozenset(
            form.lower() for _, forms in groups for form in forms if form.isalpha() and form.isupper()
        )
        """The forms that are written as letters alone, folded: "CAJ"."""
        self._forms: dict[Key, list[tuple[str, str]]] = {}
        """The forms of each row of stems, as they are written, with their concepts; a concept is a form of itself."""
        for form, concept in written.items():
            self._forms.setdefault(self._key(form), []).append((form, concept))

    @classmethod
    def load(cls, folder: Path) -> Synonyms:
        """The groups of ``sinonimos.toml``. Raises LexiconError."""
        groups = load_entries(folder / "sinonimos.toml", "grupo", _Grupo)
        return cls(tuple((group.concepto, group.formas) for group in groups))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._forms), default=0)

    @staticmethod
    def _key(form: str) -> Key:
        return tuple(stem(word) for word in words(form))

    def _meant(self, stems: Key, text: str) -> str | None:
        """The concept of words with these stems; None where there is none, or where they name the concept itself.

        Forms of several concepts may share their stems ("deportados", "deporte"): the one most like the words counts.
        """
        if not (forms := self._forms.get(stems)):
            return None
        form, concept = max(forms, key=lambda one: (Prefix.similarity(one[0], text), -len(one[0])))
        # "Para" shares the stem of "paro", and "caja" that of "CAJ".
        by_chance = form != text and (text in STOP_WORDS or (form in self._letters and text != f"{form}s"))
        return None if by_chance or form == " ".join(words(concept)) else concept

    def concepts(self, text: str) -> list[str]:
        """The documents' concepts for the forms that a text holds, in order; the longest form counts."""
        return list(dict.fromkeys(concept for _, concept in self.found(text)))

    def meaning(self, phrase: str) -> str | None:
        """The documents' concept for a whole phrase, or None where it is no form of the lexicon."""
        return self._meant(self._key(phrase), " ".join(words(phrase)))

    @lru_cache(maxsize=512)  # noqa: B019 - a question is asked by many for its synonyms
    def found(self, text: str) -> tuple[tuple[Key, str], ...]:
        """The forms that a text holds, by their stems, each with the documents' concept for it."""
        told = words(text)
        stems = [stem(word) for word in told]
        found: list[tuple[Key, str]] = []
        at = 0
        while at < len(stems):
            for end in range(min(len(stems), at + self._longest), at, -1):
                form = tuple(stems[at:end])
                if concept := self._meant(form, " ".join(told[at:end])):
                    found.append((form, concept))
                    at = end
                    break
            else:
                at += 1
        return tuple(found)

    def meant(self, line: str) -> dict[str, set[str]]:
        """The stems by which the documents say those of a question that stand for others, by each of these."""
        meant: dict[str, set[str]] = {}
        for form, concept in self.found(line):
            for part in form:
                meant.setdefault(part, set()).update(terms(concept))
        return meant

    def expansion(self, text: str) -> list[str]:
        """The stems of those concepts that the text does not hold itself."""
        own = set(terms(text))
        return [term for concept in self.concepts(text) for term in dict.fromkeys(terms(concept)) if term not in own]
