"""The example questions of ``web/ejemplos.toml``: the page offers them, and a server that starts answers them to nobody."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

FILE = Path(__file__).resolve().parent / "ejemplos.toml"


class Example(BaseModel):
    """Example questions for one kind of user."""

    model_config = ConfigDict(frozen=True)

    quien: str
    preguntas: tuple[str, ...]


@cache
def examples() -> tuple[Example, ...]:
    """The example questions, by kind of user. Raises pydantic's ValidationError where the file is not made so."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Example, ...]).validate_python(table["grupo"])
