"""What a line was read to ask of medidas."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understand.asks import Ask
from assistant.values import Agrupacion, Campo, Filtros, Kind, Orden

NUMBERED = (Orden.PRIMERAS, Orden.ULTIMAS)


@dataclass(frozen=True)
class MedidaReading:
    """What a line asks of medidas; ``kind`` is PASAJE where it asks for no exact set."""

    kind: Kind
    filtros: Filtros
    rest: str
    ask: Ask
    campos: tuple[Campo, ...]
    agrupar: Agrupacion | None
    says_medidas: bool
    plural: bool
    says_plan: bool
    progress: bool
    completion: bool
    topic: tuple[str, ...]

    @property
    def orden(self) -> Orden | None:
        """The order that is asked for; a count needs none."""
        return None if self.kind is Kind.MEDIDA_CONTEO and self.ask.order not in NUMBERED else self.ask.order
