"""Other readings of a message in a conversation: without the story around its question, with the noun that it leaves to
the message before, or as a doubt about what was told, which is told again."""

from __future__ import annotations

import re

from assistant.values import Turn
from corpus.analysis import STOP_WORDS, fold, words

MOST_WORDS = 9
"""So many words besides those of function has a question at most that leans on what was told before."""
MOST_DOUBTING = 24
_CAN = r"(?:puedes?|podrias?|puede|podria)"
# "Dime por favor esa de quién es", "necesito saber cuántos suman": what is wanted comes behind the bidding.
_BIDS = re.compile(
    r"(?:^|[,.;:] |\b(?:y|pero|asi que) )(?:por favor,? )?(?:(?:dime|dinos|digame|diganme|cuentame|cuenteme|indicame|indiqueme|confirmame|confirmeme|aclarame"
    rf"|(?:necesito|quiero|quisiera|queria|me gustaria|me falta)(?: tambien)? saber|(?:me|nos) {_CAN} (?:decir|indicar|confirmar)"
    r"|(?:me|nos) (?:dices|dice|confirmas|confirma|indicas|indica)|(?:(?:el|la) )?(?:\w+ )?(?:me|nos) piden?(?: ademas| tambien)?)(?: por favor)?)\b[ ,:]*"
)
# ", porque la alcaldesa quiere un solo número": why somebody asks is not asked.
_WHY = re.compile(
    r",? (?:porque|ya que|es que|puesto que|que es (?:donde|lo que)|pues|para (?:\w+[aei]r(?:l[oa]s?|me|nos)|\w+[aei]r (?:el|la|los|las|un|una)))\b[^¿?]*$"
)
# "…, ¿me lo puedes dar?": what, was said before.
_OFFERS = re.compile(
    rf"[,.;]? ?¿?(?:(?:me|nos) l[oa]s? {_CAN} \w+|{_CAN} \w+[aei]r(?:me|nos)l[oa]s?|(?:me|nos) l[oa]s? (?:das|dices|dice|da|pasas|pasa))"
    r"(?: por favor)?\W*$"
)
_MARK = re.compile(r"[¿?]")
# Who acknowledges an answer goes on from it.
_ACKNOWLEDGES = re.compile(
    r"^\W*(?:ah+|ya|uf+|mmm*|ok|okey|vale|bueno|buena|bien|perfecto|excelente|genial|super|buenisim[oa]|bacan|listo|entiendo|entendido|claro|interesante|mire usted"
    r"|mira tu|que (?:bueno|buena|bonito|interesante|lata|pena|mal)|(?:muchas |mil )?gracias|se agradece|(?:se |te |le )?(?:lo )?agradezco|no (?:sabia|eran?|es|son) \w+)\b"
)
# "¡Qué bajo!", "Yo pensé que eran más. ¿Y el 2022?"
_EXCLAIMS = re.compile(
    r"^\W*(?:que \w+(?: \w+)? ?[!.,]|[^¿?]*[.!;:,] ?¿y (?:en |a |de )?(?:el |la |los |las )?\w+(?: \w+){0,2} ?\?\W*$)"
)
# "… y sobre Temuco, ¿quién la financió?": another thing is named right before the question.
_NAMES_ANOTHER = re.compile(
    r"(?:^|[.,;:!] )(?:y |e |pero |ahora |ya |ok )*(?:sobre|respecto|en cuanto|acerca|del?|en (?:el|la|los|las)|con|para|volviendo|pasando|cambiando|otra (?:cosa|duda|consulta|pregunta))\b[^.;:!]*$"
)
# "La de Iquique, ¿quién la financió?": what is asked is asked of that one.
_OF_THAT_ONE = re.compile(
    r"(?:^|[.,;:!] ?)\W*(?:(?:y|e|pero|ahora|ya|ok) )*(?:l[ao]s?|el) (?:del?|en) [^.,;:!?]{3,40},? ?$"
)
_GOES_ON = re.compile(r"¿ ?(?:y|e) \w")
# "ah y a cuánta gente beneficiaron?", "ok, y cuándo?": the same, where no mark says where the question begins.
_TAKES_UP_AND = re.compile(
    r"^\W*(?:(?:ah+|aah|ya|uf+|mmm*|ok|okey|vale|bueno|buena|bien|perfecto|excelente|genial|super|bacan|listo|entiendo|entendido|claro"
    r"|(?:muchas |mil )?gracias)\b[\s,.!:;]*)+(?=¿?\s*(?:y|e)\s+\w)"
)
# "Ya, tenemos la carta firmada. ¿Y después qué viene?": what is said to be done is what that comes after.
_DONE_THEN = re.compile(
    r"^\W*(?:(?:ya|ok|listo|bueno|bien|perfecto)\b[\s,]*)*(?:tenemos|tengo|hicimos|hice|armamos|firmamos|aprobamos|terminamos|cerramos|conformamos|realizamos) [^¿?]*[.,;:!]\W*"
    r"(?:(?:y|e|entonces|ahora)\b[\s,]*)*(?:(?:despues|luego|ahora) )?(?:que|como|cual) (?:\w+ ){0,2}?(?:viene|sigue|toca|hacemos|hago|paso|seguimos|sigo)\b"
)
# "¿Y con la de Concepción?", after "con la Universidad de Chile", "con la U de Chile": an institution or a stage by another name.
_OF_THAT_SORT = re.compile(
    r"^\W*(?:(?:y|e|pero)\s+)?(?:(?P<prep>con|en|de|a|por|para)\s+)?(?P<art>el|la|los|las)\s+(?P<of>del?)\s+(?P<name>[^¿?.,;]{3,40}?)\W*$",
    re.IGNORECASE,
)
_SORT_NAMED = re.compile(
    r"(?<!\w)(?:(?P<prep>(?i:con|en|de|a|por|para))\s+)?(?P<art>(?i:el|la|los|las))\s+"
    r"(?P<sort>(?i:universidad|u\.?|uni|fundaci[oó]n|corporaci[oó]n|colegio|instituto|escuela|facultad|liceo|hospital|c[aá]mara|embajada|consulado|asociaci[oó]n|etapa|fase))"
    r"\s+del?\s+(?P<name>(?:(?:la|el|los|las)\s+)?\w+(?:\s+(?:(?:de|del|la|los|las|y)\s+)*[A-ZÁÉÍÓÚÑ]\w+)*)"
)
_SURE = (
    r"(?:(?:pero )?(?:(?:estas?|esta usted) )?segur[oa]s?|en serio|de verdad|(?:es |eso es )?(?:asi|correcto|cierto|verdad|efectivo)|(?:me )?(?:lo )?confirma[s]?"
    r"|no (?:esta|sera|estara) (?:mal[oa]?|equivocad[oa]|errad[oa])(?: (?:eso|ese dato|esa cifra))?)"
)
_DOUBT = re.compile(rf"^\W*(?:y |pero |mmm+ |oye )*{_SURE}(?: (?:de|con) (?:eso|es[ae] \w+))?\W*(?:$|\?|(?=¿))")
# "… leí otro número", "¿no sale otra fecha?"
_ANOTHER_TOLD = re.compile(
    r"\botr[oa]s? (?:fechas?|cifras?|numeros?|datos?|montos?|valor(?:es)?|plazos?|version(?:es)?|cosas?|respuestas?)\b"
)
# "Me dicen que era para diciembre, ¿es así?"
_SAID_OF_IT = re.compile(
    r"(?:\bque|^\W*(?:pero |y |o sea |entonces )*(?:no )?) ?(?:eran?|es|son|fue|fueron|venc\w+|habia[n]?|hubo|tenia[n]?|estaba[n]?) \w"
)
_HEARD = re.compile(
    r"\b(?:(?:(?:me|nos|le) )?(?:dicen?|dijo|dijeron|contaron|aseguran?)|lei|escuche|creo|crei|pense|entendi|supe|tenia entendido|yo tenia|pensaba|creia) que (?:no )?"
    r"(?:eran?|es|son|fue|fueron|vencia[n]?|habia[n]?|hubo) "
)
_TAG = re.compile(
    r"¿?(?:es |esta |no es )?(?:asi|cierto|verdad|correcto|bien|efectivo|o no|no|me equivoco|estoy en lo correcto)\W*\?\W*$"
)
# "¿En qué año?", "¿de cuándo es ese dato?"
_OF_WHEN = re.compile(
    r"^\W*(?:y |pero )?(?:eso |(?:es[ae] |el |la )(?:dato|cifra|numero) )?(?:es |son |fue |fueron |corresponde )?(?:(?:de|en|a) que (?:ano|periodo|fecha)|de cuando)"
    r"(?: (?:es|son|fue|fueron|eso|corresponde|(?:es[ae]|el|la) (?:dato|cifra|numero)))*\W*$"
)
# "¿De qué comuna me dijiste?", "¿cuál municipio era?": what was told says that.
_OF_WHERE = re.compile(
    r"^\W*(?:y |pero |perdon,? )*(?:de |en )?(?:que|cual) (?:comuna|municipio|municipalidad|muni|ciudad|region|pais)(?: (?:es|era|fue|queda|esta))?(?: (?:la|el))?(?: que)?"
    r"(?: (?:me )?(?:dijiste|decias|dices|nombraste|mencionaste|contaste))?(?: (?:es[ae]|eso))?\W*$"
)
# "¿Y si en vez de eso hacemos las entrevistas, de cuánto tiempo tendrían que ser?": asked of what is supposed.
_SUPPOSED = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora) )*si (?:en vez de (?:es[eao]s?|(?:es[ae]|la|el|las|los) \w+) |mejor |en cambio |mas bien )*(?:queremos |quiero |quisieramos |vamos a )?"
    r"(?:hacemos|hago|hacen|hacer|usamos|uso|usar|aplicamos|aplicar|elegimos|preferimos|optamos por) (?P<what>(?:(?:el|la|los|las|un|una|unos|unas) )?[a-z]{5,}(?: [a-z]{2,}){0,3}?)"
    r",? ¿?(?P<asked>(?:(?:de|en|con|a|cada|por) )?(?:cuant[oa]s?|que|quien(?:es)?|como|cuando|cual(?:es)?) [^¿?]*?)\W*$"
)
# "¿Cuántos van hechos?": of the thing that was asked about before, with which the word agrees.
_COUNTS_IT = re.compile(
    r"^(?P<lead>\W*(?:y |e |pero )?(?P<of>(?:en|a|con|para) )?)(?P<how>cuant(?P<gender>[oa])s)"
    r"(?P<rest> (?(of)(?:se|l[oa]s?) (?!\w+ )|(?:de (?:ell[oa]s|es[oa]s) )?(?:se |le |les |ya |no )*(?:h[ae]n? |van? |llevan? |queda\w* |falta\w* |son |fueron ))\w*.*)$"
)
_PLURAL = re.compile(r"\b(?P<noun>[a-z]{2,}(?P<end>os|as|es))\b")
_ENDINGS = {"o": ("os", "es"), "a": ("as", "es")}

# "Ahora lo mismo de 2021 a 2024 pero con las cartas": another thing, of the time that is said or was asked for.
_SAME_WITH = re.compile(
    r"^\W*(?:(?:y|e|ahora|ya|ok|pero|entonces|dame|dime|quiero)\W+)*lo mismo\b,? ?(?P<when>[^,]*?),? ?\b(?:pero )?(?:con|para|de) (?P<what>[a-z][^¿?]*?)\W*$"
)
_WHEN = re.compile(
    r"\b(?:(?:de|desde|entre|en|durante|hasta|el) )*20\d\d(?: (?:a|y|al|hasta) (?:el )?20\d\d)?\b|\b(?:cada|por|ano a) ano\b"
)

# "¿Y cuando se comparte en plenario?", after how long another moment takes.
_MEANWHILE = re.compile(
    r"^\W*(?:y|e) (?P<when>(?:cuando|mientras) (?:se )?(?!es\b|fue\b|era\b|son\b|sera\b)[^¿?]{4,60}?)\W*$"
)
# "¿Y la política de migración cuánto debería durar?"
_PUT_FIRST = re.compile(
    r"^\W*(?:(?:ya|ok|y|e|pero|ahora)\b[\s,.¿]*)+(?:el|la|los|las) (?P<what>(?!(?:primer|segund|tercer|cuart|quint|ultim|penultim|siguient|anterior|otr|mism)[aeo]?s?\b)[a-z]{4,}(?: (?:del?|de la|de los|de las|para|con) [a-z]{4,}| [a-z]{4,})?)"
    r",? ¿?(?:en |a |de |por |con |cada )?(?:cuant[oa]s?|cuando|quien(?:es)?|que|cual(?:es)?|como|donde)\b"
)
# "¿Y la circular de datos, número y fecha?"
_ONLY_NAMED = re.compile(
    r"^\W*(?:(?:ya|ok|y|e|pero|ahora)\b[\s,.¿]*)+(?:el|la|los|las) (?P<what>(?!(?:primer|segund|tercer|ultim|siguient|anterior|otr|mism)[aeo]?s?\b)[a-z]{4,} (?:del?|de la|para|sobre|con|contra) [a-z ]{4,40}?)(?:, (?!.*\b(?:que|cual|como)\b)[^¿?]{3,30})?\W*$"
)
# "¿Y el piloto dónde fue?"
_SUBJECT_FIRST = re.compile(
    r"^\W*(?:(?:ya|ok|y|e|pero|ahora)\b[\s,.¿]*)+(?P<the>el|la|los|las) (?P<what>(?!(?:primer|segund|tercer|ultim|siguient|anterior|otr|mism)[aeo]?s?\b)[a-z]{5,}),? ¿?(?P<asked>(?:donde|cuando|quien(?:es)?|como|con quien(?:es)?) [a-z ]{2,30}?)\W*$"
)
# "¿Y la del convenio académico con la PDI?": an article without its noun, and what it is of.
_THE_ONE_OF = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora) )?(?:(?:cual|cuales) (?:es|son|era|fue|seria) )?(?P<article>el|la|los|las) (?P<of>del?) "
    # "¿Y la de organizaciones cada cuánto se junta?" asks its own.
    r"(?P<what>(?!.*\b(?:cada cuanto|cuando|cuant[oa]s?|quien(?:es)?|(?:con|en|desde|hasta) que)\b)[^?¿,;]{8,}?)\W*$"
)
_NOUN_ASKED = re.compile(
    r"\bcual(?:es)? (?:es|son|era|eran|fue|fueron|seria) (?P<article>el|la|los|las) (?P<named>[a-z]{4,})\b"
    r"|\b(?:que|cual) (?P<noun>(?!(?:dice|hace|tiene|pasa|paso|significa|trata|incluye|hizo|hay|es)\b)[a-z]{4,})\b"
)

# "¿Es mesa o comité? porque leí las dos cosas": why it is asked, after the question.
_EXPLAINS = re.compile(r"(?<=\?)[\s.,]*(?:porque|es que|ya que|lo (?:digo|pregunto) porque)\b[^?¿]*$")
_SO = re.compile(r",? entonces(?=\W*$)")
# "¿Medio de verificación?", "¿y su financiamiento?": no more than the noun of what is asked for.
_NOUN_ALONE = re.compile(
    r"^\W*(?:(?:y|e) )?(?:(?P<article>el|la|los|las) |sus? )?(?P<noun>(?!(?:cual|cuant|quien|como|donde|cuando)\w*\b)[a-z]{5,}(?: de [a-z]{5,})?)(?P<named>)\W*$"
)


def asked_at_last(message: str) -> str | None:
    """The question of a message without the story before it and the reasons after it; None where it is nothing but that."""
    line = fold(message)
    if len(line) != len(message):
        message = line  # places in one are not those of the other
    offers = _OFFERS.search(line)
    if offers is not None and words(line[: offers.start()]):
        line, message = line[: offers.start()], message[: offers.start()]
    at = line.find("¿")
    if at < 0:
        bids = list(_BIDS.finditer(line))
        at = bids[-1].end() if bids else _last_sentence(line)
    if _OF_THAT_ONE.search(line[:at]):
        return None
    asked = line[at:]
    why = _WHY.search(asked)
    end = at + (why.start() if why else len(asked))
    core = message[at:end].strip()
    content = [word for word in words(fold(core)) if word not in STOP_WORDS]
    whole = end == len(line) and not words(line[:at])
    return None if whole or not words(core) or len(content) > MOST_WORDS else core


def _last_sentence(line: str) -> int:
    """Where the last sentence of a line begins, if that alone asks ("Ya. Y cuántas son?")."""
    stops = [match.end() for match in re.finditer(r"[.!?;:]\s+", line)]
    return stops[-1] if stops and "?" in line[stops[-1] :] else 0


def acknowledges(message: str) -> bool:
    """Whether what is said before a question only takes up the last answer, and names nothing else to ask about."""
    line = fold(message)
    mark = _MARK.search(line)
    before = line[: mark.start()] if mark else line
    goes_on = _ACKNOWLEDGES.match(line) is not None or _EXCLAIMS.match(line) is not None
    return goes_on and _NAMES_ANOTHER.search(before) is None and _DONE_THEN.match(line) is None


def taken_up(message: str) -> str:
    """A message without what only takes up the last answer before its question goes on: "Perfecto. ¿Y en 2025?"."""
    line = fold(message)
    opens = _TAKES_UP_AND.match(line)
    if opens is not None and len(line) == len(message) and not _DONE_THEN.match(line):
        return message[opens.end() :]
    mark = _MARK.search(line)
    if mark is None or len(line) != len(message) or not acknowledges(message):
        return message
    return message[mark.start() :] if _GOES_ON.match(line[mark.start() :]) else message


# "¿Y el 2023 cuántos fueron?", of people or of residence permits: the same number in another year, whatever its gender.
_OF_YEAR = re.compile(
    r"^\W*(?:y )?(?:¿ ?)?(?:(?:(?:a|con|de) )?cuant[oa]s?(?: (?:fueron|eran|son|hubo|hubieron))? )?(?:en|el|para|durante)(?: el)?(?: ano)? (?P<year>(?:19|20)\d\d)"
    r",?(?: ¿?(?:(?:a|con|de) )?cuant[oa]s?(?: (?:fueron|eran|son|hubo|hubieron))?)?\W*$"
)


def of_year(message: str) -> str:
    """A message that asks how many there were in another year, and of nothing else, as one that only names the year."""
    found = _OF_YEAR.match(fold(message))
    return f"¿y en {found['year']}?" if found is not None else message


# "Desde ese año hasta el 2020", "de ahí hasta 2024": from the year that was told.
_FROM_THEN = re.compile(
    r"\b(?:desde|de|a partir de) (?:(?:es[ae]|aquel|dicho|est[ae]) (?:mismo )?a[nñ]o|entonces|ah[ií])(?= (?:hasta|a) (?:el )?20\d\d\b)",
    re.IGNORECASE,
)


def from_that_year(message: str, last: Turn) -> str:
    """A message that begins its years with the one just told, with that year written out; as it is where that was of several
    years, or of no whole one."""
    years = {figure.period for figure in last.figures}
    year = years.pop() if len(years) == 1 else None
    if year is None or not re.fullmatch(r"20\d\d", year):
        return message
    return _FROM_THEN.sub(f"desde {year}", message)


def unexplained(message: str) -> str:
    """A message without what it says after its question of why it is asked, or that it follows: "…, entonces?"."""
    if len(fold(message)) != len(message):
        return message
    why = _EXPLAINS.search(fold(message))
    message = message[: why.start()] if why is not None else message
    so = _SO.search(fold(message))
    return message[: so.start()] + message[so.end() :] if so is not None and so.start() else message


def of_that_sort(message: str, before: str) -> str | None:
    """The question before with another institution or stage of the sort that it names, where a message gives no more than what that
    one is of, with the same preposition: "¿y con la de Concepción?"; None where it does not."""
    other, named = _OF_THAT_SORT.match(message), _SORT_NAMED.search(before)
    if other is None or named is None:
        return None
    like = [fold(other[part] or "") == fold(named[part] or "") for part in ("prep", "art")]
    if not all(like):
        return None
    sort = "Universidad" if fold(named["sort"]).startswith("u") else named["sort"]  # "la U de Chile"
    return f"{before[: named.start('sort')]}{sort} {other['of']} {other['name'].strip()}{before[named.end() :]}"


def doubted(message: str, turns: tuple[Turn, ...]) -> str | None:
    """The last question, where a message only doubts its answer or asks of what year that is; None where it asks more."""
    last = turns[-1] if turns else None
    line = fold(message)
    if last is None or len(words(line)) > MOST_DOUBTING:
        return None
    counted = re.search(r"\bcuant[oa]s?\b", fold(last.query.pregunta)) and not last.medidas
    of_when = counted and _OF_WHEN.match(line) and not any(id.startswith("practica:") for id in last.record_ids[:1])
    doubt = _DOUBT.match(line)
    more = [word for word in words(line[doubt.end() :] if doubt else "") if word not in STOP_WORDS]
    heard = _HEARD.search(line) and _TAG.search(line)
    of_where = _OF_WHERE.match(line) and any(id.startswith("practica:") for id in last.record_ids[:1])
    if of_when or of_where or heard or (doubt and (not more or _ANOTHER_TOLD.search(line))):
        return last.query.pregunta
    return None


def remarked(message: str, turns: tuple[Turn, ...]) -> str | None:
    """The last question, where a message says of its answer what somebody thinks that it is: "me dicen que era otra, ¿es así?"."""
    line = fold(message)
    if not turns or len(words(line)) > MOST_DOUBTING:
        return None
    said = _TAG.search(line) and _SAID_OF_IT.search(line)
    return turns[-1].query.pregunta if said or _ANOTHER_TOLD.search(line) else None


def supposed(message: str) -> tuple[str, str] | None:
    """What a message asks of another thing that it supposes, by itself, and that thing; None where it supposes none."""
    match = _SUPPOSED.match(fold(message))
    return (f"¿{match['asked']} {match['what']}?", match["what"]) if match is not None else None


def with_noun(message: str, before: str) -> str | None:
    """A question for how many, with the noun that the message before asked about; None where none there agrees with it."""
    line = fold(message)
    counts = _COUNTS_IT.match(line)
    if counts is None:
        return None
    asked = re.search(r"\bcuant[oa]s (\w+)", fold(before))
    nouns = [match for match in _PLURAL.finditer(fold(before)) if match["noun"] not in STOP_WORDS]
    nouns = [m for m in nouns if m["end"] in _ENDINGS[counts["gender"]] and not m["noun"].startswith("cuant")]
    first = next((m for m in nouns if asked is not None and m["noun"] == asked[1]), nouns[0] if nouns else None)
    return f"{counts['lead']}{counts['how']} {first['noun']}{counts['rest']}" if first is not None else None


def of_another(message: str, before: str) -> tuple[str, str] | None:
    """A message that names by what it is of another thing of the sort that was asked for, with that noun written in, and
    what it names: "¿y la del convenio con X?", after "¿con qué resolución…?"; None where no noun asked for agrees."""
    match = _THE_ONE_OF.match(fold(message))
    asked = (_NOUN_ALONE.match(fold(before)) or _NOUN_ASKED.search(fold(before))) if match is not None else None
    if match is None or asked is None:
        return None
    noun = asked["noun"] or asked["named"]
    article = asked["article"] or _article(noun.split()[0])
    if article != match["article"]:
        return None
    return f"¿cual es {article} {noun} {match['of']} {match['what']}?", match["what"]


def put_first(message: str) -> str | None:
    """The subject that a message that goes on puts before its question; None where it puts none there, or one noun alone,
    which may be a detail of what was told ("¿y la plata de dónde salía?")."""
    match = _PUT_FIRST.match(fold(message))
    return match["what"] if match is not None and len(set(words(match["what"])) - STOP_WORDS) > 1 else None


def only_named(message: str) -> str | None:
    """The thing of its own that a message names, and asks nothing of in a sentence: "¿y la circular de datos, número y fecha?"."""
    match = _ONLY_NAMED.match(fold(message))
    return match["what"] if match is not None else None


def subject_first(message: str) -> tuple[str, str] | None:
    """A message that goes on with another subject before its question, with that behind it, and the subject: "¿y el piloto
    dónde fue?"; None where it puts none there."""
    match = _SUBJECT_FIRST.match(fold(message))
    return (f"¿{match['asked']} {match['the']} {match['what']}?", match["what"]) if match is not None else None


def _article(noun: str) -> str:
    """The article of a folded noun, by its ending."""
    gender = "la" if re.search(r"(?:a|cion|sion|dad|tad|tud)s?$", noun.removesuffix("es")) else "el"
    if not noun.endswith("s"):
        return gender
    return "las" if gender == "la" else "los"


def while_it_lasts(message: str, last: Turn) -> str | None:
    """A message that only names another moment of what it was asked how long it takes, as the question for how long that does:
    "¿cuánto dura el trabajo en grupos?", "¿y cuando se comparte?"; None where no such length was told."""
    match = _MEANWHILE.match(fold(message))
    timed = any(figure.unit == "minutos" for figure in last.figures)
    asks_when = "cuándo" in message.lower()
    return f"¿y cuánto dura {match['when']}?" if match is not None and timed and not asks_when else None


def same_with(message: str, before: str) -> str | None:
    """What a message asks that says "lo mismo pero con las cartas" after a figure, by itself; None where it says no such
    thing, or nothing tells of what time."""
    match = _SAME_WITH.match(fold(message))
    when = " ".join(_WHEN.findall(match["when"] or fold(before))) if match is not None else ""
    if match is None or _WHEN.search(match["what"]):
        return match["what"] if match is not None else None
    return f"{match['what']} {when}" if when else None
