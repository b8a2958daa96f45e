"""How names stand in text: their words in order, and whether what begins somewhere is a part of a longer name."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, fold, words

LEADING = frozenset("el la los las un una unos unas en del de con para por segun sobre al y".split())


def of_longer_name(text: str, at: int) -> bool:
    """Whether what begins at a place of a text is a part of a longer name: "Compromiso **Migrante**"."""
    if at >= len(text) or not text[at].isupper():
        return False
    before = re.search(r"(\w+)(?: (?:de|del|la|las|los|el|y|en|con|para|a))*[ “\"«]+$", text[:at])
    if before is None:
        return False
    word = before[1]
    return word[0].isupper() and fold(word) not in LEADING


def name_pattern(name: str) -> re.Pattern[str]:
    """How a name stands in folded text: its words in order, in the singular or the plural."""
    parts = []
    for word in words(name):
        plain = re.sub(r"(?:es|s)$", "", word) if len(word) > 4 else word
        parts.append(rf"{re.escape(plain)}(?:es|s)?" if word not in STOP_WORDS and len(word) > 3 else re.escape(word))
    # A long name may be given without a word of it: "Consejo (Interministerial) de Política Migratoria".
    gap = r"\W+(?:\w+\W+)?" if len([word for word in words(name) if word not in STOP_WORDS]) > 2 else r"\W+"
    joined = gap.join(parts)
    # An adjective may stand before what a thing is of: "etapa (previa) de admisibilidad".
    joined = joined.replace(r"\W+de\W+", r"\W+(?:\w+\W+)?de\W+") if gap == r"\W+" else joined
    return re.compile(r"(?<!\w)" + joined + r"(?!\w)")


def held(text: str, named: re.Pattern[str], *, alone: bool = False) -> bool:
    """Whether a text holds a name and not only within a longer one; ``alone``: nor as what something else is of."""
    folded = fold(text)
    return any(
        not of_longer_name(text, match.start())
        and not (alone and re.search(r"\bdel?(?: la| los| las)? $", folded[: match.start()]))
        for match in named.finditer(folded)
    )
