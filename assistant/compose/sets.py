"""Answers about sets of medidas: the list, how many they are, their groups, whole ejes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.compose.groups import GroupClaims
from assistant.compose.medidas import stated
from assistant.compose.plan import PlanDrafts, answered
from assistant.select import deadline, matching_hitos, select
from assistant.values import Campo, Claim, Draft, Filtros, Grupo, Kind, Orden, Query, Status
from corpus.records import Avance, Hito, Medida

_MAX_ROWS_WITH_NOTES = 3
_DATED = {Orden.PRIMERO: "primer_plazo", Orden.ULTIMO: "ultimo_plazo", Orden.PROXIMO: "proximo_plazo"}
# "¿cuántas medidas trae y en cuántos ejes?": the whole and its groups.
_EJE = re.compile(r"\beje\b")
_ALSO_TOTAL = re.compile(
    r"\b(?:cuantas|total de|numero de|cantidad de) (?:\w+ ){0,2}?medidas\b(?! por\b| (?:tiene|hay en|trae|lleva|suma) el eje\b)"
)
# "¿Qué porcentaje de las medidas concentran los dos ejes con más?", "los tres ejes con más medidas, ¿cuántas suman?"
_MAKE_UP = re.compile(
    r"\b(?:que|cual|cuanto)\b.*\b(?:porcentaje|proporcion|parte)\b|\bsum(?:an|ad[oa]s|ando|en)\b|\bjunt(?:[oa]s|an)\b|\bentre (?:todos )?(?:los|ambos)\b"
)
_ALSO_WHICH = re.compile(r"\by (?:cuales|que medidas)\b(?! (?:tiene|es|fue))")

# "¿Qué plazos tienen las medidas de X?", "fechas de las tres medidas de X": of each of them, where they are few.
_THEIR_DATES = re.compile(
    r"\b(?:plazos|fechas) (?:(?:de (?:termino|vencimiento|cumplimiento|entrega)|limite) )?(?:tienen|tenian|hay en|son los de|de|para) "
    r"(?:las?|sus|cada una de las) (?:(?:dos|tres|cuatro|cinco|seis|\d) )?medidas\b"
)
FEW = 8

# "la medida de FONASA", "la del ISL": of what it is, and not by whom.
_OF_IT = re.compile(r"\b(?:medida|la) (?:(?:del plan|hay|que habla|que trata) ){0,2}(?:de|del|sobre|con|para)\b")

# "¿Qué presupuesto tienen las medidas de Salud?": an amount is asked for, which the plan gives of none.
_MONEY = re.compile(
    r"\b(?:que|cual(?:es)? (?:es|son|era|seria)(?: el| los| la)?|cuant[oa]s?|how much|what(?: is the)?) "
    r"(?:(?:se|le|les|nos|va|van|iba|iban|a|ha|han) )*"
    r"(?:presupuestos?|platas?|lucas|dinero|cuestan?|cost[aoe]\w*|gast\w+|invirti\w+|invertir\w*|montos?|financiamiento|budget|money)\b"
    # "Presupuesto de la medida sobre…", as one types it into a search box.
    r"|\b(?:presupuesto|costo|monto|gasto)(?: (?:de|del|para|en|a|por|asignado|estimado|total|anual|la|las))* (?:medidas?|cada una?|c/u)\b"
    r"|[:,;] *(?:presupuesto|costo|monto|gasto)s?(?: (?:asignado|estimado|total|anual))*\W*$"
)


_WHICH_ONES = re.compile(r"\b(?:cuales|que medidas|list\w+|nombr\w+|enumer\w+|detall\w+|which)\b")
_HOW_MANY = re.compile(r"\b(?:cuantas|cantidad|numero de medidas|porcentaje|how many|avance)\b|%")


class SetDrafts:
    """Drafts about sets of medidas, beside those about single ones; ``describe`` says filters in words."""

    def __init__(self, plan: PlanDrafts, describe: Callable[[Filtros], str]) -> None:
        self.plan = plan
        self.store = plan.store
        self.known = plan.known
        self.claims = plan.claims
        self.describe = describe
        self.groups = GroupClaims(plan.store, plan.claims.texts, plan.known)

    @staticmethod
    def asks_money(query: Query) -> bool:
        """Whether it is asked what the medidas of a set cost: the plan has no column for it, and no document says it."""
        return not query.filtros.palabras and not query.documentos and _MONEY.search(query.texto) is not None

    def unpriced(self, query: Query, medidas: Sequence[Medida]) -> bool:
        """Whether it is asked what some medidas cost, and nothing that is reported of them gives an amount."""
        numbers = {medida.numero for medida in medidas}
        priced = any(link.medida in numbers and "$" in link.texto.texto for link in self.store.of(Avance))
        return self.asks_money(query) and not priced

    def listed(self, query: Query) -> Draft:
        """The medidas that pass the filters, complete, or how many they are."""
        filtros = query.filtros
        found = select(self.store.medidas, filtros, self.known)
        in_words = self.describe(filtros)
        if not found:
            named = self._named_in(query)
            return self.plan.about(named, query) if named else self._empty(query, in_words)
        if (
            len(found) == 1
            and query.kind is Kind.MEDIDA_LISTA
            and not query.plural
            and set(query.campos) - {Campo.TEXTO}
        ):
            return self.plan.about(found, query)
        if query.orden in _DATED:
            return self._by_deadline(query, found, in_words)
        if query.orden in (Orden.PRIMERAS, Orden.ULTIMAS):
            many = query.tope or 1
            found = found[:many] if query.orden is Orden.PRIMERAS else found[-many:]
        if query.orden is Orden.FECHA:
            found = tuple(sorted(found, key=lambda medida: min(deadline(h) for h in matching_hitos(medida, filtros))))
        if query.kind is Kind.MEDIDA_CONTEO and query.avance and filtros == Filtros():
            told = answered([*self.claims.no_state(found), self.claims.whole_plan()], ())
            # How many are done is told; which of them is not.
            only_which = _WHICH_ONES.search(query.texto) is not None and _HOW_MANY.search(query.texto) is None
            return told.model_copy(update={"status": Status.NOT_FOUND, "abstained": True}) if only_which else told
        whole = filtros == Filtros() and len(found) == len(self.store.medidas)
        claims = self._lead(query, found, in_words, whole)
        if query.avance and not whole and self.plan.asks_done(query):
            return self._undone([*claims, *self._rows(found, {})], found)
        if query.avance:
            claims += self.claims.no_state(found)
        if not (whole and query.kind is Kind.MEDIDA_CONTEO):
            claims += self._rows(found, {medida.numero: matching_hitos(medida, filtros) for medida in found})
        return answered(claims, () if whole and query.kind is Kind.MEDIDA_CONTEO else found)

    def _lead(self, query: Query, found: Sequence[Medida], in_words: str, whole: bool) -> list[Claim]:
        """How many there are: of one eje, of the plan, or under the filters."""
        ejes = query.filtros.ejes
        one_eje = len(ejes) == 1 and query.filtros == Filtros(ejes=ejes) and ejes[0] in self.store.ejes
        if query.porcentaje:
            of = select(self.store.medidas, query.parte_de, self.known) if query.parte_de else ()
            if set(found) <= set(of):
                return [self.claims.share_of(found, len(of), in_words, self.describe(query.parte_de))]
            told = self.claims.share_told(self.store.ejes[ejes[0]]) if one_eje else []
            share = self.claims.share(found, in_words, ejes if query.filtros == Filtros(ejes=ejes) else ())
            if not self._asks_another(query, found):
                return [share, *told]
            if told:  # "según la Cuenta, ¿qué porcentaje…?"
                return [told[0].model_copy(update={"block": "lead"}), share, *told[1:]]
            return self._against(query, found, in_words)
        if whole:
            return [self.claims.whole_plan(), *self.claims.told_elsewhere()]
        if one_eje and not query.orden:
            return [*self.claims.eje(self.store.ejes[ejes[0]]), *self._against(query, found, in_words)]
        claims = [self.claims.counted(found, in_words)]
        if query.filtros.temas:  # the field of an eje, though it is not called one
            claims += self.claims.against_summary(found)
        if not query.filtros.junto_a:
            claims += self.groups.parts(query.filtros, found)
        if any(fechas.texto.startswith("vencidas") for fechas in query.filtros.plazos):
            claims.append(self.claims.expired_only())
        return claims

    def _against(self, query: Query, found: Sequence[Medida], in_words: str) -> list[Claim]:
        """Which part of the plan an eje is, beside what another document says of it, where the question names that one."""
        if not self._asks_another(query, found):
            return []
        share = self.claims.share(found, in_words)
        return [share, *self.plan.beyond(query, found, [share])]

    @staticmethod
    def _asks_another(query: Query, found: Sequence[Medida]) -> bool:
        """Whether a question names another document than that of the medidas."""
        return bool(set(query.documentos) - {medida.document for medida in found})

    def _rows(self, found: Sequence[Medida], hitos: dict[int, tuple[Hito, ...]]) -> list[Claim]:
        claims = self.claims.rows(found, hitos)
        for medida in found:
            claims += (
                self.claims.notes(medida) if len(found) <= _MAX_ROWS_WITH_NOTES else self.claims.impossible(medida)
            )
        return claims + self.claims.discrepancy_of_set(found)

    def _by_deadline(self, query: Query, found: Sequence[Medida], in_words: str) -> Draft:
        """The medidas with the first, the last or the next deadline; as many of the first ones as were asked for."""
        today = self.plan.today()
        dated = [(deadline(hito), hito, m) for m in found for hito in matching_hitos(m, query.filtros)]
        if query.orden is Orden.PROXIMO:
            dated = [entry for entry in dated if entry[0] >= today]
            if not dated:
                return answered([self.claims.first_deadline((), found, "sin_proximo", today)], ())
        dated.sort(key=lambda entry: (entry[0], entry[2].numero), reverse=query.orden is Orden.ULTIMO)
        many = query.tope or 1
        limit = dated[min(many, len(dated)) - 1][0]
        last = query.orden is Orden.ULTIMO
        chosen = [entry for entry in dated if (entry[0] >= limit if last else entry[0] <= limit)]
        medidas = tuple(dict.fromkeys(m.numero for _, _, m in chosen))
        hitos = {number: tuple(h for _, h, m in chosen if m.numero == number) for number in medidas}
        rows = [self.store.medidas[number] for number in medidas]
        lead = self.claims.first_deadline([h for _, h, _ in chosen], rows, _DATED[query.orden or Orden.PRIMERO], today)
        filters = [Claim(text=in_words, computed=stated(in_words), block="note")] if in_words else []
        return answered([lead, *self._rows(rows, hitos), *filters], rows)

    def _named_in(self, query: Query) -> list[Medida]:
        """The one medida whose text names what "la medida de FONASA" names, which is responsible for none."""
        if (
            query.plural
            or query.filtros != Filtros(instituciones=query.filtros.instituciones)
            or not _OF_IT.search(query.texto)
        ):
            return []
        names = query.filtros.instituciones
        found = [m for m in self.store.medidas.values() if any(self.claims.mentions(m, name) for name in names)]
        return found if len(found) == 1 else []

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
        return answered(claims, ())

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
                claims.append(self.claims.first_deadline(hitos, medidas, macro, self.plan.today()))
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
            whole = self.claims.whole_plan()
            told = [whole, *self.claims.told_elsewhere()]
            # "¿Qué eje tiene más medidas y cuántas?": of that one, when asked after it.
            total = _ALSO_TOTAL.search(query.texto)
            of_first = total is not None and query.orden is not None and _EJE.search(query.texto[: total.start()])
            claims = [*told, *claims] if total and not of_first else [*claims, *told]
        if _MAKE_UP.search(query.texto) and not query.filtros and (leading := self.groups.leading(query, found)):
            ejes = list(dict.fromkeys(medida.eje for medida in leading))
            claims.insert(0, self.claims.share(leading, "", ejes))
        first = self.groups.first(query, found) if _ALSO_WHICH.search(query.texto) else []
        if compared and not query.orden:
            first = list(found)
        of_each = query.agrupar is not None and query.agrupar.por is Grupo.FECHA and _THEIR_DATES.search(query.texto)
        if of_each and query.orden is None and query.filtros and len(found) <= FEW:
            first = list(found)
        return answered([*claims, *self.claims.rows(first)], first)

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
        done = query.avance and self.plan.asks_done(query)
        return self._undone(claims, medidas) if done else answered(claims, medidas)

    def _undone(self, claims: Sequence[Claim], medidas: Sequence[Medida]) -> Draft:
        """That no document says how many of a set are done, nor which, before what the set is."""
        told = answered([*self.claims.no_state(medidas), *claims], medidas)
        return told.model_copy(update={"status": Status.NOT_FOUND, "abstained": True})
