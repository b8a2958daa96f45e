"""How a figure of a text moved between two years of which the document gives but one: "presupuesto de ley, 2023 vs 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.figures.claims import spans_of
from assistant.figures.periods import year_range
from assistant.figures.prose import Nearby, ProseFigures
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import meet
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Status

PAIR = 2
_YEAR = re.compile(r" ?\b20\d\d\b")


def missing_end(texts: Texts, prose: ProseFigures, asked: Asked, nearby: Sequence[Nearby]) -> Draft | None:
    """That a document lacks one of two years of what a question names in full, and what it gives of the other; None where it has
    both, or neither."""
    years = [year for period in asked.periods for year in period.years if period.whole_years()]
    if asked.operation not in (Operacion.CAMBIO, Operacion.DIFERENCIA) or len(set(years)) != PAIR or not asked.content:
        return None
    meant = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.content]
    for _, one in nearby:
        if one.at is None or one.unit == "%" or not all(meet(stems, one.stems) for stems in meant):
            continue
        found = {year: prose.at_another_time(one.figure(), year_range(year)) for year in years}
        there = [figure for figure in found.values() if figure is not None]
        if len(there) != 1:
            continue
        lacks = [year for year, figure in found.items() if figure is None]
        asked_for = tuple(Computation(operation="pregunta", operands=(), value=Decimal(year)) for year in lacks)
        text = texts("cifras", "falta_ano_dicho", anos=lacks, concepto=_YEAR.sub("", there[0].concept))
        claims = (
            Claim(text=text, spans=spans_of(there), computed=asked_for),
            Claim(text=texts("cifras", "mas_cercano"), block="canned"),
            Claim(text=texts("cifras", "dicha", o=there[0]), spans=spans_of(there)),
        )
        return Draft(status=Status.NOT_FOUND, claims=claims, abstained=True)
    return None
