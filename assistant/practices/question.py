"""What a question asks of practices: which places, líneas, months, years, fields; what is left is the need itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.clauses import clauses
from assistant.focus import expected
from assistant.practices.counts import counted_thing
from assistant.practices.entries import Entries, Entry, months_in
from assistant.practices.lineas import ONE_LINEA, lineas_denied, lineas_in
from assistant.practices.places import ZONE, PracticePlaces
from assistant.practices.turns import (
    ABROAD,
    OF_ALL,
    OF_THAT_ONE,
    WHAT_WAS_DONE,
    another_need,
    completed,
    did_one,
    inquiring,
    of_another_year,
    only_names_another,
    other_than,
    seeks_other,
)  # fmt: skip
from assistant.practices.years import whole_document, years_in
from assistant.values import Query
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import Lugar, Lugares

CUES = "practicas_preguntas.toml"
OF_ASKING = (
    "reconocidas.fichas", "practica.nombre", "practica.quien", "practica.ejemplo", "pide.contar", "pide.comparar", "pide.replicar",
    "pide.primero", "pide.ultimo", "pide.parecidas", "tiempo.ordenar", "tiempo.empezar", "tiempo.antes", "tiempo.despues", "generico.palabras",
)  # fmt: skip
_ALL_YEAR = re.compile(
    r"\b(?:todo el|el) ano (?:completo|entero)\b|\btodo el ano\b|\b(?:los )?(?:doce|12) meses\b|\ball year\b"
)
_ONLY_MONTHS = re.compile(r"\b(?:solo|solamente|unicamente|only) (?:\w+ )?(?:entre|en|de|durante|between|in)\b")
_WHICH = re.compile(
    r"\b(?:que|cual|como se llama|nombre de)(?: (?:es|era|fue))?(?: (?:la|el|las|los|una|un))? (\w+)(?! (?:que|hay|tiene))\b"
)
NAMED_WITHIN = 3  # words after "¿cómo se llama…?" for the person whose name is asked
_NUMBER_SIGN = re.compile(r"\bn[º°]\.?\s*(?:de )?", re.IGNORECASE)
EACH = re.compile(
    r"\bcada (?:un[oa]|plan|programa|practica|municipio|comuna)\b|\bamb[oa]s\b|\beach\b|\bboth\b|\brespectiv"
)
# "Replicarlo", "¿quién la maneja?": of what was spoken of.
OF_IT = re.compile(r"\b\w+[aei]r(?:lo|la|los|las)\b|\bquien(?:es)? (?:lo|la|los|las) \w+")
# "¿Con qué plata lo hicieron?": what was told, where something was.
DID_IT = re.compile(r"\b(?:lo|la|los|las) (?:hizo|hacen|hace|\w+ron)\b")
_NOT = re.compile(r"\b(?:no|sin|excepto|salvo|menos)\b")
_PLURAL = re.compile(
    r"\b(?:practicas|fichas|experiencias|iniciativas|practices|municipalidades|municipios|comunas|ciudades|paises|"
    r"programas|proyectos|ejemplos|casos|examples|todas|todos|cuales|cuantas|cuantos)\b"
)
# One is sought, whatever plural follows: "alguna comuna de las fichas", "¿cuál de las prácticas…?".
_SINGULAR = re.compile(
    r"\b(?:alguna?|una|un|cual|que (?:practica|comuna|municipio|municipalidad|ciudad|pais))\b(?! son)"
)


@dataclass(frozen=True)
class Part:
    """One of the questions of a message: its folded text, the fields it names, what it counts, what else is in it.

    ``bare`` is its text without the names of fields; ``beyond`` says that it asks for what no field holds.
    """

    text: str
    bare: str
    fields: tuple[str, ...]
    rest: tuple[str, ...]
    counted: str | None
    beyond: bool


@dataclass(frozen=True)
class Asked:
    """What a question asks of practices.

    ``line`` is the question with what it carries over, ``fresh`` its own words alone, ``bare`` those without the
    names of fields. ``began`` are the first and the last year in which a practice may have begun, ``in_order`` says that they are wanted from the oldest on. ``fields`` are keys of fields in the order in which they are named; ``counted`` the stem of what is counted; ``topic`` the stems that say what is
    needed, beyond all filters, ``rest`` those of them that are in no name of a field either. ``name_of`` is the sort of thing whose
    name is asked ("¿qué universidad?"); ``other_than`` are the stems of what was told, where the other of its sort is meant; ``parts`` are the questions that the message asks, one or several.
    """

    line: str
    fresh: str
    bare: str
    named: bool
    seeks: bool
    plural: bool
    counts: bool
    compares: bool
    replicates: bool
    beyond: bool
    name_of: str | None
    first: bool
    last: bool
    alike: bool
    other: bool
    each: bool
    places: tuple[Lugar, ...]
    without: tuple[Lugar, ...]
    other_than: tuple[str, ...]
    titled: tuple[int, ...]
    peoples: tuple[Lugar, ...]
    documents: tuple[str, ...]
    abroad: bool
    lineas: tuple[str, ...]
    linea_count: int | None
    without_lineas: tuple[str, ...]
    months: frozenset[str]
    months_only: bool
    years: tuple[int, ...]
    began: tuple[int, int] | None
    in_order: bool
    fields: tuple[str, ...]
    counted: str | None
    topic: tuple[str, ...]
    rest: tuple[str, ...]
    parts: tuple[Part, ...]


class PracticeReader:
    """Reads what questions ask of the practices of one index."""

    def __init__(self, entries: Entries, cues: Cues, lugares: Lugares) -> None:
        self.entries = entries
        self.cues = cues
        self.places = PracticePlaces(entries, cues, lugares)

    def read(self, query: Query) -> Asked:
        """What a query asks of practices."""
        line = query.texto
        fresh = self._completed(query) if query.seguimiento else line
        cues = self.cues
        another = query.seguimiento and seeks_other(fresh) and years_in(fresh, (), self.entries, cues).began
        needed = self._of_another_need(query) if query.seguimiento else None
        fresh = needed or fresh
        # "¿y cuál otra partió en…?" says all of it
        line = fresh if another or needed or OF_ALL.search(fresh) else line
        asking = OF_IT.sub(" ", DID_IT.sub(" ", fresh) if query.records else line)
        inquiry = WHAT_WAS_DONE.sub("", inquiring(fresh))
        named = self.names_practices(line)
        mentions, told = self.places.mentions(query)
        lineas, count = lineas_in(line, self.entries.lineas)
        without = lineas_denied(line, lineas, _NOT) if _NOT.search(fresh) else ()
        years = years_in(line, query.documentos, self.entries, cues)
        documents = tuple(id for id in query.documentos if self.entries.of_document(id)) or years.edition
        documents = documents or tuple(
            id
            for id in self.entries.editions
            if f"reconocidas.{id}" in cues.groups and cues.has(f"reconocidas.{id}", line)
        )
        counted = whole_document(line, self.entries) if named and not documents else ()
        documents = documents or counted
        told |= {stem for id in documents for stem in terms(id)}  # "la presentación de gobernanza" is on no such theme
        months = (frozenset(MONTHS) if _ALL_YEAR.search(line) else months_in(line)) if named else frozenset[str]()
        return Asked(
            line=line,
            fresh=fresh,
            bare=self._without_fields(fresh),
            named=named or bool(lineas) or count is not None,
            seeks=any(cues.has(f"practica.{group}", asking) for group in ("quien", "ejemplo")) or did_one(asking),
            plural=_PLURAL.search(fresh) is not None and _SINGULAR.search(fresh) is None,
            counts=cues.has("pide.contar", inquiry),
            compares=cues.has("pide.comparar", fresh),
            replicates=cues.has("pide.replicar", fresh),
            beyond=self._beyond(inquiry),
            name_of=self._name_of(inquiry),
            first=cues.has("pide.primero", fresh),
            last=cues.has("pide.ultimo", fresh),
            alike=cues.has("pide.parecidas", fresh) and not OF_THAT_ONE.search(inquiry),
            other=query.seguimiento and seeks_other(fresh, [p for p, _ in self.places.named(query.pregunta)[0]]),
            each=EACH.search(inquiry) is not None,
            places=(*(place for place, people in mentions if not people), *self.places.zone(line)),
            without=self.places.left_out(query.texto),
            other_than=other_than(query.propias, query.anterior) if query.seguimiento else (),
            titled=self._titled(fresh) or self._titled(line),
            peoples=tuple(place for place, people in mentions if people),
            documents=documents,
            abroad=ABROAD.search(line) is not None,
            lineas=tuple(linea for linea in lineas if linea not in without),
            linea_count=count,
            without_lineas=without,
            months=months,
            months_only=_ONLY_MONTHS.search(line) is not None,
            years=years.within,
            began=years.began,
            in_order=cues.has("tiempo.ordenar", fresh),
            fields=self._fields(inquiry),
            counted=self._counted(query, fresh),
            topic=self._topic(line, told, lineas),
            rest=self._topic(self._without_fields(WHAT_WAS_DONE.sub("", fresh)), told, lineas),
            parts=self._parts(inquiry, told, english=query.ingles),
        )

    def names_practices(self, line: str) -> bool:
        """Whether a folded line says that it is of practices, by a word for them."""
        return self.cues.has("practica.nombre", self.cues.strip("practica.otra_cosa", line))

    def _completed(self, query: Query) -> str:
        """A folded follow-up with what it asks on of another place or year: "¿con qué plata…?", "¿y en Macul?"."""
        fresh = fold(query.pregunta)
        of_year = of_another_year(fresh, fold(query.anterior))
        if of_year is not None:
            return of_year
        named = self.named_at(query.pregunta)
        if len(named) != 1 or not only_names_another(fresh, fresh[named[0][0] : named[0][1]]):
            return completed(query.propias, query.anterior)
        asked = query.anterior
        for start, end in reversed(self.named_at(asked)):
            asked = asked[:start] + asked[end:]
        return f"{fold(asked).rstrip(' ?')} {fresh[named[0][0] : named[0][1]]}?"

    @staticmethod
    def _counted(query: Query, fresh: str) -> str | None:
        """What is counted by a message, as it is typed, or with its typos mended and what it goes on with: "¿y en 2025?"."""
        if query.ingles:
            return None
        typed = counted_thing(inquiring(fold(_NUMBER_SIGN.sub("número de ", query.pregunta))))
        return typed or counted_thing(inquiring(fresh))

    def _of_another_need(self, query: Query) -> str | None:
        """A folded follow-up to what was asked of all practices of a need, with the need that it names in that one's place:
        "¿qué ejemplos hay de vivienda?", "¿y en salud?"; None where that asked of no several, or this asks more."""
        need = another_need(fold(query.pregunta))
        before = fold(query.anterior)
        if (
            need is None
            or self._fields(need)
            or not (self.cues.has("practica.nombre", before) and _PLURAL.search(before))
        ):
            return None
        if self.named_at(query.pregunta) or lineas_in(need, self.entries.lineas)[0] or months_in(need):
            return None
        old = set(self._topic(before, frozenset(), ()))
        kept = [word for word in before.split() if not set(terms(word)) & old]
        return f"{' '.join(kept).rstrip(' ?')} de {need}?"

    def named_at(self, text: str) -> list[tuple[int, int]]:
        """Where a text names places, in order."""
        return [(start, end) for start, end, _ in self.places.spans(text)]

    def _parts(self, inquiry: str, places: frozenset[str], *, english: bool) -> tuple[Part, ...]:
        """The questions of a message, each with what it asks for."""

        def telling(piece: str) -> tuple[str, ...] | str:
            """What a piece asks for by a name of its own: a field, or the sort of answer that is expected."""
            looks = expected(piece)
            counted = None if english else counted_thing(piece)  # of two counts each counts its own thing
            bare = self._bare(piece) if len(piece.split()) == 1 else ()  # "Macul: inicio y fondos"
            return self._fields(piece) or bare or (f"{looks.pattern if looks else ''} {counted or ''}".strip())

        return tuple(
            Part(
                text=piece,
                bare=self._without_fields(piece),
                fields=self._fields(piece) or self._bare(piece),
                rest=self._topic(self._without_fields(piece), places, ()),
                counted=None if english else counted_thing(piece),
                beyond=self._beyond(piece),
            )
            for piece in clauses(inquiry, telling)
        )

    def _bare(self, piece: str) -> tuple[str, ...]:
        """The fields that a piece names by a word that names one only beside a practice, or where it is all that is asked."""
        return self._fields(piece, "suelto") or (self._fields(piece, "a_solas") if len(piece.split()) == 1 else ())

    def _name_of(self, inquiry: str) -> str | None:
        """The word for what is asked for by "¿qué…?" or "¿cuál es…?", where such things have names of their own."""
        for match in _WHICH.finditer(inquiry):
            if self.cues.has("propio.cosas", match[1]):
                return match[1]
        return None

    def _beyond(self, inquiry: str) -> bool:
        """Whether a question asks for what no practice tells: contacts, amounts of money, the name of a person."""
        if self.cues.has("pide.ausente", inquiry):
            return True
        asks = self.cues.find("persona.se_pregunta", inquiry)
        following = " ".join(inquiry[asks.end() :].split()[:NAMED_WITHIN]) if asks is not None else ""
        return self.cues.has("persona.cargo", following)

    def _titled(self, line: str) -> tuple[int, ...]:
        """The positions of the practices whose title a line gives: in quotation marks, or all its telling words."""
        found = []
        quoted = set(terms(" ".join(re.findall(r"[«“\"]([^»”\"]{4,})[»”\"]", line))))
        given = set(terms(line))
        for position, own, entry in self._titles:
            told = own <= quoted or (len(own) >= 3 and own <= given)
            if (len(own) >= 2 and told) or given & self.entries.own_words(entry) or self.entries.opens(entry, line):
                found.append(position)
        return tuple(dict.fromkeys(found))

    @cached_property
    def _titles(self) -> tuple[tuple[int, frozenset[str], Entry], ...]:
        """Each title of a practice as the stems that are not of its place, with the position of the practice."""
        return tuple(
            (position, frozenset(terms(record.titulo.texto)) - set(terms(" ".join((*entry.names, entry.place)))), entry)
            for position, entry in enumerate(self.entries.all)
            for record in entry.records
        )

    def _fields(self, fresh: str, wanted: str = "campo") -> tuple[str, ...]:
        """The keys of the fields that a message names, in order; with "suelto" by words that name them in passing.

        In "la red de donaciones de Macul, ¿quién…?" they are read from what asks; before it where that names none.
        """
        _, mark, asking = fresh.partition("¿")
        if mark and asking.strip():
            return self._fields_in(asking, wanted) or self._fields_in(fresh, wanted)
        return self._fields_in(fresh, wanted)

    def _fields_in(self, fresh: str, wanted: str) -> tuple[str, ...]:
        found = []
        for group in self.cues.groups:
            section, _, key = group.partition(".")
            if section == wanted:
                match = self.cues.find(group, fresh)
                if match is not None:
                    found.append((match.start(), key))
        return tuple(key for _, key in sorted(found))

    def _without_fields(self, fresh: str) -> str:
        for group in self.cues.groups:
            if group.startswith("campo."):
                fresh = self.cues.strip(group, fresh)
        return fresh

    def _topic(self, line: str, places: frozenset[str], lineas: tuple[str, ...]) -> tuple[str, ...]:
        """The stems that say what is needed: without those of filters and of asking itself."""
        left = ABROAD.sub(" ", ZONE.sub(" ", ONE_LINEA.sub(" ", line)))
        for group in OF_ASKING:
            left = self.cues.strip(group, left)
        used = places | set(terms(" ".join(lineas)))
        kept = [
            word for word in words(left) if word not in STOP_WORDS and not word[0].isdigit() and not months_in(word)
        ]
        stems = (stem for word in kept for stem in terms(word))
        return tuple(dict.fromkeys(stem for stem in stems if stem not in used and len(stem) > 1))
