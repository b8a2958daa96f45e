"""Figures told over turns, or in one part of a message, that the next adds up, sets apart or takes a share of."""

import pytest
from figure_questions import LEAD, ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        # several told in one turn, and one before
        (("cuantas personas atendieron en arica el 2024", "y en tarapaca y antofagasta?", "sumalas las tres"), ("**20.407**", "2.467")),
        (("operativos 2024 en valparaiso?", "y en tarapaca y aysen?", "súmalos"), ("**185**", "76")),
        (("temporales resueltas 2022", "y 2023 y 2024?", "cuánto suman los tres años"), ("**547.934**",)),
        (("cuanta gente atendieron en Maule en 2024", "y en ñuble y biobío", "y el promedio de los tres?"), ("**5.915**",)),
        (("cuantas personas atendieron en arica el 2024", "y en tarapaca y antofagasta?", "que % del total son las tres?"), ("20,9%",)),
        # one told in a sentence that a table says too
        (("cuantos refugiados reconocidos el 2024", "y el 2023", "cuanto bajo porcentualmente"), ("47,8%",)),
        # what came of it
        (("cuántas resoluciones de expulsión se dictaron el 2024?", "y expulsiones administrativas concretadas ese año?", "o sea qué % se concretó?"), ("5,5%", "690", "12.466")),
        (("cuantas residencias temporales pidieron el 2023", "y cuantas resolvieron ese año", "que porcentaje se resolvio?"), ("61,6%",)),
        (("cuantas residencias definitivas pidieron el 2024", "y cuantas resolvieron", "o sea que % se resolvió"), ("335,0%", "frente a")),
        # the same ratio of another thing
        (("en las jornadas de capacitacion del area inclusion el 2024, cuanta gente iba por jornada en promedio?", "y las charlas?"), ("**30,4**", "5.205")),
        (("en las jornadas de capacitacion del area inclusion el 2024, cuanta gente iba por jornada en promedio? y las charlas?",), ("**40,1**", "**30,4**")),
        (("cuanta gente iba por jornada de capacitación en 2024 en promedio?", "y por charla?"), ("**30,4**",)),
        (("cuántas charlas de formación integral se hicieron el 2024 y cuánta gente convocaron?", "o sea cuánta gente por charla"), ("**30,4**", "5.205")),
        (("cuántas personas en promedio por operativo en Antofagasta 2024?", "y en Tarapacá?"), ("**29,7**",)),
        # whoever is called to it, it takes as long
        (("¿para cuánto rato hay que citar a los funcionarios al taller de planificación, sumando todo?",), ("**90 minutos**",)),
        (("¿para cuántas horas tengo que convocar a los jóvenes al taller de diagnóstico?",), ("**90 minutos**",)),
        # places of an order
        (("¿Por cuántos puntos superó SERMIG el promedio nacional en transparencia activa y cuántos lugares subió en el ranking?",), ("**9,62**", "**75**")),
        (("¿cuántos lugares subió SERMIG en el ranking de transparencia activa?",), ("**75**",)),
        # a part of the message that works out what another asks for
        (("¿cuáles son las tres regiones donde más gente atendieron en oficinas el 2024? y cuánto suman",), ("Metropolitana", "**37.545**")),
        (("dime las 3 regiones con menos atenciones en 2024 y la suma de las tres",), ("Aysén", "**5.214**")),
        (("¿cuáles son los dos años con más reconocimientos de refugio y cuánto suman?",), ("2023", "**367**")),
        (("las tres regiones con más atenciones presenciales 2024 y qué porcentaje del total suman",), ("Metropolitana", "38,5%")),
        (("en que tema se capacitaron mas funcionarios en 2024 y que porcentaje es del total de capacitados",), ("Violencia", "57,1%")),
    ],
)  # fmt: skip
def test_all_that_is_meant_is_worked_with(
    real_assistant: Assistant, messages: tuple[str, ...], told: tuple[str, ...]
) -> None:
    answer = ask(real_assistant, *messages)
    assert not answer.abstained
    assert all(one in answer.text[: 2 * LEAD] for one in told)


@pytest.mark.parametrize(
    "messages",
    [
        ("cuantas personas atendieron en arica el 2024", "y cuántos operativos hicieron en tarapaca y antofagasta?", "sumalas las tres"),
        ("cuántos operativos hubo el 2024", "cuánta gente atendieron", "qué porcentaje se atendió?"),
        ("solicitudes de refugio 2024", "y rechazos ese año", "qué porcentaje se rechazó"),
    ],
)  # fmt: skip
def test_figures_of_other_things_are_not_worked_with(real_assistant: Assistant, messages: tuple[str, ...]) -> None:
    assert ask(real_assistant, *messages).abstained


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("¿cuántos casos de trata hubo entre 2024 y 2025?", "**43** casos"),
        ("¿cuántos casos de tráfico hubo entre 2024 y 2025?", "**12** casos"),
        ("¿cuántas solicitudes de información recibieron entre 2024 y 2025?", "**29.847** solicitudes"),
        ("¿cuántas solicitudes de transparencia recibieron en total en 2024 y 2025?", "**29.847** solicitudes"),
    ],
)
def test_what_is_added_up_over_years_is_of_one_sort(real_assistant: Assistant, question: str, total: str) -> None:
    assert total in real_assistant.ask(question).answer.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "¿cuántos refugiados hay en total entre 2022 y 2025?",
        "¿cuántos refugiados suman 2023 y 2024?",
    ],
)
def test_things_of_several_sorts_are_not_added_up(real_assistant: Assistant, question: str) -> None:
    assert " en total: " not in real_assistant.ask(question).answer.text


@pytest.mark.slow
def test_a_count_of_the_time_after_is_not_the_one_just_told(real_assistant: Assistant) -> None:
    messages = (
        "¿En cuántas Direcciones Regionales hubo reuniones sobre gestión migratoria durante 2024?",
        "¿Cuántas sesiones de esas mesas hubo en el primer trimestre siguiente?",
    )
    conversation = None
    for message in messages:
        reply = real_assistant.ask(message, conversation)
        conversation = reply.conversation_id
    assert "**27** en el primer trimestre de 2025" in reply.answer.text
