"""What a question asks of figures: the operation, the periods, the places, the breakdown and the words of the measure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assistant.figures import periods
from assistant.figures.lexicon import FigureWords
from assistant.figures.periods import Rango
from assistant.values import Query
from corpus.analysis import STOP_WORDS, fold, terms
from corpus.lugares import CHILE, Lugar, Lugares
from corpus.numbers import folded_words, number_from_words


class Operacion(StrEnum):
    """What is to be done with the figures."""

    VALOR = "valor"
    SERIE = "serie"
    DIFERENCIA = "diferencia"
    CAMBIO = "cambio"
    PARTE = "parte"
    SUMA = "suma"
    PROMEDIO = "promedio"
    RAZON = "razon"
    MAXIMO = "maximo"
    MINIMO = "minimo"
    ORDEN = "orden"
    CONTEO = "conteo"
    VECES = "veces"
    TABLA = "tabla"


@dataclass(frozen=True)
class Asked:
    """What a question asks of figures.

    ``meanings`` holds the stems of its words with the label stems that each may stand for, ``fresh`` those of the last
    message of a follow-up; ``content`` the stems that say what it is about. ``heads`` those of what it
    counts ("cuántos talleres"), ``per`` that of the unit that a ratio is taken by ("por comisión"); ``threshold`` is the
    bound of a count of rows with the sign before it; ``denied`` are the stems of what it says it does not mean.
    """

    line: str
    operation: Operacion
    periods: tuple[Rango, ...]
    places: tuple[Lugar, ...]
    breakdowns: tuple[str, ...]
    meanings: dict[str, frozenset[str]]
    fresh: dict[str, frozenset[str]]
    content: tuple[str, ...]
    counts: bool
    percent: bool
    several: bool
    top: int | None = None
    per: str | None = None
    of: str | None = None
    left_out: frozenset[str] = frozenset()
    threshold: tuple[str, Decimal] | None = None
    number: int | None = None
    heads: tuple[str, ...] = ()
    nearest: dict[str, frozenset[str]] = field(default_factory=dict)
    denied: frozenset[str] = frozenset()

    @property
    def by_row(self) -> bool:
        """Whether rows are asked for one by one: a place's breakdown."""
        return "region" in self.breakdowns and not self.places


_SERIES = (Operacion.SERIE, Operacion.DIFERENCIA, Operacion.CAMBIO, Operacion.SUMA, Operacion.PROMEDIO)
_HEAD = re.compile(r"\b(?:cuant[oa]s?|numero de|cantidad de|how many) (?:de )?(?:las |los )?(\w{4,})")
_MORE_THAN = re.compile(r"\bcuant\w+\b.{0,60}?\b(?:mas|menos)\b.{0,60}?\bque\b|\bhow many (?:more|fewer|less)\b")
_PER = re.compile(r"\b(?:(?:por cada|cada|per|each) (\w{4,})|por (\w{3,}[^s\W]))\b")
_COUNTED = re.compile(
    r"\b(?:cuantas|cuantos|how many|en cuantas|en cuantos|numero de|cantidad de) (?:\w+ )?(regiones|regions|anos|years|direcciones)\b"
)
_DENIED = re.compile(
    r"\(\s*(?:no|sin|not)\b[^)]*\)|\b(?:no (?:los|las|el|la)|sin (?:contar|incluir|considerar)|excluyendo|not counting|excluding)\b[^,;.?]*"
)
_OF = re.compile(
    r"(?:porcentaje|%|por ciento|proporcion|parte|fraccion|tajada|cuota|share|percentage|percent) (?:del?|of)"
    r"(?: total(?: del?)?)?(?: tod[oa]s?)?(?: las?| los?| el| the)? (\w{3,})"
)
_TABLE = re.compile(r"\b(?:tabla|cuadro|table) (?:numero )?(\d{1,2})\b")
_TOP = re.compile(
    r"\b(?:top|las|los|the) (\w+) (?:regiones|regions|direcciones|anos|years|primer\w+|top|que mas|que menos|con mas|con menos|mayores|menores)"
)
_NONE = re.compile(
    r"\b(?:no hubo|no se hizo|no se hicieron|no hicieron|no tuvieron|no registr\w+|ningun\w*|sin operativos|had no|none)\b"
)
_BOUND = re.compile(
    r"\b(mas de|mas que|sobre|superior\w* a|superaron|superan|menos de|menos que|bajo|inferior\w* a|al menos|more than|fewer than|less than|at least)\s+"
)
_NO_UNIT = frozenset(
    "ciento ejemplo favor region regiones ano anos sexo mes meses year years region persona parte cierto concepto".split()
)


def read(query: Query, found: FigureWords, lugares: Lugares) -> Asked:
    """What a query asks of figures, in the light of its own last message where it is a follow-up."""
    line = found.written_out(query.texto)
    last = found.written_out(fold(query.pregunta)) if query.seguimiento else line
    ranges = periods.asked(line)
    places = _places(last, lugares) or (_places(line, lugares) if query.seguimiento else ())
    places += tuple(place for place in _places(query.pregunta, lugares) if place not in places)
    breakdowns = found.breakdowns(last) or found.breakdowns(line)
    operation = _operation(last, found, ranges, breakdowns, bool(places))
    if query.seguimiento and operation is Operacion.VALOR and not periods.asked(last):
        operation = _operation(line, found, ranges, breakdowns, bool(places))
    named = {stem for mention in lugares.find(line) for stem in terms(line[mention.start : mention.end])}
    per = _per(last) or _per(line)
    table = _TABLE.search(line)
    top = _TOP.search(line)
    number = number_from_words([top[1]]) if top else None
    stated = _without_denied(line)
    meanings = found.meanings(stated)
    return Asked(
        line=line,
        operation=operation,
        periods=ranges,
        places=places,
        breakdowns=breakdowns,
        meanings=meanings,
        fresh=found.meanings(_without_denied(last)) if query.seguimiento else meanings,
        content=tuple(stem for stem in found.content(periods.normalised(stated)) if stem not in named),
        counts=found.has("operacion.cuantas", line),
        percent=found.has("operacion.porcentaje", line),
        several=re.search(r"\b(?:y|and)\b|,", line) is not None,
        top=int(number[0]) if number else None,
        per=per,
        of=next((terms(match[1])[0] for match in _OF.finditer(line) if terms(match[1])), None),
        threshold=_threshold(line),
        number=int(table[1]) if table else None,
        denied=frozenset(terms(" ".join(match.group() for match in _DENIED.finditer(line)))),
        nearest=found.nearest(stated),
        left_out=left_out(line, lugares),
        heads=tuple(dict.fromkeys(stem for noun in _HEAD.findall(last) for stem in terms(noun))),
    )


def _without_denied(line: str) -> str:
    """A line without what it says it does not mean: "(no los operativos)", "sin contar los reingresos".

    A place left out stays: "sin contar la metropolitana" says which table is meant.
    """
    return _DENIED.sub(lambda match: match.group() if "metropolitan" in match.group() else " ", line)


_LEFT_OUT = re.compile(
    r"\b(?:fuera de|afuera de|excepto|salvo|sin contar|excluyendo|resto del pais sin|outside|except)(?: of)?(?: la| el| las| the)?(?: region)?\s*$"
)


def left_out(line: str, lugares: Lugares) -> frozenset[str]:
    """The places that a folded line leaves out: "fuera de la RM"."""
    return frozenset(
        place.nombre
        for mention in lugares.find(line)
        for place in mention.lugares
        if _LEFT_OUT.search(line[: mention.start])
    )


def _places(line: str, lugares: Lugares) -> tuple[Lugar, ...]:
    found: list[Lugar] = []
    for mention in lugares.find(line):
        place = next((p for p in mention.lugares if p.clase == "region"), mention.lugar)
        if place.nombre != CHILE and place not in found:
            found.append(place)
    return tuple(found)


def _operation(
    line: str, found: FigureWords, ranges: tuple[Rango, ...], breakdowns: tuple[str, ...], placed: bool
) -> Operacion:
    """The operation that a line asks for: the most definite cue wins."""

    def has(name: str) -> bool:
        return found.has(f"operacion.{name}", line)

    spread = len(ranges) > 1 or any(len(r.years) > 1 or r.open_end for r in ranges)
    grouped = bool({"region", "ano", "rubro"} & set(breakdowns))
    if has("tabla"):
        return Operacion.TABLA
    if (_COUNTED.search(line) or "region" in breakdowns) and not placed and _threshold(line):
        return Operacion.CONTEO
    if re.search(r"\bcuantas veces\b|\bhow many times\b", line) and (has("maximo") or has("minimo")):
        return Operacion.VECES
    if has("porcentaje") and has("cambio") and (spread or re.search(r"\banterior\b", line)):
        return Operacion.CAMBIO
    if has("diferencia") or _MORE_THAN.search(line) or (has("cambio") and spread and not has("serie")):
        return Operacion.DIFERENCIA
    if has("promedio") or has("razon"):
        if _per(line):
            return Operacion.RAZON
        return Operacion.PROMEDIO if has("promedio") else Operacion.VALOR
    if has("porcentaje"):
        return Operacion.PARTE
    if has("orden") and "region" in breakdowns:
        return Operacion.ORDEN
    if grouped and (has("maximo") or has("minimo")):
        return Operacion.MINIMO if has("minimo") and not re.search(r"\bmas (?!baj)", line) else Operacion.MAXIMO
    if "region" in breakdowns and not placed:
        return Operacion.ORDEN
    if (has("suma") or (spread and re.search(r"\btotal\b", line))) and not has("serie"):
        return Operacion.SUMA
    if has("serie") or spread:
        return Operacion.SERIE
    return Operacion.VALOR


def _per(line: str) -> str | None:
    """The stem of the unit that a line asks by: "por comisión", "por cada operativo"; one thing, so no plural."""
    for match in _PER.finditer(line):
        noun = match[1] or match[2]
        if noun not in _NO_UNIT and noun not in STOP_WORDS and terms(noun):
            return terms(noun)[0]
    return None


def _threshold(line: str) -> tuple[str, Decimal] | None:
    """The bound that a line names, with its sign: "más de 5.000" → (">", 5000)."""
    match = _BOUND.search(line)
    if match is None:
        return ("=", Decimal(0)) if _NONE.search(line) else None
    number = number_from_words(folded_words(line[match.end() :])[:8])
    if number is None or 2000 <= number[0] <= 2035:
        return None
    if match[1] in ("al menos", "at least"):
        return ">=", number[0]
    return ("<" if match[1].startswith(("menos", "bajo", "inferior", "fewer", "less")) else ">"), number[0]
