"""The ends of an order set against each other, how many times one thing is another, what there is for each hundred, and
averages of a month that are asked for roughly."""

from __future__ import annotations

import pytest
from figure_questions import LEAD, ask

from assistant.figures.ends import asks_each, ends
from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.fixture(scope="module")
def assistant(real_assistant: Assistant) -> Assistant:
    return real_assistant


@pytest.mark.parametrize(
    ("question", "operands"),
    [
        ("diferencia entre el año con más cartas de nacionalización y el año con menos", ("1.024", "3.075", "2.051")),
        ("brecha entre el mayor y el menor número de reconocimientos de refugio en un año", ("198", "201", "3")),
        ("diferencia entre la región con más operativos y la con menos en 2024", ("62", "76", "14")),
        (
            "¿cuántas personas más atendió la Metropolitana que la región que menos atendió en 2024?",
            ("15.286", "16.400", "1.114", "Aysén"),
        ),
        ("¿cuántas veces más atendió la región que más atendió que la que menos en 2024?", ("14,7", "16.400", "1.114")),
        (
            "la región con menos atenciones en 2024, ¿cuántas veces cabe en lo que atendió Valparaíso?",
            ("10,6", "Aysén"),
        ),
    ],
)
def test_the_ends_of_an_order_are_set_against_each_other(
    assistant: Assistant, question: str, operands: tuple[str, ...]
) -> None:
    lead = ask(assistant, question).text[:LEAD]
    assert all(one in lead for one in operands)


def test_both_ends_are_told_one_by_one(assistant: Assistant) -> None:
    text = ask(assistant, "¿qué región atendió a más personas en 2024 y cuál a menos?").text
    assert text.index("Metropolitana") < text.index("Aysén") < LEAD
    assert text.count("Metropolitana") == 1
    text = ask(assistant, "¿Cuál fue la materia con más funcionarios capacitados en 2024 y cuál la con menos?").text
    assert "**313**" in text[:LEAD]
    assert "**82**" in text[:LEAD]


def test_what_is_no_end_of_an_order() -> None:
    assert ends("cuantas personas mas atendio arica que aysen") is None
    assert ends("mas o menos cuantas veces se reunio") is None
    assert ends("que region atendio a mas y cual a menos") is None
    assert asks_each("que region atendio a mas y cual a menos")
    assert not asks_each("diferencia entre la que mas y la que menos")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("sesiones de mesas sectoriales 2024 / sesiones de mesas de gestión migratoria 2024, razón", "**5,1 veces**"),
        ("recursos de reclamación de expulsiones 2024: regiones vs RM, cuántas veces", "**3,8 veces**"),
        ("recursos de amparo 2024, regiones contra RM, ¿cuántas veces?", "**1,7 veces**"),
        ("¿por cuánto se multiplicaron las solicitudes de residencia humanitaria entre 2022 y 2024?", "**4,8 veces**"),
        ("¿por cuánto se multiplicaron los reconocimientos de refugio entre 2020 y 2023?", "**67 veces**"),
    ],
)
def test_how_many_times_one_thing_is_another(assistant: Assistant, question: str, told: str) -> None:
    assert ask(assistant, question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "por cada 100 procedimientos de expulsión iniciados en 2024 cuántos terminaron en prohibición de ingreso",
            "31,9%",
        ),
        ("por cada cien solicitudes de residencia humanitaria en 2023, ¿cuántas se otorgaron?", "86,7%"),
        ("en el registro nacional de atenciones 2024 qué parte fueron derivaciones, en %", "23,5%"),
        ("que parte de las multas recaudadas en 2024 son de aerolineas, en porcentaje", "3,9%"),
        ("de toda la gente atendida en operativos a comienzos de 2025, ¿qué porcentaje fue en Valparaíso?", "35,5%"),
        ("qué porcentaje de los operativos de 2024 se hizo en Valparaíso", "13,4%"),
    ],
)
def test_a_share_is_of_what_the_question_makes_the_whole(assistant: Assistant, question: str, told: str) -> None:
    assert ask(assistant, question).text.startswith(f"**{told}**")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("más o menos cuántos reconducidos por mes hubo el 2024", "**352,9** reconducciones al mes"),
        ("¿cuántas personas atendió aproximadamente la Metropolitana por mes en 2024?", "**1.366,7** personas al mes"),
        ("el gasto mensual promedio en remuneraciones del primer trimestre de 2025", "**M$1.466.604** al mes"),
    ],
)
def test_what_is_so_roughly_for_a_month_is_an_average(assistant: Assistant, question: str, told: str) -> None:
    assert ask(assistant, question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("en instagram, ¿cuántos puntos más de mujeres que de hombres tiene la audiencia?", "61,5%"),
        ("en facebook cuántos puntos más de mujeres que de hombres hay", "57,4%"),
    ],
)
def test_points_are_counted_between_two_groups_of_one_network(assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(assistant, question).text[:LEAD]


def test_what_two_parts_make_up_is_added_over_the_years(assistant: Assistant) -> None:
    question = (
        "Sumando 2024 y el primer trimestre de 2025, ¿cuántos casos de trata y tráfico se identificaron en total?"
    )
    assert ask(assistant, question).text.startswith("**55** casos")


def test_a_sum_of_years_is_no_row_of_years(assistant: Assistant) -> None:
    question = "suma de todos los refugiados reconocidos de 2017 a 2024 según la tabla por año"
    assert ask(assistant, question).text.startswith("**745**")


def test_a_percentage_in_brackets_is_of_the_count_before_them(assistant: Assistant) -> None:
    text = ask(assistant, "¿cuántas mujeres respondieron la consulta de Apoya Mujer Migrante?").text
    assert "**1.178**" in text[:LEAD]


@pytest.mark.parametrize("asked", ["para llegar a las planificadas", "para cumplir lo planificado"])
def test_what_was_lacking_to_the_plan_is_worked_out(assistant: Assistant, asked: str) -> None:
    question = f"¿cuántas actividades de vinculación con el medio faltaron el primer trimestre de 2025 {asked}?"
    assert ask(assistant, question).text.startswith("**109** actividades")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "las 30 jefas de hogar del convenio con el GORE, ¿cuántas solicitudes analizó cada una en promedio?",
            "6.208,2",
        ),
        ("las 11 comisiones de 2024, ¿cuántas solicitudes evaluó cada una en promedio?", "88,4"),
        ("los refugiados reconocidos de 2024, ¿qué porcentaje son de los formalizados?", "4,2%"),
        (
            "el eje de inclusión, ¿qué porcentaje del total de medidas del plan es, según cuántas tiene cada eje?",
            "36,0 %",
        ),
        ("¿en cuántas medidas del plan participa SERMIG y qué % es del total?", "43,0 %"),
        ("¿cuántas medidas vencen en 2025 y qué porcentaje son de las 86?", "14,0 %"),
    ],
)
def test_what_each_had_and_what_part_of_all_it_is(assistant: Assistant, question: str, told: str) -> None:
    assert f"**{told}**" in ask(assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("de toda la gente atendida en 2024, ¿qué porcentaje fue en operativos?", "4,3%"),
        ("diferencia entre la comuna con más operativos y la con menos", "de diferencia"),
        ("más o menos cuántos expulsados por mes en 2024", "57,5"),
        ("las expulsiones judiciales qué porcentaje son de las administrativas en 2024", "62,7%"),
    ],
)
def test_what_is_not_of_one_sort_is_not_set_together(assistant: Assistant, question: str, wrong: str) -> None:
    assert wrong not in ask(assistant, question).text


def test_one_thing_is_a_share_of_the_one_named_last(assistant: Assistant) -> None:
    question = "las expulsiones judiciales qué porcentaje son de las administrativas en 2024"
    assert ask(assistant, question).text.startswith("**59,4%**")


@pytest.mark.parametrize(
    ("question", "most", "least"),
    [
        ("cartas de nacionalización: año con más y año con menos", "2023", "2022"),
        ("regiones con más y con menos operativos en 2024", "Valparaíso", "Coquimbo"),
    ],
)
def test_the_end_that_is_named_after_the_other_is_told_too(
    assistant: Assistant, question: str, most: str, least: str
) -> None:
    lead = ask(assistant, question).text[:LEAD]
    assert lead.index(f"**{most}**") < lead.index(f"**{least}**")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿qué región tuvo más atenciones en 2024?", "¿y la con menos?", "¿cuánta diferencia hay entre las dos?"), "15.286"),
        (("¿en qué año hubo más reconducciones?", "¿y en cuál menos?", "¿cuánto suman las dos?"), "9.693"),
        (("¿qué región tuvo más operativos en 2024?", "¿y menos?", "¿cuántas veces más?"), "5,4 veces"),
    ],
)  # fmt: skip
def test_the_ends_told_one_by_one_are_the_two(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(assistant, *turns).text[:LEAD]
