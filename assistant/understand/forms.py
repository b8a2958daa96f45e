"""Forms: a message written as labelled lines ("Materia: …", "Consulta: …"), read as the question that it asks."""

from __future__ import annotations

import re

from corpus.analysis import fold
from corpus.cues import Cues

_LINE = re.compile(r"^\s*(?P<label>[^\W\d_][^\n:?¿]{0,30}?)\s*:\s*(?P<value>\S.*?)\s*$")
_BY_NUMBER = ("medida", "eje")
LEAST = 2


class Forms:
    """Reads forms by the labels of ``mensajes.toml``: what asks, what that is of, and who asks and when, which is left out."""

    def __init__(self, messages: Cues) -> None:
        self._asks, self._of, self._who = (
            re.compile(rf"{messages.any_of(f'formulario.{name}')}(?!\w)") for name in ("pide", "trata", "quien")
        )

    def asked(self, message: str) -> str:
        """What a form asks, and of what; the message itself where it is none, or has a line that no label explains."""
        lines = [line for line in message.split("\n") if line.strip()]
        found = [(line, _LINE.match(line)) for line in lines]
        if sum(match is not None for _, match in found) < LEAST:
            return message
        asked: list[str] = []
        of: list[str] = []
        for line, match in found:
            label = fold(match["label"]) if match else ""
            if match and self._asks.match(label):
                asked.append(match["value"])
            elif match and self._of.match(label):
                of.append(f"{label} {match['value']}" if label.startswith(_BY_NUMBER) else match["value"])
            elif not (match and self._who.match(label)) and not line.isupper():
                return message
        return ", ".join((*asked, *of)) if asked else message
