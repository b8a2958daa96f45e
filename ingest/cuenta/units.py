"""What a cell counts: the sign it is written with, or the noun of the labels around it."""

from __future__ import annotations

import re

from corpus.analysis import fold

_PARTICIPLE = re.compile(r"(?:ad|id|uelt|hech|dich|escrit|puest)[oa]s?$")
_NO_NOUN = frozenset("otros otras los las sus estos estas unos unas dos tres mas menos tras".split())
_MEASURES = frozenset("total numero cantidad porcentaje promedio tasa monto gasto cifra".split())


def unit_of(written: str, labels: list[str], title: str) -> str:
    """The unit of a cell: "%", "$", "M$", or the noun that the nearest label counts; "" where none says it.

    A label's first word names what it counts ("Prohibición de ingreso": prohibiciones) unless it is a measure
    ("Número de reconducciones") or a participle ("Presentados"), which leave it to the words or labels after it.
    """
    if "%" in written:
        return "%"
    if "$" in written:
        return "M$" if written.lstrip().startswith("M") else "$"
    for label in labels:
        words = _words(label)
        head = fold(words[0]) if words else ""
        qualified = len(words) > 1 and _PARTICIPLE.search(fold(words[1])) is not None
        verbal = _PARTICIPLE.search(head) is not None and not qualified  # "Jornada realizadas": jornada is a noun
        if head and head not in _MEASURES | _NO_NOUN and not head.endswith("s") and not verbal:
            return plural(words[0].lower())
        noun = next((word for word in words if is_plural_noun(word)), None)
        if noun:
            return noun.lower()
    return next((word.lower() for word in _words(title) if is_plural_noun(word)), "")


def is_participle(word: str) -> bool:
    """Whether a word has the form of a participle: "Solicitadas", "Resueltas"."""
    return _PARTICIPLE.search(fold(word)) is not None


def is_plural_noun(word: str) -> bool:
    """Whether a word may be a plural noun: ends in s, and is no participle ("Solicitadas"), article or pronoun."""
    plain = fold(word.split("/")[0])
    return len(plain) > 3 and plain.endswith("s") and plain not in _NO_NOUN and _PARTICIPLE.search(plain) is None


def plural(noun: str) -> str:
    """The plural of a Spanish noun: "jornada" → "jornadas", "prohibición" → "prohibiciones"."""
    if noun.endswith("ión"):
        return noun[:-2] + "ones"
    return noun + ("s" if noun[-1] in "aeiouáéó" else "es")


def _words(label: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:/[^\W\d_]+)?", label)
