"""The guide's method: its stages in their true order, each with its sections, and its tools with their steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.analysis import words
from corpus.errors import ParseError
from corpus.records import Documento, Elemento, Etapa, Herramienta, Span, Texto
from ingest.guia.arbol import Node, elementos, plain_title, whole
from ingest.guia.bloques import Block, Box, Rank, blocks
from ingest.guia.definiciones import question_concept
from ingest.guia.mapa import Formulario, Mapa, Seccion
from ingest.lines import paragraphs
from ingest.reading import Reading


def heading(document: Documento, seccion: Seccion) -> Texto:
    """A section's title, and where the document writes it (or, where it does so nowhere, the section's beginning)."""
    reading = Reading.of(document.text)
    wanted = plain_title(seccion.titulo)
    candidates: list[Block] = [b for b in blocks(document, seccion) if plain_title(b.text(reading)) == wanted]
    spans: tuple[Span, ...]
    if candidates:
        spans = candidates[0].spans(document)
    elif seccion.omite:
        spans = (document.span(*seccion.omite[0]),)
    else:
        start = seccion.trozos[0].start
        end = document.text.find("\n", start)
        spans = (document.span(start, end if end > start else len(document.text)),)
    return Texto(texto=seccion.titulo, spans=spans)


def _box(root: Node, box: Box) -> list[Node]:
    return [node for node in root.walk() if node.box == box]


def _body(root: Node) -> list[Node]:
    return [node for node in root.children if node.box is None]


def _under(nodes: Iterable[Node]) -> list[Node]:
    return [child for node in nodes for child in node.children]


def _part(document: Documento, root: Node, box: Box) -> Texto | None:
    """The "Mínimo" or the "Ideal" of a section: what follows on its line, or the list under it."""
    found = _box(root, box)
    if not found:
        return None
    node = found[0]
    assert node.block is not None
    head, _, rest = node.text.partition(":")
    if rest.strip():
        return Texto(texto=rest.strip(), spans=node.block.spans(document))
    if not node.children:
        raise ParseError(f"{document.id}, línea {node.block.lines[0].number}: «{head}» no dice qué se necesita")
    return whole(document, node.children)


def _needs(document: Documento, root: Node) -> tuple[Elemento, ...]:
    return elementos(document, [child for child in _under(_box(root, "necesita")) if child.box is None])


def section(document: Documento, mapa: Mapa, seccion: Seccion, trees: dict[int, Node]) -> Etapa:
    """A section of a stage: its first paragraph says what for, the rest are its steps; boxes fill the other fields."""
    root = trees[seccion.position]
    body = _body(root)
    purpose = None
    if len(body) > 1 and not body[0].is_heading and not body[0].children:
        purpose = whole(document, body[:1])
        body = body[1:]
    asides = []
    for other in mapa.children(seccion):
        if other.mapa.clase == "recuadro":
            texto = whole(document, trees[other.position].children)
            asides.append(Elemento(titulo=other.titulo, texto=texto))
    assert seccion.mapa.numero is not None
    return Etapa(
        id=f"etapa:{seccion.mapa.numero}",
        document=document.id,
        numero=seccion.mapa.numero,
        nombre=heading(document, seccion),
        proposito=purpose,
        pasos=elementos(document, body),
        necesita=_needs(document, root),
        minimo=_part(document, root, "minimo"),
        ideal=_part(document, root, "ideal"),
        recomendaciones=(*elementos(document, _under(_box(root, "recomendaciones"))), *asides),
        consejos=tuple(whole(document, node.children) for node in _box(root, "consejo")),
    )


def stages(document: Documento, mapa: Mapa, trees: dict[int, Node]) -> list[Etapa]:
    """The stages, each followed by its sections. Raises ParseError where their numbers have gaps."""
    found: list[Etapa] = []
    for number, seccion in enumerate(mapa.of("etapa"), 1):
        if seccion.mapa.numero != str(number) or seccion.mapa.proposito is None:
            raise ParseError(f"{document.id}.toml: la etapa {number} no tiene su número o su propósito")
        root = trees[seccion.position]
        sections = [section(document, mapa, s, trees) for s in mapa.children(seccion) if s.mapa.clase == "apartado"]
        for position, part in enumerate(sections, 1):
            if part.numero != f"{number}.{position}":
                raise ParseError(f"{document.id}.toml: tras {number}.{position - 1} viene {part.numero}")
        summary = _under(_box(root, "resumen"))
        intro = _body(root)
        found.append(
            Etapa(
                id=f"etapa:{number}",
                document=document.id,
                numero=str(number),
                nombre=heading(document, seccion),
                proposito=_paragraph(document, *mapa.locate(seccion.mapa.proposito)),
                pasos=tuple(Elemento(titulo=part.numero, texto=part.nombre) for part in sections),
                presentacion=whole(document, intro) if intro else None,
                necesita=elementos(document, [node for node in intro if node.children]),
                resumen=whole(document, summary) if summary else None,
            )
        )
        found += sections
    return found


def _paragraph(document: Documento, start: int, end: int) -> Texto:
    """The whole paragraph that an anchor begins."""
    paragraph = next(p for p in paragraphs(document.text) if p.start <= start < p.end)
    text = " ".join(Reading.of(document.text).clean(start, paragraph.end).split())
    return Texto(texto=text, spans=(document.span(start, paragraph.end),))


def tools(document: Documento, mapa: Mapa, trees: dict[int, Node]) -> list[Herramienta]:
    """The tools and forms of the guide, in order."""
    found: list[Herramienta] = []
    for seccion in mapa.secciones:
        if seccion.mapa.clase == "herramienta":
            found.append(_tool(document, seccion, trees[seccion.position], len(found) + 1))
        elif seccion.mapa.clase == "formulario":
            form = next((f for f in mapa.toml.formulario if f.seccion == seccion.titulo), None)
            if form is None:
                raise ParseError(f"{document.id}.toml: el formulario «{seccion.titulo}» no tiene casillas")
            found.append(_form(document, mapa, seccion, form, len(found) + 1))
    return found


def _tool(document: Documento, seccion: Seccion, root: Node, position: int) -> Herramienta:
    rest = list(root.children)
    purpose = None
    defined = next((node for node in rest if question_concept(node.text)), None)
    if defined is not None:
        purpose = whole(document, defined.children)
        rest.remove(defined)
    elif rest and not rest[0].is_heading and not rest[0].children:
        purpose = whole(document, rest[:1])
        rest = rest[1:]
    steps, others = _steps(rest)
    if purpose is None and rest and rest[0].block and not rest[0].is_heading and steps == rest[0].children:
        purpose = rest[0].block.texto(document)
    return Herramienta(
        id=f"herramienta:{document.id}:{position:02d}",
        document=document.id,
        nombre=heading(document, seccion),
        proposito=purpose,
        pasos=elementos(document, steps),
        minutos=tuple(node.minutes for node in steps),
        apartados=elementos(document, others),
    )


def _steps(rest: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """Which nodes are the steps of a tool, and which tell other things of it.

    The steps of a workshop are its timed parts; of a tool with one sub-section, what that lists; of one that begins
    with a numbered list, that list; of any other, its sub-sections.
    """
    timed = [node for top in rest for node in top.walk() if node.rank == Rank.PROSE and node.minutes is not None]
    if timed:
        return timed, [top for top in rest if not any(node in timed for node in top.walk())]
    if len(rest) == 1:
        return list(rest[0].children), []
    if rest and not rest[0].is_heading and any(child.rank == Rank.NUMBER for child in rest[0].children):
        return list(rest[0].children), list(rest[1:])
    return list(rest), []


def _form(document: Documento, mapa: Mapa, seccion: Seccion, form: Formulario, position: int) -> Herramienta:
    """A form by its boxes. Raises ParseError where their anchors do not cover its text."""
    (trozo,) = seccion.trozos
    reading = Reading.of(document.text)
    places = [mapa.locate(casilla.ancla, (trozo.start, trozo.end)) for casilla in form.casillas]
    seen = [*places, *reading.cut]
    left = "".join(
        document.text[at] if not any(start <= at < end for start, end in seen) else " "
        for at in range(trozo.start, trozo.end)
    )
    groups = {word for casilla in form.casillas for word in words(casilla.grupo)}
    if over := [word for word in words(left) if word not in groups]:
        raise ParseError(f"{document.id}.toml: en el formulario «{seccion.titulo}» sobra «{' '.join(over)}»")
    boxes = [
        Elemento(titulo=casilla.grupo or None, texto=Texto(texto=casilla.texto, spans=(document.span(*place),)))
        for casilla, place in zip(form.casillas, places, strict=True)
    ]
    presented = mapa.locate(form.presenta)
    return Herramienta(
        id=f"herramienta:{document.id}:{position:02d}",
        document=document.id,
        nombre=Texto(texto=seccion.titulo, spans=(document.span(*presented),)),
        proposito=Texto(texto=" ".join(reading.clean(*presented).split()), spans=(document.span(*presented),)),
        pasos=tuple(boxes),
        minutos=tuple(None for _ in boxes),
    )
