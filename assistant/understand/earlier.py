"""After practices told one by one: which of two began first, and of which of them a message goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.text import TIES
from assistant.values import Kind, Query, Turn
from corpus.analysis import fold
from corpus.lugares import Lugares
from corpus.records import Etapa
from corpus.store import Store

_PRACTICE = "practica:"
_ASKING = re.compile(r"\b(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|como|cuando|donde)\b")
_LEAD = rf"^\W*(?:(?:{TIES}|ya|al final)\b\W*)*"
_OF_TWO = r"(?: de (?:l[ao]s dos|ell[ao]s|amb[ao]s|es[ao]s|est[ao]s)(?: dos)?)?"
_BEGAN = re.compile(
    rf"{_LEAD}(?P<asks>cual|quien|que (?:practica|municipio|muni|comuna)){_OF_TWO}"
    r" (?P<how>(?:partio|empezo|comenzo|inicio|arranco|nacio|se (?:creo|inicio)) (?:antes|primero|despues|mas tarde)"
    r"|(?:es|fue) (?:(?:el|la) )?(?:mas antigu[oa]|mas viej[oa]|mas nuev[oa]|mas reciente|primer[oa])"
    r"|lleva mas (?:tiempo|anos)(?: funcionando)?)\W*$"
)


def subject_of(last: Turn, lugares: Lugares | None, store: Store) -> str:
    """The text of the last question with all that it went on with; of one that named its own place, and was told what is
    done there, no more than itself: "¿cómo se financia la de Temuco?", "¿y la de Macul?"; of one that was told a stage of
    the guide by its place, that stage by its name."""
    query = last.query
    stage = store.records.get(last.record_ids[0]) if query.seguimiento and len(last.record_ids) == 1 else None
    if isinstance(stage, Etapa):
        return f"{query.propias} {fold(stage.nombre.texto)}"
    of_practice = bool(last.record_ids) and last.record_ids[0].startswith(_PRACTICE)
    if lugares is None or not (of_practice and query.seguimiento and lugares.find(last.question)):
        return query.texto
    if _ASKING.search(query.propias):
        return query.propias
    before = query.anterior
    for mention in reversed(lugares.find(before)):
        before = before[: mention.start] + before[mention.end :]
    return f"{query.propias} {before}"


def began_first(line: str, turns: Sequence[Turn]) -> Query | None:
    """What a folded line asks of the practices that the last two turns told: "¿qué hizo Temuco?", "¿y La Reina?", "¿cuál de
    las dos empezó antes?". None where that is not asked, or they told no two."""
    match = _BEGAN.match(line)
    told = [turn.record_ids[0] for turn in turns[-4:] if turn.record_ids and turn.record_ids[0].startswith(_PRACTICE)]
    two = tuple(dict.fromkeys(reversed(told)))[:2]
    last = turns[-1] if turns else None
    if match is None or last is None or len(two) < 2 or not last.record_ids or last.record_ids[0] != two[0]:
        return None
    if sum(id.startswith(_PRACTICE) for id in last.record_ids) > 1:
        return None  # of the list just told
    asked = f"cual de esas {match['how']}"
    return Query(
        pregunta=asked,
        texto=asked,
        resto=asked,
        kind=Kind.PASAJE,
        seguimiento=True,
        records=two,
        anterior=last.query.texto,
        arrastre=f"«{last.question}»",
    )
