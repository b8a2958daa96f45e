"""The draft in Word and the follow-up sheet: what stands in them, and that every note says where it comes from."""

from __future__ import annotations

import io
import re
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import docx
import pytest
from openpyxl import load_workbook

from assistant.guide.draft import NoIndex, policy_draft
from assistant.guide.material import Material
from assistant.guide.sheet import follow_up_sheet
from assistant.texts import Texts
from corpus.records import Span
from corpus.settings import Settings

if TYPE_CHECKING:
    from corpus.store import Store

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def link(span: Span) -> str:
    return f"https://x.cl/{span.document}/{span.start}-{span.end}"


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(Settings().prompts_dir)


@pytest.fixture(scope="module")
def draft(real_store: Store, texts: Texts) -> bytes:
    return policy_draft(real_store, texts, link)


def test_the_headings_are_those_of_the_suggested_index(draft: bytes, real_store: Store) -> None:
    document = docx.Document(io.BytesIO(draft))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    index = Material(real_store).index
    assert index is not None
    assert headings == [f"{n}. {p.texto.texto.capitalize()}" for n, p in enumerate(index.pasos, 1)]
    parts = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert len(parts) == sum(len(paso.elementos) for paso in index.pasos)


def test_every_mark_has_its_own_note_with_a_true_quote(draft: bytes, real_store: Store) -> None:
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
        notes = ElementTree.fromstring(package.read("word/footnotes.xml"))
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    texts = {note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t")) for note in notes}
    assert len(marks) == len(set(marks)) > 20
    assert set(marks) | {"-1", "0"} == set(texts)
    for mark in marks:
        text = texts[mark]
        document, start, end = re.search(r"https://x\.cl/(\w+)/(\d+)-(\d+)", text).groups()  # type: ignore[union-attr]
        quote = re.search(r"«(.*)»", text)[1].removesuffix(" …")  # type: ignore[index]
        source = " ".join(real_store.documents[document].text[int(start) : int(end)].split())
        assert quote in source


def test_it_brings_questions_practices_and_the_form_of_initiatives(draft: bytes) -> None:
    document = docx.Document(io.BytesIO(draft))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "¿Es relevante este dato/información para el diseño de la Política?" in text
    assert "Plan de Acogida y Reconocimiento en Quilicura" in text
    (table,) = document.tables
    assert [row.cells[0].text for row in table.rows][:2] == ["Eje estratégico", "Estrategia"]


def test_the_sheet_has_the_fields_of_the_guide_under_their_groups(real_store: Store, texts: Texts) -> None:
    book = load_workbook(io.BytesIO(follow_up_sheet(real_store, texts, link)))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1] if cell.value] == [
        "Datos generales", "Avance y resultados", "Evaluación rápida",
    ]  # fmt: skip
    tool = Material(real_store).sheet
    assert tool is not None
    assert [cell.value for cell in sheet[2]] == [paso.texto.texto for paso in tool.pasos]
    assert [v.formula1 for v in sheet.data_validations.dataValidation] == ['"Sí,No"', '"Sí,No"']
    assert "https://x.cl/guia/" in book.worksheets[1]["B1"].value


def test_without_an_index_there_is_no_draft(texts: Texts) -> None:
    empty = SimpleNamespace(documents={}, records={}, quote=lambda span: "")
    for build in (policy_draft, follow_up_sheet):
        with pytest.raises(NoIndex):
            build(empty, texts, link)


def test_a_question_keeps_what_it_says_before_it_asks() -> None:
    from assistant.guide.material import _QUESTION, _capital

    text = "Revise el informe. Las cifras que trae, ¿están\nal día? Siga la pregunta: ¿qué falta? Diga “¿a quién?”."
    assert [_capital(found) for found in _QUESTION.findall(text)] == [
        "Las cifras que trae, ¿están al día?",
        "¿Qué falta?",
    ]
