"""Items of the lists that practices give in their text, and the one that a question means by its place: "el último"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.practices.claims import Piece
from assistant.practices.entries import Entry
from corpus.analysis import STOP_WORDS, terms

_ORDINALS = (
    (1, "primer[oa]?"), (2, "segund[oa]"), (3, "tercer[oa]?"), (4, "cuart[oa]"), (5, "quint[oa]"), (6, "sext[oa]"),
    (7, "septim[oa]"), (8, "octav[oa]"), (-1, "ultim[oa]"), (-2, "penultim[oa]"),
)  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:el|la|del|al) (?:"
    + "|".join(f"(?P<o{at}>{word})" for at, (_, word) in enumerate(_ORDINALS))
    + r")\b(?: (\w+))?"
)
# "1. Contexto…; 2. …", "1) …": a number that is none of a sentence.
_MARK = re.compile(r"(?<![\w.,°º])(\d{1,2})[.)]\s+(?=\S)")
_BULLET = re.compile(r"^- (.+)$", re.MULTILINE)
_ENDS = " ;,.\n-"
NEXT = 2


@dataclass(frozen=True)
class Listed:
    """A list in a field: the stems of what announces it, and its items, each as a piece that proves it."""

    lead: frozenset[str]
    items: tuple[Piece, ...]


def ordinal(line: str) -> tuple[int, str] | None:
    """The place in a list that a folded line names, from 1 on or from the end, and the noun behind it (or nothing)."""
    match = _ORDINAL.search(line)
    if match is None:
        return None
    place = next(number for at, (number, _) in enumerate(_ORDINALS) if match[f"o{at}"])
    noun = match[len(_ORDINALS) + 1] or ""
    return place, "" if noun in STOP_WORDS else noun


def meant(line: str, before: str, entry: Entry) -> Piece | None:
    """The item of a list of a practice that a question means; None where it names none, or no list is plainly meant.

    The list is announced by the noun behind the ordinal; where that says none, by what was asked before.
    """
    named = ordinal(line)
    if named is None:
        return None
    place, noun = named
    lists = [listed for listed in lists_of(entry) if abs(place) <= len(listed.items)]
    sought = set(terms(noun))
    told = sought or set(terms(before))
    fitting = [listed for listed in lists if told & listed.lead]
    if sought and not fitting:  # "¿y el último de qué se trata?": the word behind may be no noun
        fitting = [listed for listed in lists if set(terms(before)) & listed.lead and not _is_noun(noun, entry)]
    best = max(fitting, key=lambda listed: len(set(terms(before)) & listed.lead), default=None)
    return best.items[place - 1 if place > 0 else place] if best is not None else None


def lists_of(entry: Entry) -> list[Listed]:
    """The lists in the fields of a practice."""
    found = []
    for _, element in entry.own_fields():
        text = element.texto.texto
        piece = Piece.of(element)
        for lead, items in (*_numbered(text), *_bulleted(text)):
            own = tuple(Piece(piece.label, item, piece.spans, piece.key) for item in items)
            found.append(Listed(frozenset(terms(lead)), own))
    return found


def _is_noun(word: str, entry: Entry) -> bool:
    """Whether a practice uses a word: then it may name another thing than the list's."""
    return bool(set(terms(word)) & entry.stems)


def _numbered(text: str) -> list[tuple[str, list[str]]]:
    """The lists of a text whose items are numbered from 1 on, each with the sentence before it."""
    runs: list[list[re.Match[str]]] = []
    for match in _MARK.finditer(text):
        if int(match[1]) == 1:
            runs.append([match])
        elif runs and int(match[1]) == len(runs[-1]) + 1:
            item = text[runs[-1][-1].end() : match.start()].strip(_ENDS)
            if "\n" not in item:  # an item is one paragraph
                runs[-1].append(match)
    found = []
    for marks in (run for run in runs if len(run) >= NEXT):
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        items[-1] = items[-1].split("\n")[0]
        found.append((_before(text[: marks[0].start()]), [" ".join(item.strip(_ENDS).split()) for item in items]))
    return found


def _bulleted(text: str) -> list[tuple[str, list[str]]]:
    """The lists of a text whose items stand on lines of their own, none of them numbered."""
    found: list[tuple[str, list[str]]] = []
    last = -1
    for match in _BULLET.finditer(text):
        if _MARK.match(match[1]):
            continue
        if match.start() - 1 == last and found:
            found[-1][1].append(match[1].strip(_ENDS))
        else:
            found.append((_before(text[: match.start()]), [match[1].strip(_ENDS)]))
        last = match.end()
    return [one for one in found if len(one[1]) >= NEXT]


def _before(text: str) -> str:
    """The two sentences before a list: "considera cuatro módulos… A continuación se detallan:"."""
    return " ".join(re.split(r"(?<=[.!?])\s+|\n", text.strip(" \n-:"))[-2:])
