"""The sheets of municipal practices: each is a title, a municipality, and labelled fields.

A sheet begins at the paragraph before "MUNICIPALIDAD …". The líneas of the Sello come as a list whose ticked items are
marked in one of three ways; the months of a calendar as a tabbed header with ticks under it. Every sheet must have
every field once, and all sheets the same líneas; otherwise the build stops and says in which line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.analysis import fold
from corpus.dates import MONTHS, month_number
from corpus.errors import ParseError
from corpus.lugares import Lugares
from corpus.records import Documento, Elemento, Practica, Record, Span, Texto
from corpus.settings import Settings
from ingest.lines import Line, Paragraph, line_number, lines, paragraphs
from ingest.passages import Heading, passages
from ingest.practicas import Campos, Label, as_pasajes, field_texto

_PLACE = re.compile(r"MUNICIPALIDAD(?: DEL?)? ([A-ZÁÉÍÓÚÑÜ' ]+)")
_LINEA = re.compile(
    r"(?P<box><input\b(?P<attributes>[^>]*)>\s*)?(?P<bullet>[-•]\s*)?(?P<tick>✓\s*)?(?P<name>[^\s✓<].*?)\s*$"
)
REQUIRED = (
    "colaboradores", "lineas", "poblacion", "fechas", "financiamiento",
    "sostenibilidad", "descripcion", "innovacion", "aprendizajes",
)  # fmt: skip


@dataclass(frozen=True)
class _Sheet:
    """Where one sheet stands: its title, its place, its labels, and its end."""

    title: Paragraph
    place: Paragraph
    comuna: str
    labels: tuple[Label, ...]
    end: int


@dataclass(frozen=True)
class _Linea:
    """A línea of the Sello: its name, where it stands, whether it is ticked."""

    name: str
    span: Span
    ticked: bool


def parse(document: Documento, settings: Settings | None = None) -> list[Record]:
    """The practices and passages of the sheets. Raises ParseError with the line that breaks a promise."""
    settings = settings or Settings()
    lugares = Lugares.load(settings.lexicon_dir)
    sheets = _sheets(document, lugares, Campos.load(settings.lexicon_dir))
    if not sheets:
        raise ParseError(f"{document.id}: no hay ninguna ficha (un título seguido de «MUNICIPALIDAD DE …»)")
    records: list[Record] = []
    lineas: tuple[str, ...] = ()
    for position, sheet in enumerate(sheets, 1):
        practica, own = _practica(document, position, sheet, lugares)
        if lineas and own != lineas:
            number = sheet.title.number
            raise ParseError(f"{document.id}, línea {number}: la ficha trae otras líneas del Sello que las anteriores")
        lineas = own
        records += [practica, *as_pasajes(practica, _heading(sheet))]
    before = passages(document, _headings(document, sheets))
    intro = [p for p in before if p.ruta and p.texto.spans[0].end <= sheets[0].title.start]
    return [*records, *intro]


def headings(document: Documento) -> list[Heading]:
    """The titles of the sheets (with their municipality) and their fields, and the headings before the first sheet."""
    settings = Settings()
    return _headings(document, _sheets(document, Lugares.load(settings.lexicon_dir), Campos.load(settings.lexicon_dir)))


def _headings(document: Documento, sheets: list[_Sheet]) -> list[Heading]:
    found: list[Heading] = []
    first = sheets[0].title.start if sheets else len(document.text)
    cover = [p for p in paragraphs(document.text) if p.end <= first]
    for paragraph, following in pairwise(cover):
        if paragraph.text.isupper() and not following.text.isupper() and following.text.endswith("."):
            found.append((paragraph.start, 1, paragraph.text))
    for sheet in sheets:
        found.append((sheet.title.start, 1, _heading(sheet)))
        found += [(label.start, 2, label.title(document.text)) for label in sheet.labels]
    return found


def _heading(sheet: _Sheet) -> str:
    return f"{sheet.title.text} (Municipalidad de {sheet.comuna})"


def _sheets(document: Documento, lugares: Lugares, campos: Campos) -> list[_Sheet]:
    found = paragraphs(document.text)
    heads: list[tuple[Paragraph, Paragraph, str]] = []
    for title, place in pairwise(found):
        match = _PLACE.fullmatch(place.text.replace("*", "").strip())
        if match is None:
            continue
        comuna = lugares.canonical(match[1], "comuna")
        if comuna is None:
            raise ParseError(f"{document.id}, línea {place.number}: no se conoce la comuna «{match[1]}» (lugares.toml)")
        heads.append((title, place, comuna))
    sheets = []
    for at, (title, place, comuna) in enumerate(heads):
        end = heads[at + 1][0].start if at + 1 < len(heads) else len(document.text)
        labels = _labels(document, campos, place.end, end)
        sheets.append(_Sheet(title, place, comuna, labels, end))
    return sheets


def _labels(document: Documento, campos: Campos, start: int, end: int) -> tuple[Label, ...]:
    """The labels that stand alone on their lines between two offsets. Each required field must be there once."""
    found = []
    for line in lines(document.text):
        if start <= line.start < end:
            label = campos.at(document.text, line.start)
            if label is not None and label.end == line.end:
                found.append(label)
    keys = [label.campo.clave for label in found]
    where = f"{document.id}, línea {line_number(document.text, start)}"
    if missing := [key for key in REQUIRED if key not in keys]:
        raise ParseError(f"{where}: a la ficha le faltan los campos {', '.join(missing)}")
    if repeated := sorted({key for key in keys if keys.count(key) > 1}):
        raise ParseError(f"{where}: la ficha repite los campos {', '.join(repeated)}")
    if document.text[start : found[0].start].strip("* \n\t"):
        raise ParseError(f"{where}: hay texto sin rótulo antes del primer campo de la ficha")
    return tuple(found)


def _practica(document: Documento, position: int, sheet: _Sheet, lugares: Lugares) -> tuple[Practica, tuple[str, ...]]:
    """One practice, and the names of all líneas that its sheet lists, ticked or not."""
    bounds = [*(label.start for label in sheet.labels[1:]), sheet.end]
    campos: list[Elemento] = []
    lineas: tuple[_Linea, ...] = ()
    meses: tuple[str, ...] = ()
    for label, end in zip(sheet.labels, bounds, strict=True):
        key = label.campo.clave
        if not document.text[label.end : end].strip():
            number = line_number(document.text, label.start)
            raise ParseError(f"{document.id}, línea {number}: el campo «{label.campo.nombre}» está vacío")
        if key == "lineas":
            lineas = _lineas(document, label.end, end)
            texto = Texto(
                texto="\n".join(f"- {linea.name}" for linea in lineas if linea.ticked),
                spans=tuple(linea.span for linea in lineas if linea.ticked),
            )
        elif key == "fechas":
            meses, texto = _fechas(document, label.end, end)
        else:
            texto = field_texto(document, label.end, end)
        campos.append(Elemento(titulo=label.title(document.text), clave=key, texto=texto))
    practica = Practica(
        id=f"practica:{document.id}:{position:02d}",
        document=document.id,
        titulo=Texto(texto=sheet.title.text, spans=(document.span(sheet.title.start, sheet.title.end),)),
        lugar=Texto(
            texto=f"Municipalidad de {sheet.comuna}", spans=(document.span(sheet.place.start, sheet.place.end),)
        ),
        comuna=sheet.comuna,
        comunas=(sheet.comuna,),
        region=lugares.region_of(sheet.comuna),
        lineas_sello=tuple(Texto(texto=linea.name, spans=(linea.span,)) for linea in lineas if linea.ticked),
        meses=meses,
        campos=tuple(campos),
        span=document.span(sheet.title.start, max(element.texto.spans[-1].end for element in campos)),
    )
    return practica, tuple(fold(linea.name) for linea in lineas)


def _lineas(document: Documento, start: int, end: int) -> tuple[_Linea, ...]:
    """The líneas of a sheet. Ticked is a checked box or a tick; unticked an empty box or a name set in by a tab."""
    found = []
    for line in lines(document.text):
        if not start <= line.start < end:
            continue
        match = _LINEA.match(line.text)
        box = match is not None and match["box"] is not None
        set_in = line.raw.startswith("\t")
        if match is None or not (box or match["tick"] or set_in):
            raise ParseError(f"{document.id}, línea {line.number}: no se entiende si la línea del Sello está marcada")
        ticked = "checked" in match["attributes"] if box else match["tick"] is not None
        at = line.start + match.start("name")
        found.append(_Linea(match["name"], document.span(at, at + len(match["name"])), ticked))
    if not any(linea.ticked for linea in found):
        number = line_number(document.text, start)
        raise ParseError(f"{document.id}, línea {number}: la ficha no tiene ninguna línea del Sello marcada")
    return tuple(found)


def _fechas(document: Documento, start: int, end: int) -> tuple[tuple[str, ...], Texto]:
    """The months ticked in the field's calendar, if it has one, and its text, in which the calendar is put in words."""
    own = [line for line in lines(document.text) if start <= line.start < end]
    grid = next((at for at, line in enumerate(own) if _is_calendar(line)), None)
    if grid is None:
        return (), field_texto(document, start, end)
    header, ticks = own[grid], own[grid + 1] if grid + 1 < len(own) else None
    if ticks is None or set(ticks.text) - set("✓\t "):
        raise ParseError(f"{document.id}, línea {header.number}: bajo el calendario no vienen las marcas de los meses")
    names, marks = header.raw.split("\t"), ticks.raw.split("\t")
    if len(marks) > len(names):
        raise ParseError(f"{document.id}, línea {ticks.number}: hay más marcas que meses")
    meses = tuple(fold(name.strip()) for name, mark in zip(names, marks, strict=False) if mark.strip())
    words = Texto(texto=months_in_words(meses), spans=(document.span(header.start, ticks.end),))
    if grid + 2 == len(own):
        return meses, words
    rest = field_texto(document, own[grid + 2].start, end)
    return meses, Texto(texto=f"{words.texto}. {rest.texto}", spans=(*words.spans, *rest.spans))


def _is_calendar(line: Line) -> bool:
    names = line.text.split("\t")
    return len(names) > 1 and all(month_number(name.strip()) is not None for name in names)


def months_in_words(meses: tuple[str, ...]) -> str:
    """Months as one says them: runs of three or more as "marzo a junio", the rest one by one."""
    numbers = [MONTHS.index(mes) for mes in meses]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:
            parts.append(f"{MONTHS[run[0]]} a {MONTHS[run[-1]]}")
        else:
            parts += [MONTHS[number] for number in run]
    text = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " y " + parts[-1]
    return text[:1].upper() + text[1:]
