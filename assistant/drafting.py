"""One question, drafted: how it goes on with what was told, what is found for it, and whether that is what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.asked_for import PRACTICES, AskedFor
from assistant.by_place import by_place
from assistant.compose import Composer, PartReader, PassagesOnly
from assistant.context import Context, near
from assistant.example_told import example_of
from assistant.figures.told import TellsOn
from assistant.item_told import item_first
from assistant.not_found import not_found
from assistant.practices.picked import picked
from assistant.practices.turns import which_of_all
from assistant.retrieve import Retriever
from assistant.scope import Scope
from assistant.texts import Texts
from assistant.told_first import ToldFirst
from assistant.understand import Reader
from assistant.understand.affiliation import Affiliations
from assistant.understand.courtesy import Courtesy
from assistant.understand.forms import Forms
from assistant.understand.heard import heard
from assistant.understand.introduced import Introductions
from assistant.understand.orders import OrderReader
from assistant.understand.plan_name import of_another_time
from assistant.understand.purpose import Purposes
from assistant.understand.reasons import Reasons
from assistant.understand.retold import of_another, only_named, put_first
from assistant.values import Draft, Evidence, Kind, Query, Status, Turn
from assistant.zone_told import of_zone
from corpus.analysis import fold, terms
from corpus.lexicon import Instituciones
from corpus.store import Store

BRIEF = 4
"""So few words may lean on the last turn without saying so."""
_TIED = re.compile(r"^\W*(?:(?:ya|ok|y|e|pero|ahora)\b[\s,.¿]*)+", re.IGNORECASE)
# "¿Y en qué ciudades fueron?", "¿y de qué empresa?": the sort of thing is all that a message names.
_SORT_ALONE = re.compile(
    r"^\W*(?:(?:ya|ok|y|e|pero|ahora)\b\W*)*(?:a|con|de|desde|en|para|por|sobre) (?:que|cual(?:es)?) [a-z]{3,}"
    r"(?: (?:es|son|era|eran|fue|fueron|hubo|hay|(?:se )?(?:hizo|hicieron|hace|hacen|realizo|realizaron|dieron|dio)|los dieron|las dieron))?\W*$"
)
SURE = 0.2
"""Below this likelihood that the documents don't hold it, a question is surely answered."""
AROUND = 200
"""So many characters around a sentence say what it is of."""


LEAST_OF_NAME, LONG = 2, 600
"""A thing named in so many words is one; a piece of so many characters tells of much."""


@dataclass(frozen=True)
class Parts:
    """Everything that belongs to one index."""

    store: Store
    known: Instituciones
    reader: Reader
    retriever: Retriever
    scope: Scope
    composer: Composer | PassagesOnly
    texts: Texts
    part_reader: PartReader
    courtesy: Courtesy
    forms: Forms
    orders: OrderReader
    purposes: Purposes
    reasons: Reasons
    introductions: Introductions
    affiliations: Affiliations
    tells_on: TellsOn
    context: Context
    asked_for: AskedFor
    told_first: ToldFirst
    same_of_another: Callable[[Query, str], str | None]
    """The question before, of the other tool of the guide that a message only names; None where it does not."""


def around(parts: Parts, draft: Draft) -> str:
    """What a draft tells first, with the words of the documents around it and the headings over it."""
    spans = [span for claim in draft.claims[:2] for span in claim.spans[:1]]
    texts = (parts.store.documents[s.document].text[max(0, s.start - AROUND) : s.end + AROUND] for s in spans)
    places = (" ".join(parts.store.place(id)) for id in draft.record_ids[:1] if id in parts.store.records)
    return "\n".join((*(claim.text for claim in draft.claims[:2]), *texts, *places))


def beside(parts: Parts, draft: Draft, told: Iterable[str]) -> bool:
    """Whether a draft tells first of one of some records, or of what stands beside one."""
    told = tuple(told)
    if set(draft.record_ids[:1]) & set(told):
        return True
    places = [parts.store.place(id) for id in told if id in parts.store.records]
    found = [parts.store.place(id) for id in draft.record_ids[:1] if id in parts.store.records]
    return any(near(one, other) for one in found for other in places)


def draft_of(parts: Parts, question: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft]:
    """What was understood of one question, and its draft."""
    question, turns = parts.tells_on.of_the_first(question, turns)
    told = heard(turns)
    placed = by_place(question, told[-1], parts.store, parts.texts) if told else None
    placed = placed or (example_of(question, told[-1], parts.store) if told else None)
    placed = placed or of_zone(question, told, parts.store)
    if placed is not None:
        query = parts.reader.read(question, turns, leaning=True)
        return query.model_copy(update={"kind": Kind.PASAJE, "arrastre": f"«{told[-1].question}»"}), placed
    of_all = _which_of_all(parts, question, told) or _picked(parts, question, told, turns)
    if of_all is not None:
        return of_all
    if any(turn.figures for turn in told):
        read = parts.reader.read
        going = parts.tells_on.answer(read(question), read(question, turns, leaning=True), told)
        other = going is not None and parts.asked_for.types.lacking(question, [claim.text for claim in going.claims])
        if going is not None and going.lectura is not None and not other:
            return going.lectura, going
    query = understand(parts, question, turns)
    same = parts.same_of_another(query, told[-1].question) if told else None
    if same is not None:  # "¿cuánto dura la entrevista?", "¿y la encuesta?"
        query_of_same, draft = draft_of(parts, same, ())
        return query_of_same.model_copy(update={"pregunta": question, "arrastre": query.arrastre}), draft
    draft = compose(parts, query, retrieve(parts, query))
    none = draft.status is Status.NOT_FOUND or (draft.status is Status.OUT_OF_SCOPE and _says_little(parts, question))
    if turns and none and not query.arrastre and len(terms(question)) <= BRIEF:
        query, draft = going_on(parts, question, turns, draft)
    if told and query.kind is Kind.PASAJE and isinstance(parts.composer, Composer):
        draft = _not_told_again(parts, question, query, draft, told[-1])
    if told and query.arrastre and query.kind is Kind.PASAJE:
        query, draft = _of_other_thing(parts, question, told[-1], (query, draft))
        query, draft = _the_one_of(parts, question, told[-1], (query, draft))
        query, draft = _of_new_subject(parts, question, (query, draft))
        draft = item_first(question, draft, told[-1], parts.store)
    if told and query.arrastre and draft.status is Status.OUT_OF_SCOPE and not terms(question):
        draft = not_found(query, parts.texts)  # "¿con quiénes?" names nothing that could be of another matter
    moves = _only_moves(parts, question, turns) or _SORT_ALONE.match(fold(question)) is not None
    elsewhere = query.seguimiento and moves and _off(parts, query, draft)
    elsewhere = elsewhere or of_another_time(fold(question))
    if isinstance(parts.composer, Composer) and (
        elsewhere or parts.asked_for.lacking(query, question, draft, partial(around, parts, draft))
    ):
        draft = not_found(query, parts.texts)
    return draft.lectura or query, draft


def _which_of_all(parts: Parts, question: str, told: Sequence[Turn]) -> tuple[Query, Draft] | None:
    """The answer to a message that asks, after one practice was told, which one of all did something; None where it asks no
    such thing or none did."""
    of_practice = bool(told) and any({*PRACTICES} & {*id.split(":")} for id in told[-1].record_ids[:1])
    other = which_of_all(fold(question)) if of_practice else None
    query, draft = draft_of(parts, other, ()) if other is not None else (None, None)
    if query is None or draft is None or draft.abstained:
        return None
    return query.model_copy(update={"pregunta": question, "arrastre": f"«{told[-1].question}»"}), draft


def _picked(parts: Parts, question: str, told: Sequence[Turn], turns: tuple[Turn, ...]) -> tuple[Query, Draft] | None:
    """The practice that a message picks by what it did ("quiero la que armó un plan"), after practices were told or sought:
    the one of those told that did it, else any that did; that none did, where none is found."""
    ways = picked(fold(question)) if told else ()
    practices = parts.composer.practices if ways and isinstance(parts.composer, Composer) else None
    if practices is None:
        return None
    last = told[-1]
    sought = not last.medidas and practices.sought(parts.reader.read(last.question))
    if not (sought or practices.told(last.record_ids)):
        return None
    carried = {"pregunta": question, "arrastre": f"«{last.question}»"}
    for way in ways:
        query = understand(parts, way.question, ())
        evidence = retrieve(parts, query)
        draft = practices.among_told(query, evidence, last.record_ids, way.thing) or compose(parts, query, evidence)
        unlike = way.like and not practices.is_like(query, draft)
        if not (draft.abstained or unlike) and _tells_of_practice(draft):
            return query.model_copy(update=carried), draft
    query = understand(parts, question, turns)
    like = any(way.like for way in ways)
    tells = not like and _tells_of_practice(compose(parts, query, retrieve(parts, query)))
    none = query.model_copy(update={**carried, "kind": Kind.PRACTICA})
    return None if tells else (none, not_found(none, parts.texts))


def _tells_of_practice(draft: Draft) -> bool:
    """Whether a draft tells first of a practice as such, and not of a piece of text."""
    return any(id.startswith("practica:") for id in draft.record_ids[:1])


def _of_other_thing(parts: Parts, question: str, last: Turn, first: tuple[Query, Draft]) -> tuple[Query, Draft]:
    """The figure of another thing that a message only names, of the time that was told; that it is not there, rather than
    what was told anew."""
    if not last.figures:
        return first
    part, alone = parts.tells_on.part, parts.reader.read(question)
    other = part.of_other(alone, first[1], last)
    if other is None:
        return first
    query, draft = draft_of(parts, other, ())
    if part.names_it(alone, draft):
        query = query.model_copy(update={"pregunta": question, "arrastre": first[0].arrastre})
        return query, draft.model_copy(update={"lectura": query})
    return (first[0], not_found(first[0], parts.texts)) if part.told_again(first[1], last) else first


def _the_one_of(parts: Parts, question: str, last: Turn, first: tuple[Query, Draft]) -> tuple[Query, Draft]:
    """The same of another thing than the last message asked, where a message names that and the answer does not begin with
    it: "¿y la del convenio con X?"."""
    query, draft = first
    named = of_another(question, last.question)
    stems = set(terms(named[1])) if named is not None else set()
    told = set(terms(draft.claims[0].text)) if draft.claims and not draft.abstained else set()
    asked = set(terms(named[0])) if named is not None else set()
    of_told = stems <= told and draft.record_ids[:1] == last.record_ids[:1]  # of two mesas told together, that one
    if named is None or not stems - set(terms(last.question)) or asked <= told or of_told:
        return first
    other = understand(parts, named[0], ())
    found = compose(parts, other, retrieve(parts, other))
    if found.abstained or not found.claims:
        of_none = told and not _speaks_of(parts, named[1], around(parts, draft))
        return (query, not_found(query, parts.texts)) if of_none else first
    tells = stems <= set(terms(around(parts, found)))
    if not tells or (stems <= told and not asked - stems <= set(terms(found.claims[0].text))):
        return first
    update = {"pregunta": question, "arrastre": query.arrastre, "seguimiento": True}
    return other.model_copy(update=update), found


def _speaks_of(parts: Parts, thing: str, text: str) -> bool:
    """Whether a text has a content word of a thing, or names its place or those from there: "venezolana", of Venezuela."""
    places = {mention.lugar for mention in parts.tells_on.lugares.find(thing)}
    return bool(set(terms(thing)) & set(terms(text))) or any(
        mention.lugar in places for mention in parts.tells_on.lugares.find(text)
    )


def _of_new_subject(parts: Parts, question: str, first: tuple[Query, Draft]) -> tuple[Query, Draft]:
    """The answer to a message alone that puts another subject first ("¿y la política de migración cuánto debería durar?"),
    where what was found for it after the turns before does not begin with that; that it is not there, where that says
    nothing of it."""
    query, draft = first
    if (told_apart := _of_new_thing(parts, question, first)) is not None:
        return told_apart
    subject = put_first(question)
    stems = set(terms(subject)) if subject is not None else set()
    if not stems or stems <= set(terms(draft.claims[0].text if draft.claims and not draft.abstained else "")):
        return first
    alone = understand(parts, _TIED.sub("", question), ())
    found = compose(parts, alone, retrieve(parts, alone))
    if found.abstained or not (found.claims and stems <= set(terms(found.claims[0].text))):
        known = all(map(parts.store.vocabulary.knows, stems)) and not draft.abstained
        of_none = known and not stems & set(terms(" ".join(claim.text for claim in draft.claims)))
        return (query, not_found(query, parts.texts)) if of_none else first
    update = {"pregunta": question, "arrastre": query.arrastre, "seguimiento": True}
    return alone.model_copy(update=update), found


def _of_new_thing(parts: Parts, question: str, first: tuple[Query, Draft]) -> tuple[Query, Draft] | None:
    """What tells of the thing alone that a message only names, with what it wants of it ("¿y la circular de datos, número y
    fecha?"), rather than a long piece that tells of much beside."""
    query, draft = first
    named = only_named(question)
    stems = set(terms(named)) if named is not None else set()
    lead = draft.claims[0].text if draft.claims and not draft.abstained and not draft.figures else ""
    if len(stems) < LEAST_OF_NAME or len(lead) < LONG or not stems <= set(terms(lead)):
        return None
    alone = understand(parts, _TIED.sub("", question), ())
    found = compose(parts, alone, retrieve(parts, alone))
    first_told = found.claims[0].text if found.claims and not found.abstained else ""
    if not stems <= set(terms(first_told)) or len(first_told) > len(lead) // 2:
        return None
    update = {"pregunta": question, "arrastre": query.arrastre, "seguimiento": True}
    return alone.model_copy(update=update), found


def _not_told_again(parts: Parts, question: str, query: Query, draft: Draft, last: Turn) -> Draft:
    """A draft, or what to say instead of it where it only tells again what was told, of which something else is asked."""
    alone, part = parts.reader.read(question), parts.tells_on.part
    computed = any(figure.computed for figure in draft.figures)
    computed = computed or any(one.operation == "suma" for claim in draft.claims[:1] for one in claim.computed)
    # What is found by "¿cuánto suman?" alone is of other things.
    nothing = (parts.tells_on.only_works(alone, last) and not computed) or part.only_again(alone, draft, last)
    if nothing and isinstance(parts.composer, Composer):
        return not_found(query, parts.texts)
    return part.instead(alone, draft, last) or draft


def _only_moves(parts: Parts, question: str, turns: tuple[Turn, ...]) -> bool:
    """Whether a message after a figure names no more than another place: "¿y cuántas de Colombia?"."""
    return bool(turns) and bool(turns[-1].figures) and parts.tells_on.names_only_a_place(parts.reader.read(question))


def _off(parts: Parts, query: Query, draft: Draft) -> bool:
    """Whether a draft tells no figure, and neither of what was told nor of what stands beside it."""
    tells = bool(draft.record_ids) and not (draft.figures or draft.abstained)
    return tells and not beside(parts, draft, query.records)


def _says_little(parts: Parts, question: str) -> bool:
    """Whether a question names at most one thing, and one that the documents speak of ("¿cuánto costaron?")."""
    said = set(terms(question))
    return len(said) <= 1 and all(parts.store.vocabulary.knows(stem) for stem in said)


def going_on(parts: Parts, question: str, turns: tuple[Turn, ...], none: Draft) -> tuple[Query, Draft]:
    """A brief question that finds nothing by itself, read as going on with the last turn ("¿cuánta plata usaron?").

    Its answer counts where it is of what was spoken of; else what was not found keeps the subject for the next turn.
    """
    query = parts.reader.read(question, turns, leaning=True)
    draft = compose(parts, query, retrieve(parts, query))
    computed = draft.lectura is not None and draft.lectura.kind is Kind.CALCULO
    if none.status is Status.OUT_OF_SCOPE and computed:
        return query, none  # what sounds like another matter is not worked out of what stands near
    return query, draft if beside(parts, draft, query.records) else none


def understand(parts: Parts, question: str, turns: tuple[Turn, ...]) -> Query:
    """From a question to a query; where its words leave open whether it goes on with the last turn, what is near says it."""
    query = parts.reader.read(question, turns)
    if not turns:
        return query
    if not query.arrastre:
        ordered = retrieve(parts, query).motivo == "instruccion"
        goes_on = not ordered and parts.context.goes_on(query, turns[-1])
        return parts.reader.read(question, turns, leaning=True) if goes_on else query
    if not query.seguimiento:  # what was read of a medida, a set or figures told is sure
        return query
    alone = parts.reader.read(question)
    of_figures = bool(turns[-1].figures) and parts.tells_on.names_nothing(alone)
    return alone if not of_figures and parts.context.changes(alone, turns[-1]) else query


def retrieve(parts: Parts, query: Query) -> Evidence:
    """From a query to its evidence; look-ups by number or filter need none."""
    evidence = parts.retriever.find(query) if parts.scope.needs_evidence(query) else Evidence()
    return parts.scope.judge(query, evidence)


def surely(parts: Parts, question: str) -> bool:
    """Whether the documents surely hold what a question asks, read alone."""
    evidence = retrieve(parts, understand(parts, question, ()))
    return evidence.motivo is None and evidence.fuera < SURE


def compose(parts: Parts, query: Query, evidence: Evidence) -> Draft:
    """From evidence to a draft."""
    return parts.composer.compose(query, evidence)
