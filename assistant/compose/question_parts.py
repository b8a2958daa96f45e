"""The parts of a question that asks two things at once."""

from __future__ import annotations

import re

from corpus.analysis import terms


def question_parts(line: str) -> list[str]:
    """The parts of a question that asks two things: of two concepts compared, or of two questions joined."""
    compared = re.search(
        r"\b(?:diferencias?|distingue|distinto|comparar?|comparacion|versus)\b.*?\bentre\b (.+?) (?:y|e|versus) (.+?)[?.]*$",
        line,
    )
    if compared:
        return [f"que es {compared[1]}", f"que es {compared[2]}"]
    halves = re.split(
        r"[?;.] *¿?|,? (?:y|e) (?=(?:que|cual|cuales|cuanto|cuantos|cuanta|cuantas|quien|quienes|como|cuando|donde|para que|en que|con que)\b)",
        line,
    )
    long = [half.strip() for half in halves if len(set(terms(half))) >= 3]
    return long if 1 < len(long) <= 3 else []
