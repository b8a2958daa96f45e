"""So much for each, a part of what is told beside it, what came of a backlog, and what is missing to work anything out."""

from __future__ import annotations

import pytest

from assistant.figures import by_unit, phrases
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import Operand, in_pesos
from assistant.pipeline import Assistant
from assistant.understand.retold import from_that_year
from assistant.values import Figure, Kind, Query, Turn
from corpus.analysis import terms
from corpus.numbers import parse_number
from tests.assistant.figures.figure_questions import ask


@pytest.mark.parametrize(
    ("turns", "all_of"),
    [
        # The practice has workshops in two years, each with those who came.
        (["¿cuántos cabros hubo por taller en Maipú el 2023?"], ["**98,4** estudiantes", "984", "10 (talleres)"]),
        (
            [
                "¿cuántos talleres hizo Maipú en los colegios el 2023 y el 2024?",
                "¿y cuántos asistentes son por taller en cada año?",
            ],
            ["**98,4**", "**27,5**"],
        ),
        (["en La Reina, ¿cuánta gente hubo por jornada, en promedio?"], ["**50** personas", "100", "2 (jornadas"]),
        (["¿cuántos talleres suma Maipú entre 2023 y 2024?"], ["**21** talleres"]),
        (
            ["entre 2023 y 2024, ¿cuántos asistentes tuvo Maipú en sus talleres en total?"],
            ["**1.286** personas", "984 (estudiantes, 2023)"],
        ),
        # Who did something is told without a time, what was done with one.
        (
            ["¿cuántas solicitudes revisó en promedio cada una de las mujeres contratadas por el GORE?"],
            ["**6.208,2** solicitudes", "186.245", "30 (mujeres jefas de hogar"],
        ),
        # Each of two things with those whom it reached.
        (["¿cuántos asistentes por charla hubo en promedio en 2024?"], ["**30,4** participantes", "5.205", "171"]),
    ],
)
def test_so_many_for_each(real_assistant: Assistant, turns: list[str], all_of: list[str]) -> None:
    text = ask(real_assistant, *turns).text
    assert [one for one in all_of if one not in text] == []


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántas personas atendió en promedio cada funcionario de SERMIG en 2024?",  # 548 were trained
        "¿Cuánto pagó en promedio cada empleador multado en 2024?",
        "¿Cuántos seminarios hizo Maipú por año en promedio?",
    ],
)
def test_nothing_is_divided_by_others(real_assistant: Assistant, question: str) -> None:
    assert not any(figure.computed for figure in ask(real_assistant, question).figures)


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        (
            [
                "¿qué hizo Maipú en los colegios?",
                "¿cuánta gente suman en 2024 los talleres, los seminarios y la intervención?",
            ],
            "**881**",
        ),
        (["Sumando las charlas y las jornadas de capacitación de 2024, ¿a cuántas personas se llegó?"], "**8.011**"),
    ],
)
def test_those_whom_several_things_reached(real_assistant: Assistant, turns: list[str], start: str) -> None:
    assert ask(real_assistant, *turns).text.startswith(start)


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        (["de lo que contestó Ayuda Migraciones en 2024, ¿qué parte fue respuesta automática?"], "**25,4%**"),
        (
            ["de lo que se respondió en Ayuda Migraciones el primer trimestre de 2025, ¿qué % fue automático?"],
            "**25,8%**",
        ),
        (["en la comisión de refugio de 2024, ¿qué porcentaje recomendaron reconocer?"], "**5,3%**"),
        # Pesos and thousands of pesos.
        (["¿qué porcentaje del presupuesto final 2024 se fue en expulsiones?"], "**15,3%**"),
        # Of one time in another.
        (["lo que entró de plata el primer trimestre de 2025, ¿qué porcentaje es de todo lo de 2024?"], "**28,6%**"),
        (["¿Qué porcentaje de la recaudación por multas de 2024 es la del primer trimestre de 2025?"], "**30,1%**"),
    ],
)
def test_a_part_and_what_it_is_a_part_of(real_assistant: Assistant, turns: list[str], start: str) -> None:
    assert ask(real_assistant, *turns).text.startswith(start)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("del rezago que había al 2022, ¿cuántas solicitudes ya se resolvieron, en número?", "**383.737** solicitudes"),
        ("¿cuántas de las solicitudes pendientes a diciembre de 2022 ya se han resuelto?", "**383.737** solicitudes"),
        ("¿cuántas solicitudes del rezago quedan pendientes?", "**2.287**"),
        ("¿cuántas solicitudes pendientes había a fines de 2022?", "**386.024**"),
    ],
)
def test_what_was_done_with_of_what_waited(real_assistant: Assistant, question: str, start: str) -> None:
    assert ask(real_assistant, question).text.startswith(start)


@pytest.mark.parametrize(
    "question",
    [
        "presupuesto ley de SERMIG 2023 vs 2024, variación %",
        "¿cuánto cambió el presupuesto final entre 2023 y 2024?",
        "Apoya Mujer Migrante: variación % de participantes 2023-2024",
    ],
)
def test_one_year_of_two_is_no_change(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert answer.abstained
    assert "2023" in answer.text


def test_medidas_are_no_share_of_those_told(real_assistant: Assistant) -> None:
    answer = ask(
        real_assistant,
        "¿Cuántas medidas estaban implementadas en agosto de 2024?",
        "de esas, ¿qué porcentaje es de Justicia?",
    )
    assert answer.abstained


def test_the_sum_from_the_year_told(real_assistant: Assistant) -> None:
    text = ask(
        real_assistant, "¿cuántas expulsiones administrativas hubo en 2021?", "¿y sumando desde ese año hasta 2024?"
    ).text
    assert text.startswith("**1.306** expulsiones")


def test_that_year_is_written_out() -> None:
    figure = Figure(value=parse_number("162"), unit="personas", concept="Reconocimiento", period="2017", spans=())
    turn = Turn(question="¿cuántos en 2017?", query=Query(pregunta="", texto="", kind=Kind.PASAJE), figures=(figure,))
    assert from_that_year("¿y sumando desde ese año hasta el 2020?", turn) == "¿y sumando desde 2017 hasta el 2020?"
    assert from_that_year("¿y ese año cuántos?", turn) == "¿y ese año cuántos?"


def test_the_unit_of_an_average() -> None:
    assert by_unit.per("¿cuantas vio en promedio cada una de las analistas?") == terms("analistas")[0]
    assert (
        by_unit.per("las comisiones que revisaron solicitudes, ¿cuantas solicitudes vieron cada una?")
        == terms("comisiones")[0]
    )
    assert by_unit.per("¿que dice cada una de las medidas?") is None


def test_what_was_done_is_the_whole() -> None:
    assert phrases.whole("de lo que contestaron en 2024, ¿que parte fue automatica?") == terms("contestaron")[0]


def test_hours_are_no_people() -> None:
    assert counts_people("asistentes")
    assert not counts_people("horas")
    assert not counts_people("mejoras de grados")


def test_thousands_of_pesos() -> None:
    one = Operand(parse_number("24.111"), "M$24.111", "M$", "Presupuesto", None, None, None, ())
    assert in_pesos(one).value == parse_number("24.111.000")
    assert in_pesos(one).written == "M$24.111"
