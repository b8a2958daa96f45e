"""The gate: floors that only go up, and what else no change may do."""

from __future__ import annotations

import re

import pytest

from corpus.settings import Settings
from corpus.store import Store
from evals.gate import Floors, FloorsError, check, lowered, parse_floors, raised, write_floors
from evals.matching import Sources
from evals.metrics import Fault, measure
from evals.questions import load_questions, select
from evals.results import Row, RunResult
from evals.run import run
from evals.summary import grouped
from evals.targets import InProcessSpec, without


@pytest.fixture(scope="module")
def result(real_settings: Settings) -> RunResult:
    chosen = select(load_questions(), split="dev", kinds=["medida_field", "figure"])[::12]
    return run(chosen, InProcessSpec(real_settings), workers=1, progress=False)


def _floors(result: RunResult, **others: float) -> Floors:
    """Floors at what a run reached, those of some kinds elsewhere."""
    reached = {group.name: group.accuracy.mean for group in grouped(result.rows, "kind")}
    return Floors(series=_series(result), accuracy=reached | others)


def _series(result: RunResult) -> tuple[str, ...]:
    return tuple(sorted({row.question.series for row in result.rows}))


def _renamed(row: Row, series: str) -> Row:
    """The row, had its question been written with others."""
    number = row.question.id.rpartition("-")[2]
    return row.model_copy(update={"question": row.question.model_copy(update={"id": f"{series}-{number}"})})


def _wrong(row: Row) -> Row:
    return row.model_copy(
        update={"marks": row.marks.model_copy(update={"faults": (Fault(kind="answered", detail=""),)})}
    )


def _told(result: RunResult, rows: tuple[Row, ...], floors: Floors) -> str:
    return "\n".join(check(result.model_copy(update={"rows": rows}), floors))


def test_a_run_at_its_floors_may_land(result: RunResult) -> None:
    assert check(result, _floors(result)) == ()


def test_one_right_answer_less_may_not(result: RunResult) -> None:
    worse = {kind: min(1.0, floor + 1e-4) for kind, floor in _floors(result).accuracy.items()}
    rows = (*map(_wrong, result.rows[:1]), *result.rows[1:])
    assert "bajo el piso" in _told(result, rows, _floors(result))
    assert len(check(result, _floors(result, **worse))) == sum(floor < 1 for floor in worse.values())
    assert "no tiene piso" in "\n".join(check(result, Floors(series=_series(result), accuracy={})))
    assert "chitchat: no se hizo ninguna pregunta" in check(result, _floors(result, chitchat=0.5))


def test_questions_that_are_new_have_no_floor_but_none_of_the_others_may_be_left_out(result: RunResult) -> None:
    floors = _floors(result)
    harder = tuple(_renamed(_wrong(row), "nueva") for row in result.rows)
    assert _told(result, (*result.rows, *harder), floors) == ""
    assert "no se preguntó ninguna de las series" in _told(result, harder, floors)


def test_new_questions_are_taken_in_while_those_from_before_hold_their_floors(result: RunResult) -> None:
    floors = _floors(result)
    harder = tuple(_renamed(_wrong(row), "nueva") for row in result.rows)
    both = raised(floors, result.model_copy(update={"rows": (*result.rows, *harder)}))
    assert both.series == tuple(sorted((*floors.series, "nueva")))
    assert lowered(floors, both) == tuple(floors.accuracy)
    worse = tuple(_wrong(row) for row in result.rows[:1])
    kept = raised(floors, result.model_copy(update={"rows": (*worse, *result.rows[1:], *harder)}))
    assert kept == floors


def _shifted(row: Row, sources: Sources) -> Row:
    """The row, had its answer stated its first figure one too high."""
    shifted = re.sub(r"\*\*(\d+)\*\*", lambda found: f"**{int(found[1]) + 1}**", row.reply.answer, count=1)
    reply = row.reply.model_copy(update={"answer": shifted})
    return row.model_copy(update={"reply": reply, "marks": measure(row.question, reply, sources)})


def test_a_figure_shifted_by_one_is_caught(result: RunResult, real_store: Store) -> None:
    sources = Sources({name: document.text for name, document in real_store.documents.items()})
    rows = tuple(_shifted(row, sources) if row.question.kind == "figure" else row for row in result.rows)
    assert rows != result.rows
    assert "cifras que ninguna cita contiene" in _told(result, rows, _floors(result))


def test_a_quote_that_is_not_verbatim_is_caught(result: RunResult) -> None:
    rows = list(result.rows)
    rows[0] = rows[0].model_copy(update={"marks": rows[0].marks.model_copy(update={"verbatim": False})})
    assert "citas que no son textuales" in _told(result, tuple(rows), _floors(result))


@pytest.mark.slow
def test_an_assistant_without_its_synonyms_is_caught(real_settings: Settings) -> None:
    """A deliberate regression: what the words of users are worth is more than no questions at all."""
    chosen = select(load_questions(), split="dev", kinds=["figure", "definition", "howto", "unanswerable"])[::5]
    less = without(real_settings, "lexicon")
    whole, poorer = (
        run(chosen, InProcessSpec(settings), workers=2, progress=False) for settings in (real_settings, less)
    )
    assert "bajo el piso" in "\n".join(check(poorer, _floors(whole)))


def test_floors_only_go_up_and_leave_a_few_questions_to_spare(result: RunResult) -> None:
    floors = _floors(result, figure=0.99999, medida_field=0.1)
    many = result.model_copy(update={"rows": result.rows * 10})
    higher = raised(floors, many)
    right = sum(row.marks.right for row in many.rows if row.question.kind == "medida_field")
    asked = sum(row.question.kind == "medida_field" for row in many.rows)
    assert higher.accuracy["medida_field"] == pytest.approx((right - max(3, 0.006 * asked)) / asked, abs=1e-4)
    assert higher.accuracy["figure"] == floors.accuracy["figure"]
    assert higher.accuracy["medida_field"] > floors.accuracy["medida_field"]
    assert lowered(floors, higher) == ()
    assert lowered(higher, floors) == ("medida_field",)
    assert lowered(floors, Floors(series=(), accuracy={"figure": 1.0})) == ("medida_field", *floors.series)
    again = parse_floors(write_floors(higher))
    assert again.series == higher.series
    assert again.accuracy == pytest.approx(higher.accuracy, abs=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "series = []\n[accuracy]\nfigure = 1.2",
        "series = []\n[accuracy]\nfigure = 'x'",
        "[accuracy]\nfigure = 1",
        "[[[",
    ],
)
def test_a_table_of_floors_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(FloorsError):
        parse_floors(text)
