"""A number without the sort of thing that it numbers: "¿y la 8?", after the sixth dimension of the guide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.analysis import fold

_FEMININE = r"dimension|etapa|fase|seccion|tabla|parte|linea|herramienta|pregunta"
_MASCULINE = r"capitulo|apartado|anexo|modulo|objetivo|articulo|principio|cuadro"
_SORT = rf"(?P<sort>{_FEMININE}|{_MASCULINE})"
# "Guía, dimensión 6", "¿qué se hace en la etapa 3?"; the steps of a tool are read where the tool was told.
_NUMBERED = re.compile(rf"\b{_SORT} (?:numero |n[°º.]? ?)?(?P<n>\d{{1,2}})(?![\d.,]*\d)")
# "¿Cuáles son las etapas?": all of a sort.
_ALL = re.compile(rf"\b{_SORT}(?:es|s)\b")
# "¿Y la 8?", "¿y qué se hace en la 3?"
_BY_NUMBER = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora|ya|ok) )?(?P<asked>(?!.*\bmedidas?\b)(?:[a-z][^¿?]*? )??)(?P<prep>(?:en|de|a|con|para|sobre) )?(?P<article>la|el|del|al) (?:numero |n[°º.]? ?)?(?P<n>\d{1,2})\W*$"
)
# "¿Y la siguiente?"
_NEXT = re.compile(r"^\W*(?:(?:y|e|pero|ahora|ya|ok) )?(?P<article>la|el) (?:siguiente|que sigue|proxim[ao])\W*$")


def by_its_number(message: str, before: Sequence[str]) -> str | None:
    """A message that means by its number alone another thing of the sort of which the questions before were, with the noun of
    that written in; None where those were of no numbered sort, or of another gender."""
    line, last = fold(message), before[-1]
    one, following = _BY_NUMBER.match(line), _NEXT.match(line)
    told = _NUMBERED.search(last)
    match = one or (following if told is not None else None)
    sort = next((found["sort"] for text in reversed(before) for found in _named(text)), None) if match else None
    if match is None or sort is None or (match["article"] == "la") != (re.fullmatch(_FEMININE, sort) is not None):
        return None
    number = match["n"] if one is not None else str(int(told["n"]) + 1) if told is not None else ""
    if told is not None and not (one is not None and one["asked"]):
        return f"{last[: told.start('n')]}{number}{last[told.end('n') :]}"
    if one is None or not one["asked"]:
        return f"{sort} {number} de la guia" if "guia" in last or sort in ("etapa", "dimension") else None
    article = {"del": "de el", "al": "a el"}.get(one["article"], one["article"])
    return f"{one['asked']}{one['prep'] or ''}{article} {sort} {number}?"


def _named(text: str) -> list[re.Match[str]]:
    """Where a question names a sort of numbered things, one of them or all."""
    return [found for found in (_NUMBERED.search(text), _ALL.search(text)) if found is not None]
