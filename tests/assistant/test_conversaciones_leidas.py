"""Follow-ups that name only what differs: another tool, another need, another institution, one of two; and what is refused."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.retold import of_that_sort, taken_up


def test_thanks_and_a_question_in_one_message() -> None:
    assert taken_up("ah y a cuanta gente beneficiaron?") == "y a cuanta gente beneficiaron?"
    assert taken_up("ok, y en 2023?") == "y en 2023?"
    assert taken_up("ya llegaron los papeles?") == "ya llegaron los papeles?"


def test_another_of_the_sort_that_was_named() -> None:
    full = of_that_sort("¿y con la de Concepción?", "¿alguna muni trabajó con la Universidad de Chile?")
    assert full == "¿alguna muni trabajó con la Universidad de Concepción?"
    full = of_that_sort("¿y en la de implementación?", "¿qué se hace en la etapa de diagnóstico?")
    assert full == "¿qué se hace en la etapa de implementación?"
    assert of_that_sort("¿y la de Temuco?", "¿cómo se financia la de Macul?") is None
    assert of_that_sort("¿y en la de Concepción?", "¿quién trabajó con la Universidad de Chile?") is None


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿cuánto debería durar una entrevista semiestructurada?", "¿y la encuesta?"), "10-15"),
        (("¿cuánto dura la encuesta?", "¿y la entrevista?"), "20-40"),
        (("¿cuánto dura el taller de diagnóstico participativo?", "¿y el de planificación?"), "**90 minutos**"),
        (("¿cuánto duran los talleres de planificación?", "¿y qué materiales hay que llevar?", "¿y para los de diagnóstico?"), "post it"),
        (("¿alguna muni trabajó con la Universidad de Chile?", "¿y con la de Concepción?"), "Hualqui"),
        (("¿qué municipio trabajó con universidades?", "¿y con la Cruz Roja?"), "Lo Espejo"),
        (("¿qué comuna hizo ferias laborales?", "¿y alguna con cursos de español?"), "Red de Cursos de Español"),
        (("¿Qué hizo Temuco?", "¿y La Reina?"), "La Reina"),
        (("que municipalidad hizo jornadas para revalidar titulos", "gracias!", "ah y a cuanta gente beneficiaron?"), "100"),
        (("¿qué son las políticas municipales explícitas y las implícitas?", "dame un ejemplo de las segundas"), "vivienda"),
        (("¿qué son las políticas municipales explícitas y las implícitas?", "¿un ejemplo de las primeras?"), "oficinas"),
        (("¿qué es un migrante?", "¿y un refugiado?", "¿en qué se diferencia del primero?"), "Refugiado/a | Migrante"),
        (("¿cuántas interacciones tuvo el sitio?", "¿y el portal?"), "3.717.749"),
        (("¿cuántas interacciones tuvo el portal en 2024?", "¿y el sitio web?"), "2.686.139"),
        (("¿cuándo partió la práctica de Lo Espejo?", "¿y la de Concepción?", "¿cuál es más antigua?"), "**1 práctica**"),
        (("¿qué prácticas hay en la región de Valparaíso?", "¿y en el Biobío?", "¿cuántas son en total?"), "**2 prácticas**"),
    ],
)  # fmt: skip
def test_what_differs_is_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (("¿qué buenas prácticas de vivienda trae la guía?", "¿y de salud?"), "Portugal", "Bergen"),
        (("¿qué buenas prácticas de otros países hay sobre salud?", "¿y sobre educación?"), "Hamburgo", "Pichincha"),
        (("¿qué buenas prácticas de salud trae la guía?", "¿y cuáles son de otros países?"), "Portugal", "Santiago"),
    ],
)  # fmt: skip
def test_another_need_of_practices(real_assistant: Assistant, turns: tuple[str, ...], told: str, untold: str) -> None:
    text = answer(real_assistant, *turns).text
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    "turns",
    [
        ("que es la proteccion complementaria", "cuantas solicitudes van?", "y que papeles tengo que llevar para pedirla?"),
        ("¿Cuántas cartas de nacionalización se otorgaron en 2024?", "¿y dónde la pido?"),
        ("¿Cuántos operativos de Migraciones en tu Barrio se ejecutaron en 2024?", "¿A cuántas personas se atendió en esos 31?"),
        ("¿alguna municipalidad trabajó con Cruz Roja?", "¿y con la Fundación Scalabrini?"),
    ],
)  # fmt: skip
def test_what_is_refused(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert answer(real_assistant, *turns).abstained


def test_as_many_as_were_told_in_the_same_table(real_assistant: Assistant) -> None:
    turns = ("¿cuántos operativos en terreno hizo Valparaíso el 2024?", "¿y a cuánta gente atendieron en esos 76?")
    assert "2.245" in answer(real_assistant, *turns).text


def test_what_one_shares_with_others_is_asked_of_another(real_assistant: Assistant) -> None:
    shared = medidas(real_assistant, "¿qué medidas comparte el Ministerio del Interior con otros?", "¿y Justicia?")
    assert shared == medidas(real_assistant, "¿qué medidas comparte el Ministerio de Justicia con otros?")


def test_which_are_none(real_assistant: Assistant) -> None:
    turns = ("¿Cuántas medidas vencen en 2026?", "¿y de esas cuántas son de Educación?", "¿cuáles?")
    assert "Ninguna" in answer(real_assistant, *turns).text
