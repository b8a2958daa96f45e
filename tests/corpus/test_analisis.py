"""How Spanish text becomes index terms."""

from __future__ import annotations

import pytest

from corpus.analysis import STOP_WORDS, fold, grams, stem, terms, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("¿MIGRACIÓN y Niñez?", "¿migracion y ninez?"),
        ("Nº 52", "n 52"),
        ("N° 52", "n 52"),
        ("1ª versión", "1 version"),
        ("d’Ivoire", "d'ivoire"),
        ("d´Ivoire", "d'ivoire"),
        ("o\N{COMBINING ACUTE ACCENT}rgano", "organo"),
        ("eﬁcacia", "eficacia"),
    ],
)
def test_case_accents_and_typographic_marks_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.100 personas", ["1100", "personas"]),
        ("12.345.678 y 3,5", ["12345678", "y", "3,5"]),
        ("la versión 2.4", ["la", "version", "2.4"]),
        ("COVID-19", ["covid", "19"]),
        ("…¿?", []),
    ],
)
def test_words_and_numbers_are_split_the_same_way_everywhere(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("migración", "migraciones"), ("migracion", "migración"), ("municipalidad", "municipalidades"), ("niña", "niñas")],
)
def test_forms_of_a_word_share_their_stem_with_and_without_accents(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_different_words_keep_different_stems() -> None:
    assert len(set(terms("municipio, ministerio, migración, minería"))) == 4


def test_numbers_are_not_stemmed() -> None:
    assert stem("2024") == "2024"


def test_stop_words_carry_no_term_but_numbers_do() -> None:
    assert terms("¿Cuáles son las de la 12?") == ["12"]
    assert terms("el de la que en") == []


def test_stop_words_are_written_folded() -> None:
    """A stop word with an accent would never be met."""
    assert {fold(word) for word in STOP_WORDS} == STOP_WORDS


def test_a_mistyped_word_shares_most_of_its_grams() -> None:
    right, wrong = set(grams("residencia")), set(grams("recidencia"))
    assert len(right & wrong) >= len(right) / 2
    assert not right & set(grams("volcán"))


def test_a_short_word_is_one_gram_and_numbers_are_none() -> None:
    assert grams("uf") == ["_uf_"]
    assert grams("2024 12") == []
