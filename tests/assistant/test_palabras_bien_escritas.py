"""A right word is left as it was typed; a mistyped form of a known word is heard by its stem."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize("word", ["racial", "viuda", "litio", "quincenal"])
def test_a_right_word_that_no_document_has_is_no_other_one(real_assistant: Assistant, word: str) -> None:
    assert real_assistant.parts.reader.speller.mend(word) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sertificaban", "certificaban"),
        ("finansiaba", "financiaba"),
        ("konbocaban", "convocaban"),
        ("acseso", "acceso"),
    ],
)
def test_a_form_that_sounds_like_one_of_a_known_word_keeps_its_ending(
    real_assistant: Assistant, typed: str, meant: str
) -> None:
    assert real_assistant.parts.reader.speller.mend(typed) == meant


@pytest.mark.parametrize("of", ["racial", "por embarazo"])
def test_a_figure_of_complaints_in_general_is_not_that_of_one_sort(real_assistant: Assistant, of: str) -> None:
    question = f"¿Cuántas denuncias por discriminación {of} recibió el SERMIG durante 2024?"
    assert real_assistant.ask(question).answer.abstained


def test_who_certified_is_told_though_it_is_misspelt(real_assistant: Assistant) -> None:
    text = real_assistant.ask("kien sertificaba a los mediadores sociales de quilicura").answer.text
    assert "Henry Dunant" in text.split("\n\n")[0]
