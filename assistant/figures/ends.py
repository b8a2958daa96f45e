"""The ends of an order that a question sets against each other: "diferencia entre el año con más y el año con menos"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

# Neither "más o menos", "al menos", "más de diez" nor "¿cuántas más?" name an end.
_NO_END = re.compile(
    r"\bmas o menos\b|\b(?:al|por lo|a lo) menos\b|\b(?:mas|menos) (?:de|que)\b|\bcuant\w+ (?:\w+ )?(?:mas|menos)\b|\bveces (?:mas|menos)\b"
)
_MOST = re.compile(r"\b(?:mas|mayor|mayores|maxim[oa]s?|mejor|most|highest|greatest)\b")
_LEAST = re.compile(r"\b(?:menos|menor|menores|minim[oa]s?|peor|least|fewest|lowest)\b")
_APART = re.compile(
    r"\b(?:diferencian?|distancia|brecha|dif|difference|gap|cuantas veces)\b|\bcuant\w+ (?:\w+ )?(?:mas|menos)\b"
)
# "¿Cuál fue la que más recibió y cuál la que menos?": each end is asked for.
_EACH_END = re.compile(
    r"\b(?:mas|mayor)\b.* (?:y|e|and) ¿?(?:(?:a|en|con) )?(?:cual|que|quien(?:es)?|l[oa]s?|el|la|which|the)\b[^,;?]*\b(?:menos|menor|least|fewest|lowest)\b"
    r"|\b(?:mas|mayor) (?:y|e) (?:(?:con|de) )?(?:(?:la|el) )?(?:menos|menor)\b|\b(?:menos|menor) (?:y|e) (?:(?:con|de) )?(?:(?:la|el) )?(?:mas|mayor)\b"
    # "Región con más y región con menos": the same twice.
    r"|\b(?P<one>\w{3,}) (?:con|de) (?:mas|mayor)\b.* (?:y|e) (?:(?P=one) )?(?:con|de) (?:menos|menor)\b"
    r"|\b(?P<other>\w{3,}) (?:con|de) (?:menos|menor)\b.* (?:y|e) (?:(?P=other) )?(?:con|de) (?:mas|mayor)\b"
    r"|\b(?:menos|menor)\b.* (?:y|e|and) ¿?(?:(?:a|en|con) )?(?:cual|que|quien(?:es)?|l[oa]s?|el|la|which|the)\b[^,;?]*\b(?:mas|mayor|most|highest)\b"
)
# "El mes con más": no table counts by the month, or by the day.
_SHORTER = re.compile(
    r"\b(?:mes|semana|dia|trimestre|semestre|month|week|day|quarter) (?:con|de|en que|en el que|que|with)\b"
)
_YEAR = re.compile(r"\b(?:anos?|years?)\b")


@dataclass(frozen=True)
class Ends:
    """Which ends of an order a question names, and whether that is an order of years, or of months and the like."""

    most: bool
    least: bool
    of_years: bool
    of_shorter: bool = False


def ends(line: str) -> Ends | None:
    """The ends of an order that a folded line sets against each other, or one against what else it names; None where it sets
    nothing apart, or names no end."""
    plain = _NO_END.sub(" ", line)
    found = Ends(_MOST.search(plain) is not None, _LEAST.search(plain) is not None, _YEAR.search(plain) is not None)
    found = replace(found, of_shorter=_SHORTER.search(plain) is not None)
    return found if _APART.search(line) and (found.most or found.least) else None


def asks_each(line: str) -> bool:
    """Whether a folded line asks for both ends of an order, one by one: "¿cuál fue la que más recibió y cuál la que menos?"."""
    plain = _NO_END.sub(" ", line)
    return _EACH_END.search(plain) is not None and _APART.search(line) is None
