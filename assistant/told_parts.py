"""A message parted in what it tells and what it asks after that, and whether the first is only why it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.clauses import asks_first, conditional
from assistant.compose.split import flat
from corpus.analysis import STOP_WORDS, stem, terms, words

_ASKS = (
    r"(?:(?:a|al|de|del|desde|hasta|en|con|para|pa|por|sobre) )?(?:el |la |los |las )?"
    r"(?:cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde)\b"
)
_WANTS_TO_KNOW = (
    r"(?:(?:quisiera|queria|quiero|necesito|me gustaria|me interesa(?:ria)?) (?:saber|conocer)|me pregunt(?:o|aba)"
    r"|(?:me (?:entr|d|qued|nac)(?:o|io|a)|tengo|ando con) (?:la |una )?(?:curiosidad|duda|inquietud) (?:de|por|sobre)(?: saber| conocer)?) "
)
# ", o sea cuántas cartas…": what was asked, said again as it is meant.
_SAID_AGAIN = r"(?:o sea|es decir|mejor dicho|digo),? "
# The question of a message that marks none: ", cuantos casos…", ", hay alguna medida…?", ", hay algo…"
_UNMARKED = re.compile(
    rf"[,.;:!]\s+(?:{_WANTS_TO_KNOW}|{_SAID_AGAIN})?(?=(?:(?:y|pero|entonces) )?(?:{_ASKS}|que medidas?\b|(?:hay|existen?|alg[uú]n[oa]?)\b[^,.;:]*\?|hay (?:algo|alg[uú]n[oa]?s?)\b))"
)
_LAST_SENTENCE = re.compile(r"^.*[.!?\n]\s+(?=[^.!?\n]*\?\W*$)", re.DOTALL)
# "Tanto que se habla de las fronteras", "ahora que todos hablan de vivienda", "con tanto escándalo por…": why one asks.
# "A propósito de la campaña…", "a raíz de lo que salió en la prensa": the same.
OCCASION = re.compile(
    r"^\W*(?:(?:y|oye|oiga|mire|mira),? )?(?:a proposito de(?! que\b)|a raiz de|con (?:motivo|ocasion) de|tanto que|con (?:tant[oa]s?|lo que|todo lo que|todo el|toda la)|con esto de que|ahora que|ya que|como (?:ahora|todos|todo el mundo)|en vista de que|dado que|viendo que) "
)


# "El índice ese, el que van a renovar": which one is known already.
_KNOWN_ALREADY = re.compile(
    r"(?P<known>\bes[eao]s?\b[^,;.:?¿]*)(?:, (?:el|la|los|las|esos?|esas?|ese) que [^,;:?¿]+)(?=\W*$)"
)
# "Mandó sus descargos. ¿Cuánto demoran en contestar esos descargos?": those of which it was told just before.
_THOSE = re.compile(r"\b(?P<that>es[ea]|est[ea]|es[oa]s|est[oa]s) (?P<noun>[a-z]{4,})\b")
_ARTICLES = {"os": "los", "as": "las", "e": "el", "a": "la"}
# "Ese año": which, is told before.
_THAT_YEAR = re.compile(r"\b(?:en |el |durante )?(?:ese mismo|este mismo|ese|este|dicho|aquel|el mismo) ano\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Told:
    """A message parted where its first question begins, as typed."""

    told: str
    asked: str


def by_sentence(message: str) -> Told | None:
    """The last sentence of a message, that asks, and what it tells before: "Estoy cansada. En 2024, ¿cuántas…?"."""
    match = _LAST_SENTENCE.match(flat(message))
    if match is None or "?" in match.group():
        return None
    return Told(message[: match.end()].strip(), message[match.end() :].strip())


def parted(message: str) -> Told | None:
    """What a message tells and what it asks after that; None where it tells nothing, or that is part of what is asked."""
    line = flat(message)
    at = line.find("¿")
    if at < 0:
        found = list(_UNMARKED.finditer(line))
        at = found[0].end() if found else -1
    told = line[:at] if at > 0 else ""
    if len([word for word in words(told) if word not in STOP_WORDS]) < 1 or asks_first(told) or conditional(told):
        return None
    return Told(message[:at].strip(" ,;:"), message[at:].strip())


def without_which(message: str) -> str:
    """A question without the clause at its end that only says again which one is meant of those that it points to."""
    line = flat(message)
    match = _KNOWN_ALREADY.search(line) if len(line) == len(message) else None
    return message[: match.end("known")] + message[match.end() :] if match is not None else message


def named_before(told: str, asked: str) -> str:
    """A question with the article before a noun that is told before it, where it only points to that with the noun said again."""
    line, stems = flat(asked), set(terms(told))
    for match in reversed([*_THOSE.finditer(line)]):
        if stem(match["noun"]) in stems and len(line) == len(asked):
            asked = f"{asked[: match.start('that')]}{_article(match['that'])}{asked[match.end('that') :]}"
    return asked


def of_place(asked: str, place: str) -> str | None:
    """A question of the thing of a place, where it only points to the thing ("ese diagnóstico"); None where it points to none."""
    line = flat(asked)
    match = _THOSE.search(line)
    if match is None or len(line) != len(asked):
        return None
    noun = asked[match.start("noun") : match.end("noun")]
    return f"{asked[: match.start()]}{_article(match['that'])} {noun} de {place}{asked[match.end() :]}"


def _article(that: str) -> str:
    return next(article for end, article in _ARTICLES.items() if that.endswith(end))


def with_year(told: str, asked: str) -> str:
    """A question with the one year that is told before it written in where it only points to that."""
    line, years = flat(asked), set(_YEAR.findall(told))
    match = _THAT_YEAR.search(line)
    if match is None or len(years) != 1 or len(line) != len(asked):
        return asked
    return f"{asked[: match.start()]}en {years.pop()}{asked[match.end() :]}"
