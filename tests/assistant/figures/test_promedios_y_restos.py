"""Averages by the month and by the session, what is left of a whole and what part that is, and sums over years and sorts."""

from __future__ import annotations

import pytest

from assistant.figures import by_unit
from assistant.figures.compute import left_of_hundred, rest_of_percent, share_of_rest
from assistant.figures.values import Operand
from assistant.pipeline import Assistant
from corpus.analysis import terms
from corpus.numbers import parse_number


def operand(value: str, unit: str = "") -> Operand:
    return Operand(parse_number(value), value, unit, "cosas", None, None, None, ())


def told(assistant: Assistant, *turns: str) -> str:
    """The text of the last reply of a conversation."""
    conversation = None
    text = ""
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation, text = reply.conversation_id, reply.answer.text
    return text


@pytest.mark.parametrize(
    ("question", "start", "months"),
    [
        (
            "cuántas solicitudes de transparencia les llegaban al mes el 2024, más o menos?",
            "**2.084,1** solicitudes",
            12,
        ),
        ("descargos multas 2024, promedio mensual", "**654,3** descargos", 12),
        ("¿cuántos descargos al mes se resolvieron el primer trimestre de 2025?", "**501,3** descargos", 3),
        ("¿Cuántos recursos administrativos al mes se tramitaron en 2024?", "**111,4** recursos", 12),
        ("¿cuántas atenciones al mes hubo en Valparaíso en 2024?", "**983,3** personas", 12),
    ],
)
def test_the_count_of_a_sentence_by_the_month(
    real_assistant: Assistant, question: str, start: str, months: int
) -> None:
    text = told(real_assistant, question)
    assert text.startswith(start)
    assert f"÷ {months} meses" in text


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas municipalidades se adhieren al mes al sello?",  # how many there are at a time
        "¿cuántos seguidores ganan al mes en instagram?",
        "¿Cuántos recursos administrativos al mes se tramitaron en 2025?",  # a year that was not over
        "¿cuántas solicitudes de bolivianos al mes se tramitaron con el acuerdo de reciprocidad?",  # up to a day
        "¿cuántas veces al mes se reúne la mesa técnica?",
    ],
)
def test_what_is_of_no_whole_months_is_not_divided(real_assistant: Assistant, question: str) -> None:
    assert "meses." not in told(real_assistant, question)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("a cada charla para municipios con sello, ¿cuántos iban en promedio el 2024?", "**82,1** asistentes"),
        ("asistentes por charla a municipios con sello 2024", "**82,1** asistentes"),
        ("en cada jornada de capacitación de 2024, ¿cuánta gente hubo en promedio?", "**40,1** personas"),
        ("por cada operativo en terreno de 2024, ¿cuántas personas se atendieron?", "**23,2** personas"),
        ("si La Reina atendió 100 personas en sus jornadas de títulos, ¿cuántas por jornada?", "**50** personas"),
        ("en La Reina, ¿cuántas personas por jornada se beneficiaron en las asesorías de títulos?", "**50** personas"),
    ],
)
def test_so_many_for_each(real_assistant: Assistant, question: str, start: str) -> None:
    assert told(real_assistant, question).startswith(start)


def test_children_are_not_the_requests_for_children(real_assistant: Assistant) -> None:
    text = told(real_assistant, "a cada operativo de niñez migrante, ¿cuántos niños iban en promedio en 2024?")
    assert "solicitudes en promedio" not in text


def test_the_unit_before_the_question() -> None:
    assert by_unit.per("a cada charla, ¿cuantos iban en promedio el 2024?") == terms("charla")[0]
    assert by_unit.per("en cada etapa, ¿cuantos pasos hay?") is None


@pytest.mark.parametrize(
    ("turns", "all_of"),
    [
        (
            [
                "¿Cuántos recursos administrativos de 2024 no se resolvieron en 90 días hábiles y qué porcentaje representan?"
            ],
            ["**36** recursos", "**2,7%**"],
        ),
        (
            [
                "de las solicitudes de bolivianos con el acuerdo de reciprocidad, ¿cuántas quedaron sin otorgamiento y qué"
                " % sí lo tuvo?"
            ],
            ["**33.291** solicitudes", "**66,0%**"],
        ),
        (["¿qué porcentaje de las solicitudes de bolivianos no terminó en otorgamiento?"], ["**34,0%**", "33.291"]),
        (
            ["¿cuántas solicitudes de bolivianos no obtuvieron el permiso?", "¿y qué porcentaje son?"],
            ["**34,0%**", "98.002"],
        ),
        (
            ["¿cuántas personas se atendieron fuera de Valparaíso en 2024?", "¿y qué porcentaje del total es?"],
            ["**87,9%**", "85.641"],
        ),
        (
            ["de las solicitudes de transparencia de 2024, ¿cuántas no fueron respondidas de manera efectiva?"],
            ["Unas **875** solicitudes", "3,5%", "96,5%"],
        ),
        (
            [
                "¿qué porcentaje de las solicitudes de acceso a la información de 2024 no fue respondido de manera efectiva?"
            ],
            ["**3,5%**", "100% − 96,5%"],
        ),
        (["¿qué porcentaje de las expulsiones de 2024 no fueron administrativas?"], ["**37,3%**", "410 de 1.100"]),
        (["del rezago de 2022, ¿qué porcentaje no era de residencias definitivas?"], ["**20,9%**"]),
    ],
)
def test_what_is_left_without_the_part_denied(real_assistant: Assistant, turns: list[str], all_of: list[str]) -> None:
    text = told(real_assistant, *turns)
    assert [one for one in all_of if one not in text] == []


def test_the_rests_are_exact() -> None:
    whole = operand("25.009")
    assert left_of_hundred(operand("96,5", "%")).value == parse_number("3,5")
    assert rest_of_percent(operand("96,5", "%"), whole).value == parse_number("875")
    share = share_of_rest(operand("1.337"), [operand("1.301")])
    assert share is not None
    assert share.value == parse_number("2,7")
    assert share_of_rest(operand("0"), []) is None


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("expulsiones administrativas acumuladas 2018-2024, total", "**2.387** expulsiones en total"),
        ("acumulado 2020-2023 de reconocimientos de refugio", "**282** reconocimientos en total"),
        ("total recursos judiciales RM 2024, todos los tipos", "**7.080** recursos en total"),
        ("total de recursos judiciales en la RM en 2024", "**7.080** recursos en total"),
    ],
)
def test_sums_over_years_and_sorts(real_assistant: Assistant, question: str, start: str) -> None:
    assert told(real_assistant, question).startswith(start)


def test_figures_of_one_year_are_no_sum_of_several(real_assistant: Assistant) -> None:
    assert "1.100" not in told(real_assistant, "expulsiones judiciales acumuladas entre 2018 y 2024")


def test_a_sum_says_which_years_its_table_lacks(real_assistant: Assistant) -> None:
    text = told(real_assistant, "total de expulsiones administrativas entre 2016 y 2020")
    assert text.startswith("**1.081** expulsiones")
    assert "Sin contar 2016 y 2017" in text


@pytest.mark.parametrize(
    ("question", "start"),
    [
        (
            "¿Qué proporción de las visitas al Portal de Trámites en el primer trimestre de 2025 provino de Bolivia?",
            "**7,9%**",
        ),
        ("qué porcentaje de las visitas al Portal de Trámites de 2024 fueron desde Venezuela", "**1,8%**"),
        ("En el Registro Nacional de Atenciones de 2024, ¿qué porcentaje terminó en derivación?", "**23,5%**"),
        ("¿qué porcentaje de las salidas forzadas de 2024 vino de sentencias de tribunales?", "**37,3%**"),
        (
            "¿qué diferencia hay entre migrantes y chilenos en participación laboral, según la guía? en puntos",
            "**21,4** puntos porcentuales",
        ),
    ],
)
def test_shares_and_gaps_of_sentences(real_assistant: Assistant, question: str, start: str) -> None:
    assert told(real_assistant, question).startswith(start)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("promedio de visitas mensuales del sitio web en 2024", "**209.519,3** visitas al mes"),
        ("promedio de cartas de nacionalización mensuales 2024", "**183,9** cartas al mes"),
    ],
)
def test_an_average_by_the_month_is_no_month_by_month(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize("question", ["promedio de expulsiones por mes en 2024", "promedio de multas por mes"])
def test_what_is_counted_is_not_averaged_in_money(real_assistant: Assistant, question: str) -> None:
    assert "$" not in real_assistant.ask(question).answer.text
