"""The source page: what is highlighted is the quote, in place, escaped, and the text stays whole."""

from __future__ import annotations

import html
import re

import pytest
from fake_assistant import FakeStore
from fastapi.testclient import TestClient

from corpus.records import Documento
from web.source import Page, blocks, contents, heading_key, readable


def document(text: str, pages: tuple[int, ...] = ()) -> Documento:
    rest = {"title": "X", "publisher": "P", "kind": "k", "parser": "p", "file": "x.txt", "sha256": "0"}
    return Documento(id="x", year=2024, text=text, pages=pages, **rest)


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def marked(markup: str) -> str:
    return words(" ".join(re.findall(r"<mark[^>]*>(.*?)</mark>", markup, re.DOTALL)))


@pytest.mark.parametrize("name", ["plan", "cuenta", "guia", "gobernanza", "fichas"])
def test_the_whole_text_is_on_the_page_in_order(store: FakeStore, name: str) -> None:
    found = store.documents[name]
    plain = re.sub(r"<input [^>]*>", " ", found.text)
    shown = words(str(Page(found, None, frozenset()).html()))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", plain)


@pytest.mark.parametrize("name", ["plan", "cuenta", "guia", "gobernanza", "fichas"])
def test_any_stretch_can_be_highlighted(store: FakeStore, name: str) -> None:
    found = store.documents[name]
    for start in range(50, len(found.text) - 400, len(found.text) // 25):
        end = start + 300
        page = str(Page(found, (start, end), frozenset()).html())
        quote = re.sub(r"<input [^>]*>?", " ", found.text[start:end])
        if "<input" in found.text[start - 60 : end + 60]:
            continue  # a stretch that cuts a form's box in two
        assert re.sub(r"\s", "", marked(page)) == re.sub(r"\s", "", quote)
        assert page.count('id="cita"') == 1


def test_a_quote_of_a_medida_is_highlighted_across_its_cells(client: TestClient, store: FakeStore) -> None:
    span = store.medidas[48].span
    page = client.get(f"/documentos/plan?desde={span.start}&hasta={span.end}").text
    text = page[page.index('<article class="fuente-texto">') :]
    assert marked(text) == " ".join(store.quote(span).split())
    assert text.count("<tr>") > 20
    assert 'id="cita" tabindex="-1" autofocus' in text


def test_markup_in_a_source_is_only_text() -> None:
    text = "Antes <script>alert(1)</script> & después\n\n<b>fuerte</b>\t\"x\"\t'y'"
    page = str(Page(document(text), (6, 20), frozenset()).html())
    assert "<script>" not in page
    assert "<b>" not in page
    assert marked(page) == text[6:20].strip()


def test_boxes_are_drawn_and_bold_stars_hidden() -> None:
    text = '<input checked="" type="checkbox"/>\tVinculación\n<input type="checkbox"/>\tFormación\n\n**MUNICIPALIDAD**'
    page = str(Page(document(text), None, frozenset()).html())
    assert page.index("casilla si") < page.index("Vinculación") < page.index("casilla no") < page.index("Formación")
    assert 'aria-label="Casilla marcada"' in page
    assert page.count('<span class="oculto"') == 2


def test_wrapped_lines_flow_together_and_lists_stay_lists() -> None:
    line = "Esta línea tiene el ancho con que se compuso el documento y sigue en la que viene abajo"
    text = "\n".join([line, line, "corta.", "Otra cosa", "", "1. uno", "2. dos que sigue", "", "● tres"])
    kinds = [(block.kind, text[block.start : block.end].split("\n")[0][:9]) for block in blocks(text)]
    assert kinds == [
        ("paragraph", "Esta líne"),
        ("line", "Otra cosa"),
        ("item", "1. uno"),
        ("item", "2. dos qu"),
        ("item", "● tres"),
    ]


def test_known_headings_are_headings_even_when_torn() -> None:
    text = "Eje 1. \n\nPolítica Nacional\nde Migración\n\nTexto.\n\n**Logros\n2024**\n\nTexto.\n\nLogros 2024\n\nFin."
    known = frozenset({(heading_key("Eje 1. Política Nacional de Migración"), 0), (heading_key("Logros 2024"), 1)})
    found = blocks(text, known)
    assert [(block.level, " ".join(text[block.start : block.end].split())) for block in found if block.level] == [
        (2, "Eje 1. Política Nacional de Migración"),
        (3, "**Logros 2024**"),
        (3, "Logros 2024"),
    ]
    assert [entry.text for entry in contents(text, found)] == ["Eje 1. Política Nacional de Migración"]


def test_the_cited_section_is_named(client: TestClient, store: FakeStore) -> None:
    start = store.documents["cuenta"].text.index("otorgó un total de 2.207")
    page = client.get(f"/documentos/cuenta?desde={start}&hasta={start + 10}").text
    assert "en «c. Cartas de Nacionalización»" in page
    assert "Contenido del documento" in page


def test_pages_are_shown_where_the_source_has_them() -> None:
    page = str(Page(document("uno\n\ndos\n\ntres", pages=(0, 5)), None, frozenset()).html())
    assert page.index("Página 1") < page.index("uno") < page.index("Página 2") < page.index("dos")


def test_a_row_is_read_with_dots_between_its_cells() -> None:
    assert str(readable("06\tMinisterio\t\tPlazo <b>")) == "06 · Ministerio · Plazo &lt;b&gt;"


def test_the_longest_document_is_shown_whole(client: TestClient) -> None:
    page = client.get("/documentos/guia?desde=100000&hasta=100200")
    assert len(page.text) > 130_000
