"""What a question asks of figures: the operation, the periods, the places, the breakdown, the words of the measure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from assistant.figures import asides, both, by_unit, parts_asked, passing, periods, phrases
from assistant.figures.lexicon import FigureWords
from assistant.figures.periods import Rango
from assistant.values import Query
from corpus.analysis import fold, terms
from corpus.lugares import CHILE, Lugar, Lugares


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
    message of a follow-up, ``nearest`` the labels that come near to words that no label says, ``content`` the stems
    that say what it is about (``topics``: with those of the places that it names), ``denied`` those of what it says it does not mean. ``heads`` are the stems of what it
    counts ("cuántos talleres"), ``per`` that of the unit of a ratio ("por comisión"), ``of`` that of the whole of a
    share. ``left_out`` are places ("fuera de la RM"), ``opposed`` those of them that are set against all others, ``threshold`` is the bound of a count of rows with its sign,
    ``number`` that of a table, ``part`` says that it is one of several questions in one,
    ``verbs`` are the stems of its finite verbs, ``remains`` says that it asks what still is left, ``several`` that it asks for several things,
    ``placed`` are the stems of the words that name places, ``paid`` of those that only say
    that it is money, ``asks_else`` says that something is asked too that is no figure, ``traits`` are the stems
    of its words that part what is counted (the groups ``rasgo``), ``first`` says that what comes first
    of several is, ``rows`` that regions or the like are counted,
    ``requests`` that what was asked for is counted, and not what came of it, ``asked_for`` are the stems of a noun for what was asked
    for where another word says what came of it: "solicitudes que se aprobaron".
    """

    line: str
    operation: Operacion
    periods: tuple[Rango, ...]
    places: tuple[Lugar, ...]
    breakdowns: tuple[str, ...]
    meanings: Mapping[str, frozenset[str]]
    fresh: Mapping[str, frozenset[str]]
    content: tuple[str, ...]
    topics: tuple[str, ...]
    counts: bool
    percent: bool
    total: bool = False
    whole: bool = False
    money: bool = False
    top: int | None = None
    per: str | None = None
    of: str | None = None
    left_out: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    threshold: tuple[str, Decimal] | None = None
    number: int | None = None
    heads: tuple[str, ...] = ()
    nearest: dict[str, frozenset[str]] = field(default_factory=dict)
    denied: frozenset[str] = frozenset()
    part: bool = False
    placed: frozenset[str] = frozenset()
    paid: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    remains: bool = False
    several: bool = False
    asks_else: bool = False
    first: bool = False
    traits: frozenset[str] = frozenset()
    rows: bool = False
    asked_for: frozenset[str] = frozenset()
    nth: int | None = None
    requests: bool = False
    left_years: frozenset[int] = frozenset()

    @property
    def without(self) -> frozenset[str]:
        """The places that are left out and not set against the others: "sin contar la Metropolitana"."""
        return self.left_out - self.opposed

    @property
    def wanted(self) -> tuple[Lugar, ...]:
        """The places that are asked for, without those left out."""
        return tuple(place for place in self.places if place.nombre not in self.without)

    @property
    def bare(self) -> bool:
        """Whether nothing but a thing and its period is named, without a word that asks: "visitas 2024 sitio web"."""
        return bool(self.periods) and not self.counts and not parts_asked.inquires(self.line)

    @property
    def by_row(self) -> bool:
        """Whether rows are asked for one by one: a place's breakdown."""
        return "region" in self.breakdowns and not self.wanted


# "¿En cuánto aumentó el presupuesto final respecto del de la ley?": two things are set against each other.
_AGAINST = re.compile(
    r"\b(?:respecto (?:de|a|con)|en relacion (?:a|con)|frente a|comparad\w+ con|en comparacion (?:a|con)|versus|vs)l?"
    r" (?:(?:el|la|los|las|lo) )?(?:de )?(?:(?:el|la|los|las) )?(?!anos?\b|mismo|misma|period|trimestre|mes\b|anterior|pasado|previo|eso|ese|esa|este|20\d\d)[a-z]"
)
_MORE_THAN = re.compile(
    r"\bcuant\w+\b.{0,60}?\b(?<!\bo )(?:mas|menos)\b.{0,60}?\b(?:que|comparad\w+ (?:con|al?)|respecto (?:de|al?)|frente al?|versus|vs)\b"
    r"|\bcuant\w+\b.{0,60}?\b(?<!\bo )(?:mas|menos)\b[^;?]*\b20\d\d\b[^;?]*(?<!\bl[oa]s) que (?:en |durante |el |ano )+20\d\d"
    r"|\bhow many (?:more|fewer|less)\b"
)


# "¿Cuántas cartas menos hubo en 2024?": than in the year before.
_MORE_IN_YEAR = re.compile(
    r"\bcuant[oa]s? (?:\w+ ){0,6}?(?:mas|menos) (?:se )?(?:hubo|hizo|dio|fueron|\w+[aei]ron) "
    r"(?:en |durante )?(?:el )?(?:ano )?20\d\d\W*$"
)
# "A / B, razón"; "A contra B, ¿cuántas veces?": the one is divided by the other.
_RATIO = re.compile(
    r"\w ?/ ?[a-z]{3,}.*\b(?:razon|ratio|cociente)\W*$|\b(?:ratio|cociente) (?:de|entre|between|of)\b"
    r"|\b(?:vs|versus|contra|comparad[oa]s? con|frente a)\b.*\b(?:cuantas veces|how many times)\W*$"
)
_MULTIPLIED = re.compile(r"\b(?:por cuanto|cuantas veces|cuanto) (?:se )?multiplic\w+|\bmultiplic\w+ por cuanto\b")
# "Suma de los reconocidos de 2017 a 2024 según la tabla por año": the sum, and not the row of years.
_SUM_OF = re.compile(r"^\W*(?:(?:la|cual es la|dame la|dime la) )?suma(?:toria)? (?:de|total)\b")
# "Las que se han sumado" have joined: nothing is to be added up.
_JOINED = re.compile(r"\bse (?:ha |han |habia |habian |fue |fueron )?sum(?:o|aron|ado)\b")
# "¿Y al año siguiente?": the year after the one that was told.
_NEXT_YEAR = re.compile(
    r"\bano (?:siguiente|despues|posterior|que (?:le )?sig\w+)\b|\b(?:next|following) year\b|\byear after\b"
)
# "¿Y el total hasta ahora?", "¿y el total acumulado?": of all the years that there are, and not of the one told.
_SO_FAR = re.compile(
    r"\btotal acumulad[oa]|\bacumulado\b|\b(?:total|tod[oa]s)\b.*\b(?:hasta (?:ahora|hoy|la fecha)|a la fecha)\b"
)
# What is said to be included is one of several.
_INCLUDED = re.compile(
    r"\b(?:inclu(?:id[oa]s?|ye(?:ndo)?|so)|including) (?:(?:en|el|la|los|lo|del?|al|the) )*(?:ano )?(?:primer |segundo |tercer |cuarto |first )?(?:trimestre|semestre|quarter|20\d\d)"
)
_THE_OTHERS = re.compile(
    r"\b(?:el resto|las (?:demas|otras)|otras regiones|en regiones|fuera de (?:ella|ahi|alli|esa)|the rest|elsewhere)\b"
)
MANY = re.compile(r"\bcuant[oa]s\b|\bhow many\b")
# "¿Y en los operativos?", "¿y ahí mismo, pero en las charlas?": of the same things, elsewhere.
_ELSEWHERE = re.compile(
    r"^\W*(?:(?:y|pero|ahi|alli|mismo|ok|ya|ahora)\W+)+en (?:el|la|los|las) (?!.*\b(?:cuant|cual|quien|que\b))[^,;?]+\W*$"
)
# "No, me refería a los operativos", after "¿a cuántos atendieron?": of those people, there.
_MEANT_ELSEWHERE = re.compile(
    r"^\W*(?:(?:no|perdon|mejor|disculp\w+)\W+)*(?:me ref(?:er|ier)\w+|quise decir|queria decir|digo|(?:te |le )?(?:hablo|hablaba|pregunto|preguntaba|decia)) "
    r"(?:a|en|de|por|al|del) ?(?:(?:el|la|los|las) )?(?!.*\b(?:cuant|cual|quien))[^;?]+\W*$"
)
_COUNTED_PEOPLE = re.compile(r"\ba cuant[oa]s (?:se )?\w+(?:o|aron|ieron)\b|\bcuant[oa]s? (?:gente|personas?)\b")
# "Las regiones del sur, Los Ríos y Los Lagos": the places themselves are named.
_ZONE = re.compile(
    r"\b(?:del|en el) (?:extremo )?(?:norte|sur|centro)\b|\b(?:zona|macrozona) (?:norte|sur|centro|austral)\b"
)
_COUNTRY = re.compile(r"\b(?:pais|nacional|chile|nationwide|country)\b")
ENOUGH = 2
EARLIEST = 1990


@lru_cache(maxsize=64)  # each answerer of figures asks for it
def read(query: Query, found: FigureWords, lugares: Lugares) -> Asked:
    """What a query asks of figures, in the light of its own last message where it is a follow-up."""
    written = asides.counted_in(found.without_source(found.written_out(query.texto)))
    written = asides.regional_offices(written, lugares)
    whole = written if query.seguimiento else phrases.spelt_out(written)
    line = phrases.set_apart(asides.without_purpose(asides.without_asker(whole)), found, lugares)
    asked_last = asides.without_asker(asides.counted_in(found.written_out(fold(query.pregunta))))
    last = phrases.set_apart(asides.without_purpose(asked_last), found, lugares) if query.seguimiento else line
    ranges = _ranges(query, line, last, found)
    elsewhere = query.seguimiento and _names_where(query, last) and not periods.asked(last)
    line = _placed_last(line, lugares) if elsewhere else line
    places = _places(last, lugares) or (_places(line, lugares) if query.seguimiento else ()) or _places(whole, lugares)
    regions = {place.nombre for place in places}  # "Santiago" has been read as its region
    places += tuple(p for p in _places(query.pregunta, lugares) if p not in places and p.region not in regions)
    whole_country = query.seguimiento and found.has("lugar.todo_el_pais", last) and not _places(last, lugares)
    if places and all(place.clase == "comuna" for place in places) and not _COUNTRY.search(last):
        whole_country = False  # "en total", of what one municipality did
    if whole_country:  # "¿y en todo el país?", after one region
        places = ()
    breakdowns = found.breakdowns(last) or found.breakdowns(line)
    per = by_unit.per(last) or by_unit.per(line)
    stated = found.without_denied(line)
    if per is not None:  # "rindieron más, o sea más personas por operativo"
        stated = found.cues.strip("rendimiento.palabras", stated)
    opposed = phrases.opposed(found.without_denied(last), found, lugares)
    left_out = frozenset[str]() if whole_country else phrases.left_out(line, found, lugares)
    left_out |= frozenset() if whole_country else phrases.left_out(stated, found, lugares)
    placed = any(place.nombre not in left_out - opposed for place in places)
    operation = _operation(found.without_denied(last), found, ranges, breakdowns, placed)
    mentions = [(mention.start, mention.end) for mention in lugares.find(last)]
    if operation in (Operacion.VALOR, Operacion.SERIE) and both.between(last, mentions):
        operation = Operacion.SUMA
    if operation in (Operacion.VALOR, Operacion.SERIE) and _MORE_IN_YEAR.search(line):
        operation = Operacion.DIFERENCIA
    if query.seguimiento and operation in (Operacion.VALOR, Operacion.SERIE) and _so_far(query, last):
        operation = Operacion.SUMA
    total = re.search(r"\b(?:total|totales|en total|altogether|overall)\b", line) is not None
    if operation is Operacion.VALOR and total and found.left_years(line) and not ranges:
        operation = Operacion.SUMA  # "el total sin contar 2025": of all other years
    if query.seguimiento and operation is Operacion.VALOR and not periods.asked(last):
        before = _operation(found.without_denied(line), found, ranges, breakdowns, placed)
        of_money = before is Operacion.SUMA and found.has("dinero.palabras", last)
        operation = operation if of_money else before  # "…en total", and then "¿y cuánto costó?"
    spanned = query.seguimiento and operation is Operacion.SERIE and not found.has("operacion.serie", last)
    if spanned and not found.content(periods.without(last)):  # "¿cuánto subió de 2021 a 2022?", "¿y de 2022 a 2023?"
        asked_before = fold(query.anterior)
        before = _operation(asked_before, found, periods.asked(asked_before), breakdowns, placed)
        operation = before if before in (Operacion.DIFERENCIA, Operacion.CAMBIO) else operation
    if query.seguimiento and operation is Operacion.VALOR and len(places) == ENOUGH and phrases.which_is_first(last):
        operation = Operacion.DIFERENCIA  # "¿y el Maule?", "¿cuál atendió a más?": by how much, and which
    if query.seguimiento and breakdowns and not found.content(periods.without(last)):
        # "¿Qué región atendió menos?", "¿y en 2025?": of another period, and the least again.
        before = _operation(found.without_denied(fold(query.anterior)), found, ranges, breakdowns, placed)
        operation = before if before in (Operacion.MAXIMO, Operacion.MINIMO) else operation
    ends = [found.has(f"operacion.{end}", last) for end in ("maximo", "minimo")]
    if query.seguimiento and operation in (Operacion.MAXIMO, Operacion.MINIMO) and ends.count(True) == 1:
        operation = Operacion.MAXIMO if ends[0] else Operacion.MINIMO  # "¿y la que menos?", after the most
    if operation is Operacion.SERIE and len(ranges) == 1 and ranges[0].label.startswith(("hasta", "a ", "al ")):
        ranges = (replace(ranges[0], first=periods.year_range(EARLIEST).first),)  # all that there is, up to then
    if operation is Operacion.SERIE and len(ranges) == 1 and _INCLUDED.search(line):
        ranges = ()  # "en cada período, incluido el primer trimestre de 2025"
    if operation is Operacion.PROMEDIO:  # "el promedio mensual" is one number
        breakdowns = tuple(one for one in breakdowns if one != "mes")
    named = {
        stem
        for text in (line, query.pregunta)
        for mention in lugares.find(text)
        for stem in terms(text[mention.start : mention.end])
    }
    meanings = found.meanings(asides.without_source(stated))
    core = f"{found.without_denied(last)} {asides.core(stated)}" if query.seguimiento else asides.core(stated)
    core = asides.without_source(core)
    if len(places) >= ENOUGH:
        core = _ZONE.sub(" ", core)
    content = tuple(stem for stem in found.content(periods.without(core)) if stem not in named)
    if len(content) < ENOUGH:  # "…. ¿A cuánto asciende la diferencia?": what is asked of was said before
        content = tuple(stem for stem in found.content(periods.without(stated)) if stem not in named)
    names_nothing = query.seguimiento and not found.content(periods.without(last))
    carried = phrases.counted_alike(last, line) if names_nothing else ()  # "¿y cuántas se hicieron ese año?"
    fresh = {
        **found.meanings(found.without_denied(last)),
        **{stem: meanings[stem] for stem in carried if stem in meanings},
    }
    return Asked(
        line=line,
        operation=operation,
        periods=ranges,
        places=places,
        breakdowns=breakdowns,
        meanings=meanings,
        fresh=fresh if query.seguimiento and not elsewhere else meanings,
        content=content,
        topics=tuple(dict.fromkeys((*content, *(stem for place in _named(line, lugares) for stem in terms(place))))),
        counts=found.has("operacion.cuantas", line),
        total=total,
        whole=re.search(r"\b(?:tod[oa]s?|total|all)\b", line) is not None,
        money=found.has("dinero.palabras", line),
        percent=found.has("operacion.porcentaje", stated),
        top=phrases.top(line),
        per=per,
        of=phrases.whole(line),
        left_out=left_out if whole_country else left_out | _but_those_before(query, last, places, lugares),
        opposed=opposed,
        threshold=phrases.threshold(line, found),
        number=phrases.table_number(line),
        heads=phrases.heads(last) or carried or (phrases.heads(line) if elsewhere else ()),
        nearest=found.nearest(stated),
        denied=found.denied(line),
        placed=frozenset(named),
        paid=frozenset(stem for cue in found.every("dinero.palabras", line) for stem in terms(cue.group())),
        asks_else=parts_asked.asks_else(last),
        first=phrases.tops(line),
        traits=found.traits(phrases.without_doers(found.without_denied(last))),
        verbs=phrases.verbs(line),
        remains=found.has("queda.palabras", last),
        rows=phrases.counts_rows(last),
        asked_for=found.asked_for(stated),
        nth=place[0] if (place := phrases.nth(line)) is not None else None,
        several=len(parts_asked.pieces(last)) > 1,
        left_years=found.left_years(line),
        requests=found.has("desenlace.pidieron", last) and not found.has("desenlace.palabras", last),
    )


def _names_where(query: Query, last: str) -> bool:
    """Whether a message only names where, of what the last one counted: "¿y en los operativos?"."""
    if _ELSEWHERE.match(last) is not None:
        return True
    return _MEANT_ELSEWHERE.match(fold(query.pregunta)) is not None and (
        _COUNTED_PEOPLE.search(fold(query.anterior)) is not None
    )


def _placed_last(line: str, lugares: Lugares) -> str:
    """A line of several messages, of which the last stands first, with the places of that which last named one, and no other."""
    messages = line.split("?")
    placed = next((at for at, message in enumerate(messages) if _places(message, lugares)), len(messages))
    for at in range(placed + 1, len(messages)):
        for mention in reversed(lugares.find(messages[at])):
            messages[at] = f"{messages[at][: mention.start]} {messages[at][mention.end :]}"
    return "?".join(messages)


def _so_far(query: Query, last: str) -> bool:
    """Whether a message asks for all that there is so far, and names no period."""
    return _SO_FAR.search(fold(query.pregunta)) is not None and not periods.asked(last)


def _ranges(query: Query, line: str, last: str, found: FigureWords) -> tuple[Rango, ...]:
    """The periods asked for. "¿Y en 2024? ¿Cuánto bajaron?" compares with the period that was asked for before."""
    compares = found.has("operacion.cambio", last) or found.has("operacion.diferencia", last)
    if query.seguimiento and _so_far(query, last):
        return ()
    left = found.left_years(line)
    own = periods.asked(found.without_denied(asides.core(line)))
    more = _MORE_IN_YEAR.search(line)
    if not (query.seguimiento or compares or more) and own:
        # "llegué en 2022 con mi hijo. ¿Cuántas visas se dieron en 2024?"
        return tuple(one for one in own if not left.issuperset(one.years))
    ranges = periods.asked(found.without_denied(line)) or periods.asked(line)  # "de 2024, no lo de 2025"
    ranges = tuple(one for one in ranges if not left.issuperset(one.years))
    if len(ranges) == 1 and len(ranges[0].years) == 1 and more:
        ranges = (periods.year_range(ranges[0].years[0] - 1), *ranges)  # "¿cuántas menos hubo en 2024?": than before
    if (
        query.seguimiento
        and compares
        and len(own := periods.asked(last) or _told_by_another(last, ranges)) == 1
        and len(own[0].years) == 1
    ):
        before = [r for r in periods.asked(fold(query.anterior)) if not r.same(own[0])]
        return (*before[-1:], *own)
    return ranges


def _told_by_another(last: str, ranges: tuple[Rango, ...]) -> tuple[Rango, ...]:
    """The periods of a message that tells its year by the one before: "¿y cuánto subió el año siguiente?"."""
    return ranges if _NEXT_YEAR.search(last) else ()


def _but_those_before(query: Query, last: str, places: tuple[Lugar, ...], lugares: Lugares) -> frozenset[str]:
    """The places of the message before that a follow-up leaves out: "¿y en el resto?"."""
    if not query.seguimiento or _places(last, lugares) or not _THE_OTHERS.search(last):
        return frozenset()
    return frozenset(place.nombre for place in places)


def _named(line: str, lugares: Lugares) -> list[str]:
    """The canonical names of the places in a line."""
    return [mention.lugar.nombre for mention in lugares.find(line) if mention.lugar.nombre != CHILE]


def _places(line: str, lugares: Lugares) -> tuple[Lugar, ...]:
    found: list[Lugar] = []
    mentions = lugares.find(line)
    order = phrases.nth(fold(line))  # "la segunda región con más" is not Antofagasta
    mentions = tuple(m for m in mentions if order is None or not order[1] <= m.start < order[2])
    asked = tuple(m for m in mentions if not asides.lived_in(fold(line[: m.start])))
    if any(mention.lugar.nombre != CHILE for mention in asked):  # where the asker lives is not what is asked of
        mentions = asked
    for mention in mentions:
        place = next((p for p in mention.lugares if p.clase == "region"), mention.lugar)
        if place.nombre != CHILE and place not in found:
            found.append(place)
    return tuple(found)


def _times(line: str, *, ends: bool, spread: bool, several: bool) -> bool:
    """Whether a line asks how many times one thing is another; "… y cuántas veces?" alone counts."""
    if _RATIO.search(line) or (spread and _MULTIPLIED.search(line)):
        return True
    return (ends or several) and re.search(r"\b(?:cuantas veces|how many times)\b(?!\W*$)", line) is not None


def _operation(
    line: str, found: FigureWords, ranges: tuple[Rango, ...], breakdowns: tuple[str, ...], placed: bool
) -> Operacion:
    """The operation that a line asks for: the most definite cue wins."""

    def has(name: str) -> bool:
        return found.has(f"operacion.{name}", line)

    line = _JOINED.sub(" ", line)
    spread = len(ranges) > 1 or any(len(r.years) > 1 or r.open_end for r in ranges)
    grouped = bool({"region", "ano", "rubro"} & set(breakdowns))
    if has("tabla"):
        return Operacion.TABLA
    if "ano" in breakdowns and passing.passes(line):
        return Operacion.MAXIMO  # the years in which one thing was more than another
    if (phrases.counts_rows(line) or "region" in breakdowns) and not placed and phrases.threshold(line, found):
        return Operacion.CONTEO
    if _times(line, ends=has("maximo") or has("minimo"), spread=spread, several=len(ranges) > 1):
        return Operacion.VECES
    if has("porcentaje") and has("cambio") and (spread or re.search(r"\banterior\b", line)):
        return Operacion.CAMBIO
    if (
        has("diferencia")
        or (phrases.subtracts(line) and not grouped)
        or _MORE_THAN.search(line)
        or phrases.falls_short(line)
        or phrases.points_over(line)
        or (has("cambio") and (phrases.between(line) or (_AGAINST.search(line) and not grouped)))
        or (has("cambio") and spread and len(ranges) <= ENOUGH and not has("serie"))
    ):
        return Operacion.DIFERENCIA
    if phrases.of_a_hundred(line):
        return Operacion.PARTE
    if has("promedio") or has("razon"):
        if by_unit.per(line):
            ranks = grouped and not placed and (has("maximo") or has("minimo"))
            return Operacion.RAZON if not ranks else Operacion.MINIMO if has("minimo") else Operacion.MAXIMO
        return Operacion.PROMEDIO if has("promedio") else Operacion.VALOR
    if has("porcentaje"):
        return Operacion.PARTE
    if has("orden") and ("region" in breakdowns or placed):
        return Operacion.ORDEN
    if grouped and (has("maximo") or has("minimo")):
        more = re.search(r"\bmas\b", found.cues.strip("operacion.minimo", line))  # "el año más flaco" is the least
        return Operacion.MINIMO if has("minimo") and not more else Operacion.MAXIMO
    if "region" in breakdowns and not placed:
        return Operacion.ORDEN
    if (
        has("suma")
        or phrases.adds(line)
        or both.of_both(line) is not None
        or both.among(line)
        or (spread and re.search(r"\btotal\b|\bacumulad", line))
        or (
            len(ranges) == 1 and spread and not placed and len(MANY.findall(line)) == 1
        )  # "¿cuántas entre 2021 y 2024?"
    ) and (not has("serie") or _SUM_OF.search(line)):
        return Operacion.SUMA
    if has("serie") or spread:
        return Operacion.SERIE
    return Operacion.VALOR
