"""What the documents say that a thing is: "¿qué es X?", "X: definición", "¿a qué le llaman X?".

Of all sentences that hold a name the one that defines it leads: an entry of the glossary, what stands right under a
heading with that name, "X es…", "X, que permite…", and a sentence that goes on from one with the name ("esta figura
permite…"). Letters are told with the name that the documents write out for them. A sentence that only holds a name says
nothing of what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.compose.acronyms import Acronyms
from assistant.compose.asked_thing import AskedThings
from assistant.compose.names import held, name_pattern, of_longer_name
from assistant.compose.sentences import Sentence, Sentences
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Span
from corpus.store import Store

# From which grade on a sentence defines; what the document that is asked for adds, and what a heading of tasks takes;
# how far behind the best one another may come to be told too.
DEFINES = 2.0
OF_DOCUMENT, OF_TASKS = 1.5, 2.0
MAX_SENTENCES = 3
NEAR = 1.5
# How far behind a name what is said of it may begin: an apposition ("…, primera en su tipo, …").
APPOSITION = 60
# Of how many words at most is a name that no article opens.
MOST_WORDS = 5
# Within how many characters a sentence that speaks of a thing names it.
OPENS = 60
# A name as it is written, beyond the first word of a sentence.
_NAME = re.compile(r"(?<=[a-záéíóúñ,:«\"“] )[«\"“]?((?:[A-ZÁÉÍÓÚÑ]\w+)(?: (?:(?:de|del|en|tu|la|y) )*[A-ZÁÉÍÓÚÑ]\w+)*)")
# What ends in a word that only stands before a verb names nothing: "… y ni sé qué es".
_BEFORE_VERB = re.compile(r"\b(?:no|ni|nunca|tampoco)\b")
# The rest of a name of which only the beginning is asked: "Política Nacional de Migración **y Extranjería**".
_REST_OF_NAME = re.compile(r"(?:(?: (?:y|e|de|del|la|las|los|el|en))* [A-ZÁÉÍÓÚÑ]\w+(?:-[A-ZÁÉÍÓÚÑ]\w+)*)+")
# The thing that a message speaks of right before it asks no more than what that is: "… tiene **el sello migrante**, ¿qué es eso?".
_SPOKEN_OF = re.compile(r"\b(?:el|la|los|las|un|una|unos|unas|del|al) (?P<thing>\w+(?: \w+){0,5})$")
_ENDS_IN_THING = re.compile(r"\b(?:el|la|los|las|un|una|del|al) \w+(?: \w+){0,2}[ ,;:¿]*$")
_POINTING = re.compile(r"[ ,.;:¿]*(?:y )?\b(?:eso|esto|ese|esa)\W*$")
_CLAUSE = re.compile(r"[^\w ]+")
_POINTS_BACK = re.compile(r"\b(?:est[aeo]s?|dich[ao]s?|es[ae]s?)\b")
# "La protección complementaria **esa nueva**", "la **famosa** mesa": what points at a thing that is talked of names nothing.
_POINTED_AT = re.compile(
    r"^(?:(?P<how>nuev|famos|dich|mentad)[oa]s? )?(?P<name>\w.*?)(?P<that> (?:es[aeo]|es[ao]s|aquel(?:l[ao]s?)?)(?: (?:nuev|famos|mism|mentad)[oa]s?)?)?$"
)
_TRAILING = re.compile(r"^(.*\w) ((?:en|de|del|para|por|con|segun|dentro) .*)$")


@dataclass(frozen=True)
class Defined:
    """What is said of a thing: its name as it is asked, how it is written out, and the sentences that say what it is."""

    name: str
    written_out: tuple[str, str, Span] | None
    sentences: tuple[tuple[Sentence, tuple[Span, ...]], ...]
    more: bool

    def __bool__(self) -> bool:
        return bool(self.sentences)


class Defining:
    """Finds what the documents of one index say that things are, by the words of ``mensajes.toml``."""

    def __init__(self, store: Store, messages: Cues) -> None:
        self.messages = messages
        self.sentences = Sentences(store)
        self.acronyms = Acronyms(store.documents.values())
        self.asked = AskedThings(self.acronyms, messages)
        says = messages.any_of("definir.dice")
        self._says = re.compile(
            rf"^[»\"”*]*(?:\s*\([^)]*\))?[»\"”]*(?:,(?! (?:que|cuy))[^,;.:]{{3,{APPOSITION}}},)?,?"
            rf"(?:\s+(?:tambien|ademas|asi|ya|hoy|actualmente|principalmente|solo|no solo))?\s+(?P<verb>{says})(?!\w)"
        )
        self._ranks = re.compile(r"^ (?:\w+ ){1,3}(?:con )?(?:mas|menos|mayor|menor)\b")
        self._sure = re.compile(rf"(?:{messages.any_of('definir.seguro')})(?!\w)")
        sorts = messages.any_of("definir.genero")
        self._goes_on = re.compile(
            rf"^(?:(?:est[ae]|dicha|dicho|tal) (?:{sorts})\b[^,;.]{{0,20}}?|est[aeo]) (?P<verb>{says})(?!\w)"
        )
        self._relative = re.compile(r"(?:que |cuy|entendid)")
        self._opens = re.compile(rf"^(?:{says})(?!\w)")
        self._its = re.compile(rf"^su (?:\w+)(?:,[^,]{{3,{APPOSITION}}},)?\s+(?:{says})(?!\w)")
        words_for = messages.any_of("definir.palabra")
        self._word = re.compile(rf"^(?:{words_for})(?: de(?: la| los| las|l)?)? (?:(?:el|la|los|las) )?")
        self._sort = re.compile(rf"^(?:{sorts}) (?!del? )(?=\w)")
        self.sorts = frozenset(stem for sort in messages.words("definir.genero") for stem in terms(sort))
        self._body = re.compile(rf"(?:{messages.any_of('definir.organismo')})(?!\w)")
        self._bodies = messages.words("definir.organo")
        self._holder = re.compile(messages.any_of("definir.duenos"))

    def find(self, line: str, documents: Sequence[str] = (), typed: str = "") -> Defined | None:
        """What the documents say that the thing is whose meaning a folded message asks; None where it asks none.

        ``typed`` is the message as it was written: "… Mi SERMIG, … ¿Qué viene siendo?" asks for the name before.
        """
        asked = self.asked.subject(line)
        bare = self.asked.bare.search(line.strip()) is not None
        spoken_of = self._spoken_of(line, documents) if bare else None
        if spoken_of is not None:
            return spoken_of
        if bare and (asked is None or _BEFORE_VERB.search(asked[0])):
            names = _NAME.findall(re.sub(r"[^.?!]*$", "", typed.rstrip(" ?!.")) or typed)
            names = names or [word for word in words(line) if self.acronyms.of(word)]  # "el pladeco ese, ¿qué es?"
            asked = (fold(names[-1]), False) if names else asked
        if asked is None:
            return self._told_of(line, documents) if bare else None
        thing, more = asked
        for name, beside, proper in self._variants(thing):
            found = self._of(name, beside, documents, proper=proper)
            if found:
                return Defined(name, self.acronyms.of(name), found, more)
        told_of = self._told_of(line, documents) if bare else None
        if told_of is not None:
            return told_of
        name = next((one for one, _, _ in self._variants(thing) if self.acronyms.of(one)), thing)
        return Defined(name, self.acronyms.of(name), (), more)

    def _spoken_of(self, line: str, documents: Sequence[str]) -> Defined | None:
        """What is said of the thing that a folded message names right before its question; None where nothing is.

        Of the words before it the longest name that is defined: "la mesa comunal", and not "la empresa tiene la mesa…".
        """
        before = _POINTING.sub("", self.asked.bare.sub("", line.strip())).rstrip(" ,.;:¿")
        starts = [match.start() for match in re.finditer(r"\b(?:el|la|los|las|un|una|unos|unas|del|al) ", before)]
        for at in starts:
            match = _SPOKEN_OF.match(before, at)
            found = self._of(match["thing"], frozenset(), documents) if match is not None else ()
            if match is not None and found:
                return Defined(match["thing"], self.acronyms.of(match["thing"]), found, more=False)
        return None

    def _told_of(self, line: str, documents: Sequence[str]) -> Defined | None:
        """What is said of the last thing of several words that a message names anywhere before its question, without article.

        "Le ofrecieron protección complementaria en vez de refugio, ¿eso qué es?"
        """
        before = _POINTING.sub("", self.asked.bare.sub("", line.strip())).split("¿")[0]
        if _ENDS_IN_THING.search(before):  # that is meant: "mencionan **el sistema X**, ¿qué es eso?"
            return None
        for clause in reversed(_CLAUSE.split(before)):
            said = clause.split()
            spans = [(end, size) for end in range(len(said), 1, -1) for size in range(min(end, MOST_WORDS), 1, -1)]
            for end, size in spans:
                name = said[end - size : end]
                if {name[0], name[-1]} & STOP_WORDS:
                    continue
                found = self._of(" ".join(name), frozenset(), documents)
                if found:
                    return Defined(" ".join(name), self.acronyms.of(" ".join(name)), found, more=False)
        return None

    def _variants(self, thing: str) -> Iterable[tuple[str, frozenset[str], bool]]:
        """A name as it is asked; without its sort, where it is written as a name; without what says where it belongs.

        Each with the stems that the passage must hold beside it, and whether it must be written as a name.
        """
        yield thing, frozenset(), False
        pointed = _POINTED_AT.match(thing)
        if pointed is not None and pointed["name"] != thing and terms(pointed["name"]):
            thing = pointed["name"]
            yield thing, frozenset(), False
        bare = self._word.sub("", thing)
        if bare != thing and bare:
            yield bare, frozenset(), False
        shorter = self._sort.sub("", bare)
        if shorter != bare and shorter and self._is_name(shorter):
            yield shorter, frozenset(), True
        match = _TRAILING.match(bare)
        if match is not None:
            yield match[1], frozenset(terms(match[2])), False
        letters = self.acronyms.owned(bare, self._holder)  # "RNA SERMIG", "PLADECO municipal"
        if letters is not None:
            yield letters, frozenset(), False

    def _is_name(self, name: str) -> bool:
        """Whether a folded text can be a name: of one word, that none writes in lower case ("oficina **migrante**")."""
        named = name_pattern(name)
        return " " in name or not any(
            sentence.text[match.start()].islower()
            for sentence in self.sentences.all
            for match in named.finditer(sentence.folded)
        )

    def _of(
        self, name: str, beside: frozenset[str], documents: Sequence[str], *, proper: bool = False
    ) -> tuple[tuple[Sentence, tuple[Span, ...]], ...]:
        patterns = [name_pattern(one) for one in (name, *self.acronyms.also(name))]
        head = next((word for word in words(name) if word not in STOP_WORDS), name)
        back = re.compile(rf"\b(?:est[ea]|dich[oa]) {re.escape(head)}\b")
        graded: list[tuple[float, int, Sentence]] = []
        chained = spoken_of = False
        for position, sentence in enumerate(self.sentences.all):
            chained, spoken_of = chained and not sentence.begins, spoken_of and not sentence.begins
            named = any(one.search(sentence.folded) or one.search(sentence.heading) for one in patterns)
            if not named and not chained and not spoken_of:
                continue
            grade = max(self._grade(sentence, pattern, proper=proper) for pattern in patterns)
            if not grade and self._goes_on_from(sentence.folded, chained=chained, spoken_of=spoken_of):
                grade = 2.5 if self._can_be_called(name, sentence.folded) else 0.0
            again = back.search(sentence.folded) if chained else None
            if again is not None and self._says.match(sentence.folded[again.end() :]):
                grade = max(grade, 2.5)
            chained = again is not None or any(held(sentence.text, one) for one in patterns)
            spoken_of = again is not None or any(held(sentence.text, one, alone=True) for one in patterns)
            if grade < DEFINES:
                continue
            if beside and not beside <= set(terms(" ".join((*sentence.passage.ruta, sentence.passage.texto.texto)))):
                continue
            if sentence.passage.document in documents:
                grade += OF_DOCUMENT
            graded.append((-grade, position, sentence))
        best = sorted(graded)[:MAX_SENTENCES]
        return tuple(
            (sentence, self.sentences.spans(sentence)) for grade, _, sentence in best if grade <= best[0][0] + NEAR
        )

    def _grade(self, sentence: Sentence, named: re.Pattern[str], *, proper: bool) -> float:
        """How surely a sentence says what a thing is; below :data:`DEFINES` it doesn't."""
        text, heading = sentence.folded, sentence.heading
        best = 0.0
        over = named.search(heading)
        if over is not None and terms(re.sub(r"\([^)]*\)", "", heading[over.end() :].lstrip(")"))):
            over = None
        under = heading[: over.start()].rstrip('"“« ') if over is not None else ""
        whole = over is not None and (not terms(under) or under.endswith("("))
        if over is not None and not whole and (proper or not re.search(r"\bde(?: la| los| las|l)?$", under)):
            over = None
        if sentence.first and over is not None and (self._opens.match(text) or self._its.match(text)):
            best = 5.0 if whole else 2.5
        elif sentence.first and over is not None and self._goes_on_from(text, chained=True, spoken_of=True):
            best = 4.0 if whole else 2.5
        for match in named.finditer(text):
            if of_longer_name(sentence.text, match.start()) or (proper and not sentence.text[match.start()].isupper()):
                continue
            rest, before = text[match.end() :], text[: match.start()]
            longer = _REST_OF_NAME.match(sentence.text, match.end()) if " " in match.group() else None
            said = self._says.match(rest) or (self._says.match(text[longer.end() :]) if longer is not None else None)
            at_start = all(word in STOP_WORDS for word in words(before)) and not _POINTS_BACK.search(before)
            if said is not None and not self._ranks.match(said.string[said.end("verb") :]):
                sure = 0.5 if self._sure.match(said["verb"]) else -0.5
                apposed = before.rstrip(' «"“').endswith(",") and rest.lstrip('»"”').startswith(",")
                if at_start or apposed or self._relative.match(said["verb"]):
                    best = max(best, (4.0 if at_start else 3.0) + sure)
            elif at_start and re.match(r"[»\"”*]*: *(?!\w+[aei]r\b)[a-z«\"“]", rest):
                best = max(best, 4.5)
        if best and self.messages.has("definir.tarea", heading):
            best -= OF_TASKS
        return best

    def mentions(self, name: str, documents: Sequence[str] = ()) -> tuple[tuple[Sentence, tuple[Span, ...]], ...]:
        """The sentences that hold a name, those that speak of it first: it opens them, or stands over them."""
        named = [name_pattern(one) for one in (name, *self.acronyms.also(name))]
        found = []
        for position, sentence in enumerate(self.sentences.all):
            at = min((match.start() for one in named for match in one.finditer(sentence.folded)), default=None)
            if at is None:
                continue
            worth = 2.0 if at < OPENS else 0.0
            worth += 1.0 if any(one.search(sentence.heading) for one in named) else 0.0
            worth += 2.0 if sentence.passage.document in documents else 0.0
            worth -= 1.0 if self.messages.has("definir.tarea", sentence.heading) else 0.0
            found.append((-worth, position, sentence))
        return tuple((sentence, self.sentences.spans(sentence)) for _, _, sentence in sorted(found)[:MAX_SENTENCES])

    def names_of(self, thing: str) -> tuple[str, ...]:
        """The names under which a thing is sought: as it is said, by its letters or written out, without its sort."""
        plain = [name for name, beside, _ in self._variants(thing) if not beside]
        return tuple(dict.fromkeys(name for one in plain for name in (one, *self.acronyms.also(one))))

    def naming(self, name: str) -> Iterable[tuple[int, Sentence, list[tuple[int, int]]]]:
        """The sentences that hold a name and not only within a longer one: their number, and where it stands in each."""
        named = name_pattern(name)
        for position, sentence in enumerate(self.sentences.all):
            found = [match.span() for match in named.finditer(sentence.folded)]
            found = [span for span in found if not of_longer_name(sentence.text, span[0])]
            if found:
                yield position, sentence, found

    def names(self, name: str, text: str) -> bool:
        """Whether a text holds a name or what it is also called."""
        return any(name_pattern(one).search(fold(text)) for one in (name, *self.acronyms.also(name)))

    def _goes_on_from(self, text: str, *, chained: bool, spoken_of: bool) -> bool:
        """Whether a folded sentence goes on to say what the thing named before it is.

        "Esta figura permite…" goes on from any sentence with the name; "este es el…" from one that speaks of it.
        """
        match = self._goes_on.match(text) if chained else None
        if match is None:
            return False
        bare = len(text[: match.start("verb")].split()) == 1
        return (spoken_of and self._sure.match(match["verb"]) is not None) if bare else True

    def _can_be_called(self, name: str, text: str) -> bool:
        """Whether a folded sentence that begins by "esta herramienta…" can mean a thing: no body, nor several of a sort."""
        known = self.acronyms.of(name)
        whole = fold(known[1]) if known is not None else name
        sort = words(text)[1:2]
        if self._body.match(whole):
            return bool(sort) and (sort[0] in self._bodies or sort[0] in words(whole))
        several = name.endswith("s") and " " not in name
        return not several
