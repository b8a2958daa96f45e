"""Answers from the guide: its path, stages, tools and concepts, lists that it announces, what stands behind a piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.focus import expected
from assistant.guide.behind import behind, essential
from assistant.guide.claims import GuideClaims
from assistant.guide.concepts import Concepts, sentence_for
from assistant.guide.definitions import DefinitionAnswerer, drafted
from assistant.guide.enough import Sections
from assistant.guide.inventory import Inventory
from assistant.guide.lead import Leader, announced, within
from assistant.guide.members import (
    announced_contents,
    announced_people,
    contents_beside,
    described_contents,
    taking_part,
)  # fmt: skip
from assistant.guide.naming import Naming
from assistant.guide.onward import Onward
from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.sections import part_asked, unit_named
from assistant.guide.stages import StageAnswerer
from assistant.guide.tools import ToolAnswerer
from assistant.guide.turns import GuideTurns
from assistant.guide.wording import Wording
from assistant.not_found import not_found
from assistant.retrieve import Retriever
from assistant.spans import spans_of
from assistant.texts import Texts
from assistant.values import Claim, Draft, Evidence, Kind, Query
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.records import Definicion, Etapa, Fragmento, Pasaje, Practica, Record
from corpus.store import Store

CUES = "guia_preguntas.toml"
_STAGE = re.compile(r"\b(?:etapas?|fases?)\b")
_MONEY = re.compile(r"\$|\bpesos\b|\bUF\b|\bUTM\b|\bmillones\b|\bd[óo]lares\b")


class GuideAnswerer:
    """Answers what is asked of the guide; None where a question is not about it."""

    def __init__(self, store: Store, texts: Texts, retriever: Retriever, lexicon_dir: Path) -> None:
        self.store = store
        self.synonyms = retriever.synonyms
        self.cues = Cues.load(lexicon_dir, CUES)
        self.outline = Outline(store.documents, store.records.values())
        self.concepts = Concepts(store.of(Definicion), retriever.synonyms)
        self.wording = Wording(self.outline, self.concepts, self.cues)
        self.claims = GuideClaims(store, self.outline, texts)
        self.definitions = DefinitionAnswerer(store, self.concepts, self.wording, self.claims, self.outline, self.cues)
        self.leader = Leader(store, self.outline, retriever.synonyms)
        self.turns = GuideTurns(store, self.outline, self.wording, self.claims, self.cues)
        self.onward = Onward(self.outline, self.wording, self.concepts, self.claims, self.turns, retriever, self.cues)
        self.naming = Naming(store, self.concepts, retriever, self.cues)
        sections = Sections(store, self.outline, self.wording)
        self.tools = ToolAnswerer(self.outline, self.wording, self.claims, self.leader, self.turns, self.cues)
        self.inventory = Inventory(self.outline, self.wording, self.claims, self.cues)
        self.stages = StageAnswerer(self.outline, self.wording, self.claims, self.turns, sections, self.cues)

    def leans(self, query: Query, records: Sequence[str]) -> bool:
        """Whether a message goes on with what was just told of the guide, though nothing in it points back."""
        return self.turns.leans(query, records) or self.onward.leans(query, records)

    def answer(self, query: Query, evidence: Evidence) -> Draft | None:
        """The draft for a query that names the path, a stage, a tool, a form or concepts of the guide, or None."""
        fresh = query.propias if query.seguimiento else query.texto
        last = self.store.records.get(query.records[0]) if query.seguimiento and query.records else None
        if isinstance(last, Definicion) and query.kind in (Kind.PASAJE, Kind.CIFRA):
            told = sentence_for(last, fresh, self.wording.topic(fresh))
            if told is not None:
                return drafted([Claim(text=told, spans=last.definicion.spans), self.claims.define(last)], [last])
        if query.kind is not Kind.PASAJE or not self.outline.units:
            return None
        if isinstance(last, Practica) and self._of_its_stages(last, fresh) and not query.documentos:
            return None
        ways = (
            self.turns.by_place, self.onward.next, self.onward.previous, self.onward.hindered, self._unpriced, self.definitions.others, self.definitions.compared, self._named, self.tools.needs, self.tools.moment, self.inventory.tools, self._unit, self.stages.path,
            self.tools.index, self.tools.step, self.tools.of_tool, self.tools.asked_of_tool, self.tools.whole, self._where,
            self._contents, self.stages.enough, self.stages.stage,
            self.definitions.of_set, self._who,
        )  # fmt: skip
        of_practice = isinstance(last, Practica)  # "¿quiénes participan?" is then asked of the practice
        for part in ways[: -1 if of_practice else None]:
            draft = part(query, fresh, evidence)
            if draft is not None:
                return draft
        return None

    def _of_its_stages(self, told: Practica, fresh: str) -> bool:
        """Whether a message names a stage after a practice that has stages of its own: "¿cuándo fue la primera etapa?"."""
        return bool(_STAGE.search(fresh) and _STAGE.search(fold(self.store.quote(told.span))))

    def led(self, query: Query, claims: Sequence[Claim]) -> list[Claim]:
        """Claims with what is to stand before them: the definition that is asked for, the sentences that answer."""
        fresh = query.propias if query.seguimiento else query.texto
        defined = self.definitions.asked(fresh)
        aim = self.leader.aim(fresh, self.wording.named_tools(fresh))
        if aim is not None:
            return [aim, *([defined] if defined is not None else []), *claims]
        if defined is not None:
            if claims and claims[0].spans == defined.spans[:1]:
                return list(claims)
            return [defined, *(claim for claim in claims if not within(claim.spans, defined.spans))]
        return [*self.leader.lead(fresh, claims), *announced(claims)]

    def behind(self, record: Record, said: Sequence[Claim]) -> list[Claim]:
        """What completes a piece of the guide beyond what was said; nothing for a piece of anything else."""
        found = behind(self.outline, record, said)
        if found is None:
            return []
        unit, blocks = found
        if isinstance(unit.record, Etapa) and unit.record in self.outline.stages:
            told = fold(" ".join(claim.text for claim in said))
            first, *rest = self.claims.stage(unit.record)
            purpose = unit.record.proposito
            known = purpose is not None and fold(purpose.texto) in told
            return [*(self.claims.heading(unit) if known else [first]), *rest]
        return self.claims.context(unit, blocks)

    def _unpriced(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """That the guide gives no amount, where one is asked for and it holds none near what it says."""
        if not self.cues.has("pide.monto", fresh) or not evidence.kept:
            return None
        record = self.store.records[evidence.kept[0].record_id]
        unit = self.outline.unit_at(spans_of(record))
        if not isinstance(record, Fragmento | Pasaje) or record.document not in self.outline.guides:
            return None
        texts = [record.texto.texto, *(block.text for block in unit.blocks if unit is not None)] if unit else []
        if any(_MONEY.search(text) for text in texts or [record.texto.texto]):
            return None
        return not_found(query, self.claims.texts)

    def _named(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The concept that a message describes to ask its name; that none is it, where the nearest says nothing of what it lacks."""
        if self.naming.unnamed(fresh, evidence):
            return not_found(query, self.claims.texts)
        one = self.naming.described(fresh, evidence)
        return drafted([self.claims.define(one)], [one]) if one is not None else None

    def names_unit(self, line: str) -> bool:
        """Whether a folded message asks for a part of a stage, a section or a tool that it names by its whole name."""
        unit = unit_named(line, self.outline, self.wording)
        return unit is not None and bool(part_asked(line, unit, self.cues))

    def _unit(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """What is asked of a unit that is named by its whole name: what it is for, its steps, what it needs."""
        unit = unit_named(fresh, self.outline, self.wording)
        asked = part_asked(fresh, unit, self.cues) if unit is not None else ()
        if unit is None or not asked:
            return None
        if isinstance(unit.record, Etapa) and unit.record in self.outline.stages:
            return drafted(self.claims.stage(unit.record), [unit.record])
        claims = [Claim(text=block.text, spans=block.spans) for block in asked]
        return drafted([*claims, *self.claims.context(unit, essential(unit, asked[0]))], [unit.record])

    def _who(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The whole list of who takes part in what is named: a team, a table, a workshop."""
        if not self.cues.has("pide.quienes", fresh) or evidence.motivo or expected(fresh) is not None:
            return None  # where a number, a date or a frequency is asked too, a list of people is not the answer
        told = self.turns.told_of(query) if query.seguimiento else None
        if told is not None and not self.wording.topic(fresh, "pide.quienes", "pide.participar"):
            fresh = f"{fresh} {fold(told.record.nombre.texto)}"  # "¿a quién invito?"
        return self._listed(announced_people(fresh, self.store, self.outline, self.wording, self.cues))

    def _contents(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The whole list of what a report, a register or the like is to hold."""
        found = announced_contents(fresh, self.store, self.outline, self.wording, self.cues)
        hit = self.store.records[evidence.kept[0].record_id] if evidence.kept and not evidence.motivo else None
        spans = spans_of(hit) if hit is not None else ()
        if found is None and {*query.documentos, *(span.document for span in spans)} <= self.outline.guides:
            found = described_contents(fresh, self.store, self.outline, self.synonyms, self.cues) if spans else None
        return self._listed(found or (contents_beside(fresh, spans, self.outline, self.cues) if spans else None))

    def _where(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """In which sections of the process some people take part."""
        found = taking_part(fresh, self.outline, self.cues) if self.cues.has("pide.proceso", query.texto) else []
        claims = [self.claims.people(*one) for one in found]
        return drafted(claims, [unit.record for unit, _, _ in found]) if claims else None

    def _listed(self, best: tuple[Unit, Block] | None) -> Draft | None:
        """A list that the guide announces, with what stands beside it in its section."""
        if best is None:
            return None
        unit, block = best
        claims = announced([Claim(text=block.text, spans=block.spans)])
        beside = [other for other in unit.blocks if other.label == block.label and other is not block]
        beside = beside if block.label not in ("pasos", "apartados") else []
        return drafted([*claims, *self.claims.context(unit, beside or essential(unit, block))], [unit.record])
