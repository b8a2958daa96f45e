"""Which measures of a table the words of a question name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from assistant.figures.grid import Grid
from assistant.figures.question import Asked, Operacion
from corpus.analysis import fold, terms
from corpus.vocabulary import Vocabulary

UNKNOWN = 1.5
CAP = 6.0
QUANTIFIERS = frozenset(terms("total número cantidad porcentaje monto cifra concepto"))
SURE_NEAR = 0.9
HEADS = 2
OF_TWO = (Operacion.PARTE, Operacion.DIFERENCIA, Operacion.VECES, Operacion.RAZON)
Measure = tuple[str, ...]
Meanings = Mapping[str, frozenset[str]]
_COUNTED = re.compile(
    r"(?=\b(?:cuant[oa]s?|numero de|cantidad de|total|how many|y|monto de)\s+(?:de )?(?:los |las )?(\w+))"
)


_AND = re.compile(r"\w,? (?:y|e|vs|versus|and) (?:de )?(?:las? |los |el )?(\w+)")


@dataclass(frozen=True)
class Named:
    """The measures of a table that a question means. ``by_words`` says that its words name them.

    ``loosely`` is a word of the question that no label of the table says, where the measure only comes near to it.
    """

    measures: tuple[Measure, ...]
    by_words: bool
    loosely: str | None = None


def weight(stem: str, vocabulary: Vocabulary) -> float:
    """What a word of a question counts for: its rarity; a word that no document has counts little."""
    return min(CAP, vocabulary.rarity(stem)) if vocabulary.knows(stem) else UNKNOWN


def weigh(stems: Iterable[str], vocabulary: Vocabulary) -> float:
    """What some words count for together."""
    return fsum(weight(stem, vocabulary) for stem in stems)


def measures(asked: Asked, grid: Grid, vocabulary: Vocabulary, rows: tuple[int, ...] = (), near: float = 0.0) -> Named:
    """The measures that the words of a question name; its declared total, or all, where they name none.

    ``rows`` are those that the nearest record of the table covers, ``near`` how near that is.
    """
    if len(grid.measures) == 1 or asked.operation is Operacion.TABLA:
        return Named(grid.measures, by_words=True)
    own = own_stems(grid)
    written = [m for m in grid.measures if not own[m] and fold(m[-1]) in asked.line]  # "otros recursos"
    follows = asked.fresh is not asked.meanings
    for meanings in (asked.fresh, asked.meanings) if follows else (asked.meanings,):
        found = _named(grid, own, _of_the_outcome(asked, meanings), asked, vocabulary)
        found = found or _named(grid, own, meanings, asked, vocabulary)
        if found:
            if len(found) > 1 and follows and meanings is asked.fresh:
                # The last message leaves it open: what was said before decides.
                found = _named(grid, {m: own[m] for m in found}, asked.meanings, asked, vocabulary) or found
            whole = [*found, *(m for m in written if m not in found)]
            totals = [m for m in grid.measures if is_total(m) and m not in whole]
            if asked.total and len(whole) > 1 and len(totals) == 1 and asked.operation is Operacion.VALOR:
                whole = [*totals, *whole]  # "total, administrativas y judiciales"
            if asked.total and len(whole) == len(totals) == 1 and asked.operation is Operacion.DIFERENCIA:
                whole = [*totals, *whole]  # "el total menos las judiciales"
            return _loosely(asked, grid, own, found, vocabulary) or Named(tuple(whole), by_words=True)
    if written:
        return Named(tuple(written), by_words=True)
    loosely = _loosely(asked, grid, own, own, vocabulary)
    if loosely:
        return loosely
    hinted = tuple(dict.fromkeys(cell.parts for cell in grid.cells if cell.row in rows))
    if hinted and len(hinted) < len(grid.measures) and near >= SURE_NEAR:
        return Named(hinted, by_words=True)
    default = tuple(m for m in grid.measures if is_total(m))
    return Named(default if len(default) == 1 else grid.measures, by_words=False)


def _loosely(
    asked: Asked, grid: Grid, own: dict[Measure, tuple[str, ...]], among: Iterable[Measure], vocabulary: Vocabulary
) -> Named | None:
    """The measure among some that comes nearest to a word that no label says ("otorgadas": "Resueltas"), or None."""
    rest = {m: own[m] for m in among}
    said = {stem for stems in rest.values() for stem in stems}
    nearest = _of_the_outcome(asked, asked.nearest)
    unsaid = {s: near for s, near in nearest.items() if not asked.meanings.get(s, frozenset()) & said}
    if not unsaid or len(rest) < 2:
        return None
    found = _named(grid, rest, {**_of_the_outcome(asked, asked.meanings), **unsaid}, asked, vocabulary)
    words = [word for word in asked.line.split() if terms(word)[:1] and terms(word)[0] in unsaid]
    if not words or not found or len(found) == len(rest):
        return None
    return Named(tuple(found), by_words=True, loosely=words[0].strip("¿?,.;"))


def _of_the_outcome(asked: Asked, meanings: Meanings) -> Meanings:
    """The words of a question but the noun for what was asked for, where it counts what came of that: "solicitudes que se
    aprobaron"; all of them where it sets one against the other.
    """
    if asked.operation in OF_TWO:
        return meanings
    return {stem: meant for stem, meant in meanings.items() if stem not in asked.asked_for}


def is_total(measure: Measure) -> bool:
    """Whether a label begins as a total: "Total expulsiones materializadas"."""
    return any(fold(part).startswith("total ") for part in measure)


def declares_total(asked: Asked, grid: Grid, named: Named) -> bool:
    """Whether the measures named of a table are its total of what is counted, or a total that says all that is asked."""
    heads = frozenset(stem for head in asked.heads for stem in asked.meanings.get(head, frozenset({head})))
    own = own_stems(grid)
    totals = [measure for measure in named.measures if is_total(measure)]
    counted = [measure for measure in totals if set(own[measure][:1]) & heads]
    said = frozenset(terms(" ".join(totals[0]))) if len(totals) == len(named.measures) == 1 else frozenset()
    every = bool(said) and all(asked.meanings.get(stem, frozenset({stem})) & said for stem in asked.content)
    return (len(counted) == 1 and named.by_words) or (every and bool(asked.content))


@lru_cache(maxsize=512)
def own_stems(grid: Grid) -> dict[Measure, tuple[str, ...]]:
    """For each measure the stems of its labels that not all measures share, its head first."""
    concepts: dict[Measure, str] = {}
    for cell in grid.cells:
        concepts.setdefault(cell.parts, cell.concept)
    stems = {m: [s for s in terms(f"{' '.join(m)} {concepts[m]}") if s not in QUANTIFIERS] for m in grid.measures}
    common = frozenset.intersection(*(frozenset(found) for found in stems.values()))
    return {m: tuple(dict.fromkeys(stem for stem in found if stem not in common)) for m, found in stems.items()}


def _named(
    grid: Grid, own: dict[Measure, tuple[str, ...]], meanings: Meanings, asked: Asked, vocabulary: Vocabulary
) -> list[Measure]:
    """The measures that explain words of a question and whose words no other measure explains better."""
    words: dict[Measure, frozenset[str]] = {}
    quality: dict[Measure, float] = {}
    for measure, stems in own.items():
        held = frozenset(stems)
        words[measure] = frozenset(stem for stem, meant in meanings.items() if meant & held)
        if words[measure]:
            matched = {s for stem in words[measure] for s in meanings[stem]} & held
            direct = len(held & meanings.keys()) / len(held)
            quality[measure] = 0.5 * (matched == held) + 0.5 * (stems[0] in matched) + 0.2 * (direct > 0)
    found = [m for m in own if words[m]]
    kept = [m for m in found if not any(_better(other, m, words, quality) for other in found)]
    line = asked.line
    if len(kept) > 1 and any(_joined(own[m], meanings, line) for m in kept):
        return kept  # "organizaciones y rubros": both are meant
    if len(kept) > 1 and asked.operation not in OF_TWO:
        titled = [m for m in kept if words[m] <= {w for w in words[m] if meanings[w] & grid.own_title}]
        if len(titled) < len(kept):
            kept = [m for m in kept if m not in titled or _is_head(own[m], meanings, line)]
    best = max((weigh(words[m], vocabulary) for m in kept), default=0.0)
    kept = [m for m in kept if weigh(words[m], vocabulary) >= 0.5 * best or _is_head(own[m], meanings, line)]
    return sorted(kept, key=lambda m: -(weigh(words[m], vocabulary) + quality[m]))


def _better(one: Measure, other: Measure, words: dict[Measure, frozenset[str]], quality: dict[Measure, float]) -> bool:
    """Whether a measure explains all that another explains, and more or better."""
    return words[other] < words[one] or (words[other] == words[one] and quality[one] > quality[other])


def _joined(own: tuple[str, ...], meanings: Meanings, line: str) -> bool:
    """Whether what a label begins with is named beside another thing: "organizaciones adheridas y rubros"."""
    stems = {stem for noun in _AND.findall(line) for stem in terms(noun)}
    return any(own[0] in meanings.get(stem, frozenset()) for stem in stems)


def _is_head(own: tuple[str, ...], meanings: Meanings, line: str) -> bool:
    """Whether a label begins with what the question counts: the noun right after "cuántas", "número de" or "y"."""
    stems = {stem for noun in _COUNTED.findall(line) for stem in terms(noun)}
    return any(set(own[:HEADS]) & meanings.get(stem, frozenset()) for stem in stems)
