"""Which medidas a question means: by topic, by letters of their rows, by a name that few of them write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from assistant.compose.held import CERTAINLY, Topics
from assistant.compose.medidas import MedidaClaims
from assistant.compose.siblings import alike, holding_first
from assistant.compose.wanted import telling_part
from assistant.retrieve import Retriever
from assistant.select import holds, matches
from assistant.understand.about import STATED, number_of
from assistant.understand.text import topic_stems
from assistant.values import Campo, Filtros, Hit, Palabras, Query
from corpus.analysis import STOP_WORDS, fold, stem, words
from corpus.lexicon import Instituciones
from corpus.records import Medida
from corpus.store import Store

# How near to the best hit a medida must come, as a share of its score; found on the dev questions.
SEVERAL = 0.9
NAMED = 0.7
# How near to the best one that says all of the topic must come to be put before it.
WHOLLY = 0.85
BESIDE_PLAN = 0.85
# How much of the best score the best of the medidas under the question's filters must have for the filters to count.
FILTERED = 0.6
# How many medidas at most an acronym tells from the others.
MAX_NAMED = 2
# How near to the best hit of another document a medida is told beside it, and how surely it must be about the same.
BESIDE_OTHERS = 0.88
BEYOND_DOUBT = 1.0
# How many words make a name that medidas share, and how many medidas share one at most.
NAME = range(2, 6)
MAX_OF_NAME = 5
# One is asked for, or what the name means.
_ONE = re.compile(r"\bmedida\b|\bque (?:es|son|significa)\b")

# "¿Hay algo en el plan para…?", "¿qué hace el plan por…?": of as many as there are.
_OF_ANY = re.compile(r"\balgo\b|\bque (?:hace|dice|trae|tiene|hay|propone|contempla|considera)\b|\bque medidas\b")


class MeantMedidas:
    """Chooses the medidas of one plan that a question means."""

    def __init__(
        self, store: Store, known: Instituciones, retriever: Retriever, topics: Topics, claims: MedidaClaims
    ) -> None:
        self.store = store
        self.known = known
        self.retriever = retriever
        self.topics = topics
        self.claims = claims

    def by_topic(self, query: Query, top: Hit) -> list[Medida]:
        """The medidas that a question by topic means: surely where a medida is the best hit, likely where it names them."""
        found = self.retriever.medidas(telling_part(query.texto))
        if not isinstance(self.store.records[top.record_id], Medida):
            implied = self.topics.of_plan(query) and not query.documentos
            if not (query.medidas or implied) or query.avance or not found:
                return []
            if not query.medidas and not self.topics.holds(query, [found[0][0]], sure=CERTAINLY):
                return []
            reach = NAMED if re.search(r"\bmedidas?\b|\bmeasures?\b", query.texto) else BESIDE_PLAN
            if found[0][1].score < reach * top.score:
                return []
        found = self._named_by_letters(query, self._filtered(query, found))
        own = self.topics.said(query.propias) if query.arrastre else []
        found = holding_first(found, lambda medida: not own or self.topics.row_holds(own, medida) == 1.0, FILTERED)
        topic = [] if own else self.topics.said(query.resto or query.texto)
        if len(topic) > 1:  # "plazo mesa deportistas": of two about as near, the one that says both
            found = holding_first(found, lambda medida: self.topics.row_holds(topic, medida) == 1.0, WHOLLY)
        best, hit = found[0]
        stated_number = STATED.search(query.texto)
        if stated_number:
            return [medida for medida, _ in found[: number_of(stated_number)]]
        named = self._of_one_name(query)
        if best in named:
            return named
        if not query.plural:  # "¿el plan dice algo de…?": two that do nearly the same are both of it
            any_ = not query.campos and _OF_ANY.search(fold(query.texto)) is not None
            return [best, *(medida for medida, _ in found[1:3] if any_ and alike(medida, best))]
        near = [medida for medida, other in found[:6] if other.score >= SEVERAL * hit.score]
        return near + [medida for medida, _ in found[:6] if medida not in near and alike(medida, best)]

    def titled(self, query: Query) -> Medida | None:
        """The one medida whose text begins with the very thing whose deadline is asked: "¿pa cuándo es el programa de
        mediación intercultural?". Deadlines are of the plan, though a practice of the same name be nearer."""
        if Campo.PLAZO not in query.campos or query.documentos or query.seguimiento:
            return None
        topic = topic_stems(self.retriever.cues, query.resto)
        if len(topic) not in NAME:
            return None
        found = [
            medida for medida in self.store.medidas.values() if set(self._begins(medida, len(topic))) == set(topic)
        ]
        return found[0] if len(found) == 1 else None

    def _begins(self, medida: Medida, so_many: int) -> list[str]:
        return [stem(word) for word in words(medida.texto.texto) if word not in STOP_WORDS][:so_many]

    def one_of(self, query: Query) -> Medida | None:
        """The medida of a set that a question describes; None where another one is far nearer to what it says."""
        found = self.retriever.medidas(query.texto)
        own = [(medida, hit) for medida, hit in found if medida.numero in query.filtros.entre]
        if not own or own[0][1].score < FILTERED * found[0][1].score:
            return None
        return own[0][0]

    def beside(self, query: Query, top: Hit) -> list[Medida]:
        """The medidas that surely are about what another document was found to answer, where none is said to answer it alone."""
        if query.documentos or query.medidas or query.avance or query.cifra or query.seguimiento:
            return []
        found = self.retriever.medidas(query.texto)
        if not found or found[0][1].score < BESIDE_OTHERS * top.score:
            return []
        best = found[0][0]
        if self.topics.weight(query, [best]) < BEYOND_DOUBT:
            return []
        return [best, *(medida for medida, _ in found[1:6] if alike(medida, best))]

    def _of_one_name(self, query: Query) -> list[Medida]:
        """The few medidas whose texts all write what the plan is asked about and nothing else is: "la Ruta de la Empleabilidad"."""
        topic = topic_stems(self.retriever.cues, query.resto or query.texto)
        alone = len([word for word in words(query.texto) if word not in STOP_WORDS]) == len(topic)
        asked = query.medidas or alone
        if len(topic) not in NAME or query.campos or query.avance or not asked or _ONE.search(query.texto):
            return []
        name = Palabras(texto=" ".join(topic), formas=(" ".join(topic),))
        found = [medida for _, medida in sorted(self.store.medidas.items()) if holds(medida, name)]
        return found if 1 < len(found) <= MAX_OF_NAME else []

    def _named_by_letters(self, query: Query, found: list[tuple[Medida, Hit]]) -> list[tuple[Medida, Hit]]:
        """Those first whose row writes an acronym of the question ("la de la CASEN"), where few do: it is a name."""
        asked = set(words(query.texto))
        named = {acronym for acronym in self._acronyms if acronym in asked}
        first = [(m, hit) for m, hit in found if any(m.numero in self._acronyms[acronym] for acronym in named)]
        near = bool(first) and first[0][1].score >= FILTERED * found[0][1].score
        return [*first, *(one for one in found if one not in first)] if near else found

    def names(self, query: Query, medidas: Sequence[Medida]) -> bool:
        """Whether a question names the first of these medidas by an acronym that few rows write, or a message that goes on
        says nothing that its row does not hold: "¿y la presentación?", after the pilot of a policy."""
        own = self.topics.said(query.propias) if query.arrastre else []
        if own and self.topics.row_holds(own, medidas[0]) == 1.0:
            return True
        return medidas[0].numero in {n for word in words(query.texto) for n in self._acronyms.get(word, ())}

    @cached_property
    def _acronyms(self) -> dict[str, frozenset[int]]:
        """The acronyms, folded, that the rows of only a few medidas write, but for those of institutions; and which."""
        rows = {
            m.numero: set(re.findall(r"\b[A-ZÑ]{3,}\b", self.store.quote(m.span))) for m in self.store.medidas.values()
        }
        found = {
            acronym: frozenset(n for n, own in rows.items() if acronym in own)
            for own in rows.values()
            for acronym in own
        }
        return {
            fold(acronym): numbers
            for acronym, numbers in found.items()
            if len(numbers) <= MAX_NAMED and self.known.canonical(acronym) is None
        }

    def _filtered(self, query: Query, found: list[tuple[Medida, Hit]]) -> list[tuple[Medida, Hit]]:
        """Those under the filters of the question, unless it clearly means one that is not."""
        filtros = query.filtros
        if not filtros.model_copy(update={"numeros": (), "entre": ()}):
            return found
        under = [(m, hit) for m, hit in found if matches(m, filtros, self.known) or self._tells(m, filtros)]
        if not under or under[0][1].score < FILTERED * found[0][1].score:
            return found
        # "una aplicación para los policías": whom a thing is for is not who is responsible for it.
        stands = self.topics.holds(query, [under[0][0]]) or not self.topics.holds(query, [found[0][0]], sure=CERTAINLY)
        return under if stands else found

    def _tells(self, medida: Medida, filtros: Filtros) -> bool:
        """Whether the text of a medida names the institutions that a question names: "el convenio SERMIG-ANID"."""
        named = (*filtros.instituciones, *filtros.junto_a)
        others = {"instituciones": (), "junto_a": (), "min_instituciones": 1, "max_instituciones": None}
        return (
            bool(named)
            and all(self.claims.mentions(medida, name) for name in named)
            and matches(medida, filtros.model_copy(update=others), self.known)
        )
