"""What was read by hand and is kept as data: what the documents report of each medida, and what they do not hold."""

from __future__ import annotations

from typing import Literal

from corpus.errors import LexiconError
from corpus.lexicon import Entry, load_entries
from corpus.records import Avance, Documento, Fuera, Record, Texto
from corpus.settings import Settings
from ingest.keys import Squashed
from ingest.reading import readable


class _Avance(Entry):
    medida: int
    document: str
    quote: str
    fuerza: Literal["directa", "parcial", "relacionada"]
    relacion: str


class _Fuera(Entry):
    id: str
    motivo: Literal["tramite", "contacto", "ley", "pais", "opinion", "futuro", "instruccion", "ajeno", "ausente"]
    claves: tuple[str, ...]


def read_avances(documents: dict[str, Documento], settings: Settings) -> tuple[list[Record], int]:
    """The links of ``documents/avances.toml``, and how many have lost their quote (as in a new edition)."""
    path = settings.documents_dir / "avances.toml"
    if not path.exists():
        return [], 0
    squashed = {id: Squashed.of(document.text) for id, document in documents.items()}
    found: list[Record] = []
    lost = 0
    for position, entry in enumerate(load_entries(path, "avance", _Avance), 1):
        place = squashed[entry.document].find(entry.quote) if entry.document in squashed else None
        if place is None:
            lost += 1
            continue
        document = documents[entry.document]
        found.append(
            Avance(
                id=f"avance:{position:03}",
                document=document.id,
                medida=entry.medida,
                fuerza=entry.fuerza,
                relacion=entry.relacion,
                texto=Texto(texto=readable(document.text, *place), spans=(document.span(*place),)),
            )
        )
    return found, lost


def read_fuera(settings: Settings) -> list[Record]:
    """The sorts of questions of ``lexicon/fuera.toml``. Raises LexiconError where two have the same id."""
    path = settings.lexicon_dir / "fuera.toml"
    if not path.exists():
        return []
    entries = load_entries(path, "fuera", _Fuera)
    if len({entry.id for entry in entries}) != len(entries):
        raise LexiconError("fuera.toml: hay id repetidos")
    return [Fuera(id=f"fuera:{entry.id}", motivo=entry.motivo, claves=entry.claves) for entry in entries]
