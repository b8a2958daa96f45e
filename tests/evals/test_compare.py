"""Two runs compared, their intervals, and the report of a run."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.errors import PnmeError
from evals.compare import compare
from evals.intervals import bootstrap, mcnemar
from evals.metrics import Fault, Marks
from evals.questions import Question
from evals.replies import SeenReply
from evals.report import Report, Rival, histogram, number, percent, render_html, render_markdown, signed
from evals.results import About, Row, RunResult
from evals.summary import summarise


def _run(verdicts: str, fingerprint: str = "f") -> RunResult:
    """A run whose rows are right ("1") or wrong ("0"); every third question belongs to the test split."""
    rows = tuple(
        Row(
            question=Question(
                id=f"q{at}", persona="cosoc", kind="figure", style="formal", turns=(f"¿<b>{at}</b>?",),
                all_of=(("7",),), split="dev" if at % 3 else "test",
            ),
            reply=SeenReply(status="answered", answer="son siete"),
            marks=Marks(faults=() if verdict == "1" else (Fault(kind="missing", detail="no está 7"),)),
            seconds=(0.01,),
        )
        for at, verdict in enumerate(verdicts)
    )  # fmt: skip
    about = About(target="asistente", version="1", fingerprint=fingerprint)
    return RunResult(about=about, created=datetime(2026, 1, 1, tzinfo=UTC), wall=1.0, rows=rows)


def test_a_comparison_names_what_got_better_and_worse() -> None:
    found = compare(_run("0011"), _run("0101"))
    assert [changed.after.question.id for changed in found.better] == ["q1"]
    assert [changed.after.question.id for changed in found.worse] == ["q2"]
    assert (found.right_before, found.right_after, found.gain.mean) == (2, 2, 0.0)
    assert not found.significant


def test_many_changes_one_way_are_significant() -> None:
    assert compare(_run("0" * 10), _run("1" * 10)).significant
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(6, 0) == pytest.approx(2 / 64)


def test_only_shared_questions_are_compared_and_the_rest_is_told() -> None:
    found = compare(_run("11", "antes"), _run("111", "después"))
    assert found.n == 2
    assert "1 preguntas están en una sola" in found.notes[0]
    assert "El índice es otro" in found.notes[-1]
    with pytest.raises(PnmeError):
        compare(_run("1"), _run("1").model_copy(update={"rows": ()}))


def test_an_interval_holds_its_mean_and_has_width_even_where_all_agree() -> None:
    some = bootstrap([1.0] * 80 + [0.0] * 20)
    assert some.low < 0.8 < some.high
    assert bootstrap([1.0] * 80 + [0.0] * 20) == some
    sure = bootstrap([1.0] * 10)
    assert (sure.mean, sure.high) == (1.0, 1.0)
    assert 0.6 < sure.low < 0.8
    assert bootstrap([]).n == 0


def test_the_report_stands_alone_and_escapes_what_it_shows() -> None:
    html = render_html(Report(_run("0110"), reveal_test=True))
    assert "¿&lt;b&gt;0&lt;/b&gt;?" in html
    assert "¿<b>" not in html
    assert "http://" not in html.replace("http://www.w3.org/", "")
    assert "<link" not in html
    assert "src=" not in html


def test_failures_of_the_test_split_are_counted_but_not_shown() -> None:
    report = Report(_run("0000"))
    assert [row.question.id for row in report.failures] == ["q1", "q2"]
    assert report.hidden == 2
    assert "q3" not in render_markdown(report)
    assert len(Report(_run("0000"), reveal_test=True).failures) == 4


def test_the_markdown_tells_rivals_gate_and_accuracy() -> None:
    ours, other = _run("1110"), _run("1000")
    rival = Rival(other, summarise(other.rows), compare(other, ours))
    text = render_markdown(Report(ours, (rival,), gate=("figure: bajo el piso",)))
    assert "75,0 %" in text
    assert "25,0 %" in text
    assert "bajo el piso" in text


def test_numbers_are_written_the_chilean_way() -> None:
    assert (percent(0.6114), number(12345.6, 1), signed(0.034), signed(-0.5)) == ("61,1 %", "12.345,6", "+3,4", "-50,0")


def test_a_histogram_counts_every_value() -> None:
    bars = histogram([1.0, 2.0, 2.0, 50.0], bins=4)
    assert sum(bar.count for bar in bars) == 4
    assert histogram([]) == ()
