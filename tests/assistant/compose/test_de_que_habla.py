"""Which medida speaks of a thing: one that says it, all of a field where they are asked, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("que medida habla de los jardines infantiles", "jardines infantiles"),
        ("¿Qué medida habla de los haitianos?", "haitianos"),
        ("que medida trata de los campamentos", "campamentos"),
        ("¿hay medidas sobre jardines infantiles?", "jardines infantiles"),
        ("hay alguna medida sobre remesas", "remesas"),
    ],
)
def test_a_thing_that_no_medida_names_is_said_to_be_in_none(
    real_assistant: Assistant, question: str, thing: str
) -> None:
    answer = real_assistant.ask(question, None).answer
    assert answer.abstained
    assert answer.text.startswith("**Ninguna**"), answer.text
    assert thing in answer.text


@pytest.mark.parametrize(
    ("question", "medida"),
    [
        ("que medida habla de los presos", 68),
        ("¿Qué medida habla de las embajadas?", 3),
        ("que medida habla de internet", 39),
        ("¿cuál medida habla de anotar a los cabros chicos extranjeros en el Registro Social de Hogares?", 19),
    ],
)
def test_one_that_says_it_in_other_words_is_told(real_assistant: Assistant, question: str, medida: int) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert answer.text.startswith(f"**Medida {medida}.**"), answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("que medidas hablan de niños", 10),
        ("¿Qué medidas hablan de municipios?", 2),
        ("que medidas mencionan municipios", 1),
    ],
)
def test_medidas_that_speak_of_a_field_are_all_of_it(real_assistant: Assistant, question: str, number: int) -> None:
    answer = real_assistant.ask(question, None).answer
    assert f"**{number} medida" in answer.text.split("\n")[0], answer.text
