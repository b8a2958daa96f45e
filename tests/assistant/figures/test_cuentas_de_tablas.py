"""What is worked out of tables where it is asked for in few words or by a turn of phrase: changes, ratios, sums, the rows at
zero, the two halves of the country, what was planned and not done, and several measures or years at once."""

from __future__ import annotations

import pytest
from figure_questions import LEAD, ask

from assistant.figures import phrases
from assistant.figures.parts_asked import pieces
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("var % residencias temporales pedidas 2022 → 2024", ("**30,1%**", "160.605", "208.952")),
        ("% var residencias definitivas resueltas 2022/2024", ("**103,6%**", "96.827", "197.129")),
        ("por cada recurso de amparo, ¿cuántos de protección hubo en la RM el 2024?", ("**4,4**", "5.674", "1.294")),
        ("por cada residencia temporal que se resolvió en 2024, ¿cuántas se pidieron?", ("**1,2**", "208.952")),
        ("total de residencias solicitadas en 2023, temporales y definitivas", ("**326.995**", "187.294", "139.701")),
        (
            "¿a cuánto llegan, conjuntamente, las residencias definitivas y temporales resueltas en 2022?",
            ("**360.386**", "263.559", "96.827"),
        ),
        ("¿qué regiones hicieron 0 operativos el primer trimestre de 2025?", ("**4** de 16", "Ñuble", "Los Ríos")),
        (
            "direcciones regionales que quedaron en cero en operativos 1T 2025",
            ("**4** de 16", "Antofagasta", "Coquimbo"),
        ),
        ("¿cuántos recursos de amparo más hubo en 2024 dentro de la RM que fuera de ella?", ("**916**", "2.210")),
        ("¿cuántas regiones atendieron menos de 2.000 personas en oficina en 2024?", ("**2** de 16", "1.633", "1.114")),
        ("direcciones regionales sin operativos 1T 2025", ("**4** de 16", "Coquimbo")),
        ("ingresos por multas 1T 2025, media mensual", ("$1.403.502.219", "÷ 3 meses")),
        (
            "¿cuántas actividades de vinculación con el medio quedaron faltando en el 1T 2025 para cumplir lo planificado?",
            ("**109**", "304", "195"),
        ),
        ("de los cursos hechos al personal el 2024, ¿cuál tuvo menos gente?", ("**82**", "Inclusivo")),
        ("¿cuántas expulsiones hubo en total en 2024?", ("**1.100**",)),
    ],
)
def test_what_is_worked_out_of_a_table(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    lead = ask(real_assistant, question).text[:LEAD]
    assert all(one in lead for one in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cómo variaron los rechazos y los reconocimientos de refugio entre 2023 y 2024?", ("**312**", "**96**")),
        ("¿de cuánto a cuánto han ido las cartas de nacionalización, 2021, 2022 y 2023?", ("2.984", "2.051", "3.075")),
        ("operativos y personas atendidas en Ñuble y Los Ríos en 2024", ("Ñuble | 17 | 447", "Los Ríos | 17 | 164")),
        ("¿cuántos reconocimientos y rechazos de refugio hubo cada año desde 2021?", ("3.083", "658", "59", "1.119")),
        (
            "en el norte, Arica, Tarapacá y Antofagasta, ¿cuánta gente atendió cada oficina el 2024?",
            ("2.467", "9.345", "8.595"),
        ),
    ],
)
def test_all_that_are_named_are_told(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = ask(real_assistant, question).text
    assert all(one in text for one in told)


def test_a_year_that_is_not_over_is_set_against_none(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "¿cómo cambiaron entre 2024 y 2025 los amparos y las protecciones en regiones?").text
    assert "No se pueden comparar" in text
    assert all(one in text for one in ("10.864", "2.210", "896"))
    assert "menos en 2025" not in text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("¿cuántos recursos de protección y amparo en total hubo en la RM en 2024?", "**6.968**", "20.042"),
        ("total de recursos de protección y de amparo en la RM en 2024, conjuntamente", "**6.968**", "7.080"),
        ("¿cuántas expulsiones al mes en promedio se materializaron el primer trimestre de 2025?", "", "767,3"),
        ("diferencia entre el mes con más y el mes con menos expulsiones", "", "659"),
    ],
)
def test_both_operands_are_of_what_is_asked(real_assistant: Assistant, question: str, told: str, not_told: str) -> None:
    text = ask(real_assistant, question).text
    assert told in text[:LEAD]
    assert not_told not in text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿cuántas cartas se otorgaron en 2021?", "y en 2023?", "me faltó el 2022"), "**2.051**"),
        (("cuantas reconducciones hubo en 2022", "y en 2024?", "me falto 2023"), "**6.543**"),
        (("¿cuánta gente atendieron en Los Lagos en 2024?", "no, me refiero a los operativos"), "**636**"),
        (("¿cuántas residencias definitivas se pidieron el 2024?", "no, me refería a las temporales"), "**208.952**"),
    ],
)
def test_a_message_that_goes_on(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in ask(real_assistant, *turns).text[:LEAD]


def test_the_difference_of_two_years_is_one_question(real_assistant: Assistant) -> None:
    question = "Indique la diferencia entre el año con más y el año con menos cartas de nacionalización."
    assert ask(real_assistant, question).text.startswith("**1.024**")


def test_how_several_things_moved_is_no_count_by_itself() -> None:
    assert len(pieces("¿de cuanto a cuanto han ido las cartas?")) == 1
    assert len(pieces("¿de cuanto fue la multa y a cuanto llego el total?")) == 2
    assert phrases.falls_short("cuantas quedaron faltando para llegar a lo planificado")


def test_each_line_of_a_list_is_told_where_each_is_asked(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "según la cuenta pública, ¿qué porcentaje de las medidas corresponde a cada eje?").text
    assert all(one in text[:LEAD] for one in ("34,5%", "22,6%", "Reunificación Familiar: **2,4%**"))
    text = ask(real_assistant, "% del plan de cada eje según la cuenta pública, los dos más grandes").text
    assert "22,6%" in text
    assert "15,5%" not in text[:LEAD]


def test_ejes_in_order_of_size_are_so_by_their_medidas(real_assistant: Assistant) -> None:
    assert ask(real_assistant, "ordena los ejes del más grande al más chico").text.startswith("**Eje 7")
    text = ask(
        real_assistant, "¿cuántos seguidores tiene el servicio en cada red, de la más grande a la más chica?"
    ).text
    assert "280 mil" in text
