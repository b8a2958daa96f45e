"""The record types that ingestion writes and the assistant reads.

Every record is immutable, has an ``id`` that is unique in its index, names its document, and keeps the
:class:`Span` of each of its fields, so that ``document.text[span.start:span.end]`` is the verbatim quote.
Offsets count code points. Domain words stay in Spanish, as in the documents.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Value(BaseModel):
    """Base of all values here: frozen, and strict about names that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A stretch of a document's text: ``text[start:end]``, in code points; ``page`` where the source has pages."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    page: int | None = None


class Texto(Value):
    """A field as it is read (lines joined, footnote marks and page numbers cut) and where it stands in the source.

    ``spans`` has several entries where the layout tore the field apart; they are in reading order.
    """

    texto: str
    spans: tuple[Span, ...]


class Documento(Value):
    """A source document as the manifest names it. ``pages`` holds the offset at which each page starts."""

    id: str
    title: str
    publisher: str
    year: int
    kind: str
    parser: str
    file: str
    sha256: str
    text: str = Field(repr=False)
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which an offset lies, or None for a source without pages."""
        if not self.pages:
            return None
        return sum(1 for start in self.pages if start <= offset)

    def span(self, start: int, end: int) -> Span:
        """The span [start, end) of this document. Raises ValueError where it is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.id}: no text at [{start}, {end})")
        return Span(document=self.id, start=start, end=end, page=self.page_at(start))

    def quote(self, span: Span) -> str:
        """The verbatim text of a span."""
        return self.text[span.start : span.end]


class Eje(Value):
    """An axis of the national plan. ``declaradas`` is the count its summary states, ``medidas`` what its body holds."""

    tipo: Literal["eje"] = "eje"
    id: str
    document: str
    numero: int
    nombre: Texto
    otros_nombres: tuple[Texto, ...] = ()
    declaradas: int
    declaradas_span: Span
    medidas: tuple[int, ...]


class Hito(Value):
    """A milestone of a medida. ``plazo`` is the deadline as written; ``fecha`` is None where no such date exists."""

    plazo: Texto
    fecha: date | None
    indicador: Texto


class Medida(Value):
    """A measure of the national plan. ``instituciones`` holds canonical names, in the order of the source."""

    tipo: Literal["medida"] = "medida"
    id: str
    document: str
    numero: int
    eje: int
    instituciones: tuple[str, ...]
    institucion: Texto
    texto: Texto
    hitos: tuple[Hito, ...]
    span: Span


class Celda(Value):
    """One cell of a table as read; ``valor`` where it is a number. ``nota`` holds the footnote that qualifies it."""

    texto: str
    valor: Decimal | None = None
    unidad: str | None = None
    nota: str | None = None
    span: Span


class Fila(Value):
    """One row of a table. ``celdas`` match ``Tabla.columnas``; ``total`` marks a declared total."""

    etiqueta: str
    celdas: tuple[Celda, ...]
    total: bool = False
    span: Span


class Tabla(Value):
    """A table of the public account. ``columnas`` are full labels (levels of a header joined by ", ").

    ``eje_filas`` says what a row's label is (año, región, indicador…).
    """

    tipo: Literal["tabla"] = "tabla"
    id: str
    document: str
    numero: int | None
    titulo: Texto
    ruta: tuple[str, ...]
    eje_filas: str
    columnas: tuple[str, ...]
    filas: tuple[Fila, ...]
    notas: tuple[Texto, ...] = ()
    span: Span


class Cifra(Value):
    """One figure: a table cell or a number in a sentence. ``evidencia`` is the row or the sentence that states it."""

    tipo: Literal["cifra"] = "cifra"
    id: str
    document: str
    concepto: str
    valor: Decimal
    unidad: str
    periodo: str | None = None
    desglose: tuple[str, ...] = ()
    calificador: str | None = None
    nota: str | None = None
    tabla: str | None = None
    texto: str
    span: Span
    evidencia: Span
    ruta: tuple[str, ...] = ()


class Elemento(Value):
    """One item of a list: a step, a need, an advice, an example, a field.

    ``titulo`` is the label before it ("Fortalezas"), which ``texto.texto`` leaves out and ``texto.spans`` hold;
    ``clave`` the canonical name of a field; ``elementos`` what is listed under it; ``minutos`` how long it takes.
    """

    titulo: str | None = None
    texto: Texto
    clave: str | None = None
    minutos: int | None = None
    elementos: tuple[Elemento, ...] = ()


class Etapa(Value):
    """A stage of the guide's method (``numero`` "1"), or one of its sections ("1.1"), with what it asks for.

    ``necesita`` is its list "¿Qué necesito para avanzar?" where that is not parted into ``minimo`` and ``ideal``.
    The ``pasos`` of a stage are its sections; its ``proposito`` is what the overview of the method says of it, its
    ``presentacion`` how its own chapter begins.
    """

    tipo: Literal["etapa"] = "etapa"
    id: str
    document: str
    numero: str
    nombre: Texto
    proposito: Texto | None = None
    presentacion: Texto | None = None
    pasos: tuple[Elemento, ...] = ()
    necesita: tuple[Elemento, ...] = ()
    minimo: Texto | None = None
    ideal: Texto | None = None
    recomendaciones: tuple[Elemento, ...] = ()
    consejos: tuple[Texto, ...] = ()
    resumen: Texto | None = None


class Herramienta(Value):
    """A tool of the guide (interview, survey, workshop, SWOT…) with its parts; ``minutos`` where they are stated.

    ``pasos`` of a workshop are its timed parts; what else is said of it stands in ``apartados``.
    """

    tipo: Literal["herramienta"] = "herramienta"
    id: str
    document: str
    nombre: Texto
    proposito: Texto | None = None
    pasos: tuple[Elemento, ...] = ()
    minutos: tuple[int | None, ...] = ()
    apartados: tuple[Elemento, ...] = ()


class Definicion(Value):
    """A concept and what the documents say it is."""

    tipo: Literal["definicion"] = "definicion"
    id: str
    document: str
    concepto: Texto
    alias: tuple[str, ...] = ()
    definicion: Texto


class Practica(Value):
    """A replicable practice. ``campos`` holds its fields by their heading in the source, in order.

    ``comuna`` is the first of ``comunas``; ``meses`` are the months ticked in its calendar, in small letters;
    ``tema`` the theme under which a catalogue lists it.
    """

    tipo: Literal["practica"] = "practica"
    id: str
    document: str
    titulo: Texto
    lugar: Texto
    comuna: str | None = None
    comunas: tuple[str, ...] = ()
    region: str | None = None
    pais: str = "Chile"
    tema: str | None = None
    lineas_sello: tuple[Texto, ...] = ()
    meses: tuple[str, ...] = ()
    campos: tuple[Elemento, ...] = ()
    misma_que: tuple[str, ...] = ()
    span: Span


class Hallazgo(Value):
    """An achievement, challenge, agreement or resolution of the public account, with the medidas it reports on."""

    tipo: Literal["hallazgo"] = "hallazgo"
    id: str
    document: str
    clase: Literal["logro", "desafio", "convenio", "resolucion"]
    ruta: tuple[str, ...]
    titulo: Texto
    texto: Texto
    medidas: tuple[int, ...] = ()


class Discrepancia(Value):
    """Two or more places of the documents that disagree. ``explicacion`` is one sentence for the user."""

    tipo: Literal["discrepancia"] = "discrepancia"
    id: str
    asunto: str
    explicacion: str
    spans: tuple[Span, ...]
    medidas: tuple[int, ...] = ()
    origen: Literal["calculada", "curada"]


class Pasaje(Value):
    """A complete unit of free text under its heading path: a heading with its whole list or paragraph."""

    tipo: Literal["pasaje"] = "pasaje"
    id: str
    document: str
    ruta: tuple[str, ...]
    texto: Texto


class Fragmento(Value):
    """The smallest piece of a document that answers a question by itself, with the questions that ask for it.

    Comes from ``corpus/keys``: ``claves`` are further retrieval keys of this piece (the multi-vector pattern).
    ``tabla`` and ``filas`` say which rows of which table it covers, if any; ``medida`` which medida.
    """

    tipo: Literal["fragmento"] = "fragmento"
    id: str
    document: str
    titulo: str
    clase: str
    ruta: tuple[str, ...]
    texto: Texto
    claves: tuple[str, ...]
    tabla: str | None = None
    filas: tuple[int, ...] = ()
    medida: int | None = None
    practica: str | None = None


class Avance(Value):
    """What a document reports of a medida. A link is a reading, made by hand: ``relacion`` says why, ``fuerza`` how sure.

    ``directa``: reports this very action; ``parcial``: a part or a step of it; ``relacionada``: the same programme or
    topic, which says nothing certain of the medida.
    """

    tipo: Literal["avance"] = "avance"
    id: str
    document: str
    medida: int
    fuerza: Literal["directa", "parcial", "relacionada"]
    relacion: str
    texto: Texto


class Fuera(Value):
    """A sort of question that the documents do not answer, with examples (``claves``) by which it is recognised.

    ``motivo`` says why: a personal procedure, a contact, the text of a law, another country, an opinion, the future, an
    order to the assistant, an alien topic, or something that one would expect in the documents and is absent.
    """

    tipo: Literal["fuera"] = "fuera"
    id: str
    document: str = ""
    motivo: Literal["tramite", "contacto", "ley", "pais", "opinion", "futuro", "instruccion", "ajeno", "ausente"]
    claves: tuple[str, ...]


Record = Annotated[
    Eje
    | Medida
    | Tabla
    | Cifra
    | Etapa
    | Herramienta
    | Definicion
    | Practica
    | Hallazgo
    | Discrepancia
    | Pasaje
    | Fragmento
    | Avance
    | Fuera,
    Field(discriminator="tipo"),
]

RECORDS: TypeAdapter[tuple[Record, ...]] = TypeAdapter(tuple[Record, ...])
