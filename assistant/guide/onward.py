"""What comes after what a municipality has done or before what it is to do, and what the guide advises where something stands
in its way."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.focus import expected, weigher, weights_of
from assistant.guide.behind import WHOLE
from assistant.guide.claims import GuideClaims
from assistant.guide.concepts import Concepts
from assistant.guide.definitions import drafted
from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.turns import GuideTurns
from assistant.guide.wording import Wording
from assistant.retrieve import Retriever
from assistant.spans import spans_of
from assistant.values import Claim, Draft, Evidence, Kind, Query
from corpus.analysis import terms
from corpus.cues import Cues
from corpus.records import Etapa

NAMES = 0.6
"""How much of the name of a stage or a section says that it is meant."""
ADVICE = "consejo"
GUIDED = (None, "instruccion")
"""What a message may be taken for that is answered by what it is found to speak of: "dame el siguiente paso" is no order."""

# "¿Qué hago después de aprobarla?": what is done, and what is asked for after it.
_AFTER = re.compile(
    r"\b(?:que|como) (?:hago|hacemos|se hace|hay que hacer|tengo que hacer|tenemos que hacer|sigue|sigo|seguimos|viene|toca|me toca|nos toca)(?: \w+){0,2}?"
    r" (?:(?:despues|luego) de(?: que)?|despues del|una vez(?: que)?|cuando (?:ya )?(?:este[n]?|tenga(?:mos)?)) (?P<done>[^¿?.;,]{4,})\W*$"
)
# "¿Qué etapa va antes del diagnóstico?", and with a verb of doing: "¿qué tengo que hacer antes de planificar?".
_DOES = r"(?:hago|hacemos|se hace|hay que hacer|tengo que hacer|tenemos que hacer|debo hacer|debemos hacer|deberia hacer|toca|toca hacer)"
_EARLIER = r"(?:antes de(?:l| (?:la|el|hacer|empezar|partir|comenzar|iniciar|llegar a|pasar a|con))*|previ[oa] al?|anterior al?)"
_TO_DO = r"(?P<todo>[^¿?.;,]{4,})"
_BEFORE = re.compile(
    r"\b(?:que|cual)(?: es)?(?: la| el)? (?:(?P<placed>(?:etapa|fase|paso|viene|va|esta|hay|corresponde)(?: que)?(?: (?:va|viene|esta|hay|toca|corresponde))?)"
    rf"|(?:cosas? )?{_DOES}) {_EARLIER} {_TO_DO}\W*$"
)
_FIRST_BEFORE = re.compile(rf"\b{_EARLIER} {_TO_DO}[,¿ ]+que (?P<placed>viene|va)?(?:{_DOES})?\W*$")
_AND = re.compile(r" y | e ")
_PARTS = re.compile(r"[,.;:¿?]| y | e ")
_THEN = re.compile(r"\b(?:y )?(?:despues|luego|ahora|entonces|que|viene|sigue|toca|hacemos|hago)\b")
ROOT = 4
"""From more letters than these on a stem is no beginning of another word by chance."""
WHOLE_OF_IT, NEAR = 0.5, 5
"""How much of what is done the piece of the guide that is found for it must hold, among how many first ones."""


class Onward:
    """Answers messages that tell how far one has come with the guide of one index, or what hinders."""

    def __init__(
        self,
        outline: Outline,
        wording: Wording,
        concepts: Concepts,
        claims: GuideClaims,
        turns: GuideTurns,
        retriever: Retriever,
        cues: Cues,
    ) -> None:
        self.outline = outline
        self.wording = wording
        self.concepts = concepts
        self.claims = claims
        self.turns = turns
        self.retriever = retriever
        self.cues = cues

    def leans(self, query: Query, records: Sequence[str]) -> bool:
        """Whether a message says what hinders what was just told: "el problema es que…"."""
        plain = query.kind is Kind.PASAJE and not (query.medidas or query.documentos)
        told = query.model_copy(update={"records": tuple(records)})
        return plain and bool(self._advice(told, query.propias))

    def hindered(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The advice of the section just told, where a message says what hinders: the one that says most of it first."""
        advice = self._advice(query, fresh) if query.seguimiento else []
        unit = self.turns.told_of(query)
        if not advice or unit is None:
            return None
        weigh = weigher(weights_of(fresh, self.retriever.synonyms, self.retriever.store.vocabulary), None)
        advice = sorted(advice, key=lambda block: -weigh(block.text))
        claims = [Claim(text=block.text, spans=block.spans) for block in advice]
        return drafted([*claims, *self.claims.heading(unit)], [unit.record])

    def _advice(self, query: Query, fresh: str) -> list[Block]:
        """What the section just told advises, where a message says that something hinders and asks for no number or time."""
        if not self.cues.has("pide.traba", fresh) or expected(fresh) is not None:
            return []
        unit = self.turns.told_of(query)
        return [block for block in unit.blocks if block.label == ADVICE] if unit is not None else []

    def next(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """What comes after the stage or the section that a message says is done: "ya firmó el alcalde, ¿qué sigue?"."""
        after = _AFTER.search(fresh)
        if after is not None:
            unit = self._named(after["done"]) or self._found(after["done"], WHOLE_OF_IT)
        elif self.cues.has("pide.siguiente", fresh):
            done = self.cues.strip("pide.siguiente", fresh)
            if not self.cues.has("hecho.palabras", done):
                return None
            unit = self._furthest(self.cues.strip("hecho.palabras", done), found=evidence.motivo in GUIDED)
        else:
            return None
        following = self._after(unit.record) if unit is not None and isinstance(unit.record, Etapa) else None
        if unit is None or following is None:
            return None
        following = self._other_half(unit, fresh) or following
        if following in self.outline.stages:
            sections = self.outline.sections(following)[:1]
            return drafted([*self.claims.stage(following), *self._sections(sections)], [following, *sections])
        return drafted([*self.claims.next(following), *self._sections([following])], [following])

    def _furthest(self, done: str, *, found: bool) -> Unit | None:
        """The stage or the section that is done, named or ``found`` for it; of several things done ("la carta firmada y los
        equipos armados") the last in order, where each is one of them."""
        whole = self._named(done)
        parts = [part for part in _PARTS.split(_THEN.sub(" ", done)) if terms(part)]
        each = [self._named(part) or (self._found(part, WHOLE_OF_IT) if found else None) for part in parts]
        units = [unit for unit in each if unit is not None]
        sure = whole is not None and whole not in units and whole.stems <= set(terms(done))
        if len(parts) > 1 and len(units) == len(parts) and not sure:
            return max(units, key=self.outline.units.index)
        return whole or (self._found(done) if found else None)

    def previous(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The stage before the one that a message names: "¿qué tengo que hacer antes del diagnóstico?"; before a section, the section
        before it, where its place is asked for and not what it needs."""
        before = _BEFORE.search(fresh) or _FIRST_BEFORE.search(fresh)
        unit = self._named(before["todo"]) if before is not None else None
        if before is None or unit is None or not isinstance(unit.record, Etapa):
            return None
        staged = unit.record in self.outline.stages
        order = tuple(one for one in self.outline.etapas if (one in self.outline.stages) is staged)
        at = order.index(unit.record)
        if at == 0 or not (staged or before["placed"]):
            return None
        earlier = order[at - 1]
        if earlier in self.outline.stages:
            return drafted(self.claims.stage(earlier), [earlier, *self.outline.sections(earlier)])
        return drafted([*self.claims.previous(earlier), *self._sections([earlier])], [earlier])

    def _sections(self, sections: Sequence[Etapa]) -> list[Claim]:
        """Sections as far as they are short."""
        told: list[Claim] = []
        for section in sections:
            unit = self.outline.by_id[section.id]
            blocks = list(unit.blocks)
            while len(blocks) > 1 and sum(len(block.text) for block in blocks) > WHOLE:
                blocks.pop()
            told += self.claims.context(unit, blocks)
        return told

    def _named(self, done: str) -> Unit | None:
        """The stage or the section that is done: that of a concept which is named, or that whose name is."""
        concepts = [self.outline.unit_at(one.definicion.definicion.spans) for one in self.concepts.named(done)]
        staged = [unit for unit in concepts if unit is not None and isinstance(unit.record, Etapa)]
        if staged:
            return max(staged, key=self.outline.units.index)
        said = set(terms(done))
        named = [
            unit
            for unit in self.outline.units
            if isinstance(unit.record, Etapa)
            and (
                len(_told(unit.stems, said)) >= NAMES * len(unit.stems)
                or _told(_halves(unit)[0], said) == _halves(unit)[0]
            )
        ]
        return max(named, key=lambda unit: len(_told(unit.stems, said)), default=None)

    def _other_half(self, unit: Unit, fresh: str) -> Etapa | None:
        """The section of a stage that the second half of its name names, where only the first is done: behind "Validación" comes
        the "difusión"."""
        halves, said = _halves(unit), set(terms(fresh))
        if len(halves) == 1 or not isinstance(unit.record, Etapa) or _told(halves[1], said):
            return None
        sections = (self.outline.by_id[section.id] for section in self.outline.sections(unit.record))
        return next((one.record for one in sections if isinstance(one.record, Etapa) and halves[1] <= one.stems), None)

    def _found(self, done: str, least: float | None = None) -> Unit | None:
        """The stage or the section of the guide that is found first for what is done.

        With ``least`` the first with another after it of those found that hold so much of what is done.
        """
        hits = self.retriever.search(done) if self.wording.topic(done) else ()
        near = hits[:1] if least is None else [hit for hit in hits[:NEAR] if hit.coverage >= least]
        found = [self.outline.unit_at(spans_of(self.retriever.store.records[hit.record_id])) for hit in near]
        staged = [unit for unit in found if unit is not None and isinstance(unit.record, Etapa)]
        if least is not None:
            staged = [u for u in staged if isinstance(u.record, Etapa) and self._after(u.record) is not None]
            staged.sort(key=lambda unit: unit.record in self.outline.stages)  # a section tells more than its stage
        return staged[0] if staged else None

    def _after(self, etapa: Etapa) -> Etapa | None:
        """The section after one, or the stage that begins behind it; after a stage the next stage."""
        order = self.outline.stages if etapa in self.outline.stages else self.outline.etapas
        at = order.index(etapa) + 1
        return order[at] if at < len(order) else None


def _halves(unit: Unit) -> list[frozenset[str]]:
    """The stems of what the name of a stage joins: "Validación" and "difusión"."""
    return [frozenset(terms(half)) for half in _AND.split(unit.record.nombre.texto)]


def _told(stems: Collection[str], said: Collection[str]) -> frozenset[str]:
    """Those of some stems that are said, by the noun or by its verb: the stem of "planificación" begins that of "planificar"."""
    return frozenset(
        stem for stem in stems if stem in said or (len(stem) > ROOT and any(other.startswith(stem) for other in said))
    )
