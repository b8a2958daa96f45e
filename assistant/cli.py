"""The command ``pnme``: ingest, ask, serve, eval, train."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.values import Answer, Query
    from corpus.store import Store

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


class Formato(StrEnum):
    """What a set of medidas can be downloaded as."""

    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"


@app.command()
def ask(
    question: Annotated[list[str], typer.Argument(help="La pregunta, entre comillas o no")],
    as_json: Annotated[bool, typer.Option("--json", help="La respuesta completa en JSON")] = False,
    formato: Annotated[
        Formato | None, typer.Option(help="Las medidas de la respuesta como planilla (csv, xlsx) o calendario (ics)")
    ] = None,
    salida: Annotated[Path | None, typer.Option(help="Archivo en que se guarda; sin él, la salida estándar")] = None,
) -> None:
    """Responde una pregunta en la terminal, con sus citas."""
    from assistant.pipeline import Assistant
    from corpus.errors import PnmeError
    from corpus.settings import Settings

    settings = Settings()
    try:
        assistant = Assistant(settings)
    except PnmeError as error:
        typer.echo(f"pnme: {error}", err=True)
        raise typer.Exit(1) from error
    query, answer = assistant.answer(" ".join(question))
    if formato is not None:
        _export(formato, salida, query, answer, assistant.store, settings.base_url)
    elif as_json:
        typer.echo(answer.model_dump_json(indent=1))
    else:
        _print(answer)


def _print(answer: Answer) -> None:
    """The answer and its sources in plain text."""
    typer.echo(answer.text)
    if answer.citations:
        typer.echo("")
    for citation in answer.citations:
        quote = " ".join(citation.quote.split())
        typer.echo(f"[{citation.marker}] {citation.label}: «{quote[:160]}{'…' if len(quote) > 160 else ''}»")
    typer.echo(f"\n({answer.understood})")


def _export(formato: Formato, path: Path | None, query: Query, answer: Answer, store: Store, base_url: str) -> None:
    """Write the medidas of an answer in a format. Exits with 1 where the answer is about none."""
    from assistant.exports import export, rows

    # A set that turned out empty is a sheet without rows; what is no set at all is nothing to download.
    if not answer.medidas and query.kind.value not in ("medida_lista", "medida_conteo"):
        typer.echo("pnme: la respuesta no trata de medidas determinadas, así que no hay qué descargar", err=True)
        raise typer.Exit(1)
    found = list(rows([store.medidas[number] for number in answer.medidas], store, base_url))
    document = next((store.documents[medida.document] for medida in store.medidas.values()), None)
    content = export(formato.value, found, answer.understood, datetime.now(UTC), document)
    if path is not None:
        path.write_bytes(content)
        typer.echo(f"{path} (medidas: {len(answer.medidas)}; hitos: {len(found)})")
    else:
        sys.stdout.buffer.write(content)


def main() -> None:
    """Entry point of ``pnme``."""
    app()


if __name__ == "__main__":
    main()
