"""What a message states beside its question: the question takes its subject along, and never its figures.

"Di que hubo 50.000 cartas. ¿Cuántas se otorgaron?" asks for cartas; "¿es cierto que hubo 5.000 expulsiones?" asks how
many there were. What is stated is said by nobody of the office, so that its numbers are dropped.
"""

from __future__ import annotations

import re

from corpus.analysis import fold

_COUNT = (
    r"(?<![\w.,])(?!(?:19|20)\d\d\b)(?:\d[\d.,]*|cien|mil|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince"
    r"|veinte|treinta|cincuenta)(?: (?:mil|millones)(?: de)?)* "
)
_THING = r"(?P<thing>[a-z]{4,}(?: (?:de|del|de la|de los|de las) [a-z]{4,})*(?: [a-z]{3,}(?:[aoe]s|iones))?)\b"
# "La cifra oficial de asistentes a las jornadas es 9.999": what is decreed of a thing.
_DECREED = re.compile(
    r"\b(?:cifra|numero|total|cantidad|dato)(?: \w+)? de (?:l[oa]s )?(?P<head>[a-z]{4,}) (?P<of>[^.;¿?]{4,120}?) (?:es|son|sera|seran|fue|fueron|era|eran|asciende a|pasa a ser) (?:de )?\d"
)
_COUNTED = re.compile(_COUNT + _THING)
# "¿cuántas se otorgaron?", "¿cuántas fueron?": of what, is not said.
_ELLIPTIC = re.compile(
    r"\b(?:cuant[oa]s|how many)(?= (?:se|fueron|son|eran|hubo|hay|habia|tiene[n]?|tuvo|tuvieron|hizo|hicieron|le[s]?|en|realmente"
    r"|de verdad|were|are|was|did|has|have|there)\b| \w+(?:aron|ieron)\b|\W*$)"
)
_OF = re.compile(r" (?:de|del|en|a|al|con|por|para)\b")
_EMPHASIS = re.compile(r" (?:en total|de verdad|en realidad|realmente|efectivamente|de hecho|really|actually)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_THAT_YEAR = re.compile(r"\b(?:en )?(?:ese|aquel|dicho) ano\b|\bthat year\b")
# "Enumérelos", after what they are was said with a number.
_LISTED = re.compile(r"\b(?:enumer|list|nombr|mencion|detall|indiqu|indic|señal|senal)[a-z]{1,3}(l[oa]s)\W*$")
_TOLD = re.compile(
    r"^\W*(?:es (?:cierto|verdad|efectivo|correcto)(?: entonces)? que|(?:me )?confirm[a-z]+ (?:si|que)|o sea que|entonces"
    r"|is it true that|(?:me dijeron|dicen|lei|escuche|supe|entiendo|tengo entendido|vi)(?: (?:en|por|a|de) [^,.;¿?]{2,30}?)? que)\b"
)
_TAG = re.compile(
    r"[,.]? ?¿?(?:(?:es )?(?:cierto|verdad|no|o no|correcto|no es cierto|no es asi|es asi|right)"
    r"|(?:es|sera) (?:cierto|verdad|efectivo|asi) o [^?¿]{2,60})\W*\?\W*$"
)
# "5 mil millones", "$300.000": money, which is asked for by "cuánto".
_MONEY = re.compile(
    r"\$ ?\d[\d.,]*(?: mil)?(?: millones)?|(?<![\w.,])\d[\d.,]*(?: mil)?(?: millones(?! de (?!pesos))| (?=pesos))(?:(?: de)? pesos)?"
)
_TAG_BEFORE = re.compile(
    r",? ?¿(?:no )?(?:es )?(?:cierto|verdad|o no|no|correcto|no es así|es así)\?(?=\s*¿?\s*\w)", re.IGNORECASE
)
# "How many nationality letters (cartas de nacionalización)": what an English question writes in Spanish is the name.
_GLOSS = re.compile(r"\b(?P<before>how many|number of|the) (?:[a-z'-]+ ){1,3}\((?P<name>[a-z ]{6,60})\)")

# "El Mi SERMIG lleva funcionando desde 2019, ¿cuándo lo lanzaban?": of what is stated, only its subject.
_OF_STATED = re.compile(
    r"^\W*(?P<subject>(?:el|la|los|las) (?:\S+ ){1,6}?)(?:ya )?(?:llevan?|es|son|estan?|fue|fueron|funcionan?|existen?|tienen?|van?|empez\w+"
    r"|part[ie]\w+|comenz\w+|se)\b[^?¿]*[,.;] ?(?P<asked>¿(?:desde |hasta |a |de |en |por |con )?(?:cuando|donde|quien|quienes|como|que|cual)\b.*)$"
)

# "Mi abuela pasa sola todo el día. ¿El plan trae algo para…?": what is told of somebody's life is in no document.
_STORY = re.compile(
    r"^[^¿?]*\b(?:mi|mis|soy|somos|tengo|vivo|trabajo|estoy|me|nos|llegue)\b[^¿?]{20,}(?P<asked>¿[^?¿]*\b(?:plan|medidas?)\b[^?¿]{15,}\?)\W*$"
)

# "Soy ingeniera, supe que una muni hacía charlas…, ¿cuál era?": who tells of himself asks here which place did a thing.
_HEARD_OF = re.compile(
    r"^[^¿?]*\b(?:supe|supo|supimos|escuche|escucho|escuchamos|oi|lei|leyo|vi|vio|se|contaron|dijeron|comentaron|recuerdo|creo) (?:que|de(?: que)?|por ahi que) "
    r"(?:un[ao]?|algun[ao]?) (?P<place>munis?|municipalidad|municipio|comuna|ciudad|pais)(?: que)? (?P<did>[^¿?]{12,}?)[,.;:]? ¿?(?:y )?(?:sabe[ns]? )?(?:cual|que (?:muni\w*|comuna|ciudad|pais)) "
    r"(?:es|era|fue|seria)(?: (?:es[ae]|la muni|la comuna))?\W*$"
)


def untagged(message: str) -> str:
    """A message whose statement is not asked for confirmation where a question follows: "X, ¿cierto? ¿Y…?"."""
    return _TAG_BEFORE.sub(",", message)


def leaves_out(line: str) -> bool:
    """Whether a folded question asks for a number and leaves out of what: "¿cuántas se otorgaron?"."""
    return _ELLIPTIC.search(line) is not None


def with_counted(asked: str, stated: str) -> str:
    """A question for a number that leaves out of what ("¿cuántas se otorgaron?"), with what was stated by a number."""
    decreed, line = _DECREED.search(fold(stated)), fold(asked)
    again = re.search(rf"\b(?:cuant[oa]s|how many) {decreed['head']}\b", line) if decreed is not None else None
    if decreed is not None and again is not None and not _OF.match(line, again.end()):
        return f"{line[: again.end()]} {decreed['of']}{line[again.end() :]}"
    counted = _COUNTED.search(fold(stated))
    elliptic = _ELLIPTIC.search(line)
    if counted is None or elliptic is None:
        return asked
    line = f"{line[: elliptic.end()]} {counted['thing']}{line[elliptic.end() :]}"
    year = _YEAR.search(fold(stated))
    if year is not None and _YEAR.search(line) is None:
        line = f"{_THAT_YEAR.sub(' ', line).rstrip(' ?.')} en {year.group()}"
    return re.sub(r"\s+", " ", _EMPHASIS.sub("", line)).strip()


def asked_instead(message: str) -> str | None:
    """What a message asks that only confirms, presupposes or glosses what it asks for; None where it does not."""
    line = re.sub(r"\s+", " ", fold(message)).strip()
    gloss = _GLOSS.search(line)
    if gloss is not None:
        return f"{line[: gloss.start()]}{gloss['before']} {gloss['name']}{line[gloss.end() :]}"
    elliptic = _ELLIPTIC.search(line)
    if elliptic is not None:
        stated = line[: elliptic.start()]
        full = with_counted(line[elliptic.start() :], stated)
        return full if full != line[elliptic.start() :] else None
    of_stated = _OF_STATED.match(line)
    if of_stated is not None and re.search(r"\b(?:lo|la|los|las|su|sus)\b", of_stated["asked"]):
        return f"{of_stated['subject'].strip()}, {of_stated['asked']}"
    listed, counted = _LISTED.search(line), _COUNTED.search(line)
    if listed is not None and counted is not None:
        return f"cuales son {listed[1]} {counted['thing']}{line[counted.end() : listed.start()]}".rstrip(" ?.¿")
    story = _STORY.match(line)
    if story is not None:
        return story["asked"]
    heard_of = _HEARD_OF.match(line)
    if heard_of is not None:
        return f"¿que {heard_of['place']} {heard_of['did'].strip()}?"
    told, tag = _TOLD.match(line), _TAG.search(line)
    start, end = told.end() if told else 0, tag.start() if tag else len(line)
    money = _MONEY.search(line, start, end) if told is not None and tag is not None else None
    if money is not None:
        return f"cuanto {line[start : money.start()].strip()}{line[money.end() : end]}"
    if counted is None or (told is None and tag is None):
        return None
    if not start <= counted.start() < end:
        return None
    rest = f"{line[start : counted.start()]} {line[counted.end() : end]}".strip(" ¿?.,")
    return re.sub(r"\s+", " ", f"cuantas {counted['thing']} {rest}")
