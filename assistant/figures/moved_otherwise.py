"""What takes a rise or a fall for granted or wants it confirmed, there being one or not: "¿por qué bajaron las expulsiones
en 2024?", "dicen que subieron las multas, ¿es cierto?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.texts import Texts
from assistant.values import Claim, Draft
from corpus.analysis import fold

_DOWN = (
    r"baj(?:o|a|an|aron|ara|aran|ado)|disminu(?:yo|ye|yen|yeron|yera|yeran|ido)|ca(?:yo|e|en|yeron|yera|yeran|ido)"
    r"|descend(?:io|ieron|iera|ieran|ido)|redu(?:jo|jeron|jera|jeran|cido)"
)
_UP = (
    r"sub(?:io|e|en|ieron|iera|ieran|ido)|aument(?:o|a|an|aron|ara|aran|ado)|crec(?:io|e|en|ieron|iera|ieran|ido)"
    r"|increment(?:o|a|an|aron|ara|aran|ado)"
)
_FALL, _RISE = r"bajas?|caidas?|disminucion|reduccion|descenso", r"alzas?|aumento|incremento|subida|crecimiento"
_WHY = (
    r"\b(?:(?:y )?por que|a que se (?:debe|debio)|que explica|como se explica"
    r"|(?:cual(?:es)? (?:es|son|fue|fueron) )?(?:la|las) (?:causas?|razon(?:es)?|explicacion) de)(?: que)? "
)
# "¿Por qué bajaron las X en…?", "¿a qué se debe que las X hayan bajado en…?", "¿a qué se debe la baja de las X en…?"
_MOVED_FIRST = re.compile(rf"{_WHY}(?:se )?(?:ha[ny]?a?n? )?(?:(?P<down>{_DOWN})|(?P<up>{_UP})) (?P<of>.+)")
_NOUN = re.compile(rf"{_WHY}(?:el|la|las) (?:(?P<down>{_FALL})|(?P<up>{_RISE})) (?:en|del?) (?P<of>.+)")
_MOVED_AFTER = re.compile(
    rf"{_WHY}(?P<thing>(?:el|la|los|las) [^,;.?¿]{{4,80}}?) (?:se )?(?:ha[ny]?a?n? )?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<when>\b.*)"
)
_TRUE = r"(?:verdad|cierto|efectivo|correcto|asi|real)"
# "¿Es cierto que…?", and what was said, then "¿es cierto?".
_WHETHER = re.compile(rf"\b(?:es|sera|seria|fue) {_TRUE} que (?P<said>[^?¿]+)")
_SAID_BEFORE = re.compile(
    rf"(?:^|[,.] ?)(?:[^,.?¿]{{0,60}}\b)?(?:dic\w+|dij\w+|escuche|lei|supe|oi|cuentan|contaron|asegur\w+|sostien\w+|afirm\w+) (?:por ahi )?que (?P<said>[^?¿,.]+)[,.]? ¿?(?:y )?(?:es|sera|fue)(?: eso| esto)? {_TRUE}(?: eso| esto)?\W*$"
)
# "Las expulsiones habían bajado en 2024", "bajaron las expulsiones en 2024".
_HAS = r"(?:ha[ny]?a?n?|habian?|hubieran?)"
_SAID_AFTER = re.compile(
    rf"^(?P<thing>(?:el|la|los|las) [^,;.?¿]{{4,80}}?) (?:se )?(?:{_HAS} )?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<when>\b.*)"
)
_SAID_FIRST = re.compile(rf"^(?:se )?(?:{_HAS} )?(?:(?P<down>{_DOWN})|(?P<up>{_UP})) (?P<of>.+)")


@dataclass(frozen=True)
class Supposed:
    """A rise or a fall that a message takes for granted, and the question whether there was one; ``asked`` where that is
    all that it asks."""

    up: bool
    question: str
    asked: bool = False


def supposed(message: str) -> Supposed | None:
    """The rise or fall of which a message asks why, or whether there was one as somebody said; None where it asks of none."""
    line = fold(message).rstrip(" ?.")
    said = _WHETHER.search(line) or _SAID_BEFORE.search(line)
    if said is not None:
        found = _SAID_AFTER.match(said["said"].strip()) or _SAID_FIRST.match(said["said"].strip())
    else:
        found = _NOUN.search(line) or _MOVED_FIRST.search(line) or _MOVED_AFTER.search(line)
    if found is None:
        return None
    parts = found.groupdict()
    of = parts.get("of") or f"{parts['thing']} {parts['when']}"
    up = parts["up"] is not None
    question = f"¿{'subieron' if up else 'bajaron'} {re.sub(r' +', ' ', of).strip()}?"
    return Supposed(up, question, asked=said is not None)


def moved(told: Draft) -> tuple[Decimal, Decimal] | None:
    """What a draft leads with as one figure and the one before it; None where it sets no two figures against each other."""
    lead = told.claims[0] if told.claims and not told.abstained else None
    done = [one for one in lead.computed if one.operation == "diferencia"] if lead is not None else []
    if len(done) != 1 or len(done[0].operands) != 2:
        return None
    return done[0].operands[0], done[0].operands[1]


def contradicted(one: Supposed, told: Draft, texts: Texts) -> Draft | None:
    """What was told of how a thing moved, as an answer to what takes the contrary for granted; None where it does not
    contradict that."""
    figures = moved(told)
    if figures is None or figures[0] == figures[1] or (figures[0] > figures[1]) == one.up:
        return None
    contrary = Claim(text=texts("cifras", "al_contrario", subio=not one.up), block="canned")
    return told.model_copy(update={"claims": (contrary, *told.claims)})
