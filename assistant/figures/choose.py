"""Which table a question means, and how well it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.figures.grid import Cell, Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.measures import QUANTIFIERS, Measure, Named, is_total, measures, own_stems, weigh
from assistant.figures.periods import Rango
from assistant.figures.phrases import left_out
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import PEOPLE
from assistant.values import Evidence, Hit
from corpus.analysis import fold, terms
from corpus.lugares import Lugares
from corpus.records import Discrepancia, Fragmento, Pasaje, Record, Span, Tabla
from corpus.store import Store
from corpus.vocabulary import Vocabulary

LABELS = 0.3
CELL = 0.3
HEAD = 0.15
TITLE = 0.05
NARROWED = 0.25
SURE = 0.9
BEST = 0.85
BY_PLACE = 0.75
CONSIDERED = 5
RIVAL = 0.15
ALIKE = 0.05
LEAST = 0.01
WORKED = 3
NONE: frozenset[str] = frozenset()
# "Por año", "por tipo de permiso": how a table is broken down narrows nothing.
_BY = re.compile(
    r"(?:tipo|clase|categoria|ano|mes|trimestre|region|direccion|comuna|sexo|genero|edad|tramo|pais|nacionalidad)"
)
# What a table calls one of its lines by two nouns: "recursos de amparo".
_TWO_NOUNS = re.compile(r"[a-z]{4,} (?:de|por) [a-z]{4,}")
_NARROWING = re.compile(r"(.+?) (?:por|mediante|con motivo de|a causa de) (.+)")


@dataclass(frozen=True)
class Fit:
    """How well a table fits a question: the share of its words that it explains, and how near retrieval found it.

    ``named`` are the measures that it means; ``beside`` says that the best hit of all is a table, this one or another;
    ``precision`` is the share of its labels that the question names.
    """

    grid: Grid
    named: Named
    words: float
    near: float
    score: float
    beside: bool = False
    precision: float = 1.0


def explained(asked: Asked, known: frozenset[str], vocabulary: Vocabulary) -> float:
    """The share of a question's content words that some stems explain, weighed by rarity; 1 where it has none."""
    content = [stem for stem in asked.content if stem not in asked.asked_for] or asked.content
    total = weigh(content, vocabulary)
    matched = [s for s in content if (asked.meanings.get(s, frozenset({s})) | asked.nearest.get(s, NONE)) & known]
    return weigh(matched, vocabulary) / total if total else 1.0


class TableChooser:
    """Finds the tables that a question means, among those of one index."""

    def __init__(self, store: Store, grids: Sequence[Grid], words: FigureWords, lugares: Lugares) -> None:
        self.store = store
        self.grids = {grid.tabla.id: grid for grid in grids}
        parts = {fold(part) for grid in grids for cell in grid.cells for part in cell.parts}
        self._lines = tuple(sorted(filter(_TWO_NOUNS.fullmatch, parts)))
        self._own = {
            grid.tabla.id: frozenset(grid.own_title).union(*(terms(part) for cell in grid.cells for part in cell.parts))
            for grid in grids
        }
        self._covered: dict[str, tuple[str, ...]] = {}
        self.left_out = {grid.tabla.id: left_out(fold(grid.tabla.titulo.texto), words, lugares) for grid in grids}
        self.words = words
        self.traits = {grid.tabla.id: words.trait_names(fold(grid.tabla.titulo.texto)) for grid in grids}
        self.titles = {
            grid.tabla.id: frozenset(words.content(fold(grid.tabla.titulo.texto))) or grid.own_title for grid in grids
        }

    def fits(self, asked: Asked, evidence: Evidence) -> list[Fit]:
        """The tables that explain most of the question, best first."""
        records = self.store.records
        hits = [h for h in evidence.kept + evidence.rejected if not isinstance(records[h.record_id], Discrepancia)]
        top = max((hit.score for hit in hits), default=0.0) or 1.0
        nearest: dict[str, float] = {}
        rows: dict[str, tuple[int, ...]] = {}
        beside = bool(hits) and bool(self._tables_of(records[hits[0].record_id]))
        for hit in hits:
            for tabla in self._tables_of(records[hit.record_id]):
                if hit.score / top > nearest.get(tabla, 0.0):
                    nearest[tabla] = hit.score / top
                    rows[tabla] = self._rows(hit, tabla)
        found = []
        said = [name for name in self._lines if re.search(rf"\b{name}\b", asked.line)]
        for id, grid in self.grids.items():
            if any(self._only_sounds_like(name, asked, self._own[id]) for name in said):
                continue
            words = explained(asked, grid.stems, self.store.vocabulary)
            if words:
                near = nearest.get(id, 0.0)
                if not grid.keys:
                    near = max(near, words)  # no record that is searched covers it: its own words stand in
                if words >= SURE and {place.nombre for place in asked.places} & set(grid.places):
                    near = max(near, BY_PLACE)  # few tables have places for rows
                found.append(
                    Fit(grid, Named((), False), words, near, words + near + self._support(asked, grid), beside)
                )
        found.sort(key=lambda fit: -fit.score)
        weighed = [self._weighed(asked, fit, rows.get(fit.grid.tabla.id, ())) for fit in found[:CONSIDERED]]
        weighed = [self._narrowed(asked, fit, weighed) for fit in weighed]
        return sorted(weighed, key=lambda fit: -fit.score)

    @staticmethod
    def _only_sounds_like(name: str, asked: Asked, own: frozenset[str]) -> bool:
        """Whether a table, by the stems of its labels, has but a part of a line's name that a question says, and nothing else
        of it: those "recursos de amparo" are a line of other tables, and no amparos of another sort."""
        stems = set(terms(name))
        return bool(stems & own) and not stems <= own and not (own & set(asked.content)) - stems

    @staticmethod
    def may_be_said(asked: Asked, fit: Fit) -> bool:
        """Whether a sentence may come nearer than the best table, where that is not sure."""
        return not (asked.bare or fit.beside) and min(fit.near, fit.words) < SURE

    def narrower(self, asked: Asked, fit: Fit) -> bool:
        """Whether a title says of a table what a question does not: a trait, or a reason ("por Razones Humanitarias")."""
        if self.traits[fit.grid.tabla.id] - self.words.trait_names(asked.line) or self.of_some(asked, fit):
            return True
        match = _NARROWING.match(fold(fit.grid.tabla.titulo.texto))
        if match is None or _BY.match(match[2]):
            return False
        return not frozenset(terms(match[2])) & (_meant(asked) | frozenset(asked.content))

    @staticmethod
    def of_some(asked: Asked, fit: Fit, most: int = 1) -> bool:
        """Whether the label of what a table counts says to whom it was ("Charlas a municipios adheridos"), and a question
        says nothing of them, nor of the table's title; ``most`` of its measures are looked at."""
        meant = _meant(asked)
        to_whom = [fold(part).partition(" a ")[2] for measure in fit.named.measures[:most] for part in measure]
        whom = frozenset(stem for part in to_whom for stem in terms(part))
        return bool(whom) and not (whom | fit.grid.own_title) & meant

    def _support(self, asked: Asked, grid: Grid) -> float:
        """What the shape of a table adds: that it has the periods and the places asked for, or its very number."""
        score = 0.0
        if asked.number is not None:
            score += 1.0 if asked.number == grid.tabla.numero else -0.3
        if asked.periods:
            had = [_has(grid, wanted) for wanted in asked.periods]
            score += 0.1 if all(had) else -0.15
        if asked.places or asked.by_row:
            named = {place.nombre for place in asked.places}
            score += 0.2 if grid.places and (asked.by_row or named & set(grid.places)) else -0.1
        for name in {place.nombre for place in asked.places} | asked.left_out:  # "en regiones" names none
            if name in grid.about:
                out = name in self.left_out[grid.tabla.id]
                score += 0.2 if out == (name in asked.left_out) else -0.4
        title = self.titles[grid.tabla.id]
        total = weigh(title, self.store.vocabulary)
        return score - (weigh(title & asked.denied, self.store.vocabulary) / total if total else 0.0)

    def _weighed(self, asked: Asked, fit: Fit, rows: tuple[int, ...]) -> Fit:
        """A fit with the measures that the question names, and what they and the title add to it."""
        named = measures(asked, fit.grid, self.store.vocabulary, rows, fit.near)
        precision = self._precision(asked, fit.grid, named)
        score = fit.score + LABELS * precision
        score += CELL * self._said_of_cells(asked, fit.grid, named)
        score += HEAD if self._counts(asked, fit.grid, named) else 0.0
        score += TITLE * self._titled(asked, fit.grid)
        return replace(fit, named=named, score=score, precision=precision)

    def _titled(self, asked: Asked, grid: Grid) -> float:
        """The share of a table's title that a question names: of two that fit alike, what the other is of was not asked."""
        title = self.titles[grid.tabla.id]
        total = weigh(title, self.store.vocabulary)
        return weigh(title & _meant(asked), self.store.vocabulary) / total if total else 0.0

    def _precision(self, asked: Asked, grid: Grid, named: Named) -> float:
        """The share of a table's labels that a question names: those of the measure, and the title where it is named.

        What a title adds to a subject that the question names narrows it; one that names none of it is only a heading.
        """
        meant = _meant(asked)
        best = 0.0
        for measure in named.measures[:4]:
            labels = self._labels(asked, grid, measure)
            total = weigh(labels, self.store.vocabulary)
            best = max(best, weigh(labels & meant, self.store.vocabulary) / total if total else 0.0)
        return best

    def _said_of_cells(self, asked: Asked, grid: Grid, named: Named) -> float:
        """The share of a question that is said of the cells themselves; what only the title says counts half."""
        concepts = {cell.parts: cell.concept for cell in grid.cells}
        stems = [frozenset(terms(concepts[measure])) for measure in named.measures]
        labels = stems if named.by_words else [frozenset.intersection(*stems)]
        said = max(explained(asked, own, self.store.vocabulary) for own in labels)
        return (said + max(explained(asked, own | grid.own_title, self.store.vocabulary) for own in labels)) / 2

    def _counts(self, asked: Asked, grid: Grid, named: Named) -> bool:
        """Whether the cells count what the question counts: its first noun is their unit or their head."""
        people = [stem for stem in [*asked.meanings][:1] if stem in PEOPLE]  # "gente que fue a las charlas"
        head = next(iter((*asked.heads, *people, *asked.content)), None)
        if head is None:
            return False
        meant = asked.meanings.get(head, frozenset({head}))
        for cell in grid.cells:
            if cell.parts in named.measures:
                first = [stem for stem in terms(cell.concept) if stem not in QUANTIFIERS][:1]
                if meant & frozenset((*terms(cell.unit), *first)):
                    return True
        return False

    def _labels(self, asked: Asked, grid: Grid, measure: Measure) -> frozenset[str]:
        title = self.titles[grid.tabla.id]
        return frozenset(terms(" ".join(measure))) | (title if title & _meant(asked) else frozenset())

    def _narrowed(self, asked: Asked, fit: Fit, others: Sequence[Fit]) -> Fit:
        """A fit, worth less where another table has the whole of which this one is a part that was not asked for.

        A part is a row or a column of the other, or what the title narrows: "Residencia Temporal por Razones…". The
        whole is as near as its part: the question names it no less.
        """
        plain = asked.operation is Operacion.VALOR and not asked.periods
        # "¿Cuántas en total?": no part's total.
        of_all = asked.total and asked.operation in (Operacion.VALOR, Operacion.SUMA)
        parts = [
            other
            for other in others
            if self._is_part(asked, other.grid, fit.grid) or (plain and self._holds(asked, fit, other))
        ]
        fit = replace(fit, near=max(fit.near, *(part.near for part in parts))) if parts else fit
        for other in others:
            if self._holds(asked, other, fit):
                narrowed = fit.score - NARROWED
                close = plain or (of_all and other.score > narrowed - ALIKE)
                least = min(narrowed, other.score - LEAST) if close else narrowed
                return replace(fit, score=least)
            if other.grid is fit.grid or other.words < fit.words - ALIKE or len(other.grid.measures) < 2:
                continue
            if self._is_part(asked, fit.grid, other.grid) or self._of_a_trait(asked, fit, other):
                return replace(fit, score=fit.score - NARROWED)
        return fit

    def _holds(self, asked: Asked, whole: Fit, part: Fit) -> bool:
        """Whether a table with a total has a row for what another of the same places counts and a question does not ask
        for apart.
        """
        if whole.grid is part.grid or whole.words < part.words - ALIKE or len(whole.grid.measures) < 2:
            return False
        if not any(map(is_total, whole.grid.measures)) or self._places(whole.grid) != self._places(part.grid):
            return False
        unasked = frozenset().union(*(self._labels(asked, part.grid, m) for m in part.named.measures[:1]))
        rows = [stems for m, stems in own_stems(whole.grid).items() if not is_total(m)]
        return any((unasked - _meant(asked)) & set(stems) for stems in rows)

    def _places(self, grid: Grid) -> tuple[tuple[str, ...], frozenset[str]]:
        """The places that a title names, and those that it leaves out."""
        return grid.about, frozenset(self.left_out[grid.tabla.id])

    def _of_a_trait(self, asked: Asked, fit: Fit, other: Fit) -> bool:
        """Whether a title says a trait that a question does not ("Indicadores Niñez Migrante"), where another table counts
        the same thing of all, and not by a reason of its own that was not asked for ("por Razones Humanitarias").
        """
        narrowed = _NARROWING.match(fold(other.grid.tabla.titulo.texto))
        if narrowed is not None and not frozenset(terms(narrowed[2])) & _meant(asked):
            return False
        unasked = self.traits[fit.grid.tabla.id] - self.words.trait_names(asked.line)
        if not unasked or unasked & self.traits[other.grid.tabla.id]:
            return False
        return self._counts(asked, other.grid, other.named) and self._counts(asked, fit.grid, fit.named)

    @staticmethod
    def _is_part(asked: Asked, grid: Grid, whole: Grid) -> bool:
        """Whether a title narrows what was asked for, by a reason or a means that was not, and another table counts that."""
        match = _NARROWING.match(fold(grid.tabla.titulo.texto))
        if match is None or grid is whole:
            return False
        meant = _meant(asked)
        said, cause = frozenset(terms(match[1])) & meant, frozenset(terms(match[2]))
        return bool(said) and not cause & meant and any(said & set(terms(" ".join(m))) for m in whole.measures)

    def _tables_of(self, record: Record) -> tuple[str, ...]:
        """The tables that a record covers: those named by it, in which half of it lies, or that make up half of it."""
        if record.id not in self._covered:
            self._covered[record.id] = self._lying_in(record)
        return self._covered[record.id]

    def _lying_in(self, record: Record) -> tuple[str, ...]:
        if isinstance(record, Tabla):
            return (record.id,)
        if isinstance(record, Fragmento) and record.tabla in self.grids:
            return (record.tabla,)
        if not isinstance(record, Fragmento | Pasaje):
            return ()
        span = record.texto.spans[0]
        shared = {id: _shared(grid.tabla.span, span) for id, grid in self.grids.items()}
        covered = tuple(id for id, length in shared.items() if length)
        return covered if sum(shared.values()) * 2 >= span.end - span.start else ()

    def _rows(self, hit: Hit, tabla: str) -> tuple[int, ...]:
        record = self.store.records[hit.record_id]
        rows = record.filas if isinstance(record, Fragmento) else ()
        return rows if len(rows) < len(self.grids[tabla].tabla.filas) else ()


def _has(grid: Grid, wanted: Rango) -> bool:
    """Whether a table has a period, or each year of one that names several."""
    if len(wanted.years) > 1 and not wanted.open_end:
        return set(wanted.years) <= {year for period in grid.periods for year in period.years}
    return any(period.within(wanted) or wanted.within(period) for period in grid.periods)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.document == other.document else 0


def _meant(asked: Asked) -> frozenset[str]:
    return frozenset().union(*asked.meanings.values()) if asked.meanings else frozenset()


def of_measures(grid: Grid, named: tuple[Measure, ...]) -> list[Cell]:
    """The cells of some measures, in the order of the measures."""
    return [cell for measure in named for cell in grid.cells if cell.parts == measure]


def rivals(fits: Sequence[Fit], *, only_worked: bool) -> list[Fit]:
    """The tables that may answer; where it must be worked out, each that explains all words, though one comes nearer."""
    near = [fit for fit in fits[:2] if fit.score >= fits[0].score - RIVAL]
    whole = [fit for fit in fits[:WORKED] if only_worked and fit.words >= SURE and fit.near >= BEST]
    return near + [fit for fit in whole if fit not in near]


def rows_counted(asked: Asked, fits: Sequence[Fit]) -> tuple[Asked, list[Fit]]:
    """A question for how many regions had a thing, as one for the rows that count some of it, and the tables that may
    answer it: a column of events counts no regions, and rows of another thing none of this.
    """
    by_place = [fit for fit in fits if fit.grid.places and fit.words >= SURE] if asked.content else []
    return replace(asked, operation=Operacion.CONTEO, threshold=(">", Decimal(0))), by_place
