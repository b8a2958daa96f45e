"""The gate: what no change may make worse. Floors stand in ``floors.toml`` and only go up.

A floor is a share of right replies, by kind of question, over the whole set. Besides, every quote must be verbatim,
every figure must stand in a citation or be marked as computed, and no model may have had a hand in a reply.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import PnmeError
from evals.results import RunResult
from evals.summary import grouped

FLOORS = Path(__file__).resolve().parent / "floors.toml"
SHOWN = 10
# What a floor leaves to spare, in questions of a kind and as a share of them: int8 arithmetic rounds otherwise on another
# processor, and a few verdicts change.
SPARE, SPARE_SHARE = 3, 0.006
_PLACES = 4
_HEADER = """\
# La parte de respuestas correctas de la que ningún tipo de pregunta puede bajar (pnme eval --gate).
# Los pisos solo suben: «pnme eval --raise-floors» los sube a unas preguntas bajo lo medido; una prueba lo cuida.

[accuracy]
"""


class FloorsError(PnmeError):
    """``floors.toml`` is not a table of shares."""


def parse_floors(text: str) -> dict[str, float]:
    """The floors by kind. Raises FloorsError."""
    try:
        table = tomllib.loads(text)["accuracy"]
        floors = {str(kind): float(floor) for kind, floor in table.items()}
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError, ValueError) as error:
        raise FloorsError(f"los pisos no se pueden leer: {error}") from error
    if any(not 0 <= floor <= 1 for floor in floors.values()):
        raise FloorsError("un piso es una parte entre 0 y 1")
    return floors


def write_floors(floors: Mapping[str, float]) -> str:
    """Floors as TOML."""
    return _HEADER + "".join(f"{kind} = {floor:.{_PLACES}f}\n" for kind, floor in sorted(floors.items()))


def lowered(before: Mapping[str, float], after: Mapping[str, float]) -> tuple[str, ...]:
    """The kinds whose floor is lower than it was, or is gone."""
    return tuple(kind for kind, floor in sorted(before.items()) if after.get(kind, -1.0) < floor)


def raised(floors: Mapping[str, float], result: RunResult) -> dict[str, float]:
    """Floors at what a run reached less a few questions to spare, where that is higher than they were."""

    def reached_by(right: int, asked: int) -> float:
        least = max(0.0, right - max(SPARE, SPARE_SHARE * asked)) / asked
        return float(math.floor(least * 10**_PLACES) / 10**_PLACES)

    reached = {group.name: reached_by(group.right, group.accuracy.n) for group in grouped(result.rows, "kind")}
    return {kind: max(floors.get(kind, 0.0), reached.get(kind, 0.0)) for kind in floors.keys() | reached.keys()}


def _named(ids: list[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (f" y {len(ids) - SHOWN} más" if len(ids) > SHOWN else "")


def check(result: RunResult, floors: Mapping[str, float]) -> tuple[str, ...]:
    """Why a run may not land, in Spanish; empty where it may."""
    failures = []
    measured = {group.name: group for group in grouped(result.rows, "kind")}
    for kind in sorted(floors.keys() | measured.keys()):
        if kind not in floors:
            failures.append(f"{kind}: no tiene piso en {FLOORS.name}")
        elif kind not in measured:
            failures.append(f"{kind}: no se hizo ninguna pregunta")
        elif measured[kind].accuracy.mean < floors[kind]:
            group = measured[kind]
            share = f"{group.right} de {group.accuracy.n} ({group.accuracy.mean:.1%})"
            failures.append(f"{kind}: {share} correctas, bajo el piso de {floors[kind]:.1%}")
    findings = {
        "citas que no son textuales": [row.question.id for row in result.rows if not row.marks.verbatim],
        "cifras que ninguna cita contiene": [
            f"{row.question.id} ({'; '.join(row.marks.unsupported)})" for row in result.rows if row.marks.unsupported
        ],
        "sin respuesta por un error": [row.question.id for row in result.rows if row.reply.error is not None],
        "respuestas en las que intervino un modelo": [
            row.question.id for row in result.rows if row.reply.mode == "llm"
        ],
    }
    failures += [f"{what}: {_named(ids)}" for what, ids in findings.items() if ids]
    return tuple(failures)
