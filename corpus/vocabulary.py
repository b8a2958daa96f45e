"""The words of an index: which stems each record holds, how rare each is, and which words are known at all.

Written at ingestion, so that a question can be weighed against a record without analysing any text again.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from corpus.analysis import terms, words
from corpus.lexical import Entry


class Vocabulary(BaseModel):
    """``stems`` holds each record's distinct stems (joined by spaces), ``counts`` how often each word occurs."""

    model_config = ConfigDict(frozen=True)

    stems: dict[str, str]
    counts: dict[str, int]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Vocabulary:
        """The vocabulary of the entries of an index."""
        stems: dict[str, set[str]] = {}
        counts: Counter[str] = Counter()
        for entry in entries:
            text = f"{entry.ruta} {entry.texto}"
            stems.setdefault(entry.record_id, set()).update(terms(text))
            counts.update(word for word in words(text) if not word[0].isdigit())
        return cls(stems={id: " ".join(sorted(found)) for id, found in stems.items()}, counts=dict(counts))

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {id: frozenset(joined.split()) for id, joined in self.stems.items()}

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(stem for found in self._sets.values() for stem in found)

    @cached_property
    def _rarity(self) -> dict[int, float]:
        """The rarity of a stem by how many records hold it."""
        every = len(self.stems)
        return {held: math.log(1 + (every - held + 0.5) / (held + 0.5)) for held in {0, *self._frequency.values()}}

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of a stem; one that no record holds weighs most."""
        return self._rarity[self._frequency.get(stem, 0)]

    def rarity_of_word(self, word: str) -> float:
        """How rare a folded noun or adjective is in all its numbers and genders, as :meth:`rarity` has it of a stem:
        "integridad" is rare though "integración", of the same stem, is not."""
        every, held = len(self.stems), self._words[_alike(word)]
        return math.log(1 + (every - held + 0.5) / (held + 0.5)) if held < every else 0.0

    @cached_property
    def _words(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for word, count in self.counts.items():
            found[_alike(word)] += count
        return found

    def knows(self, stem: str) -> bool:
        """Whether any record holds a stem."""
        return stem in self._frequency

    def held(self, record_id: str) -> frozenset[str]:
        """The stems of a record and of the questions written for it."""
        return self._sets.get(record_id, frozenset())

    def coverage(self, asked: Iterable[str], record_id: str) -> float:
        """How much of the asked stems, weighed by rarity, a record holds: 0 to 1."""
        return self.coverages(asked, (record_id,))[record_id]

    def coverages(self, asked: Iterable[str], record_ids: Iterable[str]) -> dict[str, float]:
        """How much of the asked stems each of some records holds, as :meth:`coverage` says."""
        rarities = {stem: self.rarity(stem) for stem in asked}
        # Exact sums: those of floats depend on their order, which for a set is another in each process.
        total = math.fsum(rarities.values()) or 1.0
        return {
            id: math.fsum(rarity for stem, rarity in rarities.items() if stem in held) / total
            for id in record_ids
            for held in (self.held(id),)
        }


def _alike(word: str) -> str:
    """A word without the endings of number and gender."""
    return re.sub(r"[aeo]?s?$", "", word)
