"""Letters and the names that the documents write out for them: "Registro Nacional de Extranjeros (RNE)".

Or over them: what stands under the heading "Registro Nacional de Atenciones" begins by "El RNA es…".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.analysis import STOP_WORDS, fold, words
from corpus.records import Documento, Span

_LETTERS = re.compile(r"\((?P<letters>[A-ZÁÉÍÓÚÑ]{3,9})\)")
# A line by itself and, under it, a text that begins by letters.
_UNDER = re.compile(
    r"^[ \t]*(?:[IVX]+\.|\d+(?:\.\d+)*\.?|[a-z]\.)?[ \t]*(?P<name>[A-ZÁÉÍÓÚÑ][^\n.:;]{8,80}?)[ \t]*\.?[ \t]*\n\s*"
    r"(?:El|La|Los|Las) (?P<letters>[A-ZÁÉÍÓÚÑ]{3,9})\b",
    re.MULTILINE,
)
_BEFORE = 140
_WORD = re.compile(r"[\wÁÉÍÓÚÑáéíóúñ/]+")
_SMALL = frozenset("de del la las el los y e en con para por a al".split())


class Acronyms:
    """The letters that documents explain, by the letters and by the name."""

    def __init__(self, documents: Iterable[Documento]) -> None:
        documents = tuple(documents)
        self._by_letters: dict[str, tuple[str, str, Span]] = {}
        self._by_name: dict[str, str] = {}
        for document in documents:
            for match in _LETTERS.finditer(document.text):
                name = _written_out(document.text, match.start(), match["letters"])
                if name is None:
                    continue
                start, text = name
                letters = fold(match["letters"])
                self._by_letters.setdefault(letters, (match["letters"], text, document.span(start, match.end())))
                self._by_name.setdefault(_plain(text), letters)
        for document in documents:
            for match in _UNDER.finditer(document.text):
                letters = fold(match["letters"])
                if _initials(match["name"]) == letters and letters not in self._by_letters:
                    span = document.span(match.start("name"), match.end("letters"))
                    self._by_letters[letters] = (match["letters"], match["name"], span)
                    self._by_name.setdefault(_plain(match["name"]), letters)

    def of(self, name: str) -> tuple[str, str, Span] | None:
        """The letters as written, the name written out and where, for folded letters."""
        return self._by_letters.get(fold(name))

    def owned(self, name: str, holder: re.Pattern[str]) -> str | None:
        """The letters that a folded name begins with, where only whose they are stands behind: other letters, a ``holder``."""
        letters, _, rest = name.partition(" ")
        telling = [word for word in words(rest) if word not in STOP_WORDS]
        owned = bool(telling) and all(self.of(word) or holder.fullmatch(word) for word in telling)
        return letters if owned and self.of(letters) is not None else None

    def also(self, name: str) -> tuple[str, ...]:
        """The other name of a thing, folded: letters for a name, a name for letters."""
        if name in self._by_letters:
            return (_plain(self._by_letters[name][1]),)
        letters = self._by_name.get(_plain(name))
        return (letters,) if letters else ()


def _plain(name: str) -> str:
    return " ".join(words(name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in words(name) if word not in _SMALL)


def _written_out(text: str, end: int, letters: str) -> tuple[int, str] | None:
    """The name right before letters in brackets and where it begins: its words' beginnings give the letters in order."""
    before = text[max(0, end - _BEFORE) : end]
    offset = end - len(before)
    found: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(before))):
        gap = before[word.end() : found[-1].start() if found else len(before)]
        if (
            gap.count("\n") > (1 if found else 2)  # in a cell of a table the letters may stand below a blank line
            or gap.strip(' ,\n\t\r"“”«»')
            or not (word[0][0].isupper() or word[0] in _SMALL or not found)
        ):
            break
        found.append(word)
    best: tuple[int, str] | None = None
    for word in found:
        name = before[word.start() :]
        if word[0][0].isupper() and fold(word[0])[0] == fold(letters)[0] and _spells(letters, name):
            best = (offset + word.start(), " ".join(name.split()).strip(' "“”«»'))
    return best


def _spells(letters: str, name: str) -> bool:
    """Whether letters stand in a name in their order, each at the beginning of a word or behind one that does."""
    text = "".join(words(name))
    at = 0
    for letter in fold(letters):
        at = text.find(letter, at) + 1
        if not at:
            return False
    initials = [word[0] for word in words(name) if word not in _SMALL]
    return sum(letter in fold(letters) for letter in initials) * 2 > len(initials)
