"""A thing that is named by another way round: a body first described and then named ("el ministerio de las micros, el de
Transportes"), or what others do as the model of what the asker plans ("unas jornadas como las de La Reina")."""

from __future__ import annotations

import re

_BODY = r"ministerio|cartera|subsecretar[ií]a|secretar[ií]a|servicio|direcci[oó]n|instituto|municipalidad|muni|municipio|comuna|regi[oó]n|ciudad"
_NAMED_AFTER = re.compile(
    rf"\b(?P<head>(?:el|la) (?:{_BODY})) (?:del?|que|donde) [^,.;:?¿]{{2,40}}, (?:o sea,? )?(?:el|la) (?P<name>del? (?:la |los |las )?[^,.;:?¿]{{3,60}}),",
    re.IGNORECASE,
)
# "Antes de proponer jornadas como las de La Reina, ¿qué costo tuvo…?": asked of those, unless another one is sought.
_MODEL = re.compile(
    r"\b(?P<thing>\w{4,}(?: (?:de )?\w{4,})?) como (?:el|la|los|las) (?P<whose>(?:del?|en|que (?:tiene|tienen|hizo|hicieron)) [^,;:?¿]{2,60}[,.:;] ?(?=¿))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:otr[oa]s?|alg[uú]n\w*|alguien|parecid\w+|similar\w*|hay|existe\w*|qu[eé] (?:comunas?|munis?|municip\w+)|qui[eé]n(?:es)? m[aá]s|c[oó]mo)\b",
    re.IGNORECASE,
)


def named_plainly(message: str) -> str:
    """A message in which a body that is described and then named by the same noun goes by its name alone, and what is asked
    of the model of something is asked of it."""
    named = _NAMED_AFTER.sub(r"\g<head> \g<name>", message)
    model = _MODEL.search(named)
    if model is None or _ANOTHER.search(named, model.end()):
        return named
    return _MODEL.sub(r"\g<thing> \g<whose>", named)
