"""What a message tells before it asks: its question read alone, or with what the telling names where it only points to it.

"A una conocida la trajeron engañada, ¿cuántos casos de trata hubo?" asks what its question asks; in "hablaron del PLADECO,
¿qué es?" the thing asked about stands in what is told. A place, a year or a name that is told may be what a question is
asked of: without it the question is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import fsum

from assistant.compose import PartReader
from assistant.compose.parts import PLAN
from assistant.compose.split import flat
from assistant.of_a_country import of_the_story
from assistant.told_parts import OCCASION, Told, by_sentence, named_before, of_place, parted, with_year, without_which
from assistant.understand.premises import leaves_out
from assistant.understand.temas import Temas
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import CHILE
from corpus.store import Store
from corpus.synonyms import Synonyms

_STOP = re.compile(r"[,.;:!?\n]+\s+(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBERED = re.compile(r"\b(?:medidas?|ejes?) (?:n\W?\W? ?)?\d{1,2}\b")
_HOW_MANY = re.compile(r"\b(?:cuant[oa]s?|porcentaje|cifra|total|numero|promedio)\b")
# What is wanted of a thing, said after all that is asked: "…pa que no la dejen botada?"
_PURPOSE = re.compile(r",? (?:para|pa) que (?:no )?(?:(?:se|le|les|lo|la|los|las|nos|me) )+[^¿?,]+(?=\?|$)")
# "¿Hay algo en el plan para los deportistas?": some of what there is, and no one thing.
_SEEKS_SOME = re.compile(r"\b(?:hay|existen?|algo|alguna?s?|que medidas?)\b")
# What links the clauses of a sentence.
_LINKED = re.compile(r"[,.;:!?\n]+\s*|\s(?:y|e|pero|porque|asi que|aunque)\s")
# "Nos preocupan los cabros que…", "atendemos hartos abuelitos": who does what to the thing that is told of.
_OBJECT = re.compile(
    r"^(?:[a-z]+ )?(?:(?:me|nos|se|te|le|les|no) )*[a-z]{2,} (?=(?:(?:a |con |por |de )?(?:l[ao]s?|el|un[ao]s?)|hart[oa]s|much[oa]s|vari[oa]s|algun[oa]s|tant[oa]s)\b)(?:(?:hart|much|vari|algun|tant)[oa]s )?"
)
_QUOTED = re.compile(r"(?:\b(?:el|la|los|las) )?[\"«“']([^\"»”']{3,60})[\"»”']")
# Somebody does something: "me preocupa", "no confío", "atendemos".
_DONE = re.compile(r"\b(?:me|nos|se|te|le|les|no) [a-z]{2,}|\b[a-z]{2,}(?:aron|ieron|amos|emos|imos|aba|aban)\b")
# "… Dicho esto, ¿…?", "… ya, entonces ¿…?"
_SENTENCE_END = re.compile(
    r"[.!?\n]\W*(?:(?:ya|bueno|ok|entonces|ahora|pues|dicho est?o|considerando est?o|con eso|asi que)(?:\W+|$))*$"
)
RARE = 4.0
"""How rare the words of a thing are, taken together, that is told from others by its name alone."""
MOST = 6
_INFINITIVE = ("ar", "er", "ir")
SHORTEST = 4
"""The letters of a short infinitive ("usar")."""
_DETERMINES = frozenset("el la los las un una unos unas de del en por con sin cada su sus al para que".split())
# What stands before nouns, and not before verbs as "la" and "los" do.
_OF_NOUNS = frozenset("de del el al un una su sus".split())
_VERBAL = re.compile(r"\w{3,}(?:rian?|ando|iendo|amos|emos|imos)")


_NAME = re.compile(
    r"(?:\b(?P<article>(?:el|la|los|las|del|al) ))?\b(?P<name>[A-ZÁÉÍÓÚÑ][^\W\d_]+(?: [A-ZÁÉÍÓÚÑ][^\W\d_]+)+|[A-ZÁÉÍÓÚÑ][^\W\d_]{2,}|[^\W\d_]{3,})"
)
# "… de los que están afuera?": of whom, is told before.
_THOSE_WHO = re.compile(r"\bl[oa]s que\b")
# What is told of for the first time: "vamos a hacer una encuesta".
_INTRODUCED = re.compile(r"\buna? (?P<thing>[a-z]{4,}(?: de [a-z]{4,})?)\b")
# "Mi marido es de la PDI", "mi hermana trabaja en el registro civil": whose kin somebody is.
_OF_KIN = re.compile(
    r"\bmis? [a-z]+ (?:es|son|era|eran|esta|estan|trabaja|trabajan|trabajaba)(?: [a-z]+){0,2}? (?:de|del|en|para)(?: (?:la|el|los))? [a-z]+(?: (?:de )?[a-z]+)?"
)
_OURS = re.compile(
    r"\b(?:tenemos|nuestr[oa]s?|armamos|hicimos|estamos|llevamos|terminamos|aprobamos)\b[^.;?¿]*\bplan\b(?! nacional)"
)
# What is said of a thing, and not done by somebody: "las solicitudes que se han acogido".
_RELATIVE = re.compile(r"\bque\b.*")
_OPENS = re.compile(r"(?:^|[.!?:\n¿¡\"«“])\s*$")

# "En ese plan", "esa mesa": of which, is told before.
_THAT_SORT = re.compile(
    r"\b(?P<that>es[ea]|est[ea]|dich[oa]|aquel|aquella) (?P<sort>plan|programa|mesa|proyecto|escuela|red|unidad|comision|comite|convenio|fondo|sello|ley|operativo|portal|plataforma|feria|consejo)\b(?! (?:nacional|de))"
)
# "Mi señora dice que soy un despreocupado", "ella me dijo que le daba lo mismo": what somebody says, feels or does.
_LIFE = re.compile(
    r"\b(?:mi|mis|nuestr[oa]s?|soy|somos|estoy|estamos|ando|andamos|tengo|tenemos|vivo|vivimos|trabajo|me|nos|yo|nadie)\b"
)
# "Me refiero a…", "quiero los de…", "pero sólo…": what is asked, said more exactly.
_MEANS = re.compile(
    r"\b(?:refier\w+|referimos|(?<!no )quier\w+|quisier\w+|necesit\w+|interesa\w*|busc\w+|solo|solamente|unicamente|o sea|es decir|digo|no l[oa]s?|sin contar|incluy\w+|"
    r"contando|considerando|except\w+|salvo|en particular|especific\w+|exactamente|sobre todo|por ejemplo|"
    r"cual(?:es)?|quien(?:es)?|donde|cuant[oa]s?)\b"
)


class ToldFirst:
    """Reads messages that tell something before they ask, by the words of one index.

    ``verb`` tells verbs from other words, ``names_institution`` texts that name one, and ``temas`` are the topics of the plan.
    """

    def __init__(
        self,
        store: Store,
        messages: Cues,
        reader: PartReader,
        synonyms: Synonyms,
        temas: Temas,
        verb: Callable[[str], bool],
        names_institution: Callable[[str], bool],
        there: Callable[[str, Sequence[str]], str],
    ) -> None:
        self.reader = reader
        self._does = re.compile(rf"{_DONE.pattern}|\b{messages.any_of('dicho.hace')}\b")
        self._what_it_is = re.compile(
            rf"\b{messages.any_of('significado.pregunta', 'definir.pregunta', 'definir.tras')}\b"
        )
        self._for_use = re.compile(
            rf"^\W*(?:es )?(?:para|pa) (?:(?:un|una|el|la|los|las|mi|mis|nuestr[oa]s?|este|esta) )?{messages.any_of('motivo.papel')}(?!\w)"
        )
        self._own = re.compile(rf"\b{messages.any_of('dicho.propio')}\b")
        self._that = re.compile(rf"\b{messages.any_of('dicho.remite')}\b")
        self._of_figures = messages.words("dicho.cifras") | STOP_WORDS
        self._empty = messages.words("dicho.vacia") | messages.words("dicho.hace")
        self.synonyms = synonyms
        self.temas = temas
        self.verb = verb
        self.names_institution = names_institution
        self._there = there
        self.vocabulary = store.vocabulary
        self.store = store
        self._rows = frozenset(one for medida in store.medidas.values() for one in terms(store.quote(medida.span)))

    def alone(self, message: str) -> list[str]:
        """The question of a message that only tells something before it; none where what it tells may be part of what is asked."""
        found = [one for one in (parted(message), by_sentence(message)) if one is not None]
        return list(dict.fromkeys(one.asked for one in found if self._idle(message, one.asked)))

    def proper(self, message: str) -> list[str]:
        """The question proper of a message, with the place and the year that it only points to; none where what is told
        before it restricts it, or it names nothing itself."""
        found = [one for one in (parted(message), by_sentence(message)) if one is not None]
        placed = [(one.told, self._with_what_it_points_to(one)) for one in found]
        proper = [asked for told, asked in placed if self.says_of_what(asked) and self._drops(told, asked)]
        known = without_which(message)
        return list(dict.fromkeys([*proper, known] if known != message else proper))

    def _with_what_it_points_to(self, one: Told) -> str:
        """A question with the place, the year and the thing that it points to of what is told before it."""
        return with_year(one.told, named_before(one.told, self._there(one.asked, [one.told])))

    def named(self, message: str) -> list[tuple[str, str]]:
        """The question for what a thing is with the one thing that a message quotes or names before it, and that thing:
        "hablaron del PLADECO, ¿qué es?"; none where it asks something else, or says itself of what."""
        told = parted(message)
        if told is None or not self._tells(told) or self._what_it_is.search(flat(told.asked)) is None:
            return []
        things = self._quoted_or_named(told.told)
        more = words(self._what_it_is.sub(" ", flat(told.asked)))  # "¿y quiénes vendrían siendo?" asks no more
        readings = self._with(told, things) if set(more) - STOP_WORDS else (f"¿qué es {thing}?" for thing in things)
        return list(zip(readings, things, strict=True)) if len(things) == 1 else []

    def of_plan(self, message: str) -> list[str]:
        """What a message asks of the plan for those that it tells of, with what the plan holds of that: "atendemos hartos
        abuelitos, ¿hay alguna medida pensada en ellos?"; none where the plan holds nothing of it."""
        told = parted(message)
        if told is None or not self._tells(told) or PLAN not in self.reader.documents(told.asked):
            return []
        if not (self._that.search(flat(told.asked)) or _THOSE_WHO.search(flat(told.asked))):
            return []
        held = [self._held(clause) for clause in self._clauses(told.told)]
        return list(self._with(told, [" ".join(word for clause in held for word in clause)] if held[-1] else []))

    def _tells(self, told: Told) -> bool:
        """Whether somebody does something in what is told, no medida is named there, and the question names nothing before it
        points to that."""
        that = self._that.search(flat(told.asked))
        before = flat(told.asked)[: that.start()] if that is not None else flat(told.asked)
        if self._things_of(before) or _NUMBERED.search(flat(told.told)):
            return False
        return (
            _SENTENCE_END.search(flat(told.told)) is not None
            or self._does.search(self._clauses(told.told)[-1]) is not None
        )

    def likely(self, message: str) -> list[str]:
        """The question of a message with what it may mean of what it tells before, the likeliest first."""
        told = parted(message)
        if told is None or self._stands(told.asked):
            return []
        return list(dict.fromkeys(self._with(told, self._likely(told))))[:MOST]

    def shorter(self, message: str) -> list[str]:
        """A message without its first sentences or clauses that only tell something, the longest first."""
        told = parted(message)
        end = len(message) - len(told.asked) if told is not None else 0
        ends = (match.end() for match in _STOP.finditer(flat(message)[:end]))
        kept = [(message[:at], message[at:]) for at in ends if at < end]
        return [asked for told, asked in kept if self._stands(asked) and self._drops(told, asked)]

    def without_story(self, message: str) -> list[str]:
        """A message without its first sentences, that name no year, where what is left stands by itself; the longest first."""
        told = parted(message)
        end = len(message) - len(told.asked) if told is not None else 0
        ends = (match.end() for match in _STOP.finditer(flat(message)[:end]))
        kept = [(message[:at], message[at:]) for at in ends if at < end and _SENTENCE_END.search(message[:at].rstrip())]
        return [asked for told_, asked in kept if not _YEAR.search(told_) and self._stands(asked)]

    def of_place(self, message: str) -> tuple[str, str] | None:
        """The question of a message for what it points to, of the one comuna that is told before it, and that comuna."""
        told = by_sentence(message) or parted(message)
        places = {one.lugar for one in self.reader.lugares.find(told.told) if not one.gentilicio} if told else set()
        comunas = [place.nombre for place in places if place.clase == "comuna"]
        asked = of_place(told.asked, comunas[0]) if told is not None and len(comunas) == 1 else None
        return (asked, comunas[0]) if asked is not None else None

    def unremarked(self, message: str) -> list[str]:
        """The question of a message that goes on only to say that two numbers are given of it; none where it says more."""
        asked, mark, remark = message.rpartition("?")
        said = set(words(flat(remark)))
        return [f"{asked}?"] if mark and said and said <= self._of_figures else []

    @staticmethod
    def by_name(message: str) -> list[str]:
        """The question of a message with the name of what it only points to by its sort: "… con el Plan Rezago. ¿Cuánto se
        gastó en ese plan?"; none where what is told names none of that sort, or several."""
        at = message.rfind("¿")
        asked = message[max(at, 0) :]
        sort = _THAT_SORT.search(flat(asked))
        if at <= 0 or sort is None:
            return []
        names = re.findall(
            rf"\b{sort['sort'].capitalize()} (?:(?:de|del|de la) )?[A-ZÁÉÍÓÚÑ]\w+(?: [A-ZÁÉÍÓÚÑ]\w+)*", message[:at]
        )
        article = "la" if sort["that"].endswith("a") else "el"
        return [f"{asked[: sort.start()]}{article} {names[0]}{asked[sort.end() :]}"] if len(set(names)) == 1 else []

    def ended(self, message: str) -> str:
        """A message without what its asker tells behind all that he asks: "¿hay alguna medida…? Mi señora dice que…"; as it is
        where that may say of what he asks."""
        asked, mark, behind = message.rpartition("?")
        line = flat(behind)
        told = len(set(words(line)) - STOP_WORDS) > 1 and not _MEANS.search(line) and _LIFE.search(line)
        if not mark or not told or _YEAR.search(line) or _NUMBERED.search(line) or self.names_institution(behind):
            return message
        places = {mention.lugar.nombre for mention in self.reader.lugares.find(behind)}
        own = {mention.lugar.nombre for mention in self.reader.lugares.find(asked)}
        return message if places - own or self.reader.documents(behind) else f"{asked}?"

    def _idle(self, message: str, asked: str) -> bool:
        """Whether what a message tells before its question says nothing of what is asked."""
        return self._stands(asked) and self._drops(message[: len(message) - len(asked)], asked)

    def _drops(self, told: str, kept: str) -> bool:
        """Whether what is told can be left out: somebody does something in it, and it holds nothing that is asked about."""
        documents = self.reader.documents(told) - self.reader.documents(kept)
        if _OURS.search(flat(told)):
            documents -= {PLAN}  # "tenemos listas las actividades del plan": not the national one
        if self._restricts(told, kept) or documents:
            return False
        if _SENTENCE_END.search(flat(told)) or OCCASION.match(flat(told)) or self._for_use.match(flat(told)):
            return True
        clauses = [_RELATIVE.sub("", clause) for clause in _STOP.split(flat(told).rstrip(" ,:;"))]
        said = [
            clause for clause in clauses if set(words(clause)) - STOP_WORDS - self._empty or self._does.search(clause)
        ]
        return not said or self._does.search(said[-1]) is not None

    def says_of_what(self, asked: str) -> bool:
        """Whether a question names a thing, and points to none that is told before it."""
        line = flat(asked)
        points = self._that.search(line) or self._own.search(line) or self.reader.points(asked) or leaves_out(line)
        return not points and bool(self._things_of(line))

    def _stands(self, asked: str) -> bool:
        """Whether a question says by itself what it is about."""
        if not self.says_of_what(asked):
            return False
        line = flat(asked)
        things = {stem(word) for word in self._things_of(line)}
        if self.reader.whole(asked):
            return bool(things)  # "¿cuántos días se demoran en contestar?" says of nothing what
        of_plan = bool(things) and PLAN in self.reader.documents(asked) and _SEEKS_SOME.search(fold(asked)) is not None
        of_plan = of_plan and self.temas.in_it(fold(asked))
        return of_plan or fsum(map(self.vocabulary.rarity, things)) >= RARE

    def _said_of(self, line: str) -> Iterator[str]:
        """The words of a line that name nothing: its verbs, and how much of a thing is meant."""
        said = words(line)
        for before, word in zip(("", *said), said, strict=False):
            root = word.removesuffix("n")
            counts = self.vocabulary.counts
            ends = _INFINITIVE if before not in _DETERMINES and root[-1:] in ("a", "e") else ()
            present = any(counts.get(f"{root[:-1]}{end}") for end in ends)
            noun = word.endswith("r") and counts.get(f"{word}es")  # "mujer", "taller"
            short = len(word) == SHORTEST and word.endswith(_INFINITIVE)
            # "Algo de deporte" names it, though "deporte" is a form of "deportar" as well.
            verb = self.verb(word) and (before not in _OF_NOUNS or word.endswith("r"))
            if word in self._empty or present or (not noun and (short or verb)) or _VERBAL.fullmatch(word):
                yield word

    def _restricts(self, dropped: str, kept: str) -> bool:
        """Whether what is left out names a place, a time, a medida or somebody that what is kept may be asked of."""
        if _NUMBERED.search(flat(kept)):
            return False  # "¿con quién es el convenio de la medida 77?" says of what
        if _YEAR.search(dropped) and not _YEAR.search(kept):
            return True
        if _NUMBERED.search(flat(dropped)):
            return True
        if self.names_institution(_OF_KIN.sub("", flat(dropped))) and not self.names_institution(kept):
            return True
        told, own = ({mention.lugar.nombre for mention in self.reader.lugares.find(one)} for one in (dropped, kept))
        told -= {CHILE}
        said = set(words(flat(kept)))
        named = {name for name in self._names_in(dropped) if not set(words(flat(name))) - STOP_WORDS <= said}
        of_plan = PLAN in self.reader.documents(kept)  # where the asker studied or lives parts no medidas
        named = {one for one in named if not self.reader.lugares.find(one)}  # places are told apart for themselves
        told -= of_the_story(f"{dropped} ¿{kept.lstrip('¿')}", self.reader.lugares) if told else set()
        return bool(told and not own and not of_plan) or bool(named and _HOW_MANY.search(flat(kept)))

    def _with(self, told: Told, things: Iterable[str]) -> Iterator[str]:
        """A question with each thing written in where it points to one, or behind it where it names none."""
        asked = _PURPOSE.sub("", flat(told.asked)) if _PURPOSE.search(flat(told.asked)) else told.asked
        that = self._that.search(flat(asked))
        for thing in things:
            if that is not None:
                yield f"{asked[: that.start()]}{thing}{asked[that.end() :]}"
            else:
                yield f"{asked.rstrip(' ?.!')} {thing}?"

    def _likely(self, told: Told) -> Iterator[str]:
        """What the last clause is of, and all that is told by the words that the documents know; nothing where the plan is
        asked, or somebody, some place or some year is named that this may leave out."""
        counts = _HOW_MANY.search(flat(told.asked)) or self._that.search(flat(told.asked))
        if PLAN in self.reader.documents(told.asked) or (counts and self._quoted_or_named(told.told)):
            return
        if self._places(told.told) or _YEAR.search(told.told) or not self._does.search(flat(told.told)):
            return
        clauses = self._clauses(told.told)
        pointed = self._that.search(flat(told.asked)) is not None
        if not pointed and self._things_of(flat(told.asked)):
            return
        opens = _OBJECT.match(clauses[-1])
        if opens is not None and pointed:
            yield clauses[-1][opens.end() :]
        runs = [run for clause in clauses for run in self._runs(clause)]
        if pointed and runs:
            yield " ".join(runs)
        if not pointed:
            yield from (match["thing"] for match in _INTRODUCED.finditer(flat(told.told)))
            of_more = [run for run in runs if len(words(run)) > 1]
            yield from sorted(of_more, key=lambda run: -fsum(map(self.vocabulary.rarity, terms(run))))

    def _places(self, text: str) -> set[str]:
        return {mention.lugar.nombre for mention in self.reader.lugares.find(text) if not mention.gentilicio}

    def _clauses(self, told: str) -> list[str]:
        return [clause for clause in _LINKED.split(flat(told)) if words(clause)]

    def _quoted_or_named(self, text: str) -> list[str]:
        """What a text quotes and names, but for places."""
        found = [text[match.start() : match.end()] for match in _QUOTED.finditer(text)] or self._names_in(text)
        return [one for one in dict.fromkeys(found) if not self.reader.lugares.find(one)]

    def _things_of(self, line: str) -> list[str]:
        """The words of a folded text that name things."""
        verbs = set(self._said_of(line))
        said = words(line)
        return [
            word
            for before, word in zip(("", *said), said, strict=False)
            if word not in STOP_WORDS | verbs
            and not word.isdigit()
            and (self.reader.own(word) or (before == "de" and word not in MONTHS))
        ]

    def _held(self, clause: str) -> list[str]:
        """The things that a clause names, where medidas or the topics of the plan hold all of them; none else."""
        content = [word for word in words(clause) if word not in STOP_WORDS]
        things = self._things_of(clause) or [word for word in content if word.endswith(_INFINITIVE)]
        found = self.synonyms.found(" ".join(content))
        meant = {one for form, concept in found if set(terms(concept)) <= self._rows for one in form}
        if not all(stem(word) in self._rows | meant or self.temas.of_stems((stem(word),)) for word in things):
            return []
        return [word for word in content if word in things or stem(word) in meant]

    def _names_in(self, text: str) -> list[str]:
        """The acronyms and the capitalised words in a text, with their articles."""
        found = []
        for match in _NAME.finditer(text):
            inside = match["name"][0].isupper() and _OPENS.search(text[: match.start()]) is None
            if fold(match["name"]) in self.store.acronyms or (inside and fold(match["name"]) not in STOP_WORDS):
                article = "el " if fold(match["article"] or "") in ("del ", "al ") else match["article"] or ""
                found.append(f"{article}{match['name']}")
        return found

    def _runs(self, clause: str) -> list[str]:
        """The stretches of a clause whose words the documents know, or that the lexicon knows the meaning of."""
        meant = {one for form, _ in self.synonyms.found(clause) for one in form}
        found: list[list[str]] = [[]]
        for word in words(clause):
            known = word not in STOP_WORDS and (stem(word) in meant or self.vocabulary.counts.get(word, 0) > 0)
            if known:
                found[-1].append(word)
            elif found[-1]:
                found.append([])
        return [" ".join(run) for run in found if run]
