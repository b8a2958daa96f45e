"""Follow-ups of a practice just told that name it by nothing: a time, the one of some sort, the other one, another comuna's."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.values import Answer


def _last(assistant: Assistant, *turns: str) -> Answer:
    conversation = None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    return reply.answer


TITULOS = "¿qué municipio ayudó a profesionales extranjeros a revalidar sus títulos con una universidad?"
MESAS = "¿qué municipio tiene dos mesas, una de instituciones y otra de organizaciones?"


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        ((TITULOS, "¿cuánto duraba cada sesión?"), "2 horas"),
        ((TITULOS, "How long did each session last?"), "2 horas"),
        ((MESAS, "¿cada cuánto se junta la de organizaciones?"), "mensuales"),
        ((MESAS, "¿cada cuánto se reúne la de instituciones?"), "trimestralmente"),
        (("¿qué práctica presentó Lo Espejo?", "¿y cada cuánto se junta la mesa institucional?", "¿y la otra?"), "La Mesa de Organizaciones realiza reuniones mensuales"),
        (("¿En qué consiste el protocolo de atención de Coquimbo?", "¿Y con qué decreto quedó establecido?"), "3.737"),
        (("protocolo atención usuarios migrantes: qué municipio de las fichas", "nº del decreto?"), "3.737"),
    ],
)  # fmt: skip
def test_what_is_asked_goes_on_with_the_practice(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    answer = _last(real_assistant, *turns)
    assert not answer.abstained
    assert says in answer.text[:400]


@pytest.mark.parametrize(
    "turns",
    [
        ("¿de qué se trata la Red Solidaria Local de Macul?", "¿y la de Ñuñoa?"),
        ("¿de qué se trata la Red Solidaria Local de Peñalolén?",),
    ],
)
def test_a_practice_is_not_told_as_one_of_another_comuna(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert _last(real_assistant, *turns).abstained


def test_a_time_of_something_else_is_not_sought_in_the_practice_told(real_assistant: Assistant) -> None:
    answer = _last(real_assistant, TITULOS, "¿cuánto debe durar la encuesta?")
    assert "10-15 minutos" in answer.text[:400]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("¿qué práctica presentó Lo Espejo?",), "**Mesas Migrantes**"),
        (("¿qué dice la guía de Quilicura?", "¿y de Coquimbo?"), "**Protocolo de Atención"),
        (("¿qué ciudad de Estados Unidos dio una tarjeta municipal?", "¿para qué servía?"), "cuentas bancarias"),
        (("¿qué práctica tiene Los Andes?", "¿qué descubrieron?"), "Los Andes"),
        (("what kind of messaging tool does Concepción recommend?",), "WhatsApp"),
    ],
)
def test_a_practice_that_is_named_leads(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    answer = _last(real_assistant, *turns)
    assert not answer.abstained
    assert says in answer.text[:400]


def test_two_details_of_which_one_is_put_with_a_verb_first(real_assistant: Assistant) -> None:
    question = "programa de asistencia de Quilicura: quién lo pagaba y podían entrar los irregulares"
    answer = _last(real_assistant, question)
    assert "ministerio del interior" in answer.text[:500]
    assert "situación regular" in answer.text[:500]
