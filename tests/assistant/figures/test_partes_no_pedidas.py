"""A table of a part ("… por Razones Humanitarias") does not answer for the whole, nor the whole for a part."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("¿cuántos permisos de residencia se otorgaron en 2024?", "168.952", "52.655"),
        ("¿cuántos permisos de residencia temporal se dieron en 2023?", "115.423", "26.182"),
        ("¿cuántas residencias por razones humanitarias se otorgaron en 2024?", "52.655", "168.952"),
    ],
)
def test_the_whole_and_its_part_are_told_apart(
    real_assistant: Assistant, question: str, told: str, not_told: str
) -> None:
    text = real_assistant.ask(question).answer.text
    assert told in text
    assert not_told not in text
