"""What is said of medidas: sets, counts, single fields, each line with the row it comes from."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from assistant.select import deadline
from assistant.texts import Texts
from assistant.understand.ejes import is_named, telling
from assistant.values import AT_INGESTION, ECHO, Campo, Claim, Computation
from corpus.analysis import fold
from corpus.lexicon import Instituciones
from corpus.numbers import numbers_in, rounded
from corpus.records import Avance, Cifra, Discrepancia, Eje, Fragmento, Hito, Medida, Pasaje, Span
from corpus.store import Store

FIELD_ORDER = (Campo.PLAZO, Campo.INDICADOR, Campo.INSTITUCION, Campo.EJE, Campo.TEXTO)
MAX_PROOFS = 12
COUNTED = "medidas"
# "Desafíos 2025": what is told under it is planned, and not done.
TO_DO = re.compile(r"desafios?\b")
# How near a deadline is called "por vencer", in days.
NEAR_DAYS = 90

# "2024 - 2026": the years of the plan.
_PERIOD = re.compile(r"(20\d\d)\s?[-–]\s?(20\d\d)")


class MedidaClaims:
    """Makes the claims about medidas of one index."""

    def __init__(self, store: Store, texts: Texts, known: Instituciones) -> None:
        self.store = store
        self.texts = texts
        self.known = known

    def counted(self, medidas: Sequence[Medida], in_words: str) -> Claim:
        """How many medidas pass a filter: a computation over the rows it counts."""
        return Claim(
            text=self.texts("medidas", "total", total=len(medidas), filtros=in_words),
            spans=() if len(medidas) > MAX_PROOFS else tuple(medida.span for medida in medidas),
            computed=(*count(len(medidas)), *stated(in_words)),
        )

    def share(self, medidas: Sequence[Medida], in_words: str, ejes: Sequence[int] = ()) -> Claim:
        """Which part of the plan passes a filter, in percent, with both numbers; where the medidas are those of some ``ejes``,
        what the plan's summary says of each is the proof."""
        total = len(self.store.medidas)
        value = rounded(Decimal(100 * len(medidas)) / total, 1)
        computed = Computation(operation="porcentaje", operands=(Decimal(len(medidas)), Decimal(total)), value=value)
        text = self.texts("medidas", "porcentaje", porcentaje=value, parte=len(medidas), total=total, filtros=in_words)
        spans = () if len(medidas) > MAX_PROOFS else tuple(medida.span for medida in medidas)
        spans = tuple(self.store.ejes[eje].declaradas_span for eje in ejes if eje in self.store.ejes) or spans
        return Claim(text=text, spans=spans, computed=(computed, *stated(in_words)))

    def share_of(self, medidas: Sequence[Medida], total: int, in_words: str, of_words: str) -> Claim:
        """Which part of a set passes a filter, in percent, beside which part of the plan that is."""
        plan = len(self.store.medidas)
        parts = [
            Computation(
                operation="porcentaje",
                operands=(Decimal(len(medidas)), Decimal(whole)),
                value=rounded(Decimal(100 * len(medidas)) / whole, 1),
            )
            for whole in (total, plan)
        ]
        text = self.texts("medidas", "porcentaje_de", partes=parts, filtros=in_words, de=of_words)
        spans = () if len(medidas) > MAX_PROOFS else tuple(medida.span for medida in medidas)
        return Claim(text=text, spans=spans, computed=(*parts, *stated(in_words), *stated(of_words)))

    def whole_plan(self) -> Claim:
        """How many medidas the plan has, in how many ejes."""
        ejes = self.store.ejes.values()
        return Claim(
            text=self.texts("medidas", "plan", medidas=len(self.store.medidas), ejes=len(ejes)),
            spans=tuple(eje.declaradas_span for eje in ejes),
            computed=(*count(len(self.store.medidas)), *count(len(ejes))),
        )

    def told_elsewhere(self) -> list[Claim]:
        """Where other documents state that the plan has as many medidas: the sentence, once for each of them."""
        own = {medida.document for medida in self.store.medidas.values()}
        first: dict[str, Cifra] = {}
        for cifra in self.store.of(Cifra):
            if cifra.unidad == COUNTED and cifra.valor == len(self.store.medidas) and cifra.document not in own:
                first.setdefault(cifra.document, cifra)
        return [self._said_by("lo_dice", cifra) for cifra in first.values()]

    def share_told(self, eje: Eje) -> list[Claim]:
        """Which part of the plan other documents say that an eje is, and what is known to be wrong with it."""
        found = [
            cifra
            for cifra in self.store.of(Cifra)
            if cifra.unidad == "%" and cifra.document != eje.document and is_named(telling(cifra.concepto), eje)
        ]
        wrong = [
            self.discrepancy(one)
            for one in self.store.of(Discrepancia)
            if any(_holds(span, cifra.evidencia) for cifra in found for span in one.spans)
        ]
        return [*(self._said_by("dice", cifra) for cifra in found), *wrong]

    def _said_by(self, macro: str, cifra: Cifra) -> Claim:
        """The sentence of a figure, with its document."""
        said = " ".join(self.store.quote(cifra.evidencia).split())
        document = self.store.documents[cifra.document]
        text = self.texts("medidas", macro, d=document, texto=said)
        return Claim(text=text, spans=(cifra.evidencia,), computed=stated(document.title), block="item")

    def rows(
        self, medidas: Sequence[Medida], hitos: Mapping[int, Sequence[Hito]] | None = None, *, lead: bool = False
    ) -> list[Claim]:
        """One line for each medida: text, instituciones, plazos and indicadores, with its row as the proof.

        ``hitos`` are the milestones to tell of a medida, by its number; all of them where it says nothing.
        """
        return [
            Claim(
                text=self.texts("medidas", "medida", m=medida, hitos=(hitos or {}).get(medida.numero) or medida.hitos),
                spans=(medida.span,),
                computed=(*count(len(medida.hitos)), *count(len((hitos or {}).get(medida.numero, ())))),
                block="lead" if lead else "item",
            )
            for medida in medidas
        ]

    def field(self, medida: Medida, campo: Campo) -> Claim:
        """One field of a medida, as the lead of an answer."""
        if campo is Campo.EJE:
            eje = self.store.ejes[medida.eje]
            text = self.texts("medidas", "eje", m=medida, eje=eje)
            return Claim(text=text, spans=(eje.declaradas_span, medida.span), computed=count(eje.numero))
        computed = count(len(medida.hitos)) if len(medida.hitos) > 1 else ()
        return Claim(text=self.texts("medidas", campo.value, m=medida), spans=(medida.span,), computed=computed)

    def table(self, medidas: Sequence[Medida], campos: Sequence[Campo]) -> list[Claim]:
        """Some fields of several medidas, a row for each, with its row of the plan as the proof."""
        names = [campo.value for campo in campos]
        rows = []
        for medida in medidas:
            eje = self.store.ejes[medida.eje]
            of_eje = Campo.EJE in campos
            rows.append(
                Claim(
                    text=self.texts("medidas", "fila_campos", m=medida, campos=names, eje=eje),
                    spans=(medida.span, *([eje.declaradas_span] if of_eje else [])),
                    computed=count(eje.numero) if of_eje else (),
                    block="row",
                )
            )
        return [Claim(text=self.texts("medidas", "cabecera_campos", campos=names), block="header"), *rows]

    def notes(self, medida: Medida) -> list[Claim]:
        """What must be said whenever this medida is: deadlines that do not exist, contradictions that touch it."""
        claims = self.impossible(medida)
        return claims + [
            self.discrepancy(found)
            for found in self.store.of(Discrepancia)
            if medida.numero in found.medidas and self._about_row(found, medida) and not (claims and _is_date(found))
        ]

    def _about_row(self, found: Discrepancia, medida: Medida) -> bool:
        """Whether a contradiction lies within the row of a medida."""
        inside = [
            s
            for s in found.spans
            if s.document == medida.document and s.start < medida.span.end and medida.span.start < s.end
        ]
        return len(inside) == len(found.spans)

    def impossible(self, medida: Medida) -> list[Claim]:
        """The deadlines of a medida that are no date, as written."""
        claims = []
        for hito in medida.hitos:
            if hito.fecha is None:
                last = deadline(hito)
                days = monthrange(last.year, last.month)[1]
                text = self.texts("medidas", "fecha_inexistente", m=medida, hito=hito, ultimo=days)
                claims.append(Claim(text=text, spans=hito.plazo.spans, computed=count(days), block="note"))
        return claims

    def discrepancy(self, found: Discrepancia) -> Claim:
        """A contradiction of the sources, in one sentence, with all its places."""
        text = self.texts("medidas", "discrepancia", d=found)
        computed = stated(found.explicacion, AT_INGESTION) if found.origen == "calculada" else ()
        return Claim(text=text, spans=found.spans[:8], computed=computed, block="note")

    def discrepancy_of_set(self, medidas: Sequence[Medida]) -> list[Claim]:
        """Contradictions that are about just these medidas together."""
        numbers = {medida.numero for medida in medidas}
        return [
            self.discrepancy(d) for d in self.store.of(Discrepancia) if len(numbers) > 1 and numbers == set(d.medidas)
        ]

    def against_summary(self, medidas: Sequence[Medida]) -> list[Claim]:
        """That the summary of the plan gives another number for the eje of which a medida is the only one; where there are
        more of them it is told with the set."""
        alone = [eje for eje in self.store.ejes.values() if eje.medidas == tuple(medida.numero for medida in medidas)]
        return [
            self.discrepancy(found)
            for found in self.store.of(Discrepancia)
            if len(medidas) == 1 and alone and found.origen == "calculada" and found.medidas == alone[0].medidas
        ]

    def out_of_period(self, medida: Medida) -> list[Claim]:
        """That a deadline of a medida lies outside of the years of the plan, where the contradiction with them is known."""
        claims = []
        for found in self.store.of(Discrepancia):
            period = _PERIOD.search(" ".join(self.store.quote(span) for span in found.spans))
            for hito in medida.hitos if period else ():
                year = deadline(hito).year
                inside = any(_holds(own, span) for span in found.spans for own in hito.plazo.spans)
                if inside and period is not None and not int(period[1]) <= year <= int(period[2]):
                    text = self.texts("medidas", "fuera_del_periodo", m=medida, hito=hito, antes=year < int(period[1]))
                    claims += [Claim(text=text, spans=hito.plazo.spans, block="note"), self.discrepancy(found)]
        return claims

    def state(self, medida: Medida, today: date) -> list[Claim]:
        """Whether the deadlines of a medida have passed as of a date; says nothing of its completion."""
        claims = []
        for hito in medida.hitos:
            if hito.fecha is not None:
                left = (hito.fecha - today).days
                text = self.texts(
                    "medidas", "estado", m=medida, hito=hito, hoy=today, faltan=left, cerca=left <= NEAR_DAYS
                )
                computed = (*count(today.day), *count(today.year), *count(left))
                claims.append(Claim(text=text, spans=hito.plazo.spans, computed=computed, block="note"))
        return claims

    def expired_only(self) -> Claim:
        """That a deadline has passed says nothing of completion."""
        return Claim(text=self.texts("medidas", "solo_vencidas"), block="note")

    def report(self, link: Avance) -> Claim:
        """What a document reports of a medida, and how sure the link is."""
        title = self.store.documents[link.document].title
        ahead = self.ahead(link.texto.spans[0])
        told = " ".join(link.texto.texto.split())
        text = self.texts("medidas", "reportado", a=link, documento=title, texto=told, desafio=ahead)
        return Claim(text=text, spans=link.texto.spans, computed=(*stated(title), *stated(ahead)), block="item")

    def planned(self, spans: Sequence[Span]) -> list[Claim]:
        """That what stands at a place is still to be done, where its document says so by the heading over it."""
        heading = self.ahead(spans[0]) if spans else ""
        if not heading:
            return []
        return [
            Claim(text=self.texts("medidas", "por_hacer", desafio=heading), spans=spans[:1], computed=stated(heading))
        ]

    def ahead(self, span: Span) -> str:
        """The heading under which a document puts what it still has to do, where a place stands under one; else ""."""
        found = self.store.passage_around(span)
        return next((heading for heading in (found.ruta if found else ()) if TO_DO.match(fold(heading))), "")

    def unreported(self, medida: Medida) -> Claim:
        """That nothing is reported of a medida."""
        return Claim(text=self.texts("medidas", "nada_reportado", m=medida), spans=(medida.span,), block="note")

    def undecreed(self) -> Claim:
        """That no document says by which act medidas came about."""
        return Claim(text=self.texts("medidas", "sin_acto"), block="canned")

    def no_state(self, medidas: Sequence[Medida]) -> list[Claim]:
        """That no document says whether these medidas are done, and what is told of the plan as a whole."""
        whole = len(medidas) == len(self.store.medidas)
        claims = [
            Claim(
                text=self.texts("medidas", "sin_estado", medidas=medidas, todas=whole, cuenta=self.tally is not None),
                block="note",
            )
        ]
        tally = self.tally
        if tally is not None:
            title = self.store.documents[tally.document].title
            text = self.texts("medidas", "avance_del_plan", documento=title, texto=" ".join(tally.texto.texto.split()))
            claims.append(Claim(text=text, spans=tally.texto.spans, computed=stated(title), block="note"))
        return list(reversed(claims)) if whole else claims

    @cached_property
    def tally(self) -> Fragmento | Pasaje | None:
        """Where a document says how many medidas are in which state: numbers of medidas that add up to the plan's."""
        total = len(self.store.medidas)
        records: list[Fragmento | Pasaje] = [*self.store.of(Fragmento), *self.store.of(Pasaje)]
        found = [record for record in records if _adds_up(record.texto.texto, total)]
        return min(found, key=lambda record: len(record.texto.texto), default=None)

    def unknown(self, numbers: Sequence[int]) -> Claim:
        """That these numbers are no medidas, proved by the last one of the plan."""
        last = max(self.store.medidas)
        spans = (self.store.medidas[last].span,)
        text = self.texts("medidas", "no_existe", numeros=numbers, maximo=last)
        return Claim(
            text=text, spans=spans, computed=(*count(last), *count(1), *(c for n in numbers for c in count(n)))
        )

    def nobody(self, name: str) -> Claim:
        """That no medida has an institution as responsible, with the medidas that mention it."""
        mention = [medida for medida in self.store.medidas.values() if self.mentions(medida, name)]
        text = self.texts(
            "medidas",
            "sin_institucion",
            nombre=name,
            total=len(self.store.medidas),
            mencionan=[f"medida {medida.numero}" for medida in mention],
        )
        spans = tuple(medida.span for medida in mention)
        return Claim(text=text, spans=spans, computed=count(len(self.store.medidas)))

    def mentions(self, medida: Medida, name: str) -> bool:
        """Whether the text or an indicator of a medida names an institution, in any of its forms."""
        forms = self.known.by_name[name].formas if name in self.known.by_name else ()
        texts = (medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos))
        return any(f" {self.known.key(form)} " in f" {self.known.key(text)} " for form in forms for text in texts)

    def none(self, in_words: str) -> Claim:
        """That no medida passes the filters."""
        total = len(self.store.medidas)
        text = self.texts("medidas", "ninguna", total=total, filtros=in_words)
        return Claim(text=text, computed=(*count(total), *stated(in_words)))

    def nearest(self, medidas: Sequence[Medida], in_words: str) -> Claim:
        """How many would pass with one filter less, and which."""
        numbers = [f"medida {medida.numero}" for medida in medidas] if len(medidas) <= MAX_PROOFS else []
        text = self.texts("medidas", "cercanas", total=len(medidas), filtros=in_words, numeros=numbers)
        spans = tuple(medida.span for medida in medidas) if numbers else ()
        return Claim(text=text, spans=spans, computed=(*count(len(medidas)), *stated(in_words)), block="item")

    def first_deadline(self, hitos: Sequence[Hito], medidas: Sequence[Medida], macro: str, today: date) -> Claim:
        """Which deadline comes first, next or last, and of which medidas."""
        days = {hito.fecha or hito.plazo.texto: hito.plazo.texto for hito in hitos}
        plazos = list(days.values())
        text = self.texts("medidas", macro, plazos=plazos, medidas=medidas, hoy=today)
        spans = tuple(medida.span for medida in medidas[:MAX_PROOFS])
        return Claim(
            text=text,
            spans=spans,
            computed=(*stated(" ".join(plazos)), *count(len(medidas)), *count(today.day), *count(today.year)),
        )

    def eje(self, eje: Eje) -> list[Claim]:
        """An eje: its name, how many medidas it has by summary and by body, and any contradiction between them."""
        computed = (*count(len(eje.medidas)), *count(eje.numero))
        text = self.texts("medidas", "eje_resumen", eje=eje, medidas=len(eje.medidas))
        claims = [Claim(text=text, spans=(eje.declaradas_span,), computed=computed)]
        claims += [
            self.discrepancy(found)
            for found in self.store.of(Discrepancia)
            if found.origen == "calculada" and found.medidas and found.medidas == eje.medidas
        ]
        names = [texto for texto in eje.otros_nombres if texto.texto.casefold() != eje.nombre.texto.casefold()]
        if names:
            text = self.texts("medidas", "otros_nombres", eje=eje, nombres=[texto.texto for texto in names])
            spans = (*eje.nombre.spans, *(span for texto in names for span in texto.spans))
            claims.append(Claim(text=text, spans=spans, block="note"))
        return claims


def proof(medidas: Sequence[Medida]) -> tuple[Span, ...]:
    """The rows of the first few medidas."""
    return tuple(medida.span for medida in medidas[:3])


def count(number: int) -> tuple[Computation, ...]:
    """A number that was counted."""
    value = Decimal(number)
    return (Computation(operation="conteo", operands=(value,), value=value),)


def stated(text: str, operation: str = ECHO) -> tuple[Computation, ...]:
    """The numbers of a text that repeats the user's filters or a title, or of one that ingestion computed."""
    return tuple(Computation(operation=operation, operands=(number,), value=number) for number in numbers_in(text))


def _holds(span: Span, own: Span) -> bool:
    """Whether a span lies within another."""
    return span.document == own.document and own.start <= span.start and span.end <= own.end


def _adds_up(text: str, total: int) -> bool:
    """Whether a text gives numbers of medidas by state that together are all of them."""
    amounts = [int(digits) for digits in re.findall(r"\b(\d{1,3}) medidas (?:han|se|est|fue|ya)", text)]
    return len(amounts) > 1 and sum(amounts) == total


def _is_date(found: Discrepancia) -> bool:
    """Whether a contradiction is only that a date does not exist, which is told by itself."""
    return "fecha" in found.asunto.lower() or "plazo" in found.asunto.lower()
