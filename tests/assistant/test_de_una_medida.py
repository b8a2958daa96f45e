"""Questions of one medida that name what is not asked for: an institution, a number that leads up, an eje in own words."""

import pytest

from assistant.counts import counted, counts
from assistant.pipeline import Assistant
from assistant.values import Kind


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Entre las medidas de Defensa, la del control de frontera marítima, ¿cómo se mide?", 36),
        ("El programa de mediación intercultural del SERMIG que está entre las medidas, ¿cuándo vencía?", 42),
        (
            "El acuerdo entre Vivienda y Migraciones para compartir datos que está entre las medidas, ¿para cuándo es?",
            53,
        ),
    ],
)
def test_an_institution_beside_a_description_does_not_ask_for_all_that_it_has(
    real_assistant: Assistant, question: str, number: int
) -> None:
    assert real_assistant.ask(question).answer.medidas == (number,)


def test_all_that_an_institution_has_is_still_asked_for(real_assistant: Assistant) -> None:
    assert len(real_assistant.ask("¿Qué plazo tienen las medidas de Vivienda?").answer.medidas) == 6
    assert real_assistant.ask("¿Cuáles son las medidas de Defensa y cuándo vencen?").answer.medidas == (36,)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("La medida 81 comprometía un modelo de atención en las regiones: ¿en cuántas oficinas opera?", "18 oficinas"),
        ("La medida 79 prometía charlas, ¿cuántas se les hicieron a las del Sello Migrante?", "8 657"),
    ],
)
def test_a_numbered_medida_that_leads_up_to_a_figure_is_not_counted(
    real_assistant: Assistant, question: str, said: str
) -> None:
    query, answer = real_assistant.answer(question)
    assert query.kind is Kind.MEDIDA_CAMPO
    assert said in answer.text


def test_medidas_beside_a_numbered_one_are_counted(real_assistant: Assistant) -> None:
    assert len(real_assistant.ask("¿Cuántas medidas hay después de la 80?").answer.medidas) == 6


@pytest.mark.parametrize(
    ("question", "eje"),
    [
        ("¿qué medidas trae el plan en el eje ese de juntar a las familias?", 3),
        ("¿cuántas medidas tiene el eje de los desastres?", 6),
        ("dame las medidas del eje de los papeles y la regularidad", 1),
    ],
)
def test_an_eje_is_known_by_what_it_is_about(real_assistant: Assistant, question: str, eje: int) -> None:
    query, answer = real_assistant.answer(question)
    assert query.filtros.ejes == (eje,)
    assert answer.medidas == real_assistant.store.ejes[eje].medidas


def test_what_is_counted_stands_near_its_number() -> None:
    assert counted("¿cuantas oficinas y que cantidad de personas hubo?") == counted(
        "cuantas oficinas; numero de personas"
    )
    (office,) = counted("¿cuantas oficinas tiene?")
    assert counts("abarcando un total de 18 oficinas", {office})
    assert counts("tres nuevas oficinas", {office})
    assert not counts("en 2024 se abrieron oficinas para 30.000", set())
    assert not counts("oficinas en 2024", {office})


@pytest.mark.parametrize(
    ("question", "lacks", "tells"),
    [
        ("¿que empresa desarrollo la plataforma?", "la plataforma opera desde 2024", "la empresa que la desarrollo"),
        ("¿cada cuanto sesiona la mesa?", "la mesa sesiona con todos", "la mesa sesiona una vez al mes"),
    ],
)
def test_a_detail_is_missed_where_no_text_tells_it(
    real_assistant: Assistant, question: str, lacks: str, tells: str
) -> None:
    aspects = real_assistant.parts.scope.aspects
    assert aspects.missing(question, [lacks]) == 1
    assert aspects.missing(question, [lacks, tells]) == 0


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("para cuándo está el programa de mediación intercultural", 42),  # a practice has nearly that name
        ("plazo del programa Rezago", 1),
    ],
)
def test_a_deadline_is_that_of_the_medida_so_called(real_assistant: Assistant, question: str, number: int) -> None:
    assert real_assistant.ask(question).answer.medidas == (number,)


def test_when_a_practice_began_is_no_deadline(real_assistant: Assistant) -> None:
    assert "2015" in real_assistant.ask("¿cuándo empezó el programa de mediadores sociales?").answer.text


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("de educación, ¿cuáles vencían en 2024?", (63,)),
        ("¿qué vence en educación en 2024?", (63,)),
        ("de vivienda, ¿cuáles vencen en 2025?", (48, 49, 50, 52)),
    ],
)
def test_what_falls_due_under_an_everyday_name_is_of_that_institution(
    real_assistant: Assistant, question: str, numbers: tuple[int, ...]
) -> None:
    assert real_assistant.ask(question).answer.medidas == numbers
