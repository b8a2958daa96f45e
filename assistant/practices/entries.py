"""The practices of all documents, each once: what several documents tell of one practice is one entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from corpus.analysis import fold, terms, words
from corpus.dates import MONTHS
from corpus.records import Elemento, Practica, Span
from corpus.store import Store

_MUNICIPALITY = re.compile(r"^(?:ilustre )?municipalidad (?:de |del )?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_OPEN_ENDED = re.compile(r"\ba la fecha\b|\bactualidad\b|\bpresente\b")
_BETWEEN = re.compile(r"/|\ba la fecha\b|\bhasta\b|\bal?\b")
_MONTH = "|".join(MONTHS)
_MONTHS = re.compile(rf"\b({_MONTH})\b(?:\s*(?:a|al|hasta|y|-|–)\s*\b({_MONTH})\b)?")
_MADE_UP = re.compile(r"\b[A-ZÁÉÍÓÚÑ]\w*[a-záéíóúñ]\w*[A-ZÁÉÍÓÚÑ]\w*\b")
# The two words that open a title: "Formar Líderes para el Cambio", "Red de Cursos de Español"; the sort of thing names none.
_OPENING = re.compile(
    r"\W*(?!(?:plan|programa|proyecto|protocolo|centro|iniciativas?|campana|estrategia|capacitacion|primera|atencion|"
    r"jornadas|escuela|mesa|libro)\b)(\w{3,})\s+(?:(?:de|del|la|el|los|las)\s+)*(\w{5,})"
)
_THE = r"(?<!\bun )(?<!\buna )(?<!\balguna )(?<!\botra )"
_NOT_OF_ITS_OWN = ("categoria", "recomendacion", "lineas")
# A fragment that goes over the edges of a practice by no more than this part of itself is still about it.
INSIDE = 0.8


@dataclass(frozen=True)
class Entry:
    """One practice: the records that tell of it, the fullest first."""

    records: tuple[Practica, ...]
    stems: frozenset[str] = field(repr=False)

    @property
    def id(self) -> str:
        """The id of its fullest record."""
        return self.records[0].id

    @property
    def title(self) -> str:
        """Its title, in small letters where the source shouts."""
        text = self.records[0].titulo.texto
        return text.capitalize() if text.isupper() else text

    @property
    def place(self) -> str:
        """Its place as the source names it."""
        return self.records[0].lugar.texto

    @property
    def named(self) -> frozenset[str]:
        """The stems of its title and its place."""
        return frozenset(terms(f"{self.title} {self.place}"))

    @property
    def where(self) -> str:
        """Its place with its region, or with its country where that is not Chile."""
        record = self.records[0]
        other = record.pais if record.pais != "Chile" else f"Región de {record.region}" if record.region else ""
        if record.region == "Metropolitana":
            other = "Región Metropolitana"
        return self.place if not other or fold(other) == fold(self.place) else f"{self.place}, {other}"

    @property
    def short_place(self) -> str:
        """Its place without "Municipalidad de"."""
        return _MUNICIPALITY.sub("", self.place)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of it."""
        return tuple(record.document for record in self.records)

    @property
    def lineas(self) -> tuple[str, ...]:
        """The líneas of the Sello that it ticks."""
        return tuple(linea.texto for record in self.records for linea in record.lineas_sello)

    @property
    def head_spans(self) -> tuple[Span, ...]:
        """Where its title and its place stand."""
        first = self.records[0]
        return apart((*first.titulo.spans, *first.lugar.spans))

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded names of its places: comunas and cities, one by one."""
        found = set()
        for record in self.records:
            found |= {fold(comuna) for comuna in record.comunas}
            if fold(record.lugar.texto) != fold(record.pais):
                found |= {fold(part) for part in re.split(r"\s+y\s+|,\s*", _MUNICIPALITY.sub("", record.lugar.texto))}
        return frozenset(found)

    @cached_property
    def months(self) -> frozenset[str]:
        """The months in which it is carried out: ticked in its calendar, else named in its dates."""
        ticked = frozenset(month for record in self.records for month in record.meses)
        return ticked or months_in(self._dates)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which it was carried out, as its dates say; from the first on where they leave the end open."""
        dates = fold(self._dates)
        years = sorted(int(year) for year in _YEAR.findall(dates))
        if not years:
            return ()
        if len(years) == 2 and _BETWEEN.search(dates):
            return tuple(range(years[0], years[1] + 1))
        return tuple(dict.fromkeys(years))

    @cached_property
    def start(self) -> tuple[int, int] | None:
        """The year and the month in which it began, as its dates say; month 0 where none stands before that year."""
        dates = fold(self._dates)
        first = next((match for match in _YEAR.finditer(dates) if int(match.group()) == min(self.years)), None)
        if first is None:
            return None
        months = list(_MONTHS.finditer(dates[: first.start()]))
        return int(first.group()), MONTHS.index(months[-1][1]) + 1 if months else 0

    @property
    def open_ended(self) -> bool:
        """Whether its dates say that it goes on."""
        return _OPEN_ENDED.search(fold(self._dates)) is not None

    @property
    def _dates(self) -> str:
        return " ".join(element.texto.texto for _, element in (*self.fields("fechas"), *self.fields("inicio")))

    def fields(self, clave: str) -> list[tuple[Practica, Elemento]]:
        """Its fields of one sort, in the order of its records."""
        return [(record, element) for record in self.records for element in record.campos if element.clave == clave]

    def own_fields(self) -> list[tuple[Practica, Elemento]]:
        """All fields that tell of it alone, in the order of its records."""
        return [
            (record, element)
            for record in self.records
            for element in record.campos
            if element.clave not in _NOT_OF_ITS_OWN
        ]

    def all_fields(self) -> list[Elemento]:
        """All fields, in the order of its records."""
        return [element for record in self.records for element in record.campos]

    def holds(self, spans: Iterable[Span]) -> bool:
        """Whether a piece of text lies, but for a little, within one of its records."""
        pieces = tuple(spans)
        for record in self.records:
            inside = sum(
                max(0, min(span.end, record.span.end) - max(span.start, record.span.start))
                for span in pieces
                if span.document == record.document
            )
            if pieces and inside >= INSIDE * sum(span.end - span.start for span in pieces):
                return True
        return False


class Entries:
    """The practices of one index, each once, in the order of their documents."""

    def __init__(self, store: Store) -> None:
        self.all = tuple(merged(store.of(Practica)))
        self.lineas = tuple(dict.fromkeys(linea for entry in self.all for linea in entry.lineas))
        told = {record.document for entry in self.all for record in entry.records}
        self._own: dict[str, frozenset[str]] = {}
        self._openings: dict[str, re.Pattern[str] | None] = {}
        self._texts = tuple(fold(document.text) for document in store.documents.values())
        self.store = store
        self._titles = {id: document.title for id, document in store.documents.items()}
        self.editions = {id: store.documents[id].year for id in store.documents if id in told}

    def of_document(self, document: str) -> tuple[Entry, ...]:
        """The practices that a document tells of."""
        return tuple(entry for entry in self.all if document in entry.documents)

    def titled_by(self, document: str, year: int) -> bool:
        """Whether a document bears a year in its title: "Fichas… 2024"."""
        return str(year) in self._titles[document]

    def own_words(self, entry: Entry) -> frozenset[str]:
        """The stems of the names made for a practice, with a capital within, that no other practice has: "MigraUdeC"."""
        if entry.id not in self._own:
            own = {stem for name in _MADE_UP.findall(entry.title) for stem in terms(name)}
            for other in self.all:
                own -= other.stems if other is not entry else set()
            self._own[entry.id] = frozenset(own)
        return self._own[entry.id]

    def opens(self, entry: Entry, line: str) -> bool:
        """Whether a folded line holds the two words that open a practice's title, where no other text has them so.

        "Formar líderes" is that practice; "protocolo de atención" and "una clínica jurídica" may be any.
        """
        if entry.id not in self._openings:
            found = _OPENING.match(fold(entry.title))
            name = rf"\b{found[1]}\s+(?:(?:de|del|la|el|los|las)\s+)*{found[2]}\b" if found else ""
            inside = "\n".join(self.store.documents[r.document].text[r.span.start : r.span.end] for r in entry.records)
            times = len(re.findall(name, fold(inside)))
            alone = bool(name) and times == sum(len(re.findall(name, text)) for text in self._texts)
            self._openings[entry.id] = re.compile(_THE + name) if alone else None
        pattern = self._openings[entry.id]
        return pattern is not None and pattern.search(line) is not None

    def holding(self, spans: Iterable[Span]) -> Entry | None:
        """The practice that a piece of text is about, or None."""
        pieces = tuple(spans)
        return next((entry for entry in self.all if entry.holds(pieces)), None)

    def by_id(self, record_id: str) -> Entry | None:
        """The practice of a record, or None."""
        return next((entry for entry in self.all if any(record.id == record_id for record in entry.records)), None)


def merged(practices: Iterable[Practica]) -> list[Entry]:
    """Practices as entries; records that are linked as the same make one, the record with most fields first."""
    all_of_them = list(practices)
    found: list[Entry] = []
    told: set[str] = set()
    for practice in all_of_them:
        if practice.id in told:
            continue
        group = [practice, *(other for other in all_of_them if other.id in practice.misma_que)]
        told |= {record.id for record in group}
        group.sort(key=lambda record: -len(record.campos))
        found.append(Entry(tuple(group), frozenset(_stems(group))))
    order = {practice.document: position for position, practice in enumerate(all_of_them)}
    return sorted(found, key=lambda entry: (order[entry.records[0].document], entry.id))


def months_in(text: str) -> frozenset[str]:
    """The months that a text of dates names, with those between where it says "junio a octubre"."""
    found: set[str] = set()
    for match in _MONTHS.finditer(fold(text)):
        first = MONTHS.index(match[1])
        last = MONTHS.index(match[2]) if match[2] else first
        found |= set(MONTHS[first : last + 1]) if first <= last else {match[1], match[2]}
    return frozenset(found)


def _stems(records: Iterable[Practica]) -> list[str]:
    return [
        stem
        for record in records
        for text in (record.titulo.texto, record.lugar.texto, *(element.texto.texto for element in record.campos))
        for stem in terms(text)
    ]


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without those that lie within another."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.document, one.start - one.end)):
        if not any(o.document == span.document and o.start <= span.start and span.end <= o.end for o in found):
            found.append(span)
    return tuple(sorted(found, key=lambda one: (one.document, one.start)))


def word_in(name: str, line: str) -> bool:
    """Whether a folded line holds a folded name as whole words."""
    wanted, given = words(name), words(line)
    return (
        any(given[at : at + len(wanted)] == wanted for at in range(len(given) - len(wanted) + 1)) if wanted else False
    )
