"""What a message means after an answer from the guide: a step or a stage by its place, the next one, what goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.focus import asks_time, beyond_time
from assistant.guide.claims import GuideClaims
from assistant.guide.definitions import drafted
from assistant.guide.outline import Block, Outline, Unit, of_elements
from assistant.guide.wording import Wording
from assistant.spans import spans_of
from assistant.values import Claim, Draft, Evidence, Kind, Query
from corpus.analysis import fold, terms, words
from corpus.cues import Cues
from corpus.records import Definicion, Documento, Etapa, Herramienta, Record
from corpus.store import Store

_PLACES = (
    "primer[oa]?", "segund[oa]", "tercer[oa]?", "cuart[oa]", "quint[oa]", "sext[oa]", "septim[oa]", "octav[oa]",
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:el|la|del|al) (?:(?:paso|etapa|fase|parte) (?:numero )?(?P<number>\d)\b|"
    + "|".join(f"(?P<o{at}>{word})" for at, word in enumerate(_PLACES))
    + r"|(?P<last>ultim[oa]))\b"
)
_NEXT = re.compile(
    r"^\W*(?:y )?(?:(?:que|cual|como) (?:\w+ ){0,2})?(?:(?:en|de|a) )?(?:el|la|lo|al|del) (?:siguiente|que (?:sigue|viene))\b"
    r"|^\W*(?:y )?(?:que (?:\w+ ){0,2})?(?:despues|luego|a continuacion)(?: de (?:eso|es[ae]|est[ae]))?\W*$"
)
# So few words more has a message that only names a place: "¿y en el tercer paso qué se hace?".
MOST_WORDS = 9


def place_in(line: str, count: int) -> int | None:
    """The place, from 0 on, that a folded line names among so many; None where it names none of them."""
    match = _PLACE.search(line)
    if match is None or not count:
        return None
    if match["last"]:
        return count - 1
    number = int(match["number"]) if match["number"] else 1 + next(at for at in range(len(_PLACES)) if match[f"o{at}"])
    return number - 1 if 0 < number <= count else None


def asked_place(fresh: str, before: str, count: int) -> int | None:
    """The place that a follow-up means among so many: one that it names, or the one after that of the message before."""
    if len(words(fresh)) > MOST_WORDS:
        return None
    if _NEXT.search(fresh) is None:
        return place_in(fresh, count)
    told = place_in(before, count)
    return told + 1 if told is not None and told + 1 < count else None


def step_of(fresh: str, before: str, tool: Unit, document: Documento) -> Block | None:
    """The step of the tool just told that a follow-up means by its place; None where it means none."""
    record = tool.record
    steps = record.pasos if isinstance(record, Herramienta) and any(p.elementos for p in record.pasos) else ()
    place = asked_place(fresh, before, len(steps))
    return of_elements("pasos", [steps[place]], document) if place is not None else None


def stage_of(fresh: str, before: str, told: Sequence[Record], outline: Outline) -> Etapa | None:
    """The stage that a follow-up means by its place, where the stages were told, or one of them."""
    stages = outline.stages
    first = told[0] if told else None
    if first is None or first not in stages:
        return None
    if len(told) == 1 and _NEXT.search(fresh):
        at = stages.index(first)
        return stages[at + 1] if at + 1 < len(stages) else None
    place = asked_place(fresh, before, len(stages))
    return stages[place] if place is not None else None


# "Súmalos", "suma los minutos": what was told, added up.
_SUMMED = re.compile(
    r"^\W*(?:(?:y|ya|entonces),? )*suma(?:l[oa]s?|me\w*)?(?: (?:los|las|todos|todas|minutos|tiempos|partes))*\W*$"
)


# "¿Y la encuesta?", "¿y para el taller de planificación?": another tool, and nothing that is asked of it.
_ANOTHER = re.compile(r"^\W*(?:y|e) (?:(?:en|para|con|de|a) )?(?P<what>(?:el|la|los|las|un|una) (?:\w+ ?){1,5}?)\W*$")


# "El de planificación": of the sort that was named.
_OF_ONE = re.compile(r"^(?P<art>el|la|los|las) (?P<of>del?) ")


_TIED = re.compile(r"^\W*(?:(?:y|e|pero|ya|ok)\b\W*)+")
_ASKS = re.compile(r"\W*(?:(?:a|con|de|en|por|para) )?(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|como|cuando|donde)\b")


def _head_noun(line: str, stems: set[str]) -> str:
    """The noun that a folded line names a thing by before what it is of: "taller", of "el taller de diagnóstico"."""
    found = re.finditer(r"\b(?P<noun>\w{4,}) del? (?:(?:la|los|las) )?(?P<of>\w+)", line)
    return next((m["noun"] for m in found if set(terms(m["noun"])) & stems and set(terms(m["of"])) & stems), "")


class GuideTurns:
    """Reads follow-ups against the guide of one index."""

    def __init__(self, store: Store, outline: Outline, wording: Wording, claims: GuideClaims, cues: Cues) -> None:
        self.store = store
        self.outline = outline
        self.wording = wording
        self.claims = claims
        self.cues = cues

    def by_place(self, query: Query, fresh: str, evidence: Evidence) -> Draft | None:
        """The step or the stage that a follow-up means by its place among those just told: "¿y el tercero?"."""
        if not query.seguimiento:
            return None
        summed = self._summed(query, fresh)
        if summed is not None:
            return summed
        told = [self.store.records[id] for id in query.records]
        stage = stage_of(fresh, query.anterior, told, self.outline)
        if stage is not None:
            return drafted(self.claims.stage(stage), [stage])
        unit = self.told_of(query)
        step = step_of(fresh, query.anterior, unit, self.store.documents[unit.record.document]) if unit else None
        if unit is None or step is None:
            return None
        told_whole = self.claims.context(unit, unit.blocks[:1])
        return drafted([Claim(text=step.text, spans=step.spans), *told_whole], [unit.record])

    def _summed(self, query: Query, fresh: str) -> Draft | None:
        """How long the parts of the tool just told take together: "súmalos"."""
        unit = self.told_of(query) if _SUMMED.match(fresh) else None
        if unit is None or not isinstance(unit.record, Herramienta) or not any(p.minutos for p in unit.record.pasos):
            return None
        total = self.claims.tool(unit.record)[1]
        return drafted([total, *self.claims.context(unit, unit.blocks[:1])], [unit.record])

    def leans(self, query: Query, records: Sequence[str]) -> bool:
        """Whether a message goes on with the tool that was just told, asking what it takes: "¿qué materiales necesito?"."""
        fresh = query.propias
        timed, needs = asks_time(fresh), self.cues.has("pide.insumos", fresh)
        if query.kind is not Kind.PASAJE or query.medidas or query.documentos or not (timed or needs):
            return False
        told = self.told_of(query.model_copy(update={"records": tuple(records)}))
        if told is not None and not needs:
            said = self.wording.topic(beyond_time(fresh))
            return (
                not self.wording.named_tools(fresh)
                and not self.wording.beyond(beyond_time(fresh), told)
                and len(said) <= 1
            )
        named = self.wording.named_tools(fresh) or self.wording.topic(fresh, "pide.insumos")
        return told is not None and not named

    def same_of_another(self, query: Query, last: str) -> str | None:
        """The question before, as typed in ``last``, of the tool that a follow-up names and of nothing else: "¿cuánto dura la
        entrevista?", "¿y la encuesta?"; None where that was of no tool, or this asks more."""
        told = self.told_of(query) if query.seguimiento else None
        match = _ANOTHER.match(query.propias)
        before = query.anterior
        if told is None or match is None:
            return None
        # What is asked on of a workshop may stand among the tools for it.
        asked_of = self.wording.named_tools(before)
        near = next((one for one in asked_of if one.stems & told.stems), None)
        told = told if told in asked_of else near
        if told is None:
            return None
        own = _TIED.sub("", fold(last)).rstrip(" ?.")
        asks_on = _ASKS.match(own) is not None and told not in self.wording.named_tools(
            own
        )  # "¿y qué materiales llevo?"
        old = self.wording.tool_words(told) | told.stems
        what = _OF_ONE.sub(lambda of: f"{of['art']} {_head_noun(before, old)} {of['of']} ", match["what"])
        named = self.wording.named_tools(what)
        if not named or named[0] is told or set(terms(what)) - self.wording.tool_words(named[0]) - named[0].stems:
            return None
        kept = own if asks_on else " ".join(word for word in before.split() if not set(terms(word)) & old)
        return f"{kept.rstrip(' ?')} {'en ' if asks_on else ''}{what}?"

    def told_of(self, query: Query) -> Unit | None:
        """The tool or the stage that the last answer told of, whole or by a piece of it."""
        last = self.store.records.get(query.records[0]) if query.records else None
        if last is None:
            return None
        spans = last.definicion.spans if isinstance(last, Definicion) else spans_of(last)
        return self.outline.by_id.get(last.id) or self.outline.unit_at(spans)
