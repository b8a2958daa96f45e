"""What is said between two questions: which turns a message may go on with, and remarks on the time of one medida."""

from __future__ import annotations

import re

from assistant.source_told import SOURCE
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.values import Campo, Filtros, Kind, Query, Turn
from corpus.analysis import STOP_WORDS, fold, words
from corpus.dates import MONTHS
from corpus.records import Medida

SETS = (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO, Kind.MEDIDA_AGRUPADA, Kind.MEDIDA_TEMA, Kind.EJE)
TALK = (Kind.SALUDO, Kind.POCO_CLARO)
ROWS = (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO)
OWN = 1
"""So many words of its own has a turn at most that only asks on."""
MAX_WORDS = 7
# "¿Y las multas?": another thing is named.
_ANOTHER = re.compile(
    r"^\W*(?:y|e) (?!(?:a|de|en|por|para|con|desde|hasta)? ?(?:cu[aá]|qu|c[oó]mo|d[oó]nde|est[aá]n?\b))"
)
# "Uf, qué calor hace hoy": something is exclaimed, and nothing asked.
_EXCLAIMS = re.compile(r"^\W*(?:u+f+|a+y+|u+y+|o+h+|pu+f+|pucha|chuta|guau|wow|caramba|ja(?:ja)+|xd+)\b[^¿?]*$")
# "Un paréntesis: ¿…?": what is asked aside; the next message goes on with what was spoken of before.
_ASIDE = re.compile(
    r"^\W*(?:(?:abro |hago )?(?:un |entre )?parentesis|(?:una? )?(?:consulta|pregunta|duda) al margen|al margen|dicho sea de paso)\b"
)
_TIME = frozenset(
    ("ano", "anos", "anterior", "siguiente", "pasado", "proximo", "previo", "antes", "despues", "trimestre")
)
_ASKS = re.compile(r"\b(?:que|cual|quien)\b")
_MONTH = re.compile(rf"(?<!\w)(?:{'|'.join(MONTHS)})(?!\w)")
# "Pero noviembre tiene 30 días": of the calendar alone.
_CALENDAR = re.compile(
    r"(?<!\w)(?:\d{1,2}|dias?|mes(?:es)?|anos?|fechas?|tiene[n]?|trae[n]?|llega|hasta|termina|existe[n]?|hay)(?!\w)"
)


def last_with_subject(turns: tuple[Turn, ...]) -> Turn | None:
    """The last turn that was no greeting and was understood."""
    return next((turn for turn in reversed(turns) if turn.query.kind not in TALK), None)


def set_told(turns: tuple[Turn, ...]) -> Turn:
    """The last turn; where fields of all that it told were asked since, the one before those that told it."""
    last = turns[-1]
    for turn in reversed(turns):
        if turn.query.kind is not Kind.MEDIDA_CAMPO or not turn.query.arrastre or turn.medidas != last.medidas:
            return turn
    return last


def heard(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns that a message may go on with: small talk, and what was asked on in vain of what was spoken of before,
    leave the subject as it was."""
    kept: list[Turn] = []
    for turn in turns:
        if turn.query.kind in TALK or turn.query.motivo == SOURCE or (kept and (_in_vain(turn) or _aside(turn))):
            continue
        if kept and _at_no_time(turn, kept[-1]):
            continue
        kept.append(turn.model_copy(update={"medidas": ()}) if _told_beside(turn) else turn)
    return tuple(kept)


def _told_beside(turn: Turn) -> bool:
    """Whether medidas were only told beside what another document answers, and nothing spoke of the plan."""
    query, first = turn.query, turn.record_ids[0] if turn.record_ids else ""
    of_others = first.startswith(("etapa:", "herramienta:", "practica:")) or ":guia:" in first or ":fichas:" in first
    return query.kind is Kind.PASAJE and of_others and not (query.medidas or query.avance)


def _aside(turn: Turn) -> bool:
    """Whether a turn is said or asked aside of what is spoken of."""
    line = fold(turn.question)
    found = turn.medidas or turn.record_ids or turn.query.kind in SETS
    return _ASIDE.match(line) is not None or (not found and _EXCLAIMS.match(line) is not None)


def _in_vain(turn: Turn) -> bool:
    """Whether a turn went on with the one before, named nothing else and found nothing."""
    line = fold(turn.question)
    own = [word for word in words(line) if word not in STOP_WORDS and not word.isdigit()]
    own = [word for word in own if word not in MONTHS and word not in _TIME]
    found = turn.medidas or turn.record_ids or turn.query.kind in SETS
    return not found and bool(turn.query.arrastre) and len(own) <= OWN and not _ANOTHER.match(line)


def _at_no_time(turn: Turn, before: Turn) -> bool:
    """Whether a turn asked for the figure just told at another time alone, and there was none."""
    own = [word for word in words(fold(turn.question)) if word not in STOP_WORDS and word not in MONTHS]
    timed = (
        bool(own)
        and turn.query.kind not in SETS
        and not turn.medidas
        and all(word.isdigit() or word in _TIME for word in own)
    )
    return timed and bool(turn.query.arrastre) and bool(before.figures) and all(f.computed for f in turn.figures)


def of_many(turn: Turn) -> bool:
    """Whether a turn was of a set: of one medida or none alone it is not ("¿Cuántas tiene Defensa?", which has one)."""
    return turn.query.kind in SETS and not (turn.query.kind in ROWS and len(turn.medidas) == 1)


class Remarks:
    """Reads remarks on the one medida just told, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._has = plan.asking.has

    def told_of_it(self, query: Query, line: str, turns: tuple[Turn, ...]) -> str | None:
        """What a remark on the one medida just told asks, with the medida named; None where it is none: "¿entonces está
        vencida?", "¿cuánto dura?", "pero noviembre tiene 30 días", "¿con quién más trabaja?"."""
        told = self._told(turns)
        own = query.filtros.model_copy(update={"plazos": ()}) == Filtros()
        if told is None or not own or query.documentos or self._has("sigue.cosa", line) or len(words(line)) > MAX_WORDS:
            return None
        if self._has("sigue.con_quien", line) and not self._topic(line, "apertura", "con_quien", "verbo"):
            return f"que institucion es responsable de la medida {told.numero}"
        if self._has("sigue.con_que_dinero", line) and not self._topic(
            line, "apertura", "con_que_dinero", "dinero_tiene"
        ):
            return f"que presupuesto tiene la medida {told.numero}"
        measured = Campo.INDICADOR in query.campos  # "¿cómo se sabe si se cumplió?"
        if self._has("sigue.hecha", line) and not measured and not self._topic(line, "apertura", "hecha", "remite"):
            return f"se cumplio la medida {told.numero}"
        late = self._has("sigue.vencida", line)
        lasts = self._has("sigue.dura", line)
        named = {match.group() for match in _MONTH.finditer(line)}
        of_month = bool(named) and named <= self._months(told) and _ASKS.search(line) is None
        rest = _CALENDAR.sub(" ", _MONTH.sub(" ", line))
        if not (late or lasts or of_month) or self._topic(rest, "vencida", "dura", "apertura"):
            return None
        return f"esta vencida la medida {told.numero}" if late else f"cual es el plazo de la medida {told.numero}"

    def _topic(self, line: str, *groups: str) -> tuple[str, ...]:
        """What a line is about beyond the words of some groups."""
        for name in groups:
            line = self.plan.asking.strip(f"sigue.{name}", line)
        return topic_stems(self.plan.cues, line)

    def asks_of_others(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether some of the practices just told are asked for, and not medidas: "¿cuáles son de salud?"; or more of the
        figures just told: "¿y en 2025, cuántas llevan?"."""
        of_practices = bool(turns) and bool(turns[-1].record_ids) and turns[-1].record_ids[0].startswith("practica:")
        dated = query.filtros == Filtros(plazos=query.filtros.plazos) and Campo.PLAZO not in query.campos
        of_figures = bool(turns) and bool(turns[-1].figures) and not turns[-1].medidas and dated
        return (
            (of_practices or of_figures)
            and query.kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO)
            and not query.medidas
            and not query.filtros.numeros
            and not self._has("sigue.cosa", line)
            and len(words(line)) <= MAX_WORDS
        )

    def _months(self, told: Medida) -> set[str]:
        """The months that the deadlines of a medida name, as written."""
        return {match.group() for hito in told.hitos for match in _MONTH.finditer(fold(hito.plazo.texto))}

    def _told(self, turns: tuple[Turn, ...]) -> Medida | None:
        last = turns[-1] if turns else None
        if last is None or len(last.medidas) != 1 or of_many(last):
            return None
        return self.plan.medidas.get(last.medidas[0])
