"""How the raw text of a document is read: what is cut out of it, and how its wrapped lines become paragraphs.

Nothing here changes an offset: a :class:`Reading` only says which stretches of the text are not read (page numbers,
addresses alone on a line, footnote marks glued to words) and gives the clean text of any stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NOISE_LINE = re.compile(r"^[ \t\f]*(?:\d{1,3}|\d{2}\.(?:\d{2}\.)?|https?://\S+|© .*)[ \t]*$", re.MULTILINE)
# A footer set upright: one or two letters on each of several lines.
_UPRIGHT = re.compile(r"(?:^[ \t]*[^\W\d_]{1,3}[ \t]*\n\s*){4,}", re.MULTILINE)
_NOTE_LINE = re.compile(r"^[ \t\f]{0,2}(\d{1,2})[ \t]+(?=[A-ZÁÉÍÓÚ¿“\"])", re.MULTILINE)
_BULLET = re.compile(r"^[●•▪◦–—-]\s+|^●|^•")
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)])\s+\S")
_TAG = re.compile(r"<input [^>]*?(checked)?[^>]*>")
# Words that cannot end a sentence, so that what follows them goes on even after a blank line.
_UNFINISHED = re.compile(
    r"(?:(?<![\w/])(?:a|al|con|de|del|e|el|en|la|las|los|o|para|por|que|se|su|sus|un|una|u|y)|[,(])$", re.IGNORECASE
)
# A broken "fi" ligature: PDF extraction leaves "ef icacia", "f inanciamiento". No Spanish word but loans ends in f.
_LIGATURE = re.compile(r"(?<=[A-Za-zÁÉÍÓÚáéíóúñ])f i(?=[a-záéíóúñ]{2})|\bf i(?=[a-záéíóúñ]{3})")


@dataclass(frozen=True)
class Note:
    """A footnote: its number, the offsets of its text, and of its mark in the body where that was found."""

    number: int
    start: int
    end: int
    mark: tuple[int, int] | None


@dataclass(frozen=True)
class Reading:
    """What of a text is not read, as sorted offset ranges, and its footnotes."""

    text: str
    cut: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, text: str) -> Reading:
        """Read a text. The same text gives the same reading."""
        return _reading(text)

    def clean(self, start: int, end: int) -> str:
        """The text of [start, end) as it is read: cuts applied, lines joined, one line for each paragraph or list item."""
        pieces: list[str] = []
        at = start
        for left, right in self.cut:
            if right <= start or left >= end:
                continue
            pieces.append(self.text[at : max(left, at)])
            at = max(at, right)
        pieces.append(self.text[at:end] if at < end else "")
        return join_lines("".join(pieces))


@lru_cache(maxsize=64)
def _reading(text: str) -> Reading:
    notes = _notes(text)
    cut = [match.span() for pattern in (_NOISE_LINE, _UPRIGHT) for match in pattern.finditer(text)]
    cut += [note.mark for note in notes if note.mark]
    cut += [(note.start, note.end) for note in notes]
    return Reading(text, tuple(sorted(cut)), tuple(notes))


def _notes(text: str) -> list[Note]:
    """Footnotes: lines that begin with the next number of the sequence 1, 2, 3… and whose mark stands before them."""
    notes: list[Note] = []
    for match in _NOTE_LINE.finditer(text):
        number = int(match[1])
        if number != len(notes) + 1:
            continue
        mark = _mark(text, number, notes, match.start())
        end = text.find("\n\n", match.end())
        # A footnote ends at the blank line, or at a form feed or a line that opens the next page.
        end = len(text) if end < 0 else end
        page = re.compile(r"\n[ \f]+(?=\S)").search(text, match.end(), end)
        end = page.start() if page else end
        following = re.compile(rf"^[ \t]{{0,2}}{number + 1}[ \t]+(?=[A-ZÁÉÍÓÚ¿“\"])", re.MULTILINE).search(
            text, match.end(), end
        )
        end = following.start() if following else end
        # It goes on after a blank line in small letters; an address that stands there alone is no part of it.
        torn = re.compile(r"\n[ \t]*\n(?=[a-záéíóúñ])(?!https?://)[^\n]+(?:\n[^\n]+)*").match(text, end)
        if torn and not following and not page and not text[:end].rstrip().endswith("."):
            end = torn.end()
        notes.append(Note(number, match.start(), end, mark))
    # A sequence most of whose numbers have no mark in the body is a list, not footnotes.
    return notes if 2 * sum(note.mark is not None for note in notes) > len(notes) else []


def _mark(text: str, number: int, notes: list[Note], start: int) -> tuple[int, int] | None:
    """Where the mark of the footnote that begins at ``start`` is glued to a word or a number of its page, or None.

    It stands before the footnote, or a little after it where the page's columns were torn apart.
    """
    before = notes[-1].mark[1] if notes and notes[-1].mark else max(0, start - 8000)
    glued = re.compile(rf"(?<=[^\W\d_]|[”\"’»)\]]){number}(?!\d)|(?<=\d-){number}(?=[.,;\s])")
    # Glued to a number: "14019 municipalidades" is 140 and note 19; "2019" is a year.
    numeric = re.compile(rf"(?<=\d\d\d){number}(?!\d)")
    for pattern in (glued, numeric):
        for window in ((max(before, start - 8000), start), (start, start + 4000)):
            for match in pattern.finditer(text, *window):
                if not any(note.start <= match.start() < note.end for note in notes):
                    return match.span()
    return None


def join_lines(raw: str) -> str:
    """Wrapped lines as paragraphs: a blank line, a bullet or a number parts them; tabs become " | "."""
    paragraphs: list[str] = []
    fresh = True
    for line in raw.splitlines():
        line = _TAG.sub(lambda tag: "✓" if tag[1] else "—", line)
        stripped = re.sub(r"[ \xa0]+", " ", line.replace("\f", " ")).strip(" ")
        stripped = re.sub(r"\s*\t\s*", " | ", stripped.strip("\t")) if "\t" in stripped else stripped
        if not stripped:
            fresh = True
            continue
        bullet = _BULLET.match(stripped)
        if bullet:
            stripped = "- " + stripped[bullet.end() :].strip()
        lowered = stripped[:1].islower() or stripped[:1] in "(,;.%"
        starts = bullet or _ITEM.match(stripped)
        before = paragraphs[-1] if paragraphs else ""
        open_ = before.count("(") > before.count(")") or _UNFINISHED.search(before) is not None
        if paragraphs and not starts and (not fresh or open_ or (lowered and not before.endswith((".", ":")))):
            paragraphs[-1] += " " + stripped
        else:
            paragraphs.append(stripped)
        fresh = False
    return _LIGATURE.sub(lambda m: "fi" if m.group().startswith("f") else m.group(), "\n".join(paragraphs))


def readable(text: str, start: int, end: int) -> str:
    """The stretch [start, end) of a text as it is read."""
    # A stretch that is nothing but a footnote or addresses is read for its own sake.
    return Reading.of(text).clean(start, end) or join_lines(text[start:end])
