"""Words that a question seeks in the text or the indicators of medidas: "las que hablan de convenios"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.select import holds
from assistant.values import Palabras
from corpus.analysis import STOP_WORDS, terms, words
from corpus.records import Medida

_END = re.compile(
    r"[?¿;:()]|(?<!\w)(?:o|y) (?:que )?(?:las?|los?) \w+n\b|\.(?!\d)|,(?! \w+ (?:y|o) )|\s{2,}|(?<!\w)(?:en (?:su|el|los|sus|la)? ?(?:texto|indicador(?:es)?|redaccion|descripcion|enunciado|plan|indicador o texto)|sea en|ya sea|tiene[n]?|esta[n]?|vence[n]?|son|que|cual|cuales|cuant\w+|quien|cuando|pero|hay|excepto|salvo|menos|fuera|sin|exclusiv\w*|compartid\w*|junto|ni|dentro|segun|con plazo|a cargo|del plan|porque|"
    r"como|por favor|gracias|y (?:que|cual|cuales|cuando|quien|sus?|en|a|con|su)|en total|o no|"
    r"e indica\w*|y dime|y dame)(?!\w)"
)
# How something is said, where, and of whom, before what is said; what one does with it ("armar una mesa").
_PREAMBLE = re.compile(
    r"^(?:(?:\w+mente|en (?:su|el|los|sus)? ?(?:texto|indicador(?:es)?)(?: o (?:su |en su )?(?:texto|indicador))?|a|quienes|quien|las? personas?|los?|las?|estan?|en|de|del|el|"
    r"un[oa]?s?|algun[oa]?s?|la palabra|las palabras|el termino|la expresion|el concepto|hacer|armar|crear|formar|realizar|elaborar|dictar|firmar|tener|que)(?: |$))+"
)
_QUOTED = re.compile(r"[\"«“']([^\"»”']{3,80})[\"»”']")
_EITHER = re.compile(r"\s+(?:o|u|or)\s+")
_BOTH = re.compile(r"\s*,\s*|\s+(?:y|e|and)\s+")


def phrase_after(line: str, at: int) -> str:
    """The words from a place on, up to where another part of the question begins."""
    rest = _PREAMBLE.sub("", line[at:].lstrip(" ,:"))
    end = _END.search(rest)
    return (rest[: end.start()] if end else rest).strip(" ,\"'«»")


def quoted(line: str) -> list[re.Match[str]]:
    """The quoted words of a line."""
    return list(_QUOTED.finditer(line))


def sought(phrase: str, medidas: Mapping[int, Medida]) -> tuple[Palabras, ...]:
    """What a phrase seeks: its words one beside the other where some medida has them so, else each of its words.

    "o" makes alternatives; "y" asks for both where some medida holds both, and for either where none does.
    """
    alternatives = [_one(part, medidas) for part in _distributed(_EITHER.split(phrase))]
    alternatives = [one for one in alternatives if one]
    if not alternatives:
        return ()
    if len(alternatives) > 1:
        forms = tuple(form for one in alternatives for words_ in one for form in words_.formas)
        return (Palabras(texto=" o ".join(w.texto for one in alternatives for w in one), formas=forms),)
    return alternatives[0]


def _distributed(parts: list[str]) -> list[str]:
    """Alternatives that share their last word: "situación o condición irregular"."""
    if len(parts) == 2 and len(parts[0].split()) == 1 and len(parts[1].split()) == 2:
        return [f"{parts[0]} {parts[1].split()[1]}", parts[1]]
    return parts


def _one(phrase: str, medidas: Mapping[int, Medida]) -> tuple[Palabras, ...]:
    whole = as_words(phrase)
    if whole is None:
        return ()
    if any(holds(medida, whole) for medida in medidas.values()):
        return (whole,)
    parts = [part for part in (as_words(part) for part in _BOTH.split(phrase)) if part]
    if len(parts) > 1 and all(any(holds(m, part) for m in medidas.values()) for part in parts):
        if any(all(holds(m, part) for part in parts) for m in medidas.values()):
            return tuple(parts)
        return (Palabras(texto=" o ".join(p.texto for p in parts), formas=tuple(f for p in parts for f in p.formas)),)
    singles = tuple(Palabras(texto=word, formas=tuple(terms(word))) for word in _content(phrase))
    if any(all(holds(m, one) for one in singles) for m in medidas.values()):
        return singles
    return (whole,)


def as_words(phrase: str) -> Palabras | None:
    """A phrase as one run of stems, without the words that questions are made of; None where nothing is left."""
    phrase = re.sub(r"\b(?:numero|nro|n)\.? ?(?=\d)", "", phrase)
    kept = _content(phrase)
    if not kept:
        return None
    return Palabras(texto=" ".join(_trimmed(phrase)), formas=(" ".join(terms(" ".join(kept))),))


def _content(phrase: str) -> list[str]:
    return [word for word in words(phrase) if word not in STOP_WORDS]


def _trimmed(phrase: str) -> list[str]:
    """The words of a phrase without the small ones at its ends."""
    kept = words(phrase)
    while kept and kept[0] in STOP_WORDS:
        kept = kept[1:]
    while kept and kept[-1] in STOP_WORDS:
        kept = kept[:-1]
    return kept
