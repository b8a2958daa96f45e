"""Whether the plan holds what is asked of it, or its nearest medidas are only the nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import fsum

from assistant.retrieve import Retriever
from assistant.understand.text import topic_stems
from assistant.values import Evidence, Query
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Medida
from corpus.store import Store

# From which weight on a medida holds a topic, and how many words a topic has at most to be weighed so; found on the
# dev questions and as many on topics that the plan has nothing of.
SURE = 0.65
CERTAINLY = 0.85
# From which weight on it holds a topic though others are nearly as near, and how far it must be before them else.
ALONE = 0.8
AHEAD = 0.55
HELD_WEIGHT = 0.5
MAX_TOPIC = 6
# "lo de las lenguas indígenas", "la de la aplicación": something that is named, and nothing said of it.
_THAT_OF = re.compile(r"\W*(?:y )?(?:lo|la|el) del? (?:(?:la|las|los|el) )?(?:\w+ ?){1,3}\W*$")
# "¿cuál medida es la que…?", "¿qué medida del plan…?"
WHICH_MEDIDA = re.compile(r"\b(?:que|cual(?: es la)?) medida\b")


class Topics:
    """Weighs topics against the medidas of one index."""

    def __init__(self, store: Store, retriever: Retriever, messages: Cues) -> None:
        self.store = store
        self.retriever = retriever
        self.messages = messages
        self._common = frozenset(terms(" ".join(messages.phrases("medida.comun"))))

    def said(self, text: str) -> list[str]:
        """The distinct stems of what is asked, without the words that any question of a medida holds."""
        return [stem for stem in dict.fromkeys(terms(text)) if stem not in self._common]

    def row_holds(self, topic: Sequence[str], medida: Medida) -> float:
        """How much of a topic, weighed by rarity, the row of a medida itself holds."""
        row = set(terms(self.store.quote(medida.span)))
        return self._share(topic, row)

    def _share(self, topic: Sequence[str], held: set[str]) -> float:
        rarity = self.store.vocabulary.rarity
        total = fsum(rarity(stem) for stem in topic)
        return fsum(rarity(stem) for stem in topic if stem in held) / total if total else 1.0

    def of_plan(self, query: Query) -> bool:
        """Whether what is asked of a thing only the plan says: who is responsible for it, by when, how it is measured."""
        return self.messages.has("medida.solo_del_plan", query.texto)

    def certain(self, query: Query) -> bool:
        """Whether a field that only the plan gives is asked of something that a medida surely is about."""
        if not self.of_plan(query) or query.avance or query.documentos:
            return False
        return self.nearest_holds(query)

    def told_shortly(self, query: Query) -> bool:
        """Whether a question is of so few words that they can be weighed against a medida."""
        return 0 < len(topic_stems(self.retriever.cues, query.resto or query.texto)) <= MAX_TOPIC

    def surely(self, query: Query, evidence: Evidence) -> bool:
        """Whether what is asked surely is of the plan, though it seem to be of no document."""
        return self.certain(query) or self.asks_which(query, evidence) or self.asks_whether(query)

    def asks_which(self, query: Query, evidence: Evidence) -> bool:
        """Whether it is asked which medida there is for somebody's case, and a medida is what is nearest to it."""
        nearest = isinstance(self.store.records[evidence.kept[0].record_id], Medida)
        return nearest and evidence.motivo == "tramite" and WHICH_MEDIDA.search(fold(query.pregunta)) is not None

    def asks_whether(self, query: Query) -> bool:
        """Whether it is only asked if there is anything on something that a medida surely is about ("¿algo de Fonasa?")."""
        line = fold(query.pregunta)
        asks = self.messages.has("medida.si_hay", line) or _THAT_OF.match(line)
        return bool(asks) and not query.documentos and not query.cifra and self.nearest_holds(query)

    def nearest_holds(self, query: Query) -> bool:
        """Whether the medida nearest to a question surely is about what it asks."""
        return self.holds(query, [medida for medida, _ in self.retriever.medidas(query.texto)[:1]], sure=CERTAINLY)

    def holds(self, query: Query, medidas: Sequence[Medida], sure: float = SURE) -> bool:
        """Whether the plan surely holds what is asked of it, or the nearest medidas are only the nearest.

        It weighs how near in meaning the best of them is and how many of the words asked for it holds, as they are or
        as the lexicon says them. Of a long question a medida holds but a part.
        """
        topic = self._topic(query)
        if sure == SURE and (not query.medidas or query.documentos):
            return True
        if not 0 < len(topic) <= MAX_TOPIC or not self.retriever.dense:
            return True
        weight = self.weight(query, medidas)
        if sure != SURE or not SURE <= weight < ALONE:
            return weight >= sure
        # Of what no medida is about many are as near as the nearest.
        hits = {medida.numero: hit.score for medida, hit in self.retriever.medidas(query.texto)}
        others = max(
            (score for number, score in hits.items() if number not in {m.numero for m in medidas}), default=0.0
        )
        return max(hits[medida.numero] for medida in medidas if medida.numero in hits) >= others + AHEAD

    def weight(self, query: Query, medidas: Sequence[Medida]) -> float:
        """How near in meaning the best of medidas is, and how many of the words that are asked for it holds."""
        topic = self._topic(query)
        hits = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        near = [medida for medida in medidas if medida.numero in hits]
        return max(
            (hits[m.numero] + HELD_WEIGHT * self._covered(topic, m, query.texto) for m in near if topic), default=0.0
        )

    def _topic(self, query: Query) -> tuple[str, ...]:
        """The stems of what a question is about; an institution that is named is part of it: "la que busca agilizar FONASA"."""
        named = query.filtros.instituciones or query.filtros.junto_a
        return topic_stems(self.retriever.cues, query.texto if named else query.resto or query.texto)

    def _covered(self, topic: Sequence[str], medida: Medida, text: str) -> float:
        """How much of a topic, weighed by rarity, a medida or the questions written for it hold, by synonyms too."""
        held = set(self.store.vocabulary.stems.get(medida.id, "").split())
        for form, concept in self.retriever.synonyms.found(text):
            if set(terms(concept)) <= held:
                held |= set(form)
        return self._share(topic, held)
