"""What is said of medidas: sets, counts, groups, single fields, each line with the row it comes from."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.select import deadline, matching_hitos
from assistant.texts import Texts
from assistant.values import Campo, Claim, Computation, Filtros, Query
from corpus.lexicon import Instituciones
from corpus.records import Avance, Discrepancia, Eje, Hito, Medida, Span
from corpus.store import Store

FIELD_ORDER = (Campo.PLAZO, Campo.INDICADOR, Campo.INSTITUCION, Campo.EJE, Campo.TEXTO)


class MedidaClaims:
    """Makes the claims about medidas of one index."""

    def __init__(self, store: Store, texts: Texts, known: Instituciones) -> None:
        self.store = store
        self.texts = texts
        self.known = known

    def counted(self, total: int, medidas: Sequence[Medida], in_words: str) -> Claim:
        """"Son 7 medidas (…)": a count is a computation over the rows it counts."""
        return Claim(
            text=self.texts("medidas", "total", total=total, filtros=in_words),
            spans=() if total > 12 else tuple(medida.span for medida in medidas),
            computed=(*_count(total), *_stated(in_words)),
        )

    def whole_plan(self) -> Claim:
        """How many medidas the plan has, in how many ejes."""
        ejes = self.store.ejes.values()
        return Claim(
            text=self.texts("medidas", "plan", medidas=len(self.store.medidas), ejes=len(ejes)),
            spans=tuple(eje.declaradas_span for eje in ejes),
            computed=(*_count(len(self.store.medidas)), *_count(len(ejes))),
        )

    def rows(self, medidas: Sequence[Medida], filtros: Filtros = Filtros(), block: str = "item") -> list[Claim]:
        """One line for each medida: text, instituciones, plazos and indicadores, with its row as the proof."""
        return [
            Claim(
                text=self.texts("medidas", "medida", m=medida, hitos=matching_hitos(medida, filtros) or medida.hitos),
                spans=(medida.span,),
                computed=_count(len(medida.hitos)) if len(medida.hitos) > 1 else (),
                block="item" if block == "item" else "lead",
            )
            for medida in medidas
        ]

    def field(self, medida: Medida, campo: Campo) -> Claim:
        """One field of a medida, as the lead of an answer."""
        if campo is Campo.EJE:
            eje = self.store.ejes[medida.eje]
            text = self.texts("medidas", "eje", m=medida, eje=eje)
            return Claim(text=text, spans=(eje.declaradas_span, medida.span), computed=_count(eje.numero))
        computed = _count(len(medida.hitos)) if len(medida.hitos) > 1 else ()
        return Claim(text=self.texts("medidas", campo.value, m=medida), spans=(medida.span,), computed=computed)

    def fields(self, medida: Medida, query: Query, today: date) -> list[Claim]:
        """The fields that were asked, first; then the whole medida and what must be said with it."""
        asked = [campo for campo in FIELD_ORDER if campo in query.campos]
        claims = [self.field(medida, campo) for campo in asked]
        claims += self.notes(medida)
        if Campo.PLAZO in asked and not query.avance:
            claims += self.state(medida, today)
        claims += self.rows([medida], block="lead" if not asked else "item")
        return claims

    def notes(self, medida: Medida) -> list[Claim]:
        """What must be said whenever this medida is: deadlines that do not exist, contradictions that touch it."""
        claims = [self.impossible(medida, hito) for hito in medida.hitos if hito.fecha is None]
        return claims + [
            self.discrepancy(found)
            for found in self.store.of(Discrepancia)
            if medida.numero in found.medidas and self._about_row(found, medida) and not (claims and _is_date(found))
        ]

    def _about_row(self, found: Discrepancia, medida: Medida) -> bool:
        """Whether a contradiction lies within the row of a medida."""
        inside = [s for s in found.spans if s.document == medida.document and s.start < medida.span.end and medida.span.start < s.end]
        return len(inside) == len(found.spans)

    def impossible(self, medida: Medida, hito: Hito) -> Claim:
        """A deadline as written, and that it is no date."""
        last = deadline(hito)
        days = monthrange(last.year, last.month)[1]
        text = self.texts("medidas", "fecha_inexistente", m=medida, hito=hito, ultimo=days)
        return Claim(text=text, spans=hito.plazo.spans, computed=_count(days), block="note")

    def discrepancy(self, found: Discrepancia) -> Claim:
        """A contradiction of the sources, in one sentence, with all its places."""
        text = self.texts("medidas", "discrepancia", d=found)
        computed = _stated(found.explicacion) if found.origen == "calculada" else ()
        return Claim(text=text, spans=found.spans[:8], computed=computed, block="note")

    def state(self, medida: Medida, today: date) -> list[Claim]:
        """Whether the deadlines of a medida have passed as of a date; says nothing of its completion."""
        claims = []
        for hito in medida.hitos:
            text = self.texts("medidas", "estado", m=medida, hito=hito, hoy=today)
            if text:
                computed = (*_count(today.day), *_count(today.year))
                claims.append(Claim(text=text, spans=hito.plazo.spans, computed=computed, block="note"))
        return claims

    def report(self, link: Avance) -> Claim:
        """What a document reports of a medida, and how sure the link is."""
        title = self.store.documents[link.document].title
        text = self.texts("medidas", "reportado", a=link, documento=title, texto=" ".join(link.texto.texto.split()))
        return Claim(text=text, spans=link.texto.spans, computed=_stated(title), block="item")

    def unreported(self, medida: Medida) -> Claim:
        """That nothing is reported of a medida."""
        return Claim(text=self.texts("medidas", "nada_reportado", m=medida), spans=(medida.span,), block="note")

    def no_state(self, medida: Medida) -> Claim:
        """That no document says whether a medida is done."""
        return Claim(text=self.texts("medidas", "sin_estado", m=medida), block="note")

    def unknown(self, numbers: Sequence[int]) -> Claim:
        """That these numbers are no medidas, proved by the summary of the plan."""
        last = max(self.store.medidas)
        spans = (self.store.medidas[last].span,)
        text = self.texts("medidas", "no_existe", numeros=numbers, maximo=last)
        return Claim(text=text, spans=spans, computed=(*_count(last), *_count(1), *(c for n in numbers for c in _count(n))))

    def nobody(self, name: str) -> list[Claim]:
        """That no medida has an institution as responsible, with the medidas that mention it."""
        forms = [self.known.key(form) for form in self.known.by_name[name].formas] if name in self.known.by_name else []
        mention = [
            medida
            for medida in self.store.medidas.values()
            if any(
                f" {form} " in f" {self.known.key(text)} "
                for form in forms
                for text in (medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos))
            )
        ]
        text = self.texts(
            "medidas", "sin_institucion", nombre=name, mencionan=[f"medida {medida.numero}" for medida in mention]
        )
        return [Claim(text=text, spans=tuple(medida.span for medida in mention))]

    def grouped(self, query: Query, medidas: Sequence[Medida]) -> list[Claim]:
        """Counts by eje, institution or year, most first, as a table; led by the first one where a ranking was asked."""
        groups: dict[str, list[Medida]] = {}
        for medida in medidas:
            for name in self._group_names(medida, query):
                groups.setdefault(name, []).append(medida)
        ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
        if query.orden == "menos":
            ordered.reverse()
        per = {"eje": "eje", "institucion": "institución", "plazo": "año de plazo"}[(query.agrupar or Campo.EJE).value]
        ranked = query.orden in ("mas", "menos") and bool(ordered)
        first, members = ordered[0] if ordered else ("", [])
        lead = Claim(
            text=self.texts("medidas", "grupos", por=per, primero=first if ranked else "", total=len(members)),
            spans=self._group_proof(first, members) if ranked else (),
            computed=(*_count(len(members)), *_stated(first)),
        )
        rows = [
            Claim(
                text=self.texts("medidas", "grupo", nombre=name, total=len(found)),
                spans=self._group_proof(name, found),
                computed=(*_count(len(found)), *_stated(name)),
                block="row",
            )
            for name, found in ordered
        ]
        return [lead, Claim(text=f"{per.capitalize()} | Medidas", block="header"), *rows]

    def _group_names(self, medida: Medida, query: Query) -> tuple[str, ...]:
        if query.agrupar is Campo.INSTITUCION:
            return medida.instituciones
        if query.agrupar is Campo.PLAZO:
            return tuple(dict.fromkeys(str(deadline(hito).year) for hito in medida.hitos))
        eje = self.store.ejes[medida.eje]
        return (f"Eje {eje.numero}: {eje.nombre.texto}",)

    def _group_proof(self, name: str, members: Sequence[Medida]) -> tuple[Span, ...]:
        for eje in self.store.ejes.values():
            if name == f"Eje {eje.numero}: {eje.nombre.texto}":
                return (eje.declaradas_span,)
        return (members[0].span,) if members else ()

    def eje(self, eje: Eje) -> list[Claim]:
        """An eje: its name, how many medidas it has by summary and by body, and any contradiction between them."""
        computed = (*_count(len(eje.medidas)), *_count(eje.numero))
        text = self.texts("medidas", "eje_resumen", eje=eje, medidas=len(eje.medidas))
        claims = [Claim(text=text, spans=(eje.declaradas_span,), computed=computed)]
        return claims + self.eje_notes(eje)

    def eje_notes(self, eje: Eje) -> list[Claim]:
        """The contradiction between the summary and the body of an eje, where there is one."""
        return [
            self.discrepancy(found)
            for found in self.store.of(Discrepancia)
            if found.origen == "calculada" and found.medidas and found.medidas == eje.medidas
        ]


def _count(number: int) -> tuple[Computation, ...]:
    value = Decimal(number)
    return (Computation(operation="conteo", operands=(value,), value=value),)


def _stated(text: str) -> tuple[Computation, ...]:
    """The numbers of a text that repeats the user's filters or a curated explanation: shown, not claimed anew."""
    from corpus.numbers import numbers_in

    return tuple(c for number in numbers_in(text) for c in (Computation(operation="repetido", operands=(number,), value=number),))


def _is_date(found: Discrepancia) -> bool:
    """Whether a contradiction is only that a date does not exist, which is told by itself."""
    return "fecha" in found.asunto.lower() or "plazo" in found.asunto.lower()
