"""The web application: ``create_app`` puts the parts together. Nothing is loaded before its lifespan begins."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from corpus.settings import Settings
from web import api, guide, operation, pages, problems, records
from web.guard import BodyLimit, Guard
from web.metrics import Metrics
from web.ports import Answering
from web.service import Service
from web.turns import Transcripts
from web.views import Assets, Views


def create_app(settings: Settings | None = None, assistant: Answering | None = None) -> FastAPI:
    """The application. Without an assistant it opens one on the published index, in the background.

    ``/healthz`` answers at once; until the index is loaded ``/readyz`` says why not, and questions get a 503.
    """
    settings = settings or Settings()
    service = Service(settings, assistant)
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        task = asyncio.create_task(service.keep_loaded())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    app = FastAPI(
        title="Asistente de la Política Nacional de Migración y Extranjería",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,  # the stock page loads its scripts from another site
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service = service
    app.state.metrics = metrics
    app.state.transcripts = Transcripts()
    app.state.views = Views(settings.max_question)
    app.add_middleware(BodyLimit, max_bytes=settings.max_body, seconds=settings.body_seconds)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Guard, metrics=metrics)
    problems.install(app)
    app.include_router(api.router)
    app.include_router(records.router)
    app.include_router(guide.router)
    app.include_router(operation.router)
    app.include_router(pages.router)
    app.mount("/static", Assets(), name="static")
    return app
