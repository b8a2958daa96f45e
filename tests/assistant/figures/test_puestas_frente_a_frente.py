"""Figures of sentences that are set against each other, or of which a part is told by its percentage, as people ask for them."""

import pytest

from assistant.figures import periods
from assistant.figures.asides import counted_in
from assistant.figures.rests import denied_by
from assistant.figures.set_apart import together
from assistant.pipeline import Assistant

FIRST = 300


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("en personas, ¿cuantos serian los adultos?", "cuantas personas serian los adultos?"),
        ("¿cuantos eran en numero de personas?", "¿cuantas personas eran en numero de personas?"),
        ("en personas mayores, ¿cuantos tramites hubo?", "en personas mayores, ¿cuantos tramites hubo?"),
    ],
)
def test_what_it_is_told_in_is_what_is_counted(line: str, read: str) -> None:
    assert counted_in(line) == read


@pytest.mark.parametrize(
    ("line", "left"), [("del rezago a fines de 2022", "del rezago"), ("multas al cierre del ano 2024", "multas")]
)
def test_when_in_a_year_is_no_thing(line: str, left: str) -> None:
    assert periods.without(line).strip() == left


def test_what_is_denied() -> None:
    line = "¿cuantas se respondieron fuera del plazo de 15 dias?"
    assert denied_by(line, "fuera del plazo")
    assert not denied_by(line, "respondieron")


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("las de peru y colombia juntas, ¿superan a las de haiti?", True),
        ("¿superan las de peru y colombia sumadas a las de haiti?", True),
        ("¿cuantas suman peru y colombia juntas?", False),
        ("¿supera peru a colombia?", False),
    ],
)
def test_two_together_against_a_third(line: str, is_so: bool) -> None:
    assert together(line) is is_so


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿cuántas solicitudes de transparencia se contestaron fuera del plazo de 15 días hábiles?", "16.401"),
        ("¿cuántos ucranianos menos que venezolanos se reconocieron como refugiados entre 2022 y 2025?", "14"),
        ("¿cuántos puntos más que Ucrania tiene Afganistán en el total de refugiados reconocidos?", "35,7"),
        ("¿superan las visitas de Estados Unidos y Venezuela juntas a las de Bolivia en el portal en 2025?", "19.364"),
        ("visitas al portal en 2024: Estados Unidos y Venezuela sumadas, ¿cuánto más que Bolivia?", "19.873"),
        ("¿por cuántos puntos porcentuales aventajan las mujeres a los hombres en Instagram?", "23,0"),
        ("¿cuántos días más demora responder los descargos en 2025 que en 2024?", "0,8"),
        ("del rezago a fines de 2022, ¿cuántas serían temporales, en número y no en porcentaje?", "80.679"),
        (
            "en las capacitaciones de niñez de 2024, en personas, ¿cuántos serían los funcionarios de establecimientos educacionales?",
            "3.060",
        ),
        (
            "en el registro de atenciones de 2024, ¿qué porcentaje de las gestiones fueron respuestas inmediatas y no "
            "a derivaciones?",
            "76,5%",
        ),
        ("¿qué porcentaje representan las recomendaciones de reconocimiento respecto de lo evaluado en 2024?", "5,3%"),
        ("rezago: solicitudes resueltas, o sea las pendientes de 2022 menos las que quedan en 2025", "383.737"),
        ("¿cuántas solicitudes analizó en promedio cada una de las personas contratadas con el GORE?", "6.208,2"),
    ],
)
def test_it_is_worked_out(real_assistant: Assistant, question: str, figure: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert f"**{figure}**" in answer.text[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿cuántas comisiones de refugio faltan para cumplir la meta de 2025?", "7"),
        ("de la meta de casos de refugio de 2025, ¿cuántos quedan por revisar después del primer trimestre?", "624"),
    ],
)
def test_what_is_left_to_a_goal(real_assistant: Assistant, question: str, figure: str) -> None:
    assert f"**{figure}**" in real_assistant.ask(question).answer.text[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "¿cuántos talleres de la PDI faltan para la meta de 2025?",
        "meta 2025: ¿cuántas jornadas de capacitación faltan?",
    ],
)
def test_where_no_goal_is_told_nothing_is_left_to_it(real_assistant: Assistant, question: str) -> None:
    assert not real_assistant.ask(question).answer.figures
