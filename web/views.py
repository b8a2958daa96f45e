"""The page's templates, with what all of them know: static files by content, and the example questions."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from corpus.numbers import format_number
from web.examples import examples
from web.source import readable

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"


class Views:
    """Renders the templates of ``web/templates``; escapes everything that is not marked as HTML."""

    def __init__(self, max_question: int) -> None:
        self._max_question = max_question
        self._hashes: dict[str, str] = {}

    @cached_property
    def environment(self) -> Environment:
        """The template environment."""
        environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["legible"] = readable
        environment.globals.update(
            static=self.static_url, ejemplos=examples(), max_question=self._max_question, numero=_thousands
        )
        return environment

    def static_url(self, name: str) -> str:
        """The address of a static file, which changes with its content so that it may be cached for good."""
        if name not in self._hashes:
            self._hashes[name] = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
        return f"/static/{name}?v={self._hashes[name]}"

    def render(self, template: str, **values: object) -> str:
        """A template as HTML."""
        return self.environment.get_template(template).render(**values)


def _thousands(value: int) -> str:
    return format_number(Decimal(value))


class Assets(StaticFiles):
    """The files of ``web/static``; those asked for by their content's hash are cached for a year."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with its caching."""
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if versioned else "no-cache"
        return response
