"""Concepts and what the guide says they are: glossary, dimensions, "¿Qué es…?", and what running text defines.

The glossary and the dimensions came as columns torn apart, first all definitions, then all names; they are matched by
order, and the build stops where there are not as many of the one as of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.analysis import words
from corpus.errors import ParseError
from corpus.records import Definicion, Documento, Texto
from ingest.guia.arbol import Node, elemento, whole
from ingest.guia.bloques import Block, Rank, blocks, sentence_case
from ingest.guia.mapa import Lista, Mapa, Seccion
from ingest.lines import line_number
from ingest.reading import Reading

_QUESTION = re.compile(
    r"¿qué\s+(?:es|son|entendemos\s+por)\s+(?:(?:el|la|los|las|un|una|unos|unas)\s+)?(?P<concept>.+?)\s*\?",
    re.IGNORECASE,
)
_DIMENSION = re.compile(r"dimensión\s+(\d+)", re.IGNORECASE)


def glossary(document: Documento, seccion: Seccion) -> list[tuple[Block, Block]]:
    """The pairs (concept, definition) of a two-column glossary whose columns follow one another.

    Raises ParseError where the columns do not match.
    """
    reading = Reading.of(document.text)
    columns: dict[str, list[Block]] = {}
    current = ""
    for block in blocks(document, seccion):
        text = block.text(reading)
        if text in ("CONCEPTO", "DEFINICIÓN", "CONCEPTOS", "DEFINICIONES"):
            current = text[:6]
            columns[current] = []
        elif current:
            columns[current].append(block)
    concepts, definitions = columns.get("CONCEP", []), columns.get("DEFINI", [])
    if not concepts or len(concepts) != len(definitions):
        where = line_number(document.text, seccion.trozos[0].start)
        raise ParseError(
            f"{document.id}, línea {where}: el glosario tiene {len(concepts)} conceptos "
            f"y {len(definitions)} definiciones"
        )
    return list(zip(concepts, definitions, strict=True))


def dimensions(document: Documento, seccion: Seccion) -> list[tuple[int, Block, Block]]:
    """The triples (number, name, description) of the dimensions: descriptions end in a full stop, names do not.

    Raises ParseError where descriptions, names and numbers are not equally many.
    """
    reading = Reading.of(document.text)
    found = blocks(document, seccion)
    texts = [block.text(reading) for block in found]
    numbers = [int(match[1]) for text in texts if (match := _DIMENSION.fullmatch(text))]
    lead = next((at for at, text in enumerate(texts) if text.endswith(":")), -1)
    rest = [
        (block, text)
        for block, text in list(zip(found, texts, strict=True))[lead + 1 :]
        if not _DIMENSION.fullmatch(text)
    ]
    descriptions = [block for block, text in rest if text.endswith(".")]
    names = [block for block, text in rest if not text.endswith(".")]
    if not numbers or not len(numbers) == len(descriptions) == len(names) or numbers != list(range(1, len(names) + 1)):
        where = line_number(document.text, seccion.trozos[0].start)
        raise ParseError(
            f"{document.id}, línea {where}: hay {len(descriptions)} descripciones, {len(names)} nombres y "
            f"{len(numbers)} números de dimensiones"
        )
    return list(zip(numbers, names, descriptions, strict=True))


def question_concept(heading: str) -> str | None:
    """The concept that a heading asks for: "¿Qué es el FODA?" → "FODA"; None where it asks for none."""
    match = _QUESTION.fullmatch(heading.strip())
    if match is None:
        return None
    concept = sentence_case(match["concept"])
    return concept[:1].upper() + concept[1:]


def definitions(document: Documento, mapa: Mapa, trees: dict[int, Node]) -> list[Definicion]:
    """Every definition of the guide, numbered in the order in which they are found. ``trees`` by section position."""
    found: list[Definicion] = []
    names = {" ".join(words(name)): name for name in mapa.toml.alias}
    for concept, text, alias in _all(document, mapa, trees):
        name = names.get(" ".join(words(concept.texto)), concept.texto)
        concept = concept.model_copy(update={"texto": name})
        known = mapa.toml.alias.get(name, ())
        alias = tuple(dict.fromkeys((*alias, *known, *_genders(concept.texto))))
        found.append(
            Definicion(
                id=f"definicion:{document.id}:{len(found) + 1:02d}",
                document=document.id,
                concepto=concept,
                alias=alias,
                definicion=text,
            )
        )
    concepts = {definicion.concepto.texto for definicion in found}
    if lost := sorted(set(mapa.toml.alias) - concepts):
        raise ParseError(f"{document.id}.toml: hay alias de conceptos que la guía no define: {', '.join(lost)}")
    return found


Found = tuple[Texto, Texto, tuple[str, ...]]


def _all(document: Documento, mapa: Mapa, trees: dict[int, Node]) -> Iterator[Found]:
    for seccion in mapa.of("glosario"):
        for name, text in glossary(document, seccion):
            concept = name.texto(document)
            yield concept.model_copy(update={"texto": sentence_case(concept.texto)}), text.texto(document), ()
    for seccion in mapa.of("dimensiones"):
        for number, name, description in dimensions(document, seccion):
            yield name.texto(document), description.texto(document), (f"Dimensión {number}",)
    for seccion in mapa.secciones:
        if seccion.position in trees:
            yield from _questions(document, trees[seccion.position])
    for entry in mapa.toml.definicion:
        start, _ = mapa.locate(entry.empieza)
        _, end = mapa.locate(entry.termina)
        if end <= start:
            raise ParseError(f"{document.id}.toml: la definición de «{entry.concepto}» termina antes de empezar")
        span = document.span(start, end)
        texto = Texto(texto=Reading.of(document.text).clean(start, end), spans=(span,))
        yield Texto(texto=entry.concepto, spans=(span,)), texto, entry.alias
    for listed in mapa.toml.lista:
        section = next((s for s in mapa.secciones if s.titulo == listed.seccion), None)
        if section is None or section.position not in trees:
            raise ParseError(f"{document.id}.toml: no hay una sección «{listed.seccion}» de la que leer definiciones")
        yield from _listed(document, trees[section.position], listed)


def _questions(document: Documento, root: Node) -> Iterator[Found]:
    """Headings that ask what something is, answered by what stands under them."""
    for node in root.walk():
        concept = question_concept(node.text) if node.is_heading and node.block else None
        if concept and node.children and node.block:
            yield Texto(texto=concept, spans=node.block.spans(document)), whole(document, node.children), ()


def _listed(document: Documento, root: Node, listed: Lista) -> Iterator[Found]:
    """The labelled items under the block that the map names. Raises ParseError where there are none."""
    wanted = " ".join(words(listed.bajo))
    heads = [node for node in root.walk() if " ".join(words(node.text)).startswith(wanted)]
    items = [node for top in heads[:1] for node in top.walk() if node.rank == Rank.BULLET]
    labelled = [(node, elemento(document, node)) for node in items]
    if not any(element.titulo for _, element in labelled):
        raise ParseError(f"{document.id}.toml: bajo «{listed.bajo}» no hay una lista de definiciones")
    for node, element in labelled:
        if element.titulo:
            below = whole(document, node.children) if node.children else None
            text = element.texto.texto + (f"\n{below.texto}" if below else "")
            spans = (*element.texto.spans, *(below.spans if below else ()))
            name = f"{element.titulo} ({listed.es})"
            alias = (element.titulo, re.sub(r"\s*\([^)]*\)", "", element.titulo))
            yield Texto(texto=name, spans=element.texto.spans), Texto(texto=text, spans=spans), alias


def _genders(concept: str) -> Sequence[str]:
    """The two forms of a name with a slash: "Refugiado/a" → "Refugiado", "Refugiada"."""
    match = re.fullmatch(r"(\w+)o/a", concept)
    return (f"{match[1]}o", f"{match[1]}a") if match else ()
