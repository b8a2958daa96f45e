"""How a message opens and leans on those before it: whether it points back, corrects, and what it says without that."""

from __future__ import annotations

import re

from assistant.understand.among import DESCRIBED, ITS_OWN, NEIGHBOURS, NOT_THOSE, THEM
from assistant.understand.heard import SETS
from assistant.understand.plan import Plan
from assistant.understand.relative import from_last_year
from assistant.values import Turn
from corpus.analysis import STOP_WORDS, fold, words

_COUNTS = re.compile(r"cuant[oa]s\b(?! (?:millones|pesos|lucas|utm)\b)")
# A message with more words of its own stands alone.
MAX_CONTENT_WORDS = 9
# What is left of "¿cuánta plata se gastó en expulsiones?" without its money: "cuanta se en".
_ASKS_AMOUNT = re.compile(r"^\W*cuant[oa]s?\b[\s]*(?:se\b\s*)?(?:(?:en|por|con)\b\s*)?")
# "¿y el año con más?", "¿cuándo hubo menos?": which year, and so none that was told before.
_WHICH_YEAR = re.compile(
    r"\b(?:que|cual(?: (?:fue|es|ha sido))?(?: el)?|peor|mejor) (?:\w+ )?ano\b(?! (?:anterior|pasado|siguiente|antes|despues))"
    r"|(?<!ese )(?<!este )\bano (?:con|en que|de|que tuvo|que hubo) (?:mas|menos|mayor|menor)\b|\bano record\b"
    r"|\bcuando (?:hubo|fue|se \w+|tuvo|tuvieron) (?:mas|menos)\b|\bwhich year\b|\bwhat year\b|\byear with\b"
)
# "¿Con qué ley partió?", "¿mediante qué decreto se creó?": nothing says what.
_BY_WHICH_ACT = re.compile(
    r"^(?:con|por|mediante|bajo|a traves de|desde) que (?:ley|decreto|resolucion|norma|acto)s? (?:se |lo |la |los |las )?"
    r"(?:partio|partieron|empezo|comenzo|nacio|creo|crearon|inicio|implemento|establecio|formalizo|constituyo|instauro)\W*$"
)
# "Me faltó 2023": of that year too.
_MISSED = r"(?:me|te|nos|le) falt\w+ (?=(?:(?:el|los|lo|de|del|en|anos?) )*(?:20\d\d|primer trimestre)\b)"
_IN_YEAR = r"(?: (?:(?:en|durante|el|ano|del?) ){1,3}20\d\d)?"
_YEAR = re.compile(r"\b20\d\d\b|\bprimer trimestre(?: de(?:l)? \d{4})?\b")


def bare(line: str) -> str:
    """A line without the marks of question and stops before its first word."""
    return line.lstrip("¿¡.,;:- ")


class Openings:
    """Reads how messages lean on the turns before them, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, plan: Plan) -> None:
        def words(*names: str) -> str:
            return plan.asking.any_of(*(f"sigue.{name}" for name in names))

        self.plan = plan
        self._has = plan.asking.has
        self._points_back = re.compile(
            rf"^{words('apertura', 'abre')}\b|^{_MISSED}|\b{words('remite')}\b|^{words('corrige')}\b"
            rf"|^(?:el |la |en )?{words('calcula')}\b(?: \w+){{0,3}}\W*$|^{words('pregunta_sola')}(?: \w+){{0,3}}\W*$"
            rf"|^(?:{words('pide')} )?{words('acota')}\b"
        )
        # "¿cuáles comparte con SERMIG?": a question about some, without a noun that says of what.
        self._elliptic = re.compile(
            rf"^(?:de (?:{THEM}),? )?¿?(?:(?:en|de|con|a|por|para) )?(?:cual|cuales|cuantas|cuanta)(?: de (?:{THEM}))? "
            rf"{words('verbo')}\b"
            rf"|^(?:(?:en|de|del|con|a|al|por|para) (?:\w+ ){{1,6}})?(?:hay|habra|existe|queda|tiene) (?:solo )?algunas? {words('alguna')}\b"
            rf"|^(?:alguna|ninguna) {words('verbo')}\b"
        )
        # "¿cuánto se ejecutó?": an amount of a verb that says nothing of its own.
        self._amount = re.compile(
            r"^(?:a |en |de |con )?cuant[oa]s?(?: (?:gente|personas?|plata|dinero))?(?: (?:se|le|les|lo|la|los|las|ha|han|fue|de eso))*"
            rf" {words('de_lo_dicho')}(?: (?:finalmente|en total|al final|realmente|ahi))*{_IN_YEAR}\W*$"
        )
        # "¿qué pasos tiene?", "¿cuántas líneas incluye?": nothing says what has them.
        self._what_it_has = re.compile(
            rf"^(?:que|cuant[oa]s|cuales) [a-z]{{4,}} {words('lo_tiene')}(?: (?:en total|cada un[oa]))?\W*$"
        )
        self._correction = re.compile(
            rf"^(?:{words('corrige')}\b[ ,]*)+(?:a (?=(?:el|la|los|las)\b)|(?<=referia )a |(?<=refiero )a |digo |era |es )?"
        )
        self.opening = re.compile(rf"^{words('apertura')}\b[ ,]*(?:y\b[ ,]*)?(?:{_MISSED})?|^{_MISSED}")
        self._tied = re.compile(
            rf"^\W*(?:{words('apertura')}\b[\s,.:]*)+(?:¿\s*(?:y\b )?|(?=(?:(?:a|con|de|para|por) quien(?:es)?|cual(?:es)?|cuant[oa]s?|quien(?:es)?|que (?:porcentaje|parte|proporcion))\b|que %))"
        )

    def points_back(self, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a folded line only makes sense after the turns before it."""
        if not turns:
            return False
        content = [word for word in words(line) if word not in STOP_WORDS]
        if len(content) > MAX_CONTENT_WORDS:
            return False
        start = bare(line)
        elliptic = (
            (turns[-1].medidas or turns[-1].query.kind in SETS)
            and not self._has("sigue.cosa", line)
            and (self._elliptic.match(start) or NEIGHBOURS.match(start))
        )
        # "en el indicador sale algo más": a field of the medida just spoken of, where none is named.
        of_last = (
            len(turns[-1].medidas) == 1 and not self._has("sigue.cosa", line) and self._has("sigue.el_campo", line)
        )
        one_of = len(turns[-1].medidas) > 1 and not self._has("sigue.cosa", line) and DESCRIBED.search(start)
        of_last = of_last or (
            len(turns[-1].medidas) == 1 and not self._has("sigue.cosa", line) and ITS_OWN.search(start) is not None
        )
        return bool(
            self._points_back.search(start)
            or self._amount.match(start)
            or _BY_WHICH_ACT.match(start)
            or (self._what_it_has.match(start) and not self._has("sigue.cosa", line))
            or elliptic
            or of_last
            or one_of
            or NOT_THOSE.match(start)
        )

    def with_year(self, line: str, turns: tuple[Turn, ...]) -> str:
        """A line with the years written out that the last set's deadlines or the last question tell: "¿y el año siguiente?"."""
        before = turns[-1].query if turns else None
        if before is None:
            return line
        if before.kind in SETS:
            days = [day for range_ in before.filtros.plazos for day in (range_.desde, range_.hasta)]
            years = {day.year for day in days if day is not None} if len(before.filtros.plazos) == 1 else set()
        else:
            years = {int(year) for year in re.findall(r"\b20\d\d\b", fold(before.texto))}
        return from_last_year(line, years.pop()) if len(years) == 1 else line

    def tied(self, message: str) -> str:
        """A message with all that only ties its question to the last turn as a plain "y": "entonces, ¿cuál vence antes?",
        "o sea, ¿cuánto suman?"."""
        opens = self._tied.match(fold(message)) if len(fold(message)) == len(message) else None
        return f"¿y {message[opens.end() :]}" if opens is not None else message

    def is_correction(self, line: str) -> bool:
        """Whether a line corrects the last turn ("no, la de salud")."""
        return self._correction.match(bare(line)) is not None

    def without_opening(self, line: str) -> str:
        """A line without the words that only tie it to the last turn."""
        return bare(self.opening.sub("", bare(self._correction.sub("", bare(line)))))

    def joined(self, previous: str, line: str) -> str:
        """The last question and this one as one text to search with; a year that this one names replaces the last one's,
        but for a comparison ("¿cuántas más que en 2022?")."""
        before = fold(previous)
        other_time = _WHICH_YEAR.search(line) or _YEAR.search(line) or self._has("sigue.todo_el_tiempo", line)
        if other_time and not self._has("sigue.compara", line):
            before = _YEAR.sub(" ", before)
        own = self.without_opening(line)
        counts = _COUNTS.match(own)
        if counts:  # "¿cuánto se gastó en expulsiones?", "¿cuántas fueron?"
            without = self.plan.cues.strip("dato.dinero", before)
            if without != before:
                return f"{counts[0]} {_ASKS_AMOUNT.sub('', without)} {own[counts.end() :]}".strip()
        return f"{own} {before}".strip()
