"""Figures of something else or wider than what is asked for: told as the nearest that there is, never as the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.figures import compute
from assistant.figures.lookup import ProseLookup
from assistant.figures.prose import Nearby
from assistant.figures.question import Asked
from assistant.figures.rests import denied_by
from assistant.figures.unsaid import Unsaid, counting
from assistant.figures.values import meet
from assistant.texts import Texts
from assistant.values import Claim, Draft, Evidence, Kind, Query, Status
from corpus.analysis import terms
from corpus.lugares import Lugares
from corpus.records import Cifra, Fragmento, Pasaje
from corpus.store import Store

NEARBY = 0.6
FEW = 3


@dataclass(frozen=True, eq=False)
class Apart:
    """Says that no figure is of what is asked for, where those near leave a word unsaid that parts what is counted."""

    store: Store
    texts: Texts
    lugares: Lugares
    lookup: ProseLookup
    unsaid: Unsaid

    def checked(
        self,
        query: Query,
        asked: Asked,
        evidence: Evidence,
        draft: Draft | None,
        nearby: Sequence[Nearby],
        *,
        asks: bool,
    ) -> Draft | None:
        """A draft, or what to say instead of it; where there is none, what to say before the passages near are told.

        ``asks`` says that the question is one about figures, ``nearby`` are the figures of the passages near.
        """
        if draft is not None:
            return draft if draft.abstained else self.of_another(query, asked, draft) or draft
        if query.kind is not Kind.PASAJE or query.medidas or len(query.documentos) > 1:
            return None
        named = asks or self._names(query, asked, nearby)
        return self.beside(query, asked, evidence, asks=asks) if named else None

    def _names(self, query: Query, asked: Asked, nearby: Sequence[Nearby]) -> bool:
        """Whether a question names what a figure near counts, and asks nothing else of it: "seguidores en YouTube"."""
        counted = frozenset(stem for _, one in nearby for stem in (*terms(one.unit), *self.lookup.announced(one)))
        return "?" not in query.pregunta and meet(asked.content[:2], counted)

    def of_another(self, query: Query, asked: Asked, draft: Draft) -> Draft | None:
        """What to say instead of a draft whose figures are not those asked for; None where they are."""
        spans = [span for claim in draft.claims for span in claim.spans]
        said = self.unsaid.said(spans, (claim.text for claim in draft.claims))
        missing = self.unsaid.find(query, asked, said, self.unsaid.known(spans, said), self.unsaid.around(spans), spans)
        otherwise = self.unsaid.otherwise(query, asked, draft.figures)
        new = self.unsaid.only_new(asked, draft.figures, said) if draft.figures else ()
        missing = tuple(dict.fromkeys((*missing, *otherwise, *new, *self.unsaid.other_sort(asked, draft.figures))))
        if draft.figures and draft.figures[0].concept.startswith(compute.REST):  # what is left has no word of its own
            missing = tuple(word for word in missing if not denied_by(asked.line, word))
        if draft.figures and draft.figures[0].concept.startswith(compute.RATIO):  # what it is divided by was found
            missing = tuple(word for word in missing if terms(word) != [asked.per])
        if not missing:
            return None
        first, *rest = draft.claims
        plain = not rest or rest[0].block == "note"
        near = [self._nearest(), first] if plain and len(draft.figures) <= FEW and not first.computed else []
        return self._lacking(missing, first, near)

    def of_another_text(self, query: Query, asked: Asked, draft: Draft) -> Draft | None:
        """What to say instead of a draft of passages that tell no number of what a question counts; None where they may."""
        spans = [span for claim in draft.claims for span in claim.spans]
        said = self.unsaid.said(spans, (claim.text for claim in draft.claims))
        known = self.unsaid.known(spans, said) | self.unsaid.around(spans)
        found = self.unsaid.find(query, asked, said)
        missing = tuple(dict.fromkeys((*found, *self.unsaid.uncounted(asked, known))))
        return self._lacking(missing, draft.claims[0], []) if missing else None

    def beside(self, query: Query, asked: Asked, evidence: Evidence, *, asks: bool) -> Draft | None:
        """What to say where no figure was chosen and the passages near, which state some, leave a word unsaid."""
        if asked.asks_else or not evidence.kept:
            return None
        top = evidence.kept[0].score
        near = [self.store.records[hit.record_id] for hit in evidence.kept if hit.score >= NEARBY * top]
        first = near[0]
        if not isinstance(first, Fragmento | Pasaje) or first.document not in self._with_figures:
            return None
        spans = [span for one in near if isinstance(one, Fragmento | Pasaje) for span in one.texto.spans]
        said = self.unsaid.said(spans)
        known = self.unsaid.known(spans, said).union(*(self.store.vocabulary.held(one.id) for one in near))
        missing = (*self.unsaid.find(query, asked, said, known if asks else None), *self._countries(asked, said))
        if not missing:
            return None
        nearest = Claim(text=first.texto.texto, spans=first.texto.spans)
        return self._lacking(missing, nearest, [])

    def _countries(self, asked: Asked, said: str) -> tuple[str, ...]:
        """The countries that a question names and no text near does, by its name or its people's."""
        told = {place.nombre for mention in self.lugares.find(said) for place in mention.lugares}
        asking = {place.nombre for mention in self.lugares.find(counting(asked.line)) for place in mention.lugares}
        return tuple(p.nombre for p in asked.places if p.clase == "pais" and p.nombre in asking - told)

    def _lacking(self, missing: tuple[str, ...], first: Claim, near: list[Claim]) -> Draft:
        text = self.texts("cifras", "falta_rasgo", palabras=missing)
        claims = (Claim(text=text, spans=first.spans), *near)
        return Draft(status=Status.NOT_FOUND, claims=claims, abstained=True)

    def _nearest(self) -> Claim:
        return Claim(text=self.texts("cifras", "mas_cercano"), block="canned")

    @cached_property
    def _with_figures(self) -> frozenset[str]:
        return frozenset(cifra.document for cifra in self.store.of(Cifra))
