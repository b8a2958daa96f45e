"""How the assistant's values and the records become the replies of the HTTP interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypedDict

from assistant.exports import span_url
from assistant.values import Citation, Figure, Reply
from corpus.records import Cifra, Discrepancia, Documento, Eje, Medida, Practica, Span
from web.ports import Records, records_of
from web.schemas import (
    CampoOut,
    ChatReply,
    CifraOut,
    CitationOut,
    DiscrepanciaOut,
    DocumentOut,
    FigureOut,
    HitoOut,
    MedidaOut,
    Number,
    PracticaOut,
    Source,
)


class _Place(TypedDict):
    """Where a quote stands."""

    document_id: str
    document_title: str
    start: int
    end: int
    page: int | None
    url: str


def number(value: Decimal) -> Number:
    """A decimal as a JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True)
class Wire:
    """Turns values into replies: knows the index that the quotes come from and the address that links begin with."""

    store: Records
    base_url: str = ""

    @cached_property
    def _ejes(self) -> dict[int, Eje]:
        return {eje.numero: eje for eje in records_of(self.store, Eje)}

    def document(self, document: Documento) -> DocumentOut:
        """A document's description."""
        return DocumentOut(
            id=document.id,
            title=document.title,
            publisher=document.publisher,
            year=document.year,
            url=f"{self.base_url.rstrip('/')}/documentos/{document.id}",
            characters=len(document.text),
            sha256=document.sha256,
        )

    def source(self, span: Span) -> Source:
        """A span with its quote."""
        return Source(**self._place(span), quote=self.store.quote(span))

    def sources(self, spans: Sequence[Span]) -> list[Source]:
        """Several spans with their quotes."""
        return [self.source(span) for span in spans]

    def reply(self, reply: Reply) -> ChatReply:
        """A reply of the assistant."""
        answer = reply.answer
        return ChatReply(
            conversation_id=reply.conversation_id,
            message_id=reply.message_id,
            status=answer.status.value,
            abstained=answer.abstained,
            answer=answer.text,
            citations=[self._citation(citation) for citation in answer.citations],
            medidas=sorted(answer.medidas),
            figures=[self._figure(figure, answer.citations) for figure in answer.figures],
            understood=answer.understood,
            follow_ups=list(answer.follow_ups),
            mode=answer.mode,
            elapsed_ms=round(reply.elapsed_ms, 2),
        )

    def medida(self, medida: Medida) -> MedidaOut:
        """A medida with its sources."""
        eje = self._ejes.get(medida.eje)
        return MedidaOut(
            numero=medida.numero,
            eje=medida.eje,
            eje_nombre=eje.nombre.texto if eje else "",
            instituciones=list(medida.instituciones),
            institucion=medida.institucion.texto,
            texto=medida.texto.texto,
            hitos=[
                HitoOut(
                    plazo=hito.plazo.texto,
                    fecha=hito.fecha.isoformat() if hito.fecha else None,
                    indicador=hito.indicador.texto,
                    sources=self.sources([*hito.plazo.spans, *hito.indicador.spans]),
                )
                for hito in medida.hitos
            ],
            source=self.source(medida.span),
        )

    def cifra(self, cifra: Cifra) -> CifraOut:
        """A figure with the row or sentence that states it."""
        return CifraOut(
            id=cifra.id,
            concepto=cifra.concepto,
            valor=number(cifra.valor),
            unidad=cifra.unidad,
            periodo=cifra.periodo,
            desglose=list(cifra.desglose),
            calificador=cifra.calificador,
            nota=cifra.nota,
            tabla=cifra.tabla,
            texto=cifra.texto,
            ruta=list(cifra.ruta),
            source=self.source(cifra.evidencia),
        )

    def practica(self, practica: Practica) -> PracticaOut:
        """A practice with its fields."""
        return PracticaOut(
            id=practica.id,
            titulo=practica.titulo.texto,
            lugar=practica.lugar.texto,
            comuna=practica.comuna,
            region=practica.region,
            pais=practica.pais,
            tema=practica.tema,
            lineas_sello=[linea.texto for linea in practica.lineas_sello],
            meses=list(practica.meses),
            campos=[
                CampoOut(titulo=campo.titulo, texto=campo.texto.texto, sources=self.sources(campo.texto.spans))
                for campo in practica.campos
            ],
            misma_que=list(practica.misma_que),
            source=self.source(practica.span),
        )

    def discrepancia(self, discrepancia: Discrepancia) -> DiscrepanciaOut:
        """A discrepancy with all its places."""
        return DiscrepanciaOut(
            id=discrepancia.id,
            asunto=discrepancia.asunto,
            explicacion=discrepancia.explicacion,
            medidas=list(discrepancia.medidas),
            origen=discrepancia.origen,
            sources=self.sources(discrepancia.spans),
        )

    def _citation(self, citation: Citation) -> CitationOut:
        # The quote is the answer's own: the index may have been replaced since it was given.
        return CitationOut(
            **self._place(citation.span),
            marker=citation.marker,
            section=list(citation.section),
            label=citation.label,
            quote=citation.quote,
        )

    def _figure(self, figure: Figure, citations: Sequence[Citation]) -> FigureOut:
        return FigureOut(
            value=number(figure.value),
            unit=figure.unit,
            concept=figure.concept,
            period=figure.period,
            breakdown=list(figure.breakdown),
            marker=next((c.marker for span in figure.spans for c in citations if covers(c.span, span)), None),
            computed=figure.computed,
            operands=[number(operand) for operand in figure.operands],
        )

    def _place(self, span: Span) -> _Place:
        document = self.store.documents.get(span.document)
        return {
            "document_id": span.document,
            "document_title": document.title if document else span.document,
            "start": span.start,
            "end": span.end,
            "page": span.page,
            "url": span_url(self.base_url, span),
        }


def covers(outer: Span, inner: Span) -> bool:
    """Whether a span holds another one."""
    return outer.document == inner.document and outer.start <= inner.start and inner.end <= outer.end
