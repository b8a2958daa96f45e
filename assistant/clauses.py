"""Clauses: the questions that one line asks ("¿quién reparte la ropa y desde cuándo?", "costo? beneficiarios?").

They are cut from a folded line for one answerer; :mod:`assistant.compose.parts` parts a whole message before that.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.analysis import STOP_WORDS, words

# A word that asks, with the preposition before it.
_ASKING = (
    r"(?:(?:a|al|de|del|desde|hasta|en|con|para|por|sobre|hacia|entre) )?(?:el |la |los |las )?"
    r"(?:que|cual|cuales|cuanto|cuantos|cuanta|cuantas|quien|quienes|como|cuando|donde|cada cuanto)\b"
)
# Questions that are put with a verb first: "¿… y la puedo grabar?", "¿… y hay que pagarle?".
_CLOSED = (
    r"(?:(?:se |la |lo |las |los |le |les |me |nos )*"
    r"(?:puedo|puede|pueden|podemos|podria|podrian|debo|debe|deben|deberia|hay|tengo|tiene|tienen|conviene|sirve|es|son|esta|"
    r"sigue|siguen|existe|existen|incluye|incluyen|quedo|fue|fueron|podia|podian|pudo|pudieron|debia|debian|habia|hubo|tenia|"
    r"tenian|servia|era|eran|estaba|estaban|seguia|incluia)\b)"
)
# What surely parts two questions…
_STRONG = re.compile(r"[?;]+|\s[+/]\s|\s[-–—]\s|(?<=\w{3})\.\s")
# …and what does where the words before it ask something too: "¿quién la reparte y desde cuándo?".
_WEAK = re.compile(rf"(?:,\s*|\s)(?:y|e|o|and)\s+(?:(?:y|ademas|tambien)\s+)?(?={_ASKING}|{_CLOSED})|,\s*(?={_ASKING})")
_JOINT = re.compile(r"(?:,\s*|\s)(?:y|e)\s+|,\s*")
# What a message says before it asks: "red solidaria macul: quién…".
_HEAD = re.compile(r"^[^:?]{0,90}:\s+")
# "Vamos a encuestar a los vecinos. ¿De qué formas…?": what is told before a question mark that opens.
_STORY = re.compile(r"^[^¿?]*\w[^¿?]*(?=¿)")
# "Si aplicamos 30 encuestas, ¿cuánto…?": a condition is part of what is asked.
_CONDITION = re.compile(r"(?:^|[.;:!] ?)\W*(?:y |pero )?si (?!es que\b)[^.;:!]*$")
_ASKS_FIRST = re.compile(rf"(?:^|[,.;:] ?)\W*(?:y )?{_ASKING}(?! (?:no|si)\b)")
MOST = 4


def opens_asking(piece: str) -> bool:
    """Whether a folded sentence opens with a word that asks: "y quién lo pagaba", as one types it without marks."""
    return re.match(rf"\W*(?:(?:y|e|o|and)\s+)?{_ASKING}(?! (?:no|si|es que)\b)", piece) is not None


def asking(line: str) -> str:
    """What a folded message asks, without what it tells before its first question; all of it where it opens none.

    "Cuánto dura la entrevista, ¿y qué pregunto?" asks before it opens a question.
    """
    told = _STORY.match(line)
    whole = told is None or asks_first(told.group()) or conditional(told.group())
    return line if whole or told is None else line[told.end() :]


def asks_first(told: str) -> bool:
    """Whether what stands folded before a question asks something itself."""
    return _ASKS_FIRST.search(told) is not None


def conditional(told: str) -> bool:
    """Whether what stands folded before a question ends in a condition, which is part of what is asked."""
    return _CONDITION.search(told) is not None


def clauses(line: str, telling: Callable[[str], object] | None = None) -> list[str]:
    """The questions of a folded message, in order; the message alone where it asks one.

    ``telling`` says what a piece asks for by a name of its own (a field, a number, a date), or nothing: at a plain "y"
    or a comma a message is parted only where every piece asks for something, each for another thing.
    """
    body = _HEAD.sub("", line) if _HEAD.match(line) else line
    found: list[str] = []
    for strong in _STRONG.split(body):
        waiting = ""
        pieces = [piece.strip(" ¿?¡!.,") for piece in _WEAK.split(strong)]
        for piece in pieces:
            whole = f"{waiting} {piece}".strip()
            asks = _asks(whole) or (telling is not None and telling(whole))
            waiting = "" if asks or piece is pieces[-1] else whole
            if not waiting:
                found.append(whole)
    found = [piece for piece in found if _says(piece)]
    if telling is not None:
        found = [small for piece in found for small in _joined(piece, telling)]
    return found if 1 < len(found) <= MOST else [line]


def _joined(piece: str, telling: Callable[[str], object]) -> list[str]:
    """A piece cut at "y" and commas, where each half asks for another thing; else the piece itself."""
    halves = [half.strip() for half in _JOINT.split(piece) if half.strip()]
    told = [telling(half) for half in halves]
    return halves if len(halves) > 1 and all(told) and len(set(map(repr, told))) == len(told) else [piece]


def _says(piece: str) -> bool:
    return any(word not in STOP_WORDS for word in words(piece)) or _asks(piece)


def _asks(piece: str) -> bool:
    return re.search(rf"(?:^|\s){_ASKING}|^{_CLOSED}", piece) is not None
