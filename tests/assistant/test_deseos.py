"""A wish said bare is a topic of the plan; what asks, or is one's own matter, is none."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.understand.wishes import Wishes
from assistant.values import Status
from corpus.analysis import fold

KNOWN = {
    "perder",
    "indicar",
    "poder",
    "reconocer",
    "agilizar",
    "firmar",
    "llegar",
    "contar",
    "hacer",
    "saber",
    "recibir",
    "deber",
    "crear",
    "creer",
    "subir",
}


@pytest.mark.parametrize(
    "line",
    [
        "que los niños no pierdan clases",
        "que se reconozcan los títulos más rápido",
        "ojalá que se agilicen los permisos",
        "queremos que las familias reciban ayuda",
        "que las mujeres puedan vivir tranquilas",
        "que las cartas lleguen a tiempo",
    ],
)
def test_a_clause_in_the_subjunctive_is_a_wish(line: str) -> None:
    assert Wishes(KNOWN).topic(fold(line), line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "que se hace por los niños",
        "qué se firma con Perú",
        "que cuenta el informe",
        "¿que los niños no pierdan clases?",
        "que debe tener una política",
        "que se sabe del rezago",
        "que tiene que llegar para que se pueda firmar",
        "que porcentaje de la gente cree que suben los delitos",
        "que mide el ITA, ese indice de transparencia",
    ],
)
def test_what_asks_is_no_wish(line: str) -> None:
    assert Wishes(KNOWN).topic(fold(line), line) is None


def test_a_wish_finds_its_medidas(real_assistant: Assistant) -> None:
    assert 36 in answer(real_assistant, "que haya más control de la frontera marítima").medidas
    assert 42 in answer(real_assistant, "que se prevengan los conflictos territoriales con mediación").medidas


def test_a_wish_for_ones_own_matter_is_no_topic(real_assistant: Assistant) -> None:
    assert answer(real_assistant, "que mi visa salga rápido").status is Status.OUT_OF_SCOPE
    assert answer(real_assistant, "que me reconozcan mis estudios").status is Status.OUT_OF_SCOPE
