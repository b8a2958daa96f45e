"""What the documents lack of a figure: a period, a place or a breakdown that no table and no passage near has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from assistant.figures.cells import Selection
from assistant.figures.choose import explained
from assistant.figures.claims import CellClaims
from assistant.figures.grid import Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.periods import Rango, year_range
from assistant.figures.prose import ProseFigures
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import YEARS
from assistant.texts import Texts
from assistant.values import Claim, Computation, Evidence
from corpus.analysis import fold, terms
from corpus.lugares import CHILE, Lugar, Lugares
from corpus.numbers import numbers_in
from corpus.records import Fragmento, Pasaje, Practica, Span
from corpus.store import Store

SURE_WORDS = 0.6
SURE_NEAR = 0.9
ALL_WORDS = 0.9
NEAR_ENOUGH = 0.75
NEARBY = 0.6
SUBJECT = 0.5
WORDS_FOR = {
    "sexo": "sexo",
    "edad": "edad",
    "nacionalidad": "nacionalidad",
    "comuna": "comuna",
    "mes": "mes",
    "paso": "paso fronterizo",
}


class Lacking:
    """Says what is not there, where a table plainly is the one asked of and nothing near it has the rest."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        words: FigureWords,
        lugares: Lugares,
        cells: CellClaims,
        prose: ProseFigures,
    ) -> None:
        self.prose = prose
        self.store = store
        self.texts = texts
        self.words = words
        self.lugares = lugares
        self.cells = cells

    def claims(self, asked: Asked, selection: Selection, evidence: Evidence) -> list[Claim] | None:
        """The claims that say what the documents lack; None where they may have it, or no table is surely meant."""
        if not self._surely_meant(asked, selection):
            return None
        texts = self._texts(evidence)
        near = self._near(asked, texts)
        counting = [text for text in near if set(numbers_in(text)) - YEARS]  # what is told of a place is a figure
        grid = selection.grid
        concept = selection.cells[0].concept if selection.cells else _concept(selection)
        if selection.elsewhere and not any(self._tells(place, counting) for place in selection.elsewhere):
            return self._place(selection, concept)
        missing = [WORDS_FOR[n] for n in asked.breakdowns if n in WORDS_FOR and not self._broken_down(n, grid, near)]
        if "region" in asked.breakdowns and not selection.elsewhere and self._lacks_regions(asked, grid, evidence):
            missing.append("región")
        if missing:
            text = self._say("falta_desglose", desglose=" ni por ".join(missing), concepto=concept, cuadro=grid.name)
            return [Claim(text=text, spans=grid.heading), *self._nearest(selection)]
        untold = not any(self._told(period, asked, evidence) for period in selection.lacking)
        if selection.lacking and not selection.cells and untold:
            return [self._period(selection, concept)]
        ends = self._ends_lacking(asked, selection)
        if ends and not any(self._told(period, asked, evidence) for period in ends):
            return [self._period(replace(selection, lacking=ends), concept), *self._nearest(selection)]
        return None

    @staticmethod
    def _ends_lacking(asked: Asked, selection: Selection) -> tuple[Rango, ...]:
        """The first or the last year of the only span that a question sets the ends of against each other, where a table has
        but the other one: nothing can be said of how a thing moved between them."""
        if asked.operation not in (Operacion.CAMBIO, Operacion.DIFERENCIA) or len(asked.periods) != 1:
            return ()
        years = asked.periods[0].years
        there = {year for cell in selection.cells if cell.column is not None for year in cell.column.years}
        ends = [year for year in dict.fromkeys((*years[:1], *years[-1:])) if year not in there]
        return tuple(map(year_range, ends)) if len(years) > 1 and len(ends) == 1 else ()

    def beside(self, asked: Asked, selection: Selection, evidence: Evidence) -> list[Claim]:
        """That a table which has some of the periods asked for has not the others, and nothing near tells them."""
        untold = [period for period in selection.lacking if not self._told(period, asked, evidence)]
        if not selection.cells or not untold or not self._surely_meant(asked, selection):
            return []
        return [self._period(replace(selection, lacking=tuple(untold)), selection.cells[0].concept)]

    @staticmethod
    def _surely_meant(asked: Asked, selection: Selection) -> bool:
        """Whether a figure is plainly asked for, of one measure, and the table explains the question."""
        plain = asked.counts or asked.percent or bool(asked.periods) or bool(asked.breakdowns)
        one = selection.named.by_words or len(selection.named.measures) == 1
        near = SURE_NEAR if selection.fit.words < ALL_WORDS else NEAR_ENOUGH
        return plain and one and selection.fit.words >= SURE_WORDS and selection.fit.near >= near

    def _period(self, selection: Selection, concept: str) -> Claim:
        """That a table has not a period, and which it has."""
        grid = selection.grid
        text = self._say(
            "falta_periodo", pedidos=[period.label for period in selection.lacking], concepto=concept,
            cuadro=grid.name, hay=[period.label for period in grid.periods],
        )  # fmt: skip
        return Claim(text=text, spans=(*self._rows(selection), *grid.heading), computed=self._asked(selection))

    def _say(self, macro: str, **values: object) -> str:
        return self.texts("cifras", macro, **values)

    def _place(self, selection: Selection, concept: str) -> list[Claim]:
        grid = selection.grid
        name = selection.elsewhere[0].nombre
        if grid.places:
            text = self._say("falta_fila", lugar=name, concepto=concept, cuadro=grid.name)
            region = selection.elsewhere[0].region
            rows = [c for c in grid.cells if c.place == region and c.parts in selection.named.measures]
            claims = [Claim(text=text, spans=grid.heading)]
            if rows:
                claims.append(Claim(text=self._say("mas_cercano"), block="canned"))
                claims.append(self.cells.sentence(rows[:4], grid))
            return claims
        country = selection.elsewhere[0].clase == "pais"
        there = "por nacionalidad" if country else "por región ni por comuna"
        text = self._say("falta_lugar", lugar=name, concepto=concept, cuadro=grid.name, hay=there)
        return [Claim(text=text, spans=grid.heading), *self._nearest(selection)]

    def _nearest(self, selection: Selection) -> list[Claim]:
        """The figure without the breakdown, where it is one."""
        if not selection.cells or len(selection.cells) > 3 or len(selection.measures) > 1:
            return []
        return [
            Claim(text=self._say("mas_cercano"), block="canned"),
            self.cells.sentence(selection.cells, selection.grid),
        ]

    def _rows(self, selection: Selection) -> list[Span]:
        """The rows of the measure asked for, where they name the periods."""
        grid = selection.grid
        rows = dict.fromkeys(
            cell.row for cell in grid.cells if cell.parts in selection.named.measures and not cell.place
        )
        return [grid.tabla.filas[row].span for row in rows][:12]

    def _texts(self, evidence: Evidence) -> list[str]:
        """The texts of what retrieval found near the question."""
        hits = evidence.kept + evidence.rejected
        top = max((hit.score for hit in hits), default=0.0)
        found = []
        for hit in hits:
            record = self.store.records[hit.record_id]
            if hit.score < NEARBY * top:
                continue
            if isinstance(record, Fragmento | Pasaje):
                title = record.titulo if isinstance(record, Fragmento) else " ".join(record.ruta[-1:])
                found.append(f"{title} {record.texto.texto}")
            elif isinstance(record, Practica):
                found.append(f"{record.titulo.texto} {record.lugar.texto}")
        return found

    def _near(self, asked: Asked, texts: Iterable[str]) -> list[str]:
        """Those of some texts that speak of the subject of a question, folded."""
        vocabulary = self.store.vocabulary
        return [fold(text) for text in texts if explained(asked, frozenset(terms(text)), vocabulary) >= SUBJECT]

    def _tells(self, place: Lugar, near: Iterable[str]) -> bool:
        """Whether a text near names a place, by its name or by the demonym of its people."""
        return any(
            place == lugar
            or (place.clase in ("comuna", "provincia") and lugar.region == place.nombre and lugar.clase == "region")
            for text in near
            for mention in self.lugares.find(text)
            for lugar in mention.lugares
        )

    def _broken_down(self, name: str, grid: Grid, near: Iterable[str]) -> bool:
        """Whether the table's own labels or a text near hold the breakdown."""
        group = f"desglose.{name}"
        labels = fold(
            " ".join((grid.tabla.titulo.texto, *grid.tabla.columnas, *(f.etiqueta for f in grid.tabla.filas)))
        )
        if self.words.has(group, labels):
            return True
        if name == "nacionalidad":
            return any("nacionalidad" in text or len(self._countries(text)) > 1 for text in near)
        return any(self.words.has(group, text) for text in near)

    def _told(self, wanted: Rango, asked: Asked, evidence: Evidence) -> bool:
        """Whether a text near has a figure of the very period, on the subject of the question."""
        return any(
            one.actual is not None
            and (one.actual.same(wanted) or one.actual.within(wanted))
            and explained(asked, one.near, self.store.vocabulary) >= SUBJECT
            for one in self.prose.near(evidence)
        )

    def _countries(self, text: str) -> set[str]:
        found = {mention.lugar.nombre for mention in self.lugares.find(text) if mention.lugar.clase == "pais"}
        return found - {CHILE}

    def _regions(self, text: str) -> bool:
        """Whether a text names a region."""
        return any(place.clase == "region" for mention in self.lugares.find(text) for place in mention.lugares)

    def _lacks_regions(self, asked: Asked, grid: Grid, evidence: Evidence) -> bool:
        """Whether rows by region are plainly asked for of a table without them, and no figures near are of regions."""
        plain = re.search(r"\b(?:por|cada|que|cual|by|each|which) (?:direccion )?region", asked.line) is not None
        if not plain or grid.places or set(terms("región")) & grid.own_title:
            return False
        told = [one for one in self.prose.near(evidence) if self._regions(one.concept)]
        return len(told) < 2

    @staticmethod
    def _asked(selection: Selection) -> tuple[Computation, ...]:
        """The years asked for, so that they may be told though no document has them."""
        numbers = {Decimal(year) for period in selection.lacking for year in period.years}
        numbers |= {Decimal(found) for period in selection.lacking for found in re.findall(r"\d+", period.label)}
        return tuple(Computation(operation="pregunta", operands=(), value=number) for number in sorted(numbers))


def _concept(selection: Selection) -> str:
    """What a selection without cells is of."""
    measure = selection.named.measures[0]
    cell = next(cell for cell in selection.grid.cells if cell.parts == measure)
    return cell.concept
