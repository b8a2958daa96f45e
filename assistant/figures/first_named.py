"""A year that a question takes for the one with the most or the least of a thing: "2024 fue el año con más reconocimientos, ¿no?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.figures.periods import Rango
from assistant.figures.question import Asked, Operacion
from assistant.texts import Texts
from assistant.values import Claim, Draft

_IS = r"(?:fue|es|era|seria|ha sido|habria sido)"
_YEAR = r"(?:el )?(?:ano )?20\d\d"
_BEING_IT = re.compile(
    rf"\b{_YEAR},? (?:no )?{_IS} (?:el|un) ano (?:con|de|en (?:el )?que|que|donde)\b"
    rf"|\b{_IS} {_YEAR} el ano (?:con|de|en (?:el )?que|que|donde)\b"
    rf"|\bel ano (?:con|de|en (?:el )?que|que|donde) [^,;:?¿]*?\b(?:mas|menos|mayor|menor)\b[^,;:?¿]*? {_IS} {_YEAR}\b"
)


def named_first(asked: Asked) -> Rango | None:
    """The year that a question takes for the first of its order; None where it takes none for that."""
    extreme = asked.operation in (Operacion.MAXIMO, Operacion.MINIMO) and "ano" in asked.breakdowns
    years = [one for one in asked.periods if len(one.years) == 1 and one.whole_years()]
    return years[0] if extreme and len(asked.periods) == len(years) == 1 and _BEING_IT.search(asked.line) else None


def order_asked(asked: Asked) -> Asked:
    """The question which of all years it was."""
    return replace(asked, periods=())


def own_asked(asked: Asked) -> Asked:
    """The question how much there was in the year that is named."""
    breakdowns = tuple(one for one in asked.breakdowns if one != "ano")
    return replace(asked, operation=Operacion.VALOR, breakdowns=breakdowns, counts=True)


def told(texts: Texts, year: Rango, first: Draft, own: Draft) -> Draft | None:
    """Whether it was that year, which one it was, and how much the one that is named had; None where the two are not of one
    table."""
    if first.record_ids[:1] != own.record_ids[:1] or not first.figures or not own.claims or own.abstained:
        return None
    most = [one.period for one in first.figures if one.value == first.figures[0].value]
    is_it = year.label in most
    said = Claim(text=texts("cifras", "era_el_primero", es=is_it), block="canned")
    beside = () if is_it else own.claims[:1]
    return first.model_copy(
        update={
            "claims": (said, *first.claims[:1], *beside, *first.claims[1:]),
            "figures": (*first.figures, *(one for one in own.figures if one not in first.figures)),
        }
    )
