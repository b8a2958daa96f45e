"""What is told of a figure is what was asked of it: each of several alike, a change, a part, what came of a thing."""

from __future__ import annotations

import pytest
from asking import answer
from figure_questions import LEAD, ask

from assistant.figures import asides
from assistant.pipeline import Assistant
from assistant.values import Kind, Query
from corpus.analysis import fold


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("presupuesto del SERMIG", ("21.791.324", "24.111.333", "26.041.642")),
        ("¿cuánto juntaron en multas?", ("13.976.058.699", "4.210.506.657")),
        ("jornadas 2024", ("70", "40")),
        ("¿cuántas derivaciones hubo?", ("22.913", "5.834")),
        ("¿cuántos partes policiales recibieron?", ("24.214", "746")),
        ("¿cuánto bajó el rezago de solicitudes?", ("386.024", "2.287")),
    ],
)
def test_figures_that_are_named_alike_are_all_told(
    real_assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    for number in told:
        assert number in answer.text[:LEAD]


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("¿cuántos capacitados en trata de personas?", "**212**", "**3**"),
        ("¿cuántos bolivianos obtuvieron el permiso?", "**64.711**", "**98.002**"),
        ("¿cuántas solicitudes de bolivianos se tramitaron?", "**98.002**", "**64.711**"),
        ("¿cuántas comisiones de refugio hubo?", "**11**", "**10**"),
        ("¿cuántas comisiones de refugio se hacen al año?", "**10**", "**11**"),
        ("¿cuántos amparos se presentaron en total?", "**2.593**", "3.106"),
        ("¿a cuántos funcionarios capacitó SERMIG en 2024, según los indicadores de gestión?", "**548**", "**126**"),
        ("según la tabla de indicadores de gestión, ¿cuántos funcionarios se capacitaron?", "**548**", "**126**"),
        ("¿cuántas preguntas por transparencia recibieron en 2024?", "**25.009**", "÷"),
    ],
)
def test_one_of_two_is_meant(real_assistant: Assistant, question: str, told: str, not_told: str) -> None:
    text = ask(real_assistant, question).text
    assert told in text[:LEAD]
    assert not_told not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("porcentaje de mujeres en protección complementaria", "46,8%"),
        ("¿qué porcentaje de hombres hay en protección complementaria?", "53,2%"),
        ("¿qué parte de los ingresos son multas?", "39,1%"),
        ("costo por persona expulsada 2024", "3.356.839,6"),
        ("gasto por persona en expulsiones 2024", "3.356.839,6"),
        ("¿cuántas personas atienden por operativo en promedio?", "23,2"),
    ],
)
def test_shares_and_costs_of_what_is_named(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas visas exprés dieron en 2024?",
        "¿cuántos operativos nocturnos hubo en 2024?",
        "¿cuántos talleres gratuitos sobre trata hicieron?",
        "¿qué porcentaje de cumplimiento tuvo el PMG?",
    ],
)
def test_a_wider_figure_is_not_the_answer(real_assistant: Assistant, question: str) -> None:
    assert ask(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("regiones sin operativos en 2025", "Coquimbo"),
        ("¿qué regiones no hicieron operativos en 2025?", "Antofagasta"),
        ("¿cuántas solicitudes estaban en rezago y cuántas quedan?", "386.024"),
        ("¿cuántas solicitudes estaban en rezago y cuántas quedan?", "2.287"),
        ("¿cuántos operativos hubo en Chillán en 2024?", "Ñuble"),
        ("expulsiones admin 2022", "**31**"),
    ],
)
def test_what_is_there_is_told(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿cuántos capacitados en trata de personas?", "¿y en 2024?"), "212"),
        (("¿cuántos asistieron a las jornadas de niñez en 2024?", "¿y en 2025?"), "247"),
    ],
)
def test_what_was_counted_is_asked_on(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in ask(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("total de visitas entre el sitio y el portal", "5.918.304"),
        ("total de sesiones entre ordinarias y extraordinarias", "**10**"),
        ("expulsiones entre 2022 y 2024", "339"),
    ],
)
def test_the_total_of_two_and_all_of_a_span(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas oficinas hay en total con ayuda migraciones?", "**18**"),
        ("¿cuántas cartas de nacionalización se dieron en total en 2024?", "2.207"),
        ("¿de dónde son la mayoría de los refugiados reconocidos desde 2022 y cuántos van?", "Afganistán, con 205"),
        ("¿y cuánta plata lleva juntada la unidad esa que cobra las multas?", "300 millones"),
    ],
)
def test_a_total_that_is_stated_and_what_is_asked_beside(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text[:LEAD]


def test_people_are_not_the_places_that_a_question_names(real_assistant: Assistant) -> None:
    question = "¿cuántas charlas les dieron a los municipios del Sello el 2024 y cuánta gente llegó?"
    text = ask(real_assistant, question).text
    assert "**8**" in text[:LEAD]
    assert "**657**" in text[:LEAD]
    assert "**152**" not in text


@pytest.mark.parametrize(
    ("turns", "told", "not_told"),
    [
        (("¿cuánta gente atendió Tarapacá en 2024?", "¿y en Biobío?", "¿y en los operativos?"), "**320**", "1.871"),
        (
            ("¿cuánta gente se atendió en Antofagasta en 2024?", "¿y en los operativos en terreno?"),
            "**1.792**",
            "8.595",
        ),
        (("solicitudes de refugio formalizadas el 2017", "y en 2024", "osea cuanto bajo"), "**3.224**", "**2.499**"),
        (("presupuesto ley 2024", "¿y el de 2025?", "¿cuánta plata más es?"), "4.250.318", "13,80% [1]"),
        (("cartas de nacionalización", "¿cuántas se otorgaron el 2024?"), "**2.207**", "52.655"),
    ],
)
def test_the_same_is_asked_of_another_place_or_worked_out(
    real_assistant: Assistant, turns: tuple[str, ...], told: str, not_told: str
) -> None:
    text = answer(real_assistant, *turns).text
    assert told in text[:LEAD]
    assert not_told not in text[:LEAD]


@pytest.mark.parametrize(
    ("last", "joined"),
    [
        ("¿y cuántas se rechazaron en 2023?", "cuantas se rechazaron en 2023? ¿cuantas visas se dieron en  ?"),
        ("¿y cuántas a mujeres?", "cuantas a mujeres? ¿cuantas visas se dieron en 2024?"),
    ],
)
def test_what_a_message_adds_is_part_of_what_is_asked(last: str, joined: str) -> None:
    asked = asides.core_of(Query(pregunta=last, texto=joined, kind=Kind.PASAJE, seguimiento=True))
    assert fold(last).strip("¿?") in asked
    assert "visas se dieron" in asked
