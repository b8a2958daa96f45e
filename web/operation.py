"""What an operator asks of the server: is it up, is it ready, what does it count."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from starlette.responses import Response

from web.problems import Problem
from web.service import RETRY_SECONDS, service_of

router = APIRouter(include_in_schema=False)


class Ready(BaseModel):
    """The server can answer. ``warning`` says why a newer index is not served."""

    status: Literal["ready"] = "ready"
    index: str
    documents: int
    warning: str | None = None


@router.api_route("/healthz", methods=["GET", "HEAD"])
async def healthz() -> dict[str, str]:
    """The process is up."""
    return {"status": "ok"}


@router.api_route("/readyz", methods=["GET", "HEAD"], response_model=Ready)
async def readyz(request: Request) -> Ready:
    """An index is loaded; a 503 problem with the reason while none is."""
    service = service_of(request)
    if not service.ready:
        raise Problem(503, f"Sin índice: {service.reason}.", headers={"Retry-After": str(RETRY_SECONDS)})
    store = service.store
    return Ready(index=store.fingerprint, documents=len(store.documents), warning=service.warning)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Prometheus metrics."""
    service = service_of(request)
    fingerprint = service.store.fingerprint if service.ready else None
    return Response(request.app.state.metrics.exposition(fingerprint), media_type=CONTENT_TYPE_LATEST)
