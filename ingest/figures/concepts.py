"""What a figure is of, as a noun phrase taken from its sentence, and the group or place it is broken down by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.analysis import fold
from corpus.dates import MONTHS
from ingest.figures.numbers import Number, find_numbers
from ingest.figures.units import Counted, joined
from ingest.figures.words import FigureWords

LONGEST = 14
"""A concept is cut after this many words."""

_MONTHS = "|".join(MONTHS)
_LABEL = re.compile(r"^[^:]{3,140}:\s*\$?$")
_TOPIC = re.compile(
    r"^(?:en cu[aá]nto a|respecto a|respecto de|con respecto a|en relación con)\s+(l[ao]s?\s+)?([^,]+),", re.I
)
_PUNCTUATION = r"[;:()—“”\"¿?]|[.,](?=\s|$)"
_TURN = (
    r"|\s+(?:y|e|o)\s+(?=(?:el\s|la\s|un\s|los\s|las\s)?\d|una?\s|\$|se\s|(?:la|el)\s+\w+\s+de\s+\d)"
    rf"|\s+(?:en|a|al|hasta|entre|para|por|desde|de|del)\s+(?:el\s+)?(?:año\s+)?(?=(?:19|20)\d\d\b|\d|(?:{_MONTHS})\b"
    r"|(?:primer|segundo|tercer|cuarto)\s)|\s+en\s+(?:dicho|ese|este)\s"
    r"|\s+(?:frente|equivalentes?|además|junto|mediante|durante|mientras|respectivamente|aprox)\b|\s+bajo\s+est"
    r"|\s+con\s+(?=\d|una?\s|casi|más|cerca)|\s+lo\s+que\s|\s+\d"
)
_VERB = (
    r"|\s+(?:que|donde|cuando|las\s+cuales|los\s+cuales|se|no|fue|fueron|es|son|era|eran|está|están|han|ha|permitió)\s"
)
_STOP = re.compile(_PUNCTUATION + _TURN + _VERB)
_STOP_CLAUSE = re.compile(_PUNCTUATION + _TURN)
_CONJUGATED = re.compile(
    r"(?:ó|ron|ía|ían|aba|aban)$|^(?:se|fue|es|son|han|ha|están?|pertenecen?|correspond(?:e|en)|encuentr\w+)$"
)
_OPENING = re.compile(
    r"^(?:(?:a|además|al|asimismo|con|cuales|cuanto|de|del|donde|e|el|en|es|ha|han|la|las|le|lo|los|mientras|o|otra|para|por|que"
    r"|se|siguen|solo|sólo|su|sus|superando|un|una|y)\s+)+",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:\s+(?:a|al|casi|cerca|con|cual|cuales|de|del|e|el|en|entre|frente|hasta|la|las|lo|los|más|menos|o|para|por|que|se|sobre|su|superior"
    r"|un|una|y))+$",
    re.IGNORECASE,
)
_TALLY = re.compile(r"\s+(?:un\s+)?(?:total|máximo|mínimo|promedio)(?:\s+de)?$", re.IGNORECASE)
_PERIOD_FIRST = re.compile(
    r"^(?:(?:en|durante|al?|hasta|entre|para|desde)\s+)?(?:el\s+)?(?:año\s+)?(?:[^\W\d_]+\s+(?:de\s+)?)?(?:19|20)\d{2}"
    r"(?:\s+y\s+(?:19|20)\d{2})?,?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"([A-ZÁÉÍÓÚÑ][\w.]*(?:\s+(?:de\s+)?[A-ZÁÉÍÓÚÑ]\w*)*)\s*(?:\([^()]*\)\s*)?(?:lideró\s+)?,?\s*(?:\(\s*(?:con\s+)?|\bcon\s+)$"
)
_GROUPED = re.compile(r"(?:^|[,;)(]\s*|\by\s+)((?:[^\s,;()\d]+\s){0,4}?[^\s,;()\d]+),?\s+con\s+$")
_AGES = re.compile(r"\bde\s+(\d{1,3}\s+a\s+\d{1,3}\s+años)\b[^\d]*$")


def concept(
    text: str,
    numbers: Sequence[Number],
    at: int,
    thing: Counted,
    words: FigureWords,
    previous: str,
    path: tuple[str, ...],
) -> str:
    """The noun phrase that a figure measures; what the figure before measured, or the heading, where there is none."""
    number = numbers[at]
    before, after = text[: number.start], text[number.end :]
    last = numbers[at - 1].end if at else 0
    fallback = previous or (path[-1] if path else "")
    if not at and _LABEL.match(before):
        return _trim(before, words, opening=False) or fallback
    if at and thing.measured and joined(text[last : number.start]):
        return previous
    if thing.unit == "%":
        return _share(text, number, last, thing, words, previous) or fallback
    if thing.unit in ("$", "M$") or thing.measured:
        same = "mismo concepto" in fold(text[last:]) and previous
        repeated = (
            at and numbers[at - 1].sign == number.sign and re.fullmatch(r"[^;:.]*\by\s+", text[last : number.start])
        )
        subject = previous if same or repeated else _subject(before, last, words)
        return subject or fallback
    if thing.phrase is not None:
        return _cut(text[thing.phrase :])
    if thing.noun:
        return f"{thing.noun} {_relative(thing.elliptic)}".strip()
    return _subject(before, last, words) or _cut(after.strip()) or fallback


def breakdown(text: str, numbers: Sequence[Number], at: int, thing: Counted, words: FigureWords) -> tuple[str, ...]:
    """The group or place that a figure is broken down by: "Bolivia (con 140.337 visitas)", "3 de tráfico ilícito"."""
    number = numbers[at]
    last = numbers[at - 1].end if at else 0
    before = text[: number.start]
    if thing.measured or thing.unit in ("$", "M$"):
        return ()
    ages = _AGES.search(text[last : number.start])
    named = _NAMED.search(before)
    if ages:
        return (ages[1],)
    if named and not (named[0].rstrip().endswith(", con") and re.search(r"\bdel\s$", before[: named.start()])):
        return (named[1],)
    grouped = _GROUPED.search(before)
    group = _OPENING.sub("", grouped[1] + " ").strip() if grouped else ""
    if group and not re.match(r"\w+(?:ó|aron|ieron)\b", group) and not find_numbers(group, (), words):
        return (group,)
    sex = re.search(r"\b(mujeres|hombres)\b", _cut_clause(text[number.end :].strip()).lower())
    if sex:
        return (sex[1],)
    if (
        thing.elliptic
        and thing.unit != "%"
        and (rest := _cut(thing.elliptic))
        and not _CONJUGATED.search(rest.split()[0])
    ):
        return (rest,)
    nearby = re.search(r"\b(mujeres|hombres)\b(?:\s+\w+)?(?:\s+\w+)?\s*$", text[last : number.start].lower())
    return (nearby[1],) if nearby and thing.unit == "%" else ()


def _share(text: str, number: Number, last: int, thing: Counted, words: FigureWords, previous: str) -> str:
    """What a percentage is of: "porcentaje de las empresas adheridas"; else what its clause says of it."""
    before, after = text[: number.start], text[number.end :]
    phrase = _cut_clause(after.strip()) if re.match(r"\s+[^\W\d_]", after) else ""
    first = fold(phrase.split()[0]) if phrase else ""
    if first in ("de", "del"):
        return f"porcentaje {phrase}"
    of = f"de {thing.noun} " if thing.noun and fold(thing.noun) not in fold(phrase) else ""
    if first in ("a", "al") and " a " in previous and previous.startswith("porcentaje"):
        return f"{previous.split(' a ')[0]} {phrase}"
    if first and first not in ("a", "al", "e", "en", "frente", "hasta", "y"):
        if words.counts(phrase.split()[0]):
            return f"porcentaje de {phrase}"
        return f"porcentaje {of}{_relative(phrase)}"
    if before.endswith("("):
        return (
            f"porcentaje ({previous})"
            if previous and not re.search(r"[:;]|mientras", text[last : number.start])
            else (_subject(before, last, words))
        )
    return _subject(before, last, words)


def _relative(phrase: str) -> str:
    """A phrase that begins with a verb, made to hang on a noun: "fueron resueltas" → "que fueron resueltas"."""
    phrase = _cut_clause(phrase)
    return f"que {phrase}" if phrase and _CONJUGATED.search(phrase.split()[0]) else phrase


def _subject(before: str, last: int, words: FigureWords) -> str:
    """The words that a verb joins to a number, or those right before it, with the topic that opens the sentence."""
    own = _clause(before[last:], words) or _clause(before, words)
    folded = fold(own)
    verbs = list(words.verb.finditer(folded)) if len(folded) == len(own) else []
    if verbs:
        # "registró una disminución de 5,6": what the verb takes, else what it is said of.
        taken = "" if before.endswith("(") else _trim(own[verbs[-1].end() :], words)
        own = taken or _trim(own[: verbs[-1].start()], words)
    topic = _TOPIC.match(before)
    if topic and fold(topic[2]) not in fold(own) and fold(own) not in fold(topic[2]):
        return f"{own} ({topic[2]})" if own else topic[2]
    return own


def _clause(before: str, words: FigureWords) -> str:
    """The words between the last stop and the number; from an earlier stop where they say nothing."""
    stops = [m.end() for m in re.finditer(r"[;:(—]\s*|[.,]\s+", before)]
    for stop in [*reversed(stops), 0]:
        found = _trim(before[stop:], words)
        if len(found) > 3 and not words.verb.fullmatch(fold(found)) and found not in words.measures:
            return found
    return ""


def _trim(phrase: str, words: FigureWords, opening: bool = True) -> str:
    phrase = phrase.strip(' ,;:(—-$●•“”"¿')
    folded = fold(phrase)
    qualifier = words.qualifier.search(folded)
    if qualifier and len(folded) == len(phrase):
        phrase = phrase[: qualifier.start()]
    phrase = _PERIOD_FIRST.sub("", phrase)
    if opening:
        phrase = _OPENING.sub("", phrase.strip() + " ").strip()
    phrase = _TALLY.sub("", _ENDING.sub("", " " + phrase.strip(" ,;:(—$")))
    phrase = _ENDING.sub("", phrase).strip(" ,;:(—")
    numbers = list(re.finditer(r"\d[\d.,]*%?\S*", phrase))
    if numbers and opening and phrase[numbers[-1].end() :].strip():
        phrase = phrase[numbers[-1].end() :].strip(" ,;:(—)")
    return " ".join(phrase.split()[-LONGEST:])


def _cut(phrase: str, stops: re.Pattern[str] = _STOP) -> str:
    """A noun phrase up to where its clause turns to something else."""
    stop = stops.search(phrase)
    phrase = phrase[: stop.start()] if stop else phrase
    phrase = " ".join(phrase.split()[:LONGEST])
    return _ENDING.sub("", " " + phrase).strip(" ,.;:")


def _cut_clause(phrase: str) -> str:
    return _cut(phrase, _STOP_CLAUSE)
