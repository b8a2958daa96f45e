"""What is said of practices: one told, its fields, several listed, two compared, each with its places in the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.practices.entries import Entry, apart
from assistant.texts import Texts
from assistant.values import ECHO, Claim, Computation, Draft, Status
from corpus.numbers import numbers_in
from corpus.records import Elemento, Practica, Span
from corpus.store import Store

TO_REPLICATE = ("financiamiento", "colaboradores", "aprendizajes", "sostenibilidad")
COMPARED = ("lineas", "poblacion", "fechas", "financiamiento", "colaboradores", "sostenibilidad", "aprendizajes")
MAX_CELL = 400


@dataclass(frozen=True)
class Piece:
    """A piece of a practice: its label, its text as it is read, and where it stands."""

    label: str
    text: str
    spans: tuple[Span, ...]
    key: str = ""

    @classmethod
    def of(cls, element: Elemento) -> Piece:
        """A whole field."""
        return cls(element.titulo or "", on_one_line(element.texto.texto), element.texto.spans, element.clave or "")


class PracticeClaims:
    """Makes the claims about practices of one index."""

    def __init__(self, store: Store, texts: Texts) -> None:
        self.store = store
        self.texts = texts

    def name(self, entry: Entry) -> str:
        """A practice's title and place."""
        return self.texts("practicas", "nombre", titulo=entry.title, donde=entry.where)

    def told(self, entry: Entry, piece: Piece, block: str = "lead") -> Claim:
        """A practice with what of it is to the point."""
        text = self.texts("practicas", "contada", titulo=entry.title, donde=entry.where, texto=piece.text)
        return Claim(
            text=text, spans=apart((*entry.head_spans, *piece.spans)), block="item" if block == "item" else "lead"
        )

    def datum(self, entry: Entry, piece: Piece) -> Claim:
        """What was asked of one practice, with its place before it; its title where it is better known by that."""
        if entry.short_place == entry.place:
            return self.told(entry, piece)
        text = self.texts("practicas", "dato", lugar=entry.place, rotulo=piece.label, texto=piece.text)
        return Claim(text=text, spans=apart((*piece.spans, *entry.records[0].lugar.spans)))

    def of_practice(self, entry: Entry) -> Claim:
        """Which practice it is that was told of, and in which documents it stands."""
        titles = [self.store.documents[id].title for id in entry.documents]
        text = self.texts("practicas", "es_de", titulo=entry.title, donde=entry.where, documentos=titles)
        spans = apart(span for record in entry.records for span in record.titulo.spans)
        return Claim(text=text, spans=spans, computed=stated(text), block="note")

    def field(self, piece: Piece) -> Claim:
        """A further piece of a practice, as an item."""
        text = self.texts("practicas", "campo", rotulo=piece.label, texto=piece.text) if piece.label else piece.text
        return Claim(text=text, spans=piece.spans, block="item")

    def replicate(self, entry: Entry, told: Sequence[str] = ()) -> list[Claim]:
        """What it takes to do the same: financing, partners, lessons; what a catalogue recommends where it has none."""
        claims = [
            self.field(Piece.of(element))
            for key in TO_REPLICATE
            if key not in told
            for _, element in entry.fields(key)[:1]
        ]
        if not claims and not told:
            claims = [self.recommended(record, element) for record, element in entry.fields("recomendacion")[:1]]
            return claims
        heading = Claim(text=self.texts("practicas", "replicar"), block="heading")
        return [heading, *claims] if claims else []

    def recommended(self, record: Practica, element: Elemento) -> Claim:
        """What the catalogue recommends in a practice's theme."""
        text = self.texts("practicas", "recomienda", tema=record.tema or "", texto=element.texto.texto)
        return Claim(text=text, spans=element.texto.spans, block="note")

    def also(self, entries: Sequence[Entry]) -> Claim:
        """The names of further practices that fit as well."""
        names = [self.name(entry) for entry in entries]
        spans = apart(span for entry in entries for span in entry.head_spans)
        return Claim(text=self.texts("practicas", "tambien", nombres=names), spans=spans)

    def others(self) -> Claim:
        """The heading over further practices."""
        return Claim(text=self.texts("practicas", "otras"), block="heading")

    def counted(self, entries: Sequence[Entry], filters: str, noun: str = "") -> Claim:
        """How many practices there are, and where, called by the ``noun`` of the question, if any."""
        places = list(dict.fromkeys(entry.short_place for entry in entries))
        text = self.texts("practicas", "total", total=len(entries), filtros=filters, lugares=places, nombre=noun)
        spans = () if len(entries) > 12 else tuple(entry.records[0].lugar.spans[0] for entry in entries)
        return Claim(text=text, spans=apart(spans), computed=(*_count(len(entries)), *stated(text)))

    def listed(self, entry: Entry, reasons: Sequence[Piece], documents: Collection[str] = ()) -> Claim:
        """One practice of a list, with the reasons for which it is there, among them the ``documents`` that tell of it."""
        said = [f"*{piece.label}*: {piece.text}" if piece.label else piece.text for piece in reasons]
        text = self.texts("practicas", "en_lista", titulo=entry.title, donde=entry.where, razones=said)
        titles = (span for r in entry.records if r.document in documents for span in r.titulo.spans)
        spans = apart((*entry.head_spans, *titles, *(span for piece in reasons for span in piece.spans)))
        return Claim(text=text, spans=spans, block="item")

    def compared(self, entries: Sequence[Entry], keys: Sequence[str]) -> list[Claim]:
        """Two practices side by side, a row for each field that either has: those asked, or the telling ones."""
        one, other = entries[:2]
        rows: list[Claim] = []
        labels: list[str] = []
        for key in keys or COMPARED:
            cells = [entry.fields(key)[:1] for entry in (one, other)]
            if not any(cells):
                continue
            elements = [cell[0][1] if cell else None for cell in cells]
            label = next(element.titulo or "" for element in elements if element is not None)
            texts = [_cell(element) for element in elements]
            spans = tuple(span for element in elements if element is not None for span in element.texto.spans)
            rows.append(Claim(text=" | ".join((label, *texts)), spans=spans, block="row"))
            labels.append(label)
        if not rows:
            return []
        title = self.texts(
            "practicas", "comparadas",
            uno=f"{one.short_place} ({one.title})", otro=f"{other.short_place} ({other.title})",
            rotulo=labels[0] if len(labels) == 1 else "",
        )  # fmt: skip
        lead = Claim(text=title, spans=apart((*one.head_spans, *other.head_spans)))
        header = Claim(text=f"Campo | {one.short_place} | {other.short_place}", block="header")
        return [lead, header, *rows]

    def places(self, entries: Sequence[Entry], what: str, filters: str) -> Claim:
        """How many countries, regions or comunas the practices are of, and which."""
        names = list(dict.fromkeys(name for entry in entries for name in places_of(entry, what)))
        text = self.texts("practicas", "lugares", total=len(names), que=what, nombres=names, filtros=filters)
        return Claim(text=text, computed=(*_count(len(names)), *stated(text)))

    def in_region(self, region: str) -> Claim:
        """What leads over to the practices of a region."""
        return Claim(text=self.texts("practicas", "en_la_region", region=region), block="canned")

    def unsaid(self, entry: Entry) -> Claim:
        """That what the documents tell of a practice does not hold what is asked."""
        text = self.texts("practicas", "no_lo_dice", titulo=entry.title, donde=entry.where)
        return Claim(text=text, spans=entry.head_spans)

    def nothing(self, part: str) -> Claim:
        """That the documents say nothing of one of several things that are asked."""
        return Claim(text=self.texts("estados", "parte_no_encontrada", parte=part), block="canned")

    def enumerated(self, entry: Entry, what: str, names: Sequence[str], spans: Sequence[Span]) -> Claim:
        """How many of something a practice lists, and which."""
        text = self.texts("practicas", "enumerado", lugar=entry.place, total=len(names), que=what, nombres=names)
        return Claim(text=text, spans=apart((*spans, *entry.records[0].lugar.spans)), computed=_count(len(names)))

    def unticked(self, entry: Entry, names: Sequence[str], spans: Sequence[Span]) -> Claim:
        """Which líneas of the Sello a practice leaves without a mark."""
        text = self.texts("practicas", "sin_marcar", lugar=entry.place, nombres=names)
        return Claim(text=text, spans=apart((*spans, *entry.records[0].lugar.spans)))

    def none(self, filters: str) -> Claim:
        """That no practice passes the filters."""
        return Claim(text=self.texts("practicas", "ninguna", filtros=filters), block="canned")

    def unread(self, question: str) -> Claim:
        """That what a question asks is not found."""
        return Claim(text=self.texts("estados", "no_encontrado", buscado=f"«{question.strip()}»"), block="canned")

    def nearest(self) -> Claim:
        """What leads over to the nearest that there is."""
        return Claim(text=self.texts("practicas", "cercanas"), block="canned")


def places_of(entry: Entry, what: str) -> tuple[str, ...]:
    """The countries, regions or comunas of a practice."""
    record = entry.records[0]
    if what == "países":
        return (record.pais,)
    return record.comunas if what == "comunas" else (record.region,) if record.region else ()


def linea_piece(entry: Entry, wanted: Sequence[str]) -> list[Piece]:
    """The líneas of a practice that are among those wanted; all where none is."""
    found = [linea for record in entry.records for linea in record.lineas_sello if not wanted or linea.texto in wanted]
    if not found:
        return []
    spans = tuple(span for linea in found for span in linea.spans)
    return [Piece("Línea Sello", ", ".join(linea.texto for linea in found), spans, "lineas")]


def on_one_line(text: str) -> str:
    """A field's lines as one: the items of a list parted by points."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if all(line.startswith("- ") for line in lines):
        return "; ".join(line[2:].rstrip(";") for line in lines)
    text = " ".join(line[2:] if line.startswith("- ") else line for line in lines)
    return re.sub(r"\s+([,.;:])(?=\s)", r"\1", text)


def stated(text: str) -> tuple[Computation, ...]:
    """The numbers of the filters that a user gave, which an answer repeats."""
    return tuple(Computation(operation=ECHO, operands=(number,), value=number) for number in numbers_in(text))


def _count(total: int) -> tuple[Computation, ...]:
    return (Computation(operation="conteo", operands=(), value=Decimal(total)),)


def _cell(element: Elemento | None) -> str:
    if element is None:
        return "—"
    text = on_one_line(element.texto.texto).replace("|", "/")
    return text if len(text) <= MAX_CELL else text[:MAX_CELL].rsplit(" ", 1)[0] + "…"


def drafted(claims: Sequence[Claim], entries: Sequence[Entry]) -> Draft:
    """An answer that rests on practices."""
    return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(entry.id for entry in entries))
