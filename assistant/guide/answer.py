"""Answers from the guide: the path, a stage, what is enough, a tool whole, concepts, and what stands behind a piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.clauses import asking, clauses
from assistant.focus import beyond_time, expected
from assistant.guide.behind import WHOLE, behind, essential
from assistant.guide.claims import GuideClaims
from assistant.guide.concepts import Concepts, sentence_for
from assistant.guide.definitions import BESIDE_CONCEPT, DefinitionAnswerer, drafted, spans_of
from assistant.guide.enough import Sections
from assistant.guide.lead import Leader, announced, within
from assistant.guide.members import (
    announced_contents,
    announced_people,
    contents_beside,
    described_contents,
    taking_part,
)  # fmt: skip
from assistant.guide.moments import lasting, moment
from assistant.guide.naming import Naming
from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.sections import part_asked, unit_named
from assistant.guide.supplies import supplies
from assistant.guide.turns import GuideTurns
from assistant.guide.wording import Wording
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.values import Claim, Draft, Evidence, Kind, Query, Status
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Definicion, Etapa, Fragmento, Herramienta, Pasaje, Practica, Record
from corpus.store import Store

CUES = "guia_preguntas.toml"
# Where the steps of a tool are asked for as such, more of them: who for, in what place.
BESIDE_STEPS = 5
_ORDINALS = {"primera": "1", "segunda": "2", "tercera": "3", "cuarta": "4", "quinta": "5", "sexta": "6", "ultima": "-1"}
_STAGE = re.compile(
    r"\b(?:etapa|fase|stage|phase|paso) (?:numero )?(\d|uno|dos|tres|cuatro|cinco)\b|\b(primera|segunda|tercera|cuarta|quinta|sexta|ultima) (?:etapa|fase)\b"
)
_MONEY = re.compile(r"\$|\bpesos\b|\bUF\b|\bUTM\b|\bmillones\b|\bd[óo]lares\b")
_DIGITS = {"uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5"}


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
        self.leans = self.turns.leans
        self.naming = Naming(store, self.concepts, retriever, self.cues)
        self.sections = Sections(store, self.outline, self.wording)

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
        ways = (
            self.turns.by_place, self._unpriced, self.definitions.compared, self._named, self._needs, self._moment, self._unit, self._path, self._index, self._step, self._of_tool, self._asked_of_tool, self._tool, self._where, self._contents, self._enough, self._stage,
            self.definitions.of_set, self._who,
        )  # fmt: skip
        of_practice = isinstance(last, Practica)  # "¿quiénes participan?" is then asked of the practice
        for part in ways[: -1 if of_practice else None]:
            draft = part(query, fresh, evidence)
            if draft is not None:
                return draft
        return None

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
        return self._unsaid(query)

    def _unsaid(self, query: Query) -> Draft:
        sought = f"«{query.pregunta.strip()}»" if len(query.pregunta) <= 120 else "lo que preguntas"
        text = self.claims.texts("estados", "no_encontrado", buscado=sought)
        return Draft(status=Status.NOT_FOUND, claims=(Claim(text=text, block="canned"),), abstained=True)

    def _named(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The concept that a message describes to ask its name; that none is it, where the nearest says nothing of what it lacks."""
        if self.naming.unnamed(fresh, evidence):
            return self._unsaid(query)
        one = self.naming.described(fresh, evidence)
        return drafted([self.claims.define(one)], [one]) if one is not None else None

    def _moment(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """How a tool is opened or closed, and how long it should take, where no place or document of others is named."""
        elsewhere = query.lugares or any(document not in self.outline.guides for document in query.documentos)
        line = asking(fresh)
        if elsewhere or len(clauses(line, self._telling)) > 1:
            return None
        told = self.turns.told_of(query) if query.seguimiento else None
        named = self.wording.named_tools(fresh) or [
            one for one in (self.leader.described(line), told) if one is not None
        ]
        for unit in named[:1]:
            last = lasting(line, unit, self.cues)
            found = [last] if last is not None else moment(line, unit, self.cues)
            if found:
                claims = [Claim(text=part.text, spans=part.block.spans) for part in found]
                return drafted([*claims, *self.claims.context(unit, essential(unit, found[0].block))], [unit.record])
        return None

    def _needs(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """What has to be at hand for a tool that is named or was told; that the guide names nothing, where it doesn't."""
        if not self.cues.has("pide.insumos", fresh):
            return None
        told = self.turns.told_of(query) if query.seguimiento else None
        described = self.leader.described(self.cues.strip("pide.insumos", fresh))  # "el taller donde se diseñan…"
        unit = next(iter(self.wording.named_tools(fresh)), described or told)
        if unit is None or (
            unit is not described
            and len(self.wording.beyond(fresh, unit) - self.wording.topic(fresh, "pide.insumos")) > BESIDE_CONCEPT
        ):
            return None
        found = supplies(unit, self.outline.units, self.cues)
        if not found:
            return self._unsaid(query)
        claims = [Claim(text=text, spans=block.spans) for text, _, block in found]
        blocks = list(dict.fromkeys(block for _, _, block in found))
        return drafted([*claims, *self.claims.context(found[0][1], blocks)], [found[0][1].record])

    # The path and its stages.

    def _path(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        cues = self.cues
        of_policy = cues.has("pide.politica", fresh)
        starts = (
            cues.has("pide.partir", fresh)
            and not cues.has("pide.caso", fresh)
            and self._begins(fresh, of_policy=of_policy)
        )
        whole = (
            cues.has("pide.camino", fresh)
            and of_policy
            and not self.wording.named_tools(fresh)
            and self._all_stages(fresh)
        )
        if not starts and not whole:
            return None
        return drafted(self.claims.path(), self.outline.stages)

    def _begins(self, fresh: str, *, of_policy: bool) -> bool:
        """Whether a message asks where to begin with the whole, and not with one stage or something of its own."""
        left = self.wording.topic(fresh, "pide.partir", "pide.propio", "pide.elaborar", "pide.politica")
        staged = {stem for stage in self.outline.stages for stem in terms(stage.nombre.texto)[:1]}
        verbs = {stem for stem in left for name in staged if stem[:5] == name[:5]}
        return not left or (of_policy and len(left) <= 1 and not verbs)

    def _step(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """A part of a tool, where it is named and what is done in it is asked for."""
        if not self.cues.has("pide.que_se_hace", fresh):
            return None
        given = set(terms(fresh))
        units = self.wording.named_tools(fresh)
        for unit in units[:1]:
            for block in unit.blocks:
                name = {stem for stem in terms(block.text.split("\n")[0]) if not stem[0].isdigit()} - set(
                    terms("minutos")
                )
                if "\n" in block.text and len(name) > 1 and name <= given:
                    claims = [Claim(text=block.text, spans=block.spans)]
                    return drafted([*claims, *self.claims.context(unit, essential(unit, block))], [unit.record])
        return None

    def _of_tool(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The number, the date or the frequency that a message asks of a tool that it names, or goes on with."""
        if not query.seguimiento or expected(fresh) is None:
            return None
        units = self.wording.named_tools(fresh)
        told = self.turns.told_of(query)
        if not units and told is not None and len(self.wording.beyond(beyond_time(fresh), told)) <= 1:
            units = [told]
        for unit in units[:1]:
            timed = isinstance(unit.record, Herramienta) and any(paso.minutos for paso in unit.record.pasos)
            best = None if timed else self.leader.best(fresh, unit, [])  # minutes of parts are added up elsewhere
            if best is not None:
                text, block = best
                claims = [Claim(text=text, spans=block.spans), *self.claims.context(unit, [block])]
                return drafted(claims, [unit.record])
        return None

    def _asked_of_tool(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """What each question of a message asks of a tool that it names: in which ways it is used, how long it takes…"""
        line = asking(fresh)
        ways = self.cues.has("pide.maneras", line)
        asked = clauses(line, self._telling)
        units = self.wording.named_tools(fresh) if ways or len(asked) > 1 else []
        for unit in units[:1]:
            own = self.cues.strip("lista.maneras", beyond_time(line))
            if len(self.wording.beyond(own, unit)) > BESIDE_CONCEPT:
                return None
            name = self.wording.tool_words(unit) | unit.stems  # "encuesta - duración": the first only names the tool
            asked = [part for part in asked if not set(terms(part)) <= name] or asked
            found = [self._answer_of(part, unit) for part in asked]
            told = [one for one in found if one is not None]
            if len(told) < len(asked):
                return None
            claims = [Claim(text=text, spans=block.spans) for text, block in dict.fromkeys(told)]
            blocks = list(dict.fromkeys(block for _, block in told))
            draft = drafted([*claims, *self.claims.context(unit, blocks)], [unit.record])
            return draft.model_copy(update={"entire": True})
        return None

    def _telling(self, piece: str) -> str:
        """What a piece of a message asks for by a look of its own (a number, a time, the ways of doing something) or its label."""
        looks = expected(piece)
        if looks is not None:
            return looks.pattern
        label = self.cues.find("pide.rotulo", piece)  # "encuesta: tipos de preguntas y duración"
        headed = label.group() if label is not None and not piece[: label.start()].strip() else ""
        return "maneras" if self._asks_ways(piece) else headed

    def _asks_ways(self, piece: str) -> bool:
        """Whether a piece of a message asks for the ways of doing something, or is headed so: "formas de aplicarla"."""
        ways = self.cues.find("lista.maneras", piece)
        return self.cues.has("pide.maneras", piece) or (ways is not None and not piece[: ways.start()].strip())

    def _answer_of(self, part: str, unit: Unit) -> tuple[str, Block] | None:
        """What a tool says to one question: the list of ways, or the sentence that says most of it."""
        if self._asks_ways(part):
            return self.leader.answer(part, unit, lambda line: self.cues.has("lista.maneras", line))
        return self.leader.answer(part, unit)

    def _all_stages(self, fresh: str) -> bool:
        """Whether the stages are asked for as such, and nothing in particular."""
        number = re.search(r"\b(?:cinco|5|five) (?:etapas|fases|pasos|stages|steps|phases)\b", fresh)
        asks = self.cues.has("pide.todas", fresh) or re.search(
            r"\b(?:que|cuantas|cuantos|which|what|how many)\b", fresh
        )
        shortly = re.match(r"\W*(?:las )?(?:etapas|fases|pasos)\b", fresh) is not None  # as one types into a search box
        return number is not None or (
            (bool(asks) or shortly) and len(self.wording.topic(fresh, "pide.camino", "pide.elaborar")) <= 1
        )

    def _stage(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        match = _STAGE.search(fresh)
        stage: Etapa | None = None
        stages = self.outline.stages
        if match is not None:
            number = _ORDINALS.get(match[2] or "") or _DIGITS.get(match[1] or "") or match[1] or ""
            stage = stages[-1] if number == "-1" else next((s for s in stages if s.numero == number), None)
        elif self.cues.has("pide.etapa", fresh):
            named = [s for s in stages if self._names(fresh, s)]
            stage = named[0] if len(named) == 1 else None
        if stage is None:
            return None
        asked = (
            self.wording.topic(fresh, "pide.etapa") - set(terms(stage.nombre.texto)) - set(terms(" ".join(_ORDINALS)))
        )
        return drafted(self.claims.stage(stage), [stage]) if len(asked) <= 1 else None

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

    def _names(self, line: str, etapa: Etapa) -> bool:
        """Whether a line holds the first content word of a stage's name after the word for a stage."""
        first = terms(etapa.nombre.texto)[0]
        return first in terms(line)

    def _enough(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """What is the minimum and what the ideal of the section that is meant."""
        if not self.cues.has("pide.minimo", fresh):
            return None
        etapa = self.sections.meant(fresh, evidence, self.turns.told_of(query) if query.seguimiento else None)
        if etapa is None:
            return None
        claims = self.claims.minimum(etapa)
        claims = claims[::-1] if self.cues.has("pide.solo_ideal", fresh) else claims
        unit = self.outline.by_id[etapa.id]
        steps = [block for block in unit.blocks if block.label not in ("minimo", "ideal")]
        while steps and sum(len(block.text) for block in steps) > WHOLE:
            steps.pop()
        return drafted([*claims, *self.claims.context(unit, steps)], [etapa])

    # Tools and forms.

    def _index(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        tool = next((unit for unit in self.outline.units if "indic" in unit.stems), None)
        if tool is None or not isinstance(tool.record, Herramienta):
            return None
        if not (self.cues.has("pide.indice", fresh) and self.cues.has("pide.politica", fresh)):
            return None
        if not self.cues.has("pide.contenido", fresh):
            return None
        return drafted([*self.claims.tool(tool.record), self.claims.download("borrador.docx")], [tool.record])

    def _tool(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """A tool whole, where it is named and all of it is asked for."""
        units = [unit for unit in self.wording.named_tools(fresh) if isinstance(unit.record, Herramienta)]
        if not units:
            return None
        tool = units[0].record
        assert isinstance(tool, Herramienta)
        form = not any(paso.elementos for paso in tool.pasos)
        group = "pide.contenido" if form else "pide.entera"
        if not self.cues.has(group, fresh):
            return None
        left = self.wording.topic(fresh, group) - units[0].stems - self.wording.tool_words(units[0])
        if len(left) > (BESIDE_STEPS if self.cues.has("pide.pasos", fresh) else BESIDE_CONCEPT):
            return None
        claims = self.claims.tool(tool)
        if form and "seguimient" in units[0].stems:
            claims.append(self.claims.download("seguimiento.xlsx"))
        return drafted(claims, [tool])

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
