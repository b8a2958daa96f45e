"""Two things of one tool in a telegram, what holds in a case that the guide puts, and what lacks a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("encuesta vecinos: duración máxima y formas de aplicarla", ("10-15 minutos", "Presencial", "Online")),
        ("encuesta - tiempo máximo - modalidades", ("10-15 minutos", "Presencial", "Mixto")),
        ("encuesta: formas de aplicarla y tipos de preguntas", ("Presencial", "Cerradas")),
    ],
)
def test_two_things_of_one_tool_stand_first(real_assistant: Assistant, question: str, wanted: tuple[str, ...]) -> None:
    first = real_assistant.ask(question).answer.text[:420]
    assert all(one in first for one in wanted)


@pytest.mark.parametrize(
    "question",
    [
        "Contratamos una consultora, ¿puede ella tomar las riendas del proceso y nosotros revisar al final?",
        "¿puede una ONG liderar la elaboración de la política?",
    ],
)
def test_what_holds_in_the_case_comes_before_the_case(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.text.startswith("En este caso, cualquier persona u organización externa")


def test_what_lacks_something_is_not_named_by_what_has_it(real_assistant: Assistant) -> None:
    assert real_assistant.ask("¿cómo se le llama a la gente que no tiene nacionalidad?").answer.abstained
    assert (
        "Migrante en situación irregular"
        in real_assistant.ask("¿cómo se le dice al que entró sin papeles?").answer.text
    )
