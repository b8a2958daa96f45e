"""The composer: which claims make up the answer to a query, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assistant.compose.medidas import MedidaClaims
from assistant.compose.passages import PassageClaims
from assistant.retrieve import Retriever
from assistant.select import select
from assistant.texts import Texts
from assistant.values import Campo, Claim, Draft, Evidence, Filtros, Hit, Kind, Query, Status
from corpus.lexicon import Instituciones
from corpus.records import Fragmento, Medida, Pasaje, Practica, Record, Tabla
from corpus.store import Store

NEAR = 0.86
MAX_EXTRA = 2


class Composer:
    """Composes drafts from one index; deterministic."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        known: Instituciones,
        retriever: Retriever,
        describe: Callable[[Filtros], str],
        today: Callable[[], date],
    ) -> None:
        self.store = store
        self.texts = texts
        self.known = known
        self.retriever = retriever
        self.describe = describe
        self.today = today
        self.medidas = MedidaClaims(store, texts, known)
        self.passages = PassageClaims(store, texts)

    def compose(self, query: Query, evidence: Evidence) -> Draft:
        """The draft for a query. What the documents do not hold becomes an abstention."""
        by_kind: dict[Kind, Callable[[Query, Evidence], Draft]] = {
            Kind.SALUDO: self._greeting,
            Kind.POCO_CLARO: self._unclear,
            Kind.FUERA_DE_ALCANCE: self._refusal,
            Kind.MEDIDA_LISTA: self._list,
            Kind.MEDIDA_CONTEO: self._list,
            Kind.MEDIDA_AGRUPADA: self._groups,
            Kind.MEDIDA_CAMPO: self._numbered,
            Kind.EJE: self._eje,
        }
        return by_kind.get(query.kind, self._open)(query, evidence)

    # Statuses with canned texts.

    def _greeting(self, query: Query, _: Evidence) -> Draft:
        return Draft(
            status=Status.GREETING,
            claims=(Claim(text=self.texts("estados", query.motivo or "hola"), block="canned"),),
            follow_ups=(),
        )

    def _unclear(self, query: Query, _: Evidence) -> Draft:
        return Draft(status=Status.UNCLEAR, claims=(Claim(text=self.texts("estados", "poco_claro"), block="canned"),), abstained=True)

    def _refusal(self, query: Query, evidence: Evidence) -> Draft:
        reason = query.motivo or "fuera"
        claims = [Claim(text=self.texts("estados", reason), block="canned")]
        return Draft(status=Status.OUT_OF_SCOPE, claims=tuple(claims), abstained=True)

    def not_found(self, query: Query, near: Sequence[Hit] = ()) -> Draft:
        """That the documents do not hold the answer: what was sought, and the nearest that is there."""
        sought = f"«{query.pregunta.strip()}»" if len(query.pregunta) <= 120 else "lo que preguntas"
        claims = [Claim(text=self.texts("estados", "no_encontrado", buscado=sought), block="canned")]
        return Draft(status=Status.NOT_FOUND, claims=tuple(claims), abstained=True)

    # Medidas.

    def _list(self, query: Query, _: Evidence) -> Draft:
        filtros = query.filtros
        found = select(self.store.medidas, filtros, self.known)
        words = self.describe(filtros)
        if not found:
            return self._empty(query, words)
        claims: list[Claim] = []
        if len(filtros.ejes) == 1 and filtros == Filtros(ejes=filtros.ejes) and filtros.ejes[0] in self.store.ejes:
            claims += self.medidas.eje(self.store.ejes[filtros.ejes[0]])
        elif filtros == Filtros():
            claims.append(self.medidas.whole_plan())
        else:
            claims.append(self.medidas.counted(len(found), found, words))
        if len(found) < len(self.store.medidas):
            claims += self.medidas.rows(found, filtros)
            for medida in found:
                claims += self.medidas.notes(medida) if len(found) <= 3 or _impossible(medida) else []
        reported = found if len(found) < len(self.store.medidas) else ()
        return Draft(
            status=Status.ANSWERED,
            claims=tuple(claims),
            medidas=tuple(medida.numero for medida in reported),
            record_ids=tuple(medida.id for medida in reported),
        )

    def _empty(self, query: Query, words: str) -> Draft:
        claims: list[Claim] = []
        for name in query.filtros.instituciones:
            if not select(self.store.medidas, Filtros(instituciones=(name,)), self.known):
                claims += self.medidas.nobody(name)
        if not claims:
            claims = [Claim(text=self.texts("medidas", "total", total=0, filtros=words), computed=_repeated(words))]
        return Draft(status=Status.ANSWERED, claims=tuple(claims))

    def _groups(self, query: Query, _: Evidence) -> Draft:
        found = select(self.store.medidas, query.filtros, self.known)
        return Draft(status=Status.ANSWERED, claims=tuple(self.medidas.grouped(query, found)))

    def _numbered(self, query: Query, evidence: Evidence) -> Draft:
        numbers = query.filtros.numeros
        missing = [number for number in numbers if number not in self.store.medidas]
        found = [self.store.medidas[number] for number in numbers if number in self.store.medidas]
        claims: list[Claim] = [self.medidas.unknown(missing)] if missing else []
        for medida in found:
            claims += self.medidas.fields(medida, query, self.today())
        return Draft(
            status=Status.ANSWERED,
            claims=tuple(claims),
            medidas=tuple(medida.numero for medida in found),
            record_ids=tuple(medida.id for medida in found),
        )

    def _eje(self, query: Query, evidence: Evidence) -> Draft:
        ejes = [self.store.ejes[number] for number in query.filtros.ejes if number in self.store.ejes]
        if not ejes:
            return self._open(query, evidence)
        claims: list[Claim] = []
        numbers: list[int] = []
        for eje in ejes:
            claims += self.medidas.eje(eje)
            numbers += eje.medidas
            claims += self.medidas.rows([self.store.medidas[number] for number in eje.medidas])
        return Draft(status=Status.ANSWERED, claims=tuple(claims), medidas=tuple(numbers))

    # Everything else: what retrieval found.

    def _open(self, query: Query, evidence: Evidence) -> Draft:
        if not evidence.kept:
            return self.not_found(query, evidence.rejected)
        first = self.store.records[evidence.kept[0].record_id]
        if isinstance(first, Medida):
            return self._about_medidas(first, query, evidence)
        top = evidence.kept[0].score
        chosen: list[Record] = [first]
        for hit in evidence.kept[1:]:
            record = self.store.records[hit.record_id]
            if hit.score < NEAR * top or len(chosen) > MAX_EXTRA:
                break
            if not isinstance(record, Medida) and not any(_overlap(record, other) for other in chosen):
                chosen.append(record)
        claims: list[Claim] = []
        for position, record in enumerate(chosen):
            if isinstance(record, Fragmento | Pasaje | Practica | Tabla):
                claims += self.passages.claims(record, query, lead=position == 0)
        return Draft(
            status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(record.id for record in chosen)
        )

    def _about_medidas(self, first: Medida, query: Query, evidence: Evidence) -> Draft:
        chosen = [first]
        if query.plural:
            top = evidence.kept[0].score
            for hit in evidence.kept[1:6]:
                record = self.store.records[hit.record_id]
                if isinstance(record, Medida) and hit.score >= 0.9 * top:
                    chosen.append(record)
        asked = query if set(query.campos) - {Campo.TEXTO} else query.model_copy(update={"campos": ()})
        claims = [claim for medida in chosen for claim in self.medidas.fields(medida, asked, self.today())]
        return Draft(
            status=Status.ANSWERED,
            claims=tuple(claims),
            medidas=tuple(medida.numero for medida in chosen),
            record_ids=tuple(medida.id for medida in chosen),
        )


def _impossible(medida: Medida) -> bool:
    return any(hito.fecha is None for hito in medida.hitos)


def _overlap(one: Record, other: Record) -> bool:
    """Whether two records share source text."""
    if not (isinstance(one, Fragmento | Pasaje) and isinstance(other, Fragmento | Pasaje)):
        return False
    a, b = one.texto.spans[0], other.texto.spans[0]
    return a.document == b.document and a.start < b.end and b.start < a.end


def _repeated(text: str) -> tuple:  # type: ignore[type-arg]
    from assistant.compose.medidas import _stated

    return _stated(text)
