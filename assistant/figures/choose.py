"""Which table a question means, and which of its measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.grid import Cell, Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Asked
from assistant.values import Evidence, Hit
from corpus.analysis import fold, terms
from corpus.records import Fragmento, Pasaje, Record, Tabla
from corpus.store import Store
from corpus.vocabulary import Vocabulary

UNKNOWN = 1.5
CAP = 6.0
TITLE = 0.3
QUANTIFIERS = frozenset("total numer cantid porcentaj mont cifr".split())
Measure = tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """How well a table fits a question: the share of its words that it explains, and how near retrieval found it.

    ``rows`` are those that the nearest fragments of the table cover, where they are not all of them; ``beside`` says
    that the best hit of all is a table, this one or another.
    """

    grid: Grid
    words: float
    near: float
    score: float
    rows: tuple[int, ...] = ()
    beside: bool = False


def weight(stem: str, vocabulary: Vocabulary) -> float:
    """What a word of a question counts for: its rarity; a word that no document has counts little."""
    return min(CAP, vocabulary.rarity(stem)) if vocabulary.knows(stem) else UNKNOWN


def explained(asked: Asked, known: frozenset[str], vocabulary: Vocabulary) -> float:
    """The share of a question's content words that some stems explain, weighed by rarity; 1 where it has none."""
    total = matched = 0.0
    for stem in asked.content:
        counts = weight(stem, vocabulary)
        total += counts
        matched += counts if asked.meanings.get(stem, frozenset({stem})) & known else 0.0
    return matched / total if total else 1.0


class TableChooser:
    """Finds the tables that a question means, among those of one index."""

    def __init__(self, store: Store, grids: Sequence[Grid], words: FigureWords) -> None:
        self.store = store
        self.grids = {grid.tabla.id: grid for grid in grids}
        self.titles = {
            grid.tabla.id: frozenset(words.content(fold(grid.tabla.titulo.texto))) or grid.own_title for grid in grids
        }

    def fits(self, asked: Asked, evidence: Evidence) -> list[Fit]:
        """Every table that explains something of the question, best first."""
        hits = evidence.kept + evidence.rejected
        top = max((hit.score for hit in hits), default=0.0) or 1.0
        nearest: dict[str, float] = {}
        first = self._table_of(self.store.records[hits[0].record_id]) if hits else None
        rows: dict[str, tuple[int, ...]] = {}
        for hit in hits:
            tabla = self._table_of(self.store.records[hit.record_id])
            if tabla is not None and hit.score / top > nearest.get(tabla, 0.0):
                nearest[tabla] = hit.score / top
                rows[tabla] = self._rows(hit, tabla)
        found = []
        for id, grid in self.grids.items():
            words = explained(asked, grid.stems, self.store.vocabulary)
            near = nearest.get(id, 0.0)
            score = words + near + self._support(asked, grid)
            if words:
                found.append(Fit(grid, words, near, score, rows.get(id, ()), beside=first is not None))
        return sorted(found, key=lambda fit: -fit.score)

    def _support(self, asked: Asked, grid: Grid) -> float:
        """What the shape of a table adds: that it has the periods and the places asked for, or its very number."""
        score = 0.0
        if asked.number is not None:
            score += 1.0 if asked.number == grid.tabla.numero else -0.3
        if asked.periods:
            had = [any(p.within(r) or r.within(p) for p in grid.periods) for r in asked.periods]
            score += 0.1 if all(had) else -0.15
        if asked.places or asked.by_row:
            named = {place.nombre for place in asked.places}
            score += 0.2 if grid.places and (asked.by_row or named & set(grid.places)) else -0.1
        return score + TITLE * self._named_title(asked, grid)

    def _named_title(self, asked: Asked, grid: Grid) -> float:
        """The share of a table's own title that the question names: it tells tables of one shape apart."""
        meant = frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()
        title = self.titles[grid.tabla.id]
        total = _sum(title, self.store.vocabulary)
        if not total:
            return 0.0
        return (_sum(title & meant, self.store.vocabulary) - _sum(title & asked.denied, self.store.vocabulary)) / total

    def _table_of(self, record: Record) -> str | None:
        """The table that a record covers, or half of whose text lies in it."""
        if isinstance(record, Tabla):
            return record.id
        if isinstance(record, Fragmento) and record.tabla in self.grids:
            return record.tabla
        if isinstance(record, Fragmento | Pasaje):
            for span in record.texto.spans[:1]:
                for id, grid in self.grids.items():
                    at = grid.tabla.span
                    if at.document == span.document:
                        shared = min(at.end, span.end) - max(at.start, span.start)
                        if shared * 2 >= span.end - span.start:
                            return id
        return None

    def _rows(self, hit: Hit, tabla: str) -> tuple[int, ...]:
        record = self.store.records[hit.record_id]
        rows = record.filas if isinstance(record, Fragmento) else ()
        return rows if len(rows) < len(self.grids[tabla].tabla.filas) else ()


@dataclass(frozen=True)
class Named:
    """The measures of a table that a question means. ``by_words`` says that its words name them."""

    measures: tuple[Measure, ...]
    by_words: bool


def measures(asked: Asked, fit: Fit, vocabulary: Vocabulary) -> Named:
    """The measures of a table that the words of a question name; its declared total, or all, where they name none."""
    grid = fit.grid
    if len(grid.measures) == 1:
        return Named(grid.measures, by_words=True)
    own = _own_stems(grid)
    for meanings in (asked.fresh, asked.meanings) if asked.fresh is not asked.meanings else (asked.meanings,):
        found = _named(grid, own, meanings, asked.line, vocabulary)
        if found:
            if len(found) > 1 and meanings is asked.fresh and asked.fresh is not asked.meanings:
                # The last message leaves it open: what was said before decides.
                rest = {m: own[m] for m in found}
                found = _named(grid, rest, asked.meanings, asked.line, vocabulary) or found
            return Named(tuple(found), by_words=True)
    hinted = tuple(dict.fromkeys(cell.parts for cell in grid.cells if cell.row in fit.rows))
    if hinted and len(hinted) < len(grid.measures) and fit.near >= 0.9:
        return Named(hinted, by_words=True)
    totals = tuple(m for m in grid.measures if any(fold(part).startswith("total ") for part in m))
    return Named(totals if len(totals) == 1 else grid.measures, by_words=False)


def _own_stems(grid: Grid) -> dict[Measure, tuple[str, ...]]:
    """For each measure the stems of its labels that not all measures share, its head first."""
    concepts: dict[Measure, str] = {}
    for cell in grid.cells:
        concepts.setdefault(cell.parts, cell.concept)
    stems = {m: [s for s in terms(f"{' '.join(m)} {concepts[m]}") if s not in QUANTIFIERS] for m in grid.measures}
    common = frozenset.intersection(*(frozenset(found) for found in stems.values()))
    return {m: tuple(dict.fromkeys(stem for stem in found if stem not in common)) for m, found in stems.items()}


def _named(
    grid: Grid,
    own: dict[Measure, tuple[str, ...]],
    meanings: dict[str, frozenset[str]],
    line: str,
    vocabulary: Vocabulary,
) -> list[Measure]:
    """The measures that explain words of a question and whose words no other measure explains better."""
    words: dict[Measure, frozenset[str]] = {}
    quality: dict[Measure, float] = {}
    for measure, stems in own.items():
        held = frozenset(stems)
        hit = frozenset(stem for stem, meant in meanings.items() if meant & held)
        direct = held & meanings.keys()
        words[measure] = hit
        if hit:
            matched = {s for stem in hit for s in meanings[stem]} & held
            total = sum(weight(s, vocabulary) for s in held) or 1.0
            head = stems[0] in matched
            quality[measure] = (
                sum(weight(s, vocabulary) for s in matched) / total + 0.5 * head + 0.2 * len(direct) / len(held)
            )
    found = [m for m in own if words[m]]
    kept = [
        m
        for m in found
        if not any(
            words[m] < words[other] or (words[m] == words[other] and quality[m] + 0.05 < quality[other])
            for other in found
        )
    ]
    if len(kept) > 1:
        titled = [m for m in kept if words[m] <= {w for w in words[m] if meanings[w] & grid.title_stems}]
        if len(titled) < len(kept):
            kept = [m for m in kept if m not in titled or _is_head(own[m], meanings, line)]
    best = max((_sum(words[m], vocabulary) for m in kept), default=0.0)
    kept = [m for m in kept if _sum(words[m], vocabulary) >= 0.5 * best or _is_head(own[m], meanings, line)]
    return sorted(kept, key=lambda m: -(_sum(words[m], vocabulary) + quality[m]))


def _sum(stems: frozenset[str], vocabulary: Vocabulary) -> float:
    return sum(weight(stem, vocabulary) for stem in stems)


def _is_head(own: tuple[str, ...], meanings: dict[str, frozenset[str]], line: str) -> bool:
    """Whether the first word of a label is what the question counts: the noun right after "cuántas" or "número de"."""
    nouns = re.findall(r"(?=\b(?:cuant[oa]s?|numero de|cantidad de|total de|how many|y|monto de)\s+(?:de )?(\w+))", line)
    stems = {stem for noun in nouns for stem in terms(noun)}
    return any(own[0] in meanings.get(stem, frozenset()) for stem in stems)


def of_measures(grid: Grid, named: tuple[Measure, ...]) -> list[Cell]:
    """The cells of some measures, in the order of the measures."""
    return [cell for measure in named for cell in grid.cells if cell.parts == measure]
