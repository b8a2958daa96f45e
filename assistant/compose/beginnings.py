"""When a thing began: "¿cuándo se lanzó la política nacional?" is told by the sentence that dates its beginning.

Such a sentence names the thing, says right beside it that it was created, published or put to work, and gives a year or
a month. A date that stands near the name alone is of something else that happened to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.compose.defining import Defining
from assistant.compose.sentences import Sentence
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.records import Span

# Within how many characters of a name it is said that the thing began.
BESIDE = 34
MOST = 2
_MONTHS = "|".join(MONTHS)
_DAY = re.compile(rf"\b\d{{1,2}} de (?:{_MONTHS}) (?:de |del )?(?:19|20)\d\d\b")
_MONTH = re.compile(rf"\b(?:{_MONTHS}) (?:de |del )?(?:19|20)\d\d\b")
_YEAR = re.compile(r"(?<![-–])\b(?:19|20)\d\d\b(?! ?[-–] ?\d)")
# The rest of a name of which the beginning is asked, and its letters: "Política Nacional **de Migración (PNME)**".
_REST = re.compile(r"(?:(?: (?:y|e|de|del|la|las|los|el|en))* [A-ZÁÉÍÓÚÑ]\w+)*(?: \([^)]{2,20}\))?[»”\"]?")
_ARTICLE = re.compile(r"^(?:(?:a|en|de|del|con|el|la|los|las|un|una|lo|eso|esta|este|esa|ese|su|al) )+")
# "¿Desde qué año existe ese programa?": of the one that was told, whatever others there are.
_THAT_ONE = re.compile(r"(?:(?:a|en|de|con) )?(?:es[ae]|dich[ao]|est[ae]) (?:mism[ao] )?\w+\W*")
_ENDS = re.compile(r"(?<!\w)(?:en chile|en el pais|en realidad|mas o menos|ahi|alla)\W*$")
# "¿Cuándo viene otra X?", "¿va a haber un nuevo X?": that a thing is to come once more.
_AGAIN = re.compile(
    r"\b(?:(?:cuando|para cuando) (?:se |nos |van a |va a )*(?:viene|vienen|sale|salen|abren?|hacen?|dan|habra|hay|sera|seran|haber|hacer|abrir|dar|sacar|salir|venir|toca|harian|haran|abriran?)"
    r"|(?:va|van) a (?:haber|hacer|abrir|dar|sacar|venir|salir)|habra|se vienen?|vienen?|haran|abriran?) "
    r"(?P<named>(?:(?:el|la|los|las|un|una|alguna?) )?(?P<again>otr[oa]|proxim[oa]|nuev[oa])s? (?P<thing>[^,;.?!¿]+))"
)
_SINCE = re.compile(r"\b(?:desde|a partir de|fechas? de)\b")
# What is between a thing and its beginning may not be the beginning of another one.
_OTHERS = re.compile(r"[.;:]")


@dataclass(frozen=True)
class Begun:
    """The sentences that say when a thing began, the surest first, each with where it stands."""

    name: str
    sentences: tuple[tuple[Sentence, tuple[Span, ...]], ...]


class Beginnings:
    """Finds when the things that the documents of one index name began."""

    def __init__(self, defining: Defining, messages: Cues) -> None:
        self.defining = defining
        asks, verbs, nouns = (messages.any_of(f"comienzo.{name}") for name in ("pregunta", "verbo", "nombre"))
        been = r"(?:(?:ha|han|fue|fueron|es|era) )?"
        self._verb = re.compile(
            rf"^\W*(?:\w+,? ){{0,2}}?(?:{asks}) (?:fue (?:que )?)?(?:se )?{been}(?:que )?(?:se )?(?:{verbs}) (?P<thing>[^,;.?!¿]+)"
        )
        self._noun = re.compile(
            rf"^\W*(?:{asks}|cual) (?:es|fue|era) (?:la fecha (?:de|del) )?(?:el |la )?(?:{nouns}) (?P<thing>(?:de|del) [^,;.?!¿]+)"
        )
        self._of_told = re.compile(rf"^\W*(?:(?:y|e|pero|desde) )?(?:{asks}) (?:se )?{been}(?:{verbs})\W*$")
        before, after = (messages.any_of(f"comienzo.{name}") for name in ("antes", "despues"))
        self._before = re.compile(rf"(?<!\w)(?:{before})(?!\w)")
        self._after = re.compile(rf"(?<!\w)(?:{after})(?!\w)")
        self._messages = messages

    def subject(self, line: str) -> str | None:
        """The thing the beginning of which a folded message asks for; None where it asks for none."""
        match = self._verb.search(line) or self._noun.search(line)
        if match is None:
            return None
        thing = _ARTICLE.sub("", _ENDS.sub("", match["thing"]).strip(" \"'«»“”"))
        telling = [word for word in words(thing) if word not in STOP_WORDS]
        plain = re.search(r"\b(?:que|y|cuanto|cuanta|cual|como)\b|\d{4}", thing) is None
        return thing if 0 < len(telling) <= 7 and plain else None

    def silent(self, line: str, text: str) -> bool:
        """Whether a folded message asks when a thing came to be, and a text does not name it with a date and say that it began."""
        thing = self.subject(line) if self._messages.has("comienzo.origen", line) else None
        named = set(terms(thing)) if thing is not None else set()
        return bool(named) and not (named & set(terms(text)) and self._dates(text))

    def silent_on_it(self, line: str, text: str) -> bool:
        """Whether a folded message asks when what was spoken of came to be, and names nothing, and a text dates no beginning."""
        asked = self._of_told.match(line) is not None and self._messages.has("comienzo.origen", line)
        return asked and not self._dates(text)

    def _dates(self, text: str) -> bool:
        """Whether a text says that something began, and gives a year or a month."""
        folded = fold(text)
        dated = _YEAR.search(folded) or _MONTH.search(folded)
        begins = self._before.search(folded) or self._after.search(folded) or _SINCE.search(folded)
        return dated is not None and begins is not None

    def of_another(self, line: str, text: str) -> bool:
        """Whether a folded message asks when a thing began that bears a name of its own, which a text does not hold.

        "Compromiso Migrante" is such a name; a practice that shows compromiso with migrants is another thing.
        """
        thing = self.subject(line) or ""
        if " " not in thing or self.defining.names(thing, text):
            return False
        return any(
            sum(word[:1].isupper() for word in sentence.text[start:end].split()) > 1
            for _, sentence, places in self.defining.naming(thing)
            for start, end in places
        )

    def to_come(self, line: str) -> bool:
        """Whether a folded message asks for a thing that is to come once more, of which no document speaks so.

        "La **nueva plataforma**" stands in the documents and is no such thing; "otra regularización" does not.
        """
        match = _AGAIN.search(line)
        if match is None:
            return False
        content = [word for word in words(match["thing"]) if word not in STOP_WORDS][:2]
        if not content:
            return False
        spoken = re.compile(rf"\b{match['again']}s? (?:\w+ ){{0,2}}?{re.escape(content[0].removesuffix('s'))}")
        rest = content[1:]
        return not any(
            spoken.search(sentence.folded) and all(word in sentence.folded for word in rest)
            for _, sentence, _ in self.defining.naming(content[0])
        )

    def _of_that(self, line: str) -> bool:
        """Whether a folded message asks when the thing began that was spoken of, by no more than its sort: "ese programa"."""
        match = self._verb.search(line) or self._noun.search(line)
        return match is not None and _THAT_ONE.fullmatch(match["thing"].strip()) is not None

    def find(
        self, line: str, documents: tuple[str, ...] = (), told: str | None = None, *, follows: bool = False
    ) -> Begun | None:
        """The sentences that say when the thing began that a folded message asks of; None where no such is asked or said.

        ``told`` is the thing that was asked of before: "¿qué es X?", "¿y para cuándo estaría lista?"; ``follows`` says that
        the message goes on with a conversation.
        """
        thing = self.subject(line)
        if thing is None or (follows and self._of_that(line)):
            thing = told if thing is not None or self._of_told.match(line) else None
        if thing is None:
            return None
        for name in self.defining.names_of(thing):
            found = [
                (grade, position, sentence)
                for position, sentence, starts in self.defining.naming(name)
                if (grade := max((self._grade(sentence, *start) for start in starts), default=0.0))
                and (not documents or sentence.passage.document in documents)
            ]
            if found:
                best = sorted(found, key=lambda one: (-one[0], one[1]))
                kept = [sentence for grade, _, sentence in best if grade >= best[0][0] - 1][:MOST]
                return Begun(thing, tuple((sentence, self.defining.sentences.spans(sentence)) for sentence in kept))
        return None

    def _grade(self, sentence: Sentence, start: int, end: int) -> float:
        """How exactly a sentence dates the beginning of what it names there; 0 where it dates none, or a task."""
        text = sentence.folded
        dated = 3.0 if _DAY.search(text) else 2.5 if _MONTH.search(text) else 2.0 if _YEAR.search(text) else 0.0
        if not dated or any(self._messages.has("definir.tarea", fold(title)) for title in sentence.passage.ruta):
            return 0.0
        rest = _REST.match(sentence.text, end)
        end = rest.end() if rest is not None else end
        after, before = text[end : end + BESIDE], text[max(0, start - BESIDE) : start]
        gaps = [match.start() for match in self._after.finditer(after) if not _OTHERS.search(after[: match.start()])]
        gaps += [
            len(before) - match.end()
            for match in self._before.finditer(before)
            if not _OTHERS.search(before[match.end() :])
        ]
        return dated + 1 - min(gaps) / BESIDE if gaps else 0.0
