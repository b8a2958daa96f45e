"""What the plan is called: its whole name, in all the ways of shortening it, told from the names of other plans."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, words
from corpus.cues import Cues
from corpus.store import Store

PLAN = "plan"
_BETWEEN = r"(?:(?:de|del|la|las|el|los|y|para|sobre|en) ){0,3}"
_YEARS = r"20\d\d ?[-–/] ?(?:20)?\d\d"
# "Un plan de acción", "sus planes": one of several.
_NOT_THE = "".join(rf"(?<!\b{word} )" for word in ("un", "algun", "otro", "su", "sus", "cada", "ningun"))
# "Plan de salud", "plan contra la violencia": it goes on with what another plan is about.
_ANOTHER = r"(?! (?:de (?!(?:20\d\d|que|cada)\b)|del (?!20)|contra |[\"'])\w)"

_VERB = r"(?!(?:del?|en|segun|a|por|con|para|sobre|y|o|e|u)\b)[a-z]{3,}"


# The documents hold one plan; of the one after it, or before it, they say nothing.
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:proximo|siguiente|futuro) plan\b(?! de (?!accion\b|migracion))"
    r"|\bplan (?:nacional )?(?:de migracion (?:y extranjeria )?)?(?:siguiente|anterior|previo|futuro|que (?:viene|venga|vendra|sigue|seguira)|posterior)\b"
)


def of_another_time(line: str) -> bool:
    """Whether a folded line speaks of the plan that comes after the one there is, or of the one before it."""
    return _OF_ANOTHER_TIME.search(line) is not None


class PlanName:
    """The name of the plan in folded lines, by the words of its title and those of ``medidas_preguntas.toml``."""

    def __init__(self, title: str, asking: Cues) -> None:
        own = "|".join(word for word in words(title) if word not in STOP_WORDS and word.isalpha() and word != PLAN)
        named = "|".join(part for part in (asking.any_of("plan.apellidos"), own, _YEARS) if part)
        self._whole = re.compile(rf"{_NOT_THE}\b{PLAN}(?: {_BETWEEN}(?:{named})\b)*{_ANOTHER}")
        self._alone = re.compile(
            rf"\b(?:(?:el|del|al) (?:{PLAN}{_ANOTHER}(?! para\b)|{asking.any_of('plan.sigla')}))\b"
        )
        things = asking.any_of("plan.lo_suyo")
        the_plan = rf"(?:el|este|nuestro|dicho) {PLAN}\b"
        count = r"cuant[oa]s|numero de|cantidad de|total de|how many"
        self._held = re.compile(rf"\b(?P<count>{count}) {things} (?:que )?(?:se )?(?:{_VERB} )?(?P<plan>{the_plan})")
        self._made_of = re.compile(rf"\bde (?P<count>{count}) {things} (?:se )?{_VERB} (?P<plan>{the_plan})")

    def shortened(self, line: str) -> str:
        """A folded line that calls the plan no more than that: "Plan Nacional de Acción de Migración 2024-2026" → "plan".

        Another plan ("… contra la violencia", "un plan de acción") keeps its name.
        """
        return self._whole.sub(PLAN, line)

    def plain(self, line: str) -> str:
        """A shortened line in which what the plan holds are medidas, and whatever the verb, it has them.

        "¿Cuántas acciones comprende…?", "¿de cuántas medidas se compone…?" ask for as many as "¿cuántas medidas tiene…?".
        """
        line = self.shortened(line)
        for pattern in (self._made_of, self._held):
            line = pattern.sub(r"\g<count> medidas tiene \g<plan>", line)
        return line

    def named(self, line: str) -> bool:
        """Whether a shortened line names the plan."""
        return self._alone.search(line) is not None

    def without(self, line: str) -> str:
        """A shortened line without the plan's name."""
        return self._alone.sub(" ", line)


def plan_title(store: Store) -> str:
    """The title of the document that the medidas come from; empty where an index has none."""
    return next((store.documents[medida.document].title for medida in store.medidas.values()), "")
