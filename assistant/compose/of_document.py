"""What one document says of a topic, where just that is asked: "¿qué dice la guía sobre…?"; or that it does not speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assistant.compose.leads import Leads
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.understand.plan_name import PlanName, plan_title
from assistant.understand.text import topic_stems
from assistant.values import Claim, Draft, Kind, Query, Status
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Fragmento, Pasaje, Record
from corpus.store import Store

_ASKS = re.compile(
    r"^\W*(?:y )?(?:que|q|k|lo que) (?:dicen?|hablan?|mencionan?|senalan?|informan?|plantean?|recomiendan?|cuentan?) "
    r"(?P<who>(?:el|la|los|las) [a-z ]{4,40}?) (?:sobre|acerca del?|respecto del?|respecto al?|del?) (?P<what>[^,;:.?¿]{3,60}?)\W*$"
)
# A topic of more words is told in others.
MOST_WORDS = 3
# How many of the nearest records of a document are looked at.
NEAREST = 12
SHOWN = 3


class OfDocument:
    """Holds an answer against the one document that is asked; ``asking`` are the words of questions about medidas."""

    def __init__(self, retriever: Retriever, texts: Texts, leads: Leads, asking: Cues) -> None:
        self.store: Store = retriever.store
        self.retriever = retriever
        self.texts = texts
        self.leads = leads
        self.plan_name = PlanName(plan_title(self.store), asking)
        self.plan = next((medida.document for medida in self.store.medidas.values()), None)

    def held(self, query: Query, draft: Draft) -> Draft:
        """The draft where the document that is asked leads it; else what that document says of the topic, or that it does not
        speak of it, with the nearest that others say."""
        match = _ASKS.match(fold(query.texto))
        plain = query.kind is Kind.PASAJE and draft.status is Status.ANSWERED and not (query.arrastre or query.avance)
        if match is None or not plain or not draft.claims:
            return draft
        document = self._document(match["who"], query)
        topic = frozenset(topic_stems(self.retriever.cues, match["what"]))
        if document is None or not 0 < len(topic) <= MOST_WORDS or self._leads(document, draft, topic):
            return draft
        own = self._own(document, query, topic) if document != self.plan else []
        if own:
            return Draft(
                status=Status.ANSWERED,
                claims=tuple(self.leads.pieces(own, query)),
                record_ids=tuple(record.id for record in own),
            )
        if self._spoken_of(document, topic):
            return draft
        what = match["what"].strip()
        text = self.texts("estados", "no_habla", titulo=self.store.documents[document].title, tema=what)
        near = Claim(text=self.texts("estados", "cercano"), block="heading")
        claims = (Claim(text=text, block="canned"), near, *draft.claims[:SHOWN])
        return Draft(status=Status.NOT_FOUND, abstained=True, claims=claims, record_ids=draft.record_ids)

    def _document(self, who: str, query: Query) -> str | None:
        """The document that some words name and nothing else; None where they name none, or the question several."""
        if len(query.documentos) == 1:
            (document,) = query.documentos
            left = _content(self.retriever.cues.strip(f"documento.{document}", who))
            return document if left <= _content(fold(self.store.documents[document].title)) else None
        of_plan = not query.documentos and self.plan_name.named(who)
        return self.plan if of_plan and not _content(self.plan_name.without(who)) else None

    def _leads(self, document: str, draft: Draft, topic: frozenset[str]) -> bool:
        """Whether an answer begins with what the document says; of a plan, with a medida that is known by some of the topic."""
        first = next((claim for claim in draft.claims if claim.spans), None)
        if first is None or document not in {span.document for span in first.spans}:
            return first is None
        # What is written with a medida for it to be found may name what its row does not: "consejo" is not the COSOC.
        named = bool(topic & {stem for acronym in self.store.acronyms for stem in terms(acronym)})
        medidas = [self.store.medidas[number] for number in draft.medidas]
        held = [self.retriever.row(one) if named else self.store.vocabulary.held(one.id) for one in medidas]
        return not medidas or any(topic & one for one in held) or any(self._means(one, topic) for one in held)

    def _means(self, held: Set[str], topic: frozenset[str]) -> bool:
        """Whether some stems hold the documents' own words for some of a topic."""
        concepts = (concept for _, concept in self.retriever.synonyms.found(" ".join(topic)))
        return any(set(terms(concept)) <= held for concept in concepts)

    def _spoken_of(self, document: str, topic: frozenset[str]) -> bool:
        """Whether a document says the rarest word of a topic anywhere, or its own for it."""
        rarest = max(topic, key=self.store.vocabulary.rarity)
        text = fold(self.store.documents[document].text)
        concepts = (fold(concept) for _, concept in self.retriever.synonyms.found(rarest))
        return rarest in terms(text) or any(concept in text for concept in concepts)

    def _own(self, document: str, query: Query, topic: frozenset[str]) -> list[Record]:
        """The record of a document nearest to a question that says all of its topic; none where no one does."""
        hits = self.retriever.search(query.texto, documents=(document,))[:NEAREST]
        found = (self.store.records[hit.record_id] for hit in hits)
        says: Sequence[Record] = [
            one
            for one in found
            if isinstance(one, Fragmento | Pasaje)
            and topic <= {*terms(" ".join(self.store.section(one.texto.spans[0]))), *terms(one.texto.texto)}
        ]
        return [*says[:1]]


def _content(line: str) -> set[str]:
    return {word for word in words(line) if word not in STOP_WORDS}
