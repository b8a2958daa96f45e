"""What part some medidas are of the set that a question names, and of several sets told one by one."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("del eje 10, ¿cuántas son de SERMIG y qué % del eje?",), ("92,3 %", "12 de las 13")),
        (("del eje 7 cuántas vencen en 2025 y qué porcentaje del eje son",), ("25,8 %", "8 de las 31")),
        (("de las de SERMIG, ¿cuántas vencen el 2025 y qué parte son?",), ("5,4 %", "2 de las 37")),
        (("de las de SERMIG, ¿cuántas vencen el 2025 y qué parte son del plan?",), ("2,3 %", "2 de las 86")),
        (("¿qué % del eje 7 es de Salud?",), ("22,6 %", "7 de las 31")),
        (("del eje 8 cuántas vencen en 2024 y qué porcentaje del eje son",), ("100,0 %", "1 de 1 medida")),
        (("entre el eje de integración y el de protección internacional, ¿cuántas medidas juntan y qué parte son de las 86?",), ("50 de las 86", "58,1 %")),
        (("entre salud y educación cuántas medidas tienen y qué parte son de las 86?",), ("12,8 %", "11 de las 86")),
        (("¿cuántas medidas tiene el eje de fronteras y el de emergencias?",), ("**4 medidas**",)),
        (("cuantas medidas tiene salud en el plan", "y educacion", "juntas que % del total son"), ("12,8 %", "11 de las 86")),
        (("cuantas medidas tiene el ministerio de justicia", "y el de trabajo", "que % del plan suman"), ("16,3 %", "14 de las 86")),
        (("cuantas medidas tiene el eje 7", "y el eje 8", "juntas que % del total son"), ("37,2 %", "32 de las 86")),
    ],
)  # fmt: skip
def test_a_share_is_of_the_set_that_is_named(
    real_assistant: Assistant, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    text = answer(real_assistant, *turns).text
    assert all(one in text for one in told)


def test_how_far_an_eje_has_got_is_no_share_of_its_medidas(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "¿qué porcentaje del eje 7 está cumplido?").abstained
