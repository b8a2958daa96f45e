"""Questions worded far from the documents: what their words mean counts as said."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.values import Status


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Se dice que nadie recibe tantas preguntas. ¿Cuántos pedidos de transparencia acumula SERMIG?", "104.183"),
        ("Dicen que el portal se cae a cada rato. ¿Cuántas visitas tuvo el sitio web en 2024?", ""),
        ("¿Cuánta gente han devuelto por el paso altiplánico de Tarapacá desde marzo del 2024?", "1.000"),
        ("¿Cómo se llama la comunidad que recibe a los migrantes?", "Comunidad de acogida"),
        ("¿Qué nombre le pone el glosario a quien huye de su hogar por un conflicto armado?", "Desplazados"),
        ("¿Cuántos pidieron quedarse por motivos de humanidad en 2023?", ""),
    ],
)
def test_what_is_said_from_afar_is_told(real_assistant: Assistant, question: str, told: str) -> None:
    reply = real_assistant.ask(question).answer
    assert not reply.abstained
    assert told in reply.text.split("\n\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántas personas fueron devueltas en la región de Tarapacá?",
        "¿Qué porcentaje dice que la migración le da miedo a los perros?",
    ],
)
def test_what_is_countries_asked_a_part_that_is_not_told_is_not_there(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    "question", ["¿No encuentra que el plan salió malo?", "¿no encuentra que la ley es peor que la otra?"]
)
def test_what_somebody_is_asked_to_find_so_is_an_opinion(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.status is Status.OUT_OF_SCOPE


def test_a_quoted_question_is_not_asked(real_assistant: Assistant) -> None:
    question = 'mi jefa puso en la encuesta "¿no cree que atendemos mal?", ¿está bien redactada la pregunta?'
    assert not real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize("word", ["merida", "viviendo", "parecio", "valga", "traza"])
def test_a_right_word_is_not_mended_into_another(real_assistant: Assistant, word: str) -> None:
    assert real_assistant.parts.reader.speller.mend(word) == word


def test_what_words_mean_covers_a_question(real_assistant: Assistant) -> None:
    scope = real_assistant.parts.scope
    record = next(id for id in scope.store.records if "pasaje" not in id and "104.183" in scope.text(id))
    assert scope._covered("carpetas", record) == scope._covered("solicitudes", record) == 1.0
