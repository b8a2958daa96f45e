"""What is worked out is of what was asked: of all or of a part, of the years left in, of both places together."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.fixture(scope="module")
def assistant(real_assistant: Assistant) -> Assistant:
    return real_assistant


def told(assistant: Assistant, *turns: str) -> str:
    """The text of the last reply of a conversation."""
    conversation = None
    text = ""
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation, text = reply.conversation_id, reply.answer.text
    return text


@pytest.mark.parametrize(
    "question",
    [
        "¿cuánto costó en promedio cada expulsión administrativa?",
        "cuanto costó cada expulsion judicial en promedio",
        "cuanto costó cada operativo en promedio",
    ],
)
def test_money_is_divided_only_by_all_that_it_was_spent_on(assistant: Assistant, question: str) -> None:
    assert "÷" not in told(assistant, question)


def test_money_is_divided_by_all_that_it_was_spent_on(assistant: Assistant) -> None:
    assert told(assistant, "cuanto costó en promedio cada expulsion el 2024").startswith("**$3.356.839,6**")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("personas por taller de trata en 2024", "**70,7** personas"),
        ("asistentes promedio por charla en 2024", "**30,4** participantes"),
        ("promedio de asistentes por charla del sello migrante en 2024", "**82,1** asistentes"),
    ],
)
def test_people_are_counted_for_each_of_all_that_there_were(assistant: Assistant, question: str, start: str) -> None:
    assert told(assistant, question).startswith(start)


def test_what_was_for_some_is_told_beside_all_that_there_were(assistant: Assistant) -> None:
    said = told(assistant, "cuantas charlas hubo en 2024")
    assert said.index("**171**") < said.index("**8**")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("en q año se dieron menos cartas sin contar 2025", "**2022**, con **2.051**"),
        ("en que año hubo mas reconducciones sin contar 2023", "**2024**, con **4.235**"),
        ("en que año hubo mas amparos salvo 2023", "**2024**, con **791**"),
        ("total de cartas de nacionalizacion sin contar 2025", "**10.317** cartas"),
        ("total de reconducciones sin contar 2025", "**13.928** reconducciones"),
        ("cuantas cartas se otorgaron en 2024, no lo de 2025", "**2.207** cartas"),
    ],
)
def test_years_that_are_left_out_count_for_nothing(assistant: Assistant, question: str, start: str) -> None:
    assert told(assistant, question).startswith(start)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("cuantas reconducciones menos hubo en 2024", "**2.308** reconducciones menos"),
        ("cuantas cartas de nacionalizacion mas se dieron en 2023", "**1.024** cartas más"),
    ],
)
def test_more_or_fewer_in_a_year_are_so_than_in_the_one_before(assistant: Assistant, question: str, start: str) -> None:
    assert told(assistant, question).startswith(start)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("cuantas personas atendieron entre tarapaca y antofagasta en 2024", "**17.940** personas"),
        ("cuantos operativos hicieron entre aysen y magallanes en 2024", "**80** operativos"),
        ("cuantas personas atendieron entre ñuble, biobio y maule en 2024", "**17.745** personas"),
    ],
)
def test_what_two_places_did_between_them_is_added_up(assistant: Assistant, question: str, start: str) -> None:
    assert told(assistant, question).startswith(start)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("cuantas solicitudes de transparencia se demoraron mas de 15 dias habiles", "**16.401** solicitudes"),
        ("cuantos recursos administrativos tardaron mas de 90 dias en 2024", "**36** recursos"),
    ],
)
def test_those_that_took_longer_than_a_limit_are_the_rest(assistant: Assistant, question: str, start: str) -> None:
    assert told(assistant, question).startswith(start)


def test_a_limit_is_of_what_its_sentence_counts(assistant: Assistant) -> None:
    assert "**36**" not in told(assistant, "cuantos tramites demoran mas de 90 dias")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("desde que existe la etapa de admisibilidad, ¿cuántas solicitudes de refugio han llegado?", "**13.379**"),
        ("desde que se uso el aplicativo cuantos controles se han hecho", "**10.860**"),
    ],
)
def test_what_there_has_been_since_something_is_told_by_the_sentence(
    assistant: Assistant, question: str, value: str
) -> None:
    assert told(assistant, question).startswith(value)


def test_what_there_has_been_since_something_is_no_yearly_number(assistant: Assistant) -> None:
    assert "13.379" not in told(assistant, "cuántas solicitudes se revisan al año en refugio")[:200]


def test_who_asked_is_not_told_by_who_got_it(assistant: Assistant) -> None:
    assert "2.207" not in told(assistant, "cuantas personas pidieron la nacionalizacion en 2024")
    assert told(assistant, "cuantos pidieron residencia definitiva en 2023").startswith("**139.701**")


@pytest.mark.parametrize(
    "question",
    [
        "qué región atendió mas gente en 2024, no en operativos",
        "¿cuáles fueron las tres regiones que más personas atendieron en 2024? no en operativos, en la tabla",
    ],
)
def test_what_is_not_meant_needs_no_article(assistant: Assistant, question: str) -> None:
    assert told(assistant, question).startswith("**Metropolitana**, con **16.400**")


def test_in_what_most_were_trained(assistant: Assistant) -> None:
    assert "con **313**" in told(assistant, "en que se capacitaron mas funcionarios en 2024")


def test_meetings_about_the_matter_of_an_eje_are_no_medidas(assistant: Assistant) -> None:
    assert told(assistant, "cuantas mesas de gestion migratoria hubo en 2024").startswith("**51** sesiones")
    assert "13" in told(assistant, "medidas de gobernanza y gestion migratoria")[:80]


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuántas expulsiones hubo en 2024?", "¿y cuántas van a hacer el 2027 con el otro gobierno?"),
        ("¿cuántas reconducciones hubo en 2023?", "¿y cuántas se van a hacer el 2026?"),
    ],
)
def test_how_many_there_will_be_is_no_question_for_medidas(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert told(assistant, *turns).startswith("**No está en los documentos")


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("cuantas medidas tiene salud y cuantas educacion", ("**7 medidas**", "**4 medidas**")),
        ("cuantas medidas vencen en 2026 y cuantas en 2025", ("**2 medidas**", "**12 medidas**")),
        ("cuantas medidas vencen en 2024 y cuantas de esas son de salud", ("**66 medidas**", "**6 medidas**")),
    ],
)
def test_two_counts_of_one_message_are_of_two_sets(
    assistant: Assistant, question: str, counts: tuple[str, ...]
) -> None:
    said = told(assistant, question)
    assert "Ninguna" not in said
    assert all(count in said for count in counts)


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        (
            ("cuantas personas atendio valparaiso en 2024", "y el maule?", "cual atendio mas?"),
            "**6.293** personas más en Valparaíso",
        ),
        (
            ("cuantos operativos hizo aysen en 2024", "y magallanes?", "cual hizo menos?"),
            "**12** operativos más en Aysén",
        ),
    ],
)
def test_which_of_two_has_more_is_told_by_how_much(assistant: Assistant, turns: tuple[str, ...], start: str) -> None:
    assert told(assistant, *turns).startswith(start)


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("gasto en expulsiones 2024 dividido por el número de expulsiones", "**$3.356.839,6**"),
        ("personas atendidas en los operativos de 2024 dividido por la cantidad de operativos", "**23,2**"),
        (
            "si divido lo que se gastó en expulsar el 2024 por la cantidad de expulsados, ¿cuánto sale cada uno?",
            "**$3.356.839,6**",
        ),
    ],
)
def test_one_number_is_divided_by_another(assistant: Assistant, question: str, each: str) -> None:
    assert assistant.ask(question).answer.text.startswith(each)


def test_each_apart_is_no_unit_to_divide_by(assistant: Assistant) -> None:
    assert "36 de trata" in told(assistant, "casos de trata y casos de tráfico ilícito en 2024, cada uno por separado")
    apart = told(assistant, "residencias temporales y definitivas resueltas en 2024, cada una por separado")
    assert "168.952" in apart
    assert "197.129" in apart


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("en el registro nacional de atenciones, ¿cuántas derivaciones hubo entre enero y marzo de 2025?", "5.834"),
        ("¿cuántas visitas desde Bolivia hubo en el primer trimestre de 2025?", "66.061"),
    ],
)
def test_a_later_sentence_of_what_leads_may_count_the_year(assistant: Assistant, question: str, says: str) -> None:
    assert says in told(assistant, question)
