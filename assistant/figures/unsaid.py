"""The words of a question that part what is counted, where a figure does not say them: then it is of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.figures import asides, phrases
from assistant.figures.lexicon import FigureWords
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.question import Asked
from assistant.figures.values import meet
from assistant.values import Figure, Query
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.cues import phrase_pattern
from corpus.lexicon import Instituciones
from corpus.numbers import number_from_words
from corpus.records import Cifra, Fragmento, Pasaje, Span, Tabla
from corpus.store import Store

TRAIT = "rasgo."
SAID = "rasgo_dicho."
RARE = 2.0
TELLING = 3.0
"""A noun so rare tells by itself what is counted."""
ACRONYM = 5
LONG = 3
# A noun after a preposition narrows what is counted: "en Snapchat", "por Interpol".
_COMPLEMENT = re.compile(
    r"\b(?:de|del|en|al?|por|para|con|sobre|acerca del?|of|in|on|from|by|about)(?: (?:las?|los|el|the))? (\w{4,})"
)
# "¿Cuánto % es integración?": what the share is of is told as its subject.
_SHARE_IS = re.compile(
    r"(?:%|\bporcentaje|\bpor ciento) (?:es|son|representan?|pesan?)(?: (?:de|del|la|el|los|las|lo))* (\w{4,})(?=\W*$|,)"
)
# What is counted of what: "resoluciones de multa" is not "resoluciones de expulsión".
_OF_WHAT = re.compile(r"\b(\w{4,}) (?:de|del)(?: (?:las?|los|el))? (\w{4,})")
_COUNTED = re.compile(r"\b(?:cuant[oa]s|numero de|cantidad de) (\w{3,}s) (\w{3,}s)\b")
# "Los amparos acogidos": what became of things, said right after their plural.
_BECAME = re.compile(r"\b(?:l[oa]s|de) (\w{3,}s) (\w{2,}[ai]d[oa]s)\b")
_PLURAL = re.compile(r"\b(?<!cada )cuant[oa]s (\w{4,}s)\b")
# "De los requerimientos, ¿cuántos eran reclamos?"
_BEING = re.compile(r"\bcuant[oa]s (?:son|eran|fueron|serian) (\w{4,}s)\b")
_CHANGED = re.compile(
    r"\bcuanto (?:se )?(?:baj|sub|aument|disminu|crec|cay|reduj|increment|vari)\w+ (?:el|la|los|las) (?:numero de |cantidad de )?(\w{4,})"
)
_DONE = re.compile(r"[ai]d[oa]s$")
# Verbs in -s: "cuántas charlas tenemos".
_FINITE = re.compile(r"\w+mos|tienes|tenes|haces|ves|sabes")
_NEW = re.compile(r"\b(?P<before>\w{3,}) (?P<new>nuev[oa]s)\b(?: (?P<after>\w{4,}s)\b)?")
_COUNTS = re.compile(r"\b(?:cuant\w+|porcentaje|monto|cifra|numero|cantidad|total|how)\b")
# "Otros recursos" are of none of the sorts that are told apart.
_OTHERS = re.compile(r"otr[oa]s (\w{3,})")
_INFINITIVE = re.compile(r"\w{2,}[aei]r(?:l[aeo]s?|se)?")
_HAD = re.compile(r" (?:tienen?|hay|son|cuenta)$")
"""By whom something is had or where it is goes with a cue, and is no part of what is missing: "funcionarios tiene"."""


def counting(line: str) -> str:
    """The clauses of a folded line that count: what stands beside them may only tell a story or a premise."""
    clauses = [clause for clause in re.split(r"[,;:¿?]|\.\s", line) if _COUNTS.search(clause)]
    return " , ".join(clauses) or line


@dataclass(frozen=True, eq=False)
class Unsaid:
    """Finds what of a question a figure leaves unsaid though it parts what is counted.

    That are traits (an outcome, a sex, an age, what money went to: the groups ``rasgo`` of the lexicon), institutions,
    and nouns after a preposition that no document has.
    """

    store: Store
    words: FigureWords
    instituciones: Instituciones

    def find(
        self,
        query: Query,
        asked: Asked,
        said: str,
        known: frozenset[str] | None = None,
        around: frozenset[str] = frozenset(),
        spans: Sequence[Span] = (),
    ) -> tuple[str, ...]:
        """The words of a question that a folded text lacks: each of a trait, an institution, or a noun that narrows what
        is counted and that neither ``known`` has (the stems by which the figure is known) nor, without them, any document.
        A complement may be said of the same thing farther on, where the figures stand (``spans``). An adjective of a message
        before may be said once for the figures that follow: ``around`` are the stems of their passage.
        """
        line = phrases.without_called(self.words.written_out(self.words.without_denied(asides.core_of(query))))
        found = [
            _HAD.sub("", matches[0].group())
            for name in self._traits
            if (matches := self.words.every(name, line)) and not self._says(name, said)
        ]
        found += [
            *self._institutions(line, said),
            *(one for one in self._acronyms(asked, line, said) if one.lower() not in found),
            *self._adjectives(asked, line, known, around),
            *self._contrasted(asked, line, said),
        ]
        narrowing = self._narrowing(asked, line, known)
        narrowing = [noun for noun in narrowing if not self._goes_on(asked, noun, line, spans)]
        return tuple(dict.fromkeys((*found, *narrowing)))

    def _goes_on(self, asked: Asked, noun: str, line: str, spans: Iterable[Span]) -> bool:
        """Whether the very thing that a line counts is told by the same complement, and no other, in the section of each
        figure of a sentence: "solicitudes de acceso a la información", after "104.183 solicitudes"."""
        head = next((one for one, of in _OF_WHAT.findall(counting(line)) if of == noun), None)
        around = [self.store.passage_around(span) for span in dict.fromkeys(spans)]
        sections = {(one.document, one.ruta) for one in around if one is not None}
        if head is None or terms(head)[:1] != [*asked.heads[:1]] or len(sections) != 1 or None in around:
            return False
        if any(self.store.tabla_at(span) is not None for span in spans):
            return False
        texts = [one.texto.texto for one in self.store.of(Pasaje) if (one.document, one.ruta) in sections]
        return {of for one, of in _OF_WHAT.findall(fold(" \n ".join(texts))) if one == head} == {noun}

    def only_new(self, asked: Asked, figures: Iterable[Figure], said: str) -> tuple[str, ...]:
        """The word by which a question counts only what is new, where figures are of all that there is at a time and the text
        does not speak of new ones: "municipios nuevos", of those "adheridos"."""
        new = _NEW.search(counting(asked.line))
        if new is None or re.search(r"\bnuev[oa]s\b", said):
            return ()
        labels = (f"{fold(figure.concept)} {new['after'] or new['before']}" for figure in figures)
        return (new["new"],) if all(self.words.has("no_por_mes.existencias", label) for label in labels) else ()

    def _acronyms(self, asked: Asked, line: str, said: str) -> list[str]:
        """The acronyms of what is counted for which a text says neither them nor all that they stand for."""
        stems = frozenset(terms(said))
        return [
            form[0].upper()
            for form, concept in self.words.synonyms.found(line)
            if len(form) == 1
            and len(form[0]) <= ACRONYM
            and any(stem(word) == form[0] and (word == form[0] or word in self.store.acronyms) for word in words(line))
            and _abbreviates(form[0], concept)
            and form[0] in asked.content
            and len(whole := terms(concept)) >= LONG
            and form[0] not in stems
            and not set(whole) <= stems
        ]

    def _adjectives(self, asked: Asked, line: str, known: frozenset[str] | None, around: frozenset[str]) -> list[str]:
        """The adjectives right after what is counted that nothing known of a figure says: "cuántas visas exprés"."""
        found = []
        asking = counting(line)
        for noun, word in dict.fromkeys((*_COUNTED.findall(asking), *_BECAME.findall(asking))):
            stem = next(iter(terms(word)), None)
            if stem is None or stem not in asked.content or stem in asked.paid or not terms(noun):
                continue
            if word in STOP_WORDS or _FINITE.fullmatch(word) or self.words.has("no_parte.palabras", word):
                continue
            meant = asked.meanings.get(stem, frozenset({stem})) | asked.nearest.get(stem, frozenset())
            if known is not None and not meet(meant, known if stem in asked.fresh else known | around):
                found.append(word)
        return found

    def _contrasted(self, asked: Asked, line: str, said: str) -> list[str]:
        """The adjectives right after what is counted that a text nowhere says, where it says another of the very noun:
        "sesiones extraordinarias", of a text of "sesiones ordinarias"."""
        stems = frozenset(terms(said))
        found = []
        for noun, word in _COUNTED.findall(counting(line)):
            stem = next(iter(terms(word)), None)
            neutral = word in STOP_WORDS or _FINITE.fullmatch(word) or self.words.has("no_parte.palabras", word)
            if neutral or stem is None or stem not in asked.content or stem in asked.paid:
                continue
            others = {
                one for one in re.findall(rf"\b{noun} (\w{{4,}}(?:[ao]s|les|res|nes))\b", said) if not _DONE.search(one)
            }
            meant = asked.meanings.get(stem, frozenset({stem})) | asked.nearest.get(stem, frozenset())
            if others - STOP_WORDS and not _DONE.search(word) and not meet(meant, stems):
                found.append(word)
        return found

    def _says(self, name: str, said: str) -> bool:
        """Whether a text says a trait, by the words that it is asked for by or by others."""
        other = SAID + name.removeprefix(TRAIT)
        return self.words.has(name, said) or (other in self.words.cues.groups and self.words.has(other, said))

    @cached_property
    def _traits(self) -> list[str]:
        return [name for name in self.words.cues.groups if name.startswith(TRAIT)]

    @cached_property
    def _named(self) -> dict[str, re.Pattern[str]]:
        """For each institution but the one whose account it is, the pattern of its forms and of those of its parts."""
        publishers = " ".join(fold(self.store.documents[tabla.document].publisher) for tabla in self.store.of(Tabla))
        forms: dict[str, list[str]] = {}
        for form, name in self.instituciones.forms.items():
            forms.setdefault(name, []).append(form)
        return {
            name: phrase_pattern(
                tuple(form for part in self.instituciones.with_dependents(name) for form in forms.get(part, ()))
            )
            for name in forms
            if fold(name) not in publishers
        }

    def _institutions(self, line: str, said: str) -> list[str]:
        """The institutions of the clauses that count. Where nothing is counted, a text may take one together with others: "las
        policías", of Carabineros."""
        found = []
        asking = counting(line)
        counted = _COUNTS.search(line) is not None
        for name, pattern in self._named.items():
            match = pattern.search(asking)
            together = self.instituciones.by_name[name].colectivo
            if match and not pattern.search(said) and (counted or not together or fold(together) not in said):
                found.append(match.group())
        return found

    def _narrowing(self, asked: Asked, line: str, known: frozenset[str] | None) -> list[str]:
        """The nouns after a preposition, or that stand for themselves in a telegram, that say nothing of what is known of a figure."""
        vocabulary = self.store.vocabulary
        found, shared = [], _SHARE_IS.findall(line)
        asking = counting(line)
        for of_all in self.words.every("no_parte.frases", asking):
            asking = asking.replace(of_all.group(), " ")
        for noun in (*_COMPLEMENT.findall(asking), *shared, *phrases.beside_tallied(line)):
            if (
                noun in STOP_WORDS
                or number_from_words([noun])
                or _INFINITIVE.fullmatch(noun)
                or self.words.has("no_parte.palabras", noun)
            ):
                continue
            stem = next(iter(terms(noun)), None)
            if stem is None or stem not in asked.content or stem in asked.paid:
                continue
            meant = asked.meanings.get(stem, frozenset({stem})) | asked.nearest.get(stem, frozenset())
            meant -= frozenset(asked.content) - {stem}  # "solicitudes" says not of what: "de transparencia"
            if not any(vocabulary.knows(one) for one in meant) or (
                known is not None
                and not meet(meant, known)
                and (
                    noun in shared
                    or max(vocabulary.rarity(stem), vocabulary.rarity_of_word(noun)) >= RARE
                    or re.search(rf"\b(?:sobre|about) [^,]{{0,12}}\b{noun}\b", line)
                )
            ):
                found.append(noun)
        return found

    def otherwise(self, query: Query, asked: Asked, figures: Iterable[Figure]) -> tuple[str, ...]:
        """The noun after that which a question counts, where each figure says another one after the very same noun and
        nowhere that one: "resoluciones de multa" asked for, "resoluciones de expulsión" told.
        """
        line = self.words.written_out(self.words.without_denied(asides.core_of(query)))
        wanted = [
            (head[0], noun)
            for one, noun in _OF_WHAT.findall(counting(line))
            if (head := terms(one))
            and head[0] not in QUANTIFIERS
            and (stem := terms(noun)[:1])
            and stem[0] in asked.content
            and not self.words.has("no_parte.palabras", noun)
        ]
        figures = tuple(figures)
        sorts = (
            len({figure.concept for figure in figures if not figure.computed}) > 1
        )  # which one a synonym means is open
        return tuple(
            noun
            for head, noun in wanted
            if figures and all(self._of_another(asked, head, terms(noun)[0], figure, sorts) for figure in figures)
        )

    def other_sort(self, asked: Asked, figures: Sequence[Figure]) -> tuple[str, ...]:
        """The sort that a question asks to be told apart among some, where no figure is of it: "de los requerimientos, ¿cuántos
        eran reclamos?", of a figure of requests of any sort."""
        nouns = _BEING.findall(asked.line) if figures and not any(figure.computed for figure in figures) else ()
        others = frozenset(asked.content)  # the two are told apart here, though one may mean the other elsewhere
        said = terms(" ".join(f"{one.concept} {self.store.quote(span)}" for one in figures for span in one.spans))
        return tuple(
            noun
            for noun in dict.fromkeys(nouns)
            if (stem := next(iter(terms(noun)), None))
            and stem in asked.content
            and not meet(asked.meanings.get(stem, frozenset({stem})) - (others - {stem}), said)
        )

    def _of_another(self, asked: Asked, head: str, stem: str, figure: Figure, sorts: bool) -> bool:
        """Whether a figure counts the same noun of something else, and neither its label nor its sentence says what is asked;
        by its very word, where it is one of several ``sorts``."""
        others = [terms(noun) for one, noun in _OF_WHAT.findall(fold(figure.concept)) if head in terms(one)[:1]]
        rest = _OTHERS.match(fold(figure.concept))
        if not others and not (rest and head in terms(rest[1])):
            return False
        meant = asked.meanings.get(stem, frozenset({stem})) | asked.nearest.get(stem, frozenset())
        meant = frozenset({stem}) if sorts else meant
        tables = (self.store.tabla_at(span) for span in figure.spans)
        titles = [tabla.titulo.texto for tabla in tables if tabla is not None]
        said = terms(" ".join((figure.concept, *titles, *(self.store.quote(span) for span in figure.spans))))
        return not meet(meant, said)

    def uncounted(self, asked: Asked, known: frozenset[str]) -> tuple[str, ...]:
        """The nouns of what a question counts, or asks the change of, that the documents have and the stems by which a text
        is known do not: "reproducciones", of a text of "interacciones".
        """
        asking = counting(asked.line)
        nouns = [*_PLURAL.findall(asking), *_BEING.findall(asking), *_CHANGED.findall(asking)]
        return tuple(
            noun
            for noun in dict.fromkeys(nouns)
            if (stem := next(iter(terms(noun)), None))
            and stem in asked.content
            and stem not in asked.paid
            and not self.words.has("no_parte.palabras", noun)
            and self.store.vocabulary.rarity(stem) >= TELLING
            and not meet(asked.meanings.get(stem, frozenset({stem})) | asked.nearest.get(stem, frozenset()), known)
        )

    def known(self, spans: Iterable[Span], said: str) -> frozenset[str]:
        """The stems by which a figure is known: those of what it says, and of the questions written for its text."""
        held = (self.store.vocabulary.held(one.id) for span in dict.fromkeys(spans) for one in self._at(span))
        return frozenset(terms(said)).union(*held)

    def around(self, spans: Iterable[Span]) -> frozenset[str]:
        """The stems of the passages that some spans stand in."""
        passages = (self.store.passage_around(span) for span in dict.fromkeys(spans))
        return frozenset(stem for passage in passages if passage is not None for stem in terms(passage.texto.texto))

    def said(self, spans: Iterable[Span], told: Iterable[str] = ()) -> str:
        """What the sources say at some spans, with the titles over them and all of the fragments or tables that they
        stand in, and texts told beside, folded.
        """
        texts = list(told)
        for span in dict.fromkeys(spans):
            texts.append(self.store.quote(span))
            around = self.store.passage_around(span)
            texts += around.ruta if around is not None else ()
            tabla = self.store.tabla_at(span)
            if tabla is not None:
                labels = (*tabla.columnas, *(fila.etiqueta for fila in tabla.filas), *(n.texto for n in tabla.notas))
                texts += [tabla.titulo.texto, *tabla.ruta, *labels]
            texts += [f"{found.titulo} {self._until(found, span)}" for found in self._at(span) if found.tabla is None]
        return fold(" \n ".join(texts))

    def _until(self, fragment: Fragmento, span: Span) -> str:
        """A fragment's text without the sentences after a span that tell another figure of the same unit: what these say
        ("…, ampliado a empleadores, ascendió a 185 UTM") is not said of the one before."""
        text = " ".join(fragment.texto.texto.split())
        there = [one for one in self._told if one.document == span.document]
        units = {one.unidad for one in there if span.start <= one.evidencia.start < span.end}
        last = max((own.end for own in fragment.texto.spans), default=0)
        for one in there:
            if span.end <= one.evidencia.start and one.evidencia.end <= last and one.unidad in units:
                text = text.replace(" ".join(self.store.quote(one.evidencia).split()), " ")
        return text

    @cached_property
    def _told(self) -> tuple[Cifra, ...]:
        """The figures of sentences."""
        return tuple(cifra for cifra in self.store.of(Cifra) if cifra.tabla is None)

    @cached_property
    def _fragments(self) -> dict[str, list[Fragmento]]:
        found: dict[str, list[Fragmento]] = {}
        for fragment in self.store.of(Fragmento):
            found.setdefault(fragment.document, []).append(fragment)
        return found

    def _at(self, span: Span) -> list[Fragmento]:
        """The smallest fragments that hold a span; of a table's, those that are of a table."""
        in_table = self.store.tabla_at(span) is not None
        held = [
            (own.end - own.start, fragment)
            for fragment in self._fragments.get(span.document, ())
            for own in fragment.texto.spans
            if (fragment.tabla is not None) >= in_table and own.start <= span.start and span.end <= own.end
        ]
        least = min((size for size, _ in held), default=0)
        return [fragment for size, fragment in held if size == least]


def _abbreviates(form: str, concept: str) -> bool:
    """Whether the letters of a form are, in their order, those that the words of a concept begin with: "nna" and not "niñez"."""
    initials = iter(word[0] for word in fold(concept).split())
    return all(letter in initials for letter in form)
