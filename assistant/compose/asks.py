"""Whether a question asks for something that is no field of a medida."""

from __future__ import annotations

import re

from corpus.analysis import terms
from corpus.cues import Cues

_WHAT = re.compile(r"(?<!\w)(?:que|cual(?:es)?)(?: de)?(?= [a-z])((?: \w+){1,4})")


def asks_more(line: str, messages: Cues, said: str = "") -> bool:
    """Whether one of the things that a line asks for ("qué autoridad", "de qué plan") is no field of a medida, and what is
    ``said`` of the fields names none such."""
    asked = [match for match in _WHAT.finditer(line) if _interrogative(line, match.start())]
    named = set(terms(said))
    return any(not (messages.has("medida.campo", match[1]) or named & set(terms(match[1])[:1])) for match in asked)


def _interrogative(line: str, at: int) -> bool:
    """Whether "que" or "cual" asks rather than joins: it opens a question or a part of one."""
    before = line[:at].rstrip()
    return (
        before == ""
        or before.endswith(("¿", ",", ":", ";", "."))
        or re.search(r"(?:^|[¿,;:.] ?|\by )(?:a|de|con|en|por|para|y)$", before) is not None
    )
