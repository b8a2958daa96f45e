"""From what retrieval found to practices: each with its best score, and the pieces of it that are to the point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum

from assistant.focus import TYPE_BONUS, expected, sentences, weigher, weights_of
from assistant.practices.claims import Piece, on_one_line
from assistant.practices.counts import CountReader
from assistant.practices.entries import Entries, Entry
from assistant.values import Hit
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.records import Elemento, Fragmento, Medida, Pasaje, Practica, Record, Span, Tabla
from corpus.store import Store
from corpus.synonyms import Synonyms

# How near to its best hit another hit of a practice must come to be told first, for looking more like the answer.
NEAR_FIRST = 0.75
# How near to it the second must come to be as good.
AS_NEAR = 0.97
# What part of what is asked, weighed by rarity, a further piece must add.
ENOUGH_NEW = 0.18
# That the same is asked of several: each has its own answer.
SEVERAL = re.compile(r"\bcada un[oa]\b|\bamb[oa]s\b|\bl[oa]s dos\b|\bl[oa]s tres\b|\beach\b|\bboth\b")
WHOLE_FIELD = 0.7


@dataclass(frozen=True)
class Found:
    """A practice that retrieval found, with the score of its best hit and all its hits, best first."""

    entry: Entry
    score: float
    coverage: float
    hits: tuple[Hit, ...]


class Finder:
    """Maps hits to the practices of one index and picks what to tell of them."""

    def __init__(self, store: Store, entries: Entries, synonyms: Synonyms, counts: CountReader, cues: Cues) -> None:
        self.store = store
        self.entries = entries
        self.synonyms = synonyms
        self.counts = counts
        self.cues = cues
        self._holding: dict[str, Entry | None] = {}

    def entry_of(self, record_id: str) -> Entry | None:
        """The practice that a record tells of, or None."""
        if record_id not in self._holding:
            record = self.store.records[record_id]
            entry = self.entries.by_id(record_id) if isinstance(record, Practica) else None
            self._holding[record_id] = entry or self.entries.holding(spans_of(record))
        return self._holding[record_id]

    @staticmethod
    def field(record: Practica, element: Elemento) -> Piece:
        """A whole field; a catalogue's category with the theme in it."""
        piece = Piece.of(element)
        if element.clave == "categoria" and record.tema:
            return replace(piece, text=f"{piece.text} › {record.tema}")
        return piece

    def told_elsewhere(self, entry: Entry, key: str, line: str = "") -> Piece | None:
        """The sentence of a practice that speaks of a field that it lacks, by the words that name the field; or None.

        Of several the one that says most of a folded line; the first where none says more.
        """
        if f"campo.{key}" not in self.cues.groups:
            return None
        said = f"dicho.{key}" if f"dicho.{key}" in self.cues.groups else f"campo.{key}"
        pool = [(one, fold(one.text)) for _, element in entry.own_fields() for one in sentences_of(Piece.of(element))]
        own = [one for one, text in pool if self.cues.has(said, text)]
        own = own or [one for one, text in pool if self.cues.has(f"campo.{key}", text)]
        weigh = weigher(self.weights(line, entry), None)
        return max(own, key=lambda one: weigh(one.text), default=None)

    def context(self, entry: Entry, piece: Piece) -> Piece | None:
        """The whole field that a piece is a part of; None where the piece is all of it."""
        for _, element in entry.own_fields():
            if overlap(piece.spans, element.texto.spans) >= WHOLE_FIELD * size(piece.spans):
                whole = Piece.of(element)
                return whole if len(whole.text) > len(piece.text) + 20 else None
        return None

    def is_list_of_links(self, hit: Hit) -> bool:
        """Whether a hit is mostly addresses, which answer no question on practices."""
        record = self.store.records[hit.record_id]
        if not isinstance(record, Fragmento | Pasaje):
            return False
        text = record.texto.texto
        return 2 * sum(len(address) for address in re.findall(r"https?://\S+", text)) > len(text)

    def holds_several(self, record: Record) -> bool:
        """Whether a record holds several practices at once: a theme of a catalogue."""
        spans = spans_of(record)
        inside = [e for e in self.entries.all for r in e.records if overlap(spans, (r.span,)) >= 0.9 * size((r.span,))]
        return len(inside) > 1

    def holds(self, record: Record, entry: Entry) -> bool:
        """Whether a record holds a practice among others."""
        spans = spans_of(record)
        return any(overlap(spans, (own.span,)) >= 0.9 * size((own.span,)) for own in entry.records)

    def held(self, entry: Entry) -> frozenset[str]:
        """The stems of a practice and of the questions that are written for it and for its parts."""
        pieces = (one.id for one in self.store.of(Fragmento) if self.entry_of(one.id) is entry)
        ids = (*pieces, *(record.id for record in entry.records))
        return entry.stems.union(*(self.store.vocabulary.held(id) for id in ids))

    def near_practices(self, hits: Sequence[Hit]) -> bool:
        """Whether the best hit is a practice, or several at once, or the second is and comes as near."""
        return any(self.of_practices([hit]) for hit in hits[:2] if hit.score >= AS_NEAR * hits[0].score)

    def of_practices(self, hits: Sequence[Hit]) -> bool:
        """Whether the best hit is a practice, or several at once."""
        record = self.store.records[hits[0].record_id] if hits else None
        if record is None:
            return False
        return self.entry_of(record.id) is not None or self.holds_several(record)

    def ranked(self, hits: Iterable[Hit], among: Sequence[Entry] | None = None) -> list[Found]:
        """The practices that hits fall into, best first."""
        grouped: dict[str, list[Hit]] = {}
        by_id: dict[str, Entry] = {}
        for hit in hits:
            entry = self.entry_of(hit.record_id)
            if entry is not None and (among is None or entry in among):
                grouped.setdefault(entry.id, []).append(hit)
                by_id[entry.id] = entry
        found = [
            Found(by_id[id], own[0].score, max(hit.coverage for hit in own), tuple(own)) for id, own in grouped.items()
        ]
        return sorted(found, key=lambda one: -one.score)

    def weights(self, line: str, without: Entry | None = None) -> dict[str, float]:
        """The stems of a question with how much each tells; synonyms count for less, the practice's name for little."""
        own = set(terms(f"{without.place} {without.title}")) if without else set()
        weights = weights_of(line, self.synonyms, self.store.vocabulary)
        return {stem: weight * (0.2 if stem in own else 1) for stem, weight in weights.items()}

    def pieces(self, found: Found, line: str, fresh: str, limit: int = 3, counted: str | None = None) -> list[Piece]:
        """The best piece of a practice for a question, and others that hold more of what is asked.

        The first is the best hit, or one that comes near it and looks more like the answer that is expected. Where
        something is counted and several hits give a number of it, all of them are told.
        """
        looks = expected(fresh)
        several = SEVERAL.search(fresh) is not None
        ranked = [(hit.score, piece) for hit in found.hits if (piece := self.piece(found.entry, hit)) is not None]
        top = max((score for score, _ in ranked), default=0.0)
        near = [(score, piece) for score, piece in ranked if score >= NEAR_FIRST * top]
        if looks is not None and any(looks.search(fold(piece.text)) for _, piece in near):
            near = [(score, piece) for score, piece in near if looks.search(fold(piece.text))]
        if not near:
            return []
        chosen = [near[0][1]]
        if counted is not None:
            stating = [piece for _, piece in near if self.counts.beside(piece.text, counted)]
            for piece in stating:
                if len(chosen) < limit and not any(_same(piece, other) for other in chosen):
                    chosen.append(piece)
            if not self.counts.beside(chosen[0].text, counted) and stating:
                del chosen[0]
        weights = self.weights(fresh, found.entry)
        total = fsum(weights.values())
        fields = [sentence for _, element in found.entry.own_fields() for sentence in sentences_of(Piece.of(element))]
        pool = [*(piece for _, piece in ranked), *fields]
        while len(chosen) < limit:
            covered = {stem for piece in chosen for stem in terms(piece.text)}

            values = {match for piece in chosen for match in _values(piece.text, looks)}

            def gain(piece: Piece, covered: set[str] = covered, values: set[str] = values) -> float:
                new = fsum(weights.get(stem, 0.0) for stem in set(terms(piece.text)) - covered)
                return new + (TYPE_BONUS * total if several and _values(piece.text, looks) - values else 0.0)

            left = [piece for piece in pool if not any(_same(piece, other) for other in chosen)]
            best = max(left, key=lambda piece: (gain(piece), -len(piece.text)), default=None)
            if best is None or gain(best) < ENOUGH_NEW * total:
                break
            chosen.append(best)
        return chosen

    def piece(self, entry: Entry, hit: Hit) -> Piece | None:
        """What a hit shows of a practice: the field that it is, or its own text; None for a whole practice."""
        record = self.store.records[hit.record_id]
        if not isinstance(record, Fragmento | Pasaje):
            return None
        spans = record.texto.spans
        touched = [element for element in entry.all_fields() if overlap(spans, element.texto.spans)]
        if len(touched) > 1:
            # Over the edge of a field lie labels and marks; the field that the piece is about is told whole.
            element = max(touched, key=lambda one: overlap(spans, one.texto.spans))
            return Piece.of(element) if overlap(spans, element.texto.spans) >= 0.5 * size(spans) else None
        for element in entry.all_fields():
            if element.clave == "lineas" and element in touched:
                return Piece.of(element)
            shared = overlap(spans, element.texto.spans)
            if shared and shared >= WHOLE_FIELD * size(element.texto.spans):
                if size(spans) > 2 * size(element.texto.spans) + 80:
                    return None
                return Piece.of(element)
            if shared and shared >= WHOLE_FIELD * size(spans):
                text = without_label(record.texto.texto, element.titulo or "")
                return Piece(element.titulo or "", on_one_line(text), spans, element.clave or "")
        return Piece("", on_one_line(record.texto.texto), spans)

    def to_the_point(self, found: Found, line: str) -> list[Piece]:
        """The piece of a practice that best meets a need, of the best hits, and others that hold more of it."""
        weigh = weigher(self.weights(line), None)
        near = [hit for hit in found.hits if hit.score >= NEAR_FIRST * found.score]
        pieces = [piece for hit in near if (piece := self.piece(found.entry, hit)) is not None]
        told = [piece for piece in pieces if piece.key not in ("colaboradores", "fechas", "lineas")]
        if not told:
            return []
        best = max(told, key=lambda piece: weigh(piece.text))
        more = [piece for piece in self.pieces(found, line, line) if not _same(piece, best)]
        return [best, *more[:1]]

    def reason(self, entry: Entry, line: str, keys: Sequence[str] = ()) -> Piece | None:
        """The sentence of a practice that says most of what is asked, of some fields or of all."""
        weights = self.weights(line, entry)
        pool = [
            sentence
            for _, element in entry.own_fields()
            if not keys or element.clave in keys
            for sentence in sentences_of(Piece.of(element))
        ]
        if not pool:
            return None
        return max(pool, key=lambda piece: fsum(weights.get(stem, 0.0) for stem in set(terms(piece.text))))


def by_title(ranked: list[Found], topic: Sequence[str]) -> list[Found]:
    """Practices of one place, first the one whose title holds most of the stems asked for, where that of the best holds none."""
    asks = set(topic)
    if not ranked or not asks or asks & set(terms(ranked[0].entry.title)):
        return ranked
    own = [len(asks & set(terms(one.entry.title)) - set(terms(one.entry.place))) for one in ranked]
    named = [one for one, share in zip(ranked, own, strict=True) if share == max(own) > 0]
    return [*named, *(one for one in ranked if one is not named[0])] if len(named) == 1 else ranked


def spans_of(record: Record) -> tuple[Span, ...]:
    """Where a record's text stands; none for records that are no text of their own."""
    if isinstance(record, Fragmento | Pasaje):
        return record.texto.spans
    return (record.span,) if isinstance(record, Practica | Medida | Tabla) else ()


def sentences_of(piece: Piece) -> list[Piece]:
    """A piece sentence by sentence, each with the place of the whole."""
    if piece.key == "lineas":
        return [piece]
    return [Piece(piece.label, text, piece.spans, piece.key) for text in sentences(piece.text)]


def without_label(text: str, label: str) -> str:
    """A text without the label of its field before it."""
    return text[len(label) :].lstrip(" :\n") if label and text.startswith(label) else text


def overlap(some: Iterable[Span], others: Sequence[Span]) -> int:
    """How many characters two sets of spans share."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in some
        for other in others
        if one.document == other.document
    )


def size(spans: Iterable[Span]) -> int:
    """How many characters spans hold."""
    return sum(span.end - span.start for span in spans)


def _values(text: str, looks: re.Pattern[str] | None) -> set[str]:
    """What in a text looks like the answer that is expected."""
    return {match.group() for match in looks.finditer(fold(text))} if looks is not None else set()


def _same(one: Piece, other: Piece) -> bool:
    return one.text in other.text or other.text in one.text
