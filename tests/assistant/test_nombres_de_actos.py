"""Acts named by their number, in every way that documents and people write them."""

from pathlib import Path

import pytest

from assistant.act_names import act_namer
from assistant.compose import MESSAGES
from corpus.cues import Cues

LEXICON = Path(__file__).parents[2] / "corpus" / "lexicon"
names_act = act_namer(Cues.load(LEXICON, MESSAGES))


@pytest.mark.parametrize(
    "text",
    [
        "mediante Resolución Exenta N° 31.510",
        "el Decreto Supremo 177 de 2022",
        "las resoluciones N° 5 y 6",
        "Ley N°21.325",
        "REX 12/2024",
        "una ordenanza municipal número 4",
        "decreto alcaldicio nro. 1.200",
        "DFL 1",
    ],
)
def test_an_act_is_named_by_its_sort_and_number(text: str) -> None:
    assert names_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "una resolución de 2024",
        "el decreto que la crea",
        "la ley de migraciones",
        "en 31.510 casos",
        "los oficios de 3 regiones",
    ],
)
def test_a_sort_without_number_names_none(text: str) -> None:
    assert not names_act(text)
