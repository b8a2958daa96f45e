"""A count asked for at the end of what it counts ("denuncias que recibió el Servicio en 2024, ¿cuántas?"), put first."""

from __future__ import annotations

import re

_ASKED_LAST = re.compile(
    r"^\W*(?:l[oa]s )?(?P<what>[a-z]{4,}s\b(?!.*\b(?:cual(?:es)?|quien(?:es)?|como|cuando|donde|que \w+s) )[^?.;:¿]*?)[\s,;:.¿?]+"
    r"(?P<how_many>cuant[oa]s)(?: (?:son|eran|fueron|hay|hubo|habia|van))?(?: en total)?\W*$"
)


def asked_first(line: str) -> str:
    """A folded line with "cuántos" before what is counted, where it ends on it; any other line as it is."""
    match = _ASKED_LAST.match(line)
    return f"{match['how_many']} {match['what']}" if match is not None and "cuant" not in match["what"] else line
