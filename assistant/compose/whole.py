"""Whole documents: what each one is, where a question compares two of them, asks what the plan is about, or of one of them
whose it is, of what year, and where it can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.compose.medidas import MedidaClaims, count
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.understand.plan_name import PlanName, plan_title
from assistant.understand.text import topic_stems
from assistant.values import Claim, Draft, Query, Status
from corpus.cues import Cues
from corpus.records import Fragmento, Practica
from corpus.store import Store

MAX_TEXT = 700
# "¿Quién coordina el plan?", "¿cuándo se publicó el plan?": nothing follows its name.
_OF_ITSELF = re.compile(
    r"^\W*(?:y )?(?:(?:a )?quien(?:es)?|(?:que|cual) (?:institucion|organismo|entidad|ministerio|servicio|organo|instancia)|cuando|en que (?:fecha|ano|mes)) "
    r"(?:\w+ ){1,5}?(?:el|del|al) plan\W*$"
)


class WholeDocuments:
    """Tells what the documents of one index are; ``messages`` are the words by which that is asked."""

    def __init__(
        self, store: Store, texts: Texts, retriever: Retriever, medidas: MedidaClaims, messages: Cues, asking: Cues
    ) -> None:
        self.store = store
        self.texts = texts
        self.retriever = retriever
        self.medidas = medidas
        self.messages = messages
        self.plan = PlanName(plan_title(store), asking)

    def answer(self, query: Query, pieces: Callable[[Fragmento], Sequence[Claim]]) -> Draft | None:
        """What each document is that a question compares or asks for as a whole; None where it asks more than that."""
        line = self.plan.shortened(query.texto)
        plan = next((medida.document for medida in self.store.medidas.values()), None)
        named = (*((plan,) if plan and self.plan.named(line) else ()), *query.documentos)
        compares = len(named) > 1 and self.messages.has("documento_entero.compara", line)
        about = named == (plan,) and self.messages.has("documento_entero.resume", line)
        card = len(named) == 1 and self.messages.has("documento_entero.ficha", line)
        holds = len(named) == 1 and self._gathers(named[0]) and self.messages.has("documento_entero.resume", line)
        if not (compares or about or card or holds):
            return None
        left = self.plan.without(line)
        for document in query.documentos:
            left = self.retriever.cues.strip(f"documento.{document}", left)
        for group in ("compara", "resume", "ficha", "relleno"):
            left = self.messages.strip(f"documento_entero.{group}", left)
        if topic_stems(self.retriever.cues, left):
            return None
        claims: list[Claim] = []
        for document in dict.fromkeys(named):
            claims += self._document(
                document, plan, pieces, card="ficha" if card and not (about or holds) else "documento"
            )
        return Draft(status=Status.ANSWERED, claims=tuple(claims), entire=holds)

    def _gathered(self, practice: Practica) -> Claim:
        """A practice of a document by its title and its place."""
        text = self.texts("estados", "reunida", p=practice)
        return Claim(text=text, spans=practice.titulo.spans + practice.lugar.spans, block="item")

    def _gathers(self, document: str) -> bool:
        """Whether most of a document are practices, each with a title of its own."""
        own = [one.span for one in self.store.of(Practica) if one.document == document]
        return 2 * sum(span.end - span.start for span in own) >= len(self.store.documents[document].text)

    def asks_of_plan(self, query: Query) -> bool:
        """Whether who made or runs the plan itself is asked for, or when: of that none of its medidas tells."""
        line = self.plan.shortened(query.texto)
        return not query.filtros.numeros and self.plan.named(line) and _OF_ITSELF.search(line) is not None

    def _document(
        self, document: str, plan: str | None, pieces: Callable[[Fragmento], Sequence[Claim]], card: str
    ) -> list[Claim]:
        """A document by its title, in the words of a ``card`` of the texts, and what it says it is or how much it holds."""
        claims = [Claim(text=self.texts("estados", card, d=self.store.documents[document]), block="canned")]
        if document == plan:
            ejes = self.store.ejes.values()
            rows = [Claim(text=f"{eje.nombre.texto}.", spans=eje.nombre.spans, block="item") for eje in ejes]
            return [*claims, self.medidas.whole_plan(), *rows]
        if self._gathers(document):
            practices = [one for one in self.store.of(Practica) if one.document == document]
            text = self.texts("estados", "reune", total=len(practices))
            spans = tuple(one.titulo.spans[0] for one in practices[:12])
            claims.append(Claim(text=text, spans=spans, computed=count(len(practices))))
            if card == "documento":
                claims += [self._gathered(one) for one in practices]
            return claims
        title = self.store.documents[document].title
        hits = self.retriever.search(f"qué es, qué contiene y cuál es el propósito de: {title}", documents=(document,))
        found = (self.store.records[hit.record_id] for hit in hits[:8])
        about = next((one for one in found if isinstance(one, Fragmento) and len(one.texto.texto) <= MAX_TEXT), None)
        return [*claims, *(pieces(about) if about else ())]
