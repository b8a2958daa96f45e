"""A part of a tool by when it comes or how long it takes: how it is opened and closed, how many minutes it should last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.focus import expected, sentences
from assistant.guide.items import MARK, depth
from assistant.guide.outline import Block, Unit
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.records import Herramienta

# What is to be reckoned from it is worked out elsewhere: "si hago 6 entrevistas, ¿cuánto rato es en total?".
_RECKONED = re.compile(r"\d|\ben total\b|\btotal de\b|\btod[oa]s\b")
_LASTS = re.compile(r"\b\d+(?: ?(?:-|–|a|y) ?\d+)? minutos\b")
# What comes out of it is a moment of its own, though it is spoken of by the end: "al terminar, ¿qué hago con los datos?".
_RESULTS, _MOMENTS = "resultados", ("inicio", "cierre")


@dataclass(frozen=True)
class Part:
    """What a tool says of one of its moments: the text and the block that it stands in."""

    text: str
    block: Block


def moment(fresh: str, unit: Unit, cues: Cues) -> list[Part]:
    """What is said or done when a tool is opened, closed or its results are kept, where that moment of it is asked for."""
    asked = [name for name in _MOMENTS if cues.has(f"momento.{name}", fresh)]
    if cues.has(f"momento.{_RESULTS}", fresh):
        asked = [_RESULTS]
    if len(asked) != 1 or not cues.has("pide.que_decir", fresh):
        return []
    found = []
    for block in unit.blocks:
        lines = block.text.split("\n")
        for at, line in enumerate(lines):
            head = fold(MARK.sub("", line)).replace("*", "")
            if re.match(rf"(?:{cues.any_of(f'parte.{asked[0]}')})\b", head) is None:
                continue
            indent = depth(line)
            below = []
            for other in lines[at + 1 :]:
                if depth(other) <= indent:
                    break
                below.append(other[max(0, indent) :])
            found.append(Part("\n".join((MARK.sub("", line), *below)), block))
    return sorted(found, key=lambda part: not _acts(part.text))


def lasting(fresh: str, unit: Unit, cues: Cues) -> Part | None:
    """How long a tool is to take, the time first, where a message asks that in general and one line of it says it."""
    looks = expected(fresh) if _RECKONED.search(fresh) is None else None
    if looks is None or "minutos" not in looks.pattern or not cues.has("pide.deber", fresh):
        return None
    if not isinstance(unit.record, Herramienta) or any(paso.minutos for paso in unit.record.pasos):
        return None  # minutes of parts are added up elsewhere
    lines = [(line, block) for block in unit.blocks for line in sentences(block.text) if _LASTS.search(fold(line))]
    if len(lines) != 1:
        return None
    line, block = lines[0]
    time = _LASTS.search(line)
    return Part(f"{f'**{time.group()}**: ' if time is not None else ''}{MARK.sub('', line)}", block)


def _acts(text: str) -> bool:
    """Whether a part says what to do, by a verb: "Agradecer al entrevistado…"."""
    return re.search(r"(?::\*{0,2} |\n- )\w+[aei]r\b", text) is not None
