"""How a message goes on: by what it opens with, back to an earlier one, to the other of two, to another field or figure."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.openings import Openings

SPENT = ("¿cuántas expulsiones se materializaron en total el 2024?", "¿y cuánta plata se gastó en eso?")


@pytest.mark.parametrize("message", ["o sea, ¿cuánto salió cada una en promedio?", "¿y cuánto costó cada una?"])
def test_money_told_in_a_sentence_is_divided_by_what_was_counted(real_assistant: Assistant, message: str) -> None:
    assert answer(real_assistant, *SPENT, message).text.startswith("**$3.356.839,6** en promedio")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("¿cuántos recursos de protección hubo en la RM el 2024?", "¿y de amparo?", "o sea cuánto suman los dos"),
            "**6.968**",
        ),
        (("¿cuántas nacionalizaciones hubo en 2023?", "es decir, ¿cuántas más que en 2022?"), "**1.024**"),
        (("¿cuántas charlas se hicieron a municipios el 2024?", "ah, ¿y el 2025?"), "**0** charlas"),
    ],
)
def test_an_opening_that_says_nothing_is_left_out(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("entonces, ¿cuál vence antes?", "¿y cuál vence antes?"),
        ("pero o sea, ¿y cuánto suman?", "¿y cuánto suman?"),
        ("o sea que eran menos", "o sea que eran menos"),
        ("¿cuántas son?", "¿cuántas son?"),
    ],
)
def test_what_only_ties_a_question_is_one_word(real_assistant: Assistant, message: str, read: str) -> None:
    openings: Openings = real_assistant.parts.reader.openings
    assert openings.tied(message) == read


def test_a_long_question_that_opens_so_may_name_its_own_matter(real_assistant: Assistant) -> None:
    turns = (
        "¿cuánto se recaudó por multas a aerolíneas en 2024?",
        "ok. ahora, ¿cuántas personas fueron a las jornadas de capacitación de formación integral en 2024?",
    )
    assert answer(real_assistant, *turns).text.startswith("**2.806**")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿cuánto recaudó sermig por multas en 2024?",
                "¿y cuántas expulsiones judiciales hubo ese año?",
                "¿y administrativas?",
                "volviendo a las multas, ¿cuánto fue de las aerolíneas?",
            ),
            "$549.300.934",
        ),
        (
            (
                "¿cuánto se gastó en expulsiones en 2024?",
                "¿y cuántas visitas tuvo el portal de trámites ese año?",
                "volviendo a las expulsiones, ¿cuántas fueron judiciales?",
            ),
            "**410**",
        ),
    ],
)
def test_back_to_what_an_earlier_message_names(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text[:200]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántas personas fueron reconocidas como refugiadas en 2023?", ("162", "105")),
        ("¿cuántas reconducciones hubo en 2023?", ("3.150", "4.235")),
    ],
)
def test_a_formal_bidding_names_no_figure(real_assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = answer(real_assistant, question, "Entregue la serie anual, por favor.").text
    assert all(value in text for value in told)


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (
            (
                "¿Qué medidas tiene a su cargo el Observatorio de Participación Ciudadana y No Discriminación?",
                "¿Cuál de las dos es la de los espacios de conversación?",
                "¿Y cuál es el indicador de la otra?",
            ),
            43,
        ),
        (("¿qué medidas tiene transportes?", "explícame la segunda", "¿y para cuándo es la otra?"), 39),
        (
            (
                "¿qué plazo tiene la medida que actualiza la política de estudiantes extranjeros?",
                "no, me refería a la de la política de salud",
            ),
            54,
        ),
        (
            (
                "¿quién está a cargo de la medida de la bolsa nacional de empleo?",
                "perdón, quise decir la del subsidio de arriendo",
            ),
            51,
        ),
        (("que dice la medida 92", "ah, y cual es la ultima entonces?"), 86),
        (("plazo de la medida 120", "¿cuál es la primera, entonces?"), 1),
    ],
)
def test_the_medida_that_is_meant(real_assistant: Assistant, turns: tuple[str, ...], number: int) -> None:
    assert medidas(real_assistant, *turns) == (number,)


def test_another_medida_is_asked_for_the_same_field(real_assistant: Assistant) -> None:
    asked = "¿qué plazo tiene la medida que actualiza la política de estudiantes extranjeros?"
    for message in ("¿y la de la política de salud?", "no, me refería a la de la política de salud"):
        assert answer(real_assistant, asked, message).text.startswith("La medida 54 tiene como plazo")


@pytest.mark.parametrize(
    ("turns", "many"),
    [
        (("¿cuántas medidas tiene Vivienda?", "¿y Educación?", "¿cuántas son entre los dos ministerios?"), 10),
        (("¿cuántas medidas tiene el eje 3?", "¿y el 4?", "¿cuántas suman los dos ejes?"), 21),
        (
            ("¿cuántas medidas tiene Vivienda?", "¿y Educación?", "¿y Salud?", "¿cuántas tienen los tres juntos?"),
            17,
        ),
        (
            ("¿cuántas medidas tiene Vivienda?", "¿y Educación?", "¿y Salud?", "¿cuántas son entre los dos?"),
            11,
        ),
        (("plazo de la medida 120", "entonces, ¿cuántas hay?"), 86),
    ],
)
def test_how_many_together(real_assistant: Assistant, turns: tuple[str, ...], many: int) -> None:
    assert f"**{many} medidas**" in answer(real_assistant, *turns).text[:200]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("hay alguna practica con la universidad de concepcion?", "en que meses de 2024 se hizo?"),
            "Hualqui",
        ),
        (("hay alguna práctica con la Corporación El Arca?", "en qué fechas se hizo?"), "10 de julio 2018"),
        (("¿quién reparte lo que junta la Red Solidaria de Macul?", "¿y desde cuándo está andando?"), "2018"),
        (("¿qué hizo Maipú en los colegios?", "¿y desde cuándo está en marcha?"), "inició en 2023"),
    ],
)
def test_a_time_is_asked_of_the_practice_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text[:300]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("sin contar los operativos, ¿qué dirección regional atendió a más gente el 2024?", "¿y la segunda?"),
            "**Valparaíso**, con **11.800**",
        ),
        (
            ("¿qué región hizo más operativos en terreno en 2024?", "¿y la que le sigue?", "¿y después?"),
            "**Atacama**, con **56**",
        ),
        (("¿qué región hizo menos operativos en terreno en 2024?", "¿y la segunda?"), "**Ñuble y Los Ríos**"),
        (("¿qué región hizo más operativos en terreno en 2024?", "¿y la última?"), "**Coquimbo**, con **14**"),
        (("¿en qué año hubo más expulsiones administrativas?", "¿y el segundo año?"), "**2019**, con **577**"),
    ],
)
def test_another_place_of_an_order(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿cuántas cartas de nacionalización hubo en 2023?", "¿y reconducciones?"), "**6.543** reconducciones"),
        (("¿cuántas reconducciones hubo en 2023?", "¿y expulsiones?"), "**339** expulsiones"),
        (("¿cuántas reconducciones hubo en 2023?", "¿y las cartas de nacionalización?"), "**3.075** cartas"),
    ],
)
def test_another_thing_is_not_told_by_the_same_figure(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


def test_of_two_told_together_one_was_told_again(real_assistant: Assistant) -> None:
    turns = ("actividades de participación ciudadana regionales 2024", "y participantes", "promedio por actividad?")
    assert answer(real_assistant, *turns).text.startswith("**26,6** participantes en promedio")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "qué comuna tiene un protocolo para atender migrantes en la muni?",
                "¿con qué decreto lo aprobaron?",
            ),
            "Decreto Alcaldicio N°3.737",
        ),
        (("¿qué hizo La Reina con los títulos?", "¿con qué plata lo pagaron?"), "Forma de financiamiento"),
        (
            (
                "¿En qué consistió el programa de mediadores sociales interculturales de Quilicura?",
                "¿En qué año se inició?",
                "¿Y el de asistencia para inmigrantes vulnerables?",
            ),
            "Año de inicio: 2014",
        ),
        (("¿qué hizo Temuco?", "¿cuándo partió?", "¿y la de La Reina?"), "3 de agosto 2023"),
    ],
)
def test_a_field_of_the_practice_told_or_of_another(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert told in answer(real_assistant, *turns).text[:400]
