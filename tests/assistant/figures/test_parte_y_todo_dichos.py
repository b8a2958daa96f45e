"""A share of one thing in another that a question names both; the first ones together; a series with one time included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "saquemos la cuenta: de las resoluciones de expulsión dictadas en 2024, ¿a qué porcentaje equivalen las "
            "expulsiones administrativas materializadas ese año?",
            "**5,5%**, redondeado a un decimal: 690 (Expulsiones administrativas materializadas) de 12.466",
        ),
        (
            "hagamos el cálculo: de los procedimientos de expulsión de 2024, ¿a qué porcentaje equivalen las "
            "resoluciones de expulsión?",
            "**36,1%**",
        ),
        (
            "de las solicitudes de acceso a la información recibidas en 2024, qué porcentaje son los amparos presentados?",
            "791 (Amparos presentados) de 25.009",
        ),
        ("de todas las respuestas y derivaciones, qué porcentaje son derivaciones", "**23,5%**"),
        (
            "de las respuestas inmediatas y las derivaciones de 2024, ¿qué porcentaje fueron respuestas inmediatas?",
            "**76,5%**",
        ),
    ],
)
def test_the_part_and_the_whole_are_those_that_are_named(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in ask(real_assistant, question).text[:LEAD]


def test_a_part_that_is_more_than_its_whole_is_not_turned_round(real_assistant: Assistant) -> None:
    question = "de las residencias definitivas solicitadas en 2024, ¿a qué porcentaje equivalen las resueltas?"
    assert "%" not in ask(real_assistant, question).text


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (
            (
                "¿Cuáles fueron las tres regiones con más operativos en 2024 y qué porcentaje del total suman entre las "
                "tres?",
            ),
            "**34,4%**, redondeado a un decimal: 195",
        ),
        (
            ("¿Cuáles son las dos regiones con más operativos en 2024?", "¿y qué porcentaje del total suman las dos?"),
            "**24,5%**",
        ),
        (("¿qué región hizo más operativos en 2024?", "¿y qué porcentaje del total representa?"), "**13,4%**"),
    ],
)
def test_the_first_ones_together_are_set_against_the_total(
    real_assistant: Assistant, turns: tuple[str, ...], says: str
) -> None:
    assert says in ask(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Detalle los amparos presentados en cada período informado, incluido el primer trimestre de 2025.", "569"),
        ("expulsiones administrativas en todos los períodos, incluyendo 2025", "302"),
    ],
)
def test_a_time_that_is_included_is_one_of_several(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in ask(real_assistant, question).text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿desde qué país entraron más al portal de trámites en 2024?", "**Bolivia**, con **140.337**"),
        ("sacando a Bolivia, ¿desde qué país entraron más al portal de trámites en 2024?", "**Estados Unidos**"),
        ("¿cuántos creen que los inmigrantes aportan a la economía, según la encuesta CEP?", "**35%**"),
        ("¿cuántas personas están de acuerdo con que los inmigrantes elevan los índices de criminalidad?", "**70%**"),
    ],
)
def test_how_many_by_other_words(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in ask(real_assistant, question).text[:LEAD]
