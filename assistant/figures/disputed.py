"""Figures that a question sets against each other: "93 % en un lado y 100 % en el otro, ¿cuál es la firme?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures.lexicon import FigureWords
from assistant.figures.prose import as_read
from assistant.figures.question import Asked
from assistant.figures.values import YEARS, meet
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Figure, Query, Status
from corpus.analysis import fold, terms
from corpus.dates import MONTHS
from corpus.numbers import numbers_in
from corpus.records import Cifra, Discrepancia, Medida
from corpus.store import Store

HALF = 0.5
OUTSIDE = frozenset(terms("fuera"))
# "¿1.200 o 1.337?"
_EITHER = re.compile(
    r"\d (?:personas |casos |mujeres )?(?:o|u|or) (?:a |de )?\d|\bamb[oa]s (?:cifras|cantidades|numeros)\b|\bboth (?:numbers|figures)\b"
)
# "¿El 30 o el 31 de junio?"
_DAYS = re.compile(
    rf"\b(?P<one>\d{{1,2}}) (?:de \w+ )?(?:o|u|or) (?:para |es )?(?:el |al |del? |the )?(?P<other>\d{{1,2}}) de (?P<month>{'|'.join(MONTHS)})\b"
)
_SUM = re.compile(r"\btotal|\bsum[ae]")
_SEXES = frozenset(terms("mujeres hombres"))
MAX_SPANS = 8
LONGEST = 300
TWO = 2


@dataclass(frozen=True, eq=False)
class Disputed:
    """Finds the known contradiction between figures that a question itself tells."""

    store: Store
    texts: Texts
    words: FigureWords

    def find(self, query: Query, asked: Asked) -> Draft | None:
        """What is known to disagree, where a question tells two of its figures, or one and that they do not agree."""
        given = {number for number in numbers_in(asked.line) if number not in YEARS}
        doubts = self.words.has("disputa.palabras", asked.line)
        if query.medidas or not given or not (doubts or len(given) > 1):
            return None
        found = [
            (score, record)
            for record in self.store.of(Discrepancia)
            if not record.medidas and (score := self._score(asked, given, record, doubts=doubts))
        ]
        if not found:
            return None
        best = max(score for score, _ in found)
        told = [record for score, record in found if score == best]
        return self._told(told) if len(told) == 1 else None

    def either(self, query: Query, asked: Asked) -> Draft | None:
        """Both figures that a question gives to choose from: "¿fueron 1.200 o 1.337?"."""
        if (days := _DAYS.search(asked.line)) is not None and not query.medidas:
            return self._of_a_day(asked, days)
        if _EITHER.search(asked.line) is None:
            return None
        return self.find(query, asked) or self.both(asked)

    def _of_a_day(self, asked: Asked, days: re.Match[str]) -> Draft | None:
        """What is known of the date of the medida that a question is about, where it asks which of two days is meant."""
        told = [f"{days[name]} de {days['month']}" for name in ("one", "other")]
        found: list[tuple[float, Discrepancia, Medida]] = []
        asking = [s for s in asked.content if s not in terms(days["month"]) and self.store.vocabulary.knows(s)]
        for record in self.store.of(Discrepancia):
            if len(record.medidas) != 1 or not any(day in fold(record.explicacion) for day in told):
                continue
            medida = self.store.medidas[record.medidas[0]]
            known = frozenset(terms(medida.texto.texto))
            said = [s for s in asking if meet(asked.meanings.get(s, frozenset({s})), known)]
            if len(said) >= TWO and len(said) >= HALF * len(asking):
                found.append((len(said), record, medida))
        if len(found) != 1:
            return None
        _, record, medida = found[0]
        draft = self._told([record])
        row = Claim(text=medida.texto.texto, spans=(medida.span,), block="note")
        update = {"claims": (*draft.claims, row), "medidas": (medida.numero,), "record_ids": (medida.id, record.id)}
        return draft.model_copy(update=update)

    def both(self, asked: Asked) -> Draft | None:
        """The figures that a question tells and cannot bring together, each with what the documents give it for."""
        given = [number for number in dict.fromkeys(numbers_in(asked.line)) if number not in YEARS]
        doubts = self.words.has("disputa.palabras", asked.line) or _EITHER.search(asked.line) is not None
        if len(given) != TWO or not doubts:
            return None
        found = [self._best(asked, number) for number in given]
        claims = [
            Claim(text=self.texts("cifras", "cifra_dicha", c=one), spans=(one.evidencia,), block="item")
            for one in found
            if one
        ]
        if len(claims) < TWO:
            return None
        for span in dict.fromkeys(one.evidencia for one in found if one and one.tabla is None):
            said = as_read(self.store, span)
            if len(said) <= LONGEST:
                claims.append(Claim(text=self.texts("cifras", "oracion", texto=said), spans=(span,), block="note"))
        lead = Claim(text=self.texts("cifras", "ambas"), block="canned")
        figures = tuple(
            Figure(value=one.valor, unit=one.unidad, concept=one.concepto, period=one.periodo, spans=(one.evidencia,))
            for one in found
            if one
        )
        return Draft(status=Status.ANSWERED, claims=(lead, *claims), figures=figures)

    def sum(self, asked: Asked) -> Draft | None:
        """What is known of a total that its parts do not make, where a question doubts one; None where that is another."""
        line = asked.line
        if (
            not self.words.has("disputa.palabras", line)
            or not _SUM.search(line)
            or any(n not in YEARS and n > 30 for n in numbers_in(line))
        ):
            return None
        years = {str(period.year) for period in asked.periods}
        scored = []
        for record in self.store.of(Discrepancia):
            known = frozenset(terms(f"{record.asunto} {record.explicacion}"))
            if record.medidas or "suma" not in fold(record.explicacion):
                continue
            said = [s for s in asked.content if meet(asked.meanings.get(s, frozenset({s})), known)]
            out = bool(asked.left_out) == bool(OUTSIDE & known)
            timed = not years or any(year in record.asunto for year in years)
            scored.append((len(said) / max(1, len(asked.content)), out, timed, record))
        best = max(((share, out, timed) for share, out, timed, _ in scored), default=(0.0, False, False))
        if best[0] < HALF:
            return None
        told = [record for *score, record in scored if tuple(score) == best]
        return self._told(told) if len(told) <= TWO else None

    def _best(self, asked: Asked, value: Decimal) -> Cifra | None:
        """The figure of a value whose words a question shares most; None where it shares none."""
        scored = [(self._shared(asked, one), one) for one in self.store.of(Cifra) if one.valor == value]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] else None

    def _shared(self, asked: Asked, one: Cifra) -> int:
        label = frozenset(terms(" ".join((one.concepto, one.unidad, *one.desglose))))
        around = frozenset(terms(self.store.quote(one.evidencia)))
        meant = [
            asked.meanings.get(s, frozenset({s}))
            for s in (*asked.content, *asked.heads, *_SEXES & asked.meanings.keys())
        ]
        return sum(TWO * meet(one, label) + meet(one, around) for one in meant)

    def _score(self, asked: Asked, given: set[Decimal], record: Discrepancia, *, doubts: bool) -> float:
        """How much of a question a contradiction holds that has the figures it tells; zero where it is another."""
        shared = given & set(numbers_in(record.explicacion))
        if len(shared) < min(2, len(given)):
            return 0.0
        known = frozenset(terms(f"{record.asunto} {record.explicacion}"))
        said = [s for s in asked.content if meet(asked.meanings.get(s, frozenset({s})), known)]
        share = len(said) / max(1, len(asked.content))
        if not said or (len(shared) < 2 and (not doubts or share < HALF)):
            return 0.0
        return len(shared) + share

    def _told(self, records: Sequence[Discrepancia]) -> Draft:
        claims = []
        for record in records:
            numbers = numbers_in(record.explicacion)
            done = tuple(Computation(operation="comprobación", operands=(n,), value=n) for n in numbers)
            text = self.texts("medidas", "discrepancia", d=record)
            claims.append(Claim(text=text, spans=record.spans[:MAX_SPANS], computed=done))
        return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(one.id for one in records))
