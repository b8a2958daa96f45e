"""The report of a run: one HTML file that needs nothing else, and the same numbers in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import jinja2
from markupsafe import Markup

from corpus.numbers import format_number, rounded
from evals.compare import Comparison
from evals.results import Row, RunResult
from evals.squad import SquadResult
from evals.summary import Summary, summarise

TEMPLATES = Path(__file__).resolve().parent / "templates"
_BINS = 24


@dataclass(frozen=True)
class Rival:
    """Another run over the same questions, and ours beside it."""

    result: RunResult
    summary: Summary
    comparison: Comparison


@dataclass(frozen=True)
class Metric:
    """A score by name, as it is shown, with what it means."""

    group: str
    name: str
    value: str
    meaning: str


@dataclass(frozen=True)
class Bar:
    """One bar of a histogram: [low, high), and how many values lie in it."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Report:
    """All that a report shows. ``gate`` is None where it was not asked for, else why the run may not land.

    Failing questions of the ``test`` split are left out unless ``reveal_test``: who reads them would tune on them.
    """

    result: RunResult
    rivals: tuple[Rival, ...] = ()
    comparison: Comparison | None = None
    gate: tuple[str, ...] | None = None
    floors: Mapping[str, float] = field(default_factory=dict)
    squad: SquadResult | None = None
    reveal_test: bool = False

    @property
    def summary(self) -> Summary:
        """The scores of the run."""
        return summarise(self.result.rows)

    @property
    def failures(self) -> list[Row]:
        """The failing questions that are shown, by kind and id."""
        shown = [row for row in self._failing if self.reveal_test or row.question.split != "test"]
        return sorted(shown, key=lambda row: (row.question.kind, row.question.id))

    @property
    def hidden(self) -> int:
        """How many failing questions are not shown."""
        return len(self._failing) - len(self.failures)

    @property
    def _failing(self) -> list[Row]:
        return [row for row in self.result.rows if not row.marks.right]


def percent(share: float) -> str:
    """A share the Chilean way: 0.6114 → "61,1 %"."""
    return f"{number(100 * share, 1)} %"


def number(value: float, places: int = 0) -> str:
    """A number the Chilean way, with that many decimals."""
    return format_number(rounded(Decimal(repr(float(value))), places))


def signed(share: float) -> str:
    """A difference of shares in percentage points: "+3,4"."""
    return ("+" if share > 0 else "") + number(100 * share, 1)


def histogram(values: Sequence[float], bins: int = _BINS) -> tuple[Bar, ...]:
    """Values counted in equal bins up to their 99th percentile; the last bin takes all beyond."""
    if not values:
        return ()
    ordered = sorted(values)
    top = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))] or 1.0
    width = top / bins
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(value / width))] += 1
    return tuple(Bar(at * width, (at + 1) * width, count) for at, count in enumerate(counts))


def metrics(summary: Summary) -> tuple[Metric, ...]:
    """The scores besides accuracy, as shown in both forms of the report."""
    retrieval, citations, abstention = summary.retrieval, summary.citations, summary.abstention
    figures, lengths, latency = summary.figures, summary.lengths, summary.latency
    found, cited = "Evidencia", "Citas"
    return (
        *(
            Metric(
                found, f"Acierto en las primeras {k}", percent(share), "alguna de esas citas se apoya en la evidencia"
            )
            for k, share in retrieval.hit.items()
        ),
        *(
            Metric(
                found, f"Cobertura en las primeras {k}", percent(share), "parte de los textos de evidencia que citan"
            )
            for k, share in retrieval.recall.items()
        ),
        Metric(found, "MRR", number(retrieval.mrr, 3), "media del inverso del lugar de la primera cita acertada"),
        Metric(found, "nDCG@10", number(retrieval.ndcg, 3), "orden de las diez primeras citas frente al mejor posible"),
        Metric(
            cited,
            "Precisión",
            _interval(citations.precision.mean, citations.precision.low, citations.precision.high),
            "parte de las citas que se apoyan en la evidencia; puede haber más prueba que la anotada",
        ),
        Metric(
            cited,
            "Cobertura",
            _interval(citations.recall.mean, citations.recall.low, citations.recall.high),
            "parte de los textos de evidencia que alguna cita cubre",
        ),
        Metric(
            cited, "Citas por respuesta", number(citations.per_answer, 1), f"en {citations.n} respuestas con evidencia"
        ),
        Metric(cited, "Respuestas con una cita no textual", str(summary.not_verbatim), "debe ser cero"),
        Metric(
            "Abstención",
            "Precisión",
            percent(abstention.precision),
            f"{abstention.correct} de las {abstention.abstained} veces que se abstuvo era lo correcto",
        ),
        Metric(
            "Abstención",
            "Cobertura",
            percent(abstention.recall),
            f"se abstuvo en {abstention.correct} de las {abstention.due} que no tienen respuesta",
        ),
        Metric("Abstención", "F1", percent(abstention.f1), "media armónica de ambas"),
        Metric(
            "Cifras",
            "Exactas",
            f"{figures.exact} de {figures.gold}",
            "cifras de referencia que la respuesta dice como número completo",
        ),
        Metric("Cifras", "Sin respaldo", str(figures.unsupported), "no están en ninguna cita ni marcadas como cálculo"),
        Metric(
            "Extensión",
            "Palabras por respuesta",
            f"{number(lengths.mean)} (mediana {number(lengths.p50)}, p95 {number(lengths.p95)})",
            "respuestas que no se abstienen",
        ),
        Metric(
            "Tiempo",
            "Por turno",
            f"p50 {number(latency.p50, 1)} ms, p95 {number(latency.p95, 1)} ms",
            f"{latency.turns} turnos",
        ),
        Metric("Tiempo", "Errores", str(summary.errors), "preguntas que no tuvieron respuesta"),
    )


def _interval(mean: float, low: float, high: float) -> str:
    return f"{percent(mean)} [{number(100 * low, 1)}; {number(100 * high, 1)}]"


def _markdown(text: str) -> Markup:
    """An answer's Markdown as HTML; HTML inside it is shown, not obeyed."""
    from markdown_it import MarkdownIt

    return Markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))


def _environment(autoescape: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=autoescape,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "percent": percent,
        "number": number,
        "signed": signed,
        "markdown": _markdown,
        "cell": lambda text: str(text).replace("|", "\\|").replace("\n", " "),
    }
    return environment


def render_html(report: Report) -> str:
    """The report as one HTML file: no script, no file besides it."""
    return _environment(autoescape=True).get_template("report.html.j2").render(**_view(report))


def render_markdown(report: Report, *, failures: bool = True) -> str:
    """The same numbers in Markdown; without its failing questions for a terminal."""
    view = _view(report) | {"list_failures": failures}
    return _environment(autoescape=False).get_template("report.md.j2").render(**view)


def _view(report: Report) -> dict[str, object]:
    summary = report.summary
    rows = report.result.rows
    return {
        "report": report,
        "result": report.result,
        "about": report.result.about,
        "summary": summary,
        "metrics": metrics(summary),
        "latencies": histogram([1000 * seconds for row in rows for seconds in row.seconds]),
        "lengths": histogram([float(len(row.reply.answer.split())) for row in rows if not row.reply.abstained]),
    }
