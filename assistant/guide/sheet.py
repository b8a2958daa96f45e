"""The guide's follow-up sheet as a workbook to fill in: a row for each initiative, its fields under their headings."""

from __future__ import annotations

import io
from itertools import groupby

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.guide.draft import NoIndex
from assistant.guide.material import Link, Material, Source
from assistant.texts import Texts
from corpus.analysis import fold
from corpus.records import Herramienta

ROWS = 30
_WIDE, _NARROW = 26, 16
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def follow_up_sheet(source: Source, texts: Texts, link: Link) -> bytes:
    """The sheet as an Excel file: two header rows (group and field), rows to fill in, and where it comes from.

    A field that the guide answers by "(Sí/No)" offers both; one that is a date takes dates. Raises NoIndex where the
    guide has no such sheet.
    """
    material = Material(source)
    tool = material.sheet
    if tool is None:
        raise NoIndex("la guía no trae una planilla de seguimiento")
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = texts("borrador", "hoja")
    _head(sheet, tool, texts)
    _body(sheet, tool)
    about = book.create_sheet(texts("borrador", "hoja_fuente"))
    spans = tool.proposito.spans if tool.proposito is not None else tool.nombre.spans
    about["A1"], about["B1"] = texts("borrador", "hoja_fuente"), material.cited(spans, link)
    about["A1"].font = Font(bold=True)
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 16, 100
    about["B1"].alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Worksheet, tool: Herramienta, texts: Texts) -> None:
    column = 1
    for group, members in groupby(tool.pasos, key=lambda paso: paso.titulo or ""):
        fields = list(members)
        sheet.cell(1, column, group)
        if len(fields) > 1:
            sheet.merge_cells(start_row=1, start_column=column, end_row=1, end_column=column + len(fields) - 1)
        for field in fields:
            name = field.texto.texto
            sheet.cell(2, column, name)
            sheet.column_dimensions[get_column_letter(column)].width = _NARROW if _is_date(name) else _WIDE
            column += 1
    for row, color in ((1, "004B7A"), (2, "0073B7")):
        for cell in sheet[row]:
            cell.font = Font(bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=color)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
            cell.border = _BORDER
    sheet.cell(2, 1).comment = Comment(texts("borrador", "una_fila"), "")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 22, 46
    sheet.freeze_panes = "B3"


def _body(sheet: Worksheet, tool: Herramienta) -> None:
    last = ROWS + 2
    for at, paso in enumerate(tool.pasos, 1):
        letter, name = get_column_letter(at), paso.texto.texto
        for row in range(3, last + 1):
            sheet.row_dimensions[row].height = 30
            cell = sheet.cell(row, at)
            cell.border = _BORDER
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if _is_date(name):
                cell.number_format = "dd-mm-yyyy"
        if "si/no" in fold(name).replace(" ", ""):
            choice = DataValidation(type="list", formula1='"Sí,No"', allow_blank=True)
            choice.add(f"{letter}3:{letter}{last}")
            sheet.add_data_validation(choice)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:2"


def _is_date(name: str) -> bool:
    return fold(name).startswith("fecha")
