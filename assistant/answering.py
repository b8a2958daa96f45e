"""One message of a conversation, answered: what it goes on with, in which of its readings, and whether that answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from assistant.compose import Composer, Several
from assistant.drafting import BRIEF, Parts, around, beside, compose, draft_of, surely, understand
from assistant.figures import moved_otherwise
from assistant.not_found import not_found
from assistant.own_case import of_own_case
from assistant.source_told import SOURCE, source_of
from assistant.spans import spans_of
from assistant.told_apart import pointed_to, told_apart
from assistant.understand.apposition import named_plainly
from assistant.understand.ejes import called_eje
from assistant.understand.ejes_together import called_ejes
from assistant.understand.heard import heard
from assistant.understand.listed_by_number import by_its_number
from assistant.understand.of_that_body import of_that_body
from assistant.understand.periphrases import (
    plain_anybody,
    plain_lack,
    plain_numbers,
    plain_people,
    plain_places,
    plain_rates,
    plain_verbs,
    plainly_asked,
)
from assistant.understand.place_instead import other_place
from assistant.understand.premises import asked_instead
from assistant.understand.request import plain_requests
from assistant.understand.retold import (
    acknowledges,
    asked_at_last,
    doubted,
    from_that_year,
    of_that_sort,
    of_year,
    remarked,
    same_with,
    subject_first,
    supposed,
    taken_up,
    unexplained,
    while_it_lasts,
    with_noun,
)
from assistant.understand.returning import back_to, back_to_named, counted_named, there_named
from assistant.understand.spoken_of import meaning_asked
from assistant.understand.subject import asked_of_another, in_place, seeks_doer, seeks_some, sought_anew, with_subject
from assistant.understand.told_again import but_the_known
from assistant.values import Draft, Evidence, Kind, Query, Status, Turn
from corpus.analysis import fold, terms
from corpus.records import Definicion, Etapa, Practica

_OPENS = re.compile(r"^[\s¿¡,.:;]+")
OF_TIME = (Kind.CIFRA, Kind.SERIE)
# "Justo lo que buscaba. ¿Y qué esperan lograr?": what opens so goes on with what was told.
_AND = re.compile(r"\W*y ")


def answered(parts: Parts, question: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft]:
    """What was understood of a message after the turns before it (oldest first), and the draft of its answer."""
    if parts.orders.asks_its_inside(question):
        query = Query(pregunta=question, texto=question, kind=Kind.FUERA_DE_ALCANCE, motivo="instruccion")
        return query, compose(parts, query, Evidence())
    several = Several(
        parts.part_reader,
        parts.store,
        parts.texts,
        parts.retriever.synonyms,
        partial(draft_of, parts),
        parts.reader.read,
        lambda text, first: parts.tells_on.only_works_out(parts.reader.read(text), parts.reader.read(first)),
        parts.asked_for.types.sought,
    )
    spoken = question
    if parts.reader.small_talk.kind(fold(question)) is None:
        spoken = parts.forms.asked(parts.courtesy.without(question))
        ejes = parts.reader.plan.ejes
        question = called_ejes(called_eje(_plain(spoken), ejes), ejes)
    before = [turn.question for turn in turns]
    question = parts.affiliations.written_in(parts.introductions.there(question, before), before)
    question, turns = _returned(parts, *back_to(question, turns))
    question = unexplained(taken_up(question)) if turns else question
    tied = parts.reader.openings.tied(question) if turns else question
    if len(terms(tied)) <= BRIEF:  # one that says more may name a matter of its own: "ahora, ¿…?"
        question = tied
    told = heard(turns)
    question = from_that_year(of_year(question), told[-1]) if told and told[-1].figures else question
    question = but_the_known(question, told, parts.reader.plan)
    source = source_of(question, told, parts.store, parts.texts)
    if source is not None:
        carried = f"«{told[-1].question}»"
        return Query(pregunta=question, texto=question, kind=Kind.PASAJE, motivo=SOURCE, arrastre=carried), source
    again = doubted(question, turns)
    if again is not None:
        question, turns = again, turns[:-1]
    question = (of_that_sort(question, told[-1].question) if told else None) or question
    question = _written_out(parts, question, told) if told else question
    asked, stated = parts.orders.read(question)
    asked = parts.reasons.without(asked)
    wanted = parts.purposes.without(asked)
    core = _plain(parts.purposes.unreported(wanted))  # which a message only passes on, as an office has it said
    whole = core if core != wanted and parts.told_first.says_of_what(core) else wanted
    unplaced = parts.introductions.without_unknown(whole)
    asked = parts.courtesy.without(unplaced) if unplaced != whole else whole
    query, draft = _read(parts, several, parts.part_reader.completed(asked, stated) if stated else asked, turns)
    if draft.abstained and of_own_case(spoken):  # which no other reading may leave out
        return query, draft
    # A place that the documents name may be only the asker's, and one that they don't name may tell apart.
    if draft.abstained:
        other = whole if unplaced != whole else parts.introductions.without(asked)
        if other != asked:
            query, draft = _better((query, draft), _read(parts, several, other, turns), question)
    if draft.abstained and core != whole:
        query, draft = _better((query, draft), _read(parts, several, core, turns), question)
    without_end = parts.purposes.without_last(asked) if draft.abstained else asked
    if without_end != asked:
        listed = _read(parts, several, without_end, turns)
        query, draft = _better((query, draft), listed, question) if listed[1].medidas else (query, draft)
    if draft.abstained and plain_verbs(spoken) != spoken:  # "alcanzaron a contestar" may be what a key says
        query, draft = _better((query, draft), _read(parts, several, spoken, turns), question)
    instead = asked_instead(asked) if draft.abstained else None
    if instead is not None:
        query, draft = _better((query, draft), several.answer(instead, turns), question)
    query, draft = read_otherwise(parts, several, asked, turns, (query, draft))
    query, draft = _supposing(parts, several, asked, turns, (query, draft))
    if draft.abstained and not told:
        query, draft = pointed_to(parts.told_first, several, partial(surely, parts), asked, (query, draft))
    if told and isinstance(parts.composer, Composer):
        alone = parts.reader.read(question)
        on = parts.tells_on
        another = on.of_another_set(alone, draft, told) or on.shares_another(alone, draft, told)
        another = another or on.in_vain(alone, draft, told) or _of_other_place(parts, question, draft, told)
        draft = not_found(query, parts.texts) if another else draft
    if isinstance(parts.composer, Composer) and parts.composer.unsaid.may_add(query, draft):
        draft = parts.composer.unsaid.beside(query, draft, parts.retriever.find(query).kept)
    return query, draft


def _plain(message: str) -> str:
    """A message with the turns of phrase that say a plain question in another way said plainly."""
    ways = (
        named_plainly,
        plain_anybody,
        plainly_asked,
        plain_requests,
        plain_people,
        plain_places,
        plain_verbs,
        plain_numbers,
        plain_rates,
        plain_lack,
        meaning_asked,
    )
    for plainly in ways:
        message = plainly(message)
    return message


def _read(parts: Parts, several: Several, message: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft]:
    """The answer to a message after the turns before it; to one that begins a conversation, apart from what it tells first."""
    if turns:
        return several.answer(message, turns)
    return told_apart(parts.told_first, several, parts.reader.read, message)


def _returned(parts: Parts, question: str, turns: tuple[Turn, ...]) -> tuple[str, tuple[Turn, ...]]:
    """A question that goes back to what an earlier message named, and the turns up to that; as they are where what it then
    asks stands by itself."""

    def place_told(turn: Turn) -> str:
        told = parts.store.records.get(turn.record_ids[0]) if turn.record_ids else None
        return told.lugar.texto if isinstance(told, Practica) else ""

    rest, before = back_to_named(question, turns, place_told)
    if rest == question:
        return there_named(question) or counted_named(question) or question, turns
    asked = _OPENS.sub("", rest)
    # "Volviendo a lo de las solicitudes: ¿cuántas entraron en 2025?" goes on with them though it does not say so again.
    ways = (rest, f"¿y {asked}") if before[-1].figures and len(terms(asked)) <= BRIEF else (rest,)
    found = next((way for way in ways if understand(parts, way, before).arrastre), None)
    return (found, before) if found is not None else (counted_named(question) or question, turns)


def _of_other_place(parts: Parts, question: str, draft: Draft, told: tuple[Turn, ...]) -> bool:
    """Whether a draft only tells again of the practice just told, where a message names a comuna of which that says
    nothing: "¿y lo mismo pero en Ñuñoa, cuánta gente fue?"."""
    practices = [parts.store.records[id] for id in draft.record_ids if id.startswith("practica:")]
    named = {m.lugar.nombre for m in parts.tells_on.lugares.find(question) if m.lugar.clase == "comuna"}
    others = {practice.id for practice in practices} - set(told[-1].record_ids)
    if others and parts.tells_on.names_only_a_place(parts.reader.read(question)):
        others = set()  # "¿y en Recoleta?": of what was asked, and nothing else
    if draft.abstained or not practices or not named or others:
        return False
    own = " ".join(parts.store.quote(practice.span) for practice in practices if isinstance(practice, Practica))
    return not any(fold(name) in fold(own) for name in named)


def _supposing(
    parts: Parts, several: Several, message: str, turns: tuple[Turn, ...], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to a message that asks why a thing rose or fell, or whether it did: that it did not, where the figures say
    so, or how it did."""
    one = moved_otherwise.supposed(message)
    if one is None:
        return first
    read, told = several.answer(one.question, turns)
    answer = moved_otherwise.contradicted(one, told, parts.texts)
    if answer is None and one.asked and moved_otherwise.moved(told) is not None:
        answer = told
    return (read.model_copy(update={"pregunta": first[0].pregunta}), answer) if answer is not None else first


def _better(first: tuple[Query, Draft], second: tuple[Query, Draft], question: str) -> tuple[Query, Draft]:
    """The second reading of a message where it is answered, and the first is not."""
    query, draft = second
    return first if draft.abstained else (query.model_copy(update={"pregunta": question}), draft)


def read_otherwise(
    parts: Parts, several: Several, message: str, turns: tuple[Turn, ...], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to another reading of a message that goes on with a conversation, where that says more than the first:
    without the story around its question, with the noun of the message before, or as a remark on the last answer."""
    query, draft = first
    told = heard(turns)
    if query.motivo == "tramite":  # the asker's own matter, whatever else of the message could be read
        return first
    of_practice = _of_practice(draft.record_ids)
    # what was told is no other one
    again = bool(told) and seeks_some(message) and draft.record_ids[:1] == told[-1].record_ids[:1]
    anew = sought_anew(message, told[-1].question) if told and (draft.abstained or not of_practice or again) else None
    if anew is not None:
        return _better(first, several.answer(anew, ()), message)
    if told and (instead := supposed(message)) is not None:
        return _of_supposed(parts, several, message, instead, first)
    there = _in_that_place(parts, message, told) if told else None
    if there is not None:
        return _better(first, several.answer(there, ()), message)
    if told and seeks_doer(message) and any(_of_practice(turn.record_ids) for turn in told):
        found = _who_did(parts, several, message)
        if found is not None:
            return found
    if told and _tells_again(parts, message, told, first):
        return _of_another(parts, several, message, told, query)
    same = (
        same_with(message, told[-1].question) if told and not draft.figures and told[-1].query.kind in OF_TIME else None
    )
    if same is not None:
        second = several.answer(same, ())
        return (second[0].model_copy(update={"pregunta": message}), second[1]) if second[1].figures else first
    named = query.filtros.model_copy(update={"plazos": ()})  # a year alone says nothing of what
    alone = query.kind is Kind.PASAJE and not (query.arrastre or query.medidas or query.documentos or named)
    takes_up = acknowledges(message)
    if not told or not (draft.abstained or (alone and takes_up and not beside(parts, draft, told[-1].record_ids))):
        return first
    core = asked_at_last(message)
    before = remarked(message, told) or (doubted(core, told) if core is not None else None)
    if before is not None and draft.abstained:
        return _better(first, several.answer(before, told[:-1]), message)
    ties = core is not None and _AND.match(fold(core)) is not None
    if core is not None and (takes_up or ties or parts.reader.openings.points_back(fold(core), told)):
        second = several.answer(core, turns)
        if second[0].arrastre and not second[1].abstained:
            return _better(first, second, message)
    full = with_noun(core or message, told[-1].question) if query.arrastre and draft.abstained else None
    if full is not None:
        first = _better(first, several.answer(full, turns), message)
    sought_none = query.kind is Kind.PRACTICA  # which was sought among all of them
    if sought_none or not (query.arrastre and first[1].abstained):
        return first
    second = _named(parts, several, core or message, told, first)
    return second if not second[1].abstained else _of_its_own_subject(parts, several, core or message, told, first)


def _of_its_own_subject(
    parts: Parts, several: Several, message: str, told: tuple[Turn, ...], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to a message that puts a subject of its own before its question ("¿y el piloto dónde fue?"), asked alone, where
    that names the subject and is of the document that was spoken of."""
    anew = subject_first(message)
    if anew is None:
        return first
    second = several.answer(plain_places(anew[0]), ())
    lead = next(iter(second[1].claims), None)
    if lead is None or not set(terms(anew[1])) <= set(terms(lead.text)):
        return first
    records = (parts.store.records[id] for id in told[-1].record_ids if id in parts.store.records)
    spans = (*(s for one in records for s in spans_of(one)), *(s for one in told[-1].figures for s in one.spans))
    of_it = {span.document for span in lead.spans} <= {span.document for span in spans}
    return _better(first, second, message) if of_it else first


def _written_out(parts: Parts, question: str, told: tuple[Turn, ...]) -> str:
    """A message with what it leaves out written out: another place than that of the practice told, the sort of a number, how
    long a moment takes."""
    last = told[-1]
    if _of_practice(last.record_ids):
        return other_place(question, parts.tells_on.lugares) or question
    if last.medidas:
        return question
    named = next((parts.store.records.get(turn.record_ids[0]) for turn in reversed(told[-2:]) if turn.record_ids), None)
    name = named.nombre if isinstance(named, Etapa) else named.concepto if isinstance(named, Definicion) else None
    if name is not None and (led := of_that_body(question, name.texto)) is not None:
        return led
    return by_its_number(question, [turn.query.texto for turn in told]) or while_it_lasts(question, last) or question


def _of_practice(record_ids: Sequence[str]) -> bool:
    return any(id.startswith("practica:") for id in record_ids[:1])


def _of_supposed(
    parts: Parts, several: Several, message: str, supposed_: tuple[str, str], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to what a message asks of a thing that it supposes, where that tells of the thing."""
    question, thing = supposed_
    second = several.answer(question, ())
    return _better(first, second, message) if set(terms(thing)) & set(terms(around(parts, second[1]))) else first


def _in_that_place(parts: Parts, message: str, told: tuple[Turn, ...]) -> str | None:
    """A message that seeks a practice of the place just told ("¿tenía ese municipio alguna iniciativa para…?"), with the
    name of that; None where it seeks none, or several places were told."""
    records = (parts.store.records.get(id) for id in told[-1].record_ids[:1])
    comunas = [one.comuna for one in records if isinstance(one, Practica) and one.comuna]
    return in_place(message, comunas[0]) if comunas else None


def _who_did(parts: Parts, several: Several, message: str) -> tuple[Query, Draft] | None:
    """The practice that a message seeks by what was done, whatever was told before; None where it asks for a field of one
    ("¿quién puso fondos?"), or finds none."""
    practices = parts.composer.practices if isinstance(parts.composer, Composer) else None
    if practices is None or practices.reader.read(parts.reader.read(message)).fields:
        return None
    query, draft = several.answer(message, ())
    return (query, draft) if not draft.abstained and _of_practice(draft.record_ids) else None


def _tells_again(parts: Parts, message: str, told: tuple[Turn, ...], first: tuple[Query, Draft]) -> bool:
    """Whether a message that only gives another complement ("¿quiénes participan en el equipo?", "¿y en la mesa comunal?") is
    answered with what was told, that does not speak of it."""
    query, draft = first
    other = asked_of_another(message, told)
    if other is None or draft.abstained or not query.seguimiento or draft.figures or draft.medidas:
        return False
    again = bool(draft.record_ids) and draft.record_ids[:1] == told[-1].record_ids[:1]
    said = " ".join(claim.text for claim in draft.claims)
    return again and not set(terms(other[1])) <= set(terms(said))


def _of_another(
    parts: Parts, several: Several, message: str, told: tuple[Turn, ...], query: Query
) -> tuple[Query, Draft]:
    """The answer to the question before of the other thing that a message names; that it is not there, where that does not
    speak of it."""
    full, named = asked_of_another(message, told) or (message, "")
    read, draft = several.answer(full, ())
    again = draft.record_ids[:1] == told[-1].record_ids[:1]
    if draft.status is Status.ANSWERED and not again and set(terms(named)) & set(terms(around(parts, draft))):
        return read.model_copy(update={"pregunta": message, "arrastre": f"«{told[-1].question}»"}), draft
    return query, not_found(query, parts.texts)


def _named(
    parts: Parts, several: Several, message: str, told: tuple[Turn, ...], first: tuple[Query, Draft]
) -> tuple[Query, Draft]:
    """The answer to a message with the subject written in that it leaves to those before, where that names the subject.

    What is said not to be there of the very thing that was told is no matter of a subject left out.
    """
    if set(first[1].record_ids) & set(told[-1].record_ids):
        return first
    for full, named in with_subject(message, told, parts.context.names):
        query, draft = several.answer(full, ())
        of_medida = any(id.startswith("medida:") for id in draft.record_ids[:1])
        anew = not (draft.medidas or of_medida or set(draft.record_ids[:1]) & set(told[-1].record_ids))
        if anew and draft.status is Status.ANSWERED and set(terms(named)) & set(terms(around(parts, draft))):
            update = {"pregunta": message, "arrastre": f"«{told[-1].question}»"}
            return query.model_copy(update=update), draft
    return first
