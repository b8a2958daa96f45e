"""Definitions that questions ask for: one by its concept's name, several side by side, all of a numbered set or one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.clauses import clauses
from assistant.guide.claims import GuideClaims
from assistant.guide.concepts import Concepts, qualifies
from assistant.guide.lead import within
from assistant.guide.outline import Outline
from assistant.guide.wording import Wording
from assistant.spans import spans_of
from assistant.values import Claim, Draft, Evidence, Query, Status
from corpus.analysis import terms, words
from corpus.cues import Cues
from corpus.numbers import number_from_words
from corpus.records import Definicion, Etapa, Fragmento, Herramienta, Pasaje, Record
from corpus.store import Store

# How many words beside a concept a question may hold and still ask for its definition alone.
BESIDE_CONCEPT = 2
MOST_COMPARED = 3
# "¿Y las otras, en qué se diferencian?": the rest of the set that the concept told is of.
_THE_OTHERS = re.compile(r"^\W*(?:y |e )?(?:que (?:son|es) )?(?:l[ao]s?|el) otr[oa]s?(?: (?:dos|tres|cuatro|cinco))?\b")


class DefinitionAnswerer:
    """Answers what is asked of the definitions of one index."""

    def __init__(
        self, store: Store, concepts: Concepts, wording: Wording, claims: GuideClaims, outline: Outline, cues: Cues
    ) -> None:
        self.store = store
        self.concepts = concepts
        self.wording = wording
        self.claims = claims
        self.outline = outline
        self.cues = cues

    def asked(self, fresh: str) -> Claim | None:
        """The definition that a message asks for by the concept's name, or None."""
        defines = self.wording.asks_definition(fresh)
        says = not defines and self.cues.has(
            "pide.dice", fresh
        )  # "¿qué dice la guía de X?" asks it where no more is said
        if not (defines or says):
            return None
        named = self.concepts.named(fresh)
        beside = self.wording.beside(self.cues.strip("pide.dice", fresh) if says else fresh, named)
        most = BESIDE_CONCEPT if defines else 0
        if len(named) != 1 or len(beside) > most or self.wording.is_part(fresh, named[0]):
            return None
        return self.claims.define(named[0].definicion)

    def beside_others(self, query: Query) -> list[Claim]:
        """The definitions that one of several questions of a message asks for: "¿qué es X y cuántos hay?"."""
        asked = clauses(query.propias if query.seguimiento else query.texto)
        found = [self.asked(part) for part in asked] if len(asked) > 1 else []
        return [claim for claim in found if claim is not None]

    def named(self, name: str) -> tuple[Definicion, Claim] | None:
        """The definition of the concept that bears a folded name, all of it; None where there is none."""
        found = next((one for one in self.concepts.named(name) if one.stems == set(terms(name))), None)
        return (found.definicion, self.claims.define(found.definicion)) if found is not None else None

    def others(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The other concepts of the set of the one just asked: "¿y las otras?"; beside it, where their difference is asked."""
        last = self.store.records.get(query.records[0]) if query.seguimiento and query.records else None
        if last is None or _THE_OTHERS.search(fresh) is None or not _of_guide(last, self.outline):
            return None
        told = [one.definicion for one in self.concepts.named(query.anterior)]
        told = [one for one in told if not any(qualifies(one, other) for other in told if other is not one)]
        pairs = [(one, beside) for one in told if (beside := self.concepts.beside(one))]
        if len(pairs) != 1:
            return None
        one, beside = pairs[0]
        if self.wording.topic(_THE_OTHERS.sub(" ", fresh), "pide.diferencia") - set(terms(one.concepto.texto)):
            return None
        if self.cues.has("pide.diferencia", fresh) and len(beside) < MOST_COMPARED:
            return drafted(self.claims.beside([one, *beside]), [one, *beside])
        return drafted([self.claims.define(other) for other in beside], beside)

    def compared(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """Two concepts or more side by side, where their difference is asked for."""
        if not self.cues.has("pide.diferencia", fresh):
            return None
        named = [one.definicion for one in self.concepts.named(fresh)]
        if len(named) < 2 and query.seguimiento:
            named = [one.definicion for one in self.concepts.named(query.texto)]
        named = [one for one in named if not any(qualifies(one, other) for other in named if other is not one)]
        if not 2 <= len(named) <= MOST_COMPARED:
            return None
        claims = self.claims.beside(named)
        units = [self.outline.unit_at(one.definicion.spans) for one in named]
        if units[0] is not None and all(unit is units[0] for unit in units):
            blocks = dict.fromkeys(units[0].block_at(one.definicion.spans) for one in named)
            claims += self.claims.context(units[0], [block for block in blocks if block is not None])
        return drafted(claims, named)

    def of_set(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """All of a numbered set of definitions, or the one of it that is meant."""
        found = self.concepts.numbered(fresh) or (self.concepts.numbered(query.texto) if query.seguimiento else None)
        if found is None:
            return None
        name, members = found
        named = self.concepts.numbered(fresh) is not None
        left = {stem for word in words(fresh) if number_from_words([word]) is None for stem in terms(word)}
        left &= self.wording.topic(fresh, "pide.todas") - set(terms(name))
        whole = named and self.wording.in_plural(fresh, name) and self.cues.has("pide.todas", fresh)
        if whole and not left & self.concepts.told_apart(members) and self.concepts.exactly(members, fresh) is None:
            return drafted(self.claims.numbered(name, members), members)
        one = self._member(members, fresh, evidence) if left or re.search(r"\b\d\b", fresh) else None
        if one is not None and (not named or self.wording.asks_definition(fresh) or len(left) <= 3):
            return drafted([self.claims.define(one)], [one])
        if named and (self.cues.has("pide.todas", fresh) or not left):
            return drafted(self.claims.numbered(name, members), members)
        return None

    def _member(self, members: Sequence[Definicion], fresh: str, evidence: Evidence) -> Definicion | None:
        """Which of a numbered set a message means: by its number or its name, else the one that was found first."""
        sure = self.concepts.exactly(members, fresh)
        if sure is not None:
            return sure
        for hit in evidence.kept[: 0 if evidence.motivo else 3]:
            spans = spans_of(self.store.records[hit.record_id])
            found = [one for one in members if within(spans, one.definicion.spans)]
            if found:
                return found[0]
        return self.concepts.member(members, fresh)


def _of_guide(record: Record, outline: Outline) -> bool:
    """Whether a record is of the guide, and no practice that it tells."""
    pieces = Definicion | Etapa | Herramienta | Fragmento | Pasaje
    return isinstance(record, pieces) and record.document in outline.guides


def drafted(claims: Sequence[Claim], records: Sequence[Etapa | Herramienta | Definicion]) -> Draft:
    """An answer that rests on records of the guide."""
    return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(record.id for record in records))
