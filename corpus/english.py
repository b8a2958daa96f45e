"""English questions, word for word in the documents' Spanish (``lexicon/ingles.toml``): enough to search with.

A word that the glossary lacks is looked up in its base form ("chaired", as "chair"), then read as a cognate
("vulnerability", "vulnerabilidad") where the index holds the Spanish word; any other stays as it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from corpus.analysis import fold, stem
from corpus.errors import LexiconError

_WORD = re.compile(r"[a-z0-9'%.,]+")
_POSSESSIVE = re.compile(r"'s$")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})%?")
_POINTS = str.maketrans(",.", ".,")
_TO = ("to", "through", "till", "until")
_TIMES = re.compile(
    r"\d[\d.,]*%?|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_SHORTEST = 4
"""Of a base form or a cognate: what is left of shorter ones would be chance, or a name."""

# How a regular form is made: what it ends with, and what its base form may have in its place; and British spelling.
_INFLECTED = (
    (re.compile(r"ies$"), ("y",)),
    (re.compile(r"(?<![su])s$"), ("",)),
    (re.compile(r"es$"), ("",)),
    (re.compile(r"ied$"), ("y",)),
    (re.compile(r"(?<!e)ed$"), ("e", "")),
    (re.compile(r"([bdglmnprt])\1ed$"), (r"\1",)),
    (re.compile(r"([bdglmnprt])\1ing$"), (r"\1",)),
    (re.compile(r"ing$"), ("e", "")),
    (re.compile(r"is(?=e[ds]?$|ing$|ations?$)"), ("iz",)),
)
# How Spanish ends the words that both languages took from Latin or Greek; the longest ending first.
_COGNATES = (
    ("ically", ("icamente",)),
    ("arily", ("ariamente",)),
    ("ently", ("entemente",)),
    ("ively", ("ivamente",)),
    ("ously", ("osamente",)),
    ("ation", ("acion",)),
    ("ment", ("mento",)),
    ("ated", ("ado",)),
    ("ized", ("izado",)),
    ("ised", ("izado",)),
    ("ified", ("ificado",)),
    ("ical", ("ico",)),
    ("ance", ("ancia",)),
    ("ence", ("encia",)),
    ("ancy", ("ancia",)),
    ("ency", ("encia",)),
    ("tion", ("cion",)),
    ("sion", ("sion",)),
    ("logy", ("logia",)),
    ("ity", ("idad",)),
    ("ary", ("ario",)),
    ("ory", ("orio",)),
    ("ism", ("ismo",)),
    ("ist", ("ista",)),
    ("ive", ("ivo",)),
    ("ous", ("oso",)),
    ("ate", ("ar", "ado")),
    ("ize", ("izar",)),
    ("ise", ("izar",)),
    ("ify", ("ificar",)),
    ("ure", ("ura",)),
    ("ant", ("ante",)),
    ("ent", ("ente",)),
    ("acy", ("acia",)),
    ("phy", ("fia",)),
    ("ic", ("ico", "ica")),
    ("ly", ("mente", "amente")),
    ("al", ("al",)),
    ("or", ("or",)),
    ("ble", ("ble",)),
    ("y", ("ia",)),
)
# How Spanish spells the rest of them.
_SPELLING = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ch(?=[nr])"), "c"),
    (re.compile(r"(?<=[^aeiou])y(?=[^aeiou])"), "i"),
    (re.compile(r"qu(?=[ae]n)"), "cu"),
    (re.compile(r"^imm"), "inm"),
    (re.compile(r"^s(?=[pt]|c[^eiy])"), "es"),
    (re.compile(r"([bdfglmnpst])\1"), r"\1"),
)


def _nothing(stem: str) -> bool:
    return False


class English:
    """Puts an English line into Spanish by a glossary; the longest phrase wins, and unknown words stay.

    ``knows`` tells whether the index holds a stem; without it no word is read as a cognate.
    """

    def __init__(self, glossary: dict[str, str], knows: Callable[[str], bool] = _nothing) -> None:
        self._glossary = {" ".join(_words(key)): value for key, value in glossary.items()}
        self._longest = max((len(key.split()) for key in self._glossary), default=0)
        self._knows = knows

    @classmethod
    def load(cls, folder: Path, knows: Callable[[str], bool] = _nothing) -> English:
        """The glossary of ``ingles.toml``. Raises LexiconError."""
        try:
            words = tomllib.loads((folder / "ingles.toml").read_text(encoding="utf-8"))["palabras"]
        except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"ingles.toml: no se puede leer: {error}") from error
        return cls(words, knows)

    def translate(self, line: str) -> str:
        """The line, folded, with every known word or phrase in Spanish."""
        words = _words(line)
        out: list[str] = []
        at = 0
        while at < len(words):
            if _joins(words, at):
                # "from 2019 to 2023", "45 to 54"
                out.append("hasta" if "desde" in out else "a")
                at += 1
                continue
            for size in range(min(self._longest, len(words) - at), 0, -1):
                found = self._phrase(words[at : at + size])
                if found is not None:
                    out.append(found)
                    at += size
                    break
            else:
                out.append(self._cognate(words[at]) or _POSSESSIVE.sub("", words[at]))
                at += 1
        return fold(" ".join(word for word in out if word))

    def _phrase(self, words: list[str]) -> str | None:
        """The Spanish of a phrase as written, or else with its first or its last word in a base form."""
        found = self._glossary.get(" ".join(words))
        if found is not None:
            return found
        *before, last = words
        first, *after = words
        based = [[*before, base] for base in _bases(last)] + [[base, *after] for base in _bases(first) if after]
        # A word without content has no forms: what looks like one is a name ("Andes").
        return next((value for phrase in based if (value := self._glossary.get(" ".join(phrase)))), None)

    def _cognate(self, word: str) -> str | None:
        """The Spanish word that an English one would be, if the index holds it."""
        for form in (_POSSESSIVE.sub("", word), *_bases(word)):
            ending = next(((end, ends) for end, ends in _COGNATES if form.endswith(end)), None)
            if ending is None or len(form) - len(ending[0]) < _SHORTEST - 1:
                continue
            root = form.removesuffix(ending[0])
            for spelled, end in product(dict.fromkeys((_spelled(root), root)), ending[1]):
                if self._knows(stem(spelled + end)):
                    return spelled + end
        return None


def _words(line: str) -> list[str]:
    """The words of a line, folded, with the points and commas of its numbers as Spanish writes them."""
    found = (match.group().strip(".,'") for match in _WORD.finditer(fold(line)))
    return [word.translate(_POINTS) if _NUMBER.fullmatch(word) else word for word in found if word]


def _joins(words: list[str], at: int) -> bool:
    """Whether a "to" stands between the two ends of a range of numbers, months or years."""
    around = (words[at - 1 : at], words[at + 1 : at + 2])
    return words[at] in _TO and all(end and _TIMES.fullmatch(end[0]) for end in around)


def _bases(word: str) -> Iterator[str]:
    """What a regular plural, third person, past, participle or possessive may be the form of."""
    owner = _POSSESSIVE.sub("", word)
    if owner != word:
        yield owner
    for form, ends in _INFLECTED:
        if form.search(word):
            yield from (base for end in ends if len(base := form.sub(end, word)) >= _SHORTEST)


def _spelled(root: str) -> str:
    for form, written in _SPELLING:
        root = form.sub(written, root)
    return root
