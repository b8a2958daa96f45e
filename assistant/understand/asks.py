"""What a question wants of a set of medidas: the list, how many, groups, a ranking, the first or the last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.values import Grupo, Orden
from corpus.cues import Cues
from corpus.numbers import number_from_words

# The words of the lexicon by which medidas are asked for.
ASKING = "medidas_preguntas.toml"
_TOP = re.compile(
    r"\b(?:l[oa]s|top|solo|primer[oa]s) (\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:primer[oa]s |ultim[oa]s |proxim[oa]s )?(?:ejes?|ministerios?|instituciones|organismos|medidas|fechas?|plazos?|anos|servicios|vencimientos|con mas|que mas|con menos|en vencer|mas|en)\b|\b(?:primer[oa]s|ultim[oa]s|proxim[oa]s) (\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b(?! (?:dias|meses|semanas|anos))|\btop (\d{1,2})\b|\bl[oa]s (\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:primer|ultim|proxim)[oa]s\b"
)
_NTH = re.compile(r"\b(segund[oa]|tercer[oa]?) (?:eje|ministerio|institucion|organismo|fecha|ano|lugar)\b")
_PER = r"(?:cual(?:es)? (?:es|son|fue|fueron) (?:el|la|los|las)|por|segun|cada(?: un[oa] de l[oa]s)?|que|cual(?:es)?(?: de l[oa]s)?|en que|de que|a que|para que|which|per|by|los|las|l[oa]s \w+|con que|entre l[oa]s) (?:cada )?(?:distint[oa]s |diferentes |dos |tres |cuatro |cinco |\d+ |segund[oa] |tercer[oa]? )*"
_NONE = re.compile(
    r"\b(?:no tien\w+|sin|no hay|no figur\w+ con|no aparec\w+ con|cero|ninguna) (?:ningun\w* )?(?:medidas?|compromisos?)\b|\bno (?:participan|intervienen|aparecen|figuran)\b"
)
_HAVING = re.compile(
    r"\b(?:tiene[n]?|con|aparece[n]?|figura[n]?|lidera[n]?) (?P<pre>solo |solamente |mas de |al menos |menos de |exactamente )?(?:una? )?(?P<n>sola|unica|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+)(?P<on> o mas)? (?:sola |unica )?medidas?\b"
)
_PREFIXES = {
    "ministerio": "ministerio",
    "cartera": "ministerio",
    "ministries": "ministerio",
    "subsecretaria": "subsecretaria",
    "servicio": "servicio",
    "policia": "policia",
    "observatorio": "observatorio",
}


@dataclass(frozen=True)
class Ask:
    """What a line wants done with the medidas it means."""

    counts: bool = False
    percent: bool = False
    each: bool = False
    group: Grupo | None = None
    per: bool = False
    distinct: bool = False
    with_whom: bool = False
    order: Orden | None = None
    top: int | None = None
    prefix: str | None = None
    least: int | None = None
    most: int | None = None
    loaded: bool = False
    """Who has more or less to do is asked: that only the plan tells."""

    @property
    def ranks(self) -> bool:
        """Whether groups are to be ranked."""
        return self.order in (Orden.MAS, Orden.MENOS)


# "Los días siguientes al 31 de marzo": next to a day that is told, and not the next of all.
# "¿Cuántas son al final?": when all is said; what stands at the end is "al final del plan", or is said to stand there.
_IN_THE_END = re.compile(r"(?<!\besta )(?<!\bestan )(?<!\bvienen )(?<!\bsalen )\bal final\b(?! del?\b)")
_NEXT_TO = re.compile(r"\bsiguientes? al?\b")


class AskReader:
    """Reads what folded lines want done, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, asking: Cues) -> None:
        words = asking.any_of
        things, organisation = words("cosa.medidas"), words("cosa.organismo")
        self._count = re.compile(
            rf"\b{words('conteo.pregunta')} (?:\S+ ){{0,3}}?{things}\b"
            rf"|\b{things} en total\b|\btotal (?:de )?{things}\b|\b{things}\b.{{0,80}}\b{words('conteo.despues')}\W*$"
            rf"|\b{words('conteo.afirma')} (?:un total de )?\d+(?: (?:o|u|y) \d+)? {things}\b"
            rf"|\bcuantas {words('conteo.verbo')}\b|\bcuantas\W*$|^\W*{words('conteo.cantidad')} (?:de )?(?:las )?{things}\b"
        )
        self._percent = re.compile(
            rf"(?<!\w){words('conteo.parte')}(?: del?| of)?(?: las?| los?| the| total| sus)*(?: de)?(?: las?)? ?(?:{things}|plan|total)\b"
            # "del eje 10, ¿cuántas son de SERMIG y qué porcentaje del eje?"
            rf"|(?<!\w){words('conteo.parte')} (?:de(?:l| es[ae]| est[ae]) (?:mismo )?eje|de (?:ell|es|est)as)(?=\W*$|,? {words('conteo.parte_de')}\b)"
            rf"|(?<!\w){words('conteo.parte')} del eje \d+ (?:{words('conteo.parte_de')}|es|toca|corresponde|depende|lidera)\b"
            # "¿cuántas vencían en 2023 y qué porcentaje de las 86 representan?"
            rf"|(?<!\w)(?:porcentaje|proporcion|parte|%) (?:de l[ao]s \d+ |del total )?{words('conteo.parte_de')}\b|\bporcentaje de las \d+\b"
            # "¿en cuántas participa SERMIG y qué porcentaje es del total?"
            rf"|(?<!\w){words('conteo.parte')} (?:{words('conteo.parte_de')}|es|seria[n]?) (?:del (?:total|plan)|de (?:tod[oa]s )?las (?:\d+|{things}))\b"
        )
        self._more = re.compile(
            rf"\bmas (?:{things}|{words('orden.mas_de')})\b|\b{words('orden.mas')}\b|\b(?:tienen?|con) mas\b(?! de\b)"
        )
        self._less = re.compile(
            rf"\bmenos (?:{things}|{words('orden.menos_de')})\b|\b{words('orden.menos')}\b|\b(?:tienen?|con) menos\b(?! de\b)"
        )
        self._loaded = re.compile(rf"\b(?:mas|menos) (?:(?:{things}|{words('orden.carga')})\b|\W*$)")
        # "La diferencia de medidas entre el eje 10 y el 2", "¿cuántas medidas menos tiene el eje 10 que el 7?": each by itself.
        self._each = re.compile(
            rf"\b(?:{words('grupo.cada')}|compar(?!t)\w+|diferencia (?:de medidas )?entre|medidas (?:mas|menos) (?:tiene|trae|lleva|hay) .* que)\b"
        )
        due = words("orden.plazo")
        self._due = re.compile(rf"\b{due}\b")
        self._sorted = re.compile(rf"\b{words('orden.ordena')}\b.{{0,40}}\b{due}|\b{words('orden.cronologico')}\b")
        self._next = re.compile(
            rf"\b{words('orden.proximo')}\b(?! (?:\d|an[o]|mes|dias|meses|semana|trimestre|semestre))"
        )
        self._first = re.compile(
            rf"\b(?:{words('orden.primero')}|{words('orden.vence')} antes(?! del?\b)|(?<!tabla )(?<!cuadro )(?<!resumen )inicial)\b"
            r"(?! (?:semestre|trimestre|mitad|cuatrimestre|bimestre|hito|eje|quincena))"
        )
        self._last = re.compile(
            rf"\b(?:{words('orden.ultimo')}|{words('orden.vence')} despues(?! del?\b))\b"
            r"(?! (?:semestre|trimestre|dia|hito|eje|quincena|\d+ (?:dias|meses)))"
        )
        # "ranking de instituciones", "top 3 ministerios", "ordéname los ministerios por cantidad de medidas"
        listed = (
            rf"{words('orden.clasifica')}(?: (?:\d{{1,2}}|de|del|a|l[oa]s|primer[oa]s|tod[oa]s|con|el|la|que|sea[n]?))*"
        )
        self._by_size = re.compile(
            rf"\b(?:por|segun)(?: (?:su|el|la))? {words('orden.tamano')}(?: de)?(?: las?| sus)? {things}\b|\bsegun cuantas {things}\b"
        )
        eje, fecha, mes, ano = (words(f"cosa.{name}") for name in ("eje", "fecha", "mes", "ano"))
        self._by = (
            (
                Grupo.EJE,
                re.compile(
                    rf"\b{_PER}{eje}\b|\b{listed} {eje}\b|\beje (?:mas|con mas|que mas|con menos|que menos|de mayor|mayor)\b"
                ),
            ),
            (Grupo.FECHA, re.compile(rf"\b{_PER}{fecha}\b")),
            (Grupo.MES, re.compile(rf"\b{_PER}{mes}\b")),
            (Grupo.ANO, re.compile(rf"\b{_PER}{ano}\b|\banualmente\b|\bano a ano\b")),
            (
                Grupo.INSTITUCION,
                re.compile(
                    rf"\b{_PER}{organisation}\b|\b{listed} {organisation}\b|\b(?:ministerio|institucion|organismo|cartera|subsecretaria)(?: sectorial)? (?:mas|con mas|que mas|con menos|que menos)\b|\bquien(?:es)? (?:tiene|concentra|lidera|encabeza|acumula)\w*\b"
                ),
            ),
        )
        self._per_each = re.compile(
            rf"\b(?:por|segun|cada|per|by)(?: cada| un[oa] de l[oa]s)? (?:ejes?|axis|{organisation}|fechas?|plazos?|mes|anos?|year|month)\b|\b{words('grupo.reparte')}\b"
        )
        self._distinct = re.compile(
            rf"\b(?:cuant[oa]s|how many|numero de|cantidad de) (?:distint[oa]s |diferentes )?(?P<what>ejes|axes|fechas|plazos|anos|hitos|indicadores|{organisation}|ministries|institutions)\b"
        )
        self._which = re.compile(
            rf"\b(?:en )?que (?P<what3>ejes) (?:se )?(?:esta|participa|interviene|figura|aparece|sale|trabaja|anda|le toca|tiene algo)\b"
            rf"|\b(?:que|cuales|cuales son (?:los|las)|which) (?P<what>ejes|fechas|plazos|{organisation})(?: \w+)? (?:distint[oa]s )?{words('grupo.verbo')}\b"
            rf"|\b{words('grupo.nombra')}(?: tod[oa]s)?(?: de)?(?: l[oa]s)? (?P<what2>ejes|{organisation})\b(?! (?:de la medida|de las medidas|con mas|con menos))"
        )
        # "¿con quién comparte el SERMIG?"
        self._with_whom = re.compile(
            rf"\bcon (?:que|cuales|cual)? ?(?:otr[oa]s? )?(?:{organisation}|quien(?:es)?)\b.{{0,30}}\b{words('grupo.comparte')}"
        )

    def asked(self, line: str) -> Ask:
        """What a folded line wants done; the filters are none of its business."""
        distinct = self._distinct.search(line) or self._which.search(line)
        group = next((group for group, pattern in self._by if pattern.search(line)), None)
        what = next((part for part in distinct.groups() if part), "") if distinct else ""
        if distinct:
            group = _group_of(what)
        with_whom = self._with_whom.search(line) is not None
        if with_whom:
            group = Grupo.INSTITUCION
        least, most = _having(line)
        if group is not None and distinct and _NONE.search(line):
            least, most = 0, 0
        return Ask(
            counts=self._count.search(line) is not None,
            percent=self._percent.search(line) is not None,
            each=self._each.search(line) is not None,
            group=group,
            per=self._per_each.search(line) is not None,
            distinct=distinct is not None or with_whom,
            with_whom=with_whom,
            order=self._order(line),
            top=_top(line),
            prefix=_prefix(line),
            least=least,
            most=most,
            loaded=group in (Grupo.INSTITUCION, Grupo.EJE) and self._loaded.search(f"{line} ") is not None,
        )

    def _order(self, line: str) -> Orden | None:
        """Most or least first; or which deadline: the next, the first, the last."""
        due = self._due.search(line) is not None
        if self._less.search(line):
            return Orden.MENOS
        if self._more.search(line) or self._by_size.search(line):
            return Orden.MAS
        if self._sorted.search(line):
            return Orden.FECHA
        if due and self._next.search(_NEXT_TO.sub(" ", line)):
            return Orden.PROXIMO
        if self._first.search(line):
            return Orden.PRIMERO if due else Orden.PRIMERAS
        if self._last.search(line if due else _IN_THE_END.sub(" ", line)):
            return Orden.ULTIMO if due else Orden.ULTIMAS
        return None


def _group_of(what: str) -> Grupo:
    if what.startswith(("eje", "axes")):
        return Grupo.EJE
    if what.startswith(("fecha", "plazo")):
        return Grupo.FECHA
    if what.startswith("ano"):
        return Grupo.ANO
    return Grupo.HITO if what.startswith(("hito", "indicador")) else Grupo.INSTITUCION


def _top(line: str) -> int | None:
    said = [next(part for part in match.groups() if part) for match in _TOP.finditer(line)]
    numbers = [int(read[0]) for one in said if (read := number_from_words([one]))]
    if numbers:  # "de las 86 medidas, … los dos ejes con más": a part is less than its whole
        return min(numbers)
    nth = _NTH.search(line)
    return None if nth is None else 2 if nth[1].startswith("segund") else 3


def _prefix(line: str) -> str | None:
    """The sort of institution that is asked for, where only that one is: its names begin so."""
    match = re.search(
        r"\b(?:cuant[oa]s|que|cual(?:es)?(?: de los| de las)?|cada|por|los|las|how many|top|ranking|ordena\w*|rankea\w*)(?: de)? (?:\w+ )?(ministerio|cartera|subsecretaria|policia|observatorio|ministries)s?\b"
        r"|^\W*(ministerio|cartera|subsecretaria)s? (?:sectorial(?:es)? )?(?:con|que)\b",
        line,
    )
    return _PREFIXES[match[1] or match[2]] if match else None


def _having(line: str) -> tuple[int | None, int | None]:
    match = _HAVING.search(line)
    if match is None:
        return None, None
    read = number_from_words([match["n"].replace("sola", "una").replace("unica", "una")])
    amount, before = int(read[0]) if read else 1, match["pre"] or ""
    if before.startswith("mas de"):
        return amount + 1, None
    if before.startswith("menos de"):
        return 1, amount - 1
    if before.startswith("al menos") or match["on"]:
        return amount, None
    return (
        (amount, amount) if before or re.search(r"sola|unica|una medida", match.group()) or amount > 1 else (None, None)
    )
