"""Medidas that are asked for without saying so: by whom, by when, of which part of the plan."""

from __future__ import annotations

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.relative import from_named_year
from assistant.values import Status


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Qué se comprometió a hacer Cancillería?", (3, 70)),
        ("¿a qué se obligó el Ministerio de Educación para el 30 de junio de 2025?", (64,)),
        ("SENAPRED, ¿qué le pidieron en el plan?", (38,)),
        ("Transportes: qué debía cumplir y cuándo", (39, 40)),
        ("¿Qué le quedó al Registro Civil?", (4, 14)),
    ],
)
def test_what_the_plan_has_an_institution_do_is_its_medidas(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Dentro de integración e inclusión, ¿cuáles debía cumplir Educación en 2025?", (61, 64)),
        ("En gobernanza, ¿cuáles no son del SERMIG?", (85,)),
        ("¿Cuáles del tema de cooperación internacional le tocan a Ciencia?", (72,)),
        ("¿cuáles del área de emergencias y catástrofes?", (38,)),
        ("en integracion e inclusion cuales le tocan a justicia con plazo despues de 2024", (66, 67)),
    ],
)
def test_a_part_of_a_question_that_holds_only_words_of_an_ejes_name_names_it(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿cuáles le tocan al MINVU, compartidas o no?", (48, 49, 50, 51, 52, 53)),
        ("¿cuáles son las que le tocan a Economía, sola o acompañada?", (10, 12)),
        ("que medidas le endosaron a economia", (10, 12)),
        ("las medidas que tiene a su haber vivienda", (48, 49, 50, 51, 52, 53)),
        ("¿En cuáles participa Economía acompañada de otra institución?", (10,)),
        ("regularidad migratoria: las que SERMIG hace solo", (1,)),
        ("El Ministerio de Vivienda, ¿en cuáles no está solo?", (53,)),
    ],
)
def test_alone_or_not_is_no_filter_and_alone_is_one(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Cuáles tenían como tope el 31 de diciembre de 2023?", (22, 26, 41, 62, 71, 74)),
        ("con tope 30 de junio de 2025, ¿cuáles hay?", (47, 50, 64)),
        ("¿cuáles quedan para después de que termine 2025?", (66, 67)),
    ],
)
def test_a_day_that_is_the_limit_is_the_deadline_itself(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


def test_whose_a_medida_does_not_have_to_be_is_left_out(assistant: Assistant) -> None:
    question = "Del eje de protección internacional, ¿cuáles no le corresponden al SERMIG?"
    assert medidas(assistant, question) == (19, 20, 22, 24, 29, 30, 31)
    assert medidas(assistant, "En seguridad y fronteras, ¿cuáles no le tocan a Interior?") == (36,)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "El plan rige desde 2024, pero algunas medidas traen plazos del año anterior. ¿Cuáles son?",
            (22, 26, 41, 62, 71, 73, 74),
        ),
        ("La política parte en 2024; ¿qué medidas vencían el año anterior?", (22, 26, 41, 62, 71, 73, 74)),
    ],
)
def test_the_year_before_is_counted_from_the_year_that_is_named(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("las de 2024 son muchas; ¿cuales vencen el ano siguiente?", "las de son muchas; ¿cuales vencen 2025?"),
        ("las que vencen en 2024 y el ano siguiente", "las que vencen en 2024 y 2025"),
        ("las que vencen un ano antes que las de 2025", "las que vencen 2024"),
        ("las que vencian el ano pasado", "las que vencian el ano pasado"),
    ],
)
def test_a_year_told_by_another_is_written_out_and_the_other_stays_where_both_are_meant(line: str, read: str) -> None:
    assert from_named_year(line) == read


@pytest.mark.parametrize(
    ("question", "number"), [("m24 indicador", 24), ("med 47 plazo", 47), ("plazo de la m. 61", 61)]
)
def test_a_medida_is_named_by_its_abbreviation(assistant: Assistant, question: str, number: int) -> None:
    assert medidas(assistant, question) == (number,)


def test_a_follow_up_asks_of_the_set_before_without_naming_it(assistant: Assistant) -> None:
    turns = ("las del sermig en gobernanza", "cuáles tenían tope el 30 de junio de 2024")
    assert medidas(assistant, *turns) == (75, 76, 77, 81, 82)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuántas medidas tiene Desarrollo Social, sola o junto con Migraciones", (13, 16, 19, 20, 33, 85)),
        ("qué medidas le tocaron al ministerio de la mujer, solo o con migraciones", (22, 23, 24, 28, 29, 30, 31)),
        ("medidas de la PDI, sola o con SERMIG", (5,)),
        ("vencimiento 30-06-2025, listado", (47, 50, 64)),
        ("plazo 31-12-2026", (66, 67)),
        ("indicador medida matrícula 2023 Mineduc", (62,)),
    ],
)
def test_telegraphic_questions_are_read_as_whole_ones(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


def test_the_whole_leads_where_how_many_medidas_in_how_many_ejes_is_asked(assistant: Assistant) -> None:
    text = assistant.ask("¿cuántas medidas tiene el plan y en cuántos ejes se reparten?").answer.text
    assert text.index("86 medidas") < text.index("10 ejes")


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué hizo SERMIG en 2024 con la PDI?",
        "¿Qué debe hacer un municipio para postular al Sello Migrante?",
        "¿Qué tareas tiene la oficina de migrantes según la guía?",
    ],
)
def test_what_is_asked_of_others_or_of_what_was_done_is_no_set_of_medidas(assistant: Assistant, question: str) -> None:
    assert not medidas(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "¿cuál es el plazo de esa medida en el Plan?",
        "¿y su indicador?",
        "quién responde por la medida",
        "¿quién la tiene a cargo?",
    ],
)
def test_which_medida_is_meant_is_asked_back(assistant: Assistant, question: str) -> None:
    told = answer(assistant, question)
    assert told.status is Status.UNCLEAR
    assert "¿De qué medida?" in told.text
    assert answer(assistant, "medida 12", question).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["plazo informe CASEN", "quién lidera el equipo ejecutivo", "¿qué plazos tiene el plan?"]
)
def test_what_is_named_is_not_asked_back(assistant: Assistant, question: str) -> None:
    assert answer(assistant, question).status is not Status.UNCLEAR
