"""What a question for a number says of it (a bound, a unit, a sort, what people hold to be so), which what is told must say.

"El número máximo de participantes" is not told by how many groups there are, nor "cuántos por grupo" by how many there were.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from assistant.counts import is_number
from assistant.figures.sorts import PEOPLE
from assistant.focus import sentences
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.numbers import number_from_words, ordinal
from corpus.synonyms import Synonyms

# The mark of an item or of a citation, that counts nothing.
_MARK = re.compile(r"\[\d+\]|(?:^|(?<=[\s*:]))\d{1,2}[.)] ")
# "% que cree que…", "de acuerdo con la frase…": what is held to be so.
_HELD_TRUE = re.compile(
    r"\b(?:cree[n]?|piensa[n]?|opina[n]?|considera[n]?|dice[n]?|de acuerdo con)\b(?: con)?(?: (?:la|el) (?:frase|afirmacion|idea))?(?: de)? que (?P<what>[^?.;]+)"
)
# "% a favor de prohibir…", "gente en contra de que…": what is wanted or not.
_IN_FAVOUR = re.compile(
    r"(?:%|\b(?:porcentaje|gente|personas|encuestad[oa]s|chilen[oa]s))(?: (?:que )?(?:esta|estan|estaba|estaban))? (?:a favor|en contra) de(?:l| que)? (?P<what>[^?.;]+)"
)
# "Qué % cree que … un aporte para la cultura": what a belief is of, which what is told must name.
_OBJECT = re.compile(
    r"(?:%|\b(?:porcentaje|por ?ciento|cuant[oa]s?|gente|personas))(?: \w+){0,2}? (?:cree|piensa|opina|considera)n? que [^?.;,]*?"
    r"\b(?:a|para|pa|en|de|con) (?:la|el|los|las|lo) (?P<object>[a-z]{4,})"
)
# "Se dice que…, ¿cuántos…?": hearsay that opens a message counts nobody who holds it.
_HEARSAY = re.compile(r"^\W*(?:(?:oye|aca|siempre|todos|muchos) )*(?:(?:se|me|nos) )?dicen? que\b(?=.*(?:[¿]|\. ))")
_SHARE = re.compile(r"%|\b(?:porcentaje|por ?ciento|proporcion|cuant[oa]s|de cada)\b")
# "(Solicitudes, no amparos)": what is asked of, and what it is not.
_NOT_THOSE = re.compile(
    r"\b(?P<asked>[a-z]{4,}s),? (?:y )?no (?:de )?(?:l[oa]s )?(?P<other>[a-z]{4,}s)\b(?= *(?:[),.;?]|$))"
)
# "¿Cuántas personas por grupo?"
_SO_MANY_BY = re.compile(
    r"\bcuant[oa]s (?!minutos|horas|dias|semanas|meses|anos|veces|dolares|pesos|millones)[a-z]{4,}s (?:\w+ ){0,4}?por (?P<unit>(?!que\b|ell[ao]s?\b|es[ao]s?\b|est[ao]s?\b|tod[ao]s?\b|favor\b|aqui\b|alli\b|alla\b|ano\b|mes\b|dia\b|semana\b|hora\b|ciento\b|cien\b|cada\b|internet\b|telefono\b|correo\b|escrito\b|pantalla\b|computador\b|whatsapp\b)[a-z]{4,})\b"
)
# "El número máximo de participantes", "¿cuántas entrevistas como mínimo?"
_BOUND = re.compile(
    r"\b(?:numero|cantidad|cupo|tope|nro|n) (?:maxim|minim)[oa] de (?P<of>[a-z]{4,}s)\b|\bcuant(?:[oa]s (?P<those>[a-z]{4,}s)|a (?P<people>gente))\b[^?.;]*\b(?:como|de|a lo) (?:maximo|minimo)\b"
)
# "El 2do Encuentro", "la quinta versión": which one of those that are held.
_EDITION = re.compile(
    r"\b(?:(?P<digits>\d{1,2})(?:er|[rdtmvn][oa])|(?P<word>(?:primer|tercer|(?:primer|segund|tercer|cuart|quint|sext|septim|octav)[oa])))"
    r" (?P<event>encuentro|congreso|seminario|foro|feria|festival|concurso|edicion|version)\b"
)
_SOME = r"(?:\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|quince|veinte)\b"
_ALONE = r"(?= (?:por|cada|en|como|a)\b|[^\w ]|$)"
_AT_MOST = r"(?:maxim[oa]s?(?: de)?|hasta|no mas de|a lo mas)"
_AT_LEAST = r"(?:minim[oa]s?(?: de)?|al menos|por lo menos|no menos de)"
_BETWEEN = r"\b(?:entre|de) \d{1,3}\b"
# "Entre 20 y 40 minutos" bounds how long it takes, and not how many there are.
_TIME = re.compile(r"(?:minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?)\b")
_LASTING = re.compile(rf"\b\d+(?: ?(?:-|–|y|a) ?\d+)? {_TIME.pattern}")
# What bounds a number from above and from below, and what does so without saying of what: "máximo 8 por grupo".
_UPPER = (re.compile(rf"\b{_AT_MOST}\b|{_BETWEEN}"), re.compile(rf"\b{_AT_MOST} {_SOME}{_ALONE}"))
_LOWER = (re.compile(rf"\b{_AT_LEAST}\b|{_BETWEEN}"), re.compile(rf"\b{_AT_LEAST} {_SOME}{_ALONE}"))
# "De los operativos, ¿cuántos eran ferias?", "cuántos de los operativos eran ferias", "¿qué proporción eran ferias?": which of
# some are of a sort.
_BEING = re.compile(
    r"\b(?:cuant[oa]s|que (?:proporcion|porcentaje|parte)) (?:(?:de|entre) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s) (?:[^?,.;]*? )?)?"
    r"(?:son|eran|fueron|serian) (?P<sort>(?!de\b|l[oa]s\b|(?!apoderad|abogad|delegad|emplead)[a-z]+[ai]d[oa]s\b)[a-z]{4,}s)\b"
)
# "De ésos, ¿cuántos apoderados y cuántos docentes?": the sorts of those told before.
_OF_THESE = re.compile(
    r"^\W*(?:y )?(?:de|entre) (?:es[oa]s|est[oa]s|ell[oa]s)\W+cuant[oa]s (?P<sort>(?!son\b|eran\b|fueron\b)[a-z]{4,}s)\b"
)
_ALL_OF = re.compile(r"\b(?:de|entre) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s) (?P<all>[a-z]{4,}s)\b")
# "¿Cuántos trabajadores suman las organizaciones?": what those have, and not how many they are.
_THEIRS = re.compile(
    r"\bcuant[oa]s (?P<things>[a-z]{4,}s) (?:suman|juntan|reunen|emplean|agrupan|tienen en total|atienden) (?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s) (?:\d+ )?(?P<owners>[a-z]{4,}s)\b"
)
# "¿Cuántas de esas personas lograron revalidar su título?": those of some that came to do a thing.
_CAME_TO = re.compile(
    r"\bcuant[oa]s de (?:es|est)[oa]s [a-z]{4,}s (?:lograron|consiguieron|pudieron|alcanzaron a|llegaron a)(?: [a-z]+){0,2}? (?P<verb>[a-z]{4,}[aei]r)\b"
)
# "¿Qué tasa de informalidad…?": a rate by what it is of.
_RATE = re.compile(r"\b(?:tasa|nivel|grado) de (?:la )?(?P<what>[a-z]{4,}(?:dad|ncia|cion|sion|eo|ismo|eza|tad|io))\b")
_BROKEN_DOWN = frozenset(
    "region regiones comuna comunas pais paises nacionalidad sexo genero edad tipo oficina oficinas eje ejes".split()
)
"""What numbers are told apart by in tables, and not what so many belong to."""


class NumbersAsked:
    """Compares what a question says of the number that it asks for with what is told."""

    def __init__(self, synonyms: Synonyms, peoples: Callable[[str], Collection[str]] = lambda _: ()) -> None:
        """``peoples`` gives the countries whose people a text names."""
        self.synonyms = synonyms
        self.peoples = peoples

    def other(self, line: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a folded question asks for a number of which what is told is none; ``texts`` is only asked where it may be."""
        return (
            self._of_another_belief(line, leads)
            or self.of_the_denied(line, leads)
            or self.of_no_such_sort(line, texts)
            or self._by_no_such_unit(line, texts)
            or self._not_bounded(line, texts)
            or self._of_another_rate(line, texts)
            or self._came_to_none(line, leads)
        )

    def _of_another_belief(self, line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked how many hold something to be so, and what leads says nothing of that but whom it is of."""
        held_true = _HEARSAY.sub(" ", line)
        asked = _HELD_TRUE.search(held_true) or _IN_FAVOUR.search(held_true)
        if asked is None or not _SHARE.search(line):
            return False
        of_what = _OBJECT.search(held_true)
        if of_what is not None and not self._named(of_what["object"], leads):
            return True
        telling = [word for word in words(asked["what"]) if word not in STOP_WORDS and stem(word) not in PEOPLE]
        said = [{stem(word), *terms(self.synonyms.meaning(word) or "")} for word in telling]
        held = {one for text in leads for one in terms(text)}
        named = {one for word in telling for one in self.synonyms.concepts(word)}
        meant = {one for text in leads for one in self.synonyms.concepts(text)} if named else set()
        return bool(said) and not named & meant and not any(one & held for one in said)

    def _named(self, word: str, leads: Sequence[str]) -> bool:
        """Whether some texts have a folded word, another that means it, or the people that it is."""
        said = {stem(word), *terms(self.synonyms.meaning(word) or ""), *self.synonyms.expansion(word)}
        told = {one for text in leads for one in terms(text)}
        return word in STOP_WORDS or stem(word) in PEOPLE or bool(said & told)

    @staticmethod
    def of_the_denied(line: str, leads: Sequence[str]) -> bool:
        """Whether what is told is what a question says that it does not ask of: "solicitudes, no amparos"."""
        asked = _NOT_THOSE.search(line)
        held = {one for text in leads for one in terms(text)} if asked is not None else set()
        return asked is not None and stem(asked["other"]) in held and stem(asked["asked"]) not in held

    def of_the_owners(self, line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked how many things some have together, and what leads counts those who have them."""
        asked = _THEIRS.search(line)
        if asked is None:
            return False
        things, held = asked["things"], {one for text in leads for one in terms(text)}
        meant = {stem(things), *self.synonyms.expansion(things), *terms(self.synonyms.meaning(things) or "")}
        return stem(asked["owners"]) in held and not meant & held

    @staticmethod
    def of_another_edition(line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether an edition of an event is asked of by its place in their order, and only others are told: "el 3er Encuentro"."""
        asked = _editions(line)
        told = {one for text in texts() for one in _editions(fold(text))} if asked else set()
        return bool({event for event, _ in asked} & {event for event, _ in told}) and not asked & told

    @staticmethod
    def _by_no_such_unit(line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how many there are by some unit ("personas por grupo"), and nothing told counts by it."""
        asked = _SO_MANY_BY.search(line)
        if asked is None or asked["unit"] in _BROKEN_DOWN:
            return False
        unit = re.escape(asked["unit"].rstrip("s"))
        by = re.compile(
            rf"\b(?:por|cada|un|una|del?) (?:cada )?{unit}|\b{unit}\w* (?:pequen\w+ )?de (?:\w+ ){{0,3}}(?:\d|dos|tres|cuatro|cinco|seis|ocho|diez)"
        )
        return not any(by.search(one) and holds_number(one) for text in texts() for one in sentences(fold(text)))

    def _not_bounded(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether the greatest or least number of some things is asked for, and no sentence gives a bound of them."""
        asked = _BOUND.search(line)
        if asked is None:
            return False
        noun = asked["of"] or asked["those"] or asked["people"]
        thing = stem(noun)
        meant = {thing, *self.synonyms.expansion(noun), *(PEOPLE if thing in PEOPLE else ())}
        bounds, alone = _LOWER if "minim" in asked.group() else _UPPER
        told = (fold(text) for text in texts())
        counting = told if _TIME.match(noun) else (_LASTING.sub(" ", text) for text in told)
        said = [one for text in counting for one in sentences(text)]
        bounded = [one for one in said if holds_number(one) and bounds.search(one)]
        return not any(meant & set(terms(one)) or alone.search(one) for one in bounded)

    def _of_another_rate(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a rate is asked for by what it is of, and nothing told has a word of that."""
        asked = _RATE.search(line)
        return asked is not None and not self._named(asked["what"], texts())

    def _came_to_none(self, line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked how many of those told came to do a thing, and no number that leads stands beside that."""
        asked = _CAME_TO.search(line)
        told = (one for text in leads for one in sentences(text) if holds_number(fold(one)))
        return asked is not None and not any(self._named(asked["verb"], [one]) for one in told)

    def of_no_such_sort(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how many of some are of a sort, and no sentence with a number speaks of that."""
        asked = _BEING.search(line) or _OF_THESE.search(line)
        if asked is None or asked["sort"] in STOP_WORDS or self.peoples(asked["sort"]):
            return False  # people of a country are told by its name
        sort = stem(asked["sort"])
        meant = {sort, *terms(self.synonyms.meaning(asked["sort"]) or ""), *self.synonyms.expansion(asked["sort"])}
        meant -= {stem(whole["all"]) for whole in _ALL_OF.finditer(line)} - {sort}
        told = (set(terms(one)) for text in texts() for one in sentences(text) if holds_number(fold(one)))
        return not any(meant & one for one in told)


def counted_nouns(text: str) -> Iterator[tuple[int, str]]:
    """The numbers right before the nouns of a folded text, each with the stem of its noun: (4, "modul")."""
    told = words(text)
    for number, noun in pairwise(told):
        value = (int(number), 1) if number.isdigit() and len(number) < 3 else number_from_words([number])
        if value is not None and number not in ("un", "una", "uno"):
            yield int(value[0]), stem(noun)


def holds_number(sentence: str) -> bool:
    """Whether a folded sentence holds a number but for its marks."""
    said = words(_MARK.sub(" ", sentence))
    return any(word[0].isdigit() or is_number(word) for word in said)


def _editions(text: str) -> set[tuple[str, int]]:
    """The events that a folded text names by their place in the order of their like, and that place."""
    return {(m["event"], int(m["digits"]) if m["digits"] else ordinal(m["word"])) for m in _EDITION.finditer(text)}
