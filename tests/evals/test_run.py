"""The runner: conversations, variants, what is saved; on the real assistant and on a target that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from corpus.settings import Settings
from evals.questions import Question, load_questions, select
from evals.replies import SeenReply
from evals.results import About, ResultError, RunResult
from evals.run import converse, run
from evals.summary import judgements, summarise
from evals.targets import InProcessSpec, Parallel
from evals.variants import Variant, disturbed

ASKED = 24


@dataclass
class Scripted:
    """A target that answers by a script; "!" has no reply."""

    heard: list[tuple[str, str | None]] = field(default_factory=list)

    def ask(self, question: str, conversation_id: str | None) -> SeenReply:
        self.heard.append((question, conversation_id))
        return SeenReply(error="caído") if question == "!" else SeenReply(conversation_id="c1", answer=question)

    def texts(self) -> dict[str, str]:
        return {}

    def about(self) -> About:
        return About(target="guion")

    def today(self) -> date:
        return date(2026, 1, 1)

    def close(self) -> None:
        pass


def _question(*turns: str) -> Question:
    return Question(
        id="q", persona="cosoc", kind="figure", style="formal", turns=turns, all_of=(("7",),), evidence=("a", "b")
    )


def test_the_turns_of_a_question_share_one_conversation_and_stop_at_an_error() -> None:
    target = Scripted()
    clock: Iterator[float] = iter([0.0, 1.0, 5.0, 7.0])
    held = converse(target, _question("uno", "dos"), clock=lambda: next(clock))
    assert target.heard == [("uno", None), ("dos", "c1")]
    assert held.seconds == (1.0, 2.0)
    assert converse(target, _question("!", "tres")).reply.error == "caído"
    assert target.heard[-1] == ("!", None)


@pytest.fixture(scope="module")
def result(real_settings: Settings) -> RunResult:
    chosen = select(load_questions(), split="dev")[::20][:ASKED]
    return run(chosen, InProcessSpec(real_settings), workers=1, progress=False)


def test_a_run_tells_what_gave_it_and_can_be_read_again(result: RunResult, tmp_path: Path) -> None:
    assert len(result.rows) == ASKED
    assert result.about.fingerprint
    assert result.about.settings["dense"] == "False"
    result.save(tmp_path / "resultado.json")
    assert RunResult.load(tmp_path / "resultado.json") == result
    (tmp_path / "otro.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ResultError):
        RunResult.load(tmp_path / "otro.json")


@pytest.mark.slow
def test_two_processes_give_the_same_replies_as_one(result: RunResult, real_settings: Settings) -> None:
    chosen = [row.question for row in result.rows]
    again = run(chosen, InProcessSpec(real_settings), workers=2, progress=False)
    assert [row.reply.answer for row in again.rows] == [row.reply.answer for row in result.rows]


def test_the_sum_of_a_run_counts_its_rows(result: RunResult) -> None:
    summary = summarise(result.rows)
    assert summary.right == sum(row.marks.right for row in result.rows)
    assert summary.accuracy.low <= summary.accuracy.mean <= summary.accuracy.high
    assert sum(group.accuracy.n for group in summary.groups["kind"]) == ASKED
    assert summary.not_verbatim == summary.errors == 0
    assert summary.figures.unsupported == 0
    assert 0 < summary.lengths.p50 <= summary.lengths.p95


def test_retrieval_counts_each_evidence_once(result: RunResult) -> None:
    row = next(row for row in result.rows if row.question.evidence and row.marks.support)
    told = row.model_copy(
        update={
            "question": _question("x"),
            "marks": row.marks.model_copy(update={"support": ((), (1,), (1,))}),
        }
    )
    relevant, found = judgements(told)
    assert relevant == {"cita-0001": 1, "falta-0000": 1}
    assert found == {"cita-0000": 0.0, "cita-0001": -1.0, "cita-0002": -2.0}


def test_a_typo_changes_one_word_of_the_last_turn_the_same_way_each_time() -> None:
    question = _question("Primera", "¿Cuántas solicitudes hubo en 2024?")
    slipped = disturbed(question, Variant.TYPO, seed=3)
    assert slipped == disturbed(question, Variant.TYPO, seed=3)
    assert slipped.turns[0] == "Primera"
    before, after = question.turns[1].split(), slipped.turns[1].split()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert "2024?" in after


def test_the_plain_variant_has_neither_accents_nor_capitals() -> None:
    assert disturbed(_question("¿Qué Años?"), Variant.PLAIN).turns == ("¿que anos?",)


@dataclass(frozen=True)
class ScriptedSpec:
    parallel: Parallel = "threads"

    def open(self) -> Scripted:
        return Scripted()


def test_an_error_of_the_target_is_a_wrong_row_and_does_not_stop_the_run() -> None:
    one, other = _question("!"), _question("7").model_copy(update={"id": "r"})
    rows = run([one, other], ScriptedSpec(), workers=2, progress=False).rows
    assert [row.question.id for row in rows] == ["q", "r"]
    assert rows[0].marks.faults[0].kind == "error"
    assert rows[0].seconds
