"""The gate: what no change may make worse. Floors stand in ``floors.toml`` and only go up.

A floor is a share of right replies, by kind of question, over the series of questions that it was measured on. Questions
that are new, which may be harder than those before them, have no floor until they are taken in: that changes what the
floors are measured on, and so where they stand, but is only done while all the questions from before hold theirs.
Besides, every quote must be verbatim, every figure must stand in a citation or be marked as computed, and no model may
have had a hand in a reply, whatever the question.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from corpus.errors import PnmeError
from corpus.records import Value
from evals.results import Row, RunResult
from evals.summary import Group, grouped

FLOORS = Path(__file__).resolve().parent / "floors.toml"
SHOWN = 10
# What a floor leaves to spare, in questions of a kind and as a share of them: int8 arithmetic rounds otherwise on another
# processor, and a few verdicts change.
SPARE, SPARE_SHARE = 3, 0.006
_PLACES = 4
_PER_LINE = 12
_HEADER = """\
# La parte de respuestas correctas de la que ningún tipo de pregunta puede bajar (pnme eval --gate), medida en estas
# series de preguntas. «pnme eval --raise-floors» los sube a unas preguntas bajo lo medido, y suma las series nuevas
# si las de antes no bajaron de su piso; una prueba lo cuida.
"""


class FloorsError(PnmeError):
    """``floors.toml`` does not hold floors."""


class Floors(Value):
    """The least share of right replies of each kind of question, over the series of questions it was measured on."""

    series: tuple[str, ...]
    accuracy: dict[str, Annotated[float, Field(ge=0, le=1)]]


def parse_floors(text: str) -> Floors:
    """The floors of a file. Raises FloorsError."""
    try:
        return Floors.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise FloorsError(f"los pisos no se pueden leer: {error}") from error


def write_floors(floors: Floors) -> str:
    """Floors as TOML."""
    names = [f'"{name}"' for name in floors.series]
    lines = [f"    {', '.join(names[at : at + _PER_LINE])},\n" for at in range(0, len(names), _PER_LINE)]
    shares = "".join(f"{kind} = {floor:.{_PLACES}f}\n" for kind, floor in sorted(floors.accuracy.items()))
    return f"{_HEADER}series = [\n{''.join(lines)}]\n\n[accuracy]\n{shares}"


def lowered(before: Floors, after: Floors) -> tuple[str, ...]:
    """The kinds whose floor is lower than it was, or is gone, and the series that have none any more."""
    kinds = [kind for kind, floor in sorted(before.accuracy.items()) if after.accuracy.get(kind, -1.0) < floor]
    return (*kinds, *(name for name in before.series if name not in after.series))


def raised(floors: Floors, result: RunResult) -> Floors:
    """Floors at what a run reached less a few questions to spare, where that is higher than they were.

    Series that have none yet are taken in where all others hold their floors, which are then those of all together.
    """
    asked = {row.question.series for row in result.rows}
    new = asked - {*floors.series}
    if new and not _below(floors, result):
        reached = _reached(_kinds(result.rows).values())
        return Floors(series=tuple(sorted({*floors.series, *new})), accuracy=floors.accuracy | reached)
    reached = _reached(_kinds(_known(floors, result)).values())
    kinds = floors.accuracy.keys() | reached.keys()
    higher = {kind: max(floors.accuracy.get(kind, 0.0), reached.get(kind, 0.0)) for kind in kinds}
    return floors.model_copy(update={"accuracy": higher})


def _reached(groups: Iterable[Group]) -> dict[str, float]:
    """The floors that some kinds of questions reached."""

    def share(right: int, asked: int) -> float:
        least = max(0.0, right - max(SPARE, SPARE_SHARE * asked)) / asked
        return float(math.floor(least * 10**_PLACES) / 10**_PLACES)

    return {group.name: share(group.right, group.accuracy.n) for group in groups}


def _known(floors: Floors, result: RunResult) -> tuple[Row, ...]:
    """The rows of the questions that the floors were measured on."""
    return tuple(row for row in result.rows if row.question.series in floors.series)


def _kinds(rows: tuple[Row, ...]) -> Mapping[str, Group]:
    return {group.name: group for group in grouped(rows, "kind")}


def _below(floors: Floors, result: RunResult) -> list[str]:
    """The kinds that are under their floors, in Spanish; besides, the kinds and series that were not asked."""
    failures = []
    measured = _kinds(_known(floors, result))
    for kind in sorted(floors.accuracy.keys() | measured.keys()):
        if kind not in floors.accuracy:
            failures.append(f"{kind}: no tiene piso en {FLOORS.name}")
        elif kind not in measured:
            failures.append(f"{kind}: no se hizo ninguna pregunta")
        elif measured[kind].accuracy.mean < floors.accuracy[kind]:
            group = measured[kind]
            share = f"{group.right} de {group.accuracy.n} ({group.accuracy.mean:.1%})"
            failures.append(f"{kind}: {share} correctas, bajo el piso de {floors.accuracy[kind]:.1%}")
    missing = {*floors.series} - {row.question.series for row in result.rows}
    if missing:
        failures.append(f"no se preguntó ninguna de las series {_named(sorted(missing))}")
    return failures


def _named(ids: list[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (f" y {len(ids) - SHOWN} más" if len(ids) > SHOWN else "")


def check(result: RunResult, floors: Floors) -> tuple[str, ...]:
    """Why a run may not land, in Spanish; empty where it may."""
    failures = _below(floors, result)
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
