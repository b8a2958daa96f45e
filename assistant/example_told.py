"""The example that what was just told gives of one of its things: "dame un ejemplo de las segundas", "¿y de las explícitas?"."""

from __future__ import annotations

import re

from assistant.focus import sentences
from assistant.values import Claim, Draft, Status, Turn
from corpus.analysis import fold, terms, words
from corpus.numbers import ordinal
from corpus.records import Fragmento, Pasaje
from corpus.store import Store

MOST_WORDS = 12
_WANTED = re.compile(
    r"^\W*(?:(?:y|e|ya|ok|gracias|dame|dime|deme|digame|cual|es|seria|hay|trae|pone|da|tienes|me|das|puedes|dar|quiero|necesito|un|una|algun|alguna|por favor|que)\b\W*)*"
    r"ejemplos? (?:pone[n]? |hay |da[n]? |trae[n]? |seria )?(?:del?|para) (?:(?:el|la|los|las) )?(?P<what>[a-z][a-z ]{2,40}?)(?: por favor)?\W*$"
)
_PLACE = re.compile(r"^(?P<at>primer|segund)[oa]s?$")
_LAST = re.compile(r"^(?:ultim|otr)[oa]s?$")
# "Las políticas explícitas y las implícitas", "el refugio y el asilo": two things of one sort or of two.
_TWO = re.compile(
    r"\b(?:el|la|los|las) (?P<one>[a-z]+(?: [a-z]+){0,4}?) (?:y|o|e|u|con|de) (?:(?:el|la|los|las) )?(?P<other>[a-z]+(?: [a-z]+){0,2}?)(?=\W*$|[?,;.])"
)
# With what words an example is given.
_GIVES = re.compile(
    r"\bpor ejemplo\b|\bejemplos?\b|\bes el caso de\b|\btal(?:es)? como\b|\bcomo (?:ser|son|es)\b|\bp\. ?ej\b"
)


def example_of(message: str, last: Turn, store: Store) -> Draft | None:
    """The draft of a message that asks for an example of one of the things just told, by its name or its place among two:
    the sentence told that gives it; None where it asks another thing, or no sentence does."""
    line = fold(message)
    match = _WANTED.match(line) if len(words(line)) <= MOST_WORDS else None
    stems = _meant(match["what"], fold(last.query.texto)) if match is not None else set()
    if not stems:
        return None
    told = [store.records[id] for id in last.record_ids if id in store.records]
    told += [passage for span in last.cited if (passage := store.passage_around(span)) is not None]
    for record in told:
        if not isinstance(record, Fragmento | Pasaje):
            continue
        for sentence in sentences(record.texto.texto):
            said = fold(sentence)
            if stems <= set(terms(said)) and _GIVES.search(said):
                claim = Claim(text=sentence, spans=record.texto.spans)
                return Draft(status=Status.ANSWERED, claims=(claim,), record_ids=last.record_ids)
    return None


def _meant(what: str, before: str) -> set[str]:
    """The stems that tell the thing meant from the other of the two that a folded question asked about."""
    place, two = _PLACE.match(what), _TWO.search(before)
    if place is None and _LAST.match(what) is None:
        return set(terms(what))
    if two is None:
        return set()
    first, second = terms(two["one"]), terms(two["other"])
    # "Las políticas explícitas y las implícitas": of one sort, told apart by their last words.
    return set(first[-len(second) :]) if place is not None and ordinal(f"{place['at']}o") == 1 else set(second)
