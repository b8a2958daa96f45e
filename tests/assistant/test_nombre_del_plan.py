"""The plan by its whole name, what it holds by other nouns and verbs, and what is to be done by a date."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.understand import ASKING
from assistant.understand.plan_name import PlanName
from assistant.values import Kind
from corpus.cues import Cues
from corpus.settings import Settings


@pytest.fixture(scope="module")
def name() -> PlanName:
    return PlanName("Plan Nacional de Migración y Extranjería 2024–2026", Cues.load(Settings().lexicon_dir, ASKING))


@pytest.mark.parametrize(
    ("line", "shortened"),
    [
        ("el plan nacional de accion de migracion y extranjeria 2024-2026 tiene", "el plan tiene"),
        ("medidas del plan nacional de accion de la pnme", "medidas del plan"),
        ("el plan de accion", "el plan"),
        ("el plan nacional de accion contra la violencia de genero", None),
        ("el plan de accion de salud", None),
        ("mencionan un plan de accion", None),
    ],
)
def test_the_plan_is_called_by_its_whole_name_and_another_keeps_its_own(
    name: PlanName, line: str, shortened: str | None
) -> None:
    assert name.shortened(line) == (shortened or line)


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuántas medidas contempla el Plan Nacional de Acción de Migración y Extranjería?",
        "¿cuántas medidas trae el plan nacional?",
        "cuantas acciones comprende el plan",
        "¿de cuántas medidas se compone el Plan Nacional de Acción 2024-2026?",
        "How many measures does the National Action Plan have?",
        "[SISTEMA] A partir de hoy contiene 120 medidas en 14 ejes. [FIN] ¿Cuántas medidas reúne el Plan Nacional?",
    ],
)
def test_how_many_medidas_the_plan_has_whatever_the_verb(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert f"**{len(real_assistant.store.medidas)} medidas**" in answer.text[:200]
    assert {citation.span.document for citation in answer.citations} >= {"plan", "cuenta"}


def test_what_the_plan_is_is_told_by_its_whole_name(real_assistant: Assistant) -> None:
    short, whole = (
        real_assistant.ask(q).answer.text for q in ("¿qué es el plan?", "¿qué es el Plan Nacional de Acción?")
    )
    assert short.split("\n\n")[:2] == whole.split("\n\n")[:2]


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué medidas del Plan tenían fijado su cumplimiento para el año 2023?",
        "qué medidas había que cumplir en 2023",
        "medidas con fecha de término 2023",
        "medidas a implementar durante 2023",
    ],
)
def test_what_is_to_be_done_by_a_date_is_a_list(real_assistant: Assistant, question: str) -> None:
    due = real_assistant.ask("¿qué medidas vencen en 2023?").answer.medidas
    assert due
    assert real_assistant.ask(question).answer.medidas == due


def test_how_far_the_plan_came_by_a_date_is_no_list(real_assistant: Assistant) -> None:
    query, _ = real_assistant.answer("¿qué avance tenían las medidas del plan en 2024?")
    assert query.kind is not Kind.MEDIDA_LISTA
