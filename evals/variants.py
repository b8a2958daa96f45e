"""Questions disturbed on purpose, to see how much a score owes to careful typing. Seeded: the same slip every time."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from evals.questions import Question

_WORD = re.compile(r"[^\W\d_]{4,}")
_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_NEIGHBOURS = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, key in enumerate(row)}


class Variant(StrEnum):
    """How questions are put."""

    NONE = "none"
    TYPO = "typo"
    PLAIN = "plain"


VARIANT_NAMES = {
    Variant.NONE: "tal cual",
    Variant.TYPO: "un desliz al teclear",
    Variant.PLAIN: "sin tildes ni mayúsculas",
}


def _slip(word: str, rng: random.Random) -> str:
    """A word with one slip inside it: two letters swapped, one dropped, one doubled, or a neighbouring key."""
    at = rng.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + rng.choice(_NEIGHBOURS.get(word[at].lower(), "e")) + word[at + 1 :],
    )
    return rng.choice([slip for slip in slips if slip != word])


def with_typo(question: Question, seed: int = 0) -> Question:
    """The question with one slip in one word of its last turn; numbers and words under four letters stay."""
    rng = random.Random(f"{seed}:{question.id}")
    *earlier, last = question.turns
    words = list(_WORD.finditer(last))
    if not words:
        return question
    word = rng.choice(words)
    last = last[: word.start()] + _slip(word.group(), rng) + last[word.end() :]
    return question.model_copy(update={"turns": (*earlier, last)})


def plain(question: Question) -> Question:
    """The question in lower case and without accents ("ñ" becomes "n")."""
    return question.model_copy(update={"turns": tuple(map(_without_accents, question.turns))})


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if unicodedata.category(char) != "Mn"))


def disturbed(question: Question, variant: Variant, seed: int = 0) -> Question:
    """The question as a variant puts it."""
    changes: dict[Variant, Callable[[Question], Question]] = {
        Variant.TYPO: lambda asked: with_typo(asked, seed),
        Variant.PLAIN: plain,
    }
    return changes[variant](question) if variant in changes else question
