"""What a message says beside what it asks: who asks, why, by which source, and what he does not mean."""

from __future__ import annotations

import re

from assistant.figures.lexicon import FigureWords
from assistant.values import Query
from corpus.analysis import fold
from corpus.lugares import Lugares

_CLARIFIES = re.compile(
    r"[\s.,;()]*(?:me refiero|hablo|hablamos|digo|pero|solo|solamente|o sea|es decir|pregunto|consulto|en particular|en concreto|especificamente"
    r"|en|de|del|las?|los|el|al?|por|con|sin|no|ni|y|e|o|segun|seria|incluy\w+|i mean|only|just|not|in|of|for"
    r"|da(?:me|nos|melo|mela)|de(?:me|nos)|d[ie](?:me|ga|gan|nos)\w*|muestr\w+|indi\w+|pon\w*|list\w+|detall\w+|compar\w+|sum\w+|calcul\w+|quisiera|give|tell|show|list"
    r"|(?:quiero|necesito|busco) (?:el|la|los|las|saber|una?|amb[oa]s))\b"
)
_SOURCE = re.compile(
    r"\b(?:segun|de acuerdo (?:a|con)|according to)(?: lo que (?:dicen?|indican?|informan?|senalan?))? (?:(?:lo|el|la|los|las|the) )(?:del? )?[^,;.:?]{3,40}"
)
# "¿…? Es para un reportaje": what for, said after the question.
_PURPOSE = re.compile(
    r"(?<=\?)[\s.,]*(?:(?:es|era|seria) para|para|asi|lo (?:necesito|quiero|ocupo|pido)|me l[oa] (?:piden|pidieron|preguntan|preguntaron)|porque|es que|ya que"
    r"|(?:necesito|quiero|tengo que|debo) (?:ponerl\w+|incluirl\w+|citarl\w+|el dato|la cifra|contestar\w*|responder\w*)|gracias|thanks|it is for|i need it)\b[^?¿]*$"
)
_LIVES = re.compile(
    r"\b(?:vivo|vivimos|vive|resido|residimos|trabajo|trabajamos|soy|somos|escribo|escribimos|llamo|estoy|estamos|i live|i work|i am|we are)"
    r"(?: (?!cuant|que|¿)\w+){0,5}? (?:en|de|desde|in|from)(?: (?:la|el|los|las))?(?: (?:comuna|ciudad|municipalidad|muni|region)(?: (?:de|del))?)?$"
)
_ASKER = re.compile(
    r"(?:^|(?<=[.;!?] ))(?:hola|buen[oa]s|mire|oiga|disculp\w+|estimad\w+)?,? ?(?:yo )?(?:soy|somos|vivo|vivimos|trabajo|trabajamos|escribo|escribimos|llamo"
    r"|llamamos|estoy|i am|i'm|i work|i live|we are) (?:[^,;:.?¿!]*[,;:.]\s*"
    r"|(?:(?! y )[^,;:.?¿!])* y (?:(?:quiero|quisiera|queria|necesito|ocupo|busco|me gustaria|me interesa|me piden|me preguntan|tengo que|debo)\b"
    r"(?: (?:saber|conocer|ver|averiguar|tener|encontrar)\b)?\s*|(?=¿)))"
)
# "Compara las expulsiones de 2024 con las de 2025": what is to be done with two figures of a year says nothing of them.
_COMPARE = re.compile(
    r"^\W*(?:(?:por favor|me|puedes|podrias|quiero|necesito) )*compar(?:a|ar|ame|arme|en|enme|e|eme)\b(?=.*\b20\d\d\b)"
)
# "En personas, ¿cuántos serían?", "¿cuántos serían en personas?"
_IN_PEOPLE = re.compile(
    r"\ben (?:numero de |cantidad de )?(?:personas|gente),? ¿?(?:como )?cuant[oa]s ((?:son|eran?|fueron|ser[ia]+n)\b)"
    r"|\b(?:como )?cuant[oa]s (?=(?:son|eran?|fueron|ser[ia]+n) en (?:numero de |cantidad de )?(?:personas|gente)\b)"
)
# "¿En cuántos M$ aumentó?" is by how much.
_PESOS_MORE = re.compile(r"\bcuantos m\$ (?=(?:se )?(?:aument|subi|crec|baj|disminu|reduj|vari|cambi))")
_OFFICE = re.compile(r"\bdireccion(es|) (?:de|del) (?:(?:la|las) region(?:es)? (?:de|del) )?$")
_GOES_BACK = re.compile(
    r"\b(?:por|de|en|con|para|a) (?:eso|esto|ello|aquello|ahi)\b|\b(?:es[oa]s|est[oa]s)\b(?! \w+s\b)"
)


def regional_offices(line: str, lugares: Lugares) -> str:
    """A folded line with the offices of regions by their whole name: "las direcciones de Arica y Tarapacá"."""
    for mention in reversed(lugares.find(line)):
        office = _OFFICE.search(line[: mention.start])
        if office:
            regional = "regionales" if office[1] else "regional"
            line = f"{line[: office.end(1)]} {regional}{line[office.end(1) :]}"
    return line


def core(line: str) -> str:
    """The sentences of a line that ask: neither what a long story tells before them, nor what is said after of why it is
    asked ("así pongo el titular"), unless that makes the question clear ("me refiero a…").
    """
    end = line.rfind("?") + 1
    if end and not _CLARIFIES.match(line, end):
        line = line[:end]
    asks = line.find("¿")
    if asks < 0:
        return line
    start = _begin(line, asks)
    if start and _GOES_BACK.search(line, start):  # "…. ¿Cuánto juntaron por eso?"
        start = _begin(line, start - 1)
    return line[start:].strip()


def core_of(query: Query) -> str:
    """What a query asks, folded: of one that goes on with others, its own message and what those ask."""
    core_of_all = core(fold(query.texto))
    return f"{core(fold(query.propias))} {core_of_all}" if query.seguimiento else core_of_all


def _begin(line: str, before: int) -> int:
    """Where the sentence begins that a place of a line is in."""
    return max(line.rfind(mark, 0, before) for mark in (". ", "? ", "! ")) + 1


def without_source(line: str) -> str:
    """A folded line without the source that it names: "según el Banco Mundial", "de acuerdo con la cuenta"."""
    return _SOURCE.sub(" ", line)


def counted_in(line: str) -> str:
    """A folded line with what it is to be told in as what it counts: "en personas, ¿cuántos serían?"; M$ are an amount."""
    return _PESOS_MORE.sub("cuanto ", _IN_PEOPLE.sub(r"cuantas personas \1", line))


def without_asker(line: str) -> str:
    """A folded line without the clause in which the asker introduces himself: "soy de la muni de Temuco: …", "trabajo en
    Castro y quiero saber…"."""
    return _ASKER.sub("", line)


def without_purpose(line: str) -> str:
    """A folded line without what is said of the purpose after the question: "¿…? Es para un reportaje"."""
    return _PURPOSE.sub("", line).strip()


def lived_in(before: str) -> bool:
    """Whether what stands before a place in a folded line says that the asker lives or works there."""
    clause = re.split(r"[,;.?¿!¡]", before)[-1].strip()
    return _LIVES.search(clause) is not None


def wanted(line: str, words: FigureWords) -> str:
    """What of a folded line is to be sought: not what it does not mean, why it is asked, or that it is to be compared."""
    return without_purpose(words.without_denied(_COMPARE.sub("", line))).strip()
