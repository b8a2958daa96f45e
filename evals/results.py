"""The result of a run: every question with its reply and marks, and what gave it. Saved as JSON, complete in itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydantic import Field, ValidationError

from corpus.errors import PnmeError
from corpus.records import Value
from evals.metrics import Marks
from evals.questions import Question
from evals.replies import SeenReply


class ResultError(PnmeError):
    """A file is not the result of a run."""


class About(Value):
    """What answered: ``version`` of the package, ``commit`` of the code, ``fingerprint`` of the index, settings."""

    target: str
    version: str = ""
    commit: str = ""
    fingerprint: str = ""
    settings: dict[str, str] = Field(default_factory=dict)


class Row(Value):
    """One question, the reply to its last turn, its marks, and the seconds that each turn took."""

    question: Question
    reply: SeenReply
    marks: Marks
    seconds: tuple[float, ...]


class RunResult(Value):
    """A whole run. ``variant`` says how the questions were disturbed; ``wall`` is its length in seconds."""

    about: About
    created: datetime
    variant: str = "tal cual"
    workers: int = 1
    wall: float
    rows: tuple[Row, ...]

    def save(self, path: Path) -> None:
        """Write the result as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.model_dump_json(indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> RunResult:
        """The result in a file. Raises ResultError."""
        try:
            return cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise ResultError(f"{path} no es el resultado de una evaluación: {error}") from error
