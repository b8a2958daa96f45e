"""The guide's catalogue: categories, themes with a recommendation, and practices by country.

A theme is a lettered paragraph; the paragraph after it is its recommendation, those that begin with a country and a
colon are its practices. The labels "RECOMENDACIONES" and "BUENAS PRÁCTICAS" follow what they label. A category's number
and title may come after its first theme, and a theme may stand on a later category's page: the letters tell. The name
of a country split in two ("República …" and, alone on a later line, "Dom:") is put together with the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.analysis import words
from corpus.errors import ParseError
from corpus.lexicon import Entry, load_entries
from corpus.lugares import CHILE, Lugar, Lugares, Mencion
from corpus.records import Documento, Elemento, Pasaje, Practica, Record, Texto
from ingest.guia.bloques import Block, Rank, blocks, sentence_case
from ingest.guia.mapa import Seccion
from ingest.prose import Prose
from ingest.reading import Reading

_THEME = re.compile(r"(?P<letter>[a-z])\.\s+(?P<title>[A-ZÁÉÍÓÚÑ].*)")
_COUNTRY = re.compile(r"(?P<name>[A-ZÁÉÍÓÚÑ][^:“”]{1,30}):\s")
_ORPHAN = re.compile(r"(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+):")
_LABELS = {"recomendaciones", "buenas practicas", "buenas practica", "recomendacion", "buena practica"}
_ASIDE = re.compile(r"\s*,\s+(?:en|con|a|por|para|mediante|(?:\w+(?:ado|ada|ido|ida)s?))\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")


class Verbos(Entry):
    """Verbs that follow the name of a practice."""

    nombre: str
    formas: tuple[str, ...]


@dataclass
class _Entry:
    """A practice's paragraph: its country and the offset at which its text begins."""

    blocks: list[Block]
    country: Lugar | None
    label: tuple[int, int]
    body: int

    @property
    def end(self) -> int:
        return self.blocks[-1].end


@dataclass
class Theme:
    """A theme of the catalogue."""

    letter: str
    title: str
    block: Block
    recommendation: Block | None = None
    entries: list[_Entry] = field(default_factory=list)


@dataclass
class Category:
    """A category; its title may come after its first theme."""

    title: str = ""
    block: Block | None = None
    themes: list[Theme] = field(default_factory=list)


class Catalogue:
    """The catalogue of one section. Raises ParseError with the line of what does not fit."""

    def __init__(self, document: Documento, seccion: Seccion, lugares: Lugares, lexicon_dir: Path) -> None:
        self.document = document
        self.seccion = seccion
        self.lugares = lugares
        verbs = load_entries(lexicon_dir / "verbos_practica.toml", "verbo", Verbos)
        self.verbs = {form for entry in verbs for form in entry.formas}
        self.categories: list[Category] = []
        self.index: list[Block] = []
        self.intro: list[Block] = []
        self._read()

    def _read(self) -> None:
        reading = Reading.of(self.document.text)
        pending: list[_Entry] = []
        theme: Theme | None = None
        for block in blocks(self.document, self.seccion):
            text = block.text(reading)
            plain = " ".join(words(text))
            if block.rank is Rank.CAPITALS and block.mark:
                self._category(text, block)
            elif not self.categories:
                (self.index if block.rank is Rank.BULLET else self.intro).append(block)
            elif plain in _LABELS:
                continue
            elif (match := _THEME.fullmatch(text)) is not None:
                theme = Theme(match["letter"], match["title"], block)
                self._theme(theme)
            elif theme is None:
                self._fail(block, "hay texto antes del primer tema de una categoría")
            elif (orphan := _ORPHAN.fullmatch(text)) is not None:
                self._adopt(orphan["name"], block, pending)
            elif block.attached and theme.entries:
                theme.entries[-1].blocks.append(block)
            elif (entry := self._entry(block)) is not None:
                theme.entries.append(entry)
            elif theme.recommendation is None:
                theme.recommendation = block
            else:
                entry = _Entry([block], None, (block.start, block.start), block.start)
                theme.entries.append(entry)
                pending.append(entry)
        if pending:
            self._fail(pending[0].blocks[0], "la práctica no dice de qué país es")
        self._check()

    def _category(self, title: str, block: Block) -> None:
        title = sentence_case(title)
        if self.categories and not self.categories[-1].block:
            self.categories[-1].title, self.categories[-1].block = title, block
        else:
            self.categories.append(Category(title, block))

    def _theme(self, theme: Theme) -> None:
        """Put a theme under its category: "a" begins one, any other letter goes on the last one that awaits it."""
        if theme.letter == "a":
            if self.categories[-1].themes:
                self.categories.append(Category())
            self.categories[-1].themes.append(theme)
            return
        before = chr(ord(theme.letter) - 1)
        for category in reversed(self.categories):
            if category.themes and category.themes[-1].letter == before:
                category.themes.append(theme)
                return
        self._fail(theme.block, f"al tema «{theme.letter}.» no le precede ningún tema «{before}.»")

    def _entry(self, block: Block) -> _Entry | None:
        """The practice that a paragraph with a country before a colon tells of, or None."""
        match = _COUNTRY.match(self.document.text, block.start, block.end)
        place = self._country(match["name"]) if match else None
        if match is None or place is None:
            return None
        body = match.end()
        while self.document.text[body].isspace():
            body += 1
        return _Entry([block], place, (match.start("name"), match.end("name")), body)

    def _country(self, name: str) -> Lugar | None:
        return next((place for place in self.lugares.lookup(name) if place.clase in ("pais", "zona")), None)

    def _adopt(self, name: str, block: Block, pending: list[_Entry]) -> None:
        """Give the rest of a country's name to the paragraph that begins with its first word."""
        for entry in pending:
            first = re.compile(r"\S+").match(self.document.text, entry.blocks[0].start)
            assert first is not None
            place = self._country(f"{first.group()} {name}")
            if place is not None:
                body = first.end()
                while self.document.text[body].isspace():
                    body += 1
                entry.country, entry.label, entry.body = place, first.span(), body
                pending.remove(entry)
                return
        self._fail(block, f"«{name}:» no completa el país de ninguna práctica")

    def _check(self) -> None:
        """Every category has its title and every theme of the index its place."""
        for category in self.categories:
            if not category.block:
                self._fail(category.themes[0].block, "la categoría de este tema no tiene título")
            for theme in category.themes:
                if theme.recommendation is None or not theme.entries:
                    self._fail(theme.block, f"al tema «{theme.title}» le falta su recomendación o sus prácticas")
        if not self.categories:
            where = self.document.text.count("\n", 0, self.seccion.trozos[0].start) + 1
            raise ParseError(f"{self.document.id}, línea {where}: el catálogo no tiene categorías")
        titles = [" ".join(words(theme.title)) for category in self.categories for theme in category.themes]
        reading = Reading.of(self.document.text)
        for block in self.index:
            name = " ".join(words(block.text(reading)))
            if not any(title.startswith(name) for title in titles):
                self._fail(block, f"el índice nombra el tema «{name}» y el catálogo no lo trae")

    def _fail(self, block: Block, why: str) -> None:
        raise ParseError(f"{self.document.id}, línea {block.lines[0].number}: {why}")

    def records(self) -> list[Record]:
        """The practices in the order of the catalogue, and a passage for the intro and for each theme."""
        found: list[Record] = []
        reading = Reading.of(self.document.text)
        intro = [block for block in self.intro if block.rank is Rank.PROSE]
        if intro:
            names = [(category.title, [theme.title for theme in category.themes]) for category in self.categories]
            text = "\n".join(
                [
                    " ".join(block.text(reading) for block in intro),
                    *(f"- {title}: {'; '.join(themes)}" for title, themes in names),
                ]
            )
            spans = tuple(span for block in (*intro, *self.index) for span in block.spans(self.document))
            found.append(self._pasaje(0, self.seccion.path, Texto(texto=text, spans=spans)))
        position = 0
        for category in self.categories:
            for theme in category.themes:
                own = []
                for entry in theme.entries:
                    position += 1
                    own.append(self._practica(position, category, theme, entry))
                found += own
                found.append(self._pasaje(position, self.path(category, theme), self._theme_texto(theme, own)))
        return found

    def path(self, category: Category, theme: Theme | None = None) -> tuple[str, ...]:
        """The headings down to a category or theme."""
        return (*self.seccion.path, category.title, *((theme.title,) if theme else ()))

    def marks(self) -> list[tuple[int, tuple[str, ...]]]:
        """Where each category's title and each theme stand, with their headings."""
        found: list[tuple[int, tuple[str, ...]]] = []
        for category in self.categories:
            first = category.themes[0]
            if category.block:
                after = category.block.start > first.block.start
                found.append((category.block.start, self.path(category, first if after else None)))
            found += [(theme.block.start, self.path(category, theme)) for theme in category.themes]
        return found

    def _pasaje(self, position: int, ruta: tuple[str, ...], texto: Texto) -> Pasaje:
        name = f"pasaje:{self.document.id}:{self.seccion.position:02d}-{position:02d}"
        return Pasaje(id=name, document=self.document.id, ruta=ruta, texto=texto)

    def _theme_texto(self, theme: Theme, own: Sequence[Practica]) -> Texto:
        assert theme.recommendation is not None
        recommended = theme.recommendation.texto(self.document)
        lines = [f"Recomendación: {recommended.texto}", "Buenas prácticas:"]
        lines += [f"- {p.pais}: {p.campos[-1].texto.texto}" for p in own]
        spans = [*recommended.spans, *(span for p in own for span in p.campos[-1].texto.spans)]
        return Texto(texto="\n".join(lines), spans=tuple(spans))

    def _practica(self, position: int, category: Category, theme: Theme, entry: _Entry) -> Practica:
        assert entry.country is not None
        assert category.block is not None
        assert theme.recommendation is not None
        prose = Prose.of(self.document.text, entry.body, entry.end)
        cut = self._title_end(prose.text, entry)
        title, where = self._place(prose.text[:cut], entry.country)
        lugar = Texto(texto=entry.country.nombre, spans=(self.document.span(*entry.label),))
        if where:
            start, end = prose.place(where[0].start, where[-1].end)
            lugar = Texto(texto=prose.text[where[0].start : where[-1].end], spans=(self.document.span(start, end),))
        comunas = tuple(m.lugar.nombre for m in where if m.lugar.clase == "comuna")
        description = Texto(texto=prose.text, spans=(self.document.span(*prose.place(0, len(prose.text))),))
        own = category.block.texto(self.document).model_copy(update={"texto": category.title})
        return Practica(
            id=f"practica:{self.document.id}:{position:02d}",
            document=self.document.id,
            titulo=Texto(texto=title, spans=(self.document.span(*prose.place(0, len(title))),)),
            lugar=lugar,
            comuna=comunas[0] if comunas else None,
            comunas=comunas,
            region=self.lugares.region_of(comunas[0]) if comunas else None,
            pais=entry.country.nombre,
            tema=theme.title,
            campos=(
                Elemento(titulo="Categoría", clave="categoria", texto=own),
                Elemento(
                    titulo="Recomendaciones", clave="recomendacion", texto=theme.recommendation.texto(self.document)
                ),
                Elemento(titulo="Descripción", clave="descripcion", texto=description),
            ),
            span=self.document.span(entry.label[0], entry.end),
        )

    def _title_end(self, text: str, entry: _Entry) -> int:
        """Where the name of a practice ends: before its verb, an aside, " que ", or the end of its phrase.

        What stands in quotation marks or brackets belongs to the name.
        """
        inside = [match.span() for match in re.finditer(r"“[^”]*”|\([^()]*\)", text)]
        for match in re.finditer(r"[^\W\d_]+|[.:](?=\s|$)|,", text):
            if any(start <= match.start() < end for start, end in inside) or match.start() == 0:
                continue
            word = match.group()
            if word in (".", ":", "que") or word in self.verbs:
                return len(text[: match.start()].rstrip())
            if word == "," and _ASIDE.match(text[: match.end() + 40], len(text[: match.start()].rstrip())):
                return len(text[: match.start()].rstrip())
        self._fail(entry.blocks[0], "no se reconoce dónde termina el nombre de la práctica (verbos_practica.toml)")
        raise AssertionError

    def _place(self, title: str, country: Lugar) -> tuple[str, list[Mencion]]:
        """The name without a place in brackets at its end, and the comunas or cities of the country that it names."""
        places = []
        for mention in self.lugares.find(title):
            fitting = tuple(
                place for place in mention.lugares if place.pais == country.pais and place.clase in ("comuna", "ciudad")
            )
            if fitting and not mention.gentilicio:
                places.append(mention.model_copy(update={"lugares": fitting}))
        bracket = _IN_BRACKETS.search(title)
        if bracket and places and bracket.start(1) <= places[-1].start:
            return title[: bracket.start()], places
        return title, places


__all__ = ["CHILE", "Catalogue"]
