"""What is said of groups of medidas: how many each eje, institution or date has; which has most; two compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.compose.medidas import count, proof, stated
from assistant.select import deadline, in_range, matching_hitos, responsible
from assistant.texts import Texts
from assistant.understand.describe import GROUPS
from assistant.values import Agrupacion, Claim, Filtros, Grupo, Orden, Query
from corpus.analysis import fold
from corpus.dates import MONTHS, write_date
from corpus.lexicon import Instituciones
from corpus.records import Hito, Medida, Span
from corpus.store import Store

Groups = list[tuple[str, list[Medida]]]
# "¿Cuál eje tiene más medidas y cuál menos?"
_BOTH_ENDS = re.compile(r"\bmas\b.* (?:y|e) .*\bmenos\b|\bmenos\b.* (?:y|e) .*\bmas\b")


class GroupClaims:
    """Makes the claims about groups of medidas of one index."""

    def __init__(self, store: Store, texts: Texts, known: Instituciones) -> None:
        self.store = store
        self.texts = texts
        self.known = known

    def claims(self, query: Query, medidas: Sequence[Medida], in_words: str) -> list[Claim]:
        """The groups that a query asks for: the answer in a sentence, then all groups as a table."""
        asked = query.agrupar or Agrupacion(por=Grupo.EJE)
        if asked.por is Grupo.HITO:
            return [self._milestones(medidas, in_words)]
        groups = self._ordered(asked, query, medidas)
        ranked = query.orden in (Orden.MAS, Orden.MENOS)
        if not groups:
            text = self.texts("medidas", "ningun_grupo", por=GROUPS[asked.por], filtros=in_words)
            return [Claim(text=text, computed=stated(in_words))]
        leads = [self._lead(query, asked, groups, ranked, in_words)]
        if ranked and not asked.entre and (query.tope or 1) == query.puesto == 1 and _BOTH_ENDS.search(query.texto):
            other = query.model_copy(update={"orden": Orden.MAS if query.orden is Orden.MENOS else Orden.MENOS})
            last = self._lead(other, asked, groups[::-1], ranked, in_words)
            ends = [(query, leads[0]), (other, last)]
            leads = [self._end(of, claim) for of, claim in sorted(ends, key=lambda end: end[0].orden is Orden.MENOS)]
        return [*leads, *self._table(asked, groups)]

    def _ordered(self, asked: Agrupacion, query: Query, medidas: Sequence[Medida]) -> Groups:
        groups = self._groups(asked, query.filtros, medidas)
        ranked = query.orden in (Orden.MAS, Orden.MENOS)
        if ranked or (asked.por is Grupo.INSTITUCION and not asked.entre):
            least = query.orden is Orden.MENOS
            groups.sort(key=lambda group: len(group[1]) if least else -len(group[1]))
        return groups

    def leading(self, query: Query, medidas: Sequence[Medida]) -> list[Medida]:
        """The medidas of as many ejes as are asked for from the first of a ranking on; none where no such ranking is asked for."""
        asked = query.agrupar
        if asked is None or asked.por is not Grupo.EJE or asked.entre or query.puesto != 1:
            return []
        if query.orden not in (Orden.MAS, Orden.MENOS):
            return []
        return [medida for _, members in self._ordered(asked, query, medidas)[: query.tope or 1] for medida in members]

    def first(self, query: Query, medidas: Sequence[Medida]) -> list[Medida]:
        """The medidas of the group or groups that come first in a ranking."""
        if query.agrupar is None or query.orden not in (Orden.MAS, Orden.MENOS):
            return []
        groups = self._groups(query.agrupar, query.filtros, medidas)
        sizes = [len(members) for _, members in groups if members]
        best = _size_at(sizes, query.puesto, least=query.orden is Orden.MENOS)
        return [medida for _, members in groups if len(members) == best for medida in members]

    def parts(self, filtros: Filtros, medidas: Sequence[Medida]) -> list[Claim]:
        """How many of a set each of the institutions, ejes or dates has that were named together; none for one alone."""
        found = self._parts(filtros, medidas)
        if not found:
            return []
        text = self.texts("medidas", "partes", grupos=[(name, len(members)) for name, members in found])
        computed = tuple(c for name, members in found for c in (*count(len(members)), *stated(name)))
        return [
            Claim(text=text, computed=computed, spans=tuple(s for name, ms in found for s in self._proof(name, ms[:1])))
        ]

    def _parts(self, filtros: Filtros, medidas: Sequence[Medida]) -> Groups:
        names = filtros.instituciones
        if len(names) > 1:
            return [(name, [m for m in medidas if responsible(m, name, self.known, names)]) for name in names]
        if len(filtros.ejes) > 1:
            ejes = [self.store.ejes[number] for number in filtros.ejes if number in self.store.ejes]
            return [(_eje_name(e.numero, e.nombre.texto), [m for m in medidas if m.eje == e.numero]) for e in ejes]
        texts = list(dict.fromkeys(fechas.texto for fechas in filtros.plazos))
        if len(texts) > 1:
            of = {text: [fechas for fechas in filtros.plazos if fechas.texto == text] for text in texts}
            return [
                (text, [m for m in medidas if any(in_range(h, f) for h in m.hitos for f in of[text])]) for text in texts
            ]
        return []

    def _groups(self, asked: Agrupacion, filtros: Filtros, medidas: Sequence[Medida]) -> Groups:
        """The groups in their natural order: ejes by number, dates by time, institutions by name."""
        keyed: dict[tuple[object, ...], tuple[str, list[Medida]]] = {}
        for medida in medidas:
            for key, name in self._keys(asked.por, medida, matching_hitos(medida, filtros)):
                members = keyed.setdefault(key, (name, []))[1]
                if medida not in members:
                    members.append(medida)
        if asked.entre:
            return self._named(asked, medidas, dict(keyed.values()))
        groups = [keyed[key] for key in sorted(keyed, key=str if asked.por is Grupo.INSTITUCION else None)]
        if asked.por is Grupo.EJE and filtros == Filtros():
            empty = [eje for number, eje in self.store.ejes.items() if (number,) not in keyed]
            groups += [(_eje_name(eje.numero, eje.nombre.texto), []) for eje in empty]
        if asked.maximo == 0:
            groups = self._without(asked.por, groups)
        groups = [group for group in groups if group[0] not in asked.sin]
        if asked.prefijo:
            groups = [group for group in groups if fold(group[0]).startswith(asked.prefijo)]
        least, most = asked.minimo or 0, len(medidas) if asked.maximo is None else asked.maximo
        return [group for group in groups if least <= len(group[1]) <= most]

    def _without(self, by: Grupo, groups: Groups) -> Groups:
        """The institutions or ejes of the plan that none of the medidas is of."""
        held = {name for name, _ in groups}
        names = [_eje_name(eje.numero, eje.nombre.texto) for eje in self.store.ejes.values()]
        if by is Grupo.INSTITUCION:
            names = sorted({name for medida in self.store.medidas.values() for name in medida.instituciones})
        return [(name, []) for name in names if name not in held]

    def _named(self, asked: Agrupacion, medidas: Sequence[Medida], found: Mapping[str, list[Medida]]) -> Groups:
        """The groups that were named to be compared, empty ones too."""
        if asked.por is Grupo.INSTITUCION:
            return [
                (name, [m for m in medidas if responsible(m, name, self.known, asked.entre)]) for name in asked.entre
            ]
        if asked.por is Grupo.EJE:
            ejes = [self.store.ejes[int(number)] for number in asked.entre if int(number) in self.store.ejes]
            return [(_eje_name(e.numero, e.nombre.texto), [m for m in medidas if m.eje == e.numero]) for e in ejes]
        return [(name, found.get(name, [])) for name in asked.entre]

    def _keys(self, by: Grupo, medida: Medida, hitos: Sequence[Hito]) -> list[tuple[tuple[object, ...], str]]:
        """The groups that a medida is in: a key to sort by, and the name."""
        if by is Grupo.INSTITUCION:
            return [((name,), name) for name in medida.instituciones]
        if by is Grupo.EJE:
            return [((medida.eje,), _eje_name(medida.eje, self.store.ejes[medida.eje].nombre.texto))]
        name = {Grupo.ANO: _year, Grupo.MES: _month, Grupo.FECHA: _date}[by]
        return [name(hito) for hito in hitos]

    def _lead(self, query: Query, asked: Agrupacion, groups: Groups, ranked: bool, in_words: str) -> Claim:
        """The answer in a sentence: the first, the two compared, how many, or what the table is of."""
        shown = groups
        if asked.entre:
            macro, shown = "comparados", groups
        elif ranked and (query.tope or 1) > 1:
            macro, shown = "primeros", groups[: query.tope]
        elif ranked and query.puesto != 1:
            size = _size_at([len(members) for _, members in groups], query.puesto, least=query.orden is Orden.MENOS)
            macro, shown = "puesto", [group for group in groups if len(group[1]) == size]
        elif ranked:
            macro, shown = "mayor", [group for group in groups if len(group[1]) == len(groups[0][1])]
        else:
            macro = "distintos" if asked.distintas else "grupos"
        text = self.texts(
            "medidas",
            macro,
            grupos=[(name, len(members)) for name, members in shown],
            por=GROUPS[asked.por],
            prefijo=asked.prefijo,
            menos=query.orden is Orden.MENOS,
            filtros=in_words,
            **({"puesto": query.puesto} if macro == "puesto" else {}),
        )
        spans = tuple(
            span for name, members in (shown if macro != "grupos" else []) for span in self._proof(name, members)
        )[:8]
        computed = [*stated(in_words), *count(len(groups)), *count(query.puesto)]
        sizes = [len(members) for _, members in shown]
        computed += count(max(sizes) - min(sizes)) if macro == "comparados" else ()
        for name, members in shown:
            computed += [*count(len(members)), *stated(name)]
        return Claim(text=text, spans=tuple(dict.fromkeys(spans)), computed=tuple(computed))

    def _end(self, query: Query, lead: Claim) -> Claim:
        """What comes first at one end of a ranking of which both are asked for, with which end it is."""
        return lead.model_copy(
            update={"text": self.texts("medidas", "extremo", menos=query.orden is Orden.MENOS, de=lead.text)}
        )

    def _table(self, asked: Agrupacion, groups: Groups) -> list[Claim]:
        header = Claim(text=self.texts("medidas", "cabecera", por=GROUPS[asked.por]), block="header")
        rows = [
            Claim(
                text=self.texts("medidas", "grupo", nombre=name, total=len(members)),
                spans=self._proof(name, members),
                computed=(*count(len(members)), *stated(name)),
                block="row",
            )
            for name, members in groups
        ]
        several = asked.por is not Grupo.EJE and sum(len(m) for _, m in groups) > len(
            {m.numero for _, ms in groups for m in ms}
        )
        note = [Claim(text=self.texts("medidas", "en_varios", por=GROUPS[asked.por]), block="note")] if several else []
        return [header, *rows, *note]

    def _proof(self, name: str, members: Sequence[Medida]) -> tuple[Span, ...]:
        for eje in self.store.ejes.values():
            if name == _eje_name(eje.numero, eje.nombre.texto):
                return (eje.declaradas_span,)
        return proof(members)

    def _milestones(self, medidas: Sequence[Medida], in_words: str) -> Claim:
        """How many milestones the medidas have in all."""
        total = sum(len(medida.hitos) for medida in medidas)
        several = [medida for medida in medidas if len(medida.hitos) > 1]
        text = self.texts("medidas", "hitos", total=total, medidas=len(medidas), varios=several, filtros=in_words)
        computed = (
            *count(total),
            *count(len(medidas)),
            *stated(in_words),
            *(c for m in several for c in count(len(m.hitos))),
        )
        return Claim(text=text, spans=tuple(medida.span for medida in several[:8]), computed=computed)


def _size_at(sizes: Sequence[int], place: int, *, least: bool) -> int:
    """How many the groups have at a place of a ranking, those with as many sharing one; 0 is the last place."""
    ranked = sorted(set(sizes), reverse=not least)
    return ranked[min(place, len(ranked)) - 1] if ranked else 0


def _eje_name(number: int, name: str) -> str:
    return f"Eje {number}: {name}"


def _year(hito: Hito) -> tuple[tuple[object, ...], str]:
    at = deadline(hito)
    return (at.year,), str(at.year)


def _month(hito: Hito) -> tuple[tuple[object, ...], str]:
    at = deadline(hito)
    return (at.year, at.month), f"{MONTHS[at.month - 1]} de {at.year}"


def _date(hito: Hito) -> tuple[tuple[object, ...], str]:
    """The date in one spelling; one that does not exist as it is written."""
    if hito.fecha is None:
        return (deadline(hito), hito.plazo.texto), f"{hito.plazo.texto} (no existe en el calendario)"
    return (hito.fecha, ""), write_date(hito.fecha)
