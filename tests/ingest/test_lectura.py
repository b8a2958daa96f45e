"""How wrapped, torn and cluttered text is read."""

import pytest

from ingest.reading import Reading, join_lines, readable


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Se riega de\n\nnoche.", "Se riega de noche."),
        ("Vive en la\n\nSerena hoy.", "Vive en la Serena hoy."),
        ("Se riega (nunca, A\n\nVeces)", "Se riega (nunca, A Veces)"),
        ("Se riega.\n\nSe poda.", "Se riega.\nSe poda."),
        ("Refugiado/a\n\nDesplazado", "Refugiado/a\nDesplazado"),
        ("Con la\n\n• Pala", "Con la\n- Pala"),
    ],
)
def test_what_a_blank_line_tears_is_joined_again(raw: str, read: str) -> None:
    assert join_lines(raw) == read


def test_a_footer_set_upright_is_not_read() -> None:
    text = "Se riega.\n\nMa\nnu\n\nal\nde\n\n44\n\nSe poda.\n"
    assert readable(text, 0, len(text)) == "Se riega.\nSe poda."


def test_a_footnote_torn_by_a_blank_line_is_one() -> None:
    text = "La minga1 es larga.\n\n1 Trabajo de todos los que\n\nviven en el barrio.\n\nLuego se come.\n"
    (note,) = Reading.of(text).notes
    assert text[note.start : note.end].endswith("viven en el barrio.")
    assert readable(text, 0, len(text)) == "La minga es larga.\nLuego se come."


def test_an_address_after_a_footnote_does_not_take_the_next_page_with_it() -> None:
    text = "La minga1 es larga.\n\n1 Trabajo de todos\n\nhttps://minga.cl/a\n El barrio come.\nLuego baila.\n\nFin.\n"
    assert readable(text, 0, len(text)) == "La minga es larga.\nEl barrio come. Luego baila.\nFin."
