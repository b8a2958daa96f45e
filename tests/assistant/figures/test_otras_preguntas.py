"""What is left, both of two, the same of another time, the part between two parts of a tool, and what is not meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.figures import both, periods
from assistant.figures.lexicon import numbers_written_out

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "line",
    [
        "cada ano entre 2022 y el primer trimestre de 2025",
        "entre 2022 y lo que va de 2025",
        "entre 2022 y el 31 de mayo de 2025",
    ],
)
def test_between_a_year_and_a_part_of_another_lie_all_the_years(line: str) -> None:
    assert [p.label for p in periods.asked(line)] == ["2022–2025"]


def test_two_periods_beside_each_other_stay_two() -> None:
    assert len(periods.asked("en 2024 y el primer trimestre de 2025")) == 2


def test_an_x_between_two_words_is_by_and_among_names_or_after_a_preposition_a_name() -> None:
    assert numbers_written_out("personas x operativo") == "personas por operativo"
    assert numbers_written_out("gasto x expulsion 2024") == "gasto por expulsion 2024"
    assert numbers_written_out("instagram, facebook, x, youtube") == "instagram, facebook, x, youtube"
    assert numbers_written_out("seguidores en x tiene el servicio") == "seguidores en x tiene el servicio"


def test_both_of_two_are_wanted_where_they_are_counted_together() -> None:
    assert both.among("entre las administrativas y las judiciales, ¿cuantas hubo?")
    assert both.among("entre hombres y mujeres cuantos fueron")
    assert not both.among("entre 2022 y 2024, ¿cuantas hubo?")
    assert not both.among("¿cuantas hubo entre enero y mayo?")


CALCULADAS = {
    "la mayoría de los recursos administrativos se resolvió en 90 días hábiles, ¿cuántos no?": "**36**",
    "How many of the 2024 administrative appeals were not resolved within 90 days?": "**36**",
    "By how much did the final 2024 budget exceed the one set by law?": "2.320.009",
    "entre las administrativas y las judiciales, ¿cuántas expulsiones se materializaron en 2024?": "**1.100**",
    "entre solicitudes de residencia temporal y definitiva, ¿cuántas se resolvieron en 2024?": "**366.081**",
    "promedio personas x operativo en terreno 2024": "**23,2**",
    "¿cuánto costó, en promedio, cada expulsión el 2024?": "**$3.356.839,6** en promedio",
    "¿en cuánta plata salió, en promedio, sacar del país a cada persona el 2024?": "**$3.356.839,6** en promedio",
    "peso RM en total de personas atendidas 2024 (%)": "**16,8%**",
    "¿cuánta gente menos se hizo chilena el 2024 comparado con el año anterior?": "**868** cartas menos",
    "¿qué proporción de las salidas forzadas de 2024 provino de sentencias de tribunales?": "**37,3%**",
    "¿qué peso tiene la RM en el total de personas atendidas en 2024?": "**16,8%**",
    "¿en cuántas regiones hubo operativos el primer trimestre de 2025?": "**12** de 16, con alguno",
    "¿en cuántas regiones no hubo operativos en 2025?": "**4** de 16, con ninguno",
    "¿cuál fue el promedio de personas por charla en 2024?": "**30,4**",
    "suma los recursos de amparo y de protección de 2024": "**20.042**",
    "¿cuántos minutos dura el taller de diagnóstico desde la presentación hasta el cierre?": "**90 minutos**",
    "tengo la sala de 9 a 11 para el taller de planificacion, alcanza?": "**90 minutos**",
    "taller de diagnóstico, cuánto es en total": "**90 minutos**",
    "¿cuánto hacemos durar la entrevista?": "**20-40 minutos**",
    "¿cuánto dura el taller de planificación del trabajo en grupos al cierre?": "**80 minutos**",
}


@pytest.mark.parametrize("question", CALCULADAS)
def test_it_is_worked_out_of_what_is_named(real_assistant: Assistant, question: str) -> None:
    assert CALCULADAS[question] in ask(real_assistant, question).text[:LEAD]


def test_the_row_named_in_one_part_holds_for_the_other(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "¿Los Ríos cuántos operativos en terreno hizo y a cuántas personas atendió?").text
    assert "**17**" in text
    assert "**164**" in text
    assert "13.164" not in text
    text = ask(real_assistant, "en Aysén, ¿cuántas salidas a terreno hubo el 2024 y a cuánta gente atendieron?").text
    assert "**46**" in text
    assert "**133**" in text


def test_figures_of_one_sentence_that_are_both_named_are_both_told(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "how many expulsions were carried out in 2024, administrative and judicial?").text
    assert "690" in text[:LEAD]
    assert "410" in text[:LEAD]


def test_a_period_that_is_not_meant_is_not_told(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "de 2024, no lo de 2025: ¿cuántas solicitudes de refugio se formalizaron?").text
    assert "2.499" in text[:LEAD]
    assert "2025:" not in text


def test_a_lettered_part_is_of_what_its_heading_says(real_assistant: Assistant) -> None:
    question = "En el primer trimestre de 2025, ¿cuántas jornadas de capacitación sobre niñez migrante hubo y con cuántos asistentes?"
    text = ask(real_assistant, question).text
    assert "247" in text[:LEAD]
    assert "1.541" not in text


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (
            "¿cuántas jornadas de capacitación de niñez migrante hicieron el 2024?",
            "¿y cuánta gente fue a las del primer trimestre de 2025?",
            "**247**",
        ),
        (
            "¿cuántas charlas dio el servicio en 2024?",
            "¿y cuánta gente fue a las del primer trimestre de 2025?",
            "**343**",
        ),
    ],
)
def test_a_message_may_ask_who_came_to_the_same_of_another_time(
    real_assistant: Assistant, first: str, then: str, told: str
) -> None:
    before = real_assistant.ask(first)
    assert told in real_assistant.ask(then, before.conversation_id).answer.text[:LEAD]


def test_the_sentence_of_the_period_asked_for_is_told_alone(real_assistant: Assistant) -> None:
    question = "¿Cuántas visitas recibió la plataforma tramites.serviciomigraciones.cl durante 2024?"
    text = ask(real_assistant, question).text
    assert "3.404.073" in text[:LEAD]
    assert "834.105" not in text


@pytest.mark.parametrize(
    ("question", "medida"),
    [
        ("para el calendario: el empadronamiento biométrico, ¿lo anoto el 30 o el 31 de junio?", 5),
        ("asesores de centros de negocios sercotec capacitados: ¿plazo 30 o 31 de noviembre?", 12),
    ],
)
def test_which_of_two_days_a_deadline_is_where_one_does_not_exist(
    real_assistant: Assistant, question: str, medida: int
) -> None:
    answer = ask(real_assistant, question)
    assert answer.medidas == (medida,)
    assert "no existe" in answer.text[:LEAD]


def test_a_day_of_another_thing_is_no_deadline(real_assistant: Assistant) -> None:
    assert "no existe" not in ask(real_assistant, "¿la reunión del COSOC es el 30 o el 31 de junio?").text


def test_what_two_passages_count_in_the_period_asked_for_is_told_of_both(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "¿cuántas visitas hubo en 2024?").text
    assert "3.404.073" in text
    assert "2.514.231" in text


@pytest.mark.parametrize(
    ("question", "told", "absent"),
    [
        ("cuántas cartas de nacionalización hubo en 2024 y cuántas en 2015", "**2.207**", "2015"),
        ("expulsiones administrativas 2016, 2018 y 2024", "**302**", "2016"),
    ],
)
def test_the_periods_that_a_table_has_not_are_said(
    real_assistant: Assistant, question: str, told: str, absent: str
) -> None:
    text = ask(real_assistant, question).text
    assert told in text
    assert f"**No está en los documentos:** la cifra de {absent}" in text


@pytest.mark.parametrize(
    "question",
    [
        "a cuanta gente atendieron en Tarapacá el 2024 y cuánto es eso del total",
        "¿cuánto es del total lo de Tarapacá en atenciones 2024?",
    ],
)
def test_how_much_something_is_of_all_is_a_share(real_assistant: Assistant, question: str) -> None:
    assert "**9,6%**" in ask(real_assistant, question).text


def test_what_is_counted_is_no_reason_of_another_count(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "cuántas visas temporales se pidieron en 2024 y cuántas se rechazaron").text
    assert "208.952" in text
    assert "1.337" not in text
