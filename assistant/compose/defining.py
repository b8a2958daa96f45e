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
from functools import cached_property

from assistant.compose.acronyms import Acronyms
from assistant.compose.names import held, name_pattern, of_longer_name
from assistant.focus import sentences
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Fragmento, Pasaje, Span
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
MARK = re.compile(r"^\W*(?:(?:\d{1,2}|[a-z]|[ivx]+)[.)])+\s+")
MORE = re.compile(
    r" (?:y|i|e|o|pero|porque|cuando|si|and) (?:(?:a|en|con|por|para|pa|de) )?(?:que|q|k|ke|quien|quienes|cual|cuales|cuanto|cuantos|cuanta|cuantas|como|komo|donde|cuando|para)\b.*$"
)
# A name as it is written, beyond the first word of a sentence.
_NAME = re.compile(r"(?<=[a-záéíóúñ,:«\"“] )[«\"“]?((?:[A-ZÁÉÍÓÚÑ]\w+)(?: (?:(?:de|del|en|tu|la|y) )*[A-ZÁÉÍÓÚÑ]\w+)*)")
# A name of several words and what a clause says of it: "la etapa de admisibilidad **que trajo la ley**".
_RELATIVE = re.compile(r"^(\w{2,}(?: (?:de|del|la|el|los|las))* \w{4,}(?: \w+)*?) que \w{3,}.*$")
# One word and what a clause says of it, which may be letters: "el pladeco **que nos piden**".
_ONE_RELATIVE = re.compile(r"^(?P<letters>\w+) que \w{2,}.*$")
# "Me hablaron de X, ¿a quién ampara eso?": what a thing is says whom it is for.
_WHOM = r"a quien(?:es)? (?:ampara|protege|cubre|beneficia|sirve|apunta|esta dirigid[oa])"
_FOR_WHOM = re.compile(
    r"\b(?:hablaron|hablan|comentaron|contaron|dijeron|mencionaron) (?:del?|sobre) (?:(?:el|la|los|las|un|una) )?"
    rf"(?P<thing>[^,;.?!¿]{{4,60}}?),? ¿?{_WHOM} (?:eso|esto|esa|ese)\W*$"
)
# What ends in a word that only stands before a verb names nothing: "… y ni sé qué es".
_BEFORE_VERB = re.compile(r"\b(?:no|ni|nunca|tampoco)\b")
# The rest of a name of which only the beginning is asked: "Política Nacional de Migración **y Extranjería**".
_REST_OF_NAME = re.compile(r"(?:(?: (?:y|e|de|del|la|las|los|el|en))* [A-ZÁÉÍÓÚÑ]\w+(?:-[A-ZÁÉÍÓÚÑ]\w+)*)+")
# The thing that a message speaks of right before it asks no more than what that is: "… tiene **el sello migrante**, ¿qué es eso?".
_SPOKEN_OF = re.compile(r"\b(?:el|la|los|las|un|una|unos|unas|del|al) (?P<thing>\w+(?: \w+){0,5})$")
_ENDS_IN_THING = re.compile(r"\b(?:el|la|los|las|un|una|del|al) \w+(?: \w+){0,2}[ ,;:¿]*$")
_POINTING = re.compile(r"[ ,.;:¿]*(?:y )?\b(?:eso|esto|ese|esa)\W*$")
_CLAUSE = re.compile(r"[^\w ]+")
_JOINED = re.compile(r"(?:y|e|o) ")
_POINTS_BACK = re.compile(r"\b(?:est[aeo]s?|dich[ao]s?|es[ae]s?)\b")
_TRAILING = re.compile(r"^(.*\w) ((?:en|de|del|para|por|con|segun|dentro) .*)$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: as it is written and folded (of one length), and the heading over it.

    It is the ``first`` under that heading; it ``begins`` a section: what stands before it is of something else.
    """

    text: str
    folded: str
    heading: str
    first: bool
    begins: bool
    passage: Pasaje


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
        self.store = store
        self.messages = messages
        self.acronyms = Acronyms(store.documents.values())
        asks, after, roundabout, opening, where = (
            messages.any_of(*groups)
            for groups in (
                ("significado.pregunta", "definir.pregunta"), ("definir.tras",), ("significado.rodeo",),
                ("significado.apertura",), ("significado.donde",),
            )
        )  # fmt: skip
        article = r"(?:(?:el|la|los|las|un|una|lo|ese|esa|esos|esas|(?:eso|lo) del?(?: la| los| las)?) )?"
        self._asks = re.compile(
            rf"(?:^|[^\w ] *|\b{opening},? |\b(?:segun|en|para|de acuerdo con) (?:la |el |los |las )?{where},? )(?:[a-z]+ )?{asks} (?:{roundabout} )?{article}(?P<thing>[^,;:.?!¿()]+)"
        )
        self._after = re.compile(
            rf"^\W*(?:(?:{opening}|{roundabout}),? )?{article}(?P<thing>[^,;.?!¿]{{2,60}}?)(?:[,:»\"”]+| \([^)]*\)[,:]?)? ¿?"
            rf"(?:(?:{messages.any_of('definir.rotulo')})(?:,| y| e) )?(?:{after})\b"
        )
        self._where = re.compile(rf" (?:segun|en|para|de acuerdo con|de) (?:la |el |los |las )?{where}\b.*$")
        self._is_it = re.compile(
            r"(?:^|[¿,:;] ?)(?:si )?(?:el|la|los|las) (?P<thing>\w+(?: (?:de )?\w+){0,3}?) (?:es|son|seria|serian)\b"
        )
        self._counts_as = re.compile(
            rf"\b(?:{messages.any_of('definir.cuenta_como')}) (?:(?:ser|un|una|el|la) )*(?P<thing>\w+(?: de \w+)?)"
        )
        self._speaks_of = re.compile(
            rf"\b(?:{messages.any_of('definir.habla_de')}) (?:(?:el|la|los|las|un|una) )?(?P<thing>\w+(?: (?:de )?\w+){{0,3}}?)"
            r"(?=,? ¿?(?:es|son|quiere|quieren|se refiere|se refieren|significa|incluye|incluyen|habla|hablan)\b)"
        )
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
        self._bare = re.compile(rf"(?:{asks})(?: (?:eso|esto|ese|esa|este|esta))?(?:,? y {_WHOM})?\W*$")

    def subject(self, line: str) -> tuple[str, bool] | None:
        """What a folded message asks the meaning of, and whether it asks more than that; None where it asks none."""
        text = " ".join(line.split())
        match = next(reversed(list(self._asks.finditer(text))), None)
        if match is None or _JOINED.match(match["thing"]):  # "ITA: qué mide **y sigla**"
            match = self._after.search(text) or match or _FOR_WHOM.search(text)
        if match is None:
            return None
        rest = f"{match['thing']}{text[match.end('thing') :]}"
        thing = self._where.sub("", f" {MORE.sub('', match['thing'])}").strip(" \"'«»“”")
        thing = _RELATIVE.sub(r"\1", thing)
        letters = _ONE_RELATIVE.match(thing)
        thing = letters["letters"] if letters is not None and self.acronyms.of(letters["letters"]) else thing
        said = [word for word in words(thing) if word not in STOP_WORDS]
        # "PLADECO: definición **y duración mínima**" asks more of what stands before.
        if (
            _JOINED.match(thing)
            or not said
            or len(said) > 7
            or re.search(r"\b(?:que|cuando|quien|donde|como)\b|\d{2}", thing)
        ):
            return None
        more = MORE.search(match["thing"]) is not None
        more = more or len(terms(self._where.sub("", f" {rest}"))) - len(terms(thing)) > 1
        return thing, more

    def judged(self, line: str) -> str | None:
        """The thing of which a folded message asks whether it is so, or whether something counts as it; or None.

        "¿La integración es de los dos lados?", "¿eso cuenta como ser migrante?", "cuando habla de X, ¿es que…?"
        """
        match = self._speaks_of.search(line) or self._is_it.search(line) or self._counts_as.search(line)
        return match["thing"].strip() if match is not None else None

    def find(self, line: str, documents: Sequence[str] = (), typed: str = "") -> Defined | None:
        """What the documents say that the thing is whose meaning a folded message asks; None where it asks none.

        ``typed`` is the message as it was written: "… Mi SERMIG, … ¿Qué viene siendo?" asks for the name before.
        """
        asked = self.subject(line)
        bare = self._bare.search(line.strip()) is not None
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
        before = _POINTING.sub("", self._bare.sub("", line.strip())).rstrip(" ,.;:¿")
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
        before = _POINTING.sub("", self._bare.sub("", line.strip())).split("¿")[0]
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
            for sentence in self._sentences
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
        for position, sentence in enumerate(self._sentences):
            chained, spoken_of = chained and not sentence.begins, spoken_of and not sentence.begins
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
        return tuple((sentence, self.spans(sentence)) for grade, _, sentence in best if grade <= best[0][0] + NEAR)

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
        for position, sentence in enumerate(self._sentences):
            at = min((match.start() for one in named for match in one.finditer(sentence.folded)), default=None)
            if at is None:
                continue
            worth = 2.0 if at < OPENS else 0.0
            worth += 1.0 if any(one.search(sentence.heading) for one in named) else 0.0
            worth += 2.0 if sentence.passage.document in documents else 0.0
            worth -= 1.0 if self.messages.has("definir.tarea", sentence.heading) else 0.0
            found.append((-worth, position, sentence))
        return tuple((sentence, self.spans(sentence)) for _, _, sentence in sorted(found)[:MAX_SENTENCES])

    def names_of(self, thing: str) -> tuple[str, ...]:
        """The names under which a thing is sought: as it is said, by its letters or written out, without its sort."""
        plain = [name for name, beside, _ in self._variants(thing) if not beside]
        return tuple(dict.fromkeys(name for one in plain for name in (one, *self.acronyms.also(one))))

    def naming(self, name: str) -> Iterable[tuple[int, Sentence, list[tuple[int, int]]]]:
        """The sentences that hold a name and not only within a longer one: their number, and where it stands in each."""
        named = name_pattern(name)
        for position, sentence in enumerate(self._sentences):
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

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """Where a sentence stands: the smallest piece of its passage that holds it, else the passage."""
        spans = sentence.passage.texto.spans
        own = " ".join(sentence.text.split())
        found = [
            piece
            for piece in self._pieces.get(sentence.passage.document, ())
            if any(one.start < span.end and span.start < one.end for one in piece.texto.spans for span in spans)
            and own in " ".join(piece.texto.texto.split())
        ]
        best = min(found, key=lambda piece: len(piece.texto.texto), default=None)
        return best.texto.spans if best is not None else spans

    @cached_property
    def _pieces(self) -> dict[str, list[Fragmento]]:
        pieces: dict[str, list[Fragmento]] = {}
        for record in self.store.of(Fragmento):
            pieces.setdefault(record.document, []).append(record)
        return pieces

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        section: tuple[str, ...] = ()
        for passage in self.store.of(Pasaje):
            title = passage.ruta[-1] if passage.ruta else ""
            heading = MARK.sub("", fold(title))
            own = passage.texto.texto.removeprefix(title)
            first = True
            for text in sentences(own):
                plain = MARK.sub("", re.sub(r"^[-•] +", "", text))
                if fold(plain) != heading and len(plain) > 2:
                    begins = (passage.document, *passage.ruta) != section
                    section = (passage.document, *passage.ruta)
                    found.append(Sentence(plain, fold(plain), heading, first, begins, passage))
                    first = False
        return tuple(found)
