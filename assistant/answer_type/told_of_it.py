"""What is asked of a thing that is told: why it was so, which of two had more, what will come of it, who was missing, what
follows where somebody refuses. An answer must say that, and not only that the thing is.

"¿Por qué sesionó solo dos veces?" is not answered by that it sat twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from assistant.focus import sentences
from corpus.analysis import STOP_WORDS, fold, stem, terms
from corpus.cues import Cues
from corpus.dates import MONTHS

# A question begins with its word, or goes on with it: "y por qué…", "oye, por qué…"; "porque" and "por que medio" ask no reason.
_BEGINS = r"(?:^|[¿,;:.(] ?|\b(?:y|e|o|pero|ya|ok|oye|gracias) )"
_WHY = re.compile(
    rf"{_BEGINS}(?:por que (?!medios?\b|vias?\b|canal|paso|monto|periodo|lado|etapas?\b|fases?\b|localidad|lugar|zonas?\b)|cual (?:es|era|fue) (?:la (?:razon|causa|explicacion)|el motivo) |a que se (?:debe|debio|deben|atribuye|atribuyo|atribuyen)\b|que explicacion(?:es)? )"
)
# Another thing is asked with it, which may be told alone.
_ASKS_MORE = re.compile(
    r"(?<!por )\bque (?:es|son|\w+ (?:es|son|hay|tiene))\b|\b(?:cuant[oa]s?|quien(?:es)?|cual(?:es)?|donde|cuando|como)\b"
)
# "Las reconducciones cayeron. ¿A qué se debe esa baja?": what moved is named in the clause before.
_THAT_MOVE = re.compile(
    r"\b(?:es[ea]|est[ea]|dich[oa]) (?:cambio|baja|alza|caida|aumento|subida|descenso|reduccion|disminucion|incremento|variacion|quiebre|salto)\b"
)
_CLAUSE = re.compile(r"[.;:!?¿](?!\d)")
# "Solo dos", "tan pocas", "no se pusieron más": it is asked what kept it from being otherwise, which no purpose tells.
_SO_LITTLE = re.compile(r"\b(?:sol[oa]s?|solamente|tan(?:to|ta|tos|tas)?|apenas|unicamente|no|nunca|todavia)\b")
_MORE = r"(?:mas|menos|mejor(?:es)?|peor(?:es)?|mayor(?:es)?|menor(?:es)?)"
# "¿Quiénes fueron más, venezolanos o colombianos?", "¿en qué colegio resultó mejor, en el Unesco o en el Aldo Francia?"
_OF_TWO = re.compile(
    rf"\b(?:quien(?:es)?|cual(?:es)?|que|donde)\b[^?¿.]*\b{_MORE}\b[^?.]*[, ](?P<one>(?:\w+ ){{1,4}}?)o (?P<other>\w+(?: \w+){{0,3}})\W*$"
)
_WEIGHS = re.compile(rf"\b(?:{_MORE}|mayoria|super\w+|destac\w+|igual\w*|ambos|ambas)\b|\d")
_WEIGHED = re.compile(rf"\b{_MORE}(?: que\b|:)|\b(?:diferencia|igual\w*)\b")
# "¿Qué organización sacó más votos?": the one of several that had most of something.
_OF_SEVERAL = re.compile(
    r"\b(?:que|cual|quien)\b[^¿?.,;]*\b(?:tuvo|saco|obtuvo|recibio|junto|logro|reunio|gano|tuvieron|sacaron) (?:(?:el|la|los|las) )?"
    r"(?:mas|menos|mayor|menor) (?:(?:numero|cantidad) de )?(?P<thing>[a-z]{4,})"
)
# "**Valparaíso**, con **76** operativos": how a ranking is told.
_RANKED = re.compile(r"\*\*[^*]+\*\*, con \*\*\d")
_TIME = re.compile(rf"\b\d{{1,2}} de (?:{'|'.join(MONTHS)})\b|\b20[0-3]\d\b|\[\d+\]")
# "¿Cuánto va a bajar la espera?", "¿en cuánto subirán?": what is to come of a number.
_WILL_MOVE = re.compile(
    r"\bcuant[oa]s? (?:(?:mas|menos|se) )*(?:(?:va|van|iria|irian) a )(?:baj|sub|aument|dismin|reduc|crec|mejor|acort|ca)\w+"
    r"|\bcuant[oa]s? (?:(?:mas|menos|se) )*(?:baj|sub|aument|dismin|reduc|crec|mejor|acort|ca)(?:ara|aran|ira|iran|era|eran)\b"
)
_AHEAD = re.compile(r"\b(?:[a-z]{3,}(?:ara|aran|iran|ira)|metas?|proyect\w+|esper[ae]\w*|van? a|pretend\w+)\b")
# "¿Qué ministros faltaron?", "¿qué convenios no se han cumplido?", "¿quién falló?": those of whom something is missed.
_MISSED = re.compile(
    r"\b(?:que|quien(?:es)?|cual(?:es)?)\b[^¿?.,;]*?(?<!\ble )(?<!\bles )(?<!\bnos )\b(?:faltaron|falto|fallaron|fallo|se (?:la |lo |las |los )?saltaron|se ausent\w+"
    r"|no (?:asisti(?:o|eron)|(?:se )?(?:ha|han) cumplido|se cumpli(?:o|eron)|cumpli(?:o|eron)|vin(?:o|ieron)|particip(?:o|aron)|se present(?:o|aron)))\b"
)
_MISSING = re.compile(
    r"\b(?:falt\w*|ausen\w*|inasist\w*|incumpl\w*|pendient\w*|excepto|salvo|sin (?:\w+ )?(?:cumpl|asist|particip)\w*|no (?:se )?(?:ha|han|hubo|cumpl\w*|asist\w*|particip\w*|vin\w*|present\w*))\b"
)
# "Si el concejo lo rechaza, ¿qué procede?"
_IF_REFUSED = re.compile(
    r"\bsi (?:(?!\bque\b)[^¿?.])*?\b(?P<refuses>rechaz\w+|(?:se )?opo[nu]\w+|se nieg\w+|incumpl\w+|no (?:cumpl|aprueb|acept|respet)\w+)[^¿?.]*[, ]¿?"
    r"(?:que|como|quien|cual) (?:se )?(?:proced|pasa|ocurr|suced|hac|hag|sancion|multa|castigo|consecuencia)\w*"
    r"|\b(?:que|como|quien|cual) (?:(?:es|son) (?:la|las|el|los) )?(?:se )?(?:proced|pasa|ocurr|suced|sancion|multa|castigo|consecuencia)\w*[^¿?.]*\bsi "
    r"(?:(?!\bque\b)[^¿?.])*?\b(?P<refusing>rechaz\w+|(?:se )?opo[nu]\w+|se nieg\w+|incumpl\w+|no (?:cumpl|aprueb|acept|respet)\w+)"
)
_REFUSED = re.compile(
    r"\b(?:rechaz|desaprob|opos|opon|opus|resist|incumpl|sancion|no (?:\w+ )?(?:aprueb|aprob|acept|cumpl|alcance|logr|se logr))\w*|\ben (?:el )?caso de (?:que )?no\b"
)
# "¿Cuándo se reunió por última vez?": a day of what was done; what was promised for a day is told by its deadline.
_DONE_WHEN = re.compile(
    r"(?<!para )(?<!pa )\bcuando (?:(?:se|la|lo|las|los|nos|les) )*(?!(?:com)?prometieron|pusieron|fijaron|vencieron|quedaron)"
    r"(?:[a-z]{3,}(?:aron|ieron)|(?<=se )(?!comprometio|prometio|vencio|cumplio|fijo|puso|esper)[a-z]{3,}o)\b"
)
_LAST_TIME = re.compile(r"\bultima vez\b")
_UNTIL = re.compile(r"[^.\n]*\b[Pp]lazo\b[^.\n]*")
_DATED = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b|\b(?:trimestre|semestre|vigente)\b")
# "¿Qué notaría colaboró con…?": the sort of helper that is asked for.
_HELPER = re.compile(
    r"(?<!con )(?<!de )\bque (?P<sort>[a-z]{5,}) (?:colabor|auspici|patrocin|acompan)(?:a|an|o|aron|aba|aban)\b"
)
# "¿Qué acuerdos tomó la mesa?", "medida 83: proveedor adjudicado": a sort of thing, of which a row says that there are some.
_SORT_OF_ROW = re.compile(
    rf"{_BEGINS}(?:a |de |con |en |por |sobre )?(?:que|cuales) (?P<sort>(?!\w+mos\b)[a-z]{{4,}}s)\b"
)
_FIELD_OF_ROW = re.compile(
    r"^\W*(?:la )?medida (?:n\W*)?\d+\b[^:?¿]*: (?P<sort>[a-z]{4,})(?: (?:(?:de|del|de la|de los|de las) [a-z]+|[a-z]+[ai]d[oa]s?))?\W*$"
)
_VAGUE = frozenset(
    "ademas despues cosas partes fechas tipos clases grupos organismos entidades instituciones ministerios servicios edades plazos medidas anos meses dias todos todas otros otras ellos ellas ustedes detalles areas terminos casos regiones comunas paises"
    " profesionales personas plazo fecha indicador responsable institucion ministerio texto estado avance avances resultado resultados logros costo nombre numero eje".split()
)

_BODIES = frozenset(
    "organizacion organizaciones institucion organismo entidad agencia agencias actores actor aliado aliados socio socios unidad direccion departamento programa programas oficina municipalidad municipalidades municipio"
    " comuna ciudad practica proyecto iniciativa persona gente fondo fondos equipo equipos sector".split()
)
"""What helps by no sort that its name would tell."""


def reason_asked(line: str) -> re.Match[str] | None:
    """How a folded line asks for the reason of something, where it asks for nothing else."""
    why = _WHY.search(line)
    if why is None or _ASKS_MORE.search(line[: why.start()]) or _ASKS_MORE.search(line, why.end()):
        return None
    return why


class ToldOfIt:
    """Checks of one sort: ``lacks(question, texts)`` says whether the texts tell the thing, and not what is asked of it."""

    def __init__(self, cues: Cues) -> None:
        self._causes = cues.says("causa.palabras")
        self._ends = cues.says("causa.fines")
        self._saying = re.compile(rf"{_BEGINS}que (?:(?:le|les|nos) )?{cues.any_of('respuesta.pregunta')}(?!\w)")
        self._said = cues.says("respuesta.palabras")
        self._checks: tuple[Callable[[str, Sequence[str]], bool], ...] = (
            self.unexplained, self._not_weighed, self._none_first, self._not_foreseen, self._missed_by_none, self._not_refused,
            self._not_done_then, self._not_said,
        )  # fmt: skip

    def lacks(self, question: str, texts: Sequence[str]) -> bool:
        """Whether one of the checks finds that what is asked of the thing is not told."""
        typed = question.split("\n")[0]
        return any(check(typed, texts) for check in self._checks)

    def unexplained(self, question: str, texts: Sequence[str]) -> bool:
        """Whether the reason of something is asked for alone, and nothing told gives one, nor what it was for."""
        line = fold(question)
        why = reason_asked(line)
        if why is None:
            return False
        moved = self._moved(line, why.start()) if _THAT_MOVE.search(line, why.start()) else set()
        if moved and not any(self._causes(text) and moved & set(terms(text)) for text in texts):
            return True
        tells = (self._causes,) if _SO_LITTLE.search(line, why.start()) else (self._causes, self._ends)
        return not any(one(text) for text in texts for one in tells)

    @staticmethod
    def _moved(line: str, asking: int) -> set[str]:
        """The stems of the clause before the one that asks: what is said there to have moved."""
        clauses = [one for one in _CLAUSE.split(line[:asking]) if one.strip()]
        return {one for one in terms(clauses[-1]) if not one[0].isdigit()} if clauses else set()

    def _not_said(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked what somebody said, and nothing told reports it: that they were asked, or spoke, tells it not."""
        return self._saying.search(fold(question)) is not None and not any(map(self._said, texts))

    @staticmethod
    def _not_weighed(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked which of two had more, and nothing told weighs them, nor gives a number of one of them."""
        asked = _OF_TWO.search(fold(question))
        if asked is None or any(map(_WEIGHED.search, map(fold, texts))):
            return False
        both = {
            stem(word) for part in (asked["one"], asked["other"]) for word in part.split() if word not in STOP_WORDS
        }
        told = (one for text in texts for one in sentences(text))
        return not any(_WEIGHS.search(_TIME.sub(" ", fold(one))) and both & set(terms(one)) for one in told)

    @staticmethod
    def _none_first(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked which of several had most of something, and nothing told speaks of that, or none puts one first."""
        asked = _OF_SEVERAL.search(fold(question))
        if any(map(_RANKED.search, texts)):
            return False
        thing = stem(asked["thing"]) if asked is not None else ""
        told = [text for text in texts if thing in terms(text)] if thing else []
        return asked is not None and not any(map(_WEIGHS.search, (_TIME.sub(" ", fold(text)) for text in told)))

    @staticmethod
    def _not_foreseen(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked how much something will go up or down, and nothing told looks ahead."""
        return _WILL_MOVE.search(fold(question)) is not None and not any(map(_AHEAD.search, map(fold, texts)))

    @staticmethod
    def _missed_by_none(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked who was missing or what was not done, and nothing told says so of any."""
        return _MISSED.search(fold(question)) is not None and not any(map(_MISSING.search, map(fold, texts)))

    @staticmethod
    def _not_refused(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked what follows where somebody refuses or fails, and what is told first does not speak of that."""
        return _IF_REFUSED.search(fold(question)) is not None and not any(map(_REFUSED.search, map(fold, texts[:1])))

    @staticmethod
    def _not_done_then(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked when something was done, and nothing told is dated but until when it is to be."""
        line, told = fold(question), [*map(fold, texts)]
        promised = _DONE_WHEN.search(line) and any(map(_UNTIL.search, told))
        if not promised and _LAST_TIME.search(line) is None:
            return False
        return not any(_DATED.search(_UNTIL.sub(" ", text)) for text in told)

    @staticmethod
    def no_such_helper(question: str, texts: Sequence[str], means: Callable[[str], Collection[str]]) -> bool:
        """Whether it is asked which of a sort helped in a practice, of which nothing that is told has the word."""
        asked = _HELPER.search(fold(question))
        if asked is None or asked["sort"] in _BODIES or asked["sort"] in _VAGUE:
            return False
        held = {one for text in texts for one in terms(text)}
        return stem(asked["sort"]) not in held and not held & set(means(asked["sort"]))

    @staticmethod
    def none_of_a_sort(question: str, texts: Sequence[str], means: Callable[[str], Collection[str]]) -> bool:
        """Whether things of some sort are asked for of a row of the plan, of which the row has no word; ``means`` gives the
        stems of what else a word is said by."""
        line = fold(question)
        line = line[line.rfind("¿") + 1 :]  # what is told before may go on with "y que además…"
        asked = [match["sort"] for one in (_SORT_OF_ROW, _FIELD_OF_ROW) for match in one.finditer(line)]
        held = {one for text in texts for one in terms(text)}
        named = (word for word in asked if word not in _VAGUE and word not in STOP_WORDS)
        return any(stem(word) not in held and not held & set(means(word)) for word in named)
