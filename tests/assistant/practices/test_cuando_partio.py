"""When practices began: the oldest and the newest, before and after a year, in order; and the years that say no such thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.practices.entries import Entries
from assistant.practices.question import CUES
from assistant.practices.years import years_in
from corpus.cues import Cues

LEXICON = Path(__file__).parents[3] / "corpus" / "lexicon"


def _text(assistant: Assistant, question: str) -> str:
    return " ".join(assistant.ask(question).answer.text.split())


@pytest.mark.parametrize(
    ("question", "places", "others"),
    [
        ("De las diez experiencias reconocidas, ¿cuál lleva más tiempo funcionando?", ("Macul", "2018"), ("Coquimbo",)),
        ("¿cuál de las iniciativas premiadas tiene más años?", ("Macul",), ("Quilicura",)),
        ("¿qué experiencia de las fichas tiene el comienzo más reciente?", ("Concepción", "2024"), ("Macul",)),
        ("¿qué iniciativas de las fichas empezaron antes de 2022?", ("Macul",), ("Coquimbo", "Viña")),
        ("¿qué prácticas partieron después del 2023?", ("Hualqui", "Lo Espejo", "Concepción"), ("Temuco",)),
        ("¿cuáles de las fichas comenzaron en 2022?", ("Viña del Mar", "Coquimbo"), ("Macul", "Maipú")),
        ("de las tres de Quilicura ¿cuál es la más antigua?", ("2014",), ("2015",)),
    ],
)
def test_practices_are_set_by_when_they_began(
    real_assistant: Assistant, question: str, places: tuple[str, ...], others: tuple[str, ...]
) -> None:
    first = _text(real_assistant, question)[:400]
    assert all(place in first for place in places)
    assert not any(place in first for place in others)


def test_practices_are_put_in_order_of_their_beginning(real_assistant: Assistant) -> None:
    text = _text(real_assistant, "ordena las diez prácticas por año de inicio")
    order = [text.index(place) for place in ("Macul", "Viña del Mar", "Coquimbo", "Temuco", "Concepción")]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("line", "began"),
    [
        ("las que partieron antes de 2022", (0, 2021)),
        ("las que comenzaron entre 2021 y 2023", None),
        ("las que existen desde el 2018", (2018, 9999)),
        ("las reconocidas en 2024, ¿cual lleva mas tiempo?", None),
        ("las que se desarrollaron en 2023", None),
    ],
)
def test_a_year_tells_when_one_began_only_behind_a_verb_that_says_so(
    real_assistant: Assistant, line: str, began: tuple[int, int] | None
) -> None:
    entries = Entries(real_assistant.store)
    cues = Cues.load(LEXICON, CUES)
    assert years_in(line, (), entries, cues).began == began
