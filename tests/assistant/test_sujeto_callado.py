"""Over several turns: the name that was spoken of written in, two sets together, a place in what was told, a part of a sum."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.practices.turns import seeks_other
from assistant.understand.subject import proper_names


def test_names_are_what_is_never_written_small() -> None:
    names = proper_names(("El COSOC y la Mesa sesionaron.", "La mesa del COSOC en Macul."))
    assert {"cosoc", "macul"} <= names
    assert not {"mesa", "sesionaron"} & names


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("¿Cuántos seguidores tienen en TikTok?", "¿y cuántas reproducciones tuvieron?"), "2.4 millones"),
        (("¿Cuántas personas llegaron a la página de Instagram en 2024?", "¿y en Facebook?"), "132 mil"),
        (("¿Qué propuestas hizo el COSOC?", "¿y cuántas sesiones tuvo?"), "sesiones ordinarias"),
    ],
)
def test_the_name_spoken_of_is_written_in(real_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in answer(real_assistant, *turns).text


def test_two_sets_told_one_by_one(real_assistant: Assistant) -> None:
    turns = ("¿Qué medidas vencen en junio de 2024?", "¿y en diciembre de 2023?", "¿cuál de los dos meses tiene más?")
    assert answer(real_assistant, *turns).text.startswith("**junio de 2024**, con **12**")
    turns = ("¿Cuántas vencen en 2025?", "¿y en 2024?", "¿en qué año vencen menos?")
    assert answer(real_assistant, *turns).text.startswith("**2025**, con **12**")
    turns = ("¿Cuántas medidas tiene Educación?", "¿y Vivienda?", "¿cuántas suman?")
    assert answer(real_assistant, *turns).text.startswith("Son **10 medidas**")
    turns = ("¿Cuántas medidas tiene el eje 5?", "¿y el 8?", "¿cuántas son entre los dos?")
    assert answer(real_assistant, *turns).text.startswith("Son **4 medidas**")


def test_by_its_place_in_what_was_told(real_assistant: Assistant) -> None:
    first = "¿Cuáles son los hitos de la medida 48?"
    text = answer(real_assistant, first, "¿cuál es el segundo?").text
    assert text.startswith("El hito 2 de los 3 de la medida 48 tiene plazo **31 de diciembre 2024**")
    assert "31 de diciembre 2025" in answer(real_assistant, first, "¿cuándo vence el último?").text
    text = answer(real_assistant, "¿Qué desafíos hay en transparencia?", "¿cuál es el segundo?").text
    assert text.startswith("2. Resolución de solicitudes rezagadas.")
    assert medidas(real_assistant, "¿Qué medidas tiene Vivienda?", "¿y la primera?", "¿y la segunda?") == (49,)


def test_a_part_of_a_sum_just_told(real_assistant: Assistant) -> None:
    turns = ("¿Cuántas reconducciones hubo en 2023?", "¿y en 2024?", "¿cuántas suman las dos?")
    assert answer(real_assistant, *turns, "¿qué porcentaje es la primera?").text.startswith("**60,7%**")
    turns = ("¿Cuántas residencias definitivas se resolvieron en 2024?", "¿y temporales?", "¿cuántas son en total?")
    assert answer(real_assistant, *turns, "¿y qué parte es la segunda?").text.startswith("**46,2%**")


def test_figures_of_one_sentence_are_added_though_of_other_things(real_assistant: Assistant) -> None:
    turns = ("¿Cuántos partes policiales recibieron en 2024?", "¿e informes?", "¿cuánto suman?")
    assert answer(real_assistant, *turns).text.startswith("**44.223**")


def test_a_year_that_is_not_there_leaves_the_one_told(real_assistant: Assistant) -> None:
    turns = ("¿Cuántas expulsiones hubo en 2024?", "¿y en 2026?", "¿y cuánto costaron?")
    assert answer(real_assistant, *turns).text.startswith("**$3.692.523.523** en 2024")
    turns = ("¿Cuántas reconducciones hubo en 2022?", "¿y en 2021?", "¿y en 2024?")
    assert answer(real_assistant, *turns).text.startswith("**4.235**")


def test_which_medida_is_meant(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿De quién depende la medida 23?", "no, perdón, la 33") == (33,)
    turns = ("¿Qué medida habla de FONASA?", "¿cuándo vence?", "¿y cuál es la que sigue?")
    assert medidas(real_assistant, *turns) == (60,)
    turns = ("¿Qué medidas son del MINVU?", "¿alguna habla de arriendo?")
    assert medidas(real_assistant, *turns) == (51,)
    assert medidas(real_assistant, "¿Qué dice el plan sobre refugio?", "¿y sobre trata?") == (32,)


def test_the_same_of_a_place_by_its_short_name(real_assistant: Assistant) -> None:
    turns = ("¿Quién financió la práctica de Hualqui?", "¿y la de Viña?")
    assert "Viña del Mar" in answer(real_assistant, *turns).text[:60]


def test_who_else_is_another_than_the_one_told() -> None:
    assert seeks_other("¿quien mas lo hace en la rm?")
    assert seeks_other("¿donde mas se hizo?")
    assert not seeks_other("¿quien la financio?")


def test_themes_that_somebody_saw_are_no_small_talk(real_assistant: Assistant) -> None:
    asked = answer(real_assistant, "¿Cuántas sesiones hizo el COSOC en 2024?", "¿qué temas vieron?")
    assert asked.status != "greeting"
    assert answer(real_assistant, "¿qué temas conoces?").status == "greeting"
