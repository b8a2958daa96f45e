"""Which medida a question describes, what came of it, and ways of asking for what an institution has to do."""

import pytest

from assistant.compose.wanted import asks_what_came
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    ["¿Llegó a todas las regiones?", "¿De qué ha servido?", "¿En qué está el convenio?", "Was it available?"],
)
def test_what_came_of_a_thing_is_asked_for(question: str) -> None:
    assert asks_what_came(question)


@pytest.mark.parametrize(
    "question", ["¿Qué plazo se fijó?", "¿A qué se comprometió Salud?", "¿Quién responde por ella?"]
)
def test_what_the_plan_itself_did_is_not_what_came_of_it(question: str) -> None:
    assert not asks_what_came(question)


@pytest.mark.parametrize(
    ("question", "medida", "told"),
    [
        ("La medida 21, ¿ya está suscrito el Convenio con el Servicio de Protección Especializada?", 21, "desafío"),
        ("De la medida 5, ¿qué hizo el Servicio con ACNUR respecto de los empadronados?", 5, "caracterizar"),
    ],
)
def test_what_is_reported_nearest_to_what_is_asked_is_told(
    real_assistant: Assistant, question: str, medida: int, told: str
) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.medidas == (medida,)
    assert told in answer.text.lower()


@pytest.mark.parametrize(
    ("question", "medidas"),
    [
        ("¿y el Registro Civil en qué se metió en el plan?", (4, 14)),
        ("¿y al ministerio del deporte qué pega le dieron en el plan?", (2,)),
        ("plaso del combenio con invest chille", (10,)),
        ("¿Qué producto debe existir para dar por cumplida la medida referida a personas mayores migrantes?", (33,)),
        ("¿Qué indicador se fijó para la garantía de atención de salud a migrantes irregulares?", (57,)),
    ],
)
def test_medidas_are_found_by_other_ways_of_asking(
    real_assistant: Assistant, question: str, medidas: tuple[int, ...]
) -> None:
    assert real_assistant.ask(question).answer.medidas == medidas


@pytest.mark.parametrize(
    ("turns", "medidas"),
    [
        (
            ("¿en qué anda metido el Ministerio del Trabajo dentro del plan?", "¿y cuáles de esas son para el 2025?"),
            (9, 47),
        ),
        (
            (
                "medidas del eje 2",
                "¿cuáles de esas lleva el SERMIG?",
                "y del mismo eje, ¿cuáles vencían en junio de 2024?",
            ),
            (11, 13),
        ),
        (("¿Qué compromete el Plan respecto de la OGUC?", "¿Con qué indicador se verifica?"), (52,)),
    ],
)
def test_a_conversation_goes_on_with_what_is_kept(
    real_assistant: Assistant, turns: tuple[str, ...], medidas: tuple[int, ...]
) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert reply.answer.medidas == medidas


def test_a_story_before_a_question_of_the_plan_does_not_drown_it(real_assistant: Assistant) -> None:
    story = "Mi abuela tiene 78 años, vive conmigo en Maipú y pasa sola todo el día mientras yo trabajo afuera."
    answer = real_assistant.ask(f"{story} ¿El plan nacional trae algo pensado para los viejitos migrantes?").answer
    assert answer.medidas == (33,)


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué presupuesto tiene cada una de las medidas de Salud?",
        "¿Cuánta plata le asignó el plan a las medidas del Minvu?",
    ],
)
def test_of_what_medidas_cost_no_document_says_anything(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    ("question", "count"), [("listado medidas eje 5 (fronteras)", 3), ("medidas eje 3 (familia)", 2)]
)
def test_an_eje_that_is_named_twice_is_not_narrowed(real_assistant: Assistant, question: str, count: int) -> None:
    assert len(real_assistant.ask(question).answer.medidas) == count


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué medida crea un sistema informático para que los ministerios reporten su avance?",
        "¿qué medida contempla un sistema para monitorear el cumplimiento?",
    ],
)
def test_what_a_medida_is_for_asks_for_no_progress(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.medidas[:1] == (77,)
    assert not answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "mujeres migrantes que no saben usar internet, ¿qué medidas hay?",
        "¿el plan dice algo de inclusión digital de las mujeres?",
    ],
)
def test_two_medidas_that_say_nearly_the_same_are_told_together(real_assistant: Assistant, question: str) -> None:
    assert {39, 40} <= set(real_assistant.ask(question).answer.medidas)
