"""The texts that the assistant says: Jinja2 macros under ``prompts/``, called by file and name."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.dates import write_date
from corpus.numbers import format_number
from corpus.periods import period_in_words


def joined(items: object) -> str:
    """Items in a sentence: "a", "a y b", "a, b y c" ("e" before an i)."""
    words = [str(item) for item in items]  # type: ignore[attr-defined]
    if len(words) < 2:
        return "".join(words)
    link = "e" if re.match(r"h?i(?!e)", words[-1].lower()) else "y"
    return f"{', '.join(words[:-1])} {link} {words[-1]}"


class Texts:
    """Calls macros: ``texts("medidas", "total", total=7)`` is the macro ``total`` of ``prompts/medidas.j2``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self._folder), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            autoescape=False,  # what comes out is Markdown; the page sanitises the HTML made from it
        )  # fmt: skip
        environment.filters["fecha"] = write_date
        environment.filters["y"] = joined
        environment.filters["en_periodo"] = period_in_words
        environment.filters["numero"] = lambda value: format_number(Decimal(value))
        return environment

    def load(self) -> None:
        """Compile all files, so that no question waits for it."""
        for name in self._environment.list_templates(extensions=["j2"]):
            self._environment.get_template(name)

    def __call__(self, file: str, macro: str, /, **values: object) -> str:
        """The text of a macro, trimmed and with single blank lines."""
        template = getattr(self._environment.get_template(f"{file}.j2").module, macro)
        return re.sub(r"[ \t]*\n[ \t]*\n\s*", "\n\n", str(template(**values))).strip()
