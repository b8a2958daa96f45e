"""The HTTP interface for programs: questions, documents, feedback. Records are in ``web.records``."""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal, TypeVar

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_core import PydanticCustomError
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from corpus.records import Documento
from web.ports import Records
from web.problems import MEDIA_TYPE, Problem, ProblemBody, invalid, problem_of
from web.schemas import ChatReply, DocumentOut
from web.service import Service, service_of
from web.turns import Turn
from web.wire import Wire

PING_SECONDS = 15
SEND_SECONDS = 30  # a reader that takes nothing for so long is gone
DELTA_LENGTH = 24
M = TypeVar("M", bound=BaseModel)
log = logging.getLogger(__name__)

ERRORS: dict[int | str, dict[str, Any]] = {
    "default": {"model": ProblemBody, "description": "Cualquier error", "content": {MEDIA_TYPE: {}}}
}
router = APIRouter(prefix="/api", responses=ERRORS)


def _encodable(text: str) -> str:
    """JSON can hold half a surrogate pair (``"\\ud800"``), which is no text and cannot be stored."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PydanticCustomError("string_unicode", "not a valid text") from error
    return text


Text = Annotated[str, AfterValidator(_encodable)]


class ChatRequest(BaseModel):
    """A question, and the conversation that it goes on with."""

    question: Text
    conversation_id: Text | None = Field(None, max_length=200)


class FeedbackRequest(BaseModel):
    """What a user thinks of a reply."""

    message_id: Text = Field(min_length=1, max_length=200)
    rating: Literal["up", "down"]
    comment: Text | None = Field(None, max_length=2000)


def _json_body(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


async def read_json(request: Request, model: type[M]) -> M:
    """The JSON body of a request. Raises a problem: 415 for another content type, 400 for no JSON, 422 for bad data."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise Problem(415, "El cuerpo de la solicitud debe ser JSON (Content-Type: application/json).")
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise Problem(400, "El cuerpo de la solicitud no es JSON válido.") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise invalid(error.errors()) from error


def read_question(text: str, limit: int) -> str:
    """A question without control characters and outer space. Raises a 422 problem where it is empty or too long."""
    plain = "".join(c if c in "\n\t" or unicodedata.category(c) != "Cc" else " " for c in text).strip()
    if not plain:
        raise Problem(422, "La pregunta está vacía. Escriba qué quiere saber.")
    if len(plain) > limit:
        raise Problem(
            422, f"La pregunta tiene {len(plain)} caracteres y el máximo es {limit}. Acórtela o divídala en varias."
        )
    return plain


async def ask(request: Request, question: str, conversation_id: str | None) -> ChatReply:
    """Put a question to the assistant, in a thread, and count the reply."""
    service = service_of(request)
    assistant = service.assistant
    store = assistant.store
    # Where the client leaves or the server stops, nobody waits for an answer that may hang.
    reply = await to_thread.run_sync(assistant.ask, question, conversation_id or None, abandon_on_cancel=True)
    out = Wire(store, service.settings.base_url).reply(reply)
    request.app.state.metrics.answer(out)
    return out


@router.post("/chat", response_model=ChatReply, openapi_extra=_json_body(ChatRequest))
async def chat(request: Request) -> Response:
    """Ask a question. With ``Accept: text/event-stream`` the answer comes as events."""
    body = await read_json(request, ChatRequest)
    service = service_of(request)
    question = read_question(body.question, service.settings.max_question)
    assert service.assistant  # a 503 comes before any event
    if "text/event-stream" in request.headers.get("accept", ""):
        return EventSourceResponse(
            _events(request, question, body.conversation_id),
            ping=PING_SECONDS,
            send_timeout=SEND_SECONDS,
            ping_message_factory=in_course,
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )
    reply = await ask(request, question, body.conversation_id)
    return Response(reply.model_dump_json(), headers={"Cache-Control": "no-store"}, media_type="application/json")


def in_course() -> ServerSentEvent:
    """The comment that keeps the connection open while the answer is awaited."""
    return ServerSentEvent(comment="en curso")


async def _events(request: Request, question: str, conversation_id: str | None) -> AsyncIterator[ServerSentEvent]:
    """``delta`` events with the pieces of the answer, then ``done`` with all of it; or ``error`` with a problem."""
    try:
        reply = await ask(request, question, conversation_id)
        turn = Turn.of(question, reply)
        done = reply.model_dump(mode="json")
        done["answer_html"] = turn.answer_html
        done["turn_html"] = request.app.state.views.render("turno.html", turn=turn)
    except Exception as error:
        problem = problem_of(error)
        yield _event("error", problem.body(request.url.path).model_dump(exclude_none=True))
        return
    for piece in pieces(reply.answer):
        yield _event("delta", {"text": piece})
    yield _event("done", done)


def _event(name: str, data: dict[str, Any]) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=name)


def pieces(text: str, length: int = DELTA_LENGTH) -> list[str]:
    """A text cut between words into pieces of about a length; joined they are the text again."""
    found: list[str] = []
    for word in re.findall(r"\s*\S+|\s+\Z", text):
        if found and len(found[-1]) + len(word) <= length:
            found[-1] += word
        else:
            found.append(word)
    return found


@router.get("/documentos")
def documents(request: Request) -> list[DocumentOut]:
    """The source documents."""
    service = service_of(request)
    store = service.store
    wire = Wire(store, service.settings.base_url)
    return [wire.document(document) for document in store.documents.values()]


@router.get("/documentos/{document_id}/texto", response_class=PlainTextResponse)
def document_text(request: Request, document_id: str) -> Response:
    """The text of a document that all offsets refer to."""
    document = find_document(service_of(request).store, document_id)
    return PlainTextResponse(document.text, headers={"ETag": f'"{document.sha256}"'})


def find_document(store: Records, document_id: str) -> Documento:
    """A document by id. Raises a 404 problem where there is none."""
    document = store.documents.get(document_id)
    if document is None:
        known = ", ".join(store.documents)
        raise Problem(404, f"No hay un documento «{document_id[:60]}». Los documentos son: {known}.")
    return document


@router.post("/feedback", status_code=204, openapi_extra=_json_body(FeedbackRequest))
async def feedback(request: Request) -> Response:
    """Say whether a reply was useful."""
    body = await read_json(request, FeedbackRequest)
    await keep_feedback(request, service_of(request), body)
    return Response(status_code=204)


async def keep_feedback(request: Request, service: Service, given: FeedbackRequest) -> None:
    """Keep an opinion. Raises a 404 problem where there is no such reply."""
    comment = (given.comment or "").strip() or None
    kept = await run_in_threadpool(service.assistant.feedback, given.message_id, given.rating, comment)
    if not kept:
        raise Problem(404, "No hay una respuesta con ese identificador.")
    request.app.state.metrics.feedback(given.rating)
