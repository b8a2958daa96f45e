"""What a question names exactly: the article of a law, whom somebody leads, a career, a year, a sort; and what goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.asking import answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "turns",
    [
        ("¿Qué establece el artículo 7 de la Ley 20.609, la de las capacitaciones de la medida 43?",),
        ("¿Qué dice el art. 12 de la ley de refugio?",),
        ("¿Quién firma la guía por la OIM?", "¿Y quién dirige ACNUR en Chile?"),
        ("¿quién está a cargo de UNICEF en el país?",),
        ("¿Qué municipio trabajó con estudiantes de psicología para atender a los migrantes?",),
        ("Maipú, programa en colegios: asistentes a talleres 2025",),
        ("Mexicali y Puebla, personas beneficiadas 2023-2024",),
        ("¿qué tasas de participación laboral tienen las mujeres extranjeras según el Banco Mundial?",),
        ("¿con qué programa se puede analizar lo que sale de las entrevistas?",),
        ("¿a qué empresa le ha ido mejor en el ICME?",),
        ("¿qué viático se les paga a quienes van a los talleres de la guía?",),
        ("¿pa cuándo es el empadronamiento de los irregulares?", "y cuanta jente empadronaron al final"),
        ("¿cuál es el indicador de la medida 74?", "¿y en cuánto va ese porcentaje?"),
        ("¿cuántos módulos tiene el curso de Concepción?", "¿y el último quién lo imparte?"),
        ("¿quién preside el COSOC?", "¿me pasas su teléfono?"),
        ("¿cuándo se formó la Unidad de Género de SERMIG?",),
    ],
)
def test_what_stands_near_is_not_told_for_it(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    told = answer(real_assistant, *turns)
    assert told.abstained, told.text[:300]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("¿cuánta gente contestó la consulta de Apoya Mujer Migrante?",), "1.210"),
        (("¿cuántas mujeres contestaron la consulta de Apoya Mujer Migrante?",), "1.178"),
        (("¿cuándo se creó el Comité Asesor Interministerial?",), "mayo de 2024"),
        (("¿en qué fecha se estableció el comité asesor interministerial?",), "mayo de 2024"),
        (("¿Quién firma la guía por la OIM?",), "CUSTODIO"),
        (("Mexicali y Puebla, personas beneficiadas 2020-2022",), "470"),
        (("Maipú, programa en colegios: asistentes a talleres 2024",), "302"),
        (("Somos una comuna chica y vamos partiendo, ¿cuál es la cuarta etapa según la guía?",), "Etapa 4"),
        (("¿qué etapas tiene la guía?", "¿y la última?"), "Etapa 5"),
        (("q le toca al senapred en el plan", "i pa cuando"), "31 de diciembre 2024"),
        (("¿con qué comunas probaron la guía?", "¿y la del norte?"), "La Serena"),
        (("¿con qué comunas probaron la guía?", "gracias", "¿y cuál era la del sur?"), "Temuco"),
        (("¿qué es la etapa de admisibilidad del refugio?", "¿con qué ley partió?"), "21.655"),
        (("¿quién preside el Comité Asesor Interministerial?", "¿mediante qué decreto se creó?"), "78"),
        (("¿cuántas mujeres contrataron con el convenio del GORE?", "¿por cuánto tiempo?"), "12 meses"),
        (
            ("¿cuánta gente respondió la consulta de Apoya Mujer Migrante?", "¿y cuántas eran mujeres?", "¿y el diálogo fue presencial?"),
            "híbrido",
        ),
        (("¿de qué país son más los refugiados reconocidos entre 2022 y 2025?", "¿y los de Venezuela cuántos son?"), "80"),
    ],
)  # fmt: skip
def test_what_is_named_is_told(real_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    told = answer(real_assistant, *turns)
    assert not told.abstained
    assert said in told.text, told.text[:400]
