"""What the assistant itself thinks is in no document; a question that is only put politely is answered."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.values import Status

ASKED_FOR = [
    "¿usted cree que el plan va a funcionar?",
    "¿no cree que la cuenta pública exagera sus logros?",
    "¿te parece buena la práctica de Macul?",
    "según tú, ¿qué eje es el más importante?",
    "van a aprobar la ley miscelánea este año o no cree usted?",
    "¿considera usted suficiente el plazo de la medida 12?",
    "¿qué opina usted de la guía?",
]
ONLY_POLITE = [
    "¿crees que haya medidas para niños?",
    "¿crees que el plan tiene medidas de salud?",
    "¿la gente cree que los migrantes elevan la criminalidad, según la encuesta?",
    "según tu registro, ¿cuántas medidas vencen en 2025?",
    "¿qué encuentras sobre buenas prácticas de educación?",
]


@pytest.mark.parametrize("question", ASKED_FOR)
def test_no_opinion_is_given(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question)
    assert told.status is Status.OUT_OF_SCOPE
    assert "opiniones" in told.text


@pytest.mark.parametrize("question", ONLY_POLITE)
def test_a_polite_question_is_answered(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).status is Status.ANSWERED


def test_a_fact_beside_an_opinion_is_told(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "¿cuántas expulsiones hubo en 2024 y qué opinas de eso?")
    assert "1.100" in told.text
    assert told.status is Status.PARTIAL


@pytest.mark.parametrize(
    "question",
    [
        "¿qué presupuesto se asignó a la medida sobre trabajo decente y migración?",
        "¿cuánto va a costar la medida de empadronamiento biométrico?",
        "¿cuánto se invirtió en la medida del catastro de viviendas?",
    ],
)
def test_what_a_medida_costs_is_in_no_document(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).status is Status.NOT_FOUND
