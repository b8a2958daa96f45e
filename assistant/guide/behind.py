"""What stands behind a piece of the guide: its whole block, and the rest of its section as far as it is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.focus import sentences
from assistant.guide.outline import Block, Outline, Unit
from assistant.values import Claim
from corpus.analysis import fold
from corpus.records import Fragmento, Pasaje, Record, Span

# A section or a tool no longer than this, in characters, is told whole.
WHOLE = 1500
BLOCK = 1400
# What of a section is told behind any answer from it.
ESSENTIAL = ("proposito", "necesita", "minimo", "ideal", "consejo")


def behind(outline: Outline, record: Record, said: Sequence[Claim]) -> tuple[Unit, list[Block]] | None:
    """The unit that a piece is of, and its blocks that complete it beyond what was said; None for any other piece."""
    if not isinstance(record, Fragmento | Pasaje):
        return None
    unit = outline.unit_at(record.texto.spans)
    if unit is None:
        return None
    own = unit.block_at(record.texto.spans)
    told = [span for claim in said for span in claim.spans]
    left = [block for block in unit.blocks if not _told(block, told, 0.97 if block is own else 0.8)]
    chosen = [block for block in left if block is own and len(block.text) <= BLOCK]
    chosen += _list_after(unit, own, left)
    if sum(len(block.text) for block in left) <= WHOLE:
        chosen = left
    else:
        chosen += [block for block in left if block.label in ESSENTIAL and block not in chosen]
    said_text = fold(" ".join(claim.text for claim in said))
    return unit, [_new(block, said_text) for block in unit.blocks if block in chosen]


def essential(unit: Unit, told: Block) -> list[Block]:
    """What of a unit is told behind any answer from it, but for a block that was told."""
    return [block for block in unit.blocks if block.label in ESSENTIAL and block is not told]


def _list_after(unit: Unit, own: Block | None, left: Sequence[Block]) -> list[Block]:
    """The list that a piece which ends with a colon leads over to."""
    if own is None or not own.text.rstrip().endswith(":") or own not in unit.blocks:
        return []
    after = unit.blocks[unit.blocks.index(own) + 1 :]
    run = [block for block in after if block.label == after[0].label] if after else []
    return [block for block in run if block in left]


def _told(block: Block, told: Sequence[Span], most: float) -> bool:
    """Whether most of a block is in what was cited already."""
    size = sum(span.end - span.start for span in block.spans)
    return bool(size) and block.shares(told) >= most * size


def _new(block: Block, said: str) -> Block:
    """A block of running text without the sentences that were said already; a list stays whole."""
    if "\n" in block.text:
        return block
    left = [sentence for sentence in sentences(block.text) if fold(sentence) not in said]
    return replace(block, text=" ".join(left)) if left else block
