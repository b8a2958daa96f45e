"""Whether a practice says how many of something there are: a number beside the thing that is counted."""

from __future__ import annotations

import re
from itertools import dropwhile

from assistant.counts import REMAIN
from assistant.focus import sentences
from assistant.practices.entries import Entry
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.cues import Cues
from corpus.numbers import number_from_words
from corpus.synonyms import Synonyms

_COUNT = re.compile(
    r"\b(?:cuant(?:[oa]s|a)|(?:el |que )?numero de|(?:la |que )?cantidad de|(?:el |que )?total de|(?:^|[:,;/+] ?|\by )(?:el )?(?:total|cantidad)(?= \w{5,})|numero|n[°º]|nro)\W+((?:\w+\W+){0,5}\w+)"
)
_ASKS = re.compile(r"\b(?:cuant\w+|cuando|quien\w*|cual\w*|como|donde)\b")
# Numbers that number: "Indicador 1: …", "2) …", "1. …".
_NUMBERING = re.compile(r"\b\d{1,2}[:)]|(?:^|[:;] )\d{1,2}\.\s", re.MULTILINE)
# A number counts nothing beyond its own sentence, or behind a colon: "4 ejes: participación…".
_CLAUSE = re.compile(r"[.;:]\s+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# Verbs and adverbs between "cuántas" and what is counted: "¿cuántas lograron efectivamente revalidar títulos?".
_VERBAL = re.compile(r"(?:aron|ieron|aban|ian|mente|[aei]r)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NTH = re.compile(r"\b(?:segund|tercer|cuart|quint|sext|septim|octav|noven|decim)[oa]? (\w+)")
# "¿Cuántas personas contestaron la encuesta?": who is counted, and what they did.
_PEOPLE_DID = re.compile(
    r"\bcuant(?:[oa]s|a) (?P<who>\w+) (?:(?:de|del) (?:\w+ ){1,4}?(?=\w+(?:aron|ieron|aban|ian)\b))?(?:(?:se|que|le|lo|la|los|las|ya|han|habian) )*"
    r"(?P<did>\w+(?: (?!segun\b|en\b|del?\b|por\b|y\b|el\b|la\b|los\b|las\b|un\b|una\b)\w+){0,3})"
)
# "¿Cuántos niños migrantes hay en los colegios de…?": who is there, and not whom a practice reached.
_THERE_ARE = re.compile(
    r"\bcuant(?:[oa]s|a) (?:\w+ ){1,3}?(?:hay|existen?) (?:(?:ahora|hoy|actualmente|en total|matricul\w+|inscrit\w+|viviendo|registrad\w+) )*"
    r"en (?:(?:el|la|los|las|tod[oa]s?) )*(?:comuna|ciudad|region|poblacion|colegios?|escuelas?|liceos?|jardin(?:es)?|establecimientos?|consultorios?|cesfam|campamentos?)\b"
)
# "¿Cuántas personas de la muni están en la mesa?": those who sit in a body, and not all whom a practice reached.
_SIT_IN = re.compile(
    r"\bcuant(?:[oa]s|a) (?P<who>\w+)\b[^?;,]*? (?:estan|hay|se sientan|integran|componen|conforman|forman|participan|van) (?:parte )?(?:(?:en|a|del?) )?"
    r"(?:(?:el|la|los|las) )?(?P<body>mesa|comite|consejo|equipo|directiva|directorio)"
)
# "¿Cuántas de las personas eran médicos?": those of them that were something.
_WERE = re.compile(
    r"\bcuant[oa]s (?:de (?:l[oa]s|es[oa]s|est[oa]s) )?(?:(?:\d+|cien) )?(?P<who>\w+)(?: (?:de|del|a|en) [^,;?¿]*?)? (?:eran|son|fueron) "
    r"(?P<what>(?!en\b|l[oa]s\b|\w+[ai]d[oa]s\b)\w{4,})"
)
_DOING = re.compile(r"(?:aron|ieron|aban|ian|[ae]n)$")
# "¿Cuánta gente contestó?": of a crowd in the singular.
_ONE_DOING = re.compile(r"(?:aba|ia|[oae])$")
ROOT = 5
_REACH = 4
_LEADS = frozenset(("n", "no", "nro", "numero", "de", "total", "son", "fueron", "a"))
# A number told roughly: "miles de kilos".
_MANY = frozenset(("miles", "cientos", "centenares", "decenas", "millones"))
_ARTICLES = frozenset(("un", "una", "uno"))


def counted_thing(line: str) -> str | None:
    """The stem of what a folded question counts ("¿cuántas jornadas…?"), or None where it counts nothing by name."""
    match = _COUNT.search(line)
    first = _ASKS.search(line)
    if match is None or (first is not None and first.start() < match.start()):
        return None  # what is asked first may well be said, whatever is counted after it
    for word in _WORD.findall(match[1]):
        if word not in STOP_WORDS and word not in REMAIN and not word[0].isdigit() and not _VERBAL.search(word):
            return stem(word)
    return None


class CountReader:
    """Finds numbers beside what they count. How people are counted, and what is listed, is in the lexicon."""

    def __init__(self, cues: Cues, synonyms: Synonyms) -> None:
        self.people = frozenset(stem(word) for phrase in cues.groups["cuenta.personas"] for word in words(phrase))
        self.anyone = frozenset(stem(word) for phrase in cues.groups["cuenta.cualquiera"] for word in words(phrase))
        self.listed = frozenset(stem(word) for phrase in cues.groups["cuenta.enumerado"] for word in words(phrase))
        self.editions = frozenset(stem(word) for phrase in cues.groups["cuenta.ediciones"] for word in words(phrase))
        self.took_part = frozenset(stem(word) for phrase in cues.groups["cuenta.participar"] for word in words(phrase))
        self.synonyms = synonyms

    def stated_by(self, entry: Entry, thing: str, did: frozenset[str] = frozenset()) -> bool:
        """Whether a practice holds a number (no year) within a few words of a thing, or of a synonym of it.

        With ``did``, the roots of what people are asked to have done, only in a sentence that says so.
        """
        texts = [entry.title, *(element.texto.texto for _, element in entry.own_fields())]
        if did:
            texts = [one for text in texts for one in sentences(text) if did & {word[:ROOT] for word in words(one)}]
        return any(self.beside(text, thing) for text in texts)

    def what_they_did(self, line: str) -> frozenset[str]:
        """The roots of what a folded question says that people did, right behind them: "¿cuántas personas contestaron…?"; or of
        what they were: "¿cuántas de las personas eran médicos?".

        None where it only says that they took part, came or were reached: a practice tells that in many words.
        """
        if _THERE_ARE.search(line) is not None:
            return frozenset(("hay",))
        body = _SIT_IN.search(line)
        if body is not None and stem(body["who"]) in self.people:
            return frozenset((body["body"][:ROOT],))
        were = _WERE.search(line)
        if were is not None and stem(were["who"]) in self.people and stem(were["what"]) not in self.took_part:
            return frozenset((were["what"][:ROOT],))
        match = _PEOPLE_DID.search(line)
        if match is None or stem(match["who"]) not in self.people:
            return frozenset()
        said = [word for word in match["did"].split() if word not in STOP_WORDS]
        said = list(dropwhile(lambda word: stem(word) in self.people, said))  # "personas extranjeras residen"
        doing = _DOING if match["who"].endswith("s") else _ONE_DOING
        shared = {one[:ROOT] for one in self.took_part}
        if not said or stem(said[0]) in self.took_part or not doing.search(said[0]) or said[0][:ROOT] in shared:
            return frozenset()
        return frozenset(word[:ROOT] for word in said)

    def beside(self, text: str, thing: str) -> bool:
        """Whether a text holds a number (no year) within a few words of a thing, or of a synonym of it."""
        wanted = {thing, *self.synonyms.expansion(thing)}
        # "Voluntarios y 34 migrantes" tells no number of the first.
        if thing in self.people and (thing in self.anyone or thing not in terms(text)):
            wanted |= self.people
        if thing in self.editions and any(stem(word) in self.editions for word in _NTH.findall(fold(text))):
            return True  # "su tercera versión": there were three
        for form, concept in self.synonyms.found(text):  # "2 focus group" are two groups
            named = terms(concept)
            wanted |= set(form) if len(form) > 1 and len(named) > 1 and thing == named[0] else set()
        return any(self._beside(clause, wanted) for clause in _CLAUSE.split(_NUMBERING.sub(" ", fold(text))))

    def _beside(self, clause: str, wanted: set[str]) -> bool:
        found = _WORD.findall(clause)
        numbers = [at for at, word in enumerate(found) if _is_number(word)]
        things = [at for at, word in enumerate(found) if not word[0].isdigit() and stem(word) in wanted]
        # A number stands before what it counts; after it only behind a word that says so: "asistencia de 984".
        led = [number for number in numbers if number and found[number - 1] in _LEADS]
        return any(0 < thing - number <= _REACH for number in numbers for thing in things) or any(
            0 < number - thing <= _REACH for number in led for thing in things
        )


def _is_number(word: str) -> bool:
    if word[0].isdigit():
        return _YEAR.fullmatch(word) is None
    if word in _MANY:
        return True
    return word not in _ARTICLES and number_from_words([word]) is not None
