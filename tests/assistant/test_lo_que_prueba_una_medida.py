"""What a medida is held to, asked after it was told; what a document only plans; and what leads up to a question."""

import pytest

from assistant.aspects import ASPECTS, Aspects
from assistant.counts import counted
from assistant.pipeline import Assistant
from corpus.cues import Cues


@pytest.mark.parametrize(
    ("first", "then", "number", "said"),
    [
        ("¿Qué medida habla de Sercotec?", "¿y eso cómo lo controlan?", 12, "Porcentaje de capacitaciones"),
        ("¿Qué hace la PDI en el plan?", "¿y cómo lo miden?", 5, "Porcentaje de personas empadronadas"),
        ("medida 47", "¿y qué tienen que presentar para que se dé por hecha?", 47, "Diagnóstico elaborado"),
        ("¿En qué consiste la medida 30?", "¿qué se supone que tenía que entregarse?", 30, "aprobado y publicado"),
        ("¿De qué trata la medida 48?", "¿Qué producto debía estar listo en septiembre de 2024?", 48, "Curso de"),
        ("¿De qué trata la medida 73?", "¿Qué hito correspondía a junio de 2023?", 73, "Acuerdo de Cooperación"),
    ],
)
def test_what_the_last_medida_is_held_to(
    real_assistant: Assistant, first: str, then: str, number: int, said: str
) -> None:
    conversation = real_assistant.ask(first).conversation_id
    answer = real_assistant.ask(then, conversation).answer
    assert answer.medidas == (number,)
    assert said in answer.text[:400]


def test_a_day_that_the_last_medida_does_not_have_asks_for_others(real_assistant: Assistant) -> None:
    conversation = real_assistant.ask("¿De qué trata la medida 73?").conversation_id
    answer = real_assistant.ask("¿Qué producto debía estar listo en septiembre de 2024?", conversation).answer
    assert answer.medidas == (48, 51)


@pytest.mark.parametrize("number", [20, 24])
def test_what_is_told_under_challenges_is_said_to_be_planned(real_assistant: Assistant, number: int) -> None:
    answer = real_assistant.ask(f"¿Qué dice la cuenta pública de la medida {number}?").answer
    assert "desafío por hacer («Desafíos 2025»)" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "¿El convenio con SernamEG que compromete el plan aparece firmado o como desafío en la cuenta pública?",
        "¿El proyecto de ley del Boletín N° 16.072 aparece como logro o como desafío en la cuenta pública?",
    ],
)
def test_a_piece_under_challenges_is_said_to_be_planned(real_assistant: Assistant, question: str) -> None:
    assert "«Desafíos 2025»" in real_assistant.ask(question).answer.text[:400]


def test_what_is_counted_may_be_named_before() -> None:
    assert counted("de las solicitudes atrasadas, ¿cuantas quedan?") == counted("cuantas solicitudes hay")
    assert counted("de los operativos del norte, ¿cuantos faltaron?") == counted("cuantos operativos")
    assert counted("cuantas quedan") == []


def test_what_leads_up_to_a_question_asks_for_no_detail(real_assistant: Assistant) -> None:
    aspects = Aspects(Cues.load(real_assistant.settings.lexicon_dir, ASPECTS))
    assert aspects.asked("ya tenemos la lista de iniciativas, ¿que conviene revisar?") == []
    assert aspects.asked("necesito la lista de integrantes, ¿la tienes?") == ["nombre"]
    assert aspects.asked("tenemos un presupuesto, ¿cual es el costo del taller?") == ["costo"]


@pytest.mark.parametrize(
    "question",
    [
        "¿a cuántas personas llegó la campaña de derechos políticos de chilenos en el exterior?",
        "¿cuántos funcionarios se capacitaron con la medida 58?",
        "Lo Espejo, mesa de organizaciones migrantes: cuántas organizaciones la integran",
        "¿qué cantidad de funcionarios se capacitó con la medida 58?",
        "¿a cuántas mujeres han llegado las medidas de inclusión digital?",
        "¿a cuánta gente llegaron las medidas del Ministerio del Deporte?",
        "medida 20: n° de beneficiarios",
        "comité asesor interministerial PNME: nº de sesiones en 2024",
    ],
)
def test_what_a_medida_or_a_practice_does_not_count_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿cuántas regiones cubre la medida 81?", "16 regiones"),
        ("¿cuántos módulos tiene formar líderes de Concepción?", "cuatro módulos"),
        ("¿a cuánta gente benefició La Reina?", "100 personas"),
        ("¿qué cantidad de módulos tiene formar líderes de Concepción?", "cuatro módulos"),
        ("¿cuántas medidas son para mujeres migrantes?", "7 medidas"),
    ],
)
def test_what_they_count_is_told(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in real_assistant.ask(question).answer.text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuál fue el presupuesto de la iniciativa Apoya Mujer Migrante en 2024?",
        "¿Cuál fue el presupuesto de la Policía de Investigaciones en 2024?",
        "El Plan manda un protocolo de retorno humanitario en la frontera con Perú: ¿qué número tiene la resolución?",
    ],
)
def test_the_price_of_another_thing_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿cuál es el presupuesto final de SERMIG en 2024?", "$24.111.333"),
        ("¿qué número tiene la resolución que aprueba el manual de cobranza prejudicial?", "49.908"),
        ("¿con qué número de resolución se aprobó el convenio con la PDI?", "31.329"),
        ("¿qué resolución aprobó la protección complementaria?", "6009"),
    ],
)
def test_the_price_or_the_resolution_of_what_is_asked_is_told(
    real_assistant: Assistant, question: str, says: str
) -> None:
    assert says in real_assistant.ask(question).answer.text[:300]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("¿que programa en el celular dice si uno esta con los papeles al dia?", []),
        ("¿cuantas solicitudes se resuelven al dia?", ["por_mes"]),
        ("¿cual es el celular de la encargada?", ["contacto"]),
    ],
)
def test_a_turn_of_phrase_with_its_words_asks_for_no_detail(
    real_assistant: Assistant, question: str, asked: list[str]
) -> None:
    assert Aspects(Cues.load(real_assistant.settings.lexicon_dir, ASPECTS)).asked(question) == asked
