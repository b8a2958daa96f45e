"""Several: the answer to a message that asks more than one thing, from the answers to each and to it as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import fsum

from assistant.compose.answered import (
    TALK,
    Answered,
    begins_with,
    first_of_those_told,
    of_one_told,
    once,
    out_of,
    out_of_these,
    same_place,
    turn_of,
    worked,
)
from assistant.compose.both_told import BothTold
from assistant.compose.elapsed import Elapsed
from assistant.compose.enumerated import items
from assistant.compose.members import Members
from assistant.compose.parts import PLAN, Part, PartReader
from assistant.compose.pointed import Pointed
from assistant.compose.split import split
from assistant.compose.two_figures import TwoFigures
from assistant.focus import expected, weigher
from assistant.not_found import not_found
from assistant.own_case import of_own_case
from assistant.texts import Texts
from assistant.understand.heard import SETS
from assistant.understand.retold import with_noun
from assistant.values import Claim, Draft, Kind, Query, Status, Turn
from corpus.analysis import fold, terms
from corpus.numbers import NUMBER
from corpus.store import Store
from corpus.synonyms import Synonyms

Ask = Callable[[str, tuple[Turn, ...]], tuple[Query, Draft]]
_SHARE = re.compile(r"\b(?:porcentaje|porsentaje|proporcion|percentage|share|que parte|(?:cuanto|que) pes[ao]n?)\b|%")
_SUM = re.compile(r"\bsum(?:an|ad[oa]s|a|en|arian|al[oa]s)\b|\bjunt[oa]s\b|\btodo junto\b|\ben total\b|\ben conjunto\b")
# "¿…? y las charlas?": the same of another thing.
_AND = re.compile(r"^y ", re.IGNORECASE)
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
# "¿… y cuáles son de Salud?": of the medidas just told.
_OF_THEM = re.compile(r"(?:y )?(?:cuales|cuantas)\b(?!.*\b(?:medidas|ejes?|plan)\b)")
# "… y cuántas el de gobernanza": those of another.
_OF_ANOTHER = re.compile(r"(?:y )?cuantas (?:(?:tiene|trae|lleva) )?(?:el|la) (?!que\b)")
PERCENT = re.compile(r"%|\bpor ciento\b")
# How much of a claim's words another answer must hold to say the same.
REPEATED = 0.6
SHORT = 300
MORE = 4
PAIR = 2
# How much of what is asked a practice must speak of that is told beside what another document says.
MOSTLY = 0.45
# How much of what a message states the answer to its question must speak of.
SAME = 0.3


class Several:
    """Answers messages part by part. ``ask`` reads, retrieves and composes for one question; ``works`` says whether a text
    asks no more than that what another asks for is added up, or what part of its whole it is."""

    def __init__(
        self,
        reader: PartReader,
        store: Store,
        texts: Texts,
        synonyms: Synonyms,
        ask: Ask,
        read: Callable[[str], Query],
        works: Callable[[str, str], bool] = lambda _, __: False,
        sought: Callable[[str], Callable[[str], bool] | None] = lambda _: None,
    ) -> None:
        self.reader = reader
        self.synonyms = synonyms
        self.store = store
        self.texts = texts
        self.ask = ask
        self.works = works
        self.elapsed = Elapsed(texts, reader.messages, read, ask)
        self.two_figures = TwoFigures(texts, ask)
        self.both_told = BothTold(reader, store, synonyms, sought)
        self.members = Members(store, reader.lugares, ask)
        self.pointed = Pointed(reader.lugares)

    def answer(self, message: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft]:
        """What was understood of a message, and its draft: of the whole where that says all that its parts say."""
        listed = self._item_by_item(message, turns) or self._of_those_named(message, turns)
        if listed is not None:
            return listed
        made = self.elapsed.answer(message) or self._with_what_it_makes(message, turns)
        if made is not None:
            return made
        query, draft = self.ask(message, turns)
        if draft.abstained and of_own_case(message):
            return query, draft  # which no part of it may leave out
        alone = not (turns and query.arrastre) and sum(part.asks for part in self.reader.parts(message)) < PAIR
        together = self.two_figures.answer(message, draft) if alone else None
        if together is not None:
            return together
        parts = self.reader.parts(message) if draft.status not in TALK and not draft.entire else []
        told = of_one_told(query, draft, parts) or first_of_those_told(query)
        if len(parts) < 2 or (told and not any(part.named for part in parts)):
            return query, draft
        answered = self._each(parts, turns)
        joint = self._joint(draft, answered, opined=query.motivo == "opinion")
        if joint is None and self._of_no_comuna(draft, answered):
            return query, not_found(query, self.texts)
        draft = self._with_numbered(query, joint) if joint is not None else draft
        return query, self.both_told.first(message, draft)

    def _with_numbered(self, query: Query, joint: Draft) -> Draft:
        """The parts' answers with the rows of the medidas that a message names by their numbers, where no part tells them:
        "La medida 81 contempla X. ¿Qué reporta la cuenta, y en cuántas oficinas?"."""
        named = [n for n in query.filtros.numeros if n in self.store.medidas and n not in joint.medidas]
        if query.kind is not Kind.MEDIDA_CAMPO or not named or len(named) > PAIR:
            return joint
        rows = [self.ask(f"medida {number}", ())[1] for number in named]
        claims = tuple(claim for draft in rows for claim in draft.claims[:1])
        update = {"claims": (*joint.claims, *claims), "medidas": (*joint.medidas, *named)}
        return joint.model_copy(
            update={**update, "record_ids": (*joint.record_ids, *(self.store.medidas[n].id for n in named))}
        )

    def _of_those_named(self, message: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft] | None:
        """The answer of some places that a message means by what one document says of them, of which another tells what is
        asked, with what says which they are; None where none are meant so, or nothing else is told of them."""
        found = self.members.named(message, turns)
        if found is None:
            return None
        written, told = found
        query, draft = self.answer(written, ())
        if draft.status is not Status.ANSWERED or begins_with(draft, told.claim):
            return None
        medidas = tuple(dict.fromkeys((*draft.medidas, *told.medidas)))
        claims = once((*draft.claims, told.claim))
        return query.model_copy(update={"pregunta": message}), draft.model_copy(
            update={"claims": claims, "medidas": medidas}
        )

    def _item_by_item(self, message: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft] | None:
        """The answers to what a message numbers, each for itself; None where it numbers nothing, or none is found."""
        listed = items(message)
        if listed is None:
            return None
        answered: list[Answered] = []
        for part in self.reader.listed(*listed):
            query, draft = self.answer(part.whole, turns if not answered else ())
            answered.append(Answered(part, query, draft))
        found = [one for one in answered if one.found]
        if not found:
            return None
        missing = [one for one in answered if not one.found]
        return found[0].query.model_copy(update={"pregunta": message}), self._together(found, missing)

    def _with_what_it_makes(self, message: str, turns: tuple[Turn, ...]) -> tuple[Query, Draft] | None:
        """What comes first and what it makes together, or what part of the whole it is: "¿qué tres regiones atendieron a más
        y cuánto suman?", "¿qué región atendió a más y qué porcentaje del total es?".

        None where a message asks no such thing, or the one is not found, or nothing is worked out of it.
        """
        line = fold(message)
        parts = self.reader.parts(message) if _SHARE.search(line) or _SUM.search(line) else []
        if len(parts) == 1:  # "las tres con más y cuánto suman"
            parts = [Part(piece.text) for piece in split(message)]
        if len(parts) < PAIR or not all(self.works(part.text, parts[0].text) for part in parts[1:]):
            return None
        first, *more = self._each([parts[0], *(replace(one, alone=False, named=False) for one in parts[1:])], turns)
        if first.found and first.query.kind is Kind.MEDIDA_AGRUPADA:  # the share that is found is of other medidas
            return first.query, first.draft
        told = {figure.value for figure in first.draft.figures}
        works = all(one.found and out_of(one.draft, told) for one in more)
        return (first.query, self._together([first, *more], [])) if works and first.found else None

    def _each(self, parts: Sequence[Part], turns: tuple[Turn, ...]) -> list[Answered]:
        found: list[Answered] = []
        for part in parts:
            last = next((one for one in reversed(found) if one.found), None)
            part = (
                self.pointed.written(part, [one.part.text for one in found], last.draft) if last is not None else part
            )
            of_them = last is not None and last.query.kind in SETS and _OF_THEM.match(fold(part.text)) is not None
            if last is None or (part.alone and not of_them):
                text, before = part.whole, turns if not found else ()
            elif of_them:
                of_those = "" if _OF_ANOTHER.match(fold(part.text)) else "de esas, "
                text, before = f"y {of_those}{_AND.sub('', part.text)}", (*turns, turn_of(last))
            elif part.named and len(last.draft.medidas) != 1:
                text, before = part.whole, ()
            else:
                text, before = f"y {_AND.sub('', part.text)}", (*turns, turn_of(last))
            those = self.members.pointed_at(part.text, last.draft.claims) if last is not None else None
            if those is not None:
                part = replace(part, text=those[0], alone=True, carried="")
                text, before = part.text, ()
            answered = Answered(part, *self.ask(text, before))
            if last is not None and of_them and not answered.draft.medidas:
                # "¿Cuántas tiene Salud y cuántas Educación?": none is both, so another set is meant.
                answered = Answered(part, *self.ask(f"y {_AND.sub('', part.text)}", (*turns, turn_of(last))))
            full = with_noun(part.text, last.part.text) if last is not None and not answered.found else None
            if full is not None and last is not None:  # "¿en cuántas lo hizo?", of the schools just spoken of
                answered = Answered(part, *self.ask(f"y {full}", (*turns, turn_of(last))))
            leaves_out = not part.alone and part.carried and len(self.reader.own(part.text)) >= PAIR
            if last is not None and not answered.found and leaves_out and text != part.whole:
                answered = Answered(part, *self.ask(part.whole, ()))
            led = found and not found[-1].part.asks and part.carried
            if led and text != (together := f"{part.text}, {part.carried}"):
                answered = self._better(answered, Answered(part, *self.ask(together, ())))
            found.append(answered)
        return found

    def _better(self, alone: Answered, led: Answered) -> Answered:
        """Of two readings of a part, alone and with what leads up to it, the one whose answer says more of both."""
        if not led.found or not alone.found:
            return alone if alone.found else led
        own = self._weigher(replace(alone.part, carried="") if alone.part.alone else alone.part, alone.query)
        one, other = (max(own(self._said(claim)) for claim in reading.lead) for reading in (alone, led))
        return led if other > one else alone

    def _joint(self, whole: Draft, answered: Sequence[Answered], *, opined: bool = False) -> Draft | None:
        """The parts' answers together; None where the whole one says all of them, or too few were found.

        With ``opined`` the whole asks for an opinion too, and that alone is why it is not answered.
        """
        found = [one for one in answered if one.found]
        asked = [one for one in found if one.part.asks]
        if len(found) < 2 and not (found and whole.abstained):
            return None
        if not asked:
            return None
        if len(asked) < len(found) and any(map(self._unlike, asked)):
            return None
        if not whole.abstained and all(self._told(one, whole) for one in found):
            return None
        goes_on = any(_AND.match(one.part.text) for one in answered[1:])
        if goes_on and worked(whole) and not out_of_these(answered[0].draft) <= out_of_these(whole):
            return None  # "¿… por charla? ¿y por jornada?": what follows says which are meant
        # Where the whole is not found, one part alone is only believed where it names the document that tells it.
        sure = len(asked) > 1 or self._sure(asked[0]) or self._beside_stated(asked[0], found)
        if whole.abstained and not sure and not (opined and asked[0].part.alone):
            return None
        missing = [one for one in answered if one.part.asks and not one.found]
        joint = self._together(found, missing)
        if whole.abstained:
            return joint
        # What the whole question found beside them may answer what the parts, each for itself, do not.
        beside = [claim for claim in whole.claims if claim not in joint.claims and claim.block != "row"]
        others = {self.store.medidas[number].span for number in set(whole.medidas) - set(joint.medidas)}
        more = [claim for claim in beside if claim.spans and not others & set(claim.spans)][:MORE]
        return joint.model_copy(update={"claims": (*joint.claims, *more)})

    def _together(self, found: Sequence[Answered], missing: Sequence[Answered]) -> Draft:
        found = self._of_the_stated(found)
        ordered = sorted(found, key=lambda one: not one.part.asks)  # what is only stated comes after what is asked
        leads = [claim for one in ordered for claim in one.lead]
        rest = [claim for one in ordered for claim in one.draft.claims[len(one.lead) :]]
        none = [
            Claim(text=self.texts("estados", "parte_no_encontrada", parte=one.part.text), block="canned")
            for one in missing
        ]
        claims = once((*leads, *none, *rest))
        drafts = [one.draft for one in ordered]
        partial = any(draft.status is Status.PARTIAL for draft in drafts)
        return Draft(
            status=Status.PARTIAL if partial or missing else Status.ANSWERED,
            claims=claims,
            medidas=tuple(dict.fromkeys(number for draft in drafts for number in draft.medidas)),
            figures=tuple(dict.fromkeys(figure for draft in drafts for figure in draft.figures)),
            record_ids=tuple(dict.fromkeys(id for draft in drafts for id in draft.record_ids)),
            follow_ups=tuple(dict.fromkeys(text for draft in drafts for text in draft.follow_ups))[:3],
        )

    def _of_the_stated(self, found: Sequence[Answered]) -> list[Answered]:
        """The answers without medidas beside the one that the message itself states ("El Plan compromete…").

        One that is only told along with what another document says is not the one that was meant.
        """
        told = [one for one in found if not one.part.asks and PLAN in self.reader.documents(one.part.text)]
        stated = {number for one in told for number in one.draft.medidas}
        if len(stated) != 1:
            return list(found)
        return [self._without(one, set(one.draft.medidas) - stated) if one.part.asks else one for one in found]

    def _without(self, one: Answered, strays: set[int]) -> Answered:
        """An answer without the medidas that it does not lead with."""
        led = {span for claim in one.lead for span in claim.spans}
        away = {number: span for number in strays if (span := self.store.medidas[number].span) not in led}
        claims = tuple(claim for claim in one.draft.claims if not set(away.values()) & set(claim.spans))
        medidas = tuple(number for number in one.draft.medidas if number not in away)
        return replace(one, draft=one.draft.model_copy(update={"claims": claims, "medidas": medidas}))

    def _sure(self, one: Answered) -> bool:
        of_plan = bool(one.draft.medidas) and PLAN in self.reader.documents(one.part.text)
        return one.part.alone and (of_plan or self._of_its_document(one))

    def _beside_stated(self, asked: Answered, found: Sequence[Answered]) -> bool:
        """Whether what a message states of one document is found there, and what it then asks is told of the same thing, or
        by the document that it names, or is what comuna does it: "El Plan compromete X. ¿En qué está el convenio de X?",
        "la guía pide Y, ¿qué comuna lo hace?"."""
        stated = [one for one in found if not one.part.asks and self._of_its_document(one)]
        if stated and (self.reader.of_comuna(asked.part.text) or self._of_its_document(asked)):
            return True
        return asked.part.alone and any(self._of_the_same(one, asked) for one in stated)

    def _of_the_same(self, stated: Answered, asked: Answered) -> bool:
        """Whether the answer to a question speaks of the very thing that a message states before it."""
        rarity = self.store.vocabulary.rarity
        things = self.reader.own(stated.part.text)
        told = things & {stem for claim in asked.lead for stem in terms(self._said(claim))}
        return fsum(map(rarity, told)) >= SAME * fsum(map(rarity, things))

    def _of_no_comuna(self, whole: Draft, answered: Sequence[Answered]) -> bool:
        """Whether a message states what one document says and asks what comuna does something, and neither the practice that
        is told for that, nor the one that is told for the whole message, speaks of it."""
        of_practice = any(id.startswith("practica:") for id in whole.record_ids[:1])
        if whole.abstained or not of_practice or all(one.part.asks for one in answered):
            return False
        return any(self._unlike(one) and self._unlike(replace(one, draft=whole)) for one in answered if one.found)

    def _unlike(self, one: Answered) -> bool:
        """Whether it is asked what comuna does something, and the practice that is told for it speaks of little of that."""
        if not (one.part.asks and self.reader.of_comuna(one.part.text)):
            return False
        if not any(id.startswith("practica:") for id in one.draft.record_ids[:1]):
            return True
        query, rarity = one.query, self.store.vocabulary.rarity
        weights = {stem: rarity(stem) / 2 for stem in self.reader.own(query.texto)}
        weights |= {stem: rarity(stem) for stem in self.reader.own(query.propias or query.texto)}
        held = self.store.vocabulary.held(one.draft.record_ids[0])
        meant = (form for form, concept in self.synonyms.found(query.texto) if held & set(terms(concept)))
        told = weights.keys() & held.union(*meant)
        return fsum(weights[stem] for stem in told) < MOSTLY * fsum(weights.values())

    def _of_its_document(self, one: Answered) -> bool:
        """Whether a part is answered first from a document that it names."""
        return bool(
            self.reader.documents(one.part.text) & {span.document for claim in one.lead for span in claim.spans}
        )

    def _told(self, one: Answered, whole: Draft) -> bool:
        """Whether a draft says what a part's answer leads with, or states as much of what the part asks."""
        cited = {span.document for claim in whole.claims for span in claim.spans}
        named = self.reader.documents(one.part.text) & {span.document for claim in one.lead for span in claim.spans}
        if named and not named & cited:
            return False
        if one.part.asks and self.reader.of_comuna(one.part.text):
            return whole.record_ids[:1] == one.draft.record_ids[:1]
        sets = one.part.asks and one.query.kind in SETS and whole.medidas
        if sets and {*one.draft.medidas} != {*whole.medidas}:
            return False  # "¿cuántas tiene el MINVU y cuáles vencen en 2025?"
        first = next((claim for claim in one.draft.claims if claim.spans), None)
        if first is None or self._repeated(first, whole):
            return True
        two, all_ = ({tuple(sorted(of)) for of in out_of_these(draft)} for draft in (one.draft, whole))
        if worked(whole) and two and two <= all_:
            return True  # "regiones contra RM, ¿cuántas veces?": of the same two, another thing is worked out
        if not one.part.alone and not one.part.named and worked(whole):
            return not _AND.match(one.part.text) or out_of_these(one.draft) <= out_of_these(whole)
        if one.part.alone:
            return False
        weigh = self._weigher(one.part, one.query)
        best = max((weigh(self._said(claim)) for claim in whole.claims), default=0.0)
        return best >= max(weigh(self._said(claim)) for claim in one.lead)

    def _repeated(self, claim: Claim, whole: Draft) -> bool:
        """Whether a draft says a claim, in its words and with the same numbers in bold, of the same source."""
        same = [other for other in whole.claims if any(same_place(a, b) for a in claim.spans for b in other.spans)]
        said, told = set(terms(claim.text)), " ".join(other.text for other in same)
        if any(number not in told for bold in _BOLD.findall(claim.text) for number in NUMBER.findall(bold)):
            return False  # two rows of one table differ in little else
        return len(said & set(terms(told))) >= REPEATED * len(said)

    def _weigher(self, part: Part, query: Query) -> Callable[[str], float]:
        """How much a text says of what a part asks: of its own words, half as much of what it takes over."""
        rarity = self.store.vocabulary.rarity
        weights = {stem: rarity(stem) / 2 for stem in self.reader.content(part.carried)}
        weights |= {stem: rarity(stem) for stem in self.reader.content(query.texto if part.alone else part.text)}
        line = fold(part.text)
        return weigher(weights, PERCENT if _SHARE.search(line) else expected(line))

    def _said(self, claim: Claim) -> str:
        """What a reader is told by a claim: its text, and what it is of (a title, a header), though not a whole page."""
        short = [span for span in claim.spans if span.end - span.start <= SHORT]
        return " ".join((claim.text, *map(self.store.quote, short)))
