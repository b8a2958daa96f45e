"""Turns of phrase that ask a plain question in another way: other verbs, what is meant, what the answer is wanted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.compose.split import split
from assistant.understand.periphrases import plain_lack, plain_numbers, plain_verbs
from assistant.understand.purpose import Purposes
from assistant.understand.spoken_of import meaning_asked
from corpus.cues import Cues
from corpus.settings import Settings
from tests.assistant.asking import answer, medidas

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("¿cuántas solicitudes alcanzaron a analizar?", "¿cuántas solicitudes analizaron?"),
        ("¿a cuántos alcanzó a atender el programa?", "¿a cuántos atendió el programa?"),
        ("¿cuántas de esas terminaron dando el 2024?", "¿cuántas de esas dieron el 2024?"),
        ("¿cuántas cartas acabaron otorgando?", "¿cuántas cartas otorgaron?"),
        ("¿cuántas hubo y cuánto da todo junto?", "¿cuántas hubo y cuánto suman?"),
        ("¿qué alcanzaron a hacer?", "¿qué alcanzaron a hacer?"),
    ],
)
def test_what_was_done_in_the_end_is_said_by_its_own_verb(message: str, plain: str) -> None:
    assert plain_verbs(message) == plain


def test_a_number_that_is_only_begun_is_what_it_is_more_than() -> None:
    assert plain_numbers("en otra parte dice 12 mil y tanto") == "en otra parte dice más de 12.000"
    assert plain_numbers("hubo 34 mil y pico inicios") == "hubo más de 34.000 inicios"
    assert plain_numbers("12 mil y no 10 mil") == "12 mil y no 10 mil"


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("cuando hablan de movilidad humana a que se refieren", "¿qué significa movilidad humana?"),
        ("al decir integración, ¿qué quieren decir?", "¿qué significa integración?"),
        (
            "cuando la guía habla de cohesión social, ¿a qué se refiere?",
            "según la guía, ¿qué significa cohesión social?",
        ),
        ("cuando hablan de visas, ¿cuántas son?", "cuando hablan de visas, ¿cuántas son?"),
    ],
)
def test_what_is_meant_by_what_is_spoken_of_is_what_that_is(message: str, plain: str) -> None:
    assert meaning_asked(message) == plain


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (
            "Solicito el detalle anual de personas refugiadas, para contrastarlo con nuestros registros.",
            "Solicito el detalle anual de personas refugiadas",
        ),
        (
            "Necesito las cartas otorgadas en 2023 para incluirlas en el informe de la jefatura.",
            "Necesito las cartas otorgadas en 2023",
        ),
        ("¿Qué recomienda la guía para presentar el informe?", "¿Qué recomienda la guía para presentar el informe?"),
        ("¿Qué hay en el plan, para regularizarlos?", "¿Qué hay en el plan, para regularizarlos?"),
    ],
)
def test_what_is_said_last_of_what_the_answer_is_wanted_for_is_left_out(message: str, asked: str) -> None:
    assert Purposes(Cues.load(Settings().lexicon_dir, "mensajes.toml")).without(message) == asked


def test_what_the_asker_does_not_know_is_what_is_lacked_unless_nothing_else_is_asked() -> None:
    assert plain_lack("no sé cuántas medidas hay en el plan") == "no sé cuántas medidas hay en el plan"
    assert plain_lack("si no sabemos cuántos niños hay, ¿qué hacemos?") == "si no sabemos datos de niños, ¿qué hacemos?"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("Solicito los reconocimientos de refugio por año entre 2017 y 2024, para cotejarlos con nuestra base.",),
            "201",
        ),
        (("¿a cuántas jefas de hogar contrataron con el GORE?", "¿y cuántas solicitudes alcanzaron a ver?"), "186.245"),
        (
            ("¿Cuántas solicitudes analizaron las jefas de hogar contratadas mediante el convenio con el GORE?",),
            "186.245",
        ),
        (("pedimos la residencia esa por razones humanitarias. ¿cuántas de esas terminaron dando el 2024?",), "52.655"),
        (("en 2024, ¿cuántas expulsiones administrativas y cuántas judiciales hubo y cuánto da todo junto?",), "1.100"),
        (("cuando hablan de movilidad humana a que se refieren",), "movimiento"),
        (("¿cuántos puntos porcentuales separan la participación laboral de extranjeros y chilenos?",), "21,4"),
        (("me dijeron que hubo 34 mil y tantos inicios de procedimientos de expulsión el 2024, ¿cuántos?",), "34.562"),
        (("no tengo datos de cuántos extranjeros viven en mi comuna, ¿de dónde los saco?",), "Censo"),
        (("¿cómo hago el diagnóstico si no sé cuántos migrantes hay en mi comuna?",), "ncuesta"),
        (("lo de Formar Líderes en Conce, ¿de qué tratan los módulos?",), "salud mental"),
    ],
)
def test_the_plain_question_is_answered(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("¿cuál es la medida de las expulsiones del eje de seguridad?",), (37,)),
        (("en la medida de frontera marítima del eje 5, ¿qué ministerio responde?",), (36,)),
        (("medida Apoya Mujer Migrante del plan",), (27,)),
        (("¿qué medida habla de charlas o talleres a gobiernos locales sobre la Ley 21.325?",), (79,)),
        (("mi hermano es futbolista, hay algo en el plan pa los deportistas",), (2, 86)),
        (
            (
                "¿cuál es la medida de la mesa de expulsiones?",
                "¿qué plazo tenía esa, y cuántas expulsiones hubo el 2024?",
            ),
            (37,),
        ),
    ],
)
def test_the_one_that_is_named_is_told(
    real_assistant: Assistant, turns: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == expected


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas expulsiones van a hacer el 2027?",
        "¿Qué requisitos exige Canadá para obtener la ciudadanía?",
        "¿qué papeles pide Alemania para dar la nacionalidad?",
    ],
)
def test_what_is_to_come_and_what_others_rule_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("soy enfermera de Ecuador, ¿para cuándo es el reglamento que revalida los títulos?", "junio 2025"),
        ("vivo en Suecia hace diez años, ¿hay alguna medida para que votemos los de afuera?", "Medida 70"),
        ("¿a cuántas personas devolvieron por la frontera en 2023, las reconducciones?", "6.543"),
        ("pedí datos por transparencia, ¿a cuántas alcanzaron a contestar en 15 días?", "7.742"),
        ("¿cuántos puntos bajó SERMIG en transparencia activa en 2024?", "5,6"),
    ],
)
def test_where_somebody_is_from_or_went_through_parts_nothing(
    real_assistant: Assistant, question: str, told: str
) -> None:
    assert told in answer(real_assistant, question).text[:500]


def test_another_one_that_does_a_thing_is_sought(real_assistant: Assistant) -> None:
    turns = ("¿qué comuna tiene una mesa de convivencia?", "¿y cuál otra trabaja con una mesa de niñez migrante?")
    assert "Viña del Mar" in answer(real_assistant, *turns).text[:200]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            ("¿qué medidas tiene el Ministerio del Trabajo?", "¿y cuáles de esas son de la Ruta de la Empleabilidad?"),
            (7, 8, 9),
        ),
        (("¿qué medidas tiene el Ministerio de Salud?", "¿y cuáles de esas son de 2025?"), (57,)),
    ],
)
def test_those_of_a_name_are_told_of_the_ones_before(
    real_assistant: Assistant, turns: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == expected


@pytest.mark.parametrize(
    "message",
    [
        "La medida 81 contempla un modelo de atención. ¿Qué nivel y cuántas oficinas reporta la Cuenta Pública 2024?",
        "La medida 27 trata de Apoya Mujer Migrante. ¿Cuántas jornadas hubo en 2024 y cuántas mujeres fueron?",
    ],
)
def test_the_medida_named_by_its_number_is_told_beside(real_assistant: Assistant, message: str) -> None:
    assert set(answer(real_assistant, message).medidas) & {81, 27}


@pytest.mark.parametrize(
    "question",
    [
        "¿A qué actores conviene convocar para la instancia de diálogo?",
        "¿qué actores conviene convocar a la mesa comunal?",
    ],
)
def test_actors_are_people_of_the_body_by_any_name(real_assistant: Assistant, question: str) -> None:
    assert "Concejales" in answer(real_assistant, question).text


def test_a_story_of_the_same_place_does_not_choose_what_is_told(real_assistant: Assistant) -> None:
    story = "mi mamá vive en Quilicura, tiene sus papeles al día pero está mal."
    asked = "le hablaron de un programa de asistencia para inmigrantes vulnerables, ¿en qué temas ayuda?"
    assert "vivienda" in answer(real_assistant, f"{story} {asked}").text


def test_items_of_a_note_that_count_are_asked_one_by_one() -> None:
    texts = [piece.text for piece in split("taller planificación, trabajo grupal: nº grupos, ejes x grupo, minutos")]
    assert texts == [f"taller planificación, trabajo grupal: {one}" for one in ("nº grupos", "ejes x grupo", "minutos")]
    assert len(split("convenio con Justicia: plazo, indicador, institución")) == 1
