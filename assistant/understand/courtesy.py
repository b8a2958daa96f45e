"""Courtesy: greetings, excuses, thanks and wishes at the ends of a message, which say nothing of what is asked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understand.smalltalk import QUESTION_WORDS
from corpus.analysis import STOP_WORDS, fold
from corpus.cues import Cues

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[.,;:!?¿¡)\n–—-]")
# What is left of the marks beside what was taken off.
_LEFT_BEFORE = re.compile(r"^[\s.,;:!)–—-]+")
_LEFT_BEHIND = re.compile(r"[\s,;:¡(–—-]+$")
# What a question begins with: before it a greeting needs no mark ("buenas tardes cuántas medidas…").
_QUESTION = QUESTION_WORDS | frozenset("que como q k".split())
_ASKS = _QUESTION | frozenset("en de a por para con hay si".split())
# "Quién lo creó", "cuándo se creó", typed without its accent: the verb, and no doubt.
_OF_VERB = frozenset("se lo la los las le les que quien nos cual".split())
SIGNATURE = 6
"""How many words a name and an office take after "Atte.,"."""
NAME = 3


@dataclass(frozen=True)
class _Word:
    """A folded word of a message and where it stands there."""

    text: str
    start: int
    end: int


class Courtesy:
    """Takes courtesy off the ends of messages, by the words of ``mensajes.toml``."""

    def __init__(self, messages: Cues) -> None:
        self._opens, self._closes, self._signs, self._asks = (
            re.compile(rf"(?:{messages.any_of(f'cortesia.{name}')})(?!\S)")
            for name in ("abre", "cierra", "firma", "pregunta")
        )
        self._doubts = re.compile(rf"(?P<before>\w+)[\s,;(]+(?:{messages.any_of('cortesia.duda')})\W*$")
        self._fills = re.compile(rf"(?:{messages.any_of('cortesia.palabras')})(?!\S)")

    def without(self, message: str) -> str:
        """What a message says without the courtesy it begins and ends with; all of it where it says nothing else."""
        message = self._undoubted(message)
        said = [_Word(fold(match.group()), *match.span()) for match in _WORD.finditer(message)]
        start = self._opened(message, said)
        end = self._closed(message, said)
        left = said[start:end]
        if not any(word.text not in STOP_WORDS and not self._fills.match(word.text) for word in left):
            return message
        start += self._introduced(left)
        asked = message
        if end < len(said):
            asked = _LEFT_BEHIND.sub("", asked[: said[end].start])
        return _LEFT_BEFORE.sub("", asked[said[start - 1].end :]) if start else asked

    def _undoubted(self, message: str) -> str:
        """A message without the doubt that it ends with: "… de inclusión digital, creo"."""
        line = fold(message)
        doubt = self._doubts.search(line) if len(line) == len(message) else None
        if doubt is None or doubt["before"] in _OF_VERB:
            return message
        mark = "?" if "?" in message[doubt.end("before") :] else ""
        return message[: doubt.end("before")] + mark

    def _opened(self, message: str, said: Sequence[_Word]) -> int:
        """How many words a message begins with that only greet or excuse, up to a mark or the question."""
        ends = [at for at in self._runs(said, 0, self._opens) if self._parted(message, said, at)]
        return max(ends, default=0)

    def _parted(self, message: str, said: Sequence[_Word], at: int) -> bool:
        """Whether a mark stands before a word, or it asks."""
        if at == len(said):
            return False
        return _MARK.search(message, said[at - 1].end, said[at].start) is not None or said[at].text in _ASKS

    def _closed(self, message: str, said: Sequence[_Word]) -> int:
        """The word from which on a message only thanks, wishes or signs."""
        end = len(said)
        for at in range(1, len(said)):
            line = _line(said[at:])
            signs = self._signs.match(line) is not None and self._is_signature(message, said[at:])
            ends = self._runs(said, at, self._closes)
            if signs or len(said) in ends or any(_is_name(message, said[end:]) for end in ends):
                return at
        return end

    def _is_signature(self, message: str, said: Sequence[_Word]) -> bool:
        """Whether some words are who writes: a few, and neither a question nor a number among them."""
        rest = message[said[0].start :]
        return len(said) <= SIGNATURE and "?" not in rest and "¿" not in rest and re.search(r"\d", rest) is None

    def _introduced(self, said: Sequence[_Word]) -> int:
        """How many words only say that something is asked ("quería consultar cuántos…"), where a question word follows."""
        found = self._asks.match(_line(said))
        count = len(found.group().split()) if found is not None else 0
        return count if count and count < len(said) and said[count].text in _QUESTION else 0

    def _runs(self, said: Sequence[_Word], at: int, heads: re.Pattern[str]) -> list[int]:
        """Where a run of courtesy that opens with one of its phrases may end; none where none opens there.

        It goes on over other such phrases, the words that fill them ("que tenga una linda semana") and stop words, with
        which it never ends.
        """
        ends: list[int] = []
        first = at
        while at < len(said):
            line = _line(said[at:])
            head = heads.match(line)
            fill = self._fills.match(line) if at > first else None
            found = head or fill
            if found is not None:
                at += len(found.group().split())
                ends.append(at)
            elif at > first and said[at].text in STOP_WORDS:
                at += 1
            else:
                break
        return ends


def _is_name(message: str, said: Sequence[_Word]) -> bool:
    """Whether the last words of a message are a name, set off by a mark: "quedo atenta, Marcela"."""
    capital = all(message[word.start].isupper() for word in said)
    return 0 < len(said) <= NAME and capital and "," in message[: said[0].start].rstrip()[-1:]


def _line(said: Sequence[_Word]) -> str:
    return " ".join(word.text for word in said)
