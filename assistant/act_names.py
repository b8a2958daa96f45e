"""The acts that go by a number: resolutions, decrees, official letters, laws."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.analysis import fold
from corpus.cues import Cues


def act_namer(messages: Cues) -> Callable[[str], bool]:
    """Tells whether a text names an act by its number, "la Resolución Exenta N° 31.510", by the words of ``mensajes.toml``."""
    sorts = messages.any_of("acto.clase", "acto.norma")
    act = re.compile(rf"\b{sorts}s?\b\.?(?: {messages.any_of('acto.calidad')}\b)*\W*(?:(?:numero|nro|num|n)\W*)?\d")
    return lambda text: act.search(fold(text)) is not None
