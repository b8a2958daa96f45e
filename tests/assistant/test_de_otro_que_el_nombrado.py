"""Whose a thing is, and which field of it is asked: the town, the country, the survey, the institution, the status that a
question names is that of what is told; the materials, the address, the error of a survey are told by their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.numbers_asked import NumbersAsked
from assistant.years_asked import counted_another_year
from corpus.synonyms import Synonyms
from tests.assistant.asking import answer

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "turns",
    [
        ("¿para qué sirve la tarjeta de identificación de la municipalidad de Detroit?",),
        ("¿en qué consiste la red de salud mental para migrantes en Colombia?",),
        ("What does Oslo's plan say about Ankara's migration strategy?",),
        ("según la encuesta Cadem, ¿qué porcentaje dice que los inmigrantes suben la delincuencia?",),
        ("soy apátrida, ¿qué autoridad resuelve mi solicitud?",),
        ("¿para cuándo es el programa formativo del Ministerio de Agricultura?",),
        ("¿quién coordina la mesa por los trabajadores temporeros?",),
        ("¿quién debiera presidir la mesa comunal de migración?",),
        ("¿qué organismo internacional financia el modelo AIP?",),
        ("¿cada cuánto debería reunirse el equipo ejecutivo?",),
        ("¿cuánto rato hay que reservar para el árbol de problemas?",),
        ("materiales necesarios para la entrevista semiestructurada",),
        ("¿cuál es la dirección en internet del aula previsional migrante?",),
        ("¿qué hashtag usó la campaña de la OIM en Ecuador?",),
        ("según el informe del FMI, ¿cuánto aportan los migrantes al PIB?",),
        ("¿qué notaría colaboró con La Reina en lo de los títulos?",),
        ("¿cuánto dura el reconocimiento del Sello Migrante?",),
        ("¿cuál es la contraseña del aula previsional migrante?",),
        ("las reconducciones bajaron en 2024. ¿A qué se atribuye esa baja?",),
        ("Los amparos bajaron en 2024. ¿Por qué fue esa caída?",),
        ("¿Con qué municipalidades se hicieron los talleres participativos de la guía?",),
        ("¿qué partido político apoya más a los migrantes?",),
        ("¿cuál es el margen de error de la encuesta nacional que cita la guía?",),
        ("qué días y en qué horario atiende la oficina de migrantes de Temuco",),
        ("¿cuántas organizaciones privadas adhirieron a Compromiso Migrante en 2025?", "¿cómo se llaman?"),
        (
            "¿qué municipalidad hizo jornadas para revalidar títulos?",
            "¿cuántas de esas personas lograron al final revalidar el título?",
        ),
    ],
)
def test_that_of_another_is_not_told_for_it(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    told = answer(real_assistant, *turns)
    assert told.abstained, told.text[:300]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿para qué sirve la tarjeta de identificación de la municipalidad de New Haven?", "cuentas bancarias"),
        ("¿qué experiencia de salud mental para migrantes hay en Ecuador?", "Pichincha"),
        ("Which years does Istanbul's migration action plan cover?", "2020-2024"),
        ("según la encuesta CEP, ¿qué porcentaje dice que los inmigrantes suben la criminalidad?", "70%"),
        ("pedí refugio, ¿qué autoridad resuelve mi solicitud?", "Subsecretario/a del Interior"),
        ("plazo del programa de interculturalidad del Ministerio de las Culturas", "31 de diciembre 2024"),
        ("¿quién debiera presidir el equipo ejecutivo?", "Presidente/a"),
        ("¿cada cuánto debería reunirse la mesa comunal de migración?", "trimestralmente"),
        ("¿cuánto rato hay que reservar para cada entrevista semiestructurada?", "20-40 minutos"),
        ("¿qué materiales hay que tener para el taller de planificación?", "papelógrafo"),
        ("¿qué hashtag usó la campaña de la OIM en Perú?", "#TuCausaEsMiCausa"),
        ("según el informe del Banco Mundial, ¿qué participación laboral tienen los extranjeros?", "80,8%"),
        ("¿qué universidad colaboró con La Reina en lo de los títulos?", "Universidad de Chile"),
        ("¿qué explicación dan para la baja de las solicitudes de transparencia?", "mejoras tecnológicas"),
        (
            "Dejó de subir el ingreso de solicitudes de transparencia. ¿Qué explicación dan para ese cambio?",
            "atribuida",
        ),
        ("¿Con qué municipalidades se realizó la implementación piloto de la guía?", "La Serena"),
    ],
)
def test_its_own_is_told(real_assistant: Assistant, question: str, said: str) -> None:
    told = answer(real_assistant, question)
    assert not told.abstained
    assert said in told.text, told.text[:400]


@pytest.mark.parametrize(
    ("line", "text", "other"),
    [
        ("¿que tasa de informalidad tienen los extranjeros?", "Un 80,8% de participación laboral.", True),
        ("¿que tasa de participacion tienen los extranjeros?", "Un 80,8% de participación laboral.", False),
        ("¿que nivel de ocupacion tuvo el albergue?", "El albergue recibió a 40 familias.", True),
    ],
)
def test_a_rate_is_of_what_it_is_asked_of(line: str, text: str, other: bool) -> None:
    assert NumbersAsked(Synonyms()).other(line, [text], lambda: [text]) is other


@pytest.mark.parametrize(
    ("line", "text", "other"),
    [
        ("cuantos casos atendio en todo el 2023", "Aumentó la atención a 1270 casos desde enero.", True),
        ("cuantos casos atendio en todo el 2023", "Atendió 1270 casos.", False),
        ("cuantos casos lleva desde enero", "Aumentó la atención a 1270 casos desde enero.", False),
        ("cuantas visitas hubo durante todo el ano 2024", "Recibe 300 visitas desde mediados de marzo.", True),
    ],
)
def test_those_since_a_month_are_not_those_of_the_year(line: str, text: str, other: bool) -> None:
    assert counted_another_year(line, [text]) is other
