"""Whether a thing went up or down, the year of most and least of it, and shares of things that a table counts apart."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿subieron o bajaron los amparos?", "**176** amparos menos en 2024 que en 2023"),
        ("las reconducciones van subiendo o bajando", "**2.308** reconducciones menos en 2024 que en 2023"),
        ("¿las expulsiones aumentaron en 2024?", "**351** expulsiones más en 2024 que en 2023"),
        ("los rechazos de refugio subieron en 2023?", "**149** rechazos más en 2023 que en 2022"),
        ("cuánto bajaron las cartas de nacionalización", "**868** cartas menos en 2024 que en 2023"),
        ("¿en cuántos bajaron los amparos comparado con el año de antes?", "**176** amparos menos en 2024 que en 2023"),
    ],
)
def test_a_movement_is_that_of_the_year_named_or_the_last_whole_one(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "contrary", "told"),
    [
        ("¿por qué disminuyeron las expulsiones administrativas en 2024?", "un alza", "690 − 339"),
        ("¿a qué se debe el aumento de las reconducciones en 2024?", "una baja", "4.235 − 6.543"),
        ("¿qué explica que los rechazos de refugio cayeran en 2023?", "un alza", "807 − 658"),
    ],
)
def test_a_rise_or_fall_that_there_was_not_has_no_cause(
    real_assistant: Assistant, question: str, contrary: str, told: str
) -> None:
    text = real_assistant.ask(question).answer.text
    assert text.startswith("Las cifras dicen lo contrario")
    assert f"sino {contrary}" in text
    assert told in text


def test_why_what_fell_fell_is_not_there(real_assistant: Assistant) -> None:
    assert real_assistant.ask("¿por qué disminuyeron las reconducciones en 2024?").answer.abstained


@pytest.mark.parametrize(
    "question", ["¿por qué bajaron las solicitudes de transparencia?", "qué cambió en la ley", "las multas aumentaron?"]
)
def test_what_no_table_counts_over_two_years_moved_by_no_figure(real_assistant: Assistant, question: str) -> None:
    assert " que en 202" not in real_assistant.ask(question).answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿en qué año hubo menos expulsiones?", "**2022**, con **31** expulsiones"),
        ("cuál fue el peor año para los amparos", "**2022**, con **569** amparos"),
        ("qué año entraron más visas", "*Residencias Temporales solicitadas*: **2021**, con **358.711** residencias"),
    ],
)
def test_the_year_of_most_or_least_is_among_whole_years(real_assistant: Assistant, question: str, told: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("que % del total de visas de 2023 son temporales", "**57,3%**"),
        ("¿qué porcentaje de las visas resueltas en 2024 son definitivas?", "**53,8%**"),
    ],
)
def test_a_share_of_one_sort_among_all(real_assistant: Assistant, question: str, told: str) -> None:
    text = real_assistant.ask(question).answer.text
    assert text.startswith(told)
    assert "que suman" in text.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        "de las expulsiones, que % fueron recursos de reclamacion",
        "qué porcentaje de los recursos son en la RM",
        "qué porcentaje de las visas fueron recursos de amparo",
    ],
)
def test_no_share_of_a_whole_that_counts_something_else(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained
