"""What a question leaves out, who asks it, two figures set against each other, and one count of two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.figures import by_unit, phrases
from assistant.figures.prose import without_mark

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

LEFT_OUT = {
    "visitas al portal de trámites primer trimestre 2025, no al sitio institucional": ("834.105", "613.252"),
    "¿cuántas visitas tuvo el sitio institucional en 2024? no me refiero al portal de trámites": (
        "2.514.231",
        "3.404.073",
    ),
    "¿cuántas sesiones de mesas sectoriales hubo en 2024? ojo que no pregunto por las de gestión migratoria": (
        "**260**",
        "**51**",
    ),
    "¿cuántos recursos de reclamación hubo en regiones, sin contar Santiago, en 2024?": ("**413**", "**108**"),
    "recursos de amparo 2024 regiones, sin contar RM": ("2.210", "1.294"),
    "de las expulsiones de 2024, ¿cuántas no fueron judiciales?": ("**690**", "**410**"),
    "¿cuántas expulsiones sin contar las judiciales en 2024?": ("**690**", "**410**"),
    "expulsiones de 2024 descontando las judiciales": ("**690**", "**1.100**"),
}


@pytest.mark.parametrize("question", LEFT_OUT)
def test_what_a_question_says_it_does_not_mean_is_not_told(real_assistant: Assistant, question: str) -> None:
    wanted, unwanted = LEFT_OUT[question]
    answer = ask(real_assistant, question)
    assert wanted in answer.text[:LEAD]
    assert unwanted not in answer.text


ASKERS = {
    "soy de la muni de Temuco: ¿cuántos operativos en terreno hubo en la Araucanía el 2024 y a cuánta gente vieron?": [
        "**39**",
        "**285**",
    ],
    "trabajo en la muni de Arica: ¿cuántos operativos hubo en la región el 2024?": ["**35**"],
    "soy dirigenta social de Iquique, ¿cuántas personas atendió la dirección regional de Tarapacá el 2024?": [
        "**9.345**"
    ],
}


@pytest.mark.parametrize("question", ASKERS)
def test_who_asks_is_no_part_of_what_is_asked(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.text[:LEAD] for text in ASKERS[question])


PLAIN = {
    "amparos presentados ante el consejo para la transparencia, 2022 2023 y 2024 por separado": ["569", "967", "791"],
    "¿cuántos rechazos de refugio hubo en realidad en 2021?": ["3.083"],
    "reconducidos por año 2022→2024": ["3.150", "6.543", "4.235"],
    "residencias definitivas resueltas 2022-24": ["96.827", "133.426", "197.129"],
    "del rezago, ¿cuánto se ha resuelto ya?": ["99,4%"],
    "de las solicitudes que venían atrasadas del 2022, ¿cuántas quedan todavía sin resolver?": ["2.287"],
    "región c/ más operativos en terreno 2024: cuál, cuántos, personas": ["Valparaíso", "**76**", "2.245"],
    "¿qué región tuvo menos personas atendidas en operativos en 2024 y cuántos operativos hizo?": [
        "Aysén",
        "**133**",
        "**46**",
    ],
    "¿cuántos días hábiles demoran los descargos en promedio?": ["9,4** días hábiles"],
}


@pytest.mark.parametrize("question", PLAIN)
def test_turns_of_phrase_part_nothing(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert all(text in answer.text[:LEAD] for text in PLAIN[question])


@pytest.mark.parametrize(
    "question",
    [
        "se me pasó la visa, ¿de cuánta plata es la multa que me van a cobrar?",
        "¿cuánto me cobran por la residencia definitiva?",
        "expulsiones judiciales por región 2024",
        "¿cuántas visas de turista se dieron en 2024?",
    ],
)
def test_a_figure_of_the_whole_is_not_the_one_of_a_person_a_region_or_a_permit(
    real_assistant: Assistant, question: str
) -> None:
    assert ask(real_assistant, question).abstained


DISPUTED = {
    "en lo de los amparos de transparencia sale 93% en un lado y 100% en el otro, ¿cuál es la firme?": ["93", "100"],
    "leí que las expulsiones de 2024 fueron 1.100 y en otra parte 12.466, ¿cuál es la correcta?": ["1.100", "12.466"],
}


@pytest.mark.parametrize("question", DISPUTED)
def test_two_figures_that_a_question_cannot_bring_together_are_both_told(
    real_assistant: Assistant, question: str
) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert all(text in answer.text for text in DISPUTED[question])


def test_each_document_tells_its_own_count(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿cuántos municipios tiene el sello migrante según la guía y cuántos según la cuenta?")
    assert "**140**" in answer.text
    assert "**144**" in answer.text
    assert "14019" not in answer.text


def test_a_number_is_read_without_the_footnote_mark_glued_to_it() -> None:
    assert without_mark("14019", frozenset({"140"})) == "140"
    assert without_mark("202110", frozenset({"2021", "21.325"})) == "2021"
    assert without_mark("140", frozenset({"140"})) == "140"
    assert without_mark("19", frozenset({"140"})) is None


def test_what_is_counted_is_a_noun() -> None:
    assert phrases.heads("cuantas quedan sin resolver") == ()
    assert phrases.heads("cuantas solicitudes quedan") == phrases.heads("numero solicitudes")


def test_by_order_of_is_no_unit() -> None:
    assert by_unit.per("cuantas expulsiones por orden de un juez") is None
    assert by_unit.per("cuantos casos por comision de refugio") is not None


def test_a_part_is_asked_for_of_a_whole() -> None:
    assert phrases.of_those("de los recursos que se tramitaron en 2024, ¿cuantos resolvieron antes")
    assert phrases.of_those("cuantas de esas eran judiciales")
    assert not phrases.of_those("cuantas solicitudes de residencia hubo")
