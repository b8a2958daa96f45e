"""The thing is told, and what is asked of it is not: why it was so, which of two had more, what somebody said, when it was done,
who is behind it, what its row has no word of; nor how one's own request goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.asking import answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "turns",
    [
        ("¿por qué el Consejo Interministerial de Política Migratoria sesionó solo dos veces en 2024?",),
        ("¿por qué hubo tan pocas expulsiones administrativas en 2022?",),
        ("¿quiénes asistieron más a las jornadas de La Reina, hombres o mujeres?",),
        ("¿qué organización sacó más votos en la elección del COSOC 2025-2027?",),
        ("¿qué respondió la Secretaría de Gobierno Digital a la consulta por la firma electrónica?",),
        ("¿qué dijeron los apoderados de los talleres de Maipú?",),
        ("¿cuánto va a subir el número de cartas de nacionalización en 2025?",),
        ("¿qué ministros faltaron a las sesiones del Consejo de Política Migratoria?",),
        ("si el alcalde se opone a la política de migración, ¿qué procede?",),
        ("¿qué pasa si el Ministerio del Deporte no cumple la medida 2?",),
        ("¿cuándo se reunió por última vez la mesa de la medida 38?",),
        ("medida 47: resultados del diagnóstico",),
        ("medida 65: defensores contratados",),
        ("medida 41: nómina de becarios",),
        ("¿qué acuerdos tomó la mesa de la medida 2?",),
        ("¿quién encabeza el equipo que resuelve las residencias de reciprocidad Mercosur?",),
        ("¿cómo se llama la psicóloga que dicta el módulo de salud mental de Concepción?",),
        ("jornadas de La Reina: horario y dirección",),
        ("¿en qué plazo está el estudio de los trabajadores afiliados a la Caja Los Andes?",),
        ("pedí la nacionalidad en 2022 y no me responden, ¿cuándo sale?",),
        ("presenté mi recurso hace dos meses, ¿en qué va?",),
        ("¿cuántas personas se capacitaron en los talleres sobre trata de 2024?", "¿y en qué ciudades fueron?"),
        ("cuantas medidas del plan estaban en desarrollo en marzo de 2025",),
        ("¿quién les da el certificado a los mediadores interculturales de Recoleta?",),
        ("¿con qué se financia la red solidaria de Pudahuel?",),
        ("¿cuántos NNA han hecho ingreso condicionado por paso aéreo desde que existe el protocolo?",),
        ("OGUC: artículos que se modifican según el plan",),
    ],
)
def test_what_is_asked_of_it_is_not_told(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    told = answer(real_assistant, *turns)
    assert told.abstained, told.text[:300]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("¿por qué se conformó un equipo para las residencias Mercosur?",), "reducir tiempos"),
        (("¿quién lidera el proceso de re-testing de ciberseguridad?",), "Comité de Seguridad"),
        (("¿cuándo se firmaron los tres acuerdos con Bolivia de la medida 73?",), "20 de diciembre de 2024"),
        (
            ("¿para cuándo comprometieron el diagnóstico de los afiliados al Instituto de Seguridad Laboral?",),
            "30 de junio 2025",
        ),
        (("¿en qué va el convenio con Carabineros?",), "fase final"),
        (("¿qué indicador tiene la medida 38?",), "Mesa"),
        (("¿con qué se financia la red solidaria de macul?",), "Donaciones"),
        (("soy de la muni de Recoleta, ¿qué práctica hay sobre niñez en Los Andes?",), "Los Andes"),
        (("cuántas medidas del plan estaban en desarrollo en agosto de 2024",), "24"),
        (
            (
                "¿cuántas solicitudes de residencia definitiva se rechazaron?",
                "¿y cuántos recursos por rechazo hubo en 2024?",
            ),
            "1.337",
        ),
    ],
)
def test_what_is_told_of_it_is_said(real_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    told = answer(real_assistant, *turns)
    assert said in told.text, told.text[:300]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("qué región tuvo menos gente por operativo el 2024", "Aysén"),
        ("¿qué le faltó a Los Andes para hacer mejor el estudio?", "investigadores"),
        ("medidas del eje 7 que vencen antes de septiembre de 2024", "3 medidas"),
        ("¿Por qué el plazo de la medida 12 es el 31 de noviembre?", "no existe"),
    ],
)
def test_what_is_told_in_its_own_way_is_not_missed(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text


@pytest.mark.parametrize(
    "question",
    [
        "mi solicitud lleva meses en trámite, ¿en qué estado va? mi rut es 11.111.111-1",
        "¿cómo va mi residencia? la pedí en marzo",
    ],
)
def test_no_other_reading_leaves_out_whose_request_it_is(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained
