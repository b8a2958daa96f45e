"""Questions about the figures of the real account: the value, its period and place, the computation, what is not there."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from figure_questions import LEAD, ask

from assistant.values import Status

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

CELLS = {
    ("residencias definitivas resueltas en 2023",): ["**133.426**", "en 2023"],
    ("visas temporarias pedidas el 2022",): ["**160.605**"],
    ("RD ingresadas ene-mar 2025",): ["**19.219**", "hasta marzo de 2025"],
    ("personas atendidas Coquimbo 2024", "¿y en Ñuble?"): ["**4.718**", "Ñuble"],
    ("personas atendidas, región de valparaíso, primer trimestre 2025 (no los operativos)",): ["**5.113**"],
    ("residencias definitivas resueltas en 2024", "¿y temporales?"): ["**168.952**"],
    ("otros recursos fuera de la RM 2024",): ["**175**"],
    ("recursos de protección en Santiago 2024",): ["**5.674**"],
    ("residencias temporales 2024",): ["**208.952**", "**168.952**"],
    ("cuánto se gastó en expulsiones hasta mayo de 2025",): ["**$991.141.730**", "hasta mayo de 2025"],
    ("total de amparos presentados",): ["**2.593**", "entre 2022 y 2025"],
}


@pytest.mark.parametrize("turns", CELLS)
def test_the_cell_asked_for_comes_first(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    answer = ask(real_assistant, *turns)
    assert answer.status is Status.ANSWERED
    for text in CELLS[turns]:
        assert text in answer.text[:LEAD]
    assert answer.figures[0].spans
    assert answer.citations


COMPUTED = {
    "diferencia entre residencias temporales solicitadas y resueltas en 2024": ("40.000", ["208.952", "168.952"]),
    "¿en qué porcentaje subieron las expulsiones administrativas entre 2023 y 2024?": ("103,5%", ["339", "690"]),
    "¿cuántas atenciones por operativo hubo en Niñez Migrante en 2024?": ("19,7", ["4.917", "250"]),
    "promedio anual de cartas de nacionalización otorgadas entre 2021 y 2024": ("2.579,3", ["2.984", "2.207"]),
    "¿qué porcentaje de los recursos interpuestos en la RM en 2024 fueron de protección?": ("80,1%", ["5.674"]),
    "¿cuántas veces más rechazos que reconocimientos de refugio hubo en 2024?": ("10,7 veces", ["1.119", "105"]),
    "suma de residencias definitivas resueltas 2022-2024": ("427.382", ["96.827", "133.426", "197.129"]),
    "¿cuánta plata se gastó por expulsión en 2024?": ("$3.356.839,6", ["$3.692.523.523", "1.100"]),
    "diferencia entre presupuesto ley y presupuesto final 2024": ("M$2.320.009", ["M$24.111.333", "M$21.791.324"]),
    "¿qué parte de los ingresos del primer trimestre de 2025 son multas?": ("41,2%", ["$4.210.506.657"]),
    "¿cuántas solicitudes por comisión de refugio en el primer trimestre de 2025?": ("92", ["276", "3"]),
}


@pytest.mark.parametrize("question", COMPUTED)
def test_a_computation_shows_its_operands(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    outcome, operands = COMPUTED[question]
    assert f"**{outcome}" in answer.text[:LEAD]
    assert all(operand in answer.text[:LEAD] for operand in operands)
    computed = [figure for figure in answer.figures if figure.computed]
    assert computed
    assert len(computed[0].operands) >= 2


RANKED = {
    "¿qué región atendió a más personas en 2024?": ["**Metropolitana**", "16.400", "Valparaíso (11.800)"],
    "¿cuál fue la región con menos atenciones presenciales en 2024?": ["**Aysén**", "1.114"],
    "¿en qué año se rechazaron más solicitudes de refugio?": ["**2021**", "3.083"],
    "¿cuántas regiones atendieron a más de 8.000 personas en 2024?": ["**4** de 16", "Tarapacá (9.345)"],
    "¿qué lugar ocupa Biobío en personas atendidas en 2024?": ["lugar **5** de 16", "7.520"],
}


@pytest.mark.parametrize("question", RANKED)
def test_rows_are_ranked(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.text[:LEAD] for text in RANKED[question])


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("¿hubo mil cien expulsiones en 2024?", ["**1.100** expulsiones"]),
        ("compara las expulsiones de 2024 con las de 2025", ["**1.100** expulsiones en 2024", "**438**"]),
        (
            "¿cuántas expulsiones dictadas por tribunales se concretaron en 2024 y cuántas van en 2025?",
            ["**410**", "**117**"],
        ),
        ("¿cuántas expulsiones decretó la justicia y se ejecutaron en 2024?", ["**410**"]),
    ],
)
def test_the_same_is_asked_in_other_words(real_assistant: Assistant, question: str, figures: list[str]) -> None:
    text = real_assistant.ask(question).answer.text
    assert all(figure in text for figure in figures)


def test_a_series_is_a_table_with_every_period_asked_for(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "archivos de solicitudes de refugio por año entre 2019 y 2022")
    rows = [line.split(" | ")[:2] for line in answer.text.splitlines() if line.startswith("| 20")]
    assert rows == [["| 2019", "3.665"], ["| 2020", "752"], ["| 2021", "717"], ["| 2022", "1.022"]]


def test_places_are_told_as_a_ranked_table_with_the_declared_total(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "operativos en terreno por región en 2024").text
    assert "| 1. Valparaíso | 76" in text
    assert "| Total | 567" in text


def test_a_part_of_a_year_is_not_told_as_the_year(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "cuántas reconducciones hubo en 2025")
    assert "hasta mayo de 2025" in answer.text[:LEAD]
    assert "2025 no es el año completo" in answer.text


def test_a_year_without_a_cut_in_its_table_says_so(real_assistant: Assistant) -> None:
    assert "no dice hasta qué mes de 2025" in ask(real_assistant, "jornadas de Apoya Mujer Migrante en 2025").text


def test_a_whole_year_is_not_compared_with_a_part_of_one(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿cuánto bajaron las expulsiones administrativas entre 2024 y 2025?")
    assert "No se pueden comparar" in answer.text
    assert "**690**" in answer.text
    assert not any(figure.computed for figure in answer.figures)


def test_a_total_and_the_sum_of_its_rows_are_both_told(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿cuánto suman las filas de operativos de 2024 de la tabla 13?")
    assert "**567**" in answer.text
    assert "**585**" in answer.text


def test_a_contradiction_of_the_sources_is_told_with_the_figure(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "cuántos operativos en terreno se hicieron en total en 2024")
    assert "567" in answer.text
    assert "585" in answer.text


def test_a_label_that_only_comes_near_is_told_as_such(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "visas definitivas entregadas 2022")
    assert "**96.827**" in answer.text[:LEAD]
    assert "no dice «entregadas»" in answer.text


ABSENT = {
    "cuántas expulsiones administrativas hubo en 2016": ["2018", "no está en los documentos"],
    "cuántas personas atendieron en Calama en 2024": ["Calama"],
    "expulsiones por nacionalidad 2024": ["no se desglosa por nacionalidad", "1.100"],
    "detalle las expulsiones administrativas de 2024 según la nacionalidad de los expulsados": [
        "no se desglosa por nacionalidad"
    ],
    "recursos de amparo de 2024 según la edad de los recurrentes": ["no se desglosa por edad"],
    "¿cuántas solicitudes de refugio se formalizaron en el segundo semestre de 2024?": ["segundo semestre de 2024"],
    "jornadas de Apoya Mujer Migrante en Aysén 2024": ["Aysén"],
    "recursos de protección que se interpusieron en 2023": ["2023"],
}


@pytest.mark.parametrize("question", ABSENT)
def test_a_figure_that_is_not_there_is_said_to_be_absent(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert answer.abstained
    for text in ABSENT[question]:
        assert text.lower() in answer.text.lower()


NOT_FIGURES = [
    "¿Qué es el Sello Migrante?",
    "¿quién preside el Comité Asesor Interministerial?",
    "desafíos 2025 de género",
    "¿cómo funciona la reserva de horas?",
    "¿en qué consiste la práctica de Maipú?",
]


@pytest.mark.parametrize("question", NOT_FIGURES)
def test_other_questions_are_left_to_the_text(real_assistant: Assistant, question: str) -> None:
    assert not ask(real_assistant, question).figures


def test_the_minutes_of_a_workshop_are_added_up(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿cuánto dura en total el taller de diagnóstico?")
    assert "**90 minutos** (1 hora y 30 minutos)" in answer.text[:LEAD]
    assert answer.figures[0].value == Decimal(90)


def test_only_the_parts_of_a_workshop_that_are_named_count(real_assistant: Assistant) -> None:
    assert "**20 minutos**" in ask(real_assistant, "minutos de los plenarios del taller de diagnóstico").text[:LEAD]


STATED = {
    "¿cuántos minutos hay que calcular para cada entrevista del diagnóstico?": "**20-40 minutos**",
    "¿cuánto debería demorar una persona en contestar la encuesta?": "**10-15 minutos**",
    "si hago 6 entrevistas, ¿cuánto rato es en total?": "**240 minutos** (4 horas)",
    "si aplicamos 30 encuestas, ¿cuánto tiempo es como máximo?": "**450 minutos** (7 horas y 30 minutos)",
    "¿cuántas horas son tres talleres de diagnóstico?": "**270 minutos** (4 horas y 30 minutos)",
    "cuánto dura el taller de diagnóstico y cuánto cada entrevista": "**20-40 minutos**",
}


@pytest.mark.parametrize("question", STATED)
def test_a_tool_takes_the_time_that_its_own_text_states(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert STATED[question] in answer.text[:LEAD]
    assert not answer.withheld


@pytest.mark.parametrize("question", ["¿cuánto dura la entrevista en el consulado?", "¿cuánto dura el taller FODA?"])
def test_the_time_of_another_thing_is_not_that_of_a_tool(real_assistant: Assistant, question: str) -> None:
    assert not ask(real_assistant, question).figures


def test_two_workshops_are_added_up_and_told_apart(real_assistant: Assistant) -> None:
    answer = ask(real_assistant, "¿cuántas horas suman el taller de diagnóstico y el de planificación?")
    assert "**180 minutos** (3 horas)" in answer.text[:LEAD]
    assert answer.text.count("**90 minutos**") == 2


SET_TOGETHER = {
    "¿cuántos recursos de amparo hubo en todo el país en 2024?": ["3.504", "1.294", "2.210"],
    "recursos de protección interpuestos en 2024": ["16.538", "5.674", "10.864"],
    "suma de los seguidores de instagram, facebook y tiktok": ["424.700", "280 mil", "129 mil", "15,7 mil"],
    "en 2024, ¿cuántos recursos por rechazo de residencia no se resolvieron en plazo?": ["36", "1.337", "1.301"],
    "Portal de Trámites 2024: visitas de Bolivia menos visitas de Venezuela": ["77.749", "140.337", "62.588"],
    "el 2023, de cada 100 solicitudes de residencia humanitaria, ¿más o menos cuántas se dieron?": ["86,7%"],
    "¿cuánto más grande fue el presupuesto final 2024 que el de la ley?": ["2.320.009"],
}


@pytest.mark.parametrize("question", SET_TOGETHER)
def test_figures_of_several_places_are_set_together(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    assert all(text in answer.text[:LEAD] for text in SET_TOGETHER[question])


def test_a_half_that_is_named_is_not_added_to_the_other(real_assistant: Assistant) -> None:
    text = ask(real_assistant, "recursos de protección fuera de la región metropolitana en 2024").text
    assert "10.864" in text
    assert "5.674" not in text


def test_a_price_is_not_answered_with_a_count(real_assistant: Assistant) -> None:
    assert not ask(real_assistant, "¿cuánto me cobran por sacar la residencia definitiva?").figures


def test_a_computation_may_follow_a_figure(real_assistant: Assistant) -> None:
    answer = ask(
        real_assistant, "operativos en terreno y personas atendidas en Antofagasta 2024", "promedio por operativo?"
    )
    assert "**64**" in answer.text[:LEAD]


WORKED_OUT = {
    "¿en cuántas actividades se pasaron de lo que tenían planificado en vinculación con el medio en 2024?": ["611"],
    "¿en qué porcentaje superó lo ejecutado a lo planificado en vinculación con el medio el 2024?": ["57,9%"],
    "¿Por cuántos puntos superó el Servicio al promedio del país en transparencia activa?": ["9,62"],
    "¿cuántos lugares subió SERMIG en el ranking de transparencia?": ["75"],
    "¿Por cuántos puntos superó al promedio del país en transparencia activa y cuántos puestos escaló en el ranking?": [
        "9,62",
        "75",
    ],
    "¿A cuánto ascendió lo recaudado por multas a aerolíneas en 2024?": ["549.300.934"],
    "RNA 2024: respuestas inmediatas + derivaciones, suma": ["97.441"],
    "visitas + interacciones del portal de trámites 2024, suma": ["7.121.822"],
    "en las capacitaciones de Niñez Migrante del 2024, ¿cuánta gente iba a cada jornada?": ["36,7"],
    "¿cuántas personas participaron en total en actividades ciudadanas en 2024?": ["2.524"],
    "¿cuánto más alto fue el presupuesto final que el de la ley 2024?": ["2.320.009"],
    "¿qué porcentaje de los requerimientos de Ayuda Migraciones fue personalizado en el primer trimestre de 2025?": [
        "74,2%"
    ],
}


@pytest.mark.parametrize("question", WORKED_OUT)
def test_what_two_figures_make_is_worked_out(real_assistant: Assistant, question: str) -> None:
    answer = ask(real_assistant, question)
    for text in WORKED_OUT[question]:
        assert text in answer.text[:LEAD], answer.text
    assert not answer.withheld


def test_the_following_year_is_the_one_after_that_told(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿cuánta gente fue reconducida en la frontera el 2023?", None)
    assert "**4.235**" in real_assistant.ask("¿y al año siguiente?", first.conversation_id).answer.text[:LEAD]


def test_a_figure_of_a_part_that_is_not_named_is_not_the_whole(real_assistant: Assistant) -> None:
    """ "66.061 visitas" are those of one country; the portal had more."""
    first = real_assistant.ask("¿cuántas visitas tuvo el portal donde se hacen los trámites durante el 2024?", None)
    then = real_assistant.ask("¿y en el primer trimestre del 2025?", first.conversation_id).answer
    assert "834.105" in then.text[:LEAD]
    assert not then.text.startswith("**66.061**")


def test_figures_that_count_other_things_are_not_added_up(real_assistant: Assistant) -> None:
    """ "¿Y cuántas son en total?" is of what was asked before: not of what else stands in its sentence."""
    answer = ask(
        real_assistant,
        "¿cuántas comisiones de refugio hubo en 2024 y cuántas en el primer trimestre de 2025, y cuántas son en total?",
    )
    assert "**11**" in answer.text[:LEAD]
    assert "276** recomendaciones en total" not in answer.text
    assert "28**" not in answer.text


@pytest.mark.parametrize(
    "question", ["¿cuánto variaron los recursos de amparo entre 2023 y 2024?", "¿bajaron los recursos de amparo?"]
)
def test_a_line_named_in_full_is_no_other_table_s(real_assistant: Assistant, question: str) -> None:
    """Those before the Consejo para la Transparencia are amparos, and no recursos."""
    assert "176" not in ask(real_assistant, question).text
    assert "**176** amparos menos" in ask(real_assistant, "¿cuánto variaron los amparos entre 2023 y 2024?").text
