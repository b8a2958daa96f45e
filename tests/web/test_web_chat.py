"""POST /api/chat: the reply's contract, as JSON and as events."""

from __future__ import annotations

import json
import threading

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient
from sse_starlette import ServerSentEvent

from corpus.errors import IndexError_
from web import api

FIELDS = {
    "conversation_id",
    "message_id",
    "status",
    "abstained",
    "answer",
    "citations",
    "medidas",
    "figures",
    "understood",
    "follow_ups",
    "mode",
    "elapsed_ms",
}
EVENTS = {"Accept": "text/event-stream"}


def ask(client: TestClient, question: str, **more: object) -> dict:
    response = client.post("/api/chat", json={"question": question, **more})
    assert response.status_code == 200, response.text
    return response.json()


def events(text: str) -> list[tuple[str, dict]]:
    found = []
    for block in text.replace("\r\n", "\n").strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if line and not line.startswith(":"))
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_a_reply_has_all_fields_of_the_contract(client: TestClient) -> None:
    reply = ask(client, "¿Qué medidas tiene Trabajo?")
    assert set(reply) == FIELDS
    assert (reply["status"], reply["abstained"], reply["mode"]) == ("answered", False, "deterministic")
    assert reply["medidas"] == [6, 7]
    assert reply["elapsed_ms"] == 12.35


def test_each_quote_is_the_text_at_its_offsets(client: TestClient) -> None:
    for citation in ask(client, "¿Qué dicen las fichas?")["citations"]:
        text = client.get(f"/api/documentos/{citation['document_id']}/texto").text
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert citation["document_title"]
        assert isinstance(citation["section"], list)


def test_a_citation_opens_on_the_source_page(client: TestClient) -> None:
    citation = ask(client, "¿Qué medidas tiene Trabajo?")["citations"][0]
    assert citation["url"] == f"/documentos/plan?desde={citation['start']}&hasta={citation['end']}#cita"
    assert '<mark id="cita"' in client.get(citation["url"]).text


def test_a_figure_names_its_citation_and_its_operands(client: TestClient) -> None:
    figure = ask(client, "¿Qué medidas tiene Trabajo?")["figures"][0]
    assert (figure["value"], figure["marker"], figure["computed"]) == (2, 1, True)
    assert figure["operands"] == [1, 1.5]


def test_the_conversation_goes_on_with_its_id(client: TestClient, assistant: FakeAssistant) -> None:
    first = ask(client, "hola")
    ask(client, "¿y para cuándo?", conversation_id=first["conversation_id"])
    assert assistant.asked == [("hola", None), ("¿y para cuándo?", first["conversation_id"])]


@pytest.mark.parametrize("value", [None, ""])
def test_no_conversation_id_begins_a_conversation(client: TestClient, assistant: FakeAssistant, value: object) -> None:
    ask(client, "hola", conversation_id=value)
    assert assistant.asked == [("hola", None)]


def test_a_question_is_trimmed_and_loses_control_characters(client: TestClient, assistant: FakeAssistant) -> None:
    ask(client, "  hola\x00 \x1b[31m\n  qué tal \t")
    assert assistant.asked[0][0] == "hola   [31m\n  qué tal"


def test_the_longest_question_counts_code_points(client: TestClient) -> None:
    assert client.post("/api/chat", json={"question": " " + "😀" * 1000 + " "}).status_code == 200
    assert client.post("/api/chat", json={"question": "😀" * 1001}).status_code == 422


def test_an_answer_is_not_stored_by_anyone_between(client: TestClient) -> None:
    response = client.post("/api/chat", json={"question": "hola"})
    assert response.headers["cache-control"] == "no-store"


def test_events_are_the_answer_in_pieces_and_then_the_whole_reply(client: TestClient) -> None:
    response = client.post("/api/chat", json={"question": "¿Qué medidas tiene Trabajo?"}, headers=EVENTS)
    assert response.headers["content-type"].startswith("text/event-stream")
    *deltas, (last, done) = events(response.text)
    assert last == "done"
    assert set(done) == FIELDS | {"answer_html", "turn_html"}
    assert {name for name, _ in deltas} == {"delta"}
    assert "".join(data["text"] for _, data in deltas) == done["answer"]
    assert all(len(data["text"]) < 60 for _, data in deltas)
    assert "<script>" not in done["turn_html"]


def test_pieces_join_to_the_text_whatever_its_spaces() -> None:
    for text in ("", "una", "  dos  palabras \n\n- y una lista\n", "x" * 100, "a\u2028b  "):
        assert "".join(api.pieces(text)) == text


def test_a_comment_goes_out_while_the_answer_is_awaited(
    client: TestClient, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert api.PING_SECONDS == 15
    gate = assistant.gate = threading.Event()

    def answered_after() -> ServerSentEvent:
        gate.set()
        return in_course()

    in_course = api.in_course
    monkeypatch.setattr(api, "PING_SECONDS", 0.05)
    monkeypatch.setattr(api, "in_course", answered_after)
    text = client.post("/api/chat", json={"question": "hola"}, headers=EVENTS).text
    assert text.startswith(": en curso")
    assert text.count("event: done") == 1


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("secreto interno"), 500), (IndexError_("el índice está dañado"), 503)]
)
def test_a_failure_is_an_error_event_with_a_problem(
    client: TestClient, assistant: FakeAssistant, error: Exception, status: int
) -> None:
    assistant.error = error
    [(name, problem)] = events(client.post("/api/chat", json={"question": "hola"}, headers=EVENTS).text)
    assert (name, problem["status"]) == ("error", status)
    assert "secreto" not in problem["detail"]


def test_a_bad_request_is_a_problem_before_any_event(client: TestClient) -> None:
    response = client.post("/api/chat", json={"question": " "}, headers=EVENTS)
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_feedback_is_kept(client: TestClient, assistant: FakeAssistant) -> None:
    body = {"message_id": "msg/1", "rating": "down", "comment": "  faltó una  "}
    assert client.post("/api/feedback", json=body).status_code == 204
    assert client.post("/api/feedback", json={"message_id": "msg/1", "rating": "up"}).status_code == 204
    assert assistant.opinions == [("msg/1", "down", "faltó una"), ("msg/1", "up", None)]


def test_links_are_whole_addresses_where_the_installation_has_one(settings: object, assistant: FakeAssistant) -> None:
    from corpus.settings import Settings
    from web.app import create_app

    assert isinstance(settings, Settings)
    app = create_app(settings.model_copy(update={"base_url": "https://pnme.example/"}), assistant)
    with TestClient(app) as client:
        url = ask(client, "¿Qué medidas tiene Trabajo?")["citations"][0]["url"]
        assert url.startswith("https://pnme.example/documentos/plan?desde=")
        assert client.get("/api/documentos").json()[0]["url"] == "https://pnme.example/documentos/plan"
