"""The item of a list just told that a message means: "¿y sobre la crisis de los refugiados?", after all the conclusions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.focus import sentences
from assistant.values import Claim, Draft, Turn
from corpus.analysis import fold, terms
from corpus.store import Store

LEAST = 2
"""So many words of a message tell the item that it means, or all that it says."""
_ITEM = "- "
# "¿Y las implícitas?": a thing, and nothing that is asked of it.
_ONLY_NAMES = re.compile(r"^\W*(?:y|e) (?P<what>(?:el|la|los|las) [a-z]{4,}(?: de [a-z]{4,})?)\W*$")


def item_first(asked: str, draft: Draft, last: Turn, store: Store) -> Draft:
    """A draft that tells again the list that the last turn told, with the one item before it that a message names; the draft
    as it is where that tells another piece, or no item says more of what is named than the others. The sentence
    of which the thing is the subject that a message only names comes first."""
    draft = _subject_first(asked, draft)
    again = bool(draft.record_ids) and draft.record_ids[:1] == last.record_ids[:1]
    if not again or draft.abstained or draft.figures or draft.medidas or not draft.claims:
        return draft
    first = draft.claims[0]
    own = {stem for stem in terms(asked) if store.vocabulary.knows(stem)} - set(terms(last.question))
    item = _named(own, [line for line in first.text.split("\n") if line.startswith(_ITEM)])
    if item is None:
        return draft
    claim = Claim(text=item.removeprefix(_ITEM), spans=first.spans)
    return draft.model_copy(update={"claims": (claim, *draft.claims)})


def _subject_first(asked: str, draft: Draft) -> Draft:
    """A draft with the sentence before it of which the thing is the subject that a message only names: "¿y las implícitas?"."""
    match = _ONLY_NAMES.match(fold(asked))
    if match is None or draft.abstained or draft.figures or draft.medidas:
        return draft
    begins = re.compile(rf"(?:[a-z ]{{2,20}}, )?{match['what']}\b")
    told = [(sentence, claim) for claim in draft.claims for sentence in sentences(claim.text)]
    found = next(((text, claim) for text, claim in told if begins.match(fold(text))), None)
    if found is None or draft.claims[0].text.startswith(found[0]):
        return draft
    claim = Claim(text=found[0], spans=found[1].spans)
    return draft.model_copy(update={"claims": (claim, *draft.claims)})


def _named(own: set[str], items: Sequence[str]) -> str | None:
    """The one item that holds most of some stems, where those are enough to tell it."""
    held = [len(own & set(terms(item))) for item in items]
    most = max(held, default=0)
    if most < min(LEAST, len(own)) or not most or held.count(most) > 1 or len(items) < LEAST:
        return None
    return items[held.index(most)]
