"""Who is responsible in a question: whom it names, together with whom, without whom, alone or with others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.mentions import Mention
from assistant.understand.plan import Plan
from corpus.analysis import fold
from corpus.numbers import number_from_words

_WITH = re.compile(
    r"^(?:,? (?:y )?(?:(?:que )?(?:se )?(?:l[ao]s? )?(?:comparte[n]?|compartid[ao]s?|trabaja[n]?|hace[n]?|ejecuta[n]?|tiene[n]?|son|es|sean|van|estan) )?"
    r"(?:(?:en )?(?:conjunto|conjuntamente) |junto )?(?:con|a|y tambien|ademas de|a la vez que|as well as|with|together with)(?: (?:el|la|los|las|del?|al?))*)$"
)
_TOGETHER = re.compile(
    r"\b(?:compart\w+|en conjunto|conjunta\w*|junt[ao]s|a la vez|al mismo tiempo|en comun|ambos|ambas|los dos|las dos|mutuamente|jointly|both|share\w*)\b"
)
_SHARED_WITH = re.compile(
    r"(?:compart\w+|(?:en )?conjunto|conjuntamente|junto|trabaj\w+|shared?|colabor\w+|coordin\w+|de la mano)(?: \w+){0,2} (?:con|a|with)(?: (?:el|la|los|las))?$"
)
# "solo del SERMIG": right before the institution.
_ONLY = re.compile(
    r"\b(?:solo|solamente|unicamente|nada mas)(?: (?:son|es|las|los|estan|a))*(?: (?:de|del|por|cargo|responsabilidad|el|la))+$"
)
# "ya sea solo o con otra institución"
_EITHER_WAY = re.compile(
    r"\b(?:sol[ao]s?|individual\w*|unic\w+|exclusiv\w+)\b[^.?]{0,25}\b(?:o|u|como)\b[^.?]{0,20}\b(?:otr[ao]s?|compart\w+|junto|conjunt\w+)\b"
)
_INCLUSIVE = re.compile(
    r"\b(?:incluyendo|incluid[ao]s?|inclusive|incluso|contando|sumando|aunque|tanto|no importa|sin importar|da (?:lo mismo|igual)|independiente\w*|asi como|ademas de)\b"
    r"(?! solo)[^.;?]{0,60}$"
)
_OF_INSTITUTIONS = re.compile(
    r"\b(?:institucion|instituciones|responsables?|ministerios?|organismos?|compart\w+|exclusiv\w+"
    r"|(?:hace|ejecuta|lidera|tiene|asume|lleva|trabaja)[n]?(?: \w+)? sol[ao]s?|sol[ao]s? (?:la|las|lo|los))\b"
)
_NOT = re.compile(
    r"\b(?:no|ni|nunca)(?: (?:se|son|sean|eran?|la|las|lo|los|estan?|es|las? hace|tiene[n]?|tengan|de))*$"
)
# "una sola medida" counts medidas, "compartir datos" is what a medida is for: neither says who is responsible for them.
_ONE_THING = re.compile(
    r"\b(?:un[ao]? )?(?:sol[ao]|unic[ao]) (?:medida|plazo|hito|indicador|eje)\b"
    r"|\bcompart(?:ir|an|iendo) (?:sus? |l[ao]s |de )?(?:datos|informacion|bases|registros|experiencias|antecedentes)\b"
)
# "subsecretarías", "un ministerio": any institution of that sort.
_SORT = re.compile(
    r"\b(?:a cargo de|responsabilidad de|dependen de|son de|sean de|medidas de|lideradas por|a|tienen?|tiene a|tienen a)(?: (?:las|los|alguna?|una?|cualquier))? "
    r"(?P<sort>ministerio|subsecretaria|policia|servicio|observatorio)s?(?: publicas?| publicos?)?\b(?! (?:de|del|nacional|y|medidas|mas|menos|con|que)\b)"
)
_AMOUNT = r"(un[oa]?|dos|tres|cuatro|cinco|seis|\d)"
_MORE = r"(mas de|al menos|por lo menos|a lo menos|como minimo|exactamente|menos de|sol[oa]|solamente|unicamente)"
_SOLE = r"(sol[ao]s? |unic[ao]s? )?(?:distint[ao]s |diferentes )?"
_INSTITUTIONS = r"(?:instituci\w+|ministerios?|organismos?|responsables?|entidad(?:es)?|servicios|reparticiones|actores)(?! (?:con|que tienen|tienen) (?:mas|menos))"
_HITOS = r"(?:hitos?|plazos?|indicador(?:es)?|fechas?)(?! mas\b)"
_BY = r"(?:con|entre|por|tiene[n]?|tengan|a cargo de|cargo de|responsabilidad de|compart\w+|involucra[n]?|intervienen|participan|hay|presenta[n]?|fija[n]?)"


def responsible(line: str, mentions: Sequence[Mention], plan: Plan) -> dict[str, object]:
    """The filters on who is responsible, from the institutions that a line names and the words around them."""
    named = [mention for mention in mentions if mention.sort == "institucion"]
    inside: list[str] = []
    beside: list[str] = []
    last: Mention | None = None
    for mention in (mention for mention in named if not mention.negated):
        if inside and inclusive(line, mention.start):
            continue
        gap = line[last.end : mention.start].rstrip() if last else ""
        with_last = last is not None and (_WITH.fullmatch(gap) is not None or _shared_by(line, last, mention))
        alone_with = last is None and _SHARED_WITH.search(line[: mention.start].rstrip()) is not None
        target = beside if with_last or alone_with else inside
        target += [str(value) for value in mention.values]
        last = mention
    return {
        "instituciones": tuple(dict.fromkeys(inside)),
        "junto_a": tuple(name for name in dict.fromkeys(beside) if name not in inside),
        "sin_instituciones": tuple(dict.fromkeys(str(value) for m in named if m.negated for value in m.values)),
        **_alone_or_shared(line, named, plan, bool(beside)),
    }


def inclusive(line: str, at: int) -> bool:
    """Whether what stands at a place is only said not to be left out: "incluyendo las que hace junto a otros"."""
    return _INCLUSIVE.search(line[:at]) is not None


def sorts_named(line: str, plan: Plan) -> list[Mention]:
    """Institutions named by their sort only: "las que están a cargo de subsecretarías"."""
    found = []
    for match in _SORT.finditer(line):
        names = tuple(name for name in plan.institutions if fold(name).startswith(match["sort"]))
        if names:
            found.append(Mention("institucion", match.start("sort"), match.end(), names))
    return found


def _shared_by(line: str, one: Mention, other: Mention) -> bool:
    """Whether two institutions side by side are said to share: "las que comparten Salud y SERMIG"."""
    if not re.fullmatch(r" (?:y|e|and)(?: (?:el|la|los|las|del?|con|the))*", line[one.end : other.start].rstrip()):
        return False
    before, after = line[: one.start].rstrip(), line[other.end :]
    near = re.search(r"(?:\w+ ){0,5}\w+$", before)
    return _TOGETHER.search(near.group() if near else "") is not None or _TOGETHER.match(after.lstrip(" ,")) is not None


def _alone_or_shared(line: str, named: Sequence[Mention], plan: Plan, beside: bool) -> dict[str, object]:
    """One institution alone, or more than one; "no comparte" is alone and "no exclusivas" is not."""
    if _EITHER_WAY.search(line):
        return {}
    if any(not m.negated and _ONLY.search(line[: m.start].rstrip()) for m in named):
        return {"max_instituciones": 1}
    asks = named or _OF_INSTITUTIONS.search(line)
    line = _ONE_THING.sub(" ", line)
    sole, shared = plan.cues.find("pide.unica", line), plan.cues.find("pide.compartida", line)
    if any(match and inclusive(line, match.start()) for match in (sole, shared)):
        return {}
    if sole and asks:
        return {"min_instituciones": 2} if _negated(line, sole) else {"max_instituciones": 1}
    if shared and asks and not beside:
        with_whom = re.search(r"^\w* con (?!otr|alguien|nadie|mas|al menos|alguna)", line[shared.start() :]) and named
        if _negated(line, shared):
            return {} if with_whom else {"max_instituciones": 1}
        return {"min_instituciones": 2}
    return {}


def _negated(line: str, match: re.Match[str]) -> bool:
    return _NOT.search(line[: match.start()].rstrip()) is not None


def amounts(line: str, mentions: Sequence[Mention]) -> tuple[dict[str, object], list[Mention]]:
    """How many institutions share a medida, how many milestones it has; and where that was read."""
    update: dict[str, object] = {}
    places: list[Mention] = []
    for things, least, most in (
        (_INSTITUTIONS, "min_instituciones", "max_instituciones"),
        (_HITOS, "min_hitos", "max_hitos"),
    ):
        found = _amount(line, things)
        if found is None or any(m.start < found[0].end() and found[0].start() < m.end for m in mentions):
            continue
        match, (low, high) = found
        update |= {name: value for name, value in ((least, low), (most, high)) if value is not None}
        places.append(Mention("palabras", match.start(), match.end(), ()))
    return update, places


def _amount(line: str, things: str) -> tuple[re.Match[str], tuple[int | None, int | None]] | None:
    """The least and the most of some things that a line speaks of: "con tres …", "más de una …", "dos o más …"."""
    if match := re.search(rf"\b(?:vari[ao]s|multiples|much[ao]s|distint[ao]s) {things}\b", line):
        return match, (2, None)
    if match := re.search(rf"(?:\by|,|\bcon) (?:a )?otr[ao]s {_AMOUNT} {things}\b", line):
        number = _number(match[1]) + 1
        return match, (number, number)
    if match := re.search(rf"\b(?:{_BY} )?{_AMOUNT} o mas {things}\b", line):
        return match, (_number(match[1]), None)
    if match := re.search(rf"\b(?:{_BY} )?{_MORE} {_AMOUNT} {_SOLE}{things}\b", line):
        number = _number(match[2])
        if match[1] == "mas de":
            return match, (number + 1, None)
        if match[1] == "menos de":
            return match, (None, number - 1)
        exact = match[1].startswith(("sol", "unic", "exact"))
        return match, (number, number) if exact else (number, None)
    if match := re.search(rf"\b{_BY} {_AMOUNT} {_SOLE}{things}\b", line):
        number = _number(match[1])
        if number > 1 or match[2]:  # "con una institución" says nothing of how many
            return match, (number, number)
    return None


def _number(word: str) -> int:
    read = number_from_words([word])
    return int(read[0]) if read else 1
