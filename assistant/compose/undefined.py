"""Whether the documents say what something is, where a question asks just that: "¿qué es la interculturalidad?".

A thing is explained where a sentence goes on from its name to say what it is, does or is for, where its letters are
written out, or where a heading announces as much. That it is only named, in a list or in passing, explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.analysis import STOP_WORDS, fold, words
from corpus.cues import Cues

# What makes a subject more than a name.
_MORE = re.compile(r"\b(?:y|e|o|que|cuando|para|donde|como|pero|si|porque|se|segun)\b|\d")
NEAR = 110
REMARK = 7
"""How many words may follow a question as a remark on it: "¿qué significa X? Sale en los talleres de Maipú"."""


class Meanings:
    """Reads what is asked for the meaning of a word and what gives it, by the words of ``mensajes.toml``."""

    def __init__(self, messages: Cues) -> None:
        asks, gives, opening, roundabout, where, named = (
            messages.any_of(f"significado.{name}")
            for name in ("pregunta", "definicion_que", "apertura", "rodeo", "donde", "nombrado")
        )
        # "¿Cómo define la guía la X?", "¿qué entiende la guía por X?"
        definer = rf"(?:la|el|los|las) {where}(?: (?:municipal|publica|nacional|practica))?"
        asks = rf"(?:{asks}|como (?:define|definen|entiende|entienden) {definer}(?: a)?|que (?:entiende|entienden) {definer} por)"
        self._whole = re.compile(
            rf"^\W*(?:{opening},? )*(?:{asks}|que definicion {gives}(?: \w+){{0,4}}? de) (?:{roundabout} ){{0,2}}"
            r"(?:(?:el|la|los|las|un|una|lo) )?(?P<subject>[^,;.?]+?)"
            rf"(?: (?:segun|en|para|de acuerdo con) (?:la |el |los )?{where}\b(?: (?!y\b)\w+){{0,4}})?\W*"
            rf"(?:\?\W*(?=\w)(?:\w+\W+){{0,{REMARK}}}\w+\W*)?$"
        )
        # "Sistema PMS de SERMIG, ¿qué significa la sigla?", "aporofobia: definición".
        self._after = re.compile(
            rf"^\W*(?:(?:el|la|los|las|un|una|lo) )?(?P<subject>[^,:;.?]+?)(?: del? (?:el |la |los )?\w+)?[,:] ?¿?(?:{asks}|significado|definicion)"
            rf"(?: (?:{roundabout}|eso|esa|ese))?\W*$"
        )
        self._then = re.compile(
            rf"{named} (?:el |la |los |las |un |una )?(?P<subject>(?:\w+ ){{0,3}}\w+), ?¿?"
            r"que (?:es|significa|quiere decir)(?: eso)?(?!(?: \w+){9})"
        )
        self._sorts = messages.words("significado.clase")
        self._messages = messages

    def subject(self, line: str) -> str | None:
        """The one word that a folded line asks the meaning of, where it asks nothing else; None otherwise.

        Of a name of several words ("Migraciones en tu Barrio") what is done under it tells enough.
        """
        match = self._whole.search(line) or self._then.search(line) or self._after.search(line)
        if match is None or _MORE.search(match["subject"]):
            return None
        content = [word for word in words(match["subject"]) if word not in STOP_WORDS]
        said = [word for word in content if word not in self._sorts] or content
        return said[0] if len(said) == 1 else None

    def explained(self, name: str, texts: Iterable[tuple[str, str]]) -> bool:
        """Whether any of the texts, each with the heading over it, tells what a thing is."""
        named = re.compile(rf"\b{re.escape(fold(name))}(?:e?s)?\b")
        return any(self._explains(named, fold(title), fold(text)) for title, text in texts)

    def _explains(self, named: re.Pattern[str], title: str, text: str) -> bool:
        if self._messages.has("significado.titulo", title) and named.search(title):
            return True
        for match in named.finditer(text):
            rest = re.split(r"[.;](?=\s)|\n", text[match.end() :], maxsplit=1)[0][:NEAR]
            explains = self._messages.has("significado.explica", rest)
            if explains or re.match(r"[»\"”*]*\s*(?::|\((?!\d))\s*\w", text[match.end() :]):
                return True
            if text[: match.start()].endswith("(") and text[match.end() :].startswith(")"):
                return True  # letters that are written out right before
        return False


def is_title(name: str, titles: str, texts: Iterable[str]) -> bool:
    """Whether a word is what a practice is called, and no ordinary word that its title only holds."""

    def forms(text: str) -> list[str]:
        return [word for word in re.findall(r"\w+", text) if fold(word) == name]

    return bool(forms(titles)) and not any(word.islower() for text in (titles, *texts) for word in forms(text))
