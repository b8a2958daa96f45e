"""The answer to a message that tells something before it asks, from the readings of :mod:`assistant.told_first`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.compose import Several
from assistant.told_first import ToldFirst
from assistant.told_parts import parted
from assistant.understand.heard import SETS
from assistant.values import Draft, Kind, Query
from corpus.analysis import terms
from corpus.records import Practica

Answered = tuple[Query, Draft]


def told_apart(told: ToldFirst, several: Several, read: Callable[[str], Query], message: str) -> Answered:
    """The answer to a message that begins a conversation: to its question with the thing that is surely meant; to that alone,
    where only so figures or medidas are told; else to all of it.

    What stands around a question for a set of medidas may be read as what that is to be of ("trabajo hace años en esto…").
    """
    for reading, thing in told.named(message):
        query, draft = several.answer(reading, ())
        if not draft.abstained and set(terms(thing)) <= set(terms(draft.claims[0].text)):
            return query.model_copy(update={"pregunta": message}), draft
    for reading in told.of_plan(message):
        query, draft = several.answer(reading, ())
        if not draft.abstained and draft.medidas:
            return query.model_copy(update={"pregunta": message}), draft
    alone = told.alone(message)
    query, draft = several.answer(message, ())
    proper = _of_what_is_asked(told, several, read, message, (query, draft))
    if proper is not None:
        return proper
    narrowed = bool(alone) and (_wider(read(alone[0]), query) if query.kind in SETS else _themed(read(alone[0]), query))
    tells = not draft.abstained and (draft.figures or draft.medidas) and not narrowed
    if tells:
        return query, draft
    if draft.record_ids[:1] and draft.record_ids[0].startswith("practica:"):
        return _of_the_same(told, several, message, (query, draft))
    return _first_of(several, alone, message, (query, draft), exactly=True)


def _of_what_is_asked(
    told: ToldFirst, several: Several, read: Callable[[str], Query], message: str, whole: Answered
) -> Answered | None:
    """What is told for the question proper of a message of which medidas of an institution are told that only what stands
    beside that names: "mi marido es de la PDI, ¿qué medida mejora los pasos fronterizos?"."""
    query, draft = whole
    if draft.abstained or not draft.medidas or not query.filtros.instituciones:
        return None
    for asked in told.proper(message):
        if set(query.filtros.instituciones) <= set(read(asked).filtros.instituciones):
            continue
        found, other = several.answer(asked, ())
        if other.medidas and not other.abstained:
            return found.model_copy(update={"pregunta": message}), other
    return None


def _of_the_same(told: ToldFirst, several: Several, message: str, first: Answered) -> Answered:
    """What is told of a practice for a message without its story, whose words are of the asker and not of what is asked."""
    of_place = told.of_place(message)
    if of_place is not None and not _is_of(told, first[1], of_place[1]):
        query, draft = several.answer(of_place[0], ())
        if not draft.abstained and _is_of(told, draft, of_place[1]):
            return query.model_copy(update={"pregunta": message}), draft
    for reading in told.without_story(message):
        query, draft = several.answer(reading, ())
        if not draft.abstained and draft.record_ids[:1] == first[1].record_ids[:1]:
            return query.model_copy(update={"pregunta": message}), draft
    return first


def _is_of(told: ToldFirst, draft: Draft, comuna: str) -> bool:
    """Whether a draft tells first of a practice of a comuna."""
    record = told.store.records.get(draft.record_ids[0]) if draft.record_ids else None
    return isinstance(record, Practica) and record.comuna == comuna


def pointed_to(
    told: ToldFirst, several: Several, surely: Callable[[str], bool], message: str, none: Answered
) -> Answered:
    """The answer to a shorter reading of a message of which nothing was found, or to its question with what it may point to;
    ``none`` where nothing is found of those either."""
    ended = told.ended(message)
    if ended != message:
        query, draft = several.answer(ended, ())
        if not draft.abstained:
            return query.model_copy(update={"pregunta": message}), draft
        message = ended
    shorter = [*told.by_name(message), *told.alone(message), *told.unremarked(message), *told.shorter(message)]
    query, draft = _first_of(several, shorter, message, none, exactly=True)
    if not draft.abstained:
        return query, draft
    query, draft = _asked_alone(told, several, surely, message, none)
    if not draft.abstained:
        return query, draft
    likely = _first_of(several, told.likely(message), message, none)
    return none if likely[1].figures and not _figure_of(likely[1], message) else likely


def _asked_alone(
    told: ToldFirst, several: Several, surely: Callable[[str], bool], message: str, none: Answered
) -> Answered:
    """What is told for the question proper of a message: figures and medidas, or what surely answers it."""
    for asked in told.proper(message):
        query, draft = several.answer(asked, ())
        if not draft.abstained and (draft.figures or draft.medidas or surely(asked)):
            return query.model_copy(update={"pregunta": message}), draft
    return none


def _figure_of(draft: Draft, message: str) -> bool:
    """Whether the figure that is told speaks of something that a message tells before its question."""
    before = parted(message)
    return before is not None and bool(set(terms(before.told)) & set(terms(draft.claims[0].text)))


def _wider(alone: Query, whole: Query) -> bool:
    """Whether a question for a set of medidas is of other institutions, ejes or days than the whole message is read to be,
    or names its eje, of which the message is read to mean a part."""
    one, other = alone.filtros, whole.filtros
    same = (one.instituciones, one.ejes, one.plazos) == (other.instituciones, other.ejes, other.plazos)
    part = bool(one.ejes) and one != other and not one.palabras
    return alone.kind in SETS and (not same or part)


def _themed(alone: Query, whole: Query) -> bool:
    """Whether a question is for all that the plan has on a matter, where the whole message was read as of one medida: "mi
    hermano es futbolista, ¿hay algo en el plan para los deportistas?"."""
    return alone.kind in SETS and bool(alone.filtros.temas) and whole.kind is Kind.PASAJE


def _first_of(
    several: Several, readings: Iterable[str], message: str, other: Answered, *, exactly: bool = False
) -> Answered:
    """The first of some readings that is answered, ``exactly`` with figures, medidas or their number; ``other`` where none is."""
    for reading in readings:
        query, draft = several.answer(reading, ())
        if not draft.abstained and (draft.figures or draft.medidas or query.kind in SETS or not exactly):
            return query.model_copy(update={"pregunta": message}), draft
    return other
