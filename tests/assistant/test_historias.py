"""A story before the question names the tool; what is asked of it stands in the question."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.clauses import asking
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("vamos a encuestar a los vecinos. ¿de que formas se aplica?", "¿de que formas se aplica?"),
        ("cuanto dura la entrevista, ¿y que pregunto?", "cuanto dura la entrevista, ¿y que pregunto?"),
        ("¿que es esto?", "¿que es esto?"),
        ("que es el foda", "que es el foda"),
    ],
)
def test_what_is_told_before_the_first_question_is_left_out(line: str, asked: str) -> None:
    assert asking(line) == asked


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Nos quedó eterna la encuesta y la dejan botada. ¿Cuánto debería demorar en contestarse, a lo más?", "10-15"),
        ("El alcalde pidió entrevistar a dirigentes haitianos. ¿Cuánto conviene que dure cada conversación?", "20-40"),
        ("Vamos a encuestar a los vecinos extranjeros. ¿De qué formas se puede aplicar el cuestionario?", "Presencial"),
        ("Estamos haciendo entrevistas y a la gente le da miedo. ¿Qué les decimos al comenzar?", "confidencialidad"),
    ],
)
def test_a_story_does_not_drown_what_is_asked_of_a_tool(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text[:430]
