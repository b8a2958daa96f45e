"""The national plan: its summary of ejes and its tables of medidas become ``Eje`` and ``Medida`` records.

The plan's body is a run of tables, one for each eje, whose rows are lines with tabs:
number, institución, medida, plazo, indicador. What breaks that shape, and how it is read:

- a table without a heading of its own belongs to the next eje;
- a row whose plazo is no whole date is wrapped: the lines below go on cell by cell;
- a row without number, or with a number seen before, is a further milestone (hito) of the numbered row;
- a line with its columns interleaved is taken apart as ``documents/arreglos.toml`` says.

The parser checks what the plan promises: medidas numbered 1 to N without gaps, as many as its summary adds up to.
Where an eje's own count differs from the summary, that is the source's fault and becomes a ``Discrepancia``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from corpus.dates import WRITTEN_DATE, parse_written_date
from corpus.errors import ParseError
from corpus.lexicon import Instituciones
from corpus.records import Discrepancia, Documento, Eje, Hito, Medida, Record, Span, Texto

_EJE = re.compile(r"^Eje (\d+): (.+?)\s*$")
_INDEX_ENTRY = re.compile(r"^Eje (\d+): (.+?)\t+\d+\s*$")
_SUMMARY_ROW = re.compile(r"^(\d{1,2})\t(.+?)\t(\d+)\s*$")
_TABLE_HEADER = re.compile(r"^N°?\tINSTITUCIÓN\tMEDIDA\tPLAZO\tINDICADOR\s*$", re.IGNORECASE)
COLUMNS = ("numero", "institucion", "medida", "plazo", "indicador")


@dataclass
class _Cell:
    """Pieces of one cell, each an offset range of the document."""

    pieces: list[tuple[int, int]] = field(default_factory=list)

    def text(self, document: Documento) -> str:
        return re.sub(r"\s+", " ", " ".join(document.text[start:end] for start, end in self.pieces)).strip()

    def texto(self, document: Documento) -> Texto:
        return Texto(texto=self.text(document), spans=tuple(document.span(s, e) for s, e in self.pieces))


@dataclass
class _Row:
    """One row of a table: its cells by column, and the 1-based line it starts on."""

    line: int
    cells: dict[str, _Cell]

    def text(self, document: Documento, column: str) -> str:
        return self.cells[column].text(document)

    def whole(self, document: Documento) -> bool:
        return WRITTEN_DATE.search(self.text(document, "plazo")) is not None

    @property
    def ends(self) -> tuple[int, int]:
        offsets = [piece for cell in self.cells.values() for piece in cell.pieces]
        return min(start for start, _ in offsets), max(end for _, end in offsets)


@dataclass
class _Lines:
    """The lines of a document with their offsets."""

    document: Documento

    def __iter__(self):  # type: ignore[no-untyped-def]
        at = 0
        for number, line in enumerate(self.document.text.splitlines(keepends=True), 1):
            yield number, at, line.rstrip("\n")
            at += len(line)


def _cells(start: int, line: str) -> dict[str, _Cell]:
    """The tabbed cells of a line, trimmed, as offset ranges."""
    cells = {column: _Cell() for column in COLUMNS}
    at = start
    for column, raw in zip(COLUMNS, line.split("\t"), strict=True):
        inner = raw.strip()
        if inner:
            left = at + raw.index(inner)
            cells[column].pieces.append((left, left + len(inner)))
        at += len(raw) + 1
    return cells


def _repaired(start: int, line: str, repair: dict[str, list[str]], number: int) -> _Row:
    """The row of an interleaved line, by the literal pieces of each column. Raises ParseError where they don't cover it."""
    taken = [False] * len(line)
    cells = {column: _Cell() for column in COLUMNS}
    for column in COLUMNS:
        search = 0
        for piece in repair[column]:
            at = line.find(piece, search)
            while at >= 0 and any(taken[at : at + len(piece)]):
                at = line.find(piece, at + 1)
            if at < 0:
                raise ParseError(f"arreglos.toml: el trozo «{piece}» no está en la línea {number}")
            taken[at : at + len(piece)] = [True] * len(piece)
            cells[column].pieces.append((start + at, start + at + len(piece)))
            search = at + len(piece)
    left = "".join(char for char, used in zip(line, taken, strict=True) if not used).strip()
    if left:
        raise ParseError(f"arreglos.toml: en la línea {number} sobra «{left}»")
    return _Row(number, cells)


def load_repairs(folder: Path, document_id: str) -> list[dict[str, list[str]]]:
    """The repairs of one document in ``arreglos.toml``, or none where there is no such file."""
    path = folder / "arreglos.toml"
    if not path.exists():
        return []
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("fila", [])
    return [row for row in rows if row["documento"] == document_id]


def split_instituciones(written: str, known: Instituciones) -> tuple[str, ...]:
    """The canonical names in an institución cell: parted by "/", or by parentheses around a dependency.

    A name that the lexicon does not know stands as it is written, so that a next plan may bring new ones.
    """
    names: list[str] = []
    for part in re.split(r"\s*[/()]\s*", written):
        part = part.strip()
        if part:
            name = known.canonical(part) or part
            if name not in names:
                names.append(name)
    return tuple(names)


def parse(document: Documento, known: Instituciones, repairs: list[dict[str, list[str]]]) -> list[Record]:
    """The ejes, medidas and count discrepancies of a plan. Raises ParseError with the line that breaks its promises."""
    names: dict[int, list[Texto]] = {}
    declared: dict[int, tuple[Texto, int, Span]] = {}
    rows: list[tuple[int, _Row]] = []
    eje, fresh_heading = 0, False
    open_row: _Row | None = None
    for number, start, line in _Lines(document):
        if (entry := _INDEX_ENTRY.match(line)) is not None:
            names.setdefault(int(entry[1]), []).append(_texto(document, start, entry, 2))
        elif not rows and eje == 0 and (summary := _SUMMARY_ROW.match(line)) is not None:
            declared[int(summary[1])] = (
                _texto(document, start, summary, 2),
                int(summary[3]),
                document.span(start, start + len(line.rstrip())),
            )
        elif (heading := _EJE.match(line)) is not None:
            eje, fresh_heading = int(heading[1]), True
            names.setdefault(eje, []).append(_texto(document, start, heading, 2))
        elif _TABLE_HEADER.match(line):
            eje, fresh_heading = (eje, False) if fresh_heading else (eje + 1, False)
        elif eje and "\t" in line:
            if line.count("\t") != len(COLUMNS) - 1:
                raise ParseError(f"{document.id}, línea {number}: la fila no tiene {len(COLUMNS)} columnas")
            row = _Row(number, _cells(start, line))
            if open_row is not None and not open_row.whole(document):
                if row.text(document, "numero"):
                    raise ParseError(f"{document.id}, línea {open_row.line}: el plazo no es una fecha")
                for column in COLUMNS:
                    open_row.cells[column].pieces += row.cells[column].pieces
            else:
                rows.append((eje, row))
                open_row = row
        elif eje and line.strip():
            repair = next((r for r in repairs if line.strip().startswith(str(r["comienza"]))), None)
            if repair is not None:
                open_row = _repaired(start, line, repair, number)
                rows.append((eje, open_row))
            elif WRITTEN_DATE.search(line) or len(line) > 200:
                raise ParseError(
                    f"{document.id}, línea {number}: parece una fila con las columnas mezcladas; "
                    "descríbala en arreglos.toml"
                )
    medidas = _medidas(document, rows, known)
    return _ejes(document, names, declared, medidas) + list(medidas)


def _texto(document: Documento, start: int, match: re.Match[str], group: int) -> Texto:
    span = document.span(start + match.start(group), start + match.end(group))
    return Texto(texto=match[group].strip(), spans=(span,))


def _medidas(document: Documento, rows: list[tuple[int, _Row]], known: Instituciones) -> list[Medida]:
    """Rows grouped into medidas: a numbered row with the unnumbered ones before it and its repeats after it."""
    groups: list[tuple[int, int, list[_Row]]] = []
    waiting: list[_Row] = []
    for eje, row in rows:
        if not row.whole(document):
            raise ParseError(f"{document.id}, línea {row.line}: el plazo no es una fecha")
        written = row.text(document, "numero")
        if not written:
            waiting.append(row)
            continue
        number = int(written)
        if groups and groups[-1][1] == number:
            groups[-1][2].append(row)
        else:
            groups.append((eje, number, [*waiting, row]))
        waiting = []
    if waiting:
        raise ParseError(f"{document.id}, línea {waiting[0].line}: fila sin número de medida")
    medidas = [_medida(document, eje, number, group, known) for eje, number, group in groups]
    for expected, medida in enumerate(medidas, 1):
        if medida.numero != expected:
            raise ParseError(f"{document.id}: tras la medida {expected - 1} viene la {medida.numero}")
    return medidas


def _medida(document: Documento, eje: int, number: int, group: list[_Row], known: Instituciones) -> Medida:
    head = next((row for row in group if row.text(document, "institucion") and row.text(document, "medida")), None)
    if head is None:
        raise ParseError(f"{document.id}, línea {group[0].line}: la medida {number} no tiene institución o texto")
    if not all(row.text(document, "indicador") for row in group):
        raise ParseError(f"{document.id}, línea {group[0].line}: la medida {number} no tiene indicador")
    institucion = head.cells["institucion"].texto(document)
    return Medida(
        id=f"medida:{number}",
        document=document.id,
        numero=number,
        eje=eje,
        instituciones=split_instituciones(institucion.texto, known),
        institucion=institucion,
        texto=head.cells["medida"].texto(document),
        hitos=tuple(
            Hito(
                plazo=row.cells["plazo"].texto(document),
                fecha=parse_written_date(row.text(document, "plazo")),
                indicador=row.cells["indicador"].texto(document),
            )
            for row in group
        ),
        span=document.span(group[0].ends[0], max(row.ends[1] for row in group)),
    )


def _ejes(
    document: Documento,
    names: dict[int, list[Texto]],
    declared: dict[int, tuple[Texto, int, Span]],
    medidas: list[Medida],
) -> list[Record]:
    if not declared:
        raise ParseError(f"{document.id}: falta el cuadro resumen de los ejes")
    total = sum(count for _, count, _ in declared.values())
    if total != len(medidas):
        raise ParseError(f"{document.id}: el resumen suma {total} medidas y el cuerpo tiene {len(medidas)}")
    records: list[Record] = []
    for number, (summary_name, count, span) in sorted(declared.items()):
        own = tuple(medida.numero for medida in medidas if medida.eje == number)
        variants = [summary_name, *names.get(number, [])]
        heading = variants[-1]
        others = {texto.texto: texto for texto in variants if texto.texto != heading.texto}
        records.append(
            Eje(
                id=f"eje:{number}",
                document=document.id,
                numero=number,
                nombre=heading,
                otros_nombres=tuple(others.values()),
                declaradas=count,
                declaradas_span=span,
                medidas=own,
            )
        )
        if count != len(own):
            records.append(
                Discrepancia(
                    id=f"discrepancia:eje-{number}",
                    asunto=f"Medidas del Eje {number}",
                    explicacion=f"El cuadro resumen da {count} medida{'s' if count != 1 else ''} al Eje {number} y el cuerpo del plan trae {len(own)}.",
                    spans=(span, *(m.span for m in medidas if m.eje == number)),
                    medidas=own,
                    origen="calculada",
                )
            )
    unknown = {medida.eje for medida in medidas} - set(declared)
    if unknown:
        raise ParseError(f"{document.id}: el resumen no nombra los ejes {sorted(unknown)}")
    return records
