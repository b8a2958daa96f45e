"""A body that is first described and then named: "el ministerio de las micros, el de Transportes"."""

from __future__ import annotations

import re

_BODY = r"ministerio|cartera|subsecretar[ií]a|secretar[ií]a|servicio|direcci[oó]n|instituto|municipalidad|muni|municipio|comuna|regi[oó]n|ciudad"
_NAMED_AFTER = re.compile(
    rf"\b(?P<head>(?:el|la) (?:{_BODY})) (?:del?|que|donde) [^,.;:?¿]{{2,40}}, (?:o sea,? )?(?:el|la) (?P<name>del? (?:la |los |las )?[^,.;:?¿]{{3,60}}),",
    re.IGNORECASE,
)


def named_plainly(message: str) -> str:
    """A message in which a body that is described and then named by the same noun goes by its name alone."""
    return _NAMED_AFTER.sub(r"\g<head> \g<name>", message)
