"""Two things asked of one practice, messages that go on with it, and names that it does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.practices.shorten import shared

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

BOTH = {
    "red solidaria macul: quién distribuye las donaciones + desde cuándo": ["Arca", "2018"],
    "en cuántos establecimientos hizo Los Andes su diagnóstico y en qué meses": ["13", "Junio"],
    "protocolo de Coquimbo: con qué decreto y desde cuándo": ["3.737", "2022"],
    "¿Quién financió el proyecto de Hualqui y a quién va dirigido?": ["Fondo concursable", "movilidad humana"],
    "¿cuánto dura la jornada de títulos de La Reina y en cuántas partes la dividen?": ["2 horas", "dos bloques"],
    "¿Cuánto duraban las jornadas de La Reina y cuántas personas se beneficiaron en total?": [
        "2 horas",
        "100 personas",
    ],
    "¿en qué meses funciona el programa de Maipú y cuántos talleres hicieron en 2024?": [
        "Marzo a noviembre",
        "11 talleres",
    ],
    "La Reina títulos: nº jornadas y total de favorecidos": ["100 personas", "dos jornadas"],
    "en quilicura el programa de ayuda a inmigrantes vulnerables, servía si uno estaba irregular? y quién lo pagaba": [
        "situación regular",
        "ministerio del interior",
    ],
    "Los Andes: ¿en cuántos colegios se hizo el estudio de niños y quién lo costeó?": ["13", "Recursos propios"],
    "¿quién pone los fondos del proyecto de trabajo social de Hualqui y cuántos años lleva?": ["Vicerrectoría", "2024"],
    "¿con qué dinero se hizo el estudio de infancia de Los Andes y sigue en pie?": ["Recursos propios", "vigente"],
    "mesa escolar de Temuco: periodicidad y financiamiento": ["mensual", "Recursos propios"],
}


@pytest.mark.parametrize("question", BOTH)
def test_both_things_asked_stand_at_the_beginning(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    for text in BOTH[question]:
        assert text in answer.text[:470], answer.text
    assert not answer.withheld


GOES_ON = {
    (
        "¿cuántos módulos tiene el curso de formar líderes en Concepción?",
        "¿y el último de qué se trata?",
    ): "salud mental",
    ("¿cuántos módulos tiene el curso de formar líderes en Concepción?", "¿y el segundo módulo?"): "21.325",
    ("revalidación títulos la reina", "costo u. de chile? beneficiarios?"): "100 personas",
    ("¿Qué municipio tiene una boutique de ropa?", "quién la maneja"): "Arca",
    ("¿Qué práctica tiene Los Andes con los niños?", "sigue vigente? y con qué plata?"): "Recursos propios",
    ("bootcamp de Lima y Callao", "% que encontró pega"): "88.2%",
    ("¿Qué comuna usó estudiantes de trabajo social?", "lecciones para replicarlo"): "inducción",
}


@pytest.mark.parametrize("turns", GOES_ON)
def test_a_message_without_a_subject_is_about_the_practice_just_told(
    real_assistant: Assistant, turns: tuple[str, str]
) -> None:
    first = real_assistant.ask(turns[0], None)
    assert GOES_ON[turns] in real_assistant.ask(turns[1], first.conversation_id).answer.text[:470]


def test_a_message_with_a_subject_of_its_own_leaves_the_practice(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿Qué municipio tiene una boutique de ropa?", None)
    then = real_assistant.ask("expulsiones 2024", first.conversation_id).answer
    assert "1.100" in then.text


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué universidad trabaja con la clínica jurídica de Puerto Montt?",
        "¿Cómo se llama la encargada de la oficina de migrantes de Coquimbo?",
        "¿qué marca de tótem usa Coquimbo?",
    ],
)
def test_a_name_that_is_not_given_is_not_answered(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


def test_a_name_that_is_given_is(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿Qué universidad trabaja con La Reina?", None).answer
    assert "Universidad de Chile" in answer.text[:400]


def test_what_short_texts_leave_of_a_room_goes_to_the_longer_ones() -> None:
    assert shared([20, 300], 200) == [60, 140]
    assert shared([100, 500, 90], 300) == [100, 110, 90]


NAMED = {
    "¿En qué escuelas se hizo la escuela intercultural de Viña?": "Aldo Francia",
    "¿En qué establecimientos se aplicó la Escuela Intercultural de Viña del Mar?": "Aldo Francia",
    "¿Qué práctica se hace todo el año?": "Macul",
}


@pytest.mark.parametrize("question", NAMED)
def test_what_is_asked_by_its_sort_is_told_by_its_name(real_assistant: Assistant, question: str) -> None:
    assert NAMED[question] in real_assistant.ask(question, None).answer.text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántos niños participaron en la escuela intercultural de Viña?",
        "¿Qué porcentaje de los encuestados de Quilicura era de Haití?",
        "¿Cómo se llama la profesora que guía MigraUdeC?",
    ],
)
def test_a_number_or_a_person_that_no_sheet_gives_is_not_answered(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


OF_EACH = {
    "Lo Espejo: cada cuánto sesiona cada mesa": ["trimestral", "mensual"],
    "en Lo Espejo, ¿cada cuánto se junta la mesa donde van las lideresas?": ["mensual"],
    "Maipú 2024: cuántos talleres": ["11 talleres"],
    "en qué liceos se hizo la escuela intercultural de Viña del Mar": ["Unesco", "Aldo Francia"],
    "Quilicura: ¿cuánto duró la consulta y en qué año empezó el programa de mediadores?": ["Dos días", "2015"],
    "¿quién organizó las jornadas de títulos de La Reina?": ["Municipalidad de la Reina"],
    "¿quién elaboró el protocolo de Coquimbo?": ["La Oficina de Migrantes y Refugiados"],
    "¿qué práctica se hizo sólo entre octubre y noviembre?": ["1 práctica", "Concepción"],
    "¿qué ficha marca solamente la línea de vinculación comunitaria?": ["Macul"],
}


@pytest.mark.parametrize("question", OF_EACH)
def test_the_very_thing_that_is_meant_leads(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    for text in OF_EACH[question]:
        assert text in answer.text[:400], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas personas respondieron la consulta de Quilicura?",
        "¿cuántos migrantes viven en Quilicura según la consulta de 2015?",
    ],
)
def test_a_number_of_people_who_did_another_thing_is_no_answer(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained
