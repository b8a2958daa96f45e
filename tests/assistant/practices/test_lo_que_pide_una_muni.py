"""What a municipality asks of the practices: those of comunas, of a year, how a thing is done, with whom; none of the old."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "home", "abroad"),
    [
        ("que comunas han hecho algo con niños", "Los Andes", "Toronto"),
        ("¿qué comunas han trabajado en educación?", "Temuco", "Toronto"),
    ],
)
def test_comunas_are_those_of_chile(real_assistant: Assistant, question: str, home: str, abroad: str) -> None:
    first = real_assistant.ask(question, None).answer.text.split("\n")[0]
    assert home in first
    assert abroad not in first


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("en Macul, ¿cómo entregan la ropa y la comida que juntan?", "boutique"),
        ("¿cómo reparten las cosas en macul?", "Corporación El Arca"),
        ("¿qué organizaciones partieron en la primera mesa migrante de Lo Espejo el 2023?", "Ann Pale Fanmi"),
        ("quienes empezaron la mesa de lo espejo", "Cruz Roja"),
        ("que hicieron en concepción con whatsapp", "grupo de WhatsApp"),
        ("temuco 2025", "Se proyecta que en 2025"),
        ("maipú 2024", "11 talleres"),
    ],
)
def test_the_sentence_that_tells_it_leads(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in real_assistant.ask(question, None).answer.text.split("\n")[0]


@pytest.mark.parametrize(
    "question", ["alguna comuna trabaja con personas mayores", "alguna practica para abuelitos migrantes"]
)
def test_no_practice_is_for_the_old(real_assistant: Assistant, question: str) -> None:
    assert "Municipalidad" not in real_assistant.ask(question, None).answer.text


def test_a_greater_impact_is_not_the_old(real_assistant: Assistant) -> None:
    assert "Macul" in real_assistant.ask("qué comuna logró un mayor impacto colaborando con vecinos", None).answer.text
