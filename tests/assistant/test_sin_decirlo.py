"""Brief questions that lean on the last turn without saying so, and those that do not."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from corpus.store import Store

MAIPU = "cuéntame de la práctica de Maipú"


@pytest.fixture
def assistant(real_assistant: Assistant) -> Assistant:
    """An assistant over the real documents, searched by words alone."""
    return real_assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((MAIPU, "con quiénes trabajaron"), "Establecimientos educativos de la comuna"),
        (("qué hizo Lo Espejo", "quién pagó eso"), "Inclusión Social 2024"),
        (("qué hizo Coquimbo", "desde cuándo existe"), "Diciembre 2022"),
        # What was not found keeps the subject for the question after it.
        ((MAIPU, "cuánta plata usaron", "y qué recomiendan para replicarla"), "Municipalidad de Maipú"),
    ],
)
def test_a_brief_question_goes_on_with_what_was_spoken_of(
    assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    found = answer(assistant, *turns)
    assert not found.abstained
    assert told in found.text


@pytest.mark.parametrize(
    "turns",
    [
        (MAIPU, "cuál es la capital de Francia"),
        ("cuántas expulsiones hubo en 2024", "a qué hora abren"),
        ("qué hizo Macul", "cuánto llueve allá"),
    ],
)
def test_what_is_in_no_document_is_not_answered_with_the_last_subject(
    assistant: Assistant, turns: tuple[str, ...]
) -> None:
    assert answer(assistant, *turns).abstained


def test_a_record_stands_in_a_document_under_its_headings(real_store: Store) -> None:
    assert real_store.place("medida:12") == ("plan", "Eje 2: Desarrollo económico y productivo")
    assert real_store.place("tabla:4")[:2] == ("cuenta", "Eje 3. Sanciones migratorias y multas")
    assert real_store.place("practica:fichas:06")[0] == "fichas"
    assert real_store.place("fuera:visa-primera") == ()
