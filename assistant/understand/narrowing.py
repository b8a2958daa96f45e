"""Filters of one turn laid over those of the turn before."""

from __future__ import annotations

import re

from assistant.understand.dates import month_days
from assistant.understand.deadlines import in_words
from assistant.understand.heard import SETS
from assistant.values import Fechas, Filtros, Grupo, Orden, Query, Turn

_OF_SEVERAL = re.compile(r"\b(?:de|entre|en) (?:todas )?(?:es[ao]s|ell[ao]s|est[ao]s|aquell[ao]s)\b")


def new_filters(query: Query) -> Filtros:
    """What a message narrows the medidas by, but for their numbers."""
    return query.filtros.model_copy(update={"numeros": (), "entre": ()})


def merged(previous: Filtros, new: Filtros) -> Filtros:
    """The filters of the last turn with those of this one laid over them: each new one replaces its like."""
    update = {
        name: getattr(new, name) for name, field in Filtros.model_fields.items() if getattr(new, name) != field.default
    }
    if new.plazos:
        update["plazos"] = _of_the_same_year(previous.plazos, new.plazos)
    for one, others in _LIKE.items():
        if one in update:
            update = {other: Filtros.model_fields[other].default for other in others} | update
    if new.junto_a and not new.instituciones and not previous.instituciones:
        update |= {"instituciones": new.junto_a, "junto_a": (), "min_instituciones": 2}
    return previous.model_copy(update=update)


def _of_the_same_year(before: tuple[Fechas, ...], new: tuple[Fechas, ...]) -> tuple[Fechas, ...]:
    """A month of any year, or a part of a year that is not said, as that of the year spoken of: "¿cuántas vencen en junio de
    2024?", "¿y en diciembre?", "¿y a fin de año?"."""
    years = {day.year for range_ in before for day in (range_.desde, range_.hasta) if day is not None}
    if len(years) != 1:
        return new
    (year,) = years
    new = tuple(_in_year(range_, year) if range_.sin_ano else range_ for range_ in new)
    if not all(range_.texto.endswith(ANY_YEAR) for range_ in new):
        return new
    own = [range_ for range_ in new if range_.hasta is not None and range_.hasta.year == year]
    named = tuple(r.model_copy(update={"texto": r.texto.removesuffix(ANY_YEAR) + f"de {year}"}) for r in own)
    return named or new


def _in_year(part: Fechas, year: int) -> Fechas:
    """A part of a year, of another one."""
    if part.desde is None or part.hasta is None:
        return part
    first, last = month_days(year, part.desde.month, part.hasta.month)
    return Fechas(desde=first, hasta=last, texto=in_words(first, last))


ANY_YEAR = "(de cualquier año)"
# What asks for the same thing in another way: a new institution does away with whom the last one shared with.
_LIKE = {
    "instituciones": ("junto_a", "sin_instituciones", "min_instituciones", "max_instituciones"),
    "junto_a": ("sin_instituciones", "min_instituciones", "max_instituciones"),
    "min_instituciones": ("max_instituciones",),
    "max_instituciones": ("min_instituciones", "junto_a"),
    "ejes": ("sin_ejes",),
    "plazos": ("sin_plazos", "plazo_invalido"),
}


def narrowed(previous: Filtros, new: Filtros, among: tuple[int, ...]) -> Filtros:
    """The filters of this turn within the last one's set: both hold, and where they clash the set itself is given."""
    new = new.model_copy(update={"plazos": _of_the_same_year(previous.plazos, new.plazos)})
    clash = any(
        getattr(new, name) != field.default and getattr(previous, name) != field.default
        for name, field in Filtros.model_fields.items()
    )
    if clash or not previous:
        return new.model_copy(update={"entre": among})
    update = {
        name: getattr(new, name) for name, field in Filtros.model_fields.items() if getattr(new, name) != field.default
    }
    return previous.model_copy(update=update)


def opposed(previous: Filtros, new: Filtros) -> bool:
    """Whether one asks for what is shared and the other for what is not: no medida is both."""
    one, other = previous.min_instituciones > 1, new.min_instituciones > 1
    return (one and new.max_instituciones == 1) or (other and previous.max_instituciones == 1)


def as_shared(filtros: Filtros, before: Query, start: str) -> Filtros:
    """Another institution in the first one's place, with whom that shared: "¿cuáles comparte Salud con SERMIG?", "¿y Justicia?"."""
    whom = before.filtros.instituciones
    if whom and re.match(r"con (?!otr|quien|que |cual|alg)", start) and filtros.instituciones not in ((), whom):
        update = {"instituciones": whom, "junto_a": filtros.instituciones, "max_instituciones": None}
        return filtros.model_copy(update=update)
    named = not re.match(r"(?:l[ao]s?|del?|medidas?|con|cual(?:es)?|cuantas|que|solo|no)\b", start)
    whom = before.filtros.junto_a
    shared = before.filtros.min_instituciones > 1 and not whom  # "¿cuáles comparte Salud con otros?", "¿y Justicia?"
    if named and shared and filtros.instituciones != before.filtros.instituciones and filtros.min_instituciones == 1:
        return filtros.model_copy(update={"min_instituciones": before.filtros.min_instituciones})
    if not (named and whom and filtros.instituciones != before.filtros.instituciones) or set(whom) & set(
        filtros.instituciones
    ):
        return filtros
    return filtros.model_copy(update={"junto_a": whom})


def apart_from_groups(filtros: Filtros, query: Query) -> Filtros:
    """Filters without that by which a ranking goes: who has most is not asked of the one just told alone ("¿cuántas tiene
    Salud?", "¿qué ministerio tiene más?")."""
    groups = query.agrupar
    if groups is None or groups.entre or query.orden not in (Orden.MAS, Orden.MENOS):
        return filtros
    own = {Grupo.INSTITUCION: "instituciones", Grupo.EJE: "ejes", Grupo.ANO: "plazos"}.get(groups.por)
    return filtros.model_copy(update={own: ()}) if own is not None else filtros


def whole(filtros: Filtros, turns: tuple[Turn, ...]) -> Filtros:
    """Filters that hold within a set that was told, as those by which that set was asked for."""
    for turn in reversed(turns) if filtros.entre else ():
        if turn.medidas == filtros.entre and turn.query.filtros and not turn.query.filtros.entre:
            return merged(turn.query.filtros, filtros.model_copy(update={"entre": ()}))
    return filtros


def left_out(last: Turn, turns: tuple[Turn, ...]) -> tuple[int, ...]:
    """Those of the set before that the last turn, which narrowed it, left out: "sólo las de 2024", "¿y las demás?"."""
    wider = wider_than(last, turns)
    return tuple(number for number in wider.medidas if number not in last.medidas) if wider is not None else ()


def of_several(line: str, last: Turn, turns: tuple[Turn, ...]) -> Turn:
    """The turn that told the set that a message speaks of, after one medida of it: "¿de esas cuáles no son del MINVU?"."""
    if len(last.medidas) != 1 or last.query.kind in SETS or not _OF_SEVERAL.search(line):
        return last
    return next((t for t in reversed(turns) if len(t.medidas) > 1 and t.query.kind in SETS), last)


def wider_than(last: Turn, turns: tuple[Turn, ...]) -> Turn | None:
    """The turn before that told a set of which the last one's is a part."""
    own = set(last.medidas)
    return next((t for t in reversed(turns[:-1]) if own and t.query.kind in SETS and own < set(t.medidas)), None)
