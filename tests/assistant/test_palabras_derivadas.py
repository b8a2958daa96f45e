"""Words that medidas are sought by: what shares a stem may be another thing; a law is its number; what an indicator asks for."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "exactly"),
    [
        ("¿qué medidas tienen como indicador un informe?", {50, 65, 85}),
        ("¿en qué medidas el indicador es que salga un informe?", {50, 65, 85}),
        ("¿qué medidas mencionan un diagnóstico?", {47, 63}),
        ("¿en cuáles medidas lo que se exige es un convenio firmado?", {10, 41, 77}),
        ("¿qué medidas mencionan la ley 20609 antidiscriminación?", {12, 43}),
    ],
)
def test_just_the_medidas_that_hold_the_thing(real_assistant: Assistant, question: str, exactly: set[int]) -> None:
    assert set(answer(real_assistant, question).medidas) == exactly


def test_what_is_made_from_a_word_is_another_thing_and_its_verb_is_not(real_assistant: Assistant) -> None:
    told = set(answer(real_assistant, "¿qué medidas mencionan la información?").medidas)
    assert not told & {65}  # an "informe" alone
    published = set(answer(real_assistant, "medidas cuyo indicador es una publicación").medidas)
    assert {30, 31, 85} <= published  # "publicado"


@pytest.mark.parametrize(
    ("question", "exactly"),
    [
        ("medidas que nombran la Ley de Migración y Extranjería, la 21.325", {52, 79}),
        ("¿qué medidas mencionan la ley antidiscriminación, la 20.609?", {12, 43}),
    ],
)
def test_a_law_by_its_name_and_number_is_sought_by_the_number(
    real_assistant: Assistant, question: str, exactly: set[int]
) -> None:
    assert set(answer(real_assistant, question).medidas) == exactly
