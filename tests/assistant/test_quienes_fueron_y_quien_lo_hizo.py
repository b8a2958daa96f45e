"""Messages that go on with what was told: who came to it, who else did another thing, all of a set, back to a place."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.returning import there_named
from assistant.understand.subject import seeks_doer

FIRST = 300


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("¿cuántas jornadas hizo formación integral en 2024?", "¿y charlas?", "¿con cuánta gente?"), "**5.205**"),
        (("cuantas charlas hizo formacion integral en 2024", "y cuantos participantes?"), "**5.205**"),
        (
            ("cuantas jornadas de capacitacion hizo niñez migrante el 2024", "con cuanta gente?", "y en 2025?"),
            "**247**",
        ),
        (("cuántos talleres de trata hicieron en 2024", "¿y cuántas personas fueron?"), "**212**"),
    ],
)
def test_who_came_to_what_was_told(real_assistant: Assistant, turns: tuple[str, ...], figure: str) -> None:
    assert figure in answer(real_assistant, *turns).text[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("recursos administrativos 2024", "**1.337**"),
        ("¿cuántas solicitudes de RT se pidieron en 2022?", "**160.605**"),
        ("cuantas solicitudes de RD hubo en 2022", "**106.624**"),
        ("cuántas solicitudes de residencia pendientes había en 2022", "**386.024**"),
    ],
)
def test_all_of_a_year_and_not_what_waited(real_assistant: Assistant, question: str, figure: str) -> None:
    """Why a thing was filed ("por rechazo de…") is no unit of it; what was pending is not what was asked for that year."""
    assert figure in real_assistant.ask(question).answer.text[:FIRST]


@pytest.mark.parametrize(
    ("message", "seeks"),
    [
        ("y quien formo mediadores?", True),
        ("ya, ¿y alguien armó una escuela intercultural?", True),
        ("¿y qué municipio hizo una encuesta?", True),
        ("¿y quién reparte las donaciones?", False),
        ("¿y quién la coordina?", False),
        ("¿quiénes son sus socios?", False),
    ],
)
def test_a_thing_that_is_not_known_yet_is_sought(message: str, seeks: bool) -> None:
    assert seeks_doer(message) is seeks


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (("¿quién formó líderes comunitarios?", "¿y quién formó mediadores?"), "Quilicura"),
        (("¿qué hizo Temuco?", "ya, ¿y alguien armó una escuela intercultural?"), "Viña del Mar"),
        (("qué hizo Macul", "¿y quién puso fondos?"), "Macul"),
        (("¿quién tiene un tótem?", "red de macul", "volviendo a coquimbo, ¿qué recomiendan ellos?"), "Coquimbo"),
        (("¿qué hizo Coquimbo?", "volviendo a macul, ¿qué hicieron ahí?"), "Macul"),
    ],
)
def test_the_practice_that_is_meant(real_assistant: Assistant, turns: tuple[str, ...], place: str) -> None:
    assert place in answer(real_assistant, *turns).text[:FIRST]


def test_there_is_the_place_that_is_named() -> None:
    assert there_named("volviendo a macul, que hicieron ahi?") == "que hicieron en macul?"
    assert there_named("¿qué hicieron ahí?") is None


@pytest.mark.slow
def test_a_stage_of_a_practice_is_none_of_the_guide(real_assistant: Assistant) -> None:
    assert "Marzo – Junio" in answer(real_assistant, "¿qué hizo Hualqui?", "¿cuándo fue la primera etapa?").text
    assert "Preparación" in answer(real_assistant, "¿qué hizo Hualqui?", "¿cuál es la primera etapa de la guía?").text


def test_in_all_counts_the_one_told_first(real_assistant: Assistant) -> None:
    turns = ("¿quién está a cargo de la medida 22?", "¿y qué otras tiene?")
    others = medidas(real_assistant, *turns)
    assert set(medidas(real_assistant, *turns, "¿y cuántas son en total?")) == {22, *others}
    assert medidas(real_assistant, *turns, "¿cuántas son?") == others
