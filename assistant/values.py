"""The typed values that pass between the steps: Question → Query → Evidence → Draft → Answer.

Each is frozen. Only :mod:`assistant.verify` makes an :class:`Answer`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from corpus.analysis import fold, words
from corpus.records import Span, Value


class Kind(StrEnum):
    """What a question asks for."""

    SALUDO = "saludo"
    MEDIDA_LISTA = "medida_lista"
    MEDIDA_CONTEO = "medida_conteo"
    MEDIDA_AGRUPADA = "medida_agrupada"
    MEDIDA_CAMPO = "medida_campo"
    MEDIDA_TEMA = "medida_tema"
    EJE = "eje"
    CIFRA = "cifra"
    SERIE = "serie"
    CALCULO = "calculo"
    DEFINICION = "definicion"
    PRACTICA = "practica"
    PASAJE = "pasaje"
    FUERA_DE_ALCANCE = "fuera_de_alcance"
    POCO_CLARO = "poco_claro"


class Campo(StrEnum):
    """A field of a medida."""

    PLAZO = "plazo"
    INDICADOR = "indicador"
    INSTITUCION = "institucion"
    TEXTO = "texto"
    EJE = "eje"


class Grupo(StrEnum):
    """By what medidas, or their milestones, are grouped."""

    EJE = "eje"
    INSTITUCION = "institucion"
    ANO = "ano"
    MES = "mes"
    FECHA = "fecha"
    HITO = "hito"


class Orden(StrEnum):
    """Which come first: groups by size; medidas by deadline (``proximo``: from today on) or by number."""

    MAS = "mas"
    MENOS = "menos"
    FECHA = "fecha"
    PRIMERO = "primero"
    ULTIMO = "ultimo"
    PROXIMO = "proximo"
    PRIMERAS = "primeras"
    ULTIMAS = "ultimas"


class Agrupacion(Value):
    """Groups that are asked for: by what, only those of ``entre``, without those of ``sin``, or whose names begin with ``prefijo``, or so big.

    ``distintas`` asks which or how many groups there are rather than how big each is.
    """

    por: Grupo
    entre: tuple[str, ...] = ()
    sin: tuple[str, ...] = ()
    distintas: bool = False
    prefijo: str | None = None
    minimo: int | None = None
    maximo: int | None = None


class Fechas(Value):
    """A range of dates, both ends included, either end open. ``texto`` says it in words for the user.

    ``inexistente`` means the deadlines written as a day that is in no calendar, which count as the last of their month;
    ``sin_ano`` a part of a year that the question does not say ("fin de año"), read as that of the current one.
    """

    desde: date | None = None
    hasta: date | None = None
    texto: str
    inexistente: bool = False
    sin_ano: bool = False


class Palabras(Value):
    """Words that the text or an indicator must hold: any of ``formas``, each a run of stems; ``texto`` as asked."""

    texto: str
    formas: tuple[str, ...]


class Tema(Value):
    """A whole field: a medida is of it whose text or indicator holds any of ``formas``, that ``instituciones`` answer for or ``ejes`` hold.

    It must be of the fields ``ademas`` too.
    """

    nombre: str
    formas: tuple[str, ...]
    instituciones: tuple[str, ...] = ()
    ejes: tuple[int, ...] = ()
    ademas: tuple[Tema, ...] = ()


class Filtros(Value):
    """Which medidas are meant. Several values of one field mean any of them; ``sin_*`` excludes.

    ``junto_a`` are institutions that must share the medida with one of ``instituciones``; ``entre`` are the medidas of
    an earlier answer, among which is sought; ``plazo_invalido`` asks for dates that do not exist, or that do (False).
    """

    numeros: tuple[int, ...] = ()
    sin_numeros: tuple[int, ...] = ()
    entre: tuple[int, ...] = ()
    instituciones: tuple[str, ...] = ()
    junto_a: tuple[str, ...] = ()
    sin_instituciones: tuple[str, ...] = ()
    min_instituciones: int = 1
    max_instituciones: int | None = None
    ejes: tuple[int, ...] = ()
    sin_ejes: tuple[int, ...] = ()
    plazos: tuple[Fechas, ...] = ()
    sin_plazos: tuple[Fechas, ...] = ()
    plazo_invalido: bool | None = None
    min_hitos: int = 1
    max_hitos: int | None = None
    palabras: tuple[Palabras, ...] = ()
    sin_palabras: tuple[Palabras, ...] = ()
    temas: tuple[Tema, ...] = ()

    def __bool__(self) -> bool:
        return self != Filtros()


class Turn(Value):
    """An earlier exchange of the conversation, as far as a follow-up needs it; ``cited`` is where what its answer tells
    first stands."""

    question: str
    query: Query
    medidas: tuple[int, ...] = ()
    record_ids: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    cited: tuple[Span, ...] = ()


class Query(Value):
    """What was understood of a question.

    ``texto`` is the question made to stand alone: typos mended, what a follow-up carries over filled in; ``resto`` is
    what of it no filter was read from. ``tope`` is how many of the first are asked for, ``puesto`` which
    place of a ranking (0 is the last). ``medidas`` says that the plan
    or its medidas are spoken of, ``plural`` that several are asked for, ``avance`` that progress is asked for,
    ``parte_de`` is the set that a percentage is of, where that is not the whole plan;
    ``cifra`` that a figure is, ``seguimiento`` that the question leans on the last
    one, whose answer rested on ``records``; ``arrastre`` says in words what was carried over, ``anterior`` is the text of
    that last one.
    """

    pregunta: str
    texto: str
    kind: Kind
    resto: str = ""
    filtros: Filtros = Filtros()
    campos: tuple[Campo, ...] = ()
    agrupar: Agrupacion | None = None
    orden: Orden | None = None
    tope: int | None = None
    puesto: int = 1
    porcentaje: bool = False
    parte_de: Filtros = Filtros()
    periodos: tuple[str, ...] = ()
    lugares: tuple[str, ...] = ()
    conceptos: tuple[str, ...] = ()
    documentos: tuple[str, ...] = ()
    motivo: str | None = None
    medidas: bool = False
    plural: bool = False
    avance: bool = False
    cifra: bool = False
    seguimiento: bool = False
    records: tuple[str, ...] = ()
    ingles: bool = False
    arrastre: str | None = None
    anterior: str = ""

    @property
    def propias(self) -> str:
        """Its own words, without what it carries over: folded, in Spanish, and with typos mended where no filter was read off."""
        typed = fold(self.pregunta)
        return self.resto if self.ingles or len(words(self.resto)) == len(words(typed)) else typed


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved record with its score in 0..1 and where the score came from."""

    record_id: str
    score: float
    lexical: float = 0.0
    dense: float = 0.0
    coverage: float = 0.0


class Evidence(Value):
    """What retrieval found: ``kept`` answers the query, ``rejected`` is there to tune and explain the thresholds.

    ``outside`` are the sorts of unanswerable questions that come nearest. Where the question was taken for one that the
    documents do not answer, ``motivo`` says for which sort, and ``fuera`` how likely that is.
    """

    kept: tuple[Hit, ...] = ()
    rejected: tuple[Hit, ...] = ()
    outside: tuple[Hit, ...] = ()
    motivo: str | None = None
    fuera: float = 0.0


ECHO = "repetido"
"""The operation of a number that a claim only repeats: from the user's own filters, or from a title."""
AT_INGESTION = "calculado al construir el índice"
"""The operation of a number that ingestion worked out, as the sum of a table's rows."""


class Computation(Value):
    """A value that no document states: what was done, with which operands, and the outcome."""

    operation: str
    operands: tuple[Decimal, ...]
    value: Decimal


class Figure(Value):
    """A figure that an answer states, for the caller to use. ``operands`` are the values it was computed from."""

    value: Decimal
    unit: str
    concept: str
    period: str | None = None
    breakdown: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    computed: bool = False
    operands: tuple[Decimal, ...] = ()


class Claim(Value):
    """One statement of an answer: Markdown without markers, and the spans that prove it.

    ``block`` says how it is laid out: the lead, an item of a list, a row of a table (cells parted by " | "; the
    first row of a table is its header and needs no proof), a heading, a note, or a canned text of the templates, which
    states nothing of the documents.
    Every number and date in ``text`` must stand in one of ``spans`` or be the value or operand of a computation.
    """

    text: str
    spans: tuple[Span, ...] = ()
    computed: tuple[Computation, ...] = ()
    block: Literal["lead", "item", "header", "row", "heading", "note", "canned"] = "lead"


class Status(StrEnum):
    """How a question was dealt with; the wire names of the HTTP contract."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"
    UNCLEAR = "unclear"
    GREETING = "greeting"


class Draft(Value):
    """An answer before it is checked; ``lectura`` is the query as its answerer read it, where it read more of it.

    ``entire`` says that it answers each of several questions in one message from one place.
    """

    status: Status
    claims: tuple[Claim, ...]
    abstained: bool = False
    medidas: tuple[int, ...] = ()
    figures: tuple[Figure, ...] = ()
    record_ids: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    lectura: Query | None = None
    entire: bool = False


class Citation(Value):
    """A marker and the verbatim quote behind it."""

    marker: int
    span: Span
    label: str
    section: tuple[str, ...]
    quote: str


class Answer(Value):
    """A checked answer. Made by :func:`assistant.verify.verify` and by nothing else."""

    status: Status
    abstained: bool
    text: str
    citations: tuple[Citation, ...]
    medidas: tuple[int, ...]
    figures: tuple[Figure, ...]
    understood: str
    follow_ups: tuple[str, ...]
    record_ids: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    mode: Literal["deterministic", "llm"] = "deterministic"


class Reply(Value):
    """An answer as it goes back to a caller, with its place in a conversation; ``elapsed_ms`` is server time."""

    conversation_id: str
    message_id: str
    answer: Answer
    elapsed_ms: float


Turn.model_rebuild()
