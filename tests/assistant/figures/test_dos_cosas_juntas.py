"""Two things of one question: added up, told one by one, or set apart; and the total below a series."""

from __future__ import annotations

import pytest

from assistant.figures.parts_asked import of_complements
from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("visitas 2024 web institucional + portal de tramites, total", "**5.918.304** visitas"),
        ("¿Cuántas visitas sumaron en 2024 la web institucional y el portal de trámites?", "**5.918.304** visitas"),
        ("interacciones 2024: sitio web + portal de trámites", "**6.403.888** interacciones"),
        ("si sumo los seguidores de todas las redes sociales de SERMIG, ¿cuántos da?", "**636.700** cuentas"),
        (
            "si junto las visitas del sitio web y del portal de trámites en 2024, ¿cuántas son?",
            "**5.918.304** visitas",
        ),
        ("¿cuántos minutos más dura la entrevista que la encuesta?", "**25 minutos** de diferencia"),
    ],
)
def test_worked_out_together(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)


def test_each_of_two_complements(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "ingresos por derechos y por multas en 2024").text
    assert "21.792.353.341" in text
    assert "13.976.058.699" in text


@pytest.mark.parametrize(
    ("line", "questions"),
    [
        (
            "ingresos por derechos y por multas en 2024",
            ["ingresos por derechos en 2024", "ingresos por multas en 2024"],
        ),
        (
            "¿cuantos casos por trata y por trafico hubo?",
            ["¿cuantos casos por trata hubo?", "¿cuantos casos por trafico hubo?"],
        ),
        ("ingresos por derechos y multas", []),
        ("expulsiones de 2023 y de 2024", []),
    ],
)
def test_a_preposition_said_twice(line: str, questions: list[str]) -> None:
    assert of_complements(line) == questions


def test_one_label_for_all_periods(real_assistant: Assistant) -> None:
    """The fines of all in one period are not set beside those of airlines in another."""
    text = answer(real_assistant, "ingresos por multas 2024 y primer trimestre 2025").text
    assert not ("549.300.934" in text and "4.210.506.657" in text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("reconducciones por año 2022-2025 y total acumulado", ("3.150", "15.406")),
        ("expulsiones administrativas por año 2021-2024 y acumulado", ("| 2022 | 31 |", "**1.306** expulsiones")),
        ("solicitudes de residencia temporal por año 2022-2024 y suma", ("**187.294** en 2023", "**556.851**")),
    ],
)
def test_total_below_a_series(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = answer(real_assistant, question).text
    assert all(one in text for one in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("de las organizaciones que hoy componen el COSOC que porcentaje esta liderado por migrantes", "**62,8%**"),
        ("cuantas organizaciones componen hoy el COSOC", "**43**"),
        ("cual fue el anio con mas rechazos de refugio y cuantos hubo", "**2021**, con **3.083**"),
        ("cual fue el anio con menos nacionalizaciones", "**2022**, con **2.051**"),
        ("De todo lo recaudado por multas en 2024, ¿qué porcentaje lo pagaron las aerolíneas?", "**3,9%**"),
    ],
)
def test_words_that_part_nothing(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)
