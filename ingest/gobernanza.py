"""Practices told under titles in capitals, with labelled fields, and then slides with bullets.

A practice is a title in capitals that the first label ("Año de inicio") follows; its labels may be split over lines and
may be followed by their value on the same line. A title in capitals that no label follows heads the document (and is
repeated on its pages) or a slide; slides are no practices, and their bullets become passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import ParseError
from corpus.lexicon import plain
from corpus.lugares import Lugares
from corpus.records import Documento, Elemento, Pasaje, Practica, Record, Texto
from corpus.settings import Settings
from ingest.lines import Line, line_number, lines, trimmed
from ingest.passages import Heading
from ingest.practicas import Campos, Label, as_pasajes

_PLACE = re.compile(r"Municipalidad\s+de\s+([A-ZÁÉÍÓÚÑ]\w+(?:\s+(?:(?:de|del|la|las|los)\s+)*[A-ZÁÉÍÓÚÑ]\w+)*)")
_ITEM = re.compile(r"-|[A-ZÁÉÍÓÚÑ][^:.]{3,40}:")
_BULLETS = "•●▪"
FULL_LINE = 80
"""A line with so many characters fills the width of the page; what follows it goes on, unless it is labelled."""
REQUIRED = ("inicio", "responsables", "descripcion", "resultados")


@dataclass(frozen=True)
class _Section:
    """A title in capitals, and the lines up to the next one."""

    title: str
    start: int
    title_end: int
    body: tuple[Line, ...]
    labels: tuple[Label, ...]

    @property
    def end(self) -> int:
        """Offset after its last visible character."""
        return self.body[-1].end if self.body else self.title_end


def parse(document: Documento, settings: Settings | None = None) -> list[Record]:
    """The practices, and the passages of practices and slides. Raises ParseError with the line at fault."""
    settings = settings or Settings()
    lugares = Lugares.load(settings.lexicon_dir)
    records: list[Record] = []
    practices = 0
    for section in _sections(document, Campos.load(settings.lexicon_dir)):
        if section.labels:
            practices += 1
            practica = _practica(document, practices, section, lugares)
            records += [practica, *as_pasajes(practica, section.title)]
        else:
            records += _slide(document, section)
    if not practices:
        raise ParseError(f"{document.id}: no hay ninguna práctica (un título en mayúsculas y sus rótulos)")
    return records


def headings(document: Documento) -> list[Heading]:
    """The titles of the practices with their fields, and of the slides with their sub-titles."""
    found: list[Heading] = []
    for section in _sections(document, Campos.load(Settings().lexicon_dir)):
        found.append((section.start, 1, section.title))
        found += [(label.start, 2, label.title(document.text)) for label in section.labels]
        if not section.labels and (subtitle := _subtitle(section)):
            found.append((subtitle[0].start, 2, " ".join(line.text for line in subtitle)))
    return found


def _sections(document: Documento, campos: Campos) -> list[_Section]:
    """The document by its titles in capitals; a title's lines follow one another. One without a body is left out."""
    groups: list[tuple[list[Line], list[Line]]] = []
    for line in lines(document.text):
        goes_on = bool(groups) and not groups[-1][1] and groups[-1][0][-1].number == line.number - 1
        if _is_title(line, goes_on):
            if goes_on:
                groups[-1][0].append(line)
            else:
                groups.append(([line], []))
        elif groups:
            groups[-1][1].append(line)
        else:
            raise ParseError(f"{document.id}, línea {line.number}: hay texto antes del primer título en mayúsculas")
    sections = []
    for title, body in groups:
        if body:
            words = " ".join(" ".join(line.text.split()) for line in title)
            labels = _labels(document, campos, body)
            sections.append(_Section(words, title[0].start, title[-1].end, tuple(body), labels))
    return sections


def _is_title(line: Line, goes_on: bool) -> bool:
    """Whether a line is in capitals; one that does not go on a title has two words or more (an acronym is no title)."""
    letters = [char for char in line.text if char.isalpha()]
    return all(char.isupper() for char in letters) and line.text[0].isalpha() and (goes_on or " " in line.text)


def _labels(document: Documento, campos: Campos, body: list[Line]) -> tuple[Label, ...]:
    """The labels at the beginning of lines; none where the body does not begin with one (a slide)."""
    found: list[Label] = []
    for line in body:
        if found and line.start < found[-1].end:
            continue
        label = campos.at(document.text, line.start)
        if label is not None and document.text[label.end : label.end + 1] in ("", " ", "\n", ":"):
            found.append(label)
    return tuple(found) if found and found[0].start == body[0].start else ()


def _texto(document: Documento, start: int, end: int) -> Texto:
    """A field's text. Every line is set apart by blank lines here, so what goes on is told by how the lines read."""
    items: list[str] = []
    before = ""
    for line in lines(document.text[start:end]):
        words = " ".join(line.text.split())
        if items and _goes_on(before, words):
            items[-1] += " " + words
        else:
            items.append(re.sub(r"^-\s*", "- ", words))
        before = words
    return Texto(texto="\n".join(items), spans=(document.span(start, end),))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line continues the one before: in small letters, after a dash or a comma, or after a full line."""
    if before.endswith(".") or _ITEM.match(line):
        return False
    return line[0].islower() or before.endswith(("-", ",")) or len(before) >= FULL_LINE


def _practica(document: Documento, position: int, section: _Section, lugares: Lugares) -> Practica:
    where = f"{document.id}, línea {line_number(document.text, section.start)}"
    keys = [label.campo.clave for label in section.labels]
    if missing := [key for key in REQUIRED if key not in keys]:
        raise ParseError(f"{where}: a la práctica «{section.title}» le faltan los campos {', '.join(missing)}")
    campos = []
    bounds = [*(label.start for label in section.labels[1:]), section.end]
    for label, end in zip(section.labels, bounds, strict=True):
        start, stop = trimmed(document.text, label.end, end)
        if start == stop:
            number = line_number(document.text, label.start)
            raise ParseError(f"{document.id}, línea {number}: el campo «{label.campo.nombre}» está vacío")
        texto = _texto(document, start, stop)
        campos.append(Elemento(titulo=label.title(document.text), clave=label.campo.clave, texto=texto))
    responsible = next(element for element in campos if element.clave == "responsables")
    span = responsible.texto.spans[0]
    match = _PLACE.search(document.text, span.start, span.end)
    comuna = lugares.canonical(match[1], "comuna") if match else None
    if match is None or comuna is None:
        raise ParseError(f"{where}: entre los responsables de «{section.title}» no hay una municipalidad conocida")
    place = document.span(match.start(), match.end())
    return Practica(
        id=f"practica:{document.id}:{position:02d}",
        document=document.id,
        titulo=Texto(texto=section.title, spans=(document.span(section.start, section.title_end),)),
        lugar=Texto(texto=f"Municipalidad de {comuna}", spans=(place,)),
        comuna=comuna,
        comunas=(comuna,),
        region=lugares.region_of(comuna),
        campos=tuple(campos),
        span=document.span(section.start, section.end),
    )


def _subtitle(section: _Section) -> tuple[Line, ...]:
    """The lines of a slide before its first bullet."""
    first = next((at for at, line in enumerate(section.body) if line.text[0] in _BULLETS), len(section.body))
    return section.body[:first]


def _slide(document: Documento, section: _Section) -> list[Pasaje]:
    """A slide's list as one passage under its title and sub-title; its bullets go on over blank lines."""
    subtitle = _subtitle(section)
    if len(subtitle) == len(section.body):
        return []
    title = (" ".join(line.text for line in subtitle),) if subtitle else ()
    first = section.body[len(subtitle)]
    items: list[tuple[int, int]] = []
    for line in section.body[len(subtitle) :]:
        if line.text[0] in _BULLETS:
            items.append((line.start, line.end))
        else:
            items[-1] = (items[-1][0], line.end)
    texts = [" ".join(document.text[start + 1 : end].split()) for start, end in items]
    return [
        Pasaje(
            id=f"pasaje:{document.id}:{plain(section.title).replace(' ', '-')[:30]}-{first.number}",
            document=document.id,
            ruta=(section.title, *title),
            texto=Texto(
                texto="\n".join(f"- {text}" for text in texts),
                spans=tuple(document.span(start, end) for start, end in items),
            ),
        )
    ]
