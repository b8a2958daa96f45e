"""The lexicon: what an official may edit under ``corpus/lexicon/`` without touching code.

Each file is TOML; every entry is validated when it is loaded, and a bad one is reported with its file and line.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.analysis import fold, words
from corpus.errors import LexiconError


class Entry(BaseModel):
    """Base of all entries: frozen, and strict about names that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Institucion(Entry):
    """An institution by its canonical name. ``comunes`` are everyday words that name it only in some turns of phrase,
    ``colectivo`` what it and others like it are called together: "las policías".
    """

    nombre: str
    sigla: str | None = None
    alias: tuple[str, ...] = ()
    comunes: tuple[str, ...] = ()
    parte_de: str | None = None
    colectivo: str | None = None

    @property
    def formas(self) -> tuple[str, ...]:
        """Every unambiguous way to write it, canonical name first."""
        return (self.nombre, *((self.sigla,) if self.sigla else ()), *self.alias)


E = TypeVar("E", bound=Entry)


def load_entries(path: Path, table: str, entry: type[E]) -> tuple[E, ...]:
    """The entries ``[[table]]`` of a TOML file. Raises LexiconError with file and line of the first bad one."""
    try:
        source = path.read_text(encoding="utf-8")
        data = tomllib.loads(source)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: no se puede leer: {error}") from error
    header = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
    lines = [number for number, line in enumerate(source.split("\n"), 1) if header.match(line)]
    rows = data.get(table, [])
    if not isinstance(rows, list) or len(lines) != len(rows):
        raise LexiconError(f"{path.name}: cada entrada debe empezar con una línea [[{table}]]")
    entries: list[E] = []
    for position, values in enumerate(rows):
        try:
            entries.append(entry.model_validate(values))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            raise LexiconError(f"{path.name}, línea {lines[position]}: {field}: {first['msg']}") from error
    return tuple(entries)


class Instituciones:
    """Institutions by any way of writing them."""

    def __init__(self, entries: tuple[Institucion, ...]) -> None:
        self.entries = entries
        self.by_name = {entry.nombre: entry for entry in entries}
        self._by_form: dict[str, str] = {}
        for entry in entries:
            for form in entry.formas:
                key = self.key(form)
                other = self._by_form.setdefault(key, entry.nombre)
                if other != entry.nombre:
                    raise LexiconError(f"instituciones.toml: «{form}» nombra a «{other}» y a «{entry.nombre}»")

    @staticmethod
    def key(text: str) -> str:
        """A form for comparison: folded words joined by single spaces."""
        return " ".join(words(text))

    @classmethod
    def load(cls, folder: Path) -> Instituciones:
        """The institutions of ``instituciones.toml``. Raises LexiconError."""
        return cls(load_entries(folder / "instituciones.toml", "institucion", Institucion))

    def canonical(self, written: str) -> str | None:
        """The canonical name of an institution written in any known way, or None."""
        return self._by_form.get(self.key(written))

    def with_dependents(self, nombre: str) -> tuple[str, ...]:
        """An institution and those that are part of it."""
        return (nombre, *(entry.nombre for entry in self.entries if entry.parte_de == nombre))

    @cached_property
    def forms(self) -> dict[str, str]:
        """Every unambiguous form (as :meth:`key` gives it) and its canonical name."""
        return dict(self._by_form)

    @cached_property
    def common_words(self) -> dict[str, str]:
        """Everyday words that name an institution only in some turns of phrase, and its canonical name."""
        return {self.key(word): entry.nombre for entry in self.entries for word in entry.comunes}


def plain(text: str) -> str:
    """A text folded and with single spaces, for looking things up in lexicon tables."""
    return " ".join(fold(text).split())
