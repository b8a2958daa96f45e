"""Whether somebody asks how to go about a permit of his own, which no document tells: "¿qué papeles tengo que llevar para
pedirla?", after what the complementary protection is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.values import Turn
from corpus.analysis import fold
from corpus.cues import Cues

RECENT = 4
"""So many turns back may the permit have been named that a message leaves unsaid."""


class Procedures:
    """Tells by the cues of ``senales.toml`` whether a message asks for steps of a permit that are the asker's own."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        papers, must, ask, apply = (cues.any_of(f"gestion.{name}") for name in ("papeles", "debo", "pido", "pedir"))
        self._mine, self._filed, self._state = (
            re.compile(rf"(?<!\w){cues.any_of(f'gestion.{name}')}(?!\w)") for name in ("mia", "pedi", "estado")
        )
        it = r"(?:l[ao]s?)"
        self._own = re.compile(
            rf"(?<!\w){papers}(?!\w)(?: \w+){{0,3}}? {must}(?!\w)|(?<!\w){must} (?:\w+ ){{0,2}}?{papers}(?!\w)"
        )
        self._of_it = re.compile(
            rf"(?<!\w)(?:donde|adonde|como|cuando|en que \w+) (?:me )?{it} {ask}(?!\w)"
            rf"|(?<!\w)(?:donde|adonde|como|cuando|que (?:hago|necesito)|cuanto (?:me )?(?:cuesta|sale|demoro|demora|tardo)|en que \w+|{papers})(?: \w+){{0,5}}? {apply}{it}(?!\w)"
        )

    def asked(self, line: str, turns: Sequence[Turn]) -> bool:
        """Whether a folded message asks what papers or steps the asker needs for a permit that it names, or for the one
        that the turns before it (oldest first) spoke of."""
        if self._own.search(line) and self.cues.has("gestion.permiso", line):
            return True
        if self._asks_state(line, turns):
            return True
        if not (self._own.search(line) or self._of_it.search(line)) or self.cues.has("gestion.de_otro", line):
            return False
        return any(self.cues.has("gestion.permiso", fold(turn.question)) for turn in turns[-RECENT:])

    def _asks_state(self, line: str, turns: Sequence[Turn]) -> bool:
        """Whether it is asked how the asker's own filing stands: "yo la pedí en marzo, ¿en qué va la mía?"; not how many
        were, after the story of one."""
        own = self._mine.search(line) or self._filed.search(line)
        if not own or not self._state.search(line) or self.cues.has("gestion.de_otro", line):
            return False
        recent = (line, *(fold(turn.question) for turn in turns[-RECENT:]))
        return any(self.cues.has("gestion.permiso", text) for text in recent)
