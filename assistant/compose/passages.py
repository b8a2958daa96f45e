"""What is said of free pieces of the documents: the piece itself, shortest complete form first, with its quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.texts import Texts
from assistant.values import Claim, Hit, Query
from corpus.analysis import terms
from corpus.numbers import numbers_in
from corpus.records import Fragmento, Pasaje, Practica, Record, Span, Tabla
from corpus.store import Store

LEAD_CHARS = 380
MAX_CHARS = 1800
CONTEXT_CHARS = 1100
MORE_CHARS = 40
HEADER_CHARS = 400
ITEM_CHARS = 600
LIST_CHARS = 1200
LIST_LINES = 2
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡“\"])")
_LINKS = re.compile(
    r"\b(?:links?|enlaces?|url|urls|pagina web|sitios? web|direccion web|donde (?:leo|leer|encuentro|bajo|descargo))\b"
)
_LISTED = re.compile(r"[a-z][.)] ")
# "Paralelamente, en el mismo mes": which month, the sentence before says.
_SAME_TIME = re.compile(
    r"\b(?:(?:el|ese|este) mismo (?:mes|año|día|período|periodo)|la misma fecha|(?:ese|dicho) (?:mes|año|día|período|periodo)|(?:esa|dicha) fecha)\b"
)
# A note that only says where more is to be read.
_POINTS = re.compile(r"\d{1,3}\s+(?:Ver|Revisa|Revise|Consulta|Consulte)\b[^.]*https?://\S+[\s\S]{0,40}$")
# What tells something stands in a sentence or in a list: heads of rows have no stop, no colon, no number.
_TELLS = re.compile(r"[.:;%\d]|^- ", re.MULTILINE)
HEADS = 4


class PassageClaims:
    """Makes the claims about fragments, passages, table rows and practices of one index."""

    def __init__(self, store: Store, texts: Texts) -> None:
        self.store = store
        self.texts = texts

    def readable(self, hits: tuple[Hit, ...], query: Query) -> tuple[Hit, ...]:
        """Hits without mere lists of addresses or of names, unless links are asked for; all of them where none is left."""
        if _LINKS.search(query.texto):
            return hits
        return tuple(hit for hit in hits if not _says_nothing(self.store.records[hit.record_id])) or hits

    def claims(self, record: Fragmento | Pasaje | Practica | Tabla, query: Query, *, lead: bool) -> list[Claim]:
        """The claims that give a record: its table row where it is one, else its text."""
        if isinstance(record, Fragmento) and record.tabla is not None:
            tabla = self.store.records.get(record.tabla)
            if isinstance(tabla, Tabla):
                return self.table(tabla, record.filas, query, lead=lead)
        if isinstance(record, Tabla):
            return self.table(record, tuple(range(len(record.filas))), query, lead=lead)
        if isinstance(record, Practica):
            text = self.texts("pasajes", "practica", titulo=record.titulo.texto, lugar=record.lugar.texto)
            return [Claim(text=text, spans=(record.span,), block="lead" if lead else "item")]
        return self.text(record, query, lead=lead)

    def text(self, record: Fragmento | Pasaje, query: Query, *, lead: bool) -> list[Claim]:
        """A piece of text. A long paragraph is led by the sentence that comes nearest to the question."""
        spans = record.texto.spans
        title = record.titulo if isinstance(record, Fragmento) else (record.ruta[-1] if record.ruta else "")
        body = as_markdown(record.texto.texto)
        cut = body[:1].islower() and not _LISTED.match(body)
        body = f"… {body}" if cut else body  # a piece cut out of a sentence shows that it is one
        if not set(numbers_in(title)) <= set(numbers_in(body)):
            title = ""  # a title may name a year or a number that its text leaves to the heading over it
        if not lead:
            # A list is told whole or it is not the list that was asked for.
            whole = len(body) <= (LIST_CHARS if body.count("\n") >= LIST_LINES else ITEM_CHARS)
            short = body if whole else nearest_sentence(body, query.texto)
            return [Claim(text=f"*{title}*: {inline(short)}" if title else inline(short), spans=spans, block="item")]
        before = self._dating(record, body)
        if before is not None:
            around = self.store.passage_around(record.texto.spans[0])
            return [Claim(text=f"{before} {body}", spans=around.texto.spans if around is not None else spans)]
        if len(body) <= LEAD_CHARS or "\n" in body:
            return [Claim(text=shortened(body, query.texto), spans=spans)]
        best = nearest_sentence(body, query.texto)
        rest = [Claim(text=shortened(body, query.texto), spans=spans)] if body != best else []
        return [Claim(text=best, spans=spans), *rest]

    def _dating(self, record: Fragmento | Pasaje, body: str) -> str | None:
        """The sentence before a piece that takes its time from it ("en el mismo mes"); None where it does not."""
        first = _SENTENCE.split(body)[0]
        found = self.store.passage_around(record.texto.spans[0]) if _SAME_TIME.search(first) else None
        said = _SENTENCE.split(as_markdown(found.texto.texto)) if found is not None else []
        return said[said.index(first) - 1].rpartition("\n")[2] if first in said[1:] else None

    def context(self, record: Fragmento, said: str) -> list[Claim]:
        """The whole passage that a short piece stands in, where it says more than the piece and is no longer than a screen."""
        found = self.store.passage_around(record.texto.spans[0])
        if found is None:
            return []
        text = as_markdown(found.texto.texto)
        under = text.removeprefix(as_markdown(found.ruta[-1])) if found.ruta else text  # its heading says no more
        if len(text) > CONTEXT_CHARS or len(under) < len(said) + MORE_CHARS:
            return []
        return [Claim(text=self.texts("pasajes", "contexto", texto=text), spans=found.texto.spans, block="note")]

    def table(self, tabla: Tabla, filas: Sequence[int], query: Query, *, lead: bool) -> list[Claim]:
        """Rows of a table: the row or the cell that the question names, else all of the rows given."""
        named = [position for position in filas if names_row(tabla, position, query.texto)]
        chosen = named or list(filas)
        if len(chosen) == 1:
            fila = tabla.filas[chosen[0]]
            text = self.texts("pasajes", "fila", tabla=tabla, fila=fila)
            notes = sorted({celda.nota for celda in fila.celdas if celda.nota})
            spans = (fila.span, tabla.titulo.spans[0], *self._header(tabla))
            claims = [Claim(text=text, spans=spans, block="lead" if lead else "item")]
            return claims + [Claim(text=note, spans=self._note_spans(tabla, note), block="note") for note in notes]
        title = self.texts("pasajes", "encabezado", titulo=tabla.titulo.texto)
        claims = [Claim(text=title, spans=(*tabla.titulo.spans, *self._header(tabla)))]
        claims.append(Claim(text=" | ".join((tabla.eje_filas.capitalize(), *tabla.columnas)), block="header"))
        for position in chosen:
            fila = tabla.filas[position]
            cells = " | ".join((fila.etiqueta, *(celda.texto for celda in fila.celdas)))
            claims.append(Claim(text=cells, spans=(fila.span,), block="row"))
        claims += [Claim(text=nota.texto, spans=nota.spans, block="note") for nota in tabla.notas]
        return claims

    def _header(self, tabla: Tabla) -> tuple[Span, ...]:
        """Where the header of a table stands: between its title, or its own beginning, and its first row."""
        first = tabla.filas[0].span.start
        title = tabla.titulo.spans[-1].end
        start = title if tabla.span.start <= title <= first else tabla.span.start
        document = self.store.documents[tabla.document]
        text = document.text[start:first]
        if not text.strip() or len(text) > HEADER_CHARS:
            return ()
        start += len(text) - len(text.lstrip())
        return (document.span(start, start + len(text.strip())),)

    def _note_spans(self, tabla: Tabla, note: str) -> tuple[Span, ...]:
        return next((nota.spans for nota in tabla.notas if note in nota.texto), ())


def _says_nothing(record: Record) -> bool:
    """Whether a piece is mostly addresses, only points to one ("16 Revisa… en https://…"), or is the heads of a table's
    rows, in capitals ("MUNICIPALIDADES / Ley Orgánica…"): they say nothing by themselves."""
    text = record.texto.texto if isinstance(record, Fragmento | Pasaje) else ""
    if 2 * sum(map(len, re.findall(r"https?://\S+", text))) > len(text) > 0 or _POINTS.match(text):
        return True
    lines = text.split("\n")
    return _TELLS.search(text) is None and 2 * sum(map(str.isupper, lines)) >= len(lines) >= HEADS


def names_row(tabla: Tabla, position: int, line: str) -> bool:
    """Whether a question names the row: every content word of its label stands in it."""
    label = terms(tabla.filas[position].etiqueta)
    return bool(label) and set(label) <= set(terms(line))


def as_markdown(text: str) -> str:
    """A clean text with its list items as Markdown items."""
    lines = text.split("\n")
    return "\n".join(re.sub(r"^(\d{1,2})\)\s", r"\1. ", line) for line in lines)


def inline(text: str) -> str:
    """A text on one line, for use as a list item."""
    return re.sub(r"\s*\n\s*(?:- )?", " · ", text)


def nearest_sentence(text: str, question: str) -> str:
    """The sentence that shares most words with a question; the first of several equals. One that takes its time from the
    sentence before ("en el mismo mes") is told behind that."""
    sentences = _SENTENCE.split(text)
    asked = set(terms(question))
    at = max(range(len(sentences)), key=lambda one: len(asked & set(terms(sentences[one]))))
    return " ".join(sentences[at - 1 : at + 1]) if at and _SAME_TIME.search(sentences[at]) else sentences[at]


def shortened(text: str, question: str) -> str:
    """A text cut to whole lines or sentences around what was asked, where it is very long."""
    if len(text) <= MAX_CHARS:
        return text
    lines = text.split("\n") if "\n" in text else _SENTENCE.split(text)
    asked = set(terms(question))
    ranked = sorted(range(len(lines)), key=lambda at: -len(asked & set(terms(lines[at]))))
    kept: list[int] = []
    size = 0
    for at in ranked:
        if size + len(lines[at]) > MAX_CHARS and kept:
            continue
        kept.append(at)
        size += len(lines[at])
    glue = "\n" if "\n" in text else " "
    return glue.join(lines[at] for at in sorted(kept))
