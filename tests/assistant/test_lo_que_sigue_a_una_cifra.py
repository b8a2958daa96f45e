"""After a figure: how many of what money was spent on, the years of a series, those who went, the same of another thing."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuánto se gastó en expulsiones?", "¿y cuántas se hicieron en 2025?"),
        ("¿cuánto se recaudó en multas a empleadores en 2024?", "¿y cuántas se cursaron en 2025?"),
    ],
)
def test_money_is_not_told_for_how_many(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert "$" not in answer(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("rechazos de refugio por año", "¿cuál fue el año más alto?"), "**2021**, con **3.083**"),
        (("expulsiones administrativas por año", "¿y el año más bajo?"), "**2022**, con **31**"),
    ],
)
def test_the_years_of_a_series_just_told_are_ranked(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    ("turns", "most", "least"),
    [
        (
            ("expulsiones administrativas por año", "¿cuál fue el peor año?"),
            "**2024**, con **690**",
            "**2022**, con **31**",
        ),
        (("nacionalizaciones por año", "¿y el mejor año?"), "**2023**, con **3.075**", "**2022**, con **2.051**"),
    ],
)
def test_no_year_of_a_series_is_called_good_or_bad(
    real_assistant: Assistant, turns: tuple[str, ...], most: str, least: str
) -> None:
    text = answer(real_assistant, *turns).text
    assert text.startswith(f"El más alto fue {most}")
    assert least in text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿cuántas munis estaban en el Sello Migrante el 2024?",
                "¿y a las charlas que les hicieron cuánta gente fue?",
            ),
            "**657** asistentes",
        ),
        (("operativos en terreno en Aysén en 2024", "¿cuánta gente atendieron?"), "**133**"),
    ],
)
def test_people_are_counted_by_those_who_went(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


def test_people_in_the_name_of_a_thing_are_not_counted(real_assistant: Assistant) -> None:
    question = "¿Cuánta gente pasó por los talleres sobre trata de personas en 2024?"
    assert answer(real_assistant, question).text.startswith("**212**")


@pytest.mark.parametrize(
    "question",
    [
        "en promedio cuánto gastaron por expulsión",
        "¿cuánto fue el gasto promedio por expulsión en 2024?",
    ],
)
def test_the_whole_is_not_told_for_an_average(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).text.startswith("**$3.356.839,6** en promedio")


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("recursos judiciales en la RM y en otras regiones 2024", ("10.864", "2.210", "413", "175")),
        ("recursos de amparo en la RM y en el resto del país 2024", ("1.294", "2.210")),
    ],
)
def test_both_halves_of_the_country_are_told(
    real_assistant: Assistant, question: str, figures: tuple[str, ...]
) -> None:
    text = answer(real_assistant, question).text
    assert all(figure in text for figure in figures)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "presupuesto ley 2024",
                "¿y ley 2025?",
                "¿cuánta diferencia hay entre los dos?",
            ),
            "**M$4.250.318**",
        ),
        (
            ("¿cuántos casos de trata y tráfico se identificaron en 2024?", "¿y qué porcentaje de esos era de trata?"),
            "**92,3%**",
        ),
        (
            (
                "¿cuántos casos de trata y tráfico se identificaron en 2024?",
                "¿y qué porcentaje de esos era de tráfico?",
            ),
            "**7,7%**",
        ),
    ],
)
def test_what_is_worked_out_is_of_what_was_told_and_named(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuántas personas atendieron en Valparaíso?", "¿y cuántos migrantes viven en esa región?"),
        ("¿cuántos operativos hubo en Maule en 2024?", "¿y cuántos haitianos viven en la región?"),
    ],
)
def test_who_was_attended_to_is_not_who_lives_there(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert answer(real_assistant, *turns).abstained


@pytest.mark.parametrize("first", ["medidas de salud", "¿qué es el pladeco?"])
def test_a_difference_of_what_is_no_figure_is_not_sought_elsewhere(real_assistant: Assistant, first: str) -> None:
    assert answer(real_assistant, first, "¿cuánta diferencia hay entre los dos?").abstained


def test_what_opens_with_o_sea_goes_on(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "expulsiones administrativas en 2024", "o sea, en 2023").text.startswith("**339**")
    assert answer(real_assistant, "medidas de salud", "es decir, ¿cuántas vencen en 2025?").medidas == (57,)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (
            ("¿Cuántas reconducciones hubo en 2024?", "¿Y cómo venía la cifra en cada uno de los años anteriores?"),
            "3.150",
        ),
        (("¿Cuántas expulsiones administrativas hubo en 2024?", "¿y en los años previos?"), "302"),
    ],
)
def test_the_years_before_are_told_one_by_one(real_assistant: Assistant, turns: tuple[str, ...], first: str) -> None:
    assert first in answer(real_assistant, *turns).text
