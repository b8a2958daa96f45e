"""A figure is asked of a place: the place counts as told by any of its names, and no other place's figure is given."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.values import Status

ANALYSTS = "¿cuántas jefas de hogar contrataron con el convenio del Gobierno Regional {}?"


@pytest.mark.parametrize("name", ["Metropolitano", "de Santiago", "de la RM"])
def test_a_region_is_told_by_any_of_its_names(real_assistant: Assistant, name: str) -> None:
    assert "30 mujeres" in real_assistant.ask(ANALYSTS.format(name)).answer.text


@pytest.mark.parametrize("name", ["de Atacama", "de Los Ríos"])
def test_another_regions_figure_is_not_given(real_assistant: Assistant, name: str) -> None:
    assert real_assistant.ask(ANALYSTS.format(name)).answer.status is not Status.ANSWERED
