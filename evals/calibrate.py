"""Fit when the assistant says that the documents do not hold an answer (``assistant/calibration.toml``).

``python -m evals.calibrate`` asks the development questions and fits a logistic regression on the signals of the scope:
with and without meaning, with and without written questions. Each time half of the sorts of question that no document
answers are left out of the index, so that what is fitted holds for questions that nobody foresaw too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import numpy as np

from assistant.calibration import CALIBRATIONS, THRESHOLD, Calibrations, Signals
from assistant.pipeline import Assistant
from corpus.settings import Settings
from evals.questions import FOLDER, Question, load_questions
from evals.targets import ASKED_ON, build_index

OUTSIDE = "fuera.toml"
HEAD = "[[fuera]]"
TWINS = "dev-twins"
"""Pairs that differ in one detail: what these signals cannot tell apart would only blunt them. Answerers check details."""
FOLDS = 10
NAMES = tuple(field.name for field in fields(Signals))
SITUATIONS = {(True, True): "meaning_and_questions", (True, False): "meaning"}
SITUATIONS |= {(False, True): "questions", (False, False): "words"}
ABOUT = (
    "# Escrito por `python -m evals.calibrate`: cuánto pesa cada señal de que los documentos no tienen la respuesta.\n"
)


@dataclass(frozen=True)
class Fit:
    """A calibration as fitted, and what it does to questions that its weights did not see (shares from 0 to 1)."""

    constant: float
    weights: tuple[float, ...]
    wrongly_refused: float
    wrongly_answered: float

    def toml(self, name: str) -> str:
        """Its tables."""
        missed = f"niega {self.wrongly_refused:.1%} de lo que está, responde {self.wrongly_answered:.1%} de lo que no"
        lines = [f"# Fuera de muestra: {missed}.", f"[{name}]", f"constant = {self.constant:.2f}", f"[{name}.weights]"]
        return "\n".join([*lines, *(f"{key} = {weight:.2f}" for key, weight in zip(NAMES, self.weights, strict=True))])


def indexes(settings: Settings, folder: Path) -> Iterator[Settings]:
    """Settings of two indexes, each with every other sort of outside question left out."""
    for half in (0, 1):
        lexicon = folder / f"lexicon{half}"
        copytree(settings.lexicon_dir, lexicon, dirs_exist_ok=True)
        head, *entries = (settings.lexicon_dir / OUTSIDE).read_text(encoding="utf-8").split(HEAD)
        (lexicon / OUTSIDE).write_text(HEAD.join([head, *entries[half::2]]), encoding="utf-8")
        built = settings.model_copy(update={"data_dir": folder, "lexicon_dir": lexicon})
        build_index(built, name=f"calibración {half}")
        yield built


def rows(settings: Settings, questions: Sequence[Question]) -> Iterator[tuple[str, bool, tuple[float, ...]]]:
    """The id of each question that is judged by evidence, whether nothing should answer it, and its signals."""
    parts = Assistant(settings, today=lambda: ASKED_ON).parts
    for question in questions:
        query = parts.reader.read(question.turns[-1], ())
        evidence = parts.retriever.find(query)
        if parts.scope.needs_evidence(query) and evidence.kept:
            yield question.id, question.abstain, astuple(parts.scope.signals(query, evidence))


def fit(found: Sequence[tuple[str, bool, tuple[float, ...]]]) -> Fit:
    """The logistic regression of what should not be answered on the signals."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    groups, y, x = [id for id, _, _ in found], np.array([a for _, a, _ in found]), np.array([s for _, _, s in found])
    model = LogisticRegression(C=3, max_iter=5000)
    p = cross_val_predict(model, x, y, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    model.fit(x, y)
    return Fit(
        constant=float(model.intercept_[0]),
        weights=tuple(map(float, model.coef_[0])),
        wrongly_refused=float(np.mean(p[~y] >= THRESHOLD)),
        wrongly_answered=float(np.mean(p[y] < THRESHOLD)),
    )


def main() -> int:
    """Fit all situations and write the file. Raises PnmeError where an index cannot be built."""
    files = [path for path in FOLDER.glob("dev-*.jsonl") if not path.stem.startswith(TWINS)]
    questions = [one for one in load_questions(sorted(files)) if len(one.turns) == 1]
    tables = []
    with TemporaryDirectory() as folder:
        for (meaning, asked), name in SITUATIONS.items():
            settings = Settings(dense=meaning, keys=asked)
            found = [row for one in indexes(settings, Path(folder)) for row in rows(one, questions)]
            tables.append(fit(found).toml(name))
            print(tables[-1], end="\n\n")
    CALIBRATIONS.write_text(ABOUT + "\n" + "\n\n".join(tables) + "\n", encoding="utf-8")
    Calibrations.load()
    return 0


if __name__ == "__main__":
    sys.exit(main())
