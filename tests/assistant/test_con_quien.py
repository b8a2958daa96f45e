"""An agreement with a body is no agreement with another, nor is the address of an office that it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿en qué etapa está el convenio de Migraciones con el Ejército para intercambiar datos?",
        "¿En qué está el convenio de intercambio de información con la Armada?",
        "¿qué convenio firmó el SERMIG con la Universidad de Chile?",
        "¿a qué dirección se trasladó la oficina regional de Valparaíso?",
        "a q direcion se canbio la oficina regional de valparaiso el 2024",
    ],
)
def test_another_body_and_an_address_are_told_nowhere(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿En qué está el convenio con el Servel?", "SERVEL"),
        ("¿En qué está el convenio con la PDI?", "PDI"),
        ("¿En qué está el convenio con el Banco Central de Chile?", "Banco Central"),
        ("¿Qué permite el convenio con el MINVU?", "Vivienda"),
        ("¿qué se hace con el convenio con el archivo nacional?", "Archivo Nacional"),
    ],
)
def test_the_body_named_is_known_by_any_of_its_names(real_assistant: Assistant, question: str, said: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert said in answer.text[:300], answer.text
