"""Who holds a post: "¿quién es el director de Migraciones?" is told by the name that signs with the post below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.compose.acronyms import Acronyms
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Documento, Span

# A name in capitals on a line of its own and, below it, what its bearer is.
_SIGNED = re.compile(
    r"^(?P<name>[A-ZÁÉÍÓÚÑ]{2,}(?: [A-ZÁÉÍÓÚÑ]{2,}){1,5})[ \t]*\n\s*(?P<post>[A-ZÁÉÍÓÚÑ][^\n]+(?:\n[^\n]*\w[^\n]*)?)", re.MULTILINE
)  # fmt: skip
_SENTENCE_ENDS = re.compile(r"\.(?:\s|$)")
MOST = 8


@dataclass(frozen=True)
class Post:
    """Who signs a document, as what, and where."""

    name: str
    post: str
    document: str
    span: Span


class Posts:
    """The posts that the documents of one index tell the holders of."""

    def __init__(self, documents: Iterable[Documento], acronyms: Acronyms, messages: Cues) -> None:
        self.acronyms = acronyms
        self._messages = messages
        signs = re.compile(rf"(?:{messages.any_of('cargo.firma')})(?!\w)")
        self.all = tuple(post for document in documents for post in _signed(document, signs))
        self._asks = re.compile(rf"^\W*(?:\w+,? ){{0,2}}?(?:{messages.any_of('cargo.pregunta')})(?!\w)(?P<rest>.*)$")
        self._rules = re.compile(rf"^ (?:{messages.any_of('cargo.manda')})(?!\w)")
        self._called = re.compile(rf"(?<!\w)(?:{messages.any_of('cargo.nombre')})(?!\w)")

    def find(self, line: str) -> Post | None:
        """The one post whose holder a folded message asks for, by the post or by the name; None where it asks for none."""
        match = self._asks.match(line)
        if match is None or len(line.split()) > MOST + 4:
            return None
        rest = match["rest"]
        rules = self._rules.search(rest)
        called = self._called.search(rest)
        asked = self._stems(rest[rules.end() :] if rules is not None else rest)
        if not asked:
            return None
        named = [one for one in self.all if asked <= set(terms(one.name))]
        if len(named) == 1:
            return named[0]
        if rules is None and called is None:
            return None
        role = set(terms(called.group())) if called is not None else set()
        own = asked - role or set(terms(rest)) - role  # "el director del servicio": nothing else is said of it
        fits = [one for one in self.all if own <= set(terms(one.post)) and own]
        exact = [one for one in fits if role & set(terms(one.post)[:2])]
        fits = exact or fits
        shortest = sorted(fits, key=lambda one: len(terms(one.post)))
        return shortest[0] if shortest else None

    def _stems(self, text: str) -> set[str]:
        """The stems of what is asked, letters written out, without the words that any such question holds."""
        left = text
        for word in re.findall(r"\w+", text):
            known = self.acronyms.of(word)
            if known is not None:
                left = left.replace(word, fold(known[1]))
        fill = {stem for word in self._messages.words("cargo.relleno") for stem in terms(word)}
        return set(terms(left)) - fill


def _signed(document: Documento, signs: re.Pattern[str]) -> Iterable[Post]:
    for match in _SIGNED.finditer(document.text):
        post = _SENTENCE_ENDS.split(match["post"])[0]
        if signs.match(fold(post)):
            end = match.start("post") + len(post)
            name = " ".join(word.capitalize() for word in match["name"].split())
            yield Post(name, " ".join(post.split()), document.id, document.span(match.start(), end))
