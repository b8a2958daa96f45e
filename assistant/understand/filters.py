"""Which medidas a question means: numbers, instituciones, ejes, plazos, words; alone, combined or excluded.

Works on the folded line of a question. What a filter was read from is taken out of the line, so that what is left
are the words of the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.select import deadline, select, sharing, term_runs
from assistant.understand.deadlines import Found, combined, find_deadlines
from assistant.understand.ejes import AFTER_BLANK, ejes_named, section_named
from assistant.understand.mentions import Mention, blanked, with_negations
from assistant.understand.numbers import lone_number, numbers
from assistant.understand.organisations import institutions_named
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.understand.wording import named_in_text, words_sought
from assistant.values import Campo, Fechas, Filtros
from corpus.analysis import terms
from corpus.dates import write_date

_BEFORE_PLAN = re.compile(
    r"\b(?:plazos? (?:\w+ )?(?:de antes|ya pasado|anterior(?:es)?|previos?)(?! al? \d| a \w+ de \d)|(?:antes|anterior(?:es)?|previ[ao]s?) (?:del?|al?) (?:(?:inicio|comienzo|periodo|vigencia|lanzamiento) )?(?:(?:del?|ese|dicho|este) )?(?:mismo )?(?:plan|periodo)\b|fuera del? periodo"
    r"|antes (?:de )?que (?:(?:el|este) (?:plan|periodo) )?(?:part|empe[cz]|comen[cz]|comien[cz]|empiec|rig|inici)\w+(?: a regir)?(?: (?:el|este) (?:plan|periodo))?)"
)
_SAME_AS = re.compile(
    r"\b(?:el|la|los|las|con|al) (?:mism[oa]s? )(dia|plazo|fecha|eje|institucion|instituciones|ministerio|responsables?|organismo|vencimiento) (?:que|de)\b"
)
_PLAN_YEARS = re.compile(r"\b(?:plan|politica)[a-z ]* (20\d\d) ?[-–a/] ?(20\d\d)")
_NAMED_YEAR = re.compile(
    r"\b(?:censo|casen|cuenta publica(?: participativa)?|ley|decreto|ds|matricula|agenda|presupuesto|informe) (?:de |del |numero )?(?:20\d\d|\d+[.\d]*)"
)


_MOST = re.compile(
    r"\bmedidas? (?:que )?(?:con|tiene[n]?|involucra[n]?|reune[n]?|comparte[n]?) (?:mas|mayor (?:numero|cantidad) de) (instituciones|responsables|ministerios|organismos|actores|hitos|plazos|indicadores|fechas)\b"
)


@dataclass(frozen=True)
class Reading:
    """The filters of a line, and the line without what they were read from (its length stays).

    ``theme`` are the words of an eje's name that it was read from alone, without the word "eje".
    """

    filtros: Filtros
    rest: str
    theme: str = ""


def read_filters(
    line: str, question: str, plan: Plan, today: date, *, themes: bool = True, parts: Sequence[re.Pattern[str]] = ()
) -> Reading:
    """The filters of a folded line; ``question`` is the same as it was typed.

    Without ``themes`` an eje is one only where it is called so; a part of the line, by one of ``parts``, that holds only
    words of an eje's name names it ("dentro de gobernanza, …").
    """
    places = [Mention("plazo", one.start, one.end, (one,)) for one in _asked_for(_deadlines(line, plan, today), line)]
    free = blanked(line, places)
    ejes = [one for one in ejes_named(free, plan.ejes) if themes or not _is_theme(line, one)]
    ejes = ejes or [one for one in section_named(free, plan.ejes, *parts) if not _is_of_a_medida(free, one, plan)]
    free = blanked(free, ejes)
    found = numbers(free, plan.highest)
    found = found or number_of_field(free, plan)
    free = blanked(free, found)
    named = institutions_named(free, question, plan.known, plan.institutions)
    named += plan.sharing.sorts_named(blanked(free, named), plan.institutions)
    if named and not ejes:  # "medidas del MINVU en integración"
        ejes = section_named(blanked(free, named), plan.ejes, *parts, *((AFTER_BLANK,) if parts else ()))
        free = blanked(free, ejes)
    invalid = plan.cues.find("pide.invalido", free)
    odd = [Mention("invalido", invalid.start(), invalid.end(), ())] if invalid else []
    mentions = with_negations(line, [*places, *found, *ejes, *named, *odd])
    counted, counted_places = plan.sharing.amounts(line, mentions)
    said_of_plan = [Mention("plazo", match.start(), match.end(), ()) for match in plan.runs.finditer(line)]
    dated = plan.asking.find("plazo.nombre", line)  # "con fecha de término en 2025": no word of the text
    named_due = [Mention("plazo", dated.start(), dated.end(), ())] if dated else []
    said = [*counted_places, *plan.sharing.either_way(line), *said_of_plan, *named_due]
    rest = blanked(blanked(line, mentions), said)
    worded = words_sought(line, rest, mentions, plan)
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
        **plan.sharing.responsible(line, mentions),
        **counted,
    }
    theme = next((line[one.start : one.end] for one in ejes if _is_theme(line, one)), "")
    filtros = _unheld_as_words(Filtros.model_validate(update), plan)
    return Reading(_as_another(line, filtros, plan), rest, theme)


def _unheld_as_words(filtros: Filtros, plan: Plan) -> Filtros:
    """The filters with what is left out by an institution that answers for no medida left out by its name in the text:
    "¿en cuáles no sale FONASA?"."""
    unheld = [
        name
        for name in filtros.sin_instituciones
        if not select(plan.medidas, Filtros(instituciones=(name,)), plan.known)
    ]
    if not unheld:
        return filtros
    kept = tuple(name for name in filtros.sin_instituciones if name not in unheld)
    words = (*filtros.sin_palabras, *(named_in_text(name, plan) for name in unheld))
    return filtros.model_copy(update={"sin_instituciones": kept, "sin_palabras": words})


def number_of_field(line: str, plan: Plan) -> list[Mention]:
    """The number of a medida of which a field is asked, and nothing else is named: "fecha tope de la 48"."""
    found = lone_number(line, plan.highest)
    if found is None:
        return []
    rest = blanked(line, [found])
    asked = any(plan.cues.has(f"campo.{campo.value}", rest) for campo in Campo) or plan.asking.has("numero.dato", rest)
    left = topic_stems(plan.cues, plan.asking.strip("numero.dato", rest))
    return [found] if asked and not left else []


def _is_of_a_medida(line: str, eje: Mention, plan: Plan) -> bool:
    """Whether the words of an eje's name that a line names stand together in a medida, and apart in the name itself: they are
    what that medida is of. "Protección complementaria" is but a part of one eje's "protección internacional,
    complementaria…"."""
    own = [plan.ejes[number] for number in plan.ejes if number in eje.values]
    names = [terms(name.texto) for one in own for name in (one.nombre, *one.otros_nombres)]
    known = frozenset(stem for name in names for stem in name)
    said = [stem for stem in terms(line[eje.start : eje.end]) if stem in known]
    runs = (run for medida in plan.medidas.values() for run in term_runs(medida))
    return not any(_together(said, name) for name in names) and any(_together(said, run) for run in runs)


def _together(said: Sequence[str], run: Sequence[str]) -> bool:
    """Whether some stems stand one right after another in a run of them."""
    return any([*run[at : at + len(said)]] == [*said] for at in range(len(run) - len(said) + 1))


def _is_theme(line: str, eje: Mention) -> bool:
    """Whether an eje is named by its theme only."""
    return re.search(r"\b(?:ejes?|axis|axes)\b", line[eje.start : eje.end]) is None


def _as_another(line: str, filtros: Filtros, plan: Plan) -> Filtros:
    """ "El mismo día que la medida 36": what the named medida has, and not the medida itself."""
    match = _SAME_AS.search(line)
    medida = plan.medidas.get(filtros.numeros[0]) if match and len(filtros.numeros) == 1 else None
    if match is None or medida is None:
        return filtros
    update: dict[str, object] = {"numeros": (), "sin_numeros": (medida.numero,)}
    if match[1] == "eje":
        update["ejes"] = (medida.eje,)
    elif match[1].startswith(("institu", "minist", "respons", "organis")):
        update["instituciones"] = medida.instituciones
    else:
        days = [deadline(hito) for hito in medida.hitos]
        update["plazos"] = tuple(Fechas(desde=day, hasta=day, texto=write_date(day)) for day in days)
    return filtros.model_copy(update=update)


def _deadlines(line: str, plan: Plan, today: date) -> list[Found]:
    """The deadlines of a line; a year within a name ("CASEN 2022", "Plan 2024–2026") is none, nor is today where it is
    asked how far something has come by now.
    """
    if plan.cues.has("pide.avance", line):
        line = _BY_NOW.sub(lambda match: " " * len(match.group()), line)
    before = _BEFORE_PLAN.search(line)
    if (
        before is not None
        and plan.period is not None
        and (_PLAN_YEARS.search(line) or "plan" in before.group() or "periodo" in before.group())
    ):
        last = date(plan.period[0] - 1, 12, 31)
        return [Found((Fechas(hasta=last, texto=f"antes de {plan.period[0]}"),), before.start(), before.end())]
    hidden = [*plan.runs.finditer(line), *_PLAN_YEARS.finditer(line), *_NAMED_YEAR.finditer(line)]
    hidden += _NUMBER_BEFORE_DAY.finditer(line)
    hidden += [m for m in re.finditer(r"\b([a-z]+) (20\d\d)\b", line) if (m[1], m[2]) in plan.year_names]
    for match in hidden:
        line = line[: match.start()] + "_" * (match.end() - match.start()) + line[match.end() :]
    return find_deadlines(line, today, plan.years)


def _asked_for(found: list[Found], line: str) -> list[Found]:
    """The deadlines of the question itself, where what leads up to it names others: "ya hice el listado de diciembre…"."""
    opens = line.rfind("¿")
    own = [one for one in found if one.start > opens]
    told = opens > 0 and own and _NAMES.search(line[opens:]) and not _NAMES.search(line[:opens])
    return own if told else found


# "Las del eje 1 al 30 de junio": no days from the first on.
_NUMBER_BEFORE_DAY = re.compile(r"\b(?:ejes?|medidas?) (?:n )?\d{1,2}(?= al? \d{1,2} de\b)")
_BY_NOW = re.compile(r"\b(?:al? (?:dia de )?hoy|hoy(?: en)? dia|hasta hoy|de hoy)\b")
_NAMES = re.compile(r"\bmedidas?\b|\b(?:las|los|cuales) que\b|\bvenc\w+|\bmeasures?\b")


def _flat(mentions: Iterable[Mention], sort: str, *, negated: bool) -> tuple[object, ...]:
    found = [
        value for mention in mentions if mention.sort == sort and mention.negated is negated for value in mention.values
    ]
    return tuple(dict.fromkeys(found))


def _ranges(line: str, mentions: Iterable[Mention], *, negated: bool) -> tuple[Fechas, ...]:
    found = [value for m in mentions if m.sort == "plazo" and m.negated is negated for value in m.values]
    ranges = [one for one in found if isinstance(one, Found) and one.fechas]
    named = (fechas for one in ranges for fechas in one.fechas) if negated else combined(ranges, line)
    return tuple(dict.fromkeys(named))  # "a fines de 2025, las de diciembre" is once


def most_shared(line: str, filtros: Filtros, plan: Plan) -> Filtros:
    """The filters with as many institutions or milestones as any medida has: "la medida con más responsables"."""
    match = _MOST.search(line)
    found = select(plan.medidas, filtros, plan.known) if match else ()
    if match is None or not found:
        return filtros
    if match[1].startswith(("hito", "plazo", "indicador", "fecha")):
        return filtros.model_copy(update={"min_hitos": max(len(medida.hitos) for medida in found)})
    return filtros.model_copy(update={"min_instituciones": max(sharing(medida) for medida in found)})


def from_day(filtros: Filtros) -> Filtros | None:
    """Filters from the one day on that they name; None where they name no single day."""
    days = [range_ for range_ in filtros.plazos if range_.desde is not None and range_.desde == range_.hasta]
    if len(days) != 1 or len(filtros.plazos) != 1 or days[0].desde is None or days[0].inexistente:
        return None
    day = days[0].desde
    return filtros.model_copy(update={"plazos": (Fechas(desde=day, texto=f"desde el {write_date(day)}"),)})
