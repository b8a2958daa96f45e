"""What a question was understood to ask of figures, kept with its query so that the user can check it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.figures import periods, phrases
from assistant.figures.ends import asks_each
from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Asked, Operacion
from assistant.figures.values import PEOPLE, meet
from assistant.values import Draft, Kind, Query
from corpus.analysis import terms

SERIES = (Operacion.SERIE, Operacion.TABLA, Operacion.ORDEN)
MAX_CONCEPTS = 3
PAIR = 2


def as_read(query: Query, asked: Asked, draft: Draft) -> Query:
    """A query with its kind, periods, places and concepts as the figures of its draft show them."""
    stated = [figure for figure in draft.figures if not figure.computed]
    if any(figure.computed for figure in draft.figures):
        kind = Kind.CALCULO
    elif asked.operation in SERIES or len(stated) > MAX_CONCEPTS:
        kind = Kind.SERIE
    else:
        kind = Kind.CIFRA
    concepts = list(dict.fromkeys(figure.concept for figure in stated))
    told = dict.fromkeys(figure.period for figure in stated if figure.period)
    periods = [period.label for period in asked.periods] or (list(told) if len(told) < MAX_CONCEPTS else [])
    return query.model_copy(
        update={
            "kind": kind,
            "periodos": tuple(periods),
            "lugares": tuple(place.nombre for place in asked.places),
            "conceptos": tuple(concepts) if len(concepts) <= MAX_CONCEPTS else (),
        }
    )


def counted(part: Asked, draft: Draft) -> bool:
    """Whether a figure of a draft counts what a part of a question counts, where it says so: "en cuántas partes"."""
    stems = frozenset(terms(" ".join(f"{figure.concept} {figure.unit}" for figure in draft.figures)))
    meant = [part.meanings.get(head, frozenset({head})) for head in part.heads if not part.money]
    return not meant or any(meet(one, stems) for one in meant)


def unnamed(part: Asked, stems: Iterable[str]) -> bool:
    """Whether a part counts no noun, "y cuántos se hicieron", and nothing that it says is among some stems."""
    named = frozenset[str]().union(*part.fresh.values()) if part.fresh else frozenset()
    return part.counts and not part.heads and not meet(named, stems)


def of_another_thing(part: Asked, draft: Draft, first: Draft) -> bool:
    """Whether a part that counts no noun is told by a figure of another thing than the part before counts, and that nothing
    which it says names."""
    if not draft.figures or not first.figures or draft.figures[0].unit == first.figures[0].unit:
        return False
    return unnamed(part, terms(f"{draft.figures[0].concept} {draft.figures[0].unit}"))


def names_a_thing(asked: Asked) -> bool:
    """Whether a question says what is counted, where, or in which table: "¿cuánta gente más hubo en 2024?" does not."""
    return bool(asked.content or set(asked.heads) - PEOPLE or asked.places or asked.number)


def names_one(words: FigureWords, text: str) -> bool:
    """Whether one of several questions says what it is of, or when: "… y cuántas quedan"."""
    return bool(words.content(periods.without(text)) or periods.asked(text)) or words.has("queda.palabras", text)


def whole(asked: Asked, draft: Draft) -> bool:
    """Whether a draft answers all parts of a question: a sum, or the first of many rows with what else is asked of it."""
    if asked.operation in (Operacion.MAXIMO, Operacion.MINIMO):
        of_both = asks_each(asked.line) and len({figure.value for figure in draft.figures}) >= PAIR
        return of_both or len({figure.concept for figure in draft.figures}) > 1
    return asked.operation is Operacion.SUMA and phrases.adds(asked.line)
