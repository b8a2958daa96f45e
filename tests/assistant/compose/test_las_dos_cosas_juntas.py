"""Two things asked of one: the sentence that tells both leads, or the one that tells the second stands right behind."""

import pytest
from asking import answer

from assistant.pipeline import Assistant

FIRST = 400


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "¿Cuántos talleres de trata de personas hubo en 2024 y cuántas personas se capacitaron?",
            ("3 talleres", "212"),
        ),
        ("¿cuántas jefas de hogar contrataron con el GORE y por cuánto tiempo fue?", ("30", "12 meses")),
        ("¿por dónde reconducen a Bolivia a la gente y a cuántos van?", ("Colchane", "1.000")),
    ],
)
def test_both_stand_at_the_beginning(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    beginning = answer(real_assistant, question).text[:FIRST]
    assert all(one in beginning for one in told)


def test_what_is_asked_of_two_things_keeps_its_order(real_assistant: Assistant) -> None:
    beginning = answer(real_assistant, "¿cuántos boletines de ciberseguridad hubo y quién preside el COSOC?").text
    assert beginning.find("12") < beginning.find("Michel-Angel")
