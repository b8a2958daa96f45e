"""What was done, said by way of another verb: "¿cuántas alcanzaron a revisar?", "¿cuántas terminaron dando?", said plainly."""

from __future__ import annotations

import re

from corpus.analysis import fold

_SINGULAR, _PLURAL = 0, 1
# The preterites that do not go by the rule: of one, of several.
_IRREGULAR = {
    "dar": ("dio", "dieron"),
    "hacer": ("hizo", "hicieron"),
    "ir": ("fue", "fueron"),
    "ser": ("fue", "fueron"),
    "tener": ("tuvo", "tuvieron"),
    "poner": ("puso", "pusieron"),
    "traer": ("trajo", "trajeron"),
    "decir": ("dijo", "dijeron"),
    "venir": ("vino", "vinieron"),
    "pedir": ("pidió", "pidieron"),
    "leer": ("leyó", "leyeron"),
    "construir": ("construyó", "construyeron"),
    "incluir": ("incluyó", "incluyeron"),
    "recibir": ("recibió", "recibieron"),
}
# "Dando" is of "dar", "haciendo" of "hacer": what the gerund does not tell by its end.
_GERUNDS = {"haciendo": "hacer", "teniendo": "tener", "poniendo": "poner", "trayendo": "traer", "siendo": "ser"}
_REACHED = re.compile(r"\balcanz(?P<end>[oó]|aron) a (?P<verb>[a-záéíóúñ]{2,}[aei]r)\b(?! a\b)", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:termin|acab)(?P<end>[oó]|aron) (?P<verb>[a-záéíóúñ]+(?:ando|iendo|yendo))\b", re.IGNORECASE)
# "Personas a quienes se les…": whom the word goes back to, and no question of who.
_WHOM = re.compile(
    r"\b(?P<people>personas|mujeres|familias|hombres|ni[nñ][oa]s|j[oó]venes|adultos|extranjer[oa]s|migrantes|refugiad[oa]s|funcionari[oa]s|solicitantes|usuari[oa]s) "
    r"(?P<tie>a|de|con|por|para|en) quien(?:es)?\b",
    re.IGNORECASE,
)
# "¿Cuántas charlas se dieron y cuántos fueron?": the masculine is not of the talks, but of who went.
_WHO_WENT = re.compile(
    r"(?P<first>\bcu[aá]ntas [^?¿]*?\b(?:y|e) )¿?cu[aá]ntos (?:fueron|asistieron|participaron|llegaron|vinieron|eran)(?: en total)?(?=\W*$)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\bcu[aá]nt[oa]s?\b", re.IGNORECASE)
# "¿Cuánta plata llevan juntada?", "¿cuántas lleva hechas?": what they have done until now.
_UNTIL_NOW = re.compile(
    r"\bllev(?P<end>an?|aban?) (?:ya )?(?P<done>[a-záéíóúñ]{2,}(?:[aií]d|hech|vist|puest|escrit|resuelt|abiert)|hech|vist)[oa]s?\b",
    re.IGNORECASE,
)
_HAVE = {"a": "ha", "an": "han", "aba": "había", "aban": "habían"}


# "¿Cuánto da todo junto?": how much things make, added up.
_TOGETHER = re.compile(
    r"\b(?P<how>cu[aá]nt[oa]s?) (?:dan?|son|es|hacen?|salen?|ser[ií]an?|quedan?) (?:(?:eso|es[oa]s|amb[oa]s|l[oa]s (?:dos|tres)|todo|tod[oa]s) )?(?:junt[oa]s?|sumad[oa]s?|sum[aá]ndol[oa]s)\b",
    re.IGNORECASE,
)


# "12 mil y tanto", "diez mil y pico": more than so many thousand.
_AND_SOME = re.compile(
    r"\b(?P<number>\d{1,3}) ?mil (?:y|con) (?:tant[oa]s?|pico|algo|fracci[oó]n)\b(?: m[aá]s\b)?", re.IGNORECASE
)


# "La tasa de otorgamiento de X": what part of those asked for was granted. "La asistencia promedio de las jornadas": by each.
_OUTCOMES = {
    "otorgamiento": "otorgó",
    "aprobacion": "aprobó",
    "rechazo": "rechazó",
    "resolucion": "resolvió",
    "concesion": "concedió",
}
_RATE = re.compile(
    r"(?:(?:cu[aá]l (?:fue|es|era)|indi\w+|d[ae]me|dime|calcul\w+) )?(?:la )?tasa (?:de )?(?P<outcome>otorgamiento|aprobaci[oó]n|rechazo|resoluci[oó]n|concesi[oó]n) "
    r"(?:(?:del?|en|para) )?(?:(?:la|las|los|el) )?(?:solicitudes de )?(?P<what>(?!\d)[^,;:?¿.]+)",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"\b(?P<what>asistencia|asistentes|participaci[oó]n) (?P<mean>promedio|media) (?:del?|a|en) (?:(?:cada|las|los|el|la) )?(?P<thing>jornada|charla|taller|sesi[oó]n|curso|capacitaci[oó]n)(?:es|s)?\b",
    re.IGNORECASE,
)


# "¿Qué peso tiene X en Y?", "peso % de X en Y": what part of Y it is. Of "un peso" or "cada peso" it is money.
_WEIGHT = re.compile(
    r"(?:\b(?:qu[eé]|cu[aá]l es el) (?:peso|incidencia|participaci[oó]n)|(?:^\W*|[:;,.] ?)(?:el )?peso)"
    r"(?: (?:porcentual|relativ[oa]|en porcentaje|porcentaje|%))? (?:tienen?|tuvo|tuvieron|representan?|del|de) (?P<part>[^,;:?¿]+?) "
    r"(?:dentro de(?:l| las?| los)?|en (?:(?:el )?total de(?:l| las?| los)?|las?|los|el)|en(?= [a-záéíóúñ]+(?:os|as|es|o)\b(?! \d))|sobre el total de(?:l| las?| los)?) (?P<whole>[^,;:?¿]+)",
    re.IGNORECASE,
)


# "¿Qué porcentaje de lo tramitado…?": of what was asked for, which are solicitudes.
_OF_WHAT_WAS_ASKED = re.compile(
    r"(?P<share>\b(?:porcentaje|proporci[oó]n|parte)|%) de (?:todo )?lo (?P<done>tramitad|pedid|solicitad|presentad|resuelt)o\b",
    re.IGNORECASE,
)


def plain_rates(message: str) -> str:
    """A message that asks for a rate by its name, with what part of what, or so many by what, said out."""
    said = _RATE.sub(
        lambda m: f"qué porcentaje de las solicitudes de {m['what'].strip()} se {_OUTCOMES[fold(m['outcome'])]}",
        message,
    )
    said = _WEIGHT.sub(lambda m: f"qué porcentaje de las {m['whole'].strip()} es {m['part'].strip()}", said)
    said = _OF_WHAT_WAS_ASKED.sub(r"\g<share> de las solicitudes \g<done>as", said)
    return _ATTENDANCE.sub(r"\g<what> \g<mean> por \g<thing>", said)


# "N° de fichas": how many there are, and no act or article.
_NUMBER_OF = re.compile(r"\b(?:n[º°]|nro)\.?(?: de)? (?=[a-záéíóúñ]{4,}s\b)", re.IGNORECASE)


# "¿Qué número de medida es la de X?", "n° de medida en el plan": which medida it is.
_WHICH_NUMBER = re.compile(
    r"(?:\b(?:qu[eé]|cu[aá]l es el) (?:n[º°]|nro\.?|n[uú]mero) de medida\b|\b(?:n[º°]|nro\.?|n[uú]mero) de (?:la )?medida(?= (?:en|del) (?:el )?plan\b))",
    re.IGNORECASE,
)


# "Si no sé cuántos migrantes hay acá": how many there are is what the asker lacks, and is not asked.
_LACKS = re.compile(
    r"(?P<opens>^\W*(?:y\s+)?|\b(?:si|cuando|aunque|porque|como|ya que|pero)\s+)(?:yo\s+|uno\s+|todav[ií]a\s+|a[uú]n\s+)*"
    r"(?:no|ni|nadie|tampoco)\s+(?:se\s+)?(?:sep(?:amos|an|a)|sabe(?:mos|n|s)?|s[eé]|conoce(?:mos|n)?|conozco|ten(?:go|emos)|tiene[ns]?|hay)\b"
    r"(?P<data>(?:\s+(?:(?:ni|ninguna?|los|las)\s+)*(?:idea|datos?|registros?|informaci[oó]n|cifras?|estad[ií]sticas?)(?:\s+(?:de|sobre|acerca de))?)?"
    r"\s+cu[aá]nt[oa]s)\s+(?P<what>[^?¿,;.:]+?)\s+(?P<are>hay|viven|son|tenemos|llegan|existen|residen|habitan)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[,;.:]\W*(?:y\s+)?(?:(?:de|por|con|en|a)\s+)?(?:qu[eé]|c[oó]mo|d[oó]nde|cu[aá]l|qui[eé]n)\b", re.IGNORECASE
)


def plain_lack(message: str) -> str:
    """A message in which the asker does not know how many of something there are, as one who has no data of that; as it is
    where that is all that it asks."""
    lacks = _LACKS.search(message)
    if lacks is None or not (lacks["opens"].strip(" ¿") or _ASKS.search(message, lacks.end())):
        return message
    return f"{message[: lacks.start('data')]} datos de {lacks['what']}{message[lacks.end('are') :]}"


def plain_numbers(message: str) -> str:
    """A message with numbers that it only begins to say ("12 mil y tanto") as what they are more than, and the sign for a
    number written out where something is counted."""
    message = _NUMBER_OF.sub("número de ", _WHICH_NUMBER.sub("qué medida", message))
    return _AND_SOME.sub(r"más de \g<number>.000", message)


# "¿Cuándo se supone que lanzan…?", "¿dónde es que queda…?": when they do, and where it is.
_SUPPOSED = re.compile(
    r"(?P<asks>\b(?:cu[aá]ndo|cu[aá]nt[oa]s?|d[oó]nde|qui[eé]n(?:es)?|c[oó]mo|qu[eé]|cu[aá]l(?:es)?)) "
    r"(?:(?:es|era|fue) que|(?:se supone|se sup(?:on[ií]a|uso)|ser[aá]) que) (?=\w)",
    re.IGNORECASE,
)


# "¿Con qué periodicidad sesionan?": how often, which what is only "periódica" tells not.
_HOW_OFTEN = re.compile(r"\bcon qu[eé] (?:periodicidad|frecuencia|regularidad)\b", re.IGNORECASE)


def plainly_asked(message: str) -> str:
    """A message that asks when, where or who it is supposed to be, asking when, where or who it is; and how often."""
    message = _SUPPOSED.sub(lambda m: f"{m['asks']} ", message)
    return _HOW_OFTEN.sub("cada cuánto", message)


def plain_people(message: str) -> str:
    """A message with the people of whom it only says "quienes" or "cuántos" said to be that."""
    message = _WHOM.sub(r"\g<people> \g<tie> las que", message)
    return _WHO_WENT.sub(r"\g<first>cuánta gente fue", message)


# "¿Cuántas medidas quedaron en integración?", "… cayeron en fronteras": how many there are.
_ENDED_IN = re.compile(
    r"(?P<medidas>\bcu[aá]ntas medidas) (?:quedaron|quedan|entraron|cayeron|caen|pusieron|metieron|dejaron) (?=en )",
    re.IGNORECASE,
)


# "¿La preside alguien?": who does, if anybody.
_ANYBODY = re.compile(
    r"^(?P<lead>\W*(?:(?:y|e|pero)\s+)?)(?P<it>la|lo|las|los) (?P<verb>[a-záéíóúñ]{4,}) alguien(?P<end>\W*)$",
    re.IGNORECASE,
)


def plain_anybody(message: str) -> str:
    """A message that asks whether somebody does it, as one that asks who."""
    return _ANYBODY.sub(r"\g<lead>quién \g<it> \g<verb>\g<end>", message)


# "¿Dónde fue el piloto?": of what is held or made, and of nobody ("¿adónde fue?").
_WHERE_IT_WAS = re.compile(
    r"\b(?P<where>d[oó]nde) (?:fue|ser[ií]a) (?=(?:el|la|los|las) [a-záéíóúñ]{5,}\b)", re.IGNORECASE
)


def plain_places(message: str) -> str:
    """A message that asks where a thing was, as one that asks where it was made."""
    return _WHERE_IT_WAS.sub(r"\g<where> se hizo ", message)


def plain_verbs(message: str) -> str:
    """A message that asks how many, with what was reached or done in the end said by its own verb, in its preterite, and
    what is added up said so."""
    if not _COUNTS.search(message):
        return message
    message = _ENDED_IN.sub(r"\g<medidas> hay ", _TOGETHER.sub("cuánto suman", message))
    message = _UNTIL_NOW.sub(lambda m: f"{_HAVE[fold(m['end'])]} {m['done']}o", message)
    return _ENDED.sub(
        lambda m: _preterite(_infinitive(m["verb"]), m["end"]),
        _REACHED.sub(lambda m: _preterite(m["verb"], m["end"]), message),
    )


def _infinitive(gerund: str) -> str:
    """The infinitive of a gerund; of "-iendo" some verb in "-ir", whose preterite is that of "-er"."""
    gerund = fold(gerund)
    return _GERUNDS.get(gerund) or (f"{gerund[:-4]}ar" if gerund.endswith("ando") else f"{gerund[:-5]}ir")


def _preterite(infinitive: str, end: str) -> str:
    """The preterite of a verb, of one or of several as the end of the verb that led it."""
    number = _PLURAL if end.lower() == "aron" else _SINGULAR
    irregular = _IRREGULAR.get(fold(infinitive))
    if irregular is not None:
        return irregular[number]
    endings = ("ó", "aron") if infinitive.endswith("ar") else ("ió", "ieron")
    return infinitive[:-2] + endings[number]
