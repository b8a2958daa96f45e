"""What the guide holds for each heading of its suggested index: what to put, questions that guide, practices to look at."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.focus import sentences
from assistant.guide.outline import Outline
from assistant.practices.entries import Entry, merged
from corpus.analysis import terms
from corpus.records import Documento, Elemento, Etapa, Herramienta, Practica, Record, Span, Texto

MAX_QUESTIONS = 14
MAX_EXAMPLES = 3
# How much of a heading's words, weighed by rarity, an example must hold.
LIKE = 0.15
# How many words a theme shares with the name of the index for its practices to be models of the whole.
SAME_THEME = 2
QUOTE_CHARS = 160
# A question of the guide's own, with what it says before it asks ("Las afirmaciones del Informe, ¿están respaldadas?");
# one in quotation marks is an example of what to ask others.
_QUESTION = re.compile(r"(?:(?<![^.?\s])[^.:;?¿“\"]{8,},\s+)?(?<![“\"])¿[^?¿]+\?")
_BULLET = re.compile(r"^[•●▪—–-]\s*")
Link = Callable[[Span], str]


class Source(Protocol):
    """An index, as far as drafts need it."""

    @property
    def documents(self) -> Mapping[str, Documento]:
        """The documents by id."""

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""

    def quote(self, span: Span) -> str:
        """The verbatim text of a span."""


@dataclass(frozen=True)
class Example:
    """A practice to look at under a heading: its title, its place, and what it is in a sentence."""

    entry: Entry
    text: str
    spans: tuple[Span, ...]


class Material:
    """The suggested index of one guide with what belongs under each of its headings."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.outline = Outline(source.documents, source.records.values())

    @cached_property
    def index(self) -> Herramienta | None:
        """The suggested index, or None where the guide has none."""
        return self._named("índice")

    @cached_property
    def sheet(self) -> Herramienta | None:
        """The follow-up sheet, or None where the guide has none."""
        return self._named("planilla")

    @cached_property
    def matrix(self) -> Herramienta | None:
        """The matrix by which initiatives are designed, or None where the guide has none."""
        return self._named("matriz")

    def _named(self, word: str) -> Herramienta | None:
        stem = terms(word)[0]
        return next((tool for tool in self.outline.herramientas if stem in terms(tool.nombre.texto)), None)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Stems that name nothing in particular: those of the index's own name."""
        return frozenset(terms(self.index.nombre.texto)) if self.index else frozenset()

    def questions(self, heading: Elemento) -> list[Texto]:
        """The questions that the guide asks in the stages and tools that are named as a heading is."""
        wanted = set(terms(heading.texto.texto)) - self._common
        found: list[Texto] = []
        own: tuple[Etapa | Herramienta, ...] = (*self.outline.etapas, *self.outline.herramientas)
        for record in own:
            if record is self.index or not wanted & self._names(record):
                continue
            found += _questions(record, wanted)
        return list({texto.texto: texto for texto in found}.values())[:MAX_QUESTIONS]

    def _names(self, record: Etapa | Herramienta) -> set[str]:
        """The stems of a record's name, and of the stage that it is a section of."""
        names = set(terms(record.nombre.texto))
        if isinstance(record, Etapa) and "." in record.numero:
            stage = record.numero.split(".")[0]
            names |= {
                stem for etapa in self.outline.stages if etapa.numero == stage for stem in terms(etapa.nombre.texto)
            }
        return names

    @cached_property
    def _entries(self) -> list[Entry]:
        return merged(record for record in self.source.records.values() if isinstance(record, Practica))

    @cached_property
    def _held(self) -> Counter[str]:
        return Counter(stem for entry in self._entries for stem in entry.stems)

    def examples(self, heading: Elemento) -> list[Example]:
        """The practices whose title and description hold most of a heading's words, weighed by how rare they are."""
        texts = [heading.texto.texto, *(f"{sub.titulo or ''} {sub.texto.texto}" for sub in heading.elementos)]
        wanted = {stem for text in texts for stem in terms(text)} - self._common
        title = set(terms(heading.texto.texto)) - self._common
        weights = {stem: math.log(1 + len(self._entries) / (1 + self._held[stem])) for stem in wanted}
        total = sum(weights.values()) or 1.0
        scored: list[tuple[float, Entry]] = []
        for entry in self._entries:
            names = set(terms(entry.title))
            told = names | {stem for _, el in entry.fields("descripcion") for stem in terms(el.texto.texto)}
            score = sum(weights[stem] * (2 if stem in names & title else 1) for stem in wanted & told) / total
            if title & told:
                scored.append((score, entry))
        scored.sort(key=lambda pair: (-pair[0], pair[1].id))
        return [_example(entry, wanted) for score, entry in scored[:MAX_EXAMPLES] if score >= LIKE]

    def models(self) -> list[Example]:
        """The practices that are such policies themselves: those in the theme that is named as the index is."""
        found = []
        for entry in self._entries:
            themes = {stem for record in entry.records for stem in terms(record.tema or "")}
            if len(themes & self._common) >= SAME_THEME:
                found.append(_example(entry, self._common))
        return found

    def cited(self, spans: Sequence[Span], link: Link, *, again: bool = False) -> str:
        """A source as a footnote gives it: the document, the quote, its page, and where it opens.

        ``again`` says that the document was named in full before.
        """
        span = spans[0]
        document = self.source.documents[span.document]
        quote = _BULLET.sub("", " ".join(self.source.quote(span).split())).rstrip(".")
        short = quote if len(quote) <= QUOTE_CHARS else quote[:QUOTE_CHARS].rsplit(" ", 1)[0] + " …"
        page = f", p. {span.page}" if span.page else ""
        full = f"{document.title} ({document.publisher}, {document.year})"
        return f"{document.title.split(':')[0] if again else full}{page}: «{short}». {link(span)}".strip()


def _questions(record: Etapa | Herramienta, wanted: Set[str]) -> list[Texto]:
    """The questions of a stage or a tool, in order; of what it parts under headings only what is wanted."""
    lists = (record.pasos, record.necesita, record.recomendaciones) if isinstance(record, Etapa) else (record.pasos,)
    return [
        Texto(texto=_capital(question), spans=element.texto.spans)
        for elements in lists
        for top in elements
        if not top.texto.texto.isupper() or wanted & set(terms(top.texto.texto))
        for element in _flat([top])
        if not element.elementos
        for question in _QUESTION.findall(element.texto.texto)
    ]


def _capital(question: str) -> str:
    """A question with a capital at its beginning, whatever stands before its first word."""
    text = " ".join(question.split())
    at = 1 if text.startswith("¿") else 0
    return f"{text[:at]}{text[at].upper()}{text[at + 1 :]}"


def _flat(elements: Sequence[Elemento]) -> list[Elemento]:
    return [one for element in elements for one in (element, *_flat(element.elementos))]


def _example(entry: Entry, wanted: Set[str]) -> Example:
    """An entry by the sentence of its description that holds most of what is wanted."""
    _, element = next(iter(entry.fields("descripcion")), entry.own_fields()[0])
    text = max(sentences(element.texto.texto), key=lambda sentence: len(set(terms(sentence)) & wanted))
    return Example(entry, text, element.texto.spans)
