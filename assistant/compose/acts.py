"""What a numbered act is about: "¿qué regula la Resolución Exenta N° 31.510?", "circular 5, tema".

Resolutions, decrees, official letters and circulars are named by their number, however it is written: with "N°" or
without, with a point in thousands or not, with a zero before it. Of all that the documents hold only what names that
number answers; a number that they don't hold is said not to be there. Laws are left out: they are named in passing by
many sentences that tell nothing of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.passages import PassageClaims
from assistant.focus import expected
from assistant.texts import Texts
from assistant.values import Claim, Draft, Query, Status
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Fragmento
from corpus.store import Store

# How much longer than the shortest piece with a number another may be and still be told as of that number.
LENGTHS = 2
# From how many digits on a number that no document holds is surely that of an act.
SURE_DIGITS = 2


class NumberedActs:
    """Finds the pieces of one index that tell of an act by its number, by the words of ``mensajes.toml``."""

    def __init__(self, store: Store, texts: Texts, messages: Cues) -> None:
        self.store = store
        self.texts = texts
        self.messages = messages
        self.passages = PassageClaims(store, texts)
        self._act = re.compile(
            rf"\b(?P<sort>{messages.any_of('acto.clase')})s?\.?(?: (?:{messages.any_of('acto.calidad')}))*"
            r"(?: (?:es|era|fue) (?:el|la))?(?:,? (?:numero|nro|num|no|n)\.?)? ?(?P<number>\d(?:[\d.]*\d)?)(?![\d-])"
        )
        self._pieces: dict[str, tuple[Fragmento, ...]] | None = None

    def answer(self, query: Query) -> Draft | None:
        """What the documents say that an act is about; None where a message names none, or asks something else of it."""
        line = fold(query.pregunta)
        named = list(self._act.finditer(line))
        if len(named) != 1:
            return None
        act = named[0]
        rest = f"{line[: act.start()]} {line[act.end() :]}"
        number = _plain(act["number"])
        found = self._telling(number)
        left = self._left(rest)
        if not found:
            held = any(number in _numbers(document.text) for document in self.store.documents.values())
            missing = len(number) >= SURE_DIGITS and not held and self._asks_matter(rest)
            return self._unknown(query) if missing else None
        held_stems = {
            stem for one in found for stem in terms(f"{one.titulo} {' '.join(one.ruta[-2:])} {one.texto.texto}")
        }
        looks = expected(rest)
        lacks = looks is not None and not any(looks.search(fold(one.texto.texto)) for one in found)
        if left - held_stems or lacks or self.messages.has("acto.otra_cosa", rest):
            return None
        claims = [claim for one in found for claim in self.passages.text(one, query, lead=one is found[0])]
        return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(one.id for one in found))

    def _asks_matter(self, rest: str) -> bool:
        """Whether what is left of a message beside an act asks what the act is about."""
        return self.messages.has("acto.materia", rest) or not self._left(rest)

    def _left(self, rest: str) -> set[str]:
        """The stems of a message beside the act that it names and the words of asking."""
        for group in ("acto.materia", "acto.emisor"):
            rest = self.messages.strip(group, rest)
        return {stem for word in words(rest) if word not in STOP_WORDS and not word.isdigit() for stem in terms(word)}

    def _telling(self, number: str) -> Sequence[Fragmento]:
        """The shortest pieces that name an act by its number, and others hardly longer, each of a place of its own."""
        if self._pieces is None:
            self._pieces = self._by_number()
        found = self._pieces.get(number, ())
        short = [one for one in found if len(one.texto.texto) <= LENGTHS * len(found[0].texto.texto)]
        kept: list[Fragmento] = []
        for one in short:
            if not any(_overlap(one, other) for other in kept):
                kept.append(one)
        return kept

    def _by_number(self) -> dict[str, tuple[Fragmento, ...]]:
        """The pieces that tell of each act, shortest first."""
        found: dict[str, list[Fragmento]] = {}
        for piece in self.store.of(Fragmento):
            for act in self._act.finditer(fold(piece.texto.texto)):
                found.setdefault(_plain(act["number"]), []).append(piece)
        return {number: tuple(sorted(own, key=lambda one: len(one.texto.texto))) for number, own in found.items()}

    def _unknown(self, query: Query) -> Draft:
        claim = Claim(
            text=self.texts("estados", "no_encontrado", buscado=f"«{query.pregunta.strip()}»"), block="canned"
        )
        return Draft(status=Status.NOT_FOUND, claims=(claim,), abstained=True)


def _plain(number: str) -> str:
    """A number without points and leading zeros."""
    return number.replace(".", "").lstrip("0")


def _numbers(text: str) -> set[str]:
    return {_plain(match) for match in re.findall(r"\d[\d.]*", text)}


def _overlap(one: Fragmento, other: Fragmento) -> bool:
    return any(
        a.document == b.document and a.start < b.end and b.start < a.end
        for a in one.texto.spans
        for b in other.texto.spans
    )
