"""After medidas or sets told one by one: which of two falls due first, which of two times has more, how many two sets are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.heard import SETS, of_many
from assistant.understand.pointing import FIRST_OF_TWO
from assistant.understand.text import TIES
from assistant.values import Agrupacion, Campo, Fechas, Filtros, Grupo, Kind, Orden, Query, Turn

_LEAD = rf"^\W*(?:(?:{TIES}|al final)\b\W*)*"
# "¿Cuál de los dos meses tiene más?", "¿en qué año vencen más?"
_WHICH_TIME = re.compile(
    rf"{_LEAD}(?:en )?(?:cual|que (?:mes|ano|fecha|dia))(?: de (?:l[oa]s dos|es[oa]s(?: dos)?|amb[oa]s))?(?: (?:meses|anos|fechas|dias|plazos))?"
    r" (?:(?:tiene|hay|habia|vencen?|vencian|vencieron|caen|concentra|junta|acumula)(?: la)? )?(?P<way>mas|menos)(?: (?:medidas|plazos|vencimientos|vencen?|hay|tiene))?\W*$"
)
# "¿Cuál tiene más?", "¿cuál de los dos ministerios tiene menos medidas?"
_WHICH_SET = re.compile(
    rf"{_LEAD}(?:(?P<sort>que (?:ministerio|institucion|organismo|servicio|cartera|eje))|cual|quien)(?: de (?:l[oa]s|es[oa]s|est[oa]s)? ?(?P<two>dos|amb[oa]s|tres)(?: \w+)?)?"
    r" (?:tiene|lleva|junta|concentra|acumula|suma|reune|quedo con) (?P<way>mas|menos)(?: (?:medidas|compromisos|tareas))?\W*$"
)
# "… y por cuántas", "… ¿y cuántas más?": how far the two are apart is told with them.
_BY_HOW_MANY = re.compile(
    r"\W*(?:y )?¿?(?:(?:por|con) cuant[oa]s?(?: (?:mas|menos|medidas|diferencia|de diferencia))*|cuant[oa]s (?:mas|menos)|(?:por|con) que diferencia)\W*$"
)
_MANY = (
    r"(?:(?:l[oa]s )?(?P<{}>dos|tres)|amb[oa]s)"
    r"(?: (?:ministerios|instituciones|organismos|servicios|subsecretarias|carteras|policias|ejes|anos|meses|plazos|fechas))?"
)
# "¿Cuántas suman?", "¿cuántas son entre los dos ministerios?", "¿cuántas tienen los tres juntos?"
_TOGETHER = re.compile(
    rf"{_LEAD}(?:cuant[oa]s? )?(?:medidas )?(?:(?:suman|dan|hacen|juntan|reunen)(?: (?:en total|junt[oa]s|(?:entre )?{_MANY.format('a')}))*"
    rf"|(?:son |tienen |hay )?(?:entre {_MANY.format('b')}|{_MANY.format('c')} junt[oa]s|sumad[oa]s|sumando(?:l[oa]s| {_MANY.format('d')})?))\W*$"
)
# "¿Y entre los dos qué porcentaje de las 86 se llevan?", "¿qué parte del plan son los tres juntos?"
_SHARE = re.compile(
    rf"{_LEAD}(?=.*\b(?:que|cual|cuanto)\b.*\b(?:porcentaje|parte|proporcion|porciento|por ciento)\b)(?=.*\b(?:{_MANY.format('a')}|junt[oa]s|sum(?:an|ad[oa]s)|reunen|juntan)\b)"
    r"(?:\W*\b(?:que|cual(?:es)?|cuanto|en|porcentaje|parte|proporcion|porciento|por ciento|es|son|seria[n]?|de|del|el|la|l[oa]s|plan|total|medidas|86|se|llevan?|"
    r"suman?|reunen|sumad[oa]s|representan?|tienen|concentran|juntan|abarcan|cubren|hacen|corresponden?|entre|es[oa]s|dos|tres|amb[oa]s|junt[oa]s|ejes|ministerios|instituciones)\b)+\W*$"
)
PAIR = 2
_NAMES = ("instituciones", "ejes", "plazos")
_TOLD = (Kind.MEDIDA_CONTEO, Kind.MEDIDA_LISTA, Kind.EJE)


def between(line: str, turns: Sequence[Turn]) -> Query | None:
    """What a folded line asks of the sets that the last turns told one by one; None where it asks nothing of two."""
    line = _BY_HOW_MANY.sub("", line) or line
    named = _WHICH_SET.match(line)
    if named is not None and (compared := _compared(line, named, turns)) is not None:
        return compared
    which, share = _WHICH_TIME.match(line), _SHARE.match(line)
    together = _TOGETHER.match(line) or share
    if which is None and together is None:
        return None
    said = {"dos": 2, "tres": 3}.get(next(filter(None, together.groups()), "") if together is not None else "")
    found = (
        _joined(turns, "plazos") if which else next(filter(None, (_joined(turns, name, said) for name in _NAMES)), None)
    )
    if found is None:
        return None
    query = Query(pregunta=line, texto=line, kind=Kind.MEDIDA_CONTEO, filtros=found, arrastre=f"«{turns[-1].question}»")
    if which is None:
        return query.model_copy(update={"porcentaje": share is not None})
    by = Grupo.ANO if all(map(_whole_year, found.plazos)) else Grupo.MES
    order = Orden.MENOS if which["way"] == "menos" else Orden.MAS
    return query.model_copy(update={"kind": Kind.MEDIDA_AGRUPADA, "agrupar": Agrupacion(por=by), "orden": order})


def _compared(line: str, named: re.Match[str], turns: Sequence[Turn]) -> Query | None:
    """Which of the institutions or ejes of the sets told one by one has more; None where those are fewer than two."""
    many = {"tres": 3, None: None}.get(named["two"], PAIR)
    by = {"instituciones": Grupo.INSTITUCION, "ejes": Grupo.EJE}
    found = {name: filtros for name in by if (filtros := _joined(turns, name, many)) is not None}
    if len(found) != 1:
        return None
    ((name, filtros),) = found.items()
    values = tuple(str(value) for value in getattr(filtros, name))
    if (many is not None and len(values) != many) or ((named["sort"] or "").endswith("eje") and name != "ejes"):
        return None
    return Query(
        pregunta=line,
        texto=line,
        kind=Kind.MEDIDA_AGRUPADA,
        filtros=filtros,
        agrupar=Agrupacion(por=by[name], entre=values),
        orden=Orden.MENOS if named["way"] == "menos" else Orden.MAS,
        arrastre=f"«{turns[-1].question}»",
    )


def of_two(line: str, turns: Sequence[Turn]) -> Query | None:
    """Which of two medidas told one by one falls due first or last."""
    match = FIRST_OF_TWO.match(line.lstrip("¿¡.,;:- "))
    last = [turn.medidas[0] for turn in turns[-2:] if len(turn.medidas) == 1 and not of_many(turn)]
    if match is None or len(set(last)) != 2:
        return None
    late = match["way"] in ("despues", "ultimo", "mas tarde")
    return Query(
        pregunta=line,
        texto=line,
        kind=Kind.MEDIDA_LISTA,
        filtros=Filtros(entre=tuple(last)),
        campos=(Campo.PLAZO,),
        orden=Orden.ULTIMO if late else Orden.PRIMERO,
        plural=True,
        arrastre=f"las medidas {last[0]} y {last[1]}",
    )


def _joined(turns: Sequence[Turn], name: str, many: int | None = None) -> Filtros | None:
    """The filters of the last sets that only differ in one of their fields, with all its values, or those of the last
    ``many`` that told others; None of fewer than two."""
    last = turns[-1].query if turns else None
    if last is None or last.kind not in _TOLD:
        return None
    values: list[object] = []
    for turn in reversed(turns):
        own = getattr(turn.query.filtros, name)
        rest = turn.query.filtros.model_copy(update={name: ()})
        if many is not None and len(values) >= many:
            break
        if turn.query.kind not in SETS or not own or rest != last.filtros.model_copy(update={name: ()}):
            break
        values = [*(one for one in own if one not in values), *values]
    all_told = len(values) > 1 and (many is None or len(values) >= many)
    return last.filtros.model_copy(update={name: tuple(values)}) if all_told else None


def _whole_year(fechas: Fechas) -> bool:
    days = (fechas.desde, fechas.hasta)
    return all(days) and [(d.month, d.day) for d in days if d is not None] == [(1, 1), (12, 31)]
