"""How long it is from one thing to another: how the two are read, and what is told."""

import pytest

from assistant.compose.elapsed_asked import asked, first_to_last
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("line", "one", "other"),
    [
        ("meses entre aprobacion del reglamento y su publicacion", "aprobacion del reglamento", "la publicacion de reglamento"),
        ("temuco: anos entre primer taller y cierre", "primer taller de temuco", "cierre de temuco"),
        ("¿cuantos dias hay entre el inicio y la entrega", "el inicio", "la entrega"),
        ("meses entre plazo catastro (piloto) y plazo de su informe", "plazo catastro (piloto)", "plazo de informe de catastro"),
    ],
)  # fmt: skip
def test_the_two_things_are_read(line: str, one: str, other: str) -> None:
    assert (one, other) in [(found.one, found.other) for found in asked(line)]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("el catastro tiene varios plazos, ¿cuantos meses van del primero al ultimo", "el catastro"),
        ("¿cuantos meses pasan del primer al ultimo plazo de la medida 60", "la medida 60"),
        ("¿cuantos meses hay entre el catastro y el informe", None),
    ],
)
def test_the_first_and_the_last_deadline(line: str, what: str | None) -> None:
    found = first_to_last(line)
    assert (found and found[1]) == what


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuántos meses pasan del primer al último plazo de la medida 48?", "15 meses"),
        ("meses entre aprobación del protocolo de expulsiones judiciales y su tramitación", "4 meses y 17 días"),
        ("años entre ley 20.430 y ley 21.325", "11 años"),
        ("¿cuántos años pasaron entre la ley de refugiados y la nueva ley de migración?", "11 años"),
        ("meses entre el plazo de la política Ruta de la Empleabilidad y el plazo de su piloto", "12 meses"),
        ("Quilicura: años entre el programa de asistencia para inmigrantes vulnerables y la primera consulta a migrantes", "1 año"),
    ],
)  # fmt: skip
def test_the_time_is_told(real_assistant: Assistant, question: str, told: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert answer.text.startswith(f"**{told}**")
