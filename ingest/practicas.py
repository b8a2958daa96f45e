"""What the documents on practices share: their field labels, how a field is read, and one practice in two documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.analysis import fold, terms
from corpus.lexicon import Entry, load_entries
from corpus.records import Documento, Elemento, Pasaje, Practica, Record, Texto
from ingest.lines import trimmed
from ingest.reading import readable

SAME_TITLE = 0.7
"""Two titles name one practice where they share this part of the shorter one's content words…"""
SAME_WORDS = 2
"""…and at least this many."""


class Campo(Entry):
    """A field of a practice: its canonical key, the name to show, and the labels that head it in the documents."""

    clave: str
    nombre: str
    rotulos: tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """A field's label at [start, end) of a text."""

    campo: Campo
    start: int
    end: int

    def title(self, text: str) -> str:
        """The label as one reads it: its words on one line, "(s)" joined to the word before it."""
        return re.sub(r"\s+\((?=e?s\))", "(", " ".join(text[self.start : self.end].split()))


class Campos:
    """The labels of ``campos_practica.toml``, found in a text without regard to case, accents and white space."""

    def __init__(self, campos: tuple[Campo, ...]) -> None:
        squashed = [("".join(fold(label).split()), campo) for campo in campos for label in campo.rotulos]
        self._labels = sorted(squashed, key=lambda pair: -len(pair[0]))

    @classmethod
    def load(cls, lexicon_dir: Path) -> Campos:
        """The fields of the lexicon. Raises LexiconError."""
        return cls(load_entries(lexicon_dir / "campos_practica.toml", "campo", Campo))

    def at(self, text: str, start: int) -> Label | None:
        """The longest label that the text holds at an offset as whole words, perhaps over several lines."""
        for label, campo in self._labels:
            end = _spelled(text, start, label)
            if end is not None and not text[end : end + 1].isalnum():
                return Label(campo, start, end)
        return None


def _spelled(text: str, start: int, squashed: str) -> int | None:
    """Where a squashed label ends that the text spells from an offset on, or None."""
    at, done = start, 0
    while done < len(squashed):
        if at >= len(text):
            return None
        plain = "" if text[at].isspace() else fold(text[at])
        if not squashed.startswith(plain, done):
            return None
        at, done = at + 1, done + len(plain)
    return at


def field_texto(document: Documento, start: int, end: int) -> Texto:
    """The text of a field as it is read. Raises ValueError where there is none."""
    start, end = trimmed(document.text, start, end)
    clean = readable(document.text, start, end).replace("*", "")
    return Texto(texto=clean, spans=(document.span(start, end),))


def as_pasajes(practica: Practica, ruta: str, skip: Sequence[str] = ()) -> list[Pasaje]:
    """One passage for each field of a practice, under the practice's heading and the field's."""
    return [
        Pasaje(
            id=f"pasaje:{practica.id.removeprefix('practica:')}:{position:02d}",
            document=practica.document,
            ruta=(ruta, field.titulo or ""),
            texto=field.texto,
        )
        for position, field in enumerate(practica.campos, 1)
        if field.clave not in skip
    ]


def campo(practica: Practica, clave: str) -> Elemento | None:
    """The field of a practice by its canonical key, or None."""
    return next((field for field in practica.campos if field.clave == clave), None)


def same_practice(one: Practica, other: Practica) -> bool:
    """Whether two records of different documents tell of one practice: a comuna in common and much the same title.

    Titles are told apart by their content words without those that name the place.
    """
    if one.document == other.document or not set(one.comunas) & set(other.comunas):
        return False
    places = set(terms(" ".join((*one.comunas, *other.comunas))))
    words, others = (set(terms(p.titulo.texto)) - places for p in (one, other))
    shared = words & others
    return len(shared) >= SAME_WORDS and len(shared) >= SAME_TITLE * min(len(words), len(others))


def link_same(records: Iterable[Record]) -> list[Record]:
    """The records, with ``misma_que`` set on practices that several documents tell of. Order is kept."""
    records = list(records)
    practices = [record for record in records if isinstance(record, Practica)]
    linked: list[Record] = []
    for record in records:
        if isinstance(record, Practica):
            same = tuple(other.id for other in practices if same_practice(record, other))
            record = record.model_copy(update={"misma_que": same})
        linked.append(record)
    return linked
