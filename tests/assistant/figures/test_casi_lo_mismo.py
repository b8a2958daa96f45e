"""A question one detail away from what is told: another act, another sort, another sentence, another instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        # What became of a thing, where another act is told.
        "dame los amparos acogidos el 2022, 2023 y 2024",
        "¿Qué porcentaje de las empresas adheridas reprobó el ICME?",
        "¿Cuántas mujeres abandonaron las jornadas de Apoya Mujer Migrante en 2024?",
        "¿Qué porcentaje de las solicitudes de acceso a la información se respondió tarde en 2024?",
        "¿Cuántas oficinas se cerraron en 2024?",
        "¿Cuántos operativos territoriales se cancelaron en 2024?",
        # Another sort of the very noun.
        "¿Cuántas sesiones extraordinarias tuvo el Consejo Interministerial en 2024?",
        "Sumando la RM y el resto, ¿cuántos recursos de queja se interpusieron en 2024?",
        "¿cuántas respuestas tuvo la consulta ciudadana sobre convalidación de títulos?",
        "¿cuántas respuestas tuvo la consulta ciudadana sobre la Política Nacional?",
        # What only a later figure of the same unit is of.
        "cobranza prejudicial 2024 a empleadores, UTM",
        # A count that the passage found does not give.
        "canal de denuncias del Sistema de Integridad: nº de denuncias recibidas",
        "¿cuántas reproducciones tuvo Instagram en 2024?",
        "¿en cuánto bajaron los ingresos por paso no habilitado del 2023 al 2024?",
        # An instrument told of another thing, or of none.
        "¿Mediante qué resolución exenta se aprobó el Protocolo de Calidad de Vida?",
        "¿Con qué resolución exenta se firmó el convenio con el Banco Central?",
        "¿Qué artículo de la Ley 21.325 se cita para dar residencia a las víctimas de trata?",
    ],
)
def test_what_only_comes_near_is_not_told_as_the_answer(real_assistant: Assistant, question: str) -> None:
    assert ask(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿cuántos amparos se contestaron en 2024?", "791"),
        ("los recursos administrativos tramitados en 2024", "1.337"),
        ("¿A qué porcentaje de las empresas adheridas se le midió el ICME?", "26,6"),
        ("¿cuántas sesiones extraordinarias hizo el COSOC en 2024?", "4"),
        ("¿Cuánto se recaudó en 2024 por las multas cursadas a las líneas aéreas?", "549.300.934"),
        ("los talleres sobre trata de personas dictados en 2024", "3"),
        ("¿En qué proporción creció el número de usuarios activos de los datos abiertos?", "123"),
        ("Sumando la RM y el resto, ¿cuántos recursos de amparo se interpusieron en 2024?", "3.504"),
        ("¿cuántas respuestas hubo en la consulta sobre mujeres migrantes?", "1.210"),
        ("UTM por cobranza prejudicial, con empleadores, en el primer trimestre de 2025", "185"),
        ("nº de boletines de ciberseguridad publicados", "12"),
        ("¿En cuánto bajaron las reconducciones entre 2023 y 2024?", "2.308"),
        ("¿mediante qué REX se tramitó el convenio con el Archivo Nacional?", "18.409"),
        ("¿qué artículo obliga a otorgar residencia a los NNA?", "41"),
        ("How much did SERMIG spend on staff salaries in the first quarter of 2025?", "4.399.812"),
    ],
)
def test_the_same_in_other_words_is_answered(real_assistant: Assistant, question: str, figure: str) -> None:
    answer = ask(real_assistant, question)
    assert not answer.abstained
    assert figure in answer.text[:LEAD]


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("De los 39 casos de trata y tráfico de 2024, ¿qué porcentaje fue de trata?", "92,3%"),
        ("De los 39 casos de trata y tráfico de 2024, ¿qué porcentaje fue de tráfico?", "7,7%"),
        ("De las expulsiones administrativas y judiciales de 2024, ¿qué porcentaje fueron judiciales?", "37,3%"),
        ("De las respuestas inmediatas y derivaciones de 2024, ¿qué porcentaje fueron derivaciones?", "23,5%"),
        ("qué porcentaje fueron judiciales de las expulsiones administrativas y judiciales de 2024", "37,3%"),
    ],
)
def test_what_is_said_of_the_part_says_which_of_two_it_is(real_assistant: Assistant, question: str, share: str) -> None:
    assert share in ask(real_assistant, question).text[:LEAD]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (
            "Para la audiencia requiero la recaudación por multas aplicadas a aerolíneas en 2024 y en el primer trimestre de 2025.",
            ("549.300.934", "313.975.003"),
        ),
        ("Para la minuta del alcalde solicito el número de operativos territoriales de 2024.", ("567",)),
    ],
)
def test_what_a_figure_is_required_for_narrows_nothing(
    real_assistant: Assistant, question: str, figures: tuple[str, ...]
) -> None:
    text = ask(real_assistant, question).text[:LEAD]
    assert all(figure in text for figure in figures)


def test_the_half_that_declares_a_total_is_not_the_whole_country(real_assistant: Assistant) -> None:
    lead = ask(real_assistant, "¿Cuántos recursos judiciales se interpusieron en todo el país en 2024?").text
    assert lead.startswith("**19.561**")
    lead = ask(real_assistant, "¿Cuántos recursos judiciales se interpusieron fuera de la RM en 2025?").text
    assert lead.startswith("**3.249**")
