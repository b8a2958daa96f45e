"""Sums, shares and rates that a question asks for in other words; what lies within years that it names."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("si sumo las residencias temporales y las definitivas, ¿cuántas solicitudes hubo el 2024?", "267.800"),
        ("si sumo las expulsiones administrativas y las judiciales, ¿cuántas se materializaron en 2024?", "1.100"),
        ("las expulsiones administrativas subieron harto del 2023 al 2024, ¿cuánto en porcentaje?", "103,5%"),
        ("las solicitudes de refugio bajaron caleta entre 2023 y 2024, ¿cuánto?", "1.112"),
        ("que porcentaje de todas las reconducciones desde 2022 se hizo en el 2023", "42,5%"),
        ("¿qué porcentaje de las expulsiones administrativas desde 2018 corresponde a 2024?", "25,5%"),
        ("¿qué porcentaje de las reconducciones entre 2022 y 2024 se hizo en 2024?", "30,4%"),
        ("Indique la tasa de otorgamiento de la residencia temporal por razones humanitarias en 2024.", "94,6%"),
        ("¿cuál fue la tasa de rechazo de las solicitudes de refugio en 2024?", "94,7%"),
        ("las 3 regionales que más público atendieron en 2024, ¿cuánto suman entre las tres?", "37.545"),
        ("las 3 regionales con más operativos en 2024, ¿cuántos suman?", "195"),
        ("Transparencia activa: puntos sobre el promedio nacional en 2024", "9,62"),
        ("puntos sermig sobre promedio país, índice transparencia activa 2024", "9,62"),
        ("tasa otorgamiento RT humanitaria, solo 2024", "94,6%"),
        ("peso % del pago de derechos en ingresos totales 2024", "60,9%"),
        ("peso de las remuneraciones en el presupuesto final 2024", "59,7%"),
        ("recursos de amparo 2024, suma de ambas tablas", "3.504"),
        ("recursos de reclamación 2024, suma de ambas tablas", "521"),
        ("en las capacitaciones de niñez de 2024, ¿cuántas personas eran funcionarios de colegios?", "3.060"),
        ("en las capacitaciones de niñez de 2024, ¿cuántos asistentes eran adultos responsables?", "1.977"),
        ("estoy armando la citación al taller de planificación, ¿cuánto rato dura entero?", "90 minutos"),
        (
            "con el acuerdo de reciprocidad con bolivia, que porcentaje de lo tramitado termino en visa otorgada?",
            "66,0%",
        ),
        ("¿qué porcentaje de lo pedido en residencia temporal humanitaria se otorgó en 2023?", "86,7%"),
        ("Estoy preparando el taller de diagnóstico. ¿Cuánto dura en total?", "90 minutos"),
        ("¿cuál fue la asistencia media a las charlas de inclusión en 2024?", "30,4"),
        (
            "Estoy armando una presentación para mi organización y necesito saber cuántas personas en total fueron "
            "reconocidas como refugiadas sumando desde 2017 hasta 2024, sin contar lo de 2025",
            "745",
        ),
    ],
)
def test_it_is_worked_out(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text[:300]


def test_a_ratio_is_told_of_each_period_named(real_assistant: Assistant) -> None:
    question = (
        "¿asistencia promedio de las jornadas de capacitación de inclusión en 2024 y en el primer trimestre de 2025?"
    )
    found = answer(real_assistant, question).text[:300]
    assert "40,1" in found
    assert "57,1" in found


@pytest.mark.parametrize(
    "question",
    [
        "las comisiones de refugio, ¿revisaron en promedio 100 solicitudes cada una en 2024?",
        "En 2024 se realizaron 11 comisiones de refugio. ¿Cuántas solicitudes revisó cada una en promedio?",
    ],
)
def test_each_is_of_the_things_that_are_not_counted_in_it(real_assistant: Assistant, question: str) -> None:
    text = answer(real_assistant, question).text
    assert "88,4" in text[:300]
    assert "0,0" not in text
