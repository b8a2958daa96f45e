"""Which medidas a question means: numbers, instituciones, ejes, plazos, words; alone, combined or excluded.

Works on the folded line of a question. What a filter was read from is taken out of the line, so that what is left
are the words of the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.select import holds
from assistant.understand.deadlines import Found, combined, find_deadlines
from assistant.understand.ejes import ejes_named
from assistant.understand.mentions import Mention, blanked, with_negations
from assistant.understand.numbers import numbers
from assistant.understand.organisations import institutions_named
from assistant.understand.plan import Plan
from assistant.understand.wording import as_words, phrase_after, quoted, sought
from assistant.values import Fechas, Filtros, Palabras
from corpus.analysis import terms, words
from corpus.numbers import number_from_words

# "ya sea solo o con otra institución"
_EITHER_WAY = re.compile(
    r"\b(?:sol[ao]s?|individual\w*|unic\w+|exclusiv\w+)\b[^.?]{0,25}\b(?:o|u|como)\b[^.?]{0,20}\b(?:otr[ao]s?|compart\w+|junto|conjunt\w+)\b"
)
# What medidas are or set out to do, where no word says that it is their text that is meant.
_WEAKLY = re.compile(
    r"\b(?:medidas? (?:que )?(?:son|sean|eran|contempl\w+|consider\w+|implic\w+|incluy\w+|busc\w+|apunt\w+ a|propon\w+|exig\w+|piden|requier\w+|cre[ae]n|establec\w+|suponen|involucr\w+|correspond\w+ a|tratan)"
    r"|las que (?:son|sean|eran)(?: de(?: la)?)?)\s(?=\S)"
)
_BEFORE_PLAN = re.compile(
    r"\b(?:plazos? (?:\w+ )?(?:de antes|ya pasado|anterior(?:es)?|previos?)(?! al? \d| a \w+ de \d)|(?:antes|anterior(?:es)?|previ[ao]s?) (?:del?|al?) (?:(?:inicio|comienzo|periodo|vigencia|lanzamiento) )?(?:del? )?(?:mismo )?(?:plan|periodo)\b|fuera del? periodo)"
)
_PLAN_YEARS = re.compile(r"\b(?:plan|politica)[a-z ]* (20\d\d) ?[-–a/] ?(20\d\d)")
_NAMED_YEAR = re.compile(
    r"\b(?:censo|casen|cuenta publica(?: participativa)?|enero de|ley|decreto|ds|matricula|agenda|presupuesto|informe) (?:de |del |numero )?(?:20\d\d|\d+[.\d]*)"
)
_WITH = re.compile(
    r"^(?:,? (?:y )?(?:(?:que )?(?:l[ao]s? )?(?:comparte[n]?|compartid[ao]s?|trabaja[n]?|hace[n]?|ejecuta[n]?|tiene[n]?) )?(?:(?:en )?(?:conjunto|conjuntamente) |junto )?(?:con|a|y tambien|ademas de|a la vez que|as well as|with|together with)(?: (?:el|la|los|las|del?|al?))*)$"
)
_TOGETHER = re.compile(
    r"\b(?:compart\w+|en conjunto|conjunta\w*|junt[ao]s|a la vez|al mismo tiempo|en comun|ambos|ambas|los dos|las dos|mutuamente|jointly|both|share\w*)\b"
)
_SHARED_WITH = re.compile(
    r"(?:compart\w+|(?:en )?conjunto|conjuntamente|junto|trabaj\w+|shared?|colabor\w+|coordin\w+|de la mano)(?: \w+){0,2} (?:con|a|with)(?: (?:el|la|los|las))?$"
)
_AMOUNT = r"(?P<n>un[oa]?|dos|tres|cuatro|cinco|seis|\d)"
_MORE = r"(?P<pre>mas de |al menos |por lo menos |a lo menos |como minimo |exactamente |menos de |solo |sola |solamente |unicamente )"
_ORGANISATIONS = r"(?:sol[ao]s? |unic[ao]s? |distint[ao]s |diferentes )?(?:instituci\w+|ministerios?|organismos?|responsables?|entidad(?:es)?|servicios|reparticiones|actores)(?! (?:con|que tienen|tienen) (?:mas|menos))"
_SHARE = re.compile(
    rf"\b(?:(?:con|entre|por|tiene[n]?|tengan|a cargo de|cargo de|responsabilidad de|compart\w+|involucra[n]?|intervienen|participan|hay) {_MORE}?{_AMOUNT}(?P<on> o mas)? {_ORGANISATIONS}"
    rf"|{_MORE.replace('pre', 'pre2')}{_AMOUNT.replace('<n>', '<n2>')}(?P<on2> o mas)? {_ORGANISATIONS}|{_AMOUNT.replace('<n>', '<n3>')}(?P<on3> o mas) {_ORGANISATIONS}"
    r"|(?P<several>vari[ao]s|multiples|much[ao]s|distint[ao]s) (?:instituciones|ministerios|organismos|responsables))"
)
_MILESTONES = re.compile(
    rf"\b(?:(?:con|tiene[n]?|tengan|presenta[n]?|fija[n]?) {_MORE}?{_AMOUNT}(?P<on> o mas)? (?:sol[ao] |unic[ao] )?(?P<what>hitos?|plazos?|indicador(?:es)?|fechas?)"
    rf"|{_MORE.replace('pre', 'pre2')}{_AMOUNT.replace('<n>', '<n2>')}(?P<on2> o mas)? (?:hitos?|plazos?|indicador(?:es)?|fechas?)|{_AMOUNT.replace('<n>', '<n3>')}(?P<on3> o mas) (?:hitos|plazos|indicadores|fechas)"
    r"|(?P<several>vari[ao]s|multiples|distint[ao]s) (?:hitos|plazos|indicadores|fechas))(?! mas\b)"
)


@dataclass(frozen=True)
class Reading:
    """The filters of a line, and the line without what they were read from (its length stays)."""

    filtros: Filtros
    rest: str


def read_filters(line: str, question: str, plan: Plan, today: date) -> Reading:
    """The filters of a folded line; ``question`` is the same as it was typed."""
    places = [Mention("plazo", one.start, one.end, (one,)) for one in _deadlines(line, plan, today)]
    free = blanked(line, places)
    ejes = ejes_named(free, plan.ejes)
    free = blanked(free, ejes)
    found = numbers(free, plan.highest)
    free = blanked(free, found)
    named = institutions_named(free, question, plan.known, plan.institutions)
    invalid = plan.cues.find("pide.invalido", free)
    odd = [Mention("invalido", invalid.start(), invalid.end(), ())] if invalid else []
    mentions = with_negations(line, [*places, *found, *ejes, *named, *odd])
    counted, counted_places = _amounts(line, mentions)
    rest = blanked(blanked(line, mentions), counted_places)
    worded = _worded(line, rest, mentions, plan)
    rest = blanked(rest, worded.places)
    mentions = [mention for mention in mentions if mention not in worded.used]
    update: dict[str, object] = {
        "numeros": _flat(mentions, "numero", negated=False),
        "sin_numeros": _flat(mentions, "numero", negated=True),
        "ejes": _flat(mentions, "eje", negated=False),
        "sin_ejes": _flat(mentions, "eje", negated=True),
        "plazos": _ranges(line, mentions, negated=False),
        "sin_plazos": _ranges(line, mentions, negated=True),
        "plazo_invalido": next((not mention.negated for mention in mentions if mention.sort == "invalido"), None),
        "palabras": worded.inside,
        "sin_palabras": worded.outside,
        **counted,
    }
    update |= _institutions(line, mentions, plan, counted)
    return Reading(Filtros.model_validate(update), rest)


def _deadlines(line: str, plan: Plan, today: date) -> list[Found]:
    """The deadlines of a line; a year within a name ("CASEN 2022", "Plan 2024–2026") is none."""
    before = _BEFORE_PLAN.search(line)
    if (
        before is not None
        and plan.period is not None
        and (_PLAN_YEARS.search(line) or "plan" in before.group() or "periodo" in before.group())
    ):
        last = date(plan.period[0] - 1, 12, 31)
        return [Found((Fechas(hasta=last, texto=f"antes de {plan.period[0]}"),), before.start(), before.end())]
    hidden = [*_PLAN_YEARS.finditer(line), *_NAMED_YEAR.finditer(line)]
    hidden += [m for m in re.finditer(r"\b([a-z]+) (20\d\d)\b", line) if (m[1], m[2]) in plan.year_names]
    for match in hidden:
        line = line[: match.start()] + "_" * (match.end() - match.start()) + line[match.end() :]
    return find_deadlines(line, today, plan.years)


def _flat(mentions: Iterable[Mention], sort: str, *, negated: bool) -> tuple[object, ...]:
    found = [
        value for mention in mentions if mention.sort == sort and mention.negated is negated for value in mention.values
    ]
    return tuple(dict.fromkeys(found))


def _ranges(line: str, mentions: Iterable[Mention], *, negated: bool) -> tuple[Fechas, ...]:
    found = [value for m in mentions if m.sort == "plazo" and m.negated is negated for value in m.values]
    ranges = [one for one in found if isinstance(one, Found)]
    return tuple(fechas for one in ranges for fechas in one.fechas) if negated else combined(ranges, line)


def _institutions(line: str, mentions: Sequence[Mention], plan: Plan, counted: dict[str, object]) -> dict[str, object]:
    """Who is responsible: any of those named, together with whom, without whom, alone or not."""
    named = [mention for mention in mentions if mention.sort == "institucion"]
    inside: list[str] = []
    beside: list[str] = []
    last: Mention | None = None
    for mention in (mention for mention in named if not mention.negated):
        gap = line[last.end : mention.start].rstrip() if last else ""
        with_last = last is not None and (_WITH.fullmatch(gap) is not None or _shared_by(line, last, mention))
        alone_with = last is None and _SHARED_WITH.search(line[: mention.start].rstrip()) is not None
        (beside if with_last or alone_with else inside).append(str(mention.values[0]))
        last = mention
    update: dict[str, object] = {
        "instituciones": tuple(dict.fromkeys(inside)),
        "junto_a": tuple(name for name in dict.fromkeys(beside) if name not in inside),
        "sin_instituciones": tuple(dict.fromkeys(str(m.values[0]) for m in named if m.negated)),
    }
    if "min_instituciones" not in counted and "max_instituciones" not in counted:
        update |= _sharing(line, plan, bool(beside), bool(named))
    return update


def _shared_by(line: str, one: Mention, other: Mention) -> bool:
    """Whether two institutions side by side are said to share: "las que comparten Salud y SERMIG"."""
    if not re.fullmatch(r" (?:y|e|and)(?: (?:el|la|los|las|del?|con|the))*", line[one.end : other.start].rstrip()):
        return False
    before, after = line[: one.start].rstrip(), line[other.end :]
    near = re.search(r"(?:\w+ ){0,5}\w+$", before)
    return _TOGETHER.search(near.group() if near else "") is not None or _TOGETHER.match(after.lstrip(" ,")) is not None


def _sharing(line: str, plan: Plan, beside: bool, named: bool) -> dict[str, object]:
    """One institution alone, or more than one; "no comparte" is alone and "no exclusivas" is not."""
    asks = named or re.search(
        r"\b(?:institucion|instituciones|responsables?|ministerios?|organismos?|compart\w+|exclusiv\w+|(?:hace|ejecuta|lidera|tiene|asume|lleva|trabaja)[n]?(?: \w+)? sol[ao]s?|sol[ao]s? (?:la|las|lo|los))\b",
        line,
    )
    line = re.sub(r"\b(?:un[ao]? )?(?:sol[ao]|unic[ao]) (?:medida|plazo|hito|indicador|eje)\b", " ", line)
    sole, shared = plan.cues.find("pide.unica", line), plan.cues.find("pide.compartida", line)

    def negated(match: re.Match[str]) -> bool:
        return (
            re.search(
                r"\b(?:no|ni|nunca)(?: (?:se|son|sean|la|las|lo|los|estan?|es|las? hace|tiene[n]?|tengan|de))*$",
                line[: match.start()].rstrip(),
            )
            is not None
        )

    if _EITHER_WAY.search(line):
        return {}
    if sole and asks:
        return {"min_instituciones": 2} if negated(sole) else {"max_instituciones": 1}
    if shared and asks and not beside:
        with_whom = re.search(r"^\w* con (?!otr|alguien|nadie|mas|al menos|alguna)", line[shared.start() :]) and named
        if negated(shared):
            return {} if with_whom else {"max_instituciones": 1}
        return {"min_instituciones": 2}
    return {}


def _amounts(line: str, mentions: Sequence[Mention]) -> tuple[dict[str, object], list[Mention]]:
    """How many institutions share, how many milestones there are."""
    update: dict[str, object] = {}
    places: list[Mention] = []
    for pattern, least, most in (
        (_SHARE, "min_instituciones", "max_instituciones"),
        (_MILESTONES, "min_hitos", "max_hitos"),
    ):
        match = pattern.search(line)
        if match is None or any(mention.start < match.end() and match.start() < mention.end for mention in mentions):
            continue
        parts = match.groupdict()
        if parts["several"]:
            update[least] = 2
        else:
            read = number_from_words([parts["n"] or parts["n2"] or parts["n3"]])
            amount = int(read[0]) if read else 1
            before = parts["pre"] or parts["pre2"] or ""
            if amount == 1 and not before and not re.search(r"\b(?:sol[ao]|unic[ao])\b", match.group()):
                continue  # "con una institución" says nothing of how many
            if before.startswith("mas de"):
                update[least] = amount + 1
            elif before.startswith("menos de"):
                update[most] = amount - 1
            elif (
                before.startswith(("al menos", "por lo menos", "a lo menos", "como minimo"))
                or parts["on"]
                or parts["on2"]
                or parts["on3"]
            ):
                update[least] = amount
            else:
                update[least], update[most] = amount, amount
        places.append(Mention("palabras", match.start(), match.end(), ()))
    return update, places


@dataclass(frozen=True)
class _Worded:
    inside: tuple[Palabras, ...] = ()
    outside: tuple[Palabras, ...] = ()
    places: tuple[Mention, ...] = ()
    used: tuple[Mention, ...] = ()


def _worded(line: str, rest: str, mentions: Sequence[Mention], plan: Plan) -> _Worded:
    """The words that the text or an indicator must hold: quoted, or after "que mencionan" and the like."""
    if not re.search(
        r"\bmedidas?\b|\bmeasures?\b|^\W*(?:y |pero |de (?:esas|ellas|estas),? )*(?:las|los|cuales|cuantas|cuales de)\b",
        line,
    ):
        return _Worded()

    inside: list[Palabras] = []
    outside: list[Palabras] = []
    places: list[Mention] = []
    used: list[Mention] = []
    for match in quoted(rest):
        words_ = as_words(match[1])
        if words_ and len(match[1].split()) <= 8 and any(holds(medida, words_) for medida in plan.medidas.values()):
            inside.append(words_)
            places.append(Mention("palabras", match.start(), match.end(), ()))
    cue = None if inside else plan.cues.find("pide.mencion", rest)
    weak = _WEAKLY.search(rest) if cue is None and not inside else None
    if weak is not None:
        phrase = phrase_after(rest, weak.end())
        whole = as_words(phrase) if as_words(plan.cues.strip("generico.palabras", phrase)) else None
        if whole is not None and any(holds(medida, whole) for medida in plan.medidas.values()):
            inside.append(whole)
            places.append(Mention("palabras", weak.end(), rest.find(phrase, weak.end()) + len(phrase), ()))
    if cue is not None:
        negated = re.search(r"\b(?:no|ni|sin)(?: (?:se|las?|los?))?$", line[: cue.start()].rstrip()) is not None
        target = outside if negated else inside
        named = next(
            (
                m
                for m in mentions
                if m.sort == "institucion"
                and m.start >= cue.end()
                and re.fullmatch(
                    r"(?: (?:a|al|de|del|el|la|los|las|en|con|explicitamente|expresamente))*\s*",
                    line[cue.end() : m.start],
                )
            ),
            None,
        )
        if named is not None and plan.cues.has("pide.cita", cue.group()):
            target.append(_forms(str(named.values[0]), plan))
            used.append(named)
        else:
            phrase = phrase_after(rest, cue.end())
            found = sought(phrase, plan.medidas)
            said = plan.cues.has("pide.cita", cue.group()) or any(
                all(holds(m, one) for one in found) for m in plan.medidas.values()
            )
            at = rest.find(phrase, cue.end()) if phrase and said else -1
            if at >= 0:
                target += found
                places.append(Mention("palabras", cue.start(), at + len(phrase), ()))
    return _Worded(tuple(inside), tuple(outside), tuple(places), tuple(used))


def _forms(name: str, plan: Plan) -> Palabras:
    """An institution as words of a text: any way of writing it."""
    entry = plan.known.by_name.get(name)
    forms = entry.formas if entry else (name,)
    return Palabras(texto=name, formas=tuple(dict.fromkeys(" ".join(terms(form)) for form in forms if words(form))))
