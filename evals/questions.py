"""The evaluation questions: ``questions/<split>-<name>.jsonl``, one JSON object a line.

A question's gold says what a right reply must hold; :func:`evals.metrics.judge` applies it. Questions of the ``test``
split are for measuring only: nobody tunes on them. When new ones have been written there, old ones move to ``dev``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from corpus.errors import PnmeError
from corpus.records import Value

FOLDER = Path(__file__).resolve().parent / "questions"

Persona = Literal["municipio", "ministerio", "cosoc", "ciudadania"]
Style = Literal["formal", "coloquial", "telegrafico", "sin_tildes", "erratas", "largo", "ingles"]
QuestionKind = Literal[
    "figure",
    "series",
    "compute",
    "definition",
    "cross",
    "unanswerable",
    "howto",
    "practice_find",
    "practice_detail",
    "injection",
    "chitchat",
    "medida_field",
    "medida_list",
    "medida_count",
    "medida_topic",
    "conflict",
]


class QuestionError(PnmeError):
    """A file of questions is not in its format, or a selection leaves none."""


class Question(Value):
    """A conversation of which the last reply is judged, with its gold answer.

    ``medidas`` is the exact set that the reply must report, None where that is not judged. ``all_of`` holds groups of
    alternative texts, of which each group needs one in the answer (in its first 400 characters where ``lead``).
    ``sources`` are documents that must be cited, ``evidence`` verbatim source texts of which one must be cited.
    ``abstain`` marks a question that the documents do not answer.
    """

    id: str
    persona: Persona
    kind: QuestionKind
    style: Style
    turns: tuple[str, ...] = Field(min_length=1)
    medidas: tuple[int, ...] | None = None
    all_of: tuple[tuple[str, ...], ...] = ()
    lead: bool = False
    none_of: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    abstain: bool = False
    split: str = ""

    @property
    def series(self) -> str:
        """The questions that were written together with this one: what its id has before its number."""
        return self.id.rpartition("-")[0]

    @model_validator(mode="after")
    def _gold_is_stated(self) -> Question:
        gold = (self.medidas is not None, self.all_of, self.none_of, self.sources, self.evidence)
        if self.abstain == any(gold):
            raise ValueError("una pregunta tiene o bien una respuesta de referencia o bien «abstain»")
        return self


def read_questions(path: Path) -> list[Question]:
    """The questions of one file; its name up to the first hyphen is their split. Raises QuestionError with the line."""
    split = path.stem.partition("-")[0]
    questions = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                questions.append(Question.model_validate({**json.loads(line), "split": split}))
            except (ValidationError, ValueError) as error:
                raise QuestionError(f"{path.name}, línea {number}: {error}") from error
    return questions


def load_questions(paths: Iterable[Path] | None = None) -> list[Question]:
    """The questions of several files, by default all of the project's. Raises QuestionError where an id comes twice."""
    questions: list[Question] = []
    for path in sorted(FOLDER.glob("*.jsonl")) if paths is None else paths:
        questions += read_questions(path)
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise QuestionError(f"dos preguntas se llaman {question.id}")
        seen.add(question.id)
    return questions


def select(
    questions: Sequence[Question],
    *,
    split: str | None = None,
    kinds: Collection[str] = (),
    personas: Collection[str] = (),
    styles: Collection[str] = (),
    ids: Collection[str] = (),
) -> list[Question]:
    """The questions that pass every filter; an empty filter lets all pass."""
    return [
        question
        for question in questions
        if split in (None, question.split)
        and (not kinds or question.kind in kinds)
        and (not personas or question.persona in personas)
        and (not styles or question.style in styles)
        and (not ids or question.id in ids)
    ]
