"""After a medida or a set: it beside another by its number, the set by groups or in all, of who came first, an eje by its place."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("¿en qué se diferencia de la 22?", "Medida 22"),
        ("¿vence antes que la 5?", "31 de junio 2024"),
        ("¿es del mismo ministerio que la 41?", "medida 41"),
    ],
)
def test_the_medida_told_beside_another(real_assistant: Assistant, asked: str, said: str) -> None:
    found = answer(real_assistant, "¿de qué trata la medida 21?", asked)
    assert 21 in found.medidas
    assert said in found.text


def test_the_set_told_by_groups(real_assistant: Assistant) -> None:
    text = answer(
        real_assistant, "¿cuántas medidas vencen en diciembre de 2024?", "¿qué ministerio tiene más de esas?"
    ).text
    assert text.startswith("**Servicio Nacional de Migraciones**, con **24**")
    text = answer(real_assistant, "medidas del SERMIG", "¿y por eje?").text
    assert "| Eje | Medidas |" in text


def test_the_total_is_of_the_set_before_it_was_narrowed(real_assistant: Assistant) -> None:
    turns = ("¿cuántas medidas son del SERMIG?", "¿y compartidas?", "¿y el total?")
    assert len(medidas(real_assistant, *turns)) == 37


def test_those_of_who_came_first(real_assistant: Assistant) -> None:
    turns = ("¿qué ministerio tiene más medidas después del SERMIG?", "¿cuántas vencen en 2025?")
    assert medidas(real_assistant, *turns) == (9, 47)


def test_how_many_are_done_after_what_share(real_assistant: Assistant) -> None:
    assert "62 medidas" in answer(real_assistant, "¿qué porcentaje del plan está cumplido?", "¿cuántas son?").text


def test_an_eje_by_its_place_after_all_of_them(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "¿cuáles son los ejes del plan?", "el cuarto, ¿de qué se trata?").text
    assert text.startswith("El **Eje 4")


def test_whether_what_a_medida_promises_began(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿de qué trata la medida 18?", "¿ya partieron?") == (18,)


def test_the_groups_told_by_another_sort(real_assistant: Assistant) -> None:
    turns = ("¿cuántas medidas vencen en 2023?", "¿de qué ejes son?", "¿y por institución?")
    assert "| Eje | Medidas |" in answer(real_assistant, *turns[:2]).text
    assert "| Institución | Medidas |" in answer(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("medidas de reunificación familiar", "y en todo el plan, ¿en cuáles participa el Registro Civil?"), (4, 14)),
        (("¿qué medidas del eje 5 tiene Salud?", "¿y en todo el plan?"), (54, 55, 56, 57, 58, 59, 60)),
        (
            ("medidas del eje 9", "¿cuántas de esas son de la PDI?", "¿y en el plan completo?"),
            (5,),
        ),
    ],
)
def test_all_of_the_plan_after_a_part_of_it(
    real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == numbers


def test_all_of_the_plan_without_the_set_that_was_narrowed(real_assistant: Assistant) -> None:
    turns = ("medidas de trabajo", "¿cuántas de esas vencen en 2025?", "¿y en todo el plan?")
    assert answer(real_assistant, *turns).text.startswith("Son **12 medidas** (plazo: 2025)")
    assert "86 medidas" in answer(real_assistant, "¿qué medidas hay en el eje 4?", "¿y en todo el plan cuántas?").text
