"""``pnme ask --formato``: the medidas of an answer, read back by the libraries of the formats."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import icalendar
import openpyxl
import pytest
from typer.testing import CliRunner, Result

from assistant.cli import app
from corpus.settings import Settings


@pytest.fixture
def run(real_settings: Settings, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("PNME_DATA_DIR", str(real_settings.data_dir))
    monkeypatch.setenv("PNME_DENSE", "false")
    monkeypatch.setenv("PNME_BASE_URL", "https://ejemplo.cl")

    def ask(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["ask", *arguments])

    return ask


def test_a_set_as_csv_has_each_milestone_and_where_it_stands(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("medidas del MINVU", "--formato", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))
    assert sorted({int(row["medida"]) for row in rows}) == [48, 49, 50, 51, 52, 53]
    assert [row["hito"] for row in rows if row["medida"] == "48"] == ["1", "2", "3"]
    assert all(row["url"].startswith("https://ejemplo.cl/documentos/plan?desde=") for row in rows)
    assert all(row["texto"].split(".")[0][:20] in " ".join(row["cita"].split()) for row in rows)


def test_a_set_as_a_workbook_says_what_was_understood(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "salud.xlsx"
    result = run("¿cuántas medidas de Salud vencen en 2025?", "--formato", "xlsx", "--salida", str(path))
    assert "(medidas: 1; hitos: 1)" in result.stdout
    book = openpyxl.load_workbook(path)
    header, row = book["Medidas"].iter_rows(values_only=True)
    shown = dict(zip(header, row, strict=True))
    assert shown["Medida"] == 57
    assert shown["Fecha"] == datetime(2025, 12, 31)
    about = {cells[0].value: cells[1].value for cells in book["Acerca de"].iter_rows()}
    assert "institución: Ministerio de Salud; plazo: 2025" in about["Selección"]
    assert about["SHA-256 del documento"]


def test_deadlines_as_a_calendar_and_those_that_are_no_date_as_tasks(run) -> None:  # type: ignore[no-untyped-def]
    result = run("medidas de Economía", "--formato", "ics")
    calendar = icalendar.Calendar.from_ical(result.stdout_bytes)
    [event], [todo] = calendar.events, calendar.todos
    assert event.decoded("dtstart") == date(2024, 12, 31)
    assert "«31 de noviembre 2024»" in todo["summary"]
    assert "due" not in todo


def test_an_empty_set_is_a_sheet_without_rows(run) -> None:  # type: ignore[no-untyped-def]
    result = run("medidas de Carabineros", "--formato", "csv")
    assert result.exit_code == 0
    assert list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig")))) == []


def test_what_is_no_set_cannot_be_downloaded(run) -> None:  # type: ignore[no-untyped-def]
    result = run("hola", "--formato", "csv")
    assert result.exit_code == 1
    assert "no hay qué descargar" in result.stderr


def test_without_a_format_the_answer_is_told(run) -> None:  # type: ignore[no-untyped-def]
    result = run("¿cuándo vence la medida 84?")
    assert "31 de diciembre 2024" in result.stdout
    assert "[1] " in result.stdout
