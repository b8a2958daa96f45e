"""The Markdown of an answer as safe HTML."""

from __future__ import annotations

import pytest

from web.markup import answer_html, shortened
from web.schemas import CitationOut


def citation(marker: int, quote: str = "la cita") -> CitationOut:
    return CitationOut(
        document_id="plan",
        document_title="Plan",
        quote=quote,
        start=0,
        end=7,
        page=None,
        url="/documentos/plan?desde=0&hasta=7#cita",
        marker=marker,
        section=[],
        label="Medida 1",
    )


def render(text: str, markers: int = 9) -> str:
    return answer_html(text, [citation(n) for n in range(1, markers + 1)], "m1")


def test_a_marker_links_to_its_source() -> None:
    html = render("Son **7** [2].")
    assert '<a class="marca-cita" href="#fuente-m1-2" aria-label="Fuente 2: Plan" title="la cita">2</a>' in html
    assert "<strong>7</strong>" in html


def test_a_marker_without_source_stays_text() -> None:
    assert render("Son 7 [3], [10], [x] y [].", markers=2) == "<p>Son 7 [3], [10], [x] y [].</p>\n"


def test_markers_side_by_side_are_links_each() -> None:
    assert render("a [1][2] b [3] [4]").count('class="marca-cita"') == 4


def test_a_long_run_of_markers_is_a_range() -> None:
    html = render("Son 7: [1] [2] [3] [4] [5] [6] [7]")
    assert html.count('class="marca-cita"') == 2
    assert "</a>–<a" in html


def test_a_long_run_that_skips_is_no_range() -> None:
    assert render("Son: [1] [2] [3] [4] [6]").count('class="marca-cita"') == 5


def test_no_marker_in_code_and_no_reference_definition() -> None:
    assert "marca-cita" not in render("`[1]`")
    assert "evil" in render("[1]: https://evil.example\n\nVea [1]")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[clic](javascript:alert(1))",
        "[clic](data:text/html,x)",
        "![x](https://evil.example/x.png)",
        '<a href="x" style="color:red">x</a>',
        "<iframe src=//evil.example></iframe>",
    ],
)
def test_nothing_active_comes_through(text: str) -> None:
    html = render(text)
    assert not any(tag in html for tag in ("<script", "<img", "<iframe", 'href="javascript', 'href="data', "<a "))


def test_tables_scroll_and_their_cells_know_their_column() -> None:
    html = render("| Año | **Total** |\n|---|---:|\n| 2024 | 2.207 [1] |\n| 2025 |")
    assert '<div class="tabla breve" role="group" tabindex="0" aria-label="Tabla">' in html
    assert '<th scope="col">Año</th>' in html
    assert '<td class="derecha" data-titulo="Total">2.207 <a class="marca-cita"' in html
    assert "style=" not in html


def test_a_column_of_figures_is_set_right_but_not_the_one_that_names_the_rows() -> None:
    html = render(
        "| Año | Gasto | Parte | Nota |\n|---|---|---|---|\n| 2024 | $1.200 | 99,96% [1] | 3 de 4 |\n| 2025 | – | 4 | 5 |"
    )
    assert '<td data-titulo="Año">2024</td>' in html
    assert '<th scope="col" class="derecha">Gasto</th>' in html or '<th class="derecha" scope="col">Gasto</th>' in html
    assert '<td class="derecha" data-titulo="Gasto">–</td>' in html
    assert '<td class="derecha" data-titulo="Parte">99,96% <a' in html
    assert '<td data-titulo="Nota">5</td>' in html


@pytest.mark.parametrize(
    "table",
    [
        "| Uno | Dos |\n|---|---|\n| 1 | una celda con más palabras que las que caben |",
        "| Uno | Dos | Tres | Cuatro | Cinco |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |",
        "| Uno | Desproporcionadamente |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_a_large_table_is_not_kept_as_one_on_a_telephone(table: str) -> None:
    assert '<div class="tabla" role="group"' in render(table)


def test_with_few_columns_the_names_of_the_rows_may_be_long() -> None:
    name = "Respuesta a los efectos migratorios derivados de emergencias y catástrofes"
    assert '"tabla breve"' in render(f"| Eje | Medidas | Fuente |\n|---|---|---|\n| {name} | 1 | [1] |")
    assert '"tabla"' in render(f"| Eje | Medidas | Otras | Fuente |\n|---|---|---|---|\n| {name} | 1 | 2 | [1] |")


def test_each_table_has_its_own_columns() -> None:
    html = render("| A | B |\n|---|---|\n| x | 1 |\n\nY:\n\n| C | D |\n|---|---|\n| y | z |")
    assert '<td class="derecha" data-titulo="B">1</td>' in html
    assert '<td data-titulo="D">z</td>' in html


def test_headings_stay_below_the_question() -> None:
    assert render("# Uno\n\n#### Dos") == "<h3>Uno</h3>\n<h4>Dos</h4>\n"


def test_a_title_is_cut_at_a_word() -> None:
    assert shortened("uno dos\ntres cuatro", 12) == "uno dos…"
