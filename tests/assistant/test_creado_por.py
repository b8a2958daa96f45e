"""By which act something was created: told by the sentence that establishes it, or by the law of the sentence before."""

import pytest

from assistant.pipeline import Assistant


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("con qué decreto se creó el comité asesor", "Decreto Supremo N°78"),
        ("¿Qué decreto creó el Comité Asesor Interministerial?", "Decreto Supremo N°78"),
        ("¿con qué ley se creó el Sermig?", "21.325"),
    ],
)
def test_what_is_established_by_an_act_is_created_by_it(real_assistant: Assistant, question: str, act: str) -> None:
    assert act in real_assistant.ask(question).answer.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    ["¿con qué resolución se creó la Unidad de Cobranza Judicial?", "¿qué decreto creó el COSOC?"],
)
def test_no_act_is_told_that_created_nothing(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained
