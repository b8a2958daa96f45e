"""Which tools the guide holds: all of them, or those for the part of the work that a question names."""

from __future__ import annotations

from assistant.guide.claims import GuideClaims
from assistant.guide.definitions import drafted
from assistant.guide.outline import Outline, Unit
from assistant.guide.wording import Wording
from assistant.values import Draft, Evidence, Query
from corpus.analysis import terms
from corpus.cues import Cues
from corpus.records import Herramienta


class Inventory:
    """Lists the tools of one guide."""

    def __init__(self, outline: Outline, wording: Wording, claims: GuideClaims, cues: Cues) -> None:
        self.outline = outline
        self.wording = wording
        self.claims = claims
        self.cues = cues

    def tools(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The tools by their names: "¿qué herramientas trae la guía para el diagnóstico?"; None where none is for what is said."""
        elsewhere = query.lugares or any(document not in self.outline.guides for document in query.documentos)
        if elsewhere or not self.cues.has("pide.herramientas", fresh):
            return None
        about = self.wording.topic(fresh, "pide.herramientas", "lista.herramientas")
        found = [
            unit.record
            for unit in self.outline.units
            if isinstance(unit.record, Herramienta) and about <= self._names(unit)
        ]
        return drafted(self.claims.inventory(found), found) if len(found) > 1 else None

    def _names(self, unit: Unit) -> set[str]:
        """The stems of a tool's name and of the headings over it."""
        over = (title for block in unit.blocks for span in block.spans for title in self.claims.store.section(span)[:2])
        return {stem for title in (unit.record.nombre.texto, *over) for stem in terms(title)}
