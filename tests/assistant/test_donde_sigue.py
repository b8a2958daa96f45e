"""Whether a message goes on with the last answer, by where what it asks for stands; and what of it is answered first."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿qué hizo la unidad de cobranza?", "¿cuánto recaudaron?"), "$300 millones"),
        (("¿quién preside el COSOC?", "¿de qué organización es representante?"), "Cónclave Investigativo"),
    ],
)
def test_what_stands_beside_the_last_answer_is_meant(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(assistant, *turns).text[:400]


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        (
            "¿qué documentos pide el Sello Migrante?",
            "contratamos una consultora, ¿le podemos dejar a ella todo el proceso de la política?",
            "consultora",
        ),
        ("¿cuáles son las medidas de Educación?", "¿qué es eso del ITA que sale en la parte de transparencia?", "ITA"),
    ],
)
def test_a_matter_of_its_own_does_not_go_on(assistant: Assistant, before: str, question: str, told: str) -> None:
    after = answer(assistant, before, question)
    assert told in after.text
    assert after.text == answer(assistant, question).text


@pytest.mark.parametrize(
    ("before", "question", "first"),
    [
        ("¿cuántas cuentas alcanzó SERMIG en Facebook el 2024?", "¿y en Instagram?", "767"),
        ("¿qué es una entrevista semiestructurada?", "¿y cuánto dura?", "20"),
    ],
)
def test_what_the_message_itself_names_comes_first(
    assistant: Assistant, before: str, question: str, first: str
) -> None:
    assert first in answer(assistant, before, question).text[:400]


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("¿cuántas personas atendieron en Arica en 2024?", "¿y en Macul?"),
        (
            "entre 2022 y 2025, ¿cuántas personas de Afganistán fueron reconocidas como refugiadas?",
            "¿y cuántas de Colombia?",
        ),
    ],
)
def test_a_figure_of_another_place_is_not_told_by_what_that_place_does(
    assistant: Assistant, before: str, question: str
) -> None:
    assert not answer(assistant, before).abstained
    assert answer(assistant, before, question).abstained
