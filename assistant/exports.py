"""A set of medidas as CSV, spreadsheet or calendar: one row or event for each milestone, each with its source."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from typing import Literal, Protocol

from icalendar import Calendar, Event, Todo
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.records import Documento, Eje, Medida, Record, Span

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS_TYPE = "text/calendar; charset=utf-8"
SUMMARY_LENGTH = 90
NO_DATE = "la fecha escrita no existe en el calendario"

Format = Literal["csv", "xlsx", "ics"]


class Source(Protocol):
    """What a row is made from: the records of an index and the quotes of its documents."""

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""

    @property
    def documents(self) -> Mapping[str, Documento]:
        """The documents by id."""

    def quote(self, span: Span) -> str:
        """The verbatim text of a span."""


@dataclass(frozen=True)
class Row:
    """One milestone of one medida, flat. ``fecha`` is None where the date as written does not exist."""

    medida: int
    eje: int
    eje_nombre: str
    instituciones: str
    texto: str
    hito: int
    hitos: int
    plazo: str
    fecha: date | None
    indicador: str
    documento: str
    cita: str
    url: str


HEADERS = {
    "medida": "Medida",
    "eje": "Eje",
    "eje_nombre": "Nombre del eje",
    "instituciones": "Instituciones responsables",
    "texto": "Texto de la medida",
    "hito": "Hito",
    "hitos": "Hitos de la medida",
    "plazo": "Plazo (como está escrito)",
    "fecha": "Fecha",
    "indicador": "Indicador",
    "documento": "Documento",
    "cita": "Cita textual",
    "url": "Fuente",
}
WIDTHS = {"eje_nombre": 28, "instituciones": 34, "texto": 60, "plazo": 22, "fecha": 12, "indicador": 48, "cita": 60}


def span_url(base_url: str, span: Span) -> str:
    """Where a span opens: the source page with those words highlighted and in view."""
    return f"{base_url.rstrip('/')}/documentos/{span.document}?desde={span.start}&hasta={span.end}#cita"


def rows(medidas: Iterable[Medida], store: Source, base_url: str = "") -> Iterator[Row]:
    """One row for each milestone of each medida, in their order, with the address of its quote."""
    names = {record.numero: record.nombre.texto for record in store.records.values() if isinstance(record, Eje)}
    for medida in medidas:
        document = store.documents.get(medida.document)
        for at, hito in enumerate(medida.hitos, 1):
            yield Row(
                medida=medida.numero,
                eje=medida.eje,
                eje_nombre=names.get(medida.eje, ""),
                instituciones="; ".join(medida.instituciones),
                texto=medida.texto.texto,
                hito=at,
                hitos=len(medida.hitos),
                plazo=hito.plazo.texto,
                fecha=hito.fecha,
                indicador=hito.indicador.texto,
                documento=document.title if document else medida.document,
                cita=store.quote(medida.span),
                url=span_url(base_url, medida.span),
            )


def export(formato: Format, found: Sequence[Row], selection: str, made: datetime, document: Documento | None) -> bytes:
    """The rows in one of the formats; ``selection`` says in words what they are."""
    if formato == "csv":
        return as_csv(found)
    return as_ics(found, selection, made) if formato == "ics" else as_xlsx(found, selection, made, document)


def as_csv(found: Sequence[Row]) -> bytes:
    """RFC 4180 with a byte order mark, by which spreadsheets know that it is UTF-8."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(field.name for field in fields(Row))
    for row in found:
        writer.writerow(_harmless(value) for value in _values(row))
    return sheet.getvalue().encode("utf-8-sig")


def _values(row: Row) -> list[str | int | date | None]:
    return [getattr(row, field.name) for field in fields(Row)]


def _harmless(value: str | int | date | None) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@")):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else "" if value is None else value


def as_xlsx(found: Sequence[Row], selection: str, made: datetime, document: Documento | None) -> bytes:
    """A workbook with the medidas on one sheet and, on a second, what was selected, when, and from which document."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Medidas"
    names = [field.name for field in fields(Row)]
    sheet.append([HEADERS[name] for name in names])
    for row in found:
        sheet.append([_clean(value) for value in _values(row)])
    _dress(sheet, names)
    about = book.create_sheet("Acerca de")
    notes = [
        ("Selección", selection),
        ("Medidas", len({row.medida for row in found})),
        ("Hitos", len(found)),
        ("Generado", made.strftime("%Y-%m-%d %H:%M UTC")),
        ("Documento", f"{document.title} ({document.publisher}, {document.year})" if document else ""),
        ("SHA-256 del documento", document.sha256 if document else ""),
        ("Sobre las fechas", f"Donde la columna Fecha está vacía, {NO_DATE}; vale el plazo como está escrito."),
    ]
    for note in notes:
        about.append(note)
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 90
    for cell in about["A"]:
        cell.font = Font(bold=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _clean(value: str | int | date | None) -> str | int | date | None:
    return ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value


def _dress(sheet: Worksheet, names: Sequence[str]) -> None:
    for at, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(name, 14)
    for cells in sheet.iter_rows():
        for cell, name in zip(cells, names, strict=True):
            assert isinstance(cell, Cell)
            cell.alignment = Alignment(wrap_text=name in WIDTHS, vertical="top")
            if cell.row == 1:
                cell.font = Font(bold=True, color="FFFFFF")
                cell.fill = PatternFill("solid", fgColor="006FB3")
            elif name == "fecha":
                cell.number_format = "dd-mm-yyyy"
            elif name == "url":
                cell.hyperlink = str(cell.value) if str(cell.value).startswith("http") else None
            elif isinstance(cell.value, str):
                cell.data_type = "s"  # never a formula, whatever it begins with
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def as_ics(found: Sequence[Row], selection: str, made: datetime) -> bytes:
    """A calendar with an all-day event for each deadline.

    A deadline whose date does not exist can be no event: it is a task without a date, and the description lists it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Asistente PNME//Plazos de las medidas//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Plazos: {found[0].documento}" if found else "Plazos")
    undated = [f"medida {row.medida}: «{row.plazo}»" for row in found if row.fecha is None]
    note = f" Sin fecha, porque {NO_DATE}: {'; '.join(undated)}." if undated else ""
    calendar.add("x-wr-caldesc", f"{selection}.{note}")
    for row in found:
        calendar.add_component(_entry(row, made))
    return bytes(calendar.to_ical())


def _entry(row: Row, made: datetime) -> Event | Todo:
    entry: Event | Todo = Todo() if row.fecha is None else Event()
    which = f"Medida {row.medida}" + (f" (hito {row.hito} de {row.hitos})" if row.hitos > 1 else "")
    missing = f" «{row.plazo}» ({NO_DATE})" if row.fecha is None else ""
    entry.add("uid", f"medida-{row.medida}-hito-{row.hito}@asistente-pnme")
    entry.add("dtstamp", made.astimezone(UTC))
    entry.add("summary", f"Plazo de la {which.lower()}{missing}: {_shortened(row.texto)}")
    entry.add(
        "description",
        f"{which}. {row.texto}\n\nResponsables: {row.instituciones}\nPlazo: {row.plazo}\nIndicador: {row.indicador}\n"
        f"Eje {row.eje}: {row.eje_nombre}\n\nCita: «{row.cita}»\n{row.documento}\n{row.url}",
    )
    entry.add("categories", [f"Eje {row.eje}"])
    if row.url.startswith("http"):
        entry.add("url", row.url)
    if row.fecha is not None:
        entry.add("dtstart", row.fecha)
        entry.add("dtend", row.fecha + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    return entry


def _shortened(text: str) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer than a calendar shows."""
    return textwrap.shorten(text, SUMMARY_LENGTH, placeholder="…")
