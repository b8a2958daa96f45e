"""What is asked for by name (a country, a telephone, the number of an act, the share of women), which an answer must name.

One answer is held against all that is known of this: types of answers, agreements with others, particulars of the thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from assistant.answer_type import AnswerTypes
from assistant.counts import nouns
from assistant.figures.sorts import PEOPLE
from assistant.particulars import Particulars
from assistant.parties import Parties
from assistant.scope import Scope
from assistant.spans import overlap
from assistant.understand.heard import SETS
from assistant.understand.organisations import institutions_named
from assistant.values import Campo, Claim, Draft, Kind, Query, Status
from assistant.years_asked import of_another_year
from corpus.analysis import fold, stem, terms, words
from corpus.records import Avance, Practica
from corpus.store import Store

_MEASURES = re.compile(r"\b(?:mid[ae]n?|medira|usa|pide|exige|considera|calcula)\b")
# The number of a medida and the day of a deadline count nothing.
_UNCOUNTED = re.compile(r"\*\*Medida \d+\.\*\*|\bmedida \d+|Plazo: \*\*[^*]+\*\*|\[\d+\]")
# The marks of a list of things count them, and no people: "1. Procedimientos… de NNA".
_MARKS = re.compile(r"(?<!\S)\d{1,2}[.)] (?=[A-ZÁÉÍÓÚÑ])")
# "Estrategia Intégrate Tijuana": a name right behind another.
_NAMED_ON = re.compile(r"\b(?P<title>[A-ZÁÉÍÓÚÑ]\w{2,}) (?=(?:(?:de|en) )?(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,})\b)")
# Practices by any of their names, counted in words of the answer's own.
_PRACTICES = re.compile(r"\b(?:practicas|fichas|experiencias|iniciativas)\b")
PRACTICES = ("fichas", "gobernanza")
"""The documents of which all is told of practices of one comuna or another."""
LEADING = ("lead", "header", "row")
"""A statement that leads, or the table that it heads."""
FIRST = 2
"""The first records of a draft: what is said of a practice, and the practice."""
# "Enumere las municipalidades que…": all of some are to be named.
_NAMES_ALL = re.compile(
    r"^\W*(?:(?:por favor|porfa\w*) )?(?:(?:nombr|enumer|mencion|list)[ea](?:me|nos)? (?:los nombres de )?"
    r"|(?:dame|deme|dime|digame|quiero|necesito) (?:los nombres|la lista|el listado) de )(?:tod[oa]s )?(?:las|los)\b"
)

_ASKS = r"(?:(?:a|ante|con|de|desde|en|hasta|para|pa|por|sobre) )?(?:que|cual(?:es)?|quien(?:es)?|cuant[oa]s?|cuando|donde|como)\b"
# "¿Para cuándo era el reglamento y cuál es la municipalidad?": the second may be told by what stands near.
_ASKS_TWICE = re.compile(rf"\b{_ASKS}[^.;]*(?:\b(?:y|e)|[,¿+]) ?{_ASKS}")
# "El plazo del programa de capacitación del Ministerio X": whose a medida is; a mesa "con" X is not said to be theirs.
_OF_WHOM = re.compile(
    r"\b(?:medidas?|programas?|cursos?|plan(?:es)?|proyectos?|compromisos?|iniciativas?|capacitacion(?:es)?|informes?)\b(?: (?!(?:con|para|y|que)\b)[a-z]+){0,5}? (?:del|de la|de el|de) $"
)
# "¿Cuáles son sus nombres?", after so many were told.
_THEIR_NAMES = re.compile(
    r"^\W*(?:(?:y|ya|ok|pero) )*(?:(?:cuales (?:son|eran|fueron)|dame|dime|deme|me das|quiero) (?:(?:todos )?(?:sus|los) nombres)|como se llaman?|que nombres tienen)\W*$"
)
# "¿Cuántas de esas personas lograron…?"
_OF_THOSE = re.compile(r"\bcuant[oa]s de (?:es|est)[oa]s (?P<noun>[a-z]{4,}s)\b")


@dataclass(frozen=True)
class AskedFor:
    """Tells whether a draft names what a question asks for."""

    store: Store
    types: AnswerTypes
    scope: Scope
    parties: Parties
    particulars: Particulars

    def lacking(self, query: Query, question: str, draft: Draft, around: Callable[[], str]) -> bool:
        """Whether what a question asks for by name is named nowhere in a draft; ``around`` gives what stands about its first
        claims.

        What goes on with the last answer is found near to it: there what leads must name it.
        """
        told = draft.lectura or query
        if draft.status is Status.PARTIAL:
            return self.types.none_named(question, [claim.text for claim in draft.claims])
        if draft.abstained or draft.status is not Status.ANSWERED:
            return False
        if told.kind is Kind.MEDIDA_CAMPO and Campo.INDICADOR in told.campos and _MEASURES.search(fold(question)):
            return False  # "¿qué porcentaje mide su indicador?" is told by its words
        if told.kind in SETS:
            return self._of_other_sets(told, question, draft)
        leads = [*takewhile(lambda claim: claim.block in LEADING, draft.claims)] or draft.claims[:1]
        of_practice = any(id.startswith("practica:") for id in draft.record_ids[:1])
        claims = leads if query.seguimiento and not of_practice else draft.claims
        return (
            self._uncounted(question, query.propias if query.arrastre else query.texto, draft, claims)
            or self._of_another(query, question, draft, leads, claims, around)
            or self._of_another_type(query, question, draft, leads, claims)
        )

    def _of_other_sets(self, query: Query, question: str, draft: Draft) -> bool:
        """Whether people or some unit are counted by a question, of which a set of medidas gives no number, or it asks how
        the set was in a month: one that is a deadline chose the medidas already."""
        texts = [_UNCOUNTED.sub(" ", claim.text) for claim in draft.claims]
        people = self.types.counts_people(question) and self.scope.uncounted(question, texts)
        types = self.types
        return (
            people
            or types.unmeasured(question, texts)
            or types.unexplained(question, texts)
            or (not query.filtros.plazos and types.of_another_month(question, texts))
        )

    def _uncounted(self, question: str, mended: str, draft: Draft, claims: Iterable[Claim]) -> bool:
        """Whether the number of things is asked of a practice or a medida that gives none."""
        of_one = any(id.startswith(("practica:", "medida:")) for id in draft.record_ids[:1]) and not draft.figures
        if any(map(_PRACTICES.search, nouns(fold(question)))) and any(
            _PRACTICES.search(fold(c.text)) for c in draft.claims[:1]
        ):
            return False
        # "A cuánta gente ayudó en Tijuana", of a practice of Mexicali.
        if of_one and self.scope.unheard.of_the_unknown(mended):
            return True
        if of_one and self.particulars.counted_elsewhere(question, lambda: self._with_places(draft.claims)):
            return True
        texts = [_UNCOUNTED.sub(" ", claim.text) for claim in claims]
        if self.types.counts_people(question):
            texts = [_MARKS.sub(" ", text) for text in texts]
        # what is counted may be mistyped ("kasos"), and its mending another word
        right = bool(nouns(fold(mended))) and not self.scope.uncounted(mended, texts)
        asked = f"{question}\n{mended}" if draft.medidas else question  # "cuanta jente"
        return of_one and not right and self.scope.uncounted(asked, texts)

    def _named_on(self, question: str, draft: Draft) -> bool:
        """Whether a question goes on with a name where the title of a practice breaks off, and nothing told has it: "Estrategia
        Intégrate Tijuana", of the one in Mexicali."""
        records = (self.store.records.get(id) for id in draft.record_ids[:FIRST])
        title = {word for one in records if isinstance(one, Practica) for word in words(fold(one.titulo.texto))}
        named = [match for match in _NAMED_ON.finditer(question) if fold(match["title"]) in title]
        told = {one for text in self._with_places(draft.claims) for one in words(fold(text))} if named else set()
        return any(self._names_another(match["name"]) and not self._forms(match["name"]) & told for match in named)

    def _forms(self, name: str) -> set[str]:
        """A name, folded, and those of the places that it stands for: "Conce" is Concepción."""
        return {fold(name), *(fold(place.nombre) for place in self.particulars.lugares.lookup(name))}

    def _of_another_institution(self, question: str, draft: Draft) -> bool:
        """Whether a medida is asked of as one of an institution, and the only one that is told neither is its nor names it."""
        known = self.particulars.known
        if len(draft.medidas) != 1 or not any(id.startswith("medida:") for id in draft.record_ids[:1]):
            return False
        line = fold(question)
        named = institutions_named(line, question, known, ())
        whose = {str(one) for m in named if _OF_WHOM.search(line[: m.start]) for one in m.values}
        row = self.store.quote(self.store.medidas[draft.medidas[0]].span)
        told = {str(one) for m in institutions_named(fold(row), row, known, ()) for one in m.values} if whose else set()
        theirs = {part for one in told for part in known.with_dependents(one)}
        return bool(whose) and not any({*known.with_dependents(one)} & told or one in theirs for one in whose)

    @staticmethod
    def _of_no_names_or_people(line: str, draft: Draft) -> bool:
        """Whether the names of those that were counted are asked for, or how many of some people, and a number of things is told."""
        people = _OF_THOSE.search(line)
        of_people = people is not None and stem(people["noun"]) in PEOPLE
        told = set(terms(draft.claims[0].text)) if draft.claims else set()
        return bool(draft.figures) and (_THEIR_NAMES.match(line) is not None or (of_people and not told & PEOPLE))

    def _names_another(self, name: str) -> bool:
        """Whether a word names a place, or what no record has a word of."""
        return bool(self.particulars.lugares.lookup(name)) or self.scope.unheard.unknown(fold(name))

    def _of_another(
        self,
        query: Query,
        question: str,
        draft: Draft,
        leads: Iterable[Claim],
        claims: Iterable[Claim],
        around: Callable[[], str],
    ) -> bool:
        """Whether what is told is of another party, another of a row, another year, than what is asked of."""
        line, numbers = fold(question), self.particulars.numbers
        first = [claim.text for claim in leads]
        if self._of_another_institution(question, draft) or self._of_no_names_or_people(line, draft):
            return True
        if self._of_practices(draft) and self.scope.unheard.of_unknown_name(query):
            return True
        if numbers.of_the_denied(line, first) or numbers.of_the_owners(line, first):
            return True
        if numbers.of_another_edition(line, lambda: [*self._with_places(draft.claims)]):
            return True
        if numbers.of_no_such_sort(line, lambda: [*self._with_places(claims)]):
            return True
        if (not query.ingles and self._named_on(question, draft)) or self.parties.other(
            question, self._with_places(claims)
        ):
            return True
        if self._of_practices(draft) and self.particulars.names.of_another_comuna(
            question, lambda: self._with_places(claims)
        ):
            return True
        mended = question if query.seguimiento else query.texto
        cited = [claim for claim in claims if claim.spans]  # "ninguna medida nombra Iquique" tells nothing of it
        if not draft.figures and self.particulars.other(question, mended, first, lambda: [*self._with_places(cited)]):
            return True
        return of_another_year(question, _beside(around, claims))

    def _of_another_type(
        self, query: Query, question: str, draft: Draft, leads: Iterable[Claim], claims: Iterable[Claim]
    ) -> bool:
        """Whether a thing of some type is asked for, and none, or that of something else, is told."""
        if self.types.told_of_another(question, self._with_places(claims), partial(self.scope.says_more, query.texto)):
            return True
        if self._of_practices(draft) and self.types.no_such_helper(
            question, self._with_places(draft.claims), self.scope.meant_by
        ):
            return True
        of_one = self._led_by_one(query, draft) and not _ASKS_TWICE.search(fold(question))
        if (query.kind is Kind.MEDIDA_CAMPO and not query.arrastre) or of_one:
            claims = self._of_it(draft) or claims  # what stands near in other documents is not of the medida
        if self._of_no_such_sort(question, draft, claims):
            return True
        if _NAMES_ALL.search(fold(question)):  # "nombre las municipalidades que…": those of which is spoken first
            claims = leads
        asked = question if query.seguimiento else f"{question}\n{query.texto}"  # as typed, and with its typos mended
        if self.types.numbers.lacking(asked, self._with_places(draft.claims)):
            return True
        return self.types.lacking(asked, [claim.text for claim in claims])

    def _of_no_such_sort(self, question: str, draft: Draft, claims: Iterable[Claim]) -> bool:
        """Whether things of a sort are asked for of one medida, whose row, and what is reported of it, has no word of them."""
        of_one = len(draft.medidas) == 1 and any(id.startswith("medida:") for id in draft.record_ids[:1])
        return of_one and self.types.none_of_a_sort(question, (claim.text for claim in claims), self.scope.meant_by)

    def _of_practices(self, draft: Draft) -> bool:
        """Whether what is told first is of a practice, or stands where such are told, and no figure is worked out of it."""
        spans = [span for claim in draft.claims[:1] for span in claim.spans]
        led = any(id.startswith("practica:") for id in draft.record_ids[:1])
        return not draft.figures and (led or any(span.document in PRACTICES for span in spans))

    @staticmethod
    def _led_by_one(query: Query, draft: Draft) -> bool:
        """Whether what was found by search is told of one medida or one practice first."""
        return query.kind is Kind.PASAJE and any(id.startswith(("medida:", "practica:")) for id in draft.record_ids[:1])

    def _of_it(self, draft: Draft) -> list[Claim]:
        """The claims of a draft that give the rows of its medidas, or what is reported of these, or its practices."""
        own = [medida.span for number, medida in self.store.medidas.items() if number in draft.medidas]
        own += [span for link in self.store.of(Avance) if link.medida in draft.medidas for span in link.texto.spans]
        practices = (self.store.records.get(id) for id in draft.record_ids)
        own += [one.span for one in practices if isinstance(one, Practica)]
        return [claim for claim in draft.claims if any(overlap((span,), own) for span in claim.spans)]

    def _with_places(self, claims: Iterable[Claim]) -> Iterator[str]:
        """The texts of some claims, each with the titles that its sources stand under."""
        for claim in claims:
            yield " ".join((claim.text, *(part for span in claim.spans for part in self.store.section(span))))


def _beside(around: Callable[[], str], claims: Iterable[Claim]) -> Iterator[str]:
    """What stands about the first claims, and the texts of all."""
    yield around()
    yield from (claim.text for claim in claims)
