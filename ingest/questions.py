"""Questions for what nobody wrote questions for: a chat model, where one is configured, writes them at ingestion.

A record is found by its own text and by the questions written for it. Those of the project's documents come with it;
for a new one, or the new parts of another edition, the model of ``PNME_CHAT_MODEL`` does, and they are kept in the
data folder in the same format, so that they are written once and can be read and corrected. The model sees the text as
material, and of what it says only lines that are plain questions are kept: they serve to find, never to answer.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.analysis import fold, terms
from corpus.errors import ModelError
from corpus.records import Documento, Fragmento, Medida, Pasaje, Practica, Record, Span, Tabla
from corpus.settings import Settings
from ingest.keys import Key
from ingest.reading import readable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TOGETHER = 4
CHUNK = 16
TEXT_CHARS = 3000
SHORTEST, LONGEST, MOST = 12, 200, 10
TEMPLATE = "claves.j2"
log = logging.getLogger(__name__)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_MARK = re.compile(r"^\s*(?:[-*•]+|\d{1,2}[.)-])?\s*[\"«]?")
# A question as people type it: no markup, no addresses, nothing that a page or a template could take for its own.
_PLAIN = re.compile(r"[¿¡]?\w[\w\s.,;:%$°º()/'+¿?¡!-]*")


@dataclass(frozen=True)
class Piece:
    """What questions are asked for: a record's kind and title, and the stretch of the document that it stands on."""

    kind: str
    title: str
    span: Span
    document: Documento

    @property
    def text(self) -> str:
        """What the model reads."""
        return readable(self.document.text, self.span.start, self.span.end)[:TEXT_CHARS]

    def key(self, questions: Sequence[str]) -> Key:
        """The questions as a line of a keys file."""
        quote = self.document.text[self.span.start : self.span.end]
        return Key(document=self.document.id, quote=quote, title=self.title, kind=self.kind, keys=tuple(questions))


def without_questions(documents: dict[str, Documento], records: Sequence[Record]) -> list[Piece]:
    """The medidas, practices, tables and passages of which no part has a written question."""
    asked = [record.texto.spans[0] for record in records if isinstance(record, Fragmento)]
    found = []
    for record in records:
        if isinstance(record, Medida):
            kind, title, span = "medida", f"Medida {record.numero}", record.span
        elif isinstance(record, Practica):
            kind, title, span = "practice", f"{record.titulo.texto} ({record.lugar.texto})", record.span
        elif isinstance(record, Tabla):
            kind, title, span = "series", record.titulo.texto, record.span
        elif isinstance(record, Pasaje):
            kind, title = "paragraph", " / ".join(record.ruta[-2:])
            first, last = record.texto.spans[0], record.texto.spans[-1]
            span = first.model_copy(update={"end": last.end})
        else:
            continue
        if not any(span.document == one.document and span.start < one.end and one.start < span.end for one in asked):
            found.append(Piece(kind, title, span, documents[span.document]))
    return found


def open_model(settings: Settings) -> BaseChatModel:
    """The configured chat model. Raises ModelError where its name or its package is wrong."""
    from langchain.chat_models import init_chat_model

    key, url = settings.chat_api_key.get_secret_value(), settings.chat_base_url
    given: dict[str, Any] = {"timeout": settings.chat_seconds, "max_retries": 1, "temperature": 0.7}
    given |= {name: value for name, value in (("base_url", url), ("api_key", key)) if value}
    try:
        return cast("BaseChatModel", init_chat_model(settings.chat_model, **given))
    except (ImportError, ValueError) as error:
        raise ModelError(f"el modelo de chat «{settings.chat_model}» no se puede usar: {error}") from error


class QuestionWriter:
    """Asks a chat model for questions."""

    def __init__(self, model: BaseChatModel, prompts: Path) -> None:
        self.model = model
        environment = Environment(loader=FileSystemLoader(prompts), undefined=StrictUndefined, autoescape=False)
        self._template = environment.get_template(TEMPLATE)

    def write(self, pieces: Sequence[Piece], advance: Callable[[int], object] = lambda done: None) -> Iterator[Key]:
        """The keys of those pieces that the model gave questions for. Stops where it fails a whole round."""
        for at in range(0, len(pieces), CHUNK):
            chunk = pieces[at : at + CHUNK]
            prompts = [self._template.render(titulo=piece.title, texto=piece.text, cuantas=MOST) for piece in chunk]
            replies = self.model.batch(list(prompts), config={"max_concurrency": TOGETHER}, return_exceptions=True)
            failed = [reply for reply in replies if isinstance(reply, BaseException)]
            for piece, reply in zip(chunk, replies, strict=True):
                questions = [] if isinstance(reply, BaseException) else plain_questions(str(reply.text))
                if questions:
                    yield piece.key(questions)
            advance(len(chunk))
            if failed:
                log.warning("el modelo de chat falló en %d de %d: %s", len(failed), len(chunk), failed[0])
            if len(failed) == len(chunk):
                return


def plain_questions(reply: str) -> list[str]:
    """The questions in what a model said, one a line: without marks of lists, repeats, or anything but plain words."""
    found: dict[str, str] = {}
    for line in _THOUGHT.sub("", reply).splitlines():
        question = _MARK.sub("", line).strip().rstrip('"»').strip()
        fits = SHORTEST <= len(question) <= LONGEST and _PLAIN.fullmatch(question) and not question.endswith(":")
        if fits and "http" not in question.lower() and len(set(terms(question))) > 1:
            found.setdefault(fold(question).strip("¿? "), question)
    return list(found.values())[:MOST]


def write_missing(
    settings: Settings, documents: dict[str, Documento], records: Sequence[Record], say: Callable[[str], None]
) -> int:
    """Ask the configured model for the questions that are missing and add them to the data folder.

    Returns how many pieces got theirs. Raises ModelError where there is no such model.
    """
    from tqdm import tqdm

    pieces = without_questions(documents, records)
    if not pieces:
        return 0
    written = 0
    settings.written_keys_dir.mkdir(parents=True, exist_ok=True)
    writer = QuestionWriter(open_model(settings), settings.prompts_dir)
    with tqdm(total=len(pieces), desc="preguntas", unit="trozo") as bar:
        for key in writer.write(pieces, bar.update):
            with (settings.written_keys_dir / f"{key.document}.jsonl").open("a", encoding="utf-8") as file:
                file.write(key.model_dump_json() + "\n")
            written += 1
    say(f"preguntas escritas por «{settings.chat_model}» para {written} de {len(pieces)} trozos que no tenían")
    return written
