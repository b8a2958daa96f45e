"""The keys as they are kept: enough for each piece of text, none taken from the questions of the evaluation."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict

import numpy as np
import pytest
from rapidfuzz import fuzz

from corpus.analysis import terms, words
from corpus.settings import ROOT, Settings
from ingest.keys import read_keys

# A key is a near-copy of a question where their letters agree so far, in any order of the words, or where all words of
# the one stand in the other and neither is much longer.
NEAR = 85
SAME_WORDS = 95
WORTH_A_LOOK = 0.6
"""The share of the content words of the shorter of two texts below which they are not compared letter by letter."""


def evaluation_questions() -> list[str]:
    """What users ask in the evaluation: every turn that says enough to stand for itself."""
    found = []
    for path in sorted((ROOT / "evals" / "questions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                found += [turn for turn in json.loads(line)["turns"] if len(set(terms(turn))) >= 3]
    return found


def near_copies(keys: list[str], questions: list[str]) -> list[str]:
    """The keys that are near-copies of a question."""
    stems = [sorted(set(terms(text))) for text in questions]
    sizes = np.array([len(own) for own in stems])
    holding: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(stems):
        for stem in own:
            holding[stem].append(at)
    found = []
    for key in keys:
        own = set(terms(key))
        places = [place for stem in own for place in holding.get(stem, ())]
        shared = np.bincount(places, minlength=len(questions)) if places else np.zeros(len(questions), dtype=int)
        (near,) = np.nonzero(shared >= np.maximum(1, WORTH_A_LOOK * np.minimum(sizes, len(own))))
        if any(_is_copy(key, len(own), questions[at], int(sizes[at])) for at in near):
            found.append(key)
    return found


def _is_copy(key: str, size: int, question: str, other: int) -> bool:
    """Whether a key is a near-copy of a question; the sizes are their numbers of content words."""
    one, two = (" ".join(words(text)) for text in (key, question))
    if fuzz.ratio(one, two, score_cutoff=NEAR) or fuzz.token_sort_ratio(one, two, score_cutoff=NEAR):
        return True
    small, large = sorted((size, other))
    return small >= 4 and small >= 0.7 * large and fuzz.token_set_ratio(one, two) >= SAME_WORDS


@pytest.mark.parametrize(
    ("key", "copied"),
    [
        ("¿Cuántos jardines abrió el municipio de Pelarco en 2023?", True),
        ("cuantos jardines abrio la municipalidad de pelarco el 2023", True),
        ("Pelarco 2023 municipio abrió ¿cuántos jardines?", True),
        ("¿Qué comuna inauguró jardines infantiles hace poco?", False),
        ("jardines Pelarco", False),
    ],
)
def test_a_near_copy_is_told_from_another_way_of_asking(key: str, copied: bool) -> None:
    asked = ["¿Cuántos jardines abrió el municipio de Pelarco en 2023?"]
    assert near_copies([key], asked) == ([key] if copied else [])


def test_no_key_is_a_near_copy_of_an_evaluation_question() -> None:
    questions = evaluation_questions()
    keys = [text for key in read_keys(Settings().keys_dir) for text in key.keys]
    kinds = tomllib.loads((Settings().lexicon_dir / "fuera.toml").read_text(encoding="utf-8"))["fuera"]
    keys += [text for kind in kinds for text in kind["claves"]]
    assert len(questions) > 500
    assert len(keys) > 10_000
    # Says how many and not which: the questions that measure the assistant are not to be read.
    copied = len(near_copies(keys, questions))
    assert copied == 0


def test_every_piece_has_at_least_six_keys() -> None:
    few = [(key.document, key.title, len(key.keys)) for key in read_keys(Settings().keys_dir) if len(set(key.keys)) < 6]
    assert few == []
