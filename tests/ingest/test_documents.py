"""The readers: a next edition as text, PDF or Word, and a clear word for what can't be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from corpus.errors import DocumentError
from corpus.settings import Settings
from ingest.documents import read_documents, read_text


def pdf(*pages: str) -> bytes:
    """A PDF of one line a page, written by hand."""
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET"
        box = f"/MediaBox [0 0 300 300] /Contents {4 + 2 * at} 0 R /Resources << /Font {font} >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {box} >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    return out + head + table + tail


def test_a_pdf_keeps_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("Primera pagina con texto bastante", "Segunda pagina con texto bastante"))
    text, pages = read_text(path)
    assert [text[start:].split("\n")[0].split()[0] for start in pages] == ["Primera", "Segunda"]


def test_a_word_file_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    source = Document()
    source.add_paragraph("Un párrafo.")
    table = source.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "2030", "7"
    source.save(str(tmp_path / "a.docx"))
    text, pages = read_text(tmp_path / "a.docx")
    assert "Un párrafo." in text
    assert "2030\t7" in text
    assert pages == ()


def test_what_cannot_be_read_is_said_in_spanish(tmp_path: Path) -> None:
    blank, locked = PdfWriter(), PdfWriter()
    blank.add_blank_page(200, 200)
    blank.write(str(tmp_path / "escaneado.pdf"))
    locked.add_blank_page(200, 200)
    locked.encrypt("clave")
    locked.write(str(tmp_path / "cifrado.pdf"))
    (tmp_path / "latin.txt").write_bytes("migración".encode("latin-1"))
    (tmp_path / "vacio.txt").write_bytes(b"")
    (tmp_path / "roto.pdf").write_bytes(b"%PDF-1.4 nada")
    (tmp_path / "otro.odt").write_bytes(b"hola")
    expected = {
        "escaneado.pdf": "escaneado",
        "cifrado.pdf": "contraseña",
        "latin.txt": "UTF-8",
        "vacio.txt": "vacío",
        "roto.pdf": "dañado",
        "otro.odt": "formato desconocido",
    }
    for name, words in expected.items():
        with pytest.raises(DocumentError, match=words):
            read_text(tmp_path / name)


def test_a_document_that_was_altered_is_not_taken(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    shutil.copytree(Settings().documents_dir, folder)
    (folder / "plan.txt").write_text("otro", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"plan\.txt.*manifest\.toml"):
        read_documents(folder)
