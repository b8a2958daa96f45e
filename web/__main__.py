"""``python -m web``: serve on the host and port of the settings."""

from __future__ import annotations

import uvicorn

from corpus.settings import Settings
from web.app import create_app

SHUTDOWN_SECONDS = 5


def main(settings: Settings | None = None) -> None:
    """Serve until told to stop; a reply under way gets five seconds to end."""
    settings = settings or Settings()
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        server_header=False,
        access_log=False,  # addresses of pages may hold questions; /metrics counts requests
    )


if __name__ == "__main__":
    main()
