"""How likely the documents do not hold an answer: a logistic regression on the signals that :mod:`assistant.scope` gathers.

:mod:`evals.calibrate` fits the weights (``calibration.toml``).
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import astuple, dataclass
from pathlib import Path

from corpus.records import Value

CALIBRATIONS = Path(__file__).with_name("calibration.toml")
THRESHOLD = 0.44
"""The probability from which on nothing is answered: a wrong answer costs a quarter more than a wrong refusal."""


@dataclass(frozen=True)
class Signals:
    """What the decision rests on, each near 0 to 1; those of the outside may be below 0, ``aspects_missing`` above 1."""

    dense: float = 0.0
    coverage: float = 0.0
    gap: float = 0.0
    outside: float = 0.0
    place_missing: float = 0.0
    year_missing: float = 0.0
    number_missing: float = 0.0
    of_plan: float = 0.0
    english: float = 0.0
    asks_number: float = 0.0
    country_missing: float = 0.0
    aspects_missing: float = 0.0
    uncovered: float = 0.0
    rarest: float = 0.0
    outside_alone: float = 0.0
    outside_mass: float = 0.0
    names_document: float = 0.0
    count_missing: float = 0.0
    own_case: float = 0.0


class Calibration(Value):
    """The constant and the weight of each signal."""

    constant: float
    weights: Signals


class Calibrations(Value):
    """How the signals weigh, by what was searched: meaning or words alone, with written questions or the bare texts.

    Written by ``python -m evals.calibrate``, with what it measured.
    """

    meaning_and_questions: Calibration
    meaning: Calibration
    questions: Calibration
    words: Calibration

    @classmethod
    def load(cls, path: Path = CALIBRATIONS) -> Calibrations:
        """Read the file. Raises OSError and pydantic's ValidationError."""
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))

    def of(self, *, meaning: bool, questions: bool) -> Calibration:
        """The one that holds."""
        if questions:
            return self.meaning_and_questions if meaning else self.questions
        return self.meaning if meaning else self.words


def probability(calibration: Calibration, signals: Signals) -> float:
    """How likely it is that the documents do not hold the answer."""
    weighed = zip(astuple(signals), astuple(calibration.weights), strict=True)
    return 1 / (1 + math.exp(-calibration.constant - sum(value * weight for value, weight in weighed)))
