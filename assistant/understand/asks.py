"""What a question wants of a set of medidas: the list, how many, groups, a ranking, the first or the last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.values import Grupo, Orden
from corpus.numbers import number_from_words

_THINGS = r"(?:medidas|measures|compromisos|acciones|tareas)"
_VERBS = (
    r"(?:son|hay|tiene[n]?|tendra[n]?|tenga[n]?|le[s]?|se|comparte[n]?|quedaron|quedan|vence[n]?|vencia[n]?|vencieron|vencera[n]?|estan|estaban|fueron|eran|corresponden|"
    r"depende[n]?|lleva[n]?|tenia[n]?|en total|de (?:ellas|esas|estas|las|los)|esas|estas|pertenecen|menciona[n]?|habla[n]?|aparecen|figuran|contempla|incluye|"
    r"cae[n]?|toca[n]?|tocan|lidera|asume[n]?|caducan|cumplen|a cargo|esta|aparece|participa[n]?|interviene[n]?|figura|exclusivas|compartidas|responde)"
)
_COUNT = re.compile(
    rf"\b(?:cuant[ao]s|numero(?: total)? de|cantidad(?: total)? de|total de|how many|conteo de|nro de|(?:cuente|cuenta|cuentame|contar|cuantifique) (?:las|cuantas)) (?:\S+ ){{0,3}}?{_THINGS}\b"
    rf"|\b{_THINGS} en total\b|\btotal (?:de )?{_THINGS}\b|\b{_THINGS}\b.{{0,80}}\b(?:cuantas son|numero total|cuantas en total|cuantas hay|total)\W*$"
    rf"|\b(?:son|tiene|hay|contempla|incluye|trae) (?:un total de )?\d+(?: (?:o|u|y) \d+)? {_THINGS}\b"
    rf"|\bcuantas (?:{_VERBS})\b|\bcuantas\W*$|^\W*(?:numero|cantidad|total|conteo) (?:de )?(?:las )?{_THINGS}\b"
)
_PERCENT = re.compile(
    rf"\b(?:porcentaje|proporcion|fraccion|que parte|por ciento|percentage|share|%)(?: del?| of)?(?: las?| los?| the| total| sus)*(?: de)?(?: las?)? ?(?:{_THINGS}|plan|total)\b"
    # "¿cuántas vencían en 2023 y qué porcentaje de las 86 representan?"
    r"|\b(?:porcentaje|proporcion|parte|%) (?:de l[ao]s \d+ |del total )?(?:representan?|son|suman|equivalen?|es eso)\b|\bporcentaje de las \d+\b"
)
_MORE = re.compile(
    rf"\bmas (?:{_THINGS}|plazos|compromisos|cargad\w+|responsabilidad\w*|se repite|repetid\w+|frecuente|comun|usad\w+|numeros\w+|veces|trabajo|pega|vencimientos|instituciones)\b"
    rf"|\b(?:mayor|gran) (?:numero|cantidad|parte|carga|proporcion|concentracion)\b|\bla mayoria\b|\bconcentra\w*|\bacumula\w*|\bencabeza\w*|\bmost\b|\bmas grande\b|\bmas tiene[n]?\b|\btiene[n]? mas\b(?! de\b)|\bcon mas\b(?! de\b)"
    r"|\bmanda\b|\bmaxim[oa]\b|\branking\b|\btop\b|\bmas aparece\w*|\bse repite mas\b"
)
_LESS = re.compile(
    rf"\bmenos (?:{_THINGS}|plazos|cargad\w+|frecuente|comun|numeros\w+|veces)\b|\bmenor (?:numero|cantidad|carga|proporcion)\b|\bleast\b|\bfewest\b|\bmas (?:chico|pequeno)\b|\b(?:tiene[n]?|con) menos\b(?! de\b)|\bminim[oa]\b"
)
_EACH = re.compile(
    r"\b(?:cada un[oa]|respectivamente|por separado|comparad\w+|compar(?!t)\w+|versus|vs|frente a|diferencia entre|each)\b"
)
_DUE = r"(?:venc\w+|venz\w+|plazos?|fechas?|deadlines?|expir\w+|cumpl\w+|due|calendario)"
_NEXT = re.compile(
    r"\b(?:proxim[oa]s?|siguientes?|mas (?:proxim[oa]s?|cercan[oa]s?|pront[oa])|lo que viene|next|upcoming)\b(?! (?:\d|an[o]|mes|dias|meses|semana|trimestre|semestre))"
)
_FIRST = re.compile(
    r"\b(?:primer[oa]?s?|antes que (?:todas|las demas|ninguna)|mas (?:antigu\w+|tempran\w+|pront\w*|corto|urgente\w*)|(?:vence[n]?|vencia[n]?|vencieron) antes(?! del?\b)|earliest|first|(?<!tabla )(?<!cuadro )(?<!resumen )inicial)\b(?! (?:semestre|trimestre|mitad|cuatrimestre|bimestre|hito|eje|quincena))"
)
_LAST = re.compile(
    r"\b(?:ultim[oa]s?|mas (?:tarde|tardi\w+|lejan\w+|larg[oa]|distante\w*|extens\w+)|(?:vence[n]?|vencia[n]?|vencieron) despues(?! del?\b)|al final|latest|last|final)\b(?! (?:semestre|trimestre|dia|hito|eje|quincena|\d+ (?:dias|meses)))"
)
_SORTED = re.compile(
    rf"\b(?:ordenad\w*|ordena\w*|orden|cronolog\w+|secuencia)\b.{{0,40}}\b{_DUE}|\b(?:orden cronologico|cronologicamente|cronograma|linea de tiempo|calendario de (?:plazos|vencimientos))\b"
)
_TOP = re.compile(
    r"\b(?:l[oa]s|top|solo|primer[oa]s) (\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:primer[oa]s |ultim[oa]s |proxim[oa]s )?(?:ejes?|ministerios?|instituciones|organismos|medidas|fechas?|plazos?|anos|servicios|vencimientos|con mas|que mas|con menos|en vencer|mas|en)\b|\b(?:primer[oa]s|ultim[oa]s|proxim[oa]s) (\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b(?! (?:dias|meses|semanas|anos))|\btop (\d{1,2})\b"
)
_NTH = re.compile(r"\b(segund[oa]|tercer[oa]?) (?:eje|ministerio|institucion|organismo|fecha|ano|lugar)\b")
_ORGANISATION = r"(?:ministerios?|instituci\w+|organismos?|carteras?|entidad(?:es)?|servicios?|reparticion(?:es)?|subsecretarias?|responsables?|policias?|observatorios?|actor(?:es)?|quien(?:es)?)"
_PER = r"(?:cual(?:es)? (?:es|son|fue|fueron) (?:el|la|los|las)|por|segun|cada(?: un[oa] de l[oa]s)?|que|cual(?:es)?(?: de l[oa]s)?|en que|de que|a que|para que|which|per|by|los|las|l[oa]s \w+|con que|entre l[oa]s) (?:cada )?(?:distint[oa]s |diferentes |dos |tres |cuatro |cinco |\d+ |segund[oa] |tercer[oa]? )*"
_BY = (
    (
        Grupo.EJE,
        re.compile(
            rf"\b{_PER}(?:ejes?|axis|axes)\b|\beje (?:mas|con mas|que mas|con menos|que menos|de mayor|mayor)\b"
        ),
    ),
    (Grupo.FECHA, re.compile(rf"\b{_PER}(?:fechas?|plazos?|dias?|deadlines?|vencimientos?)\b")),
    (Grupo.MES, re.compile(rf"\b{_PER}(?:mes(?:es)?|month)\b")),
    (Grupo.ANO, re.compile(rf"\b{_PER}(?:anos?|years?)\b|\banualmente\b|\bano a ano\b")),
    (
        Grupo.INSTITUCION,
        re.compile(
            rf"\b{_PER}{_ORGANISATION}\b|\b(?:ministerio|institucion|organismo) (?:mas|con mas|que mas|con menos|que menos)\b|\bquien(?:es)? (?:tiene|concentra|lidera|encabeza|acumula)\w*\b"
        ),
    ),
)
_PER_EACH = re.compile(
    rf"\b(?:por|segun|cada|per|by)(?: cada| un[oa] de l[oa]s)? (?:ejes?|axis|{_ORGANISATION}|fechas?|plazos?|mes|anos?|year|month)\b|\bdistribu\w+|\breparti\w+|\bdesglos\w+|\bano a ano\b"
)
_DISTINCT = re.compile(
    rf"\b(?:cuant[oa]s|how many|numero de|cantidad de) (?:distint[oa]s |diferentes )?(?P<what>ejes|axes|fechas|plazos|anos|hitos|indicadores|{_ORGANISATION}|ministries|institutions)\b"
)
_WHICH = re.compile(
    rf"\b(?:que|cuales|cuales son (?:los|las)|which) (?P<what>ejes|fechas|plazos|{_ORGANISATION})(?: \w+)? (?:distint[oa]s )?"
    r"(?:participan|intervienen|tienen?|estan|figuran|aparecen|son|responden|hay|se hicieron cargo|comparten|asumen|lideran|del plan|contempla|existen|abarca|no|are)\b"
    rf"|\b(?:nombr\w+|list\w+|enumer\w+|cuales son|dime|mencion\w+|muestr\w+)(?: tod[oa]s)?(?: de)?(?: l[oa]s)? (?P<what2>ejes|{_ORGANISATION})\b(?! (?:de la medida|de las medidas|con mas|con menos))"
)
# "¿con quién comparte el SERMIG?"
_WITH_WHOM = re.compile(
    rf"\bcon (?:que|cuales|cual)? ?(?:otr[oa]s? )?(?:{_ORGANISATION}|quien(?:es)?)\b.{{0,30}}\b(?:compart|trabaj|coordin|lider|ejecut)\w*"
)
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

    @property
    def ranks(self) -> bool:
        """Whether groups are to be ranked."""
        return self.order in (Orden.MAS, Orden.MENOS)


def asked(line: str) -> Ask:
    """What a folded line wants done; the filters are none of its business."""
    distinct = _DISTINCT.search(line) or _WHICH.search(line)
    group = next((group for group, pattern in _BY if pattern.search(line)), None)
    what = next((part for part in distinct.groups() if part), "") if distinct else ""
    if distinct:
        group = _group_of(what)
    with_whom = _WITH_WHOM.search(line) is not None
    if with_whom:
        group = Grupo.INSTITUCION
    least, most = _having(line)
    if group is not None and distinct and _NONE.search(line):
        least, most = 0, 0
    return Ask(
        counts=_COUNT.search(line) is not None,
        percent=_PERCENT.search(line) is not None,
        each=_EACH.search(line) is not None,
        group=group,
        per=_PER_EACH.search(line) is not None,
        distinct=distinct is not None or with_whom,
        with_whom=with_whom,
        order=_order(line),
        top=_top(line),
        prefix=_prefix(line),
        least=least,
        most=most,
    )


def _group_of(what: str) -> Grupo:
    if what.startswith(("eje", "axes")):
        return Grupo.EJE
    if what.startswith(("fecha", "plazo")):
        return Grupo.FECHA
    if what.startswith("ano"):
        return Grupo.ANO
    return Grupo.HITO if what.startswith(("hito", "indicador")) else Grupo.INSTITUCION


def _order(line: str) -> Orden | None:
    """Most or least first; or which deadline: the next, the first, the last."""
    due = re.search(rf"\b{_DUE}\b", line) is not None
    if _LESS.search(line):
        return Orden.MENOS
    if _MORE.search(line):
        return Orden.MAS
    if _SORTED.search(line):
        return Orden.FECHA
    if due and _NEXT.search(line):
        return Orden.PROXIMO
    if _FIRST.search(line):
        return Orden.PRIMERO if due else Orden.PRIMERAS
    if _LAST.search(line):
        return Orden.ULTIMO if due else Orden.ULTIMAS
    return None


def _top(line: str) -> int | None:
    match = _TOP.search(line)
    if match is not None:
        read = number_from_words([next(part for part in match.groups() if part)])
        return int(read[0]) if read else None
    nth = _NTH.search(line)
    return None if nth is None else 2 if nth[1].startswith("segund") else 3


def _prefix(line: str) -> str | None:
    """The sort of institution that is asked for, where only that one is: its names begin so."""
    match = re.search(
        r"\b(?:cuant[oa]s|que|cual(?:es)?(?: de los| de las)?|cada|por|los|las|how many) (?:\w+ )?(ministerio|cartera|subsecretaria|policia|observatorio|ministries)s?\b",
        line,
    )
    return _PREFIXES[match[1]] if match else None


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
