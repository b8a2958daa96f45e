"""What a conversation goes on with: figures set apart, the other of two, another matter, the money that was spoken of."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.retold import of_that_sort, supposed
from assistant.understand.subject import in_place, sought_anew

PLANNED = ("¿cuántas actividades de vinculación con el medio se ejecutaron el 2024?", "¿y cuántas habían planificado?")


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        ((*PLANNED, "o sea cuántas hicieron de más"), "**611**"),
        (
            (
                "¿cuántas expulsiones administrativas hubo en 2023?",
                "¿y en 2024?",
                "¿cuántas más hubo en el segundo que en el primero?",
            ),
            "**351**",
        ),
        (("¿cuánto subieron las expulsiones entre 2022 y 2023?", "¿y entre 2023 y 2024?"), "**351**"),
        (("¿cuántas charlas a municipios hubo en 2024?", "¿cuánta gente fue en promedio a cada una?"), "**82,1**"),
        (
            (
                "¿cuántas solicitudes evaluaron las comisiones de refugio en 2024?",
                "¿qué parte de ellas recibió rechazo?",
            ),
            "**94,7%**",
        ),
        (("¿cuántos partes policiales mandó la PDI en 2024?", "¿e informes policiales?"), "**20.009**"),
    ],
)
def test_worked_out_of_what_was_told(real_assistant: Assistant, turns: tuple[str, ...], figure: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(figure)


def test_things_of_one_sentence_by_one_name(real_assistant: Assistant) -> None:
    turns = ("¿cuántos partes policiales mandó la PDI en 2024?", "¿e informes policiales?")
    assert answer(real_assistant, *turns, "en total, ¿cuántos documentos son?").text.startswith("**44.223**")


@pytest.mark.parametrize("message", ["dámelas todas por año mejor", "¿y año a año, entre 2022 y 2024?"])
def test_all_the_years_of_what_was_told(real_assistant: Assistant, message: str) -> None:
    text = answer(real_assistant, "¿cuántas reconducciones hubo en 2023?", message).text
    assert all(number in text for number in ("3.150", "6.543", "4.235"))


def test_who_was_reached_where_both_were_told(real_assistant: Assistant) -> None:
    turns = (
        "¿a cuántas personas atendió la Metropolitana en 2024?",
        "¿y cuántos operativos en terreno hubo en total?",
        "¿y cuántos de esos en Magallanes?",
    )
    assert answer(real_assistant, *turns, "¿a cuánta gente llegaron ahí?").text.startswith("**412**")


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (
            ("¿qué medidas tiene el Ministerio de Ciencias?", "la de ANID ya la conozco. La otra, ¿qué plazo tiene?"),
            (72,),
        ),
        (("¿qué dice la medida 36?", "perdón, la quería al revés: la 63. ¿quién la tiene?"), (63,)),
        (
            (
                "¿qué hay en el plan para víctimas de violencia de género?",
                "¿cuál es la del protocolo de permisos humanitarios?",
                "¿quién la hace?",
                "¿y la del decreto 177?",
            ),
            (24,),
        ),
        (("¿qué le toca a Educación?", "¿cuál es la de la matrícula?", "¿y la del reglamento para cuándo es?"), (64,)),
        (("¿qué medida del plan habla de cambio climático?", "¿y cuáles abordan la inclusión digital?"), (39, 40)),
        (
            (
                "¿hay algo en el plan sobre el subsidio de arriendo?",
                "¿y sobre que me reconozcan el título de la universidad?",
            ),
            (64,),
        ),
    ],
)
def test_the_medida_that_is_meant(real_assistant: Assistant, turns: tuple[str, ...], found: tuple[int, ...]) -> None:
    assert medidas(real_assistant, *turns) == found


def test_another_topic_after_a_field_of_a_set(real_assistant: Assistant) -> None:
    turns = ("¿qué dice el plan sobre la vivienda?", "¿qué institución está a cargo?", "¿y sobre salud?")
    assert answer(real_assistant, *turns).text.startswith("Son **7 medidas**")
    assert answer(real_assistant, *turns, "¿cuántas son?").text.startswith("Son **7 medidas**")


def test_whether_one_is_among_the_done(real_assistant: Assistant) -> None:
    first = "¿cuántas medidas del plan ya estaban listas?"
    assert "**62" in answer(real_assistant, first).text or "62 medidas" in answer(real_assistant, first).text
    assert answer(real_assistant, first, "¿y la de Fonasa está entre las listas?").abstained
    assert "Carabineros" in answer(real_assistant, first, "¿la de Carabineros está lista?").text


def test_the_money_that_was_spoken_of(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "¿qué hizo Temuco?", "¿con cuánta plata?", "¿y quién la puso?").text
    assert "Recursos propios municipales" in text[:120]
    assert answer(real_assistant, "¿qué hizo Hualqui?", "¿la plata quién la puso?", "¿y cuánta fue?").abstained


def test_a_comuna_of_which_nothing_is_told(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "¿Quilicura tiene algún programa para migrantes?", "¿y en Recoleta?").abstained


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (
            (
                "¿qué municipio hizo jornadas de títulos con la U de Chile?",
                "¿y alguno trabaja con alumnos de otra universidad?",
            ),
            "Hualqui",
        ),
        (("¿qué comuna hizo una encuesta a migrantes?", "¿de qué comuna me dijiste?"), "Quilicura"),
        (
            (
                "¿qué hizo Temuco?",
                "¿y los talleres contra la discriminación eran de quién?",
                "¿y alguien armó una escuela intercultural?",
            ),
            "Viña del Mar",
        ),
    ],
)
def test_the_practice_that_is_meant(real_assistant: Assistant, turns: tuple[str, ...], place: str) -> None:
    assert place in answer(real_assistant, *turns).text[:200]


def test_what_the_sentence_told_does_not_say_of_one(real_assistant: Assistant) -> None:
    first = "¿en qué municipios se probó la guía antes de publicarla?"
    assert answer(real_assistant, first, "¿y cuál de los tres terminó primero su política?").abstained


def test_what_is_done_in_the_stage_told(real_assistant: Assistant) -> None:
    turns = ("¿cuáles son las etapas de la guía?", "¿y la segunda?", "¿y qué se hace ahí?")
    assert answer(real_assistant, *turns).text.startswith("**Etapa 2")


def test_one_like_it_of_a_place_that_is_named(real_assistant: Assistant) -> None:
    first = "la guía habla de cursos de español para haitianos, ¿cuál era?"
    assert "Vivir en Italia" in answer(real_assistant, first, "¿y de Italia trae algún ejemplo parecido?").text[:60]
    turns = ("¿qué hizo Los Andes con los colegios?", "¿y en Viña del Mar hay algo parecido?")
    assert "Viña del Mar" in answer(real_assistant, *turns).text[:150]


def test_the_sentence_of_the_thing_that_is_named(real_assistant: Assistant) -> None:
    turns = ("En la guía se habla de políticas municipales explícitas. ¿Qué son?", "¿Y las implícitas?")
    assert "no estén dirigidas específicamente" in answer(real_assistant, *turns).text[:130]


def test_forms_of_going_on() -> None:
    same = of_that_sort("¿y con la de Talca?", "¿quién trabajó con la U de Chile?")
    assert same == "¿quién trabajó con la Universidad de Talca?"
    assert supposed("¿Y si mejor usamos una encuesta, cuántas preguntas lleva?") == (
        "¿cuantas preguntas lleva una encuesta?",
        "una encuesta",
    )
    assert supposed("¿y si no hay plata, quién paga?") is None
    assert in_place("¿Y tuvo esa comuna otro programa de salud?", "Macul") == "tuvo Macul otro programa de salud?"
    assert in_place("¿cuánta gente vive en esa comuna?", "Macul") is None
    assert sought_anew("¿y alguien ofrece clases?", "¿qué comunas hicieron ferias?") == "¿qué comuna ofrece clases?"
