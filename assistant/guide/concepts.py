"""Concepts that a question names: definitions found by name, by any other name, or by a number of theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from assistant.focus import expected, sentences
from corpus.analysis import fold, terms
from corpus.records import Definicion, Span
from corpus.synonyms import Synonyms

ROOT = 3
QUALIFIED = re.compile(r"\s*\([^)]*\)")
QUALIFIER = re.compile(r"\(([^)]*)\)")
BESIDE = 80
"""How many characters lie at most between two definitions that stand side by side."""
# "¿Quiénes lo integran?" asks for members, and not for what integration is.
_MEMBERS = re.compile(r"\bquien(?:es)? (?:l[oa]s? )?integra\w*")
_NUMBERED = re.compile(r"^(?P<set>\D+?) (?P<number>\d+)$")

# "Una persona migrante en situación regular" is a migrant who is so, and not any "persona migrante".
_PERSON = frozenset(terms("persona personas"))


@dataclass(frozen=True)
class Named:
    """A definition that a question names, with the stems that name it."""

    definicion: Definicion
    stems: frozenset[str]


class Concepts:
    """The definitions of one index, by the stems of their names."""

    def __init__(self, definiciones: Sequence[Definicion], synonyms: Synonyms) -> None:
        self.synonyms = synonyms
        self.all = tuple(definiciones)
        self._names: list[tuple[frozenset[str], Definicion]] = []
        for definicion in self.all:
            for name in (QUALIFIED.sub("", definicion.concepto.texto), *definicion.alias):
                stems = frozenset(terms(name))
                if stems and (stems, definicion) not in self._names:
                    self._names.append((stems, definicion))
        plain = {stems for stems, one in self._names if not any(_NUMBERED.match(alias) for alias in one.alias)}
        self._held = Counter(stem for stems in plain for stem in stems)

    def named(self, line: str) -> list[Named]:
        """The definitions that a line names, in the order in which it names them; of names within names the longest.

        A name counts where all its stems are there, or half of them with all that no other name has.
        """
        line = _MEMBERS.sub(" ", line)
        order = {stem: at for at, stem in reversed(list(enumerate(terms(line))))}
        found: dict[str, Named] = {}
        for stems, definicion in self._names:
            held = frozenset(stem for stem in stems if stem in order)
            own = frozenset(stem for stem in stems if self._held[stem] == 1)
            if held != stems and not (own and own <= held and 2 * len(held) >= len(stems)):
                continue
            if definicion.id not in found or len(held) > len(found[definicion.id].stems):
                found[definicion.id] = Named(definicion, held)
        all_ = found.values()
        kept = [one for one in all_ if not any(one.stems - _PERSON < other.stems for other in all_ if other is not one)]
        unique: list[Named] = []
        for one in sorted(kept, key=lambda one: (min(order[stem] for stem in one.stems), -len(one.stems))):
            if not any(one.stems == other.stems for other in unique):
                unique.append(one)
        return unique

    def beside(self, one: Definicion) -> list[Definicion]:
        """The other definitions of the set that one stands in: those that are of the same thing ("elemento del FODA"), or
        that stand right beside it and share a word of its name ("Políticas implícitas" beside "Políticas explícitas")."""
        qualifier = QUALIFIER.search(one.concepto.texto)
        if qualifier is not None:
            return [other for other in self.all if other is not one and qualifier[0] in other.concepto.texto]
        own, place = set(terms(one.concepto.texto)), one.definicion.spans
        return [
            other
            for other in self.all
            if other is not one
            and other.document == one.document
            and own & (shared := set(terms(other.concepto.texto)))
            and not shared <= own  # "migrante", beside "migrante en situación regular", is all of them
            and _apart(place, other.definicion.spans) <= BESIDE
        ]

    def numbered(self, line: str) -> tuple[str, tuple[Definicion, ...]] | None:
        """The set of definitions numbered by an alias ("Dimensión 1") that a line names, or None."""
        given = set(terms(line))
        sets: dict[str, list[Definicion]] = {}
        for definicion in self.all:
            for alias in definicion.alias:
                match = _NUMBERED.match(alias)
                if match is not None:
                    sets.setdefault(match["set"], []).append(definicion)
        return next(((name, tuple(members)) for name, members in sets.items() if set(terms(name)) <= given), None)

    @staticmethod
    def told_apart(members: Sequence[Definicion]) -> frozenset[str]:
        """The stems of the names of a numbered set by which its members are told from each other."""
        common = Counter(stem for one in members for stem in set(terms(one.concepto.texto)))
        return frozenset(stem for stem, times in common.items() if times == 1)

    def exactly(self, members: Sequence[Definicion], fresh: str) -> Definicion | None:
        """The one of a numbered set that a message names by its number, or by all the words of its name."""
        given, digits = set(terms(fresh)), set(re.findall(r"\b\d+\b", fresh))
        for definicion in members:
            numbers = {match["number"] for alias in definicion.alias if (match := _NUMBERED.match(alias))}
            if numbers & digits or set(terms(definicion.concepto.texto)) <= given:
                return definicion
        return None

    def member(self, members: Sequence[Definicion], fresh: str) -> Definicion | None:
        """Which of a numbered set a message means by its words or what they stand for."""
        asked = {*terms(fresh), *self.synonyms.expansion(fresh)}
        common = Counter(stem for one in members for stem in set(terms(one.concepto.texto)))

        def told(definicion: Definicion) -> float:
            name, body = set(terms(definicion.concepto.texto)), set(terms(definicion.definicion.texto))
            return sum(2 / common[stem] for stem in asked & name) + 0.5 * len(asked & body - name)

        best = max(members, key=told)
        return best if told(best) >= 1 else None


def _apart(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters lie between two places of a document; those that share some are far apart."""
    gap = max(other[0].start - one[-1].end, one[0].start - other[-1].end)
    return gap if gap >= 0 else BESIDE + 1


def qualifies(one: Definicion, other: Definicion) -> bool:
    """Whether a concept is only what another is of: "FODA" beside "Amenazas (elemento del FODA)"."""
    qualifier = QUALIFIER.search(other.concepto.texto)
    return qualifier is not None and set(terms(one.concepto.texto)) <= set(terms(qualifier[1]))


def sentence_for(definicion: Definicion, line: str, topic: Set[str]) -> str | None:
    """The sentence of a definition that gives the number, the time or the frequency that a follow-up asks, or None.

    ``topic`` are the stems of what it asks: most must be told there, else it asks of something else.
    """
    looks = expected(line)
    told = {stem for stem in topic if _root_in(stem, f"{definicion.concepto.texto} {definicion.definicion.texto}")}
    if looks is None or len(topic - told) > 1 or not told:
        return None
    found = [one for one in sentences(definicion.definicion.texto) if looks.search(fold(one))]
    fitting = [one for one in found if any(_root_in(stem, one) for stem in told)]
    return max(fitting, key=lambda one: sum(_root_in(stem, one) for stem in told), default=None)


def _root_in(root: str, text: str) -> bool:
    """Whether a text holds a word that begins as a stem does: "dura" and "duración" are of one root."""
    return any(held.startswith(root) or root.startswith(held) for held in terms(text) if len(held) >= ROOT)
