"""English questions, word for word in the documents' Spanish (``lexicon/ingles.toml``): enough to search with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from corpus.analysis import fold
from corpus.errors import LexiconError

_WORD = re.compile(r"[a-z0-9'%.,]+")


class English:
    """Puts an English line into Spanish by a glossary; the longest phrase wins, and unknown words stay."""

    def __init__(self, glossary: dict[str, str]) -> None:
        self._glossary = {fold(key): value for key, value in glossary.items()}
        self._longest = max((len(key.split()) for key in self._glossary), default=0)

    @classmethod
    def load(cls, folder: Path) -> English:
        """The glossary of ``ingles.toml``. Raises LexiconError."""
        try:
            words = tomllib.loads((folder / "ingles.toml").read_text(encoding="utf-8"))["palabras"]
        except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"ingles.toml: no se puede leer: {error}") from error
        return cls(words)

    def translate(self, line: str) -> str:
        """The line, folded, with every known word or phrase in Spanish."""
        words = [match.group().strip(".,") for match in _WORD.finditer(fold(line))]
        out: list[str] = []
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                found = self._glossary.get(" ".join(words[at : at + size]))
                if found is not None:
                    out.append(found)
                    at += size
                    break
            else:
                out.append(words[at])
                at += 1
        return fold(" ".join(word for word in out if word))
