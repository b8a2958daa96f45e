"""The Markdown of an answer as safe HTML whose ``[n]`` markers link to the list of sources.

Three layers keep it safe: markdown-it-py with HTML off, nh3 over its output, and the page's Content-Security-Policy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from corpus.numbers import NUMBER
from web.schemas import CitationOut

TAGS = set("p ul ol li table thead tbody tr th td strong em a sup code pre blockquote h3 h4 h5 h6 hr br div".split())
ATTRIBUTES = {
    "a": {"href", "class", "id", "aria-label", "title"},
    "th": {"scope", "class"},
    "td": {"class", "data-titulo"},
    "ol": {"start"},
    "div": {"class", "tabindex", "role", "aria-label"},
}
TITLE_LENGTH = 180
MARKER = re.compile(r"\[(\d{1,4})\]", re.ASCII)
RUN = re.compile(r"\[\d{1,4}\](?: ?\[\d{1,4}\])+", re.ASCII)
NUMERIC = re.compile(rf"(?:M?\$ ?)?({NUMBER.pattern})(?: ?(?:%|M\$))?")
"""A cell that is a figure, with its sign."""
NO_FIGURE = frozenset({"", "–", "-"})
SMALL_COLUMNS, SMALL_CELL, SMALL_WORD, SMALL_NAME = 4, 28, 13, 120  # what a telephone's screen holds
LONG_RUN = 5  # so many markers in a row are shown as a range


def citation_anchor(message: str, marker: int) -> str:
    """The id of an entry in the list of sources of one message."""
    return f"fuente-{message}-{marker}"


def answer_html(text: str, citations: Sequence[CitationOut], message: str) -> str:
    """An answer's Markdown as HTML. ``message`` is an id that is safe in HTML.

    The only links are those to sources: a marker without citation, and any other link, stays text.
    """
    known = {citation.marker: citation for citation in citations}
    html = _markdown().render(text, {"message": message, "citations": known})
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes=set())


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False})
    markdown.enable("table").disable(["link", "image", "autolink", "reference", "lheading"])
    markdown.inline.ruler.before("link", "cita", _marker)
    markdown.core.ruler.push("tablas", _shape)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


def _marker(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``[3]`` with a citation of that number becomes a link to it, ``[1] [2] … [7]`` the links "1–7"."""
    citations: Mapping[int, CitationOut] = state.env["citations"]
    run = RUN.match(state.src, state.pos, state.posMax)
    markers = [int(digits) for digits in re.findall(r"\d+", run.group())] if run else []
    if run is None or not all(marker in citations for marker in markers):
        run = MARKER.match(state.src, state.pos, state.posMax)
        markers = [int(run[1])] if run else []
    if run is None or not all(marker in citations for marker in markers):
        return False
    if not silent:
        consecutive = markers == list(range(markers[0], markers[0] + len(markers)))
        short = len(markers) >= LONG_RUN and consecutive
        for at, marker in enumerate([markers[0], markers[-1]] if short else markers):
            if short and at:
                state.push("text", "", 0).content = "–"
            _push_link(state, citations[marker])
    state.pos = run.end()
    return True


def _push_link(state: StateInline, citation: CitationOut) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {
        "class": "marca-cita",
        "href": f"#{citation_anchor(state.env['message'], citation.marker)}",
        "aria-label": f"Fuente {citation.marker}: {citation.document_title}",
        "title": shortened(citation.quote, TITLE_LENGTH),
    }
    state.push("text", "", 0).content = str(citation.marker)
    state.push("link_close", "a", -1)


def _shape(state: StateCore) -> None:
    """Core rule: headings below the page's own, and tables as the page shows them."""
    opening = 0
    for at, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, max(3, int(token.tag[1])))}"
        elif token.type == "table_open":
            opening = at
        elif token.type == "table_close":
            _shape_table(state.tokens[opening], _rows(state.tokens[opening:at]))


def _rows(table: Sequence[Token]) -> list[list[tuple[Token, str]]]:
    """The cells of a table's rows, each with its plain words; the first row is the header."""
    rows: list[list[tuple[Token, str]]] = []
    for token, inline in pairwise(table):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append((token, _words(inline)))
    return rows


def _shape_table(table: Token, rows: Sequence[Sequence[tuple[Token, str]]]) -> None:
    """Cells know their column; columns of figures are set right, by class: the page allows no inline styles.

    A narrow screen shows each cell under the name of its column, but for a small table, which stays one.
    """
    header, *body = rows
    table.meta["small"] = _small(header, body)
    for at, (head, title) in enumerate(header):
        cells = [row[at] for row in body]
        words = {text for _, text in cells} - NO_FIGURE
        # The first column names the rows, even where the names are years.
        figures = at > 0 and bool(words) and all(NUMERIC.fullmatch(text) for text in words)
        for token, _ in ((head, title), *cells):
            if "right" in str(token.attrs.pop("style", "")) or figures:
                token.attrSet("class", "derecha")
            if token is head:
                token.attrSet("scope", "col")
            else:
                token.attrSet("data-titulo", title)


def _small(header: Sequence[tuple[Token, str]], body: Sequence[Sequence[tuple[Token, str]]]) -> bool:
    """Whether a table is legible on a telephone; with few columns, the one that names the rows may wrap."""
    name = SMALL_NAME if len(header) < SMALL_COLUMNS else SMALL_CELL
    return (
        len(header) <= SMALL_COLUMNS
        and all(len(word) <= SMALL_WORD for _, title in header for word in title.split())
        and all(len(words) <= (SMALL_CELL if at else name) for row in body for at, (_, words) in enumerate(row))
    )


def _words(inline: Token) -> str:
    """The plain words of a cell, without its markers."""
    found: list[str] = []
    depth = 0
    for child in inline.children or []:
        depth += (child.type == "link_open") - (child.type == "link_close")
        if child.type == "text" and not depth:
            found.append(child.content)
    return "".join(found).strip()


def _table_open(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A wide table scrolls inside a box that the keyboard reaches.
    shape = "tabla breve" if tokens[at].meta.get("small") else "tabla"
    return f'<div class="{shape}" role="group" tabindex="0" aria-label="Tabla">\n<table>\n'


def _table_close(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</table>\n</div>\n"


def shortened(text: str, length: int) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    return plain[:length].rsplit(" ", 1)[0] + "…"
