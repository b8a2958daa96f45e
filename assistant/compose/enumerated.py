"""Enumerated: a message that numbers or letters what it asks ("1) … 2) …", "a) … b) …", lines with dashes), item by item."""

from __future__ import annotations

import re

from assistant.compose.split import flat
from corpus.analysis import STOP_WORDS, words

_MARK = re.compile(
    r"(?:^|(?<=[\s;,.:?!]))(?:\((?P<inside>[1-9a-h])\)|(?P<number>[1-9])(?:\.-|\)|\.(?=\s)|-(?=\s)|º\)?|°\)?)|(?P<letter>[a-h])(?:\)|\.-)"
    r"|(?P<word>primero|segundo|tercero|cuarto|quinto)[:,])\s*(?=\S)"
)
_BULLET = re.compile(r"(?:^|\n)\s*[-–—*•]\s+(?=\S)")
_ORDINALS = ("primero", "segundo", "tercero", "cuarto", "quinto")
# "Una de Maipú y otra de la PDI: ¿…? ¿…?": each question is of what was said in its turn.
_ANNOUNCED = re.compile(
    r"^(?:[^:¿?]{0,40}\b(?:preguntas|consultas|cosas|dudas)[:,] ?)?(?:un[oa]|primero|la primera) (?:(?:pregunta|consulta|duda|es) )?(?:de|del|sobre) (?P<one>[^:¿?,]{2,40}?),? y "
    r"(?:otr[oa]|un[oa]|la segunda) (?:(?:pregunta|consulta|duda|es) )?(?:de|del|sobre) (?P<two>[^:¿?,]{2,40}?)[:.] ?(?=¿)"
)
_QUESTION = re.compile(r"¿([^¿?]+)\??")
_THAT_YEAR = re.compile(r"\b(?:en )?(?:ese|el) mismo ano\b|\b(?:en )?ese ano\b")
_YEAR = re.compile(r"\b20\d\d\b")
LEAST, MOST = 2, 8


def items(message: str) -> tuple[str, list[str]] | None:
    """What a message says before its first item, and its items as typed; None where it enumerates nothing.

    Numbers and letters begin at the first and leave none out, so that "la medida 2)" begins no list.
    """
    line = flat(message)
    announced = _announced(message, line)
    if announced:
        return "", announced
    marks = list(_MARK.finditer(line))
    kept: list[re.Match[str]] = []
    for match in marks:
        if _place(match) == len(kept) + 1 and (not kept or match.lastgroup == kept[0].lastgroup):
            kept.append(match)
    spans = [match.span() for match in kept]
    if len(spans) < LEAST:
        spans = [match.span() for match in _BULLET.finditer(line)]
    if not LEAST <= len(spans) <= MOST:
        return None
    ends = [*(start for start, _ in spans[1:]), len(message)]
    found = [message[start:end].strip(" \n\t;,") for (_, start), end in zip(spans, ends, strict=True)]
    found = [re.sub(r"(?:,? y|;|,)$", "", item).strip() for item in found]
    if not all(any(word not in STOP_WORDS for word in words(item)) for item in found):
        return None
    return message[: spans[0][0]].strip(" \n\t:;,"), found


def _announced(message: str, line: str) -> list[str]:
    """Two questions, each with what the message says beforehand that it is of, and with the year that it only points at."""
    said = _ANNOUNCED.match(line)
    asked = [message[slice(*match.span(1))].strip() for match in _QUESTION.finditer(line)]
    if said is None or len(asked) != LEAST:
        return []
    year = _YEAR.search(asked[0])
    pointing = _THAT_YEAR.search(flat(asked[1]))
    if year and pointing:
        asked[1] = f"{asked[1][: pointing.start()]}en {year.group()}{asked[1][pointing.end() :]}"
    asked[1] = re.sub(r"^y ", "", asked[1])
    return [f"¿{text}, {message[slice(*said.span(name))]}?" for text, name in zip(asked, ("one", "two"), strict=True)]


def _place(match: re.Match[str]) -> int:
    """The place in its list that a mark says: 2 for "2)", "b)" and "segundo:"."""
    said = next(group for group in match.groups() if group)
    if said in _ORDINALS:
        return _ORDINALS.index(said) + 1
    return int(said) if said.isdigit() else ord(said) - ord("a") + 1
