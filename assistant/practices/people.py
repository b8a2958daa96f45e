"""The people that a practice reached: whether a question asks who they were and how many, and the sentence that says it."""

from __future__ import annotations

import re

from assistant.practices.claims import Piece
from assistant.practices.counts import CountReader
from assistant.practices.entries import Entry
from assistant.practices.find import sentences_of
from corpus.analysis import fold, stem

# "Beneficiarios" asks who and how many they are; a text says so of people reached: "se han beneficiado un total de…".
BENEFITED = re.compile(
    r"\bbeneficiari[oa]s?\b|\b(?:personas|gente|profesionales) (?:que )?(?:se )?(?:aprovech|benefici|asisti|particip)\w+"
)
_REACHED = re.compile(r"\b(?:benefici(?:ad|ari|o|a)\w*|atendid\w+|alcanz\w+|capacitad\w+|asistentes|participantes)\b")
_PERSON = stem("personas")


def people_of(entry: Entry, counts: CountReader) -> Piece | None:
    """The sentence that says how many people a practice reached."""
    pool = [s for _, element in entry.own_fields() for s in sentences_of(Piece.of(element))]
    found = [one for one in pool if _REACHED.search(fold(one.text)) and counts.beside(one.text, _PERSON)]
    return found[0] if found else None
