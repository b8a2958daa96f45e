"""What the documents do not give, though they give what stands near: a cause, who runs it, a sort, a place, a party, a day to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "¿por qué bajaron las cartas de nacionalización entre 2023 y 2024?",  # how many there were is no cause
        "¿a qué se debió el alza de los egresos de SERMIG?",
        "quién dirige la Escuela Intercultural de Viña del Mar",
        "¿qué ministerio preside la mesa sobre expulsiones que pide el plan?",
        "plataforma de conectividad con la Bolsa Nacional de Empleo: empresa que la programa",
        "¿qué número tiene el acto que aprobó la política de salud de migrantes?",
        "cuántas de las consultas de Ayuda Migraciones fueron felicitaciones en 2024",
        "¿Qué proporción de los asistentes a los talleres de Maipú en 2024 eran apoderados?",
        "visitas al sitio web en 2024, personas de 65 años o más",
        "¿cuántas expulsiones hubo en el cuarto trimestre de 2025?",
        "¿cuándo será el próximo Bootcamp digital de Lima y Callao?",
        "hasta cuándo se postula al proyecto de inclusión digital para mujeres migrantes",
        "¿qué comuna trabaja la interculturalidad con marionetas?",
        "¿de qué campus son los estudiantes que colaboran con Hualqui?",
        "Estrategia Intégrate Tijuana, beneficiarios",
        "REX convenio SERMIG - Cruz Roja",
        "¿cuánta gente como máximo puede ir al taller de planificación?",  # "al menos dos" is no greatest number
        "cuántas personas como máximo por grupo en el taller de diagnóstico",
        "¿Cuántos empleados suman las organizaciones adheridas a Compromiso Migrante en 2024?",
        "¿qué ejemplo de vivienda para migrantes da la guía de una ciudad de Dinamarca?",
        "alguna experiencia de Bélgica con deporte",
        "¿en qué está el convenio de intercambio de información con aduanas?",
        "¿dónde queda la oficina de migrantes de Maipú?",  # its units are no address
        "¿dónde está instalado el tótem de Coquimbo?",
        "¿cómo estaba compuesta la comisión que evaluó las prácticas?",  # that there was one names nobody
        "quienes son los del jurado de las buenas practicas",
        "¿cómo fue el piloto de la guía en Valparaíso?",  # the towns where it was are named, and it is none of them
        "me negaron la visa, cuánto plazo tengo para reclamar",  # what is done with the appeals of all is no advice
        "a mi hermana le llegó una orden de expulsión, ¿ante quién apela?",
        "carta de nacionalización requisitos y dónde se pide",
        "Registro Social de Hogares sin RUT: en qué oficina pedirlo y qué llevar",
    ],
)
def test_what_stands_near_is_not_told_for_it(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert answer.abstained, answer.text[:300]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿Quién dirige INNovación Migrante en Valle del Cauca?", "Organización Internacional del Trabajo"),
        ("¿qué organismo preside el Comité Asesor Interministerial?", "Director"),
        ("de los refugiados reconocidos desde 2022, ¿cuántos son afganos?", "205"),
        ("¿Qué proporción de quienes contestaron la consulta de Apoya Mujer Migrante eran mujeres?", "97,36"),
        ("cuántas de las expulsiones de 2024 fueron judiciales", "410"),
        ("visitas web de 45 a 54 años en 2024", "231.001"),
        ("nº asistentes talleres Maipú 2024", "302"),
        ("¿en qué colegios partió la escuela intercultural de Viña?", "Aldo Francia"),
        ("¿cuándo vence la próxima medida de Salud?", "Medida 57"),
        ("que comuna trabaja con mediadores interculturales", "Quilicura"),
        ("alguna ciudad que dé un carnet propio a la gente pa que abra cuenta en el banco", "New Haven"),
        ("Estrategia Intégrate Puebla, beneficiarios", "470"),
        ("cuántas personas como mínimo guían el taller de diagnóstico", "dos"),
        ("¿cuánto dura como máximo la encuesta?", "10-15"),
        ("¿Cuántas organizaciones se adhirieron a Compromiso Migrante en 2024?", "14"),
        ("¿cuánta gente de 45 a 54 años entró al sitio de SERMIG en 2024?", "231.001"),
        (
            "In what year did the Local Solidarity Network of Macul start?",
            "Macul",
        ),  # in another language it is no other name
        ("alguna experiencia de Perú con deporte", "El balón no tiene fronteras"),
        ("plazo actualización convenio SERMIG - SERNAMEG", "31 de diciembre 2024"),
        ("en qué está el convenio de intercambio de información con servel", "SERVEL"),
        ("¿dónde quedan las mujeres en el plan?", "mujeres"),  # no place that one goes to
        ("¿quiénes son los de la mesa comunal?", "Alcalde"),
        ("¿cómo fue el piloto de la guía en Temuco?", "Temuco"),
        ("¿qué pasó con los recursos por rechazo de residencias en 2024?", "1.337"),
    ],
)
def test_what_they_do_give_is_told(real_assistant: Assistant, question: str, said: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert said in answer.text[:700], answer.text
