"""Lists in the text of a practice, and the item that a question means by its place."""

import pytest

from assistant.practices.items import _bulleted, _numbered, ordinal

PLACES = {
    "¿y el ultimo de que se trata?": (-1, ""),
    "¿de que trata el segundo modulo?": (2, "modulo"),
    "¿y la primera?": (1, ""),
    "que hace del tercer grupo": (3, "grupo"),
    "por ultimo, ¿quien lo financia?": None,
    "¿cuantos modulos son?": None,
}


@pytest.mark.parametrize("line", PLACES)
def test_an_ordinal_names_a_place_in_a_list(line: str) -> None:
    assert ordinal(line) == PLACES[line]


def test_a_numbered_list_ends_with_its_paragraph() -> None:
    text = "Se dictan tres cursos. Son: 1. Lengua (nivel 2.5); 2. Oficios; 3. Redes.\nDe esta manera, se llega a 4. barrios."
    assert _numbered(text) == [("Se dictan tres cursos. Son", ["Lengua (nivel 2.5)", "Oficios", "Redes"])]


def test_lines_with_bullets_are_a_list_and_one_alone_is_none() -> None:
    assert _bulleted("Sus ejes:\n- Salud.\n- Trabajo;\nOtra cosa:\n- Una sola") == [("Sus ejes", ["Salud", "Trabajo"])]
