"""A stage, section or tool of the guide that is named, and what of it is asked for: what it is for, its steps, what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.wording import Wording
from corpus.analysis import fold
from corpus.cues import Cues

# What each way of asking for a part of a unit, a group of cues, gives of it; the steps are the blocks left.
PARTS = {
    "para_que": ("proposito", "presentacion"),
    "necesita": ("necesita", "minimo", "ideal"),
    "recomendaciones": ("recomendaciones", "consejo"),
    "pasos": (),
}
NAMED = frozenset(label for labels in PARTS.values() for label in labels) | {"resumen"}


def unit_named(line: str, outline: Outline, wording: Wording) -> Unit | None:
    """The stage, section or tool whose whole name a folded message says, with nothing beside it but what is asked of it.

    A section that a tool is called by too is told by the tool.
    """
    groups = (*(f"seccion.{part}" for part in PARTS), "pide.etapa")
    left = wording.topic(line, *groups)
    names = ((unit, wording.topic(fold(unit.record.nombre.texto), *groups)) for unit in outline.units)
    found = next((unit for unit, name in names if left and left == name), None)
    tools = wording.named_tools(line) if found is not None else []
    return found if not tools or found in tools else None


def part_asked(line: str, unit: Unit, cues: Cues) -> Sequence[Block]:
    """The blocks of a unit that a folded message asks for; none where it asks for none, or it has none."""
    asked = [part for part in PARTS if cues.has(f"seccion.{part}", line)]
    for part in asked[:1]:
        steps = [block for block in unit.blocks if block.label not in NAMED]
        return [block for block in unit.blocks if block.label in PARTS[part]] if PARTS[part] else steps
    return []
