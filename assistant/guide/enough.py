"""The section of the guide whose minimum and ideal a question means: named, told before, found, or the one that speaks of it."""

from __future__ import annotations

from assistant.guide.outline import Outline, Unit
from assistant.guide.wording import Wording
from assistant.spans import spans_of
from assistant.values import Evidence
from corpus.analysis import terms
from corpus.records import Etapa
from corpus.store import Store

# How much of what is asked a unit must hold to speak of it, weighed by rarity.
MOSTLY = 0.6


class Sections:
    """The sections of the guide of one index that say what is enough and what is best."""

    def __init__(self, store: Store, outline: Outline, wording: Wording) -> None:
        self.store = store
        self.outline = outline
        self.wording = wording

    def meant(self, fresh: str, evidence: Evidence, told: Unit | None) -> Etapa | None:
        """The section with a minimum that is named, or that was told, that holds one of the best hits, or speaks of it all."""
        sections = [etapa for etapa in self.outline.etapas if etapa.minimo is not None]
        given = set(terms(fresh))
        named = [etapa for etapa in sections if set(terms(etapa.nombre.texto)) <= given]
        if named:
            return named[0]
        left = self.wording.topic(fresh, "pide.minimo")
        if told is not None and isinstance(told.record, Etapa) and told.record in sections and len(left) <= 1:
            return told.record  # "¿y en el escenario ideal?"
        for hit in evidence.kept[: 0 if evidence.motivo else 2]:
            unit = self.outline.unit_at(spans_of(self.store.records[hit.record_id]))
            if unit is not None and unit.record in sections and isinstance(unit.record, Etapa):
                if self._speaks_of(unit, fresh):
                    return unit.record
                break
        # "Más allá de lo mínimo, ¿qué haría óptima la aprobación?": the only one whose minimum or ideal speaks of that.
        asked = self.wording.topic(fresh, "pide.minimo", "pide.grado")
        speaking = [etapa for etapa in sections if asked and asked <= _of_steps(etapa)]
        return speaking[0] if len(speaking) == 1 else None

    def _speaks_of(self, unit: Unit, fresh: str) -> bool:
        """Whether a unit holds most of what a message is about, weighed by rarity."""
        rarity = self.store.vocabulary.rarity
        asked = self.wording.topic(fresh, "pide.minimo")
        held = unit.stems | {stem for block in unit.blocks for stem in terms(block.text)}
        return sum(rarity(s) for s in asked & held) >= MOSTLY * sum(rarity(s) for s in asked)


def _of_steps(etapa: Etapa) -> set[str]:
    """The stems of a section's name, its minimum and its ideal."""
    told = [etapa.nombre.texto, *(one.texto for one in (etapa.minimo, etapa.ideal) if one is not None)]
    return set(terms(" ".join(told)))
