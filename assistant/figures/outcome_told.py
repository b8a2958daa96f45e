"""What part of one figure told came of it, by the one told after: "o sea, ¿qué porcentaje se concretó?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import compute
from assistant.figures.claims import CellClaims, computed
from assistant.figures.over_told import PAIR, OverTold, ToldOperand
from assistant.figures.question import Asked, Operacion
from assistant.figures.told_in_prose import counts_people
from assistant.figures.values import SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from assistant.texts import Texts
from corpus.analysis import terms

# "Qué porcentaje se concretó", "qué parte de ellas fueron resueltas": what was done with them, and no thing of its own.
_CAME_OF_IT = re.compile(
    r"(?<!\w)(?:porcentaje|proporcion|parte|%)(?: de (?:ell[ao]s|es[ao]s|est[ao]s|eso))? (?:se|fue|fueron|quedo|quedaron|termino|terminaron|resulto|resultaron) \w+\W*$"
)
# "¿Qué porcentaje de ellas obtuvo recomendación…?": what befell some of those that were told.
_BEFELL = re.compile(
    r"(?<!\w)(?:porcentaje|proporcion|parte|%) de (?:ell[ao]s|es[ao]s|est[ao]s) (?:(?:se|fue|fueron) )?(?:obtuv|recib|tuv|logr|consig|termin|acab|qued|result|llev)\w*\b"
)


@dataclass(frozen=True)
class OutcomeTold:
    """Sets the figure that was told last against the one told before it, of which it is what came."""

    texts: Texts
    cells: CellClaims

    def find(self, asked: Asked, own: str, question: str, told: Sequence[ToldOperand]) -> Worked | None:
        """What percentage of the figure told before the last one is; None where a message asks no such thing, names what the
        last question did not ask for and its label does not say, or the two are of other times or of no one kind.

        It may be more than all: more was decided in a year than was asked for in it.
        """
        content = set(asked.content) - asked.paid
        if len(told) != PAIR or not content or _CAME_OF_IT.search(own) is None:
            return None
        whole, part = (one.operand for one in told)
        if not all(_says(asked, stem, f"{part.concept} {part.unit} {question}") for stem in content):
            return None
        if all(_says(asked, stem, f"{whole.concept} {whole.unit}") for stem in content) or not _alike(part, whole):
            return None
        one, other = named([part, whole])
        outcome = compute.proportion(one, other)
        within = one.value <= other.value
        of_one_table = told[0].grid is not None and told[0].grid is told[1].grid
        if outcome is None or not (within or of_one_table):
            return None  # more was decided than asked for, as no one table counts them
        text = OverTold(self.texts, self.cells).say(
            "parte" if within else "en_por_ciento",
            **({"parte": one, "todo": other} if within else {"a": one, "b": other}),
            resultado=outcome,
        )
        return Worked((computed(text, (outcome,)),), (outcome,), (one, other))

    def beside(self, asked: Asked, own: str, told: Operand, there: Sequence[Operand]) -> Worked | None:
        """What percentage of a figure told another is that its sentence counts beside it, by a name that a message gives:
        "972 solicitudes, con 52 recomendaciones", "¿qué porcentaje de ellas obtuvo recomendación?"; None where none is."""
        befell = _BEFELL.search(own)
        content = set(asked.content) - asked.paid - set(terms(befell.group() if befell is not None else ""))
        if not content or befell is None or told.at is None:
            return None
        of_it = [o for o in there if o.spans[:1] == told.spans[:1] and o.at != told.at and o.value < told.value]
        exact = [o for o in of_it if not o.bound and o.unit not in ("%", *SIGNS)]
        found = [o for o in exact if all(_says(asked, stem, f"{o.concept} {o.unit}") for stem in content)]
        pair = [ToldOperand(found[0]), ToldOperand(told)] if len(found) == 1 else []
        return OverTold(self.texts, self.cells).work(Operacion.PARTE, pair)

    def of_whole(self, asked: Asked, own: str, told: Sequence[Operand], there: Sequence[Operand]) -> Worked | None:
        """What percentage of the whole that its sentence states is the one part told that a message names: "36 de trata y 3 de
        tráfico", of 39 cases, "¿y qué porcentaje fue trata?"; None where it names none, or several."""
        content = set(asked.content) - asked.paid
        if not content or len(told) < PAIR or _CAME_OF_IT.search(own) is None:
            return None
        found = [one for one in told if all(_says(asked, stem, f"{one.concept} {one.unit}") for stem in content)]
        part = next((o for o in there if found and o.whole is not None and o.value == found[0].value), None)
        whole = next((o for o in there if part is not None and o.at == part.whole), None)
        if len(found) != 1 or part is None or whole is None or part.value >= whole.value:
            return None
        return OverTold(self.texts, self.cells).work(Operacion.PARTE, [ToldOperand(part), ToldOperand(whole)])


def came_of_it(line: str) -> bool:
    """Whether a folded line asks what part of something was done: "¿qué porcentaje se resolvió?"."""
    return _CAME_OF_IT.search(line) is not None


def _says(asked: Asked, stem: str, label: str) -> bool:
    """Whether a label says a word, or one that this may stand for."""
    return meet(asked.meanings.get(stem, frozenset({stem})), frozenset(terms(label)))


def _alike(one: Operand, other: Operand) -> bool:
    """Whether one may be a part of the other: exact numbers of one time, both of people or neither."""
    counted = not ({one.unit, other.unit} & {"%", *SIGNS}) and not (one.bound or other.bound)
    labels = [one.unit or one.concept, other.unit or other.concept]
    return counted and one.period == other.period and counts_people(labels[0]) == counts_people(labels[1])
