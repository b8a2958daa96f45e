"""The pages that people see: the conversation at ``/`` and the source documents. They work without JavaScript."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError
from starlette.responses import Response

from corpus.errors import PnmeError
from corpus.records import Eje, Fragmento, Hallazgo, Pasaje, Practica, Tabla
from web.api import FeedbackRequest, ask, find_document, keep_feedback, read_question
from web.ports import Records
from web.problems import Problem, invalid, log, problem_of
from web.service import service_of
from web.source import Page, contents, heading_before, heading_key
from web.turns import Turn
from web.wire import Wire

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LONGEST_PAGE_QUOTE = 600


@router.api_route("/", methods=["GET", "HEAD"])
async def home(request: Request, q: str = "", c: str = "") -> Response:
    """The page. With ``?q=`` it shows the answer to that question."""
    if request.method == "GET" and q.strip():
        return await _answer(request, q, c[:200])
    return _page(request)


@router.post("/")
async def home_form(request: Request) -> Response:
    """A question from the form, and the page with its answer under the earlier ones."""
    form = await _fields(request, "question", "conversation_id")
    return await _answer(request, form["question"], form["conversation_id"][:200])


@router.post("/opinion")
async def opinion(request: Request) -> Response:
    """An opinion from a form."""
    form = await _fields(request, *FeedbackRequest.model_fields)
    try:
        given = FeedbackRequest.model_validate(form)
    except ValidationError as error:
        raise invalid(error.errors()) from error
    await keep_feedback(request, service_of(request), given)
    return HTMLResponse(request.app.state.views.render("opinion.html"))


@router.api_route("/documentos", methods=["GET", "HEAD"])
def documents(request: Request) -> Response:
    """The list of source documents."""
    store = service_of(request).store
    wire = Wire(store)
    listed = [wire.document(document) for document in store.documents.values()]
    return HTMLResponse(request.app.state.views.render("documentos.html", documentos=listed))


@router.api_route("/documentos/{document_id}", methods=["GET", "HEAD"])
def document(request: Request, document_id: str, desde: str | None = None, hasta: str | None = None) -> Response:
    """A document's text, with the stretch ``[desde, hasta)`` highlighted."""
    store = service_of(request).store
    found = find_document(store, document_id)
    highlight = _highlight(desde, hasta, len(found.text))
    page = Page(found, highlight, headings(store, document_id))
    quote = found.text[slice(*highlight)] if highlight else None
    html = request.app.state.views.render(
        "documento.html",
        documento=Wire(store).document(found),
        texto=page.html(),
        contenido=contents(found.text, page.blocks),
        cita=quote if quote is None or len(quote) <= LONGEST_PAGE_QUOTE else f"{quote[:LONGEST_PAGE_QUOTE]}…",
        seccion=heading_before(found.text, page.blocks, highlight[0]) if highlight else None,
        pagina=found.page_at(highlight[0]) if highlight else None,
    )
    return HTMLResponse(html)


@router.api_route("/favicon.ico", methods=["GET", "HEAD"])
def favicon(request: Request) -> Response:
    """The icon, for browsers that ask without being told."""
    return RedirectResponse(request.app.state.views.static_url("icono.svg"), 308)


def headings(store: Records, document_id: str) -> frozenset[tuple[str, int]]:
    """The headings of a document that its records stand under, folded, with their depth."""
    found: set[tuple[str, int]] = set()
    for record in store.records.values():
        if isinstance(record, Pasaje | Fragmento | Hallazgo | Tabla) and record.document == document_id:
            found.update((heading_key(heading), depth) for depth, heading in enumerate(record.ruta))
        elif isinstance(record, Practica) and record.document == document_id:
            found.add((heading_key(record.titulo.texto), 0))
        elif isinstance(record, Eje) and record.document == document_id:
            found.add((heading_key(f"Eje {record.numero}: {record.nombre.texto}"), 0))
    return frozenset((key, depth) for key, depth in found if key)


def _highlight(desde: str | None, hasta: str | None, length: int) -> tuple[int, int] | None:
    """The stretch to highlight. Raises a 422 problem where it is none of this document's."""
    if not desde and not hasta:
        return None
    values = [value or "" for value in (desde, hasta)]
    if not all(value.isascii() and value.isdigit() and len(value) < 10 for value in values):
        raise Problem(422, "desde y hasta deben ser números enteros: el lugar de la cita en el texto.")
    start, end = (int(value) for value in values)
    if not start < end <= length:
        raise Problem(422, f"No hay texto entre {start} y {end}: el documento tiene {length} caracteres.")
    return start, end


async def _fields(request: Request, *names: str) -> dict[str, str]:
    """The text fields of a form; empty where they are missing. Raises a 400 problem for files and broken forms."""
    async with request.form(max_files=0, max_fields=20) as form:
        values = {name: form.get(name) for name in names}
    return {name: value if isinstance(value, str) else "" for name, value in values.items()}


async def _answer(request: Request, question: str, conversation_id: str) -> Response:
    """The page with the answer; what goes wrong is said above the form, which keeps what was typed."""
    try:
        asked = read_question(question, service_of(request).settings.max_question)
        reply = await ask(request, asked, conversation_id or None)
    except (Problem, PnmeError) as error:
        return _page(request, conversation_id=conversation_id, typed=question, problem=problem_of(error))
    except Exception as error:
        log.exception("Error inesperado al responder")
        return _page(request, conversation_id=conversation_id, typed=question, problem=problem_of(error))
    turns = request.app.state.transcripts.add(Turn.of(asked, reply))
    return _page(request, turns=turns, conversation_id=reply.conversation_id)


def _page(
    request: Request,
    *,
    turns: tuple[Turn, ...] | None = None,
    conversation_id: str = "",
    typed: str = "",
    problem: Problem | None = None,
) -> Response:
    service = service_of(request)
    if turns is None:
        turns = request.app.state.transcripts.of(conversation_id)
    html = request.app.state.views.render(
        "inicio.html",
        turnos=turns,
        conversation_id=conversation_id,
        escrito=typed,
        problema=problem,
        cargando=None if service.ready else service.reason,
        documentos=[Wire(service.store).document(d) for d in service.store.documents.values()] if service.ready else [],
    )
    return HTMLResponse(html, problem.status if problem else 200, problem.headers if problem else None)
