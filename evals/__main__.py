"""``pnme eval``: measure, compare, report, guard."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import PnmeError
from corpus.settings import Settings
from evals import gate
from evals.compare import compare
from evals.questions import Question, QuestionError, load_questions, select
from evals.report import Report, Rival, render_html, render_markdown
from evals.results import RunResult
from evals.run import run
from evals.squad import SquadResult, measure_squad
from evals.summary import summarise
from evals.targets import ABLATIONS, INDEXED, InProcessSpec, OwnIndexSpec, RemoteSpec, TargetSpec, without
from evals.variants import Variant

app = typer.Typer(add_completion=False)


class Split(StrEnum):
    """Which questions: ``dev`` is for working on the assistant, ``test`` only for measuring it."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


def rival_specs(settings: Settings) -> list[TargetSpec]:
    """The baselines, and the assistant without each of its parts that can be turned off."""
    from evals.baselines import baseline_specs

    ablations: list[TargetSpec] = [
        (OwnIndexSpec if part in INDEXED else InProcessSpec)(without(settings, part), name)
        for part, name in ABLATIONS.items()
    ]
    return [*baseline_specs(settings), *ablations]


def _squad(path: Path, settings: Settings) -> SquadResult:
    model = settings.embedding_model if settings.dense and Path(settings.embedding_model).exists() else None
    return measure_squad(path, model=model, progress=lambda name: typer.echo(f"SQuAD: búsqueda {name}", err=True))


def _print_squad(found: SquadResult) -> None:
    typer.echo(f"{found.file}: {found.paragraphs} párrafos, {found.questions} preguntas")
    for scores in found.scores:
        shares = ", ".join(f"en {k}: {share:.1%}" for k, share in scores.recall.items())
        typer.echo(f"{scores.name:10} {shares}, MRR {scores.mrr:.3f}")


def _rivals(
    result: RunResult, questions: Sequence[Question], settings: Settings, variant: Variant, seed: int
) -> tuple[Rival, ...]:
    runs = [run(questions, spec, variant=variant, seed=seed) for spec in rival_specs(settings)]
    return tuple(Rival(other, summarise(other.rows), compare(other, result)) for other in runs)


def _raise_floors(result: RunResult) -> None:
    floors = gate.raised(gate.parse_floors(gate.FLOORS.read_text(encoding="utf-8")), result)
    gate.FLOORS.write_text(gate.write_floors(floors), encoding="utf-8")


def _show(report: Report, path: Path | None) -> None:
    """The numbers on the terminal, the whole report in its files."""
    typer.echo(render_markdown(report, failures=False))
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_html(report), encoding="utf-8")
        path.with_suffix(".md").write_text(render_markdown(report), encoding="utf-8")
        typer.echo(f"Informe: {path} y {path.with_suffix('.md').name}", err=True)


@app.command()
def evaluate(
    split: Annotated[Split | None, typer.Option(help="Conjunto: dev si no se dice; todas con --gate")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Solo este tipo; se puede repetir")] = None,
    persona: Annotated[list[str] | None, typer.Option(help="Solo esta persona; se puede repetir")] = None,
    style: Annotated[list[str] | None, typer.Option(help="Solo este estilo; se puede repetir")] = None,
    id: Annotated[list[str] | None, typer.Option(help="Solo esta pregunta; se puede repetir")] = None,
    questions: Annotated[list[Path] | None, typer.Option(help="Archivos de preguntas, en lugar de las propias")] = None,
    url: Annotated[str | None, typer.Option(help="Preguntar a un servidor, no en este proceso")] = None,
    variant: Annotated[Variant, typer.Option(help="Cómo se alteran las preguntas")] = Variant.NONE,
    seed: Annotated[int, typer.Option(help="Semilla de los deslices")] = 0,
    workers: Annotated[int, typer.Option(min=1, help="Conversaciones a la vez")] = 2,
    out: Annotated[Path | None, typer.Option(help="Guardar el resultado en JSON")] = None,
    report: Annotated[Path | None, typer.Option(help="Escribir el informe en HTML, y en Markdown a su lado")] = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Medir también líneas de base y ablaciones")] = False,
    compared: Annotated[
        tuple[Path, Path] | None, typer.Option("--compare", help="Comparar dos resultados: el de antes y el de después")
    ] = None,
    gated: Annotated[bool, typer.Option("--gate", help="Terminar con error si algo empeoró")] = False,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Subir los pisos a lo medido")] = False,
    squad: Annotated[
        Path | None,
        typer.Option(help="Medir la recuperación en un archivo SQuAD: solo eso, o en el informe si se pide"),
    ] = None,
    reveal_test: Annotated[
        bool, typer.Option("--reveal-test", help="Mostrar en el informe las fallas del conjunto de prueba")
    ] = False,
) -> None:
    """Mide cuánto acierta el asistente, compara dos mediciones, o impide que algo empeore."""
    settings = Settings()
    try:
        if compared is not None:
            before, after = map(RunResult.load, compared)
            _show(Report(after, comparison=compare(before, after), reveal_test=reveal_test), report)
            return
        third_party = _squad(squad, settings) if squad is not None else None
        if third_party is not None and report is None and not gated:
            _print_squad(third_party)
            return
        whole = Split.ALL if gated or raise_floors or questions else Split.DEV
        chosen = select(
            load_questions(questions or None),
            split=None if (split or whole) is Split.ALL else (split or whole).value,
            kinds=kind or (),
            personas=persona or (),
            styles=style or (),
            ids=id or (),
        )
        if not chosen:
            raise QuestionError("ninguna pregunta cumple esos filtros")
        spec: TargetSpec = RemoteSpec(url) if url else InProcessSpec(settings)
        result = run(chosen, spec, variant=variant, seed=seed, workers=workers)
        if out is not None:
            result.save(out)
        if raise_floors:
            _raise_floors(result)
        floors = gate.parse_floors(gate.FLOORS.read_text(encoding="utf-8"))
        failures = gate.check(result, floors) if gated else None
        rivals = _rivals(result, chosen, settings, variant, seed) if baselines else ()
        view = Report(
            result,
            rivals,
            gate=failures,
            floors=floors.accuracy if gated else {},
            squad=third_party,
            reveal_test=reveal_test,
        )
        _show(view, report)
    except PnmeError as error:
        typer.echo(f"pnme eval: {error}", err=True)
        raise typer.Exit(1) from error
    if failures:
        raise typer.Exit(1)


def main() -> None:
    """Entry point of ``python -m evals``."""
    app(prog_name="pnme eval")


if __name__ == "__main__":
    main()
