"""Questions for when one thing was more than another: "¿hubo algún año en que resolvieran más de las que pidieron?"."""

from __future__ import annotations

import re

_PASSES = re.compile(
    r"\b(?:mas|menos) (?:[a-z]+ ){0,4}?(?:de l[oa]s que|que (?!antes\b|nunca\b|otr[oa]s\b|anos\b)[a-z]{4,}s|que l[oa]s(?: que)?(?! (?:anos?|otr[oa]s|demas)\b))\b|\bsuper(?:aron|aran|an|o|ara|a) (?:a l[oa]s|en \w+ a|l[oa]s)\b"
)


def passes(line: str) -> bool:
    """Whether a folded line asks when one thing was more, or less, than another: "¿resolvieron más de las que pidieron?"."""
    return _PASSES.search(line) is not None


def below(line: str) -> bool:
    """Whether such a line asks when it was less."""
    match = _PASSES.search(line)
    return match is not None and match.group().startswith("menos")
