"""``python -m web`` (``pnme serve``): serve on the host and port of the settings, or of the options."""

from __future__ import annotations

import logging
from typing import Annotated

import typer
import uvicorn

from corpus.settings import Settings
from web.app import create_app

SHUTDOWN_SECONDS = 5


def serve(
    host: Annotated[str | None, typer.Option(help="Dirección en que escucha; si no, PNME_HOST")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Puerto; si no, PORT o PNME_PORT")] = None,
) -> None:
    """Sirve la página y la API hasta que se le diga basta; lo que esté en curso tiene cinco segundos para terminar."""
    settings = Settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    uvicorn.run(
        create_app(settings),
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        server_header=False,
        access_log=False,  # addresses of pages may hold questions; /metrics counts requests
    )


if __name__ == "__main__":
    typer.run(serve)
