"""What questions are put to: the assistant in this process, a server at a URL, or a baseline, behind one protocol.

A :class:`TargetSpec` says which and can be sent to another process; a :class:`Target` is opened where it is used.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Literal, Protocol

from corpus.errors import PnmeError
from corpus.settings import ROOT, Settings
from evals.replies import SeenCitation, SeenFigure, SeenReply
from evals.results import About

if TYPE_CHECKING:
    import httpx

    from assistant.values import Reply

Parallel = Literal["processes", "threads", "none"]
"""How a target takes several conversations at once: one target in each process, one shared by threads, or not."""

ABLATIONS = {
    "dense": "sin búsqueda por significado",
    "keys": "sin preguntas escritas",
    "lexicon": "sin léxico",
    "records": "sin registros",
}
"""The switches of the settings that turn one part off, and how a report names what is left."""

INDEXED = frozenset({"keys"})
"""The parts that are in the index itself, so that an assistant without them needs one of its own."""

BUILD = """
import sys
from corpus.settings import Settings
from ingest.index import ingest
ingest(Settings.model_validate_json(sys.stdin.read()))
"""
"""What another process runs to build an index under the settings that it is sent: nothing here imports ingestion."""

ASKED_ON = date(2026, 11, 21)
"""The day on which the questions of the project were last checked: "este año" means the same in every run."""


def build_index(settings: Settings, name: str) -> None:
    """Bring the index of some settings up to date, in a process of its own. Raises PnmeError where that fails."""
    built = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=ROOT, input=settings.model_dump_json(), capture_output=True, text=True
    )
    if built.returncode:
        raise PnmeError(f"no se pudo construir el índice de «{name}»: {built.stderr[-300:]}")


class Target(Protocol):
    """Something that answers. Where no reply can be had, it gives one with its ``error`` and raises nothing."""

    def ask(self, question: str, conversation_id: str | None) -> SeenReply:
        """The reply to one turn; ``conversation_id`` is that of the previous reply, None in a new conversation."""
        ...

    def texts(self) -> dict[str, str]:
        """The documents' texts by id, to which the citations' offsets refer."""
        ...

    def about(self) -> About:
        """What this is."""
        ...

    def today(self) -> date:
        """The day on which it answers."""
        ...

    def close(self) -> None:
        """Give back what it holds."""
        ...


class TargetSpec(Protocol):
    """Which target: a value that can be sent to another process and opened there."""

    @property
    def parallel(self) -> Parallel:
        """How it takes several conversations at once."""
        ...

    def open(self) -> Target:
        """The target, ready. Raises PnmeError where it cannot be had."""
        ...


def package_version() -> str:
    """The version of the installed package; empty where it runs from a source tree that was not installed."""
    try:
        return version("asistente-pnme")
    except PackageNotFoundError:
        return ""


def code_commit() -> str:
    """The commit of the source tree, with "+" where files differ from it; empty outside a git checkout."""
    try:
        described = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--exclude=*"],
            cwd=ROOT, capture_output=True, text=True, timeout=10, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return described.stdout.strip()


def written_settings(settings: Settings) -> dict[str, str]:
    """The settings as they go into a result; secrets stay masked."""
    return {name: str(value) for name, value in settings.model_dump(mode="json").items()}


def without(settings: Settings, part: str) -> Settings:
    """The settings with one part turned off."""
    return settings.model_copy(update={part: False})


def seen(reply: Reply, titles: dict[str, str]) -> SeenReply:
    """A reply of the assistant as the evaluation sees it; ``titles`` are the documents' titles by id."""
    answer = reply.answer
    return SeenReply(
        conversation_id=reply.conversation_id,
        status=answer.status.value,
        abstained=answer.abstained,
        answer=answer.text,
        citations=tuple(
            SeenCitation(
                document_id=citation.span.document,
                start=citation.span.start,
                end=citation.span.end,
                quote=citation.quote,
                label=citation.label,
                section=citation.section,
                document_title=titles.get(citation.span.document, ""),
            )
            for citation in answer.citations
        ),
        medidas=answer.medidas,
        figures=tuple(
            SeenFigure(
                value=figure.value,
                unit=figure.unit,
                concept=figure.concept,
                computed=figure.computed,
                operands=figure.operands,
            )
            for figure in answer.figures
        ),
        understood=answer.understood,
        mode=answer.mode,
    )


class InProcess:
    """The assistant in this process, with its conversations in memory."""

    def __init__(self, settings: Settings, name: str) -> None:
        from assistant.pipeline import Assistant

        self._settings, self._name = settings, name
        self._assistant = Assistant(settings, today=lambda: ASKED_ON)
        self._assistant.warm_up()
        self._documents = self._assistant.store.documents
        self._titles = {document.id: document.title for document in self._documents.values()}

    def ask(self, question: str, conversation_id: str | None) -> SeenReply:
        """The reply to one turn. An exception is a finding about the assistant: it becomes the reply's error."""
        try:
            return seen(self._assistant.ask(question, conversation_id), self._titles)
        except Exception as error:
            return SeenReply(conversation_id=conversation_id, error=f"{type(error).__name__}: {error}")

    def texts(self) -> dict[str, str]:
        """The texts of the index."""
        return {document.id: document.text for document in self._documents.values()}

    def about(self) -> About:
        """The code, the index and the settings."""
        return About(
            target=self._name,
            version=package_version(),
            commit=code_commit(),
            fingerprint=self._assistant.store.fingerprint,
            settings=written_settings(self._settings),
        )

    def today(self) -> date:
        """Always the same day."""
        return ASKED_ON

    def close(self) -> None:
        """Let go of the conversations."""
        self._assistant.conversations.close()


@dataclass(frozen=True)
class InProcessSpec:
    """The assistant in process under some settings."""

    settings: Settings
    name: str = "asistente"
    parallel: Parallel = "processes"

    def open(self) -> InProcess:
        """Open it. Raises IndexError_ where no index is published."""
        return InProcess(self.settings, self.name)


@dataclass(frozen=True)
class OwnIndexSpec:
    """The assistant in process under settings that need an index of their own, built beside the one that serves."""

    settings: Settings
    name: str
    parallel: Parallel = "none"

    def open(self) -> InProcess:
        """Build its index, where it is not there yet, and open it. Raises PnmeError where that fails."""
        settings = self.settings.model_copy(update={"data_dir": self.settings.data_dir / "ablaciones"})
        build_index(settings, self.name)
        return InProcess(settings, self.name)


class Remote:
    """A server that keeps the HTTP contract. Waits where it is told to by 429, at most ``patience`` seconds a turn."""

    def __init__(self, url: str, client: httpx.Client | None = None, patience: float = 120) -> None:
        import httpx

        self._url, self._patience = url.rstrip("/"), patience
        self._client = client or httpx.Client(base_url=self._url, timeout=60)

    def ask(self, question: str, conversation_id: str | None) -> SeenReply:
        """The reply to one turn; a status other than 200 is the reply's error."""
        import httpx

        try:
            response = self._post({"question": question, "conversation_id": conversation_id})
            if response.status_code != 200:
                error = f"HTTP {response.status_code}: {response.text[:200]}"
                return SeenReply(conversation_id=conversation_id, error=error)
            return SeenReply.model_validate_json(response.content)
        except (httpx.HTTPError, ValueError) as error:
            return SeenReply(conversation_id=conversation_id, error=f"{type(error).__name__}: {error}")

    def _post(self, payload: dict[str, str | None]) -> httpx.Response:
        deadline = time.monotonic() + self._patience
        while True:
            response = self._client.post("/api/chat", json=payload)
            wait = response.headers.get("Retry-After", "1")
            pause = float(wait) if wait.replace(".", "", 1).isdigit() else 1.0
            if response.status_code != 429 or time.monotonic() + pause > deadline:
                return response
            time.sleep(pause)

    def texts(self) -> dict[str, str]:
        """The texts that the server serves. Raises PnmeError where they cannot be had."""
        import httpx

        try:
            documents = self._client.get("/api/documentos").raise_for_status().json()
            return {
                str(document["id"]): self._client.get(f"/api/documentos/{document['id']}/texto").raise_for_status().text
                for document in documents
            }
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise PnmeError(f"{self._url} no entrega los textos de los documentos: {error}") from error

    def about(self) -> About:
        """The URL, and what the server's readiness says of its version and index."""
        import httpx

        try:
            ready = self._client.get("/readyz").json()
        except (httpx.HTTPError, ValueError):
            ready = {}
        known = {key: str(ready[key]) for key in ("version", "fingerprint") if isinstance(ready, dict) and key in ready}
        return About(target=self._url, **known)

    def today(self) -> date:
        """The server's day is taken to be this machine's."""
        return date.today()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


@dataclass(frozen=True)
class RemoteSpec:
    """A server at a URL."""

    url: str
    parallel: Parallel = "threads"

    def open(self) -> Remote:
        """A client of the server."""
        return Remote(self.url)
