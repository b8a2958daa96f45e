"""A figure of something else, or of something wider, is never told as the one asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.figures import phrases
from assistant.figures.lexicon import FigureWords
from assistant.figures.unsaid import counting
from corpus.settings import Settings
from corpus.synonyms import Synonyms

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

APART = {
    "¿Cuántas solicitudes de residencia temporal se rechazaron en 2022?": "rechazaron",
    "¿Cuánto sumó en 2024 la recaudación por multas a empleadores?": "empleadores",
    "¿Cuántas residencias definitivas se otorgaron a mujeres en 2024?": "sexo",
    "¿Cuántas expulsiones materializó Carabineros en 2024?": "carabineros",
    "¿cuántas visitas al portal de trámites vinieron de Colombia en 2024?": "Colombia",
    "seguidores de SERMIG en LinkedIn": "linkedin",
    "¿Cuánto pagó el servicio en horas extra en 2024?": "",
    "¿cuántos casos de trata con fines de explotación laboral se identificaron en 2024?": "explotacion laboral",
    "cuánta plata pagó JetSmart en multas el 2024": "jetsmart",
    "cuantas municipalidades nuevas se adhirieron al sello": "nuevas",
    "¿Cuántos seguidores nuevos tiene en Instagram?": "nuevos",
}


def test_a_complement_may_be_said_of_the_same_thing_farther_on(real_assistant: Assistant) -> None:
    question = (
        "¿Cuántas solicitudes de acceso a la información acumula SERMIG en el Portal de Transparencia a marzo de 2025?"
    )
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert "104.183" in answer.text[:LEAD]


@pytest.mark.parametrize("question", APART)
def test_what_parts_the_thing_counted_and_no_figure_says_is_not_in_the_documents(
    real_assistant: Assistant, question: str
) -> None:
    answer = ask(real_assistant, question)
    assert answer.abstained
    assert APART[question] in answer.text[:LEAD]


SAID = {
    "¿Cuántas recomendaciones de rechazo hizo la comisión de refugio en 2024?": "",
    "¿cuántas mujeres pidieron protección complementaria?": "29",
    "¿Cuántos informes policiales con denuncias remitió la PDI en 2024?": "20.009",
    "¿cuántas visitas al portal de trámites vinieron de Bolivia en 2024?": "140.337",
    "seguidores de SERMIG en YouTube": "10 mil",
    "¿cuánta plata se recaudó por multas a aerolíneas en 2024?": "549.300.934",
    "¿cuántos casos de trata de personas se identificaron en 2024?": "36",
    "la app que usan los militares y las policías en los controles: ¿cuántos controles lleva?": "",
}


@pytest.mark.parametrize("question", SAID)
def test_what_the_figure_itself_says_is_answered(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert SAID[question] in answer.text[:LEAD]


def test_the_nearest_figure_is_named_apart(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿Cuántas solicitudes de residencia definitiva se rechazaron en 2022?")
    lead, _, near = answer.text.partition("Lo más cercano")
    assert "106.624" not in lead
    assert "106.624" in near


def test_rows_by_region_of_a_table_without_them_are_not_told_as_a_national_series(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "Residencias definitivas por región")
    assert answer.abstained
    assert "no se desglosa por región" in answer.text
    assert not ask(real_assistant, "Operativos en terreno por región").abstained


def test_the_last_whole_year_comes_before_a_part_of_the_next(real_assistant: Assistant) -> None:
    for question, first, since in (
        ("¿cuál fue la región con más operativos en terreno?", "**76** operativos en 2024", "**18** operativos"),
        ("¿qué región atendió a más personas?", "**16.400** personas en 2024", "**5.113** personas"),
    ):
        text = ask(real_assistant, question).text
        assert first in text[:LEAD]
        assert "En el primer trimestre de 2025, aparte" in text
        assert text.index(first) < text.index(since)


def test_a_difference_between_concepts_is_no_subtraction(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿qué diferencia hay entre residencia temporal y definitiva?")
    assert "puntos" not in answer.text


@pytest.mark.parametrize(
    "line",
    [
        "cual es la diferencia entre migrante y refugiado",
        "en que se diferencia un eje de un objetivo",
        "diferencia entre visa y residencia",
    ],
)
def test_a_line_that_contrasts_concepts(line: str) -> None:
    assert phrases.contrasts(line)


@pytest.mark.parametrize(
    "line",
    [
        "cuantas mas son, que diferencia hay entre las solicitadas y las resueltas",
        "que diferencia hay entre el presupuesto ley y el final",
        "diferencia entre 2023 y 2024",
        "diferencia entre hombres y mujeres en instagram",
    ],
)
def test_a_line_that_sets_figures_apart(line: str) -> None:
    assert not phrases.contrasts(line)


def test_a_premise_is_no_part_of_what_is_counted() -> None:
    assert "sirias" not in counting("dado que la mayoria son sirias, ¿que porcentaje representan?")
    assert "carabineros" in counting("¿cuantos informes envio carabineros?")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas sesiones ordinarias tuvo el COSOC en 2024?", "**6**"),
        ("cuantas sesiones extraordinarias tuvo el cosoc", "**4**"),
    ],
)
def test_the_sessions_of_another_council_are_not_told(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(real_assistant, question).text[:LEAD]


def test_letters_stand_for_what_tells_a_body_from_others() -> None:
    words = FigureWords.load(Settings().lexicon_dir, Synonyms.load(Settings().lexicon_dir))
    assert "consej" not in words.meanings("sesiones del cosoc")["cosoc"]
    assert {"nin", "adolescent"} <= words.meanings("atenciones a nna")["nna"]  # each of them is meant


@pytest.mark.parametrize(
    ("question", "wrong"),
    [("segun la cuenta publica cuanto % es integracion", "**87,72%**"), ("cuánto % son remesas", "%**")],
)
def test_a_share_is_told_of_what_says_whose_it_is(real_assistant: Assistant, question: str, wrong: str) -> None:
    answer = ask(real_assistant, question)
    assert wrong not in answer.text[:LEAD] or answer.abstained
