"""Cues: turns of phrase, kept in the lexicon, by which a question shows what it asks for."""

from __future__ import annotations

import re
import tomllib
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
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = [re.escape(fold(word)).replace(r"\*", r"\w*") for word in phrase.split()]
        parts.append(r"\s+".join(words))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


class Cues:
    """The groups of a file of cues, each as a pattern over folded text: ``cues.has("pide.cuantas", text)``."""

    def __init__(self, groups: dict[str, tuple[str, ...]]) -> None:
        self.groups = groups

    @classmethod
    def load(cls, folder: Path, name: str = "senales.toml") -> Cues:
        """The cues of a file of a lexicon folder. Raises LexiconError."""
        path = folder / name
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"{path.name}: no se puede leer: {error}") from error
        groups: dict[str, tuple[str, ...]] = {}
        for section, entries in data.items():
            if not isinstance(entries, dict):
                raise LexiconError(f"{path.name}: «{section}» está fuera de toda sección")
            for cue, phrases in entries.items():
                if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
                    raise LexiconError(f"{path.name}: {section}.{cue} debe ser una lista de frases")
                groups[f"{section}.{cue}"] = tuple(phrases)
        return cls(groups)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {name: phrase_pattern(phrases) for name, phrases in self.groups.items()}

    def find(self, group: str, folded: str) -> re.Match[str] | None:
        """The first cue of a group in a folded text, or None."""
        return self._patterns[group].search(folded)

    def has(self, group: str, folded: str) -> bool:
        """Whether a folded text holds a cue of the group."""
        return self.find(group, folded) is not None

    def strip(self, group: str, folded: str) -> str:
        """The text without the cues of a group."""
        return self._patterns[group].sub(" ", folded)
