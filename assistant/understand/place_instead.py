"""Another place than the one told: what a message means that only names it, or takes back the one before for it."""

from __future__ import annotations

import re

from corpus.analysis import fold
from corpus.lugares import Lugares

_INSTEAD = (
    r"no|perdon|disculpa|disculpe|me equivoque|quise decir|queria decir|me refer(?:ia|i)|me refiero|digo|mejor|era|es"
)
# "No, me refería a Recoleta", "¿y en recoleta?": nothing but a name, and how it is tied to what was said.
_ONLY_A_NAME = re.compile(
    rf"^\W*(?P<ties>(?:(?:y|e|pero|ay|o sea|{_INSTEAD})\b[\s,.:;]*)+)(?:(?:a|al|en|de|con|la de|lo de|el de|la muni(?:cipalidad)? de|la comuna de)\s+)*(?P<name>[a-z][a-z' ]{{2,30}}?)\W*$"
)
_TAKEN_BACK = re.compile(rf"\b(?:{_INSTEAD})\b")


def other_place(message: str, lugares: Lugares) -> str | None:
    """A message that names no more than another comuna as one that says whose is meant; None where it says more, or is plain
    as it is: a name that is also an ordinary word is none alone in lower case."""
    match = _ONLY_A_NAME.match(fold(message))
    place = next((one for one in lugares.lookup(match["name"]) if one.clase == "comuna"), None) if match else None
    if match is None or place is None:
        return None
    plain = bool(lugares.find(message)) and not _TAKEN_BACK.search(match["ties"])
    return None if plain else f"¿Y la de {place.nombre}?"
