"""Aspects: the details that are asked of a fact (its breakdown, its cause, a name, an address…), and whether texts say them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cues import Cues

ASPECTS = "aspectos.toml"
_ASKS, _SAYS, _BUT, _NOT_WITH = ".pide", ".dice", ".salvo", ".ni_con"
# "Ya tenemos la lista de iniciativas, ¿qué…?" tells what there is; "necesito la lista de…" asks for it.
_WANTS = re.compile(
    r"\b(?:necesit\w+|quier\w+|quisier\w+|busc\w+|dame|dime|d[ei]game|saber|gustaria|pid\w+|solicit\w+|indique\w*|senal\w+)\b"
)


class Aspects:
    """The aspects of ``aspectos.toml``: for each, the words that ask for it and those that say it, turns of phrase that
    hold such a word and do not ask for it, and words beside which it asks for something else (an average by the month)."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.names = tuple(name.removesuffix(_ASKS) for name in cues.groups if name.endswith(_ASKS))

    def asked(self, question: str) -> list[str]:
        """The aspects that a folded question asks for; what only leads up to it asks for none."""
        before, mark, asking = question.partition("¿")
        if mark and "?" not in before and not _WANTS.search(before):  # what ends in "?" asks, and tells nothing
            question = asking
        return [name for name in self.names if self._asks(name, question)]

    def _asks(self, name: str, question: str) -> bool:
        """Whether a folded question asks for an aspect."""
        beside = f"{name}{_NOT_WITH}"
        other = beside in self.cues.groups and self.cues.has(beside, question)
        return not other and self.cues.has(f"{name}{_ASKS}", self._without_others(name, question))

    def _without_others(self, name: str, question: str) -> str:
        """A folded question without what only sounds like an aspect: "con los papeles al día"."""
        group = f"{name}{_BUT}"
        return self.cues.strip(group, question) if group in self.cues.groups else question

    def missing(self, question: str, texts: Sequence[str]) -> int:
        """How many of the aspects that a folded question asks for none of the folded texts says."""
        return sum(not any(self.cues.has(f"{name}{_SAYS}", text) for text in texts) for name in self.asked(question))
