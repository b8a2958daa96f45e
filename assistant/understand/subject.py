"""A message that leaves its subject to the one before, with that subject written in: the name that was spoken of, or the
question before with another name or another complement in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.understand.text import TIES
from assistant.values import Turn
from corpus.analysis import STOP_WORDS, fold, words

MOST_TIMES = 60
"""What the documents name more often than that is what all of them are of."""
LEAST = 3
RECENT = 4
_WORD = re.compile(r"[^\W\d_][\w-]*")
_ELLIPTIC = re.compile(
    r"^\W*(?:y|e)\s+(?P<lead>(?P<prep>en|de|del|para|con|sobre|por|a|al)\s+)?(?!cu[aá]|qu[eéi]|c[oó]mo|d[oó]nde)(?P<what>[^¿?.,;]+?)\W*$",
    re.IGNORECASE,
)
# "La consulta de Apoya Mujer Migrante": a name of several words, each of which may be used for other things.
_IN_CAPITALS = re.compile(r"(?<=[\w,] )[A-ZÁÉÍÓÚÑ]\w{3,}(?: (?:(?:de|del|la|las|los|el|y) )*[A-ZÁÉÍÓÚÑ]\w{3,})+")
_TIED = re.compile(rf"^\W*(?:(?:{TIES}|ya|ok)\b[\s,]*)+", re.IGNORECASE)
_YEAR = re.compile(r"(?:\s+(?:en|durante|el|de|del)){1,2}\s+20\d\d\b")


def proper_names(texts: Iterable[str]) -> frozenset[str]:
    """The folded words that some texts never write in lower case, but for those of which they speak everywhere."""
    upper: Counter[str] = Counter()
    lower: set[str] = set()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].islower():
                lower.add(fold(word))
            else:
                upper[fold(word)] += 1
    return frozenset(w for w, n in upper.items() if w not in lower and n <= MOST_TIMES and len(w) >= LEAST)


def with_subject(message: str, turns: Sequence[Turn], names: frozenset[str]) -> list[tuple[str, str]]:
    """Fuller readings of a message, each with what its answer must name: the question before with another name or
    complement, or the message with the name that was spoken of."""
    if not turns:
        return []
    before = turns[-1].question
    own = _names_in(message, names)
    asked = _asked(turns)
    found: list[tuple[str, str]] = []
    match = _ELLIPTIC.match(message)
    if match is not None and len(words(match["what"])) <= LEAST:
        theirs = _names_in(asked, names)
        if len(own) == 1 and len(theirs) == 1 and own != theirs:
            found.append((re.sub(rf"(?<!\w){re.escape(theirs[0])}(?!\w)", own[0], asked), fold(own[0])))
        if match["prep"]:
            found += [(text, fold(match["what"])) for text in (_complemented(asked, match),) if text is not None]
        return found
    recent = [turn.question for turn in reversed(turns[-RECENT:])]
    name = next((n for one in recent if (n := _names_in(one, names))), [])
    name = name or next((n.split() for one in recent for n in _IN_CAPITALS.findall(one)), [])
    if own or not name or fold(before) == fold(message):
        return found
    return [(f"{_TIED.sub('', message).rstrip(' ?.!')} de {' '.join(name)}?", fold(name[0]))]


_ASKS_MORE = re.compile(r"\b(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|como|cuando|donde)\b|\d")
# "¿Y alguna con cursos de español?": one of the sort that was sought.
_SOME = re.compile(
    r"^\W*(?:(?:y|e|pero)\s+)?(?:hay\s+)?(?P<some>alguna?|algunas|algunos|una?|otra?)\s+(?P<what>(?:con|que|de|para|en|donde|sobre)\s+[^¿?]{3,80}?)\W*$",
    re.IGNORECASE,
)
# "¿Y alguno trabaja con alumnos?", "¿y alguien tiene un huerto?", "¿y cuál otra usa cuentos?": one that does a thing.
_SOME_DOES = re.compile(
    r"^\W*(?:y|e|pero)\s+(?:alguien|alg[uú]n[oa]?|(?:(?:cu[aá]l|qu[eé])\s+)?otr[oa])(?:\s+m[aá]s)?\s+(?:tambi[eé]n\s+)?(?P<what>(?!que\b|con\b|de\b|para\b|en\b|donde\b|sobre\b|es\b|era\b|fue\b)"
    r"(?:trabaj|tien|hac|hiz|us|ofrec|atiend|capacit|arm|form|cre|mont|dict|ense[nñ]|entreg|organiz|realiz)\w*\s+[^¿?]{3,80}?)\W*$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:qu[eé]|alg[uú]na?|cu[aá]l(?:es)?|otra?)\s+(?P<noun>comunas?|municipios?|municipalidad(?:es)?|munis?|pr[aá]cticas?|experiencias?|iniciativas?|ciudad(?:es)?)\b",
    re.IGNORECASE,
)
# "¿Qué comuna hizo ferias laborales?", "¿y cursos de español?": another thing that was done.
_DID = re.compile(
    r"^(?P<head>.*\b(?:hizo|hicieron|hace|hacen|tiene|tienen|realiz[oó]|realizaron|organiz[oó]|organizaron|cre[oó]|crearon|implement[oó]|dict[oó]|ofrece|ofrecen))\s+(?P<what>[^¿?]+?)\W*$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"^\W*(?:y|e)\s+(?!(?:en|de|del|con|para|por|a|al|sobre|la|el|los|las|cu[aá]|qu|c[oó]mo|d[oó]nde)\b)(?P<what>[^¿?]{4,60}?)\W*$",
    re.IGNORECASE,
)


# "¿Y quién formó mediadores?", "¿y alguien armó una escuela?": a thing that no article takes for known.
_DOER = re.compile(
    rf"^\W*(?:(?:{TIES}|ya|ok|oye|hola)\b\W+)*(?:quien(?:es)?|alguien|(?:algun|alguna|otr[oa]|que|cual) (?:comuna|municipio|municipalidad|muni|ciudad))"
    r" (?:ha |han |haya )?(?!es\b|son\b|fue\b|fueron\b|era\b|eran\b)[a-z]+(?:o|a|e|an|en|aron|ieron) (?:(?:un|una|unos|unas|algun|alguna) [a-z]{4,}"
    r"|(?!(?:las|los|sus|ellos|ellas|es[ao]s|est[ao]s|mas|menos|tras|ademas)\b)[a-z]{3,}s\b)"
)


# "¿Tenía ese municipio alguna iniciativa para…?"
_THAT_PLACE = re.compile(
    r"\b(?:(?:es[ae]|dich[ao]|est[ae])(?: mism[ao])?|(?:el|la) mism[ao]) (?:municipio|municipalidad|muni|comuna|ciudad)\b"
    r"|\b(?:el|la) mism[ao](?= (?:tambien )?(?:hizo|hace|tuvo|tiene|armo|creo|realizo|organizo)\b)"
)
_SEEKS_ANOTHER = re.compile(
    r"\b(?:algun|alguna|otra|otro|algo|que otr[ao]) (?:mas )?(?:iniciativa|practica|programa|proyecto|experiencia|actividad|plan|taller|para|sobre)\b"
    # A thing that is done, and none of what is told of each practice.
    r"|\b(?:hizo|hace|armo|creo|realizo|organizo|monto|lanzo) (?:algun|alguna|otra|otro|tambien una?) "
    r"(?!(?:alianza|convenio|evaluacion|cambio|aporte|resultado|logro|esfuerzo|ajuste|recomendacion|seguimiento)\b)[a-z]{4,}"
)


def in_place(message: str, place: str) -> str | None:
    """A message that seeks another thing done in the place just told, with its name written in; None where it seeks none."""
    line = fold(message)
    there = _THAT_PLACE.search(line)
    if there is None or _SEEKS_ANOTHER.search(line) is None or len(line) != len(message):
        return None
    return f"{_TIED.sub('', message[: there.start()])}{place}{message[there.end() :]}"


def seeks_doer(message: str) -> bool:
    """Whether a message seeks who did a thing that it names as one not spoken of: "¿y alguien armó una escuela?"."""
    return _DOER.match(fold(message)) is not None


def seeks_some(message: str) -> bool:
    """Whether a message seeks one more that does a thing: "¿y alguno trabaja con alumnos?"."""
    return _SOME_DOES.match(message) is not None


def sought_anew(message: str, before: str) -> str | None:
    """The question before for who did a thing, with what a message seeks in that one's place: "¿y alguna con cursos?", "¿y
    cursos de español?"; None where that sought nobody, or this is no such message."""
    sought = _SOUGHT.search(before)
    some = _SOME.match(message)
    if sought is None:
        return None
    if some is not None:
        return f"¿{some['some']} {sought['noun']} {some['what'].strip()}?"
    does = _SOME_DOES.match(message)
    if does is not None:
        return f"¿qué {sought['noun'].removesuffix('s')} {does['what'].strip()}?"
    did, thing = _DID.match(before.rstrip(" ?.!")), _THING.match(message)
    if did is not None and thing is not None:
        return f"{did['head']} {thing['what'].strip()}?"
    other = _complement(message)
    return _complemented(before, other) if other is not None else None


def _complement(message: str) -> re.Match[str] | None:
    """A message that is no more than a complement with its preposition ("¿y en la mesa comunal?"), and asks nothing itself."""
    match = _ELLIPTIC.match(message)
    brief = match is not None and bool(match["prep"]) and len(words(match["what"])) <= RECENT
    return match if match is not None and brief and not _ASKS_MORE.search(fold(match["what"])) else None


def asked_of_another(message: str, turns: Sequence[Turn]) -> tuple[str, str] | None:
    """The question before with the complement that a message gives in the place of its own, and that complement: "¿quiénes
    participan en el equipo?", "¿y en la mesa comunal?"; None where it gives none of that preposition."""
    match = _complement(message)
    if match is None or not turns:
        return None
    full = _complemented(_asked(turns), match)
    return (full, fold(match["what"])) if full is not None else None


def _asked(turns: Sequence[Turn]) -> str:
    """The last question that is no more than tied to another."""
    return next((t.question for t in reversed(turns[-RECENT:]) if not _ELLIPTIC.match(t.question)), turns[-1].question)


def _names_in(message: str, names: frozenset[str]) -> list[str]:
    return [
        m.group() for m in _WORD.finditer(message) if fold(m.group()) in names and fold(m.group()) not in STOP_WORDS
    ]


def _complemented(before: str, match: re.Match[str]) -> str | None:
    """The question before with its last complement of that preposition changed: "¿qué desafíos hay en transparencia?", "¿y
    en participación?"."""
    prep = {"del": "de", "al": "a"}.get(match["prep"].lower(), match["prep"].lower())
    year = _YEAR.search(before)
    tail = year.group() if year is not None and year.end() >= len(before.rstrip(" ?.!")) else ""
    body = before.rstrip(" ?.!")[: -len(tail)] if tail else before.rstrip(" ?.!")
    at = [m.start() for m in re.finditer(rf"(?<!\w)(?:{prep}|{prep}l)\s+(?=\D)", body, re.IGNORECASE)]
    if not at or match["what"].strip().isdigit():
        return None
    return f"{body[: at[-1]]}{match['lead']}{match['what'].strip()}{tail}?"
