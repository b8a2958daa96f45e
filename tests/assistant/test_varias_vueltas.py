"""Over several turns: practices told one by one or as a list, stages by their place, examples, years beside, corrections."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


def test_some_of_the_practices_told(real_assistant: Assistant) -> None:
    first = "¿qué municipios aparecen en las fichas?"
    text = answer(real_assistant, first, "¿cuáles son de la región de Valparaíso?").text
    assert text.startswith("Son **2 prácticas** de la Región de Valparaíso: Los Andes y Viña del Mar")
    turns = (first, "¿y cuáles son de la Región Metropolitana?", "¿cuántas son?")
    assert answer(real_assistant, *turns).text.startswith("Son **4 prácticas**")


def test_which_of_two_practices_began_first(real_assistant: Assistant) -> None:
    turns = (
        "¿desde cuándo hacen la escuela intercultural en Viña?",
        "¿y lo de sensibilización de Maipú cuándo empezó?",
    )
    assert "Viña del Mar" in answer(real_assistant, *turns, "entonces cuál de las dos partió primero?").text[:120]
    turns = ("¿Qué hizo Los Andes?", "¿y Hualqui?", "¿quién partió primero?")
    assert "Los Andes" in answer(real_assistant, *turns).text[:120]
    assert "Recursos propios" in answer(real_assistant, *turns, "¿con qué financiamiento?").text


def test_a_field_is_asked_of_one_place_after_another(real_assistant: Assistant) -> None:
    turns = ("¿cómo se financia la práctica de Viña?", "¿y la de Temuco?", "¿y la de Macul?")
    assert "Donaciones" in answer(real_assistant, *turns).text
    asked = answer(real_assistant, *turns, "¿y a quién está dirigida esa?").text
    assert asked.startswith("**Municipalidad de Macul** — Población Objetivo")


def test_what_a_stage_told_by_its_place_yields(real_assistant: Assistant) -> None:
    turns = ("¿cuáles son las etapas de la guía?", "¿cuál es la segunda?")
    assert "Informe de Diagnóstico" in answer(real_assistant, *turns, "¿y qué informe sale de ahí?").text[:400]
    turns = ("¿cuáles son las etapas de la guía?", "¿qué se hace en la tercera?", "¿y en la que sigue?")
    assert answer(real_assistant, *turns).text.startswith("**Etapa 4")


def test_a_medida_told_only_beside_is_not_gone_on_with(real_assistant: Assistant) -> None:
    assert not medidas(real_assistant, "¿qué se hace en el diagnóstico?", "¿quién lo hace?")


@pytest.mark.parametrize(("thing", "said"), [("amenaza", "xenófobos"), ("oportunidades", "fondos regionales")])
def test_the_example_of_a_part(real_assistant: Assistant, thing: str, said: str) -> None:
    turns = ("¿para qué sirve hacer un FODA?", "¿y qué ejemplo dan de fortaleza?")
    assert "oficina de atención" in answer(real_assistant, *turns).text[:250]
    assert said in answer(real_assistant, *turns, f"¿y de {thing}?").text[:250]


def test_the_years_before_or_after_the_one_told(real_assistant: Assistant) -> None:
    turns = (
        "¿cuántas cartas de nacionalización se otorgaron en 2024?",
        "Se lo agradezco. ¿Y en los tres años anteriores?",
    )
    text = answer(real_assistant, *turns).text
    assert all(number in text for number in ("2.984", "2.051", "3.075"))
    turns = ("¿cuántas residencias temporales se resolvieron en 2022?", "¿y en los dos años siguientes?")
    assert "168.952" in answer(real_assistant, *turns).text


def test_another_medida_by_what_a_correction_says_of_it(real_assistant: Assistant) -> None:
    turns = (
        "¿para cuándo era el diagnóstico sobre reconocimiento de estudios básicos y medios?",
        "no, me refería al otro diagnóstico, el de Trabajo, ese de seguridad y salud",
    )
    assert medidas(real_assistant, *turns) == (47,)
    turns = ("¿cuántas medidas tiene Salud?", "no, perdón, Educación")
    assert medidas(real_assistant, *turns) == (61, 62, 63, 64)


def test_the_money_of_a_medida_is_in_no_document(real_assistant: Assistant) -> None:
    first = "¿en qué consiste la medida sobre orientaciones técnicas para la atención primaria?"
    for asked in ("¿Y qué presupuesto tiene asignado?", "¿y cuánta plata tiene?"):
        assert answer(real_assistant, first, asked).abstained


def test_whether_what_a_medida_promises_came_in_time(real_assistant: Assistant) -> None:
    first = "¿en el plan está la app para verificar la situación migratoria en los controles?"
    text = answer(
        real_assistant, first, "¿y para cuándo era?", "ya, ¿y salió a tiempo? ¿desde cuándo la están usando?"
    ).text
    assert "septiembre de 2024" in text
