"""Which series of an answer's table are drawn, and how."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from web.charts import MOST_PANELS, chart_of
from web.schemas import ChatReply, FigureOut, Number


def figure(period: str | None, value: Number, concept: str = "Cartas otorgadas", unit: str = "cartas") -> FigureOut:
    return FigureOut(
        value=value, unit=unit, concept=concept, period=period, breakdown=[], marker=1, computed=False, operands=[]
    )


def reply(figures: Sequence[FigureOut], cells: Sequence[str]) -> ChatReply:
    """A reply whose table has these cells, one in a row."""
    rows = [f"| fila {at} | {cell} | [1] |" for at, cell in enumerate(cells)]
    return ChatReply(
        conversation_id="c",
        message_id="m",
        status="answered",
        abstained=False,
        answer="\n".join(["Son:", "", "| Período | Cifra | Fuente |", "| --- | --- | --- |", *rows]),
        citations=[],
        medidas=[],
        figures=list(figures),
        understood="",
        follow_ups=[],
        mode="deterministic",
        elapsed_ms=1.0,
    )


def test_a_series_is_drawn_to_the_scale_of_its_greatest() -> None:
    figures = [figure("2021", 2984), figure("2022", 2051), figure("2023", 3075)]
    chart = chart_of(reply(figures, ["2.984", "2.051 [2]", "**3.075**"]))
    assert chart is not None
    (panel,) = chart.panels
    assert [(bar.period, bar.written, bar.percent) for bar in panel.bars] == [
        ("2021", "2.984", "97.04"),
        ("2022", "2.051", "66.70"),
        ("2023", "3.075", "100.00"),
    ]
    assert not chart.partial
    assert panel.title == "Cartas otorgadas"
    assert panel.spoken == (
        "Gráfico de barras: Cartas otorgadas, 3 períodos, de 2021 a 2023. El valor más alto es 3.075 (2023). "
        "Las mismas cifras están en la tabla."
    )


@pytest.mark.parametrize("last", ["hasta el 31 de marzo de 2025", "primer trimestre de 2025"])
def test_a_period_that_is_no_whole_year_is_told_apart(last: str) -> None:
    chart = chart_of(reply([figure("2023", 5), figure("2024", 9), figure(last, 2)], ["5", "9", "2"]))
    assert chart is not None
    assert chart.partial
    assert [bar.partial for bar in chart.panels[0].bars] == [False, False, True]
    assert f"Período incompleto: {last}." in chart.panels[0].spoken


def test_periods_of_one_kind_are_comparable() -> None:
    quarters = [figure(f"primer trimestre de {year}", year - 2020) for year in (2023, 2024, 2025)]
    chart = chart_of(reply(quarters, ["3", "4", "5"]))
    assert chart is not None
    assert not chart.partial


def test_the_earliest_comes_first() -> None:
    chart = chart_of(reply([figure("2024", 1), figure("2022", 2), figure("2023", 3)], ["1", "2", "3"]))
    assert chart is not None
    assert [bar.period for bar in chart.panels[0].bars] == ["2022", "2023", "2024"]


def test_signs_and_decimals_are_written_as_in_the_table() -> None:
    spent = [figure("2022", 1200, "Gasto", "$"), figure("2023", 900, "Gasto", "$"), figure("2024", 0, "Gasto", "$")]
    share = [figure(year, value, "Ejecución", "%") for year, value in (("2022", 99.96), ("2023", 13.8), ("2024", 64))]
    chart = chart_of(reply([*spent, *share], ["$1.200", "$900", "$0", "99,96%", "13,80 %", "64%"]))
    assert chart is not None
    assert [bar.written for panel in chart.panels for bar in panel.bars] == [
        "$1.200", "$900", "$0", "99,96%", "13,80 %", "64%",
    ]  # fmt: skip
    assert [panel.title for panel in chart.panels] == ["Gasto", "Ejecución"]
    assert chart.units == 2


def test_series_of_one_unit_share_their_scale() -> None:
    asked = [figure(str(year), 10, "Solicitadas", "residencias") for year in (2022, 2023, 2024)]
    given = [figure(str(year), 5, "Resueltas", "residencias") for year in (2022, 2023, 2024)]
    chart = chart_of(reply([*asked, *given], ["10", "5"]))
    assert chart is not None
    assert [panel.bars[0].percent for panel in chart.panels] == ["100.00", "50.00"]
    assert [panel.title for panel in chart.panels] == ["Solicitadas (residencias)", "Resueltas (residencias)"]
    assert chart.units == 1


def test_a_total_over_several_years_is_no_bar() -> None:
    figures = [*(figure(str(year), 5) for year in (2022, 2023, 2024)), figure("2022–2024", 15)]
    chart = chart_of(reply(figures, ["5", "15"]))
    assert chart is not None
    assert len(chart.panels[0].bars) == 3


SERIES = [figure("2022", 1), figure("2023", 2), figure("2024", 3)]


@pytest.mark.parametrize(
    ("figures", "cells"),
    [
        pytest.param([], ["1", "2", "3"], id="no figures"),
        pytest.param(SERIES[:2], ["1", "2"], id="two only"),
        pytest.param(SERIES, ["1", "2"], id="the table lacks one"),
        pytest.param([*SERIES, figure("2024", 2)], ["1", "2", "3"], id="two figures of one year"),
        pytest.param([figure(None, n) for n in (1, 2, 3)], ["1", "2", "3"], id="no periods"),
        pytest.param([figure(p, n) for n, p in enumerate(("ayer", "hoy", "mañana"))], ["0", "1", "2"], id="no years"),
        pytest.param([figure(str(y), 0) for y in (2022, 2023, 2024)], ["0"], id="nothing but zeros"),
        pytest.param([figure("2022", -1), *SERIES[1:]], ["-1", "2", "3"], id="below zero"),
        pytest.param([f.model_copy(update={"computed": True}) for f in SERIES], ["1", "2", "3"], id="computed"),
        pytest.param(
            [f.model_copy(update={"concept": str(n)}) for n in range(MOST_PANELS + 1) for f in SERIES],
            ["1", "2", "3"],
            id="too many",
        ),
    ],
)
def test_what_is_no_series_is_not_drawn(figures: list[FigureOut], cells: list[str]) -> None:
    assert chart_of(reply(figures, cells)) is None


def test_figures_of_a_sentence_are_not_drawn() -> None:
    said = reply(SERIES, []).model_copy(update={"answer": "Fueron 1 en 2022, 2 en 2023 y 3 en 2024."})
    assert chart_of(said) is None
