"""What has to be at hand for a tool: paper, pens and the like, where the guide names any for it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.focus import sentences
from assistant.guide.outline import Block, Unit
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.records import Herramienta


def supplies(unit: Unit, units: Sequence[Unit], cues: Cues) -> list[tuple[str, Unit, Block]]:
    """The lines that name supplies: of the tool that is a list of them for the same activity, else of the tool itself."""
    of_same = [one for one in units if one is not unit and isinstance(one.record, Herramienta) and _same(one, unit)]
    for one in (*of_same, unit):
        found = [
            (line, one, block)
            for block in one.blocks
            for line in sentences(block.text)
            if cues.has("lista.insumos", fold(line))
        ]
        if one is unit or len(found) > 1:
            return found
    return []


def _same(one: Unit, other: Unit) -> bool:
    """Whether two tools are of one activity: their names share two telling words ("taller de planificación")."""
    return len(one.stems & other.stems) > 1
