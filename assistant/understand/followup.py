"""Follow-ups: what a message means after the ones before it.

A short message that points back ("¿y su plazo?", "¿cuáles de esas son de 2025?", "¿y en Maule?") takes over what the
last turn was about; one that stands alone changes the subject.
"""

from __future__ import annotations

import re

from assistant.values import Filtros, Turn
from corpus.analysis import STOP_WORDS, fold, words

_POINTS_BACK = re.compile(
    r"^(?:y|e|pero|ya|ok|vale|bueno|entonces|ahora|tambien|ademas|and|what about)\b"
    r"|\b(?:su|sus|esas?|esos?|eso|estas|estos|aquellas?|aquellos?|ellas?|ellos|la otra|el otro|las otras|los otros|las demas|la misma|el mismo|"
    r"la primera|la segunda|la tercera|la ultima|el primero|el segundo|ahi|alli|ambas|ambos|those|that one|its|these|them)\b"
    r"|^(?:no|perdon|me referia|quise decir|mejor)\b"
    r"|^(?:cuales|cuantas|cuantos|cual|quien|quienes|cuando|donde|para cuando|a cargo de quien|desde cuando|por que|como)(?: \w+){0,3}$"
)
_CORRECTION = re.compile(r"^(?:no|perdon|me referia a|quise decir|mejor)\b[ ,]*(?:me referia a |quise decir |digo )?")
_OPENING = re.compile(r"^(?:y|e|pero|ya|ok|vale|bueno|entonces|ahora|and)\b[ ,]*(?:y\b[ ,]*)?")
MAX_CONTENT_WORDS = 9


def bare(line: str) -> str:
    """A line without the marks of question and stops before its first word."""
    return line.lstrip("¿¡.,;:- ")


def points_back(line: str, turns: tuple[Turn, ...]) -> bool:
    """Whether a folded line only makes sense after the turns before it."""
    if not turns:
        return False
    content = [word for word in words(line) if word not in STOP_WORDS]
    return len(content) <= MAX_CONTENT_WORDS and _POINTS_BACK.search(bare(line)) is not None


def is_correction(line: str) -> bool:
    """Whether a line corrects the last turn ("no, la de salud")."""
    return _CORRECTION.match(bare(line)) is not None


def without_opening(line: str) -> str:
    """A line without the words that only tie it to the last turn."""
    return bare(_OPENING.sub("", bare(_CORRECTION.sub("", bare(line)))))


_YEAR = re.compile(r"\b20\d\d\b|\bprimer trimestre(?: de(?:l)? \d{4})?\b")


_COMPARES = re.compile(r"\b(?:mas|menos|mayor|menor) que (?:en|el|la)\b|\b(?:respecto|comparad[oa]|compared|than)\b")


def joined(previous: str, line: str) -> str:
    """The last question and this one as one text to search with; a year that this one names replaces the last one's,
    but for a comparison ("¿cuántas más que en 2022?")."""
    before = fold(previous)
    if _YEAR.search(line) and not _COMPARES.search(line):
        before = _YEAR.sub(" ", before)
    return f"{without_opening(line)} {before}".strip()


def merged(previous: Filtros, new: Filtros) -> Filtros:
    """The filters of the last turn with those of this one laid over them."""
    update = {
        name: getattr(new, name)
        for name, field in Filtros.model_fields.items()
        if getattr(new, name) != field.default
    }
    if new.instituciones and previous.numeros:
        update["numeros"] = ()
    if new.ejes or new.instituciones:
        update.setdefault("palabras", ())
    return previous.model_copy(update=update)
