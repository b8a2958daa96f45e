"""Two tables of the guide that lost their columns: the scheme of government functions and the competences by level."""

from __future__ import annotations

from dataclasses import replace

from corpus.analysis import words
from corpus.errors import ParseError
from corpus.records import Documento, Pasaje, Texto
from ingest.guia.bloques import Block, blocks, capitals
from ingest.guia.mapa import Mapa, Seccion
from ingest.lines import line_number
from ingest.reading import Reading

Group = tuple[str, list[Block]]
Mark = tuple[int, tuple[str, ...]]


def plain(text: str) -> str:
    """A text for comparison."""
    return " ".join(words(text))


def scheme(document: Documento, mapa: Mapa, seccion: Seccion) -> list[Group]:
    """The functions of each body of the scheme, whose name closes its row. Raises ParseError where one is missing."""
    table = mapa.toml.esquema
    where = f"{document.id}, línea {line_number(document.text, seccion.trozos[0].start)}"
    if table is None:
        raise ParseError(f"{document.id}.toml: falta [esquema]")
    reading = Reading.of(document.text)
    found = [(block, block.text(reading)) for block in blocks(document, seccion)]
    header = [plain(text) for text in table.encabezado]
    if [plain(text) for _, text in found[: len(header)]] != header:
        raise ParseError(f"{where}: el esquema no empieza por sus ámbitos")
    rows: list[Group] = []
    open_row: list[Block] = []
    for block, text in found[len(header) :]:
        if len(rows) == len(table.organismos):
            break
        if plain(text) == plain(table.organismos[len(rows)]):
            rows.append((table.organismos[len(rows)], open_row))
            open_row = []
        else:
            open_row.append(block)
    if len(rows) != len(table.organismos) or not all(cells for _, cells in rows):
        raise ParseError(f"{where}: el esquema no trae las funciones de {table.organismos[len(rows) :]}")
    return rows


def competences(document: Documento, mapa: Mapa, seccion: Seccion) -> list[tuple[str, list[Group]]]:
    """For each field of competences, those of each level of government.

    Raises ParseError where a field is missing or its competences do not begin as the map says.
    """
    reading = Reading.of(document.text)
    fields = {plain(ambito.nombre): ambito for ambito in mapa.toml.ambito}
    levels = {plain(nivel.nombre) for nivel in mapa.toml.nivel}
    laws = {plain(nivel.norma) for nivel in mapa.toml.nivel}
    found: dict[str, list[Group]] = {}
    current = None
    for block in (part for whole in blocks(document, seccion) for part in _sentences(whole)):
        text = block.text(reading)
        if plain(text) in fields:
            current = fields[plain(text)]
            found[current.nombre] = []
        elif plain(text) in levels or plain(text) in laws:
            current = None
        elif current is not None and not capitals(text) and not text.startswith("Fuente"):
            level = next((name for name, first in current.empieza if plain(text).startswith(plain(first))), None)
            if level is not None:
                found[current.nombre].append((level, [block]))
            elif found[current.nombre]:
                found[current.nombre][-1][1].append(block)
            else:
                where = f"{document.id}, línea {block.lines[0].number}"
                raise ParseError(f"{where}: no se sabe de qué nivel de gobierno es «{text[:60]}»")
    for ambito in mapa.toml.ambito:
        expected = [level for level, _ in ambito.empieza]
        if [level for level, _ in found.get(ambito.nombre, [])] != expected:
            raise ParseError(f"{document.id}: las competencias en «{ambito.nombre}» no son de {', '.join(expected)}")
    return list(found.items())


def _sentences(block: Block) -> list[Block]:
    """A block parted after each line that ends a sentence: a competence is one sentence."""
    parts: list[Block] = []
    for line in block.lines:
        if parts and not parts[-1].lines[-1].text.endswith("."):
            parts[-1].lines.append(line)
        else:
            parts.append(replace(block, lines=[line]))
    return parts


def pasajes(document: Documento, mapa: Mapa) -> tuple[list[Pasaje], list[Mark]]:
    """The passages of both tables, and where their rows and cells begin, with their headings.

    One for each body of the scheme; one for each level and field of the competences, and one for all of a level.
    """
    found: list[Pasaje] = []
    marks: list[Mark] = []

    def add(seccion: Seccion, ruta: tuple[str, ...], lines: list[str], cells: list[Block]) -> None:
        spans = tuple(span for block in cells for span in block.spans(document))
        name = f"pasaje:{document.id}:{seccion.position:02d}-{len(found) + 1:02d}"
        found.append(Pasaje(id=name, document=document.id, ruta=ruta, texto=Texto(texto="\n".join(lines), spans=spans)))

    reading = Reading.of(document.text)
    for seccion in mapa.of("esquema"):
        for body, cells in scheme(document, mapa, seccion):
            marks.append((cells[0].start, (*seccion.path, body)))
            add(seccion, (*seccion.path, body), [f"- {block.text(reading)}" for block in cells], cells)
    for seccion in mapa.of("competencias"):
        by_level: dict[str, list[tuple[str, list[Block]]]] = {nivel.nombre: [] for nivel in mapa.toml.nivel}
        for name, groups in competences(document, mapa, seccion):
            for level, cells in groups:
                ruta = (*seccion.path, level, name)
                marks.append((cells[0].start, ruta))
                add(seccion, ruta, [f"- {block.text(reading)}" for block in cells], cells)
                by_level[level].append((name, cells))
        for nivel in mapa.toml.nivel:
            lines = [f"{nivel.nombre} ({nivel.norma})"]
            for name, cells in by_level[nivel.nombre]:
                lines += [f"{name}:", *(f"- {block.text(reading)}" for block in cells)]
            add(
                seccion, (*seccion.path, nivel.nombre), lines, [b for _, cells in by_level[nivel.nombre] for b in cells]
            )
    return found, marks
