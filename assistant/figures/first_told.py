"""The year or the place that came first in the last answer, where a message points at it: "¿y cuántos rechazos ese año?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Operacion, read
from assistant.values import Figure, Turn
from corpus.lugares import Lugares

ENDS = (Operacion.MAXIMO, Operacion.MINIMO)
_PREPOSITION = r"(?:\b(?P<prep>en|de|a|durante|para|in|of) )?"
_THAT = r"(?:es[ae]|aquel(?:la)?|dich[ao]|est[ae]|that)(?: mism[ao])?"
_YEAR = re.compile(rf"{_PREPOSITION}\b{_THAT} (?:a[nñ]o|year)\b", re.IGNORECASE)
_PLACE = re.compile(
    rf"{_PREPOSITION}\b{_THAT} (?:regi[oó]n|direcci[oó]n(?: regional)?|region)\b|\b(?:ah[ií]|all[ií]|all[aá])\b",
    re.IGNORECASE,
)
_YEAR_BESIDE = re.compile(r"\ba[nñ]o (?:siguiente|anterior|previo|posterior|antes|despu[eé]s)\b", re.IGNORECASE)


@dataclass(frozen=True)
class FirstTold:
    """Reads what a message points at after figures were put in order."""

    words: FigureWords
    lugares: Lugares

    def meant(self, question: str, last: Turn) -> tuple[str, Turn] | None:
        """A message with the year or the place written out that came first, and the last turn as if it had told that
        alone; None where it points at none, or the last turn put nothing in order.
        """
        by_year, by_place = _YEAR.search(question), _PLACE.search(question)
        if not (by_year or by_place or _YEAR_BESIDE.search(question)):
            return None
        asked = read(last.query, self.words, self.lugares)
        stated = [figure for figure in last.figures if not figure.computed]
        if asked.operation not in ENDS or len(stated) < 2:
            return None
        first = stated[0]
        if "ano" in asked.breakdowns:
            if first.period is None or not re.fullmatch(r"20\d\d", first.period) or not _ordered(stated):
                return None
            written = _YEAR.sub(lambda m: f"{m['prep'] or 'en'} {first.period}", question)
        elif first.breakdown and len({figure.breakdown for figure in stated}) > 1 and by_place:
            written = _PLACE.sub(lambda m: f"{m['prep'] or 'en'} {first.breakdown[0]}", question)
        else:
            return None
        line = last.query.texto
        for name in ("desglose.ano", "desglose.region", "operacion.maximo", "operacion.minimo"):
            line = self.words.cues.strip(name, line)
        query = last.query.model_copy(update={"texto": line})
        return written, last.model_copy(update={"query": query, "figures": (first,)})


def _ordered(figures: list[Figure]) -> bool:
    """Whether figures are of one thing over time, so that the first of them is a year's."""
    return len({figure.concept for figure in figures}) == 1 and len({figure.period for figure in figures}) > 1
