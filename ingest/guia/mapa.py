"""The guide's reading map: ``guia.toml`` says in which order its torn pages are read, by verbatim anchors.

The anchors are looked for without regard to case, accents and white space; each must stand in the document exactly
once, so a new edition in which one is gone or doubled stops the build and says which.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import ParseError
from corpus.records import Documento
from ingest.keys import Squashed

Clase = Literal[
    "capitulo", "texto", "glosario", "esquema", "dimensiones", "etapas", "etapa", "apartado", "recuadro", "diagrama",
    "catalogo", "competencias", "herramienta", "formulario",
]  # fmt: skip
GOES_ON = "…"


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SeccionMapa(_Table):
    """A section as the map gives it."""

    nivel: int
    titulo: str
    clase: Clase
    numero: str | None = None
    trozos: tuple[str, ...] = ()
    omite: tuple[str, ...] = ()
    proposito: str | None = None

    @property
    def heading(self) -> str:
        """The title with its number, if it has one."""
        return f"{self.numero}{'' if '.' in self.numero else '.'} {self.titulo}" if self.numero else self.titulo


class Casilla(_Table):
    """A box of a form: its group, its label well written, and the verbatim text it stands for."""

    grupo: str
    texto: str
    ancla: str


class Formulario(_Table):
    """A form of the guide, and the sentence that presents it."""

    seccion: str
    presenta: str
    casillas: tuple[Casilla, ...]


class Esquema(_Table):
    """The scheme of government functions: its verbatim header, and the bodies that each row ends with."""

    encabezado: tuple[str, ...]
    organismos: tuple[str, ...]


class Nivel(_Table):
    """A level of government and the law that gives it its competences."""

    nombre: str
    norma: str


class Ambito(_Table):
    """A field of competences: with which words the competences of each level begin."""

    nombre: str
    empieza: tuple[tuple[str, str], ...]


class DefinicionMapa(_Table):
    """A concept that running text defines: where that text begins and ends."""

    concepto: str
    alias: tuple[str, ...] = ()
    empieza: str
    termina: str


class Lista(_Table):
    """A list whose items define a concept each: its section, how the block over it begins, and what its items are."""

    seccion: str
    bajo: str
    es: str


class MapaToml(_Table):
    """The whole file."""

    seccion: tuple[SeccionMapa, ...]
    formulario: tuple[Formulario, ...] = ()
    esquema: Esquema | None = None
    nivel: tuple[Nivel, ...] = ()
    ambito: tuple[Ambito, ...] = ()
    definicion: tuple[DefinicionMapa, ...] = ()
    lista: tuple[Lista, ...] = ()
    alias: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Trozo:
    """A stretch [start, end) of a section; ``goes_on`` where it continues the list or sentence of the one before."""

    start: int
    end: int
    goes_on: bool


@dataclass(frozen=True)
class Seccion:
    """A section with its stretches in reading order and the titles above it."""

    mapa: SeccionMapa
    position: int
    ruta: tuple[str, ...]
    trozos: tuple[Trozo, ...]
    omite: tuple[tuple[int, int], ...]

    @property
    def titulo(self) -> str:
        """Its title."""
        return self.mapa.titulo

    @property
    def heading(self) -> str:
        """Its title as the tree of headings shows it, with its number if it has one: "1.1 Compromiso político"."""
        return self.mapa.heading

    @property
    def path(self) -> tuple[str, ...]:
        """The headings down to it."""
        return (*self.ruta, self.heading)


class Mapa:
    """The map laid over a document. Raises ParseError where an anchor does not stand in the text exactly once."""

    def __init__(self, document: Documento, toml: MapaToml) -> None:
        self.document = document
        self.toml = toml
        self._squashed = Squashed.of(document.text)

    @classmethod
    def load(cls, document: Documento, documents_dir: Path) -> Mapa:
        """The map ``<document id>.toml`` beside the documents. Raises ParseError where it is missing or wrong."""
        path = documents_dir / f"{document.id}.toml"
        try:
            toml = MapaToml.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise ParseError(f"{path.name}: no se puede leer el orden de lectura de la guía: {error}") from error
        return cls(document, toml)

    def locate(self, anchor: str, within: tuple[int, int] | None = None) -> tuple[int, int]:
        """Where an anchor stands: in the whole text exactly once, or first within a stretch."""
        wanted = Squashed.of(anchor).text
        text, offsets = self._squashed.text, self._squashed.offsets
        found = []
        at = text.find(wanted)
        while at >= 0 and wanted:
            start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
            if within is None or (within[0] <= start and end <= within[1]):
                found.append((start, end))
            at = text.find(wanted, at + 1)
        if not found or (within is None and len(found) > 1):
            times = "no está" if not found else f"está {len(found)} veces"
            raise ParseError(f"{self.document.id}.toml: el ancla «{anchor}» {times} en el documento")
        return found[0]

    @cached_property
    def secciones(self) -> tuple[Seccion, ...]:
        """The sections in their true order."""
        starts: dict[tuple[int, int], int] = {}
        for position, seccion in enumerate(self.toml.seccion):
            for piece, anchor in enumerate(seccion.trozos):
                starts[position, piece] = self.locate(anchor.removeprefix(GOES_ON))[0]
        order = sorted(starts.values())
        if len(set(order)) != len(order):
            raise ParseError(f"{self.document.id}.toml: dos trozos comienzan en el mismo lugar")
        if self.document.text[: order[0]].strip():
            raise ParseError(f"{self.document.id}.toml: ninguna sección contiene el comienzo del documento")
        ends = dict(zip(order, [*order[1:], len(self.document.text)], strict=True))
        found = []
        path: dict[int, str] = {}
        for position, seccion in enumerate(self.toml.seccion):
            path = {level: title for level, title in path.items() if level < seccion.nivel}
            ruta = tuple(path.values())
            path[seccion.nivel] = seccion.heading
            trozos = tuple(
                Trozo(start, ends[start], anchor.startswith(GOES_ON))
                for anchor, start in ((anchor, starts[position, piece]) for piece, anchor in enumerate(seccion.trozos))
            )
            omite = tuple(self._within(anchor, trozos) for anchor in seccion.omite)
            found.append(Seccion(seccion, position, ruta, trozos, omite))
        return tuple(found)

    def _within(self, anchor: str, trozos: tuple[Trozo, ...]) -> tuple[int, int]:
        for trozo in trozos:
            try:
                return self.locate(anchor, (trozo.start, trozo.end))
            except ParseError:
                continue
        raise ParseError(f"{self.document.id}.toml: «{anchor}» no está en los trozos de su sección")

    def of(self, clase: Clase) -> tuple[Seccion, ...]:
        """The sections of one class, in order."""
        return tuple(seccion for seccion in self.secciones if seccion.mapa.clase == clase)

    def children(self, seccion: Seccion) -> tuple[Seccion, ...]:
        """The sections right under a section, in order."""
        below = []
        for other in self.secciones[seccion.position + 1 :]:
            if other.mapa.nivel <= seccion.mapa.nivel:
                break
            if other.mapa.nivel == seccion.mapa.nivel + 1:
                below.append(other)
        return tuple(below)
