"""Aspects: the details that are asked of a fact (its breakdown, its cause, a name, an address…), and whether texts say them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.cues import Cues

ASPECTS = "aspectos.toml"
_ASKS, _SAYS = ".pide", ".dice"


class Aspects:
    """The aspects of ``aspectos.toml``: for each, the words that ask for it and those that say it."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.names = tuple(name.removesuffix(_ASKS) for name in cues.groups if name.endswith(_ASKS))

    def asked(self, question: str) -> list[str]:
        """The aspects that a folded question asks for."""
        return [name for name in self.names if self.cues.has(f"{name}{_ASKS}", question)]

    def missing(self, question: str, texts: Sequence[str]) -> int:
        """How many of the aspects that a folded question asks for none of the folded texts says."""
        return sum(not any(self.cues.has(f"{name}{_SAYS}", text) for text in texts) for name in self.asked(question))
