"""What is there under other words or in another table is told; what only stands near is not told of it."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.apposition import named_plainly


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        # One table has the last years of the very series that another has of all.
        (("¿Cuántas expulsiones administrativas se materializaron en 2019?",), "**577**"),
        (("expulsiones administrativas materializadas 2022",), "**31**"),
        # A sentence near states the number that the table has.
        (("¿A cuántas personas reconoció Chile como refugiadas en 2024?",), "**105**"),
        # The people of one country, in the sentence that counts them under the heading that is asked of.
        (("¿a cuántos afganos les dieron refugio?",), "**205**"),
        (("¿a cuántos ucranianos les dieron refugio?",), "**66**"),
        (("¿a cuántos venezolanos les han dado refugio acá en Chile desde el 2022?",), "**80**"),
        # A sum is not carried on to what is paid for it.
        (("¿cuántas expulsiones se concretaron en 2024 en total?", "¿y eso cuánta plata costó?"), "3.692.523.523"),
        # An election is not won as an appeal is.
        (("¿quién ganó la presidencia del COSOC?",), "Michel-Angel Joseph"),
    ],
)
def test_a_figure_under_other_words_is_told(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:300]


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas expulsiones judiciales se materializaron en 2019?",
        "¿cuántos afganos pidieron refugio?",
        "¿a cuántos afganos les dieron refugio en 2023?",
        "¿Cuántas visitas recibió el Portal de Trámites Digitales desde Haití en 2024?",
        "¿Cuántas visitas tuvo el sitio web desde Colombia?",
        "¿cuántos estudiantes con IPE hay matriculados hoy en los colegios?",
        "¿quién hizo las clases en lo de formar líderes de Concepción?",
        "¿quiénes dieron los talleres del programa de Concepción?",
        "¿a cuántas personas como mínimo tengo que entrevistar para el diagnóstico según la guía?",
        "¿a cuántos vecinos debo encuestar para el diagnóstico?",
        "¿cuánto dura el taller para aprender a cocinar?",
        "¿cuántas horas dura el taller para ser mediador social intercultural?",
        "¿cuál fue la nacionalidad con más personas en la encuesta de Quilicura?",
        "¿de qué países eran los participantes de la estrategia Intégrate?",
        "¿en qué establecimientos educacionales hizo Maipú los talleres?",
        "¿de qué color son los computadores que compró SERMIG?",
        "protocolo de atención Coquimbo, nombre alcalde",
        "¿qué empresas contratan por el convenio con InvestChile?",
        "¿quiénes integraban la comisión que evaluó las buenas prácticas del 2do Encuentro?",
        "denuncias recibidas canal integridad 2024",
        "¿cuántas denuncias recibió el canal de integridad en 2024?",
        "solicitudes recibidas portal de mascotas 2024",
        "medida complejos fronterizos, monto de la inversión",
    ],
)
def test_what_only_stands_near_is_not_told_of_it(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "¿cómo va la medida 64?",
        "¿En qué está hoy la medida 64, ya salió el reglamento o sigue en Contraloría?",
        "¿qué día salió publicado en el Diario Oficial el reglamento para revalidar títulos extranjeros?",
        "¿cuándo se firmó el convenio con InvestChile?",
        "¿cuándo se firmó el convenio SERMIG - ANID?",
    ],
)
def test_a_related_fact_or_a_deadline_tells_not_how_a_medida_went_on(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question)
    assert told.abstained
    assert len(told.medidas) == 1


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿para cuándo quedó comprometido el piloto de la Ruta de la Empleabilidad?", "31 de diciembre 2025"),
        ("¿cuándo se publicó la resolución de la medida 34?", "noviembre"),
    ],
)
def test_when_a_medida_is_due_or_was_done_is_told(real_assistant: Assistant, question: str, says: str) -> None:
    told = answer(real_assistant, question)
    assert says in told.text
    assert not told.abstained


@pytest.mark.parametrize(
    ("question", "medidas"),
    [
        ("¿y el ministerio de las micros, el de Transportes, tiene alguna medida en esto?", (39, 40)),
        ("¿el ministerio de las canchas, el del Deporte, qué medidas tiene?", (2,)),
        ("complejos fronterizos: medida e indicador", (35,)),
        ("trata de personas: medida, plazo", (32,)),
        ("¿Qué instituciones figuran como responsables del convenio SERMIG - InvestChile en el plan?", (10,)),
    ],
)
def test_a_thing_goes_by_its_name(real_assistant: Assistant, question: str, medidas: tuple[int, ...]) -> None:
    assert answer(real_assistant, question).medidas == medidas


@pytest.mark.parametrize(
    ("question", "medidas"),
    [
        ("ahora, ¿cuál es el plazo de la medida 12?", (12,)),
        ("estudié enfermería en Caracas, ¿hay una medida para que se reconozcan los títulos de la universidad?", (64,)),
        ("los de las casas o sea vivienda, ¿tienen medidas?", (48, 49, 50, 51, 52, 53)),
        # Fields that are the name of one eje, and such that are not.
        ("cuantas medidas hay de seguridá y fronteras en el plan", (35, 36, 37)),
        ("medidas de fronteras y crimen organizado", (35, 36, 37)),
        ("¿cuántas medidas son de Salud o de Educación?", tuple(range(54, 65))),
        ("¿cuántas medidas son de Vivienda o de Salud?", tuple(range(48, 61))),
    ],
)
def test_whose_medidas_are_asked_for(real_assistant: Assistant, question: str, medidas: tuple[int, ...]) -> None:
    assert answer(real_assistant, question).medidas == medidas


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿cuántas personas pidieron refugio el 2023?", "3.611"),
        ("¿qué porcentaje del presupuesto se ejecutó?", "99,96"),
        ("sueldos como % del presupuesto final 2024", "**59,7%**"),
        ("¿qué % del presupuesto final 2024 son remuneraciones?", "**59,7%**"),
        ("De las salidas a terreno, ¿cuántas estaban programadas para 2024 y cuántas se concretaron?", "26"),
        ("¿cuántas expulsiones no fueron administrativas en 2024?", "**410**"),
    ],
)
def test_a_number_is_of_the_thing_that_is_asked_of(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text[:200]


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas personas no fueron reconocidas como refugiadas en 2024?",
        "¿cuántas municipalidades no tienen el sello?",
        "¿qué porcentaje de las solicitudes de transparencia no se respondió?",
        "¿cómo se llama la persona encargada de la medida 3?",
        "¿qué % del presupuesto ley 2024 se gastó en arriendos?",
        "¿qué porcentaje del presupuesto 2023 fue remuneraciones?",
    ],
)
def test_those_of_whom_it_is_so_are_not_told_of_the_others(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("la cartera de los colegios, la de Educación, ¿qué hace?", "la cartera de Educación ¿qué hace?"),
        ("la comuna del puerto, o sea, la de Valparaíso, ¿qué hace?", "la comuna de Valparaíso ¿qué hace?"),
        ("el curso de la muni, el de español, ¿dónde es?", "el curso de la muni, el de español, ¿dónde es?"),
        ("Quiero mesas como las de Lo Espejo, ¿quiénes van?", "Quiero mesas de Lo Espejo, ¿quiénes van?"),
        ("una escuela como la de Viña del Mar, ¿dónde se hizo?", "una escuela de Viña del Mar, ¿dónde se hizo?"),
        ("Quiero mesas como las de Lo Espejo, ¿qué otra hay?", "Quiero mesas como las de Lo Espejo, ¿qué otra hay?"),
    ],
)
def test_a_body_described_and_named_goes_by_its_name(message: str, plain: str) -> None:
    assert named_plainly(message) == plain


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿de qué nacionalidades son los refugiados reconocidos?", "Afganistán"),
        ("¿cuánto duran los talleres de la guía?", "180 minutos"),
        ("¿quiénes son los integrantes del COSOC?", "43 organizaciones"),
        ("expulsiones ejecutadas 2024", "**1.100**"),
        ("práctica que marca una sola línea del Sello", "Macul"),
        ("¿qué promedio de asistencia tuvieron las y los integrantes del COSOC a sus sesiones?", "**88%**"),
        ("solicitudes de transparencia respondidas 2024", "24.134"),
    ],
)
def test_what_is_of_the_sort_that_is_asked_for_is_told(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text


def test_how_many_there_will_be_is_asked_of_what_was_counted(real_assistant: Assistant) -> None:
    told = answer(real_assistant, "¿cuántas expulsiones hubo el 2024?", "¿y cuántas van a haber el 2027?")
    assert told.abstained
    assert not told.medidas
    assert answer(real_assistant, "¿cuántas van a vencer el 2026?").medidas == (66, 67)


@pytest.mark.parametrize("question", ["¿quién coordina el plan nacional?", "¿quién hizo el plan de acción?"])
def test_of_the_plan_itself_none_of_its_medidas_tells(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).medidas in ((), (76,))  # that on the committee stands near
    assert 54 in answer(real_assistant, "¿quién está a cargo del plan de acción de la política de salud?").medidas


@pytest.mark.parametrize(
    "question", ["¿qué medidas ya deberían estar listas?", "¿qué medidas deberían haberse cumplido?"]
)
def test_what_by_now_is_to_be_done_is_past_its_deadline(real_assistant: Assistant, question: str) -> None:
    told = answer(real_assistant, question)
    assert "vencidas" in told.understood
    assert len(told.medidas) > len(answer(real_assistant, "¿qué medidas vencen en 2024?").medidas)


def test_how_often_adds_nothing_up(real_assistant: Assistant) -> None:
    turns = ("¿a quiénes se invita a la mesa comunal de migración?", "¿y cada cuánto se juntaría?")
    assert "trimestral" in answer(real_assistant, *turns).text
