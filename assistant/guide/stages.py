"""Answers about the path of the guide and its stages: all of them, where to begin, one of them, what of it is enough."""

from __future__ import annotations

import re

from assistant.guide.behind import WHOLE
from assistant.guide.claims import GuideClaims
from assistant.guide.definitions import drafted
from assistant.guide.enough import Sections
from assistant.guide.outline import Outline
from assistant.guide.turns import GuideTurns
from assistant.guide.wording import Wording
from assistant.values import Draft, Evidence, Query
from corpus.analysis import terms
from corpus.cues import Cues
from corpus.records import Etapa

_ORDINALS = {"primera": "1", "segunda": "2", "tercera": "3", "cuarta": "4", "quinta": "5", "sexta": "6", "ultima": "-1"}
_STAGE = re.compile(
    r"\b(?:etapa|fase|stage|phase|paso) (?:numero )?(\d|uno|dos|tres|cuatro|cinco)\b|\b(primera|segunda|tercera|cuarta|quinta|sexta|ultima) (?:etapa|fase)\b"
)
# "¿Cuántas etapas son?": of nothing else than the whole.
_HOW_MANY = re.compile(
    r"\W*(?:y |entonces )?(?:en )?cuant[ao]s (?:etapas|fases|pasos) (?:son|hay|se hacen)(?: en total)?\W*$"
)
_DIGITS = {"uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5"}


def _question_of(line: str) -> str:
    """A folded line without what it tells before its question, where that names a stage by its place: "somos una comuna
    chica, ¿cuál es la segunda etapa?"."""
    asked = line[line.rfind("¿") :] if "¿" in line else line
    return asked if _STAGE.search(asked) else line


class StageAnswerer:
    """Answers what is asked of the path and the stages of one guide; None where a question asks for none."""

    def __init__(
        self, outline: Outline, wording: Wording, claims: GuideClaims, turns: GuideTurns, sections: Sections, cues: Cues
    ) -> None:
        self.outline = outline
        self.wording = wording
        self.claims = claims
        self.turns = turns
        self.sections = sections
        self.cues = cues

    def path(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The whole path, where it is asked for, or where to begin with it."""
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
        if not starts and not whole and not (_HOW_MANY.match(fresh) and not query.seguimiento):
            return None
        return drafted(self.claims.path(), self.outline.stages)

    def _begins(self, fresh: str, *, of_policy: bool) -> bool:
        """Whether a message asks where to begin with the whole, and not with one stage or something of its own."""
        left = self.wording.topic(fresh, "pide.partir", "pide.propio", "pide.elaborar", "pide.politica")
        staged = {stem for stage in self.outline.stages for stem in terms(stage.nombre.texto)[:1]}
        verbs = {stem for stem in left for name in staged if stem[:5] == name[:5]}
        return not left or (of_policy and len(left) <= 1 and not verbs)

    def _all_stages(self, fresh: str) -> bool:
        """Whether the stages are asked for as such, and nothing in particular."""
        number = re.search(r"\b(?:cinco|5|five) (?:etapas|fases|pasos|stages|steps|phases)\b", fresh)
        asks = self.cues.has("pide.todas", fresh) or re.search(
            r"\b(?:que|como|cuantas|cuantos|which|what|how many)\b", fresh
        )
        shortly = re.match(r"\W*(?:las )?(?:etapas|fases|pasos)\b", fresh) is not None  # as one types into a search box
        return number is not None or (
            (bool(asks) or shortly)
            and len(self.wording.topic(fresh, "pide.camino", "pide.elaborar", "pide.propio")) <= 1
        )

    def stage(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The stage that a message names, by its number or its name, where it asks for nothing else."""
        fresh = _question_of(fresh)
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

    def _names(self, line: str, etapa: Etapa) -> bool:
        """Whether a line holds the first content word of a stage's name after the word for a stage."""
        first = terms(etapa.nombre.texto)[0]
        return first in terms(line)

    def enough(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
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
