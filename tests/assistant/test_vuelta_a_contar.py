"""Messages whose question is drowned, halved or only doubts: read again as what they ask of the conversation."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.retold import acknowledges, asked_at_last, doubted, with_noun


@pytest.mark.parametrize(
    ("message", "core"),
    [
        ("Gracias, esa buscaba. Tengo que mandar un oficio hoy, dime por favor esa de quién es.", "esa de quién es."),
        ("Ah, no eran tantas. Me van a preguntar si era permanente: ¿cuánto duró?", "¿cuánto duró?"),
        ("Perfecto. Necesito saber cuántos suman, porque la alcaldesa quiere un número", "cuántos suman"),
        ("¿cuánto duró?", None),
    ],
)
def test_the_question_without_the_story(message: str, core: str | None) -> None:
    assert asked_at_last(message) == core


def test_who_takes_up_the_answer_and_who_names_another_thing() -> None:
    assert acknowledges("Uf, acá nadie tiene tiempo. ¿Y quién más?")
    assert not acknowledges("Mi mamá está en Caracas. ¿Qué papeles pide?")
    assert not acknowledges("Perfecto. Y sobre Temuco, ¿quién la financió?")


def test_a_story_before_a_follow_up(real_assistant: Assistant) -> None:
    story = "Excelente, muchas gracias. En la oficina no saben a quién escribirle y me tienen loca, dime por favor esa de quién es."
    assert medidas(real_assistant, "¿qué medida es la de la CASEN?", story) == (85,)
    story = "Mire usted. Ella andaba entonces con los papeles vencidos. ¿La ayuda era también para gente en situación irregular?"
    first = "¿quién financió el programa de asistencia para inmigrantes vulnerables de Quilicura?"
    assert "regular" in answer(real_assistant, first, story).text


@pytest.mark.parametrize(
    "doubt", ["¿seguro?", "¿estás segura? ¿no sale otra fecha?", "me dicen que era otra, ¿es así?"]
)
def test_a_doubt_is_told_the_same_again(real_assistant: Assistant, doubt: str) -> None:
    assert "31 de diciembre 2024" in answer(real_assistant, "¿qué plazo tiene la medida 30?", doubt).text[:200]


def test_a_doubt_after_nothing_is_none() -> None:
    assert doubted("¿seguro?", ()) is None


def test_the_noun_of_the_message_before_where_it_agrees() -> None:
    assert with_noun("cuántos van hechos", "módulos que tiene") == "cuantos modulos van hechos"
    assert with_noun("¿y cuántas se han hecho?", "¿cuántas mesas y talleres hay?") == "¿y cuantas mesas se han hecho?"
    assert with_noun("¿en cuántas lo hizo?", "¿qué comuna lleva libros a escuelas?") == "¿en cuantas escuelas lo hizo?"
    assert with_noun("¿y a cuántos se llegó?", "charlas a colegios") == "¿y a cuantos colegios se llego?"
    assert with_noun("cuántas van hechas", "módulos que tiene") is None
    assert with_noun("cuántos años tiene", "módulos que tiene") is None


def test_people_who_went_to_each_of_what_was_told(real_assistant: Assistant) -> None:
    turns = (
        "¿cuántas charlas de formación integral hubo en 2024?",
        "¿y jornadas?",
        "¿cuántos asistentes suman las dos?",
    )
    assert "8.011" in answer(real_assistant, *turns).text[:100]


def test_a_figure_corrected(real_assistant: Assistant) -> None:
    turns = ("¿cuántas reconducciones hubo en 2022?", "no, perdón, en 2023", "¿cuánto subió respecto del año anterior?")
    assert "6.543" in answer(real_assistant, *turns[:2]).text[:100]
    assert "3.393" in answer(real_assistant, *turns).text[:100]


def test_who_did_it_is_who_was_told(real_assistant: Assistant) -> None:
    turns = ("¿qué hace el COSOC?", "¿cuántas sesiones hicieron en 2024?")
    told = answer(real_assistant, *turns).text[:200]
    assert "sesiones ordinarias" in told
    assert "6" in told


def test_the_practice_told_of_several_of_a_place(real_assistant: Assistant) -> None:
    turns = ("¿hay prácticas de Perú?", "¿cuál de esas es con fútbol?", "¿y quién la financió?")
    assert "El balón no tiene fronteras" in answer(real_assistant, *turns).text
    turns = ("prácticas de Quilicura", "la de la consulta", "¿cuánto duró?")
    assert "Dos días" in answer(real_assistant, *turns).text[:100]
