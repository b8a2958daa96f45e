"""Synonyms: from the words that users type to the words that the documents use (``lexicon/sinonimos.toml``)."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from corpus.analysis import stem, terms, words
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
        self._concepts: dict[Key, str] = {}
        written: dict[str, str] = {}
        for concept, forms in groups:
            for form in forms:
                other = written.setdefault(" ".join(words(form)), concept)
                if other != concept:
                    raise LexiconError(f"sinonimos.toml: «{form}» está en «{other}» y en «{concept}»")
                # Two forms may share their stems ("pase", "paso"); the first one listed has them.
                self._concepts.setdefault(self._key(form), concept)

    @classmethod
    def load(cls, folder: Path) -> Synonyms:
        """The groups of ``sinonimos.toml``. Raises LexiconError."""
        groups = load_entries(folder / "sinonimos.toml", "grupo", _Grupo)
        return cls(tuple((group.concepto, group.formas) for group in groups))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._concepts), default=0)

    @staticmethod
    def _key(form: str) -> Key:
        return tuple(stem(word) for word in words(form))

    def concepts(self, text: str) -> list[str]:
        """The documents' concepts for the forms that a text holds, in order; the longest form counts."""
        return list(dict.fromkeys(concept for _, concept in self.found(text)))

    def meaning(self, phrase: str) -> str | None:
        """The documents' concept for a whole phrase, or None where it is no form of the lexicon."""
        return self._concepts.get(self._key(phrase))

    def found(self, text: str) -> list[tuple[Key, str]]:
        """The forms that a text holds, by their stems, each with the documents' concept for it."""
        stems = [stem(word) for word in words(text)]
        found: list[tuple[Key, str]] = []
        at = 0
        while at < len(stems):
            for size in range(min(self._longest, len(stems) - at), 0, -1):
                form = tuple(stems[at : at + size])
                if form in self._concepts:
                    found.append((form, self._concepts[form]))
                    at += size
                    break
            else:
                at += 1
        return found

    def expansion(self, text: str) -> list[str]:
        """The stems of those concepts that the text does not hold itself."""
        own = set(terms(text))
        return [term for concept in self.concepts(text) for term in dict.fromkeys(terms(concept)) if term not in own]
