"""What is said between questions: remarks, what was asked in vain, and short questions that name nothing themselves."""

import pytest

from assistant.pipeline import Assistant
from assistant.understand.heard import heard
from assistant.values import Answer, Kind, Query, Status, Turn


def last(assistant: Assistant, *turns: str) -> Answer:
    conversation, answer = None, None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation, answer = reply.conversation_id, reply.answer
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("quién es el responsable de la medida 12", "pero noviembre tiene 30 días"),
        ("a qué eje pertenece la medida 30", "cuánto dura"),
        ("qué indicador tiene la medida 45", "y está atrasada?"),
        ("quién ve la medida 8", "entonces está vencida?"),
        ("quién hace la medida 5", "junio no tiene 31"),
    ],
)
def test_a_remark_on_time_is_of_the_medida_just_told(real_assistant: Assistant, first: str, then: str) -> None:
    before, answer = last(real_assistant, first), last(real_assistant, first, then)
    assert answer.medidas == before.medidas
    assert "como plazo el" in answer.text


def test_what_names_another_month_is_no_remark_on_the_medida(real_assistant: Assistant) -> None:
    assert last(real_assistant, "quién hace la medida 5", "qué se hizo en marzo").medidas != (5,)


def test_who_else_does_it_is_asked_of_the_medida_just_told(real_assistant: Assistant) -> None:
    assert last(real_assistant, "qué hace la medida 62", "quién la lidera", "con quién más trabaja").medidas == (62,)


@pytest.mark.parametrize(
    ("turns", "medidas"),
    [
        (("cuáles medidas tiene salud", "cuáles vencen antes", "y las de transporte"), (39, 40)),
        (("qué medidas vencen en 2026", "cuáles son de desarrollo social", "y de justicia?"), (66, 67)),
        (("qué medidas tiene el minvu", "y de economía?"), (10, 12)),
    ],
)
def test_another_institution_takes_the_place_of_the_last_one(
    real_assistant: Assistant, turns: tuple[str, ...], medidas: tuple[int, ...]
) -> None:
    assert set(last(real_assistant, *turns).medidas) <= set(medidas)
    assert last(real_assistant, *turns).medidas


@pytest.mark.parametrize("remark", ["ah no sabía", "qué interesante", "ya veo", "gracias"])
def test_a_remark_leaves_the_subject(real_assistant: Assistant, remark: str) -> None:
    assert "1.100" in last(real_assistant, "cuántas expulsiones hubo en 2025", remark, "y en 2024?").text
    assert last(real_assistant, remark).status is Status.GREETING


def test_how_many_after_groups_tells_the_groups_again(real_assistant: Assistant) -> None:
    assert "**8** medidas" in last(real_assistant, "qué ministerio tiene más medidas", "cuántas").text


def test_some_of_the_practices_just_told_are_no_medidas(real_assistant: Assistant) -> None:
    turns = ("buenas prácticas de municipios de la región metropolitana", "cuáles son de salud")
    assert not last(real_assistant, *turns).medidas


def test_what_is_asked_on_in_vain_is_passed_over_and_another_thing_is_not() -> None:
    def turn(question: str, *, carried: str = "", found: bool = False) -> Turn:
        query = Query(pregunta=question, texto=question, kind=Kind.PASAJE, arrastre=carried)
        return Turn(question=question, query=query, record_ids=("pasaje:guia:0001",) if found else ())

    first = turn("qué es el COSOC", found=True)
    assert heard((first, turn("cuánto dura", carried="«x»"))) == (first,)
    named = turn("y las multas", carried="«x»")
    assert heard((first, named)) == (first, named)
    alone = turn("cuánto dura")
    assert heard((alone,)) == (alone,)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("qué región atendió menos", "y en 2025"), "**Los Ríos**"),
        (("qué región tuvo más atenciones en 2024", "y en 2025"), "**Valparaíso**"),
        (("cuánto se gastó en expulsiones en 2024", "cuántas fueron"), "**1.100**"),
        (("cuál es la medida 8", "y para cuándo es", "cuándo se cumple"), "medida 8 tiene como plazo"),
        (("quién ve la medida 7", "no, la 70", "cuándo vence"), "medida 70 tiene como plazo"),
        (("cuántas expulsiones administrativas hubo en 2023", "en qué año hubo más"), "**2024**, con **690**"),
        (("nos llegaron muchos haitianos al pueblo, por dónde empezamos",), "**1. Preparación**"),
        (("soy de una muni chica y llegaron hartos migrantes, cómo partimos",), "**1. Preparación**"),
    ],
)
def test_a_short_question_goes_on_with_what_was_asked(
    real_assistant: Assistant, turns: tuple[str, ...], said: str
) -> None:
    assert said in last(real_assistant, *turns).text


def test_whether_it_was_done_is_asked_of_the_medida_just_told(real_assistant: Assistant) -> None:
    assert last(real_assistant, "cuál es la medida 20", "y esa está lista?").medidas == (20,)


def test_some_of_an_empty_set_stays_within_it(real_assistant: Assistant) -> None:
    assert not last(real_assistant, "qué es el eje 5", "cuáles son las de trabajo", "alguna vence en 2025").medidas


@pytest.mark.parametrize(
    "turns",
    [
        ("cuántos refugiados reconocieron en 2024", "de qué país vienen"),
        ("cuántas reconducciones hubo", "de qué países"),
        ("cuántas personas atendieron en 2024", "y de qué nacionalidad son"),
    ],
)
def test_how_many_they_are_does_not_say_from_which_country(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert last(real_assistant, *turns).abstained


def test_the_country_of_a_practice_is_told(real_assistant: Assistant) -> None:
    turns = ("de qué trata el programa El balón no tiene fronteras", "de qué país es")
    assert "Perú" in last(real_assistant, *turns).text
