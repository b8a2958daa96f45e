"""Follow-ups that pick among the medidas just told, turn round what they were narrowed by, or leave the set behind."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (("¿Qué medidas tiene Vivienda?", "¿qué plazo tiene la que trata de arriendo?"), 51),
        (("¿Qué medidas tiene Salud?", "¿y cuál es el indicador de la que se hace con México?"), 55),
        (("¿Cuáles son las medidas del eje 9?", "¿cuál de ellas trata de Bolivia?"), 73),
        (("¿Qué medidas tiene Salud?", "¿cuál habla de FONASA?"), 59),
    ],
)
def test_one_of_the_set_is_told_by_what_it_is_about(
    real_assistant: Assistant, turns: tuple[str, ...], number: int
) -> None:
    assert medidas(real_assistant, *turns) == (number,)


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (("¿Qué medidas vencían en 2023?", "¿y cuántas en 2026?"), (66, 67)),
        (("¿Qué medidas son de Cancillería?", "¿y cuántas tiene Ciencia?"), (41, 72)),
        (("¿Qué medidas vencen en septiembre de 2024?", "¿y en noviembre?"), (12,)),
    ],
)
def test_what_none_of_the_set_can_be_asks_for_another_set(
    real_assistant: Assistant, turns: tuple[str, ...], last: tuple[int, ...]
) -> None:
    assert tuple(sorted(medidas(real_assistant, *turns))) == last


def test_what_is_asked_within_the_set_stays_within_it(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿Qué medidas tiene Educación?", "¿cuáles de esas vencen en 2025?") == (61, 64)
    assert medidas(real_assistant, "¿Qué medidas son de Cancillería?", "¿alguna vence en 2025?") == (3,)


def test_several_of_the_set_by_what_they_say(real_assistant: Assistant) -> None:
    turns = ("¿Qué medidas son del Ministerio del Trabajo?", "De esas, ¿cuáles tratan de la Ruta de la Empleabilidad?")
    assert medidas(real_assistant, *turns) == (7, 8, 9)


@pytest.mark.parametrize("last", ["¿Con qué organismo la comparte SERMIG?", "¿cuándo la tienen que terminar?"])
def test_what_a_pronoun_stands_for_is_the_medida_just_told(real_assistant: Assistant, last: str) -> None:
    assert medidas(real_assistant, "¿Qué medida aborda las emergencias y el cambio climático?", last) == (38,)


def test_those_of_which_it_does_not_hold(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "en el eje 10 casi todo es del Sermig, ¿cuál no?") == (85,)
    assert medidas(real_assistant, "casi todo el eje 2 es del Ministerio del Trabajo, ¿qué medida no?") == (10, 12, 13)
    assert medidas(real_assistant, "¿Qué medidas del eje 10 son del Sermig?", "¿cuáles no?") == (85,)


def test_a_word_of_the_medida_just_told_asks_of_it(real_assistant: Assistant) -> None:
    turns = ("¿Qué proyecto tiene el Ministerio de Salud junto con México?", "¿con cargo a qué fondo se hace?")
    assert "Fondo Chile-México" in answer(real_assistant, *turns).text
    assert "3 hitos" in answer(real_assistant, "medida 48", "¿cuántos hitos tiene?").text
