"""What is asked on after a ranking: the next place, the other end, the medidas of a place; and after two, how they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from assistant.select import deadline, matching_hitos, select
from assistant.understand.heard import SETS
from assistant.understand.narrowing import apart_from_groups
from assistant.understand.pointing import GROUPED, PLACE, THE_TOTAL
from assistant.understand.text import TIES
from assistant.values import Agrupacion, Fechas, Filtros, Grupo, Kind, Orden, Query, Turn
from corpus.dates import write_date
from corpus.lexicon import Instituciones
from corpus.numbers import ordinal
from corpus.records import Medida

_LEAD = rf"^(?:(?:{TIES}) )*(?:(?:quien|cual(?:es)?|que \w+) (?:es|son|va|esta|viene|queda|tiene) )?(?:(?:en|a) )?(?:el |la |los |las )?"
_TAIL = r"(?: (?:lugar|puesto|ministerio|eje|institucion|organismo|cartera|servicio|region|direccion(?: regional)?|ano|con mas(?: medidas)?|quien (?:es|seria)|cual (?:es|seria)))*\W*$"
# "¿y el segundo?", "¿quién es el cuarto?"
_AT = re.compile(rf"{_LEAD}{PLACE}{_TAIL}")
# "¿y el que le sigue?"
_NEXT = re.compile(
    rf"{_LEAD}(?:que )?(?:(?:le )?sigue[n]?|viene[n]? (?:despues|luego)|siguientes?|despues|a continuacion){_TAIL}"
)
# "¿y el que tiene menos?"
_END = re.compile(
    rf"{_LEAD}(?:que )?(?:(?:tiene[n]?|lleva[n]?|con) )?(?P<end>mas|menos)(?: medidas| tiene[n]?)*{_TAIL}"
)
# "¿cuáles son las del segundo?", "¿qué medidas tiene?", "¿y cuál es esa medida?"
_WHICH = re.compile(
    rf"^(?:(?:{TIES}) )*(?:cual(?:es)?|que medidas?|lista\w*|dime|dame|muestra\w*)\b"
    rf"(?:(?: (?:son|es|tiene|tienen|lleva|llevan|esas?|sus?|las?|los?|medidas?|de|del|ese|esa|el|ellos?|ellas?|suyas?))*(?: (?:el|la|del|al) {PLACE})?)\W*$"
)
_MORE_SAID = re.compile(r"\b(?:medidas?|tiene[n]?|lleva[n]?|del?|sus)\b")
_DIFFER = re.compile(
    rf"^(?:(?:{TIES}) )*(?:(?:en que|como) (?:se )?(?:diferenci|parec|distingu)\w+|(?:cual(?:es)? (?:es|son) (?:la|las) |que )diferencias?\b"
    r"|compar(?!t)\w*(?:las|los|melas|melos)\b|que tienen en comun|compar(?!t)\w* (?:ambas|las dos|esas|estas))(?: (?:entre|de) (?:ellas|ambas|las dos|esas|estas|si|una y otra))*(?: (?:hay|tienen))?\W*$"
)
# "¿y la primera?", after which falls due last.
_OTHER_END = re.compile(
    rf"^(?:(?:{TIES}) )*(?:(?:cual|cuales) (?:es|son|seria[n]?) )?(?:la|las|el|los) (?:que (?:vence[n]?|va[n]?|termina[n]?|cierra[n]?) )?(?P<end>primer|ultim)[oa]s?"
    r"(?: (?:que|en) (?:vence[n]?|vencer|terminar|termina[n]?))?\W*$"
)
MOST = 4


def place_after(line: str, now: int) -> int | None:
    """The place in a ranking that a folded line asks for, after the one told at ``now``: "¿y el segundo?", "¿y el que le
    sigue?"; 0 for the last, None where it asks for none."""
    if (match := _AT.match(line)) is not None:
        return ordinal(match["at"])
    return now + 1 if _NEXT.match(line) else None


def asks_on(line: str, last: Turn) -> bool:
    """Whether a folded line only asks on after a ranking, or how those just told differ."""
    dated = last.query.orden in (Orden.PRIMERO, Orden.PROXIMO) and _NEXT.match(line) is not None
    asks = continued_ranking(line, last) or other_end(line, last)
    return dated or asks is not None or _DIFFER.match(line) is not None


def continued_ranking(line: str, last: Turn) -> Query | None:
    """The last ranking asked for at another place, from its other end, or with the medidas of a place; None if it is none."""
    before = last.query
    if before.kind is not Kind.MEDIDA_AGRUPADA or before.agrupar is None or before.agrupar.entre:
        return None
    ranked = before.orden in (Orden.MAS, Orden.MENOS) or before.agrupar.por is Grupo.INSTITUCION
    order = before.orden if before.orden in (Orden.MAS, Orden.MENOS) else Orden.MAS
    place = before.puesto
    listed = False
    if (after := place_after(line, place)) is not None:
        place = after
    elif (match := _END.match(line)) is not None:
        order, place = (Orden.MENOS if match["end"] == "menos" else Orden.MAS), 1
    elif (match := _WHICH.match(line)) is not None and _MORE_SAID.search(line):
        place, listed = (ordinal(match["at"]) if match["at"] else place), True
    else:
        return None
    if not ranked and _END.match(line) is None:
        return None
    texto = "y cuales medidas son" if listed else before.texto
    update = {"orden": order, "puesto": place, "tope": None, "texto": texto, "arrastre": f"«{last.question}»"}
    return before.model_copy(update=update)


def other_end(line: str, last: Turn) -> Query | None:
    """The deadline at the other end of those of which the first or the last was told; None where it is not asked for."""
    before, match = last.query, _OTHER_END.match(line)
    ends = {"primer": Orden.PRIMERO, "ultim": Orden.ULTIMO}
    if match is None or before.kind is not Kind.MEDIDA_LISTA or before.orden not in ends.values():
        return None
    order = ends[match["end"]]
    return (
        before.model_copy(update={"orden": order, "arrastre": f"«{last.question}»"}) if order != before.orden else None
    )


def differing(line: str, turns: Sequence[Turn]) -> Filtros | None:
    """The medidas just told of which it is asked how they differ: those of the last turn, or of the last two with one each."""
    if not turns or _DIFFER.match(line) is None:
        return None
    numbers = list(turns[-1].medidas)
    if len(numbers) == 1:
        others = [turn.medidas[0] for turn in reversed(turns[:-1]) if len(turn.medidas) == 1]
        numbers = [next((one for one in others if one != numbers[0]), numbers[0]), *numbers]
    return Filtros(numeros=tuple(dict.fromkeys(numbers))) if 1 < len(set(numbers)) <= MOST else None


# "¿Qué ministerio tiene más de esas?": within what was told, and not in the whole plan.
_OF_THOSE = re.compile(r"\b(?:de|entre) (?:ell[ao]s|es[ao]s|est[ao]s|las \d+)\b")


def grouped(line: str, turns: Sequence[Turn]) -> Query | None:
    """The set just told by groups, or how many of it there were before it was narrowed."""
    last = turns[-1] if turns else None
    if last is None or last.query.kind not in SETS or not (last.medidas or last.query.agrupar):
        return None
    start = line.lstrip("¿¡.,;:- ")
    groups = last.query.agrupar
    if THE_TOTAL.match(start) and groups is None:
        sets = [turn for turn in turns if turn.query.kind in SETS and turn.query.agrupar is None]
        wider = next((turn for turn in sets if set(last.medidas) <= set(turn.medidas)), last)
        filtros = wider.query.filtros or Filtros(entre=wider.medidas)
        return Query(
            pregunta=line, texto=line, kind=Kind.MEDIDA_CONTEO, filtros=filtros, arrastre=f"«{wider.question}»"
        )
    match = GROUPED.match(start) if len(last.medidas) > 1 or groups is not None else None
    if match is None or (groups is not None and not (match["by"] or match["of"])):
        return None
    sort = match["sort"] or match["by"] or match["of"]
    query = Query(
        pregunta=line,
        texto=line,
        kind=Kind.MEDIDA_AGRUPADA,
        filtros=last.query.filtros or Filtros(entre=last.medidas),
        agrupar=Agrupacion(por={"eje": Grupo.EJE, "ano": Grupo.ANO}.get(sort, Grupo.INSTITUCION)),
        orden=Orden.MENOS if match["way"] == "menos" else Orden.MAS,
        arrastre=f"«{last.question}»",
    )
    apart = apart_from_groups(query.filtros, query)
    if match["sort"] is None or apart == query.filtros or _OF_THOSE.search(start):
        return query
    prefix = sort if sort == "ministerio" else None
    groups = Agrupacion(por=query.agrupar.por, prefijo=prefix) if query.agrupar is not None else None
    return query.model_copy(update={"filtros": apart, "agrupar": groups})


def next_deadline(line: str, last: Turn, medidas: Mapping[int, Medida], known: Instituciones) -> Query | None:
    """The deadline after the first or next one just told, under the same filters: "¿y después?"."""
    before = last.query
    dated = before.orden in (Orden.PRIMERO, Orden.PROXIMO) and before.kind is Kind.MEDIDA_LISTA
    if not dated or not last.medidas or _NEXT.match(line) is None:
        return None
    told = [deadline(h) for n in last.medidas if n in medidas for h in matching_hitos(medidas[n], before.filtros)]
    day = min(told) + timedelta(days=1)
    filtros = before.filtros.model_copy(update={"plazos": (Fechas(desde=day, texto=f"desde el {write_date(day)}"),)})
    if not select(medidas, filtros, known):
        return None
    return before.model_copy(update={"filtros": filtros, "orden": Orden.PRIMERO, "arrastre": f"«{last.question}»"})
