"""Groups of institutions: which are left out of them, and of which medidas they are."""

from __future__ import annotations

import re

from assistant.understand.asks import Ask
from assistant.values import Agrupacion, Filtros

# "¿quién tiene más después del SERMIG?"
_NEXT_TO = re.compile(
    r"\b(?:despues|detras|aparte|ademas|luego) del?\b|\b(?:tras|sin contar|quitando|sacando) (?:el|la|al)\b"
)


def of_institutions(groups: Agrupacion, filtros: Filtros, ask: Ask, line: str) -> tuple[Agrupacion, Filtros]:
    """Groups of institutions without those that are named to be left out, and the filters of what is grouped.

    "Sin contar al SERMIG, ¿qué ministerio tiene más?" leaves out an institution, not what it shares; "¿con quién comparte
    el SERMIG?" and "¿qué ministerios comparten con el SERMIG?" group what it shares by the others.
    """
    groups = groups.model_copy(update={"sin": filtros.sin_instituciones})
    filtros = filtros.model_copy(update={"sin_instituciones": ()})
    with_whom = ask.with_whom
    if ask.distinct and filtros.junto_a and not filtros.instituciones:
        filtros = filtros.model_copy(update={"instituciones": filtros.junto_a, "junto_a": ()})
        with_whom = True
    if ask.order is not None and _NEXT_TO.search(line) and not with_whom:
        groups = groups.model_copy(update={"sin": (*groups.sin, *filtros.instituciones)})
        filtros = filtros.model_copy(update={"instituciones": ()})
    if with_whom:
        groups = groups.model_copy(update={"sin": (*groups.sin, *filtros.instituciones)})
        filtros = filtros.model_copy(update={"min_instituciones": 2})
    return groups, filtros
