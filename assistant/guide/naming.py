"""The concept that a message describes and asks the name of: "¿cómo se le llama a quien huye de una guerra?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cached_property

from assistant.guide.concepts import QUALIFIED, Concepts
from assistant.retrieve import Retriever
from assistant.spans import overlap
from assistant.values import Evidence
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Definicion, Fragmento
from corpus.store import Store

# How well the definition of a concept must fit what is described, and how far ahead of the next one it must be.
FITS, AHEAD = 0.95, 0.1
# How much the words that both hold weigh beside how near the meanings are.
SHARED = 0.5
# How near meanings are taken to be where they are not searched: then all words must be held.
UNTOLD = 0.5
# How far ahead the definition that was found first must be, where what is described is said in quite other words.
CLEAR = 0.25
# Among how many of the first pieces found for the message the definition must be.
FOUND = 2
_ASIDE = re.compile(
    r",? ?\b(?:segun|en|de acuerdo con|para) (?:la guia|el glosario|el documento|los documentos)\b|[¿?]"
)
# A further question of the same message: "… ¿cómo se llaman y qué miden?".
_FURTHER = re.compile(r"\b(?:y|o) (?:que|cuanto|cuantos|cuantas|como|cual|quien|para que)\b.*$")
# What is described by what it lacks, and how a definition says so.
_WITHOUT = re.compile(r"\b(?:no (?!se\b)\w+|sin \w+|carece\w*)\b")
_LACKING = re.compile(r"\b(?:no|sin|carec\w+|falta|ausencia|irregular\w*|indocument\w+)\b")


class Naming:
    """Finds the concepts of one index by what is said of them."""

    def __init__(self, store: Store, concepts: Concepts, retriever: Retriever, cues: Cues) -> None:
        self.store = store
        self.concepts = concepts
        self.retriever = retriever
        self.cues = cues

    def described(self, fresh: str, evidence: Evidence) -> Definicion | None:
        """The concept whose name a folded message asks by describing it; None where none fits far better than others.

        What was found first for the message must be that definition too: other things than concepts have names.
        """
        if not self.cues.has("pide.nombre", fresh):
            return None
        thing = " ".join(_FURTHER.sub("", _ASIDE.sub(" ", self.cues.strip("pide.nombre", fresh))).split(" ")).strip()
        stems = terms(thing)
        if len(stems) < 2:
            return None
        dense = self.store.dense if self.retriever.dense else None
        near = dense.similarities(thing, tuple({p.id for p in self._pieces.values()})) if dense is not None else {}
        unknown = 0.0 if dense is not None else UNTOLD
        fits: list[tuple[float, Definicion]] = []
        for one in self.concepts.all:
            piece = self._pieces.get(one.id)
            if piece is None or set(terms(QUALIFIED.sub("", one.concepto.texto))) <= set(stems):
                continue  # who asks for a name does not say it
            told = self.store.vocabulary.coverage(stems, piece.id)
            fits.append((near.get(piece.id, unknown) + SHARED * told, one))
        fits.sort(key=lambda pair: -pair[0])
        if not fits or fits[0][0] < FITS or (fits[1:] and fits[0][0] - fits[1][0] < AHEAD):
            return self._found_first(evidence, {one.id for _, one in fits})
        found = [self.store.records[hit.record_id] for hit in evidence.kept[:FOUND]]
        best = fits[0][1]
        spans = best.definicion.spans
        return best if any(isinstance(one, Fragmento) and overlap(one.texto.spans, spans) for one in found) else None

    def _found_first(self, evidence: Evidence, unsaid: Collection[str]) -> Definicion | None:
        """The concept whose definition was found first for the message, far ahead of anything else, and that it does not name."""
        first, *rest = evidence.kept or (None,)
        if first is None or (rest and first.score - rest[0].score < CLEAR):
            return None
        return next(
            (
                one
                for one in self.concepts.all
                if one.id in unsaid and (piece := self._pieces.get(one.id)) is not None and piece.id == first.record_id
            ),
            None,
        )

    def unnamed(self, fresh: str, evidence: Evidence) -> bool:
        """Whether the name is asked of what lacks something, and the definition found first speaks of no lack.

        "La gente que no tiene nacionalidad" is not defined by what is said of the people of a nation.
        """
        if not (evidence.kept and self.cues.has("pide.nombre", fresh) and _WITHOUT.search(fresh)):
            return False
        first = evidence.kept[0].record_id
        one = next(
            (one for one in self.concepts.all if (piece := self._pieces.get(one.id)) and piece.id == first), None
        )
        return one is not None and _LACKING.search(fold(one.definicion.texto)) is None

    @cached_property
    def _pieces(self) -> dict[str, Fragmento]:
        """The smallest piece of text that holds each definition and no other one, by the definition's id."""
        pieces = self.store.of(Fragmento)
        found: dict[str, Fragmento] = {}
        for one in self.concepts.all:
            held = [
                piece
                for piece in pieces
                if piece.document == one.document and overlap(piece.texto.spans, one.definicion.spans)
            ]
            if held:
                found[one.id] = min(held, key=lambda piece: len(piece.texto.texto))
        shared = Counter(piece.id for piece in found.values())
        return {id: piece for id, piece in found.items() if shared[piece.id] == 1}
