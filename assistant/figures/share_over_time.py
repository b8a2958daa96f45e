"""What part the figure of one time is of that of another: "lo que entró el primer trimestre de 2025, ¿qué porcentaje es de todo
lo de 2024?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.figures import compute, periods
from assistant.figures.claims import computed
from assistant.figures.periods import Rango
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Draft, Figure

PAIR = 2
_SHARE = r"(?:porcentaje|%|por ciento|proporcion|parte)"
_IS = r"(?:es|son|eran?|fue|fueron|seria[n]?|representan?|representaron|equivalen?|lleva[n]?|van)"
# "¿Qué porcentaje es de lo de 2024?", "¿qué porcentaje de los ingresos de 2024 son los de 2025?": what comes after "de".
_WHOLE = re.compile(
    rf"\b{_SHARE} {_IS} (?:del?|respecto (?:de|a)l?) (?P<a>[^,;?]+)|\b{_SHARE} (?:del?|respecto (?:de|a)l?) (?P<b>[^,;?]+?) {_IS} "
)


def whole_of(asked: Asked) -> Rango | None:
    """The period of what a question makes the whole, of the two that it names; None where it names no such."""
    match = _WHOLE.search(asked.line) if asked.operation is Operacion.PARTE and len(asked.periods) == PAIR else None
    said = periods.asked(match["a"] or match["b"]) if match is not None else ()
    return said[0] if len(said) == 1 and any(said[0].same(one) for one in asked.periods) else None


def share(texts: Texts, prose: ProseFigures, asked: Asked, answer: Callable[[Asked], Draft | None]) -> Worked | None:
    """The one share in the other, each being what ``answer`` gives where it alone is asked for, or what has the label of that at
    its own time; None where that is no one figure."""
    whole = whole_of(asked)
    if whole is None:
        return None
    plain = replace(asked, operation=Operacion.VALOR, counts=True, percent=False, of=None)
    part = next(one for one in asked.periods if not one.same(whole))
    for this, that in ((part, whole), (whole, part)):
        figure = _only(answer(replace(plain, periods=(this,))))
        one, other = (prose.at_another_time(figure, when) if figure else None for when in (this, that))
        if one is None or other is None:
            continue
        both = [one, other] if this is part else [other, one]
        named_part, named_whole = (replace(each, nombre=f"{each.concept}, {each.period}") for each in both)
        outcome = compute.share(named_part, named_whole)
        if outcome is not None:
            text = texts("cifras", "parte", parte=replace(named_part, period=None), todo=named_whole, resultado=outcome)
            return Worked((computed(text, (outcome,)),), (outcome,), (named_part, named_whole))
    return None


def _only(draft: Draft | None) -> Figure | None:
    """The only figure of a draft; no percentage."""
    told = draft.figures if draft is not None and not draft.abstained else ()
    return told[0] if len(told) == 1 and not told[0].computed and told[0].unit != "%" else None
