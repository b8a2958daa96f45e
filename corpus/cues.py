"""Cues: turns of phrase, kept in the lexicon, by which a question shows what it asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from corpus.analysis import fold
from corpus.errors import LexiconError


def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases in folded text, as whole words; "*" admits any ending.

    Without phrases it finds nothing.
    """
    if not phrases:
        return re.compile(r"(?!)")
    found = _any_of(phrases, r"\s+")
    return re.compile(rf"(?<!\w){found}(?!\w)")


def _any_of(phrases: tuple[str, ...], space: str) -> str:
    """The source of a pattern of any of the phrases, longest first."""
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = [re.escape(fold(word)).replace(r"\*", r"\w*") for word in phrase.split()]
        parts.append(space.join(words))
    return "(?:" + "|".join(parts) + ")"


class Cues:
    """The groups of a file of cues, each as a pattern over folded text: ``cues.has("pide.cuantas", text)``."""

    def __init__(self, groups: dict[str, tuple[str, ...]], name: str = "") -> None:
        self.groups = groups
        self.name = name

    @classmethod
    def load(cls, folder: Path, name: str = "senales.toml") -> Cues:
        """The cues of a file of a lexicon folder. Raises LexiconError, with the line of a bad entry."""
        path = folder / name
        try:
            source = path.read_text(encoding="utf-8")
            data = tomllib.loads(source)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"{path.name}: no se puede leer: {error}") from error
        groups: dict[str, tuple[str, ...]] = {}
        for section, entries in data.items():
            if not isinstance(entries, dict):
                at = _line_of(source, "", section)
                raise LexiconError(f"{path.name}, línea {at}: «{section}» está fuera de toda sección")
            for cue, phrases in entries.items():
                if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
                    at = _line_of(source, section, cue)
                    raise LexiconError(f"{path.name}, línea {at}: {section}.{cue} debe ser una lista de frases")
                groups[f"{section}.{cue}"] = tuple(phrases)
        return cls(groups, path.name)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {name: phrase_pattern(phrases) for name, phrases in self.groups.items()}

    def phrases(self, group: str) -> tuple[str, ...]:
        """The phrases of a group as they are written, for a module that can't do without it.

        Raises LexiconError where the file has no such group, or nothing in it.
        """
        if not self.groups.get(group):
            raise LexiconError(f"{self.name}: falta la lista {group}")
        return self.groups[group]

    def words(self, group: str) -> frozenset[str]:
        """The phrases of a group, folded, where each is a whole word to look up."""
        return frozenset(fold(phrase) for phrase in self.phrases(group))

    def any_of(self, *groups: str) -> str:
        """The source of a pattern of any phrase of some groups, to be put together with others; it marks no ends of words."""
        return _any_of(tuple(phrase for group in groups for phrase in self.phrases(group)), " ")

    def find(self, group: str, folded: str) -> re.Match[str] | None:
        """The first cue of a group in a folded text, or None."""
        return self._patterns[group].search(folded)

    def has(self, group: str, folded: str) -> bool:
        """Whether a folded text holds a cue of the group."""
        return self.find(group, folded) is not None

    def says(self, group: str) -> Callable[[str], bool]:
        """What tells whether a text, as it is written, holds a cue of the group."""
        return lambda text: self.has(group, fold(text))

    def strip(self, group: str, folded: str) -> str:
        """The text without the cues of a group."""
        return self._patterns[group].sub(" ", folded)


def _line_of(source: str, section: str, cue: str) -> int:
    """The line of a file on which an entry of a section begins; 1 where it is written in a way that can't be told."""
    inside = not section
    for number, line in enumerate(source.split("\n"), 1):
        header = re.match(r"\s*\[\s*\"?([^\]\"]+?)\"?\s*\]", line)
        if header is not None:
            inside = header[1] == section
        elif inside and re.match(rf"\s*[\"']?{re.escape(cue)}[\"']?\s*=", line):
            return number
    return 1
