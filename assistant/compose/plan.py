"""Answers about the plan: which claims make up the reply to a question about medidas, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.compose.asks import asks_more
from assistant.compose.groups import GroupClaims
from assistant.compose.held import CERTAINLY, PLAN_FIELDS, Topics
from assistant.compose.medidas import FIELD_ORDER, MedidaClaims, stated
from assistant.retrieve import Retriever
from assistant.select import deadline, matches, matching_hitos, select
from assistant.texts import Texts
from assistant.understand.medidas import STATED, number_of
from assistant.values import Campo, Claim, Draft, Filtros, Grupo, Hit, Kind, Orden, Query, Status
from corpus.analysis import terms
from corpus.lexicon import Instituciones
from corpus.records import Avance, Hito, Medida
from corpus.store import Store

# How near to the best hit a medida must come, as a share of its score; found on the dev questions.
SEVERAL = 0.9
NAMED = 0.7
BESIDE_PLAN = 0.85
# How much of the best score the best of the medidas under the question's filters must have for the filters to count.
FILTERED = 0.6
# How much of the smaller one's words two medidas share that are told together: "… como población objetivo", "… beneficiaria".
ALIKE = 0.6
# How much of what is asked a medida must hold itself, weighed by rarity, before other documents are left out.
COVERED = 0.55
MAX_REPORTED = 4
MAX_LINKS = 3
MAX_ROWS_WITH_NOTES = 3
# What a reader sees first.
FIRST_SIGHT = 390
DATED = {Orden.PRIMERO: "primer_plazo", Orden.ULTIMO: "ultimo_plazo", Orden.PROXIMO: "proximo_plazo"}
Beyond = Callable[[Query, Sequence[Medida], Sequence[Claim]], list[Claim]]


class PlanDrafts:
    """Drafts about the medidas of one index. ``beyond`` gives what other documents hold of a question."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        known: Instituciones,
        retriever: Retriever,
        describe: Callable[[Filtros], str],
        today: Callable[[], date],
        beyond: Beyond,
    ) -> None:
        self.store = store
        self.known = known
        self.retriever = retriever
        self.describe = describe
        self.today = today
        self.beyond = beyond
        self.claims = MedidaClaims(store, texts, known)
        self.topics = Topics(store, retriever)
        self.groups = GroupClaims(store, texts, known)

    # Sets.

    def listed(self, query: Query) -> Draft:
        """The medidas that pass the filters, complete, or how many they are."""
        filtros = query.filtros
        found = select(self.store.medidas, filtros, self.known)
        in_words = self.describe(filtros)
        if not found:
            return self._empty(query, in_words)
        if (
            len(found) == 1
            and query.kind is Kind.MEDIDA_LISTA
            and not query.plural
            and set(query.campos) - {Campo.TEXTO}
        ):
            return self.about(found, query)
        if query.orden in DATED:
            return self._by_deadline(query, found, in_words)
        if query.orden in (Orden.PRIMERAS, Orden.ULTIMAS):
            many = query.tope or 1
            found = found[:many] if query.orden is Orden.PRIMERAS else found[-many:]
        if query.orden is Orden.FECHA:
            found = tuple(sorted(found, key=lambda medida: min(deadline(h) for h in matching_hitos(medida, filtros))))
        if query.kind is Kind.MEDIDA_CONTEO and query.avance and filtros == Filtros():
            return _draft([*self.claims.no_state(found), self.claims.whole_plan()], ())
        whole = filtros == Filtros() and len(found) == len(self.store.medidas)
        claims = self._lead(query, found, in_words, whole)
        if query.avance:
            claims += self.claims.no_state(found)
        if not (whole and query.kind is Kind.MEDIDA_CONTEO):
            claims += self._rows(found, {medida.numero: matching_hitos(medida, filtros) for medida in found})
        return _draft(claims, () if whole and query.kind is Kind.MEDIDA_CONTEO else found)

    def _lead(self, query: Query, found: Sequence[Medida], in_words: str, whole: bool) -> list[Claim]:
        """How many there are: of one eje, of the plan, or under the filters."""
        ejes = query.filtros.ejes
        if query.porcentaje:
            return self._against(query, found, in_words) or [self.claims.share(found, in_words)]
        if whole:
            return [self.claims.whole_plan()]
        if len(ejes) == 1 and query.filtros == Filtros(ejes=ejes) and ejes[0] in self.store.ejes and not query.orden:
            return [*self.claims.eje(self.store.ejes[ejes[0]]), *self._against(query, found, in_words)]
        claims = [self.claims.counted(found, in_words)]
        if not query.filtros.junto_a:
            claims += self.groups.parts(query.filtros, found)
        if any(fechas.texto.startswith("vencidas") for fechas in query.filtros.plazos):
            claims.append(self.claims.expired_only())
        return claims

    def _against(self, query: Query, found: Sequence[Medida], in_words: str) -> list[Claim]:
        """Which part of the plan an eje is, beside what another document says of it, where the question names that one."""
        if not set(query.documentos) - {medida.document for medida in found}:
            return []
        share = self.claims.share(found, in_words)
        return [share, *self.beyond(query, found, [share])]

    def _rows(self, found: Sequence[Medida], hitos: dict[int, tuple[Hito, ...]]) -> list[Claim]:
        claims = self.claims.rows(found, hitos)
        for medida in found:
            claims += self.claims.notes(medida) if len(found) <= MAX_ROWS_WITH_NOTES else self.claims.impossible(medida)
        return claims + self.claims.discrepancy_of_set(found)

    def _by_deadline(self, query: Query, found: Sequence[Medida], in_words: str) -> Draft:
        """The medidas with the first, the last or the next deadline; as many of the first ones as were asked for."""
        today = self.today()
        dated = [(deadline(hito), hito, m) for m in found for hito in matching_hitos(m, query.filtros)]
        if query.orden is Orden.PROXIMO:
            dated = [entry for entry in dated if entry[0] >= today]
            if not dated:
                return _draft([self.claims.first_deadline((), found, "sin_proximo", today)], ())
        dated.sort(key=lambda entry: (entry[0], entry[2].numero), reverse=query.orden is Orden.ULTIMO)
        many = query.tope or 1
        limit = dated[min(many, len(dated)) - 1][0]
        last = query.orden is Orden.ULTIMO
        chosen = [entry for entry in dated if (entry[0] >= limit if last else entry[0] <= limit)]
        medidas = tuple(dict.fromkeys(m.numero for _, _, m in chosen))
        hitos = {number: tuple(h for _, h, m in chosen if m.numero == number) for number in medidas}
        rows = [self.store.medidas[number] for number in medidas]
        lead = self.claims.first_deadline([h for _, h, _ in chosen], rows, DATED[query.orden or Orden.PRIMERO], today)
        filters = [Claim(text=in_words, computed=stated(in_words), block="note")] if in_words else []
        return _draft([lead, *self._rows(rows, hitos), *filters], rows)

    def _empty(self, query: Query, in_words: str) -> Draft:
        """That nothing passes the filters, what proves it, and what would with one filter less."""
        filtros = query.filtros
        claims = [
            self.claims.nobody(name)
            for name in (*filtros.instituciones, *filtros.junto_a)
            if not select(self.store.medidas, Filtros(instituciones=(name,)), self.known)
        ]
        if not claims:
            claims = [self.claims.none(in_words)]
            for name, field in Filtros.model_fields.items():
                if getattr(filtros, name) == field.default or name in ("numeros", "entre"):
                    continue
                wider = filtros.model_copy(update={name: field.default})
                near = select(self.store.medidas, wider, self.known)
                if near and wider:
                    claims.append(self.claims.nearest(near, self.describe(wider)))
            claims += self._near_deadlines(filtros)
        return _draft(claims, ())

    def _near_deadlines(self, filtros: Filtros) -> list[Claim]:
        """The deadlines right before and after a stretch in which there is none."""
        if len(filtros.plazos) != 1:
            return []
        others = filtros.model_copy(update={"plazos": ()})
        dated = [(deadline(h), h, m) for m in select(self.store.medidas, others, self.known) for h in m.hitos]
        first, last = filtros.plazos[0].desde, filtros.plazos[0].hasta
        before = max((at for at, _, _ in dated if first and at < first), default=None)
        after = min((at for at, _, _ in dated if last and at > last), default=None)
        claims = []
        for at, macro in ((before, "plazo_anterior"), (after, "plazo_siguiente")):
            if at is not None:
                hitos = [h for day, h, _ in dated if day == at]
                medidas = list({m.numero: m for day, _, m in dated if day == at}.values())
                claims.append(self.claims.first_deadline(hitos, medidas, macro, self.today()))
        return claims

    def grouped(self, query: Query) -> Draft:
        """The medidas that pass the filters, by group."""
        found = select(self.store.medidas, query.filtros, self.known)
        compared = query.agrupar is not None and query.agrupar.entre
        shown = (
            query.filtros.model_copy(update={"instituciones": (), "ejes": (), "plazos": ()})
            if compared
            else query.filtros
        )
        if compared and query.agrupar is not None:
            own = {"institucion": "instituciones", "eje": "ejes", "ano": "plazos"}[query.agrupar.por.value]
            shown = query.filtros.model_copy(update={own: ()})
        claims = self.groups.claims(query, found, self.describe(shown))
        if (
            query.agrupar is not None
            and query.agrupar.por is Grupo.EJE
            and not query.filtros
            and not query.agrupar.entre
        ):
            claims = [*claims, self.claims.whole_plan()]
        first = self.groups.first(query, found) if ALSO_WHICH.search(query.texto) else []
        return _draft([*claims, *self.claims.rows(first)], first)

    def ejes(self, query: Query) -> Draft | None:
        """Whole ejes: what they are and all of their medidas; None where there is no such eje."""
        ejes = [self.store.ejes[number] for number in query.filtros.ejes if number in self.store.ejes]
        if not ejes:
            return None
        claims: list[Claim] = []
        medidas: list[Medida] = []
        for eje in ejes:
            own = [self.store.medidas[number] for number in eje.medidas]
            claims += [*self.claims.eje(eje), *self._rows(own, {})]
            medidas += own
        return _draft(claims, medidas)

    # Single medidas.

    def numbered(self, query: Query) -> Draft:
        """What is asked of medidas by their numbers; of those that are none, that they are none."""
        numbers = query.filtros.numeros
        missing = [number for number in numbers if number not in self.store.medidas]
        found = [self.store.medidas[number] for number in numbers if number in self.store.medidas]
        if not found:
            return _draft([self.claims.unknown(missing)], ())
        draft = self.about(found, query)
        return draft.model_copy(update={"claims": (self.claims.unknown(missing), *draft.claims)}) if missing else draft

    def about(self, chosen: Sequence[Medida], query: Query) -> Draft:
        """What is asked of medidas, and what the account reports of them where the question goes beyond the plan."""
        if query.avance and not query.campos and not any(self._informed(medida, query) for medida in chosen):
            return self._untold(chosen)
        claims = [claim for medida in chosen for claim in self._asked(medida, query)]
        reported = self._reported(chosen, query)
        elsewhere = set(query.documentos) - {medida.document for medida in chosen} and not query.campos
        return _draft(reported + claims if elsewhere and reported else claims + reported, chosen)

    def _informed(self, medida: Medida, query: Query) -> bool:
        """Whether any document tells how a medida goes on; where it is asked whether it is done, a related fact does not."""
        links = [link for link in self.store.of(Avance) if link.medida == medida.numero]
        asks_done = ASKS_DONE.search(query.texto) is not None and query.kind is Kind.MEDIDA_CAMPO
        return any(not asks_done or link.fuerza != "relacionada" for link in links)

    def _untold(self, medidas: Sequence[Medida]) -> Draft:
        """That no document says how far these medidas have come, beside what is told of the plan as a whole."""
        claims = [*self.claims.no_state(medidas), *self.claims.rows(medidas)]
        return _draft(claims, medidas).model_copy(update={"status": Status.NOT_FOUND, "abstained": True})

    def _asked(self, medida: Medida, query: Query) -> list[Claim]:
        """The fields that were asked first, then the whole medida, then what must be said with it.

        Where the question asks for something that is no field of its own ("¿qué autoridad…?"), the whole row is what
        answers it: it comes first unless the fields and the row are read at first sight.
        """
        asked = [campo for campo in FIELD_ORDER if campo in self._campos(query)]
        fields = [self.claims.field(medida, campo) for campo in asked] if set(asked) - {Campo.TEXTO} else []
        odd = self.claims.impossible(medida) if Campo.PLAZO in query.campos else []
        notes = [note for note in self.claims.notes(medida) if note not in odd]
        states = self.claims.state(medida, self.today()) if Campo.PLAZO in query.campos and not query.avance else []
        row = self.claims.rows([medida], lead=not fields)
        if states and ASKS_STATE.search(query.texto):
            return [*fields, *states, *odd, *row, *notes]
        length = sum(len(claim.text) + 6 for claim in (*fields, *row))
        if fields and length > FIRST_SIGHT and asks_more(query.texto):
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

    def meant(self, query: Query, top: Hit) -> list[Medida]:
        """The medidas that a question by topic means: surely where a medida is the best hit, likely where it names them."""
        found = self.retriever.medidas(query.texto)
        if not isinstance(self.store.records[top.record_id], Medida):
            implied = PLAN_FIELDS.search(query.texto) and not query.documentos
            if not (query.medidas or implied) or query.avance or not found:
                return []
            if not query.medidas and not self.topics.holds(query, [found[0][0]], sure=CERTAINLY):
                return []
            reach = NAMED if re.search(r"\bmedidas?\b|\bmeasures?\b", query.texto) else BESIDE_PLAN
            if found[0][1].score < reach * top.score:
                return []
        found = self._filtered(query.filtros, found)
        best, hit = found[0]
        stated_number = STATED.search(query.texto)
        if stated_number:
            return [medida for medida, _ in found[: number_of(stated_number)]]
        if not query.plural:
            return [best]
        near = [medida for medida, other in found[:6] if other.score >= SEVERAL * hit.score]
        return near + [medida for medida, _ in found[:6] if medida not in near and alike(medida, best)]

    def _filtered(self, filtros: Filtros, found: list[tuple[Medida, Hit]]) -> list[tuple[Medida, Hit]]:
        """Those under the filters of the question, unless it clearly means one that is not."""
        if not filtros.model_copy(update={"numeros": (), "entre": ()}):
            return found
        under = [(m, hit) for m, hit in found if matches(m, filtros, self.known) or self._tells(m, filtros)]
        return under if under and under[0][1].score >= FILTERED * found[0][1].score else found

    def _tells(self, medida: Medida, filtros: Filtros) -> bool:
        """Whether the text of a medida names the institutions that a question names: "el convenio SERMIG-ANID"."""
        named = (*filtros.instituciones, *filtros.junto_a)
        others = {"instituciones": (), "junto_a": (), "min_instituciones": 1, "max_instituciones": None}
        return (
            bool(named)
            and all(self.claims.mentions(medida, name) for name in named)
            and matches(medida, filtros.model_copy(update=others), self.known)
        )

    def _reported(self, medidas: Sequence[Medida], query: Query) -> list[Claim]:
        """What other documents say of these medidas, where progress or more than the plan holds is asked for."""
        topic = topic_terms(query.resto or query.texto)
        vocabulary = self.store.vocabulary
        covered = max((vocabulary.coverage(topic, medida.id) for medida in medidas), default=0.0)
        if query.kind is Kind.MEDIDA_CAMPO:  # named by its number, so the words left are of what is asked of it
            covered = max((self._held(topic, medida) for medida in medidas), default=0.0)
        own = {medida.document for medida in medidas}
        beyond = query.avance or query.cifra or bool(set(query.documentos) - own)
        if len(medidas) > MAX_REPORTED or (not beyond and covered >= COVERED):
            return []
        claims: list[Claim] = []
        for medida in medidas:
            links = self._links(medida, topic)
            claims += [self.claims.report(link) for link in links]
            if query.avance and not links:
                claims.append(self.claims.unreported(medida))
        if query.avance:
            claims += self.claims.no_state(medidas)
        if len(topic) < 3 or not self._leaves_open(topic, medidas, claims):
            return claims
        return claims + self.beyond(query, medidas, claims)

    def _held(self, topic: Sequence[str], medida: Medida) -> float:
        """How much of a topic, weighed by rarity, the row of a medida itself holds."""
        rarity = self.store.vocabulary.rarity
        row = set(terms(self.store.quote(medida.span)))
        total = sum(rarity(stem) for stem in topic)
        return sum(rarity(stem) for stem in topic if stem in row) / total if total else 1.0

    def _links(self, medida: Medida, topic: Sequence[str]) -> list[Avance]:
        """What is reported of a medida, most to the point of the question first; mere kinship only for want of better."""
        links = [link for link in self.store.of(Avance) if link.medida == medida.numero]
        sure = [link for link in links if link.fuerza != "relacionada"] or links

        def weight(link: Avance) -> tuple[float, bool]:
            shared = sum(self.store.vocabulary.rarity(stem) for stem in set(topic) & set(terms(link.texto.texto)))
            return (-shared, link.fuerza != "directa")

        return sorted(sure, key=weight)[:MAX_LINKS]

    def _leaves_open(self, topic: Sequence[str], medidas: Sequence[Medida], claims: Sequence[Claim]) -> bool:
        """Whether what is asked goes beyond what the medidas and the claims say."""
        said = set(terms(" ".join(claim.text for claim in claims)))
        for medida in medidas:
            said |= set(self.store.vocabulary.stems.get(medida.id, "").split())
        rarity = self.store.vocabulary.rarity
        total = sum(rarity(stem) for stem in topic)
        return sum(rarity(stem) for stem in topic if stem in said) < COVERED * total


def _draft(claims: Sequence[Claim], medidas: Sequence[Medida]) -> Draft:
    return Draft(
        status=Status.ANSWERED,
        claims=tuple(claims),
        medidas=tuple(medida.numero for medida in medidas),
        record_ids=tuple(medida.id for medida in medidas),
    )


def alike(one: Medida, other: Medida) -> bool:
    """Whether two medidas say nearly the same."""
    first, second = set(terms(one.texto.texto)), set(terms(other.texto.texto))
    return len(first & second) >= ALIKE * min(len(first), len(second))


ALSO_WHICH = re.compile(r"\by (?:cuales|que medidas)\b(?! (?:tiene|es|fue))")
ASKS_STATE = re.compile(
    r"\b(?:falta[n]?|queda[n]?|vencid[ao]s?|ya vencio|vigente|por vencer|a tiempo|dentro del? plazo|en plazo|fuera de plazo|expir\w+)\b"
)
ASKS_DONE = re.compile(
    r"\b(?:se )?(?:cumpli(?:o|eron|da|do|das|dos|miento)|implementad[ao]s?|terminad[ao]s?|completad[ao]s?|finalizad[ao]s?|ejecutad[ao]s?|realizad[ao]s?|concretad[ao]s?|list[ao]s?|hech[ao]s?|avance|progreso|atrasad[ao]s?|en desarrollo)\b"
)


def topic_terms(text: str) -> list[str]:
    """The distinct stems of what is asked, without the words that any question of a medida holds."""
    common = set(terms("medida medidas plan plazo fecha indicador cuenta pública según cuándo año respecto final"))
    return [stem for stem in dict.fromkeys(terms(text)) if stem not in common]
