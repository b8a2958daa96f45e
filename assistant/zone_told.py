"""The one of a zone among those that were just told: "¿y cuál era la del sur?", after the comunas of north, centre and south."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.focus import sentences
from assistant.values import Claim, Draft, Status, Turn
from corpus.analysis import fold
from corpus.records import Fragmento, Pasaje
from corpus.store import Store

RECENT = 4
"""So many turns back may those stand of which one is meant."""
_ZONES = "norte|sur|centro|central|austral"
_OF_ZONE = re.compile(
    rf"^\W*(?:(?:y|e|pero|ya|ok|ahora)\b\W*)*(?:(?:cual|quien) (?:es|era|fue|seria) )?(?:el|la|los|las) (?:del?|de la|en el) (?:zona )?(?P<zone>{_ZONES})"
    r"(?:,? ¿?(?:cual|quien) (?:es|era|fue|seria))?\W*$"
)
LEAST = 2
"""So many zones a sentence names at least that tells them apart."""


def of_zone(message: str, told: Sequence[Turn], store: Store) -> Draft | None:
    """The draft of a message that means one of some things told by the zone it is of: the sentence told that tells them apart
    by their zones; None where it means none so, or none was told."""
    match = _OF_ZONE.match(fold(message))
    if match is None:
        return None
    for turn in reversed(told[-RECENT:]):
        for record in (store.records.get(id) for id in turn.record_ids):
            if not isinstance(record, Fragmento | Pasaje):
                continue
            for sentence in sentences(record.texto.texto):
                zones = set(re.findall(rf"\b(?:{_ZONES})\b", fold(sentence)))
                if match["zone"] in zones and len(zones) >= LEAST:
                    claim = Claim(text=sentence, spans=record.texto.spans)
                    return Draft(status=Status.ANSWERED, claims=(claim,), record_ids=(record.id,))
    return None
