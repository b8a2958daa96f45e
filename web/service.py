"""The assistant of one server: opened in the background, so that the process answers while its index still loads."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from anyio import to_thread
from fastapi import Request

from corpus.errors import IndexError_
from corpus.settings import Settings
from web.examples import examples
from web.ports import Answering, Records
from web.problems import Problem

LOADING = "el índice se está cargando"
RETRY_SECONDS = 5
log = logging.getLogger(__name__)


def open_assistant(settings: Settings) -> Answering:
    """The real assistant on the published index. Raises IndexError_ where there is no sound one."""
    from assistant.pipeline import Assistant

    assistant = Assistant.open(settings)
    assistant.warm_up([question for example in examples() for question in example.preguntas])
    return assistant


class Service:
    """Holds the assistant once it is open, and until then the reason why it is not."""

    def __init__(
        self,
        settings: Settings,
        assistant: Answering | None = None,
        opener: Callable[[Settings], Answering] = open_assistant,
    ) -> None:
        self.settings = settings
        self.reason: str | None = None if assistant else LOADING
        self.warning: str | None = None
        self._assistant = assistant
        self._opener = opener

    @property
    def assistant(self) -> Answering:
        """The assistant. Raises a 503 problem with the reason while there is none."""
        if self._assistant is None:
            raise Problem(
                503,
                f"El asistente todavía no está disponible: {self.reason}. Inténtelo de nuevo en unos segundos.",
                headers={"Retry-After": str(RETRY_SECONDS)},
            )
        return self._assistant

    @property
    def store(self) -> Records:
        """The index that serves. Raises a 503 problem while there is none."""
        return self.assistant.store

    @property
    def ready(self) -> bool:
        """Whether an index is loaded."""
        return self._assistant is not None

    async def keep_loaded(self) -> None:
        """Open the assistant, trying until it works; then follow newly published indexes. Runs until cancelled."""
        while True:
            await self._step()
            await asyncio.sleep(self.settings.reload_seconds)

    async def _step(self) -> None:
        try:
            if self._assistant is None:
                self._assistant = await to_thread.run_sync(self._opener, self.settings, abandon_on_cancel=True)
                self.reason = None
                log.info("Índice %s cargado", self._assistant.store.fingerprint)
            else:
                await to_thread.run_sync(self._assistant.reload_if_changed, abandon_on_cancel=True)
                self.warning = None
        except IndexError_ as error:
            self._failed(str(error))
        except Exception:
            log.exception("No se pudo cargar el índice")
            self._failed("el índice no se pudo cargar; el registro del servidor dice por qué")

    def _failed(self, reason: str) -> None:
        if self._assistant is None:
            if reason != self.reason:
                log.warning("Sin índice: %s", reason)
            self.reason = reason
        else:
            if reason != self.warning:
                log.warning("El índice nuevo no sirve, sigue el anterior: %s", reason)
            self.warning = reason


def service_of(request: Request) -> Service:
    """The service of the application that a request came to."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service
