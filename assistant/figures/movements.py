"""Whether a thing went up or down, and by how much from one year to the next: "¿subieron o bajaron los amparos?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.figures import periods
from assistant.figures.cells import Selection, complete
from assistant.figures.grid import Grid
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.near import meant
from assistant.figures.periods import Rango, year_range
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import meet
from corpus.analysis import terms

_MOVED = (
    r"(?:(?:ha|han|fue|fueron|va|van|viene|vienen|esta|estan) )?(?:"
    r"subi(?:o|eron|do|endo)|aument(?:o|aron|ado|ando)|creci(?:o|eron|do|endo)|increment(?:o|aron|ado|ando)"
    r"|baj(?:o|aron|ado|ando)|disminu(?:yo|yeron|ido|yendo)|ca(?:yo|yeron|ido|yendo)|descend(?:io|ieron|ido|iendo)"
    r"|redu(?:jo|jeron|cido|ciendo)|cambi(?:o|aron|ado|ando)|vari(?:o|aron|ado|ando))"
)
# "¿Subieron o bajaron…?"
_EITHER = re.compile(rf"\b{_MOVED} (?:o|u) (?:se )?{_MOVED}\b")
_MUCH = re.compile(rf"\b(?:en )?(?:cuant[oa]s?|que tanto) (?:se )?{_MOVED}\b")
# "¿Bajaron los amparos?", "¿los amparos bajaron?": "bajo" alone may be no verb.
_FIRST = re.compile(rf"^\W*(?:y )?(?:se )?(?!bajo\b|cambio\b){_MOVED}\b")
_LAST = re.compile(rf"\w (?:se )?(?!bajo\b|cambio\b){_MOVED}(?: (?:en|el|durante|al|del?|este|ese|ano))*\W*$")
# "¿Cómo cambiaron los de protección y los de amparo?": each of them.
_HOW = re.compile(rf"\bcomo (?:se )?{_MOVED}\b")
_ASKS_ELSE = re.compile(r"\b(?:que|cual(?:es)?|quien(?:es)?|como|donde|cuando|por que|porque|what|which|who|how|why)\b")


def asks(asked: Asked) -> bool:
    """Whether a question asks if a thing went up or down, or by how much, and nothing else of it; one that follows on another
    is of what that told."""
    if asked.fresh is not asked.meanings:
        return False
    plain = periods.without(asked.line)
    if _MUCH.search(plain):
        return True
    if _ASKS_ELSE.search(plain):
        return False
    return any(pattern.search(plain) for pattern in (_EITHER, _FIRST, _LAST))


def asks_of_each(asked: Asked) -> bool:
    """Whether a question that names several things asks how each of them moved: "¿cómo cambiaron…?" too."""
    return asks(asked) or (asked.fresh is asked.meanings and _HOW.search(periods.without(asked.line)) is not None)


def from_year_to_year(asked: Asked, grids: Iterable[Grid]) -> Asked | None:
    """A question of how a thing moved, as one for what the year that it names is over the one before, else the last year
    that is over in the tables; None where it asks no such thing, or names a part of a year or several."""
    if len(asked.periods) > 1 or not asks(asked):
        return None
    year = _year(asked.periods[0]) if asked.periods else _last(grids)
    if year is None:
        return None
    both = Rango(year_range(year - 1).first, year_range(year).last, f"{year - 1}–{year}")
    return replace(asked, operation=Operacion.DIFERENCIA, periods=(both,))


def asks_the_year(asked: Asked) -> bool:
    """Whether a question asks in which of all years there was most or least of a thing."""
    extreme = asked.operation in (Operacion.MAXIMO, Operacion.MINIMO)
    return extreme and "ano" in asked.breakdowns and not (asked.places or asked.periods)


def counts(asked: Asked, selection: Selection) -> bool:
    """Whether the labels of all cells of a selection begin with what a question names."""
    heads = ([stem for stem in terms(cell.concept) if stem not in QUANTIFIERS][:1] for cell in selection.cells)
    return all(meet(meant(asked), head) for head in heads)


def _year(period: Rango) -> int | None:
    return period.year if len(period.years) == 1 and period.whole_years() and not period.open_end else None


def _last(grids: Iterable[Grid]) -> int | None:
    """The last year that a table counts whole."""
    whole = (c.column for grid in grids for c in grid.cells if c.column is not None and complete(c))
    return max((period.year for period in whole if _year(period) is not None), default=None)
