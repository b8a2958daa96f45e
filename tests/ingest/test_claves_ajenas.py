"""The keys as they are kept: enough for each piece of text, and none taken from the questions that measure the assistant."""

from __future__ import annotations

import json
import tomllib

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from corpus.analysis import terms, words
from corpus.settings import ROOT, Settings
from ingest.keys import read_keys

NEAR = 85
SAME_WORDS = 95
"""A key is a near-copy of a question where their letters agree so far (in any order of the words), or where all words of
the one stand in the other and neither is much longer."""


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
    sizes, others = (np.array([len(set(terms(text))) for text in texts]) for texts in (keys, questions))
    smaller, larger = np.minimum.outer(sizes, others), np.maximum.outer(sizes, others)

    def alike(scorer: object, least: int) -> np.ndarray:
        scores = process.cdist(left, right, scorer=scorer, score_cutoff=least, dtype=np.uint8, workers=-1)
        return np.asarray(scores >= least)

    copied = alike(fuzz.ratio, NEAR) | alike(fuzz.token_sort_ratio, NEAR)
    copied |= alike(fuzz.token_set_ratio, SAME_WORDS) & (smaller >= 4) & (smaller >= 0.7 * larger)
    return [key for key, row in zip(keys, copied.any(axis=1), strict=True) if row]


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
    assert len(near_copies(keys, questions)) == 0


def test_every_piece_has_at_least_six_keys() -> None:
    few = [(key.document, key.title, len(key.keys)) for key in read_keys(Settings().keys_dir) if len(set(key.keys)) < 6]
    assert few == []
