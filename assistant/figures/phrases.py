"""Turns of phrase of questions about figures: by what unit, of which whole, over which bound, without which place."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.figures.lexicon import FigureWords
from corpus.analysis import terms
from corpus.lugares import Lugares
from corpus.numbers import ORDINALS, folded_words, number_from_words, ordinal

# What is counted is a noun: after "cuántos" a plural in -s; after "cuánto" no verb.
_HEAD = re.compile(
    r"\b(?:(?:cuant[oa]s|numero(?: total)?(?: de)?|cantidad(?: total)? de) (?:de )?(?:las |los )?(\w{2,}s)\b|(?:numero|cantidad|promedio|media)(?: total)? de (?:las |los )?(?:\d[\d.]* )?(\w{3,})"
    r"|cuant[oa] (?!\w+(?:aron|ieron|yeron|aban?|ian)\b|(?:eran|fueron|fue|hubo|habia|bajo|subio|cayo|crecio|aumento|disminuyo|vario)\b)(\w{3,})"
    r"|how many (?:of )?(?:the )?(\w{3,}))"
)
_TIME_BESIDE = re.compile(
    r"\b(?:ano|semestre|trimestre|mes|periodo)s? (?:siguiente|posterior|anterior|previo|que (?:le )?sig\w+)s?\b"
    r"|\b(?:siguiente|proximo|anterior) (?:ano|semestre|trimestre|mes|periodo)\b"
)
# "Solicitudes recibidas 2024", as in a telegram: what was done to some things in a year counts them.
_TALLIED = re.compile(
    r"^\W*(?!(?:medidas|cuant[oa]s)\b)[a-z]{4,}s (?:(?:de|del|al?|por|en|sobre) (?:(?:la|el|los|las) )?\w+ ){0,2}\w{3,}[ai]d[oa]s\b(?P<rest>(?!.*\b(?:que|quien|cual|como|donde|cuando)\b).*)\b20\d\d\W*$"
)
_MUCH = re.compile(r"\bcuanto (?:se |ya |va |van |ha |han |llevan? )+\w+")
_DONE_TO = re.compile(r"\bcuant[oa]s \w{3,}[ai]d[oa]s\b(?! \w+[ai]d[oa]s\b)")
_UNNAMED = re.compile(r"\bcuant[oa]s\b(?! (?:pesos|millones|lucas|miles))")
_DONE = re.compile(r"\bcuant[oa]s\b(?= (?:se (?!quedan?\b|fueron\b)|(?:hubo|hicieron|hay|van|llevan)\b))")
_INTERVAL = re.compile(r"\b\d{1,2} ?(?:-|a|y|to) ?\d{1,2}\b(?![.,]\d)")
_VERB = re.compile(
    r"\b(\w{2,}(?:aron|ieron|yeron|aban|ando|iendo|aste|imos|ian))\b|\b(?:para|por|sin|a) (\w{2,}[aei]r)\b"
)
# "Desde el aprobado por ley hasta el final", and not "desde el inicio hasta la fecha".
_NO_TIME = (
    r"(?:lo |el |la |su |los |las |sus )(?!ano|primer|segundo|tercer|cuarto|ultim|mes\b|dia\b|fecha|fin\b|cierre|termino|inicio|comienzo"
    r"|principio|creacion|llegada|actual|presente|momento|hoy|ahora|ingreso|entrada|salida)"
)
_BETWEEN = re.compile(
    r"\bentre (?:lo |el |la |su |los |las |sus )(?!ano|primer|segundo|tercer|cuarto|mes\b)[^\d,;:?]+?(?: (?:de |del )?20\d\d)? (?:y|e) (?:lo |el |la |su |los |las |sus )"
    r"(?!ano|primer|segundo|tercer|cuarto|mes\b)[^\d,;:?]+"
    rf"|\bdesde {_NO_TIME}[^\d,;:?]+?(?: (?:de |del )?20\d\d)? hasta {_NO_TIME}[^\d,;:?]+"
)
_EXACT = re.compile(
    r"\b(?:cifra|numero|cantidad|dato|monto|valor|total) exact[oa]\b|\bexactamente cuant\w+|\bexact (?:number|figure|amount)\b"
)
_AVERAGED = re.compile(
    r"(?:^\W*|\b(?:el|la|los|las|un|una|del?) )(?!el\b|la\b|en\b|del?\b)(\w{4,}) (?:promedio|medi[oa])\b"
)
_TOPS = re.compile(
    r"\b(?:mayor parte|mayoria|principal\w*|mas (?!de\b|que\b)|primer lugar|lider\w*|most|top|main|majority)\b"
)
_NEXT = re.compile(r"\b(?:les?|la|los|las) sigu\w+|\bseguid[oa]s?\b|\ben segundo lugar\b|\bfollowed\b")
_RANKED = re.compile(
    r"\b(?:mas|menos|mayor(?:es)?|menor(?:es)?|most|fewest|highest|lowest)(?: (?:numero|cantidad|total|de|cifra|number|of))* (\w{4,})"
)
_OF_THEM = re.compile(
    r"\b(?:de|entre) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s|el total)\b[^?¿]*(?:, ?¿?|¿)(?:(?:a|en|con|y) )?cuant[oa]s\b"
    r"|\bcuant[oa]s (?:fueron |eran |son )?de (?:l[oa]s|ell[oa]s|es[oa]s|est[oa]s)\b"
)
_PREDICATE = re.compile(
    r"(?:porcentaje|%|por ciento|proporcion|parte|share|percentage)[^,;?]*?\b(?:se|fue|fueron|son|es|era|eran|ha|han|vino|vinieron|"
    r"viene|vienen|termino|terminaron|resulto|resultaron|correspond\w+|quedo|quedaron|esta|estan|llego|llegaron|were|was|are|is|came"
    r"|ended)\b([^,;?]*)"
)
_THE_REST = re.compile(
    r"(?:\b(?:y|e|mas|con|sumad[oa]s? a|junto a|and|plus)|\+) (?:(?:a|en|con|de|lo|las?|los|el|del|los de|las de|in|the) )*"
    r"(?:demas|resto|(?<! y )(?<! e )otr[ao]s|otr[ao]s (?=regiones|lugares|partes|zonas|ciudades)|fuera|regiones|rest|outside)\b"
)
_ROWS = re.compile(
    r"\b(?:cuant[oa]s|how many|numero de|cantidad de) (?:de (?:las|los) (?:\d+ )?)?(?:\w+ )?(?:regiones|regionales|regions|anos|years|direcciones)\b"
)
_OF = re.compile(
    r"(?:porcentaje|%|por ciento|proporcion|parte|fraccion|tajada|cuota|share|percentage|percent) (?:del?|of)"
    r"(?: total(?: del?)?)?(?: tod[oa]s?)?(?: las?| los?| el| the)? (\w{3,})"
)
_OF_THOSE = re.compile(
    r"\b(?:del?|entre) (?:tod[oa]s )?(?:los|las|el total de(?: los| las)?|total de(?: los| las)?) (\w{3,})[^,?]*, ?¿?(?:que|cual) (?:%|porcentaje|proporcion|parte)"
)
_FALLS_SHORT = re.compile(
    r"\bfalt(?:o|aron|aba|aban|ando|a|an)\b.*\bpara (?:llegar a|cumplir|alcanzar|completar|lograr|cubrir)\b"
    r"|\bcuant\w+ .*\b(?:quedo|quedaron) por debajo de lo (?:planificad|programad|previst)o\b"
)
_POINTS_OVER = re.compile(
    r"\bpuntos(?: porcentuales)?(?: \w+){0,4} (?:por )?(?:sobre|encima del?|debajo del?|bajo) (?:(?:el|la|los|las) )?(?:promedio|media|meta|nacional)\b"
)
# "De lo que contestaron, ¿qué parte fue automática?": the whole is what was so done.
_OF_WHAT = re.compile(
    r"\b(?:de|entre) (?:tod[oa]s? )?l[oa]s? que (?:se )?(?:l[aeo]s? )?(\w{4,})[^?]*?\b(?:que|cual) (?:%|porcentaje|proporcion|parte)"
)
# "De toda la gente que atendieron en las oficinas, ¿qué porcentaje…?": those who were so treated, and not the offices.
_OF_THOSE_WHO = re.compile(
    r"\b(?:de|entre) (?:tod[oa]s? )?(?:la gente|l[oa]s (?:personas|extranjer[oa]s|migrantes)) (?:a (?:la |las |los )?)?(?:que|quienes) (?:se )?(?:l[aeo]s? )?"
    r"(\w{4,}(?:aron|ieron))[^?]*?\b(?:que|cual) (?:%|porcentaje|proporcion|parte)"
)
_SHARE_DONE = re.compile(r"\b(?:que|cual) (?:porcentaje|%|por ciento|proporcion|parte) (?:se )?\w+(?:aron|ieron)\b")
# "Por cada 100 procedimientos iniciados, ¿cuántos…?"
_OF_A_HUNDRED = re.compile(r"\b(?:por|de) cada (?:100|cien) (\w{4,})")
# "Las remuneraciones, ¿qué porcentaje son de ese presupuesto final?"
_ARE_OF = re.compile(
    r"(?:porcentaje|%|por ciento|proporcion|parte) (?:es|son|eran?|fue|fueron|seria[n]?|representan?|representaron) "
    r"(?:del? )(?!total\b)(?:(?:tod[oa]s?|de|el|la|los|las|es[aeo]s?|est[aeo]s?|dich[oa]s?) )*(\w{4,})"
)
# "En el registro de atenciones de 2024, ¿qué porcentaje…?": of what it counts.
_WITHIN = re.compile(
    r"^\W*(?:y )?(?:en|dentro de|sobre) (?:el |la |los |las |tod[oa]s? )+(?:(?!anos?\b)\w+ )*?(\w{4,}[aeo]s)\b"
    r"[^?¿]*?,? ¿?(?:que|cual es el) (?:%|porcentaje|proporcion|parte)"
)
_OF_BOTH = re.compile(
    r"\b(?:de|entre) (?:tod[oa]s )?(?:l[oa]s|es[oa]s) (?:\d[\d.]* )?(\w{4,}s)(?: \w+[ao]s)? y (?:l[oa]s )?(?:\d[\d.]* )?(\w{4,}s)\b"
)
# "Unas se respondieron al tiro y otras se derivaron": two parts, each told by what was done with it.
_SOME_AND_OTHERS = re.compile(
    r"\bun[oa]s (?:se )?(?:l[aeo]s )?(?:fueron |quedaron )?(\w{4,})\b[^.?¿]*? y otr[oa]s (?:se )?(?:l[aeo]s )?(?:fueron |quedaron )?(\w{4,})"
)
# "¿Cuántos más hubo en las demás regiones que en la RM?": in all but those that the line names.
_OTHER_REGIONS = re.compile(
    r"\b(?:(?:demas|otras|resto de (?:las )?) ?regiones|regiones restantes) (?:que|comparad\w+|respecto)\b"
    r"|\bque (?:en |a |de )?(?:todas )?(?:las (?:demas|otras) regiones|el resto de (?:las )?regiones|las regiones restantes)\b"
)
# "Fuera de la Metropolitana que dentro de ella", "en la RM o fuera": the other half, told by where it lies.
_INSIDE = re.compile(
    r"\b(?:que|o|vs|versus|contra|frente a) (?:(?:l[oa]s? de|las?|los?) )?a?dentro(?: de (?:ell[ao]|es[ao]))?(?=\W*$|[,;?])"
)
_OUTSIDE = re.compile(
    r"\b(?:que|o|vs|versus|contra|frente a) (?:(?:l[oa]s? de|las?|los?) )?a?fuera(?: de (?:ell[ao]|es[ao]))?(?=\W*$|[,;?])"
)
# "Más que 2023", and not "menos de 2.000 personas".
_YEAR_NEXT = re.compile(
    r"\s*(?:(?:en|el|ano) )*20[0-3]\d\b(?!\.\d| (?:personas|atenciones|casos|asistentes|participantes|solicitudes))"
)
# "Con 0 operativos", "las que quedaron en cero".
_ZERO = re.compile(
    r"\b(?:con|en|tien\w+|tuv\w+|hizo|hicieron|registr\w+|sum\w+|marc\w+|anot\w+|hay|hubo) (?:0|cero)\b(?![.,]\d|[%/-]| (?:grados|anos))"
)
# "¿Cuál atendió a menos en 2024?", "por lo menos" take nothing away.
_MINUS = re.compile(r"(?<=\w)(?<!\ba)(?<!\bal)(?<!\blo)(?<!\bo) menos (?!de\b|que\b|en\b)\w")
_CONTRAST = re.compile(
    r"\b(?:(?:que|cual(?:es)?)(?: (?:es|son|seria))?(?: las?)? diferencias?(?: (?:hay|existen?|tienen?))? entre"
    r"|diferencia me explicas entre|en que se (?:diferencia|distingue)n?|como se (?:diferencia|distingue)n?"
    r"|difference between)\b"
    # "Diferencia entre refugio y asilo": concepts stand in the singular, what is counted in the plural.
    r"|^\W*(?:la )?diferencias? entre (?:(?:el|la|una?) )?(?:[a-z]*[^s\W] ){1,3}?(?:y|e|con|versus|vs) (?:(?:el|la|una?) )?(?:[a-z]*[^s\W] ?){1,3}\W*$"
)
_AMOUNT = re.compile(
    r"\d|%|\b(?:cuant\w+|monto|gast\w+|presupuesto|numero|cantidad|total\w*|cifra\w*|porcentaj\w+|tasa|recaud\w+|ingresos|how (?:many|much)|"
    r"puntos|solicitad\w+|resuelt\w+|planificad\w+|ejecutad\w+|ley|final)\b"
)
# "T17"; "T1" to "T4" have been read as quarters.
_THOSE = re.compile(
    r"\b(?:las|los|es[ao]s|est[ao]s) (\d{2,3}|\d{1,3}(?:\.\d{3})+)(?![\d.,]*\d)\b(?! (?:anos|dias|meses|horas)\b)"
)
_DOERS = re.compile(
    r"(\bcuant[oa]s \w{3,}s(?: \w+s)? (?:se |les |le )?\w{2,}(?:aron|ieron|yeron)) (?:las|los) (?!de\b|que\b)\w+"
)
_CALLED = re.compile(
    r"(\b(?:citar|convocar|invitar|llamar|reunir|juntar|sentar|reservar)(?:l[aeo]s?)?) a (?:l[oa]s|mis|nuestr[oa]s|tod[oa]s l[oa]s) \w+"
)
_LASTING = re.compile(r"\b(\d{1,3}) (?:dias|meses|anos|semanas|horas|minutos|days|months)\b")
_TABLE = re.compile(r"\b(?:(?:tabla|cuadro|table) (?:numero )?|t(?:abla)? ?)(\d{1,2})\b")
_TOP = re.compile(
    r"\b(?:top|las|los|the|que) (\w+) "
    r"(?:regiones|regionales|regions|direcciones|anos|years|primer\w+|top|(?:que|con) (?:mas|menos)|mayores|menores)\b"
)
# "La segunda región con más atenciones", "el tercer año que menos": no name of a region.
_NTH = re.compile(
    rf"\b({'|'.join(ORDINALS[1:5])})[oa]?(?: (?:region|direccion regional|oficina|ano))? (?:con|que|de|en)(?: \w+){{0,3}}? (?:mas|menos|mayor|menor)\b"
)
# "Qué % de las de 2023 son las de 2024"; of two years in a row both are parts.
_OF_YEAR = re.compile(
    r"(?:\bporcentaje|\bpor ciento|\bproporcion|%)(?: \w+){0,2}? (?:del?|respecto (?:del?|a)|sobre)(?: (?:las?|los?|el))?"
    r"(?: (?!y\b|o\b)\w+){0,4}? (?:del?|del ano) (20\d\d)\b(?! (?:y|o|e) |,)"
)
_LEADING = re.compile(
    r"(?: of| a| en| del?| al)?(?: la| el| las| the)?(?: (?:region|direccion regional|dr)(?: del?)?(?: la| el)?)?\s*$"
)
# "Sin contar Santiago ni la Metropolitana": what follows a place that is left out is left out with it.
_AND_THAT = re.compile(r",?(?: (?:y|e|ni|o|u|and|or|nor|a|al|del?|la|las|el|los|the|region|direccion|regional))*\s*")
# "¿Y cuántas veces?": how often it was done, and no thing that is counted.
_TIMES = frozenset(("veces", "times"))
# "jornadas: n° + asistentes": what is counted and what goes with it, not a sum.
_COUNT_WORDS = frozenset("numero cantidad total cuantos cuantas monto cifra".split())
_SIGNS = {"mas": ">", "menos": "<", "al_menos": ">="}

# "¿Cuál atendió a más?", "¿quién menos?"
_WHICH_FIRST = re.compile(
    r"^\W*(?:y )?(?:en |a )?(?:cual|quien)(?: de (?:l[oa]s|es[oa]s) dos)?\b[^,;?]{0,40}\b(?:mas|menos)\b"
)


def adds(line: str) -> bool:
    """Whether a line adds things up with a sign: "protección+amparo"."""
    return any(match[1] not in _COUNT_WORDS for match in re.finditer(r"\b([a-z]+)\s*\+\s*[a-z]", line))


def much(line: str) -> bool:
    """Whether a folded line asks for a count or a share, whichever is told: "¿cuánto se ha resuelto?"."""
    return _MUCH.search(line) is not None


def counts_unnamed(line: str) -> bool:
    """Whether a folded line asks how many of what it does not name: "¿y cuántas se hicieron?"."""
    return _UNNAMED.search(line) is not None and not heads(line)


def counted_alike(last: str, line: str) -> tuple[str, ...]:
    """The stems of the noun of a folded line that agrees with a "cuántas" which has none of its own, where that asks how
    many there were or were done; how many are left is another thing."""
    unnamed = _DONE.search(last) if counts_unnamed(last) else None
    noun = unnamed and re.search(rf"\b{unnamed.group()} (?:de )?(?:las |los )?(\w{{2,}}s)\b", line)
    return tuple(terms(noun[1])) if noun else ()


def without_doers(line: str) -> str:
    """A folded line without those who did what it counts: "cuántos expedientes revisaron *las jefas de hogar*"."""
    return without_called(_DOERS.sub(r"\1", line))


def without_called(line: str) -> str:
    """A folded line without those whom the asker is to call together: "¿para cuánto rato hay que citar *a los funcionarios*?"."""
    return _CALLED.sub(r"\1", line)


def intervals(line: str) -> str:
    """The intervals of small numbers in a folded line: "45-54 años"."""
    return " ".join(match.group() for match in _INTERVAL.finditer(line))


def heads(line: str) -> tuple[str, ...]:
    """The stems of what a folded line counts: "cuántos talleres … y cuántos asistentes"."""
    nouns = ("".join(groups) for groups in _HEAD.findall(line))
    nouns = (noun for noun in nouns if noun not in _TIMES)
    return tuple(dict.fromkeys(stem for noun in nouns for stem in terms(noun)))


def tallies(line: str) -> bool:
    """Whether a line is a telegram that counts what was done to some things in a year."""
    return _TALLIED.match(line) is not None


def spelt_out(line: str) -> str:
    """A telegram as the question that it stands for: "solicitudes respondidas 2024" asks how many."""
    return f"cuantos {line}" if tallies(line) else line


def beside_tallied(line: str) -> tuple[str, ...]:
    """The nouns of a telegram beside what it counts: "denuncias recibidas canal integridad 2024"."""
    match = _TALLIED.match(line)
    return tuple(re.findall(r"[a-z]{4,}", match["rest"])) if match is not None else ()


def whole(line: str) -> str | None:
    """The stem of the whole of a share: "qué porcentaje de las solicitudes se otorgó"."""
    patterns = (_OF_THOSE_WHO, _OF_THOSE, _OF_A_HUNDRED, _OF, _ARE_OF, _WITHIN, _OF_WHAT)
    found = [match for pattern in patterns for match in pattern.finditer(line)]
    return next((terms(match[1])[0] for match in found if terms(match[1])), None)


def share_of_what_was_done(line: str) -> bool:
    """Whether a folded line asks what percentage some did something of, and names no whole: "¿qué porcentaje recomendaron?"."""
    return _SHARE_DONE.search(line) is not None


def of_a_hundred(line: str) -> bool:
    """Whether a folded line asks how many there are for each hundred of something: "por cada 100 pedidas, ¿cuántas…?"."""
    return _OF_A_HUNDRED.search(line) is not None


def points_over(line: str) -> bool:
    """Whether a folded line asks how many points one thing is over or under another: "puntos del servicio sobre el promedio"."""
    return _POINTS_OVER.search(line) is not None


def falls_short(line: str) -> bool:
    """Whether a folded line asks how much was lacking to what was planned: "¿cuántas faltaron para llegar a lo planificado?"."""
    return _FALLS_SHORT.search(line) is not None


def two_wholes(line: str) -> tuple[str, ...]:
    """The stems of the two things whose sum is the whole of a share: "de todas las respuestas y derivaciones, ¿qué parte…?"."""
    match = _OF_BOTH.search(line) or _SOME_AND_OTHERS.search(line)
    found = tuple(stem for word in match.groups() for stem in terms(word)[:1]) if match is not None else ()
    return found if len(found) > 1 else ()


def predicate(line: str) -> frozenset[str]:
    """The stems of what is said of the part in a question for a share: "qué porcentaje de las recomendaciones *fueron
    rechazos*"; none where no verb parts it from the whole.
    """
    match = _PREDICATE.search(line)
    # "Fueron derivaciones de las respuestas y derivaciones": the whole that follows is no part of what is said.
    return frozenset(terms(_OF_BOTH.sub(" ", match[1]))) if match else frozenset()


def before_predicate(line: str) -> frozenset[str]:
    """The stems of what a question for a share says besides :func:`predicate`, before it or as two things behind it: those of
    its whole."""
    match = _PREDICATE.search(line)
    both = _OF_BOTH.search(match[1]) if match else None
    return frozenset(terms(line[: match.start(1)] + (both.group() if both else ""))) if match else frozenset()


def which_is_first(line: str) -> bool:
    """Whether a folded line asks which of those spoken of has the most or the least: "¿cuál atendió a más?"."""
    return _WHICH_FIRST.search(line) is not None


def contrasts(line: str) -> bool:
    """Whether a line asks how two concepts differ, and not by how much two figures do."""
    return _CONTRAST.search(line) is not None and _AMOUNT.search(line) is None


def subtracts(line: str) -> bool:
    """Whether a line takes one thing from another: "visitas de Bolivia menos visitas de Perú"."""
    return _MINUS.search(line) is not None


def left_out(line: str, words: FigureWords, lugares: Lugares) -> frozenset[str]:
    """The places that a folded line leaves out: "fuera de la RM", "en regiones", "que no sea Arica ni Tarapacá"."""
    found: set[str] = set(words.cues.phrases("lugar.capital")) if words.has("lugar.en_regiones", line) else set()
    if _OTHER_REGIONS.search(line) or _OUTSIDE.search(line):
        found |= {place.nombre for mention in lugares.find(line) for place in mention.lugares}
    return frozenset(found.union(*(names for _, _, names in _exclusions(line, words, lugares))))


def opposed(line: str, words: FigureWords, lugares: Lugares) -> frozenset[str]:
    """The places of which a folded line names both halves, themselves and all but them: "en regiones que en la RM"."""
    apart = [(start, end) for start, end, _ in _exclusions(line, words, lugares)]
    named: set[str] = set()
    for mention in lugares.find(line):
        if not any(start <= mention.start < end for start, end in apart):
            named |= {place.nombre for place in mention.lugares}
    if _INSIDE.search(line):
        named = named.union(*(names for _, _, names in _exclusions(line, words, lugares)))
    return left_out(line, words, lugares) & named


def set_apart(line: str, words: FigureWords, lugares: Lugares) -> str:
    """A folded line with the places that it leaves out between commas, after one and the same word, so that what stands
    around them is read as without them: "qué región que no sea la Metropolitana hizo más".

    The capital stays as it is said where no regions are asked for: two tables are called by their halves.
    """
    if opposed(line, words, lugares):
        return line
    rows = "region" in words.breakdowns(line)
    for start, end, names in reversed(_exclusions(line, words, lugares)):
        places = " ni ".join(line[start:end][m.start : m.end] for m in lugares.find(line[start:end]))
        if rows or names - set(words.cues.phrases("lugar.capital")):
            line = f"{line[:start].rstrip(' ,')}, excepto {places}, {line[end:].lstrip(' ,')}"
    return line.removeprefix(", ")


def _exclusions(line: str, words: FigureWords, lugares: Lugares) -> list[tuple[int, int, frozenset[str]]]:
    """Where a folded line leaves out places, from the word that says so to the last of them, with their names."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for mention in lugares.find(line):
        names = frozenset(place.nombre for place in mention.lugares)
        before = _LEADING.sub("", line[: mention.start])
        opener = words.ending("lugar.fuera_de", before)
        if opener is not None and opener.group() not in ("ni", "y"):
            found.append((opener.start(), mention.end, names))
        elif found and not names & found[-1][2] and _AND_THAT.fullmatch(line[found[-1][1] : mention.start]):
            found[-1] = (found[-1][0], mention.end, found[-1][2] | names)
        elif opener is not None:
            found.append((opener.start(), mention.end, names))
    return found


def counts_done_to(line: str) -> bool:
    """Whether a line counts those to whom something was done, without a noun: "cuántos capacitados"."""
    return _DONE_TO.search(line) is not None


def counts_rows(line: str) -> bool:
    """Whether a line counts rows or periods: "cuántas regiones", "en cuántos años"."""
    return _ROWS.search(line) is not None


def top(line: str) -> int | None:
    """How many of the greatest a line asks for: "las tres regiones con más", "top 5"."""
    match = _TOP.search(line)
    number = number_from_words([match[1]]) if match else None
    return int(number[0]) if number else None


def nth(line: str) -> tuple[int, int, int] | None:
    """Which place of an order a line asks for ("la segunda región con más": 2), and where it says so; None where it does not."""
    match = _NTH.search(line)
    return (ordinal(match[1]), match.start(), match.end()) if match else None


def year_of_whole(line: str) -> int | None:
    """The year whose figure is the hundred of a percentage: "en % de las de 2023"; None where a line names none so."""
    match = _OF_YEAR.search(line)
    return int(match[1]) if match else None


def table_number(line: str) -> int | None:
    """The number of the table that a line names."""
    match = _TABLE.search(line)
    return int(match[1]) if match else None


def threshold(line: str, words: FigureWords) -> tuple[str, Decimal] | None:
    """The bound that a line names, with its sign: "más de 5.000" → (">", 5000); "ningún operativo", "con 0 operativos" → ("=", 0)."""
    for name, sign in _SIGNS.items():
        for match in words.every(f"cota.{name}", line):
            number = number_from_words(folded_words(line[match.end() :])[:8])
            if number is not None and not _YEAR_NEXT.match(line, match.end()):
                return sign, number[0]
    return ("=", Decimal(0)) if words.has("cota.ninguna", line) or _ZERO.search(line) else None


def another_plan(line: str) -> bool:
    """Whether the plan that a line speaks of is one of its own name ("plan de rezago"), and no medida is spoken of."""
    return (
        re.search(r"\bplan (?:de (?!accion\b|migracion)|anual\b|rezago\b)\w*", line) is not None
        and "medida" not in line
    )


def and_the_rest(line: str) -> bool:
    """Whether a line asks of a place and of all others together: "en la RM y en el resto del país"."""
    return _THE_REST.search(line) is not None


def those_told(line: str) -> frozenset[Decimal]:
    """The numbers by which a folded line names things as known: "cada charla de las 171"."""
    return frozenset(Decimal(number.replace(".", "")) for number in _THOSE.findall(line))


def spans_of_time(line: str) -> frozenset[Decimal]:
    """The numbers of days, months or years that a folded line says: "en menos de 90 días"."""
    return frozenset(Decimal(number) for number in _LASTING.findall(line))


def verbs(line: str) -> frozenset[str]:
    """The stems of the verbs of a folded line that their endings show to be finite, or an infinitive after its preposition."""
    return frozenset(stem for groups in _VERB.findall(line) for stem in terms("".join(groups)))


def ranked(line: str) -> frozenset[str]:
    """The stems of what rows are put in order by: "más operativos", "mayor número de personas"."""
    return frozenset(stem for noun in _RANKED.findall(line) for stem in terms(noun))


def between(line: str) -> bool:
    """Whether a folded line goes from one thing to another that are no years: "entre lo fijado por ley y su valor final"."""
    return _BETWEEN.search(line) is not None


def averaged(line: str) -> frozenset[str]:
    """The stems of the noun that a folded line asks the average of: "la *multa* promedio"."""
    match = _AVERAGED.search(line)
    return frozenset(terms(match[1])) if match else frozenset()


def exact(line: str) -> bool:
    """Whether a folded line asks for the exact figure beside one that it tells: "más de 10.000, ¿cuál es la cifra exacta?"."""
    return _EXACT.search(line) is not None


def tops(line: str) -> bool:
    """Whether a folded line asks for what comes first: "de qué país es la mayor parte"."""
    return _TOPS.search(line) is not None


def of_a_time_beside(line: str) -> bool:
    """Whether a folded line names a time by the one before or after it: "el trimestre siguiente"."""
    return _TIME_BESIDE.search(line) is not None


def comes_next(line: str) -> bool:
    """Whether a folded text says that what follows comes after the first: "le siguen…", "seguido de…"."""
    return _NEXT.search(line) is not None


def of_those(line: str) -> bool:
    """Whether a folded line asks for a part of a whole that it names: "de los recursos que…, ¿cuántos…?"."""
    return _OF_THEM.search(line) is not None
