"""Mistyped words: mended where nobody writes them so, never where they are words."""

from __future__ import annotations

import pytest

from assistant.understand.text import Speller

TEXTS = ["medida medidas mesa meses plan plazo para planta cada caja presentar presentada migracion migraciones sello"]
COUNTS = {"medidas": 300, "plan": 400, "cada": 90, "presentar": 80, "caja": 3, "sello": 70, "gente": 80}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(TEXTS, COUNTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mesidas", "medidas"),  # its stem is that of "meses"
        ("mediidas", "medidas"),
        ("paln", "plan"),
        ("csda", "cada"),
        ("gnte", "gente"),
        ("migracoin", "migracion"),
        ("zello", "sello"),
    ],
)
def test_a_slip_of_the_fingers_is_mended(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


@pytest.mark.parametrize("word", ["planta", "presentaron", "mesas", "migratorio", "caj", "pdi", "2024", "cosoc"])
def test_a_word_is_never_turned_into_another(speller: Speller, word: str) -> None:
    assert speller.mend(word) == word
