"""Read the source documents that the manifest names: ``.txt``, ``.pdf`` (pages kept) and ``.docx``.

The text that comes out is the text that every offset refers to. A ``.txt`` is taken as it is, byte for byte.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import DocumentError
from corpus.records import Documento

MIN_CHARS_PER_PAGE = 20


class ManifestEntry(BaseModel):
    """One ``[[document]]`` of ``manifest.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    publisher: str
    year: int
    kind: str
    parser: str
    file: str
    sha256: str


def read_manifest(folder: Path) -> tuple[ManifestEntry, ...]:
    """The entries of ``manifest.toml``. Raises DocumentError where it is missing or wrong."""
    path = folder / "manifest.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
        entries = tuple(ManifestEntry.model_validate(row) for row in rows)
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise DocumentError(f"{path.name}: no se puede leer el manifiesto: {error}") from error
    ids = [entry.id for entry in entries]
    if len(set(ids)) != len(ids) or not ids:
        raise DocumentError(f"{path.name}: los id de los documentos faltan o se repiten")
    return entries


def read_documents(folder: Path) -> dict[str, Documento]:
    """Every document of the manifest, by id. Raises DocumentError where one can't be read or was altered."""
    documents = {}
    for entry in read_manifest(folder):
        path = folder / entry.file
        if not path.exists():
            raise DocumentError(f"{entry.file}: el manifiesto lo nombra y no está en la carpeta")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != entry.sha256:
            raise DocumentError(
                f"{entry.file}: no es el archivo que describe el manifiesto (sha256 {digest}); "
                "si es una nueva edición, actualice su entrada en manifest.toml"
            )
        text, pages = read_text(path)
        documents[entry.id] = Documento(**entry.model_dump(), text=text, pages=pages)
    return documents


def read_text(path: Path) -> tuple[str, tuple[int, ...]]:
    """The text of a file and the offset at which each page starts (none for formats without pages).

    Raises DocumentError, in words an operator can act on, for a format that is not known, an empty file, another
    encoding than UTF-8, an encrypted or damaged file, or a scanned one.
    """
    suffix = path.suffix.lower()
    if path.stat().st_size == 0:
        raise DocumentError(f"{path.name}: el archivo está vacío")
    no_pages: tuple[int, ...] = ()
    if suffix == ".txt":
        text, pages = _read_txt(path), no_pages
    elif suffix == ".pdf":
        text, pages = _read_pdf(path)
    elif suffix == ".docx":
        text, pages = _read_docx(path), no_pages
    else:
        raise DocumentError(f"{path.name}: formato desconocido; se leen .txt, .pdf y .docx")
    if not text.strip():
        raise DocumentError(f"{path.name}: el archivo no tiene texto")
    return text, pages


def _read_txt(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{path.name}: no está en UTF-8 (byte {error.start}); guárdelo con esa codificación"
        ) from error
    if "\x00" in text:
        raise DocumentError(f"{path.name}: no es un archivo de texto")
    return text


def _read_pdf(path: Path) -> tuple[str, tuple[int, ...]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"{path.name}: el PDF está protegido con contraseña")
        pieces = [page.extract_text(extraction_mode="layout") or "" for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, OSError) as error:
        raise DocumentError(f"{path.name}: el PDF está dañado o no se puede leer: {error}") from error
    if sum(len(piece.strip()) for piece in pieces) < MIN_CHARS_PER_PAGE * len(pieces):
        raise DocumentError(f"{path.name}: el PDF no tiene texto (parece escaneado); páselo antes por un OCR")
    text = ""
    pages: list[int] = []
    for piece in pieces:
        pages.append(len(text))
        text += piece.rstrip() + "\n\f\n"
    return text, tuple(pages)


def _read_docx(path: Path) -> str:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        source = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise DocumentError(f"{path.name}: el archivo Word está dañado o protegido") from error
    lines: list[str] = []
    for block in source.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows]
            lines.append("")
        else:
            lines += [block.text, ""]
    return "\n".join(lines)
