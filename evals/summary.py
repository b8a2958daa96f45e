"""The scores of a run, as pure functions of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from corpus.records import Value
from evals.intervals import Interval, bootstrap
from evals.results import Row

GROUPINGS = ("kind", "persona", "style", "split")


class Group(Value):
    """The accuracy on the questions that share one value of a grouping."""

    name: str
    right: int
    accuracy: Interval


class Retrieval(Value):
    """How early the evidence comes among an answer's citations, over the questions that have any (ir-measures).

    ``hit`` is the share with some evidence among the first k citations; ``recall`` counts every evidence text.
    """

    n: int
    hit: dict[int, float]
    recall: dict[int, float]
    mrr: float
    ndcg: float


class CitationScores(Value):
    """Over questions with evidence that were answered: the share of citations that rest on it, and of it that is cited.

    Gold evidence need not hold every place that proves an answer, so precision is a lower bound.
    """

    n: int
    precision: Interval
    recall: Interval
    per_answer: float


class AbstentionScores(Value):
    """How well the assistant tells what the documents do not hold: ``held_back`` of the ``due`` questions."""

    due: int
    abstained: int
    correct: int
    precision: float
    recall: float
    f1: float


class FigureScores(Value):
    """Figures of gold answers stated exactly, and figures stated that no citation holds."""

    gold: int
    exact: int
    unsupported: int


class Lengths(Value):
    """Words of the answers that do not abstain."""

    mean: float
    p50: float
    p95: float


class Latency(Value):
    """Milliseconds of a turn."""

    p50: float
    p95: float
    turns: int


class Summary(Value):
    """All scores of a run; ``groups`` by grouping ("kind"…), in alphabetical order."""

    right: int
    accuracy: Interval
    groups: dict[str, tuple[Group, ...]]
    retrieval: Retrieval
    citations: CitationScores
    abstention: AbstentionScores
    figures: FigureScores
    lengths: Lengths
    latency: Latency
    not_verbatim: int
    errors: int


def ratio(part: float, whole: float) -> float:
    """A share, 0 of nothing."""
    return part / whole if whole else 0.0


def grouped(rows: Iterable[Row], grouping: str) -> tuple[Group, ...]:
    """The accuracy by one field of the questions."""
    verdicts: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        verdicts[str(getattr(row.question, grouping))].append(float(row.marks.right))
    return tuple(
        Group(name=name, right=int(sum(values)), accuracy=bootstrap(values))
        for name, values in sorted(verdicts.items())
    )


def judgements(row: Row) -> tuple[dict[str, int], dict[str, float]]:
    """A row as a search result: which "documents" are relevant, and the scores of those that were found.

    A citation is a found document, relevant where it brings evidence that none before it brought; an evidence text that
    no citation brings is a relevant document that was not found.
    """
    relevant: dict[str, int] = {}
    seen: set[int] = set()
    for at, support in enumerate(row.marks.support):
        if not seen.issuperset(support):
            relevant[f"cita-{at:04}"] = 1
        seen.update(support)
    relevant |= {f"falta-{at:04}": 1 for at in range(len(row.question.evidence)) if at not in seen}
    return relevant, {f"cita-{at:04}": -float(at) for at in range(len(row.marks.support))}


def retrieval_scores(rows: Sequence[Row], cuts: Sequence[int] = (1, 3, 5, 10)) -> Retrieval:
    """Hit rate, recall, MRR and nDCG@10 of the evidence over the citations in their order."""
    import ir_measures
    from ir_measures import RR, R, Success, nDCG

    qrels: dict[str, dict[str, int]] = {}
    run: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.question.evidence:
            qrels[row.question.id], run[row.question.id] = judgements(row)
    if not qrels:
        return Retrieval(n=0, hit=dict.fromkeys(cuts, 0.0), recall=dict.fromkeys(cuts, 0.0), mrr=0.0, ndcg=0.0)
    hits, recalls = {k: Success @ k for k in cuts}, {k: R @ k for k in cuts}
    scores = ir_measures.calc_aggregate([*hits.values(), *recalls.values(), RR, nDCG @ 10], qrels, run)
    return Retrieval(
        n=len(qrels),
        hit={k: scores[measure] for k, measure in hits.items()},
        recall={k: scores[measure] for k, measure in recalls.items()},
        mrr=scores[RR],
        ndcg=scores[nDCG @ 10],
    )


def citation_scores(rows: Iterable[Row]) -> CitationScores:
    """Precision and recall of the cited spans."""
    answered = [row for row in rows if row.question.evidence and not row.reply.abstained and row.reply.error is None]
    cited = [row.marks.support for row in answered]
    return CitationScores(
        n=len(answered),
        precision=bootstrap([ratio(sum(map(bool, support)), len(support)) for support in cited]),
        recall=bootstrap(
            [
                len({at for support in row.marks.support for at in support}) / len(row.question.evidence)
                for row in answered
            ]
        ),
        per_answer=ratio(sum(map(len, cited)), len(cited)),
    )


def abstention_scores(rows: Iterable[Row]) -> AbstentionScores:
    """Precision, recall and F1 of abstaining."""
    pairs = [(row.question.abstain, row.reply.abstained) for row in rows]
    due, done = sum(want for want, _ in pairs), sum(did for _, did in pairs)
    correct = sum(want and did for want, did in pairs)
    return AbstentionScores(
        due=due,
        abstained=done,
        correct=correct,
        precision=ratio(correct, done),
        recall=ratio(correct, due),
        f1=ratio(2 * correct, due + done),
    )


def figure_scores(rows: Sequence[Row]) -> FigureScores:
    """How many gold figures are stated exactly, and how many figures rest on nothing."""
    return FigureScores(
        gold=sum(row.marks.figures_gold for row in rows),
        exact=sum(row.marks.figures_exact for row in rows),
        unsupported=sum(len(row.marks.unsupported) for row in rows),
    )


def _quantile(values: Sequence[float], at: float) -> float:
    return float(np.quantile(values, at)) if values else 0.0


def summarise(rows: Sequence[Row]) -> Summary:
    """All scores of a run."""
    verdicts = [float(row.marks.right) for row in rows]
    words = [float(len(row.reply.answer.split())) for row in rows if not row.reply.abstained and not row.reply.error]
    millis = [1000 * seconds for row in rows for seconds in row.seconds]
    return Summary(
        right=int(sum(verdicts)),
        accuracy=bootstrap(verdicts),
        groups={grouping: grouped(rows, grouping) for grouping in GROUPINGS},
        retrieval=retrieval_scores(rows),
        citations=citation_scores(rows),
        abstention=abstention_scores(rows),
        figures=figure_scores(rows),
        lengths=Lengths(mean=ratio(sum(words), len(words)), p50=_quantile(words, 0.5), p95=_quantile(words, 0.95)),
        latency=Latency(p50=_quantile(millis, 0.5), p95=_quantile(millis, 0.95), turns=len(millis)),
        not_verbatim=sum(not row.marks.verbatim for row in rows),
        errors=sum(row.reply.error is not None for row in rows),
    )
