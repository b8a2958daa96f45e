"""Downloads made from the municipal guide: a draft of a policy to write in, and the sheet to follow it up with."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.exports import XLSX_TYPE, span_url
from assistant.guide.draft import DOCX_TYPE, NoIndex, policy_draft
from assistant.guide.material import Link, Source
from assistant.guide.sheet import follow_up_sheet
from assistant.texts import Texts
from corpus.records import Span
from web.api import ERRORS
from web.problems import Problem
from web.service import service_of

router = APIRouter(prefix="/api/guia", responses=ERRORS)
Build = Callable[[Source, Texts, Link], bytes]


@router.get("/borrador.docx", response_class=Response)
def draft(request: Request) -> Response:
    """The suggested index of a municipal policy as a Word document, with its sources as footnotes."""
    return _download(request, policy_draft, DOCX_TYPE, "borrador-politica-municipal.docx")


@router.get("/seguimiento.xlsx", response_class=Response)
def sheet(request: Request) -> Response:
    """The follow-up sheet of the guide as an Excel workbook to fill in."""
    return _download(request, follow_up_sheet, XLSX_TYPE, "seguimiento-politica-municipal.xlsx")


def _download(request: Request, build: Build, media_type: str, name: str) -> Response:
    """A file made from the guide. Raises a 404 problem where the guide does not hold what it is made of."""
    service = service_of(request)
    base = service.settings.base_url or str(request.base_url)  # a file leaves the site: its links are whole addresses

    def link(span: Span) -> str:
        return span_url(base, span)

    try:
        content = build(service.store, Texts(service.settings.prompts_dir), link)
    except NoIndex as error:
        raise Problem(404, f"No se puede hacer el archivo: {error}.") from error
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
