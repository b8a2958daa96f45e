"""Footnotes for Word documents, which python-docx does not write: a part of their own and a mark in the text."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MARK = '<w:r><w:rPr><w:sz w:val="16"/><w:vertAlign w:val="superscript"/></w:rPr>{}</w:r>'
# Word wants these two before any note: the line over the notes of a page, and the one where a note goes on.
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
# Half points: 8 pt.
_SIZE = 16


class Footnotes:
    """The footnotes of one document; written into it by :meth:`save`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> int:
        """Put a mark at the end of a paragraph and keep its note; returns the note's number. Each mark has its own."""
        self._texts.append(text)
        number = len(self._texts)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
        return number

    def save(self) -> None:
        """Write the notes as a part of the document. Call once, before the document is saved."""
        notes = "".join(self._note(number, text) for number, text in enumerate(self._texts, 1))
        xml = f"<w:footnotes {nsdecls('w')}>{_RULES}{notes}</w:footnotes>"
        parse_xml(xml)  # whatever the texts hold, it must be well-formed
        package = self._document.part.package
        blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml.encode("utf-8")
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    @staticmethod
    def _note(number: int, text: str) -> str:
        size = f'<w:rPr><w:sz w:val="{_SIZE}"/></w:rPr>'
        own = _MARK.format("<w:footnoteRef/>")
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:spacing w:after="20"/></w:pPr>{own}'
            f'<w:r>{size}<w:t xml:space="preserve"> {_escaped(text)}</w:t></w:r></w:p></w:footnote>'
        )


def _escaped(text: str) -> str:
    kept = "".join(char for char in text if char.isprintable() or char == " ")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
