"""The page without JavaScript: forms, history, errors, feedback, documents."""

from __future__ import annotations

import re
import tomllib

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient

from web.schemas import ChatReply
from web.turns import Transcripts, Turn
from web.views import HERE


def hidden_id(page: str) -> str:
    found = re.search(r'name="conversation_id" id="conversation_id" value="([^"]*)"', page)
    assert found
    return found[1]


def test_the_page_offers_examples_and_documents(client: TestClient) -> None:
    page = client.get("/").text
    groups = tomllib.loads((HERE / "ejemplos.toml").read_text(encoding="utf-8"))["grupo"]
    assert len(groups) == 4
    for group in groups:
        assert group["quien"] in page
        for question in group["preguntas"]:
            assert question in page
    assert 'href="/documentos/plan"' in page
    assert '<html lang="es-CL">' in page
    assert '<label for="question">' in page


def test_nothing_on_the_page_is_inline_or_from_elsewhere(client: TestClient) -> None:
    answered = client.post("/", data={"question": "¿Qué medidas tiene Trabajo?"}).text
    for page in (client.get("/").text, answered, client.get("/documentos/fichas").text):
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)", page)
        assert not re.search(r'(src|href|action)="(https?:)?//', page)


def test_a_question_from_the_form_is_answered_with_its_sources(client: TestClient) -> None:
    page = client.post("/", data={"question": "¿Qué medidas tiene Trabajo?"}).text
    assert "tiene <strong>2 medidas</strong>" in page
    assert '<a class="marca-cita" href="#fuente-msg-1-1"' in page
    assert 'id="fuente-msg-1-1"' in page
    assert re.search(r'href="/documentos/plan\?desde=\d+&amp;hasta=\d+#cita"', page)
    assert "Qué entendí:</strong> lista de medidas" in page
    assert 'name="question" value="¿Y para cuándo?"' in page
    assert "/api/medidas?formato=ics&amp;numeros=6,7" in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_question_in_the_address_is_answered(client: TestClient, assistant: FakeAssistant) -> None:
    page = client.get("/", params={"q": "hola"}).text
    assert "Puedo responder" in page
    assert assistant.asked == [("hola", None)]


def test_the_history_comes_back_by_the_hidden_id(client: TestClient, assistant: FakeAssistant) -> None:
    first = client.post("/", data={"question": "hola", "conversation_id": ""}).text
    second = client.post("/", data={"question": "¿y ayer?", "conversation_id": hidden_id(first)}).text
    assert hidden_id(second) == hidden_id(first) == "conv-1"
    assert second.index("Puedo responder") < second.index("no traen esa cifra")
    assert second.count('<article class="turno estado-') == 2
    assert assistant.asked[1] == ("¿y ayer?", "conv-1")


def test_an_abstention_looks_like_one(client: TestClient) -> None:
    page = client.post("/", data={"question": "¿y ayer?"}).text
    assert 'class="turno estado-not_found abstencion"' in page
    assert "No está en los documentos" in page


@pytest.mark.parametrize(("question", "status"), [("", 422), ("   ", 422), ("a" * 1001, 422)])
def test_an_error_keeps_what_was_typed(client: TestClient, question: str, status: int) -> None:
    response = client.post("/", data={"question": question})
    assert response.status_code == status
    assert f">{question}</textarea>" in response.text
    assert 'role="alert"' in response.text


def test_an_unexpected_error_keeps_what_was_typed_too(client: TestClient, assistant: FakeAssistant) -> None:
    before = client.post("/", data={"question": "hola"}).text
    assistant.error = RuntimeError("interno")
    response = client.post("/", data={"question": "<b>¿Y ahora?</b>", "conversation_id": hidden_id(before)})
    assert response.status_code == 500
    assert "&lt;b&gt;¿Y ahora?&lt;/b&gt;</textarea>" in response.text
    assert "Puedo responder" in response.text  # the conversation is still there
    assert "interno" not in response.text.replace("Error interno", "")


def test_a_form_of_another_shape_is_no_accident(client: TestClient) -> None:
    assert client.post("/", content=b"\xff\xfe", headers={"Content-Type": "text/plain"}).status_code == 422
    assert client.post("/", files={"question": ("x.txt", b"hola")}).status_code == 400
    broken = client.post("/", content=b"--", headers={"Content-Type": "multipart/form-data"})
    assert broken.status_code == 400


def test_an_opinion_by_form(client: TestClient, assistant: FakeAssistant) -> None:
    response = client.post("/opinion", data={"message_id": "msg/1", "rating": "down"})
    assert "Gracias por su opinión" in response.text
    assert assistant.opinions == [("msg/1", "down", None)]
    assert client.post("/opinion", data={"message_id": "msg/1", "rating": "x"}).status_code == 422


def test_the_list_of_documents(client: TestClient) -> None:
    page = client.get("/documentos").text
    assert page.count('<li>\n        <svg class="icono icono-documento"') == 5
    assert "32.642 caracteres" in page


def test_static_files_asked_for_by_content_are_cached_for_good(client: TestClient) -> None:
    found = re.search(r'href="(/static/app\.css\?v=\w+)"', client.get("/").text)
    assert found
    assert "immutable" in client.get(found[1]).headers["cache-control"]
    assert client.get("/static/app.css").headers["cache-control"] == "no-cache"


def turn(conversation: str, number: int) -> Turn:
    reply = ChatReply(
        conversation_id=conversation,
        message_id=str(number),
        status="greeting",
        abstained=False,
        answer="hola",
        citations=[],
        medidas=[],
        figures=[],
        understood="",
        follow_ups=[],
        mode="deterministic",
        elapsed_ms=1,
    )
    return Turn.of(f"pregunta {number}", reply)


def test_transcripts_keep_the_latest_and_forget_in_time() -> None:
    now = [0.0]
    kept = Transcripts(conversations=2, turns=2, seconds=100, clock=lambda: now[0])
    for number in range(3):
        kept.add(turn("a", number))
    assert [t.reply.message_id for t in kept.of("a")] == ["1", "2"]
    kept.add(turn("b", 1))
    kept.add(turn("a", 3))
    kept.add(turn("c", 1))
    assert kept.of("b") == ()
    assert len(kept.of("a")) == 2
    now[0] = 101
    assert kept.of("a") == kept.of("c") == kept.of(None) == ()
