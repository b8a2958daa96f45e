"""The thing is told and the field that is asked of it is not: which company, how much each got, how long, the text of a letter;
nor what is done with another country, what another comuna has written, one place's part of what two have together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.asking import answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "turns",
    [
        ("¿qué línea aérea pagó más multas en 2024?",),
        ("multas 2024, aerolínea más multada",),
        ("¿qué consultora se adjudicó el estudio del observatorio?",),
        ("¿quién ganó la licitación del sistema de turnos en fronteras?",),
        ("convenio de la medida 41: monto que pone ANID",),
        ("¿con qué plata hizo Hualqui el proyecto con la universidad?", "¿y de cuánto era el fondo?"),
        ("¿cuánto capital le dieron a cada emprendimiento en el Valle del Cauca?",),
        ("¿qué remuneración recomienda la guía para quien lidere el equipo?",),
        ("¿cuánto demora la PDI en hacer el empadronamiento?",),
        ("¿cuánto se está demorando el Registro Civil en dar el RUN?",),
        ("¿me mandas un modelo de convenio con la universidad?",),
        ("pásame el texto tipo de la carta de compromiso del alcalde",),
        ("¿qué servicio quedó primero en el ranking de transparencia?",),
        ("nº denuncias canal sistema de integridad",),
        ("nº mínimo de entrevistas semiestructuradas",),
        ("lugar y día jornada CTCI con científicos migrantes",),
        ("¿en qué direcciones regionales no hubo reuniones de gestión en 2024?",),
        ("consulta Quilicura 2015: nacionalidad con más encuestados",),
        ("el % de mujeres extranjeras que participa en el mercado laboral",),
        ("¿para cuándo es el protocolo de retorno humanitario con Argentina?",),
        ("¿con qué fondo se financia el proyecto de formación en salud con Colombia?",),
        ("¿cuánto paga en impuestos un peruano por cada peso que recibe?",),
        ("¿qué establece el Plan de Desarrollo Comunal vigente de Iquique sobre los migrantes?",),
        ("¿qué dice la ordenanza municipal de Temuco sobre migrantes?",),
        ("convenio SERMIG-InvestChile: vigencia en años",),
        ("inclusión digital de mujeres migrantes: monto por proyecto",),
        ("In the digital bootcamp in Lima and Callao, what was the average salary of those who found a job?",),
        ("que va en las raices del arbol de objetivos",),
        ("en la encuesta cep q porcentaje cree q los inmigrantes le quitan trabajo a los chilenos",),
        ("¿cuántas familias de las consultas médicas de bienvenida son de La Granja?",),
    ],
)
def test_the_thing_is_not_told_for_a_field_that_it_has_not(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    told = answer(real_assistant, *turns)
    assert told.abstained, told.text[:300]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("¿cuánto se recaudó en multas a las líneas aéreas en 2024?",), "549.300.934"),
        (("¿qué empresas conviene invitar a la mesa comunal?",), "rubros"),
        (("¿de cuánto es el presupuesto del servicio para 2025?",), "26.041.642"),
        (("¿cuánto se demora una entrevista según la guía?",), "20-40 minutos"),
        (("¿cuánto se demoraban en contestar los descargos en 2024?",), "8,6"),
        (("¿cuántos minutos debería durar la encuesta como máximo?",), "10-15"),
        (("¿quién debe firmar la carta de compromiso?",), "alcald"),
        (("¿qué región quedó primera en operativos en terreno en 2024?",), "Valparaíso"),
        (("nº amparos CPLT 2024",), "791"),
        (("¿para cuándo es el protocolo de retorno humanitario con Perú?",), "31 de diciembre 2023"),
        (("¿con qué fondo se financia el proyecto de formación en salud con México?",), "Fondo Chile-México"),
        (("¿cuánto paga en impuestos un migrante por cada peso que recibe?",), "1,61"),
        (("¿cuántas familias atendieron en las consultas de bienvenida de Santiago y La Granja?",), "2.500"),
        (("lugar y fecha del segundo encuentro de gobiernos locales",), "22 de noviembre"),
        (("trabajo en el pladeco de Arica, ¿qué dice la guía sobre el pladeco?",), "PLADECO"),
        (("que va en las raices del arbol de problemas",), "causas"),
        (("en la encuesta cep q porcentaje cree q los inmigrantes elevan la delincuencia",), "70%"),
        (("¿a cuánta gente expulsó la justicia el 2024, o sea las judiciales?",), "410"),
        (("¿cuántos fueron expulsados por un juez el 2024?",), "410"),
    ],
)
def test_the_field_that_it_has_is_told(real_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    told = answer(real_assistant, *turns)
    assert not told.abstained
    assert said in told.text, told.text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "¿en qué mes se puso en marcha el canal de denuncias del Sistema de Integridad?",
        "canal de denuncias Sistema de Integridad: mes en que partió",
    ],
)
def test_what_is_of_the_same_month_is_told_with_its_month(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question)
    assert "noviembre de 2024" in told.text.partition("el mismo mes")[0], told.text[:400]
