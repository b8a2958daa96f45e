"""Puts questions to a target, each in a conversation of its own, and marks the replies: parallel, with progress."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from evals.matching import Sources
from evals.metrics import measure
from evals.questions import Question
from evals.replies import SeenReply
from evals.results import Row, RunResult
from evals.targets import Target, TargetSpec
from evals.variants import VARIANT_NAMES, Variant, disturbed

Clock = Callable[[], float]


@dataclass(frozen=True)
class Exchange:
    """A conversation that was held: the question as it was put, its last reply, and the seconds of every turn."""

    question: Question
    reply: SeenReply
    seconds: tuple[float, ...]


def converse(target: Target, question: Question, clock: Clock = time.perf_counter) -> Exchange:
    """Put every turn of a question, in a new conversation. Stops at a turn that has no reply."""
    conversation_id: str | None = None
    reply = SeenReply(error="sin turnos")
    seconds = []
    for turn in question.turns:
        start = clock()
        reply = target.ask(turn, conversation_id)
        seconds.append(clock() - start)
        if reply.error is not None:
            break
        conversation_id = reply.conversation_id or conversation_id
    return Exchange(question, reply, tuple(seconds))


_process_target: Target | None = None
"""The target of a worker process, opened once by :func:`_open_in_process`."""


def _open_in_process(spec: TargetSpec) -> None:
    global _process_target
    _process_target = spec.open()


def _converse_in_process(question: Question) -> Exchange:
    assert _process_target is not None
    return converse(_process_target, question)


def _exchanges(questions: Sequence[Question], spec: TargetSpec, target: Target, workers: int) -> Iterator[Exchange]:
    """Hold all conversations, in any order."""
    if workers == 1 or spec.parallel == "none":
        yield from (converse(target, question) for question in questions)
        return
    pool: Executor
    hold: Callable[[Question], Exchange]
    if spec.parallel == "threads":
        pool, hold = ThreadPoolExecutor(workers), partial(converse, target)
    else:
        context = multiprocessing.get_context("spawn")
        pool, hold = ProcessPoolExecutor(workers, context, _open_in_process, (spec,)), _converse_in_process
    try:
        for done in as_completed([pool.submit(hold, question) for question in questions]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def run(
    questions: Sequence[Question],
    spec: TargetSpec,
    *,
    variant: Variant = Variant.NONE,
    seed: int = 0,
    workers: int = 2,
    progress: bool = True,
) -> RunResult:
    """The result of putting the questions to a target; rows in the order of the questions. Raises PnmeError."""
    from tqdm import tqdm

    began = time.perf_counter()
    target = spec.open()
    try:
        about, sources = target.about(), Sources(target.texts())
        asked = [disturbed(question, variant, seed) for question in questions]
        rows: dict[str, Row] = {}
        with tqdm(total=len(asked), desc=about.target, unit="pregunta", disable=None if progress else True) as bar:
            for exchange in _exchanges(asked, spec, target, workers):
                marks = measure(exchange.question, exchange.reply, sources, target.today())
                rows[exchange.question.id] = Row(
                    question=exchange.question, reply=exchange.reply, marks=marks, seconds=exchange.seconds
                )
                bar.update()
    finally:
        target.close()
    return RunResult(
        about=about,
        created=datetime.now(UTC),
        variant=VARIANT_NAMES[variant],
        workers=workers,
        wall=time.perf_counter() - began,
        rows=tuple(rows[question.id] for question in questions),
    )
