"""Whether a message goes on with the practices that the last answer told of, though it names none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.focus import asks_time, beyond_time
from assistant.practices.entries import Entries, Entry
from assistant.practices.find import Finder
from assistant.practices.pick import Picker
from assistant.practices.question import DID_IT, OF_IT, Asked, PracticeReader
from assistant.practices.sets import Sets
from assistant.practices.turns import OF_THAT_PLACE, WAS_DONE, of_those
from assistant.values import Kind, Query
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.lugares import CHILE

# A message that goes on with what was told has no more content words than this, and that much of them stands there.
MAX_LEANING = 8
OF_THE_SAME = 0.5
# "¿Cada cuánto se junta la de organizaciones?": an article without its noun is of something that was told.
OF_THE_ONE = 0.3
# "¿Sirve para los que no tienen papeles?": a verb that opens a question and whose subject was told.
_ITS_VERB = re.compile(
    r"^\W*(?:y )?(?:tambien )?(?:sirv|funcion|atend|atiend|inclu|contempl|acept|exig|requier|requer|pid|ped|abarc)(?:e|en|ia|ian|a|an|ye|yen|aba|aban|io|ieron)\b"
    r"(?! (?:el|la|los|las|un|una|mi|su)\b)"
)
# "¿Cuánta gente respondió?": whom a practice reached, by a verb that says of nothing else what they did.
_HOW_MANY_DID = re.compile(
    r"^\W*(?:y )?(?:a |con |en )?(?:cuant[oa]s? )(?:gente|personas|vecin[oa]s|migrantes|usuari[oa]s|participantes|asistentes|familias|alumn[oa]s|estudiantes) (?:se )?\w+(?:o|aron|ieron|e)(?: en total)?\W*$"
)
BRIEFLY = 3
_NUMBER = re.compile(r"\bnumeros?\b")
_THE_ONE_OF = re.compile(r"\b(?:el|la|los|las) del? (?!que\b)[a-z]{3,}")


class GoingOn:
    """Judges what messages go on with, over the practices of one index."""

    def __init__(self, entries: Entries, finder: Finder, reader: PracticeReader, sets: Sets, picker: Picker) -> None:
        self.entries = entries
        self.finder = finder
        self.reader = reader
        self.sets = sets
        self.picker = picker

    def leans(self, query: Query, records: Sequence[str]) -> bool:
        """Whether a message goes on with the practice that the last answer told of, though nothing in it points back.

        It names no other subject, and what it asks is told there: a field, or most of its words ("% que encontró pega").
        """
        entry = self.finder.entry_of(records[0]) if records else None
        told = self.told_of(query.model_copy(update={"seguimiento": True, "records": tuple(records)}))
        plain = query.kind is Kind.PASAJE and not (query.medidas or query.documentos)
        if plain and len(told) > 1 and of_those(query.propias, self.reader.cues) is not None:
            return True  # "¿cuáles no son de la Región Metropolitana?", of the list just told
        if entry is None and records and not query.medidas and not query.documentos and query.kind is Kind.PASAJE:
            last = query.model_copy(update={"seguimiento": True, "records": tuple(records)})
            return bool(self.sets.of_told_theme(last, self.reader.read(last)))
        of_there = OF_THAT_PLACE.search(fold(query.pregunta)) is not None  # "según la ficha de ese municipio, ¿…?"
        if entry is not None and of_there and not query.medidas and query.kind in (Kind.PASAJE, Kind.PRACTICA):
            return True
        if entry is None or query.medidas or query.documentos or query.kind not in (Kind.PASAJE, Kind.PRACTICA):
            return False
        asked = self.reader.read(query.model_copy(update={"seguimiento": True, "records": tuple(records)}))
        elsewhere = any(place.nombre != CHILE for place in asked.places)
        if elsewhere or asked.titled or asked.named or asked.seeks or asked.compares:
            return False
        if len([word for word in words(asked.fresh) if word not in STOP_WORDS]) > MAX_LEANING:
            return False
        if _ITS_VERB.match(asked.fresh) and len(self.own(asked)) <= BRIEFLY:
            return True
        if _HOW_MANY_DID.match(asked.fresh) and not re.search(r"\bse \w", asked.fresh):
            return True
        if not self.own(asked):
            return bool(asked.fields or asked.counted or asked.beyond or asks_time(asked.fresh))
        return self.of_the_same(asked, entry)

    def told_of(self, query: Query) -> tuple[str, ...]:
        """The practices that the last answer told of, where a message goes on from it."""
        records = query.records if query.seguimiento else ()
        return tuple(entry.id for id in records if (entry := self.finder.entry_of(id)) is not None)

    def counted_before(self, query: Query) -> Query | None:
        """A follow-up as a question on the practice that was told, where that one states all that it counts."""
        told = self.told_of(query)[:1]
        own = query.model_copy(update={"kind": Kind.PRACTICA})
        entry = self.entries.by_id(told[0]) if told else None
        asked = self.reader.read(own) if entry is not None else None
        if entry is None or asked is None or asked.seeks or asked.titled or not self.of_the_same(asked, entry):
            return None
        things = [part.counted for part in asked.parts]
        stated = all(thing is not None and self.finder.counts.stated_by(entry, thing) for thing in things)
        return own if stated else None

    def of_the_same(self, asked: Asked, entry: Entry) -> bool:
        """Whether what a message asks is of a practice that was told: it says so, or names what is told there."""
        least = OF_THE_ONE if _THE_ONE_OF.search(asked.fresh) else OF_THE_SAME
        return (
            OF_IT.search(asked.fresh) is not None
            or WAS_DONE.search(asked.fresh) is not None
            or self.picker.share(self.own(asked), entry, asked.fresh) >= least
        )

    @staticmethod
    def own(asked: Asked) -> list[str]:
        """The stems by which a message says what it asks of, beside what it asks: none in "¿con qué decreto lo aprobaron?"."""
        telling = set(terms(_NUMBER.sub(" ", beyond_time(DID_IT.sub(" ", asked.fresh)))))
        return [stem for part in asked.parts for stem in part.rest if stem in telling]
