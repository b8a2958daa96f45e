"""All practices of a place, of a theme, of other countries, of those that were chosen; and none where none is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "number", "named"),
    [
        ("que hizo quilicura", 4, "Plan de Acogida"),
        ("¿qué hay en Canadá?", 2, "Toronto"),
        ("que practicas hay de pega", 6, "Estación Central"),
        ("¿Qué prácticas hay de justicia?", 3, "Puerto Montt"),
        ("que practicas hay de educacion", 7, "Viña del Mar"),
        ("que practicas son de otros paises", 28, "San Pablo"),
        ("¿qué prácticas internacionales trae la guía?", 28, "Noruega"),
        ("cuantas practicas se reconocieron", 10, "La Reina"),
        ("¿cuántas prácticas se premiaron en el encuentro?", 10, "Lo Espejo"),
    ],
)
def test_a_set_is_told_whole(real_assistant: Assistant, question: str, number: int, named: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert answer.text.startswith(f"Son **{number} prácticas**"), answer.text
    assert named in answer.text


@pytest.mark.parametrize(
    ("question", "title"),
    [("hay alguna practica de deporte", "El balón no tiene fronteras"), ("¿alguna práctica de música?", "Orquesta")],
)
def test_one_is_told_though_its_whole_theme_was_found(real_assistant: Assistant, question: str, title: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert title in answer.text.split("\n")[0], answer.text


@pytest.mark.parametrize(
    "question",
    ["alguna practica para adultos mayores", "¿alguna práctica sobre deportistas?"],
)
def test_no_medida_and_no_other_practice_stands_for_one(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert answer.abstained, answer.text


@pytest.mark.parametrize("question", ["que hizo macul", "¿qué hizo Temuco?"])
def test_what_one_did_is_told_with_its_name(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.abstained
    assert any(name in answer.text[:120] for name in ("Red Solidaria Local", "Mesa de Convivencia")), answer.text


def test_an_ordinance_is_no_order_in_time(real_assistant: Assistant) -> None:
    assert not real_assistant.ask("alguna muni con ordenanza", None).answer.text.startswith("Son **")
    assert real_assistant.ask("ordena las prácticas por antigüedad", None).answer.text.startswith("Son **13")
