"""The Markdown of an answer as safe HTML whose ``[n]`` markers link to the list of sources.

Three layers keep it safe: markdown-it-py with HTML off, nh3 over its output, and the page's Content-Security-Policy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from web.wire import CitationOut

TAGS = set("p ul ol li table thead tbody tr th td strong em a sup code pre blockquote h3 h4 h5 h6 hr br div".split())
ATTRIBUTES = {
    "a": {"href", "class", "id", "aria-label", "title"},
    "th": {"scope", "class"},
    "td": {"class"},
    "ol": {"start"},
    "div": {"class", "tabindex", "role", "aria-label"},
}
TITLE_LENGTH = 180


def citation_anchor(message: str, marker: int) -> str:
    """The id of an entry in the list of sources of one message."""
    return f"fuente-{message}-{marker}"


def answer_html(text: str, citations: Sequence[CitationOut], message: str) -> str:
    """An answer's Markdown as HTML. ``message`` is an id that is safe in HTML; a marker without citation stays text."""
    known = {citation.marker: citation for citation in citations}
    html = _markdown().render(text, {"message": message, "citations": known})
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https"})


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False})
    markdown.enable("table").disable(["image", "reference", "lheading"])
    markdown.inline.ruler.before("link", "cita", _marker)
    markdown.core.ruler.push("tablas", _shape)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


def _marker(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``[3]`` with a citation of that number becomes a link to it."""
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos, state.pos + 6)
    digits = state.src[state.pos + 1 : end] if end > 0 else ""
    citations: Mapping[int, CitationOut] = state.env["citations"]
    if not (digits.isascii() and digits.isdigit() and int(digits) in citations):
        return False
    if not silent:
        citation = citations[int(digits)]
        opening = state.push("link_open", "a", 1)
        opening.attrs = {
            "class": "marca-cita",
            "href": f"#{citation_anchor(state.env['message'], citation.marker)}",
            "aria-label": f"Fuente {citation.marker}: {citation.document_title}",
            "title": shortened(citation.quote, TITLE_LENGTH),
        }
        state.push("text", "", 0).content = digits
        state.push("link_close", "a", -1)
    state.pos = end + 1
    return True


def _shape(state: StateCore) -> None:
    """Core rule: headings below the page's own, columns scoped, alignment as a class (styles are not allowed)."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, max(3, int(token.tag[1])))}"
        elif token.type in ("th_open", "td_open"):
            style = str(token.attrs.pop("style", ""))
            if "right" in style:
                token.attrSet("class", "derecha")
            if token.type == "th_open":
                token.attrSet("scope", "col")


def _table_open(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A wide table scrolls inside a region that the keyboard reaches.
    return '<div class="tabla" role="region" tabindex="0" aria-label="Tabla">\n<table>\n'


def _table_close(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</table>\n</div>\n"


def shortened(text: str, length: int) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    return plain[:length].rsplit(" ", 1)[0] + "…"
