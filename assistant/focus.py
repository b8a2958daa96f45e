"""Focus: the part of a text that says what is asked, told from the words asked for and the sort of answer expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import fsum

from corpus.analysis import fold, terms
from corpus.dates import MONTHS
from corpus.synonyms import Synonyms
from corpus.vocabulary import Vocabulary

# A number and a stop begin an entry of a list: "módulos: 1. Contexto…; 2. …".
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\s\d\.)\s+(?=[A-ZÁÉÍÓÚÑ¿¡“\"(])|(?<=[.!?]”)\s+|\n")
_CLAUSE = re.compile(r"(?<=[,;:])\s+")
_NUMBER_WORDS = (
    "un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|"
    "cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|mil"
)
_MONTHS = "|".join(MONTHS)
_UNITS = "minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?"
_COUNT = (
    r"\bcuant[oa]s?\b|\bnumero(?: de)?\b|\bn[o°º]?\.? de\b|\bcantidad\b|\b(?:que )?porcentaje\b|\bhow many\b",
    rf"\d|\b(?:{_NUMBER_WORDS.removeprefix('un|una|')})\b",  # "una política" counts nothing
)
_LENGTH = (
    r"\bcuanto (?:tiempo|rato|(?:se )?(?:demor|extend|extiend|prolong)\w+|(?:(?:debe|deberia|debieran?|puede|va a) )?(?:dur|demor)\w+)\b"
    rf"|\bcuant[oa]s (?:{_UNITS})\b|\bcuanto (?:l[aoe]s? |se )?(?:hago|hacemos|hacer|hag[ao]n?|dej[oae]\w*) durar\b|\bduracion\b|\bhow long\b|\bminutos\b"
    r"|\btiempo (?:estimado|aproximado|total|maximo|minimo|promedio|que (?:tom|demor|dur|llev)\w+)"
    r"|\b(?:de que|que tan|cuan) (?:larg[oa]s?|extens[oa]s?|brev\w+|cort[oa]s?)\b|\bque (?:largo|extension)\b"
    r"|\bcuanto (?:se )?(?:tarda|demora|tom[ae](?:ria)?|llev[ae](?:ria)?)\b(?! (?:en cuenta|al|el|la|un|una) (?:ano|presupuesto))",
    rf"\d+ ?(?:-|–|a|y)? ?\d* (?:{_UNITS})\b|\b(?:{_NUMBER_WORDS})\b (?:{_UNITS})\b",
)
# What a question asks for, and how the answer to it looks; in the order in which they are tried.
_EXPECTED = (
    # How often something is renewed is told by how long it holds.
    (r"\bcada cuant[oa]s?\b[^?]*\b(?:actualiz|renuev|renov|rehac|reformul)\w*", rf"{_LENGTH[1]}|\bcada (?:ano|mes)"),
    (
        r"\bcada cuanto\b|\bfrecuencia\b|\bperiodicidad\b|\bhow often\b|\bque tan seguido\b",
        r"\b(?:diari|semanal|quincenal|mensual|bimensual|trimestral|semestral|anual|periodic)\w*"
        r"|\bregularmente\b|\bde (?:manera|forma) regular\b|\b(?:segun|cuando) (?:sea|se) (?:requ\w+|necesari\w+|necesit\w+)"
        r"|\bcada (?:ano|mes|semana|dia)|\b(?:una|dos|tres) ve(?:z|ces) (?:al|por|a la)\b",
    ),
    _LENGTH,
    _COUNT,
    (
        r"\bcuando\b|\b(?:en )?que (?:ano|fecha|dia|mes|meses)\b|\bfechas?\b|\bwhen\b|\bwhat year\b|\bmeses\b",
        rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS})\b",
    ),
)
# The sorts of answers that are times: a frequency, a length, a date.
_TIMES = tuple(re.compile(one[0]) for one in _EXPECTED if one is not _COUNT)
# What is said of any thing of which a time is asked: that it happens or lasts, on its occasions, and that it had better.
_HAPPENS = re.compile(
    r"\b(?:(?:se|nos) )?(?:junt|reun|realiz|efectu|celebr|dur|demor|tard|extend|extiend|prolong|ocurr|suced|repit|repet|hac|convoc|funcion)"
    r"(?:a|an|e|en|ia|ian|aba|aban|o|io|aron|ieron|ar|er|ir|ara|aran|aria|arian|amos|imos|iera|ieran|ase|asen)(?:se|nos)?\b"
    r"|\b(?:se )?(?:hizo|hicieron|hara|haran)\b"
    r"|\b(?:esta|estan|estaba|estaban|sigue|siguen|lleva|llevan) (?:andando|corriendo|operando|funcionando|activ[oa]s?|vigentes?|en (?:marcha|funcionamiento|operacion|pie))\b"
    r"|\b(?:cada |l[ao]s? |el |un[ao]? )?(?:sesi|reuni|ocasi|edici)on(?:es)?\b"
    r"|\b(?:cada |l[ao]s? |el |un[ao]? )?(?:jornada|encuentro|clase|charla|taller|actividad|modulo|curso|vez|vece)(?:e?s)?\b"
    r"|\b(?:conviene|convendria|debe|deben|deberia|deberian|puede|pueden|hay que|tiene que|tienen que|"
    r"se (?:recomienda|sugiere|aconseja)|recomienda[n]?|sugiere[n]?|tiempo|duracion|frecuencia|ultimo|en total)\b"
)
TYPE_BONUS = 0.35
SYNONYM = 0.6


def expected(line: str) -> re.Pattern[str] | None:
    """How the answer to a folded question looks in folded text: a frequency, a duration, a number, a date; or None."""
    for asks, looks in _EXPECTED:
        if re.search(asks, line):
            return re.compile(looks)
    return None


def lasts(line: str) -> bool:
    """Whether a folded question asks how long something is, and not how often."""
    return re.search(_LENGTH[0], line) is not None and re.search(r"\bcada cuant[oa]s?\b", line) is None


def lasting(text: str) -> bool:
    """Whether a folded text gives a length of time, in figures or in letters."""
    return re.search(_LENGTH[1], text) is not None


def asks_time(line: str) -> bool:
    """Whether a folded question asks for a frequency, a length of time or a date."""
    return any(asks.search(line) for asks in _TIMES)


def beyond_time(line: str) -> str:
    """What a folded question that asks for a time says of its own: whose time it is ("¿cuánto duraba cada sesión?": nothing)."""
    return _HAPPENS.sub(" ", line) if asks_time(line) else line


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, in order."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def weights_of(line: str, synonyms: Synonyms, vocabulary: Vocabulary) -> dict[str, float]:
    """The stems of a question with how much each tells; what they stand for counts for less."""
    weights = {stem: vocabulary.rarity(stem) * SYNONYM for stem in synonyms.expansion(line)}
    return weights | {stem: vocabulary.rarity(stem) for stem in terms(line) if vocabulary.knows(stem)}


def weigher(weights: Mapping[str, float], looks: re.Pattern[str] | None) -> Callable[[str], float]:
    """How much a text says of what is asked: the weights of the stems it holds, more where it looks like the answer."""
    total = fsum(weights.values()) or 1.0

    def weigh(text: str) -> float:
        held = fsum(weights.get(stem, 0.0) for stem in set(terms(text)))
        return held / total + (TYPE_BONUS if looks is not None and looks.search(fold(text)) else 0.0)

    return weigh


def focused(text: str, weigh: Callable[[str], float], limit: int) -> str:
    """The sentence of a text that says most of what is asked; of a sentence beyond the limit the clauses that do.

    What is cut off is marked by "…".
    """
    best = max(sentences(text), key=weigh, default=text)
    if len(best) <= limit:
        return best
    clauses = _CLAUSE.split(best)
    chosen, value = (0, 1), -1.0
    for first in range(len(clauses)):
        for last in range(first + 1, len(clauses) + 1):
            part = " ".join(clauses[first:last])
            if len(part) > limit:
                break
            worth = weigh(part) - 0.0005 * len(part)
            if worth > value:
                chosen, value = (first, last), worth
    part = " ".join(clauses[chosen[0] : chosen[1]])
    if len(part) > limit:
        part = part[:limit].rsplit(" ", 1)[0]
    opened = "… " if chosen[0] > 0 else ""
    closed = "" if chosen[1] == len(clauses) and best.endswith(part) else " …"
    return f"{opened}{part.rstrip(',;:')}{closed}"
