"""The verdict on a reply, as the reference scorer gives it, and the other marks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from evals.matching import Sources, comparable
from evals.metrics import judge, measure
from evals.questions import Question, load_questions
from evals.replies import SeenCitation, SeenReply

VERDICTS = Path(__file__).parent / "data" / "veredictos.jsonl"


def test_200_replies_get_the_verdict_of_the_reference_scorer(real_store: Store) -> None:
    """Each line holds a reply, half of them damaged in some way, and what the reference scorer said of it."""
    sources = Sources({name: document.text for name, document in real_store.documents.items()})
    questions = {question.id: question for question in load_questions()}
    lines: list[dict[str, Any]] = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 200
    assert 50 < sum(line["right"] for line in lines) < 150
    differing = []
    for line in lines:
        faults = judge(questions[line["question"]], SeenReply.model_validate(line["reply"]), sources)
        if (not faults, bool(faults)) != (line["right"], line["faults"] > 0):
            differing.append((line["question"], line["changed"], faults))
    assert not differing


TEXT = "En 2024 se atendieron 1.234 personas en Ñuñoa.\nEl plazo es el 31 de diciembre de 2025."
SOURCES = Sources({"doc": TEXT})


def _question(**gold: object) -> Question:
    base: dict[str, object] = {"id": "q", "persona": "cosoc", "kind": "figure", "style": "formal", "turns": ("¿?",)}
    return Question.model_validate(base | gold)


def _reply(answer: str, start: int = 0, end: int = 46, **changed: object) -> SeenReply:
    citation = SeenCitation(document_id="doc", start=start, end=end, quote=TEXT[start:end])
    return SeenReply.model_validate({"answer": answer, "citations": (citation,), "status": "answered"} | changed)


def _kinds(question: Question, reply: SeenReply) -> list[str]:
    return [fault.kind for fault in judge(question, reply, SOURCES)]


def test_texts_are_compared_without_case_accents_marks_and_thousands_points() -> None:
    assert comparable("**Ñuñoa** [2]: 1.234 | x") == "nunoa : 1234 x"
    gold = _question(all_of=[["1234 PERSONAS"]], evidence=["1.234 personas en nunoa"])
    assert _kinds(gold, _reply("Fueron **1.234** personas [1].")) == []
    assert _kinds(gold, _reply("Fueron 12.345 personas [1].")) == ["missing"]


def test_a_lead_must_come_early() -> None:
    gold = _question(all_of=[["1234"]], lead=True)
    assert _kinds(gold, _reply("1.234" + " y más" * 100)) == []
    assert _kinds(gold, _reply("Y más. " * 100 + "1.234")) == ["missing"]


def test_a_citation_covers_half_of_the_evidence_or_lies_half_inside_it() -> None:
    gold = _question(evidence=["El plazo es el 31 de diciembre de 2025"])
    at = TEXT.index("El plazo")
    assert _kinds(gold, _reply("x", at, at + 20)) == []
    assert _kinds(gold, _reply("x", 0, len(TEXT))) == []
    assert _kinds(gold, _reply("x", 0, at + 5)) == ["evidence"]


def test_an_abstention_is_right_only_where_it_is_due() -> None:
    assert _kinds(_question(abstain=True), _reply("No está.", abstained=True)) == []
    assert _kinds(_question(abstain=True), _reply("Son 7.")) == ["answered"]
    assert _kinds(_question(all_of=[["7"]]), _reply("No está.", abstained=True)) == ["abstained"]


@pytest.mark.parametrize(("reported", "faults"), [((3, 4), []), ((3,), ["medidas"]), ((3, 4, 5), ["medidas"])])
def test_the_set_of_medidas_is_exact(reported: tuple[int, ...], faults: list[str]) -> None:
    assert _kinds(_question(medidas=[4, 3]), _reply("x", medidas=reported)) == faults


def test_a_quote_that_is_not_the_source_is_a_fault_and_no_reply_is_one_too() -> None:
    reply = _reply("1.234")
    moved = reply.model_copy(update={"citations": (reply.citations[0].model_copy(update={"start": 1}),)})
    assert _kinds(_question(all_of=[["1234"]]), moved) == ["quote"]
    assert _kinds(_question(all_of=[["1234"]]), SeenReply(error="HTTP 500")) == ["error"]


def test_a_figure_that_no_citation_holds_is_told() -> None:
    gold = _question(all_of=[["1234"]])
    assert measure(gold, _reply("Son 1.234 personas en 2024 [1]."), SOURCES).unsupported == ()
    assert measure(gold, _reply("Son 1.235 personas en 2024 [1]."), SOURCES).unsupported == ("1.235",)


def test_a_figure_is_exact_as_a_whole_number_only() -> None:
    gold = _question(all_of=[["29"]])
    assert measure(gold, _reply("Son 29 medidas."), SOURCES).figures_exact == 1
    assert measure(gold, _reply("Son 2.029 medidas."), SOURCES).figures_exact == 0
