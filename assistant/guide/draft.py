"""The suggested index of a municipal policy as a Word document to write in, with its sources as footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from assistant.guide.footnotes import Footnotes
from assistant.guide.material import Example, Link, Material, Source
from assistant.texts import Texts
from corpus.records import Elemento, Herramienta, Span

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BLUE = RGBColor(0x00, 0x4B, 0x7A)
_GREY = RGBColor(0x59, 0x59, 0x59)


class NoIndex(LookupError):
    """The documents hold no suggested index, or no sheet, to make a draft of."""


def policy_draft(source: Source, texts: Texts, link: Link) -> bytes:
    """The draft as a Word file: under each heading what to put, questions that guide, practices to look at.

    ``link`` gives the address at which a source opens. Raises NoIndex where the guide has no suggested index.
    """
    material = Material(source)
    index = material.index
    if index is None:
        raise NoIndex("la guía no trae un índice sugerido")
    document = docx.Document()
    _dress(document)
    return _Writer(document, material, texts, link).write(index)


class _Writer:
    def __init__(self, document: Document, material: Material, texts: Texts, link: Link) -> None:
        self.document = document
        self.material = material
        self.texts = texts
        self.link = link
        self.notes = Footnotes(document)
        self.cited: set[str] = set()

    def write(self, index: Herramienta) -> bytes:
        guide = self.material.source.documents[index.document]
        document = self.document
        document.core_properties.title = self._say("titulo")
        document.core_properties.author = ""
        document.core_properties.comments = self._say("fuente", guia=guide.title)
        document.add_heading(self._say("titulo"), level=0)
        self._grey(self._say("fuente", guia=guide.title))
        if index.proposito is not None:
            self._noted(document.add_paragraph(index.proposito.texto), index.proposito.spans)
        self._examples(self.material.models(), "modelos")
        document.add_paragraph(self._say("comuna"))
        for number, heading in enumerate(index.pasos, 1):
            self._section(number, heading)
        self.notes.save()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def _section(self, number: int, heading: Elemento) -> None:
        document = self.document
        name = heading.texto.texto.capitalize()
        document.add_heading(f"{number}. {heading.titulo or name}", level=1)
        for at, part in enumerate(heading.elementos, 1):
            document.add_heading(f"{number}.{at} {part.titulo or part.texto.texto}", level=2)
            what = part.texto.texto if part.titulo else "; ".join(sub.texto.texto for sub in part.elementos)
            spans = part.texto.spans if part.titulo else part.elementos[0].texto.spans if part.elementos else ()
            paragraph = document.add_paragraph()
            paragraph.add_run(self._say("que_poner")).bold = True
            paragraph.add_run(f" {what}")
            self._noted(paragraph, spans)
            matrix = self.material.matrix
            if matrix is not None and "iniciativa" in (part.titulo or "").lower():
                self._table(matrix)
            self._grey(self._say("escriba"))
        self._questions(heading)
        self._examples(self.material.examples(heading), "ejemplos")

    def _questions(self, heading: Elemento) -> None:
        questions = self.material.questions(heading)
        if questions:
            self._small_heading("preguntas")
        for question in questions:
            self._noted(self.document.add_paragraph(question.texto, style="List Bullet"), question.spans)

    def _examples(self, examples: Sequence[Example], macro: str) -> None:
        if examples:
            self._small_heading(macro)
        for example in examples:
            paragraph = self.document.add_paragraph(style="List Bullet")
            entry = example.entry
            rest = example.text.removeprefix(entry.title)
            paragraph.add_run(entry.title).bold = True
            paragraph.add_run(f" ({entry.where}){rest}" if rest != example.text else f" ({entry.where}): {rest}")
            self._noted(paragraph, example.spans)

    def _table(self, matrix: Herramienta) -> None:
        """The matrix of initiatives as a form: a row for each of its fields, to be copied for each initiative."""
        caption = self.document.add_paragraph()
        caption.add_run(self._say("matriz")).italic = True
        self._noted(caption, matrix.proposito.spans if matrix.proposito else matrix.pasos[0].texto.spans)
        fields = [paso.texto.texto for paso in matrix.pasos if ":" not in paso.texto.texto]
        table = self.document.add_table(rows=len(fields), cols=2)
        table.style = "Table Grid"
        table.autofit = False
        caption.paragraph_format.keep_with_next = True
        for column, width in zip(table.columns, (Cm(5), Cm(11)), strict=True):
            column.width = width
        for row, field in zip(table.rows, fields, strict=True):
            row.cells[0].text = field
            row.cells[0].paragraphs[0].runs[0].bold = True
            row.cells[0].width, row.cells[1].width = Cm(5), Cm(11)
            # The form of one initiative stands on one page.
            row.cells[0].paragraphs[0].paragraph_format.keep_with_next = field != fields[-1]
        self.document.add_paragraph()

    def _small_heading(self, macro: str) -> None:
        self.document.add_heading(self._say(macro), level=3)

    def _grey(self, text: str) -> None:
        run = self.document.add_paragraph().add_run(text)
        run.italic = True
        run.font.color.rgb = _GREY

    def _noted(self, paragraph: Paragraph, spans: Sequence[Span]) -> None:
        if spans:
            document = spans[0].document
            self.notes.add(paragraph, self.material.cited(spans, self.link, again=document in self.cited))
            self.cited.add(document)

    def _say(self, macro: str, **values: object) -> str:
        return self.texts("borrador", macro, **values)


def _dress(document: Document) -> None:
    """Language, page and type: Spanish of Chile, letter size, one dark blue for headings."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "es-CL")
    normal.element.get_or_add_rPr().append(language)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name, style.font.color.rgb = "Calibri", _BLUE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
