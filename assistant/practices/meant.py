"""Whether a question means the practice that was found for it, and not something else that the documents tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import fsum

from assistant.focus import asks_time, expected
from assistant.practices.entries import Entry
from assistant.practices.find import Finder, Found, spans_of
from assistant.practices.pick import Picker
from assistant.practices.question import Asked, Part, PracticeReader
from assistant.practices.tell import ITS_NAME, TELLING
from assistant.values import Evidence, Hit
from corpus.analysis import fold, terms
from corpus.lugares import CHILE

# Found on the development questions: how near to the best hit of all a practice must come to be meant…
MEANT = 0.85
# …and how much of what is asked it must hold where the documents were judged not to hold the answer.
SURE = 0.45
SURE_OF_PLACE = 0.35
SURE_THERE = 0.6
# How far behind all other practices must come, in how many first hits, for one to be meant though it holds less of that.
FAR, FIRST_HITS, LEAST_TOLD = 0.8, 4, 0.3
# "Lo de Maipú", "lo que hizo Macul": a thing that was done there.
WHAT_OF = re.compile(r"\b(?:lo|eso) (?:de|del|que (?:hizo|hicieron|hace|hacen|tiene|tienen))\b")


# What part of a title, weighed by rarity, calls a practice.
OF_TITLE = 0.6
# How far ahead of all sheets what introduces them must come.
AHEAD = 1.05


class Meant:
    """Judges whether practices of one index are meant."""

    def __init__(self, finder: Finder, reader: PracticeReader) -> None:
        self.finder = finder
        self.entries = finder.entries
        self.reader = reader
        self.picker = Picker(finder)

    def introduced(self, asked: Asked, hits: Sequence[Hit]) -> bool:
        """Whether it is asked what stands before all the sheets of a document: who chose them, when, at what meeting."""
        record = self.finder.store.records[hits[0].record_id] if hits else None
        if record is None or not asked.topic:
            return False
        spans = spans_of(record)
        home = spans[0].document if spans else ""
        sheets = [own.span.start for e in self.entries.all for own in e.records if own.document == home]
        elsewhere = bool(asked.documents) and home not in asked.documents
        if elsewhere or not spans or not sheets or any(span.end > min(sheets) for span in spans):
            return False
        held = set(terms(self.finder.store.documents[home].text[spans[0].start : spans[-1].end]))
        best = self.finder.ranked(hits)
        ahead = not best or hits[0].score >= AHEAD * best[0].score
        return ahead and 2 * len(held & set(asked.topic)) >= len(asked.topic)

    def whether(self, asked: Asked, evidence: Evidence, hits: Sequence[Hit], best: Found) -> bool:
        """Whether a question means a practice at all: it is the best hit, or practices are sought and it comes near."""
        pointed = self.stands_at(asked, best) or self.titled(asked, hits, best)
        if pointed and any(self.plain(part, best.entry) for part in asked.parts):
            return True  # "¿sigue vigente el programa de Concepción?"
        if evidence.motivo or not evidence.kept:
            return self._yet(asked, hits, best)
        if self.finder.entry_of(hits[0].record_id) is best.entry:
            return True
        held = self.finder.holds(self.finder.store.records[hits[0].record_id], best.entry)
        if held and (self.stands_at(asked, best) or (asked.named and not asked.plural)):
            return True
        if asked.seeks and self.finder.of_practices(hits):
            return True
        if asked.seeks and asked.documents and best.coverage >= SURE_THERE:
            # "¿Qué municipio de las fichas…?": no text of another.
            hits = [hit for hit in hits if self._stands_in(hit, asked.documents)] or hits
        reach = MEANT if asked.named or asked.seeks else 0.97
        return best.score >= reach * hits[0].score

    def _stands_in(self, hit: Hit, documents: Sequence[str]) -> bool:
        """Whether what was found stands in one of some documents."""
        return any(span.document in documents for span in spans_of(self.finder.store.records[hit.record_id]))

    def counted_there(self, asked: Asked, entry: Entry) -> bool:
        """Whether things are counted of a practice that is named by its comuna and its title, and that tells them all."""
        position = self.entries.all.index(entry)
        here = any(place.clase == "comuna" and position in self.reader.places.at(place) for place in asked.places)
        named = (set(terms(entry.title)) - set(terms(entry.place))) & set(terms(asked.line))
        things = [part.counted for part in asked.parts if part.counted is not None]
        told = bool(things) and all(self.finder.counts.stated_by(entry, thing) for thing in things)
        return here and bool(named) and told

    def plain(self, part: Part, entry: Entry) -> bool:
        """Whether one question asks a practice for a field that it tells, and for nothing beside its name."""
        named = entry.named
        if part.counted is not None or part.beyond or [stem for stem in part.rest if stem not in named]:
            return False
        return any(entry.fields(key) or self.finder.told_elsewhere(entry, key) for key in part.fields)

    def _far_ahead(self, hits: Sequence[Hit], best: Found) -> bool:
        """Whether a practice is meant by far: all the first hits are of it, and any other practice comes well behind.

        Who tells a long story before asking uses many words that no document holds.
        """
        others = [one for one in self.finder.ranked(hits) if one.entry is not best.entry]
        return (
            self._alone(hits, best)
            and best.coverage >= LEAST_TOLD
            and not any(one.score > FAR * best.score for one in others)
        )

    def _timed(self, asked: Asked, best: Found) -> bool:
        """Whether a practice tells the time that is asked of it, or of just what is named of it beside."""
        piece = self.picker.pick(asked.parts[0], best, sure=True, line=asked.line)
        own = set(self.picker.own(asked.parts[0], best.entry))
        return piece is not None and (not own or bool(own & set(terms(piece.text))))

    def _alone(self, hits: Sequence[Hit], best: Found) -> bool:
        """Whether all the first hits are of one practice."""
        first = hits[:FIRST_HITS]
        return len(first) == FIRST_HITS and all(self.finder.entry_of(hit.record_id) is best.entry for hit in first)

    def stands_at(self, asked: Asked, best: Found) -> bool:
        """Whether what was found is a practice of a place that is named."""
        return any(best.entry is self.entries.all[at] for place in asked.places for at in self.reader.places.at(place))

    def titled(self, asked: Asked, hits: Sequence[Hit], best: Found) -> bool:
        """Whether the practice of the best hit is called by its title, or by far most of it: "la primera consulta a migrantes"."""
        if any(best.entry is self.entries.all[at] for at in asked.titled):
            return True
        title = set(terms(best.entry.title)) - set(terms(best.entry.place))
        rarity = self.finder.store.vocabulary.rarity
        said = title & set(terms(asked.fresh))
        most = fsum(map(rarity, sorted(said))) >= OF_TITLE * fsum(map(rarity, sorted(title)))
        return most and len(said) > 1 and best.hits[:1] == tuple(hits[:1])

    def _yet(self, asked: Asked, hits: Sequence[Hit], best: Found) -> bool:
        """Whether a question means a practice that was judged to be beyond the documents: only where it surely does.

        It names practices, or seeks one, and the best holds most of what is asked; or it names the place of the best
        hit and asks for a field that is there, or for a date or a frequency that the hit states. What is counted is
        left to that judgement: a practice may well not say it.
        """
        of_place = self.stands_at(asked, best)
        named = set(asked.topic) & set(terms(best.entry.title))
        if of_place and best.hits[0] is hits[0] and named and not asked.counts:
            return True
        if of_place and not asked.counts and (ITS_NAME.search(asked.fresh) or WHAT_OF.search(asked.fresh)):
            return best.hits[0] in hits[:2]
        if asked.counts:
            thing, counts = asked.counted, self.finder.counts
            stated = thing is not None and (thing in counts.listed or counts.stated_by(best.entry, thing))
            placed = any(place.nombre != CHILE for place in asked.places)
            return stated and placed and best.hits[0] is hits[0]
        if asked.named and best.hits[0] is hits[0]:
            return True
        if asked.seeks and self._far_ahead(hits, best):
            return True
        if (asked.named or asked.seeks) and best.score >= MEANT * hits[0].score:
            of_place = bool(asked.places) and best.hits[0] is hits[0]  # all that is sought was sought there alone
            return best.coverage >= (SURE_OF_PLACE if of_place else SURE)
        if asks_time(asked.fresh) and self._alone(hits, best):
            return self._timed(asked, best)
        if not (asked.places or asked.titled) or best.hits[0] is not hits[0]:
            return False
        if self.picker.says_by_whom(asked.parts[0], best):
            return True
        looks = expected(asked.fresh)
        for key in asked.fields:
            for _, element in best.entry.fields(key):
                if key in TELLING or (looks is not None and looks.search(fold(element.texto.texto))):
                    return True
        if best.coverage >= SURE_THERE:
            return True
        piece = self.finder.piece(best.entry, best.hits[0])
        return looks is not None and piece is not None and looks.search(fold(piece.text)) is not None
