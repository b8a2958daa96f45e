"""What a change did: two runs over the same questions, paired, with an exact test."""

from __future__ import annotations

from corpus.errors import PnmeError
from corpus.records import Value
from evals.intervals import Interval, difference, mcnemar
from evals.questions import Question
from evals.results import About, Row, RunResult

SIGNIFICANT = 0.05


class Changed(Value):
    """A question on which the two runs differ."""

    before: Row
    after: Row


class KindChange(Value):
    """How many of the ``n`` questions of a kind are right before and after."""

    name: str
    n: int
    before: int
    after: int


class Comparison(Value):
    """A run beside an earlier one. ``gain`` is the difference of their accuracies on the ``n`` questions of both.

    ``p`` is McNemar's exact two-sided p-value. ``notes`` say what else differs, in words for the reader.
    """

    before: About
    after: About
    n: int
    right_before: int
    right_after: int
    gain: Interval
    p: float
    better: tuple[Changed, ...]
    worse: tuple[Changed, ...]
    kinds: tuple[KindChange, ...]
    notes: tuple[str, ...]

    @property
    def significant(self) -> bool:
        """Whether chance alone would seldom make such a difference."""
        return self.p < SIGNIFICANT


def _gold(question: Question) -> Question:
    """A question without what a variant or another file may change."""
    return question.model_copy(update={"turns": ("",), "split": ""})


def _notes(before: RunResult, after: RunResult, pairs: list[Changed]) -> tuple[str, ...]:
    notes = []
    alone = len(before.rows) + len(after.rows) - 2 * len(pairs)
    if alone:
        notes.append(f"{alone} preguntas están en una sola de las dos evaluaciones y quedan fuera.")
    if before.variant != after.variant:
        notes.append(f"Las preguntas no se hicieron igual: «{before.variant}» y «{after.variant}».")
    regraded = [pair.after.question.id for pair in pairs if _gold(pair.before.question) != _gold(pair.after.question)]
    if regraded:
        notes.append(f"La respuesta de referencia cambió en {len(regraded)} preguntas: {', '.join(regraded[:10])}.")
    if before.about.fingerprint != after.about.fingerprint:
        notes.append(f"El índice es otro: {before.about.fingerprint or '?'} y {after.about.fingerprint or '?'}.")
    return tuple(notes)


def compare(before: RunResult, after: RunResult) -> Comparison:
    """Two runs over the questions that both have. Raises PnmeError where they share none."""
    earlier = {row.question.id: row for row in before.rows}
    pairs = [Changed(before=earlier[row.question.id], after=row) for row in after.rows if row.question.id in earlier]
    if not pairs:
        raise PnmeError("las dos evaluaciones no tienen ninguna pregunta en común")
    better = tuple(pair for pair in pairs if pair.after.marks.right and not pair.before.marks.right)
    worse = tuple(pair for pair in pairs if pair.before.marks.right and not pair.after.marks.right)
    kinds = sorted({pair.after.question.kind for pair in pairs})
    of_kind = {kind: [pair for pair in pairs if pair.after.question.kind == kind] for kind in kinds}
    return Comparison(
        before=before.about,
        after=after.about,
        n=len(pairs),
        right_before=sum(pair.before.marks.right for pair in pairs),
        right_after=sum(pair.after.marks.right for pair in pairs),
        gain=difference(
            [float(pair.before.marks.right) for pair in pairs], [float(pair.after.marks.right) for pair in pairs]
        ),
        p=mcnemar(len(better), len(worse)),
        better=better,
        worse=worse,
        kinds=tuple(
            KindChange(
                name=kind,
                n=len(group),
                before=sum(pair.before.marks.right for pair in group),
                after=sum(pair.after.marks.right for pair in group),
            )
            for kind, group in of_kind.items()
        ),
        notes=_notes(before, after, pairs),
    )
