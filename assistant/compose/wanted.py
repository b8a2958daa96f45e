"""What of a long message says which medida is meant, and whether it asks what came of it."""

from __future__ import annotations

import re

from corpus.analysis import terms

# "La medida referida a personas mayores": what follows is what it is about, and what is before only what of it.
_DESCRIBED = re.compile(
    r"\bmedida (?:del plan )?(?:referid|relativ|relacionad|vinculad|destinad|orientad|dirigid)[ao] (?:al?|con|para) (?P<what>[^?;:.]+)"
)
# So many words tell one medida from the others.
TELLING = 2
# What came of something is told in the past: "¿llegó a todas?", "¿de qué ha servido?"; what the plan itself did is not it.
_CAME = re.compile(
    r"\b(?!(?:se )?(?:fij|compromet|asign|encarg|encomend|establec|defin|design|promet|planific|propus|contempl|consider|incluy|exig|plante)\w*)"
    r"(?:\w{3,}ó|\w{3,}(?:aron|ieron)|haber \w+[ai]do|ha[n]? \w+[ai]do|llego|sirvio|logro|quedo|se hizo|se dicto|funciono|alcanzo)\b"
    r"|\bya (?:est[aá]n?|se|fue)\b|\ben qu[eé] (?:est[aá]n?|va|van|qued[oó])\b|\bdesde cu[aá]ndo\b|\bsince when\b|\bso far\b"
    r"|\b(?:was|were|has been|have been) (?:it |they )?(?:available|implemented|finished|done|signed|approved|published|created|launched)\b",
    re.IGNORECASE,
)


def telling_part(text: str) -> str:
    """The part of a folded question that says which medida is meant, where it says enough by itself; else all of it."""
    described = _DESCRIBED.search(text)
    enough = described is not None and len(terms(described["what"])) >= TELLING
    return described["what"] if described is not None and enough else text


def asks_what_came(question: str) -> bool:
    """Whether a question, as typed, asks what came of a thing, and not only what was planned."""
    return _CAME.search(question) is not None
