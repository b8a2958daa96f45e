"""Several figures that a short question names alike, where none is more what it asks for than another: each is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.choose import Fit
from assistant.figures.claims import spans_of
from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import Nearby, of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.sorts import counts, of_the_sort
from assistant.figures.values import PEOPLE, Operand, meet, of_cell
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.analysis import terms

FEWEST = 2
MOST = 6
SHORT = 3


@dataclass(frozen=True)
class SeveralThere:
    """Tells the figures whose labels say all that a question names: "presupuesto del servicio", "¿cuánto juntaron en
    multas?". None where there is one, or so many that the question is of none of them.
    """

    texts: Texts
    lookup: ProseLookup

    def find(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """The figures that a question names alike, those of its best explained label first."""
        if not self._short(asked):
            return None
        found: dict[object, Operand] = {}
        of_time = of_periods([one for _, one in nearby], asked.periods)
        for one in sorted(
            of_time, key=lambda one: (-self.lookup.beside(asked, one), one.actual.last if one.actual else 0)
        ):
            if (one.unit == "%") == asked.percent and self._named(asked, one) and self.lookup.placed(asked, [one]):
                found.setdefault((one.value, one.period), one)
        exact = {(one.concept, one.period) for one in found.values() if not one.bound}
        told = [one for one in found.values() if not one.bound or (one.concept, one.period) not in exact]
        if len(told) == 1 < len(found):
            return Worked(self.lookup.told(asked, told), (), tuple(told))
        if not FEWEST <= len(told) <= MOST:
            return None
        lead = Claim(text=self.texts("cifras", "varias"), block="canned")
        claims = (Claim(text=self.texts("cifras", "dicha", o=one), spans=spans_of([one]), block="item") for one in told)
        return Worked((lead, *claims), (), tuple(told))

    def of_the_wider(self, asked: Asked, nearby: Sequence[Nearby], fit: Fit) -> Worked | None:
        """The cell of a table that is narrower than what is asked for, beside what sentences and lists count of the same
        in that period: "jornadas 2024".
        """
        cells = [c for c in fit.grid.cells if c.parts in fit.named.measures[:1] and c.column and c.actual]
        operands = [of_cell(cell, fit.grid) for cell in cells if not cell.place]
        stems = frozenset(stem for cell in cells for stem in terms(f"{cell.concept} {' '.join(cell.parts)}"))
        title = fit.grid.tabla.titulo.texto
        own = [replace(one, concept=f"{one.concept}, {title}", stems=stems) for one in operands]
        return (
            self.find(asked, [*nearby, *((0.0, one) for one in own)])
            if asked.periods and len(asked.periods) == 1
            else None
        )

    @staticmethod
    def _short(asked: Asked) -> bool:
        """Whether a question names one thing in a few words, and asks of it no more than how much."""
        plain = asked.operation is Operacion.VALOR and not (asked.asks_else or asked.several or asked.part)
        return plain and 0 < len(asked.content) <= SHORT and not (asked.breakdowns or asked.denied or asked.rows)

    @staticmethod
    def _named(asked: Asked, one: Operand) -> bool:
        """Whether a figure's label says all that a question is about, its heading what the label leaves to it."""
        if not of_the_sort(asked, one.unit, one.concept) or (
            set(asked.heads[:1]) & PEOPLE and not counts(asked, one.stems)
        ):
            return False
        heading = frozenset(terms(one.group.rpartition("/")[2]))
        meant = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.content]
        return meet(meant[0], one.stems) and all(meet(own, one.stems | heading) for own in meant)
