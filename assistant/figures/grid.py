"""A table seen as cells, each with what it says of itself: period, place, measure, and whether it is a total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.figures.periods import Rango, of_period, year_range
from corpus.analysis import fold, terms
from corpus.lugares import Lugares
from corpus.periods import find_periods, parse_period
from corpus.records import Celda, Cifra, Documento, Fila, Fragmento, Span, Tabla
from corpus.store import Store

TOTALS = ("total", "totales", "total general")


@dataclass(frozen=True)
class Cell:
    """A cell with a number. ``column`` is the period of its label, ``actual`` what its footnote narrows it to.

    ``parts`` are the labels over it and beside it that are no period, place or total, outermost first; ``vague`` says
    that its year was not over when the document came out and no footnote says how far it counts; ``known_place`` that
    its row is a place of the gazetteer, not an office ("Nivel Central").
    """

    row: int
    position: int
    celda: Celda
    value: Decimal
    unit: str
    parts: tuple[str, ...]
    column: Rango | None
    actual: Rango | None
    place: str | None
    known_place: bool
    total: bool
    vague: bool
    concept: str
    period: str | None

    @property
    def span(self) -> Span:
        """Where the number itself stands."""
        return self.celda.span


class Grid:
    """The cells of one table, and the words by which it is known."""

    def __init__(
        self, tabla: Tabla, document: Documento, lugares: Lugares, cifras: dict[Span, Cifra], keys: frozenset[str]
    ) -> None:
        self.tabla = tabla
        self.document = document
        self.keys = keys
        self.about = tuple(place.nombre for mention in lugares.find(tabla.titulo.texto) for place in mention.lugares)
        columns = [_split(label, tabla.columnas) for label in tabla.columnas]
        places = [_place(fila.etiqueta, lugares) for fila in tabla.filas]
        self.by_place = sum(place is not None for place in places) * 2 > len(places)
        cells = []
        for row, fila in enumerate(tabla.filas):
            for position, celda in enumerate(fila.celdas):
                if celda.valor is not None:
                    cells.append(self._cell(row, fila, places[row], position, celda, columns[position], cifras))
        self.cells = tuple(cells)

    def _cell(
        self,
        row: int,
        fila: Fila,
        place: str | None,
        position: int,
        celda: Celda,
        column: tuple[str, ...],
        cifras: dict[Span, Cifra],
    ) -> Cell:
        assert celda.valor is not None
        parts: list[str] = []
        period: Rango | None = None
        total = fila.total or _is_total(fila.etiqueta)
        for heading in (*column, fila.etiqueta):
            found = _period(heading)
            if found is not None:
                period = found
            elif _is_total(heading):
                total = True
            elif not (self.by_place and heading is fila.etiqueta):
                parts.append(heading)
        actual = _narrowed(period, celda.nota)
        cifra = cifras.get(celda.span)
        concept = cifra.concepto.split(" (")[0] if cifra else ", ".join(parts) or self.tabla.titulo.texto
        label = cifra.periodo if cifra else (actual.label if actual else None)
        return Cell(
            row=row,
            position=position,
            celda=celda,
            value=celda.valor,
            unit=celda.unidad or "",
            parts=tuple(parts),
            column=period,
            actual=actual or period,
            place=(place or fila.etiqueta) if self.by_place and not total else None,
            known_place=self.by_place and place is not None,
            total=total,
            vague=period is not None
            and actual is not None
            and actual.same(period)
            and period.whole_years()
            and period.year >= self.document.year,
            concept=concept,
            period=label,
        )

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of its title and of the headings over it, the nearest two."""
        return frozenset(terms(" ".join((self.tabla.titulo.texto, *self.tabla.ruta[-2:]))))

    @cached_property
    def own_title(self) -> frozenset[str]:
        """The stems of its title alone, without years."""
        return frozenset(stem for stem in terms(self.tabla.titulo.texto) if not stem[0].isdigit())

    @cached_property
    def label_stems(self) -> frozenset[str]:
        """The stems of its rows, columns, units and footnotes."""
        tabla = self.tabla
        labels = [*tabla.columnas, *(fila.etiqueta for fila in tabla.filas), *(nota.texto for nota in tabla.notas)]
        labels += [cell.unit for cell in self.cells]
        return frozenset(terms(" ".join(labels)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """All the stems by which it is known, those of the questions written for it too."""
        return self.title_stems | self.label_stems | self.keys

    @cached_property
    def measures(self) -> tuple[tuple[str, ...], ...]:
        """The measures of its cells, in order."""
        return tuple(dict.fromkeys(cell.parts for cell in self.cells))

    @cached_property
    def periods(self) -> tuple[Rango, ...]:
        """The periods of its cells as labelled, in order of time."""
        found = {(cell.column.first, cell.column.last): cell.column for cell in self.cells if cell.column}
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places of its rows, in order; none where its rows are no places."""
        return tuple(dict.fromkeys(cell.place for cell in self.cells if cell.place and not cell.total))

    @cached_property
    def heading(self) -> tuple[Span, ...]:
        """Where its title and column labels stand: one span where the header follows the title, else two."""
        tabla = self.tabla
        first = min(fila.span.start for fila in tabla.filas)
        title = tabla.titulo.spans[0]
        together = tabla.span.start <= title.start < first
        start = title.start if together else tabla.span.start
        text = self.document.text[start:first].rstrip()
        if not text.strip():
            return (title,)
        header = self.document.span(start, start + len(text))
        return (header,) if together else (header, title)

    @property
    def name(self) -> str:
        """How it is named to users: "Tabla 4, «Expulsiones y gasto…»"."""
        title = self.tabla.titulo.texto
        return f"Tabla {self.tabla.numero}, «{title}»" if self.tabla.numero else f"tabla «{title}»"

    def reference(self, concept: str) -> str:
        """The name of the table beside a concept; without its title where that is the concept."""
        short = self.tabla.numero is not None and fold(concept) == fold(self.tabla.titulo.texto)
        return f"Tabla {self.tabla.numero}" if short else self.name

    def note_span(self, note: str) -> tuple[Span, ...]:
        """Where a footnote stands."""
        return next((nota.spans for nota in self.tabla.notas if note in nota.texto), ())


def _split(label: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The levels of a column's label; a comma parts levels only where some outer level spans several columns."""
    outer = [other.split(", ")[0] for other in labels if ", " in other]
    first = label.split(", ")[0]
    return tuple(label.split(", ")) if ", " in label and outer.count(first) > 1 else (label,)


def _place(label: str, lugares: Lugares) -> str | None:
    known = lugares.lookup(label)
    return next((place.nombre for c in ("region", "comuna", "pais") for place in known if place.clase == c), None)


def _is_total(label: str) -> bool:
    return fold(label).strip(" .:") in TOTALS


def _period(label: str) -> Rango | None:
    """The period that a label is: a label that also says something else is none."""
    period = parse_period(label)
    if period is None or len(label) - (period.end - period.start) > 3:
        return None
    return of_period(period)


def _narrowed(period: Rango | None, note: str | None) -> Rango | None:
    """What a footnote says that a year's figures count: "*a mayo de 2025" under 2025 is January to May."""
    for found in find_periods(note or ""):
        rango = of_period(found)
        if rango is None or (period is not None and rango.year != period.year):
            continue
        if rango.months == 1 and not rango.label.startswith("desde"):
            return Rango(year_range(rango.year).first, rango.last, rango.label)
        return rango
    return period


def grids_of(store: Store, lugares: Lugares) -> tuple[Grid, ...]:
    """The grids of all tables of an index."""
    cifras = {cifra.span: cifra for cifra in store.of(Cifra) if cifra.tabla}
    keys: dict[str, set[str]] = {}
    for fragmento in store.of(Fragmento):
        if fragmento.tabla:
            stems = store.vocabulary.stems.get(fragmento.id, "").split()
            keys.setdefault(fragmento.tabla, set()).update(stems)
    return tuple(
        Grid(tabla, store.documents[tabla.document], lugares, cifras, frozenset(keys.get(tabla.id, ())))
        for tabla in store.of(Tabla)
    )
