"""Whether the documents say what something is, where a question asks just that: "¿qué es la interculturalidad?".

A thing is explained where a sentence goes on from its name to say what it is, does or is for, where its letters are
written out, or where a heading announces as much. That it is only named, in a list or in passing, explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.analysis import STOP_WORDS, fold, words

_ASKS = (
    r"(?:que (?:es|son|significan?|quiere decir|quieren decir|cosa es|viene siendo|vendria a ser)|que se entiende por|como se (?:define|entiende)|(?:cual es |dame |da )?(?:la )?definicion de|"
    r"(?:cual es )?el significado de|que definicion (?:da|dan|entrega|tiene|hay|trae)(?: \w+){0,4}? de)"
)
_WHOLE = re.compile(
    rf"^\W*(?:(?:oye|oiga|hola|disculpa|por favor|y|pero),? )*{_ASKS} (?:eso del? |lo del? |el termino |el concepto (?:de )?|la palabra |la sigla |las siglas )?"
    r"(?:(?:el|la|los|las|un|una|lo) )?(?P<subject>[^,;.?]+?)(?: (?:segun|en|para|de acuerdo con) (?:la |el |los )?(?:guia|cuenta|plan|documentos?|glosario|fichas)\b(?: (?!y\b)\w+){0,4})?\W*$"
)
_THEN = re.compile(
    r"(?:mencion\w+|habl\w+ del?|nombr\w+|aparece|dicen?|sale) (?:el |la |los |las |un |una )?(?P<subject>(?:\w+ ){0,3}\w+), ?¿?que (?:es|significa|quiere decir)(?: eso)?(?! \w+ \w+ \w+ \w+ \w+ \w+ \w+ \w+ \w+)"
)
# What follows a name where it is explained; within so many letters of it.
_EXPLAINS = re.compile(
    r"\b(?:es (?:un|una|el|la|aquel|aquella|todo)|son (?:un|una|los|las|aquellos|aquellas|todos)|se (?:entiende|define|refiere|compone|trata|encarga|basa)|se entendera|entendid[ao]s? como|consisten?|corresponden? a|permiten?|permitira|busca[n]?|"
    r"tienen? (?:por|como)|cuy[ao]s? |cuyo|esta[n]? (?:dirigid|orientad|enfocad|destinad|a cargo|conformad|compuest)\w*|dirigid[ao]s? a|destinad[ao]s? a|orientad[ao]s? a|que (?:permite|busca|agrupa|entrega|ofrece|reune|reconoce|distingue|promueve|facilita|otorga|apoya|incorpora|considera|consiste|sirve|proporciona|brinda|regula)\w*|"
    r"reconoce|distingue|otorga|agrupa|reune|integra|implica|abarca|comprende|incluye|contempla|promueve|facilita|ofrece|entrega|sirve|funciona|representa|constituye|constituira|actua|contribuye|proporciona|brinda|regula|crea|es responsable|responsable de|encargad\w+|objetivo|proposito)\b"
)
_HEADED = re.compile(
    r"\b(?:objetivos?|funcion(?:es)?|que es|definicion|descripcion|proposito|en que consiste|consiste|rol|finalidad|significado|sentido|alcance|contenidos?|caracteristicas?)\b"
)
# What makes a subject more than a name.
_MORE = re.compile(r"\b(?:y|e|o|que|cuando|para|donde|como|pero|si|porque|se|segun)\b|\d")
# Of what sort a thing is said to be.
_SORTS = frozenset("sistema sigla siglas concepto termino palabra llamado llamada denominado".split())
NEAR = 110


def subject(line: str) -> str | None:
    """The one word that a folded line asks the meaning of, where it asks nothing else; None otherwise.

    Of a name of several words ("Migraciones en tu Barrio") what is done under it tells enough.
    """
    match = _WHOLE.search(line) or _THEN.search(line)
    if match is None:
        return None
    if _MORE.search(match["subject"]):
        return None
    content = [word for word in words(match["subject"]) if word not in STOP_WORDS]
    said = [word for word in content if word not in _SORTS] or content
    return said[0] if len(said) == 1 else None


def explained(name: str, texts: Iterable[tuple[str, str]]) -> bool:
    """Whether any of the texts, each with the heading over it, tells what a thing is."""
    named = re.compile(rf"\b{re.escape(fold(name))}(?:e?s)?\b")
    return any(_explains(named, fold(title), fold(text)) for title, text in texts)


def is_title(name: str, titles: str, texts: Iterable[str]) -> bool:
    """Whether a word is what a practice is called, and no ordinary word that its title only holds."""

    def forms(text: str) -> list[str]:
        return [word for word in re.findall(r"\w+", text) if fold(word) == name]

    return bool(forms(titles)) and not any(word.islower() for text in (titles, *texts) for word in forms(text))


def _explains(named: re.Pattern[str], title: str, text: str) -> bool:
    if _HEADED.search(title) and named.search(title):
        return True
    for match in named.finditer(text):
        rest = re.split(r"[.;](?=\s)|\n", text[match.end() :], maxsplit=1)[0][:NEAR]
        if _EXPLAINS.search(rest) or re.match(r"[»\"”*]*\s*(?::|\((?!\d))\s*\w", text[match.end() :]):
            return True
        if text[: match.start()].endswith("(") and text[match.end() :].startswith(")"):
            return True  # letters that are written out right before
    return False
