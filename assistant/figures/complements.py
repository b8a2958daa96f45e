"""Tables that complete each other: one about a place, one about all other places, with the same measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.figures import compute, phrases
from assistant.figures.cells import Selection, like
from assistant.figures.choose import Fit
from assistant.figures.claims import computed
from assistant.figures.grid import Cell, Grid
from assistant.figures.lexicon import FigureWords
from assistant.figures.measures import is_total
from assistant.figures.question import Asked, Operacion
from assistant.figures.shares import PAIR, one_for_other
from assistant.figures.values import Operand, named, of_cell
from assistant.figures.worked import Worked, together
from assistant.texts import Texts
from corpus.analysis import fold

EQUAL = 0.05
MOST = 3
SET_AGAINST = (Operacion.VALOR, Operacion.DIFERENCIA, Operacion.VECES, Operacion.MAXIMO, Operacion.MINIMO)
_OUTCOMES: dict[Operacion, Callable[[Operand, Operand], compute.Outcome | None]] = {
    Operacion.VECES: compute.times,
    Operacion.DIFERENCIA: compute.difference,
    Operacion.RAZON: compute.ratio,
}
SET_TOGETHER = frozenset(_OUTCOMES)
MOST_SAID = 6
"""So many rows are told of both halves where both are named."""

_IN_ALL = re.compile(r"\ben total\b")
# "Qué porcentaje de los recursos del país…": the whole is that of both halves.
_COUNTRY = re.compile(
    r"\b(?:del|en el|de todo el|en todo el) pais\b|\bde chile\b|\b(?:a nivel |el total |total )nacional(?:es)?\b"
)


class Complements:
    """Finds the other half of a table whose title speaks of one place, or of all but one."""

    def __init__(self, texts: Texts, words: FigureWords, left_out: dict[str, frozenset[str]]) -> None:
        self.texts = texts
        self.words = words
        self.left_out = left_out

    def of(self, grid: Grid, grids: Sequence[Grid]) -> Grid | None:
        """The table of the same document that counts the same elsewhere, or None."""
        mine = self.left_out[grid.tabla.id]
        for other in grids:
            theirs = self.left_out[other.tabla.id]
            shared = set(other.about) & set(grid.about)
            if other is not grid and other.document is grid.document and shared and mine ^ theirs == shared:
                return other
        return None

    def whole(self, asked: Asked, selection: Selection, fits: Sequence[Fit]) -> Worked | None:
        """A figure of both halves and their sum, where a question means the whole country or names no half."""
        other = self.of(selection.grid, [fit.grid for fit in fits])
        if other is None:
            return None
        if asked.operation is Operacion.PARTE:
            one = selection.cells[0] if len(selection.cells) == 1 and selection.cells[0].unit != "%" else None
            return self._share(one, selection.grid, other) if one and _COUNTRY.search(asked.line) else None
        if asked.opposed and asked.operation in SET_AGAINST and not asked.several and len(selection.cells) == 1:
            return self._apart(asked, selection.cells[0], selection.grid, other)
        rest = phrases.and_the_rest(asked.line)  # "en la RM y fuera de la RM"
        if asked.left_out and not (rest and asked.operation is Operacion.SUMA):
            return None
        # "¿Cuántos en total hubo en la RM?": all that there were there.
        line = _IN_ALL.sub(" ", asked.line) if asked.places else asked.line
        both = rest or self.words.has("lugar.todo_el_pais", line)
        # What one of them explains and the other does not names a half ("fuera").
        named = any(fit.grid is other and fit.words < selection.fit.words - EQUAL for fit in fits)
        if (named or asked.places) and not both:
            return None
        if asked.operation in SET_TOGETHER:
            return self._set_together(asked, selection, other)
        if asked.operation not in (Operacion.VALOR, Operacion.SUMA) or not 0 < len(selection.cells) <= (
            MOST_SAID if rest else MOST
        ):
            return None
        pairs = [(cell, twin) for cell in selection.cells if (twin := _twin(cell, other)) is not None]
        if both and len(selection.cells) == 1 and not pairs:
            return self._total_and_all(selection.cells[0], selection.grid, other)
        if len(pairs) < len(selection.cells) or len({cell.unit for cell, _ in pairs}) > 1:
            return None
        if asked.operation is Operacion.SUMA:
            return self._added(pairs, selection.grid, other)
        return together([self._added([pair], selection.grid, other) for pair in pairs])

    def _total_and_all(self, cell: Cell, grid: Grid, other: Grid) -> Worked | None:
        """The total that one half declares and all that the other, which declares none, counts at that time."""
        rest = [c for c in other.cells if c.column is not None and c.column == cell.column and c.unit == cell.unit]
        if not is_total(cell.parts) or not rest or any(c.place or is_total(c.parts) for c in rest):
            return None
        title = grid.tabla.titulo.texto
        parts = [replace(of_cell(cell, grid), nombre=f"{cell.concept}: {title}")]
        parts += [replace(of_cell(c, other), nombre=f"{c.concept}: {other.tabla.titulo.texto}") for c in rest]
        outcome = compute.total(parts)
        text = self.texts(
            "cifras", "suma", resultado=outcome, partes=parts, de=" · ".join((cell.concept, cell.period or ""))
        )
        return Worked((computed(text, (outcome,)),), (outcome,), tuple(parts))

    def _set_together(self, asked: Asked, selection: Selection, other: Grid) -> Worked | None:
        """Two measures set together, each of both halves: "cuántas veces más recursos de protección que de amparo"."""
        grid = selection.grid
        pair = one_for_other(asked, selection) if asked.operation is Operacion.RAZON else selection.cells
        twins = [(cell, _twin(cell, other)) for cell in pair or ()]
        if len(twins) != PAIR or not like(*(cell for cell, _ in twins)):
            return None
        totals: list[compute.Outcome] = []
        both: list[Operand] = []
        for cell, twin in twins:
            if twin is None:
                return None
            halves = [of_cell(cell, grid), of_cell(twin, other)]
            totals.append(compute.total(halves))
            spans = tuple(span for half in halves for span in half.spans)
            both.append(replace(halves[0], value=totals[-1].value, written=totals[-1].dicho, spans=spans))
        first, second = named(both)
        if asked.operation is not Operacion.RAZON:
            first, second = sorted((first, second), key=lambda one: -one.value)
        outcome = _OUTCOMES[asked.operation](first, second)
        if outcome is None:
            return None
        text = self._said(asked.operation, first, second, outcome)
        return Worked((computed(text, (outcome, *totals)),), (outcome,), (first, second))

    def _said(self, operation: Operacion, first: Operand, second: Operand, outcome: compute.Outcome) -> str:
        """The sentence for two figures set together."""
        if operation is Operacion.RAZON:
            return self.texts("cifras", "razon", sobre=first, bajo=second, resultado=outcome)
        macro = "veces" if operation is Operacion.VECES else "distancia"
        return self.texts("cifras", macro, a=first, b=second, resultado=outcome)

    def _apart(self, asked: Asked, cell: Cell, grid: Grid, other: Grid) -> Worked | None:
        """How far the halves are apart, or how many times one is the other: "cuántos recursos más hubo en regiones que en la
        RM"."""
        halves = _halves(cell, grid, other)
        if halves is None:
            return None
        more, less = sorted(halves, key=lambda half: -half.value)
        operation = Operacion.VECES if asked.operation is Operacion.VECES else Operacion.DIFERENCIA
        outcome = _OUTCOMES[operation](more, less)
        if outcome is None:
            return None
        return Worked((computed(self._said(operation, more, less, outcome), (outcome,)),), (outcome,), (more, less))

    def _share(self, cell: Cell, grid: Grid, other: Grid) -> Worked | None:
        """What part one half is of both: "qué porcentaje de los recursos del país se presentó en la RM"."""
        halves = _halves(cell, grid, other)
        if halves is None:
            return None
        outcome, total = compute.share_of_sum(halves[0], halves), compute.total(halves)
        if outcome is None:
            return None
        names = [half.nombre for half in halves]
        text = self.texts(
            "cifras", "parte_de_suma", parte=halves[0], resultado=outcome, suma=total.dicho, nombres=names
        )
        return Worked((computed(text, (outcome, total)),), (outcome,), tuple(halves))

    def _added(self, pairs: Sequence[tuple[Cell, Cell]], grid: Grid, other: Grid) -> Worked:
        """The halves of one or more cells added up, each told by the title of its table and, of several, by its label."""
        halves = []
        for cell, twin in pairs:
            for one, of in ((cell, grid), (twin, other)):
                title = of.tabla.titulo.texto
                halves.append(replace(of_cell(one, of), nombre=f"{cell.concept}: {title}" if len(pairs) > 1 else title))
        outcome = compute.total(halves)
        cells = [cell for cell, _ in pairs]
        concept = cells[0].concept if len(cells) == 1 else ", ".join(dict.fromkeys(cell.concept for cell in cells))
        text = self.texts(
            "cifras", "suma", resultado=outcome, partes=halves, de=" · ".join((concept, cells[0].period or ""))
        )
        return Worked((computed(text, (outcome,)),), (outcome,), tuple(halves))


def _halves(cell: Cell, grid: Grid, other: Grid) -> list[Operand] | None:
    """A cell and its twin of the other half, each told by its label and the title of its table; None without a twin."""
    twin = _twin(cell, other)
    if twin is None:
        return None
    return [
        replace(of_cell(one, of), nombre=f"{one.concept}: {of.tabla.titulo.texto}")
        for one, of in ((cell, grid), (twin, other))
    ]


def _twin(cell: Cell, grid: Grid) -> Cell | None:
    """The cell of another table with the same labels and period."""
    labels = [fold(part) for part in cell.parts]
    return next((c for c in grid.cells if c.column == cell.column and [fold(p) for p in c.parts] == labels), None)
