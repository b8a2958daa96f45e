"""What is left of a whole when the part is taken from it that a question denies: "¿cuántos no se resolvieron?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.figures import compute, phrases
from assistant.figures.claims import computed
from assistant.figures.near import ENOUGH, NearOperations, meant
from assistant.figures.question import Asked
from assistant.figures.values import SIGNS, Operand, meet, named
from assistant.figures.worked import Worked
from assistant.texts import Texts
from corpus.analysis import fold, terms
from corpus.store import Store

AMONG = 0.3
_NOT = re.compile(
    r"\bno (?:se |eran? |es |son |estaban? |tuvo |tuvieron |fueron |fue |han |alcanz\w+ |estan |quedaron |entraron |lo hicieron |cumpl\w+ )"
    r"|\bcuant[oa]s (?:de (?:ell|es|est)[oa]s )?no(?: lo hicieron)?\s*(?:[?,;.]|$)"
    r"|\b(?:fuera|despues|pasad[oa]s?) de(?:l| es[eao]s?| est[eao]s?| dicho| los| las)? (?:plazos?\b|tiempos?\b|limite\b|\d+ )"
    r"|\b(?:mas alla|mas tarde|pasado) (?:del? |el |es[eo] )(?:plazo|\d+)"
    r"|\bno \w{3,}(?:[ai]d|uelt|iert|ech)[oa]s\b"
    r"|\b(?:demor|tard)\w+ (?:en \w+ )?mas de (?:l[oa]s |es[oa]s )?\d+|\ben mas de (?:l[oa]s |es[oa]s )?\d+ (?:dias|meses|horas)\b"
    r"|\b(?:falt|qued)\w* (?:\w+ )?por (?:resolver|tramitar|responder)\b"
    r"|\bsin (?:resolver|tramitar|responder)\b|\b(?:were|was|did|have|has)(?: not|n[' ]t)\b|\b(?:outside|beyond|past|after) (?:of )?(?:the|that) (?:deadline|limit|\w+-day)\b"
)
_LATE = re.compile(
    r"\b(?:plazos?|tiempos?|limite|tard\w+|demor\w+|deadline|time)\b|\bmas (?:alla )?de (?:l[oa]s |es[oa]s )?\d"
)
# "No terminó", "no obtuvieron"; a noun or an adverb in -o is none.
_DID_NOT = re.compile(
    r"\bno (?:l[aeo]s? )?(?!solo\b|tanto\b|mucho\b|todo\b|como\b|poco\b)\w{3,}(?:aron|ieron|jeron|o)\b"
)
# "Sin otorgamiento", "sin ser respondidas": what a part had; "sin contar las judiciales", "descontando las…": which one.
_WITHOUT = re.compile(
    r"\b(?:sin|(?:descont|exclu[iy]|quit|descart)\w*(?: de ahi)?)"
    r" (?:(?:el|la|los|las|su|un|una|ser|haber|sido|contar|incluir|considerar|sumar|a) )*(\w{4,})"
)
# "¿Cuántas quedaron sin eso y qué porcentaje sí lo tuvo?": of the part itself.
_AFFIRMS = re.compile(r"(?:porcentaje|por ciento|%|proporcion|cuant[oa]s)[^,;?]*\bsi (?:l[aeo]s? |se )?\w{3,}")
_ARE_NOT = re.compile(r"\bcuant[oa]s\b(?:(?! y | e )[^,;?])*\bno (?:son|eran|fueron|sean)\b")
_STOP = re.compile(r"[,;?.¿]| (?:y|e|pero) ")
# "Reduciéndose a 2.287 las que están pendientes": what is left of what the sentence before counts.
_DOWN_TO = re.compile(r"\breduc(?:iendose|idas?|ido|ir(?:se|las?)?|jo) (?:las? \w+ )?a (?:solo )?$")
_WAITING = frozenset(terms("pendientes pendiente"))
# "Se han resuelto", "sacaron adelante": done with, but for what was so in a year of its own.
_SETTLED = re.compile(
    r"\b(?:resol|resuel|despach|evacu|cerr(?!ad[oa]s? (?:en|el))|tramita|saca|salieron|salido|pusieron al dia|baj|reduj|descont)\w*\b(?! (?:\w+ )?(?:en|durante) (?:el )?(?:ano )?20\d\d)"
)
_BACKLOG = re.compile(r"\brezag\w*\b|\bpendientes?\b|\b(?:atrasad|acumulad|arrastr)\w*\b|\batraso\b")
# "Pendientes iniciales menos las que quedan": those that were done with.
LESS_THOSE_LEFT = re.compile(
    r"\bmenos l[oa]s? (?:que )?(?:(?:aun|todavia|hoy|ya) )?(?:qued\w+|falt\w+|siguen|seguian|restan\w*|pendientes?)\b"
)
_DID = frozenset(terms("hicieron hizo lograron logró"))
_DENIES = re.compile(r"\b(?:no|sin|ni|tampoco)\b")


@dataclass(frozen=True)
class RestOperations(NearOperations):
    """What is left: "N, de los cuales M fueron resueltos" and a question for those that were not."""

    store: Store

    def rest(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """The whole less its part, where a sentence gives both and the question denies the part."""
        for whole, part in self._denied(asked, there):
            if part.unit == "%":
                return self._rest_of_percent(whole, part)
            more, less = named([whole, part])
            outcome = compute.rest(more, [less])
            said = self.say("resto", todo=more, partes=[less], resultado=outcome)
            return Worked((computed(said, (outcome,)),), (outcome,), (more, less))
        return None

    def settled(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """How many were done with of those that waited, where the text tells how many waited and, next, down to how many that
        came; None where a question asks for those that are left, or for what was done in one year."""
        if (
            (asked.remains and LESS_THOSE_LEFT.search(asked.line) is None)
            or phrases.much(asked.line)
            or denies(asked.line)
            or not (_BACKLOG.search(asked.line) and _SETTLED.search(asked.line))
        ):
            return None
        for left in there:
            said = fold(self.store.quote(left.spans[0])[: left.at.start - left.spans[0].start]) if left.at else ""
            if left.at is None or left.bound or not _DOWN_TO.search(" ".join(said.split()) + " "):
                continue
            passage = self.store.passage_around(left.spans[0])
            waited = [
                one
                for one in there
                if one.unit == left.unit and one.at and one.at.end <= left.spans[0].start and one.value > left.value
                and _WAITING & one.stems and passage == self.store.passage_around(one.spans[0])
            ]  # fmt: skip
            if len({one.value for one in waited}) != 1 or not self._when(asked, waited[0], left):
                continue
            if self.covered(asked, waited[0], left) < ENOUGH:
                continue
            more, less = named([waited[0], left])
            outcome = compute.rest(more, [less])
            text = self.say("resto", todo=replace(more, period=None), partes=[less], resultado=outcome)
            return Worked((computed(text, (outcome,)),), (outcome,), (more, less))
        return None

    @staticmethod
    def _when(asked: Asked, *told: Operand) -> bool:
        """Whether each period that a question names is that of one of two figures."""
        return all(
            any(one.actual and (one.actual.same(p) or one.actual.within(p)) for one in told) for p in asked.periods
        )

    def share(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """What part of the whole is left without the part that a question denies."""
        for whole, part in self._denied(asked, there):
            if part.unit != "%":
                return share_left(self.texts, whole, [part])
            left = compute.left_of_hundred(part)
            said = self.say("resto_de_cien", parte=part, resultado=left, de=whole)
            return Worked((computed(said, (left,)),), (left,), (part, whole))
        return None

    def _rest_of_percent(self, whole: Operand, part: Operand) -> Worked:
        """How many are left without so many per cent of a whole."""
        left = compute.left_of_hundred(part)
        outcome = compute.rest_of_percent(part, whole)
        said = self.say("resto_calculado", parte=part, todo=whole, resultado=outcome, queda=left)
        return Worked((computed(said, (outcome, left)),), (outcome,), (whole, part))

    def _denied(self, asked: Asked, there: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
        """The wholes with those of their parts that a question denies."""
        if not denies(asked.line):
            return
        for whole in there:
            for part in there:
                if part.at is None or part.whole is None or part.whole != whole.at or part.bound or whole.bound:
                    continue
                if part.spans[0] != whole.spans[0] or whole.unit in SIGNS or part.unit in SIGNS[1:]:
                    continue
                if part.unit != "%" and part.value >= whole.value:
                    continue
                if self._says_the_part(asked, whole, part, self.store.documents[part.at.document].text):
                    yield whole, part

    def _says_the_part(self, asked: Asked, whole: Operand, part: Operand, text: str) -> bool:
        """Whether what a question denies is what a sentence says of a part, which it does not deny itself."""
        assert part.at is not None
        behind = text[part.at.end : part.spans[0].end]
        own = fold(re.split(r"\d", behind)[0])  # what follows is of the next part
        limit = {Decimal(n) for n in re.findall(r"\d+", behind)}
        # Its own deadline shows that the sentence is meant, where it counts what the question does.
        told = phrases.spans_of_time(asked.line) & limit if not asked.heads or self.counts(asked, whole) else set()
        done = meet(denied_words(asked), terms(own)) or told
        late = phrases.spans_of_time(fold(behind)) and not (told or _LATE.search(asked.line))
        return (
            bool(done)
            and not late  # "7.742 respondidas en 15 días": the others may have been answered later
            and _DENIES.search(own) is None
            and self.covered(asked, whole, part) >= (AMONG if told else ENOUGH)
        )


def denies(line: str) -> bool:
    """Whether a folded line asks for those who did not, or are without something."""
    said = (pattern.search(line) for pattern in (_NOT, _DID_NOT, _WITHOUT))
    return any(said) and not affirms(line)


def denies_what_they_are(line: str) -> bool:
    """Whether a folded line counts those who are not something: "¿cuántos no son…?"."""
    return _ARE_NOT.search(line) is not None and not affirms(line)


def denied_words(asked: Asked) -> frozenset[str]:
    """What the words may stand for that a question denies: after "sin" the next one, else all up to the next stop; all of
    its words where it denies none of its own: "¿y cuántas no lo hicieron?"."""
    nouns = _WITHOUT.findall(asked.line)
    found = (match for pattern in (_NOT, _DID_NOT) for match in pattern.finditer(asked.line))
    clauses = nouns or [_STOP.split(asked.line[match.start() :])[0] for match in found]
    denied = frozenset(terms(" ".join(clauses))) - _DID
    if not denied:
        return meant(asked)
    return frozenset[str]().union(*(asked.meanings.get(stem, frozenset({stem})) for stem in denied))


def denied_by(line: str, words: str) -> bool:
    """Whether some words of a folded line are what it denies: "fuera del plazo", of those that were not in time."""
    found = (match for pattern in (_NOT, _DID_NOT, _WITHOUT) for match in pattern.finditer(line))
    return any(words in _STOP.split(line[match.start() :])[0] for match in found)


def affirms(line: str) -> bool:
    """Whether a folded line asks for those who did, beside a denial: "¿qué porcentaje sí lo tuvo?"."""
    return _AFFIRMS.search(line) is not None


def share_left(texts: Texts, whole: Operand, parts: Sequence[Operand]) -> Worked | None:
    """What part of a whole is left without some of its parts; None of a whole that is zero."""
    all_of_it, *taken = named([whole, *parts])
    left = compute.rest(all_of_it, taken)
    outcome = compute.share_of_rest(all_of_it, taken)
    if outcome is None:
        return None
    said = texts("cifras", "parte_que_queda", todo=all_of_it, partes=taken, queda=left, resultado=outcome)
    return Worked((computed(said, (outcome, left)),), (outcome, left), (all_of_it, *taken))
