"""One figure of a sentence that states several: the one that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from assistant.figures import compute, parted, phrases
from assistant.figures.claims import computed, spans_of
from assistant.figures.fit import MOVES, ROOT, SAYS, FigureFit
from assistant.figures.measures import QUANTIFIERS
from assistant.figures.prose import Nearby, as_read, of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.sorts import counts, counts_first
from assistant.figures.values import PEOPLE, SIGNS, YEARS, Operand, meet, named
from assistant.figures.worked import Worked
from assistant.texts import Texts
from assistant.values import Claim
from corpus.analysis import fold, terms
from corpus.numbers import numbers_in

MARGIN = 0.5
FORM = frozenset(terms("porcentaje porciento"))
"""What says how a figure is to be told, and nothing of what it is of: "en número y no en porcentaje"."""
LONGEST = 420
# Asks for no money; "¿a cuánto asciende…?" may.
_MANY = re.compile(r"\bcuant[oa]s\b|\b(?:numero|cantidad) de\b|\bhow many\b|\bnumber of\b")
_REST = re.compile(r"\b(?:otr[oa]s|restantes?|resto|demas)\b")
_PERCENT = "porcentaje de "
_OF_WHOM = re.compile(r" del? ")
# "Iniciativa Apoya Mujer Migrante": what goes by a name of several words.
_NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑ]\w+(?: (?:(?:de|del|la|las|los|el|y) )*[A-ZÁÉÍÓÚÑ]\w+)+")
# What follows "cuántas" where no noun does.
_VERB = re.compile(r"^\W*(?:y )?cuant[oa]s (?:(?:se|ya|aun|todavia|no) )*(\w+)")


@dataclass(frozen=True)
class ProseLookup(FigureFit):
    """Finds the figure of the nearest passages that a question asks for; None where they answer better as a whole."""

    texts: Texts

    def find(self, asked: Asked, nearby: Sequence[Nearby], *, strict: bool = False) -> Worked | None:
        """The figure asked for, with its sentence; None where none is plainly it.

        ``strict`` where the documents were judged not to hold the answer.
        """
        if asked.without and not asked.wanted:
            return self._of_the_others(asked, nearby)
        percent = asked.operation is Operacion.PARTE or (asked.percent and not asked.heads)
        found = self._best(asked, nearby, percent=percent)
        if found is None and phrases.of_those(asked.line):
            return self._parted(asked, nearby)
        if found is None or (asked.asks_else and not asked.part):
            return None
        plain = not asked.part and asked.operation is Operacion.VALOR and not asked.denied
        if (
            plain
            and not parted.stands_beside(found, nearby)
            and (strict or (parted.leads(found, nearby) and not parted.listed_among(found, nearby)) or asked.several)
        ):
            return None  # a passage with one figure answers as it stands
        others = self._of_other_times(asked, found, nearby) if plain else []
        others += parted.named_beside(found, nearby, partial(self._words, asked)) if plain else []
        told = sorted((found, *others), key=lambda one: one.actual.first if one.actual else 0)
        return Worked(self.told(asked, told), (), tuple(told))

    def _of_the_others(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """What a passage says is of all others than the places that a question leaves out, where it tells apart no more
        than those: "el 10% restante, 39 personas, pertenece a otras nacionalidades"."""
        roots = {stem[:ROOT] for name in asked.without for stem in terms(name)}
        for nearest in dict.fromkeys(near for near, _ in nearby):
            counted = [one for near, one in nearby if near == nearest and one.unit != "%" and not one.bound]
            rest = [one for one in counted if _REST.search(fold(self.store.quote(one.spans[0])))]
            whole = max((one.value for one in counted), default=None)
            parts = [one for one in counted if one not in rest and one.value != whole]
            named = [{stem[:ROOT] for stem in one.stems | one.clause} & roots for one in parts]
            if len(rest) == 1 and all(named) and len(set().union(*named)) == len(asked.without):
                return Worked(self.told(asked, rest), (), tuple(rest))
        return None

    def _of_other_times(self, asked: Asked, found: Operand, nearby: Sequence[Nearby]) -> list[Operand]:
        """The same count of other periods beside a figure, where a question names none: "¿cuántos descargos?"."""
        if asked.periods or asked.remains or found.period is None or not asked.heads or found.unit in SIGNS:
            return []
        named = self._words(asked, found.stems)
        alike = [
            one
            for _, one in nearby
            if (one.unit, one.group, one.bound) == (found.unit, found.group, found.bound)
            and one.whole is None
            and self._heads(asked, one)
            and named <= self._words(asked, one.stems)
        ]
        periods = [one.period for one in alike]
        return [one for one in alike if one.period and one.period != found.period and periods.count(one.period) == 1]

    def continued(self, asked: Asked, told: Sequence[Nearby]) -> Worked | None:
        """The one figure of the passages told last that counts what a follow-up counts, where all else that it says, but
        for its verbs, is said there too.
        """
        if phrases.of_a_time_beside(asked.line):
            return None
        own = [stem for stem in asked.content if stem in asked.fresh and stem not in asked.verbs]
        counted = [one for _, one in told if not one.bound and self._heads(asked, one)]
        verb = _VERB.search(asked.line)
        own = [stem for stem in own if asked.heads or verb is None or stem not in terms(verb[1])]
        if own and not asked.heads:  # "¿y cuántas siguen en análisis?": those of which the sentence says so
            meant = [asked.meanings.get(stem, frozenset({stem})) for stem in own]
            there = [one for _, one in told if not one.bound and one.unit not in SIGNS]
            counted = [one for one in there if all(meet(stems, one.stems | one.clause) for stems in meant)]
        if len({one.value for one in counted}) != 1:
            return None
        known = frozenset[str]().union(*(one.stems | one.clause | one.near for _, one in told))
        if not all(meet(asked.meanings.get(stem, frozenset({stem})), known) for stem in own):
            return None
        return Worked(self.told(asked, counted[:1]), (), (counted[0],))

    def _parted(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """The sentence that parts the whole that a question names, where its own words do not tell which part is meant."""
        whole = self._best(asked, nearby, percent=False, parts=False)
        if whole is None or not any(one.whole == whole.at for _, one in nearby if one.whole is not None):
            return None
        text = as_read(self.store, whole.spans[0])
        return Worked((Claim(text=text, spans=spans_of([whole])),), (), (whole,)) if len(text) <= LONGEST else None

    def one(self, asked: Asked, nearby: Sequence[Nearby]) -> Operand | None:
        """The count that a question plainly means, to go on with; None where none is it."""
        return self._best(asked, nearby, percent=False)

    def told(self, asked: Asked, found: Sequence[Operand]) -> tuple[Claim, ...]:
        """Figures, each as a claim, and the sentences that they stand in, each once."""
        leads = [Claim(text=self.texts("cifras", "dicha", o=one), spans=spans_of([one])) for one in found]
        return (*leads, *self.sentences(asked, found))

    def part_of_percent(self, asked: Asked, nearby: Sequence[Nearby]) -> Worked | None:
        """How many a percentage comes to: "386.024 solicitudes, de las cuales el 79,1%…" and a question for those."""
        if not asked.counts or asked.percent or asked.operation is not Operacion.VALOR:
            return None
        share = self._best(asked, nearby, percent=True, headed=False)
        whole = next((one for _, one in nearby if share and share.whole is not None and one.at == share.whole), None)
        if share is None or whole is None or share.bound or whole.bound:
            return None
        # What it all stands under is said of the whole too: "Niñez Migrante".
        said = self._words(asked, whole.stems | whole.clause | frozenset(terms(whole.group)))
        # "Adultas responsables de NNA": who asks of NNA means all, and not the adults.
        own = frozenset(terms(_OF_WHOM.split(share.concept.removeprefix(_PERCENT))[0])) - PEOPLE
        if not self._words(asked, share.stems | share.clause) - said or (own and not self._words(asked, own) - said):
            return None  # nothing of the question is said of the part alone
        if _only_in_a_name(asked, as_read(self.store, share.spans[0]), frozenset(terms(share.concept))):
            return None  # "Apoya Mujer Migrante" counts no women
        if not (PEOPLE & set(asked.heads[:1]) or counts_first(asked, share.concept) or counts(asked, whole.stems)):
            return None  # of another thing: it takes more to work out what was not asked to be
        counted = self._best(asked, nearby, percent=False)
        if counted is not None and counted != whole and self._own(asked, counted) >= self._own(asked, share):
            return None  # what is asked for is stated
        part, all_of_it = named([share, whole])
        outcome = compute.part(part, all_of_it)
        text = self.texts("cifras", "parte_calculada", parte=part, todo=all_of_it, resultado=outcome)
        return Worked((computed(text, (outcome,)), *self.sentences(asked, [share])), (outcome,), (part, all_of_it))

    def sentences(self, asked: Asked, found: Sequence[Operand]) -> list[Claim]:
        """The sentences of figures as the document has them, but for mere labels and what a question does not want."""
        claims: list[Claim] = []
        for span in dict.fromkeys(one.spans[0] for one in found):
            text = as_read(self.store, span)
            own = any(
                len(terms(one.concept)) < 2 for one in found if one.spans[0] == span
            )  # "solicitudes": says little
            wanted = not asked.denied & set(terms(text))
            if (len(numbers_in(text)) > 1 or own) and len(text) <= LONGEST and wanted:
                claims.append(Claim(text=self.texts("cifras", "oracion", texto=text), spans=(span,), block="note"))
        return claims

    def _best(
        self, asked: Asked, nearby: Sequence[Nearby], *, percent: bool, headed: bool = True, parts: bool = True
    ) -> Operand | None:
        """The figure that a question asks for: its words tell it from all others near.

        ``parts`` leaves out what a question names as the whole of which it asks for a part.
        """
        if not _single(asked):
            return None
        if asked.operation in SAYS:
            nearby = [(near, one) for near, one in nearby if SAYS[asked.operation] & (one.stems | parted.bound(one))]
            of = [asked.meanings.get(stem, frozenset({stem})) for stem in phrases.averaged(asked.line)]
            nearby = [(near, one) for near, one in nearby if all(meet(own, one.stems | one.clause) for own in of)]
        given = self.given(asked)
        told = {one.spans[0] for _, one in nearby if one.value in given and one.value not in YEARS}
        if told and phrases.exact(asked.line):  # not the one told in round numbers, wherever the other stands
            nearby = [(near, one) for near, one in nearby if not one.bound]
        elif told:  # a figure that the question itself tells is not the one asked for, but stands beside it
            nearby = [(near, one) for near, one in nearby if one.spans[0] in told]
        of_time = of_periods([one for _, one in nearby], asked.periods)
        denied = asked.denied - set(asked.content) - QUANTIFIERS - FORM
        there = [(near, one) for near, one in nearby if one in of_time and one.value not in given]
        there = [(near, one) for near, one in there if not denied & (one.stems | one.clause)]
        if asked.operation not in SAYS:
            either = not percent and not asked.heads and not asked.money and phrases.much(asked.line)
            there = [(near, one) for near, one in there if either or (one.unit == "%") == percent]
        if asked.percent and asked.operation not in SAYS and not MOVES & frozenset().union(*asked.meanings.values()):
            # How far a thing moved is not how much it is.
            there = [(near, one) for near, one in there if not MOVES & one.stems]
        if asked.heads and not asked.money and _MANY.search(asked.line):
            there = [(near, one) for near, one in there if one.unit not in ("$", "M$")] or there
        there = self._without_parts(asked, there)
        if parts and phrases.of_those(asked.line):  # what is named as the whole is not the part that is asked for
            wholes = {one.whole for _, one in there if one.whole is not None}
            there = [(near, one) for near, one in there if one.at not in wholes]
        if asked.requests:  # who asked for a thing are all that did, and not those of them who got it
            there = [(near, one) for near, one in there if one.whole is None]
        words = partial(self._words, asked)
        there = parted.without_unnamed_parts(asked, there)
        there = parted.out_of(there, self.store.quote) if asked.content else there
        there = parted.of_the_country(asked, parted.of_its_people(asked, there))
        there = parted.of_the_sex(asked, parted.of_the_part(there, words))
        there = parted.without_wholes(parted.still_left(nearby, there) if asked.remains else there, words)
        interval = frozenset(numbers_in(phrases.intervals(asked.line)))
        fitting = [
            pair
            for pair in there
            if self._meant(
                asked, pair[1], headed=headed and not percent, labelled=_labelled(pair[1], interval),
                alone=parted.alone(pair[1], nearby) if percent else headed and self._only(asked, pair[1], there),
            )
        ]  # fmt: skip
        done = [pair for pair in fitting if parted.done_to(asked, pair[1])]  # "¿cuántos capacitados?": people, if any
        fitting = done or fitting
        divided = {one.spans[0] for _, one in nearby if one.whole is not None}  # a trait may be of the whole there
        if not done and any(self._trait(asked, one) and one.spans[0] not in divided for _, one in fitting):
            fitting = [(near, one) for near, one in fitting if self._trait(asked, one)]
        if headed and PEOPLE & set(
            asked.heads[:1]
        ):  # "¿cuánta gente…?": where people are counted beside, they are meant
            fitting = [(near, self._counted_beside(asked, one, there) or one) for near, one in fitting]
            fitting = [pair for pair in fitting if self._heads(asked, pair[1])] or fitting
        if spans := phrases.spans_of_time(asked.line):  # said right after the figure that is meant
            fitting = [pair for pair in fitting if spans & set(self._after(pair[1]))] or fitting
        if asked.first:
            fitting = [pair for pair in fitting if not self.next_in_line(pair[1])] or fitting
        if asked.bare or interval:  # "45-54 años": a number that is told parts what is counted
            told_of = (given if asked.bare else interval) - YEARS
            fitting = [pair for pair in fitting if told_of <= set(numbers_in(self.store.quote(pair[1].spans[0])))]
            fitting = [pair for pair in fitting if _labelled(pair[1], told_of)] or fitting
        ranked = sorted(fitting, key=lambda pair: -self._score(asked, *pair))
        if not ranked:
            return None
        rivals = [pair for pair in ranked[1:] if pair[1].value != ranked[0][1].value]
        if rivals and self._score(asked, *ranked[0]) - self._score(asked, *rivals[0]) < MARGIN:
            return None
        found = ranked[0][1]
        if self._narrowed(asked, found) and not asked.first and parted.one_of_parts(found, there):
            return None  # "¿cuántos seguidores?": each of its figures is of one part
        same = [one for _, one in nearby if one.spans[0] == found.spans[0] and one.spans[0] not in divided]
        beside = not done and any(self._trait(asked, one) for one in same)
        return None if beside and not self._trait(asked, found) else found  # another figure there is of that trait

    def _without_parts(self, asked: Asked, there: Sequence[Nearby]) -> list[Nearby]:
        """Some figures without those of a part that a question does not name, where others of their unit are of none.

        What stands beside the figure of a part may name it where no other sentence does: "Caracas, Venezuela (2%)".
        """
        plain: dict[str, frozenset[str]] = {}
        for _, one in there:
            if not self._narrowed(asked, one):
                said = self._words(asked, one.stems | one.clause | one.near)
                plain[one.unit] = plain.get(one.unit, frozenset()) | said
        return [
            (near, one)
            for near, one in there
            if one.unit not in plain
            or not self._narrowed(asked, one)
            or self._words(asked, one.clause) - plain[one.unit]
        ]

    def _after(self, one: Operand) -> list[Decimal]:
        """The first number after a figure in its sentence."""
        at = one.at.end - one.spans[0].start if one.at else 0
        return list(numbers_in(self.store.quote(one.spans[0])[at:]))[:1] if at else []

    def _only(self, asked: Asked, one: Operand, there: Sequence[Nearby]) -> bool:
        """Whether a figure is the only one near that counts what the question counts."""
        return self._heads(asked, one) and all(
            other.value == one.value or not self._heads(asked, other) for _, other in there
        )

    def _narrowed(self, asked: Asked, one: Operand) -> bool:
        """Whether a figure is of a part that the question does not name: "visitas, Bolivia"."""
        parts = one.concept.split(", ")[1:]
        meant = (
            frozenset().union(*asked.meanings.values(), asked.topics, asked.placed) if asked.meanings else frozenset()
        )
        return bool(parts) and not set(terms(" ".join(parts))) & meant

    def _counted_beside(self, asked: Asked, one: Operand, there: Sequence[Nearby]) -> Operand | None:
        """The figure of what a question counts in the sentence of a figure of other things, of several the first after it;
        None where that has none.
        """
        if self._heads(asked, one) or one.unit in SIGNS:
            return None
        beside = [
            o for _, o in there if o.spans[0] == one.spans[0] and o.actual == one.actual and self._heads(asked, o)
        ]
        after = [o for o in beside if one.at and o.at and o.at.start > one.at.start]  # "70 jornadas con 2.806 personas"
        return next(iter(after if len(beside) > 1 else beside), None)


def _labelled(one: Operand, told: frozenset[Decimal]) -> bool:
    """Whether a figure's own label holds numbers that a question tells: "35 a 44 años"."""
    return bool(told) and told <= set(numbers_in(one.concept))


def _single(asked: Asked) -> bool:
    """Whether one figure is asked for, as a document may state it: of one period, not row by row."""
    if asked.operation in SAYS:
        return len(asked.periods) < 2
    plain = asked.operation in (Operacion.VALOR, Operacion.PARTE) and (asked.counts or asked.percent or asked.bare)
    return plain and len(asked.periods) < 2 and not set(asked.breakdowns) - {"sexo"}


def _only_in_a_name(asked: Asked, text: str, stems: frozenset[str]) -> bool:
    """Whether a question says some stems in no more than a name that a text holds, or in the end of one."""

    def says(words: str) -> bool:
        return any(stem in stems or stems & asked.meanings.get(stem, frozenset()) for stem in terms(words))

    rest = asked.line
    for name in _NAME.findall(text):
        parts = fold(name).split()
        ends = (" ".join(parts[at:]) for at in range(len(parts) - 1))
        said = next((end for end in ends if re.search(rf"\b{re.escape(end)}\b", rest)), "")
        rest = rest.replace(said, " ") if says(said) else rest
    return rest != asked.line and not says(rest)
