"""Turns of phrase by which a message says which practice it means: one by what was done there, one of all, another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.clauses import opens_asking
from assistant.understand.text import TIES
from corpus.analysis import terms, words
from corpus.cues import Cues
from corpus.lugares import Lugar

# "Lo que hizo La Reina con la universidad, ¿qué días fue?": which practice it is, and then what is asked of it.
WHAT_WAS_DONE = re.compile(
    r"^.*\b(?:lo|eso|esto) que (?:se )?"
    r"(?:hizo|hicieron|hace|hacen|hubo|armo|armaron|organizo|organizaron|tiene|tienen)\b[^¿?]*[,.:;] ?(?=¿)"
)
# "¿Qué hizo Quilicura?": all of it, and nothing in particular.
ALL_DONE = re.compile(
    r"^\W*(?:y )?que (?:cosas )?(?:(?:ha|han) (?:hecho|implementado)|hizo|hicieron|hace|hacen|tiene|tienen|practicas tiene|hay en)\b"
)
# "¿Y qué otra municipalidad…?": any but the one that was told.
_OTHER = re.compile(
    r"\b(?:otr[oa]s?|other|another) (?:\w+ )?(?:practicas?|fichas?|experiencias?|iniciativas?|municipios?|munis?|"
    r"municipalidad(?:es)?|comunas?|ciudad(?:es)?|pais(?:es)?|practices?|municipalit(?:y|ies))\b"
    r"|\b(?:ademas|aparte|fuera) de (?:es[ao]s?|ell[ao]s?|est[ao]s?)\b"
    r"|\b(?:quien(?:es)?|alguien|donde|en que lugar(?:es)?) mas\b|\balgun otro lugar\b"  # "¿quién más hace eso en la RM?"
    # "¿y hay otro que trabaje en colegios?", "¿y alguno que se haya juntado con…?"
    r"|(?:^|[¿.!?,] ?)(?:y |e |pero )?(?:(?:hay|existe|conoces|habra|sabes de|tienes|is there) )*"
    r"(?:algun[oa]? otr[oa]|algun[oa]s?|otr[oa]s?|another)(?: mas)?,? (?:(?:en|de) \w+,? )?(?:que|con|para|donde|which|that)\b"
)
# "¿Cuál de las diez prácticas…?": one of all, whatever was told before.
OF_ALL = re.compile(
    r"\b(?:de|entre) (?:todas )?las (?:\w+ )?(?:buenas )?(?:practicas|fichas|experiencias|iniciativas)\b"
    r"|\bof the (?:\w+ )?(?:good )?practices\b"
)
# "Además de Temuco", "que no sea Macul": any place but that one.
_LEFT_OUT = re.compile(
    r"(?:\b(?:ademas|aparte|fuera) del?|\b(?:que )?no (?:sea|sean|es|son|este|esten|estan|queden?)(?: del?| en)?|"
    r"\b(?:excepto|salvo|menos|exceptuando|excluyendo|descontando|quitando|sacando|sin(?: (?:contar|incluir|considerar))?)(?: al?)?|"
    r"\bno (?:cuent|incluy)\w+|\bno (?:quiero|busco|me sirven?|me des)|\b(?:distint|diferente)[ao]?s? (?:del?|a))"
    r"(?: (?:del?|en|el|la|los|las|region|comuna|municipalidad))* $"
)
# "… ni la de Temuco": what follows a place that is left out is left out with it.
_AND_THAT = re.compile(r"(?:,|,? (?:ni|y|e|o))(?: (?:del?|al?|el|la|los|las|region|comuna|municipalidad))* ")
# "La de Iquique", "¿y lo de Calama?"
_THE_ONE = re.compile(
    r"(?:^|[¿?.,;:] ?|\b(?:y|es|era|sobre|con|a) )(?:l[ao]|el|l[ao]s)(?: (?:practica|ficha|experiencia|iniciativa|muni|municipalidad|municipio))? (?:de|en) $"
)
# "Experiencias peruanas" are of Peru; "emprendedores peruanos" are whom a practice is for, wherever it is.
_THING_OF = re.compile(
    r"\b(?:practicas?|fichas?|experiencias?|iniciativas?|programas?|proyectos?|planes|plan|campanas?|modelos?|casos?|"
    r"ejemplos?|ciudad(?:es)?|comunas?|municipios?|municipalidad(?:es)?)(?: (?:local|municipal|urban|buen|exitos)\w*)? $"
    r"|\b(?:es|son|sea|sean|eran?) (?:(?:la|las|el|los|una?) )?$|\bcual(?:es)? (?:la|las|el|los) $"
)
# The name of a country is also said of a woman of it ("noruega"): there it stands behind whom it says it of.
_SAID_OF = re.compile(r"\b(?:que|hizo|hicieron|hace|hacen|tiene|en|de|del|con|por|para|y|a|segun) $")
# "Soy ingeniera titulada en Colombia", "llegué de Perú hace dos años": where who asks comes from.
_ORIGIN = re.compile(
    r"\b(?:soy|somos|vengo|venimos|llegue|llegamos|vine|vinimos|naci|nacimos|estudie|estudiamos|titul\w+|egresad\w+|recibid\w+|nacid\w+)"
    r"\b(?: \w+){0,4}? (?:de|del|desde|en) $"
)
_JOINING = frozenset(
    ("y", "en", "de", "del", "la", "el", "lo", "los", "las", "a", "que", "tal", "con", "municipalidad", "comuna")
)
# "¿Y la de las organizaciones?": no verb and nothing that asks.
_ELLIPTIC = re.compile(
    r"^\W*y (?:el|la|los|las) (?:(?:de|del|con|para|otr[oa]s?)\b ?)(?:(?:el|la|los|las) )?(?!.*\b(?:que|quien(?:es)?|cual(?:es)?|cuando|como|cuant[oa]s?|donde)\b)"
    r"(?:\w+ ?){0,5}\W*$"
)
# "¿Y la otra?", "¿y las otras dos?": what is left of a sort of which one was told.
_THE_OTHER = re.compile(r"^\W*y (?:el|la|los|las) otr[oa]s?(?: \w+)?\W*$")
_AND = re.compile(r"^\W*y ")
# "¿Y esa cada cuánto se junta?": what was named right before, of that gender.
_THAT = re.compile(
    r"\bes(?P<gender>[ae])(?=(?:,? ¿?(?:cada|cuant\w+|quien(?:es)?|que|cual|como|cuando|donde|con|de|se|para|desde|hasta)\b)|\W*$)"
)
_NAMED = {
    "a": re.compile(r"\bla (?:\w+ )?(?:de(?:l| l[ao]s?)? )?\w+"),
    "e": re.compile(r"\b(?:el|del|al) (?:\w+ )?(?:de(?:l| l[ao]s?)? )?\w+"),
}
_ASKED_OF = re.compile(
    r"((?:\b(?:cada cuanto|cuando|donde|cuant[oa]s?(?: \w+)?|con que \w+|(?:en |desde |hasta )?que (?:ano|fecha|mes)|quien(?:es)?|como)\b)"
    r"(?: (?!el\b|la\b|los\b|las\b|de\b|del\b)\w+){1,4}) (?:el|la|los|las)\b"
)
# "¿La institucional cada cuanto se junta?": the thing before what is asked of it.
_OF_THE_THING = re.compile(
    r"^\W*(?:y )?(?:el|la|los|las) (?P<thing>(?:(?!que\b)\w+,? ){1,4}?)¿?"
    r"(?P<asked>(?:cada cuanto|cuando|donde|cuant[oa]s?(?: \w+)?|con que \w+|en que \w+|quien(?:es)?|como)(?: (?!que\b|el\b|la\b|los\b|las\b|del?\b)\w+){1,3})"
)
# "¿En qué año se inició?": a question that leaves to what was told of what it is asked.
_ASKED_OF_IT = re.compile(
    r"^\W*((?:cada cuanto|cuando|donde|cuanto|con que \w+|(?:en |desde |hasta )?que (?:ano|fecha|mes)|quien(?:es)?|como)"
    r"(?: (?!el\b|la\b|los\b|las\b|del?\b)\w+){1,3})\?"
)
_DID_ONE = re.compile(r"^\W*(?:y )?quien(?:es)? (?:(?:ha|han) \w+[ai]do|\w+(?:o|aron|ieron)) (?:un|una|unos|unas)\b")
# "¿Qué municipio armó un huerto…?": the thing that was made.
_MADE = re.compile(
    r"\b(?:hizo|hicieron|armo|armaron|creo|crearon|monto|montaron|organizo|organizaron|levanto|levantaron|instalo|instalaron|"
    r"abrio|abrieron|construyo|construyeron|puso|pusieron|lanzo|lanzaron|fundo|fundaron|formo|formaron) (?:un|una|unos|unas) (?P<thing>[a-z]{4,})"
)
# "¿Qué práctica se financió con un fondo de una embajada?": with what, or by whom, something was paid.
_PAID_WITH = re.compile(
    r"\b(?:financi|coste|solvent|auspici|patrocin)\w+ (?:por|con|mediante|gracias a) (?P<payer>[^?.,;]+)|\bpag(?:o|aron|ada|ado|aba) (?:por|con) (?P<with>[^?.,;]+)"
)
_RELATIVE = re.compile(r" (?:(?:al|a la|a los|a las|del|de la|en el|en la|con el|con la) )?(?:que|cual|donde|quien)\b")
# "¿Qué ciudad ofrece albergues?", "¿qué comuna trabaja con títeres?": the thing that is given or made use of.
_USES = re.compile(
    r"\b(?:ofrec(?:e|en|io|ieron)|entreg(?:a|an|o|aron)|regal(?:a|an|o|aron)|prest(?:a|an|o|aron)|us(?:a|an|o|aron)|utiliz(?:a|an|o|aron)|ocup(?:a|an|o|aron)|reparte[n]?|repartio|repartieron"
    r"|(?:trabaj(?:a|an|o|aron)|atiende[n]?|atendio|atendieron|ensen(?:a|an|o|aron)|educ(?:a|an|o|aron)|integr(?:a|an|o|aron)|sensibiliz(?:a|an|o|aron)|cuenta[n]?|conto|contaron) (?:\w+ (?:a )?(?:los |las )?\w+ )?con|dispone[n]? de)"
    r" (?:un |una |unos |unas )?(?P<thing>[a-z]{4,}(?: de [a-z]{4,})?)"
)
# "La ficha dice que…, confirmame quién…": what is said before a bidding is not asked.
_BIDS = re.compile(r"(?:confirma|confirme|aclara|aclare|verifica|verifique)(?:me|nos)?\b")
# "¿En qué escuelas se ha llevado a cabo?": done, and of nothing that is named.
WAS_DONE = re.compile(
    r"\bse (?:(?:ha|han) )?(?:hizo|hicieron|hecho|realiz\w+|llev\w+ a cabo|ejecut\w+|implement\w+|desarroll\w+|aplic\w+|(?:puesto|puso|pusieron) en (?:practica|marcha))\W*$"
)
# "¿Con qué criterios se eligieron las prácticas?": asked of all of them together, and of none that chooses somebody.
CHOSEN = re.compile(
    r"\b(?:el[ei]g|selecc|escog|premi)\w* (?:a )?(?:las|los|estas|esas) (?:\w+ )?(?:mejores )?(?:buenas )?(?:practicas|fichas|experiencias)\b"
    r"|\b(?:las|estas|esas) (?:mejores )?(?:buenas )?(?:practicas|fichas) (?:fueron |son |que )?(?:el[ei]g|selecc|escog|premi)\w*"
    r"|\b(?:que|cual) (?:buena )?practica (?:gano|es la ganadora|fue la ganadora|salio (?:primera|ganadora|elegida))\b"
)
OF_THAT_PLACE = re.compile(
    r"\b(?:de|en) (?:es[ae]|dich[ao]) (?:municipio|municipalidad|muni|comuna|ciudad|localidad)\b"
)
# "Algo parecido a lo de Renca: ¿de dónde salió la plata de ese proyecto?": it is asked of the one that is named.
OF_THAT_ONE = re.compile(
    r"\b(?:es[ae]|dich[ao]|aquel|aquella) (?:proyecto|programa|practica|iniciativa|experiencia|protocolo|taller|escuela|mesa|red)\b"
)
# "¿Cuáles son de la Región de Valparaíso?", "¿alguna de ellas es para mujeres?", "¿cuántas son?": of those that were told.
_OF_THOSE = r"(?: de (?:es[ao]s|ell[ao]s|est[ao]s|las nombradas|l[ao]s (?:dos|tres|cuatro|cinco|\d+))\b(?! lineas))"
_WHICH = r"(?:cual(?:es)?|algun[ao]|ningun[ao]|quien(?:es)?(?! (?:es|son|fue|fueron)\b))"
# A stop after a letter or two is an abbreviation's: "la u. de chile".
_SENTENCES = re.compile(
    rf"(?<=[.!;:])\s+(?=¿)|(?<=\w{{3}}[.!?])\s+|(?<=\W[.!?])\s+|,\s+(?:y |pero |por favor )?(?={_BIDS.pattern})"
)


# "¿Y cuál trabajó con estudiantes?", after one: which one of all did so, and not what that one's is ("¿y cuál es su objetivo?").
_WHICH_OF_ALL = re.compile(
    r"^\W*(?:(?:y|pero|ahora|ya|ok)\b\W*)+cual (?!(?:es|era|fue|sera|seria|de|del|otro|otra|mas|menos|mejor|peor)\b)(?P<does>(?:se |les? )?[a-z]{2,}[aeo]\b \w.*)"
)


def which_of_all(fresh: str) -> str | None:
    """A folded follow-up that asks which one did something, as a question of its own; None where it is no such."""
    match = _WHICH_OF_ALL.match(fresh)
    return f"¿que municipio {match['does']}" if match is not None else None


# "Algo parecido a lo de Renca", "como la de Macul".
_LIKE_THAT = re.compile(
    r"\b(?:parecid|similar|semejante|igual)\w* (?:al?|como|que|de)\b|\bdel estilo del?\b|\bcomo l[ao]s? (?:del?|que)\b"
)


def like_that(fresh: str) -> bool:
    """Whether a folded message says to which one that it names another should be alike."""
    return _LIKE_THAT.search(fresh) is not None


def of_those(fresh: str, cues: Cues) -> str | None:
    """A folded follow-up without what only ties it on, where it asks which or how many of the practices told are something."""
    verb, ends = cues.any_of("dichas.verbo"), f"{cues.any_of('pide.primero')}|{cues.any_of('pide.ultimo')}"
    start = re.sub(rf"^\W*(?:(?:{TIES}|ya)\b\W*)*(?:de (?:ell[ao]s|es[ao]s|est[ao]s)\W+)?", "", fresh)
    which = rf"{_WHICH}{_OF_THOSE}? (?:no )?{verb}\b|cuant[ao]s(?:{_OF_THOSE}| (?:son|hay))(?: en total)?\W*$"
    which = rf"{which}|(?:(?:el|la|los|las) )?(?:{ends})(?!\w)"  # "la más antigua: año y nombre"
    asked = re.match(which, start) or re.search(rf"\bcual(?:es)?(?: (?:es|son|fue))?{_OF_THOSE}", start)
    return start if asked else None


def inquiring(fresh: str) -> str:
    """The sentences of a message that ask, where it tells more than it asks; else all of it."""
    parts = [part for part in _SENTENCES.split(fresh) if part.strip()]
    marked = [part for part in parts if "?" in part or "¿" in part or _BIDS.match(part)]
    asked = [part for part in parts if part in marked or (marked and opens_asking(part))]
    return " ".join(asked) if asked and len(parts) > len(asked) else fresh


# "¿Y en vivienda?", "¿y para la salud?": another need, and nothing else.
_ANOTHER_NEED = re.compile(
    r"^\W*(?:y|e) (?:(?:que hay )?(?:en|de|del|para|sobre|con|por) )(?:(?:el|la|los|las) )?(?P<what>[a-z]{3,}(?: (?:y |de |del |la |el |los |las )*[a-z]{3,}){0,2})\W*$"
)
ABROAD = re.compile(
    r"\b(?:otros? pais(?:es)?|fuera de chile|fuera del pais|extranjer[oa]s|internacionales|internacional|abroad|other countries)\b"
)


def another_need(fresh: str) -> str | None:
    """What a folded follow-up needs that names nothing else: "¿y en vivienda?"; None where it asks more."""
    match = _ANOTHER_NEED.match(fresh)
    return match["what"] if match is not None else None


# "¿Y la plata quién la puso?", "¿y cuánta fue?", "¿y quién la puso?": of the money of which the message before asked.
_PUT_IT = re.compile(
    r"\b(?P<lead>quien(?:es)?) (?P<it>lo|la|los|las) (?P<verb>(?:pus|pon|dio|dieron|aport|pag|entreg|pas)\w*)(?=\W*$)"
)
_HOW_MUCH_IT = re.compile(r"^\W*(?:y )?(?P<how>cuant[oa]s?)(?: (?:fue|fueron|era|eran))?\W*$")
_MONEY = re.compile(r"\b(?P<noun>plata|dinero|fondos|recursos|lucas|presupuesto|financiamiento)\b")


def of_its_money(fresh: str, before: str) -> str:
    """A folded follow-up that leaves the money to the message before, with its noun written in."""
    noun = _MONEY.search(before.split("?")[0])
    put, many = _PUT_IT.search(fresh), _HOW_MUCH_IT.match(fresh)
    if noun is None or _MONEY.search(fresh) or not (put or many):
        return fresh
    if put is not None:
        return f"{put['lead']} {put['verb']} {'los' if noun['noun'].endswith('s') else 'la'} {noun['noun']}?"
    return "cuanta plata fue?"


def completed(fresh: str, before: str) -> str:
    """A folded follow-up that only names another thing, with what the message before it asked of the first one.

    "¿Cada cuánto se junta la mesa de los servicios?", "¿y la de las organizaciones?". One that asks on of the thing just
    named has it written in: "¿y esa quién la coordina?".
    """
    fresh = of_its_money(fresh, before)
    that = _THAT.search(fresh)
    named = _NAMED[that["gender"]].search(before) if that else None
    if that is not None and named is not None:
        return f"{fresh[: that.start()]}{named.group()}{fresh[that.end() :]}"
    if _ELLIPTIC.match(fresh) is None:
        return fresh
    asked = _ASKED_OF_IT.match(before) or _ASKED_OF.search(before)
    first = _OF_THE_THING.match(before) if asked is None else None
    said = asked[1] if asked is not None else first["asked"] if first is not None else None
    return f"{said.strip()} {_AND.sub('', fresh)}" if said is not None else fresh


def other_than(fresh: str, before: str) -> tuple[str, ...]:
    """The stems of the thing that the message before asked of, where a folded follow-up asks of the other: "¿y la otra?"."""
    if _THE_OTHER.match(fresh) is None:
        return ()
    asked, first = _ASKED_OF.search(before), _OF_THE_THING.match(before)
    if asked is None or first is not None:
        return tuple(terms(first["thing"])) if first is not None else ()
    return tuple(terms(re.split(r"[?;,.]", before[asked.end() :])[0]))


# "¿Y en 2025?": what was asked, of that year.
_ANOTHER_YEAR = re.compile(r"^\W*(?:y )?(?:(?:(?:en|del?|durante|para) )?(?:el )?(?:ano )?)(?P<year>20\d\d)\W*$")
_A_YEAR = re.compile(r"\b20\d\d\b")
_UNTIMED = re.compile(r"(?: (?:en|durante|del?|el|ano))*\W*$")


def of_another_year(fresh: str, before: str) -> str | None:
    """What a folded message asked, of the year that the follow-up to it names alone; None where that names more."""
    named = _ANOTHER_YEAR.match(fresh)
    if named is None:
        return None
    if len(_A_YEAR.findall(before)) == 1 and not _ANOTHER_YEAR.match(before.split("?")[0]):
        return _A_YEAR.sub(named["year"], before)
    asked = [
        part for part in before.split("?") if terms(_A_YEAR.sub(" ", part))
    ]  # of a chain: "¿y en 2024?", "¿y en 2022?"
    return f"{_UNTIMED.sub('', ' '.join(asked).strip())} en {named['year']}?"


def only_names_another(fresh: str, place: str) -> bool:
    """Whether a folded follow-up says no more than a place: "¿y en Macul?", "¿y la de Temuco?"."""
    return fresh.startswith(("y ", "¿y ", "¿ y ")) and not set(words(fresh)) - set(words(place)) - _JOINING


def only_of(before: str) -> bool:
    """Whether the folded text before a place says that something is meant as the one of that place."""
    return _THE_ONE.search(before) is not None


def left_out(before: str) -> bool:
    """Whether the folded text before a place says that it is the one that is not sought."""
    return _LEFT_OUT.search(before) is not None


def goes_with(between: str) -> bool:
    """Whether the folded text between two places says of the second what was said of the first."""
    return _AND_THAT.fullmatch(between) is not None


def of_origin(before: str) -> bool:
    """Whether the folded text before a country says that somebody comes from there, not that a practice is of it."""
    return _ORIGIN.search(before) is not None


def of_people(before: str, name: bool) -> bool:
    """Whether a demonym behind some folded text says of whom something is, and not where a practice is.

    ``name`` says that it is the name of the country as well.
    """
    return _THING_OF.search(before) is None and not (name and _SAID_OF.search(before))


def did_one(line: str) -> bool:
    """Whether a folded message seeks the one of all that did a thing: "¿quién puso un tótem?"."""
    return _DID_ONE.search(line) is not None


def made_thing(line: str) -> str | None:
    """The thing that a folded message seeks the maker or the giver of: "¿qué comuna armó un huerto?"; None where it names none."""
    match = _MADE.search(line) or _USES.search(line)
    return match["thing"] if match is not None else None


def payer(line: str) -> str | None:
    """With what or by whom a folded message says that the practice that it seeks was paid; None where it does not."""
    match = _PAID_WITH.search(line)
    return _RELATIVE.split(match["payer"] or match["with"])[0] if match is not None else None


def seeks_other(line: str, places: Sequence[Lugar] = ()) -> bool:
    """Whether a folded follow-up seeks another practice than the one that was told, and names no place or a region alone."""
    return _OTHER.search(line) is not None and all(place.clase == "region" for place in places)
