"""Bars for the series of figures that an answer's table holds: what to draw, as plain values for the templates.

The table stays what is read and cited; a chart repeats it and never shows a figure that the table does not. A period
that is not a whole year ("hasta marzo de 2025") beside whole years is told apart: its bar says less than theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.numbers import parse_number
from web.markup import NUMERIC
from web.schemas import ChatReply, FigureOut

SHORTEST = 3  # two figures are told as well by a sentence
MOST_PANELS = 6
MOST_BARS = 60
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
MARKS = re.compile(r"\[\d+\]|\*")
SIGNS = frozenset({"%", "$", "M$"})  # units that the figures of a table bear themselves


@dataclass(frozen=True)
class Bar:
    """One figure: its period, the figure as the table writes it, and its length in percent of the longest bar."""

    period: str
    written: str
    percent: str
    partial: bool


@dataclass(frozen=True)
class Panel:
    """The bars of one series. Panels of one unit share a scale."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def spoken(self) -> str:
        """The chart in words, for those who do not see it."""
        first, *_, last = (bar.period for bar in self.bars)
        longest = max(self.bars, key=lambda bar: Decimal(bar.percent))
        partial = [bar.period for bar in self.bars if bar.partial]
        parts = [
            f"Gráfico de barras: {self.title}, {len(self.bars)} períodos, de {first} a {last}",
            f"El valor más alto es {longest.written} ({longest.period})",
            *(f"Período incompleto: {period}" for period in partial),
            "Las mismas cifras están en la tabla",
        ]
        return ". ".join(parts) + "."


@dataclass(frozen=True)
class Chart:
    """The panels of one answer."""

    panels: tuple[Panel, ...]

    @property
    def partial(self) -> bool:
        """Whether a period is not a whole year."""
        return any(bar.partial for panel in self.panels for bar in panel.bars)

    @property
    def units(self) -> int:
        """How many scales there are."""
        return len({panel.unit for panel in self.panels})


def chart_of(reply: ChatReply) -> Chart | None:
    """The chart of the series in a reply's table; None where there is none, or so many that bars would not help."""
    written = _written(reply.answer)
    series = [one for one in _series(reply.figures) if _drawable(one, written)]
    if not 0 < len(series) <= MOST_PANELS or sum(map(len, series)) > MOST_BARS:
        return None
    longest: dict[str, Decimal] = {}
    for one in series:
        unit = one[0].unit
        longest[unit] = max([longest.get(unit, Decimal(0)), *map(_value, one)])
    return Chart(tuple(_panel(one, longest[one[0].unit], written) for one in series))


def _series(figures: Sequence[FigureOut]) -> Iterator[list[FigureOut]]:
    """The stated figures of one concept, place and unit, each by period, the earliest first."""
    found: dict[tuple[str, str, tuple[str, ...]], list[FigureOut]] = {}
    for figure in figures:
        if not figure.computed and len(YEAR.findall(figure.period or "")) == 1:  # no total over several years
            found.setdefault((figure.concept, figure.unit, tuple(figure.breakdown)), []).append(figure)
    for one in found.values():
        yield sorted(one, key=lambda figure: YEAR.findall(figure.period or ""))


def _drawable(series: Sequence[FigureOut], written: dict[Decimal, str]) -> bool:
    """Whether each period comes once and the table holds every figure."""
    periods = {figure.period for figure in series}
    values = [_value(figure) for figure in series]
    return (
        len(series) >= SHORTEST
        and len(periods) == len(series)
        and all(value in written for value in values)
        and min(values) >= 0
        and max(values) > 0
    )


def _panel(series: Sequence[FigureOut], longest: Decimal, written: dict[Decimal, str]) -> Panel:
    whole = [bool(YEAR.fullmatch(figure.period or "")) for figure in series]
    bars = tuple(
        Bar(
            period=figure.period or "",
            written=written[_value(figure)],
            percent=f"{100 * _value(figure) / longest:.2f}",
            partial=any(whole) and not is_whole,
        )
        for figure, is_whole in zip(series, whole, strict=True)
    )
    first = series[0]
    # A unit that the title says already ("Cartas otorgadas", cartas) is not said again.
    said = first.unit in SIGNS or first.unit.casefold() in first.concept.casefold()
    unit = "" if said else first.unit
    title = ", ".join([first.concept, *first.breakdown]) + (f" ({unit})" if unit else "")
    return Panel(title=title, unit=first.unit, bars=bars)


def _written(answer: str) -> dict[Decimal, str]:
    """The figures in the tables of an answer's Markdown, as they are written there, by value."""
    found: dict[Decimal, str] = {}
    for line in answer.splitlines():
        if line.lstrip().startswith("|"):
            for cell in line.strip().strip("|").split("|"):
                text = MARKS.sub("", cell).strip()
                if match := NUMERIC.fullmatch(text):
                    found.setdefault(parse_number(match[1]), text)
    return found


def _value(figure: FigureOut) -> Decimal:
    return Decimal(str(figure.value))
