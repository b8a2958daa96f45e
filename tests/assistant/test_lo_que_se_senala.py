"""What a message points at by its sort: "ese ministerio", "ese eje", "ese mismo día", "¿y el 10?", a bare field."""

import pytest

from assistant.pipeline import Assistant
from assistant.values import Answer, Campo, Grupo, Kind, Orden, Query, Status


def last(assistant: Assistant, *turns: str) -> tuple[Query, Answer]:
    conversation, answer = None, None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation, answer = reply.conversation_id, reply.answer
    assert answer is not None
    return assistant.conversations.turns(conversation)[-1].query, answer


@pytest.mark.parametrize(
    ("turns", "name", "many"),
    [
        (("¿De qué trata la medida 43?", "¿y cuántas tiene en total esa institución?"), "Observatorio", 2),
        (("quién ve la medida 52", "¿cuántas medidas le tocan a esa cartera?"), "Vivienda", 6),
        (("medida 52", "de qué ministerio es", "cuántas tiene"), "Vivienda", 6),
        (("¿Quién tiene a cargo la medida 9?", "Ah ya. ¿Y ellos cuántas tienen en total?"), "Trabajo", 8),
        (("¿qué ministerio tiene más medidas?", "¿y cuántas de ese ministerio vencen en 2025?"), "Trabajo", 2),
    ],
)
def test_the_institution_of_what_was_told(
    real_assistant: Assistant, turns: tuple[str, ...], name: str, many: int
) -> None:
    query, answer = last(real_assistant, *turns)
    assert any(name in one for one in query.filtros.instituciones)
    assert len(answer.medidas) == many


def test_each_who_shares_a_medida_is_meant(real_assistant: Assistant) -> None:
    query, _ = last(real_assistant, "medida 38", "¿y cuántas tiene en total esa institución?")
    assert len(query.filtros.instituciones) == 2
    query, _ = last(real_assistant, "medida 6", "¿cuántas tiene ese ministerio?")
    assert query.filtros.instituciones == ("Ministerio del Trabajo y Previsión Social",)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("quién ve la medida 20?", "qué más le toca"), 20),
        (("en qué eje está la medida 32", "qué otras hay en ese eje"), 32),
        (("¿Cuándo vence la medida 36?", "¿Qué otras medidas vencen ese mismo día?"), 36),
        (("¿Qué indicador tiene la medida 11?", "¿Y ese mismo ministerio qué otras tiene?"), 11),
    ],
)
def test_others_are_not_the_one_told(real_assistant: Assistant, turns: tuple[str, ...], told: int) -> None:
    _, answer = last(real_assistant, *turns)
    assert len(answer.medidas) > 1
    assert told not in answer.medidas


@pytest.mark.parametrize(
    ("turns", "ejes"),
    [
        (("cuántas medidas tiene el eje 7", "y el 10"), (10,)),
        (("Las medidas del eje 3", "¿y las del quinto?"), (5,)),
        (("medida 12", "cuántas medidas tiene ese eje"), (2,)),
        (("¿Qué eje tiene más medidas?", "¿y cuáles son las de ese eje?"), (7,)),
    ],
)
def test_an_eje_by_its_number_alone_or_as_that_of_a_medida(
    real_assistant: Assistant, turns: tuple[str, ...], ejes: tuple[int, ...]
) -> None:
    assert last(real_assistant, *turns)[0].filtros.ejes == ejes


def test_a_place_of_a_ranking_is_no_eje(real_assistant: Assistant) -> None:
    query, answer = last(real_assistant, "¿qué eje tiene más medidas?", "¿y el segundo?")
    assert query.agrupar is not None
    assert "Eje 4" in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("said", "campo"),
    [
        ("institución", Campo.INSTITUCION),
        ("responsable", Campo.INSTITUCION),
        ("y el indicador", Campo.INDICADOR),
        ("eje", Campo.EJE),
    ],
)
def test_a_field_alone_is_that_of_the_medida_told(real_assistant: Assistant, said: str, campo: Campo) -> None:
    query, answer = last(real_assistant, "plazo medida 70", said)
    assert answer.medidas == (70,)
    assert campo in query.campos


@pytest.mark.parametrize(
    ("turns", "medida"),
    [
        (("¿hay alguna medida que cree un sistema informático?", "¿Con qué organismo debía firmarse el convenio?"), 77),
        (("medida 37", "quién integra la mesa"), 37),
        (("¿Cuál es el plazo de la medida 54?", "Dime entonces qué plazo le fija el plan."), 54),
        (("medida 6 plan", "qué informa la cuenta sobre ese convenio, nº resolución"), 6),
        (("medida 81", "cumplimiento según la cuenta pública: % de regiones"), 81),
    ],
)
def test_what_names_a_thing_of_the_medida_told_is_of_it(
    real_assistant: Assistant, turns: tuple[str, ...], medida: int
) -> None:
    assert last(real_assistant, *turns)[1].medidas == (medida,)


def test_what_is_asked_of_another_document_and_matter_is_not_of_it(real_assistant: Assistant) -> None:
    assert last(real_assistant, "medida 6", "qué informa la cuenta pública sobre el total de visas")[1].medidas != (6,)


@pytest.mark.parametrize(
    "second",
    [
        "¿y la de la ordenanza de urbanismo, ya se cumplió o sigue pendiente?",
        "¿y la de los complejos fronterizos se cumplió?",
    ],
)
def test_whether_one_that_is_described_is_done_is_told_by_none(real_assistant: Assistant, second: str) -> None:
    _, answer = last(real_assistant, "¿cuántas medidas del plan iban implementadas en agosto de 2024?", second)
    assert len(answer.medidas) == 1
    if answer.medidas == (52,):
        assert answer.abstained


def test_of_a_set_of_one_it_is_asked_as_of_one(real_assistant: Assistant) -> None:
    query, answer = last(real_assistant, "¿Cuántas medidas tiene Defensa?", "¿y cuál es?", "¿ya se cumplió?")
    assert answer.medidas == (36,)
    assert answer.status is Status.NOT_FOUND
    assert query.kind is Kind.MEDIDA_CAMPO


@pytest.mark.parametrize(
    ("turns", "by", "names"),
    [
        (("cuántas medidas tiene Salud", "y Educación", "cuál tiene más de los dos"), Grupo.INSTITUCION, 2),
        (
            ("Las medidas del eje 3", "¿y las del 4?", "¿y las del quinto?", "¿cuál de los tres tiene menos?"),
            Grupo.EJE,
            3,
        ),
    ],
)
def test_those_asked_one_by_one_are_compared(
    real_assistant: Assistant, turns: tuple[str, ...], by: Grupo, names: int
) -> None:
    query, _ = last(real_assistant, *turns)
    assert query.agrupar is not None
    assert query.agrupar.por is by
    assert len(query.agrupar.entre) == names
    assert query.orden is (Orden.MENOS if "menos" in turns[-1] else Orden.MAS)


def test_of_two_told_one_by_one_the_first_due(real_assistant: Assistant) -> None:
    _, answer = last(real_assistant, "¿Cuándo vence la medida 64?", "¿Y la 63?", "¿Cuál vence antes?")
    assert answer.medidas == (63,)
    _, answer = last(real_assistant, "¿Cuándo vence la medida 64?", "¿Y la 63?", "¿cuál vence después?")
    assert answer.medidas == (64,)


def test_sharing_takes_the_place_of_being_alone(real_assistant: Assistant) -> None:
    query, _ = last(real_assistant, "¿Cuántas medidas son exclusivas del SERMIG?", "¿y compartidas?")
    assert (query.filtros.min_instituciones, query.filtros.max_instituciones) == (2, None)
    query, _ = last(real_assistant, "¿Cuántas medidas son exclusivas del SERMIG?", "¿con qué ministerios las comparte?")
    assert query.kind is Kind.MEDIDA_AGRUPADA


def test_the_rest_of_a_set_that_was_narrowed(real_assistant: Assistant) -> None:
    turns = ("Necesito las medidas de Educación", "sólo las que vencen en 2024", "¿y las demás?")
    first, narrow, rest = (set(last(real_assistant, *turns[:n])[1].medidas) for n in (1, 2, 3))
    assert rest == first - narrow


def test_another_share_takes_the_place_of_the_last(real_assistant: Assistant) -> None:
    query, _ = last(real_assistant, "qué porcentaje de las medidas es del SERMIG", "y del eje 7")
    assert query.filtros.ejes == (7,)
    assert not query.filtros.instituciones


def test_which_are_done_is_told_by_none(real_assistant: Assistant) -> None:
    _, answer = last(real_assistant, "cuantas medidas tiene el plan", "y cuantas van implementadas", "cuales")
    assert "Ningún documento dice cuáles" in answer.text


@pytest.mark.parametrize(
    ("question", "medida"),
    [("cómo va lo del empadronamiento", 5), ("de quién es lo de la mesa de emergencias", 38)],
)
def test_a_matter_is_the_medida_that_holds_its_words(real_assistant: Assistant, question: str, medida: int) -> None:
    assert medida in last(real_assistant, question)[1].medidas


@pytest.mark.parametrize(
    ("question", "by", "without"),
    [
        ("en qué ejes está Justicia", Grupo.EJE, ()),
        ("en qué ejes participa el SERMIG", Grupo.EJE, ()),
        ("qué ministerios comparten con el SERMIG", Grupo.INSTITUCION, ("Servicio Nacional de Migraciones",)),
        ("con qué instituciones comparte el SERMIG", Grupo.INSTITUCION, ("Servicio Nacional de Migraciones",)),
    ],
)
def test_groups_asked_of_an_institution(
    real_assistant: Assistant, question: str, by: Grupo, without: tuple[str, ...]
) -> None:
    query, _ = last(real_assistant, question)
    assert query.agrupar is not None
    assert query.agrupar.por is by
    assert query.agrupar.sin == without


def test_two_ejes_side_by_side_and_a_window_as_of_a_day(real_assistant: Assistant) -> None:
    assert last(real_assistant, "compara el eje 5 con el 9")[0].filtros.ejes == (5, 9)
    assert last(real_assistant, "el eje 5 con 3 medidas")[0].filtros.ejes == (5,)
    assert len(last(real_assistant, "por vencer en 60 días al 1 de noviembre de 2024")[1].medidas) > 1


@pytest.mark.parametrize(
    ("turns", "medidas"),
    [
        (("plazo medida 3", "y 4"), (4,)),
        (("Me interesa la medida 40", "perdón, era la 14"), (14,)),
        (("medida 1", "cómo va"), (1,)),
        (("La medida 24 y la 31", "¿y del mismo eje?"), (24, 31)),
    ],
)
def test_what_a_message_leaves_out_is_what_was_told(
    real_assistant: Assistant, turns: tuple[str, ...], medidas: tuple[int, ...]
) -> None:
    assert last(real_assistant, *turns)[1].medidas == medidas


def test_a_greeting_stays_one_where_no_medida_was_told(real_assistant: Assistant) -> None:
    assert last(real_assistant, "hola", "cómo va")[0].kind is Kind.SALUDO


@pytest.mark.parametrize("said", ["nómbralas", "enuméralas", "¿cuáles?"])
def test_those_just_counted_are_listed(real_assistant: Assistant, said: str) -> None:
    query, answer = last(real_assistant, "¿cuántas vencieron en 2023?", said)
    assert query.kind is Kind.MEDIDA_LISTA
    assert len(answer.medidas) == 7


def test_of_one_alone_is_not_among_those_shared(real_assistant: Assistant) -> None:
    turns = (
        "¿Cuántas medidas hay en total?",
        "¿cuántas de ellas son compartidas?",
        "¿y cuántas de un solo responsable?",
    )
    shared, alone = (len(last(real_assistant, *turns[:n])[1].medidas) for n in (2, 3))
    assert shared + alone == 86


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("presupuesto del SERMIG 2024", "cuánto se ejecutó"),
        ("capacitaciones de niñez migrante", "a cuánta gente capacitaron"),
        ("¿Cuántas organizaciones integran el COSOC?", "En otra parte se habla de 16. ¿A qué se refiere cada cifra?"),
    ],
)
def test_an_amount_without_its_thing_is_of_what_was_told(real_assistant: Assistant, first: str, then: str) -> None:
    assert last(real_assistant, first, then)[0].seguimiento


@pytest.mark.parametrize("question", ["¿Qué presupuesto se asignó al SERMIG para 2026?", "informes de la PDI 2025"])
def test_money_and_documents_are_no_set_of_medidas(real_assistant: Assistant, question: str) -> None:
    assert last(real_assistant, question)[0].kind is not Kind.MEDIDA_LISTA


def test_with_another_is_shared_with_it(real_assistant: Assistant) -> None:
    query, answer = last(real_assistant, "¿Cuántas medidas tiene Justicia?", "¿y con la Subsecretaría de DDHH?")
    assert query.filtros.junto_a == ("Subsecretaría de Derechos Humanos",)
    assert answer.medidas == (66, 67, 68)
    assert last(real_assistant, "medidas del SERMIG que vencen en 2024", "y con la PDI")[1].medidas == (5,)


@pytest.mark.parametrize(
    ("turns", "names"),
    [
        (("¿En qué eje está la medida 20?", "¿y la 80?", "¿cuál de los dos ejes tiene más medidas?"), ("4", "10")),
        (
            ("¿quién hace la medida 12?", "¿y la 61?", "¿cuál tiene más medidas?"),
            ("Ministerio de Economía, Fomento y Turismo", "Ministerio de Educación"),
        ),
    ],
)
def test_those_of_two_medidas_are_compared(
    real_assistant: Assistant, turns: tuple[str, ...], names: tuple[str, ...]
) -> None:
    query, _ = last(real_assistant, *turns)
    assert query.agrupar is not None
    assert query.agrupar.entre == names
