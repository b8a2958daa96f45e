"""What part one set of medidas is of another: of the plan, of the set that the question names, or of the one told before."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understand.heard import SETS
from assistant.understand.narrowing import wider_than
from assistant.understand.plan import Plan
from assistant.values import Filtros, Kind, Query, Turn


class Shares:
    """Reads what a percentage of medidas is of, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, plan: Plan) -> None:
        def words(*names: str) -> str:
            return plan.asking.any_of(*names)

        part, things = words("conteo.parte"), words("cosa.medidas")
        whole = rf"(?:total|plan(?: de accion| nacional)*|tod[ao]s(?: l[ao]s {things})?|\d+(?: {things})?)"
        # "¿qué porcentaje del total representan?", "¿y en porcentaje?", of a set just told.
        self._of_it = re.compile(
            rf"^(?:a |en )?(?:que |cual es (?:el|la) |el |la )?{part}"
            rf"(?: (?:del? (?:las? |los )?{whole}|{words('conteo.parte_de')}|{words('sigue.entre_ellas')}|es|eso|esa))*\W*$"
        )
        # "¿qué porcentaje de las medidas del SERMIG vence en 2023?"
        self._named = re.compile(
            rf"\b{part} del? (?:las? |los )?(?P<of>{things} (?:del?|a cargo del?|que) .{{3,60}}?|eje \d+) (?:{words('sin_nombre.verbo')}|es|son|vence|esta|comparte)\b"
        )

        # "Del eje 10, ¿cuántas son de SERMIG y qué porcentaje son?": what comes first is what a part is asked of.
        self._first = re.compile(
            rf"^\W*(?:y )?(?:del?|dentro del?) (?:(?:tod[oa]s )?(?:las? |los |el )?(?:{things} )?(?:de |del |a cargo del? )?(?:la |el |los |las )?)?"
            r"(?P<of>[a-z].{1,60}?) ?,? ?¿?cuant[oa]s\b"
        )
        self._of_plan = re.compile(
            rf"\b{part}(?: {words('conteo.parte_de')})? (?:del plan|de (?:tod[oa]s )?las (?:\d+|{things}))\b"
        )

    def asked(self, start: str, turns: tuple[Turn, ...]) -> Query | None:
        """The part that the set just told is of the plan, and of the set that it was chosen from; None where that is not asked.

        ``start`` is the folded line without what only ties it to the last turn.
        """
        last = turns[-1] if turns else None
        if last is None or last.query.kind not in SETS or not last.medidas or last.query.agrupar is not None:
            return None
        if self._of_it.match(start) is None:
            return None
        wider = wider_than(last, turns)
        chosen = wider is not None and bool(last.query.arrastre)
        return Query(
            pregunta=start,
            texto=start,
            kind=Kind.MEDIDA_CONTEO,
            filtros=last.query.filtros or Filtros(entre=last.medidas),
            porcentaje=True,
            parte_de=_of(wider) if wider is not None and chosen else Filtros(),
            arrastre=f"«{last.question}»",
        )

    def named(self, line: str, filtros: Filtros, read: Callable[[str], Filtros]) -> Filtros:
        """The filters of the set that a line asks a part of; none where it is the whole plan, or all that is asked for."""
        match = self._named.search(line)
        of = read(match["of"]) if match is not None else Filtros()
        first = self._first.match(line) if match is None and self._of_plan.search(line) is None else None
        if first is not None:
            of = read(f"medidas de {first['of']}")
        return of if of != filtros else Filtros()


def _of(turn: Turn) -> Filtros:
    """The filters of a set that was told."""
    return turn.query.filtros or Filtros(entre=turn.medidas)
