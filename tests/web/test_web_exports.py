"""Downloads of medidas, read back by the libraries of their formats."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import icalendar
import openpyxl
from fake_assistant import FakeStore
from fastapi.testclient import TestClient

from web import exports
from web.wire import Wire


def test_csv_has_a_row_for_each_milestone_with_its_source(client: TestClient, store: FakeStore) -> None:
    response = client.get("/api/medidas?formato=csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="medidas-pnme.csv"'
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["medida"], row["hito"]) for row in rows] == [
        ("1", "1"),
        ("5", "1"),
        ("6", "1"),
        ("7", "1"),
        ("48", "1"),
        ("48", "2"),
        ("48", "3"),
    ]
    assert (rows[1]["plazo"], rows[1]["fecha"]) == ("31 de junio 2024", "")
    assert rows[-1]["fecha"] == "2025-12-31"
    for row in rows:
        assert row["cita"] in store.documents["plan"].text
        assert row["url"].startswith("http://testserver/documentos/plan?desde=")


def test_a_selection_downloads_the_same_set_that_it_shows(client: TestClient) -> None:
    shown = [medida["numero"] for medida in client.get("/api/medidas?eje=2").json()["items"]]
    text = client.get("/api/medidas?eje=2&formato=csv").content.decode("utf-8-sig")
    assert [int(row["medida"]) for row in csv.DictReader(io.StringIO(text))] == shown


def test_xlsx_has_real_dates_links_and_a_sheet_about_itself(client: TestClient) -> None:
    response = client.get("/api/medidas?formato=xlsx&q=programa")
    assert response.headers["content-type"] == exports.XLSX_TYPE
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Medidas", "Acerca de"]
    header, *rows = book["Medidas"].iter_rows()
    at = {cell.value: index for index, cell in enumerate(header)}
    assert [row[at["Medida"]].value for row in rows] == [1, 48, 48, 48]
    assert rows[1][at["Fecha"]].value == datetime(2024, 9, 30)
    assert rows[0][at["Fuente"]].hyperlink.target.startswith("http://testserver/documentos/plan?desde=")
    assert rows[1][at["Cita textual"]].value.startswith("\tMinisterio de Vivienda y Urbanismo")
    about = {row[0].value: row[1].value for row in book["Acerca de"].iter_rows()}
    assert about["Selección"] == "Medidas; sobre «programa»"
    assert (about["Medidas"], about["Hitos"]) == (2, 4)


def test_an_empty_selection_is_a_sheet_without_rows(client: TestClient) -> None:
    content = client.get("/api/medidas?formato=xlsx&institucion=ninguna").content
    assert openpyxl.load_workbook(io.BytesIO(content))["Medidas"].max_row == 1
    calendar = icalendar.Calendar.from_ical(client.get("/api/medidas?formato=ics&institucion=ninguna").content)
    assert not calendar.events


def test_the_calendar_has_an_event_for_each_date_that_exists(client: TestClient) -> None:
    response = client.get("/api/medidas?formato=ics")
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(response.content)
    events = {str(event["uid"]): event for event in calendar.events}
    assert set(events) == {
        "medida-1-hito-1@asistente-pnme",
        "medida-6-hito-1@asistente-pnme",
        "medida-7-hito-1@asistente-pnme",
        "medida-48-hito-1@asistente-pnme",
        "medida-48-hito-2@asistente-pnme",
        "medida-48-hito-3@asistente-pnme",
    }
    last = events["medida-48-hito-3@asistente-pnme"]
    assert (last.decoded("dtstart"), last.decoded("dtend")) == (date(2025, 12, 31), date(2026, 1, 1))
    assert "hito 3 de 3" in last["summary"]
    assert "Cita: «" in last["description"]
    assert "/documentos/plan?desde=" in last["url"]


def test_a_deadline_without_date_is_a_task_without_date_and_is_listed(client: TestClient) -> None:
    calendar = icalendar.Calendar.from_ical(client.get("/api/medidas?formato=ics&numeros=5").content)
    assert not calendar.events
    [todo] = calendar.todos
    assert "due" not in todo
    assert "dtstart" not in todo
    assert "«31 de junio 2024»" in todo["summary"]
    assert "medida 5: «31 de junio 2024»" in calendar["x-wr-caldesc"]


def test_no_cell_becomes_a_formula(store: FakeStore) -> None:
    medida = store.medidas[1]
    evil = medida.model_copy(update={"texto": medida.texto.model_copy(update={"texto": '=HYPERLINK("x")\x07'})})
    rows = list(exports.rows([evil], Wire(store)))
    [row] = csv.DictReader(io.StringIO(exports.as_csv(rows).decode("utf-8-sig")))
    assert row["texto"].startswith("'=")
    content = exports.as_xlsx(rows, "prueba", datetime(2026, 1, 1, tzinfo=UTC), store.documents["plan"])
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content))["Medidas"].iter_rows() for cell in row]
    [cell] = [cell for cell in cells if str(cell.value).startswith("=HYPERLINK")]
    assert cell.data_type == "s"
