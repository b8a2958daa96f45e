"""How questions name what is in the guide: tools by their names, concepts alone or in longer names, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.guide.concepts import Concepts, Named
from assistant.guide.outline import Outline, Unit
from assistant.spans import overlap
from corpus.analysis import STOP_WORDS, terms, words
from corpus.cues import Cues
from corpus.records import Herramienta

# Stems of this length of which one begins like the other are of one word.
SAME_ROOT = 5
ARTICLES = frozenset(("el", "la", "los", "las"))
OF = frozenset(("de", "del"))


class Wording:
    """Reads the words of questions against the units and the concepts of one index."""

    def __init__(self, outline: Outline, concepts: Concepts, cues: Cues) -> None:
        self.outline = outline
        self.concepts = concepts
        self.cues = cues
        self._aliases: dict[str, list[frozenset[str]]] = {}

    @lru_cache(maxsize=2048)  # noqa: B019 - the names of all units are read so at each question
    def topic(self, fresh: str, *groups: str) -> frozenset[str]:
        """The stems that say what a message is about, without those of some cues and the words of any question."""
        left = fresh
        for group in (*groups, "generico.palabras"):
            left = self.cues.strip(group, left)
        return frozenset(stem for word in words(left) if word not in STOP_WORDS for stem in terms(word))

    def asks_definition(self, fresh: str) -> bool:
        """Whether a message asks what something is."""
        return self.cues.has("pide.definir", fresh)

    def beside(self, fresh: str, named: Sequence[Named]) -> frozenset[str]:
        """The stems of a question beside its concepts and the words of asking."""
        return self.topic(fresh, "pide.definir") - {stem for one in named for stem in one.stems}

    @staticmethod
    def in_plural(fresh: str, name: str) -> bool:
        """Whether a folded message names a thing in the plural: all of it, or some."""
        return any(word.endswith("s") and set(terms(word)) == set(terms(name)) for word in words(fresh))

    def is_part(self, fresh: str, named: Named) -> bool:
        """Whether the concept's name is a part of a longer one: a word of some meaning stands right beside it.

        Or it is what another thing is of: "la etapa de admisibilidad **del refugio**".
        """
        found = words(fresh)
        at = [position for position, word in enumerate(found) if set(terms(word)) & named.stems]
        around = [found[position] for position in (min(at) - 1, max(at) + 1) if 0 <= position < len(found)]
        if at:
            before = [word for word in found[: min(at)] if word not in ARTICLES]
            if before[-1:] and before[-1] in OF and len(before) > 1:
                around.append(before[-2])
        return any(word not in STOP_WORDS and self.topic(word, "pide.definir") for word in around)

    def named_tools(self, line: str) -> list[Unit]:
        """The tools that a line names, the most exactly named first: by the words that no other tool's name has."""
        given = set(terms(line))
        found: list[tuple[int, Unit]] = []
        for unit in self.outline.units:
            if not isinstance(unit.record, Herramienta):
                continue
            named = (stems for stems in self.aliases(unit) if all(_said(stem, given) for stem in stems))
            best = max(map(len, named), default=0)
            if best:
                found.append((best, unit))
        return [unit for best, unit in sorted(found, key=lambda pair: -pair[0])]

    def tool_words(self, unit: Unit) -> set[str]:
        """The stems by which a tool is named besides its own name: those of the concepts that it is the tool of."""
        return {stem for own in self.aliases(unit) for stem in own}

    def beyond(self, fresh: str, unit: Unit) -> frozenset[str]:
        """The stems of what a message asks that the texts of a tool or a stage do not hold."""
        held = self.tool_words(unit) | {stem for block in unit.blocks for stem in terms(block.text)}
        return self.topic(fresh, "pide.maneras") - held - unit.stems

    def aliases(self, unit: Unit) -> list[frozenset[str]]:
        """Sets of stems each of which names a tool: of its name what tells it from others, and of its definitions."""
        if unit.record.id not in self._aliases:
            self._aliases[unit.record.id] = self._named(unit)
        return self._aliases[unit.record.id]

    def _named(self, unit: Unit) -> list[frozenset[str]]:
        others = [
            other.stems for other in self.outline.units if other is not unit and isinstance(other.record, Herramienta)
        ]
        own = frozenset(stem for stem in unit.stems if not any(stem in stems for stems in others))
        names = [own] if len(own) == 1 else [unit.stems]
        purpose = unit.record.proposito.spans if unit.record.proposito else ()
        for definicion in self.concepts.all:
            if overlap(definicion.definicion.spans, purpose):
                texts = (definicion.concepto.texto, *definicion.alias)
                names += [frozenset(terms(text)) for text in texts]
        return [name for name in names if name]


def _said(stem: str, given: set[str]) -> bool:
    """Whether a stem is among those given, or one of the same word in another form ("entrevista", "entrevistar")."""
    long = [other for other in given if len(other) >= SAME_ROOT] if len(stem) >= SAME_ROOT else []
    return stem in given or any(other.startswith(stem) or stem.startswith(other) for other in long)
