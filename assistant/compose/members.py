"""Members: a message that means some places by what a document says of them, with their names written in.

"De las comunas donde se probó la guía, ¿cuál tiene una buena práctica?": which they are is told in one document, what is
asked of each of them in another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.compose.split import flat
from assistant.focus import sentences
from assistant.texts import joined
from assistant.understand.heard import heard
from assistant.values import Claim, Draft, Query, Status, Turn
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.lugares import Clase, Lugares, Mencion
from corpus.numbers import number_from_words
from corpus.records import Fragmento, Medida, Pasaje
from corpus.store import Store

Ask = Callable[[str, tuple[Turn, ...]], tuple[Query, Draft]]
_SORT = r"(?P<sort>comunas?|municipalidad(?:es)?|municipios?|munis?|ciudad(?:es)?|region(?:es)?|pais(?:es)?)"
_NUMBER = r"(?P<number>dos|tres|cuatro|cinco|seis|\d)"
# "Donde probaron la guía", "del piloto", "que participaron en…": what is said of them. It ends at a mark, or at the verb of
# what is asked of them.
_WHICH = (
    r"(?P<which>(?:donde|en (?:las |los )?(?:que|cuales)|que|del?|piloto)\b[^,;:?¿.]*?)"
    r"(?= *[,;:?¿.]| *$| (?:cual(?:es)?|cuant[oa]s?|sal(?:e|en|io|ieron)|apare(?:ce|cen|cio|cieron)|figuran?|tienen?|tambien|ademas|igual)\b)"
)
_THOSE_WHERE = re.compile(rf"\b(?:las|los) (?:{_NUMBER} )?{_SORT} {_WHICH}")
# "¿Qué comuna del piloto de la guía salió también…?": one of several, of which another thing is asked.
_ONE_OF_THEM = re.compile(
    rf"\b(?:que|cual) {_SORT.replace('<sort>', '<one>')} (?!que\b){_WHICH}(?=[^?]*\b(?:tambien|ademas|a la vez)\b)"
)
# What may stand behind "esas" where no noun does.
_GOES_ON = (
    r"(?:cual|cuant|que|quien|tien|sal|apar|figur|hay|habia|hubo|ademas|tambien|cuenta|est[au]|fue|se|y|en|segun)\w*\b"
)
# "¿Cuál de esas…?", "en cada una de esas regiones", "alguna de las tres del piloto": those just told.
_THOSE_TOLD = re.compile(
    rf"\b(?:de|en|entre|a) (?:(?:es[oa]s|est[oa]s|dich[oa]s)(?: {_NUMBER})?(?: {_SORT}|(?= (?!\d)\W*{_GOES_ON}|\W*$))|ell[oa]s"
    r"|l[oa]s (?P<the>dos|tres|cuatro|cinco|seis)(?: (?P<of>comunas|municipios|regiones))?(?: del piloto)?)(?=\W|$)"
)
# "… la que sale ahí también": one of those just told.
_ONE_TOLD = re.compile(r"\b(?:la|el) que (?:sale|aparece|figura|esta)(?: (?:ahi|alli|ademas|tambien))+")
# It is asked which of them has a practice, or which practice one of them has, and at most what that is.
_WHICH_HAS = re.compile(r"\b(?:cual(?:es)?|quien(?:es)?|alguna|que (?:comuna|municipio|(?:buena )?practica))\b")
_A_PRACTICE = re.compile(r"\b(?:buenas? practicas?|fichas?)\b")
_OF_A_PRACTICE = re.compile(
    r"\b(?:financi\w+|plata|fondos|cuando|ano|anos|fechas?|meses|linea|lineas|cuant[oa]s?|resultados?|lecciones|quienes)\b"
)
_IN_WHICH = re.compile(r"^(?:donde|en (?:las |los )?(?:que|cuales)) ")
_LISTED = re.compile(r"\s*(?:,|,?\s[ye])\s+(?:(?:de|en)\s+)?")
_CLASSES: tuple[tuple[str, str, tuple[Clase, ...]], ...] = (
    ("region", "regiones", ("region",)),
    ("pais", "países", ("pais",)),
    ("", "comunas", ("comuna", "ciudad")),
)
# So many claims are looked through, and turns back.
NEAR = 4


@dataclass(frozen=True)
class Told:
    """Some places that a document lists, and the claim that says so."""

    names: tuple[str, ...]
    sort: str
    claim: Claim
    medidas: tuple[int, ...]

    @property
    def written(self) -> str:
        """The places as a message names them: "las comunas de A, B y C"."""
        return f"las {self.sort} de {joined(self.names)}".replace("las países", "los países")


class Members:
    """Writes the names of places into messages. ``ask`` reads, retrieves and composes for one question."""

    def __init__(self, store: Store, lugares: Lugares, ask: Ask) -> None:
        self.store = store
        self.lugares = lugares
        self.ask = ask

    def named(self, message: str, turns: tuple[Turn, ...]) -> tuple[str, Told] | None:
        """A message with the names of the places that it means, and what tells which they are; None where it means none so,
        or no document lists them."""
        line = flat(message)
        for pattern in (_THOSE_WHERE, _ONE_OF_THEM):
            match = pattern.search(line)
            told = self._described(match.groupdict()) if match is not None else None
            if match is not None and told is not None:
                of_one = "cuál de " if pattern is _ONE_OF_THEM else ""
                return _written(message, line, match.span(), f"{of_one}{told.written}", told), told
        return self.pointed_at(message, self._told(turns)) if turns else None

    def pointed_at(
        self, message: str, claims: Iterable[Claim], medidas: tuple[int, ...] = ()
    ) -> tuple[str, Told] | None:
        """A message with the names of the places that it points to, where some claims just told list them."""
        line = flat(message)
        match = _THOSE_TOLD.search(line) or _ONE_TOLD.search(line)
        if match is None:
            return None
        groups = match.groupdict()
        sort, number = groups.get("sort") or groups.get("of"), groups.get("number") or groups.get("the")
        for claim in claims:
            for names in self._lists(claim.text, sort):
                if number is None or _count(number) == len(names):
                    told = Told(names, self._sort_of(names, sort), claim, medidas)
                    begins = "" if match.re is _ONE_TOLD else f"{line[match.start() :].split()[0]} "
                    return _written(message, line, match.span(), f"{begins}{told.written}", told), told
        return None

    def _described(self, match: Mapping[str, str | None]) -> Told | None:
        """The places of which something is said: what the documents answer to which they are."""
        sort, which, number = match.get("sort") or match.get("one") or "", match["which"] or "", match.get("number")
        plural = _sort(sort)[0]
        if len([word for word in words(which) if word not in STOP_WORDS]) < 1 or self._places(which, ()):
            return None
        where = _IN_WHICH.sub("", which)
        if where != which:
            question = f"¿en qué {plural} {where}?"
        else:
            question = f"¿qué {plural} {which[4:]}?" if which.startswith("que ") else f"¿qué {plural} son las {which}?"
        _, draft = self.ask(question, ())
        if draft.status is not Status.ANSWERED:
            return None
        about = set(terms(which))
        for claim in draft.claims[:NEAR]:
            for names in self._lists(claim.text, sort):
                counted = number is None or _count(number) == len(names)
                if claim.spans and counted and about & set(terms(claim.text)):
                    return Told(names, plural, claim, draft.medidas[:1])
        return None

    def _told(self, turns: tuple[Turn, ...]) -> Iterator[Claim]:
        """The sentences of what the last turns told, the last first; what is ranked or counted is gone on with in its own way."""
        for turn in reversed(heard(turns)[-NEAR:]):
            records = [self.store.records.get(id) for id in turn.record_ids[:NEAR]]
            of_one = len(turn.medidas) == 1 and any(isinstance(record, Medida) for record in records)
            if (turn.figures and not of_one) or len(turn.medidas) > 1:
                return
            for record in records:
                if isinstance(record, Fragmento | Pasaje | Medida):
                    yield from (Claim(text=one, spans=record.texto.spans) for one in sentences(record.texto.texto))

    def _sort_of(self, names: Sequence[str], sort: str | None) -> str:
        if sort is not None:
            return _sort(sort)[0]
        classes = {place.clase for name in names for place in self.lugares.lookup(name)[-1:]}
        return next((plural for _, plural, ones in _CLASSES if classes & set(ones)), "comunas")

    def _lists(self, text: str, sort: str | None) -> Iterator[tuple[str, ...]]:
        """The lists of two or more places of a sort in a text; of any sort where none is said."""
        run: list[Mencion] = []
        classes = _sort(sort)[1] if sort is not None else tuple(one for *_, ones in _CLASSES for one in ones)
        for mention in (*self._places(text, classes), None):
            if mention is not None and run and _LISTED.fullmatch(text, run[-1].end, mention.start):
                run.append(mention)
                continue
            if len(run) > 1:
                yield tuple(_name(one, classes) for one in run)
            run = [mention] if mention is not None else []

    def _places(self, text: str, classes: Sequence[Clase]) -> list[Mencion]:
        """The places of some classes that a text names; of any where none is given."""
        found = (one for one in self.lugares.find(text) if not one.gentilicio)
        return [one for one in found if not classes or any(place.clase in classes for place in one.lugares)]


def _name(mention: Mencion, classes: Sequence[Clase]) -> str:
    return next(place.nombre for place in mention.lugares if place.clase in classes)


def _sort(word: str) -> tuple[str, tuple[Clase, ...]]:
    """What places of a sort are called, and their classes."""
    return next((plural, classes) for start, plural, classes in _CLASSES if word.startswith(start))


def _count(word: str) -> int:
    found = number_from_words([fold(word)])
    return int(word) if word.isdigit() else int(found[0]) if found else 0


def _written(message: str, line: str, span: tuple[int, int], names: str, told: Told) -> str:
    """A message with names in the place of what stands at a span; plainly, where it asks which of them has a practice."""
    rest = line[: span[0]] + line[span[1] :]
    if _WHICH_HAS.search(line) and _A_PRACTICE.search(rest) and not _OF_A_PRACTICE.search(rest):
        where = " en las fichas" if re.search(r"\bfichas?\b", rest) else ""
        return f"¿cuáles de {told.written} tienen una buena práctica{where}?"
    return f"{message[: span[0]]}{names}{message[span[1] :]}"
