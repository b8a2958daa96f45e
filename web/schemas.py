"""The shapes of the HTTP interface's replies. Fields may be added; names and meanings stay."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

Number = int | float


class DocumentOut(BaseModel):
    """A source document, without its text."""

    id: str
    title: str
    publisher: str
    year: int
    url: str
    characters: int
    sha256: str


class Source(BaseModel):
    """A verbatim quote and where it opens; ``quote`` is ``text[start:end]`` of the document, in code points."""

    document_id: str
    document_title: str
    quote: str
    start: int
    end: int
    page: int | None
    url: str


class CitationOut(Source):
    """A source with the marker that refers to it in the answer."""

    marker: int
    section: list[str]
    label: str


class FigureOut(BaseModel):
    """A figure that the answer states; ``marker`` is the citation that proves it."""

    value: Number
    unit: str
    concept: str
    period: str | None
    breakdown: list[str]
    marker: int | None
    computed: bool
    operands: list[Number]


class ChatReply(BaseModel):
    """The reply to one question."""

    conversation_id: str
    message_id: str
    status: str
    abstained: bool
    answer: str
    citations: list[CitationOut]
    medidas: list[int]
    figures: list[FigureOut]
    understood: str
    follow_ups: list[str]
    mode: Literal["deterministic", "llm"]
    elapsed_ms: float


class HitoOut(BaseModel):
    """A milestone; ``fecha`` is null where the date as written does not exist."""

    plazo: str
    fecha: str | None
    indicador: str
    sources: list[Source]


class MedidaOut(BaseModel):
    """A medida with all its fields and its place in the plan."""

    numero: int
    eje: int
    eje_nombre: str
    instituciones: list[str]
    institucion: str
    texto: str
    hitos: list[HitoOut]
    source: Source


class MedidasOut(BaseModel):
    """The medidas under a set of filters, all of them."""

    total: int
    items: list[MedidaOut]


class CifraOut(BaseModel):
    """A figure of the documents; the source quotes the row or sentence that states it."""

    id: str
    concepto: str
    valor: Number
    unidad: str
    periodo: str | None
    desglose: list[str]
    calificador: str | None
    nota: str | None
    tabla: str | None
    texto: str
    ruta: list[str]
    source: Source


class CifrasOut(BaseModel):
    """One page of the matching figures; ``total`` counts all of them."""

    total: int
    items: list[CifraOut]


class CampoOut(BaseModel):
    """One field of a practice, by its heading in the source."""

    titulo: str | None
    texto: str
    sources: list[Source]


class PracticaOut(BaseModel):
    """A good practice."""

    id: str
    titulo: str
    lugar: str
    comuna: str | None
    region: str | None
    pais: str
    tema: str | None
    lineas_sello: list[str]
    meses: list[str]
    campos: list[CampoOut]
    misma_que: list[str]
    source: Source


class PracticasOut(BaseModel):
    """The matching practices."""

    total: int
    items: list[PracticaOut]


class DiscrepanciaOut(BaseModel):
    """Places of the documents that disagree."""

    id: str
    asunto: str
    explicacion: str
    medidas: list[int]
    origen: str
    sources: list[Source]


class DiscrepanciasOut(BaseModel):
    """All known discrepancies."""

    total: int
    items: list[DiscrepanciaOut]
