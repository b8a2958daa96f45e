"""The draft that says that the documents do not hold an answer."""

from __future__ import annotations

from assistant.texts import Texts
from assistant.values import Claim, Draft, Query, Status

# A longer question is not told again.
MOST_TOLD = 120


def not_found(query: Query, texts: Texts) -> Draft:
    """That the documents do not hold the answer, and what was sought in them."""
    sought = f"«{query.pregunta.strip()}»" if len(query.pregunta) <= MOST_TOLD else "lo que preguntas"
    claim = Claim(text=texts("estados", "no_encontrado", buscado=sought), block="canned")
    return Draft(status=Status.NOT_FOUND, claims=(claim,), abstained=True)
