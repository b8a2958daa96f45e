"""What no practice has a field for is told in passing: what comes next, what changed, whether it is done again."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿hasta dónde quieren llegar en Temuco el 2025 con eso de recibir bien a los extranjeros en los liceos?", "alta matrícula"),
        ("¿qué planea Hualqui hacer más adelante con los estudiantes de la UdeC?", "próximas etapas"),
        ("¿qué mejoró en Coquimbo con el protocolo de atención?", "unificó las directrices"),
        ("¿para qué le sirvió a Los Andes el estudio de los niños en las escuelas?", "permitió"),
        ("¿lo de los títulos de La Reina lo volvieron a hacer?", "2024"),
        ("¿cuánto del curso de Concepción ya se hizo?", "dos módulos"),
        ("¿y cada cuánto piensan hacer la escuela intercultural de Viña?", "anual"),
    ],
)  # fmt: skip
def test_what_is_asked_by_another_word_than_its_heading_is_told_first(
    real_assistant: Assistant, question: str, said: str
) -> None:
    assert said in real_assistant.ask(question).answer.text[:470]


def test_the_other_thing_of_a_sort_is_told_where_the_first_was_called_by_its_quality(real_assistant: Assistant) -> None:
    first = real_assistant.ask("cuéntame de las mesas migrantes de Lo Espejo")
    second = real_assistant.ask("¿cada cuánto se junta la institucional?", first.conversation_id)
    assert "trimestral" in second.answer.text[:400]
    assert "mensuales" in real_assistant.ask("¿y la otra?", second.conversation_id).answer.text[:400]
