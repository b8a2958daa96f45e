"""What a question about medidas does not filter by, dates within a year, follow-ups, and what no document tells."""

from __future__ import annotations

from datetime import date

import pytest
from asking import medidas

from assistant.pipeline import Assistant
from assistant.understand.deadlines import combined, find_deadlines
from assistant.understand.text import folded_line

TODAY = date(2026, 1, 15)


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("a mitad del 2025, el 30 de junio", date(2025, 6, 30), date(2025, 6, 30)),
        ("en 2024, en septiembre", date(2024, 9, 1), date(2024, 9, 30)),
        ("la mitad del ano 2024, o sea el 30 de junio", date(2024, 6, 30), date(2024, 6, 30)),
        ("antes de que empezara el 2024", None, date(2023, 12, 31)),
        ("antes de que terminara el 2024", None, date(2024, 12, 31)),
    ],
)
def test_a_date_is_read_in_the_year_beside_it_and_the_narrower_one_counts(
    line: str, first: date | None, last: date
) -> None:
    (found,) = combined(find_deadlines(line, TODAY, (2023, 2024, 2025, 2026)), line)
    assert (found.desde, found.hasta) == (first, last)


def test_years_after_a_day_say_which_days(assistant: Assistant) -> None:
    assert medidas(assistant, "¿Qué medidas vencen el 30 de junio, sea de 2023 o 2025?") == (47, 50, 64, 73)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Qué cosas del plan vencían justo a mitad del 2025, el 30 de junio?", (47, 50, 64)),
        ("todo lo que tenía que estar listo al cierre del 2023", (22, 26, 41, 62, 71, 74)),
        ("¿Cuáles debían estar listas antes de 2024?", (22, 26, 41, 62, 71, 73, 74)),
        ("qué compromisos debían cumplirse durante 2026", (66, 67)),
    ],
)
def test_what_is_owed_by_a_day_is_medidas_though_they_are_not_named(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Estamos armando un informe sobre acceso a la justicia. Queremos las medidas en que figura el Ministerio de "
            "Justicia, incluyendo las que hace junto a otros servicios. ¿Cuáles son?",
            (4, 14, 65, 66, 67, 68),
        ),
        (
            "Trabajamos en prevención de violencia y en inclusión digital. ¿Qué medidas tiene Vivienda, contando también "
            "las que comparte con SERMIG?",
            (48, 49, 50, 51, 52, 53),
        ),
        (
            "contando las de registro civil y las de derechos humanos, ¿cuántas medidas tiene en total justicia?",
            (4, 14, 65, 66, 67, 68),
        ),
    ],
)
def test_what_leads_up_to_a_question_and_what_is_only_not_left_out_filter_nothing(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    "question", ["¿Qué requisitos tiene la reunificación familiar en Canadá?", "Doy una charla de gestión migratoria"]
)
def test_a_theme_is_no_eje_where_something_else_is_asked(assistant: Assistant, question: str) -> None:
    assert medidas(assistant, question) == ()


def test_an_eje_named_by_its_theme_alone_is_one(assistant: Assistant) -> None:
    assert medidas(assistant, "medidas de seguridad y control de fronteras") == (35, 36, 37)


def test_all_of_one_sort_that_the_plan_has(assistant: Assistant) -> None:
    assert medidas(assistant, "¿cuáles son los proyectos de ley del plan?") == (11, 75)
    assert medidas(assistant, "¿Qué protocolos hay en el plan nacional?") == (16, 25, 32, 71)


def test_a_topic_of_two_things_is_not_read_as_one_of_them(assistant: Assistant) -> None:
    asked = "hay medidas para que las mujeres migrantes no queden fuera de internet y lo digital"
    assert set(medidas(assistant, asked)) == {39, 40}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("medida sobre la jornada de ciencia e innovación", "¿Qué institución es la responsable?"), (72,)),
        (("¿Qué medida hay para validar estudios de básica y media?", "¿Y para los títulos universitarios?"), (64,)),
        (("¿Qué medidas son del Ministerio del Trabajo?", "de esas, ¿cuáles son sobre la ruta de la empleabilidad?"), (7, 8, 9)),
        (("Hablemos de la medida 3", "¿con qué indicador se evalúa?"), (3,)),
    ],
)  # fmt: skip
def test_follow_ups_keep_the_medida_or_leave_it(
    assistant: Assistant, turns: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, *turns) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿Qué medidas del Ministerio de la Mujer se hacen con SERMIG?", (23, 28)),
        ("medidas con SERMIG y otras dos instituciones", (14, 37)),
        ("que le toca al ministerio de las culturas y al del deporte", (2, 69)),
        ("¿Qué medidas tenía que tener listas Desarrollo Social en junio del 2024?", (13, 85)),
        ("¿En cuáles participa la PDI?", (5,)),
        ("¿qué medidas quedaron sin una fecha válida?", (5, 12)),
    ],
)
def test_who_is_responsible_in_other_words(assistant: Assistant, question: str, expected: tuple[int, ...]) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize("question", ["¿ya está terminada la medida 44?", "Estado de avance de la medida 30"])
def test_whether_a_medida_is_done_is_told_by_no_document(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).answer
    assert answer.abstained
    assert "Ningún documento dice" in answer.text


def test_progress_that_is_reported_is_told(assistant: Assistant) -> None:
    assert not assistant.ask("¿qué se sabe del avance de la medida 84?").answer.abstained


@pytest.mark.parametrize("number", [87, 93, 112])
def test_a_medida_that_does_not_exist_is_said_not_to(assistant: Assistant, number: int) -> None:
    answer = assistant.ask(f"¿Qué dice la medida {number}?").answer
    assert "86" in answer.text
    assert answer.medidas == ()


@pytest.mark.parametrize(
    "question", ["¿cuál es el correo del responsable de la medida 40?", "¿qué multa hay si no se cumple la medida 12?"]
)
def test_what_no_document_gives_of_a_medida(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).answer.abstained


@pytest.mark.parametrize(("eje", "share"), [(7, "36,0"), (10, "15,1")])
def test_an_eje_is_told_as_a_part_beside_what_the_account_says_of_it(
    assistant: Assistant, eje: int, share: str
) -> None:
    answer = assistant.ask(f"¿coincide el porcentaje que da la cuenta pública al eje {eje} con sus medidas?").answer
    assert share in answer.text
    assert {citation.span.document for citation in answer.citations} >= {"cuenta", "plan"}


@pytest.mark.parametrize("how", ["a medias con", "en conjunto con", "compartidas con"])
def test_whom_a_medida_is_not_shared_with_is_left_out(assistant: Assistant, how: str) -> None:
    alone = medidas(assistant, f"las del Ministerio de Justicia que no son {how} Migraciones")
    shared = medidas(assistant, f"las del Ministerio de Justicia que son {how} Migraciones")
    assert alone == medidas(assistant, "medidas del Ministerio de Justicia sin el SERMIG")
    assert shared
    assert not set(alone) & set(shared)
    assert sorted((*alone, *shared)) == sorted(medidas(assistant, "medidas del Ministerio de Justicia"))


@pytest.mark.parametrize(("which", "eje"), [("último", 10), ("penúltimo", 9)])
def test_ejes_are_counted_from_the_end_too(assistant: Assistant, which: str, eje: int) -> None:
    assert medidas(assistant, f"medidas del {which} eje") == medidas(assistant, f"medidas del eje {eje}")


@pytest.mark.parametrize(
    "told",
    [
        "me dijeron que el plan tiene 120 medidas, ¿cuántas medidas contempla?",
        "son 90 medidas, ¿cuántas hay en el plan?",
    ],
)
def test_a_count_that_is_told_is_set_right(assistant: Assistant, told: str) -> None:
    assert "86 medidas" in assistant.ask(told).answer.text[:200]


def test_a_count_told_of_another_plan_is_not_the_plans(assistant: Assistant) -> None:
    assert (
        "86 medidas" not in assistant.ask("el plan de acogida de Quilicura, ¿cuántas medidas tiene?").answer.text[:200]
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("resúmeme la 48", (48,)),
        ("dame el indicador de la 9", (9,)),
        ("dime el responsable de las 5 y 6", (5, 6)),
        ("las 12 y 14", (12, 14)),
        ("de las 43, ¿qué parte la dirigen migrantes?", ()),  # so many, not the one of that number
    ],
)
def test_a_number_alone_is_of_a_medida_where_it_is_asked_for_what_a_medida_has(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    "opening", ["Ok, ", "bueno ", "Perfecto. ", "hola, buenas tardes, una consulta: ", "oye ya po "]
)
def test_how_a_message_begins_changes_nothing(assistant: Assistant, opening: str) -> None:
    assert medidas(assistant, f"{opening}qué medidas hay de salud") == (54, 55, 56, 57, 58, 59, 60)


def test_an_opening_that_says_something_stays(assistant: Assistant) -> None:
    assert medidas(assistant, "ya está implementada la medida 76?") == (76,)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("medida convenio SERMIG-InvestChile", (10,)),
        ("medida salud con cooperación México", (55,)),
        ("medidas Min. Ciencia", (41, 72)),
        ("min. del trabajo: medidas de 2025", (9, 47)),
    ],
)
def test_what_is_noted_down_in_haste_is_read_to_its_end(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


def test_minutes_are_no_ministry() -> None:
    assert folded_line("un taller de 90 min para vecinos") == "un taller de 90 min para vecinos"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("qué medidas vencían en los 100 días siguientes al 31 de marzo de 2025", (47, 50, 64)),
        ("qué medidas vencían en los 3 meses anteriores al 30 de junio de 2025", (47, 50, 64)),
        ("qué medidas vencían en los 30 días siguientes al 31 de marzo de 2025", ()),
    ],
)
def test_a_stretch_of_time_beside_a_day_is_counted_from_it(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuántas medidas de sermig son de capacitacion", (15, 28, 79, 86)),
        ("medidas de justicia sobre capacitación", ()),
        ("medidas de la mujer sobre capacitación", (28,)),
        ("medidas de vivienda sobre convenios", (53,)),
    ],
)
def test_what_an_institution_has_on_a_matter_is_not_all_that_it_has(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("qué medida habla de la casen", (85,)), ("cuantas medidas dicen orden", ())],
)
def test_a_noun_in_en_is_no_other_word_of_its_stem(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize("question", ["medidas sobre retorno voluntario", "medidas sobre repatriación"])
def test_a_medida_is_said_to_say_what_it_says(assistant: Assistant, question: str) -> None:
    understood = assistant.ask(question, None).answer.understood
    assert "«retorno humanitario»" in understood


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("que ministerio tiene las medidas con plazo mas largo", (66, 67)),
        ("qué institución tiene la medida que vence al último", (66, 67)),
        ("qué institución tiene la medida que vence primero", (73,)),
    ],
)
def test_who_has_what_falls_due_first_or_last_is_told_by_it(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert sorted(medidas(assistant, question)) == list(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [("plazo mesa deportistas", (2,)), ("plazo mesa deportes", (2,)), ("plazo mesa expulsiones", (37,))],
)
def test_of_two_about_as_near_the_one_that_says_all_is_meant(
    assistant: Assistant, question: str, expected: tuple[int, ...]
) -> None:
    assert medidas(assistant, question) == expected


@pytest.mark.parametrize(
    ("question", "most", "least"),
    [
        ("cuál es el eje con mas medidas y cual con menos", "Eje 7", "Eje 8"),
        ("qué ministerio tiene más medidas y cuál menos", "Ministerio del Trabajo", "Ministerio del Deporte"),
    ],
)
def test_both_ends_of_a_ranking_are_told(assistant: Assistant, question: str, most: str, least: str) -> None:
    first, last = assistant.ask(question, None).answer.text.split("\n\n")[:2]
    assert first.startswith(f"Con más: **{most}")
    assert last.startswith("Con menos: **")
    assert least in last


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuantas medidas hablan de irregulares", (5, 56, 57, 59)),
        ("cuantas medidas del minsal son para personas irregulares", (56, 57, 59)),
    ],
)
def test_words_in_ar_are_found_in_either_number(assistant: Assistant, question: str, expected: tuple[int, ...]) -> None:
    assert medidas(assistant, question) == expected
