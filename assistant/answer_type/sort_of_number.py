"""The sort of number that a question asks for: of a part, the greatest of several, in a currency, place by place.

The number of all is not that of a part, an average neither the longest of its times nor that of each, an amount in UTM not
one in pesos.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from assistant.answer_type.names import SHARE, Names
from corpus.analysis import fold
from corpus.cues import Cues

PARTED = "contado."
SAID = "contado_dicho."
CURRENCY = "moneda."
_NUMBER = re.compile(
    r"\b(?:cuant[oa]s?|numero|cantidad|que cantidad|porcentaje|proporcion|por ?ciento|tasas?|how many|rate|percentage|share|number)\b|%"
)
_CITED = re.compile(r"\[\d+\]")
# "El más demorado", "la que menos tardó", "el plazo máximo"; "más de 8" and "los más necesitados" ask for no end of an order.
_END = re.compile(
    r"\b(?:el|la|lo) (?:\w+ )?(?:que )?(?:mas|menos) (?:se )?(?:alt|baj|larg|cort|rapid|lent|demor|tard|dur|carg|grand|chic|car|barat)\w*"
    r"|\b(?:el|la) que (?:se )?(?:demor|tard|dur)\w+ (?:mas|menos)\b|\b(?:\w+ )(?:mas|menos) (?:alt|baj|larg|cort|rapid|lent|demorad|car|barat)\w*"
    r"|\b(?:maxim|minim)[oa]s?\b|\brecord\b|\b(?:longest|shortest|slowest|fastest|highest|lowest|maximum|minimum)\b"
)
# "El detalle de asistencia de cada consejero", "desglosado por cada oficina": one number each, and not that of all.
_EACH = re.compile(
    r"\b(?:detall\w+|desglos\w+|desagreg\w+|individual\w*|nomina|planilla|un[oa] (?:a|por) un[oa])\b.*\b(?:de|por|a) (?:cada|tod[oa]s y cada)\b"
)
_ENDS = re.compile(r"\b(?:maxim|minim)[oa]s?\b|\b(?:mayor|menor|record)\b|\b(?:mas|menos) (?!de\b|que\b)|\bhasta\b")
_AVERAGE = re.compile(r"\b(?:promedios?|media|average|mean)\b")
_PESOS = re.compile(r"[$]|\bmillones\b")
_CONVERTS = re.compile(r"\b(?:equival\w+|convert\w+|conviert\w+|al cambio|pas\w+ a|son|es|seria[n]?|en)\b")
_TWO_ASKED = re.compile(r"\bcuant\w+\b.*\bcuant\w+\b")
_BY = re.compile(
    r"\b(?:por(?: cada| su)?|segun(?: cada| el| la| su)?) (?P<what>region(?:es)?|comunas?|pais(?:es)?|nacionalidad(?:es)?|mes(?:es)?)\b"
)
# "¿Cuántas personas no fueron reconocidas?", "¿qué porcentaje no se respondió?": those of whom something was not done.
_NOT_SO = re.compile(
    r"\b(?:cuant[oa]s|cuanta gente|que (?:porcentaje|parte|proporcion|tanto por ciento)|que %|how many|what share|what percentage)(?!\w)"
    r"(?:(?!\b(?:y|o|pero|si|cuando|donde|porque|que|para|pa)\b)[^?.;:,()])*?"
    r"\b(?:no (?:(?:se|les|le|la|lo|las|los|nos|han|ha|fueron|fue|estan|esta|quedaron|quedo) )*"
    r"(?:[a-z]{3,}(?:aron|ieron|io|[ai]d[oa]s?)|hech[oa]s?|tienen?|resuelt[oa]s?)|quedaron sin|not [a-z]+ed)\b"
)
# What says of a number that something is not so, or takes from a whole those of whom it is.
_SAID_NOT_SO = re.compile(
    r"\b(?:no (?![a-z]+cion\b)|sin|ni|nunca|ningun[oa]?|rest[ao]\w*|demas|otr[oa]s|pendient\w*|rechaz\w*|deneg\w*|falt\w*|fuera de|excepto|salvo|incumplid\w*|inactiv\w*)\b|−|\b0\b|\b100 ?%"
)
# "¿Cuántos se publicarán?", "¿cuántos van a abrir?": what is yet to be, which what was done tells not. "Hicieran", "dijeran" say it
# not: a future in "-erán" has no "i" and no "j" before.
_TO_COME = re.compile(
    r"\b(?:cuant[oa]s?|how many)\b[^?.;,]*?\b(?:[a-z]{3,}(?:aran|iran)|[a-z]{2,}[^ij]eran(?<!fueran)(?= (?:en|el|para|durante) )|habra|van? a (?:ser |haber )?[a-z]+[aei]r|will)\b"
)
_DONE = re.compile(r"\b[a-z]{2,}(?:aron|ieron|ujeron)\b|\b(?:hubo|fueron|fue)\b")
_AHEAD = re.compile(
    r"\b(?:[a-z]{3,}(?:ara|aran|era|iran|ira)|metas?|proyect\w+|esper\w+|desafi\w+|van? a|proxim\w+|pretend\w+|compromet\w+)\b"
)
# "¿Cuánta gente pidió que…?": how many asked for a thing, which those who were given it tell not; "a cuántos que pidieron…" asks
# something else of them.
_REQUESTED = re.compile(
    r"\bcuant[oa]s?\b(?:(?!\b(?:que|y|o|mas|menos)\b)[^?.;,])*?\b(?:pidi|solicit)(?:o|aron|eron|ieron)\b"
)
_SAYS_REQUESTED = re.compile(r"\b(?:pid|pet|solicit|requer|requir|postul|ingres|present|demand)[a-z]+")
_DISTRIBUTED = re.compile(r"\bcomo se (?:distribuy|repart|desglos|divid)\w+|\b(?:distribucion|desglose)\b")
_ONLY_BY = re.compile(r"^\W*(?:y |e |pero |ahora )*(?:por|segun)\b")


class NumberTypes:
    """The sorts of ``tipos_de_respuesta.toml`` that a number may be of."""

    def __init__(self, cues: Cues, names: Names) -> None:
        def has(group: str) -> Callable[[str], bool]:
            return lambda folded: group in cues.groups and cues.has(group, folded)

        parts = [group.removeprefix(PARTED) for group in cues.groups if group.startswith(PARTED)]
        self._parts = [(has(f"{PARTED}{name}"), has(f"{SAID}{name}")) for name in parts]
        self._currencies = [has(group) for group in cues.groups if group.startswith(CURRENCY)]
        self._by = {
            "region": partial(names.has, "tipo.region"),
            "comuna": partial(names.has, "tipo.comuna"),
            "pais": partial(names.has, "tipo.pais"),
            "nacionalidad": partial(names.has, "tipo.pais"),
            "mes": partial(names.has, "tipo.mes"),
        }

    def lacking(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a number of some sort is asked for, and what the texts tell is of another. The texts are read only where
        one is."""
        line = fold(question)
        checks = [
            check
            for asks, check in (
                (self._part_asked, self._of_all),
                (self._end_asked, self._averaged),
                (self._each_asked, self._averaged),
                (self._currency_asked, self._of_another_currency),
                (self._breakdown_asked, self._in_one),
                (self._denied_asked, self._affirmed),
                (self._to_come_asked, self._done),
                (self._requested_asked, self._granted),
            )
            if asks(line)
        ]
        told = [_CITED.sub(" ", text) for text in texts] if checks else []
        return any(check(line, told) for check in checks)

    def _part_asked(self, line: str) -> bool:
        return _NUMBER.search(line) is not None and any(asks(line) for asks, _ in self._parts)

    def _of_all(self, line: str, told: list[str]) -> bool:
        """Whether nothing told says of the part that is asked of: "las mujeres", "las sesiones presenciales"."""
        folded = [fold(text) for text in told]
        if SHARE.search(line):  # what tells no share does not tell of whom one is
            folded = [text for text in folded if SHARE.search(text)] or folded
        return any(asks(line) and not any(asks(text) or says(text) for text in folded) for asks, says in self._parts)

    @staticmethod
    def _end_asked(line: str) -> bool:
        return _END.search(line) is not None and _AVERAGE.search(line) is None

    @staticmethod
    def _each_asked(line: str) -> bool:
        return _EACH.search(line) is not None and _AVERAGE.search(line) is None

    @staticmethod
    def _averaged(line: str, told: list[str]) -> bool:
        """Whether the first that tells a number tells an average, and of no end."""
        first = next((fold(text) for text in told if re.search(r"\d", text)), "")
        return _AVERAGE.search(first) is not None and _ENDS.search(first) is None

    @staticmethod
    def _denied_asked(line: str) -> bool:
        return _NOT_SO.search(line) is not None

    @staticmethod
    def _affirmed(line: str, told: list[str]) -> bool:
        """Whether the first that tells a number tells it of those of whom something is so."""
        first = next((fold(text) for text in told if re.search(r"\d", text)), "")
        return bool(first) and _SAID_NOT_SO.search(first) is None

    @staticmethod
    def _to_come_asked(line: str) -> bool:
        return _TO_COME.search(line) is not None

    @staticmethod
    def _done(line: str, told: list[str]) -> bool:
        """Whether the first that tells a number tells what was done, and nothing of what is to come."""
        first = next((fold(text) for text in told if re.search(r"\d", text)), "")
        return _DONE.search(first) is not None and _AHEAD.search(first) is None

    @staticmethod
    def _requested_asked(line: str) -> bool:
        return _REQUESTED.search(line) is not None

    @staticmethod
    def _granted(line: str, told: list[str]) -> bool:
        """Whether the first that tells a number says nothing of what was asked for."""
        first = next((fold(text) for text in told if re.search(r"\d", text)), "")
        return bool(first) and _SAYS_REQUESTED.search(first) is None

    def _currency_asked(self, line: str) -> bool:
        return _NUMBER.search(line) is not None and any(asks(line) for asks in self._currencies)

    def _of_another_currency(self, line: str, told: list[str]) -> bool:
        """Whether an amount is asked for in a currency in which none is told, or what one in another comes to."""
        folded = [_PESOS.sub(" pesos ", fold(text)) for text in told]
        asked = [named for named in self._currencies if named(line)]
        if len(asked) > 1 and _CONVERTS.search(line) and not _TWO_ASKED.search(line):
            return not any("equival" in text for text in folded)
        return not any(named(text) for text in folded for named in asked)

    @staticmethod
    def _breakdown_asked(line: str) -> bool:
        if _AVERAGE.search(line):  # "operativos por mes en promedio" is one number
            return False
        asks = _ONLY_BY.match(line) or _NUMBER.search(line) or _DISTRIBUTED.search(line)
        return _BY.search(line) is not None and asks is not None

    def _in_one(self, line: str, told: list[str]) -> bool:
        """Whether it is asked for region by region or the like, and nothing told names one."""
        by = _BY.search(line)
        names = next((names for what, names in self._by.items() if by and by["what"].startswith(what)), None)
        monthly = by is not None and by["what"].startswith("mes") and any("al mes en promedio" in text for text in told)
        return names is not None and not monthly and not any(map(names, told))
