"""The HTTP interface to the records: medidas (with downloads), cifras, practicas and discrepancias."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BeforeValidator, Field
from starlette.responses import Response

from corpus.records import Cifra, Discrepancia, Practica
from web import exports
from web.api import ERRORS
from web.ports import records_of
from web.problems import Problem
from web.schemas import CifrasOut, DiscrepanciasOut, MedidaOut, MedidasOut, PracticasOut
from web.selection import cifra_matches, practica_matches, selection_in_words
from web.service import service_of
from web.wire import Wire

router = APIRouter(prefix="/api", responses=ERRORS)

# A form sends the fields that were left empty too: "?eje=&q=salud".
Blank = BeforeValidator(lambda value: None if value == "" else value)
Text = Annotated[Annotated[str, Field(max_length=200)] | None, Blank]
Numero = Annotated[Annotated[int, Field(ge=0, le=999)] | None, Blank]
Fecha = Annotated[date | None, Blank, Query(description="Una fecha como 2024-12-31")]
Formato = Literal["json", "csv", "xlsx", "ics"]


def _wire(request: Request) -> Wire:
    service = service_of(request)
    return Wire(service.store, service.settings.base_url)


def _numbers(text: str | None) -> tuple[int, ...]:
    """Numbers parted by commas. Raises a 422 problem."""
    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        raise Problem(422, "numeros: debe ser una lista de números de medida separados por comas, como 1,5,48.")
    return tuple(sorted({int(part) for part in parts}))


@router.get("/medidas", response_model=MedidasOut)
def medidas(
    request: Request,
    institucion: Text = None,
    eje: Numero = None,
    plazo_desde: Fecha = None,
    plazo_hasta: Fecha = None,
    q: Text = None,
    numeros: Annotated[str | None, Query(max_length=1000, description="Números separados por comas")] = None,
    formato: Formato = "json",
) -> Response:
    """The medidas under all of the given filters, or the same set as a download."""
    if plazo_desde and plazo_hasta and plazo_desde > plazo_hasta:
        raise Problem(422, "plazo_desde debe ser anterior o igual a plazo_hasta.")
    service = service_of(request)
    chosen = _numbers(numeros)
    found = service.assistant.medidas_matching(institucion or None, eje, plazo_desde, plazo_hasta, q or None)
    if chosen:
        found = tuple(medida for medida in found if medida.numero in chosen)
    if formato == "json":
        wire = _wire(request)
        body = MedidasOut(total=len(found), items=[wire.medida(medida) for medida in found])
        return Response(body.model_dump_json(), media_type="application/json")
    # A file leaves the site, so its links are whole addresses.
    wire = Wire(service.store, service.settings.base_url or str(request.base_url))
    made = datetime.now(UTC)
    rows = list(exports.rows(found, wire))
    selection = selection_in_words(institucion, eje, plazo_desde, plazo_hasta, q, chosen)
    if formato == "csv":
        return _download(exports.as_csv(rows), exports.CSV_TYPE, "csv")
    if formato == "ics":
        return _download(exports.as_ics(rows, selection, made), exports.ICS_TYPE, "ics")
    document = service.store.documents.get(found[0].document) if found else None
    return _download(exports.as_xlsx(rows, selection, made, document), exports.XLSX_TYPE, "xlsx")


def _download(content: bytes, media_type: str, extension: str) -> Response:
    disposition = {"Content-Disposition": f'attachment; filename="medidas-pnme.{extension}"'}
    return Response(content, media_type=media_type, headers=disposition)


@router.get("/medidas/{numero}")
def medida(request: Request, numero: int) -> MedidaOut:
    """One medida by number."""
    wire = _wire(request)
    found = wire.store.medidas.get(numero)
    if found is None:
        known = wire.store.medidas
        span = f" Las medidas van de la {min(known)} a la {max(known)}." if known else ""
        raise Problem(404, f"No hay una medida {numero}.{span}")
    return wire.medida(found)


@router.get("/cifras")
def cifras(
    request: Request,
    concepto: Text = None,
    periodo: Text = None,
    desglose: Text = None,
    desde: Annotated[int, Query(ge=0)] = 0,
    limite: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> CifrasOut:
    """The figures under all of the given filters, a page at a time; ``total`` counts all of them."""
    wire = _wire(request)
    found = [cifra for cifra in records_of(wire.store, Cifra) if cifra_matches(cifra, concepto, periodo, desglose)]
    return CifrasOut(total=len(found), items=[wire.cifra(cifra) for cifra in found[desde : desde + limite]])


@router.get("/practicas")
def practicas(
    request: Request, linea: Text = None, comuna: Text = None, tema: Text = None, q: Text = None
) -> PracticasOut:
    """The good practices under all of the given filters."""
    wire = _wire(request)
    found = [one for one in records_of(wire.store, Practica) if practica_matches(one, linea, comuna, tema, q)]
    return PracticasOut(total=len(found), items=[wire.practica(practica) for practica in found])


@router.get("/discrepancias")
def discrepancias(request: Request) -> DiscrepanciasOut:
    """The places where the documents disagree, with each place's quote."""
    wire = _wire(request)
    found = records_of(wire.store, Discrepancia)
    return DiscrepanciasOut(total=len(found), items=[wire.discrepancia(one) for one in found])
