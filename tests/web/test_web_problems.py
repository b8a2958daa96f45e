"""Every error is a problem in Spanish with the right status."""

from __future__ import annotations

import asyncio
import json
import logging

import httpx
import pytest
from fake_assistant import FakeAssistant
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.errors import IndexError_
from web.guard import BodyLimit
from web.problems import Problem

JSON = {"Content-Type": "application/json"}


def problem(response: httpx.Response, status: int) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["type"] == "about:blank"
    assert body["title"]
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    "content", [b"", b"{", b"hola", b'{"question": }', b"\xff\xfe", b"[" * 30_000, b'{"question": "a"} x']
)
def test_no_json_is_400(client: TestClient, content: bytes) -> None:
    assert "JSON" in problem(client.post("/api/chat", content=content, headers=JSON), 400)["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_another_content_type_is_415(client: TestClient, kind: str) -> None:
    response = client.post("/api/chat", content=b'{"question": "hola"}', headers={"Content-Type": kind})
    problem(response, 415)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": None}, "question"),
        ({"question": 5}, "question"),
        ({"question": "a", "conversation_id": 7}, "conversation_id"),
        ({"question": "a", "conversation_id": "x" * 201}, "conversation_id"),
        ([], "cuerpo"),
        ("hola", "cuerpo"),
    ],
)
def test_bad_data_is_422_and_names_the_field(client: TestClient, body: object, field: str) -> None:
    found = problem(client.post("/api/chat", json=body), 422)
    assert [error["field"] for error in found["errors"]] == [field]
    assert not any(word in found["detail"] for word in ("Input", "should", "valid string", "required"))


def test_half_a_surrogate_is_422(client: TestClient) -> None:
    problem(client.post("/api/chat", content=b'{"question": "\\ud800"}', headers=JSON), 422)


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "\x00\x01"])
def test_an_empty_question_is_422(client: TestClient, question: str) -> None:
    assert "vacía" in problem(client.post("/api/chat", json={"question": question}), 422)["detail"]


def test_a_long_question_is_422_and_says_the_limit(client: TestClient) -> None:
    detail = problem(client.post("/api/chat", json={"question": "a" * 1001}), 422)["detail"]
    assert "1001" in detail
    assert "1000" in detail


def test_a_large_body_is_413(client: TestClient) -> None:
    assert "64 KiB" in problem(client.post("/api/chat", json={"question": "a" * 70_000}), 413)["detail"]


def test_a_large_body_without_declared_length_is_413(client: TestClient) -> None:
    chunks = (b"a" * 10_000 for _ in range(10))
    problem(client.post("/api/chat", content=chunks, headers=JSON), 413)


def test_a_body_that_does_not_arrive_is_408() -> None:
    async def never() -> dict:
        await asyncio.sleep(5)
        return {}

    async def call() -> None:
        await BodyLimit(app=None, max_bytes=10, seconds=0.01)(  # type: ignore[arg-type]
            {"type": "http", "method": "POST", "headers": []},
            never,
            None,  # type: ignore[arg-type]
        )

    with pytest.raises(Problem) as raised:
        asyncio.run(call())
    assert raised.value.status == 408


@pytest.mark.parametrize("path", ["/api/nada", "/api/documentos/otro/texto", "/api/medidas/99", "/nada", "/static/x"])
def test_what_does_not_exist_is_404(client: TestClient, path: str) -> None:
    problem(client.get(path), 404)


def test_an_unknown_document_names_those_that_exist(client: TestClient) -> None:
    detail = problem(client.get("/api/documentos/otro/texto"), 404)["detail"]
    assert "plan, cuenta, guia, gobernanza, fichas" in detail


def test_an_unknown_message_is_404(client: TestClient) -> None:
    problem(client.post("/api/feedback", json={"message_id": "otro", "rating": "up"}), 404)


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/chat"), ("DELETE", "/api/medidas"), ("PUT", "/")])
def test_another_method_is_405_and_says_which_are_allowed(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    problem(response, 405)
    assert response.headers["allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/medidas?eje=uno",
        "/api/medidas?eje=-1",
        "/api/medidas?eje=99999999999999999999999",
        "/api/medidas?plazo_desde=ayer",
        "/api/medidas?plazo_desde=2024-02-31",
        "/api/medidas?plazo_desde=2025-01-01&plazo_hasta=2024-01-01",
        "/api/medidas?formato=pdf",
        "/api/medidas?numeros=1,dos",
        "/api/medidas?numeros=²",
        "/api/medidas/uno",
        "/api/cifras?limite=0",
        "/api/cifras?limite=5000",
        "/documentos/plan?desde=5&hasta=3",
        "/documentos/plan?desde=5",
        "/documentos/plan?desde=0&hasta=99999999",
        "/documentos/plan?desde=-5&hasta=9",
        "/documentos/plan?desde=a&hasta=b",
    ],
)
def test_a_bad_query_is_422(client: TestClient, path: str) -> None:
    detail = problem(client.get(path), 422)["detail"]
    assert not any(word in detail for word in ("Input", "should", "valid integer"))


@pytest.mark.parametrize(
    "body", [{"message_id": "msg/1", "rating": "quizás"}, {"rating": "up"}, {"message_id": "", "rating": "up"}]
)
def test_bad_feedback_is_422(client: TestClient, body: dict) -> None:
    problem(client.post("/api/feedback", json=body), 422)


def test_the_unexpected_is_500_without_details_but_logged(
    client: TestClient, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.error = RuntimeError("clave secreta")
    with caplog.at_level(logging.ERROR):
        response = client.post("/api/chat", json={"question": "hola"})
    assert "secreta" not in json.dumps(problem(response, 500))
    assert "clave secreta" in caplog.text
    assert response.headers["content-security-policy"]


def test_a_damaged_index_is_503(client: TestClient, assistant: FakeAssistant) -> None:
    assistant.error = IndexError_("el índice está dañado")
    assert "dañado" in problem(client.post("/api/chat", json={"question": "hola"}), 503)["detail"]


def test_a_person_gets_errors_as_a_page(client: TestClient) -> None:
    for path, status in (("/nada", 404), ("/documentos/otro", 404), ("/documentos/plan?desde=9&hasta=1", 422)):
        response = client.get(path, headers={"Accept": "text/html"})
        assert response.status_code == status
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert f"Error {status}" in response.text


def test_an_error_page_escapes_what_was_asked_for(client: TestClient) -> None:
    page = client.get("/documentos/<script>alert(1)</script>", headers={"Accept": "text/html"}).text
    assert "<script>alert" not in page


def test_every_reply_has_the_security_headers(client: TestClient, app: FastAPI) -> None:
    for path in ("/", "/api/documentos", "/documentos/plan", "/nada", "/static/app.css", "/healthz"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
