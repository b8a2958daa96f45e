"""A section's blocks as a tree: headings over leads over lists, and what records are made of it.

A block stands under the last one before it that may hold it (see :class:`Rank`). Titles of the section itself, wherever
the layout put them, and the captions of boxes are left out; an advice or a summary is one paragraph, after which the
section goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.analysis import words
from corpus.records import Documento, Elemento, Pasaje, Span, Texto
from ingest.guia.bloques import FEW_WORDS, Block, Box, Rank, blocks, box_of
from ingest.guia.mapa import Seccion
from ingest.reading import Reading

_TITLED = re.compile(r"(?P<title>[^:.?¿!“”]{2,70}):\s+(?P<rest>[A-ZÁÉÍÓÚÑ¿“(\d].*)", re.DOTALL)
_MINUTES = re.compile(r"\((\d+) minutos\)")
PROSE_TITLE_WORDS = 4
PULL_QUOTE_WORDS = 8
MAX_CHARS = 1500
MIN_CHARS = 40
ONE_PARAGRAPH: tuple[Box, ...] = ("consejo", "resumen")


@dataclass
class Node:
    """A block and what stands under it. ``box`` says which box of the guide it heads, if any."""

    block: Block | None
    rank: int
    text: str = ""
    box: Box | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """Whether it is a title and not text."""
        return self.rank <= Rank.HEADING

    @property
    def minutes(self) -> int | None:
        """The time that a part of a workshop takes, where it is stated."""
        match = _MINUTES.search(self.text)
        return int(match[1]) if match else None

    def walk(self) -> Iterator[Node]:
        """The node and all under it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree(document: Documento, seccion: Seccion) -> Node:
    """The tree of a section's text. The root has no block."""
    reading = Reading.of(document.text)
    titles = {plain_title(title) for title in (seccion.titulo, *seccion.ruta)}
    read = [(block, block.text(reading)) for block in blocks(document, seccion)]
    read = [(block, text) for block, text in read if not (plain_title(text) in titles and block.rank <= Rank.PROSE)]
    read = _without_captions(_without_pull_quotes(read))
    root = Node(None, -1)
    stack = [root]
    nested = False
    for at, (block, text) in enumerate(read):
        following = read[at + 1][0] if at + 1 < len(read) else None
        rank = int(block.rank)
        in_number = any(node.rank == Rank.NUMBER for node in stack)
        opens_numbers = following is not None and following.mark == "1."
        if block.rank is Rank.LEAD and (not in_number or opens_numbers or _MINUTES.search(text)):
            rank = int(Rank.PROSE)
        nested = nested and block.rank >= Rank.BULLET
        if block.rank is Rank.BULLET and nested:
            rank = int(Rank.NESTED)
        if block.starts_trozo or (stack[-1].box in ONE_PARAGRAPH and stack[-1].children):
            del stack[1:]
        while stack[-1].rank >= rank:
            stack.pop()
        node = Node(block, rank, text, box_of(text) if block.rank in (Rank.CAPITALS, Rank.LEAD) else None)
        stack[-1].children.append(node)
        if not (len(stack) > 1 and stack[-1].box in ONE_PARAGRAPH):
            stack.append(node)
        if block.rank is Rank.BULLET and text.endswith(":") and following and following.rank is Rank.BULLET:
            nested = True
    return root


def plain_title(text: str) -> str:
    """A title for comparison: its folded words without a number before them."""
    return " ".join(words(re.sub(r"^\d+(?:\.\d+)*\.?\s*", "", text)))


def _without_pull_quotes(read: list[tuple[Block, str]]) -> list[tuple[Block, str]]:
    """Without paragraphs that a longer one of the section holds word for word: repeated by the layout in large type."""
    plain = [" ".join(words(text)) for _, text in read]
    return [
        pair
        for at, pair in enumerate(read)
        if not (
            pair[0].rank is Rank.PROSE
            and len(plain[at].split()) >= PULL_QUOTE_WORDS
            and any(plain[at] in other and len(other) > len(plain[at]) for other in plain)
        )
    ]


def _without_captions(read: list[tuple[Block, str]]) -> list[tuple[Block, str]]:
    """Without titles in capitals right above a box: they say again which section the box is of."""
    kept = []
    for at, (block, text) in enumerate(read):
        below = read[at + 1][1] if at + 1 < len(read) else ""
        caption = block.rank is Rank.CAPITALS and box_of(text) is None and box_of(below) is not None
        if not caption:
            kept.append((block, text))
    return kept


def elemento(document: Documento, node: Node) -> Elemento:
    """A node as an element with what is listed under it; a label before a colon becomes its title."""
    assert node.block is not None
    spans = node.block.spans(document)
    match = None if node.is_heading else _TITLED.fullmatch(node.text)
    allowed = PROSE_TITLE_WORDS if node.rank == Rank.PROSE and node.minutes is None else FEW_WORDS
    if match and len(match["title"].split()) > allowed:
        match = None
    return Elemento(
        titulo=match["title"].strip() if match else None,
        texto=Texto(
            texto=match["rest"] if match else node.text.rstrip(":") if node.is_heading else node.text, spans=spans
        ),
        minutos=node.minutes,
        elementos=elementos(document, node.children),
    )


def elementos(document: Documento, nodes: Sequence[Node]) -> tuple[Elemento, ...]:
    """Nodes as elements."""
    return tuple(elemento(document, node) for node in nodes)


def whole(document: Documento, nodes: Sequence[Node]) -> Texto:
    """Nodes with all under them as one text: a line for each block, list items set in, and every place of it."""
    lines: list[str] = []
    spans: list[Span] = []

    def write(node: Node, depth: int) -> None:
        assert node.block is not None
        listed = node.rank in (Rank.NUMBER, Rank.BULLET, Rank.NESTED, Rank.DASH)
        mark = (f"{node.block.mark} " if node.rank == Rank.NUMBER else "- ") if listed else ""
        lines.append("  " * depth + mark + node.text)
        spans.extend(node.block.spans(document))
        for child in node.children:
            write(child, depth + (1 if listed else 0))

    for node in nodes:
        write(node, 0)
    return Texto(texto="\n".join(lines), spans=_merged(document, spans))


def _merged(document: Documento, spans: list[Span]) -> tuple[Span, ...]:
    """Spans in reading order, neighbours with nothing but white space and bullets between them made one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end <= span.start and not document.text[found[-1].end : span.start].strip(" \n\t•—-"):
            found[-1] = document.span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _announced(nodes: Sequence[Node], at: int) -> list[Node]:
    """The headings that a sentence without a list of its own announces: "…en las siguientes secciones:"."""
    node = nodes[at]
    if not node.text.endswith(":") or node.children:
        return []
    found: list[Node] = []
    for other in nodes[at + 1 :]:
        if not other.is_heading or other.box:
            break
        found.append(other)
    return found


def pasajes(document: Documento, seccion: Seccion, root: Node) -> list[Pasaje]:
    """The passages of a section: each paragraph with its list, each heading with all under it unless that is long."""
    found: list[Pasaje] = []

    def emit(nodes: Sequence[Node], ruta: tuple[str, ...]) -> None:
        texto = whole(document, nodes)
        if len(texto.texto) >= MIN_CHARS:
            position = len(found) + 1
            found.append(
                Pasaje(
                    id=f"pasaje:{document.id}:{seccion.position:02d}-{position:02d}",
                    document=document.id,
                    ruta=ruta,
                    texto=texto,
                )
            )

    def visit(nodes: Sequence[Node], ruta: tuple[str, ...]) -> None:
        told: list[Node] = []
        for at, node in enumerate(nodes):
            if node in told:
                continue
            if not node.is_heading:
                told = _announced(nodes, at)
                emit([node, *told], ruta)
                continue
            below = (*ruta, node.text.rstrip(":."))
            flat = not any(child.is_heading for child in node.children)
            if flat and node.children and len(whole(document, node.children).texto) <= MAX_CHARS:
                emit(node.children, below)
            else:
                visit(node.children, below)

    visit(root.children, seccion.path)
    return found
