"""What is asked of a rise or a fall that there was not: "¿por qué bajaron las expulsiones en 2024?", when they went up."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Supposed:
    """A rise or a fall that a question takes for granted, and the question whether there was one."""

    up: bool
    question: str


def supposed(message: str) -> Supposed | None:
    """The rise or fall of which a message asks why; None where it asks of none."""
    line = fold(message).rstrip(" ?.")
    found = _NOUN.search(line) or _MOVED_FIRST.search(line) or _MOVED_AFTER.search(line)
    if found is None:
        return None
    parts = found.groupdict()
    of = parts.get("of") or f"{parts['thing']} {parts['when']}"
    up = parts["up"] is not None
    return Supposed(up, f"¿{'subieron' if up else 'bajaron'} {re.sub(r' +', ' ', of).strip()}?")


def contradicted(one: Supposed, told: Draft, texts: Texts) -> Draft | None:
    """What was told of how a thing moved, as an answer to what takes the contrary for granted; None where it does not
    contradict that."""
    lead = told.claims[0] if told.claims and not told.abstained else None
    moved = [done for done in lead.computed if done.operation == "diferencia"] if lead is not None else []
    if len(moved) != 1 or len(moved[0].operands) != 2:
        return None
    after, before = moved[0].operands
    if after == before or (after > before) == one.up:
        return None
    contrary = Claim(text=texts("cifras", "al_contrario", subio=not one.up), block="canned")
    return told.model_copy(update={"claims": (contrary, *told.claims)})
