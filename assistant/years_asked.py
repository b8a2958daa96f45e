"""The year of which a number is asked: how many there were in 2025 is not told by those of 2024."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.focus import sentences
from assistant.numbers_asked import holds_number
from corpus.analysis import fold, stem, terms, words
from corpus.dates import MONTHS
from corpus.numbers import number_from_words

_YEAR = re.compile(r"\b(20[0-3]\d)\b")
_SPAN = re.compile(r"\b(20[0-3]\d) ?(?:-|–|a|al|y|hasta) ?(20[0-3]\d)\b")
_COUNTED = re.compile(r"\b(?:cuant[oa]s?|how many)\b")
# "Los seminarios de 2023", "la feria": things named with their article, not those that are counted.
_NAMED = re.compile(r"\b(?:l[oa]s) (?P<thing>[a-z]{5,}s)\b")
# "Atenciones iniciales 2023", "Maipú: asistentes a seminarios 2025", as in a telegram: things that are counted in a year.
_IN_YEAR = re.compile(
    r"(?:^|[:,;] )\W*(?P<thing>(?!cuant[oa]s|medidas)[a-z]{5,}s) (?!.*\b(?:que|quien|cual|como|donde|cuando|cuant[oa]s)\b)[^?:,;]*\b20[0-3]\d\W*$"
)
# "En todo el 2023": that so many were counted since some month, of no year that is told, says nothing of it.
_WHOLE_YEAR = re.compile(r"\btodo (?:el )?(?:ano )?(?:del? )?(20[0-3]\d)\b")
_SINCE = re.compile(rf"\bdesde (?:(?:fines|mediados|principios|comienzos) de )?(?:{'|'.join(MONTHS)})\b")
_ASKS = re.compile(r"\b(?:que|quien|cual|como|donde|cuando|cuant[oa]s)\b")


def years_of(text: str) -> set[str]:
    """The years that a folded text names, with those between the ends of a span."""
    spans = ((int(first), int(last)) for first, last in _SPAN.findall(text))
    return set(_YEAR.findall(text)).union(*({str(year) for year in range(one, other)} for one, other in spans))


def counted_another_year(line: str, leads: Sequence[str]) -> bool:
    """Whether how many there were in a year is asked, and what leads counts those of other years: "En 2024 hubo 6"."""
    asked = years_of(line)
    things = _IN_YEAR.search(line) if not _ASKS.search(line) else None
    if things is not None and asked:
        told = next((one for text in leads for one in sentences(fold(text)) if _counts(one, things["thing"])), "")
        return bool(dated := years_of(told)) and not asked & dated
    if not asked or not _COUNTED.search(line) or re.search(r"\bmedidas?\b|\bplan\b", line):
        return False  # what is reported of a medida may be of another year than its row
    first = next((text for text in leads if holds_number(fold(text))), "")
    counting = [one for one in map(fold, sentences(first)) if holds_number(one)]
    years = [years_of(one) for one in counting]
    if _WHOLE_YEAR.search(line) and counting and not any(years):
        return all(map(_SINCE.search, counting))
    return bool(years) and bool(years[0]) and not any(asked & told_of for told_of in years)


def of_another_year(question: str, texts: Iterable[str]) -> bool:
    """Whether a number is asked of things of a year, and such things are counted in other years alone.

    ``texts`` are all that is told, and what stands around it, read only where such a number is asked.
    """
    line = fold(question)
    years, things = set(_YEAR.findall(line)), [match["thing"] for match in _NAMED.finditer(line)]
    if len(years) != 1 or not things or not _COUNTED.search(line):
        return False
    told = [fold(one) for text in texts for one in sentences(text)]
    for thing in things:
        counting = [set(_YEAR.findall(one)) for one in told if _counts(one, thing)]
        speaking = [one for one in told if years & set(_YEAR.findall(one)) and stem(thing) in terms(one)]
        if any(counting) and not speaking and not any(years & dated for dated in counting):
            return True
    return False


def _counts(sentence: str, thing: str) -> bool:
    """Whether a folded sentence gives a number right before a thing: "dos seminarios"."""
    told = words(sentence)
    return any(
        stem(word) == stem(thing) and at > 0 and (told[at - 1][0].isdigit() or number_from_words([told[at - 1]]))
        for at, word in enumerate(told)
    )
