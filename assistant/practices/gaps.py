"""What a practice leaves unsaid of what is asked of it: a field, a number, the name of something."""

from __future__ import annotations

import re
from math import fsum

from assistant.focus import sentences
from assistant.practices.counts import CountReader
from assistant.practices.entries import Entry
from assistant.practices.find import Finder
from assistant.practices.pick import names_it
from assistant.practices.question import Asked, Part
from assistant.practices.silence import silent
from assistant.practices.years import OF_EDITION, YEAR
from corpus.analysis import fold, terms, words

# What part of a title, weighed by rarity, says that a practice is meant.
OF_TITLE = 0.5
# "¿Qué hizo Macul con los niños?": what was done with somebody or something, who are named.
_DONE_WITH = re.compile(
    r"\bque (?:hizo|hicieron|hace|hacen|hacia|hacian|ha hecho|han hecho) (?:[^¿?]+ )?(?:con|por|para) (?:el|la|los|las|sus?) "
)
_SHARE = re.compile(r"%|\bporcentajes?\b|\bpor ciento\b")


class Gaps:
    """Judges what practices of one index leave unsaid."""

    def __init__(self, finder: Finder, counts: CountReader) -> None:
        self.finder = finder
        self.counts = counts

    def lacks(self, part: Part, entry: Entry) -> bool:
        """Whether a part asks for just a field that a practice lacks, and that it tells nowhere else either."""
        if not part.fields or [stem for stem in part.rest if stem not in entry.stems]:
            return False
        return not any(entry.fields(key) or self.finder.told_elsewhere(entry, key) for key in part.fields)

    def missing(self, part: Part, entry: Entry) -> bool:
        """Whether one of several questions asks a practice for what it does not tell: a cost, a field, a number, a time."""
        unsaid = part.beyond or self.lacks(part, entry) or silent(part.text, entry, self.finder.cues)
        return unsaid or self._no_number(part.text, part.counted, entry)

    def tells_nothing_of(self, part: Part, entry: Entry) -> bool:
        """Whether a practice lacks the field that a part asks for, and holds no word of the part besides."""
        if silent(part.text, entry, self.finder.cues):
            return True
        return self.lacks(part, entry) and not set(terms(part.text)) & entry.stems

    def passes_over(self, asked: Asked, entry: Entry) -> bool:
        """Whether a practice that a question means by most of its title tells nothing of what is asked of it."""
        title = set(terms(entry.title)) - set(terms(entry.place))
        rarity = self.finder.store.vocabulary.rarity
        told = fsum(rarity(stem) for stem in sorted(title & set(terms(asked.fresh))))
        meant = told >= OF_TITLE * fsum(map(rarity, sorted(title))) > 0
        if not meant or len(asked.parts) > 1:
            return False
        return silent(asked.parts[0].text, entry, self.finder.cues) or self.unnamed(asked, entry)

    def done_with(self, asked: Asked, entry: Entry) -> bool | None:
        """Whether a practice has a word for those with whom it is asked what was done; None where that is not asked."""
        if _DONE_WITH.search(asked.fresh) is None or not asked.rest or len(asked.parts) > 1:
            return None
        named = [word for word in words(asked.fresh) if set(terms(word)) & set(asked.rest)]
        held = self.finder.held(entry)
        return any({*terms(word), *self.finder.synonyms.expansion(word)} & held for word in named)

    def uncounted(self, asked: Asked, entry: Entry) -> bool:
        """Whether it is asked how many of something there are, and the practice gives no number of it."""
        return self._no_number(asked.parts[0].text, asked.counted, entry)

    def _no_number(self, line: str, thing: str | None, entry: Entry) -> bool:
        texts = [element.texto.texto for element in entry.all_fields()]
        if _SHARE.search(line) and not any(_SHARE.search(fold(text)) for text in texts):
            return True
        if thing is None or thing in self.counts.listed:
            return False
        if self._of_another_year(line, thing, entry):
            return True
        spoken_of = thing in self.counts.people or thing in entry.stems
        did = self.counts.what_they_did(line) if thing in self.counts.people else frozenset()
        return spoken_of and not self.counts.stated_by(entry, thing, did)

    def _of_another_year(self, line: str, thing: str, entry: Entry) -> bool:
        """Whether a number is asked of a year, and the practice gives it of other years alone, or ended before or began after."""
        asked = {int(year) for year in YEAR.findall(OF_EDITION.sub(" ", line))}
        told = [one for _, element in entry.own_fields() for one in sentences(element.texto.texto)]
        dated = [{int(year) for year in YEAR.findall(one)} for one in told if self.counts.beside(one, thing)]
        if not asked or not dated or any(asked & years for years in dated):
            return False
        ever = {int(year) for one in told for year in YEAR.findall(one)}
        ever |= {
            self.finder.entries.editions[id] for id in entry.documents if ever and id in self.finder.entries.editions
        }
        return all(dated) or (bool(ever) and not any(min(ever) <= year <= max(ever) for year in asked))

    def unnamed(self, asked: Asked, entry: Entry) -> bool:
        """Whether the name of something is asked for ("¿qué universidad?") that the practice speaks of without a name."""
        thing = asked.name_of
        return thing is not None and not names_it(entry, thing)
