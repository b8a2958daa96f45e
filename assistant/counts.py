"""Counts: what a question asks the number of, and whether a text gives a number of that."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from corpus.analysis import STOP_WORDS, stem, words
from corpus.numbers import number_from_words, ordinal

# A folded "n°" is an "n".
_COUNTED = re.compile(r"\b(?:cuant[oa]s|n de|numero de|cantidad de|total de|how many) (?=((?:\w+ ?){1,5}))")
# "¿A cuántas personas llegó?": a noun that says what is counted, and no verb or trait ("cuántos se han visto…").
_NOUN = re.compile(
    r"\b(?:cuant[oa]s|que cantidad de|n(?: de)?|numero de) (?:(?:otr|nuev)[oa]s )?(?!\w+[ai]d[oa]s\b)([a-z]{3,}s|nna)\b|\bcuanta (gente)\b"
)
_VAGUE = frozenset("partes veces cosas tipos clases grupos anos meses dias semanas horas minutos".split())
_WHOLE = frozenset(("todos", "todas"))
_AS_COUNTS = _WHOLE | frozenset("ningun ninguna ninguno miles cientos centenares decenas docenas".split())
_YEAR = re.compile(r"\b(?:20[0-3]\d|19\d\d)\b")
_TOKEN = re.compile(r"[a-z]+|\d[\d.,]*%?")
# "De las solicitudes atrasadas, ¿cuántas quedan?", "¿… y cuántos faltan?": what is counted was said before.
REMAIN = frozenset(
    "quedan quedaron quedaban quedarian siguen seguian faltan faltaban faltaron hay habia hubo son eran fueron van estan estaban dado dada dieron hecho hicieron sido habido tenido".split()
)
_OF_THEM = re.compile(r"\b(?:de|entre) (?:tod[oa]s )?(?:l[oa]s|esas|esos|estas|estos) (?P<what>[a-z]{4,})\b")
# How many words a number stands from what it counts, at most ("612 nuevas solicitudes de refugio").
REACH = 6


def counted(line: str) -> list[str]:
    """The stems of the things whose number a folded line asks for."""
    found: list[str] = []
    for match in _COUNTED.finditer(line):
        named = [word for word in words(match[1]) if word not in STOP_WORDS]
        of_them = _OF_THEM.search(line[: match.start()])
        if not named or named[0] in REMAIN:
            named = [of_them["what"]] if of_them else []
        if named[:1] != ["veces"]:  # "¿cuántas veces entraron?" counts what the verb says
            found += [stem(word) for word in named[:1]]
    return found


def nouns(line: str) -> list[str]:
    """The plural nouns of the things whose number a folded line asks for, where they say of what sort the things are."""
    return [noun for one in _NOUN.finditer(line) if (noun := one[1] or one[2]) not in _VAGUE]


def counts(text: str, stems: Collection[str], *, loosely: bool = False) -> bool:
    """Whether a folded text gives a number near one of some things; years are no numbers of things.

    ``loosely`` takes "miles de kilos" and "la segunda versión" for a count too.
    """
    tokens = _TOKEN.findall(_YEAR.sub(" ", text))
    told = [token[0].isdigit() or is_number(token) or (loosely and as_many(token)) for token in tokens]
    numbers = [at for at, number in enumerate(told) if number]
    return any(
        stem(token) in stems
        for at in numbers
        for token in tokens[max(0, at - REACH) : at + REACH + 1]
        if token.isalpha()
    )


def counts_in_words(text: str, stems: Collection[str]) -> bool:
    """Whether a folded text writes out the number of one of some things right before it: "dos abogados"."""
    tokens = _TOKEN.findall(text)
    return any(is_number(token) and stem(after) in stems for token, after in pairwise(tokens))


def as_many(word: str) -> bool:
    """Whether a folded word tells as much as is told of how many: "miles de kilos", "la segunda versión"."""
    return word in _AS_COUNTS or ordinal(word) > 0


def alone(word: str) -> bool:
    """Whether a word that tells as much as a number does so without what it counts beside it: "miles", and not "segunda"."""
    return word not in _WHOLE and not ordinal(word)


def is_number(word: str) -> bool:
    """Whether a word is a number; "un" and "una" are articles."""
    return word not in ("un", "una", "uno") and number_from_words([word]) is not None
