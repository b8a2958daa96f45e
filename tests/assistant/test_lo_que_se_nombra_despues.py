"""What a follow-up names: an item of the list told, another subject put first, another document, another thing of its sort."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant

CITY = "¿Qué concluye la presentación de buenas prácticas chilenas sobre migración y ciudad?"
MINREL = "¿qué seminarios menciona el MINREL en la presentación de gobernanza migratoria local?"
HOUSING = "convenio minvu-sermig, plazo en el plan?"
LEAD = 200


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        ((CITY, "¿Y específicamente sobre la crisis de los refugiados?"), "La crisis de los refugiados requiere"),
        ((MINREL, "¿cómo se llamaba el de la Asociación de Municipalidades?"), "Seminario “Construyendo espacio"),
        ((MINREL, "¿y la mesa intermunicipal?"), "Mesa Intermunicipal de Migración y Refugio (OIM)"),
    ],
)
def test_the_item_of_the_list_told_leads(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(says)


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (
            ("qué es el pladeco?", "¿y cuánto dura?", "ya, ¿y la política de migración cuánto debería durar?"),
            "entre 3 y 4 años",
        ),
        (("¿cuánto dura la entrevista?", "¿y el taller de diagnóstico cuánto dura?"), "90 minutos"),
    ],
)
def test_another_subject_put_first_is_asked_of(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:LEAD]


def test_another_subject_of_which_nothing_is_said_is_not_answered_with_the_last(real_assistant: Assistant) -> None:
    turns = ("¿quién financió la práctica de Temuco?", "¿y la ordenanza de turismo quién la lleva?")
    assert answer(real_assistant, *turns).abstained


def test_a_detail_put_first_is_of_what_was_told(real_assistant: Assistant) -> None:
    turns = (
        "¿a quiénes apuntaba el programa de asistencia para inmigrantes vulnerables de Quilicura?",
        "¿y la plata de dónde salía?",
    )
    assert "ministerio del interior" in answer(real_assistant, *turns).text[:LEAD].lower()


@pytest.mark.parametrize(
    "asked", ["y cuando se tramito segun la cuenta, n° rex", "¿y cuándo se tramitó según la cuenta?"]
)
def test_when_it_was_done_by_another_document_is_no_deadline(real_assistant: Assistant, asked: str) -> None:
    found = answer(real_assistant, HOUSING, asked)
    assert found.text.startswith("- **Cuenta Pública")
    assert "9.621" in found.text
    assert "31 de diciembre 2024" in answer(real_assistant, HOUSING, "¿y según la cuenta cuál es el plazo?").text[:LEAD]


def test_the_same_field_of_another_practice(real_assistant: Assistant) -> None:
    turns = ("consulta migrantes quilicura, indicador de logro", "medio de verificación?", "y el de los mediadores")
    assert "certificaciones de aprobación" in answer(real_assistant, *turns).text[: 2 * LEAD]


@pytest.mark.parametrize("why", [" porque leí las dos cosas", " es que me preguntan"])
def test_why_it_is_asked_is_not_asked(real_assistant: Assistant, why: str) -> None:
    assert medidas(real_assistant, "¿de qué va la medida 37?", f"¿es mesa o comité entonces?{why}") == (37,)
    expulsions = ("¿cuántas expulsiones hubo en 2023?", f"¿y en 2024?{why}")
    assert answer(real_assistant, *expulsions).text.startswith("**690**")


@pytest.mark.parametrize(
    "asked", ["¿Cuántas personas asistieron en promedio a cada una?", "¿cuánta gente fue a cada una en promedio?"]
)
def test_how_many_went_to_each_of_those_told(real_assistant: Assistant, asked: str) -> None:
    before = "En formación integral, ¿cuántas charlas se dictaron durante 2024?"
    assert answer(real_assistant, before, asked).text.startswith("**30,4** participantes")
