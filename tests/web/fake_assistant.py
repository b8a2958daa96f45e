"""An assistant with canned replies over the real documents: the boundary of ``web``, without index or pipeline."""

from __future__ import annotations

import threading
import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from assistant.values import Answer, Citation, Figure, Reply, Status
from corpus.analysis import fold
from corpus.dates import parse_written_date
from corpus.records import (
    Cifra,
    Discrepancia,
    Documento,
    Eje,
    Elemento,
    Hito,
    Medida,
    Pasaje,
    Practica,
    Record,
    Span,
    Texto,
)
from corpus.settings import Settings

DOCUMENTS = Settings().documents_dir


def load_documents(folder: Path = DOCUMENTS) -> dict[str, Documento]:
    entries = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["document"]
    return {e["id"]: Documento(**e, text=(folder / e["file"]).read_text(encoding="utf-8")) for e in entries}


@dataclass
class FakeStore:
    documents: dict[str, Documento]
    records: dict[str, Record]
    fingerprint: str = "huella-de-prueba"

    @property
    def medidas(self) -> dict[int, Medida]:
        return {r.numero: r for r in self.records.values() if isinstance(r, Medida)}

    def quote(self, span: Span) -> str:
        return self.documents[span.document].quote(span)


class Builder:
    """Builds records by the words that they stand on in the source."""

    def __init__(self, documents: dict[str, Documento]) -> None:
        self.documents = documents

    def span(self, document: str, quote: str, after: str = "") -> Span:
        text = self.documents[document].text
        start = text.index(quote, text.index(after) if after else 0)
        return self.documents[document].span(start, start + len(quote))

    def texto(self, document: str, quote: str, after: str = "") -> Texto:
        return Texto(texto=" ".join(quote.split()), spans=(self.span(document, quote, after),))

    def line(self, document: str, beginning: str) -> str:
        text = self.documents[document].text
        start = text.index(beginning)
        return text[start : text.index("\n", start)]

    def medida(self, beginning: str, eje: int, rows: int = 1) -> Medida:
        """The medida whose first row begins so, with as many rows."""
        text = self.documents["plan"].text
        first = text.index(beginning)
        end = first
        for _ in range(rows):
            end = text.index("\n", end + 1)
        lines = text[first:end].split("\n")
        numero, institucion, texto, _, _ = self._head(lines)
        after = lines[0][:40]
        hitos = []
        for row in lines:
            plazo, indicador = (cell.strip() for cell in row.split("\t")[3:])
            hitos.append(
                Hito(
                    plazo=self.texto("plan", plazo, row[:40]),
                    fecha=parse_written_date(plazo),
                    indicador=self.texto("plan", indicador, row[:40]),
                )
            )
        return Medida(
            id=f"medida:{int(numero)}",
            document="plan",
            numero=int(numero),
            eje=eje,
            instituciones=tuple(part.strip() for part in institucion.split("/")),
            institucion=self.texto("plan", institucion, after),
            texto=self.texto("plan", texto, after),
            hitos=tuple(hitos),
            span=self.documents["plan"].span(first, end),
        )

    @staticmethod
    def _head(rows: list[str]) -> list[str]:
        cells = [[cell.strip() for cell in row.split("\t")] for row in rows]
        return [next((row[at] for row in cells if row[at]), "") for at in range(5)]


def build_store() -> FakeStore:
    documents = load_documents()
    build = Builder(documents)
    medidas = [
        build.medida("01\tServicio Nacional", 1),
        build.medida("05\tServicio Nacional", 1),
        build.medida("06\tMinisterio del Trabajo", 2),
        build.medida("07\tMinisterio del Trabajo", 2),
        build.medida("\tMinisterio de Vivienda y Urbanismo\tPrograma formativo", 7, rows=3),
    ]
    ejes = [
        Eje(
            id=f"eje:{numero}",
            document="plan",
            numero=numero,
            nombre=build.texto("plan", nombre),
            declaradas=cuenta,
            declaradas_span=build.span("plan", nombre),
            medidas=tuple(m.numero for m in medidas if m.eje == numero),
        )
        for numero, nombre, cuenta in (
            (1, "Regularidad migratoria", 5),
            (2, "Desarrollo económico y productivo", 8),
            (7, "Integración e inclusión de las personas migrantes", 31),
        )
    ]
    cartas = "2024, el Servicio Nacional de Migraciones otorgó un total de 2.207 cartas de \nnacionalización."
    cifra = Cifra(
        id="cifra:cuenta:0001",
        document="cuenta",
        concepto="Cartas de nacionalización otorgadas",
        valor=Decimal("2207"),
        unidad="cartas",
        periodo="2024",
        desglose=("Total",),
        texto="2.207",
        span=build.span("cuenta", "2.207"),
        evidencia=build.span("cuenta", cartas),
        ruta=("Eje 1", "c. Cartas de Nacionalización"),
    )
    share = cifra.model_copy(
        update={"id": "cifra:cuenta:0002", "concepto": "Ejecución", "valor": Decimal("99.96"), "ruta": ()}
    )
    poblacion = "Personas en contexto de\nmovilidad humana"
    practica = Practica(
        id="practica:fichas:01",
        document="fichas",
        titulo=build.texto("fichas", "Proyecto MigraUdeC: Trabajo social intercultural"),
        lugar=build.texto("fichas", "MUNICIPALIDAD\nHUALQUI"),
        comuna="Hualqui",
        tema="Trabajo social",
        lineas_sello=(build.texto("fichas", "Vinculación comunitaria"),),
        campos=(Elemento(titulo="Población Objetivo", texto=build.texto("fichas", poblacion)),),
        span=build.span("fichas", "Proyecto MigraUdeC: Trabajo social intercultural"),
    )
    discrepancia = Discrepancia(
        id="discrepancia:001",
        asunto="Municipalidades adheridas al Sello Migrante",
        explicacion="La cuenta dice 152 en su introducción y 151 en la Tabla 8.",
        spans=(build.span("cuenta", "152 municipalidades"), build.span("cuenta", "2025 151 0 0")),
        origen="curada",
    )
    pasaje = Pasaje(
        id="pasaje:cuenta:0001",
        document="cuenta",
        ruta=("Eje 1. ", "Política Nacional de Migración y Extranjería", "c. Cartas de Nacionalización"),
        texto=build.texto("cuenta", cartas),
    )
    records: list[Record] = [*medidas, *ejes, cifra, share, practica, discrepancia, pasaje]
    return FakeStore(documents, {record.id: record for record in records})


@dataclass
class FakeAssistant:
    """Answers by the words of the question; ``asked`` and ``opinions`` say what came through the web."""

    store: FakeStore = field(default_factory=build_store)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    opinions: list[tuple[str, str, str | None]] = field(default_factory=list)
    error: Exception | None = None
    gate: threading.Event | None = None
    reloads: int = 0

    def ask(self, question: str, conversation_id: str | None) -> Reply:
        self.asked.append((question, conversation_id))
        if self.gate is not None:
            self.gate.wait(10)
        if self.error is not None:
            raise self.error
        return Reply(
            conversation_id=conversation_id or f"conv-{len(self.asked)}",
            message_id=f"msg/{len(self.asked)}",
            answer=self._answer(fold(question)),
            elapsed_ms=12.345,
        )

    def _answer(self, question: str) -> Answer:
        if "hola" in question:
            return _answer(Status.GREETING, "Hola. Puedo responder sobre la política migratoria de Chile.")
        if "ayer" in question:
            return _answer(
                Status.NOT_FOUND, "Los documentos no traen esa cifra.", abstained=True, understood="cifra de ayer"
            )
        if "fichas" in question:
            return self._long_answer()
        if "residencias" in question:
            return self._series_answer()
        return self._medidas_answer()

    def _medidas_answer(self) -> Answer:
        trabajo = [m for m in self.store.medidas.values() if "Trabajo" in m.institucion.texto]
        lead = f"El Ministerio del Trabajo y Previsión Social tiene **{len(trabajo)} medidas**:"
        table = ["| Medida | Texto | Plazo |", "|---:|:---|:---|"]
        citations = []
        for marker, medida in enumerate(trabajo, 1):
            table.append(f"| {medida.numero} | {medida.texto.texto} | {medida.hitos[0].plazo.texto} [{marker}] |")
            citations.append(self._citation(marker, medida.span, f"Medida {medida.numero}", "Eje 2"))
        return _answer(
            Status.ANSWERED,
            "\n".join([lead, "", *table, "", "No hay fuente [9]. <script>alert(1)</script>"]),
            citations=tuple(citations),
            medidas=tuple(m.numero for m in trabajo),
            figures=(
                Figure(
                    value=Decimal(2),
                    unit="medidas",
                    concept="Medidas del Ministerio del Trabajo",
                    spans=(trabajo[0].texto.spans[0],),
                    computed=True,
                    operands=(Decimal(1), Decimal("1.5")),
                ),
            ),
            understood="lista de medidas · institución: Ministerio del Trabajo y Previsión Social",
            follow_ups=("¿Y para cuándo?", "¿Qué medidas comparte con el SERMIG?"),
        )

    def _series_answer(self) -> Answer:
        build = Builder(self.store.documents)
        concept = "Residencias Temporales resueltas"
        series = [
            ("2023", 115423, "2023 187.294 115.423"),
            ("2024", 168952, "2024 208.952 168.952"),
            ("hasta marzo de 2025", 50472, "60.725 50.472"),
        ]
        table = [f"| Período | {concept} | Fuente |", "| --- | --- | --- |"]
        citations, figures = [], []
        for marker, (period, value, quote) in enumerate(series, 1):
            span = build.span("cuenta", quote)
            table.append(f"| {period} | {value:,} | [{marker}] |".replace(",", "."))
            citations.append(self._citation(marker, span, "Tabla 1"))
            figures.append(
                Figure(value=Decimal(value), unit="residencias", concept=concept, period=period, spans=(span,))
            )
        text = "\n".join([f"*{concept}*:", "", *table])
        return _answer(Status.ANSWERED, text, citations=tuple(citations), figures=tuple(figures))

    def _long_answer(self) -> Answer:
        places = [("fichas", "Línea Sello"), ("guia", "INTRODUCCIÓN"), ("cuenta", "152 municipalidades")]
        places += [("plan", "Enfoque de Género"), ("gobernanza", "Dos días"), ("plan", "Enfoque de Derechos Humanos")]
        build = Builder(self.store.documents)
        citations = [self._citation(n, build.span(*place), f"Fuente {n}") for n, place in enumerate(places, 1)]
        text = "\n".join(f"- Punto {n} de la respuesta, con su fuente [{n}]" for n in range(1, len(places) + 1))
        return _answer(Status.PARTIAL, f"### Puntos\n\n{text}", citations=tuple(citations), understood="prácticas")

    def _citation(self, marker: int, span: Span, label: str, *section: str) -> Citation:
        return Citation(marker=marker, span=span, label=label, section=section, quote=self.store.quote(span))

    def medidas_matching(
        self,
        institucion: str | None,
        eje: int | None,
        plazo_desde: date | None,
        plazo_hasta: date | None,
        q: str | None,
    ) -> tuple[Medida, ...]:
        return tuple(
            medida
            for medida in self.store.medidas.values()
            if (not institucion or fold(institucion) in fold(medida.institucion.texto))
            and (eje is None or medida.eje == eje)
            and (not q or fold(q) in fold(medida.texto.texto))
            and (not plazo_desde or any(h.fecha and h.fecha >= plazo_desde for h in medida.hitos))
            and (not plazo_hasta or any(h.fecha and h.fecha <= plazo_hasta for h in medida.hitos))
        )

    def feedback(self, message_id: str, rating: str, comment: str | None) -> bool:
        if not message_id.startswith("msg/"):
            return False
        self.opinions.append((message_id, rating, comment))
        return True

    def reload_if_changed(self) -> None:
        self.reloads += 1


def _answer(
    status: Status,
    text: str,
    *,
    abstained: bool = False,
    citations: tuple[Citation, ...] = (),
    medidas: tuple[int, ...] = (),
    figures: tuple[Figure, ...] = (),
    understood: str = "",
    follow_ups: tuple[str, ...] = (),
) -> Answer:
    return Answer(
        status=status,
        abstained=abstained,
        text=text,
        citations=citations,
        medidas=medidas,
        figures=figures,
        understood=understood,
        follow_ups=follow_ups,
    )
