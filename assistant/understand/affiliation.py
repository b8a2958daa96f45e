"""Which institution the asker said before to belong to, written in where a later message only says "nuestras medidas"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from corpus.analysis import fold
from corpus.cues import Cues

# "Soy de Economía, ¿cuáles son las nuestras?": what is of an institution without its noun are its medidas.
_OURS_ALONE = re.compile(r"\blas (?:nuestras|de nosotr[oa]s)\b(?! [a-z]+as\b)", re.IGNORECASE)


class Affiliations:
    """Adds the asker's institution to messages that lean on it; ``named`` gives the institutions that a text names."""

    def __init__(self, messages: Cues, named: Callable[[str], Collection[str]]) -> None:
        self._named = named
        self._ours = messages.says("presentacion.lo_nuestro")
        self._belongs = re.compile(
            rf"^\W*(?:\w+\W+){{0,3}}?{messages.any_of('presentacion.es_de')}(?: \w+){{0,4}}? (?:en|de|del)\b"
        )

    def written_in(self, message: str, before: Sequence[str]) -> str:
        """A message that asks for what is "ours", with the institution that its asker said last to be of; as it is where it
        names one itself. "Las nuestras" of one that says there of which it is are its medidas."""
        if self._belongs.match(fold(message)):
            message = _OURS_ALONE.sub("nuestras medidas", message)
        if not self._ours(message) or self._named(message):
            return message
        said = next((one for one in reversed(before) if self._belongs.match(fold(one))), "")
        names = set(self._named(said)) if said else set()
        return f"Soy de {names.pop()}, {message}" if len(names) == 1 else message
