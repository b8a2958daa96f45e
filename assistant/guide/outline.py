"""The guide's stages and tools as units with their blocks: each block an element with all that is listed under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.analysis import terms
from corpus.records import Documento, Elemento, Etapa, Herramienta, Record, Span, Texto

# Spans this near to one another, with no letter between them, are one quote.
GAP = 12
INDENT = "  "


@dataclass(frozen=True)
class Block:
    """A complete piece of a unit: its lines as Markdown, and where they stand. ``label`` says what of the unit it is."""

    label: str
    text: str
    spans: tuple[Span, ...]

    def shares(self, spans: Sequence[Span]) -> int:
        """How many of its characters lie in any of some spans."""
        return sum(_covered(own, [other for other in spans if other.document == own.document]) for own in self.spans)


@dataclass(frozen=True)
class Unit:
    """A stage, a section of a stage, or a tool, with its blocks in order."""

    record: Etapa | Herramienta
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """The id of its record."""
        return self.record.id

    @property
    def name(self) -> str:
        """Its name, with its number where it is a section."""
        if isinstance(self.record, Etapa):
            return f"{self.record.numero} {self.record.nombre.texto}"
        return self.record.nombre.texto

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its name."""
        return frozenset(terms(self.record.nombre.texto))

    def block_at(self, spans: Sequence[Span]) -> Block | None:
        """The block that shares most with spans, or None where none does."""
        best = max(self.blocks, key=lambda block: block.shares(spans), default=None)
        return best if best is not None and best.shares(spans) else None


class Outline:
    """The units of the guide of one index, in their order."""

    def __init__(self, documents: Mapping[str, Documento], records: Iterable[Record]) -> None:
        self.documents = documents
        every = tuple(records)
        self.etapas = tuple(record for record in every if isinstance(record, Etapa))
        self.herramientas = tuple(record for record in every if isinstance(record, Herramienta))
        own: tuple[Etapa | Herramienta, ...] = (*self.etapas, *self.herramientas)
        self.units = tuple(self._unit(record) for record in own)
        self.by_id = {unit.id: unit for unit in self.units}
        self.guides = frozenset(record.document for record in own)

    @property
    def stages(self) -> tuple[Etapa, ...]:
        """The stages themselves, without their sections."""
        return tuple(etapa for etapa in self.etapas if "." not in etapa.numero)

    def sections(self, stage: Etapa) -> tuple[Etapa, ...]:
        """The sections of a stage, in order."""
        return tuple(etapa for etapa in self.etapas if etapa.numero.startswith(f"{stage.numero}."))

    def unit_at(self, spans: Sequence[Span]) -> Unit | None:
        """The unit whose blocks share most with spans, or None where none does."""
        told = {span.document for span in spans}
        of_them = (unit for unit in self.units if unit.record.document in told)
        found = [(max((block.shares(spans) for block in unit.blocks), default=0), unit) for unit in of_them]
        shared, best = max(found, key=lambda pair: pair[0], default=(0, None))
        return best if shared else None

    def _unit(self, record: Etapa | Herramienta) -> Unit:
        document = self.documents[record.document]
        blocks = _of_etapa(record, document) if isinstance(record, Etapa) else _of_herramienta(record, document)
        return Unit(record, tuple(blocks))


def _covered(own: Span, others: Iterable[Span]) -> int:
    """How many characters of a span lie in others, each counted once."""
    covered, at = 0, own.start
    for other in sorted(others, key=lambda span: span.start):
        start, end = max(other.start, at), min(other.end, own.end)
        if start < end:
            covered += end - start
            at = end
    return covered


def _of_etapa(etapa: Etapa, document: Documento) -> list[Block]:
    blocks = [
        block(label, texto, document)
        for label, texto in (("proposito", etapa.proposito), ("presentacion", etapa.presentacion))
        if texto is not None
    ]
    for paso in etapa.pasos:
        if paso.texto.texto.isupper() and paso.elementos:
            blocks += [of_elements(paso.texto.texto.capitalize(), [child], document) for child in paso.elementos]
        else:
            blocks.append(of_elements("pasos", [paso], document))
    if etapa.necesita:
        blocks.append(of_elements("necesita", etapa.necesita, document))
    for label, texto in (("minimo", etapa.minimo), ("ideal", etapa.ideal)):
        if texto is not None:
            blocks.append(block(label, texto, document))
    plain = [element for element in etapa.recomendaciones if not element.elementos]
    if plain:
        blocks.append(of_elements("recomendaciones", plain, document))
    blocks += [of_elements("recomendaciones", [e], document) for e in etapa.recomendaciones if e.elementos]
    blocks += [block("consejo", texto, document) for texto in etapa.consejos]
    if etapa.resumen is not None:
        blocks.append(block("resumen", etapa.resumen, document))
    return blocks


def _of_herramienta(tool: Herramienta, document: Documento) -> list[Block]:
    blocks = [block("proposito", tool.proposito, document)] if tool.proposito is not None else []
    if any(paso.elementos for paso in tool.pasos):
        blocks += [of_elements("pasos", [paso], document) for paso in tool.pasos]
    else:
        blocks.append(of_elements("pasos", tool.pasos, document))
    return blocks + [of_elements("apartados", [apartado], document) for apartado in tool.apartados]


def block(label: str, texto: Texto, document: Documento) -> Block:
    """A block of one text."""
    return Block(label, texto.texto, joined(texto.spans, document))


def of_elements(label: str, elements: Sequence[Elemento], document: Documento) -> Block:
    """A block of elements: one with its list under it, or several as a list."""
    alone = len(elements) == 1
    lines = [head(elements[0]), *listed(elements[0].elementos)] if alone else listed(elements)
    return Block(label, "\n".join(lines), joined(spans_of(elements), document))


def head(element: Elemento) -> str:
    """An element's own line: its label and its text."""
    text = " ".join(element.texto.texto.split()) if not element.elementos else element.texto.texto
    return f"**{element.titulo}**: {text}" if element.titulo and element.titulo not in text else text


def listed(elements: Sequence[Elemento], depth: int = 0) -> list[str]:
    """Elements as the lines of a list, those under them indented."""
    lines: list[str] = []
    for element in elements:
        lines.append(f"{INDENT * depth}- {head(element)}")
        lines += listed(element.elementos, depth + 1)
    return lines


def spans_of(elements: Iterable[Elemento]) -> list[Span]:
    """Where elements and all under them stand."""
    return [span for element in elements for span in (*element.texto.spans, *spans_of(element.elementos))]


def joined(spans: Iterable[Span], document: Documento) -> tuple[Span, ...]:
    """Spans in reading order, those joined into one that nothing but blanks and bullets parts."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and last.start <= span.start:
            between = document.text[last.end : span.start] if span.start > last.end else ""
            if len(between) <= GAP and not any(char.isalpha() for char in between):
                found[-1] = document.span(last.start, max(last.end, span.end))
                continue
        found.append(span)
    return tuple(dict.fromkeys(found))
