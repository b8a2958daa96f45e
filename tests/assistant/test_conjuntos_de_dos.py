"""Two institutions side by side: shared, compared, ranked; who asks is not what is asked; verbs before a noun."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("medidas conjuntas MINVU / SERMIG", (53,)),
        ("medidas compartidas Desarrollo Social–SERMIG", (16, 33)),
        ("medidas en que el Registro Civil participa con el Sermig", (14,)),
        ("¿cuántas medidas Educación vs Ciencia?", (41, 61, 62, 63, 64, 72)),
        ("compara Defensa con Cancillería en número de medidas", (3, 36, 70)),
    ],
)
def test_side_by_side(real_assistant: Assistant, question: str, numbers: tuple[int, ...]) -> None:
    assert tuple(sorted(medidas(real_assistant, question))) == numbers


def test_who_asks_is_not_what_is_asked(real_assistant: Assistant) -> None:
    social = (13, 16, 19, 20, 33, 85)
    assert medidas(real_assistant, "trabajo en Dideco y quiero ver qué del plan depende de Desarrollo Social") == social
    assert medidas(real_assistant, "soy asesora en una muni y necesito lo que le toca a Educación") == (61, 62, 63, 64)


def test_the_next_in_a_ranking_leaves_out_the_first(real_assistant: Assistant) -> None:
    lead = answer(real_assistant, "¿quién tiene más medidas después del Sermig?").text
    assert lead.startswith("**Ministerio del Trabajo y Previsión Social**")


def test_those_without_any_medida_of_an_eje(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "¿qué ministerios no tienen ninguna medida en el eje 7?").text
    assert text.startswith("Sin ninguna medida")
    assert "Ministerio de Defensa" in text


def test_verbs_before_a_noun_ask_for_the_noun(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "en que medidas se habla de crear o formalizar una mesa") == (2, 37, 38, 71)
    assert 23 in medidas(real_assistant, "¿en qué medidas se habla de firmar o actualizar un convenio?")


def test_a_day_that_does_not_exist_is_of_the_medida_that_writes_it(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "hay una medida con fecha 31 de junio, ¿cuál es?") == (5,)
    assert medidas(real_assistant, "¿qué medida vence el 31 de noviembre?") == (12,)


def test_deadlines_of_what_leads_up_are_not_asked_for(real_assistant: Assistant) -> None:
    question = "Ya hice el listado de diciembre, me falta el otro: ¿qué medidas tienen plazo el 30 de junio de 2025?"
    assert medidas(real_assistant, question) == (47, 50, 64)
    assert 54 in medidas(real_assistant, "De las que vencen en 2024, ¿cuáles son las medidas de Salud?")


@pytest.mark.parametrize(("number", "outside"), [(41, True), (73, True), (10, False)])
def test_a_deadline_outside_of_the_plan_is_said_to_be(real_assistant: Assistant, number: int, outside: bool) -> None:
    text = answer(real_assistant, f"¿La medida {number} tiene un plazo dentro del período del plan?").text
    assert ("es anterior al período del plan" in text) is outside


def test_the_number_of_a_described_medida(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "convenio SERMIG-ANID: nº de medida") == (41,)
    assert medidas(real_assistant, "convenio SERMIG con InvestChile, nº de medida?") == (10,)


def test_the_name_of_a_sort_of_institution_groups_nothing(real_assistant: Assistant) -> None:
    question = "¿Con qué repartición se firma el convenio del sistema informático que reporta las medidas?"
    assert medidas(real_assistant, question) == (77,)
