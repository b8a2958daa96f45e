"""Answers about single medidas: what is asked of them, and what is reported of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from math import fsum

from assistant.act_names import act_namer
from assistant.compose.asks import asks_more
from assistant.compose.held import Topics
from assistant.compose.meant import MeantMedidas
from assistant.compose.medidas import FIELD_ORDER, MedidaClaims
from assistant.compose.unstated import Unstated
from assistant.compose.wanted import asks_what_came
from assistant.retrieve import Retriever
from assistant.select import deadline
from assistant.texts import Texts
from assistant.understand.medidas import FOR_WHAT
from assistant.understand.text import topic_stems
from assistant.values import Campo, Claim, Draft, Filtros, Kind, Query, Status
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.dates import MONTHS, WRITTEN_DATE, month_number
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Avance, Medida, Span
from corpus.store import Store

# How much of what is asked a medida must hold itself, weighed by rarity, before other documents are left out.
COVERED = 0.55
MAX_REPORTED = 4
MAX_LINKS = 3
# From so many medidas on, a field of each is read more easily in a table.
TABLED = 3
_DATED = re.compile(rf"\b(?:{'|'.join(MONTHS)}) (?:de(?:l)? )?20\d\d\b")
_BODY = r"(?:resolucion|decreto|circular|oficio|acto administrativo|rex)"
# "¿Con qué resolución quedó formalizada?", "¿qué decreto la aprobó?", "número de la resolución".
_WHICH_ACT = re.compile(
    rf"\b(?:con|por|mediante|bajo|en|segun|a traves de) (?:que|cual) (?:numero de |n de )?{_BODY}\b"
    rf"|\b(?:que|cual) {_BODY}(?: exenta| supremo| exento)? (?:l[oae] )?(?:aprob|formaliz|cre|establec|oficializ|sancion|autoriz|tramit)"
    rf"|\b(?:numero|n) de (?:la |el )?{_BODY}\b"
)
# "¿Qué día se publicó?", "¿cuándo fue firmado?": when something was done, of which a deadline tells nothing.
_WHEN_DONE = re.compile(
    r"(?<!para )(?<!pa )\b(?:que dia|(?:en )?que fecha|cuando|en que (?:mes|ano|momento))(?: (?:ya|fue que|es que))* "
    r"(?:(?:se|lo|la) )*(?:salio|salieron|public(?:o|aron)|firm(?:o|aron)|dict(?:o|aron)|promulg(?:o|aron)|aprob(?:o|aron)|suscribi(?:o|eron)"
    r"|formaliz(?:o|aron)|oficializ(?:o|aron)|constituy(?:o|eron)|cre(?:o|aron)|(?:fue|fueron|quedo|quedaron) (?:publicad|firmad|dictad|promulgad|aprobad|suscrit|formalizad|constituid|cread|tramitad|lanzad)[oa]s?)\b"
)
# What a reader sees first.
FIRST_SIGHT = 390
Beyond = Callable[[Query, Sequence[Medida], Sequence[Claim]], list[Claim]]

_HAD_TO = re.compile(r"\b(?:deb\w+|ten\w+ que|hab\w+ (?:de|que)) (?:estar|quedar|ser|haber)\b")


class PlanDrafts:
    """Drafts about single medidas of one index.

    ``messages`` are the words of the lexicon for what is asked of one; ``beyond`` gives what other documents hold of a
    question.
    """

    def __init__(
        self,
        store: Store,
        texts: Texts,
        known: Instituciones,
        retriever: Retriever,
        messages: Cues,
        today: Callable[[], date],
        beyond: Beyond,
        lugares: Lugares | None = None,
    ) -> None:
        self.store = store
        self.known = known
        self.retriever = retriever
        self.messages = messages
        self.today = today
        self.beyond = beyond
        self.claims = MedidaClaims(store, texts, known)
        self.names_act = act_namer(messages)
        self.topics = Topics(store, retriever, messages)
        grade, of = messages.any_of("medida.grado"), messages.any_of("medida.grado_de")
        self._degree = re.compile(
            rf"(?<!\w){grade}(?: (?:de|del|en|que|se|ha|han|lleva[n]?|tiene[n]?|va[n]?|esta[n]?|el|la|su|real|actual))* {of}(?!\w)"
            rf"|\b{of} porcentual\b|\bporcentual\w* {of}\b"
        )
        self.meant = MeantMedidas(store, known, retriever, self.topics, self.claims)
        self.unstated = Unstated(store, known, self.claims, messages, lugares)

    def numbered(self, query: Query) -> Draft:
        """What is asked of medidas by their numbers; of those that are none, that they are none."""
        numbers = query.filtros.numeros
        missing = [number for number in numbers if number not in self.store.medidas]
        found = [self.store.medidas[number] for number in numbers if number in self.store.medidas]
        if not found:
            return answered([self.claims.unknown(missing)], ())
        draft = self.about(found, query)
        return draft.model_copy(update={"claims": (self.claims.unknown(missing), *draft.claims)}) if missing else draft

    def about(self, chosen: Sequence[Medida], query: Query) -> Draft:
        """What is asked of medidas, and what the account reports of them where the question goes beyond the plan."""
        unstated = self.unstated.told(chosen, query)
        if unstated is not None:
            return unstated
        if query.avance and not query.campos and not any(map(self._informed, chosen)):
            told, at = self._untold(chosen), as_of(query.filtros)
            states = [claim for medida in chosen for claim in self.claims.state(medida, at)] if at is not None else []
            if at == self.today():  # "¿en qué está hoy?" asks for more than its deadline
                return told.model_copy(update={"claims": (*told.claims, *states)})
            # "Estado de la medida 48 al 15 de octubre": of its deadlines that can be told.
            update = {"claims": (*states, *told.claims), "status": Status.ANSWERED, "abstained": False}
            return told.model_copy(update=update) if states else told
        if Campo.PLAZO in query.campos and _WHEN_DONE.search(query.texto) and not any(map(self._dated, chosen)):
            return self._untold(chosen)
        if self._degree.search(FOR_WHAT.sub(" ", query.texto)) and Campo.INDICADOR not in query.campos:
            links = [link for medida in chosen for link in self._links(medida, ()) if link.fuerza != "relacionada"]
            graded = [link for link in links if self._grades(link)]
            if graded:
                rows = [claim for medida in chosen for claim in self._asked(medida, query)]
                return answered([*map(self.claims.report, graded), *rows], chosen)
            told = self._untold(chosen)
            return told.model_copy(update={"claims": (*told.claims, *map(self.claims.report, links))})
        if self.retriever.cues.has("dato.quien_paga", query.texto):
            return self._paid(chosen, query)
        if query.filtros.numeros and (acts := self._by_act(chosen, query)) is not None:
            return acts
        tabled = self._tabled(chosen, query)
        claims = [*tabled, *(claim for medida in chosen for claim in self._asked(medida, query, told=bool(tabled)))]
        claims += [self.claims.expired_only()] if tabled and self._expired(chosen, query) else []
        reported = self._reported(chosen, query)
        # What is reported leads where it alone is asked for: of another document, or how the medida just told went on.
        others = set(query.documentos) - {medida.document for medida in chosen}
        elsewhere = bool(others or (query.avance and query.arrastre)) and not set(query.campos) - {Campo.TEXTO}
        return answered(reported + claims if elsewhere and reported else claims + reported, chosen)

    def _paid(self, medidas: Sequence[Medida], query: Query) -> Draft:
        """Who paid for medidas, as far as it is reported: the plan says who answers for them, and not that."""
        others = tuple(campo for campo in query.campos if campo is not Campo.INSTITUCION)
        rest = query.model_copy(update={"campos": others})
        claims = [claim for medida in medidas for claim in self._asked(medida, rest)]
        links = [link for medida in medidas for link in self.store.of(Avance) if link.medida == medida.numero]
        paid = [one for one in links if self.retriever.cues.has("dato.financiado", fold(one.texto.texto))]
        told = [self.claims.report(link) for link in paid] or self._reported(medidas, rest)
        return answered(told + claims if paid and not set(others) - {Campo.TEXTO} else claims + told, medidas)

    def _by_act(self, medidas: Sequence[Medida], query: Query) -> Draft | None:
        """By which numbered act medidas came about, as far as it is reported of them; None where that is not asked, or more than
        that is, or where a row names one itself."""
        if (
            query.campos
            or _WHICH_ACT.search(fold(query.texto)) is None
            or any(self.names_act(self.store.quote(medida.span)) for medida in medidas)
        ):
            return None
        numbers = {medida.numero for medida in medidas}
        links = [one for one in self.store.of(Avance) if one.medida in numbers and one.fuerza != "relacionada"]
        telling = [one for one in links if self.names_act(one.texto.texto)]
        if telling and query.avance:
            return None
        if telling:
            told = answered([*map(self.claims.report, telling[:1]), *self.claims.rows(medidas)], medidas)
            return told.model_copy(update={"entire": True})
        claims = (self.claims.undecreed(), *self.claims.rows(medidas))
        update = {"status": Status.NOT_FOUND, "abstained": True, "claims": claims}
        return answered(claims, medidas).model_copy(update=update)

    def _informed(self, medida: Medida) -> bool:
        """Whether any document tells how a medida goes on, which a related fact does not."""
        links = [link for link in self.store.of(Avance) if link.medida == medida.numero]
        return any(link.fuerza != "relacionada" for link in links)

    def _grades(self, link: Avance) -> bool:
        """Whether what is reported of a medida itself gives a percentage, where that is what its indicator measures."""
        hitos = self.store.medidas[link.medida].hitos
        measured = any(fold(hito.indicador.texto).startswith("porcentaje") for hito in hitos)
        return measured and link.fuerza == "directa" and "%" in link.texto.texto

    def _dated(self, medida: Medida) -> bool:
        """Whether any document dates what is reported of a medida itself."""
        links = (
            link for link in self.store.of(Avance) if link.medida == medida.numero and link.fuerza != "relacionada"
        )
        return any(_DATED.search(fold(link.texto.texto)) for link in links)

    def asks_done(self, query: Query) -> bool:
        """Whether it is asked whether medidas are done, or which of them; and not which had to be ("debían estar listas")."""
        return self.messages.has("medida.hecha", query.texto) and _HAD_TO.search(query.texto) is None

    def _untold(self, medidas: Sequence[Medida]) -> Draft:
        """That no document says how far these medidas have come, and of which nothing at all is reported, beside what is told
        of the plan as a whole."""
        reported = {link.medida for link in self.store.of(Avance)}
        unreported = [self.claims.unreported(medida) for medida in medidas if medida.numero not in reported]
        state, *whole = self.claims.no_state(medidas)
        claims = [state, *unreported, *whole, *self.claims.rows(medidas)]
        return answered(claims, medidas).model_copy(update={"status": Status.NOT_FOUND, "abstained": True})

    def _tabled(self, medidas: Sequence[Medida], query: Query) -> list[Claim]:
        """The fields that were asked, of so many medidas that they are read more easily side by side; none for fewer."""
        asked = [campo for campo in FIELD_ORDER if campo in self._campos(query) and campo is not Campo.TEXTO]
        runs = self.messages.has("medida.corre", query.texto)
        return self.claims.table(medidas, asked) if asked and len(medidas) >= TABLED and not runs else []

    def _expired(self, medidas: Sequence[Medida], query: Query) -> bool:
        """Whether deadlines are asked for, and one of some medidas has passed."""
        passed = any(deadline(hito) < self.today() for medida in medidas for hito in medida.hitos)
        return Campo.PLAZO in query.campos and passed and not query.avance

    def _asked(self, medida: Medida, query: Query, *, told: bool = False) -> list[Claim]:
        """The fields that were asked first, unless they are ``told`` already, then the whole medida, then what must be said
        with it.

        Where the question asks for something that is no field of its own ("¿qué autoridad…?"), the whole row is what
        answers it: it comes first unless the fields and the row are read at first sight.
        """
        asked = [campo for campo in FIELD_ORDER if campo in self._campos(query)]
        wanted = bool(set(asked) - {Campo.TEXTO}) and not told
        fields = [self.claims.field(medida, campo) for campo in asked] if wanted else []
        odd = self.claims.impossible(medida) if Campo.PLAZO in query.campos else []
        notes = [note for note in self.claims.notes(medida) if note not in odd]
        if Campo.PLAZO in query.campos and self.messages.has("medida.periodo", query.texto):
            notes += self.claims.out_of_period(medida)
        runs, at = self.messages.has("medida.corre", query.texto), as_of(query.filtros)
        timed = Campo.PLAZO in query.campos or (runs and at is not None)
        timed = timed and not query.avance and not told
        states = self.claims.state(medida, (at if runs else None) or self.today()) if timed else []
        row = self.claims.rows([medida], lead=not fields and not told)
        if states and runs and at is not None:
            return [*states, *fields, *odd, *row, *notes]
        if states and runs:
            return [*fields, *states, *odd, *row, *notes]
        length = sum(len(claim.text) + 6 for claim in (*fields, *row))
        said = " ".join(claim.text for campo, claim in zip(asked, fields, strict=False) if campo is not Campo.TEXTO)
        if fields and length > FIRST_SIGHT and asks_more(query.texto, self.messages, said):
            return [*self.claims.rows([medida], lead=True), *odd, *notes, *states]
        return [*fields, *odd, *row, *notes, *states]

    def _campos(self, query: Query) -> set[Campo]:
        """The fields that are asked for; by what a medida is said to be or not ("¿la 13 es de Salud?") where none is named."""
        filtros = query.filtros
        if query.campos or query.avance or query.cifra or query.kind is not Kind.MEDIDA_CAMPO:
            return set(query.campos)
        implied = {
            Campo.INSTITUCION: filtros.instituciones or filtros.junto_a or filtros.sin_instituciones,
            Campo.EJE: filtros.ejes or filtros.sin_ejes,
            Campo.PLAZO: filtros.plazos or filtros.sin_plazos,
        }
        return {campo for campo, value in implied.items() if value}

    def _reported(self, medidas: Sequence[Medida], query: Query) -> list[Claim]:
        """What other documents say of these medidas, where progress or more than the plan holds is asked for."""
        topic = self.topics.said(query.resto or query.texto)
        vocabulary = self.store.vocabulary
        covered = max((vocabulary.coverage(topic, medida.id) for medida in medidas), default=0.0)
        if query.kind is Kind.MEDIDA_CAMPO:  # named by its number, so the words left are of what is asked of it
            covered = max((self.topics.row_holds(topic, medida) for medida in medidas), default=0.0)
        own = {medida.document for medida in medidas}
        # Of money the plan says nothing: who paid, and how much, is in other documents.
        money = self.retriever.cues.has("dato.dinero", query.texto)
        came = asks_what_came(query.pregunta)
        beyond = query.avance or query.cifra or money or came or bool(set(query.documentos) - own)
        if len(medidas) > MAX_REPORTED or (not beyond and covered >= COVERED):
            return []
        claims: list[Claim] = []
        for medida in medidas:
            links = self._links(medida, self.topics.said(query.texto), dated=self._asks_when(query))
            claims += [self.claims.report(link) for link in links]
            if query.avance and not links:
                claims.append(self.claims.unreported(medida))
        if query.avance:
            claims += self.claims.no_state(medidas)
        if len(topic) < 3 or not self._leaves_open(topic, medidas, claims):
            return claims
        return claims + self.beyond(query, medidas, claims)

    def also_reported(self, medida: Medida, query: Query, said: Sequence[Claim]) -> list[Claim]:
        """What else is surely reported of a medida, beside what was said of it."""
        told = [span for claim in said for span in claim.spans]
        found = self._links(medida, self.topics.said(query.texto), dated=self._asks_when(query))
        links = [link for link in found if link.fuerza == "directa"]
        return [self.claims.report(link) for link in links if not any(_within(span, told) for span in link.texto.spans)]

    def says_it(self, query: Query) -> bool:
        """Whether the row of a medida that was just told holds every word that is asked about."""
        topic = topic_stems(self.retriever.cues, query.resto or query.texto)
        rows = [self.store.medidas[n] for n in query.filtros.numeros if n in self.store.medidas]
        return bool(query.arrastre and topic) and any(self.topics.row_holds(topic, medida) == 1.0 for medida in rows)

    def _asks_when(self, query: Query) -> bool:
        """Whether it is asked when something came about: a deadline is then a day of what was done."""
        return query.avance and (Campo.PLAZO in query.campos or self.retriever.cues.has("pide.desde", query.texto))

    def _links(self, medida: Medida, topic: Sequence[str], *, dated: bool = False) -> list[Avance]:
        """What is reported of a medida, most to the point of the question first; mere kinship only for want of better.

        With ``dated`` what says a date of the medida itself comes first.
        """
        links = [link for link in self.store.of(Avance) if link.medida == medida.numero]
        sure = [link for link in links if link.fuerza != "relacionada"]

        def shared(link: Avance) -> float:
            return fsum(self.store.vocabulary.rarity(stem) for stem in set(topic) & set(terms(link.texto.texto)))

        def weight(link: Avance) -> tuple[bool, float, bool]:
            when = dated and link.fuerza == "directa" and _DATED.search(fold(link.texto.texto)) is not None
            return (not when, -shared(link), link.fuerza != "directa")

        # What is only of the same matter is told where it says more of what is asked.
        most = max(map(shared, sure), default=0.0)
        sure += [link for link in links if link not in sure and (not sure or shared(link) > most)]

        return sorted(sure, key=weight)[:MAX_LINKS]

    def _leaves_open(self, topic: Sequence[str], medidas: Sequence[Medida], claims: Sequence[Claim]) -> bool:
        """Whether what is asked goes beyond what the medidas and the claims say."""
        said = set(terms(" ".join(claim.text for claim in claims)))
        for medida in medidas:
            said |= set(self.store.vocabulary.stems.get(medida.id, "").split())
        rarity = self.store.vocabulary.rarity
        total = fsum(rarity(stem) for stem in topic)
        return fsum(rarity(stem) for stem in topic if stem in said) < COVERED * total


def _within(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares text with any of others."""
    return any(
        span.document == other.document and span.start < other.end and other.start < span.end for other in others
    )


def answered(claims: Sequence[Claim], medidas: Sequence[Medida]) -> Draft:
    """A draft that answers with these claims about these medidas."""
    return Draft(
        status=Status.ANSWERED,
        claims=tuple(claims),
        medidas=tuple(medida.numero for medida in medidas),
        record_ids=tuple(medida.id for medida in medidas),
    )


def as_of(filtros: Filtros) -> date | None:
    """The day as of which a question looks at deadlines ("vencida al …"), or the last one of the time that it names."""
    if len(filtros.plazos) != 1:
        return None
    (range_,) = filtros.plazos
    written = WRITTEN_DATE.search(range_.texto) if "vencidas al" in range_.texto else None
    if written is not None:
        return date(int(written["year"]), month_number(written["month"]) or 12, int(written["day"]))
    return range_.hasta if range_.desde is not None else None
