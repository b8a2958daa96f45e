"""Retrieval measured on a file in SQuAD format, and the baselines beside the assistant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import PnmeError
from corpus.store import Store
from evals.baselines import Bm25Target, PlainBm25, chunks
from evals.squad import measure_squad, read_squad

PARAGRAPHS = {
    "El faro de Punta Ángeles se encendió en 1837 y guía a los barcos que entran a la bahía de Valparaíso.": "¿En qué año se encendió el faro?",
    "La quinua se cultiva en el altiplano desde hace siete mil años; resiste las heladas y la sequía.": "¿Qué resiste la quinua?",
    "El telescopio reúne la luz de cuatro espejos de ocho metros en el desierto de Atacama.": "¿Cuántos espejos tiene el telescopio?",
}


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    paragraphs = [
        {"context": text, "qas": [{"id": str(at), "question": asked}, {"id": f"x{at}", "question": "¿Y?", "is_impossible": True}]}
        for at, (text, asked) in enumerate(PARAGRAPHS.items())
    ]  # fmt: skip
    file = tmp_path / "propio.json"
    file.write_text(json.dumps({"version": "2.0", "data": [{"title": "t", "paragraphs": paragraphs}]}), "utf-8")
    return file


def test_questions_without_an_answer_are_left_out(squad: Path) -> None:
    paragraphs, asked = read_squad(squad)
    assert len(paragraphs) == len(asked) == 3


def test_every_search_is_measured_on_the_paragraphs(squad: Path) -> None:
    found = measure_squad(squad)
    assert [scores.name for scores in found.scores] == ["BM25", "léxica", "asistente"]
    assert all(scores.recall[1] == scores.mrr == 1.0 for scores in found.scores)


@pytest.mark.parametrize("text", ["{", '{"data": [{"paragraphs": [{"context": "a"}]}]}', '{"data": []}'])
def test_a_file_in_another_format_is_an_error(tmp_path: Path, text: str) -> None:
    file = tmp_path / "otro.json"
    file.write_text(text, "utf-8")
    with pytest.raises(PnmeError):
        read_squad(file)


def test_plain_bm25_finds_by_words_as_they_are_written() -> None:
    index = PlainBm25(["uno dos", "tres cuatro", "cinco"])
    assert index.search("TRES", 2) == [1]
    assert index.search("¿?", 2) == []


def test_chunks_are_the_documents_own_text_in_the_usual_size(real_store: Store) -> None:
    documents = tuple(real_store.documents.values())
    texts = {document.id: document.text for document in documents}
    for chunk in chunks(documents):
        assert len(chunk.text) <= 1000
        assert texts[chunk.document][chunk.start : chunk.start + len(chunk.text)] == chunk.text


def test_the_bm25_baseline_cites_what_it_answers_and_keeps_the_conversation(real_store: Store) -> None:
    target = Bm25Target(tuple(real_store.documents.values()))
    reply = target.ask("operativos de empadronamiento biométrico", None)
    assert len(reply.citations) == 4
    assert reply.citations[0].quote in reply.answer
    again = target.ask("¿y en 2024?", reply.conversation_id)
    assert any("mpadronamiento" in (citation.quote or "") for citation in again.citations)
