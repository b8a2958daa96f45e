"""Whether the cells that were selected of a table answer what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.figures.cells import Selection
from assistant.figures.fit import ROOT
from assistant.figures.measures import is_total
from assistant.figures.near import meant
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import PEOPLE, SIGNS, Operand, meet
from corpus.analysis import terms

WORDS = 0.9
_DONE = re.compile(r"\bcuanto (?:se |ya |ha |han )*(\w{4,}(?:o|aron|ieron|ado|ido))\b")
NEAR = 0.8


def answers(asked: Asked, selection: Selection) -> bool:
    """Whether a table has the cells that are asked for: at that place, and amounts of money where a price is."""
    if not selection.cells or selection.elsewhere or _only_done(asked):
        return False
    amounts = [cell for cell in selection.cells if cell.unit in ("$", "M$")]
    if asked.money and amounts and not asked.heads and asked.operation is not Operacion.RAZON:
        # "Ingresos y gastos" is not "Prohibición de ingreso": what is no amount must be named by its first noun.
        others = {cell.parts: cell.concept for cell in selection.cells if cell not in amounts}
        return all(meet(terms(name)[:1], meant(asked)) for name in others.values())
    return bool(amounts) or not asked.money or asked.operation is Operacion.RAZON


def _only_done(asked: Asked) -> bool:
    """Whether a question says no more than what was done: "¿cuánto se ejecutó?" is of a thing said before, or of none."""
    match = _DONE.search(asked.line)
    return match is not None and not asked.heads and not asked.money and set(asked.content) <= set(terms(match[1]))


def sure(asked: Asked, selection: Selection) -> bool:
    """Whether a table answers though nothing was kept: it explains all that is asked, and has the period."""
    near = asked.counts and bool(asked.heads) and selection.fit.near >= NEAR and not asked.traits
    plain = bool(asked.periods) or asked.operation is not Operacion.VALOR or near
    return plain and selection.named.by_words and selection.fit.words >= WORDS and not selection.lacking


def all_said(asked: Asked, operands: Sequence[Operand], *, of_one_place: bool = False) -> bool:
    """Whether the labels of figures of one sentence say all that a question is about, though it was judged not to be there;
    of one passage (``of_one_place``), or where the text of the money speaks of what it was spent on, where it asks how much
    money each of what is counted took."""
    labels = frozenset(stem for one in operands for stem in one.stems)
    meanings = [asked.meanings.get(stem, frozenset({stem})) for stem in asked.topics]
    if len(operands) < 2 or not meanings or not all(meet(meant, labels) for meant in meanings):
        return False
    per = asked.meanings.get(asked.per, frozenset({asked.per})) if asked.per else frozenset()
    spent_on_it = bool(per) and all(meet(per, one.stems | one.near) for one in operands)
    if asked.operation is Operacion.RAZON and asked.money and (of_one_place or spent_on_it):
        return operands[0].unit in SIGNS and operands[1].unit not in SIGNS
    if asked.operation is Operacion.PARTE and all(one.unit in SIGNS for one in operands):
        return len(meanings) > 1  # two amounts that go by all that is asked: "remuneraciones" and "presupuesto final"
    return len({one.spans[0] for one in operands}) == 1 and len(meanings) > 1


def certain(selection: Selection) -> bool:
    """Whether a table, the nearest of all that was found, has all that is asked for by its very words."""
    fit = selection.fit
    named = fit.named.by_words or [is_total(m) for m in fit.named.measures] == [True]
    whole = named and not (selection.lacking or selection.unlike or selection.elsewhere)
    return whole and fit.words >= WORDS and fit.near >= NEAR


def told_too(selection: Selection, nearest: Sequence[Operand]) -> bool:
    """Whether a table has by their very words what is asked for of one time, and a sentence that comes near states the same
    number of that time."""
    fit, cells = selection.fit, selection.cells
    if len(cells) != 1 or not fit.named.by_words or fit.words < WORDS or selection.lacking or selection.elsewhere:
        return False
    cell = cells[0]
    return any(one.value == cell.value and one.actual == cell.actual and one.unit not in SIGNS for one in nearest)


def of_its_places(asked: Asked, operands: Sequence[Operand]) -> bool:
    """Whether figures are of the very places that a question names, or of their people, and the heading right over them, with
    the words between the numbers about, says all that it is about, each by a word of its own."""
    roots = {stem[:ROOT] for stem in (*asked.placed, *(one for place in asked.places for one in terms(place.nombre)))}
    meant = {stem: asked.meanings.get(stem, frozenset({stem})) for stem in asked.content}
    own = [meaning - (meant.keys() - {stem}) - PEOPLE for stem, meaning in meant.items()]
    return bool(roots and own) and all(
        roots & {stem[:ROOT] for stem in one.stems | one.clause}
        and all(meet(meaning, one.stems | one.clause | set(terms(one.group.rsplit("/", 1)[-1]))) for meaning in own)
        for one in operands
    )
