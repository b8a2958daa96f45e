"""What is asked of practices with few words: the thing alone, those told before, what was charged, the longest running."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.practices.turns import completed, did_one


@pytest.mark.parametrize(
    ("before", "fresh", "whole"),
    [
        ("¿cada cuanto se junta la mesa de los servicios?", "¿y la de las organizaciones?", "cada cuanto se junta la de las organizaciones?"),
        ("¿quien financia el taller de verano?", "¿y el del invierno?", "quien financia el del invierno?"),
        ("¿cada cuanto se junta la mesa?", "¿y quien va?", "¿y quien va?"),
    ],
)  # fmt: skip
def test_a_follow_up_that_only_names_another_thing_is_completed(before: str, fresh: str, whole: str) -> None:
    assert completed(fresh, before) == whole


def test_who_did_a_thing_seeks_the_one_of_all() -> None:
    assert did_one("¿quien puso un totem?")
    assert did_one("¿quienes han armado una mesa?")
    assert not did_one("¿quien puso la plata?")


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["de las diez fichas, ¿cuál lleva más años andando?"], "Red Solidaria Local"),
        (["¿qué municipios de la Región Metropolitana salen en las fichas?", "¿cuál de esos lleva más tiempo funcionando?"], "Red Solidaria Local"),
        (["¿cuánto cobró la universidad por las jornadas de La Reina?"], "gratuita"),
        (["decreto del protocolo de Coquimbo, nº"], "3.737"),
        (["¿cuántos grupos focales considera MigraUdeC en su segundo año?"], "2 focus group"),
    ],
)  # fmt: skip
def test_the_fact_leads(real_assistant: Assistant, turns: list[str], said: str) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert said in reply.answer.text[:400]
