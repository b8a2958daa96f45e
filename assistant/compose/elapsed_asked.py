"""The two things between which a message asks how long it is, as it names them, and the unit that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_UNITS = {"dia": "días", "day": "días", "mes": "meses", "mont": "meses", "ano": "años", "year": "años"}
_UNIT = r"(?P<unit>dias?|mes(?:es)?|anos?|days?|months?|years?)"
_HOW_LONG = (
    rf"\b(?:cuant[oa]s?|how (?:many|much|long)) (?:{_UNIT}|tiempo|time)\b"
    r"(?: [a-z]+){0,4}?"
)
# "Temuco: meses entre X e Y", as in a telegram: of whom, the unit, and the two.
_TELEGRAM = re.compile(rf"^\W*(?:(?P<of>[^:¿?]{{3,50}}): )?{_UNIT} (?:entre|between) (?P<both>.+)")
_BETWEEN = (
    re.compile(rf"{_HOW_LONG},? (?:entre|between) (?P<both>.+)"),
    re.compile(rf"{_HOW_LONG} separan? (?:a )?(?P<both>.+)"),
)
_SINCE = re.compile(
    rf"{_HOW_LONG},? (?:desde|from|since) (?:que )?(?P<one>.+?),? (?:hasta|to|until) (?:que )?(?P<other>.+)"
)
# "La medida tiene varios plazos, ¿cuántos meses van del primero al último?"
_FIRST_TO_LAST = re.compile(
    rf"^(?P<before>.*?)[^\w]*{_HOW_LONG},? (?:desde|del|entre|hay entre) (?:el )?primer\w*(?: (?:plazo|hito|vencimiento))?"
    r",? (?:hasta|al|y) (?:el )?ultimo(?: (?:plazo|hito|vencimiento))?(?: del? (?P<what>(?!l?os? plazos?|hitos?).+))?$"
)
_HAS_SEVERAL = re.compile(
    r"\W*\b(?:tiene|trae|lleva|fija|contempla|con) (?:varios|distintos|diferentes|sus|dos|tres|cuatro|cinco|\d+) (?:plazos?|hitos?|fechas?|vencimientos?)\W*$"
)
_MAYBE = re.compile(
    r"\b(?:\w*ant[oa]s?|how) .*\b(?:entre|between|separan?|desde|ds?d\w*|hasta|from|since|al ultim\w+)\b"
    r"|^[^¿?]*\b(?:dias|meses|anos|days|months|years) (?:entre|between)\b"
)
# Where the one ends and the other begins: "entre el inicio de X y el cierre de Y".
_AND = re.compile(r",? (?:y|and) (?=(?:el|la|los|las|que|cuando|se|su|the|when)\b)")
_ANY_AND = re.compile(r",? (?:y|e|and) ")
_OF_SOURCE = re.compile(
    r",? (?:que )?(?:menciona|nombra|cita|segun|dicen?|informa|describe)n? (?:el|la|los|las)\b[^,;]*"
)
DEADLINE = re.compile(r"\b(?:plazos?|venc\w+|fechas? (?:limite|de termino)|deadlines?)\b")
# "El más tardío" takes its noun from "el plazo más temprano".
_BARE = re.compile(r"^(?:el|la) (?=(?:mas |ultim|primer|de la medida|de la \d))")
# "Su tramitación", "el plazo de su piloto": of what the first thing is of.
_ITS = re.compile(r"^(?P<before>.*?\bde )?su (?P<noun>.+)$")
_OF = re.compile(r"\bdel? (?:(?:el|la|los|las) )?")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True)
class Between:
    """Two things of which a message asks how far apart in time they are; ``its`` is what the second is of, where it is told
    by "su"."""

    unit: str | None
    one: str
    other: str
    its: str = ""


def may_ask(line: str) -> bool:
    """Whether a folded line may ask how long it is from one thing to another."""
    return _MAYBE.search(line) is not None


def asked(line: str) -> Iterator[Between]:
    """The readings of a folded line."""
    match = _SINCE.search(line)
    if match is not None:
        yield _between(match["unit"], match["one"], match["other"])
    for pattern in _BETWEEN:
        match = pattern.search(line)
        for link in _AND.finditer(match["both"]) if match is not None else ():
            assert match is not None
            yield _between(match["unit"], match["both"][: link.start()], match["both"][link.end() :])
    match = _TELEGRAM.match(line)
    for link in _ANY_AND.finditer(match["both"]) if match is not None else ():
        assert match is not None
        found = _between(match["unit"], match["both"][: link.start()], match["both"][link.end() :])
        whose = f" de {match['of']}" if match["of"] else ""
        yield replace(found, one=f"{found.one}{whose}", other=f"{found.other}{whose}")


def first_to_last(line: str) -> tuple[str | None, str] | None:
    """The unit, and that of whose deadlines a folded line asks how long it is from the first to the last; None where it does
    not ask that."""
    match = _FIRST_TO_LAST.search(line)
    what = (match["what"] or _HAS_SEVERAL.sub("", match["before"])) if match is not None else ""
    return (_unit(match["unit"]), what.strip(" ,.;:¿")) if match is not None and what.strip(" ,.;:¿") else None


def _between(unit: str | None, one: str, other: str) -> Between:
    one, other = _things(one, other)
    its = _ITS.match(other)
    if its is None:
        return Between(_unit(unit), one, other)
    of = _BRACKETS.sub("", _OF.split(one, maxsplit=1)[-1] if _OF.search(one) else DEADLINE.sub("", one)).strip()
    before = its["before"] or "la "
    return Between(_unit(unit), one, f"{before}{its['noun']} de {of}", of)


def _things(one: str, other: str) -> tuple[str, str]:
    """Two things without the source that tells them, the second with the noun of the first where it leaves that out."""
    one, other = (_OF_SOURCE.sub("", thing).strip() for thing in (one, other))
    nouns = [match[0] for thing in (one, other) if (match := DEADLINE.search(thing))]
    if len(nouns) != 1:
        return one, other
    of_plan = re.search(r"\bdel plan\b.*$", other)
    one = f"{one} {of_plan[0]}" if of_plan and "plan" not in one and "medida" not in one else one
    return _with_noun(one, nouns[0]), _with_noun(other, nouns[0])


def _with_noun(thing: str, noun: str) -> str:
    """A thing with the noun that it leaves to the other: "el más tardío", "el primer", "el de la medida 66"."""
    bare = _BARE.match(thing)
    return f"{bare[0]}{noun} {thing[bare.end() :]}" if bare and not DEADLINE.search(thing) else thing


def _unit(word: str | None) -> str | None:
    return next((unit for start, unit in _UNITS.items() if word and word.startswith(start)), None)
