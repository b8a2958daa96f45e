"""Split: a message of several questions into its pieces, as typed, where Spanish (or English) parts them.

Parted are sentences, what is set off by ";", "+" or "¿", what leads up to a colon, and questions joined by "y". What is
said before it is asked ("El Plan prevé… ¿qué plazo fijaba?") is a piece that does not ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.analysis import STOP_WORDS, fold, words

_WORDS = (
    r"que|q|k|cual|cuales|cuanto|cuanta|cuantos|cuantas|quien|quienes|como|cuando|donde|adonde|por que|para que"
    r"|what|which|how|who|when|where|why"
)
_BEFORE = (
    r"(?:(?:a|al|de|del|desde|hasta|en|con|para|pa|por|sobre|bajo|hacia|entre|segun|mediante|in|for|from|by|to|at) )?"
    r"(?:cada )?(?:el |la |los |las )?"
)
# "según la cuenta, ¿cuántas…?", "en Lo Espejo cada cuánto…": where it is to be read comes before what is asked.
_PLACED = (
    r"(?:(?:segun|en|de acuerdo (?:a|con)|according to|in|per) [^,;?¿.:]{3,45}, ?¿?|segun (?:\w+ ){1,3}"
    r"|en (?!que |cual)(?:\w+ ){1,5}(?=(?:cada )?cuant[oa]s?\b))?"
)
_ASK = rf"{_PLACED}¿?{_BEFORE}(?P<word>{_WORDS})\b"
_ORDER = r"(?:dime|dame|cuentame|explica\w*|indica\w*|indique\w*|senala\w*|lista\w*|muestra\w*|tell|list|show|(?:tell|give|show) me)\b"
_CLOSED = (
    r"(?:hay|existen?|is there|are there|si (?:hay|existen?|algun[oa]?)"
    r"|(?:la |el |las )?(?:cuenta(?: publica)?|guia|plan(?: nacional)?|fichas?) (?:dicen?|mencionan?|informan?|cuentan?|traen?|reportan?) (?:algo|algun[oa]?s?))\b"
)
# "Necesito el plazo de la medida…": asked for as a thing; "quiero hacer un catastro" asks for nothing.
_WANT = re.compile(
    r"(?:(?:necesito|quiero|quisiera|busco|requiero|me (?:dices|das|indicas|cuentas|puedes? decir|podrias? decir))(?: saber| conocer| tener)?"
    r"|i (?:need|want)):? (?:(?:dos|tres|estos|unos) \w+:? )?(?:el|la|los|las|the|datos|cifras|practicas|medidas)\b"
)
_ALSO = (
    r"(?:por otr[oa] (?:lado|parte)|ademas|tambien|de paso|otra cosa|luego|despues|por ultimo|finalmente|aparte|a su vez"
    r"|al mismo tiempo|also|then),? ?:? ?"
)
# "… y el plazo de esa medida": a thing with what it is of.
_THING = (
    r"(?:el|la|las|los|su) (?:plazo|fecha|indicador|institucion|responsables?|porcentaje|cifra|numero|costo|monto|total|suma|resolucion|ano|mes)"
    r" (?:de|del|en|con|para) |(?:el |que )?(?:%|porcentaje) (?:del?|en|segun) "
)
# "¿Desde qué puesto y hasta cuál?", "¿desde cuándo y hasta cuándo?": the two ends of one stretch.
_FROM = re.compile(r"\b(?:de|desde|from) (?:que|cual|cuando|donde|what|when|which)\b[^.;?]*$")
_TO = re.compile(r",? (?:y|e|and) (?:hasta|until|to)\b")
# "La diferencia entre el año con más y el año con menos": the first "y" joins the two that are set apart.
_APART_FROM = re.compile(r"\b(?:diferencia|distancia|brecha) (?:\w+ ){0,4}?entre (?:(?! (?:y|e) )[^;?])*$")
_NOUN = re.compile(r"(?:el|la|los|las|un|una|the) ")
_JOINT = re.compile(
    rf"(?P<link>,? (?:y|e|and|pero|but),? |, )(?P<also>{_ALSO})?(?={_ASK}|(?P<order>¿?(?:{_ORDER}|{_CLOSED}))|(?P<thing>{_THING})|\S)"
)
_STOPS = re.compile(r"[?;\n]+|(?<=[\w)»”\"])\.+(?=\s|$)|\s\+\s|(?=¿)|\s[-–—]\s(?=\w{3})")
_COLON = re.compile(r"(?<=\w):\s+(?=[¿\w])")
_ABBREVIATED = re.compile(r"\b(?:n|nro|num|art|sr|sra|dr|dra|ej|p|pp|vs|etc|aprox|ud|uds|dif|var|[a-z])$")
_ACCENTED = re.compile(r"\b(?:qué|cuál(?:es)?|cuánt[oa]s?|quién(?:es)?|cómo|cuándo|dónde)\b", re.IGNORECASE)
_UNACCENTED = frozenset({"que", "cual", "cuales", "quien", "quienes", "como", "cuando", "donde"})
# After "y que" without accents: what goes on with a relative clause ("… y que sean de Salud").
_RELATIVE = re.compile(
    r"(?:y|e|,) que (?:no |se |le |les |lo |la |me |nos |ya |aun |solo |tambien )*(?:\w+(?:aran|ieran|aron|ieron)|sea[n]?|son|es|este[n]?|esta[n]?|tenga[n]?"
    r"|tiene[n]?|haya[n]?|ha[n]?|venza[n]?|vence[n]?|cumpla[n]?|incluya[n]?|incluye[n]?|permita[n]?|permite[n]?|dependa[n]?|vaya[n]?|van?|fue|fueron|era|eran|quiere[n]?|viven?)\b"
)
# What is asked for after a mere comma, in a message without accents: ", que plazo", ", que municipio".
_THINGS = re.compile(
    r", (?:que|q|k|cual|cuales) (?:es |son |era |fue |fueron )?(?:el |la |los |las )?(?:medidas?|plazo|porcentaje|ano|fecha|dia|mes|municipi\w+|comunas?|instituci\w+"
    r"|ministerio|organismo|resolucion|eje|cursos?|practicas?|documento|indicador|ley|dice|hizo|hicieron|propone|recomienda|paso)\b"
)
# What "que" asks for, accented or not: no clause begins so ("… y que medida lo trata?", "que comuna ayuda…").
_THING_ASKED = re.compile(
    r"(?:y |e |,)?\s*(?:a |de |en |con )?(?:que|q|k) (?:medida|plazo|municipi[oa]|municipalidad|comuna|institucion|ministerio|organismo|practica|eje|indicador)s?\b"
    r"|(?:y |e |,)?\s*(?:que|q|k) dicen? (?:el|la|los|las) "
)
# "convenio con X: plazo del plan y resolución", "app móvil: plazo en plan vs mes en que partió": a field of the plan and
# something else of one thing, without verbs.
_FIELD = r"(?:plazo|fecha(?: tope| limite)?|indicador|responsables?|institucion)(?: (?:del?|en|segun|que (?:fijo|puso|fija)))?(?: el)? plan"
_SET_AGAINST = re.compile(
    rf"^(?P<thing>[^?¿]{{4,90}}?)(?P<mark> ?[:,-])? (?P<one>{_FIELD})(?P<gap>,? (?:vs\.?|versus|y|e|contra|/) |, |/)(?P<two>[^?¿]{{4,}})$"
)
# "encuesta: minutos máximo y con qué programa analizar": two things asked of one, in a note. Two nouns may be two columns
# of one row, and a year behind the second is that of both. "X: medidas según el plan / % según la cuenta" too.
_LABELLED = re.compile(r"^(?P<thing>[^?¿:;]{4,60}): (?P<one>[^?¿:;,.]{3,50}?)(?:,? y| /) (?P<two>[^?¿:;,.]{3,50})$")
# "trabajo grupal: nº grupos, ejes x grupo, minutos": several, some of them a count.
_LISTED = re.compile(r"^(?P<thing>[^?¿:;]{4,60}): (?P<items>[^?¿:;,.]{3,40}(?:, [^?¿:;,.]{3,40}){1,3})$")
_ITEM_COUNTS = re.compile(r"(?:no?\W{1,3}|nro\W{1,2}|numero (?:de )?|cuant[oa]s? )\w")
# "X: medida del plan y comuna que lo hizo", "X: plazo en el plan y fecha en la cuenta": each of another document.
_WHO_DID, _IN_ITS_DOCUMENT = (
    re.compile(r"(?:comuna|muni|municipio|municipalidad|ciudad|pais) (?:que|donde)\b"),
    re.compile(r"\b(?:en|segun|del?) (?:el |la |las )?(?:plan|cuenta|guia|fichas?)\b"),
)
_ITEM_ASKS, _ITS_YEAR = re.compile(rf"{_BEFORE}(?:{_WORDS})\b"), re.compile(r"\b20\d\d\b")
_THE_OTHER = re.compile(r"y (?:(?:a|con|de|en|por|para) )?(?:el |la |los |las )?[a-z]{4,}(?: [a-z]+){0,3}$")
LABEL = 2
# "¿Hay alguna comuna que…? Y otra que haya hecho cursos": sought, though without a mark.
_ONE_MORE = re.compile(
    r"(?:y )?(?:a |en |de )?(?:alguna )?otr[oa]s? (?:(?:comunas?|munis?|municip\w+|practicas?|experiencias?) )?que (?:haya|hizo|hicier|tenga|tiene|sea|este|trabaj|cuent)\w*\b"
)
# "La medida que crea el programa, cuál es", "el módulo 2 es sobre qué ley": what is asked stands at the end.
_ASKS_LAST = re.compile(
    r"\b(?:(?:cual(?:es)?|quien(?:es)?) (?:es|son|era|fue|fueron)|(?:es|era|trata|habla) (?:de|sobre|en|con|para) (?:que|cual) \w+)\W*$"
)
# As many words may ask without a verb: "¿de qué año y con qué…?".
VERBAL = 3
# "Las mujeres que contrataron, ¿cuántas eran y por cuántos meses?": of those that are named before.
_HOW_MANY_THEY_ARE = re.compile(r"\W*cuant[oa]s (?:son|eran|fueron|hay|habia|hubo)\W*")
MOST = 5


@dataclass(frozen=True)
class Piece:
    """A piece of a message: as typed, folded, and whether it asks something or only states it."""

    text: str
    line: str
    asks: bool


def split(message: str) -> list[Piece]:
    """The pieces of a message, in order; one where it is one question, or has more parts than can be told apart."""
    text = re.sub(r"[ \t]+", " ", message.strip())
    line = flat(text)
    against = _SET_AGAINST.match(line.strip(" ?¿."))
    if against is not None and len([word for word in words(against["thing"]) if word not in STOP_WORDS]) >= LABEL:
        clean = text.strip(" ?¿.")
        thing, one, two = (clean[slice(*against.span(name))] for name in ("thing", "one", "two"))
        return [_piece(f"{one} de {thing}", False, noted=True), _piece(f"{thing}, {two}", False, noted=True)]
    labelled = _LABELLED.match(line.strip(" ?¿."))
    if labelled is not None and _notes_two(labelled):
        clean = text.strip(" ?¿.")
        thing, one, two = (clean[slice(*labelled.span(name))] for name in ("thing", "one", "two"))
        return [_piece(f"{thing}: {item}", False, noted=True) for item in (one, two)]
    listed = _LISTED.match(line.strip(" ?¿."))
    if listed is not None and any(map(_ITEM_COUNTS.match, listed["items"].split(", "))):
        clean = text.strip(" ?¿.")
        thing, items = (clean[slice(*listed.span(name))] for name in ("thing", "items"))
        return [_piece(f"{thing}: {item}", False, noted=True) for item in items.split(", ")]
    stops = [match for match in _STOPS.finditer(line) if not _abbreviated(text, match)]
    accented = _ACCENTED.search(text) is not None
    # A note of key words, not sentences; whoever sets "¿" marks the questions.
    noted = "¿" not in text and any(match.group().strip() in (";", "+") for match in stops)
    found: list[Piece] = []
    for sentence, marked in _sentences(text, stops):
        *led, last = _led(sentence)
        found += [_piece(part, accented) for part in led]
        first, *joined = _joined(last, accented) or [""]
        # "la guía cada cuánto lo sugiere?": the mark says that it asks
        alone = noted or (marked and not joined) or _goes_on(text, sentence)
        found += [_piece(first, accented, noted=alone), *(_piece(part, accented, noted=True) for part in joined)]
    kept = [piece for piece in found if any(word not in STOP_WORDS for word in words(piece.line)) or piece.asks]
    return kept if 1 < len(kept) <= MOST else [_piece(text, accented)]


def _goes_on(text: str, sentence: str) -> bool:
    """Whether a sentence asks the same of another thing as the one before it: "¿…? y las charlas?"."""
    at = text.find(sentence)
    return _THE_OTHER.match(flat(sentence)) is not None and at > 0 and text[at + len(sentence) :].startswith("?")


def _notes_two(labelled: re.Match[str]) -> bool:
    """Whether what stands behind a colon are two questions of what stands before it."""
    items = labelled["one"], labelled["two"]
    apart = any(map(_WHO_DID.match, items)) or all(map(_IN_ITS_DOCUMENT.search, items))
    asks = not _asks(labelled["thing"], accented=False) and (apart or any(map(_ITEM_ASKS.match, items)))
    return asks and not any(map(_ITS_YEAR.search, items))


def flat(text: str) -> str:
    """A text folded character by character, so that offsets hold."""
    return "".join((fold(char) or " ")[0] for char in text)


def _cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True) if text[start:end].strip(" ,.:")]


def _sentences(text: str, stops: list[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    """The sentences of a text, each with whether a question mark ends it, which behind a dash ends what goes on ("el convenio
    SERMIG - ANID?")."""
    for before, stop in zip([None, *stops], [*stops, None], strict=True):
        sentence = text[before.end() if before else 0 : stop.start() if stop else len(text)].strip()
        goes_on = before is not None and before.group().strip() in ("-", "–", "—")
        if sentence.strip(" ,.:"):
            yield sentence, not goes_on and stop is not None and stop.group().startswith("?")


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation rather than a sentence."""
    return match.group().startswith(".") and _ABBREVIATED.search(flat(text[: match.start()])) is not None


def _led(sentence: str) -> list[str]:
    """A sentence parted at its colon, unless what stands before is only the label of what follows ("plan: …")."""
    match = _COLON.search(sentence)
    if match is None:
        return [sentence]
    before = sentence[: match.start()]
    if len([word for word in words(before) if word not in STOP_WORDS]) <= LABEL and not _asks(before, accented=False):
        return [sentence]
    return [before, sentence[match.end() :]]


def _joined(sentence: str, accented: bool) -> list[str]:
    """A sentence parted where "y" or a comma joins another question to it."""
    line = flat(sentence)
    joints = [match for match in _JOINT.finditer(line) if _joins(match, sentence, line, accented)]
    # "de esas, ¿cuáles…?": what tells nothing by itself goes with the question after it, "¿para cuándo tenía que estar y…?" asks.
    joints = [match for match in joints if _stands(line[: match.start()], match["link"] != ", ")]
    return _cut(sentence, [match.span() for match in joints])


def _stands(before: str, joined: bool) -> bool:
    """Whether what stands before a joint, folded, tells something, or is a question with its verb."""
    said = words(before)
    enough = len(said) > VERBAL or _HOW_MANY_THEY_ARE.fullmatch(before) is not None
    return any(word not in STOP_WORDS for word in said) or (joined and enough and _asks(before, accented=False))


def _joins(match: re.Match[str], sentence: str, line: str, accented: bool) -> bool:
    """Whether what follows "y" or a comma is another question, and not a relative clause, an example or a list."""
    comma = match["link"] == ", "
    if _TO.match(line, match.start("link")) and _FROM.search(line[: match.start("link")]):
        return False
    if match["word"] is None:
        if comma or (match["thing"] and _APART_FROM.search(line[: match.start("link")])):
            return False
        return bool(match["thing"] or match["order"] or (match["also"] and _NOUN.match(line, match.end())))
    if match["word"] not in _UNACCENTED or _ACCENTED.match(sentence, match.start("word")):
        return True
    start = line[match.start("link") :].lstrip(" ,")
    if _THING_ASKED.match(start) and not comma:
        return True
    if accented or _RELATIVE.match(f", {start}" if comma else start):
        return False
    return not comma or bool(match["also"] or _THINGS.match(line, match.start("link")))


def _asks(text: str, accented: bool) -> bool:
    """Whether a piece begins with a question or a request; where accents are written, "como" without one asks nothing."""
    clean = text.lstrip("¿¡ ,.")
    line = flat(clean)
    match = re.match(rf"(?:(?:y|e|pero|and|but),? )?(?:{_ALSO})?(?:{_ASK}|{_ORDER})", line)
    if match is None:
        opens = _WANT.match(line) or _ONE_MORE.match(line)
        return opens is not None or _ASKS_LAST.search(line) is not None
    bare = match["word"] in _UNACCENTED and not _ACCENTED.match(clean, match.start("word"))
    return not (accented and bare) or _THING_ASKED.match(line) is not None


def _piece(text: str, accented: bool, *, noted: bool = False) -> Piece:
    clean = text.strip(" ¿?¡!.,;:")
    return Piece(text=clean, line=flat(clean), asks=noted or _asks(clean, accented) or "¿" in text)
