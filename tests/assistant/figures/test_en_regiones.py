"""«Regiones», without article or number, are all but the capital: told alone, or set against it."""

from __future__ import annotations

import pytest
from figure_questions import LEAD, ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("recursos de proteccion en regiones 2024", "**10.864**", "16.538"),
        ("¿cuántos recursos de amparo hubo en regiones en 2025?", "**896**", "818"),
        ("rec. amparo rm 2024", "**1.294**", "2.210"),
    ],
)
def test_one_half_is_told_alone(real_assistant: Assistant, question: str, told: str, not_told: str) -> None:
    text = ask(real_assistant, question).text
    assert told in text[:LEAD]
    assert not_told not in text[:LEAD]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("rec. protección 2024: diferencia regiones vs RM", ("**5.190**", "10.864", "5.674")),
        ("¿cuántos recursos de protección más hubo en regiones que en la RM en 2024?", ("**5.190**",)),
        ("diferencia de recursos de amparo entre la RM y regiones 2024", ("**916**", "2.210", "1.294")),
        ("recursos de amparo RM vs regiones 2025", ("896", "818")),
    ],
)
def test_both_halves_are_set_against_each_other(
    real_assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    text = ask(real_assistant, question).text[:LEAD]
    assert "Otros recursos" not in text
    for number in told:
        assert number in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿Cuántas personas más se atendieron en las demás regiones que en la RM en 2024?", ("**64.641**", "81.041")),
        (
            "¿Cuántas personas menos se atendieron en Valparaíso que en las demás regiones en 2024?",
            ("**73.841**", "85.641"),
        ),
        ("¿Cuántos operativos más hubo en el resto de las regiones que en Tarapacá en 2024?", ("**441**", "504")),
        ("¿Cuántas personas más se atendieron en las demás regiones que en la RM?", ("**64.641**", "**15.785**")),
    ],
)
def test_a_region_is_set_against_all_the_others_of_its_table(
    real_assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    text = ask(real_assistant, question).text
    for number in told:
        assert number in text


def test_two_things_of_one_half_are_no_halves(real_assistant: Assistant) -> None:
    text = ask(
        real_assistant, "¿cuál es la diferencia entre recursos de protección y de amparo fuera de la RM en 2024?"
    ).text
    assert "**8.654**" in text[:LEAD]  # 10.864 − 2.210


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("recursos de amparo RM 2024", "y fuera de la RM"), "**2.210**"),
        (("recursos de amparo RM 2024", "y fuera de la RM", "¿y en todo el país?"), "**3.504**"),
        (("operativos en Aysén 2024", "¿y a nivel nacional?"), "**567**"),
    ],
)
def test_a_follow_up_asks_of_its_own_half(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert told in reply.answer.text[:LEAD]
