"""A wish or a goal said bare ("que los niños no pierdan clases"): what the plan is to bring about, and no question.

It is known by its verb: after "que" and without asking, Spanish puts a wish in the subjunctive. Its forms are told by
the infinitives that the documents write, for an ending alone tells nothing ("firman", "reciban").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator

from corpus.analysis import STOP_WORDS, fold, words

_WISH = re.compile(
    r"^\W*(?:(?:(?:yo )?(?:quier[oe]|quisiera|queremos|quieren|quisieramos|buscamos|esperamos|se busca|se quiere|ojala|"
    r"(?:me|nos|le|les) (?:gustaria|interesa|importa|piden)|(?:la idea|el objetivo|la meta|el fin) es|hace falta|hay que lograr)) )?"
    r"(?P<wish>que (?!tal\b|onda\b|pasa\b).+)$"
)
# Somebody's own matter, or what is asked of the assistant.
_OWN = re.compile(r"\b(?:me|mi|mis|nos|te|tu|tus|yo|nuestr[oa]s?|usted|ustedes)\b")
_ASKING = re.compile(r"[¿?]|^\W*qué\b", re.IGNORECASE)
_IRREGULAR = frozenset(
    "haya hayan sea sean este esten vaya vayan sepa sepan haga hagan den vea vean quepa quepan traiga traigan oiga oigan "
    "diga digan caiga caigan deba deban pueda puedan tenga tengan quiera quieran".split()
)
# "Cree" is far more often said by who believes than by who wants something made.
_FACTS = frozenset({"cree", "creen"})
_PAST = re.compile(r"\w{2,}(?:aron|ieron|yeron|jeron|aban)")
# How far from "que" the verb stands at most.
REACH = 9


class Wishes:
    """Knows wishes by the infinitives among ``known`` words."""

    def __init__(self, known: Container[str]) -> None:
        self.known = known

    def topic(self, line: str, typed: str) -> str | None:
        """What a folded line wishes for, from "que" on; None where it asks something.

        ``typed`` is the same with its accents: "qué" asks.
        """
        match = _WISH.match(line)
        if match is None or _ASKING.search(typed):
            return None
        # Another "que" opens a clause of its own: "que tiene que traer", "que significa que sea".
        near = list(itertools.takewhile(lambda word: word != "que", words(match["wish"])[1 : 1 + REACH]))
        return (
            match["wish"].rstrip(" .!")
            if any(self.subjunctive(word) for word in near if word not in STOP_WORDS or word in _IRREGULAR)
            else None
        )

    @staticmethod
    def own(wish: str) -> bool:
        """Whether a wish is for one's own matter ("que mi visa salga rápido")."""
        return _OWN.search(wish) is not None

    def subjunctive(self, word: str) -> bool:
        """Whether a folded word is a verb in the present subjunctive, third person."""
        if word in _IRREGULAR or word in _FACTS:
            return word in _IRREGULAR
        base = word.removesuffix("n")
        # What is the indicative of another verb says a fact.
        plain = (f"{base[:-1]}{end}" for end in (("er", "ir") if base[-1:] == "e" else ("ar",)))
        return any(one in self.known for one in _infinitives(word)) and not any(one in self.known for one in plain)

    def verb(self, word: str) -> bool:
        """Whether a folded word is a verb: an infinitive that is known, or a form of one in the present, a participle, or
        a third person of the past, whose endings no noun has.
        """
        base = word.removesuffix("n")
        indicative = (f"{base[:-1]}{end}" for end in ("ar", "er", "ir")) if base[-1:] in ("a", "e") else ()
        plural = word.endswith("n") and any(one in self.known for one in indicative)
        infinitive = len(word) > 4 and word.endswith(("ar", "er", "ir", "arse", "erse", "irse"))
        participle = re.fullmatch(r"(\w{2,}?)(?:(a)|i)d[oa]s?", word)
        ends = ("ar",) if participle is not None and participle[2] else ("er", "ir")
        done = participle is not None and any(f"{participle[1]}{end}" in self.known for end in ends)
        past = _PAST.fullmatch(word) is not None
        imperfect = word.endswith("ian") and any(f"{word[:-3]}{end}" in self.known for end in ("er", "ir"))
        return infinitive or plural or done or past or imperfect or self.subjunctive(word)


def _infinitives(word: str) -> Iterator[str]:
    """The infinitives whose present subjunctive a word may be; in Spanish it swaps the endings of -ar and of -er, -ir."""
    base = fold(word).removesuffix("n")
    if len(base) < 4 or base[-1] not in "ae":
        return
    stem, ending = base[:-1], base[-1]
    for root in {stem, _unbroken(stem)}:
        if ending == "e":
            if not root.endswith(("c", "g", "z")):  # "indicar" gives "indique": "índice" is no form of it
                yield f"{root}ar"
            for written, plain in (("qu", "c"), ("gu", "g"), ("c", "z")):
                if root.endswith(written):
                    yield f"{root.removesuffix(written)}{plain}ar"
        else:
            for written, plain in (("", ""), ("zc", "c"), ("j", "g"), ("g", ""), ("y", ""), ("g", "gu"), ("z", "c")):
                if root.endswith(written):
                    yield from (f"{root.removesuffix(written)}{plain}{end}" for end in ("er", "ir"))


def _unbroken(stem: str) -> str:
    """A stem without the vowel that breaks where it is stressed: "pierd-" of "perder", "cuent-" of "contar"."""
    return re.sub(r"ue(?=[^aeiou]+$)", "o", re.sub(r"ie(?=[^aeiou]+$)", "e", stem))
