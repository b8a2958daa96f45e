"""The few medidas nearest to a topic that none may be wholly about, each with why it was chosen.

A topic is taken apart into what it names: "cabros", "colegio", "sin RUT". Each part is a field of the plan, a word for
one of its concepts, or a word of its own; a medida holds it where its row says so or its institution answers for that
field. A part that no medida holds is told as missing, and the rest is then only what comes near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.compose.medidas import MedidaClaims, stated
from assistant.retrieve import Retriever
from assistant.select import is_of
from assistant.understand.temas import Temas
from assistant.understand.text import topic_stems
from assistant.understand.wishes import Wishes
from assistant.values import Claim, Draft, Query, Status, Tema
from corpus.analysis import STOP_WORDS, stem, terms, words
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.records import Medida

MOST = 5
# How many of each part are told where no medida holds all of them.
EACH = 2
# How near to the best a medida comes that is told beside it.
NEAR = 0.85
# What share of a topic, weighed by rarity, medidas must hold for its nearest to be worth telling.
WORTH = 0.3
# How much less the questions written for a medida count than its row.
WRITTEN = 0.5
LONGEST = 4
SHORT = 4


@dataclass(frozen=True)
class Part:
    """One thing that a topic names: as it was typed, what it is in the plan's words, and how much it weighs."""

    typed: str
    meant: str
    stems: tuple[frozenset[str], ...]
    weight: float
    tema: Tema | None = None
    needed: bool = True
    people: bool = False


class NearestMedidas:
    """Finds them in one index, by fields, synonyms and meaning."""

    def __init__(
        self, retriever: Retriever, temas: Temas, known: Instituciones, claims: MedidaClaims, messages: Cues
    ) -> None:
        self.store = retriever.store
        self.retriever = retriever
        self.temas = temas
        self.known = known
        self.claims = claims
        self.messages = messages
        self.verbs = Wishes(self.store.vocabulary.counts)

    def draft(self, query: Query) -> Draft | None:
        """The few best for the topic of a query, and why; told as the nearest only where no medida speaks of a part of it.

        None where what medidas hold of it is not worth telling.
        """
        parts = self.parts(query)
        holders = {part: [m for m in self.store.medidas.values() if self.holds(m, part)] for part in parts}
        parts = [part for part in parts if part.needed or holders[part]]
        total = sum(part.weight for part in parts)
        held = [part for part in parts if holders[part]]
        if not held or sum(part.weight for part in held) < WORTH * total:
            return None
        missing = [part for part in parts if not holders[part]]
        chosen = self._chosen(query, held, holders)
        lead = self._lead(parts, missing, chosen)
        rows = [self._row(medida, held) for medida in chosen]
        notes = [note for medida in chosen for note in self.claims.impossible(medida)]
        return Draft(
            status=Status.NOT_FOUND if missing else Status.ANSWERED,
            abstained=bool(missing),
            claims=(lead, *rows, *notes),
            medidas=tuple(medida.numero for medida in chosen),
            record_ids=tuple(medida.id for medida in chosen),
        )

    def parts(self, query: Query) -> list[Part]:
        """What the topic of a query names, each thing once."""
        text = self.messages.strip("medida.de_todas", query.resto or query.texto)
        topic = topic_stems(self.retriever.cues, text)
        typed = [word for word in words(text) if word not in STOP_WORDS and stem(word) in topic]
        concepts = {
            tuple(one for one in form if one in topic): concept for form, concept in self.retriever.synonyms.found(text)
        }
        found: list[Part] = []
        at = 0
        while at < len(typed):
            size = next(
                (n for n in range(min(LONGEST, len(typed) - at), 0, -1) if self._known(typed[at : at + n], concepts)), 1
            )
            found.append(self._part(typed[at : at + size], concepts))
            at += size
        return list({(part.tema.nombre if part.tema else part.typed): part for part in found}.values())

    @staticmethod
    def _stems(typed: Sequence[str]) -> tuple[str, ...]:
        return tuple(stem(word) for word in typed)

    def _known(self, typed: Sequence[str], concepts: dict[tuple[str, ...], str]) -> bool:
        stems = self._stems(typed)
        return stems in concepts or self.temas.of_stems(stems) is not None

    def _written(self, typed: Sequence[str]) -> bool:
        """Whether words are told by their stems: short ones only as they are written, for "rut" shares that of "ruta"."""
        return all(len(word) > SHORT or word in self._words for word in typed)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that the rows of medidas write."""
        return frozenset(word for m in self.store.medidas.values() for word in words(self.store.quote(m.span)))

    def _part(self, typed: Sequence[str], concepts: dict[tuple[str, ...], str]) -> Part:
        stems = self._stems(typed)
        concept = concepts.get(stems)
        tema = self.temas.of_stems(stems) or (self.temas.of_stems(terms(concept)) if concept else None)
        rarity = self.store.vocabulary.rarity
        vague = self.messages.has("medida.vago", " ".join(typed))
        return Part(
            typed=" ".join(typed),
            meant=tema.nombre if tema else concept or "",
            stems=tuple(frozenset(one) for one in (stems if self._written(typed) else (), terms(concept or "")) if one),
            weight=max(map(rarity, stems)),
            tema=tema,
            people=tema is not None and self.temas.of_people(tema),
            needed=not vague and (tema is not None or concept is not None or not self.verbs.verb(typed[0])),
        )

    def holds(self, medida: Medida, part: Part) -> bool:
        """Whether the row of a medida says a part, or the medida is of the field that it names."""
        if part.tema is not None and is_of(medida, part.tema, self.known):
            return True
        row = self.retriever.row(medida)
        return any(stems <= row for stems in part.stems)

    def _score(self, medida: Medida, parts: Sequence[Part], near: dict[int, float]) -> float:
        written = self.store.vocabulary.held(medida.id)
        total = sum(part.weight for part in parts)
        held = sum(
            part.weight * (1.0 if self.holds(medida, part) else WRITTEN * any(stems <= written for stems in part.stems))
            for part in parts
        )
        return held / total + near.get(medida.numero, 0.0)

    def _chosen(self, query: Query, parts: Sequence[Part], holders: dict[Part, list[Medida]]) -> list[Medida]:
        """Those that hold all parts, or else the best of each, best first."""
        near = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        score = {m.numero: self._score(m, parts, near) for m in self.store.medidas.values()}

        def best(medidas: Sequence[Medida]) -> list[Medida]:
            return sorted(medidas, key=lambda medida: (-score[medida.numero], medida.numero))

        whole = best([m for m in holders[parts[0]] if all(m in holders[part] for part in parts)])
        if whole:
            return [m for m in whole[:MOST] if score[m.numero] >= NEAR * score[whole[0].numero]]
        # What is to be done says more than for whom.
        matters = [part for part in parts if not part.people]
        of_each = [m for part in matters or parts for m in best(holders[part])[:EACH]]
        of_people = [m for part in parts if part.people and matters for m in best(holders[part])[:1]]
        chosen = [*best(list(dict.fromkeys(of_each))), *of_people]
        return list(dict.fromkeys(chosen))[:MOST]

    def _lead(self, parts: Sequence[Part], missing: Sequence[Part], chosen: Sequence[Medida]) -> Claim:
        whole = any(all(self.holds(medida, part) for part in parts) for medida in chosen)
        text = self.claims.texts(
            "medidas",
            "por_tema",
            total=len(self.store.medidas),
            faltan=[f"«{part.typed}»" for part in missing],
            partes=[f"«{part.typed}»" for part in parts],
            todo=whole,
        )
        return Claim(text=text, computed=stated(text), block="canned")

    def _row(self, medida: Medida, parts: Sequence[Part]) -> Claim:
        """The row of a medida, with what of the topic it holds."""
        (row,) = self.claims.rows([medida])
        why = [(part.typed, part.meant) for part in parts if self.holds(medida, part)]
        text = self.claims.texts("medidas", "por_que", partes=why)
        return row.model_copy(update={"text": f"{row.text} {text}", "computed": (*row.computed, *stated(text))})
