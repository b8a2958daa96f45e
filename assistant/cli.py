"""The command ``pnme``: ingest, ask, serve, eval, train."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

app = typer.Typer(help="Asistente sobre los documentos de la política migratoria de Chile.", no_args_is_help=True)
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def _hand_over(module: str, args: list[str]) -> None:
    """Become another package's own command: ingest, web and evals are never imported from here."""
    os.execv(sys.executable, [sys.executable, "-m", module, *args])


@app.command(context_settings=PASS_ON)
def ingest(context: typer.Context) -> None:
    """Construye el índice, si algo cambió."""
    _hand_over("ingest", context.args)


@app.command(context_settings=PASS_ON)
def serve(context: typer.Context) -> None:
    """Sirve la página y la API."""
    _hand_over("web", context.args)


@app.command("eval", context_settings=PASS_ON)
def evaluate(context: typer.Context) -> None:
    """Mide cuánto acierta el asistente."""
    _hand_over("evals", context.args)


@app.command(context_settings=PASS_ON)
def train(context: typer.Context) -> None:
    """Vuelve a entrenar el modelo de embeddings con las claves del proyecto."""
    _hand_over("ingest.training", context.args)


@app.command()
def ask(
    question: Annotated[list[str], typer.Argument(help="La pregunta, entre comillas o no")],
    as_json: Annotated[bool, typer.Option("--json", help="La respuesta completa en JSON")] = False,
) -> None:
    """Responde una pregunta en la terminal, con sus citas."""
    from assistant.pipeline import Assistant
    from corpus.errors import PnmeError
    from corpus.settings import Settings

    try:
        assistant = Assistant(Settings())
    except PnmeError as error:
        typer.echo(f"pnme: {error}", err=True)
        raise typer.Exit(1) from error
    _, answer = assistant.answer(" ".join(question))
    if as_json:
        typer.echo(answer.model_dump_json(indent=1))
        return
    typer.echo(answer.text)
    if answer.citations:
        typer.echo("")
    for citation in answer.citations:
        quote = " ".join(citation.quote.split())
        typer.echo(f"[{citation.marker}] {citation.label}: «{quote[:160]}{'…' if len(quote) > 160 else ''}»")
    typer.echo(f"\n({answer.understood})")


def main() -> None:
    """Entry point of ``pnme``."""
    app()


if __name__ == "__main__":
    main()
