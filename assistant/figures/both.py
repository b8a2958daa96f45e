"""Two things that a question names together and wants the total of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.analysis import terms

_OF_BOTH = re.compile(
    r"\b(?:total|suman?|juntas?|juntos)\b[^,;?]{0,60}\bentre (?:el |la |los |las |su |sus )?"
    r"(?P<a>(?!ano|enero|primer|segundo|mes\b|las dos|los dos|tod)[a-z]\w+ ?[^,;?\d]*?) ?\b(?:y|e) (?:el |la |los |las )?(?P<b>[a-z][^,;?\d]*)"
)
# "¿Cuántas visitas sumaron en 2024 el sitio y el portal?", "¿cuánto suman las visitas del sitio y del portal?": what a verb adds
# up is told with articles.
_ADDED = re.compile(
    r"\bsum(?:an|aron|aban|arian|aran)\b(?: (?:en|entre|durante) (?:el )?20\d\d)?(?: l[oa]s [a-z]{4,}s(?= del? ))? "
    r"(?:el|la|los|las|su|del|de la) (?P<a>[a-z][^,;?\d]*?) (?:y|e) (?:el|la|los|las|su|del|de la) (?P<b>[a-z][^,;?\d]*)"
)
# "Juntando la página y el portal, ¿cuántas visitas…?", "entre el sitio y el portal, …": two things told with articles.
_JOINTLY = re.compile(
    r"\b(?:juntando|sumando|entre|contando) (?:el|la) (?P<a>(?!ano\b|mes\b|primer|segundo|tercer|cuarto)[a-z][^,;?\d]*?) (?:y|e|con) (?:el|la) "
    r"(?P<b>(?!ano\b|mes\b)[a-z][^,;?\d]*?),? ?¿?(?:(?:a|de|en|con) )?cuant[oa]s [a-z]{4,}s\b(?! (?:mas|menos)\b)"
)
# "Visitas 2024 sitio web + portal": the sign between two things that no year parts.
_PLUS = re.compile(
    r"(?:\b20\d\d|:) (?P<a>[a-z][^,;:?\d+]*?) \+ (?P<b>[a-z][^,;:?\d+]*?)(?=,|$| (?:en )?(?:total|20\d\d))"
)
# "Entre las administrativas y las judiciales, ¿cuántas…?": each of them, and what they make together.
_AMONG = re.compile(
    r"\b(?:entre|sumando|between) (?:l[oa]s )?[a-z]\w+(?: (?!y\b|e\b)[a-z]\w+){0,4} (?:y|e|and) (?:l[oa]s )?(?!mayo|enero|fin)[a-z]\w+(?: [a-z]\w+){0,4} ?,? ?¿?"
    r"(?:(?:a|de|en|con) )?cuant[oa]s\b"
)

# "¿En cuántas sesiones, entre ordinarias y extraordinarias, participó?": both together, said after what is counted.
_AMONG_AFTER = re.compile(
    r"\bcuant[oa]s [a-z]{4,}s\b(?! (?:mas|menos)\b)[^?;]*?,? (?:sumando|contando|entre) (?:l[oa]s )?[a-z]{4,}s (?:y|e) (?:l[oa]s )?[a-z]{4,}s\b(?! (?:mas|menos)\b)"
)
_APART = re.compile(r"\b(?:diferencia|brecha|distancia|comparad[oa]s?)\b")


def of_both(line: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The stems of the two things of which a line asks for the total: "total de visitas entre el sitio y el portal"."""
    match = next((found for form in (_OF_BOTH, _ADDED, _JOINTLY, _PLUS) if (found := form.search(line))), None)
    return (frozenset(terms(match["a"])), frozenset(terms(match["b"]))) if match else None


def jointly(line: str) -> bool:
    """Whether a line tells the two things before what it counts: "juntando la página y el portal, ¿cuántas visitas…?"."""
    return _JOINTLY.search(line) is not None


# "¿Cuántas atendieron entre Tarapacá y Antofagasta?", "entre las dos": together.
_BETWEEN = re.compile(r"\bcuant[oa]s?\b(?!.*\b(?:diferencia|mas|menos)\b)[^,;?]* entre (?:l[oa]s? )?$")

_LINK = re.compile(r"(?:, ?| (?:y|e) )(?:l[oa]s? |el )?")


def between(line: str, named: Sequence[tuple[int, int]]) -> bool:
    """Whether a folded line counts what there is in two places or more together, which stand at these offsets."""
    at = next((at for at, one in enumerate(named) if _BETWEEN.search(line[: one[0]])), len(named))
    gaps = (line[one[1] : other[0]] for one, other in itertools.pairwise(named[at:]))
    linked = itertools.takewhile(_LINK.fullmatch, gaps)
    return any(gap.strip(" ,").startswith(("y", "e")) for gap in linked)


def among(line: str) -> bool:
    """Whether a folded line counts two things that it names together: "entre hombres y mujeres, ¿cuántos hay?"."""
    after = _AMONG_AFTER.search(line) is not None and _APART.search(line) is None
    return after or _AMONG.search(line) is not None
