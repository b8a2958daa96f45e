"""The project's own questions: how many there are of each sort, and that their gold answers stand in the documents."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from corpus.store import Store
from evals.matching import Sources, comparable
from evals.questions import Persona, Question, QuestionError, QuestionKind, Style, load_questions, select


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    return load_questions()


@pytest.fixture(scope="module")
def sources(real_store: Store) -> Sources:
    return Sources({name: document.text for name, document in real_store.documents.items()})


def test_there_are_enough_questions_of_every_sort(questions: list[Question]) -> None:
    kinds = Counter(question.kind for question in questions)
    assert len(questions) >= 500
    assert sum(len(question.turns) > 1 for question in questions) >= 60
    assert sum(question.abstain for question in questions) >= 80
    assert kinds["injection"] >= 40
    assert kinds["conflict"] >= 30


@pytest.mark.parametrize(("field", "values"), [("kind", QuestionKind), ("persona", Persona), ("style", Style)])
def test_every_kind_persona_and_style_is_asked_in_both_splits(
    questions: list[Question], field: str, values: object
) -> None:
    for split in ("dev", "test"):
        asked = {getattr(question, field) for question in select(questions, split=split)}
        assert asked == set(get_args(values)), split


def test_every_evidence_text_is_verbatim_in_a_document_that_must_be_cited(
    questions: list[Question], sources: Sources
) -> None:
    for question in questions:
        for snippet in question.evidence:
            found = sources.anywhere(snippet)
            assert found, (question.id, snippet)
            assert not question.sources or found.keys() & set(question.sources), (question.id, snippet)


def test_no_question_is_asked_in_both_splits(questions: list[Question]) -> None:
    asked = {
        split: {comparable(" ".join(question.turns)) for question in select(questions, split=split)}
        for split in ("dev", "test")
    }
    assert not asked["dev"] & asked["test"]


def test_filters_select_together(questions: list[Question]) -> None:
    found = select(questions, split="dev", kinds=["figure"], personas=["cosoc"])
    assert found
    assert {(question.split, question.kind, question.persona) for question in found} == {("dev", "figure", "cosoc")}


def _line(**changed: object) -> str:
    question = {"id": "x-1", "persona": "cosoc", "kind": "figure", "style": "formal", "turns": ["¿Cuántas?"]}
    return json.dumps(question | {"all_of": [["7"]]} | changed, ensure_ascii=False)


@pytest.mark.parametrize(
    "line", ["{", _line(kind="adivinanza"), _line(turns=[]), _line(abstain=True), _line(all_of=[], lead=True)]
)
def test_a_bad_line_is_reported_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "dev-malo.jsonl"
    file.write_text(f"{_line()}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(QuestionError, match=r"dev-malo\.jsonl, línea 3"):
        load_questions([file])


def test_an_id_that_comes_twice_is_reported(tmp_path: Path) -> None:
    files = [tmp_path / "dev-uno.jsonl", tmp_path / "test-dos.jsonl"]
    for file in files:
        file.write_text(_line(), encoding="utf-8")
    with pytest.raises(QuestionError, match="x-1"):
        load_questions(files)
