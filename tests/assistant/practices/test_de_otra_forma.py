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


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("¿qué buenas prácticas de salud trae la guía?", "¿y cuál de esas es la chilena?"), "Santiago y La Granja"),
        (("¿qué buenas prácticas de salud trae la guía?", "¿cuál de esas es de Ecuador?"), "Pichincha"),
        (("¿Qué experiencia chilena destaca la guía en educación?", "según la ficha de ese municipio, ¿con qué se financió?"), "Recursos propios municipales"),
        (("¿qué hizo Coquimbo?", "según las fichas, ¿con qué se financió en esa comuna?"), "Presupuesto municipal"),
    ],
)  # fmt: skip
def test_one_of_those_told_and_the_place_that_was_told(
    real_assistant: Assistant, turns: tuple[str, ...], said: str
) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert said in reply.answer.text[:300]


def test_a_theme_of_the_guide_comes_before_what_only_speaks_of_it(real_assistant: Assistant) -> None:
    assert "Temuco" in real_assistant.ask("¿Qué experiencia chilena destaca la guía en educación?").answer.text[:60]
