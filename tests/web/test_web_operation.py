"""Up, ready, counted; an index that comes late, or comes damaged."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from fake_assistant import FakeAssistant, FakeStore
from fastapi.testclient import TestClient

from corpus.errors import IndexError_
from corpus.settings import Settings
from web.app import create_app
from web.service import Service


def run_until(service: Service, done: Callable[[], bool], seconds: float = 60) -> None:
    async def main() -> None:
        task = asyncio.create_task(service.keep_loaded())
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            await asyncio.sleep(0.01)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert done()


def test_without_an_index_the_process_is_up_but_not_ready(settings: Settings) -> None:
    with TestClient(create_app(settings)) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        deadline = time.monotonic() + 20
        while "cargando" in (detail := client.get("/readyz").json()["detail"]) and time.monotonic() < deadline:
            time.sleep(0.05)
        response = client.get("/readyz")
        assert response.status_code == 503
        assert "pnme ingest" in detail
        assert response.headers["retry-after"]
        assert client.post("/api/chat", json={"question": "hola"}).status_code == 503
        assert client.get("/api/medidas").status_code == 503
        page = client.get("/")
        assert page.status_code == 200
        assert "todavía no está disponible" in page.text
        answer = client.post("/", data={"question": "¿Qué es el Sello?"})
        assert answer.status_code == 503
        assert "¿Qué es el Sello?</textarea>" in answer.text


def test_ready_says_which_index_serves(client: TestClient) -> None:
    body = client.get("/readyz").json()
    assert body == {"status": "ready", "index": "huella-de-prueba", "documents": 5, "warning": None}
    assert client.head("/healthz").status_code == 200


def test_an_index_that_is_published_later_is_picked_up(settings: Settings, store: FakeStore) -> None:
    tries = []

    def opener(given: Settings) -> FakeAssistant:
        tries.append(given)
        if len(tries) < 3:
            raise IndexError_("no hay ningún índice publicado")
        return FakeAssistant(store)

    service = Service(settings, opener=opener)
    assert not service.ready
    run_until(service, lambda: service.ready)
    assert (len(tries), service.reason) == (3, None)


def test_an_unexpected_failure_to_load_is_told_without_its_details(settings: Settings) -> None:
    def opener(given: Settings) -> FakeAssistant:
        raise ZeroDivisionError("detalle interno")

    service = Service(settings, opener=opener)
    run_until(service, lambda: service.reason is not None and "registro" in service.reason)
    assert "interno" not in str(service.reason)


def test_a_new_index_is_looked_for_while_serving(settings: Settings, assistant: FakeAssistant) -> None:
    run_until(Service(settings, assistant), lambda: assistant.reloads >= 2)


def test_a_damaged_new_index_leaves_the_old_one_serving(settings: Settings, store: FakeStore) -> None:
    class Damaged(FakeAssistant):
        def reload_if_changed(self) -> None:
            raise IndexError_("el índice está dañado")

    service = Service(settings, Damaged(store))
    run_until(service, lambda: service.warning == "el índice está dañado")
    assert service.ready


def test_metrics_count_answers_requests_and_opinions(client: TestClient) -> None:
    client.post("/api/chat", json={"question": "hola"})
    client.post("/api/chat", json={"question": "¿cuántos ayer?"})
    client.post("/api/feedback", json={"message_id": "msg/1", "rating": "up"})
    client.get("/api/medidas/48")
    client.get("/no/hay/tal/pagina")
    text = client.get("/metrics").text
    assert 'pnme_answers_total{abstained="true",mode="deterministic",status="not_found"} 1.0' in text
    assert 'pnme_http_requests_total{method="POST",route="/api/chat",status="200"} 2.0' in text
    assert 'pnme_http_requests_total{method="GET",route="/api/medidas/{numero}",status="200"} 1.0' in text
    assert 'route="otra",status="404"' in text
    assert "/no/hay" not in text
    assert 'pnme_feedback_total{rating="up"} 1.0' in text
    assert "pnme_ready 1.0" in text


def test_the_port_comes_from_the_environment(monkeypatch: object, tmp_path: Path) -> None:
    import pytest

    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setenv("PORT", "8123")
    assert Settings().port == 8123
    monkeypatch.setenv("PNME_PORT", "8124")
    assert Settings().port == 8124
    assert Settings(port=8125, data_dir=tmp_path).port == 8125
