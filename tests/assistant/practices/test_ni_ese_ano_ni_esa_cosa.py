"""A year, a part of those counted, a person or a thing made that no practice tells; what goes on with a year or another of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

UNTOLD = [
    "¿Cuántos talleres realizó Maipú en 2022?",
    "¿Cuántas jornadas hizo La Reina en 2025?",
    "lo de revalidar títulos en La Reina, ¿cuántas de las personas eran médicos?",
    "¿cuántos de los estudiantes de los talleres de Maipú eran haitianos?",
    "¿cómo se llamaban los expertos que hicieron el taller a los mediadores interculturales de Quilicura?",
    "¿qué directora partió con la Escuela Intercultural en la Escuela Unesco de Gómez Carreño?",
    "¿cuántos voluntarios participaron en la consulta de Quilicura?",
    "¿Cuántas personas de la muni están en la mesa institucional de Lo Espejo?",
    "¿qué municipio armó un huerto comunitario para migrantes y vecinos?",
    "¿qué comuna organizó una olla común con migrantes?",
]


@pytest.mark.parametrize("question", UNTOLD)
def test_what_no_practice_tells_is_not_answered_with_what_is_near(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


TOLD = {
    "¿Cuántos talleres hizo Maipú en 2023?": "10 talleres",
    "de las fichas 2024, ¿cuántas personas benefició La Reina?": "100 personas",
    "¿Cuántos migrantes ayudaron a traducir la consulta de Quilicura de 2015?": "34 migrantes",
    "¿a cuántos estudiantes llegó Maipú?": "984 estudiantes en total",
    "¿cuántos migrantes ayudaron con las traducciones de la consulta de Quilicura?": "34 migrantes",
    "¿quién logró meter la interculturalidad en las planificaciones de los ramos del colegio?": "Viña del Mar",
    "¿quién logró que las personas revalidaran sus títulos?": "La Reina",
    "¿qué municipio armó una red de ayuda con los vecinos?": "Red Solidaria",
    "Quilicura programa asistencia inmigrantes vulnerables: año inicio": "2014",
    "¿Cuánto se extendía cada jornada de títulos de La Reina y a cuántas personas favorecieron?": "2 horas",
}


@pytest.mark.parametrize("question", TOLD)
def test_what_is_told_of_that_year_and_that_thing_still_is(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert TOLD[question] in answer.text[:400], answer.text


GOES_ON = {
    ("¿Cuántos talleres hizo Maipú en 2023?", "¿y en 2024?"): "11 talleres",
    ("¿Cuántos talleres hizo Maipú en 2024?", "¿y en 2025?"): None,
    ("¿Cuántos talleres hizo Maipú en 2023?", "¿y en 2024?", "¿y en 2022?"): None,
    ("¿A cuántas personas benefició La Reina en 2024?", "¿y en 2025?"): None,
    ("mesas migrantes de Lo Espejo", "la institucional cada cuánto se junta", "¿y la otra?"): "reuniones mensuales",
    ("mesas migrantes de Lo Espejo", "la de organizaciones ¿cada cuánto se reúne?", "¿y la otra?"): "trimestralmente",
    ("¿qué comuna tiene dos mesas migrantes separadas?", "¿cada cuánto se junta cada una?"): "reuniones mensuales",
    ("prácticas de Quilicura en gobernanza migratoria", "la más antigua: año y nombre"): "inmigrantes vulnerables",
    (
        "¿Qué municipalidad creó una Escuela de Educación Intercultural?",
        "¿Cómo se financia?",
        "¿Y en qué establecimientos se ha puesto en práctica?",
    ): "Aldo Francia",
    (
        "Temuco tiene algo con los colegios. ¿Qué es?",
        "Justo lo que buscaba para el DAEM. ¿Y qué esperan lograr allá el 2025?",
    ): ("plan de acogida"),
    ("¿Qué hizo Macul?", "Justo eso me pidió la jefa para mañana. ¿Y quién reparte las cosas?"): "El Arca",
    ("ke muni ayudo a rebalidar titulos", "i la unibersidad kuanto cobro"): "gratuita",
}


@pytest.mark.parametrize("turns", GOES_ON)
def test_a_year_or_the_other_of_two_goes_on_with_what_was_asked(
    real_assistant: Assistant, turns: tuple[str, ...]
) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    expected = GOES_ON[turns]
    if expected is None:
        assert reply.answer.abstained, reply.answer.text
    else:
        assert expected in reply.answer.text[:470], reply.answer.text
