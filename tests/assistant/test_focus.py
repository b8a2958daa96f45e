"""What a text says of a question weighs the same in whatever order the words are added up."""

from __future__ import annotations

from itertools import permutations

from assistant.focus import weigher
from corpus.analysis import terms


def test_a_weight_does_not_depend_on_the_order_of_words() -> None:
    weights = dict(zip(terms("vivienda salud trabajo"), (0.1, 0.2, 0.3), strict=True))
    ways = [weigher(dict(one), None) for one in permutations(weights.items())]
    assert len({way("Vivienda y salud.") for way in ways}) == 1
