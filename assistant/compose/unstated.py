"""What is asked of a medida that the plan states of none: a field that it has not, why it is so, a party or a place that it does not name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.medidas import MedidaClaims, count, stated
from assistant.values import Campo, Claim, Draft, Query, Status
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Medida
from corpus.store import Store

# "¿Por qué se hizo con Perú?"; "resuelven por qué vía" asks for none.
_WHY = re.compile(
    r"(?:^|[¿,;:.] ?|\by |\bpero |\bexplica\w* |\bdime |\bsaber )(?:por que(?! (?:via|resolucion|decreto|ley|norma|acto|circular|oficio|convenio|medida|articulo|medio|monto|periodo|plazo|region|institucion|ministerio|etapa)\b)|(?:por|con) que (?:motivo|razon|causa|fundamento)"
    r"|a que (?:se debe|se debio|obedece|obedecio)|cual(?:es)? (?:es|fue|fueron|son|era) (?:la razon|el motivo|la causa|los motivos|las razones))\b"
)
# "… y no con otro país", "… no quedó la Defensoría": what is not so has no purpose in any row.
_CONTRAST = re.compile(
    r"\b(?:y|que) no\b|\ben vez de\b|\ben lugar de\b|\bno (?:qued|est|inclu|figur|particip|aparec|consider)\w+|\bse (?:elig|escog|prefir|opt|seleccion)\w+"
)
# What a row says that something is for.
_PURPOSE = re.compile(r"\b(?:con el fin|a fin|con el objetivo|con el proposito) de\b|\bpara\b|\bobjetivo\b|\bdebido\b")
_THE = r"(?:el|la|los|las|un|una)"
# What stands behind "con": a name, as far as it goes.
_WITH = re.compile(rf"\bcon (?:{_THE} )?(?P<who>[\w-]{{2,}})")
_ACRONYM = re.compile(r"\b[A-ZÑ]{3,}\b")
_NAME = re.compile(rf"(?<=[a-záéíóúñ,] )(?i:con) (?:{_THE} )?(?P<name>[A-ZÁÉÍÓÚÑ]\w{{2,}})")

# Where something is, is asked, or where the asker is, told: "soy de Osorno, ¿en qué regiones…?"
_WHERE = re.compile(
    r"\b(?:donde|adonde|(?:en |de )?(?:que|cuales|cuantas) (?:son las )?(?:regiones|comunas|lugares|ciudades|zonas|partes)|vivo|vivimos|soy|somos|estoy|estamos|trabajo|trabajamos|vengo|llegue|escribo)\b"
)


class Unstated:
    """Says so of the medidas of one index; ``messages`` are the words of the lexicon for what is asked of one."""

    def __init__(
        self, store: Store, known: Instituciones, claims: MedidaClaims, messages: Cues, lugares: Lugares | None = None
    ) -> None:
        self.store = store
        self.lugares = lugares
        self.known = known
        self.claims = claims
        self.messages = messages
        pact = (
            rf"(?<!de (?=acuerdo (?:con|a)\b)){messages.any_of('medida.pacto')}"  # "de acuerdo con" agrees on nothing
        )
        self._pact = re.compile(rf"\b{pact}\b")
        self._of_two = re.compile(rf"\b{pact}\b[^.;:?]{{0,80}}?\b(?:con|entre|y) (?:{_THE} )?$")

    def told(self, medidas: Sequence[Medida], query: Query) -> Draft | None:
        """That the plan does not say it, beside the medidas asked about; None where nothing of the sort is asked."""
        line = fold(query.pregunta if not query.arrastre else f"{query.pregunta} {query.texto}")
        lead = self._field(line, medidas, query) or self._reason(line, medidas, query) or self._party(query, medidas)
        lead = lead or self._place(query, medidas)
        if lead is None:
            return None
        notes = [note for medida in medidas for note in self.claims.impossible(medida)]
        return Draft(
            status=Status.NOT_FOUND,
            abstained=True,
            claims=(lead, *self.claims.rows(medidas), *notes),
            medidas=tuple(medida.numero for medida in medidas),
            record_ids=tuple(medida.id for medida in medidas),
        )

    def _field(self, line: str, medidas: Sequence[Medida], query: Query) -> Claim | None:
        """That the plan has no such field ("medio de verificación"), where no row writes its name."""
        named = self.messages.find("medida.campo_ajeno", line)
        if named is None or any(set(terms(named.group())) <= set(terms(self._row(medida))) for medida in medidas):
            return None
        text = self.claims.texts("medidas", "sin_campo", campo=_as_typed(named, line, query.pregunta))
        return Claim(text=text, block="canned")

    def _reason(self, line: str, medidas: Sequence[Medida], query: Query) -> Claim | None:
        """That no document says why, where a reason is asked of one medida and its row tells none.

        What is wrong in the row itself, and who is taken for responsible though another is, is told instead.
        """
        if _WHY.search(line) is None or len(medidas) != 1:
            return None
        of_fields = {Campo.PLAZO, Campo.INDICADOR} & set(query.campos) or query.filtros.plazos
        if of_fields and self.claims.notes(medidas[0]):
            return None
        contrast = _CONTRAST.search(line) is not None
        asked = {*query.filtros.instituciones, *query.filtros.junto_a}
        taken = asked - set(medidas[0].instituciones)
        if not contrast and (taken or query.avance or _PURPOSE.search(fold(self._row(medidas[0])))):
            return None
        return Claim(text=self.claims.texts("medidas", "sin_razon", m=medidas[0]), block="canned")

    def _party(self, query: Query, medidas: Sequence[Medida]) -> Claim | None:
        """That no medida is of an agreement with a party that none of these names: "el convenio con la CORFO"."""
        line = fold(query.texto)
        if self._pact.search(line) is None:
            return None
        by_number = bool(query.filtros.numeros)  # that it is of an agreement is not doubted
        name = None if by_number else self._other_institution(line, query, medidas) or self._other_name(query, medidas)
        if name is None:
            return None
        total = len(self.store.medidas)
        text = self.claims.texts("medidas", "sin_parte", nombre=name, total=total)
        return Claim(text=text, computed=(*count(total), *stated(name)), block="canned")

    def _place(self, query: Query, medidas: Sequence[Medida]) -> Claim | None:
        """That no medida names the place asked about, nor one that it lies in, where each names others of the country: "¿hay
        piloto en Valparaíso?", of one in three regions."""
        other = query.avance or _WHERE.search(fold(query.pregunta))
        rows = [] if other else [self._within(self._row(medida)) for medida in medidas]
        # One alone may only be counted in: "en las 16 regiones, incluida la Metropolitana".
        asked = self._within(query.pregunta) if rows and all(len(row) > 1 for row in rows) else {}
        if not asked or any({*asked, *asked.values()} & {*row, *row.values()} for row in rows):
            return None
        text = self.claims.texts("medidas", "sin_lugar", lugar=" ni ".join(asked), medidas=medidas)
        return Claim(text=text, block="canned")

    def _within(self, text: str) -> dict[str, str]:
        """The regions, provinces and comunas that a text names, each with its region."""
        found = (one.lugar for one in (self.lugares.find(text) if self.lugares else ()) if not one.gentilicio)
        return {one.nombre: one.region or one.nombre for one in found if one.clase in ("region", "provincia", "comuna")}

    def _other_institution(self, line: str, query: Query, medidas: Sequence[Medida]) -> str | None:
        """An institution named as a party to an agreement that no one of some medidas is of, or mentions."""
        for name in (*query.filtros.junto_a, *query.filtros.instituciones):
            entry = self.known.by_name.get(name)
            forms = [fold(form) for form in (*entry.formas, *entry.comunes)] if entry else []
            found = (line.find(form) for form in sorted(forms, key=len, reverse=True) if form in line)
            party = any(self._of_two.search(line[:at]) for at in found)
            own = self.known.with_dependents(name)
            if party and not any(set(own) & set(m.instituciones) or self._mentions(m, own) for m in medidas):
                return name
        return None

    def _mentions(self, medida: Medida, names: Sequence[str]) -> bool:
        return any(self.claims.mentions(medida, name) for name in names)

    def _other_name(self, query: Query, medidas: Sequence[Medida]) -> str | None:
        """A name behind "con" that is an acronym or that no document writes, and that no row of some medidas holds."""
        typed = query.pregunta
        names = {fold(one): one for one in (*_ACRONYM.findall(typed), *_NAME.findall(typed)) if typed != typed.upper()}
        rows = {stem for medida in medidas for stem in terms(self._row(medida))}
        line = fold(query.texto)
        behind = (match for match in _WITH.finditer(line) if self._of_two.search(line[: match.start("who")]))
        for match in behind:
            who, stems = match["who"], set(terms(match["who"]))
            unknown = bool(stems) and not who.isdigit() and not any(map(self.store.vocabulary.knows, stems))
            named = unknown or who in names or who in self.store.acronyms
            if named and not stems & rows and self.known.canonical(who) is None:
                return names.get(who, who)
        return None

    def _row(self, medida: Medida) -> str:
        return self.store.quote(medida.span)


def _as_typed(match: re.Match[str], line: str, typed: str) -> str:
    """A match in a folded line as it was typed, where that is as long."""
    return typed[match.start() : match.end()] if fold(typed) == line and len(typed) == len(line) else match.group()
