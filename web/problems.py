"""Every error as ``application/problem+json`` (RFC 9457), in Spanish; as a page where a person browses."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from corpus.errors import IndexError_

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger(__name__)

TITLES = {
    400: "Solicitud mal formada",
    404: "No encontrado",
    405: "Método no permitido",
    406: "Formato no disponible",
    408: "La solicitud tardó demasiado",
    413: "Solicitud demasiado grande",
    415: "Tipo de contenido no admitido",
    422: "Datos no válidos",
    429: "Demasiadas solicitudes",
    500: "Error interno",
    503: "Servicio no disponible",
}
DETAILS = {
    404: "No existe la página o el recurso que se pidió.",
    405: "Este recurso no admite ese método.",
    500: "Ocurrió un error inesperado. Quedó registrado; inténtelo de nuevo en unos minutos.",
}


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    detail: str


class ProblemBody(BaseModel):
    """The body of every error reply."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str | None = None
    errors: list[FieldError] | None = None


class Problem(Exception):
    """A request that cannot be served, with its HTTP status and a sentence for the user."""

    def __init__(
        self,
        status: int,
        detail: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[FieldError] = (),
    ) -> None:
        self.status = status
        self.detail = detail or DETAILS.get(status) or f"{self.title}."
        self.headers = dict(headers or {})
        self.errors = list(errors)
        super().__init__(self.detail)

    @property
    def title(self) -> str:
        """The short Spanish name of the status."""
        return TITLES.get(self.status, "Error")

    def body(self, instance: str | None = None) -> ProblemBody:
        """What goes over the wire; ``instance`` is the path that was asked for."""
        return ProblemBody(
            title=self.title, status=self.status, detail=self.detail, instance=instance, errors=self.errors or None
        )


def problem_of(error: Exception) -> Problem:
    """The problem that an exception becomes: what is not known by name is a 500 that tells nothing of the inside."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, RequestValidationError):
        return invalid(error.errors())
    if isinstance(error, HTTPException):
        return Problem(error.status_code, headers=error.headers)
    if isinstance(error, IndexError_):
        log.error("Índice no disponible: %s", error)
        return Problem(503, f"El índice no está disponible: {error}.", headers={"Retry-After": "5"})
    log.error("Error inesperado", exc_info=error)
    return Problem(500)


def invalid(errors: Sequence[Any]) -> Problem:
    """Pydantic's errors as one 422 problem, or 400 where the body is no JSON at all."""
    if any(error["type"] == "json_invalid" for error in errors):
        return Problem(400, "El cuerpo de la solicitud no es JSON válido.")
    found = [FieldError(field=_field(error["loc"]), detail=_reason(error)) for error in errors]
    return Problem(422, " ".join(f"{error.field}: {error.detail}." for error in found), errors=found)


def _field(location: Sequence[str | int]) -> str:
    path = [str(part) for part in location if part not in ("query", "path", "body")]
    return ".".join(path) or "cuerpo"


_REASONS = {
    "missing": "falta este dato",
    "string_type": "debe ser un texto",
    "string_unicode": "contiene caracteres que no son válidos",
    "int_type": "debe ser un número entero",
    "int_parsing": "debe ser un número entero",
    "int_from_float": "debe ser un número entero",
    "int_parsing_size": "es un número demasiado grande",
    "date_type": "debe ser una fecha como 2024-12-31",
    "date_parsing": "debe ser una fecha como 2024-12-31",
    "date_from_datetime_parsing": "debe ser una fecha como 2024-12-31",
    "date_from_datetime_inexact": "debe ser una fecha como 2024-12-31",
    "model_type": "debe ser un objeto JSON",
    "model_attributes_type": "debe ser un objeto JSON",
    "dict_type": "debe ser un objeto JSON",
}


def _reason(error: Mapping[str, Any]) -> str:
    kind, context = str(error["type"]), error.get("ctx") or {}
    if kind == "literal_error":
        return f"debe ser uno de estos valores: {str(context.get('expected', '')).replace(' or ', ' o ')}"
    if kind == "string_too_long":
        return f"no puede pasar de {context['max_length']} caracteres"
    if kind == "string_too_short":
        return f"debe tener al menos {context['min_length']} caracteres"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"debe ser {context['ge']} o más" if "ge" in context else f"debe ser {context['le']} o menos"
    return _REASONS.get(kind, "no es válido")


def wants_page(request: Request) -> bool:
    """Whether an error should be shown as a page: a person's browser outside of the API."""
    path = request.url.path
    machine = path.startswith(("/api/", "/static/")) or path in ("/healthz", "/readyz", "/metrics")
    return not machine and "text/html" in request.headers.get("accept", "")


def problem_response(request: Request, problem: Problem) -> Response:
    """The reply for a problem, as JSON or as a page."""
    if wants_page(request):
        page = request.app.state.views.render("problema.html", problem=problem)
        return HTMLResponse(page, problem.status, problem.headers)
    body = problem.body(request.url.path).model_dump(exclude_none=True)
    return Response(json.dumps(body, ensure_ascii=False), problem.status, problem.headers, MEDIA_TYPE)


async def _handle(request: Request, error: Exception) -> Response:
    return problem_response(request, problem_of(error))


def install(app: FastAPI) -> None:
    """Make an application answer every known error with a problem. The unknown ones are caught by ``web.guard``."""
    for kind in (Problem, HTTPException, RequestValidationError, IndexError_):
        app.add_exception_handler(kind, _handle)
