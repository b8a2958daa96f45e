"""Who takes part in what the guide proposes: the lists of people that it announces for a team, a table, a workshop."""

from __future__ import annotations

from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.wording import Wording
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.store import Store

# How much of what is asked the announcement of a list of people must hold, weighed by rarity.
ANNOUNCED = 0.6


def announced_people(
    fresh: str, store: Store, outline: Outline, wording: Wording, cues: Cues
) -> tuple[Unit, Block] | None:
    """The list of people that a folded message asks for, with the section that it stands in; None where none is meant."""
    asked = {stem for stem in wording.topic(fresh, "pide.quienes") if store.vocabulary.knows(stem)}
    rarity = store.vocabulary.rarity
    total = sum(rarity(stem) for stem in asked)
    found: list[tuple[float, Unit, Block]] = []
    for unit in outline.units:
        for block in unit.blocks:
            first = block.text.split("\n")[0]
            if block.text.count("\n") < 2 or not cues.has("lista.quienes", fold(first)):
                continue
            held = unit.stems | set(terms(f"{block.label} {first}"))
            found.append((sum(rarity(stem) for stem in asked & held), unit, block))
    best = max(found, key=lambda entry: entry[0], default=None)
    if best is None or not total or best[0] < ANNOUNCED * total:
        return None
    return best[1], best[2]
