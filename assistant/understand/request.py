"""Roundabout ways of asking to be given or told something: "¿me das…?", "sírvase informar…", said plainly."""

from __future__ import annotations

import re

# "¿Me das…?", "¿podrías pasarme…?", "tírame…", "¿es posible saber…?": ways of asking to be given what comes next. What "me dan"
# or "me pueden dar" asks for may be a visa.
_GIVE = "dar|pasar|tirar|mostrar|entregar|compartir|mandar|enviar|facilitar|indicar|detallar"
_REQUEST = re.compile(
    r"^(?P<before>\W*(?:(?:y|ya|oye|ok|hola|porfa|por favor)\b\W+)*)"
    rf"(?:(?:me|nos) (?:das|dai|pas[aá][si]|tir[aá][si]|muestras|mostr[aá][si]|regal[aá][si]|entreg[aá][si]|compartes|compart[ií]s|mand[aá][si]|facilit[aá][si]|detall[aá][si])"
    rf"|(?:me|nos) (?:puedes|pod[eé][si]|podr[ií]as?|puede) (?:{_GIVE})"
    rf"|(?:puedes|pod[eé][si]|podr[ií]as?|ser[ií]a posible|es posible) (?:{_GIVE})(?:me|nos)"
    r"|(?:es|ser[ií]a) posible (?:saber|tener|conocer|ver)|se puede (?:saber|conocer|ver)|t[ií]r(?:am|at|em)e)"
    r"\s+(?=(?:a[nñ]o (?:por|a) a[nñ]o,? |tod[oa]s? |por favor,? )?(?:el|las?|los|un[oa]?s?|sus?)\b)",
    re.IGNORECASE,
)
# "Informe cuántas…", "sírvase precisar el…", "se solicita detallar…": what an office orders to be told.
_OFFICE = re.compile(
    r"^(?P<before>\W*)(?:(?:inform|precis|aclar|especifi|report)(?:e|[aá]|qu[eé]n?|en)(?:me|nos|se)?|(?:se solicita|solicito|s[ií]rvan?se|favor(?: de)?|agradecer[eé]) (?:informar|indicar|se[nñ]alar|precisar|detallar|reportar|aclarar)(?:me|nos)?)"
    r"\s+(?=(?:el|las?|los|qu[eé]|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|qui[eé]n(?:es)?|cu[aá]ndo|d[oó]nde)\b)",
    re.IGNORECASE,
)
# "El porcentaje que obtuvo y el lugar que ocupó": two things asked by their nouns, the second as one that is asked by itself.
_SECOND_NOUN = re.compile(
    r"(?P<first>^\W*(?:indi\w+|se[nñ]al\w+|dame|dime|cu[aá]l(?:es)? (?:fue|es|era)n?) (?:el|las?|los) [^,;?¿]+?) y (?:el|las?|los) (?P<noun>[a-záéíóúñ]{4,}) que (?=[a-záéíóúñ]+(?:ó|[aei]ron|vo|so|jo|zo)\b)",
    re.IGNORECASE,
)


def plain_requests(message: str) -> str:
    """A message that asks to be given or told something in a roundabout way as one that says "dame" or "indique"."""
    message = _OFFICE.sub(r"\g<before>indique ", _REQUEST.sub(r"\g<before>dame ", message))
    return _SECOND_NOUN.sub(r"\g<first> y qué \g<noun> ", message)
