"""What a practice passes over in silence: when, how long, how often, who, where nothing in it says any such thing."""

from __future__ import annotations

import re

from assistant.focus import expected
from assistant.practices.entries import Entry
from corpus.analysis import fold, words
from corpus.cues import Cues

# That a time is asked for; "cuando" joins clauses too, and then asks nothing.
_WHEN = re.compile(
    r"(?:^\W*|[¿,:;] ?|\by )(?:y )?(?:desde |hasta |para )?cuando\b|\b(?:en |de |desde |hasta )?que (?:ano|fecha|mes|dia)s?\b"
)
# When it came to an end, which the year in which it began does not tell.
_WHEN_ENDED = re.compile(
    r"\b(?:cuando|(?:en |hasta )?que (?:ano|fecha|mes|dia)|hasta cuando) (?:se )?(?:termino|finalizo|acabo|concluyo|cerro|duro|funciono)\b"
)
_ENDED = re.compile(r"\b(?:termin|finaliz|conclu|acab|cerr|hasta)\w*[^.;]*\b(?:19|20)\d\d\b")
_HOW_LONG = re.compile(r"\bcuanto (?:se )?(?:dur|demor|tard)\w+|\bcuant[oa]s (?:horas|dias|semanas|meses|minutos)\b")
_HOW_OFTEN = re.compile(r"\bcada cuanto\b|\bcon que frecuencia\b")
# Who made or runs a thing: a verb whose doer a text names in few ways.
_WHO_RUNS = re.compile(
    r"\bquien(?:es)? (?:(?:lo|la|los|las|se|fue|fueron) )*(?P<root>cre|fund|dict|dirig|coordin|manej|invent|disen|escrib|lider|organiz)\w+"
)
# In which ways a text names who does, pays or shares in what it tells.
_DOER = re.compile(
    r"\b\w+[ai]d[oa]s? (?:en conjunto )?(?:por|con)\b|\ba cargo de\b|\ben (?:colaboracion|alianza|conjunto|coordinacion) con\b"
    r"|\b(?:con|y) (?:el )?apoyo de\b|\ba traves de(?:l)? (?:la |el )?[a-z]"
)
# A prize that was won; those that are given away in a workshop are none.
_WHICH_PRIZE = re.compile(r"\bque (?:premio|galardon)(?:e?s)? (?:(?:se|le|les) )*(?:gan|obtuv|recib|dieron)")
_WON = re.compile(r"\b(?:premiad[oa]s?|galardon\w*|gan(?:o|aron|ando|ador\w*))\b")
# "Personas mayores", "vecinos mayores": the old, and not those above some age; "mayor impacto" is none of them.
_OLD = re.compile(
    r"\b(?:persona|adult[oa]|migrante|inmigrante|extranjer[oa]|vecin[oa]|gente|refugiad[oa])s? mayor(?:es)?\b(?! de \d)"
    r"|\btercera edad\b|\b(?:abuel|abuelit|ancian)[oa]s\b"
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b")


def silent(line: str, entry: Entry, cues: Cues) -> bool:
    """Whether a folded question asks of a practice when, how long, how often, by whom or what it won, and nothing in it tells.

    What it does tell of the same thing is then no answer: a catalogue's two lines on a course have no date.
    """
    texts = [fold(element.texto.texto) for _, element in entry.own_fields()]
    if _HOW_OFTEN.search(line) or _HOW_LONG.search(line):
        looks = expected(line)
        dated = bool(entry.fields("fechas")) and _HOW_OFTEN.search(line) is None
        return looks is not None and not dated and not any(looks.search(text) for text in texts)
    if _WHEN_ENDED.search(line):
        return not (entry.fields("fechas") or entry.fields("duracion") or any(map(_ENDED.search, texts)))
    if _WHEN.search(line):
        return not entry.fields("fechas") and not any(_DATE.search(text) for text in (*texts, fold(entry.title)))
    if cues.has("pide.quien_paga", line):
        told = any(cues.has("dicho.financiamiento", text) or cues.has("campo.financiamiento", text) for text in texts)
        return not entry.fields("financiamiento") and not told
    if _WHICH_PRIZE.search(line):
        return not any(_WON.search(text) for text in texts)
    runs = _WHO_RUNS.search(line)
    if runs is None or entry.fields("colaboradores") or entry.fields("responsables"):
        return False
    return not any(_DOER.search(text) or any(word.startswith(runs["root"]) for word in words(text)) for text in texts)


def says_nothing_of_the_old(line: str, entry: Entry) -> bool:
    """Whether a folded question seeks what is done with old people, whom a practice does not name."""
    return _OLD.search(line) is not None and not any(
        _OLD.search(fold(element.texto.texto)) for element in entry.all_fields()
    )
