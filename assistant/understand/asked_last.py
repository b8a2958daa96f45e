"""A count asked for at the end of what it counts ("denuncias que recibió el Servicio en 2024, ¿cuántas?"), put first."""

from __future__ import annotations

import re

_ASKED_LAST = re.compile(
    r"^\W*(?:l[oa]s )?(?P<what>[a-z]{4,}s\b(?!.*\b(?:cual(?:es)?|quien(?:es)?|como|cuando|donde|que \w+s) )[^?.;:¿]*?)[\s,;:.¿?]+"
    r"(?P<how_many>cuant[oa]s)(?: (?:son|eran|fueron|hay|hubo|habia|van))?(?: en total)?(?P<more> y (?:(?:a|en|de|con) )?cuant[oa]s? [^?.;:]+)?\W*$"
)
# "Si sumo los seguidores de todas las redes, ¿cuántos da?": what a condition adds up is asked for together.
_IF_ADDED = re.compile(
    r"^\W*si (?:se |un[oa] |yo )?(?:sum(?:o|a|as|amos|an|ara|aramos|ase)|junt(?:o|a|as|amos|an)) (?P<what>[^,;:?¿]+)[\s,;:¿]+(?:cuant[oa]s?|que)"
    r"(?: (?:me|nos|te))? (?:da|dan|daria|sale|salen|resulta|resultan|queda|quedan|seria|serian|son|es|hay|obtengo|obtenemos|tengo)"
    r"(?: en total)?\W*$"
)


def asked_first(line: str) -> str:
    """A folded line with "cuántos" before what is counted, where it ends on it; any other line as it is."""
    added = _IF_ADDED.match(line)
    if added is not None:
        return f"cuanto suman {added['what']}"
    match = _ASKED_LAST.match(line)
    if match is None or "cuant" in match["what"]:
        return line
    return f"{match['how_many']} {match['what']}{match['more'] or ''}"
