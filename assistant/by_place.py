"""What a message means by its place among what was just told: the second hito of the one medida, the third item of a list."""

from __future__ import annotations

import re

from assistant.texts import Texts
from assistant.understand.pointing import PLACE
from assistant.values import Claim, Computation, Draft, Status, Turn
from corpus.analysis import fold, words
from corpus.numbers import ordinal
from corpus.records import Fragmento, Medida, Pasaje, Span
from corpus.store import Store

MOST_WORDS = 8
# "¿Cuál es el segundo?", "¿y el tercer hito?", "¿y el segundo a qué corresponde?"
_PLACE = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora)\b\W*)*(?:(?:cual|que|de que (?:se )?trata|en que consiste|cuando vence|para cuando es)\b(?: (?:es|era|fue|seria|dice|pide|mide))?\s*)?"
    rf"(?:el|la) {PLACE}\b"
    r"(?: (?:hito|plazo|indicador|punto|desafio|logro|objetivo|recomendacion|paso|elemento|de ell[oa]s|de es[oa]s|de la lista))*"
    r"(?:,? ?¿?(?:cual|que|de que|a que|cuando|para cuando)\b(?: (?:es|era|fue|dice|trata|se trata|corresponde|vence|pide|mide|indicador|tiene))*)?\W*$"
)
_ITEM = re.compile(r"(?ms)^\s*(?P<n>\d{1,2})[.)]\s+(?P<text>.+?)(?=^\s*\d{1,2}[.)]\s|\n[ \t]*\n[ \t]*\n|\Z)")


def by_place(message: str, last: Turn, store: Store, texts: Texts) -> Draft | None:
    """The draft of a message that names no more than a place among what the last turn told; None where it does not."""
    line = fold(message)
    match = _PLACE.match(line) if len(words(line)) <= MOST_WORDS else None
    if match is None:
        return None
    at = -1 if match["at"].startswith("ultim") else ordinal(match["at"]) - 1
    medida = store.medidas.get(last.medidas[0]) if len(last.medidas) == 1 else None
    if medida is not None:  # "la segunda" is a medida
        return None if match["at"].endswith("a") else _hito(medida, at, texts)
    record = store.records.get(last.record_ids[0]) if last.record_ids else None
    if not isinstance(record, Fragmento | Pasaje):
        return None
    spans = record.texto.spans
    items = _items(Span(document=record.document, start=spans[0].start, end=spans[-1].end), store)
    if len(items) < 2 or at >= len(items):
        return None
    text, span = items[at]
    return Draft(status=Status.ANSWERED, claims=(Claim(text=text, spans=(span,)),), record_ids=last.record_ids)


def _hito(medida: Medida, at: int, texts: Texts) -> Draft | None:
    """One of several hitos of a medida."""
    if len(medida.hitos) < 2 or at >= len(medida.hitos):
        return None
    number = at % len(medida.hitos) + 1
    text = texts("medidas", "hito", m=medida, n=number, hito=medida.hitos[at])
    said = tuple(Computation(operation="conteo", operands=(), value=n) for n in (number, len(medida.hitos)))
    claim = Claim(text=text, spans=(medida.span,), computed=said)
    return Draft(status=Status.ANSWERED, claims=(claim,), medidas=(medida.numero,), record_ids=(medida.id,))


def _items(span: Span, store: Store) -> list[tuple[str, Span]]:
    """The numbered items of a piece of a document, each with where it stands; none where their numbers leave gaps."""
    whole = store.documents[span.document].text
    found = list(_ITEM.finditer(whole, span.start, span.end))
    if [int(match["n"]) for match in found] != list(range(1, len(found) + 1)):
        return []
    return [
        (f"{match['n']}. {' '.join(match['text'].split())}", Span(document=span.document, start=match.start("n"), end=match.start("text") + len(match["text"].rstrip())))
        for match in found
    ]  # fmt: skip
