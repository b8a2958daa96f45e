"""What a practice says of each of several things of its own: "¿cada cuánto se junta cada mesa?", "¿y la otra?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.focus import beyond_time, expected
from assistant.practices.claims import Piece
from assistant.practices.entries import Entry
from assistant.practices.find import sentences_of
from assistant.practices.pick import looks_of
from assistant.practices.question import Asked
from corpus.analysis import fold, stem, terms

ONE_AND_OTHER = re.compile(r"\b(?:la|el) otr[ao]\b|\b(?:las|los) (?:dos|tres)\b|\bun[ao] y otr[ao]\b")
# "¿Cada cuánto se junta cada mesa?": each thing of a sort, and no time.
EACH_THING = re.compile(
    r"\bcada (?!cuant|que\b|vez\b|ano\b|mes\b|semana\b|dia\b|uno?\b|una\b)(?:un[oa] de (?:las|los) )?\w{3,}"
)
# "¿Cada cuánto se juntan las mesas?": a frequency of all things of a sort.
OF_ALL_OF_A_SORT = re.compile(r"\b(?:cada cuanto|con que frecuencia)\b[^?]*\b(?<!\bde )(?:las|los|sus) (\w{3,}s)\b")
# "¿Cada cuánto se junta la mesa de madres, y la institucional?", "… se junta? ¿y la de las juntas?": another of the sort, by its
# article alone.
AND_THE = re.compile(
    r"\b(?:la|el|las|los) \w{3,}[^?]*?\??,? ¿?y (?:la|el|las|los) (?:del? (?:las? |los )?)?(?P<which>\w{4,})(?: de \w+)?\W*$"
)
MAX_EACH = 4
# So much of several sentences is told together, in characters.
TOGETHER = 600


def of_several(asked: Asked, entry: Entry) -> list[Piece]:
    """The sentences that give what is asked of each of two things or more: "¿cada cuánto una y cada cuánto la otra?"."""
    looks = looks_of(asked.fresh) if asked.other_than else expected(asked.fresh)
    opened = OF_ALL_OF_A_SORT.search(asked.fresh)
    another = AND_THE.search(asked.fresh)
    each = asked.each or ONE_AND_OTHER.search(asked.fresh) or EACH_THING.search(asked.fresh) or another
    if looks is None or not (each or opened):
        return []
    pool = [s for _, element in entry.own_fields() for s in sentences_of(Piece.of(element))]
    if asked.other_than:
        head, left = asked.other_than[0], set(asked.other_than)
        others = [one for one in pool if looks.search(fold(one.text)) and head in terms(one.text)]
        told = [one for one in others if not left <= set(terms(one.text))] or _like(others[:1], pool, looks, left)
        return told or others[:1]
    about = [stem for stem in terms(beyond_time(asked.fresh)) if stem in entry.stems]
    if asked.each and not about:  # "¿cada cuánto se junta cada una?": of the things of a sort that were told
        found = _of_one_sort([one for one in pool if looks.search(fold(one.text))])
        return found if 2 <= len(found) <= MAX_EACH else []
    about = [stem for stem in terms(asked.fresh) if stem in entry.stems]
    found = [one for one in pool if looks.search(fold(one.text)) and set(about) & set(terms(one.text))]
    if opened is not None and not each:  # "La Mesa de… se reúne…": the sentences that begin with one of them
        found = [one for one in found if stem(opened[1]) in terms(" ".join(one.text.split()[:2]))]
    if another is not None and not any(set(terms(another["which"])) & set(terms(one.text)) for one in found):
        return []
    same = [one for one in found if one.key == found[0].key]
    return same if 2 <= len(same) <= MAX_EACH and sum(len(one.text) for one in same) <= TOGETHER else []


def _of_one_sort(told: Sequence[Piece]) -> list[Piece]:
    """The sentences that begin with the same sort of thing as another: "La Mesa Institucional…", "La Mesa de Organizaciones…"."""
    opened = Counter(tuple(fold(one.text).split()[:2]) for one in told)
    return [one for one in told if opened[tuple(fold(one.text).split()[:2])] > 1]


def _like(told: Sequence[Piece], pool: Sequence[Piece], looks: re.Pattern[str], left: set[str]) -> list[Piece]:
    """The sentences that begin with the sort of thing that a told one begins with, of another of it that looks alike.

    "La Mesa Institucional se reúne…", "La Mesa de Organizaciones realiza…".
    """
    sorts = {tuple(fold(one.text).split()[:2]) for one in told}
    alike = [one for one in pool if tuple(fold(one.text).split()[:2]) in sorts and looks.search(fold(one.text))]
    return [one for one in alike if not left <= set(terms(one.text))]
