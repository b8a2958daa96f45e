"""Synonyms: which concept the words of a user stand for."""

import pytest

from corpus.errors import LexiconError
from corpus.synonyms import Synonyms

GROUPS = (
    ("expulsión", ("deportar", "deportados", "sacar del país")),
    ("deporte", ("fútbol", "liga deportiva")),
    ("desempleo", ("paro", "sin pega")),
    ("atención de salud", ("consultorio", "consultorios")),
    ("asesoría técnica", ("consultoría",)),
    ("Corporación de Asistencia Judicial", ("CAJ",)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cuántos deportaron", ["expulsión"]),
        ("los deportados de 2024", ["expulsión"]),
        ("hay algo sobre deporte", []),  # the concept itself, though "deportar" has its stem
        ("deportes para migrantes", []),
        ("los consultorios de la comuna", ["atención de salud"]),
        ("pagaron consultorías", ["asesoría técnica"]),
        ("quién los quiere sacar del país", ["expulsión"]),
        ("medidas para quien está sin pega", ["desempleo"]),
        ("la CAJ de Arica", ["Corporación de Asistencia Judicial"]),
        ("entró a la caja", []),  # and "caja" that of "CAJ"
        ("medidas para todos", []),  # "para" has the stem of "paro"
    ],
)
def test_of_forms_that_share_their_stems_the_one_most_like_the_words_counts(text: str, found: list[str]) -> None:
    assert Synonyms(GROUPS).concepts(text) == found


def test_a_whole_phrase_has_a_meaning_only_if_it_is_a_form() -> None:
    synonyms = Synonyms(GROUPS)
    assert synonyms.meaning("Sin pega") == "desempleo"
    assert synonyms.meaning("deporte") is None
    assert synonyms.meaning("sin pega hoy") is None


def test_what_is_expanded_is_only_what_the_text_does_not_say() -> None:
    assert Synonyms(GROUPS).expansion("atención en el consultorio") == ["salud"]


def test_a_form_of_two_concepts_is_an_error() -> None:
    with pytest.raises(LexiconError, match="paro"):
        Synonyms((("desempleo", ("paro",)), ("huelga", ("paro",))))
