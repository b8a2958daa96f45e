"""The keys as they are kept: enough for each piece of text, none taken from the questions of the evaluation."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from corpus.analysis import terms, words
from corpus.settings import ROOT, Settings
from ingest.keys import read_keys

# A key is a near-copy of a question where their letters agree so far, in any order of the words, or where all words of
# the one stand in the other and neither is much longer.
NEAR = 85
SAME_WORDS = 95
WORTH_A_LOOK = 60


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
    left, right = ([" ".join(words(text)) for text in texts] for texts in (keys, questions))
    sizes, others = ([len(set(terms(text))) for text in texts] for texts in (keys, questions))

    def scores(scorer: Callable[..., float], least: int) -> np.ndarray:
        return process.cdist(left, right, scorer=scorer, score_cutoff=least, dtype=np.float32, workers=-1)

    shuffled = scores(fuzz.token_sort_ratio, WORTH_A_LOOK)
    copied = ((shuffled >= NEAR) | (scores(fuzz.ratio, NEAR) > 0)).any(axis=1)
    for at, to in zip(*np.nonzero(shuffled), strict=True):
        small, large = sorted((sizes[at], others[to]))
        if small >= 4 and small >= 0.7 * large and fuzz.token_set_ratio(left[at], right[to]) >= SAME_WORDS:
            copied[at] = True
    return [key for key, is_copy in zip(keys, copied, strict=True) if is_copy]


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
