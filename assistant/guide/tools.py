"""Answers about a tool of the guide: how it opens, what it needs, a part of it, a number of it, or all of it."""

from __future__ import annotations

from assistant.clauses import asking, clauses
from assistant.focus import beyond_time, expected
from assistant.guide import moments
from assistant.guide.behind import essential
from assistant.guide.claims import GuideClaims
from assistant.guide.definitions import BESIDE_CONCEPT, drafted
from assistant.guide.lead import Leader
from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.supplies import supplies
from assistant.guide.turns import GuideTurns
from assistant.guide.wording import Wording
from assistant.not_found import not_found
from assistant.values import Claim, Draft, Evidence, Query
from corpus.analysis import terms
from corpus.cues import Cues
from corpus.records import Herramienta

# Where the steps of a tool are asked for as such, more of them: who for, in what place.
BESIDE_STEPS = 5


class ToolAnswerer:
    """Answers what is asked of the tools of one guide; None where a question names or goes on with none."""

    def __init__(
        self, outline: Outline, wording: Wording, claims: GuideClaims, leader: Leader, turns: GuideTurns, cues: Cues
    ) -> None:
        self.outline = outline
        self.wording = wording
        self.claims = claims
        self.leader = leader
        self.turns = turns
        self.cues = cues

    def moment(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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
            last = moments.lasting(line, unit, self.cues)
            found = [last] if last is not None else moments.moment(line, unit, self.cues)
            if found:
                claims = [Claim(text=part.text, spans=part.block.spans) for part in found]
                return drafted([*claims, *self.claims.context(unit, essential(unit, found[0].block))], [unit.record])
        return None

    def needs(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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
            return not_found(query, self.claims.texts)
        claims = [Claim(text=text, spans=block.spans) for text, _, block in found]
        blocks = list(dict.fromkeys(block for _, _, block in found))
        return drafted([*claims, *self.claims.context(found[0][1], blocks)], [found[0][1].record])

    def step(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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

    def of_tool(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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

    def asked_of_tool(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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

    def index(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The tool that lists what a policy is to hold, where its contents are asked for."""
        tool = next((unit for unit in self.outline.units if "indic" in unit.stems), None)
        if tool is None or not isinstance(tool.record, Herramienta):
            return None
        if not (self.cues.has("pide.indice", fresh) and self.cues.has("pide.politica", fresh)):
            return None
        if not self.cues.has("pide.contenido", fresh):
            return None
        return drafted([*self.claims.tool(tool.record), self.claims.download("borrador.docx")], [tool.record])

    def whole(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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
