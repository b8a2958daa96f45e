"""Answers about practices: sets by exact filters, one found by the need it meets, a field of one, two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.clauses import opens_asking
from assistant.practices.claims import Piece, PracticeClaims, drafted
from assistant.practices.counts import CountReader
from assistant.practices.entries import Entries, Entry
from assistant.practices.find import Finder, Found, by_title
from assistant.practices.going_on import GoingOn
from assistant.practices.meant import Meant
from assistant.practices.question import CUES, OF_IT, Asked, Part, PracticeReader
from assistant.practices.search import Search
from assistant.practices.sets import Sets, home_found
from assistant.practices.silence import says_nothing_of_the_old
from assistant.practices.tell import Teller
from assistant.practices.turns import CHOSEN, OF_THAT_PLACE, like_that, made_thing, of_those, payer
from assistant.retrieve import Retriever
from assistant.texts import Texts
from assistant.values import ECHO, Claim, Draft, Evidence, Hit, Kind, Query, Status
from corpus.analysis import fold, terms, words
from corpus.cues import Cues
from corpus.lugares import Lugares
from corpus.records import Etapa, Herramienta, Record
from corpus.store import Store

# What is no reckoning: numbers repeated, things counted.
TOLD = (ECHO, "conteo")
# How near to the best of all practices one of those just told must come to be picked, and how far it then stands before it.
AMONG_TOLD, FIRST = 0.9, 1.02


class PracticeAnswerer:
    """Answers what is asked of practices; None where a question is not about them."""

    def __init__(self, store: Store, texts: Texts, retriever: Retriever, lugares: Lugares, lexicon_dir: Path) -> None:
        self.store = store
        self.retriever = retriever
        self.entries = Entries(store)
        cues = Cues.load(lexicon_dir, CUES)
        self.reader = PracticeReader(self.entries, cues, lugares)
        counts = CountReader(cues, retriever.synonyms)
        self.finder = Finder(store, self.entries, retriever.synonyms, counts, cues)
        self.sets = Sets(self.entries, self.reader, self.finder, texts, store)
        self.claims = PracticeClaims(store, texts)
        self.teller = Teller(self.finder, self.claims, counts)
        self.meant = Meant(self.finder, self.reader)
        self.going_on = GoingOn(self.entries, self.finder, self.reader, self.sets, self.teller.picker)
        self.leans = self.going_on.leans
        self.search = Search(self.finder, self.reader, retriever)

    def first(self, query: Query, evidence: Evidence) -> Draft | None:
        """The draft of a query that is on practices before it is on any figure: judged to be beyond the documents else, or
        asked of those just told; None for any other."""
        of_told = of_those(query.propias, self.reader.cues) is not None and len(self.going_on.told_of(query)) > 1
        return self.answer(query, evidence) if evidence.motivo or of_told else None

    def answer(self, query: Query, evidence: Evidence) -> Draft | None:
        """The draft for a query on practices, or None."""
        if query.kind not in (Kind.PASAJE, Kind.PRACTICA) or not self.entries.all:
            return None
        asked = self.reader.read(query)
        if self._goes_on_with_guide(query, asked):
            return None
        hits = self.search.of_need(asked, self.search.found(query, evidence))
        those = of_those(asked.fresh, self.reader.cues)
        told = self.going_on.told_of(query) if those is not None else ()
        if those is not None and len(told) > 1:  # read by itself, for what was asked before holds of all of them
            alone = query.model_copy(update={"pregunta": those, "texto": those, "resto": those, "seguimiento": False})
            of_them = self.reader.read(alone)
            if " no " in those and not of_them.without:  # only of places it is read what is left out
                return Draft(status=Status.NOT_FOUND, claims=(self.claims.unread(query.pregunta),), abstained=True)
            draft = self._set(of_them, hits, told)
            if draft and not draft.abstained:
                return draft
        of_told = self.sets.of_told_theme(query, asked)
        told_apart = of_told or asked.places or asked.titled or self.sets.of_a_theme(asked)
        if asked.named and not told_apart and (CHOSEN.search(asked.fresh) or self.meant.introduced(asked, hits)):
            return None
        if query.medidas and not self._of_place(asked, hits) and not (asked.named and self.sets.exact(asked)):
            return None
        themed = of_told or ([] if evidence.motivo else self.sets.recommended(asked, hits))
        if themed:
            return drafted(
                [self.claims.listed(e, [Piece.of(el) for _, el in e.fields("descripcion")[:1]]) for e in themed], themed
            )
        if asked.compares:
            draft = self._compared(asked, hits)
            if draft:
                return draft
        if asked.alike and asked.places and not (query.seguimiento and self._sought_at(query, asked)):
            draft = self._alike(asked)
            if draft:
                return draft
        named = (asked.named and asked.places) or self._titled_elsewhere(asked)
        if named and not any(self.reader.places.at(place) for place in asked.places):
            return self._nowhere(asked)
        if query.seguimiento and (elsewhere := self.reader.places.of_no_practice(query.pregunta)):
            return self._nowhere(replace(asked, places=elsewhere))
        of_practices = (
            asked.named
            or (asked.seeks and self.finder.near_practices(hits))
            or self.sets.all_of_place(asked)
            or self.sets.counts_catalogued(asked)
        )
        if self.sets.asks_set(asked) and (of_practices or self.sets.only_in_time(asked)):
            draft = self._set(asked, hits, told, self.going_on.told_of(query) if asked.other else ())
            if draft:
                return draft
        if len(asked.parts) > 1 and not asked.each:
            draft = self._apart(asked, hits)
            if draft:
                return draft
        if asked.each and not evidence.motivo:
            draft = self._each(asked, hits)
            if draft:
                return draft
        return self._with_each_document(asked, self._one(query, asked, evidence, hits))

    def told(self, record_ids: Sequence[str]) -> bool:
        """Whether an answer that rested on some records tells of a practice first."""
        return bool(record_ids) and self.finder.entry_of(record_ids[0]) is not None

    def whose(self, record: Record, said: Sequence[Claim]) -> list[Claim]:
        """Which practice a text is of that is told as it stands, where what is said of it does not name its place."""
        entry = self.finder.entry_of(record.id)
        named = entry is None or any(fold(entry.short_place) in fold(claim.text) for claim in said)
        return [] if entry is None or named else [self.claims.of_practice(entry)]

    def is_like(self, query: Query, draft: Draft) -> bool:
        """Whether the practice that a draft tells first is as a question seeks it: of such a place, or in so many words."""
        asked = self.reader.read(query)
        entry = self.finder.entry_of(draft.record_ids[0]) if draft.record_ids else None
        return entry is not None and (bool(asked.places) or bool({*asked.topic} & entry.stems))

    def sought(self, query: Query) -> bool:
        """Whether a message seeks practices, or those who did something: "dame ejemplos de…"."""
        asked = self.reader.read(query)
        return asked.seeks or asked.named

    def among_told(self, query: Query, evidence: Evidence, records: Sequence[str], thing: str) -> Draft | None:
        """The one of several practices just told that holds all of a thing that a question seeks, where none of all comes
        well before it; None where none does."""
        among = list(dict.fromkeys(entry for id in records if (entry := self.finder.entry_of(id)) is not None))
        asked = self.reader.read(query)
        hits = self.search.of_need(asked, self.search.found(query, evidence))
        of_thing = replace(asked, topic=tuple(stem for stem in asked.topic if stem in terms(thing)))
        own = [one for one in self.finder.ranked(hits, among) if self.sets.holds_topic(one.entry, of_thing)]
        if not own or len(among) < 2 or not of_thing.topic:
            return None
        best = self.finder.ranked(hits)[0]
        if own[0].score < AMONG_TOLD * best.score:
            return None
        others = [one for one in self.finder.ranked(hits) if one.entry is not own[0].entry]
        return self.teller.found(asked, [replace(own[0], score=FIRST * best.score), *others])

    def alone(self, query: Query) -> bool:
        """Whether only a practice is asked for, so that no medida answers: "¿alguna práctica para personas mayores?"."""
        named = self.reader.names_practices(query.texto) and not query.seguimiento
        return named and not (query.medidas or query.documentos or query.campos or query.filtros.numeros)

    def instead(self, query: Query, evidence: Evidence, figures: Draft) -> Draft:
        """The draft for what is counted of one practice that tells it all, rather than figures out of which nothing is computed.

        Of the one that was told before, where no figure was found: "¿y cuánta gente fue a los dos seminarios?".
        """
        before = self.going_on.counted_before(query) if figures.abstained else None
        if before is not None:
            return self.answer(before, evidence) or figures
        entry = self.finder.entry_of(evidence.kept[0].record_id) if evidence.kept else None
        computed = any(one.operation not in TOLD for claim in figures.claims for one in claim.computed)
        if computed or entry is None or not self.meant.counted_there(self.reader.read(query), entry):
            return figures
        return self.answer(query, evidence) or figures

    def _goes_on_with_guide(self, query: Query, asked: Asked) -> bool:
        """Whether a message goes on with a stage or a tool of the guide and speaks of no practice."""
        last = self.store.records.get(query.records[0]) if query.seguimiento and query.records else None
        of_practices = asked.named or asked.seeks or asked.places or asked.titled
        return isinstance(last, Etapa | Herramienta) and not of_practices

    def _each(self, asked: Asked, hits: Sequence[Hit]) -> Draft | None:
        """What is asked of each of several practices, by their places; None where fewer than two are named."""
        if not any(self._of_place(asked, [hit]) for hit in hits[:3]):
            return None
        found: list[Found] = []
        for place in asked.places:
            ranked = self.finder.ranked(hits, [self.entries.all[position] for position in self.reader.places.at(place)])
            if ranked and all(ranked[0].entry is not other.entry for other in found):
                found.append(ranked[0])
        return self.teller.each(asked, found) if len(found) > 1 else None

    def _apart(self, asked: Asked, hits: Sequence[Hit]) -> Draft | None:
        """What each question of a message asks of another practice of its place; None where they name no two by title."""
        among = [self.entries.all[position] for place in asked.places for position in self.reader.places.at(place)]
        meant = [self._named_in(part, among) for part in asked.parts]
        told = [entry for entry in meant if entry is not None]
        if len(told) < len(meant) or len({entry.id for entry in told}) < len(told):
            return None
        pairs = []
        for part, entry in zip(asked.parts, told, strict=True):
            ranked = self.finder.ranked(hits, [entry])
            pairs.append((part, ranked[0] if ranked else Found(entry, 0.0, 0.0, ())))
        return self.teller.apart(pairs)

    @staticmethod
    def _named_in(part: Part, among: Sequence[Entry]) -> Entry | None:
        """The one of several practices whose title holds most of what a question names; None where that is none or more."""
        asked = set(terms(part.text))
        own = {entry.id: len(asked & set(terms(entry.title)) - set(terms(entry.place))) for entry in among}
        most = max(own.values(), default=0)
        named = [entry for entry in among if most and own[entry.id] == most]
        return named[0] if len(named) == 1 else None

    # Sets.

    def _set(
        self, asked: Asked, hits: Sequence[Hit], told: Sequence[str] = (), but: Sequence[str] = ()
    ) -> Draft | None:
        """The practices that pass the filters, each with the reasons; how many there are, where that is asked.

        Those of ``told`` alone, where there are any: "¿cuál de esas…?"; none of ``but``: "¿y cuál otra…?".
        """
        if (found := self.sets.select(asked, hits, told)) is None:
            return None
        found = [entry for entry in found if entry.id not in but] or found
        words = self.sets.in_words(asked)
        if not found and len(asked.places) == 1 and self.reader.places.at(asked.places[0]) and self.sets.exact(asked):
            return None  # of the one that is named it is told what it does have
        if not found:
            status = Status.ANSWERED if self.sets.counts(asked) else Status.NOT_FOUND
            return Draft(status=status, claims=(self.claims.none(words),), abstained=status is Status.NOT_FOUND)
        claims: list[Claim] = []
        places = self.sets.counts_places(asked)
        claims.append(
            self.claims.places(found, places, words)
            if places
            else self.claims.counted(found, words, self.sets.noun(asked))
        )
        claims += [self.claims.listed(entry, self.sets.reasons(entry, asked), asked.documents) for entry in found]
        beside = self.sets.beside_in_time(asked, found)
        claims += [self.claims.listed(entry, self.sets.reasons(entry, asked)) for entry in beside]
        if len(found) == 1 and not beside:
            claims += self.claims.replicate(found[0], [piece.key for piece in self.sets.reasons(found[0], asked)])
        return drafted(claims, [*found, *beside])

    def _of_place(self, asked: Asked, hits: Sequence[Hit]) -> bool:
        """Whether the best hit is a practice of a place that is named: then "el plan" is not the national plan."""
        best = self.finder.entry_of(hits[0].record_id) if hits else None
        return best is not None and any(
            best is self.entries.all[position] for place in asked.places for position in self.reader.places.at(place)
        )

    def _nowhere(self, asked: Asked) -> Draft:
        """That there is no practice of a place; those of its region, where there are any."""
        words = self.sets.in_words(asked)
        claims = [self.claims.none(words)]
        regions = {place.region for place in asked.places if place.region}
        near = [entry for entry in self.entries.all if entry.records[0].region in regions]
        if near:
            claims += [self.claims.in_region(region) for region in sorted(regions)[:1] if region]
            claims += [self.claims.listed(entry, self.sets.reasons(entry, asked)[:1]) for entry in near]
        return Draft(status=Status.NOT_FOUND, claims=tuple(claims), abstained=True)

    def _titled_elsewhere(self, asked: Asked) -> bool:
        """Whether a practice is named as one of a comuna that it says nothing of: "la Red Solidaria de Ñuñoa"."""
        names = [fold(place.nombre) for place in asked.places if place.clase == "comuna"]
        titled = [self.entries.all[position] for position in asked.titled]
        told = [fold(element.texto.texto) for entry in titled for element in entry.all_fields()]
        alone = bool(names) and len(names) == len(asked.places)
        return bool(titled) and alone and not any(n in text for n in names for text in told)

    def _sought_at(self, query: Query, asked: Asked) -> bool:
        """Whether a follow-up names the place where one like that just told is sought ("¿y de Italia hay algo parecido?"), and
        not the one that it should be like."""
        return bool(self.reader.named_at(query.pregunta)) and not like_that(asked.fresh)

    def _alike(self, asked: Asked) -> Draft | None:
        """Practices like the one of a place: what is found with that one's own words."""
        among = [self.entries.all[position] for place in asked.places for position in self.reader.places.at(place)]
        if not among:
            return None
        model = among[0]
        text = " ".join([model.title, *(element.texto.texto for _, element in model.fields("descripcion"))])[:600]
        others = [entry for entry in self.entries.all if entry not in among]
        ranked = self.finder.ranked(self.retriever.search(text), others)
        return self.teller.found(replace(asked, line=fold(text)), ranked) if ranked else None

    # Two side by side.

    def _compared(self, asked: Asked, hits: Sequence[Hit]) -> Draft | None:
        """Two practices by the fields asked; None where a question names no two."""
        subjects: list[Entry] = []
        for place in asked.places:
            among = [self.entries.all[position] for position in self.reader.places.at(place)]
            ranked = self.finder.ranked(hits, among)
            best = ranked[0].entry if ranked else (among[0] if among else None)
            if best is not None and best not in subjects:
                subjects.append(best)
        if len(subjects) != 2:
            return None
        claims = self.claims.compared(subjects, asked.fields)
        return drafted(claims, subjects) if claims else None

    # One practice: found by a need, or asked about.

    def _one(self, query: Query, asked: Asked, evidence: Evidence, hits: Sequence[Hit]) -> Draft | None:
        """The practice that a question means, with what is asked of it first."""
        among = self._among(query, asked)
        if among is not None and not among:
            return None
        towns = bool(asked.places) and all(place.clase in ("comuna", "ciudad") for place in asked.places)
        another = query.seguimiento and bool(among) and towns and not self.going_on.own(asked)  # "¿y la de Macul?"
        ranked = self.finder.ranked(hits, among) or [Found(one, 0.0, 0.0, ()) for one in among or () if another]
        if not ranked:
            return None
        ranked = home_found(ranked, asked)
        ranked = by_title(ranked, asked.topic) if among and towns and not query.seguimiento else ranked
        goes_on = (
            query.seguimiento and among is not None and not asked.other and self.going_on.of_the_same(asked, among[0])
        )
        if not (goes_on or another) and not self.meant.whether(asked, evidence, hits, ranked[0]):
            return None
        if asked.named and asked.topic and not (asked.fields or asked.titled or goes_on):
            ranked = self.sets.of_theme(ranked, asked)
        if asked.named and asked.fields and asked.rest and self.finder.of_practices(hits):
            ranked = self.sets.narrowed(ranked, asked)
        telling = [found for found in ranked if self.teller.gaps.done_with(asked, found.entry)] if among else []
        best = self._with_field(telling or ranked, asked) if among else ranked[0]
        among = None if asked.without and not asked.places else among  # one of all others is sought, none is named
        if (among and not asked.other) or asked.named:
            entry = best.entry
            lacks = len(asked.parts) == 1 and self.teller.gaps.tells_nothing_of(asked.parts[0], entry)
            lacks = lacks or (bool(among) and self.teller.gaps.done_with(asked, entry) is False)
            partly = self._tells_some(asked, best)
            if not partly and (
                asked.beyond
                or lacks
                or self.teller.gaps.uncounted(asked, entry)
                or self.teller.gaps.unnamed(asked, entry)
            ):
                return self.teller.unsaid(asked, best)
            if partly:
                return self.teller.detail(asked, best)
        if not asked.seeks and self.teller.gaps.passes_over(asked, best.entry):
            return self.teller.unsaid(asked, best)
        if (
            not asked.seeks
            and asked.counted
            and best.hits[0] is hits[0]
            and self.teller.gaps.uncounted(asked, best.entry)
        ):
            return self.teller.unsaid(asked, best)
        if asked.beyond:
            return self.teller.unsaid(asked, best) if self.finder.entry_of(hits[0].record_id) is best.entry else None
        sought = asked.seeks or asked.named
        subject = (bool(among) and not asked.other) or (bool(asked.fields) and not sought)
        subject = subject or (not sought and len(asked.parts) == 1 and self.teller.tells(asked, best))
        if subject:
            draft = self.teller.detail(asked, best)
            return self.teller.beside(draft, self._of_other_documents(asked, best.entry, among or ()))
        unheard = self._unheard(asked, ranked[0].entry, hits) or says_nothing_of_the_old(asked.line, ranked[0].entry)
        if (asked.seeks and unheard) or self._paid_by_none(asked):
            return Draft(status=Status.NOT_FOUND, claims=(self.claims.unread(query.pregunta),), abstained=True)
        return self.teller.found(asked, ranked)

    def _with_each_document(self, asked: Asked, draft: Draft | None) -> Draft | None:
        """What is told of a practice, with what each of the documents says of it that a message names: "sale en la guía y en
        las fichas: ¿…?"."""
        entry = self.finder.entry_of(draft.record_ids[0]) if draft and draft.record_ids else None
        if draft is None or entry is None or draft.abstained or len({*asked.documents} & {*entry.documents}) < 2:
            return draft
        cited = {span.document for claim in draft.claims if claim.block != "note" for span in claim.spans}
        told = [
            self.claims.field(Piece.of(element))
            for record, element in entry.fields("descripcion")
            if record.document in set(asked.documents) - cited
        ]
        return draft.model_copy(update={"claims": (*draft.claims, *told)})

    def _unheard(self, asked: Asked, entry: Entry, hits: Sequence[Hit]) -> bool:
        """Whether the maker of a thing is sought that no practice found, nor any question written for one, has a word for."""
        thing = made_thing(asked.fresh)
        if thing is None or not terms(thing) or self.reader.cues.has("generico.palabras", thing):
            return False  # "cuenta con algo así" names nothing
        held = [self.store.vocabulary.held(hit.record_id) for hit in hits if self.finder.entry_of(hit.record_id)]
        each = [{*terms(word), *self.finder.synonyms.expansion(word)} for word in thing.split(" de ")]
        heard = any(meant & entry.stems or any(meant & stems for stems in held) for meant in each)
        return not heard or not any(map(self.store.vocabulary.knows, each[-1]))  # "albergues **de invierno**"

    def _paid_by_none(self, asked: Asked) -> bool:
        """Whether a practice is sought by who paid for it, and no practice that tells how it was paid names such a payer."""
        named = payer(asked.fresh)
        said = [word for word in words(named or "") if terms(word) and not self.reader.cues.has("generico.pago", word)]
        if not said:
            return False
        meant = [set(terms(word)) for word in said]
        meant += [set(terms(other)) for word in said if (other := self.finder.synonyms.meaning(word))]
        for entry in self.entries.all:
            told = [element.texto.texto for _, element in entry.fields("financiamiento")]
            passing = self.finder.told_elsewhere(entry, "financiamiento")
            held = set(terms(" ".join((*told, *([passing.text] if passing else ())))))
            if any(one <= held for one in meant):
                return False
        return True

    def _tells_some(self, asked: Asked, found: Found) -> bool:
        """Whether a practice tells some of several things that are asked of it, and surely, and others not at all."""
        asking = any(opens_asking(part.text) for part in asked.parts)
        missing = [part for part in asked.parts if self.teller.gaps.missing(part, found.entry)]
        told = [part for part in asked.parts if part not in missing]

        def tells(
            part: Part,
        ) -> bool:  # what is only told before a question ("la asesoría que hace…, ¿cuántos…?") is no other
            sure = self.teller.picker.sure(part, found, asked.line) or self.meant.plain(part, found.entry)
            return sure and (opens_asking(part.text) or not asking)

        return bool(missing and told) and all(map(tells, told))

    def _with_field(self, ranked: Sequence[Found], asked: Asked) -> Found:
        """The best found; where it lacks just the field that is asked, the best of its place that tells it."""

        def tells(found: Found) -> bool:
            entry = found.entry
            return any(entry.fields(key) or self.finder.told_elsewhere(entry, key) for key in asked.fields)

        lean = asked.fields and not asked.titled and not any(part.rest for part in asked.parts)
        return next((found for found in ranked if tells(found)), ranked[0]) if lean else ranked[0]

    @staticmethod
    def _of_other_documents(asked: Asked, told: Entry, among: Sequence[Entry]) -> list[Entry]:
        """The practices of its place in the documents that a message names beside that of the practice told."""
        named = {*asked.documents, *words(asked.line)}  # a document is called by its id: "la guía", "las fichas"
        others = named - set(told.documents) if asked.places else set()
        return [entry for entry in among if entry is not told and others & set(entry.documents)]

    def _among(self, query: Query, asked: Asked) -> list[Entry] | None:
        """The practices that a question can mean: of its places or documents, or of the last answer; None for any."""
        if query.seguimiento and OF_THAT_PLACE.search(asked.fresh) and asked.documents:
            names = {name for id in query.records[:1] if (one := self.finder.entry_of(id)) for name in one.names}
            near = [entry for entry in self.entries.all if entry.names & names]
            if near:
                return [entry for entry in near if set(asked.documents) & set(entry.documents)] or near
        told = [entry for id in query.records if query.seguimiento and (entry := self.finder.entry_of(id)) is not None]
        positions = set(asked.titled) or {
            position for place in asked.places for position in self.reader.places.at(place)
        }
        if positions:
            of_it = not set(self.going_on.own(asked)) - {
                stem for match in OF_IT.finditer(asked.fresh) for stem in terms(match[0])
            }
            if len(told) == 1 and of_it and not asked.other and not self.reader.named_at(asked.fresh):
                return told  # "¿y quién la financió?", of the one told of several of a place
            there = [self.entries.all[position] for position in sorted(positions)]
            return [e for e in there if e not in told] if asked.other else self._of_the_section(query, there)
        if asked.without:
            left = {position for place in asked.without for position in self.reader.places.at(place)}
            return [entry for position, entry in enumerate(self.entries.all) if position not in left]
        if asked.places and (asked.named or (not asked.seeks and all(p.clase == "comuna" for p in asked.places))):
            return []  # of a comuna that has none
        if asked.other:
            others = [entry for entry in self.entries.all if entry not in told]
            return others if told else None
        # "¿Hay alguna práctica con…?", "¿en qué meses se hizo?": of the one told first, for no other is named.
        only_field = (
            bool(asked.fields) and not self.going_on.own(asked) and not self.reader.names_practices(asked.fresh)
        )
        return told[:1] if told and not asked.seeks and (only_field or not asked.named) else None

    def _of_the_section(self, query: Query, among: list[Entry]) -> list[Entry]:
        """Of some practices those told under the headings of the last answer, if any: "¿cuál es el noruego?"."""
        told = (
            {self.store.place(id) for id in query.records if id in self.store.records} if query.seguimiento else set()
        )
        return [e for e in among if self.store.place(e.id) in told and e.id not in query.records[:1]] or among
