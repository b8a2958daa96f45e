"""Figures asked for by other words than the labels': years in a row, what is left out, what the first answer is not of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.figures import periods, phrases
from assistant.figures.lexicon import FigureWords, numbers_written_out
from corpus.analysis import terms
from corpus.settings import Settings
from corpus.synonyms import Synonyms

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

LEXICON = Settings().lexicon_dir


@pytest.fixture(scope="module")
def words() -> FigureWords:
    return FigureWords.load(LEXICON, Synonyms.load(LEXICON))


@pytest.mark.parametrize("line", ["(2022/23/24)", "22-23-24", "amparos 2022-2023-2024", "2022/2023/2024 + total"])
def test_years_in_a_row_are_meant_one_by_one(line: str) -> None:
    assert [p.label for p in periods.asked(line)] == ["2022", "2023", "2024"]


@pytest.mark.parametrize("line", ["ley 20-22-21", "el 15-18-22", "tramos 18-24-29"])
def test_numbers_that_do_not_follow_each_other_are_no_years(line: str) -> None:
    assert periods.asked(line) == ()


def test_an_x_before_a_unit_of_time_is_by() -> None:
    assert numbers_written_out("amparos x ano") == "amparos por ano"
    assert numbers_written_out("visitas x mes") == "visitas por mes"


def test_what_is_taken_out_is_not_meant_but_a_sum_may_be_worked_out(words: FigureWords) -> None:
    assert "cierre" not in words.without_denied("si saco la bienvenida y el cierre, ¿cuanto rato queda?")
    assert "visitas" not in words.without_denied("quitando las visitas, ¿cuantas son?")
    assert "minutos" in words.without_denied("si saco la cuenta son 90 minutos")
    assert "ano" in words.without_denied("a cuanto sale cada uno, sacando la cuenta del ano")


def test_who_did_what_is_counted_does_not_part_it() -> None:
    assert "jefas" not in phrases.without_doers("cuantos expedientes revisaron las jefas de hogar")
    assert "mujeres" in phrases.without_doers("cuantas solicitudes presentadas por mujeres hubo")


def test_a_word_of_a_rank_that_a_label_says_is_of_the_topic_where_nothing_is_ranked(words: FigureWords) -> None:
    assert set(terms("encabezan")) <= set(words.content("organizaciones que encabezan migrantes"))
    assert not set(terms("encabeza")) & set(words.content("que region encabeza los operativos"))


LEADS = {
    "cuánto salió cada expulsión en 2024": "3.356.839",
    "si saco la presentación y el cierre, ¿cuánto rato suman el trabajo en grupos y el plenario del taller de planificación?": "70 minutos",
    "minutos de identificar desafíos más el plenario de resultados": "35 minutos",
    "¿cuántos operativos de Migraciones en tu Barrio se programaron para 2024 y cuántos se realizaron?": "26",
    "rezago: cuántas había y cuántas quedan": "386.024",
    "¿cuántas visitas tuvo el sitio y cuántas el portal de trámites en 2024?": "2.514.231",
    "asistentes a las jornadas de capacitación por niñez migrante en 2024": "5.108",
    "¿cuántas visas se pidieron para niños en 2024?": "2.614",
    "¿cuántos expedientes revisaron las jefas de hogar?": "186.245",
    "¿cuántas solicitudes de transparencia acumula el servicio en total?": "104.183",
    "¿cuántas personas fueron reconocidas como refugiadas desde 2022?": "390",
    "¿a cuántos afganos les han reconocido el refugio desde el 2022?": "205",
    "¿cuántos de los refugiados reconocidos son afganos?": "**205**",
    "¿cuántos de los reconocidos como refugiados son ucranianos?": "**66**",
    "¿cuántas personas refugiadas son venezolanas?": "**80**",
    "¿cuántas cartas de nacionalización se dieron entre 2021 y 2024?": "10.317",
    "¿qué porcentaje de las solicitudes de refugio fue rechazado?": "94,7",
    "¿cuántas alertas de seguridad informática publicó el servicio y cuántos protocolos instaló?": "12 boletines",
    "dotación con curso en materias de ley, 2024": "232",
}


@pytest.mark.parametrize("question", LEADS)
def test_a_figure_is_found_by_what_people_call_it(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert LEADS[question] in answer.text[:LEAD]


def test_a_sum_of_some_years_tells_the_total_that_the_table_declares_of_all(real_assistant: Assistant) -> None:
    for question, total in (
        ("residencias por razones humanitarias otorgadas 2022-2023-2024 + total del período", "107.736"),
        ("suma de reconducciones de 2023 y 2024", "15.406"),
    ):
        text = ask(real_assistant, question).text
        assert "La tabla declara como total de todo su período (2022 a 2025)" in text
        assert total in text


@pytest.mark.parametrize(
    "question",
    [
        "¿en cuánto quedó el sueldo mínimo?",
        "¿cuántas mujeres trabajan en el servicio?",
        "¿de cuánto es la dotación actual del SERMIG?",
        "¿cuántas visas exprés se otorgaron en 2024?",
    ],
)
def test_a_figure_of_something_else_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert ask(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("personas a quienes se les reconoció la calidad de refugiado en 2022", "**59**"),
        ("serie de personas con estatus de refugiado reconocido, por año", "| 2023 | 201 |"),
        ("cuántas charlas tuvieron las munis del sello en 2024 y cuántos asistieron en total", "**657**"),
        ("solicitudes atrasadas de antes de 2023: ¿cuántas quedan?", "2.287"),
        ("cuántas atenciones iniciales por internet hizo Refugio", "10.177"),
    ],
)
def test_people_states_and_years_said_in_other_ways(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text
