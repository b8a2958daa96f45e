"""Whether a figure is of the sort that a question asks for: a time, an amount, a count, and not a part told as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.figures.grid import Cell, Grid
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.question import MANY, Asked, Operacion
from assistant.figures.values import meet
from corpus.analysis import fold, terms

MONEY = ("$", "M$")
# What may be counted in money, though no price is asked for: "cuántos recursos", "cuántos millones".
FUNDS = frozenset(terms("recursos fondos pesos millones miles lucas dinero montos ingresos gastos funds"))
SPENDING = frozenset(terms("gasto gastos costo costos pago pagos compra ejecución plata otros"))
PEOPLE = frozenset(
    terms(
        "personas persona gente extranjeros extranjeras migrantes inmigrantes usuarios usuarias people foreigners migrants"
    )
)
EACH = (Operacion.VALOR, Operacion.SERIE)
"""What is told of each figure alone."""
CHANGING = 2
TIMES = frozenset(terms("días meses años horas minutos semanas segundos"))
_LASTS = re.compile(
    r"\b(?:cuanto tiempo|cuanto (?:\w+ )?(?:dur|demor|tard)\w+|cuant[oa]s (?:dias|meses|anos|horas|minutos|semanas)|how long)\b"
)
_OF_TIME = re.compile(
    r"\b(?:dia|mes|ano|hora|minuto|semana|plazo|tiempo|edad|antiguedad|days|months|years|hours|weeks|time|age)s?\b"
)
_CHANGED = re.compile(
    r"\bcuanto (?:mas |menos |se )?(?:baj|sub|aument|dismin|redu|crec|cay|vari)\w+|^(?:el |la )?(?:aument|alza|increment|dismin|caid|descens|baja\b)\w* (?:de|del|en)\b"
)
# A label that begins as a change tells no level, and a level no change: "disminución de 5,6 puntos".
_CHANGE = re.compile(
    r"^(?:el |la |un |una )?(?:aument|increment|dismin|reducc|alza|baja\b|caida|variacion|crecimient|descens)\w*"
)
_CHANGES = re.compile(
    r"\b(?:baj|sub|aument|increment|dismin|redu|crec|cay|caid|vari|alza|descen|mejor|cambi|grow|grew|increas|decreas|drop|rise|rose|fell)\w*"
)
# What is to be done each year is no count of what was done.
_YEARLY = re.compile(r"\b(?:al ano|anual|anuales|por ano|cada ano)\b")
# "Solicitudes revisadas en cada comisión" are not all of them.
_EACH = re.compile(
    r"\b(?:cada|por|per|each) (?!(?:ano|mes|parte|tipo|concepto|lo)\b)(?=\w)|\bpromedio\b|\bmedia\b|\baverage\b"
)
# "Recursos por rechazo de residencias": why they were filed.
_WHY = re.compile(r"\bpor \w+ del? ")
_DONE = re.compile(
    r"\b(?:hubo|hicieron|hizo|se han|realizaron|celebraron|sesionaron|llevaron a cabo|ejecutaron|concretaron|efectuaron|tuvieron|were held|took place)\b"
)
_THERE_ARE = re.compile(
    r"\b(?:hay|habia|exist\w+|viv(?:e|en|ian)|resid\w+|habit\w+|tenemos|tiene chile|are there|live)\b"
)
_RESIDENTS = re.compile(r"\b(?:poblacion|resid\w+|habit\w+|viv(?:e|en|ian)|censo|estimacion)\b")
_RATE = re.compile(
    r"\b(?:por|al|cada) (?:dia|hora)\b|\b(?:por|a la|cada) semana\b|\b(?:diari[oa]s?|diariamente|semanal\w*|per day)\b"
)
_WITH = re.compile(r" (?:por|contra|para|sobre|mediante|a) ")
_SINCE = re.compile(r"desde (?:que|su|el|la|los|las|entonces)\b")
_SINCE_ASKED = re.compile(
    r"\bdesde (?:que \w{3,}|su \w{4,}|(?:la|el) (?:entrada|implementacion|creacion|inicio|comienzo|puesta|partida)\b)"
)
# A label of money that says what it is of: "Gasto en expulsiones", "Pago de remuneraciones a la dotación".
_SPENT = re.compile(
    r"^(?:gastos?|costos?|pagos?|compras?|ejecucion|adquisicion|inversion)\b.*? (?:en|de|del|por|para) (.+)$"
)
# Who spent is no part of what was spent on: "¿cuánto gastó el servicio?".
_SPENDS = re.compile(r"\b(?:gast\w+|desembols\w+|spen[dt]\w*|expenses|expenditure)\b")


def of_the_sort(asked: Asked, unit: str, concept: str) -> bool:
    """Whether a figure of a unit and a label may be what a question asks for.

    "¿Cuánto duró?" wants a time, "¿cuántas solicitudes?" neither a time nor an amount; what was spent on a thing is no
    answer to a question that names no thing, for it would be told as all that was spent.
    """
    if _LASTS.search(asked.line):
        if asked.operation is Operacion.VALOR and not (meet(terms(unit), TIMES) or meet(terms(concept), TIMES)):
            return asked.asks_else or asked.several
    elif asked.heads and meet(terms(unit), TIMES) and not _OF_TIME.search(asked.line):
        return False
    if _of_what_it_goes_with(asked, concept):
        return False
    if _RATE.search(asked.line) and not _RATE.search(fold(concept)):
        return False
    if asked.money and meet(terms(unit), TIMES):
        return False
    if unit in MONEY:
        return _of_money(asked, concept) and not spent_on_another(asked, concept)
    return True


def of_the_change(asked: Asked, concept: str) -> bool:
    """Whether a figure of a sentence tells a change where one is asked for ("¿cuánto subió…?"), and a level or what was
    done where that is.
    """
    if asked.operation is not Operacion.VALOR:
        return True
    label = fold(concept)
    if _CHANGED.search(asked.line) and len(asked.periods) < CHANGING:
        return _CHANGE.match(label) is not None
    if _CHANGE.match(label) and not _CHANGES.search(asked.line):
        return False
    if (
        _EACH.search(_WHY.sub(" ", label))
        and not _EACH.search(asked.line)
        and asked.operation not in (Operacion.PROMEDIO, Operacion.RAZON)
    ):
        return False
    return not (_YEARLY.search(label) and _DONE.search(asked.line) and not _YEARLY.search(asked.line))


def since_then(asked: Asked, said: str) -> bool:
    """Whether a folded sentence tells what there has been since something, where a question is for what there is in a year:
    "¿cuántas se revisan al año?"."""
    return _YEARLY.search(asked.line) is not None and not asked.periods and tells_since(said)


def tells_since(said: str) -> bool:
    """Whether a folded sentence tells what there has been since something: "Desde su implementación se han recibido…"."""
    return _SINCE.match(said) is not None


def begins_with_since(line: str) -> bool:
    """Whether a folded question is for what there has been since something: "desde que existe la etapa, ¿cuántas…?"."""
    return _SINCE_ASKED.search(line) is not None


def _of_what_it_goes_with(asked: Asked, concept: str) -> bool:
    """Whether a label names what a question counts only after "por", "a" or the like, and begins with another thing that
    the question does not name: "recursos por rechazo de residencias" counts no residencias.
    """
    first, *others = _WITH.split(fold(concept), maxsplit=1)
    if not asked.heads or not others or not counts(asked, terms(others[0])) or counts(asked, terms(first)):
        return False
    named = frozenset[str]().union(*asked.meanings.values(), *asked.nearest.values())
    return not meet(terms(first)[:1], named)


def counts(asked: Asked, stems: Iterable[str]) -> bool:
    """Whether some stems name what a question counts; a question that counts no noun is met by any."""
    meant = frozenset[str]().union(*(asked.meanings.get(head, frozenset({head})) for head in asked.heads[:1]))
    return not meant or meet(meant, stems)


def asks_who_there_are(asked: Asked) -> bool:
    """Whether a question counts all people of a sort that there are, and says nothing that they did or got: "¿cuántas mujeres
    hay?"."""
    own = set(asked.content) - PEOPLE - asked.traits - asked.verbs
    return asked.counts and bool(asked.heads) and not own and _THERE_ARE.search(asked.line) is not None


def of_residents(said: str) -> bool:
    """Whether a folded text tells how many people there are, and not how many came, asked or got something."""
    return _RESIDENTS.search(said) is not None


def counts_first(asked: Asked, concept: str) -> bool:
    """Whether a label begins with what a question counts: "porcentaje de mujeres" with women."""
    return counts(asked, [stem for stem in terms(concept) if stem not in QUANTIFIERS][:1])


def told_by(asked: Asked, grid: Grid, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Those cells of a table that are of the sort that a question asks for and count the thing that it counts.

    Where something is worked out of all of them together, one that is not of the sort leaves none.
    """
    titles = (grid.tabla.titulo.texto, *grid.tabla.columnas)
    said = " ".join((*titles, *(f"{cell.concept} {cell.unit}" for cell in cells)))
    fitting = tuple(cell for cell in cells if of_the_sort(asked, cell.unit, cell.concept))
    each = asked.operation in EACH or len(fitting) == len(cells)
    return fitting if each and not _counts_another(asked, said) else ()


def _counts_another(asked: Asked, said: str) -> bool:
    """Whether what a table says of its cells (labels, units, title) lacks the thing that a question counts.

    People are counted by what they did or got, and what was asked for by what came of it: a table need not name those.
    """
    if asked.operation is not Operacion.VALOR or asked.money or not asked.heads or _LASTS.search(asked.line):
        return False
    head = asked.heads[0]
    if head in PEOPLE | FUNDS | TIMES | asked.asked_for | asked.placed | asked.verbs or head not in asked.content:
        return False
    meant = asked.meanings.get(head, frozenset({head})) | asked.nearest.get(head, frozenset())
    return not meet(meant, terms(said))


def _of_money(asked: Asked, concept: str) -> bool:
    """Whether money may be asked for: not where a question counts things, or asks how much a thing went up or down."""
    if asked.money or asked.paid or asked.operation in (Operacion.RAZON, Operacion.PARTE, Operacion.SUMA):
        return True
    if MANY.search(asked.line):
        return bool(FUNDS & set(asked.heads))
    if not _CHANGED.search(asked.line):
        return True
    named = frozenset[str]().union(*asked.meanings.values()) if asked.meanings else frozenset()
    return meet(terms(concept)[:1], named)


def spent_on_another(asked: Asked, concept: str) -> bool:
    """Whether a label says what money went to, and a question that asks what was spent, or only for money, names nothing of
    that."""
    match = _SPENT.match(fold(concept))
    only_money = set(asked.content) <= asked.paid  # "plata para el 2025"
    if match is None or not (only_money or _SPENDS.search(asked.line)):
        return False
    named = frozenset[str]().union(*asked.meanings.values(), asked.topics) if asked.meanings else frozenset()
    return not meet(named - SPENDING, set(terms(match[1])) - SPENDING)
