"""What a practice passes over, why and what was hard, places left out, peoples that are whom a practice is for."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.values import Answer


def _last(assistant: Assistant, question: str) -> Answer:
    conversation = None
    for turn in question.split(" // "):
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    return reply.answer


@pytest.mark.parametrize(
    "question",
    [
        "¿desde cuándo funciona la academia de Arica?",
        "¿cuánto dura el curso de Arica?",
        "¿en qué año terminó el programa de asistencia para inmigrantes vulnerables de Quilicura?",
        "¿cuándo finalizó la capacitación de mediadores interculturales de Quilicura?",
        "¿en qué año partió la familia de al lado?",
        "¿quién financia la orquesta binacional?",
        "¿quién creó el libro De allá y de acá?",
        "¿cuánto duró el taller de mediadores de Quilicura?",
        "¿cuántos profesionales de La Reina lograron reconocer su título el 2024?",
        "¿qué alcalde firmó el decreto de Coquimbo?",
    ],
)
def test_a_time_a_length_or_a_doer_that_a_practice_does_not_tell(real_assistant: Assistant, question: str) -> None:
    answer = _last(real_assistant, question)
    assert answer.abstained
    assert "no trae ese dato" in answer.text or "No está" in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿quién financió la academia de Arica?", "Open Society"),
        ("¿desde cuándo existe la NIIC?", "2008"),
        ("¿quién dirige el bootcamp de Lima?", "PNUD"),
        ("¿por qué Lo Espejo separó la mesa en dos?", "crecimiento"),
        ("¿por qué nació la Red Solidaria de Macul?", "creciente necesidad"),
        ("¿qué dificultades tuvo Hualqui?", "obstaculizadores"),
        ("¿qué le faltó a Los Andes para hacer mejor el estudio?", "investigadores"),
        ("Lo Espejo: cada cuanto se juntan las mesas", "mensuales"),
        ("cuantos kilos ha juntado Macul", "miles de kilos"),
        ("¿con qué plata trabaja Temuco? // ¿y en Quilicura?", "ministerio del interior"),
        ("¿con qué plata trabaja Macul? // ¿y la de Viña del Mar?", "Mesa de Niñez"),
        ("experiencia de Portugal: cómo se llama", "INFORMA"),
        ("¿la práctica de Macul tiene la línea de estrategias formativas?", "Vinculación comunitaria"),
    ],
)
def test_what_is_told_comes_first(real_assistant: Assistant, question: str, says: str) -> None:
    answer = _last(real_assistant, question)
    assert not answer.abstained
    assert says in answer.text[:430]


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        ("¿Qué otra comuna, además de Temuco, trabaja con escuelas?", "Maipú", "**Mesa de Convivencia"),
        ("prácticas de comunas que no son de la metropolitana", "Hualqui", "Lo Espejo"),
        ("fichas del sur", "Hualqui", "Macul"),
        ("fichas del norte", "Coquimbo", "Temuco"),
        ("práctica para emprendedores venezolanos", "INNovación Migrante", "Ninguna"),
        ("datos de barrios con refugiados sirios: práctica", "Líbano", "Ninguna"),
    ],
)
def test_places_left_out_parts_of_the_country_and_peoples(
    real_assistant: Assistant, question: str, says: str, never: str
) -> None:
    answer = _last(real_assistant, question)
    assert says in answer.text
    assert never not in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿y cuál no marcó Hualqui?", "no marca la línea **Estrategias formativas**"),
        ("líneas que no cumple Macul", "Estrategias formativas"),
        ("¿quién evaluó las prácticas?", "una comisión"),
        ("¿cuáles son las diez mejores prácticas?", "Lo Espejo"),
    ],
)
def test_unmarked_lineas_and_what_introduces_the_sheets(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in real_assistant.ask(question, None).answer.text[:430]
