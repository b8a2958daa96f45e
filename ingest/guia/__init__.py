"""The guide for municipal policies: its method in stages, its tools, definitions and catalogue of practices.

How its torn pages are read is told by ``guia.toml`` beside the documents (see :mod:`ingest.guia.mapa`); what a line or
a list is, by its shape (:mod:`ingest.guia.bloques`).
"""

from __future__ import annotations

from corpus.lugares import Lugares
from corpus.records import Documento, Pasaje, Record, Texto
from corpus.settings import Settings
from ingest.guia import arbol, cuadros
from ingest.guia.arbol import Node
from ingest.guia.bloques import blocks, sentence_case
from ingest.guia.catalogo import Catalogue
from ingest.guia.definiciones import definitions, dimensions, glossary
from ingest.guia.mapa import Mapa, Seccion
from ingest.guia.metodo import stages, tools
from ingest.passages import Heading
from ingest.reading import Reading

Mark = tuple[int, tuple[str, ...]]
WITH_TREE = ("texto", "etapa", "apartado", "recuadro", "herramienta")


def parse(document: Documento, settings: Settings | None = None) -> list[Record]:
    """The records of the guide. Raises ParseError with the line or the anchor that breaks a promise."""
    settings = settings or Settings()
    mapa = Mapa.load(document, settings.documents_dir)
    trees = _trees(document, mapa)
    records: list[Record] = [
        *stages(document, mapa, trees),
        *tools(document, mapa, trees),
        *definitions(document, mapa, trees),
    ]
    lugares = Lugares.load(settings.lexicon_dir)
    for seccion in mapa.of("catalogo"):
        records += Catalogue(document, seccion, lugares, settings.lexicon_dir).records()
    for seccion in mapa.secciones:
        if seccion.position in trees:
            records += arbol.pasajes(document, seccion, trees[seccion.position])
    records += cuadros.pasajes(document, mapa)[0]
    records += _overviews(document, mapa, records)
    return records


def headings(document: Documento, settings: Settings | None = None) -> list[Heading]:
    """The tree of headings: where each section begins (not where the layout put its title), level, clean title.

    Where a section goes on elsewhere in the document, its headings are given again.
    """
    settings = settings or Settings()
    mapa = Mapa.load(document, settings.documents_dir)
    trees = _trees(document, mapa)
    marks: list[Mark] = []
    for seccion in mapa.secciones:
        marks += [(trozo.start, seccion.path) for trozo in seccion.trozos]
        if seccion.mapa.proposito is not None:
            marks.append((mapa.locate(seccion.mapa.proposito)[0], seccion.path))
        if seccion.position in trees:
            marks += _marks(trees[seccion.position], seccion.path)
    lugares = Lugares.load(settings.lexicon_dir)
    for seccion in mapa.of("catalogo"):
        marks += Catalogue(document, seccion, lugares, settings.lexicon_dir).marks()
    marks += cuadros.pasajes(document, mapa)[1]
    for seccion in mapa.of("glosario"):
        for name, text in glossary(document, seccion):
            concept = sentence_case(name.text(Reading.of(document.text)))
            marks += [(block.start, (*seccion.path, concept)) for block in (name, text)]
        marks.append((name.end, seccion.path))
    for seccion in mapa.of("dimensiones"):
        for _, name, text in dimensions(document, seccion):
            title = name.text(Reading.of(document.text))
            marks += [(block.start, (*seccion.path, title)) for block in (name, text)]
        marks.append((name.end, seccion.path))
    return _as_headings(marks)


def _trees(document: Documento, mapa: Mapa) -> dict[int, Node]:
    return {s.position: arbol.tree(document, s) for s in mapa.secciones if s.mapa.clase in WITH_TREE}


def _marks(root: Node, path: tuple[str, ...]) -> list[Mark]:
    """Where each block of a tree begins, with the headings over it."""
    found: list[Mark] = []
    for node in root.children:
        assert node.block is not None
        below = (*path, node.text.rstrip(":.")) if node.is_heading else path
        found.append((node.block.start, below))
        if node.is_heading:
            found += _marks(node, below)
    return found


def _as_headings(marks: list[Mark]) -> list[Heading]:
    """Marks in document order as headings: at each, the levels that differ from those in force."""
    found: list[Heading] = []
    current: tuple[str, ...] = ()
    for offset, path in sorted(marks, key=lambda mark: mark[0]):
        same = next(
            (level for level, (one, other) in enumerate(zip(current, path, strict=False)) if one != other),
            min(len(current), len(path)),
        )
        if same == len(path) < len(current):
            same -= 1
        found += [(offset, level + 1, path[level]) for level in range(same, len(path))]
        current = path
    return found


def _overviews(document: Documento, mapa: Mapa, records: list[Record]) -> list[Pasaje]:
    """Passages of the sections that are no running text: the stages at a glance, the dimensions, glossary, diagrams."""
    reading = Reading.of(document.text)
    found: list[Pasaje] = []

    def add(seccion: Seccion, lines: list[str], spans: list[Texto]) -> None:
        own = tuple(span for texto in spans for span in texto.spans)
        name = f"pasaje:{document.id}:{seccion.position:02d}-01"
        texto = Texto(texto="\n".join(lines), spans=own)
        found.append(Pasaje(id=name, document=document.id, ruta=seccion.path, texto=texto))

    for seccion in mapa.of("etapas"):
        own = [r for r in records if r.tipo == "etapa" and "." not in r.numero]
        lead = next(b for b in blocks(document, seccion) if b.text(reading).endswith(":")).texto(document)
        lines = [lead.texto]
        spans = [lead]
        for record in own:
            assert record.tipo == "etapa"
            assert record.proposito is not None
            lines.append(f"{record.numero}. {record.nombre.texto}: {record.proposito.texto}")
            spans.append(record.proposito)
        add(seccion, lines, spans)
    for seccion in mapa.of("dimensiones"):
        triples = dimensions(document, seccion)
        first = triples[0][2]
        lead = next(b for b in blocks(document, seccion) if b.text(reading).endswith(":")).texto(document)
        assert first.start > lead.spans[0].start
        lines = [lead.texto]
        lines += [f"{number}. {name.text(reading)}: {text.text(reading)}" for number, name, text in triples]
        add(seccion, lines, [lead, *(block.texto(document) for _, *pair in triples for block in pair)])
    for seccion in mapa.of("glosario"):
        pairs = glossary(document, seccion)
        lines = [f"- {sentence_case(name.text(reading))}: {text.text(reading)}" for name, text in pairs]
        add(seccion, lines, [block.texto(document) for pair in pairs for block in pair])
    for seccion in mapa.of("diagrama"):
        own_blocks = blocks(document, seccion)
        add(seccion, [f"- {b.text(reading)}" for b in own_blocks], [b.texto(document) for b in own_blocks])
    return found
